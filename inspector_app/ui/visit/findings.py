"""Findings, recommendations and what earlier visits recommended: three lists, a panel for the chosen one.

Lists and panels are built when they are first shown: few visits need all of them, and none at once.
Every field left is one saved act; what is being typed is kept as a draft meanwhile. A new record begins with
its first words, so that an empty one can never reach the minutes. A recommendation may come from a finding,
or from one of an earlier visit that was not followed: it takes over the item, the wording, the legal basis
and the usual time, counted in working days from the day of the visit.
"""

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from inspector_app.domain.errors import Refused
from inspector_app.domain.records import Finding, FollowUp, RecordId, VisitId
from inspector_app.i18n import tr
from inspector_app.services.views import Saved
from inspector_app.ui import fields, theme, widgets
from inspector_app.ui.session import Session
from inspector_app.ui.visit.finding_lists import KINDS, Kind, Sections, Shown
from inspector_app.ui.visit.finding_panels import Panels
from inspector_app.ui.visit.record_looks import Entry
from inspector_app.ui.visit.words import outcomes

if TYPE_CHECKING:
    from inspector_app.services.workbench import Workbench


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
        self._wanted: tuple[Kind, str] | None = None
        """The record to go to once the lists have been read."""
        self.names = fields.Segments(((kind, tr(name)) for kind, name in KINDS.items()), "finding")
        self.sections = Sections()
        self.side = Panels(session, visit)
        self._lay_out()
        self._connect()
        self._read()

    def entered(self) -> None:
        """The page is on the screen: the list that was last worked in has the focus, or its name."""
        listed = self.sections[self.kind].list
        if listed.current is None and not self.side.is_beginning(self.kind):
            listed.step(1)
        target = listed if listed.rows.shown else self.names.buttons()[self.kind]
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_part(self, place: str) -> None:
        """Show a list, or a record in it, as soon as the list holds it: `recommendation/<id>`."""
        name, _, record = place.partition("/")
        kind = name if name in KINDS else self.kind
        self.show_kind(kind)
        self._wanted = kind, record
        self._read()

    def show_kind(self, kind: Kind) -> None:
        """Show one of the lists, with the panel of what is chosen there."""
        widgets.leave_field(self.side)
        self.kind = kind
        self.names.set_value(kind)
        self.sections.show_kind(kind)
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
        entry = self.side.finding.entry
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
        entry = self.side.follow_up.entry
        if entry is None or self.shown is None or not isinstance(entry.record, FollowUp):
            return
        if entry.record.state == "open":
            self._change("follow_up", entry.id, "state", "not_fixed")
        self._begin_from(
            entry.record.item,
            earlier=entry.id,
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
        head = widgets.Flow()
        for part in (self.names, *self.add.values()):
            head.addWidget(part)
        left = widgets.column(spacing=theme.SMALL)
        left.addLayout(head)
        left.addWidget(self.sections, 1)
        left.setContentsMargins(theme.LARGE, theme.SMALL, theme.LARGE, theme.SMALL)
        self.setLayout(widgets.beside(left, self.side))
        self.sections.show_kind(self.kind)

    def _connect(self) -> None:
        self.session.changed.connect(self._changed)
        self.names.chosen.connect(self.show_kind)
        self.sections.chosen.connect(self._choose)
        self.sections.counted.connect(self._count)
        self.sections.digit.connect(self._digit)
        self.sections.write_wanted.connect(self.side.write)
        self.sections.remove_wanted.connect(self.side.ask_remove)
        self.side.left.connect(self._save)
        self.side.typed.connect(self._draft)
        self.side.remove_wanted.connect(self._remove)
        self.side.item_wanted.connect(self._open_item)
        self.side.evidence_wanted.connect(self.open_evidence)
        self.side.recommend_wanted.connect(self.recommend)
        self.side.recommendation_wanted.connect(partial(self._go_to, "recommendation"))
        self.side.carry_wanted.connect(self.carry)
        self.side.earlier_wanted.connect(partial(self._go_to, "follow_up"))
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
            return Shown(card, bench.checklists.open(visit), dossiers, bench.visits.calendar)

        self.session.read(work, self._show, owner=self)

    def _show(self, shown: Shown) -> None:
        first, self.shown = self.shown is None, shown
        self.side.learn(shown)
        self.sections.show_records(shown)
        for kind, record in self._chosen.items():
            if record:
                self.sections[kind].reveal(record)
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self._go_to(*wanted)
            self.entered()
        self._show_panel()
        if first and self.isVisible():
            self.entered()

    def _entries(self, kind: Kind) -> tuple[Entry, ...]:
        return self.shown.entries(kind) if self.shown else ()

    def _count(self, kind: Kind) -> None:
        """Say behind the name of a list how much is in it, and how much of that is shown."""
        shown, every = self.sections.counts(kind)
        counts = f" ({shown}/{every})" if shown < every else f" ({every})" if every else ""
        self.names.buttons()[kind].setText(f"{tr(KINDS[kind])}{counts}")

    def _show_panel(self) -> None:
        """Show what is chosen in the list in view; a record that is only beginning stays."""
        kind = self.kind
        entry = next((each for each in self._entries(kind) if each.id == self._chosen[kind]), None)
        if entry is None:
            self._chosen[kind] = ""
            if not self.side.is_beginning(kind):
                self.side.show_nothing()
            return
        self.side.show_entry(kind, entry)
        if kind == "follow_up":
            self._read_history(entry.id)

    def _read_history(self, record: RecordId) -> None:
        visit = self.visit
        self.session.read(
            lambda bench: bench.earlier.history(visit, record),
            lambda lines: self.side.follow_up.show_history(record, lines),
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
        self.side.begin(kind, **known)
        self.show_kind(kind)
        self.side.write(kind)

    def _begin_from(self, code: str, **known: Any) -> None:
        """Begin a recommendation on an item; where its words are known it is one at once."""
        item = self.shown.checklist.items.get(code) if self.shown else None
        self._begin("recommendation", item=code, days=item.days if item else None, **known)
        self._save("recommendation", "text", self.side.recommendation.words.value)

    # --- saving -----------------------------------------------------------------------------------

    def _save(self, kind: Kind, field: str, value: Any) -> None:
        entry = self.side.panel(kind).entry
        if entry is not None:
            self._change(kind, entry.id, field, value)
        elif kind != "follow_up":
            self._add(kind, field)

    def _change(self, kind: Kind, record: RecordId, field: str, value: Any) -> None:
        visit = self.visit
        panel = self.side.panel(kind)
        self.session.save(
            lambda bench: bench.visits.change(visit, kind, record, **{field: value}),
            None,
            lambda error: panel.refuse(field, error),
            owner=self,
            key=f"{visit}/{kind}/{record}/{field}",
        )

    def _draft(self, kind: Kind, field: str, written: str) -> None:
        """Keep what is being typed; of a record that is not there yet, with all that is chosen beside it."""
        panel = self.side.panel(kind)
        if kind in self._adding:
            return  # what is typed meanwhile follows the record
        visit, record = self.visit, panel.entry.id if panel.entry else ""
        kept = {field: written} if record else self.side.record(kind).values()

        def work(bench: "Workbench") -> datetime:
            return bench.visits.draft(visit, kind, record, **kept)

        self.session.save(work, owner=self, key=f"{visit}/{kind}/{record}/{field}")

    def _digit(self, kind: Kind, number: int) -> None:
        """A digit on the list of earlier recommendations says what has become of the chosen one."""
        states = [state for state, _words in outcomes()]
        if kind == "follow_up" and 1 <= number <= len(states):
            self._save(kind, "state", states[number - 1])

    def _add(self, kind: Kind, field: str) -> None:
        """A new record begins with its first words."""
        panel = self.side.record(kind)
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
        panel = self.side.record(kind)
        if panel.entry is None:
            return
        visit, record = self.visit, panel.entry.id
        self.session.save(
            lambda bench: bench.visits.remove(visit, kind, record),
            None,
            lambda error: panel.refuse("text", error),
            owner=self,
        )

    def _changed(self, saved: Saved, _owner: object) -> None:
        watched = (*KINDS, "visit", "dossier")
        if any(touched.stream == self.visit and touched.kind in watched for touched in saved.what):
            self._read()
