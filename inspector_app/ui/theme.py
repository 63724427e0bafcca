"""How everything looks: every colour, size, space and icon of the window, in one place.

Pages do not set colours, fonts or margins. They *dress* a widget in a type (`"title"`), a tone
(`"secondary"`) or a surface (`"raised"`), name an icon by what it means (`icon("merge")`), and take spaces
from the constants here. Colours carry meaning only, each state also has a mark or a word, and all pairs that
are put together pass WCAG AA in both themes (`tests/ui/test_theme.py` computes it).

Icons are glyphs of the Phosphor font that QtAwesome ships. They are drawn by an engine that reads the colour
when painting, so a change of theme needs no new icons; and QtAwesome itself is not imported, which would cost
a third of a second at the start.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Literal, TypeVar

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetrics,
    QIcon,
    QIconEngine,
    QPainter,
    QPalette,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

from inspector_app import paths

W = TypeVar("W", bound=QWidget)
Choice = Literal["system", "light", "dark"]

# --- space ---------------------------------------------------------------------------------------

TINY, SMALL, MEDIUM, LARGE, HUGE = 4, 8, 12, 16, 24
"""The only distances: inside a line · inside a group · beside text · between groups · page margin."""
ROW = 32
"""Height of a control and of a table row: friendly to touch pads."""
RAIL = 76
READABLE = 760
"""A column of fields or of text is never wider than this."""
PANEL = 380
HELP = 340
SHEET, SHEET_KEYS = 960, 180
"""The sheet of shortcuts, and its columns of keys."""
SEARCH, SEARCH_LEAST = 280, 160
CELL = 11
"""From the edge of a table's cell to its words."""
ICON = 18
MARK = 14
"""The mark of a state beside words."""
ICON_BESIDE_TEXT = QSize(ICON + TINY, ICON)
"""The icon of a button, with its distance to the text: Qt's own is too tight."""
RADIUS = 4

# --- colour --------------------------------------------------------------------------------------

Tone = Literal["text", "secondary", "accent", "good", "attention", "wrong", "on_accent", "rail_text"]


@dataclass(frozen=True, slots=True)
class Colours:
    """The tokens of one theme. `edge` bounds what can be typed into; `line` only separates."""

    accent: str
    good: str
    attention: str
    wrong: str
    text: str
    secondary: str
    ground: str
    raised: str
    line: str
    edge: str
    hover: str
    chosen: str
    on_accent: str
    rail: str
    rail_chosen: str
    rail_text: str
    rail_accent: str
    badge: str
    on_badge: str
    good_tint: str
    attention_tint: str
    wrong_tint: str


LIGHT = Colours(
    accent="#0B6E99",
    good="#2E7D32",
    attention="#9A6700",
    wrong="#B3261E",
    text="#1C2024",
    secondary="#5B6570",
    ground="#FFFFFF",
    raised="#F5F7F8",
    line="#DDE2E6",
    edge="#87919B",
    hover="#EBEFF2",
    chosen="#DCEDF4",
    on_accent="#FFFFFF",
    rail="#15384A",
    rail_chosen="#1F566F",
    rail_text="#E3EDF2",
    rail_accent="#6CC5E8",
    badge="#E3B341",
    on_badge="#1C2024",
    good_tint="#E9F4EA",
    attention_tint="#FEF8E8",
    wrong_tint="#FBEBEA",
)
DARK = Colours(
    accent="#6CC5E8",
    good="#7BC77F",
    attention="#E3B341",
    wrong="#F2867E",
    text="#E6E8EA",
    secondary="#9AA4AE",
    ground="#1B1F24",
    raised="#23282E",
    line="#363D45",
    edge="#6F7A85",
    hover="#2B3138",
    chosen="#1A3947",
    on_accent="#0F1A20",
    rail="#11242F",
    rail_chosen="#1D4558",
    rail_text="#DCE6EB",
    rail_accent="#6CC5E8",
    badge="#E3B341",
    on_badge="#1C2024",
    good_tint="#20301F",
    attention_tint="#332B17",
    wrong_tint="#3A2321",
)

_colours = LIGHT
_choice: Choice = "system"


def colours() -> Colours:
    """The tokens in use; read them when painting, do not keep them."""
    return _colours


def colour(token: str) -> QColor:
    """One token in use as a QColor, for painting code."""
    return QColor(getattr(_colours, token))


# --- type ----------------------------------------------------------------------------------------

Type = Literal["text", "strong", "small", "small_strong", "group", "title", "figure", "rail"]

_TYPES: dict[Type, tuple[float, QFont.Weight]] = {
    "text": (10, QFont.Weight.Normal),
    "strong": (10, QFont.Weight.DemiBold),
    "small": (9, QFont.Weight.Normal),
    "small_strong": (9, QFont.Weight.DemiBold),
    "group": (12, QFont.Weight.DemiBold),
    "title": (16, QFont.Weight.DemiBold),
    "figure": (16, QFont.Weight.DemiBold),
    "rail": (8.5, QFont.Weight.Normal),
}


@cache
def _base_font() -> QFont:
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)


def font(kind: Type = "text") -> QFont:
    """The system's interface font in one of our sizes, figures of equal width."""
    return QFont(_typeface(kind))  # a copy: the caller may change it


@cache
def _typeface(kind: Type) -> QFont:
    points, weight = _TYPES[kind]
    made = QFont(_base_font())
    made.setPointSizeF(points)
    made.setWeight(weight)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


@cache
def picture_font(file: str) -> QFont:
    """The face of a font file, in which words stand on a picture; its size is set in the picture's pixels."""
    family = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(file))[0]
    made = QFont(family)
    made.setBold(True)
    return made


@lru_cache(8192)
def text_width(words: str, kind: Type = "text") -> int:
    """The width of words in one line; remembered, for painting and arranging ask again and again."""
    return QFontMetrics(_typeface(kind)).horizontalAdvance(words)


@lru_cache(8192)
def text_height(words: str, width: int, kind: Type = "text") -> int:
    """The height of words wrapped to a width."""
    room = QRect(0, 0, width, 10_000)
    return QFontMetrics(_typeface(kind)).boundingRect(room, Qt.TextFlag.TextWordWrap, words).height()


def dress(widget: W, kind: Type | None = None, tone: Tone | None = None, *, surface: str | None = None) -> W:
    """Give a widget its type, tone and surface; returns it, so that it can wrap a constructor.

    surface: "ground", "raised", "card", "rail", or a tint: "good", "attention", "wrong", "info".
    """
    if kind is not None:
        widget.setFont(font(kind))
    for name, value in (("tone", tone), ("surface", surface)):
        if value is not None and widget.property(name) != value:
            widget.setProperty(name, value)
            if name == "surface":
                widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
            _restyle(widget)
    return widget


def mark(widget: W, name: str, value: object) -> W:
    """Set a property that the style sheet selects on (`kind="primary"`, `bad=True`) and restyle."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        _restyle(widget)
    return widget


def _restyle(widget: QWidget) -> None:
    """Have the style sheet read a widget's properties again; one not shown yet is read when it is."""
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)


# --- icons ---------------------------------------------------------------------------------------

ICONS: dict[str, str] = {
    "visits": "clipboard-text",
    "merge": "git-merge",
    "settings": "gear-six",
    "add": "plus",
    "minus": "minus",
    "back": "arrow-left",
    "next": "arrow-right",
    "more": "caret-right",
    "less": "caret-left",
    "open": "caret-down",
    "close": "x",
    "done": "check",
    "good": "check-circle",
    "info": "info",
    "attention": "warning",
    "wrong": "warning-circle",
    "search": "magnifying-glass",
    "print": "printer",
    "pdf": "file-pdf",
    "word": "file-text",
    "save": "floppy-disk",
    "people": "users-three",
    "person": "user",
    "show": "eye",
    "hide": "eye-slash",
    "lock": "lock-simple",
    "key": "key",
    "folder": "folder-open",
    "send": "export",
    "receive": "download-simple",
    "note": "note-pencil",
    "finding": "flag",
    "finding_full": "flag-fill",
    "evidence": "paperclip",
    "not_applicable": "prohibit",
    "remove": "trash",
    "edit": "pencil-simple",
    "again": "arrows-clockwise",
    "undo": "arrow-counter-clockwise",
    "light": "sun",
    "dark": "moon",
    "calendar": "calendar-blank",
    "history": "clock-counter-clockwise",
    "clock": "clock",
    "verify": "shield-check",
    "rebuild": "database",
    "copy": "copy",
    "up": "arrow-up",
    "down": "arrow-down",
    "zoom_in": "magnifying-glass-plus",
    "zoom_out": "magnifying-glass-minus",
    "figures": "sliders-horizontal",
    "dossiers": "files",
    "opinion": "chat-text",
    "disputed": "circle-half",
    "basis": "scales",
    "listen": "speaker-high",
    "watch": "play",
    "document": "file-text",
    "keyboard": "keyboard",
    "unit": "buildings",
    "template": "table",
    "move": "arrows-left-right",
    "help": "question",
    "tour": "compass",
    "overview": "squares-four",
    "progress": "chart-bar",
    "paste": "clipboard",
    "picture": "image",
    "not_here": "hourglass",
    "redo": "arrow-clockwise",
    "turn_left": "arrow-arc-left",
    "turn_right": "arrow-arc-right",
    "fit": "corners-out",
    "protect": "shield-warning",
    "camera": "camera",
}
"""What an icon means → its glyph in Phosphor."""


@cache
def _phosphor() -> tuple[str, dict[str, str]]:
    """(family, glyph name → character) of the icon font, loaded into Qt once."""
    package = find_spec("qtawesome")
    assert package is not None
    assert package.submodule_search_locations is not None
    folder = Path(package.submodule_search_locations[0]) / "fonts"
    glyphs = json.loads(next(folder.glob("phosphor-charmap-*.json")).read_text(encoding="utf-8"))
    data = next(folder.glob("phosphor-*.ttf")).read_bytes()
    families = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFontFromData(data))
    return families[0], {name: chr(int(code, 16)) for name, code in glyphs.items()}


def paint_glyph(painter: QPainter, rect: QRect | QRectF, name: str, tint: QColor) -> None:
    """Draw an icon by its meaning in a colour, in the square at the left of the rectangle."""
    family, glyphs = _phosphor()
    face = QFont(family)
    side = min(rect.width(), rect.height())
    face.setPixelSize(max(1, round(side)))
    painter.save()
    painter.setFont(face)
    painter.setPen(tint)
    square = QRectF(rect.left(), rect.top(), side, rect.height())
    painter.drawText(square, Qt.AlignmentFlag.AlignCenter, glyphs[ICONS[name]])
    painter.restore()


class _Engine(QIconEngine):
    """Draws with a painting function each time: any size, any screen, the theme of the moment."""

    def __init__(self, draw: Callable[[QPainter, QRect, QIcon.Mode, QIcon.State], None]) -> None:
        super().__init__()
        self._draw = draw

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        self._draw(painter, rect, mode, state)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> "QIconEngine":
        return _Engine(self._draw)


def icon(name: str, tone: Tone = "accent", *, on: Tone | None = None) -> QIcon:
    """An icon by its meaning (a key of `ICONS`); `on` is its tone while a toggle is checked."""
    ICONS[name]  # a wrong name fails here, not at the first paint

    def draw(painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        chosen = on if on is not None and state is QIcon.State.On else tone
        tint = colour("edge" if mode is QIcon.Mode.Disabled else chosen)
        paint_glyph(painter, rect, name, tint)

    return QIcon(_Engine(draw))


# --- marks of state ------------------------------------------------------------------------------

Mark = Literal[
    "open", "answered", "not_applicable", "required", "invalid", "disputed", "finding", "clock", "saved"
]


def paint_mark(painter: QPainter, rect: QRectF, state: Mark) -> None:
    """Draw the mark of an item's state, the same everywhere; `rect` is a square, 10 to 16 pixels.

    Hollow: open. Solid: answered. Dash: not applicable. Ring with a dot: required and open. Ring with a
    cross: invalid. Two halves: disputed. Flag: finding attached. Clock: from the last visit. Solid in the
    colour of good: saved.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    side = min(rect.width(), rect.height()) - 2
    ring = QRectF(0, 0, side, side)
    ring.moveCenter(rect.center())
    if state == "open":
        painter.setPen(QPen(colour("edge"), 1.5))
        painter.drawEllipse(ring)
    elif state in ("answered", "saved"):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("accent" if state == "answered" else "good"))
        painter.drawEllipse(ring)
    elif state == "not_applicable":
        painter.setPen(QPen(colour("secondary"), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        middle = ring.center().y()
        painter.drawLine(QPointF(ring.left() + 1, middle), QPointF(ring.right() - 1, middle))
    elif state in ("required", "invalid"):
        tint = colour("attention" if state == "required" else "wrong")
        painter.setPen(QPen(tint, 1.5))
        painter.drawEllipse(ring)
        if state == "required":
            painter.setBrush(tint)
            painter.drawEllipse(ring.center(), side / 7, side / 7)
        else:
            inset = ring.adjusted(side * 0.3, side * 0.3, -side * 0.3, -side * 0.3)
            painter.drawLine(inset.topLeft(), inset.bottomRight())
            painter.drawLine(inset.topRight(), inset.bottomLeft())
    elif state == "disputed":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("attention"))
        painter.drawPie(ring, 90 * 16, 180 * 16)
        painter.setBrush(colour("accent"))
        painter.drawPie(ring, -90 * 16, 180 * 16)
    else:
        tint = colour("wrong" if state == "finding" else "secondary")
        paint_glyph(painter, rect, "finding_full" if state == "finding" else "history", tint)
    painter.restore()


def paint_bar(painter: QPainter, rect: QRectF, share: float) -> None:
    """Draw progress, 0 to 1, as a thin bar."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("line"))
    painter.drawRoundedRect(rect, 2, 2)
    if share > 0:
        painter.setBrush(colour("accent"))
        painter.drawRoundedRect(
            QRectF(rect.left(), rect.top(), max(4.0, rect.width() * share), rect.height()), 2, 2
        )
    painter.restore()


def mark_icon(state: Mark) -> QIcon:
    """The mark of a state as an icon, for lists and buttons."""
    return QIcon(_Engine(lambda painter, rect, _mode, _state: paint_mark(painter, QRectF(rect), state)))


# --- the application -----------------------------------------------------------------------------


def is_dark(choice: Choice) -> bool:
    """Whether a choice means the dark theme now; "system" asks the desktop."""
    if choice == "system":
        return QApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return choice == "dark"


def apply(app: QApplication, choice: Choice) -> None:
    """Dress the whole application; may be called again at any time to change the theme."""
    global _colours, _choice
    _choice = choice
    _colours = DARK if is_dark(choice) else LIGHT
    if not app.styleSheet():  # the first time
        app.setStyle(QStyleFactory.create("Fusion"))
    app.setFont(font("text"))
    app.setPalette(_palette(_colours))
    app.setStyleSheet(_style_sheet(_colours))


def follow_system(app: QApplication) -> None:
    """The desktop has changed its theme: go along, unless the user has chosen one."""
    if _choice == "system":
        apply(app, "system")


def _palette(tokens: Colours) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for roles, token in (
        ((role.Window, role.Base), tokens.ground),
        ((role.AlternateBase, role.Button, role.ToolTipBase), tokens.raised),
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText), tokens.text),
        ((role.PlaceholderText,), tokens.secondary),
        ((role.Highlight, role.Accent, role.Link), tokens.accent),
        ((role.HighlightedText,), tokens.on_accent),
        ((role.Mid, role.Dark), tokens.edge),
        ((role.Light, role.Midlight), tokens.line),
    ):
        for each in roles:
            palette.setColor(each, QColor(token))
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, QColor(tokens.edge))
    return palette


def _style_sheet(tokens: Colours) -> str:
    icons = (paths.resources() / "icons").as_posix()
    sheet = _SHEET.replace("@icons", icons).replace("@mode", "dark" if tokens is DARK else "light")
    # The longest names first, so that @rail does not eat the start of @rail_text.
    for name in sorted((each.name for each in fields(Colours)), key=len, reverse=True):
        sheet = sheet.replace(f"@{name}", getattr(tokens, name))
    return sheet


_SHEET = """
*[tone="text"] { color: @text; }
*[tone="secondary"] { color: @secondary; }
*[tone="accent"] { color: @accent; }
*[tone="good"] { color: @good; }
*[tone="attention"] { color: @attention; }
*[tone="wrong"] { color: @wrong; }
*[tone="on_accent"] { color: @on_accent; }
*[tone="rail_text"] { color: @rail_text; }

*[surface="ground"] { background: @ground; }
*[surface="raised"] { background: @raised; }
*[surface="well"] { background: @raised; border-radius: 6px; }
*[surface="rail"] { background: @rail; }
*[surface="card"] { background: @ground; border: 1px solid @line; border-radius: 6px; }
*[surface="card"][chosen="true"] { border: 2px solid @accent; background: @chosen; }
*[surface="card"]:focus { border: 2px solid @accent; }
*[surface="drop"] { background: @ground; border: 1px dashed @edge; border-radius: 6px; }
*[surface="drop"][over="true"] { background: @chosen; border: 2px solid @accent; }
*[surface="info"] { background: @chosen; border: 0; border-left: 3px solid @accent; }
*[surface="good"] { background: @good_tint; border: 0; border-left: 3px solid @good; }
*[surface="attention"] { background: @attention_tint; border: 0; border-left: 3px solid @attention; }
*[surface="wrong"] { background: @wrong_tint; border: 0; border-left: 3px solid @wrong; }
*[raised_card="true"] { border: 2px solid @accent; }
QFrame[line="true"] { background: @line; border: 0; }
QLabel[keys="true"] {
    background: @raised; border: 1px solid @edge; border-radius: 4px; padding: 2px 8px; color: @text;
}

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox {
    background: @ground; color: @text; border: 1px solid @edge; border-radius: 4px;
    selection-background-color: @accent; selection-color: @on_accent;
}
QLineEdit, QComboBox, QSpinBox { padding: 0 8px; min-height: 30px; }
QPlainTextEdit, QTextEdit { padding: 4px; }
QTextEdit[prose="true"], QTextEdit[prose="true"]:focus { background: @raised; border: 0; padding: 0; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus {
    border: 2px solid @accent;
}
QLineEdit:focus, QComboBox:focus, QSpinBox:focus { padding: 0 7px; min-height: 28px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: 3px; }
QLineEdit:disabled, QComboBox:disabled, QSpinBox:disabled, QPlainTextEdit:disabled {
    background: @raised; border-color: @line; color: @secondary;
}
QLineEdit:read-only, QPlainTextEdit:read-only { background: @raised; border-color: @line; }
QLineEdit[bad="true"], QPlainTextEdit[bad="true"], QComboBox[bad="true"] { border: 2px solid @wrong; }
QLineEdit[bad="true"] { padding: 0 7px; min-height: 28px; }
QComboBox::drop-down { border: 0; width: 28px; }
QComboBox::down-arrow { image: url(@icons/caret-down.svg); width: 12px; height: 12px; }
QComboBox QAbstractItemView {
    background: @ground; color: @text; border: 1px solid @edge; outline: 0;
    selection-background-color: @chosen; selection-color: @text;
}
QComboBox QAbstractItemView::item { min-height: 30px; padding: 0 8px; }

QLineEdit QToolButton, QLineEdit QToolButton:focus {
    background: transparent; border: 0; padding: 0; min-height: 0; margin: 0;
}
QPushButton, QToolButton {
    background: @ground; color: @text; border: 1px solid @edge; border-radius: 4px; min-height: 30px;
}
QPushButton { padding: 0 14px; }
QToolButton { padding: 0 6px; }
QToolButton::menu-indicator { image: none; }
QPushButton:hover, QToolButton:hover { background: @hover; }
QPushButton:pressed, QToolButton:pressed { background: @line; }
QPushButton:disabled, QToolButton:disabled { color: @edge; border-color: @line; background: @raised; }
QPushButton:focus, QToolButton:focus { border: 2px solid @accent; min-height: 28px; }
QPushButton:focus { padding: 0 13px; }
QToolButton:focus { padding: 0 5px; }
QPushButton[kind="primary"] {
    background: @accent; color: @on_accent; border: 1px solid @accent; font-weight: 600;
}
QPushButton[kind="primary"]:hover { background: @accent; border: 1px solid @text; }
QPushButton[kind="primary"]:pressed { background: @text; color: @ground; }
QPushButton[kind="primary"]:focus { border: 2px solid @text; }
QPushButton[kind="primary"]:disabled { background: @line; border-color: @line; color: @secondary; }
QPushButton[kind="danger"] { color: @wrong; border-color: @wrong; }
QPushButton[kind="quiet"], QToolButton[kind="quiet"] {
    background: transparent; border: 1px solid transparent; color: @accent;
}
QPushButton[kind="quiet"] { padding: 0 8px; }
QPushButton[kind="quiet"]:hover, QToolButton[kind="quiet"]:hover { background: @hover; }
QPushButton[kind="quiet"]:disabled, QToolButton[kind="quiet"]:disabled { color: @edge; }
QPushButton[kind="quiet"]:focus, QToolButton[kind="quiet"]:focus { border: 2px solid @accent; }
QPushButton[kind="quiet"]:focus { padding: 0 7px; }
QPushButton[kind="link"] {
    background: transparent; border: 1px solid transparent; color: @accent; padding: 0 4px; text-align: left;
}
QPushButton[kind="link"]:hover { background: @hover; }
QPushButton[kind="link"]:focus { border: 2px solid @accent; padding: 0 3px; }
QPushButton[kind="pick"] { text-align: left; padding: 0 8px; }
QPushButton[kind="pick"]:focus { padding: 0 7px; }
QPushButton[kind="pick"][empty="true"] { color: @secondary; }
QPushButton[kind="pick"]:disabled { color: @text; }
QPushButton[segment="true"] { border-radius: 0; padding: 0 12px; margin: 0 0 0 -1px; }
QPushButton[segment="true"]:checked {
    background: @accent; color: @on_accent; border-color: @accent;
}
QPushButton[segment="true"]:focus { border: 2px solid @accent; padding: 0 11px; }
QPushButton[segment="true"]:checked:focus { border: 2px solid @text; }
QPushButton[segment="true"]:disabled { color: @secondary; background: @raised; border-color: @line; }
QPushButton[segment="true"]:checked:disabled { background: @line; color: @text; }
QPushButton[end="first"] { border-top-left-radius: 4px; border-bottom-left-radius: 4px; margin-left: 0; }
QPushButton[end="last"] { border-top-right-radius: 4px; border-bottom-right-radius: 4px; }
QPushButton[end="only"] { border-radius: 4px; margin-left: 0; }

QPushButton[kind="tab"] {
    background: transparent; border: 0; border-bottom: 2px solid transparent; border-radius: 0;
    color: @secondary; padding: 0 10px; min-height: 32px;
}
QPushButton[kind="tab"]:hover { color: @text; background: @hover; }
QPushButton[kind="tab"]:checked { color: @accent; border-bottom: 2px solid @accent; }
QPushButton[kind="tab"]:focus { border: 2px solid @accent; padding: 0 8px; min-height: 30px; }

QCheckBox, QRadioButton { spacing: 8px; min-height: 28px; }
QCheckBox::indicator {
    width: 16px; height: 16px; border: 1px solid @edge; border-radius: 3px; background: @ground;
}
QCheckBox::indicator:checked {
    background: @accent; border-color: @accent; image: url(@icons/check-@mode.svg);
}
QCheckBox::indicator:focus { border: 2px solid @accent; width: 14px; height: 14px; }

QTableView, QTreeView, QListView {
    background: @ground; color: @text; border: 0; outline: 0; gridline-color: @line;
    selection-background-color: @chosen; selection-color: @text; alternate-background-color: @raised;
}
QTableView::item, QTreeView::item, QListView::item { padding: 0 8px; border-bottom: 1px solid @line; }
QTableView::item:hover, QListView::item:hover, QTreeView::item:hover { background: @hover; }
QTableView::item:selected, QListView::item:selected, QTreeView::item:selected {
    background: @chosen; color: @text;
}
QListView::item { min-height: 30px; }
QTableView:focus, QListView:focus, QTreeView:focus { border: 0; }
QHeaderView { background: @ground; border: 0; }
QHeaderView::section {
    background: @ground; color: @secondary; border: 0; border-bottom: 1px solid @edge; padding: 0 11px;
    min-height: 30px;
}
QHeaderView::down-arrow { image: url(@icons/caret-up.svg); }  /* Qt's down arrow stands for ascending */
QHeaderView::up-arrow { image: url(@icons/caret-down.svg); }
QHeaderView::down-arrow, QHeaderView::up-arrow {
    width: 12px; height: 12px; subcontrol-position: center right; right: 0;
}
QHeaderView::section:vertical { border-bottom: 1px solid @line; }
QTableCornerButton::section { background: @ground; border: 0; border-bottom: 1px solid @edge; }

QScrollArea { border: 0; background: transparent; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: @edge; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: @secondary; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QSplitter::handle { background: @line; }
QToolTip { background: @text; color: @ground; border: 0; padding: 4px 8px; }
QMenu { background: @ground; color: @text; border: 1px solid @edge; padding: 4px 0; }
QMenu::item { padding: 6px 24px 6px 12px; }
QMenu::item:selected { background: @chosen; color: @text; }
QMenu::separator { height: 1px; background: @line; margin: 4px 0; }
QProgressBar { background: @line; border: 0; border-radius: 2px; max-height: 4px; text-align: right; }
QProgressBar::chunk { background: @accent; border-radius: 2px; }
QCalendarWidget QWidget { alternate-background-color: @raised; }
"""
