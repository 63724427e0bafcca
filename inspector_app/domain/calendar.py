"""The working calendar: Monday to Friday, less the holidays, plus the Saturdays worked in exchange.

Deadlines in administrative law count working days (*ngày làm việc*). Holidays move every year with the moon
and by official notice, so they are data (`resources/calendars/vn.json`), each with the document that declares
it. A commune that receives dossiers on Saturdays does not make them working days.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

SATURDAY = 5
ONE_DAY = timedelta(days=1)


class SpecialDay(BaseModel):
    """A day that the week alone gets wrong, and the document that says so.

    `provisional`: the official notice for this year is still awaited. Not `in_force`: announced but not law.
    """

    model_config = ConfigDict(frozen=True)

    on: date
    kind: Literal["off", "working"]
    name: str
    document: str
    provisional: bool = False
    in_force: bool = True


class WorkingCalendar:
    """Which days are working days, and counting by them."""

    def __init__(self, days: Iterable[SpecialDay] = ()) -> None:
        self._special = {day.on: day for day in days if day.in_force}

    @classmethod
    def from_json(cls, content: bytes) -> "WorkingCalendar":
        """Read the content of a calendar file, such as `resources/calendars/vn.json`. Raises ValueError."""
        return cls(_CalendarFile.model_validate_json(content).days)

    def special(self, day: date) -> SpecialDay | None:
        """Why a day is not what its place in the week says."""
        return self._special.get(day)

    def is_working_day(self, day: date) -> bool:
        """Whether offices work on this day."""
        special = self._special.get(day)
        return special.kind == "working" if special else day.weekday() < SATURDAY

    def add_working_days(self, start: date, days: int) -> date:
        """The day on which a time of so many working days ends; the day of the event itself does not count.

        With 0 days it is the start, or the first working day after it.
        """
        if days < 0:
            raise ValueError(days)
        day = start
        while days:
            day += ONE_DAY
            days -= self.is_working_day(day)
        while not self.is_working_day(day):
            day += ONE_DAY
        return day

    def working_days_between(self, start: date, end: date) -> int:
        """Working days after `start`, up to and with `end`; negative where `end` comes first."""
        if end < start:
            return -self.working_days_between(end, start)
        return sum(
            self.is_working_day(start + ONE_DAY * offset) for offset in range(1, (end - start).days + 1)
        )


class _CalendarFile(BaseModel):
    """The shape of a calendar file."""

    days: list[SpecialDay] = Field(min_length=1)
