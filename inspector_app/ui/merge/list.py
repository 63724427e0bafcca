"""The conflicts of a visit as a list: narrowed by words, area, subject and person, the one in view marked."""

from collections import Counter
from collections.abc import Sequence
from typing import get_args

from PySide6.QtCore import QRect, QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from inspector_app.i18n import mark, tr
from inspector_app.services.deciding import concerns
from inspector_app.services.dispute_views import About, ConflictView
from inspector_app.services.field_names import field_name
from inspector_app.ui import theme
from inspector_app.ui.fields import Choice, SearchBox
from inspector_app.ui.row_list import LINE, Look, RowList, paint_line
from inspector_app.ui.widgets import row

ABOUT: dict[About, str] = {
    "answers": mark("Answers"),
    "findings": mark("Findings · Recommendations"),
    "people": mark("Participants"),
    "dossiers": mark("Dossiers"),
    "visit": mark("Facts of the visit"),
}
NARROW = 7
"""So many letters of a filter are seen at least."""


def disputed_field(conflict: ConflictView) -> str:
    """What is in dispute of the record."""
    return field_name(conflict.kind, conflict.field)


def in_order(conflict: ConflictView) -> list[str]:
    """The values of the sides, one's own first."""
    return [side.text for side in sorted(conflict.sides, key=lambda side: not side.mine)]


class DisputeLook(Look[ConflictView]):
    """What is in dispute, the values against each other, and whose they are."""

    def __init__(self) -> None:
        self.begun: set[str] = set()
        """Conflicts for which a side is chosen, but not yet decided."""

    def text(self, row: ConflictView) -> str:
        values = (f"{side.author} · {side.laptop}: {side.text}" for side in row.sides)
        return "\n".join((row.title, disputed_field(row), row.area_name, *values))

    def said(self, row: ConflictView) -> str:
        return ", ".join((row.title, disputed_field(row), *in_order(row)))

    def height(self, _row: ConflictView, _width: int) -> int:
        return 3 * LINE

    def paint(self, painter: QPainter, inside: QRect, row: ConflictView) -> None:
        title, values, who = (
            QRect(inside.left(), inside.top() + LINE * place, inside.width(), LINE) for place in range(3)
        )
        square = QRectF(title.left(), title.top() + 3, theme.MEDIUM, theme.MEDIUM)
        theme.paint_mark(painter, square, "answered" if row.id in self.begun else "disputed")
        paint_line(painter, title.adjusted(theme.HUGE - theme.TINY, 0, 0, 0), row.title, "strong", "text")
        what = "" if row.field == "value" else f"{disputed_field(row)}: "
        paint_line(painter, values, what + "  ↔  ".join(in_order(row)), "text", "text")
        paint_line(painter, who, " · ".join(dict.fromkeys(side.author for side in row.sides)))


class Disputes(RowList[ConflictView]):
    """The list itself."""

    def __init__(self) -> None:
        self.look = DisputeLook()
        super().__init__(tr("What is in dispute"), self.look)

    def at(self, row: str) -> int:
        """The place of a conflict among those shown, 0 where it is not among them."""
        return self.rows.place(row) or 0


class Filters(QWidget):
    """Narrows the list. What every conflict has alike is not offered."""

    changed = Signal()

    def __init__(self, disputes: Disputes) -> None:
        super().__init__()
        self._disputes = disputes
        self.search = SearchBox(tr("Find a dispute (Ctrl+F)"))
        self.search.setMinimumWidth(theme.SEARCH_LEAST)
        self.area = _filter(tr("Area"))
        self.about = _filter(tr("What it is about"))
        self.person = _filter(tr("Person or laptop"))
        line = row(self.search, self.area, self.about, self.person)
        for at, share in enumerate((3, 2, 2, 2)):
            line.setStretch(at, share)
        self.setLayout(line)
        self.search.settled.connect(self._searched)
        for choice in (self.area, self.about, self.person):
            choice.chosen.connect(lambda _: self._narrow())

    def offer(self, conflicts: Sequence[ConflictView]) -> None:
        """Offer what these conflicts can be told apart by; what was chosen stays chosen."""
        areas = Counter((each.area, each.area_name) for each in conflicts)
        about = Counter(each.about for each in conflicts)
        people = Counter(person for each in conflicts for person in {side.author for side in each.sides})
        _offer(
            self.area,
            tr("All areas"),
            [(code, f"{code} · {name} ({count})") for (code, name), count in areas.items() if code],
        )
        subjects: tuple[About, ...] = get_args(About)
        _offer(
            self.about,
            tr("Everything"),
            [(name, f"{tr(ABOUT[name])} ({about[name]})") for name in subjects if about[name]],
        )
        _offer(
            self.person,
            tr("All authors"),
            [(name, f"{name} ({count})") for name, count in sorted(people.items())],
        )
        self._narrow()

    @property
    def active(self) -> bool:
        """Whether something is left out."""
        return bool(self.search.text() or self.area.value or self.about.value or self.person.value)

    def clear(self) -> None:
        """Show all again."""
        self.search.clear()
        self._disputes.rows.search("")
        for choice in (self.area, self.about, self.person):
            choice.set_value("")
        self._narrow()

    def _searched(self, words: str) -> None:
        self._disputes.rows.search(words)
        self.changed.emit()

    def _narrow(self) -> None:
        area, about, by = self.area.value, self.about.value, self.person.value
        self._disputes.rows.narrow(lambda each: concerns(each, area=area, about=about, by=by))
        self.changed.emit()


def _filter(name: str) -> Choice:
    made = Choice((), name=name)
    made.narrow(NARROW)
    return made


def _offer(choice: Choice, everything: str, options: Sequence[tuple[str, str]]) -> None:
    chosen = choice.value
    offered = [("", everything), *options]
    if [(choice.itemData(at), choice.itemText(at)) for at in range(choice.count())] != offered:
        choice.clear()
        for name, words in offered:
            choice.addItem(words, name)
        choice.set_value(chosen)
    choice.setVisible(len(options) > 1 or bool(choice.value))
