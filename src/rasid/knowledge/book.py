"""All knowledge in one immutable object, and `load()`, which compiles it once into a cache."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rasid.knowledge.actors import ActorBook, load_actors
from rasid.knowledge.cache import cached
from rasid.knowledge.forests import Forest, load_forests
from rasid.knowledge.frames import LIGHT_FILE, FrameBook, LightBook, load_frames, load_lights
from rasid.knowledge.generics import GenericBook, load_generics
from rasid.knowledge.grammar import Grammar, load_grammar
from rasid.knowledge.lexicons import Lexicons, load_lexicons
from rasid.knowledge.ontology import Ontology, load_ontology
from rasid.knowledge.ordinary import load_ordinary
from rasid.knowledge.places import PlaceBook, load_places

DATA = Path(__file__).resolve().parent.parent / "data"


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What the reader knows: one typed book for each kind of data file."""

    ontology: Ontology
    actors: ActorBook
    places: PlaceBook
    generics: GenericBook
    frames: FrameBook
    lights: LightBook
    lexicons: Lexicons
    grammar: Grammar
    forests: Mapping[str, Forest]
    ordinary: frozenset[str]


@cache
def load(data: Path = DATA) -> Knowledge:
    """Return the knowledge of a data folder; KnowledgeError names the file and line of the first fault."""
    return cached(data, compile_all, Knowledge)


def compile_all(data: Path) -> Knowledge:
    """Read and link every data file, without a cache."""
    return Knowledge(
        ontology=load_ontology(data / "ontology.yaml"),
        actors=load_actors(data / "actors.yaml"),
        places=load_places(data / "places"),
        generics=load_generics(data / "lexicons" / "generic_actors.yaml"),
        frames=load_frames(data / "frames"),
        lights=_lights(data / "frames" / LIGHT_FILE),
        lexicons=load_lexicons(data / "lexicons"),
        grammar=load_grammar(data / "grammar"),
        forests=load_forests(data / "learned"),
        ordinary=load_ordinary(data / "ordinary.yaml"),
    )


def _lights(path: Path) -> LightBook:
    return load_lights(path) if path.exists() else LightBook((), {})
