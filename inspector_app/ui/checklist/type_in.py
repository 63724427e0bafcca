"""Answers from paper, typed in quickly: the items in the order of the paper, one line each.

Enter takes the line down and goes on. A line that says nothing sensible stays, with the reason; one that the
workspace refuses comes back as long as nothing has been typed into the next. A code leads to its item, for
papers that lie in another order. Escape leaves, to the same item on the checklist.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QVBoxLayout, QWidget

from inspector_app import text
from inspector_app.i18n import tr
from inspector_app.services.views import ItemView
from inspector_app.ui import theme, widgets
from inspector_app.ui.checklist.face import is_asked, mark_of, shown_code
from inspector_app.ui.checklist.scribe import Scribe
from inspector_app.ui.checklist.typed_line import Line, LineReader
from inspector_app.ui.row_list import LINE, Look, RowList, paint_line

CODE_WIDTH, ENTRY_WIDTH, POINTS_WIDTH = 64, 300, 96
_ROW, _MARK = 24, 14


@dataclass(frozen=True, slots=True)
class TypedRow:
    """An item as a line: whether it is being typed, what may be typed, and why a line was not taken."""

    item: ItemView
    current: bool = False
    hint: str = ""
    trouble: str = ""

    @property
    def id(self) -> str:
        return self.item.code

    @property
    def below(self) -> str:
        """What stands under the line."""
        return self.trouble or (self.hint if self.current else "")


def answer_words(item: ItemView) -> str:
    """What an item is answered with, as short as it can be said."""
    if item.not_applicable:
        return tr("not applicable: {reason}", reason=item.reason)
    if item.editor == "ratio":
        if item.numerator is None or item.denominator is None:
            return ""
        words = f"{text.format_number(item.numerator)} / {text.format_number(item.denominator)}"
        return words if item.rate is None else f"{words} = {text.format_percent(item.rate, 2)}"
    if item.editor == "repeat":
        filled = sum(1 for line in item.lines if line.leaf and line.leaf.value)
        return tr("{count} answers", count=filled) if filled else ""
    return "; ".join(filter(None, (_leaf_words(item, at) for at in range(len(item.leaves)))))


def _leaf_words(item: ItemView, at: int) -> str:
    leaf = item.leaves[at]
    if leaf.choices:
        labels = {choice.name: choice.label for choice in leaf.choices}
        return "; ".join(labels.get(part, part) for part in leaf.value.split())
    if leaf.type in ("int", "decimal") and leaf.value and not leaf.error:
        return text.format_number(Decimal(leaf.value))
    return leaf.value


class LineLook(Look[TypedRow]):
    """Mark, code, words; at the right answer and points; below, what may be typed or what is wrong."""

    def text(self, row: TypedRow) -> str:
        return f"{row.item.code} {row.item.text}"

    def said(self, row: TypedRow) -> str:
        parts = (row.item.code, row.item.text, answer_words(row.item), row.below)
        return " · ".join(part for part in parts if part)

    def height(self, row: TypedRow, width: int) -> int:  # noqa: ARG002 - every line is one line
        return _ROW + (LINE if row.below else 0)

    def paint(self, painter: QPainter, inside: QRect, row: TypedRow) -> None:
        line = QRect(inside.left(), inside.top(), inside.width(), _ROW)
        state: theme.Mark = "invalid" if row.trouble else mark_of(row.item)
        theme.paint_mark(painter, QRectF(line.left(), line.top() + 5, _MARK, _MARK), state)
        words = line.adjusted(_MARK + theme.SMALL, 0, -ENTRY_WIDTH - POINTS_WIDTH - theme.LARGE, 0)
        code = shown_code(row.item)
        if code:
            paint_line(painter, words, code, "strong", "accent")
            words.setLeft(words.left() + CODE_WIDTH)
        paint_line(painter, words, row.item.text, "text", "text" if row.current else "secondary")
        if not row.current:
            answer = QRect(line.right() - ENTRY_WIDTH - POINTS_WIDTH, line.top(), ENTRY_WIDTH, _ROW)
            paint_line(painter, answer, answer_words(row.item), "text", "text")
        if row.item.points is not None:
            most = text.format_number(row.item.max_points or 0, 2)
            points = f"{text.format_number(row.item.points, 2)} / {most}"
            edge = QRect(line.right() - POINTS_WIDTH, line.top(), POINTS_WIDTH, _ROW)
            paint_line(painter, edge, points, "small", "secondary", right=True)
        if row.below:
            below = QRect(words.left(), line.bottom() + 1, inside.right() - words.left(), LINE)
            paint_line(painter, below, row.below, "small", "wrong" if row.trouble else "secondary")


class LineField(QLineEdit):
    """Where the line is typed. Its keys stay here, although the page behind knows some of them too."""

    step_wanted = Signal(int)
    form_wanted = Signal()
    left = Signal()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                self.step_wanted.emit(1 if event.key() == Qt.Key.Key_Down else -1)
            case Qt.Key.Key_F2:
                self.form_wanted.emit()
            case Qt.Key.Key_Escape:
                self.left.emit()
            case _:
                super().keyPressEvent(event)


def _ours(event: QKeyEvent) -> bool:
    """The keys of the checklist behind, which must not move while a line is typed; F1 stays for help."""
    key = event.key()
    return Qt.Key.Key_F2 <= key <= Qt.Key.Key_F12 or key in (
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Escape,
    )


class TypeIn(QWidget):
    """The lines over a page. `left(code)`: done, at this item; the page shows it in its own form."""

    left = Signal(str)

    def __init__(
        self,
        page: QWidget,
        scribe: Scribe,
        items: Mapping[str, ItemView],
        order: Sequence[str],
        start: str = "",
    ) -> None:
        super().__init__(page)
        self._scribe = scribe
        self._items = items
        self._order = [code for code in order if items[code].relevant and is_asked(items[code])]
        self._troubles: dict[str, str] = {}
        self._typed: dict[str, str] = {}
        """What was typed of lines that have not been taken, or are on their way."""
        self._readers: dict[str, LineReader] = {}
        self._warned = False
        self.current = ""
        theme.dress(self, surface="ground")
        self.progress = widgets.label("", "text", "secondary")
        self.said = widgets.label("", "text", "accent")
        self.bar = widgets.Bar()
        self.bar.setFixedWidth(160)
        self.lines: RowList[TypedRow] = RowList(tr("Items in the order of the paper"), LineLook())
        self.lines.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.field = LineField(self.lines.viewport())
        self._lay_out()
        self._connect()
        waiting = (code for code in self._order if items[code].status in ("open", "required"))
        self._show_rows()
        self.go_to(start if start in self._order else next(waiting, self._order[0] if self._order else ""))

    # --- for the page -----------------------------------------------------------------------------

    def cover(self, box: QRect) -> None:
        """Lie over this part of the page, on top of everything, with the cursor in the line."""
        self.setGeometry(box)
        self.raise_()
        self.show()
        self._centre()
        self._place_field()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to(self, code: str) -> None:
        """Type the line of an item."""
        if code not in self._order:
            return
        before, self.current = self.current, code
        self._change(before, code)
        self.lines.select(code)
        self.said.setText("")
        self.field.setText(self._typed.get(code, ""))
        self.field.setAccessibleName(f"{code} {self._items[code].text}")
        self.field.setAccessibleDescription(self._row(code).below)
        self.field.setReadOnly(not self._reader(code).takes_lines)
        theme.mark(self.field, "bad", code in self._troubles)
        self._centre()
        self._warned = False
        self._place_field()

    @property
    def troubles(self) -> Mapping[str, str]:
        """Why lines were not taken, by item."""
        return self._troubles

    # --- building ---------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        title = widgets.label(tr("Typing in from paper"), "group")
        leave = widgets.button(tr("Back to the checklist") + "  Esc", self.leave, kind="quiet", icon="back")
        leave.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Escape does the same; the cursor stays in the line
        head = widgets.row(title, self.bar, self.progress, self.said, None, leave, spacing=theme.MEDIUM)
        head.setContentsMargins(theme.LARGE, theme.SMALL, theme.SMALL, theme.SMALL)
        legend = tr(
            "Enter: next   ↑ ↓: other line   code + Enter: to that item   F2: its own form   -: take back"
        )
        foot = widgets.row(widgets.label(legend, "small", "secondary"), None)
        foot.setContentsMargins(theme.LARGE, theme.TINY, theme.LARGE, theme.TINY)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(widgets.line())
        column.addWidget(self.lines, 1)
        column.addWidget(widgets.line())
        column.addLayout(foot)

    def _connect(self) -> None:
        self.field.returnPressed.connect(self.enter)
        self.field.step_wanted.connect(self._step)
        self.field.form_wanted.connect(lambda: self.left.emit(self.current))
        self.field.left.connect(self.leave)
        self.field.textEdited.connect(lambda _text: self._unwarn())
        self.lines.clicked.connect(lambda index: self._clicked(self.lines.rows.shown[index.row()].id))
        self.lines.verticalScrollBar().valueChanged.connect(lambda _value: self._place_field())
        self.lines.viewport().installEventFilter(self)
        self._scribe.written.connect(lambda _delta: self._show_rows())
        self._scribe.changed.connect(self._saving_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._place_field()
        return super().eventFilter(watched, event)

    # --- showing ----------------------------------------------------------------------------------

    def _reader(self, code: str) -> LineReader:
        if code not in self._readers:
            self._readers.clear()  # only the line being typed needs one
            self._readers[code] = LineReader(self._items[code])
        return self._readers[code]

    def _row(self, code: str) -> TypedRow:
        current = code == self.current
        hint = self._reader(code).hint if current else ""
        return TypedRow(self._items[code], current, hint, self._troubles.get(code, ""))

    def _change(self, *codes: str) -> None:
        """Show these lines anew; one with words below it is higher, so all are laid out again, once."""
        fresh = {code: self._row(code) for code in codes if code}
        self.lines.rows.show([fresh.get(row.id, row) for row in self.lines.rows.all])
        self.lines.doItemsLayout()

    def _show_rows(self) -> None:
        self.lines.rows.show([self._row(code) for code in self._order])
        done = sum(self._items[code].status in ("answered", "not_applicable") for code in self._order)
        self.progress.setText(tr("{answered}/{total} items", answered=done, total=len(self._order)))
        self.bar.show_share(done / len(self._order) if self._order else 1.0)
        self._place_field()

    def _centre(self) -> None:
        """Scroll until there is as much to see after the current line as before it."""
        at = self.lines.rows.place(self.current)
        if at is not None:
            self.lines.scrollTo(self.lines.rows.index(at), QAbstractItemView.ScrollHint.PositionAtCenter)

    def _place_field(self) -> None:
        """Put the field where the answer of the current line stands."""
        at = self.lines.rows.place(self.current)
        self.field.setVisible(at is not None)
        if at is not None:
            box = self.lines.visualRect(self.lines.rows.index(at))
            right = box.right() - theme.MEDIUM - POINTS_WIDTH
            height = _ROW + theme.SMALL
            self.field.setGeometry(
                right - ENTRY_WIDTH, box.top() + theme.TINY, ENTRY_WIDTH - theme.SMALL, height
            )

    # --- typing -----------------------------------------------------------------------------------

    def enter(self) -> None:
        """Take the line down and go on; a line that says nothing sensible stays."""
        typed, code = text.clean(self.field.text()), self.current
        wanted = typed.upper()
        if wanted in self._order and wanted != code:
            self._typed.pop(code, None)
            self.go_to(wanted)
            return
        if not self._reader(code).takes_lines:
            self.left.emit(code)
            return
        try:
            line = self._reader(code).read(typed) if typed else Line()
        except text.UnreadableText as why:
            self._typed[code] = typed
            self._complain(code, str(why))
            return
        if code in self._troubles:
            self._complain(code, "")
        self._typed.pop(code, None)
        if typed:
            self._typed[code] = typed
            self._take_down(code, line)
        self._step(1)

    def _take_down(self, code: str, line: Line) -> None:
        if line.answer is not None:
            self._scribe.answer(code, line.answer[code] if [*line.answer] == [code] else line.answer)
        if line.reason is not None:
            self._scribe.not_applicable(code, line.reason)
        if line.note is not None:
            self._scribe.note(code, line.note)

    def _saving_changed(self, code: str) -> None:
        """An act came back: a refused line keeps its words, and is returned to if nothing new was typed."""
        if code not in self._order:
            return
        unsaved = self._scribe.unsaved(code)
        if unsaved is None:
            if not self._scribe.under_way(code) and code not in self._troubles:
                self._typed.pop(code, None)
            return
        self._complain(code, f"{unsaved.sentence} {unsaved.hint}".strip())
        if code in self._typed and not self.field.text() and self.field.isVisible():
            self.go_to(code)

    def _complain(self, code: str, why: str) -> None:
        if why:
            self._troubles[code] = why
        else:
            self._troubles.pop(code, None)
        self._change(code)
        if code == self.current:
            theme.mark(self.field, "bad", bool(why))
            self.field.setAccessibleDescription(self._row(code).below)
            if why:
                self.field.selectAll()
            self._place_field()

    def _step(self, way: int) -> None:
        at = self._order.index(self.current) + way
        self._keep()
        if 0 <= at < len(self._order):
            self.go_to(self._order[at])
        elif way > 0:
            self.field.clear()
            self.said.setText(tr("This was the last line"))

    def _clicked(self, code: str) -> None:
        self._keep()
        self.go_to(code)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> None:
        """Words that were not entered stay with their line."""
        typed = text.clean(self.field.text())
        if typed and not self._scribe.under_way(self.current):
            self._typed[self.current] = typed

    # --- leaving ----------------------------------------------------------------------------------

    def _unwarn(self) -> None:
        if self._warned:
            self._warned = False
            self._complain(self.current, "")

    def leave(self) -> None:
        """Back to the checklist; words that were typed and not entered are asked about once."""
        typed = text.clean(self.field.text())
        if typed and not self._warned and not self._scribe.under_way(self.current):
            self._warned = True
            self._complain(
                self.current, tr("Not entered yet. Enter keeps it, Escape once more leaves without it.")
            )
            return
        for code in self._troubles:
            self._scribe.drop(code)
        self.left.emit(self.current)
