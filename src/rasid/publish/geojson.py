"""Claims as GeoJSON (RFC 7946): one feature a claim, null geometry where the place has no coordinates.

The collection itself says how many features it has, by which filter they were chosen and whether they are exercises.
The same claims give the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rasid.config import EXERCISE
from rasid.model.claims import PlaceValue
from rasid.model.documents import Record
from rasid.publish.plain import plain, to_json


def to_geojson(records: Sequence[Record], wanted: Mapping[str, object]) -> bytes:
    """Return a feature collection of some claims, in the order given."""
    exercises = sum(record.document.exercise for record in records)
    collection: dict[str, Any] = {"type": "FeatureCollection"}
    if exercises:
        collection["notice"] = EXERCISE
    collection |= {"rows": len(records), "filter": dict(wanted), "exercises": exercises}
    collection["features"] = [_feature(record) for record in records]
    return to_json(collection).encode("utf-8", "replace")


def _feature(record: Record) -> dict[str, Any]:
    geometry = _point(record.claim.place)
    return {"type": "Feature", "id": record.id, "geometry": geometry, "properties": plain(record)}


def _point(place: PlaceValue | None) -> dict[str, Any] | None:
    if place is None or place.lat is None or place.lon is None:
        return None
    return {"type": "Point", "coordinates": [round(place.lon, 5), round(place.lat, 5)]}
