"""What came from whom: what each laptop wrote in a visit, and the files that brought it here."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from inspector_app.domain.records import VisitId
from inspector_app.i18n import mark, tr
from inspector_app.services.arrivals import Arrival
from inspector_app.services.contributions import Contribution
from inspector_app.text import format_datetime, format_number
from inspector_app.ui import theme
from inspector_app.ui.line_table import LineTable, cell_side
from inspector_app.ui.session import Session
from inspector_app.ui.widgets import EmptyPage, column, label

Index = QModelIndex | QPersistentModelIndex
T = TypeVar("T")
MOST = 8
"""So many lines of a table are in view; more are scrolled to."""


@dataclass(frozen=True)
class Column(Generic[T]):
    """A column: heading, text, what takes the room that is left. `warns`: what stands in it is open."""

    heading: str
    text: Callable[[T], str]
    right: bool = False
    warns: bool = False
    stretches: bool = False


def _count(number: int) -> str:
    return format_number(number) if number else "–"


def _whose(each: Contribution) -> str:
    laptop = f"{each.laptop} ({tr('this laptop')})" if each.mine else each.laptop
    return f"{each.person} · {laptop}"


LAPTOPS: tuple[Column[Contribution], ...] = (
    Column(mark("Who"), _whose, stretches=True),
    Column(mark("Last written"), lambda each: format_datetime(each.latest.astimezone())),
    Column(mark("Answers"), lambda each: _count(each.answers), right=True),
    Column(mark("Findings"), lambda each: _count(each.findings), right=True),
    Column(mark("Dossiers"), lambda each: _count(each.dossiers), right=True),
    Column(mark("Photos"), lambda each: _count(each.photos), right=True),
    Column(mark("In dispute"), lambda each: _count(each.disputed), right=True, warns=True),
    Column(mark("Files not here"), lambda each: _count(each.missing), right=True, warns=True),
)
FILES: tuple[Column[Arrival], ...] = (
    Column(mark("Received"), lambda each: format_datetime(each.at.astimezone())),
    Column(mark("From"), lambda each: f"{each.person} · {each.laptop}"),
    Column(mark("File"), lambda each: each.file, stretches=True),
    Column(mark("New"), lambda each: _count(each.new), right=True),
    Column(mark("Known"), lambda each: _count(each.known), right=True),
    Column(mark("In dispute"), lambda each: _count(each.disputed), right=True, warns=True),
    Column(mark("Files not here"), lambda each: _count(each.missing), right=True, warns=True),
)


class LinesModel(QAbstractTableModel, Generic[T]):
    """Lines in columns, to be read."""

    def __init__(self, columns: Sequence[Column[T]]) -> None:
        super().__init__()
        self.columns = columns
        self.lines: tuple[T, ...] = ()

    def show(self, lines: Sequence[T]) -> None:
        """Show these."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(self.columns[section].heading)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return cell_side(right=self.columns[section].right)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        held = self.columns[index.column()]
        words = held.text(self.lines[index.row()])
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return words
            case Qt.ItemDataRole.TextAlignmentRole:
                return cell_side(right=held.right)
            case Qt.ItemDataRole.ForegroundRole if held.warns and words != "–":
                return theme.colour("attention")
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{tr(held.heading)}: {words}"
            case _:
                return None


class Lines(LineTable, Generic[T]):
    """Such a table; it is as high as its lines."""

    def __init__(self, columns: Sequence[Column[T]], name: str) -> None:
        self._lines: LinesModel[T] = LinesModel(columns)
        super().__init__(self._lines, name, theme.ROW)

        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def show_lines(self, lines: Sequence[T]) -> None:
        """Show these."""
        self._lines.show(lines)
        self.setFixedHeight(theme.ROW * (1 + max(1, min(len(lines), MOST))) + theme.SMALL)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Each column holds its words; one of them takes the rest, but is never lost."""
        widths: dict[int, int] = {}
        for at, each in enumerate(self._lines.columns):
            words = (tr(each.heading), *(each.text(line) for line in self._lines.lines))
            widths[at] = max(map(theme.text_width, words)) + 2 * theme.CELL + theme.TINY
        taking = next(at for at, each in enumerate(self._lines.columns) if each.stretches)
        others = sum(width for at, width in widths.items() if at != taking)
        widths[taking] = max(theme.SEARCH_LEAST, self.viewport().width() - others)
        for at, width in widths.items():
            self.setColumnWidth(at, width)


class CamePanel(QWidget):
    """The two tables of one visit."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._visit = VisitId("")
        self.laptops: Lines[Contribution] = Lines(LAPTOPS, tr("What each laptop wrote"))
        self.files: Lines[Arrival] = Lines(FILES, tr("Files received here"))
        self._none = label(tr("No file of this visit was received on this laptop yet."), "text", "secondary")
        inside = QWidget()
        lay = column(
            label(tr("What each laptop wrote"), "group"),
            self.laptops,
            label(tr("Files received here"), "group"),
            self._none,
            self.files,
            None,
        )
        lay.setContentsMargins(theme.LARGE, theme.MEDIUM, theme.LARGE, theme.LARGE)
        inside.setLayout(lay)
        self.body = QStackedWidget()
        self.body.addWidget(inside)
        self.body.addWidget(
            EmptyPage(
                "people",
                tr("Nothing written yet"),
                tr("Once a laptop has written in this visit, it stands here with all that came from it."),
            )
        )
        self.setLayout(column(self.body))

    def show_visit(self, visit: VisitId) -> None:
        """Read what came from whom in a visit."""
        self._visit = visit
        self._session.read(
            lambda bench: (visit, bench.contributions.of(visit), bench.contributions.arrivals(visit)),
            self._show,
            owner=self,
        )

    def begin(self) -> None:
        """Put the focus into the table."""
        self.laptops.setFocus()

    def _show(self, read: tuple[VisitId, tuple[Contribution, ...], tuple[Arrival, ...]]) -> None:
        visit, laptops, files = read
        if visit == self._visit:
            self.laptops.show_lines(laptops)
            self.files.show_lines(files)
            self.files.setVisible(bool(files))
            self._none.setVisible(not files)
            self.body.setCurrentIndex(0 if laptops or files else 1)
