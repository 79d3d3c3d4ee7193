"""What the reader knows: one typed, immutable book for each kind of data, compiled once into a cache."""

from __future__ import annotations

from rasid.knowledge.actors import Actor, ActorBook
from rasid.knowledge.book import Knowledge, load
from rasid.knowledge.ontology import EventType, Ontology
from rasid.knowledge.places import Place, PlaceBook

__all__ = ["Actor", "ActorBook", "EventType", "Knowledge", "Ontology", "Place", "PlaceBook", "load"]
