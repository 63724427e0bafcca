"""What ships with the program and every service may look up: the communes and the working days."""

from functools import cache

from inspector_app import paths
from inspector_app.domain.calendar import WorkingCalendar
from inspector_app.domain.units import Gazetteer


@cache
def gazetteer() -> Gazetteer:
    """The communes of the country."""
    return Gazetteer.from_json((paths.resources() / "units" / "units_2025.json.gz").read_bytes())


@cache
def calendar() -> WorkingCalendar:
    """The working days of the country."""
    return WorkingCalendar.from_json((paths.resources() / "calendars" / "vn.json").read_bytes())
