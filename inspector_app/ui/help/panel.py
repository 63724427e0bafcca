"""The panel of help: the text of the page one is at, beside it."""

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextFormat,
    QTextFragment,
)
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from inspector_app.i18n import tr
from inspector_app.ui import theme
from inspector_app.ui.help.texts import help_text
from inspector_app.ui.widgets import button, label, line, row, tool


class HelpText(QTextBrowser):
    """A text of help in our own type. A link to another text is told by `wanted(page)`."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setAccessibleName(tr("Help"))
        theme.mark(self, "prose", True)
        self.document().setDefaultFont(theme.font("text"))
        self.document().setDocumentMargin(theme.LARGE)
        self.document().setIndentWidth(theme.LARGE)
        self.anchorClicked.connect(self._follow)

    def show_text(self, markdown: str) -> None:
        """Show a text from its beginning."""
        self.setMarkdown(markdown)
        self._set_type()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _follow(self, link: QUrl) -> None:
        self.wanted.emit(link.path().removesuffix(".md"))

    def _set_type(self) -> None:
        """Type and spaces of the window; Qt's own for Markdown are those of a web page of 1995."""
        block = self.document().begin()
        while block.isValid():
            level = block.blockFormat().headingLevel()
            shape = QTextBlockFormat()
            shape.setTopMargin(theme.LARGE if level > 1 else 0)
            shape.setBottomMargin(theme.TINY if block.textList() else theme.SMALL)
            shape.setLineHeight(120, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            QTextCursor(block).mergeBlockFormat(shape)
            for piece in _pieces(block):
                words = piece.charFormat()
                kind = "title" if level == 1 else "group" if level else "text"
                # Keys and figures, which Markdown calls code, stand out by weight and not by another face.
                strong = words.fontFixedPitch() or words.fontWeight() > QFont.Weight.Medium
                face = theme.font("strong" if strong and kind == "text" else kind)
                face.setItalic(words.fontItalic())
                words.clearProperty(QTextFormat.Property.FontSizeAdjustment.value)
                words.setFont(face)
                cursor = QTextCursor(block)
                cursor.setPosition(piece.position())
                cursor.setPosition(piece.position() + piece.length(), QTextCursor.MoveMode.KeepAnchor)
                cursor.setCharFormat(words)
            block = block.next()


def _pieces(block: QTextBlock) -> list[QTextFragment]:
    """The pieces of a paragraph, each of one format."""
    pieces: list[QTextFragment] = []
    at = block.begin()
    while not at.atEnd():
        pieces.append(at.fragment())
        at += 1
    return pieces


class HelpPanel(QWidget):
    """The text of a page, with the ways to the shortcuts and the tour. Escape closes."""

    closed = Signal()
    shortcuts_wanted = Signal()
    tour_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        theme.dress(self, surface="raised")
        self.setFixedWidth(theme.HELP)
        self.page = ""
        self.text = HelpText()
        self.text.wanted.connect(self.show_page)
        close = tool("close", tr("Close the help"), self.closed.emit, tone="secondary")
        self.shortcuts = button(
            tr("Shortcuts") + "  Ctrl+/", self.shortcuts_wanted.emit, kind="quiet", icon="keyboard"
        )
        self.tour = button(tr("Tour"), self.tour_wanted.emit, kind="quiet", icon="tour")
        head = row(label(tr("Help"), "group"), None, close)
        head.setContentsMargins(theme.LARGE, theme.SMALL, theme.SMALL, theme.SMALL)
        foot = row(self.shortcuts, self.tour, None)
        foot.setContentsMargins(theme.SMALL, theme.SMALL, theme.SMALL, theme.SMALL)
        inside = QVBoxLayout()
        inside.setSpacing(0)
        inside.addLayout(head)
        inside.addWidget(self.text, 1)
        inside.addWidget(line())
        inside.addLayout(foot)
        whole = row(line(vertical=True), spacing=0)
        whole.addLayout(inside, 1)
        self.setLayout(whole)

    def show_page(self, page: str) -> None:
        """Show the text of a page."""
        if page != self.page:
            self.page = page
            self.text.show_text(help_text(page))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)
