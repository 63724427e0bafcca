"""Parts of the panels in which a finding or a recommendation is written."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from inspector_app.i18n import tr
from inspector_app.services.views import DossierRow
from inspector_app.ui import fields, theme, widgets
from inspector_app.ui.dossiers.look import result


class BodyEdit(QWidget):
    """A body that is responsible: typed, or taken from those that the visit names already."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.line = fields.LineEdit(name=name)
        self._known = widgets.tool("open", tr("Bodies named so far"), tone="secondary")
        self._known.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self._known.setMenu(self._menu)
        self.setLayout(widgets.row(self.line, self._known, spacing=theme.TINY))
        self.setFocusProxy(self.line)

    @property
    def value(self) -> str:
        """The body."""
        return self.line.value

    def set_value(self, body: str) -> None:
        """Show a body without firing."""
        self.line.set_value(body)

    def offer(self, bodies: Iterable[str]) -> None:
        """Offer these bodies."""
        self._menu.clear()
        for body in dict.fromkeys(each for each in bodies if each):
            self._menu.addAction(body.replace("&", "&&"), lambda body=body: self._take(body))
        self._known.setEnabled(not self._menu.isEmpty())

    def _take(self, body: str) -> None:
        self.line.set_value(body)
        self.line.finished.emit(body)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)


class DossiersBehind(QWidget):
    """The dossiers that show a finding: each a button that takes it off, and a choice that adds one."""

    changed = Signal(object)
    """The ids of the dossiers, a tuple."""

    def __init__(self) -> None:
        super().__init__()
        self.value: tuple[str, ...] = ()
        self.choice = fields.Choice((), name=tr("Add a dossier"))
        self.choice.narrow()
        self.choice.chosen.connect(self._add)
        self.chips: dict[str, QWidget] = {}
        self._rows: dict[str, DossierRow] = {}
        self._flow = widgets.Flow(theme.TINY)
        column = widgets.column(spacing=theme.TINY)
        column.addLayout(self._flow)
        column.addWidget(self.choice)
        self.setLayout(column)
        self.setFocusProxy(self.choice)

    def offer(self, rows: Sequence[DossierRow]) -> None:
        """The dossiers of the visit; those that failed stand first."""
        self._rows = {row.id: row for row in sorted(rows, key=lambda row: row.passed is not False)}
        self._show()

    def set_value(self, dossiers: tuple[str, ...]) -> None:
        """Show these dossiers without firing."""
        if dossiers != self.value:
            self.value = dossiers
            self._show()

    def _show(self) -> None:
        widgets.clear(self._flow)
        self.chips = {dossier: self._chip(dossier) for dossier in self.value}
        for chip in self.chips.values():
            self._flow.addWidget(chip)
        self.choice.clear()
        self.choice.addItem(tr("Add a dossier") if self._rows else tr("No dossier was checked"), "")
        for row in self._rows.values():
            if row.id not in self.value:
                self.choice.addItem(f"{row.code} · {result(row)[2]}", row.id)
        self.choice.setEnabled(self.choice.count() > 1)

    def _chip(self, dossier: str) -> QWidget:
        code = self._rows[dossier].code if dossier in self._rows else tr("a dossier taken off")
        chip = widgets.button(code, lambda: self._remove(dossier), kind="plain", icon="close")
        chip.setAccessibleName(tr("Take {code} off the finding", code=code))
        chip.setToolTip(chip.accessibleName())
        return chip

    def _add(self, dossier: str) -> None:
        if dossier:
            self._tell((*self.value, dossier))

    def _remove(self, dossier: str) -> None:
        self.choice.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell(tuple(each for each in self.value if each != dossier))

    def _tell(self, dossiers: tuple[str, ...]) -> None:
        self.set_value(dossiers)
        self.changed.emit(dossiers)
