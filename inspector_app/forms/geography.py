"""The functions of a form that measure on the earth: distance, area, inside or outside."""

import math
from datetime import UTC
from itertools import pairwise
from typing import TypeAlias

from inspector_app.forms import values
from inspector_app.forms.library import function, texts
from inspector_app.forms.values import Value

_EARTH = 6_378_100.0
"""Metres: the radius that ODK Collect and Enketo compute with."""


Point: TypeAlias = tuple[float, float]


def _points(*shapes: Value) -> list[Point]:
    """Latitude and longitude in degrees of `lat lon [alt [accuracy]]; …`; empty if any of it is no place."""
    points: list[Point] = []
    for part in (part for text in texts(shapes) for part in text.split(";") if part.strip()):
        latitude, longitude = (values.text_number(number, UTC) for number in (*part.split(), "", "")[:2])
        if not (abs(latitude) <= 90 and abs(longitude) <= 180):
            return []
        points.append((latitude, longitude))
    return points


@function("distance")
def distance(*shapes: Value) -> float:
    """Metres along the line through all points, on a sphere."""
    points = [(math.radians(latitude), math.radians(longitude)) for latitude, longitude in _points(*shapes)]
    total = 0.0
    for (lat1, lon1), (lat2, lon2) in pairwise(points):
        half = math.sin((lat2 - lat1) / 2) ** 2
        half += math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
        total += 2 * _EARTH * math.asin(min(1.0, math.sqrt(half)))
    return values.rounded(total, 2)


@function("area")
def area(*shapes: Value) -> float:
    """Square metres inside the line, closed if it is not, on a sphere (Chamberlain and Duquette 2007)."""
    points = [(math.radians(latitude), math.radians(longitude)) for latitude, longitude in _points(*shapes)]
    if len(points) < 3:
        return 0.0
    strips = (
        (lon2 - lon1) * (2 + math.sin(lat1) + math.sin(lat2))
        for (lat1, lon1), (lat2, lon2) in pairwise([*points, points[0]])
    )
    return values.rounded(abs(sum(strips)) * _EARTH**2 / 2, 2)


@function("geofence")
def geofence(place: Value, shape: Value) -> bool:
    """Whether a place is inside a closed line: a ray eastwards crosses the line an odd number of times."""
    point, corners = _points(place), _points(shape)
    if len(point) != 1 or len(corners) < 4 or corners[0] != corners[-1]:
        return False
    ((latitude, longitude),) = point
    inside = False
    for (lat1, lon1), (lat2, lon2) in pairwise(corners):
        if (lat1 > latitude) != (lat2 > latitude):
            crossing = lon1 + (latitude - lat1) / (lat2 - lat1) * (lon2 - lon1)
            inside ^= longitude < crossing
    return inside
