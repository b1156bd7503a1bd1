"""Events as GeoJSON (RFC 7946), for QGIS, Leaflet, kepler.gl and their like.

A feature an event, with its IRI as id. Its geometry is the point of its place, several points where
several places are told, and null where none has a point of its own: "villages south of Aleppo" lie
beside Aleppo, not in it. `point_of` says whose point it is where a part of a town stands at the
town's. Tolls are `killed_low`, `killed_best`, `killed_high` and so on, absent where none is told.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from kg.graph.exports.events import Event, events
from kg.graph.names import names_of

if TYPE_CHECKING:
    from kg.graph.exports.places import Place
    from kg.graph.names import Names
    from kg.graph.store import GraphHandle


def geojson(handle: GraphHandle) -> str:
    """A FeatureCollection of all events, in the order of their IRIs."""
    names = names_of(handle)
    collection = {
        "type": "FeatureCollection",
        "features": [_feature(names, event) for event in events(handle)],
    }
    return json.dumps(collection, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _feature(names: Names, event: Event) -> dict[str, object]:
    return {
        "type": "Feature",
        "id": event.iri,
        "geometry": _geometry(event.places),
        "properties": _properties(names, event),
    }


def _geometry(places: tuple[Place, ...]) -> dict[str, object] | None:
    # Longitude first, as the RFC wants it.
    points = [[place.point[1], place.point[0]] for place in places if place.point is not None]
    if not points:
        return None
    one = len(points) == 1
    return {"type": "Point", "coordinates": points[0]} if one else _several(points)


def _several(points: list[list[float]]) -> dict[str, object]:
    return {"type": "MultiPoint", "coordinates": points}


def _properties(names: Names, event: Event) -> dict[str, object]:
    def labels(iris: tuple[str, ...]) -> list[str]:
        return sorted(names.label(NamedNode(iri)) for iri in iris)

    return {
        "iri": event.iri,
        "name": event.label,
        "type": list(event.types),
        "begin": event.begin.isoformat() if event.begin else None,
        "end": event.end.isoformat() if event.end else None,
        "place": [place.label for place in event.places],
        "place_class": [place.cls for place in event.places],
        "point_of": [_owner(place) for place in event.places],
        "initiators": labels(event.initiators),
        "targets": labels(event.targets),
        "participants": labels(event.others),
        "stances": sorted({report.stance for report in event.told}),
        "disputed": event.disputed,
        "reports": len(event.told),
        "articles": len({report.article for report in event.told}),
        **tolls(event),
    }


def _owner(place: Place) -> str | None:
    """Whose point the place stands at."""
    if place.point is None:
        return None
    return place.around[0].label if place.borrows else place.label


def tolls(event: Event) -> dict[str, int]:
    """The bounds of an event's whole tolls by column ("facilities_lost_low")."""
    found: dict[str, int] = {}
    for each in event.counts:
        kind = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", each.kind).lower()
        bounds = {"low": each.low, "best": each.best, "high": each.high}
        if each.total:
            found |= {f"{kind}_{name}": n for name, n in bounds.items() if n is not None}
    return found
