"""Claims as GeoJSON (RFC 7946): one feature a claim, null geometry where the place has no coordinates.

The collection itself says how many features it has, by which filter they were chosen and whether they are exercises.
The same claims give the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from rasid.config import EXERCISE
from rasid.model.contract import event_of
from rasid.model.documents import Record
from rasid.publish.words import quotes


def to_geojson(records: Sequence[Record], wanted: Mapping[str, object]) -> bytes:
    """Return a feature collection of some claims, in the order given."""
    exercises = sum(record.document.exercise for record in records)
    collection: dict[str, Any] = {"type": "FeatureCollection"}
    if exercises:
        collection["notice"] = EXERCISE
    collection |= {"rows": len(records), "filter": dict(wanted), "exercises": exercises}
    collection["features"] = [_feature(record) for record in records]
    return (json.dumps(collection, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _feature(record: Record) -> dict[str, Any]:
    claim, document = record.claim, record.document
    place, geometry = claim.place, None
    if place is not None and place.lat is not None and place.lon is not None:
        geometry = {"type": "Point", "coordinates": [round(place.lon, 5), round(place.lat, 5)]}
    properties = {"exercise": document.exercise, **event_of(claim), "words": list(quotes(claim, document.text))}
    properties |= {"report": document.report_id, "published": document.published.isoformat()}
    properties |= {"source": document.source, "country": document.country}
    return {"type": "Feature", "id": record.id, "geometry": geometry, "properties": properties}
