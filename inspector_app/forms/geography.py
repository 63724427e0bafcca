"""The functions of a form that measure on the earth: distance, area, inside or outside, crossed or not."""

import math
from datetime import UTC
from itertools import pairwise
from typing import TypeAlias

from inspector_app.forms import values
from inspector_app.forms.instants import text_number
from inspector_app.forms.library import function, texts
from inspector_app.forms.values import Value

_EARTH = 6_378_100.0
"""Metres: the radius that ODK Collect and Enketo compute with."""


Point: TypeAlias = tuple[float, float]


def _points(*shapes: Value) -> list[Point]:
    """Latitude and longitude in degrees of `lat lon [alt [accuracy]]; …`; empty if any of it is no place."""
    points: list[Point] = []
    for part in (part for text in texts(shapes) for part in text.split(";") if part.strip()):
        latitude, longitude = (text_number(number, UTC) for number in (*part.split(), "", "")[:2])
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


@function("enclosed-area")
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


@function("intersects")
def intersects(*shapes: Value) -> bool:
    """Whether a line crosses or touches itself; neighbours meeting at their corner do not count."""
    points = _points(*shapes)
    lines = [line for line in pairwise(points) if line[0] != line[1]]
    closed = len(lines) > 2 and lines[0][0] == lines[-1][1]
    for at, line in enumerate(lines):
        for other_at in range(at + 2, len(lines)):
            ends = closed and at == 0 and other_at == len(lines) - 1
            if not ends and _meet(*line, *lines[other_at]):
                return True
    return False


def _meet(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether the lines a–b and c–d have a point in common, on the plain of degrees."""

    def side(p: Point, q: Point, r: Point) -> int:
        turn = (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])
        return (turn > 0) - (turn < 0)

    def within(p: Point, q: Point, r: Point) -> bool:
        return all(min(p[i], q[i]) <= r[i] <= max(p[i], q[i]) for i in (0, 1))

    first, second, third, fourth = side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)
    if first != second and third != fourth:
        return True
    straight = ((first, a, b, c), (second, a, b, d), (third, c, d, a), (fourth, c, d, b))
    return any(turn == 0 and within(p, q, r) for turn, p, q, r in straight)
