"""Findings, recommendations and what earlier visits recommended: three lists, a panel for the chosen one.

Every field left is one saved act; what is being typed is kept as a draft meanwhile. A new record begins with
its first words, so that an empty one can never reach the minutes. A recommendation may come from a finding,
or from one of an earlier visit that was not followed: it takes over the item, the wording, the legal basis
and the usual time, counted in working days from the day of the visit.
"""

from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from inspector_app.domain.errors import Refused
from inspector_app.domain.records import Finding, FollowUp, RecordId, VisitId
from inspector_app.i18n import tr
from inspector_app.services.views import ChecklistView, DossierRow, Link, Saved, VisitCard
from inspector_app.ui import fields, theme, widgets
from inspector_app.ui.session import Session
from inspector_app.ui.visit.evidence.strip import EvidenceStrip
from inspector_app.ui.visit.finding_lists import KINDS, Kind, Places, section
from inspector_app.ui.visit.follow_up_panel import FollowUpPanel
from inspector_app.ui.visit.record_list import RecordSection
from inspector_app.ui.visit.record_looks import Entry
from inspector_app.ui.visit.record_panel import FindingPanel, RecommendationPanel, RecordPanel
from inspector_app.ui.visit.words import outcomes

if TYPE_CHECKING:
    from inspector_app.services.workbench import Workbench


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page was read from."""

    card: VisitCard
    checklist: ChecklistView
    dossiers: tuple[DossierRow, ...]


class FindingsPage(QWidget):
    """What the team found, what it asks for, and what became of what was asked before."""

    open_item = Signal(str)
    open_evidence = Signal(object)

    def __init__(self, session: Session, visit: VisitId) -> None:
        super().__init__()
        self.session = session
        self.visit = visit
        self.shown: Shown | None = None
        self.kind: Kind = "finding"
        """The list that is shown."""
        self._adding: set[Kind] = set()
        self._chosen: dict[Kind, str] = dict.fromkeys(KINDS, "")
        self.names = fields.Segments(((kind, tr(name)) for kind, name in KINDS.items()), "finding")
        self.places = Places()
        self.sections: dict[Kind, RecordSection] = {kind: section(kind, self.places) for kind in KINDS}
        self.finding = FindingPanel()
        self.recommendation = RecommendationPanel()
        self.follow_up = FollowUpPanel()
        self.evidence = EvidenceStrip(session, visit, back="findings")
        self.finding.evidence.addWidget(self.evidence)
        self._panels: dict[Kind, RecordPanel] = {
            "finding": self.finding,
            "recommendation": self.recommendation,
        }
        self._nothing = widgets.label(
            tr("Choose a finding or a recommendation to read and change it."), "text", "secondary", wrap=True
        )
        self._lay_out()
        self._connect()
        self._read()

    def entered(self) -> None:
        """The page is on the screen: the list that was last worked in has the focus, or its name."""
        listed = self.sections[self.kind].list
        if listed.current is None and not self._is_beginning():
            listed.step(1)
        target = listed if listed.rows.shown else self.names.buttons()[self.kind]
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_kind(self, kind: Kind) -> None:
        """Show one of the lists, with the panel of what is chosen there."""
        widgets.leave_field(self.side)
        self.kind = kind
        self.names.set_value(kind)
        self.lists.setCurrentWidget(self.sections[kind])
        for each, button in self.add.items():
            button.setVisible(each == kind)
        self._show_panel()

    def new_finding(self) -> None:
        """Begin a finding."""
        self._begin("finding")

    def new_recommendation(self) -> None:
        """Begin a recommendation, for the unit unless another body is named."""
        self._begin("recommendation", responsible=self.shown.card.unit if self.shown else "")

    def recommend(self) -> None:
        """Begin a recommendation from the chosen finding."""
        entry = self.finding.entry
        if entry is None or self.shown is None or not isinstance(entry.record, Finding):
            return
        item = self.shown.checklist.items.get(entry.record.item)
        self._begin_from(
            entry.record.item,
            finding=entry.id,
            text=item.action if item else "",
            basis=entry.record.basis,
            responsible=entry.record.responsible or self.shown.card.unit,
        )

    def carry(self) -> None:
        """Recommend again what an earlier visit recommended and nobody did; then it counts as not fixed."""
        entry = self.follow_up.entry
        if entry is None or self.shown is None or not isinstance(entry.record, FollowUp):
            return
        if entry.record.state == "open":
            self._change("follow_up", entry.id, "state", "not_fixed")
        self._begin_from(
            entry.record.item,
            text=entry.record.text,
            responsible=entry.record.responsible or self.shown.card.unit,
        )

    # --- building ---------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.add: dict[Kind, QPushButton] = {
            "finding": widgets.button(
                tr("Add a finding"), self.new_finding, icon="add", tip=tr("Add a finding (Ctrl+N)")
            ),
            "recommendation": widgets.button(
                tr("Add a recommendation"),
                self.new_recommendation,
                icon="add",
                tip=tr("Add a recommendation (Ctrl+Shift+N)"),
            ),
        }
        self.add["recommendation"].hide()
        for each in self.names.buttons().values():
            each.setToolTip(tr("Next list: F6"))
        self.lists = QStackedWidget()
        for listed in self.sections.values():
            self.lists.addWidget(listed)
        head = widgets.Flow()
        for part in (self.names, *self.add.values()):
            head.addWidget(part)
        left = widgets.column(spacing=theme.SMALL)
        left.addLayout(head)
        left.addWidget(self.lists, 1)
        left.setContentsMargins(theme.LARGE, theme.SMALL, theme.LARGE, theme.SMALL)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._nothing.setContentsMargins(theme.LARGE, theme.LARGE, theme.LARGE, 0)
        self.side = QStackedWidget()
        self.side.addWidget(self._nothing)
        self._scrolls: dict[QWidget, QWidget] = {self._nothing: self._nothing}
        for panel in (*self._panels.values(), self.follow_up):
            scroll = widgets.Scroll(width=None, margin=0)
            scroll.column.addWidget(panel)
            self.side.addWidget(scroll)
            self._scrolls[panel] = scroll
        theme.dress(self.side, surface="raised")
        self.side.setFixedWidth(theme.PANEL)
        self.setLayout(widgets.beside(left, self.side))

    def _connect(self) -> None:
        self.session.changed.connect(self._changed)
        self.names.chosen.connect(self.show_kind)
        self.finding.recommend_wanted.connect(self.recommend)
        self.finding.recommendation_wanted.connect(partial(self._go_to, "recommendation"))
        self.follow_up.carry_wanted.connect(self.carry)
        self.evidence.wanted.connect(self.open_evidence)
        for kind, each in self.sections.items():
            each.list.chosen.connect(partial(self._choose, kind))
            each.narrowed.connect(partial(self._count, kind))
        for kind, panel in self._panels.items():
            panel.left.connect(partial(self._save, kind))
            panel.typed.connect(partial(self._draft, kind))
            panel.remove_wanted.connect(partial(self._remove, kind))
            panel.item_wanted.connect(self._open_item)
            listed = self.sections[kind].list
            listed.write_wanted.connect(lambda panel=panel: panel.words.setFocus())
            listed.remove_wanted.connect(panel.ask_remove)
        self.follow_up.left.connect(self._judge)
        self.follow_up.typed.connect(partial(self._draft, "follow_up"))
        self.follow_up.item_wanted.connect(self._open_item)
        earlier = self.sections["follow_up"].list
        earlier.digit.connect(self._judge_by_digit)
        earlier.write_wanted.connect(self.follow_up.note.setFocus)
        for keys, act, what in (
            ("Ctrl+N", self.new_finding, tr("New finding")),
            ("Ctrl+Shift+N", self.new_recommendation, tr("New recommendation")),
            ("Ctrl+F", lambda: self.sections[self.kind].search.setFocus(), tr("Find in the list")),
            ("F6", lambda: self._step(1), tr("Next list")),
            ("Shift+F6", lambda: self._step(-1), tr("List before")),
        ):
            widgets.on_keys(self, keys, act, what, inside=True)

    # --- showing ----------------------------------------------------------------------------------

    def _read(self) -> None:
        visit = self.visit

        def work(bench: "Workbench") -> Shown:
            card, dossiers = bench.visits.get(visit), bench.dossiers.list(visit)
            return Shown(card, bench.checklists.open(visit), dossiers)

        self.session.read(work, self._show, owner=self)

    def _show(self, shown: Shown) -> None:
        first, self.shown = self.shown is None, shown
        card = shown.card
        self.places.show(shown.checklist)
        self.recommendation.count_from(card.visit.on)
        self.follow_up.count_from(card.visit.on)
        self.recommendation.show_findings(card.findings)
        self.finding.dossiers.offer(shown.dossiers)
        bodies = [each.record.responsible for each in (*card.recommendations, *card.findings)]
        for panel in self._panels.values():
            panel.show_items(shown.checklist.items)
            panel.responsible.offer([card.unit, *bodies])
        for kind, each in self.sections.items():
            each.look.on = card.visit.on or date.today()
            each.show_records(self._entries(kind))
            if self._chosen[kind]:
                each.reveal(self._chosen[kind])
        self._show_panel()
        if first and self.isVisible():
            self.entered()

    def _entries(self, kind: Kind) -> tuple[Entry, ...]:
        if self.shown is None:
            return ()
        card = self.shown.card
        found: dict[Kind, tuple[Entry, ...]] = {
            "finding": card.findings,
            "recommendation": card.recommendations,
            "follow_up": card.follow_ups,
        }
        return found[kind]

    def _count(self, kind: Kind) -> None:
        """Say behind the name of a list how much is in it, and how much of that is shown."""
        shown, every = self.sections[kind].counts
        counts = f" ({shown}/{every})" if shown < every else f" ({every})" if every else ""
        self.names.buttons()[kind].setText(f"{tr(KINDS[kind])}{counts}")

    def _show_panel(self) -> None:
        """Show what is chosen in the list in view; a record that is only beginning stays."""
        kind = self.kind
        entry = next((each for each in self._entries(kind) if each.id == self._chosen[kind]), None)
        if entry is None:
            self._chosen[kind] = ""
            if not self._is_beginning():
                self._put(self._nothing)
        elif kind == "follow_up":
            self.follow_up.show_entry(entry)
            self._put(self.follow_up)
            self._read_history(entry.id)
        else:
            self._panels[kind].show_entry(entry)
            if kind == "finding" and self.shown is not None:
                answers = [
                    each for each in self.shown.card.recommendations if each.record.finding == entry.id
                ]
                self.finding.show_answers(answers)
                self.evidence.show_link(Link(finding=entry.id))
                self.evidence.show()
            self._put(self._panels[kind])

    def _is_beginning(self) -> bool:
        """Whether a record of the list in view is being begun."""
        panel = self._panels.get(self.kind)
        if panel is None or panel.entry is not None:
            return False
        return self.side.currentWidget() is self._scrolls[panel]

    def _put(self, panel: QWidget) -> None:
        self.side.setCurrentWidget(self._scrolls[panel])

    def _read_history(self, record: RecordId) -> None:
        visit = self.visit
        self.session.read(
            lambda bench: bench.earlier.history(visit, record),
            lambda lines: self.follow_up.show_history(record, lines),
            owner=self,
        )

    def _choose(self, kind: Kind, record: str) -> None:
        self._chosen[kind] = record
        if kind == self.kind:
            self._show_panel()

    def _go_to(self, kind: Kind, record: str) -> None:
        self._chosen[kind] = record
        self.sections[kind].reveal(record)
        self.show_kind(kind)

    def _step(self, way: int) -> None:
        kinds = list(KINDS)
        self.show_kind(kinds[(kinds.index(self.kind) + way) % len(kinds)])
        self.entered()

    def _open_item(self, code: str) -> None:
        if code:
            self.open_item.emit(code)

    # --- beginning --------------------------------------------------------------------------------

    def _begin(self, kind: Kind, **known: Any) -> None:
        self.side.setFocus(Qt.FocusReason.OtherFocusReason)  # what is being written is saved first
        self._chosen[kind] = ""
        self.sections[kind].list.select("")
        panel = self._panels[kind]
        panel.begin(**known)
        self.evidence.hide()  # there is nothing yet for it to belong to
        self._put(panel)
        self.show_kind(kind)
        panel.words.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _begin_from(self, code: str, **known: Any) -> None:
        """Begin a recommendation on an item; where its words are known it is one at once."""
        item = self.shown.checklist.items.get(code) if self.shown else None
        self._begin("recommendation", item=code, days=item.days if item else None, **known)
        self._save("recommendation", "text", self.recommendation.words.value)

    # --- saving -----------------------------------------------------------------------------------

    def _save(self, kind: Kind, field: str, value: Any) -> None:
        entry = self._panels[kind].entry
        if entry is None:
            self._add(kind, field)
        else:
            self._change(kind, entry.id, field, value)

    def _change(self, kind: Kind, record: RecordId, field: str, value: Any) -> None:
        visit = self.visit
        panel = self.follow_up if kind == "follow_up" else self._panels[kind]
        self.session.save(
            lambda bench: bench.visits.change(visit, kind, record, **{field: value}),
            None,
            lambda error: panel.refuse(field, error),
            owner=self,
            key=f"{visit}/{kind}/{record}/{field}",
        )

    def _draft(self, kind: Kind, field: str, written: str) -> None:
        """Keep what is being typed; of a record that is not there yet, with all that is chosen beside it."""
        panel = self.follow_up if kind == "follow_up" else self._panels[kind]
        if kind in self._adding:
            return  # what is typed meanwhile follows the record
        visit, record = self.visit, panel.entry.id if panel.entry else ""
        kept = {field: written} if record else self._panels[kind].values()

        def work(bench: "Workbench") -> datetime:
            return bench.visits.draft(visit, kind, record, **kept)

        self.session.save(work, owner=self, key=f"{visit}/{kind}/{record}/{field}")

    def _judge(self, field: str, value: Any) -> None:
        if self.follow_up.entry is not None:
            self._change("follow_up", self.follow_up.entry.id, field, value)

    def _judge_by_digit(self, number: int) -> None:
        """A digit on the list says what has become of the chosen recommendation."""
        states = [state for state, _words in outcomes()]
        if 1 <= number <= len(states):
            self._judge("state", states[number - 1])

    def _add(self, kind: Kind, field: str) -> None:
        """A new record begins with its first words."""
        panel = self._panels[kind]
        known = panel.values()
        if not known["text"]:
            self._draft(kind, field, "")  # words that were typed and taken back are nothing to keep
            return
        if kind in self._adding:
            return
        self._adding.add(kind)
        visit = self.visit

        def added(result: tuple[RecordId, Saved]) -> None:
            self._adding.discard(kind)
            if panel.entry is not None:
                return
            # What was filled in while the record was on its way follows it.
            for name, value in panel.values().items():
                if known[name] != value:
                    self._change(kind, result[0], name, value)
            self._chosen[kind] = result[0]
            self._read()

        def refused(error: Refused) -> None:
            self._adding.discard(kind)
            panel.refuse(field, error)

        self.session.save(lambda bench: bench.visits.add(visit, kind, **known), added, refused, owner=self)

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
        watched = (*KINDS, "visit", "dossier")
        if any(touched.stream == self.visit and touched.kind in watched for touched in saved.what):
            self._read()
