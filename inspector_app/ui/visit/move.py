"""Moving a visit to another version of its checklist: looked at first, decided answer by answer, taken back.

Nothing happens before the preview has been read: what stays, what a person must decide, which questions are
gone and become old ones, which are new.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from inspector_app.domain.errors import Refused
from inspector_app.domain.records import VisitId
from inspector_app.i18n import tr
from inspector_app.services.upgrades import Decision
from inspector_app.services.views import MoveLine, MovePreview, Saved, TemplateName
from inspector_app.ui import theme
from inspector_app.ui.fields import Choice, Field, LineEdit, Segments
from inspector_app.ui.notices import Banner
from inspector_app.ui.session import Session
from inspector_app.ui.widgets import Scroll, button, clear, label, row, tool

SHOWN = 200
"""Lines of one group in view; the rest is counted."""


class MovePanel(Scroll):
    """The other versions, the preview of one, the decisions, the reason."""

    closed = Signal()

    def __init__(self, session: Session, visit: VisitId) -> None:
        super().__init__()
        self.session = session
        self.visit = visit
        self.preview: MovePreview | None = None
        self.decisions: dict[str, Decision] = {}
        self.banner = Banner()
        self.version = Choice(())
        self.version.chosen.connect(self._choose)
        self.version_field = Field(tr("Other &versions in this workspace"), self.version)
        self.none = label(
            tr("This workspace holds no other version. Publish the new workbook under Checklists first."),
            "text",
            "secondary",
            wrap=True,
        )
        self.lines = QVBoxLayout()
        self.lines.setSpacing(theme.SMALL)
        self.reason = LineEdit(placeholder=tr("For example: the office issued version 2 on 20/11/2026"))
        self.reason.textChanged.connect(lambda _text: self._weigh())
        self.reason_field = Field(tr("&Reason, kept in the history"), self.reason)
        self.confirm = button(tr("&Move the visit"), self._move, kind="primary", icon="move")
        self.undo = button(tr("Take the last move &back"), self._undo, icon="undo")
        self.waiting = label("", "small", "attention")
        self.column.setSpacing(theme.MEDIUM)
        self.column.addLayout(
            row(
                label(tr("Another version of the checklist"), "group"),
                None,
                tool("close", tr("Close"), self.closed.emit, tone="secondary"),
            )
        )
        for part in (self.banner, self.version_field, self.none):
            self.column.addWidget(part)
        self.column.addLayout(self.lines)
        self.column.addWidget(self.reason_field)
        self.column.addLayout(row(self.confirm, self.undo, self.waiting, None))
        self.column.addStretch(1)

    def begin(self) -> None:
        """Read which versions there are."""
        self.session.read(
            lambda bench: bench.upgrades.choices(self.visit),
            self._show_versions,
            self.banner.tell,
            owner=self,
        )
        self.version.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    # --- showing ----------------------------------------------------------------------------------

    def _show_versions(self, versions: tuple[TemplateName, ...]) -> None:
        self.version.clear()
        for each in versions:
            name = tr("version {version} · {title}", version=each.version or "–", title=each.title)
            self.version.addItem(f"{name} · {each.digest[:8]}", each.digest)
        self.version_field.setVisible(bool(versions))
        self.none.setVisible(not versions)
        if versions:
            self._choose(versions[0].digest)
        else:
            self._show(None)

    def _choose(self, digest: str) -> None:
        self.session.read(
            lambda bench: bench.upgrades.preview(self.visit, digest), self._show, self.banner.tell, owner=self
        )

    def _show(self, preview: MovePreview | None) -> None:
        self.preview = preview
        self.decisions = {}
        clear(self.lines)
        if preview is not None:
            by = {
                verdict: [line for line in preview.lines if line.verdict in verdict]
                for verdict in (("decide",), ("old",), ("carries",), ("same",))
            }
            self._decide(by[("decide",)])
            self._tell(tr("Become old questions: {count}", count=len(by[("old",)])), by[("old",)])
            self._tell(tr("Stay, though the question changed: {count}", count=len(by[("carries",)])),
                       by[("carries",)])  # fmt: skip
            self._count(tr("Stay as they are: {count}", count=len(by[("same",)])), by[("same",)])
            self._name(tr("New questions: {count}", count=len(preview.added)), preview.added)
            self._name(tr("Other changes: {count}", count=len(preview.settings)), preview.settings)
        self._weigh()

    def _decide(self, lines: Sequence[MoveLine]) -> None:
        if not lines:
            return
        self.lines.addWidget(label(tr("To be decided: {count}", count=len(lines)), "strong", "attention"))
        for line in lines:
            offered = [("open", tr("Ask again"))]
            if line.keepable:
                offered.insert(0, ("keep", tr("Keep the answer")))
            ways = Segments(offered, name=line.item)
            ways.chosen.connect(lambda way, item=line.item: self.decide(item, way))
            self.lines.addWidget(_card(line, ways))

    def _tell(self, title: str, lines: Sequence[MoveLine]) -> None:
        if lines:
            self.lines.addWidget(label(title, "strong"))
            for line in lines[:SHOWN]:
                self.lines.addWidget(_card(line))

    def _count(self, title: str, lines: Sequence[MoveLine]) -> None:
        if lines:
            self.lines.addWidget(label(title, "strong", "good"))
            names = ", ".join(line.item for line in lines)
            self.lines.addWidget(label(names, "small", "secondary", wrap=True))

    def _name(self, title: str, names: Sequence[str]) -> None:
        if names:
            self.lines.addWidget(label(title, "strong"))
            self.lines.addWidget(label("\n".join(names[:SHOWN]), "text", "secondary", wrap=True))

    # --- deciding ---------------------------------------------------------------------------------

    def decide(self, item: str, way: str) -> None:
        """Decide on one answer: "keep" or "open"."""
        self.decisions[item] = "keep" if way == "keep" else "open"
        self._weigh()

    @property
    def open_decisions(self) -> list[str]:
        """The items that wait for a decision."""
        lines = self.preview.lines if self.preview else ()
        return [line.item for line in lines if line.verdict == "decide" and line.item not in self.decisions]

    def _weigh(self) -> None:
        waiting = len(self.open_decisions)
        self.confirm.setEnabled(self.preview is not None and not waiting and bool(self.reason.value))
        self.undo.setEnabled(bool(self.reason.value))
        self.waiting.setText(tr("{count} still to be decided", count=waiting) if waiting else "")

    def _move(self) -> None:
        preview, reason, decisions = self.preview, self.reason.value, dict(self.decisions)
        if preview is None:
            return
        name = preview.new.version or "–"
        self.session.save(
            lambda bench: bench.upgrades.move(self.visit, preview.new.digest, decisions, reason),
            lambda saved: self._done(saved, tr("The visit now has version {version}.", version=name)),
            self._refused,
            owner=self,
            key=f"{self.visit} move",
        )

    def _undo(self) -> None:
        reason = self.reason.value
        self.session.save(
            lambda bench: bench.upgrades.undo(self.visit, reason),
            lambda saved: self._done(saved, tr("The visit has its earlier version again.")),
            self._refused,
            owner=self,
            key=f"{self.visit} move",
        )

    def _done(self, _saved: Saved, words: str) -> None:
        self.banner.say("good", words, tr("It can be taken back here, with a reason."))
        self.reason.set_value("")
        self.reason.clear()
        self.begin()

    def _refused(self, error: Refused) -> None:
        self.banner.tell(error)


def _card(line: MoveLine, ways: QWidget | None = None) -> QWidget:
    card = theme.dress(QFrame(), surface="well")
    column = QVBoxLayout(card)
    column.setContentsMargins(theme.MEDIUM, theme.SMALL, theme.MEDIUM, theme.SMALL)
    column.setSpacing(theme.TINY)
    column.addWidget(label(f"{line.item} · {line.label}", "text", wrap=True))
    column.addWidget(label(line.answer, "strong", wrap=True))
    if line.reasons:
        column.addWidget(label("\n".join(line.reasons), "small", "secondary", wrap=True))
    if ways is not None:
        column.addWidget(ways)
    return card
