"""The cells of a table of records: how they are drawn, and the editor of each kind of column."""

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QLineEdit,
    QPlainTextEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from inspector_app.i18n import tr
from inspector_app.ui import theme
from inspector_app.ui.fields import DRAFT_MS, Choice
from inspector_app.ui.visit.record_columns import NUMBERED, Column
from inspector_app.ui.visit.record_model import COLUMN, DISPUTED, REFUSAL, RecordModel

Index = QModelIndex | QPersistentModelIndex
ROW = theme.ROW + 2
EDITOR_LINES = 4
_MARK = 12


def reasons_height(model: object, row: int) -> int:
    """The room that the reasons below a row's cells take."""
    reasons = model.refusals(row) if isinstance(model, RecordModel) else {}
    return len(reasons) * QFontMetrics(theme.font("small")).lineSpacing() + theme.TINY if reasons else 0


class CellDelegate(QStyledItemDelegate):
    """Draws cells with their words wrapped, and gives each kind of column its editor."""

    left = Signal(int, int)
    """An editor was left by a key that goes on by so many rows and columns."""
    typed = Signal(str, str, str)
    """(row key, field, text): what is being typed rests for a moment."""

    def __init__(self, parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self._view = parent
        self._typing: tuple[str, str, str] | None = None
        self._told: tuple[str, str] | None = None
        self._timer = QTimer(self, singleShot=True, interval=DRAFT_MS)
        self._timer.timeout.connect(self._tell_typed)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        view: QAbstractItemView = option.widget  # type: ignore[attr-defined]  # missing from Qt's stubs
        box: QRect = option.rect  # type: ignore[attr-defined]  # as above
        words: str = option.text  # type: ignore[attr-defined]  # as above
        option.text = ""  # type: ignore[attr-defined]  # as above
        view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, view)
        painter.save()
        upper = QRect(box)
        upper.setHeight(box.height() - reasons_height(index.model(), index.row()))
        inside = upper.adjusted(theme.CELL, theme.TINY, -theme.CELL, -theme.TINY)
        if index.data(DISPUTED):
            theme.paint_mark(
                painter, QRectF(inside.left(), inside.center().y() - _MARK / 2, _MARK, _MARK), "disputed"
            )
            inside.setLeft(inside.left() + _MARK + theme.TINY)
        painter.setFont(index.data(Qt.ItemDataRole.FontRole) or theme.font("text"))
        painter.setPen(index.data(Qt.ItemDataRole.ForegroundRole) or theme.colour("text"))
        painter.setClipRect(inside)
        column: Column = index.data(COLUMN)
        side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
        high = QFontMetrics(painter.font()).lineSpacing() > inside.height() / 2
        painter.drawText(
            inside,
            side
            | (Qt.AlignmentFlag.AlignVCenter if high else Qt.AlignmentFlag.AlignTop)
            | Qt.TextFlag.TextWordWrap,
            words,
        )
        painter.setClipping(False)
        refused = bool(index.data(REFUSAL))
        current = view.hasFocus() and index == view.currentIndex()
        if refused or current:
            painter.setPen(QPen(theme.colour("wrong" if refused else "accent"), 2))
            painter.drawRect(upper.adjusted(1, 1, -1, -1))
        painter.restore()

    # --- editors ----------------------------------------------------------------------------------

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        column: Column = index.data(COLUMN)
        made: QWidget
        if column.kind == "choice":
            made = self._choice(parent, column)
        elif column.kind == "lines":
            made = QPlainTextEdit(parent)
            made.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        else:
            made = QLineEdit(parent)
            if column.kind == "date":
                made.setPlaceholderText(tr("dd/mm/yyyy"))
            if column.right:
                made.setAlignment(Qt.AlignmentFlag.AlignRight)
        if isinstance(made, QLineEdit | QPlainTextEdit) and column.kind in ("text", "lines"):
            at = QPersistentModelIndex(index)
            made.textChanged.connect(lambda *_text: self._keep_soon(made, at))
        made.setFont(theme.font("text"))
        made.setAccessibleName(tr(column.heading))
        return made

    def _keep_soon(self, editor: QLineEdit | QPlainTextEdit, at: QPersistentModelIndex) -> None:
        """Not put off by later keys: a person who types without a pause is kept every quarter second."""
        plain = isinstance(editor, QPlainTextEdit)
        text = editor.toPlainText() if plain else editor.text()
        modified = editor.document().isModified() if plain else editor.isModified()
        model = at.model()
        if modified and isinstance(model, RecordModel):
            self._typing = (model.key(at.row()), model.columns[at.column()].field, text)
            if not self._timer.isActive():
                self._timer.start()

    def _tell_typed(self) -> None:
        if self._typing is not None:
            self.typed.emit(*self._typing)
            self._told = self._typing[:2]
            self._typing = None

    def _forget(self) -> None:
        """What was typed is given up: if it was told, the text that stays is told in its place."""
        self._timer.stop()
        self._typing = None
        if self._told is not None:
            key, field = self._told
            model = self._view.model()
            kept = getattr(model.record(key), field, "") if isinstance(model, RecordModel) else ""
            self.typed.emit(key, field, str(kept or ""))
            self._told = None

    def _choice(self, parent: QWidget, column: Column) -> Choice:
        options = column.options()
        numbered = len(options) <= NUMBERED and not column.free
        made = Choice(
            ((name, f"{at}  {words}" if numbered else words) for at, (name, words) in enumerate(options, 1)),
        )
        made.setParent(parent)
        widest = max((made.fontMetrics().horizontalAdvance(words) for _, words in options), default=0)
        made.view().setMinimumWidth(min(theme.PANEL, widest) + 3 * theme.MEDIUM)
        made.chosen.connect(lambda _value: self._commit(made))
        if column.free:
            made.setEditable(True)
            made.setCompleter(None)  # type: ignore[arg-type]  # None takes the completer away
        else:
            QTimer.singleShot(0, made, made.showPopup)
        return made

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        text = index.data(Qt.ItemDataRole.EditRole)
        if isinstance(editor, Choice):
            column: Column = index.data(COLUMN)
            names = {words: name for name, words in column.options()}
            editor.set_value(text if column.brief else names.get(text, ""))
            if column.free:
                editor.setEditText(text)
        elif isinstance(editor, QPlainTextEdit):
            if not editor.document().isModified():
                editor.setPlainText(text)
                editor.selectAll()
        elif isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(text)

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        self._timer.stop()
        self._typing = self._told = None
        if isinstance(editor, Choice):
            text = editor.currentText() if index.data(COLUMN).free else editor.value
        elif isinstance(editor, QPlainTextEdit):
            text = editor.toPlainText()
        else:
            text = str(editor.property("text"))
        if isinstance(model, RecordModel) and text != index.data(Qt.ItemDataRole.EditRole):
            model.setData(index, text)  # type: ignore[arg-type]  # a persistent index is one too

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        box = QRect(option.rect)  # type: ignore[attr-defined]  # missing from Qt's stubs
        lines = EDITOR_LINES if isinstance(editor, QPlainTextEdit) else 1
        least = lines * QFontMetrics(theme.font("text")).lineSpacing() + theme.MEDIUM
        box.setHeight(max(ROW, least) if lines == 1 else max(box.height(), least))
        parent = editor.parentWidget()
        if parent is not None and box.bottom() > parent.height():
            box.moveBottom(max(box.height(), parent.height()) - 1)
        editor.setGeometry(box)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and isinstance(editor, QWidget)
            and self._leaves(editor, event)
        ):
            return True
        return super().eventFilter(editor, event)

    def _leaves(self, editor: QWidget, event: QKeyEvent) -> bool:
        """Whether a key ends the editing: Tab and Shift+Tab sideways, Enter down, Shift+Enter up."""
        key, held = event.key(), event.modifiers()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if held & Qt.KeyboardModifier.AltModifier and isinstance(editor, QPlainTextEdit):
                editor.insertPlainText("\n")
                return True
            step = (-1 if held & Qt.KeyboardModifier.ShiftModifier else 1, 0)
        elif key == Qt.Key.Key_Tab:
            step = (0, 1)
        elif key == Qt.Key.Key_Backtab:
            step = (0, -1)
        else:
            if key == Qt.Key.Key_Escape:
                self._forget()
            return False
        self._commit(editor)
        self.left.emit(*step)
        return True

    def _commit(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
