"""A list of records of a visit as a sheet to fill in: the table, its saving, pasting and removing.

A cell left is one act. A row becomes a record with its first acceptable value; what is filled in while that
is on its way follows it. A pasted list is one act, too, and can be taken back in one step.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.domain.errors import Refused
from inspector_app.domain.records import Record, RecordId, VisitId
from inspector_app.i18n import tr
from inspector_app.services.views import Saved, VisitCard
from inspector_app.text import UnreadableText, fold
from inspector_app.ui import theme
from inspector_app.ui.notices import Banner
from inspector_app.ui.session import Session
from inspector_app.ui.visit.pasted import Rows
from inspector_app.ui.visit.record_columns import Column
from inspector_app.ui.visit.record_model import Entries, Fields, RecordModel
from inspector_app.ui.visit.record_table import RecordTable
from inspector_app.ui.widgets import label, tool

_NUMBERING = frozenset({"tt", "stt", "so tt", "no.", "#"})
"""Headings of a column that only counts the rows."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What a sheet holds: the kind of record, its columns, what the list is for, how a visit gives it."""

    kind: str
    title: str
    purpose: str
    columns: tuple[Column, ...]
    blank: Record
    entries: Callable[[VisitCard], Entries]


class RecordSheet(QWidget):
    """One list of a visit, read when it is entered and when it has changed."""

    shown = Signal(object)
    """The VisitCard that the list was read from."""

    def __init__(self, session: Session, visit: VisitId, listing: Listing) -> None:
        super().__init__()
        self.session = session
        self.visit = visit
        self.listing = listing
        self.banner = Banner()
        self.model = RecordModel(listing.blank, listing.columns)
        self.table = RecordTable(self.model, tr(listing.title), listing.kind)
        self._adding: dict[str, Fields] = {}
        self._wanted = ""
        """The record to go to once the list has been read."""
        self._begun: Fields = listing.blank.model_dump(mode="json", exclude_defaults=True)
        """What a new record of this list is born with."""
        self.keys = label(
            tr("Enter or typing: edit · Tab: next cell · Delete: remove · Ctrl+V: paste from Excel or Word"),
            "small",
            "secondary",
            wrap=True,
        )
        self._lay_out()
        self._connect()

    def entered(self) -> None:
        """Read the list; the row that waits for the next record has the focus."""
        self.session.read(lambda bench: bench.visits.get(self.visit), self.show_card, owner=self)
        if not self.table.currentIndex().isValid():
            self.table.go_to("")
        self.table.setFocus()

    def go_to(self, place: str) -> None:
        """Go to a record, and to the cell of it that is named, once the list has been read: `<id>/number`."""
        self._wanted = place
        self.entered()

    def show_card(self, card: VisitCard) -> None:
        """Show the list as it stands in a visit."""
        at = self.table.currentIndex()
        wanted, _, field = self._wanted.partition("/")
        self._wanted = ""
        current = wanted or self.model.key(at.row())
        self.model.show(self.listing.entries(card))
        if not self.table.currentIndex().isValid():
            self.table.go_to("")
        named = [column.field for column in self.listing.columns]
        if field and field in named:
            self.table.go_to(current, named.index(field))
        elif current and current != self.model.key(self.table.currentIndex().row()):
            self.table.go_to(current, at.column())
        self.shown.emit(card)

    def add(self, **fields: Any) -> None:
        """Add a record that was chosen elsewhere, such as a paper that the checklist asks for."""
        waiting = not self.model.key(self.table.currentIndex().row())
        self.model.enter(self.model.begin(), fields)
        if waiting:
            self.table.go_to("")

    # --- building ---------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        words = label(tr(self.listing.purpose), "text", "secondary", wrap=True)
        self.bin = tool("remove", tr("Remove the chosen rows (Delete)"), self.remove, tone="secondary")
        self.up = tool("up", tr("Move up (Alt+Up)"), lambda: self._move(-1), tone="secondary")
        self.down = tool("down", tr("Move down (Alt+Down)"), lambda: self._move(1), tone="secondary")
        head = QHBoxLayout()
        head.setContentsMargins(theme.LARGE, 0, theme.LARGE, theme.SMALL)
        head.setSpacing(theme.TINY)
        head.addWidget(words, 1)
        head.addSpacing(theme.MEDIUM)
        for each in (self.up, self.down, self.bin):
            head.addWidget(each)
        self.keys.setContentsMargins(theme.LARGE, theme.TINY, theme.LARGE, theme.TINY)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(self.banner)
        whole.addWidget(self.table, 1)
        whole.addWidget(self.keys)

    def _connect(self) -> None:
        self.model.entered.connect(self._entered)
        self.table.remove_wanted.connect(self.remove)
        self.table.clear_wanted.connect(self._clear)
        self.table.move_wanted.connect(self._move)
        self.table.pasted.connect(self.paste)
        self.table.cells.typed.connect(self._keep)
        self.session.changed.connect(self._changed)

    def _changed(self, saved: Saved, _owner: object) -> None:
        if self.isVisible() and any(
            each.stream == self.visit and each.kind == self.listing.kind for each in saved.what
        ):
            self.session.read(lambda bench: bench.visits.get(self.visit), self.show_card, owner=self)

    # --- saving -----------------------------------------------------------------------------------

    def _entered(self, key: str, fields: Fields) -> None:
        if key.startswith("new "):
            if key not in self._adding:
                self._add(key)
        else:
            self._change(RecordId(key), fields)

    def _add(self, key: str) -> None:
        visit, kind, fields = self.visit, self.listing.kind, self.model.coming(key)
        born = {**self._begun, **fields}
        self._adding[key] = fields

        def added(result: tuple[RecordId, Saved]) -> None:
            del self._adding[key]
            record = result[0]
            self.model.name(key, record)
            self.model.settle(record, fields)
            if later := self.model.coming(record):
                self._change(record, later)

        self.session.save(
            lambda bench: bench.visits.add(visit, kind, **born),
            added,
            lambda error: self._refused(key, fields, error),
            owner=self,
        )

    def _change(self, record: RecordId, fields: Fields) -> None:
        visit, kind = self.visit, self.listing.kind
        self.session.save(
            lambda bench: bench.visits.change(visit, kind, record, **fields),
            lambda _saved: self.model.settle(record, fields),
            lambda error: self._refused(record, fields, error),
            owner=self,
            key=f"{visit}/{kind}/{record}/{'+'.join(sorted(fields))}",
        )

    def _refused(self, key: str, fields: Fields, error: Refused) -> None:
        self._adding.pop(key, None)
        named = {column.field: column for column in self.listing.columns}
        for field, value in fields.items():
            if field in named:
                self.model.refuse(key, field, named[field].shown(value), str(error))

    def _keep(self, key: str, field: str, text: str) -> None:
        """What is being typed is kept as a draft, so that a crash loses at most the last keys."""
        visit, kind = self.visit, self.listing.kind
        record = "" if key.startswith("new ") else key
        self.session.save(
            lambda bench: bench.visits.draft(visit, kind, record, **{field: text}),
            owner=self,
            key=f"draft {kind}/{key}/{field}",
        )

    # --- whole rows -------------------------------------------------------------------------------

    def remove(self) -> None:
        """Take the chosen rows off the list, with the offer to put them back."""
        chosen = self.table.chosen
        for key in chosen:
            if key.startswith("new ") and key not in self._adding:
                self.model.drop(key)
        self.remove_records([RecordId(key) for key in chosen if not key.startswith("new ")])

    def remove_records(self, records: list[RecordId]) -> None:
        """Take records off the list, with the offer to put them back."""
        if not records:
            return
        at = self.table.currentIndex()
        visit, kind = self.visit, self.listing.kind
        first = self.model.record(records[0])
        name = next((text for each in self.listing.columns if (text := each.text(first))), "")

        def removed(_saved: Saved) -> None:
            for record in records:
                self.model.drop(record)
            row = min(at.row(), self.model.rowCount() - 1)
            self.table.setCurrentIndex(self.model.index(row, at.column()))
            text = (
                tr("Removed: {name}", name=name or tr("a row without words"))
                if len(records) == 1
                else tr("{count} rows were removed.", count=len(records))
            )
            self.banner.say("info", text, action=tr("Put back"), act=lambda: self._put_back(records))

        self.session.save(
            lambda bench: bench.visits.remove(visit, kind, *records),
            removed,
            self.banner.tell,
            owner=self,
        )

    def _put_back(self, records: list[RecordId]) -> None:
        visit, kind = self.visit, self.listing.kind
        self.session.save(
            lambda bench: bench.visits.restore(visit, kind, *records), None, self.banner.tell, owner=self
        )
        self.table.setFocus()

    def _clear(self) -> None:
        """Empty the chosen cells; a choice that cannot be empty stays."""
        rows: dict[str, Fields] = {}
        for key, column in self.table.chosen_cells:
            try:
                rows.setdefault(key, {})[column.field] = column.read("")
            except UnreadableText:
                continue
        for key, fields in rows.items():
            self.model.enter(key, fields)

    def _move(self, step: int) -> None:
        at = self.table.currentIndex()
        order = [row.key for row in self.model.rows]
        if not 0 <= at.row() < len(order) or not 0 <= at.row() + step < len(order):
            return
        if any(key.startswith("new ") for key in order):
            return
        order.insert(at.row() + step, order.pop(at.row()))
        visit, kind = self.visit, self.listing.kind
        self.session.save(
            lambda bench: bench.visits.arrange(visit, kind, [RecordId(key) for key in order]),
            None,
            self.banner.tell,
            owner=self,
            key=f"{visit} order {kind}",
        )

    # --- pasting ----------------------------------------------------------------------------------

    def paste(self, rows: Rows) -> None:
        """Take over a table from elsewhere: one row fills the row at hand, several become new rows."""
        fields, body, left_out = self._columns_of(rows)
        key = self.model.key(self.table.currentIndex().row())
        if len(rows) == 1 and key:
            self._paste_into(key, fields, rows[0])
            return
        read = [self._read(fields, row) for row in body]
        values = [{**self._begun, **fields} for fields, _ in read]
        visit, kind = self.visit, self.listing.kind

        def added(result: tuple[tuple[RecordId, ...], Saved]) -> None:
            refused = 0
            for record, (_, texts) in zip(result[0], read, strict=True):
                for field, (text, why) in texts.items():
                    self.model.refuse(record, field, text, why)
                    refused += 1
            self._told_pasted(result[0], refused, left_out)

        if values:
            self.session.save(
                lambda bench: bench.visits.add_all(visit, kind, values), added, self.banner.tell, owner=self
            )

    def _told_pasted(self, records: tuple[RecordId, ...], refused: int, left_out: tuple[str, ...]) -> None:
        notes = [
            tr("{count} cells could not be read; they are marked.", count=refused) if refused else "",
            tr("Without a column here: {texts}.", texts="; ".join(left_out)) if left_out else "",
        ]
        self.banner.say(
            "attention" if refused or left_out else "good",
            tr("Rows added: {count}", count=len(records)),
            " ".join(note for note in notes if note),
            action=tr("Take back"),
            act=lambda: self.remove_records(list(records)),
        )
        self.table.setFocus()

    def _paste_into(self, key: str, columns: list[Column | None], row: list[str]) -> None:
        values, texts = self._read(columns, row)
        self.model.enter(key, values)
        for field, (text, why) in texts.items():
            self.model.refuse(key, field, text, why)

    def _columns_of(self, rows: Rows) -> tuple[list[Column | None], Rows, tuple[str, ...]]:
        """Which column each pasted cell belongs to, the rows below the headings, headings of no column.

        A first row that names our columns says it; else the cells begin at the column at hand.
        """
        editable = [each for each in self.listing.columns if each.computed is None]
        named = {fold(tr(each.heading)): each for each in editable}
        heads = [fold(cell) for cell in rows[0]]
        if len(rows) > 1 and sum(head in named for head in heads) * 2 >= sum(bool(head) for head in heads):
            left = tuple(
                cell
                for cell, head in zip(rows[0], heads, strict=True)
                if head and head not in named and head not in _NUMBERING
            )
            return [named.get(head) for head in heads], rows[1:], left
        first = max(0, self.table.currentIndex().column())
        columns: list[Column | None] = list(self.listing.columns[first:])
        wide = max(map(len, rows))
        beyond = tuple(cell for row in rows for cell in row[len(columns) :] if cell)
        return [*columns, *[None] * (wide - len(columns))], rows, beyond[:3]

    @staticmethod
    def _read(columns: list[Column | None], row: list[str]) -> tuple[Fields, dict[str, tuple[str, str]]]:
        """The values of a pasted row, and the texts that are none with the reason."""
        values: Fields = {}
        refused: dict[str, tuple[str, str]] = {}
        for column, text in zip(columns, row, strict=False):
            if column is None or not text:
                continue
            try:
                values[column.field] = column.read(text)
            except UnreadableText as why:
                refused[column.field] = (text, str(why))
        return values, refused
