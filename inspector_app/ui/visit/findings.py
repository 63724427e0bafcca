"""Findings and recommendations: two lists, and a panel in which the chosen one is written.

Every field left is one saved act. A new record begins with its first words, so that an empty one can never
reach the minutes. A recommendation may come from a finding: it takes over the item, the usual wording and the
usual time, counted in working days from the day of the visit.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any, Literal, TypeAlias

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QPushButton,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from inspector_app import paths, text
from inspector_app.domain.calendar import WorkingCalendar
from inspector_app.domain.errors import Refused
from inspector_app.domain.records import Finding, Recommendation, RecordId, VisitId
from inspector_app.i18n import tr
from inspector_app.services.views import ItemView, Listed, Saved, VisitCard
from inspector_app.ui import theme, widgets
from inspector_app.ui.session import Session
from inspector_app.ui.visit.words import causes, severities

Kind = Literal["finding", "recommendation"]
Entry: TypeAlias = Listed[Finding] | Listed[Recommendation]
Items: TypeAlias = Mapping[str, ItemView]
Index = QModelIndex | QPersistentModelIndex

LINES_SHOWN = 3


@cache
def working_calendar() -> WorkingCalendar:
    """The shipped calendar of working days."""
    return WorkingCalendar.from_json((paths.resources() / "calendars" / "vn.json").read_bytes())


# --- the lists -----------------------------------------------------------------------------------


class RecordModel(QAbstractListModel):
    """Findings, or recommendations, in their order."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: list[Entry] = []

    def show(self, entries: tuple[Entry, ...]) -> None:
        """Show these records; rows that stay keep their place and the selection."""
        if [entry.id for entry in entries] == [entry.id for entry in self.entries]:
            self.entries = list(entries)
            if entries:
                self.dataChanged.emit(self.index(0), self.index(len(entries) - 1))
            return
        self.beginResetModel()
        self.entries = list(entries)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return entry.record.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return " · ".join(part for part in (*facts(entry), entry.record.text) if part)
        return None


def facts(entry: Entry) -> tuple[str, str, str]:
    """(item, what is said of it, its date) as the first line of a row tells them."""
    record = entry.record
    if isinstance(record, Finding):
        said = [dict(severities())[record.severity], dict(causes()).get(record.cause or "", "")]
        return record.item, " · ".join(part for part in said if part), ""
    due = tr("by {date}", date=text.format_date(record.due_on)) if record.due_on else tr("no date yet")
    return record.item, record.responsible or tr("responsible body not named"), due


class RecordDelegate(QStyledItemDelegate):
    """Paints a record: facts in a small line, then its words on up to three lines."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        words = self._words(QRect(0, 0, width - 2 * theme.MEDIUM, 10_000), index.data())
        return QSize(width, words.height() + 18 + 2 * theme.SMALL + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(row, theme.colour("chosen" if chosen else "hover"))
        if option.state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRect(row.adjusted(1, 1, -1, -1))
        painter.fillRect(row.left(), row.bottom(), row.width(), 1, theme.colour("line"))
        inside = row.adjusted(theme.MEDIUM, theme.SMALL, -theme.MEDIUM, -theme.SMALL)
        self._facts(painter, QRect(inside.left(), inside.top(), inside.width(), 18), entry)
        painter.setFont(theme.font("text"))
        painter.setPen(theme.colour("text"))
        words = self._words(inside.adjusted(0, 18, 0, 0), entry.record.text)
        painter.setClipRect(words)
        painter.drawText(words, Qt.TextFlag.TextWordWrap, entry.record.text)
        painter.restore()

    def _facts(self, painter: QPainter, line: QRect, entry: Entry) -> None:
        item, said, due = facts(entry)
        middle = Qt.AlignmentFlag.AlignVCenter
        if isinstance(entry.record, Finding):
            theme.paint_mark(painter, QRectF(line.left(), line.top() + 3, 12, 12), "finding")
            line = line.adjusted(18, 0, 0, 0)
        if entry.disputed:
            theme.paint_mark(painter, QRectF(line.right() - 11, line.top() + 3, 12, 12), "disputed")
            line = line.adjusted(0, 0, -20, 0)
        painter.setFont(theme.font("small_strong"))
        painter.setPen(theme.colour("accent"))
        painter.drawText(line, middle, item)
        taken = QFontMetrics(theme.font("small_strong")).horizontalAdvance(item) + theme.SMALL if item else 0
        painter.setFont(theme.font("small"))
        serious = isinstance(entry.record, Finding) and entry.record.severity == "serious"
        painter.setPen(theme.colour("wrong" if serious else "secondary"))
        metrics = QFontMetrics(theme.font("small"))
        room = line.width() - taken - (metrics.horizontalAdvance(due) + theme.MEDIUM if due else 0)
        shown = metrics.elidedText(said, Qt.TextElideMode.ElideRight, room)
        painter.drawText(line.adjusted(taken, 0, 0, 0), middle, shown)
        painter.setPen(theme.colour("secondary"))
        painter.drawText(line, middle | Qt.AlignmentFlag.AlignRight, due)

    @staticmethod
    def _words(inside: QRect, words: str) -> QRect:
        metrics = QFontMetrics(theme.font("text"))
        found = metrics.boundingRect(
            QRect(0, 0, inside.width(), 10_000), Qt.TextFlag.TextWordWrap, words or " "
        )
        height = min(found.height(), LINES_SHOWN * metrics.lineSpacing())
        return QRect(inside.left(), inside.top(), inside.width(), height)


class RecordList(QListView):
    """A list of records. Enter goes into the panel, Delete asks to remove."""

    chosen = Signal(str)
    write_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.records = RecordModel()
        self.setModel(self.records)
        self.setItemDelegate(RecordDelegate(self))
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.selectionModel().currentChanged.connect(self._moved)

    def select(self, record: str) -> None:
        """Choose a record, or none with ""."""
        rows = [entry.id for entry in self.records.entries]
        if record in rows:
            self.setCurrentIndex(self.records.index(rows.index(RecordId(record))))
        else:
            self.setCurrentIndex(QModelIndex())
            self.clearSelection()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.write_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self.chosen.emit(self.records.entries[now.row()].id)


class RecordSection(QWidget):
    """A titled list with the button that adds to it; a sentence while it is empty."""

    def __init__(self, title: str, add: QPushButton, empty: str) -> None:
        super().__init__()
        self._name = title
        self.title = widgets.label(title, "group")
        self.list = RecordList(title)
        self._empty = widgets.label(empty, "text", "secondary", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._empty.setContentsMargins(theme.MEDIUM, theme.SMALL, theme.MEDIUM, 0)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        head = widgets.row(self.title, None, add)
        head.setContentsMargins(theme.MEDIUM, 0, 0, 0)
        column = widgets.column(head, self._stack, spacing=theme.TINY)
        self.setLayout(column)

    def show_records(self, entries: tuple[Entry, ...]) -> None:
        """Show these records."""
        self.list.records.show(entries)
        self.title.setText(f"{self._name} ({len(entries)})" if entries else self._name)
        self._stack.setCurrentWidget(self.list if entries else self._empty)


# --- the panels ----------------------------------------------------------------------------------


class RecordPanel(QWidget):
    """The fields of one record. `left` tells each field that was changed; `None` as entry begins a new one."""

    left = Signal(str, object)
    """(field, value)"""
    remove_wanted = Signal()
    item_wanted = Signal(str)

    def __init__(self, title: str, new_title: str) -> None:
        super().__init__()
        self._titles = (title, new_title)
        self.entry: Entry | None = None
        self.fields: dict[str, widgets.Field] = {}
        self.title = widgets.label("", "group")
        self.item = widgets.Choice([("", tr("No item"))], name=tr("Item"))
        self.item.setSizeAdjustPolicy(widgets.Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.item.chosen.connect(lambda code: self.left.emit("item", code))
        self.words = widgets.TextArea(name=tr("Text"), lines=(4, 12))
        self.words.finished.connect(lambda words: self.left.emit("text", words))
        self.open_item = widgets.tool(
            "next", tr("Go to the item"), lambda: self.item_wanted.emit(self.item.value)
        )
        self._bin = widgets.button(tr("Remove"), self.ask_remove, kind="quiet", icon="remove")
        self._sure = widgets.button(tr("Remove it"), self.remove_wanted.emit, kind="danger")
        self._keep = widgets.button(tr("Keep it"), self._keep_it, kind="quiet")
        self.actions = widgets.Flow()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.LARGE, theme.MEDIUM, theme.LARGE, theme.LARGE)
        self._column.setSpacing(theme.MEDIUM)
        self._column.addWidget(self.title)
        place = QWidget()
        place.setLayout(widgets.row(self.item, self.open_item, spacing=theme.TINY))
        place.setFocusProxy(self.item)
        self._add("item", tr("Item"), place)
        self._add("text", tr("Text"), self.words)
        self._build()
        for each in (self._bin, self._sure, self._keep):
            self.actions.addWidget(each)
        self._column.addLayout(self.actions)
        self._column.addStretch(1)
        self._keep_it()

    def show_items(self, items: Items) -> None:
        """Offer the items of the checklist."""
        if self.item.count() == 1:
            for item in items.values():
                if item.editor != "figure":
                    self.item.addItem(f"{item.code} · {item.text}", item.code)

    def show_entry(self, entry: Entry | None) -> None:
        """Show a record, or the beginning of a new one; what is being typed stays."""
        if entry is None or self.entry is None or entry.id != self.entry.id:
            self._keep_it()
            self.words.clearFocus()
        self.entry = entry
        self.title.setText(self._titles[0] if entry else self._titles[1])
        self._bin.setVisible(entry is not None and self._sure.isHidden())
        for field in self.fields.values():
            field.accept()
        self._show(entry)

    def begin(self, **fields: Any) -> None:
        """Begin a new record with some of its fields."""
        self.show_entry(None)
        self.item.set_value(fields.get("item", ""))
        self.words.set_value("")
        self.words.setPlainText(fields.get("text", ""))

    def values(self) -> dict[str, Any]:
        """The fields as they stand on the screen."""
        return {"item": self.item.value, "text": self.words.value}

    def refuse(self, field: str, error: Refused) -> None:
        """Say under a field why it was not taken."""
        self.fields[field if field in self.fields else "text"].refuse(
            f"{error.sentence} {error.hint}".strip()
        )

    def ask_remove(self) -> None:
        """Ask in place whether the record shall go."""
        if self.entry is not None:
            self._bin.hide()
            self._sure.show()
            self._keep.show()
            self._sure.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_it(self) -> None:
        self._sure.hide()
        self._keep.hide()
        self._bin.setVisible(self.entry is not None)

    def _add(self, name: str, label: str, control: QWidget) -> None:
        self.fields[name] = widgets.Field(label, control)
        self._column.addWidget(self.fields[name])

    def _build(self) -> None:
        raise NotImplementedError

    def _show(self, entry: Entry | None) -> None:
        self.item.set_value(entry.record.item if entry else "")
        self.words.set_value(entry.record.text if entry else "")


class FindingPanel(RecordPanel):
    """A finding: item, words, severity, cause."""

    recommend_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Finding"), tr("New finding"))

    def values(self) -> dict[str, Any]:
        return {
            **super().values(),
            "severity": self.severity.value or "notable",
            "cause": self.cause.value or None,
        }

    def _build(self) -> None:
        self.severity = widgets.Segments(severities(), "notable", name=tr("Severity"))
        self.severity.chosen.connect(lambda value: self.left.emit("severity", value))
        self.cause = widgets.Choice([("", tr("Cause not given")), *causes()], name=tr("Cause"))
        self.cause.chosen.connect(lambda value: self.left.emit("cause", value or None))
        self._add("severity", tr("Severity"), self.severity)
        self._add("cause", tr("Cause"), self.cause)
        self.recommend = widgets.button(
            tr("Recommend how to put it right"), self.recommend_wanted.emit, icon="add"
        )
        self.actions.addWidget(self.recommend)

    def _show(self, entry: Entry | None) -> None:
        super()._show(entry)
        record = entry.record if entry else Finding()
        assert isinstance(record, Finding)
        self.severity.set_value(record.severity)
        self.cause.set_value(record.cause or "")
        self.recommend.setVisible(entry is not None)


class RecommendationPanel(RecordPanel):
    """A recommendation: item, words, who, by when; the date may be given as a number of working days."""

    def __init__(self) -> None:
        self._from = date.today()
        super().__init__(tr("Recommendation"), tr("New recommendation"))

    def count_from(self, day: date | None) -> None:
        """The day from which working days are counted: the day of the visit."""
        self._from = day or date.today()
        self.fields["days"].label.setText(tr("Working days from {date}", date=text.format_date(self._from)))

    def begin(self, **fields: Any) -> None:
        super().begin(**fields)
        self.responsible.set_value(fields.get("responsible", ""))
        if fields.get("days") is not None:
            self.due.set_value(working_calendar().add_working_days(self._from, fields["days"]))
            self._show_days()

    def values(self) -> dict[str, Any]:
        return {**super().values(), "responsible": self.responsible.value, "due_on": self.due.value}

    def _build(self) -> None:
        self.responsible = widgets.LineEdit(name=tr("Responsible body"))
        self.responsible.finished.connect(lambda words: self.left.emit("responsible", words))
        self.days = widgets.LineEdit(name=tr("Working days"))
        self.days.setFixedWidth(84)
        self.days.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.days.finished.connect(self._count_days)
        self.due = widgets.DateEdit(name=tr("Due date"))
        self.due.finished.connect(self._due_left)
        self._add("responsible", tr("Responsible body"), self.responsible)
        line = QHBoxLayout()
        line.setSpacing(theme.LARGE)
        self.fields["days"] = widgets.Field(tr("Working days"), self.days)
        self.fields["due_on"] = widgets.Field(tr("Due date"), self.due)
        line.addWidget(self.fields["due_on"])
        line.addWidget(self.fields["days"], 1)
        self._column.addLayout(line)

    def _show(self, entry: Entry | None) -> None:
        super()._show(entry)
        record = entry.record if entry else Recommendation()
        assert isinstance(record, Recommendation)
        self.responsible.set_value(record.responsible)
        if not self.due.hasFocus() and not self.due.line.hasFocus():
            self.due.set_value(record.due_on)
        self._show_days()

    def _show_days(self) -> None:
        due = self.due.value
        days = working_calendar().working_days_between(self._from, due) if due else None
        self.days.set_value(str(days) if days is not None and days >= 0 else "")

    def _due_left(self) -> None:
        self.fields["due_on"].accept()
        self._show_days()
        self.left.emit("due_on", self.due.value)

    def _count_days(self, written: str) -> None:
        if not written:
            return
        if not written.isdecimal() or int(written) > 1000:
            self.fields["days"].refuse(tr("Write a whole number of days."))
            return
        self.fields["days"].accept()
        self.due.set_value(working_calendar().add_working_days(self._from, int(written)))
        self.left.emit("due_on", self.due.value)


# --- the page ------------------------------------------------------------------------------------


class FindingsPage(QWidget):
    """What the team found, and what it asks for."""

    open_item = Signal(str)

    def __init__(self, session: Session, visit: VisitId) -> None:
        super().__init__()
        self.session = session
        self.visit = visit
        self._items: Items = {}
        self._unit = ""
        self._from_finding = ""
        self._chosen: dict[Kind, str] = {"finding": "", "recommendation": ""}
        self.findings = RecordSection(
            tr("Findings"),
            widgets.button(tr("Add a finding"), self.new_finding, icon="add", shortcut="Ctrl+N"),
            tr("No finding yet. Findings can also be recorded on the checklist, at their item."),
        )
        self.recommendations = RecordSection(
            tr("Recommendations"),
            widgets.button(
                tr("Add a recommendation"), self.new_recommendation, icon="add", shortcut="Ctrl+Shift+N"
            ),
            tr("No recommendation yet. Choose a finding and recommend how to put it right."),
        )
        self.finding = FindingPanel()
        self.recommendation = RecommendationPanel()
        self._sections: dict[Kind, RecordSection] = {
            "finding": self.findings,
            "recommendation": self.recommendations,
        }
        self._panels: dict[Kind, RecordPanel] = {
            "finding": self.finding,
            "recommendation": self.recommendation,
        }
        self._nothing = widgets.label(
            tr("Choose a finding or a recommendation to read and change it."), "text", "secondary", wrap=True
        )
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._nothing.setContentsMargins(theme.LARGE, theme.LARGE, theme.LARGE, 0)
        self._lay_out()
        self._connect()
        self._read()

    def entered(self) -> None:
        """The page is on the screen: the first list has the focus."""
        section = self.findings if self.findings.list.records.entries else self.recommendations
        section.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def new_finding(self) -> None:
        """Begin a finding."""
        self._begin("finding")

    def new_recommendation(self) -> None:
        """Begin a recommendation, for the unit unless another body is named."""
        self._from_finding = ""
        self._begin("recommendation", responsible=self._unit)

    def recommend(self) -> None:
        """Begin a recommendation from the chosen finding."""
        entry = self.finding.entry
        if entry is None:
            return
        item = self._items.get(entry.record.item)
        self._from_finding = entry.id
        self._begin(
            "recommendation",
            item=entry.record.item,
            text=item.action if item else "",
            responsible=self._unit,
            days=item.days if item else None,
        )
        self._save("recommendation", "text", self.recommendation.words.value)

    # --- building ---------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        lists = widgets.column(self.findings, self.recommendations, spacing=theme.LARGE)
        lists.setContentsMargins(theme.SMALL, theme.MEDIUM, theme.LARGE, theme.SMALL)
        lists.setStretch(0, 3)
        lists.setStretch(1, 2)
        self.side = QStackedWidget()
        self.side.addWidget(self._nothing)
        for panel in self._panels.values():
            scroll = widgets.Scroll(width=None, margin=0)
            scroll.column.addWidget(panel)
            self.side.addWidget(scroll)
        theme.dress(self.side, surface="raised")
        self.side.setFixedWidth(theme.PANEL)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(lists, 1)
        whole.addWidget(widgets.line(vertical=True))
        whole.addWidget(self.side)

    def _connect(self) -> None:
        self.session.changed.connect(self._changed)
        self.finding.recommend_wanted.connect(self.recommend)
        for kind, panel in self._panels.items():
            panel.left.connect(lambda field, value, kind=kind: self._save(kind, field, value))
            panel.remove_wanted.connect(lambda kind=kind: self._remove(kind))
            panel.item_wanted.connect(self._go_to_item)
            listed = self._sections[kind].list
            listed.chosen.connect(lambda record, kind=kind: self._choose(kind, record))
            listed.write_wanted.connect(lambda panel=panel: panel.words.setFocus())
            listed.remove_wanted.connect(panel.ask_remove)

    # --- showing ----------------------------------------------------------------------------------

    def _read(self) -> None:
        visit = self.visit
        self.session.read(
            lambda bench: (bench.visits.get(visit), bench.checklists.open(visit).items),
            self._show,
            owner=self,
        )

    def _show(self, read: tuple[VisitCard, Items]) -> None:
        card, self._items = read
        self._unit = card.unit
        self.recommendation.count_from(card.visit.on)
        for kind, entries in (("finding", card.findings), ("recommendation", card.recommendations)):
            self._panels[kind].show_items(self._items)
            self._sections[kind].show_records(entries)
            if chosen := self._chosen[kind]:
                self._show_chosen(kind, chosen, entries)

    def _show_chosen(self, kind: Kind, chosen: str, entries: tuple[Entry, ...]) -> None:
        entry = next((each for each in entries if each.id == chosen), None)
        if entry is None:
            self._chosen[kind] = ""
            self.side.setCurrentIndex(0)
            return
        self._sections[kind].list.select(chosen)
        self._panels[kind].show_entry(entry)

    def _choose(self, kind: Kind, record: str) -> None:
        other: Kind = "recommendation" if kind == "finding" else "finding"
        self._chosen = {kind: record, other: ""}
        self._sections[other].list.select("")
        entry = next(each for each in self._sections[kind].list.records.entries if each.id == record)
        panel = self._panels[kind]
        if panel.entry is None or panel.entry.id != record:
            panel.show_entry(entry)
        self.side.setCurrentIndex(1 + list(self._panels).index(kind))

    def _begin(self, kind: Kind, **fields: Any) -> None:
        for each in self._sections:
            self._chosen[each] = ""
            self._sections[each].list.select("")
        panel = self._panels[kind]
        panel.begin(**fields)
        self.side.setCurrentIndex(1 + list(self._panels).index(kind))
        panel.words.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _go_to_item(self, code: str) -> None:
        if code:
            self.open_item.emit(code)

    # --- saving -----------------------------------------------------------------------------------

    def _save(self, kind: Kind, field: str, value: Any) -> None:
        panel = self._panels[kind]
        if panel.entry is None:
            self._add(kind, field, value)
            return
        visit, record = self.visit, panel.entry.id
        self.session.save(
            lambda bench: bench.visits.change(visit, kind, record, **{field: value}),
            None,
            lambda error: panel.refuse(field, error),
            owner=self,
            key=f"{visit}/{kind}/{record}/{field}",
        )

    def _add(self, kind: Kind, field: str, value: Any) -> None:
        """A new record begins with its first words; an item chosen first brings its standard sentence."""
        panel = self._panels[kind]
        item = self._items.get(panel.item.value)
        if kind == "finding" and field == "item" and item is not None and not panel.words.value:
            panel.words.setPlainText(item.standard_finding)
        fields = panel.values()
        if not fields["text"]:
            return
        if kind == "recommendation" and self._from_finding:
            fields["finding"] = self._from_finding
        visit = self.visit

        def added(result: tuple[RecordId, Saved]) -> None:
            if panel.entry is None:
                self._chosen[kind] = result[0]
                self._read()

        self.session.save(
            lambda bench: bench.visits.add(visit, kind, **fields),
            added,
            lambda error: panel.refuse(field, error),
            owner=self,
            key=f"{visit}/{kind}/new",
        )

    def _remove(self, kind: Kind) -> None:
        entry = self._panels[kind].entry
        if entry is None:
            return
        visit, record = self.visit, entry.id
        self.session.save(
            lambda bench: bench.visits.remove(visit, kind, record),
            None,
            lambda error: self._panels[kind].refuse("text", error),
            owner=self,
        )

    def _changed(self, saved: Saved, _owner: object) -> None:
        if any(
            touched.stream == self.visit and touched.kind in ("finding", "recommendation", "visit")
            for touched in saved.what
        ):
            self._read()
