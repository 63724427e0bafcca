"""The lists of findings and recommendations: painted rows of facts and words over a model."""

from typing import Any, TypeAlias

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
    QListView,
    QPushButton,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from inspector_app import text
from inspector_app.domain.records import Finding, Recommendation, RecordId
from inspector_app.i18n import tr
from inspector_app.services.views import Listed
from inspector_app.ui import theme, widgets
from inspector_app.ui.visit.words import causes, severities

Entry: TypeAlias = Listed[Finding] | Listed[Recommendation]
Index = QModelIndex | QPersistentModelIndex

LINES_SHOWN = 3


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
        metrics = QFontMetrics(theme.font("text"))
        # Words break at spaces, so that three lines hold a little less than their width three times.
        room = LINES_SHOWN * words.width() - 12 * metrics.averageCharWidth()
        shown = metrics.elidedText(entry.record.text, Qt.TextElideMode.ElideRight, room)
        painter.setClipRect(words)
        painter.drawText(words, Qt.TextFlag.TextWordWrap, shown)
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
