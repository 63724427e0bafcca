"""Who has the area that is shown, where it is another member: a calm strip, and the way to take it over."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from inspector_app.i18n import tr
from inspector_app.services.day_views import AreaDuty, Roster
from inspector_app.ui import fields, theme, widgets


class DutyStrip(QFrame):
    """Stands above the items of an area that may only be read here; hidden elsewhere."""

    take_over_wanted = Signal(str, str)
    """(area, reason)"""
    me_chosen = Signal(str)
    """The person at this laptop is this member."""

    def __init__(self) -> None:
        super().__init__()
        theme.dress(self, surface="info")
        self.area = ""
        self.words = widgets.label("", "strong", wrap=True)
        self.history = widgets.label("", "small", "secondary", wrap=True)
        self.take = widgets.button(tr("Take over"), self._ask, icon="person")
        self.me = fields.Choice([], name=tr("I am …"))
        self.me.chosen.connect(self._chosen)
        self.reason = fields.LineEdit(
            name=tr("Reason for taking over"), placeholder=tr("Reason, seen by the whole team")
        )
        self.reason.returnPressed.connect(self._give)
        self._give_button = widgets.button(tr("Take over"), self._give, kind="primary")
        self._asking = QWidget()
        leave = widgets.button(tr("Do not take over"), self._leave, kind="quiet")
        line = widgets.row(self.reason, self._give_button, leave)
        line.setStretch(0, 1)
        self._asking.setLayout(line)
        head = widgets.row(widgets.Glyph("lock", "accent"), self.words, self.me, self.take)
        head.setStretch(1, 1)
        column = widgets.column(head, self.history, self._asking, spacing=theme.TINY)
        column.setContentsMargins(theme.MEDIUM, theme.SMALL, theme.SMALL, theme.SMALL)
        self.setLayout(column)
        self.hide()

    def show_duty(self, roster: Roster, duty: AreaDuty | None) -> None:
        """Show who has an area, or nothing where this laptop may write."""
        closed = duty is None or duty.writable
        self.setVisible(not closed)
        if duty is None or closed:
            return
        if duty.code != self.area or self._asking.isHidden():
            self._close()
        self.area = duty.code
        self.words.setText(tr("This area is in the hands of {who}.", who=roster.who(duty.code)))
        self.setAccessibleName(self.words.text())
        self.history.setText(duty.taken_over)
        self.history.setVisible(bool(duty.taken_over))
        unknown = roster.me is None
        self.me.setVisible(unknown)
        self.take.setVisible(not unknown and self._asking.isHidden())
        if unknown:
            self.me.clear()
            self.me.addItem(tr("I am …"), "")
            for member in roster.members:
                self.me.addItem(member.name, member.id)

    def attract(self) -> None:
        """Somebody tried to write: lead to the way how."""
        (self.me if not self.me.isHidden() else self.take).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._asking.isHidden():
            self._leave()
        else:
            super().keyPressEvent(event)

    def _chosen(self, member: str) -> None:
        if member:
            self.me_chosen.emit(member)

    def _ask(self) -> None:
        self._asking.show()
        self.take.hide()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self) -> None:
        theme.mark(self.reason, "bad", not self.reason.value)
        if self.reason.value:
            self.take_over_wanted.emit(self.area, self.reason.value)
            self._close()

    def _leave(self) -> None:
        self._close()
        self.take.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        self._asking.hide()
        self.reason.set_value("")
        self.reason.clear()
        theme.mark(self.reason, "bad", False)
        self.take.show()


class WhoStrip(QFrame):
    """Asks once whether the member with the name of this laptop's person is the one who sits here."""

    me_chosen = Signal(str)
    somebody_else = Signal()

    def __init__(self) -> None:
        super().__init__()
        theme.dress(self, surface="info")
        self._member = ""
        self.words = widgets.label("", "text", wrap=True)
        self.yes = widgets.button(
            tr("Yes, that is me"), lambda: self.me_chosen.emit(self._member), kind="primary"
        )
        self.no = widgets.button(tr("Somebody else"), self.somebody_else.emit, kind="quiet")
        line = widgets.row(widgets.Glyph("person", "accent"), self.words, self.yes, self.no)
        line.setStretch(1, 1)
        line.setContentsMargins(theme.MEDIUM, theme.SMALL, theme.SMALL, theme.SMALL)
        self.setLayout(line)
        self.hide()

    def show_roster(self, roster: Roster) -> None:
        """Ask where somebody is offered and areas are dealt; else nothing."""
        offered = next((each for each in roster.members if each.id == roster.offered), None)
        self.setVisible(offered is not None and roster.dealt)
        if offered is not None:
            self._member = offered.id
            self.words.setText(tr("Is {who} of the team working on this laptop?", who=offered.name))
            self.setAccessibleName(self.words.text())
