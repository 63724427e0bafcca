"""Beside the lists of the findings page: the panel of what is chosen, built when it is first shown.

Whatever one of the panels tells is told from here together with its kind.
"""

from functools import cached_property, partial
from typing import Any, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from inspector_app.domain.records import VisitId
from inspector_app.i18n import tr
from inspector_app.services.views import Link
from inspector_app.ui import theme, widgets
from inspector_app.ui.session import Session
from inspector_app.ui.visit.evidence.strip import EvidenceStrip
from inspector_app.ui.visit.finding_lists import Kind, Shown
from inspector_app.ui.visit.follow_up_panel import FollowUpPanel
from inspector_app.ui.visit.record_looks import Entry
from inspector_app.ui.visit.record_panel import FindingPanel, RecommendationPanel, RecordPanel

AnyPanel = RecordPanel | FollowUpPanel
P = TypeVar("P", bound=AnyPanel)


class Panels(QStackedWidget):
    """The panel of the chosen record, or a sentence while there is none."""

    left = Signal(str, str, object)
    """(kind, field, value)"""
    typed = Signal(str, str, str)
    """(kind, field, text so far): worth keeping as a draft."""
    remove_wanted = Signal(str)
    item_wanted = Signal(str)
    evidence_wanted = Signal(object)
    recommend_wanted = Signal()
    recommendation_wanted = Signal(str)
    carry_wanted = Signal()
    earlier_wanted = Signal(str)

    def __init__(self, session: Session, visit: VisitId) -> None:
        super().__init__()
        self._session = session
        self._visit = visit
        self._shown: Shown | None = None
        self._scrolls: dict[AnyPanel, QWidget] = {}
        self._nothing = widgets.label(
            tr("Choose a finding or a recommendation to read and change it."), "text", "secondary", wrap=True
        )
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._nothing.setContentsMargins(theme.LARGE, theme.LARGE, theme.LARGE, 0)
        self.addWidget(self._nothing)
        theme.dress(self, surface="raised")
        self.setFixedWidth(theme.PANEL)

    @cached_property
    def finding(self) -> FindingPanel:
        """The panel of a finding."""
        panel = FindingPanel()
        panel.evidence.addWidget(self.evidence)
        panel.recommend_wanted.connect(self.recommend_wanted)
        panel.recommendation_wanted.connect(self.recommendation_wanted)
        return self._take_in("finding", panel)

    @cached_property
    def evidence(self) -> EvidenceStrip:
        """The photos and scans of a finding."""
        strip = EvidenceStrip(self._session, self._visit, back="findings")
        strip.wanted.connect(self.evidence_wanted)
        return strip

    @cached_property
    def recommendation(self) -> RecommendationPanel:
        """The panel of a recommendation."""
        panel = RecommendationPanel()
        panel.earlier_wanted.connect(self.earlier_wanted)
        return self._take_in("recommendation", panel)

    @cached_property
    def follow_up(self) -> FollowUpPanel:
        """The panel of what an earlier visit recommended."""
        panel = FollowUpPanel()
        panel.carry_wanted.connect(self.carry_wanted)
        return self._take_in("follow_up", panel)

    def record(self, kind: Kind) -> RecordPanel:
        """The panel in which a finding or a recommendation is written."""
        return self.finding if kind == "finding" else self.recommendation

    def panel(self, kind: Kind) -> AnyPanel:
        """The panel of a kind."""
        return self.follow_up if kind == "follow_up" else self.record(kind)

    def learn(self, shown: Shown) -> None:
        """Offer what the visit holds now, in the panels that are there and in those to come."""
        self._shown = shown
        for panel in self._scrolls:
            self._offer(panel, shown)

    def show_entry(self, kind: Kind, entry: Entry) -> None:
        """Show a record."""
        panel = self.panel(kind)
        panel.show_entry(entry)
        if kind == "finding" and self._shown is not None:
            answers = self._shown.card.recommendations
            self.finding.show_answers([each for each in answers if each.record.finding == entry.id])
            self.evidence.show_link(Link(finding=entry.id))
            self.evidence.show()
        self.setCurrentWidget(self._scrolls[panel])

    def show_nothing(self) -> None:
        """No record is chosen."""
        self.setCurrentWidget(self._nothing)

    def begin(self, kind: Kind, **known: Any) -> None:
        """Begin a new record with some of its fields."""
        panel = self.record(kind)
        panel.begin(**known)
        if kind == "finding":
            self.evidence.hide()  # there is nothing yet for it to belong to
        self.setCurrentWidget(self._scrolls[panel])

    def is_beginning(self, kind: Kind) -> bool:
        """Whether a record of this kind is being begun."""
        begun = next(
            (panel for panel, scroll in self._scrolls.items() if scroll is self.currentWidget()), None
        )
        return begun is not None and begun is self.panel(kind) and begun.entry is None

    def write(self, kind: Kind) -> None:
        """Put the cursor where the shown record is written."""
        panel = self.panel(kind)
        field = panel.note if isinstance(panel, FollowUpPanel) else panel.words
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def ask_remove(self, kind: Kind) -> None:
        """Ask in place whether the shown record shall go; what an earlier visit recommended stays."""
        if kind != "follow_up":
            self.record(kind).ask_remove()

    # --- building ---------------------------------------------------------------------------------

    def _take_in(self, kind: Kind, panel: P) -> P:
        panel.left.connect(partial(self.left.emit, kind))
        panel.typed.connect(partial(self.typed.emit, kind))
        panel.item_wanted.connect(self.item_wanted)
        if isinstance(panel, RecordPanel):
            panel.remove_wanted.connect(partial(self.remove_wanted.emit, kind))
        scroll = self._scrolls[panel] = widgets.Scroll(width=None, margin=0)
        scroll.column.addWidget(panel)
        self.addWidget(scroll)
        if self._shown is not None:
            self._offer(panel, self._shown)
        return panel

    def _offer(self, panel: AnyPanel, shown: Shown) -> None:
        card = shown.card
        if isinstance(panel, FollowUpPanel):
            panel.count_from(card.visit.on)
            return
        panel.show_items(shown.checklist.items)
        bodies = [each.record.responsible for each in (*card.recommendations, *card.findings)]
        panel.responsible.offer([card.unit, *bodies])
        if isinstance(panel, RecommendationPanel):
            panel.count_from(card.visit.on, shown.calendar)
            panel.show_findings(card.findings)
            panel.show_follow_ups(card.follow_ups)
        elif isinstance(panel, FindingPanel):
            panel.dossiers.offer(shown.dossiers)
