"""Who has which area: areas down, members across, a tick where an area is dealt, and how far each has come.

An area that nobody has is a gap, one that several have an overlap; both say so in a word beside their mark.
Who deals does it here: a click, Space or Enter gives an area to a member or takes it away.
"""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from inspector_app.domain.records import RecordId, VisitId
from inspector_app.i18n import tr
from inspector_app.services.day_views import AreaDuty, Member, Roster
from inspector_app.services.views import Saved
from inspector_app.ui import fields, theme, widgets
from inspector_app.ui.notices import Banner
from inspector_app.ui.row_list import paint_line
from inspector_app.ui.session import Session

Index = QModelIndex | QPersistentModelIndex

AREA, PROGRESS, STATE, FIRST_MEMBER = range(4)
NARROWEST, WIDEST = 84, 132
"""How wide a member's column is."""
_HEAD = 44
_FITS = {PROGRESS: 116, STATE: 132}
"""What the columns about the area need beside its name."""


def state_words(duty: AreaDuty, *, dealt: bool) -> str:
    """A gap or an overlap in a word; "" where one member has the area, or nothing was dealt yet."""
    if not dealt or len(duty.members) == 1:
        return ""
    return tr("Nobody") if not duty.members else tr("{count} members", count=len(duty.members))


def brief_name(member: Member) -> str:
    """What a member is called at the head of a narrow column: the last two words of the name."""
    return " ".join(member.name.split()[-2:])


class CoverageModel(QAbstractTableModel):
    """Areas and members as a table. `toggled(member, area)` asks to deal, or to take back."""

    toggled = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.roster: Roster | None = None
        self._shares: Mapping[tuple[RecordId, str], int] = {}

    def show(self, roster: Roster, shares: Mapping[tuple[RecordId, str], int]) -> None:
        """Another state of the same table, or another table.

        shares: how many answers were given, by member and area.
        """
        before, self.roster = self.roster, roster
        self._shares = shares
        if before and _shape(before) == _shape(roster):
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last.column())
            return
        self.beginResetModel()
        self.endResetModel()

    def duty(self, row: int) -> AreaDuty:
        """The area of a row."""
        assert self.roster is not None
        return self.roster.areas[row]

    def member(self, column: int) -> Member | None:
        """The member of a column; None for the columns about the area."""
        if self.roster is None or column < FIRST_MEMBER:
            return None
        return self.roster.members[column - FIRST_MEMBER]

    def toggle(self, at: QModelIndex) -> bool:
        """Deal the area to the member, or take it back; False where there is nothing to deal."""
        member = self.member(at.column()) if at.isValid() else None
        if member is None or self.roster is None or not self.roster.may_deal:
            return False
        self.toggled.emit(member.id, self.duty(at.row()).code)
        return True

    def rowCount(self, parent: Index | None = None) -> int:
        return (
            0 if self.roster is None or (parent is not None and parent.isValid()) else len(self.roster.areas)
        )

    def columnCount(self, parent: Index | None = None) -> int:
        if self.roster is None or (parent is not None and parent.isValid()):
            return 0
        return FIRST_MEMBER + len(self.roster.members)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        member = self.member(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignHCenter if member else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if member is None:
            names = {AREA: tr("Area"), PROGRESS: tr("Progress"), STATE: tr("Coverage")}
            return names[section] if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{brief_name(member)}\n{member.answered}/{member.total}"
        if role == Qt.ItemDataRole.FontRole and self.roster and member.id == self.roster.me:
            return theme.font("small_strong")
        return _said_of(member) if role == Qt.ItemDataRole.ToolTipRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        duty, member = self.duty(index.row()), self.member(index.column())
        assert self.roster is not None
        has = member is not None and member.id in duty.members
        if role == Qt.ItemDataRole.UserRole:
            return duty, member, has
        if role == Qt.ItemDataRole.DisplayRole:
            if index.column() == AREA:
                return f"{duty.code}  {duty.name}"
            if index.column() == PROGRESS:
                return f"{duty.answered}/{duty.total}"
            if index.column() == STATE:
                return state_words(duty, dealt=self.roster.dealt)
            share = self._shares.get((member.id, duty.code), 0) if member else 0
            return str(share) if share else ""
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == AREA:
            return "\n".join(part for part in (duty.name, duty.taken_over) if part)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if member is None:
                return str(self.data(index))
            has_words = tr("dealt") if has else tr("not dealt")
            share = self.data(index)
            given = tr("{count} answers", count=share) if share else ""
            return f"{duty.code} · {member.name}: " + ", ".join(filter(None, (has_words, given)))
        return None


class CoverageDelegate(QStyledItemDelegate):
    """Paints progress as a bar, the state with its mark, a tick where an area is dealt."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        duty, member, has = index.data(Qt.ItemDataRole.UserRole)
        column = index.column()
        if column == AREA:
            super().paint(painter, option, index)
            return
        painter.save()
        box: QRect = option.rect  # type: ignore[attr-defined]  # missing from Qt's stubs
        state = option.state  # type: ignore[attr-defined]  # as above
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            chosen = state & QStyle.StateFlag.State_Selected
            painter.fillRect(box, theme.colour("chosen" if chosen else "hover"))
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if column == PROGRESS:
            self._progress(painter, box, duty)
        elif column == STATE:
            self._state(painter, box, duty, index.data())
        else:
            self._share(painter, box, str(index.data()), has=has)
        view: QTableView = option.widget  # type: ignore[attr-defined]  # as above
        if member is not None and view.hasFocus() and index == view.currentIndex():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRect(box.adjusted(1, 1, -1, -1))
        painter.restore()

    def _progress(self, painter: QPainter, box: QRect, duty: AreaDuty) -> None:
        inside = box.adjusted(theme.SMALL, 0, -theme.SMALL, 0)
        words = f"{duty.answered}/{duty.total}"
        paint_line(painter, inside, words, right=True)
        room = theme.text_width("00/00", "small") + theme.SMALL
        bar = QRectF(inside.left(), inside.center().y() - 1, inside.width() - room, 4)
        theme.paint_bar(painter, bar, duty.answered / max(duty.total, 1))

    def _share(self, painter: QPainter, box: QRect, answers: str, *, has: bool) -> None:
        """A tick where the area is dealt, and how many answers the member gave, where that is counted."""
        middle = QRectF(box).center()
        if has:
            square = QRectF(0, 0, theme.ICON, theme.ICON)
            square.moveCenter(middle - QPointF(theme.ICON, 0) if answers else middle)
            theme.paint_glyph(painter, square, "done", theme.colour("accent"))
        if answers:
            beside = QRect(box.center().x(), box.top(), box.width() // 2, box.height())
            paint_line(painter, beside, answers, "text", "text" if has else "secondary")

    def _state(self, painter: QPainter, box: QRect, duty: AreaDuty, words: str) -> None:
        if not words:
            return
        inside = box.adjusted(theme.SMALL, 0, -theme.TINY, 0)
        gap = not duty.members
        tint = "attention" if gap else "accent"
        glyph = QRectF(inside.left(), inside.center().y() - 7, 15, 15)
        theme.paint_glyph(painter, glyph, "attention" if gap else "people", theme.colour(tint))
        paint_line(painter, inside.adjusted(20, 0, 0, 0), words, "text", tint)


class CoverageTable(QTableView):
    """The table on the screen; Space and Enter deal."""

    def __init__(self, model: CoverageModel) -> None:
        super().__init__()
        self._coverage = model
        self.setModel(model)
        self.setItemDelegate(CoverageDelegate(self))
        self.setAccessibleName(tr("Areas dealt to members"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.ROW)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setFixedHeight(_HEAD)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setMinimumSectionSize(NARROWEST)
        model.modelReset.connect(self._fit)
        self.clicked.connect(model.toggle)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() not in keys or not self._coverage.toggle(self.currentIndex()):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(480, _HEAD + theme.ROW * max(1, self._coverage.rowCount()) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, _HEAD + 4 * theme.ROW)

    def _fit(self) -> None:
        """The name of the area takes what the members leave, but is never lost."""
        members = max(0, self._coverage.columnCount() - FIRST_MEMBER)
        if not members and not self._coverage.rowCount():
            return
        fixed = _FITS[PROGRESS] + _FITS[STATE]
        room = self.viewport().width()
        share = (room - fixed - 2 * _FITS[PROGRESS]) // members if members else 0
        each = max(NARROWEST, min(WIDEST, share))
        widths = dict(_FITS)
        widths[AREA] = max(2 * _FITS[PROGRESS], room - fixed - each * members)
        for column in range(self._coverage.columnCount()):
            self.setColumnWidth(column, widths.get(column, each))
        self.updateGeometry()


class CoverageMap(QWidget):
    """The table of a visit, kept up to date while it is in view."""

    shown = Signal(object)
    """The Roster that it shows now."""

    def __init__(self, session: Session, visit: VisitId, *, count: bool = False) -> None:
        """count: also how many answers each member gave."""
        super().__init__()
        self._session = session
        self._visit = visit
        self._count = count
        self.banner = Banner()
        self.model = CoverageModel()
        self.table = CoverageTable(self.model)
        self.words = widgets.label("", "text", "secondary", wrap=True)
        self.setLayout(widgets.column(self.banner, self.words, self.table, spacing=theme.SMALL))
        self.model.toggled.connect(self._toggle)
        session.changed.connect(self._changed)

    def entered(self) -> None:
        """Read who has what."""
        visit, count = self._visit, self._count
        self._session.read(
            lambda bench: (bench.duties.roster(visit), bench.contributions.shares(visit) if count else {}),
            self._show,
            owner=self,
        )

    def _show(self, read: tuple[Roster, Mapping[tuple[RecordId, str], int]]) -> None:
        roster, shares = read
        self.model.show(roster, shares)
        self.words.setText(_summary(roster))
        self.shown.emit(roster)

    def _changed(self, saved: Saved, _owner: object) -> None:
        kinds = {each.kind for each in saved.what if each.stream == self._visit}
        if self.isVisible() and kinds & {"participant", "answer"}:
            self.entered()

    def _toggle(self, member: str, area: str) -> None:
        roster, visit = self.model.roster, self._visit
        held = next((each.areas for each in roster.members if each.id == member), ()) if roster else ()
        wanted = {*held} ^ {area}
        self._session.save(
            lambda bench: bench.duties.deal(visit, RecordId(member), wanted),
            None,
            self.banner.tell,
            owner=self,
        )


class DealingPage(QWidget):
    """The map with the room to deal: what the keys do, and who sits at this laptop."""

    def __init__(self, session: Session, visit: VisitId) -> None:
        super().__init__()
        self._session = session
        self._visit = visit
        self.map = CoverageMap(session, visit)
        self.me = fields.Choice([], name=tr("I am …"))
        self.me.setSizeAdjustPolicy(fields.Choice.SizeAdjustPolicy.AdjustToContents)
        self.me.chosen.connect(self._be)
        who = widgets.label(tr("At this laptop"), "text", "secondary")
        who.setBuddy(self.me)
        self.keys = widgets.label("", "small", "secondary", wrap=True)
        column = widgets.column(widgets.row(who, self.me, None), self.map, self.keys)
        column.setStretch(1, 1)
        column.setContentsMargins(theme.LARGE, 0, theme.LARGE, theme.SMALL)
        self.setLayout(column)
        self.map.shown.connect(self._show)

    def entered(self) -> None:
        """Read who has what; dealing begins at the first member."""
        self.map.entered()

    def _show(self, roster: Roster) -> None:
        self.me.clear()
        self.me.addItem(tr("I am …"), "")
        for member in roster.members:
            words = ", ".join(part for part in (member.name, member.role) if part)
            self.me.addItem(words, member.id)
        self.me.set_value(roster.me or "")
        self.keys.setText(
            tr("Arrows: go about · Space or a click: deal the area, or take it back · Ctrl+Z: undo")
            if roster.may_deal
            else tr("The lead deals the areas. On the checklist an area can be taken over, with a reason.")
        )
        if not self.map.table.currentIndex().isValid() and roster.members:
            self.map.table.setCurrentIndex(self.map.model.index(0, FIRST_MEMBER))
            self.map.table.setFocus()

    def _be(self, member: str) -> None:
        if member:
            visit = self._visit
            self._session.save(
                lambda bench: bench.duties.be(visit, RecordId(member)),
                None,
                self.map.banner.tell,
                owner=self,
            )


def _shape(roster: Roster) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return tuple(each.code for each in roster.areas), tuple(each.id for each in roster.members)


def _summary(roster: Roster) -> str:
    """Gaps and overlaps in a sentence."""
    if not roster.dealt:
        return tr("No area is dealt yet: everybody writes everywhere.")
    gaps = [duty.code for duty in roster.areas if not duty.members]
    overlaps = [duty.code for duty in roster.areas if len(duty.members) > 1]
    told = [tr("Nobody has {areas}.", areas=", ".join(gaps))] if gaps else []
    told += [tr("Several have {areas}.", areas=", ".join(overlaps))] if overlaps else []
    return " ".join(told) or tr("Every area is in one pair of hands.")


def _said_of(member: Member) -> str:
    parts = (
        member.name,
        member.role,
        member.laptop,
        tr("{answered} of {total} items", answered=member.answered, total=member.total),
    )
    return "\n".join(part for part in parts if part)
