"""A file that came back, before it is taken: what needs a decision first, then what will be written.

Digits choose a meaning, 0 leaves the cell out. Nothing is written before the button below is pressed; what is
still open then is left out, and can be taken later from the same file.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from inspector_app.i18n import tr
from inspector_app.services.self_report.views import SelfReportPreview
from inspector_app.ui import theme
from inspector_app.ui.fields import Segments
from inspector_app.ui.row_list import RowList
from inspector_app.ui.visit.self_report.cells import LEFT_OUT, STATES, CellLook, CellRow
from inspector_app.ui.widgets import ElidedLabel, button, clear, column, label, line, row

SEE, TAKE, ALL = "see", "take", "all"
_TO_SEE = ("doubtful", "refused", "disputed")
_MOST_CAUTIONS = 4


class Doubts(QWidget):
    """Why it is not certain that this is the right file, and the tick that confirms it all the same."""

    confirmed = Signal()

    def __init__(self) -> None:
        super().__init__()
        theme.dress(self, surface="attention")
        self.words = label("", wrap=True)
        self.tick = QCheckBox()
        self.tick.toggled.connect(lambda _on: self.confirmed.emit())
        box = column(self.words, self.tick, spacing=theme.TINY)
        box.setContentsMargins(theme.LARGE, theme.SMALL, theme.LARGE, theme.SMALL)
        self.setLayout(box)

    def show_preview(self, preview: SelfReportPreview) -> None:
        """Ask about a file, where there is something to ask."""
        self.words.setText("\n".join(preview.doubts))
        self.tick.setText(tr("This is the self-report of {unit} all the same", unit=preview.unit))
        self.tick.setChecked(False)
        self.setVisible(bool(preview.doubts))

    @property
    def settled(self) -> bool:
        """Whether the file may be taken."""
        return self.isHidden() or self.tick.isChecked()


class TakingPanel(QWidget):
    """The cells of one file. `taken`: (preview, key → meaning, confirmed); `left`: it is not to be taken."""

    taken = Signal(object, object, bool)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._preview: SelfReportPreview | None = None
        self._rows: dict[str, CellRow] = {}
        self.title = ElidedLabel("", "group")
        self.counts = label("", "text", "secondary", wrap=True)
        self.doubts = Doubts()
        self.doubts.confirmed.connect(self._enable)
        self._cautions = QVBoxLayout()
        self._cautions.setSpacing(2)
        self.shown = Segments(
            ((SEE, tr("To see to")), (TAKE, tr("To be taken")), (ALL, tr("All"))), SEE, name=tr("Which cells")
        )
        self.shown.chosen.connect(self._narrow)
        self.cells: RowList[CellRow] = RowList(tr("Cells of the file"), CellLook())
        self.cells.digit.connect(self._digit)
        self.cells.chosen.connect(lambda _key: self._show_choice())
        self.cells.write_wanted.connect(self._next_open)
        self.cells.remove_wanted.connect(lambda: self._digit(0))
        self._question = label("", "text", "secondary", wrap=True)
        self._choice_at = row(spacing=theme.SMALL)
        self.choice: Segments | None = None
        self.take_button = button("", self._take, kind="primary", icon="receive")
        self.leave_button = button(tr("Do not take it"), self.left.emit, kind="quiet")
        self._lay_out()

    def show_preview(self, preview: SelfReportPreview) -> None:
        """Show what a file would do."""
        self._preview = preview
        order = list(STATES)
        cells = sorted(preview.cells, key=lambda cell: order.index(cell.state))
        self._rows = {cell.key: CellRow(cell) for cell in cells}
        self.title.setText(f"{preview.unit} · {preview.file}")
        self.doubts.show_preview(preview)
        self._show_cautions(preview)
        self.cells.rows.show(tuple(self._rows.values()))
        first = SEE if preview.of(*_TO_SEE) else TAKE if preview.of("new", "changed") else ALL
        self.shown.set_value(first)
        self._narrow(first)
        self._enable()
        self.cells.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def decisions(self) -> dict[str, str]:
        """What was decided about doubtful cells: key → meaning as stored."""
        return {key: row.decided for key, row in self._rows.items() if row.decided}

    # --- building ---------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        head = column(self.title, self.counts, spacing=2)
        head.setContentsMargins(theme.LARGE, theme.SMALL, theme.LARGE, theme.SMALL)
        self._cautions.setContentsMargins(theme.LARGE, 0, theme.LARGE, theme.SMALL)
        names = row(self.shown, None)
        names.setContentsMargins(theme.LARGE, 0, theme.LARGE, theme.SMALL)
        choice = column(self._question, self._choice_at, spacing=theme.TINY)
        choice.setContentsMargins(theme.LARGE, theme.SMALL, theme.LARGE, theme.SMALL)
        self._strip = theme.dress(QWidget(), surface="raised")
        self._strip.setLayout(choice)
        foot = row(self.take_button, self.leave_button, None)
        foot.setContentsMargins(theme.LARGE, theme.SMALL, theme.LARGE, theme.SMALL)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(self.doubts)
        whole.addLayout(self._cautions)
        whole.addLayout(names)
        whole.addWidget(line())
        whole.addWidget(self.cells, 1)
        whole.addWidget(self._strip)
        whole.addWidget(line())
        whole.addLayout(foot)

    def _show_cautions(self, preview: SelfReportPreview) -> None:
        clear(self._cautions)
        told = [str(caution) for caution in preview.cautions]
        for words in told[:_MOST_CAUTIONS]:
            self._cautions.addWidget(label(words, "small", "attention", wrap=True))
        if len(told) > _MOST_CAUTIONS:
            rest = label(
                tr("and {count} more like these", count=len(told) - _MOST_CAUTIONS), "small", "secondary"
            )
            rest.setToolTip("\n".join(told[_MOST_CAUTIONS:]))
            self._cautions.addWidget(rest)

    # --- deciding ---------------------------------------------------------------------------------

    def _narrow(self, shown: str) -> None:
        if shown == SEE:
            self.cells.rows.narrow(lambda row: row.cell.state in _TO_SEE)
        elif shown == TAKE:
            self.cells.rows.narrow(lambda row: row.taken)
        else:
            self.cells.rows.narrow(lambda _row: True)
        if self.cells.current is None and self.cells.rows.shown:
            self.cells.select(self.cells.rows.shown[0].id)
        self._show_choice()

    def _digit(self, number: int) -> None:
        """Choose a meaning by its number, 0 for none."""
        row = self.cells.current
        if row is None or row.cell.state != "doubtful" or number > len(row.cell.meanings):
            return
        self._decide(row.cell.meanings[number - 1].stored if number else LEFT_OUT)
        self._next_open()

    def _decide(self, stored: str) -> None:
        row = self.cells.current
        if row is not None and row.cell.state == "doubtful":
            decided = CellRow(row.cell, stored)
            self._rows[row.id] = decided
            self.cells.rows.change(decided)
            self._show_choice()
            self._enable()

    def _next_open(self) -> None:
        """To the next cell that waits for a decision; where none does, to the button that takes all."""
        waiting = next((row.id for row in self.cells.rows.shown if row.open), None)
        if waiting is not None:
            self.cells.select(waiting)
        else:
            self.take_button.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_choice(self) -> None:
        """The meanings of the chosen cell as buttons, for the mouse."""
        current = self.cells.current
        clear(self._choice_at)
        self.choice = None
        asked = current is not None and current.cell.state == "doubtful"
        self._strip.setVisible(asked)
        if current is None or not asked:
            return
        self._question.setText(f"{current.cell.item} · {current.cell.title}")
        options = [(each.stored, each.words) for each in current.cell.meanings]
        self.choice = Segments([*options, ("-", tr("Leave it out"))], name=tr("Meaning"))
        if current.decided is not None:
            self.choice.set_value(current.decided or "-")
        self.choice.chosen.connect(lambda value: self._decide(LEFT_OUT if value == "-" else value))
        self._choice_at.addWidget(self.choice)
        self._choice_at.addStretch(1)

    def _enable(self) -> None:
        rows = self._rows.values()
        count = sum(row.taken for row in rows)
        waiting = sum(row.open for row in rows)
        refused = sum(row.cell.state == "refused" for row in rows)
        same = sum(row.cell.state == "same" for row in rows)
        self.counts.setText(
            tr(
                "{new} to be taken · {open} to decide · {refused} not taken · {same} as before",
                new=count,
                open=waiting,
                refused=refused,
                same=same,
            )
        )
        self.take_button.setText(tr("&Take {count} values", count=count) if count else tr("Nothing to take"))
        self.take_button.setEnabled(bool(count) and self.doubts.settled)
        if count and not self.doubts.settled:
            self.take_button.setToolTip(tr("First confirm above that this is the right file."))
        elif waiting:
            self.take_button.setToolTip(tr("What is not decided is left out for now."))
        else:
            self.take_button.setToolTip("")

    def _take(self) -> None:
        if self._preview is not None:
            self.taken.emit(self._preview, self.decisions, self.doubts.tick.isChecked())
