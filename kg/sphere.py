"""Distances on the Earth."""

from __future__ import annotations

import math

#: Kilometres from the Earth's centre to its surface, on average.
_RADIUS = 6371.0


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The distance of two points on a great circle (haversine formula).

    Args:
        one: latitude and longitude in degrees.
        other: likewise.

    >>> round(kilometres((36.2, 37.16), (33.51, 36.29)))
    309
    """
    lat1, long1, lat2, long2 = (math.radians(each) for each in (*one, *other))
    a = math.sin((lat2 - lat1) / 2) ** 2
    a += math.cos(lat1) * math.cos(lat2) * math.sin((long2 - long1) / 2) ** 2
    return 2 * _RADIUS * math.asin(math.sqrt(a))
