"""Findings and recommendations: two lists, and a panel in which the chosen one is written.

Every field left is one saved act. A new record begins with its first words, so that an empty one can never
reach the minutes. A recommendation may come from a finding: it takes over the item, the usual wording and the
usual time, counted in working days from the day of the visit.
"""

from collections.abc import Mapping
from functools import partial
from typing import Any, Literal, TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from inspector_app.domain.errors import Refused
from inspector_app.domain.records import RecordId, VisitId
from inspector_app.i18n import tr
from inspector_app.services.views import ItemView, Saved, VisitCard
from inspector_app.ui import theme, widgets
from inspector_app.ui.session import Session
from inspector_app.ui.visit.record_list import Entry, RecordSection
from inspector_app.ui.visit.record_panel import FindingPanel, RecommendationPanel, RecordPanel

Kind = Literal["finding", "recommendation"]
Items: TypeAlias = Mapping[str, ItemView]


class FindingsPage(QWidget):
    """What the team found, and what it asks for."""

    open_item = Signal(str)

    def __init__(self, session: Session, visit: VisitId) -> None:
        super().__init__()
        self.session = session
        self.visit = visit
        self._items: Items = {}
        self._unit = ""
        self._from_finding = ""
        self._adding: set[Kind] = set()
        self._chosen: dict[Kind, str] = {"finding": "", "recommendation": ""}
        self.findings = RecordSection(
            tr("Findings"),
            widgets.button(tr("Add a finding"), self.new_finding, icon="add", shortcut="Ctrl+N"),
            tr("No finding yet. Findings can also be recorded on the checklist, at their item."),
        )
        self.recommendations = RecordSection(
            tr("Recommendations"),
            widgets.button(
                tr("Add a recommendation"), self.new_recommendation, icon="add", shortcut="Ctrl+Shift+N"
            ),
            tr("No recommendation yet. Choose a finding and recommend how to put it right."),
        )
        self.finding = FindingPanel()
        self.recommendation = RecommendationPanel()
        self._sections: dict[Kind, RecordSection] = {
            "finding": self.findings,
            "recommendation": self.recommendations,
        }
        self._panels: dict[Kind, RecordPanel] = {
            "finding": self.finding,
            "recommendation": self.recommendation,
        }
        self._nothing = widgets.label(
            tr("Choose a finding or a recommendation to read and change it."), "text", "secondary", wrap=True
        )
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._nothing.setContentsMargins(theme.LARGE, theme.LARGE, theme.LARGE, 0)
        self._lay_out()
        self._connect()
        self._read()

    def entered(self) -> None:
        """The page is on the screen: the first list has the focus."""
        section = self.findings if self.findings.list.records.entries else self.recommendations
        section.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def new_finding(self) -> None:
        """Begin a finding."""
        self._begin("finding")

    def new_recommendation(self) -> None:
        """Begin a recommendation, for the unit unless another body is named."""
        self._from_finding = ""
        self._begin("recommendation", responsible=self._unit)

    def recommend(self) -> None:
        """Begin a recommendation from the chosen finding."""
        entry = self.finding.entry
        if entry is None:
            return
        item = self._items.get(entry.record.item)
        self._from_finding = entry.id
        self._begin(
            "recommendation",
            item=entry.record.item,
            text=item.action if item else "",
            responsible=self._unit,
            days=item.days if item else None,
        )
        self._save("recommendation", "text", self.recommendation.words.value)

    # --- building ---------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        lists = widgets.column(self.findings, self.recommendations, spacing=theme.LARGE)
        lists.setContentsMargins(theme.SMALL, theme.MEDIUM, theme.LARGE, theme.SMALL)
        lists.setStretch(0, 3)
        lists.setStretch(1, 2)
        self.side = QStackedWidget()
        self.side.addWidget(self._nothing)
        for panel in self._panels.values():
            scroll = widgets.Scroll(width=None, margin=0)
            scroll.column.addWidget(panel)
            self.side.addWidget(scroll)
        theme.dress(self.side, surface="raised")
        self.side.setFixedWidth(theme.PANEL)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(lists, 1)
        whole.addWidget(widgets.line(vertical=True))
        whole.addWidget(self.side)

    def _connect(self) -> None:
        self.session.changed.connect(self._changed)
        self.finding.recommend_wanted.connect(self.recommend)
        for kind, panel in self._panels.items():
            panel.left.connect(partial(self._save, kind))
            panel.remove_wanted.connect(partial(self._remove, kind))
            panel.item_wanted.connect(self._go_to_item)
            listed = self._sections[kind].list
            listed.chosen.connect(partial(self._choose, kind))
            listed.write_wanted.connect(lambda panel=panel: panel.words.setFocus())
            listed.remove_wanted.connect(panel.ask_remove)

    # --- showing ----------------------------------------------------------------------------------

    def _read(self) -> None:
        visit = self.visit
        self.session.read(
            lambda bench: (bench.visits.get(visit), bench.checklists.open(visit).items),
            self._show,
            owner=self,
        )

    def _show(self, read: tuple[VisitCard, Items]) -> None:
        card, self._items = read
        self._unit = card.unit
        self.recommendation.count_from(card.visit.on)
        shown: dict[Kind, tuple[Entry, ...]] = {
            "finding": card.findings,
            "recommendation": card.recommendations,
        }
        for kind, entries in shown.items():
            self._panels[kind].show_items(self._items)
            self._sections[kind].show_records(entries)
            if chosen := self._chosen[kind]:
                self._show_chosen(kind, chosen, entries)

    def _show_chosen(self, kind: Kind, chosen: str, entries: tuple[Entry, ...]) -> None:
        entry = next((each for each in entries if each.id == chosen), None)
        if entry is None:
            self._chosen[kind] = ""
            self.side.setCurrentIndex(0)
            return
        self._sections[kind].list.select(chosen)
        self._panels[kind].show_entry(entry)

    def _choose(self, kind: Kind, record: str) -> None:
        other: Kind = "recommendation" if kind == "finding" else "finding"
        self._chosen = {kind: record, other: ""}
        self._sections[other].list.select("")
        entry = next(each for each in self._sections[kind].list.records.entries if each.id == record)
        panel = self._panels[kind]
        if panel.entry is None or panel.entry.id != record:
            panel.show_entry(entry)
        self.side.setCurrentIndex(1 + list(self._panels).index(kind))

    def _choose_when_read(self, kind: Kind, record: RecordId) -> None:
        self._chosen[kind] = record
        self._read()

    def _begin(self, kind: Kind, **fields: Any) -> None:
        self.side.setFocus(Qt.FocusReason.OtherFocusReason)  # what is being written is saved first
        for each in self._sections:
            self._chosen[each] = ""
            self._sections[each].list.select("")
        panel = self._panels[kind]
        panel.begin(**fields)
        self.side.setCurrentIndex(1 + list(self._panels).index(kind))
        panel.words.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _go_to_item(self, code: str) -> None:
        if code:
            self.open_item.emit(code)

    # --- saving -----------------------------------------------------------------------------------

    def _save(self, kind: Kind, field: str, value: Any) -> None:
        panel = self._panels[kind]
        if panel.entry is None:
            self._add(kind, field)
            return
        self._change(kind, panel.entry.id, field, value)

    def _change(self, kind: Kind, record: RecordId, field: str, value: Any) -> None:
        visit, panel = self.visit, self._panels[kind]
        self.session.save(
            lambda bench: bench.visits.change(visit, kind, record, **{field: value}),
            None,
            lambda error: panel.refuse(field, error),
            owner=self,
            key=f"{visit}/{kind}/{record}/{field}",
        )

    def _add(self, kind: Kind, field: str) -> None:
        """A new record begins with its first words; an item chosen first brings its standard sentence."""
        panel = self._panels[kind]
        item = self._items.get(panel.item.value)
        if kind == "finding" and field == "item" and item is not None and not panel.words.value:
            panel.words.setPlainText(item.standard_finding)
        fields = panel.values()
        if not fields["text"] or kind in self._adding:
            return
        self._adding.add(kind)
        if kind == "recommendation" and self._from_finding:
            fields["finding"] = self._from_finding
        visit = self.visit

        def added(result: tuple[RecordId, Saved]) -> None:
            self._adding.discard(kind)
            if panel.entry is not None:
                return
            # What was filled in while the record was on its way follows it.
            for name, value in panel.values().items():
                if fields[name] != value:
                    self._change(kind, result[0], name, value)
            self._choose_when_read(kind, result[0])

        def refused(error: Refused) -> None:
            self._adding.discard(kind)
            panel.refuse(field, error)

        self.session.save(
            lambda bench: bench.visits.add(visit, kind, **fields),
            added,
            refused,
            owner=self,
        )

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
        if any(
            touched.stream == self.visit and touched.kind in ("finding", "recommendation", "visit")
            for touched in saved.what
        ):
            self._read()
