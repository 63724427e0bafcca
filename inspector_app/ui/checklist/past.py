"""What the last visit found for an item, and what became of its recommendations: one key for each.

F10 fixed, F11 in part, F12 not fixed: the keys go to the first recommendation that nobody has judged yet, and
on to the next one; the same key again leads to the word on what is left. With the mouse, each has its own
buttons.
"""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app import text
from inspector_app.domain.errors import Refused
from inspector_app.domain.records import WORDS, EarlierVisit, FollowUp, FollowUpState, RecordId, VisitId
from inspector_app.i18n import mark, tr
from inspector_app.services.day_views import Earlier, EarlierAnswer
from inspector_app.services.views import Listed, Saved
from inspector_app.ui import fields, theme, widgets
from inspector_app.ui.notices import Banner
from inspector_app.ui.session import Session

KEYS: dict[str, FollowUpState] = {"F10": "fixed", "F11": "partly", "F12": "not_fixed"}
"""Which key says what."""
_BRIEF: dict[FollowUpState, str] = {
    "fixed": mark("Put right"),
    "partly": mark("Partly"),
    "not_fixed": mark("Not yet"),
}


def key_words(state: FollowUpState) -> str:
    """What a key says of the recommendation that waits."""
    return f"{tr('Earlier recommendations')}: {tr(_BRIEF[state])}"


class FollowUpBox(QWidget):
    """One recommendation of an earlier visit, and what is found of it now."""

    judged = Signal(str, str)
    """(id, state)"""
    noted = Signal(str, str)
    """(id, note)"""

    def __init__(self, entry: Listed[FollowUp]) -> None:
        super().__init__()
        theme.dress(self, surface="card")
        self.entry = entry
        self.words = widgets.label("", "text", wrap=True)
        self.facts = widgets.label("", "small", "secondary", wrap=True)
        self.state = fields.Segments(
            [(state, tr(words)) for state, words in _BRIEF.items()], clearable=True, name=tr("Now")
        )
        self.state.chosen.connect(lambda state: self.judged.emit(self.entry.id, state or "open"))
        self.obsolete = widgets.button(
            tr("No longer applies"), lambda: self.judged.emit(self.entry.id, "obsolete"), kind="link"
        )
        self.note = fields.LineEdit(name=tr("What is left to do"), placeholder=tr("What is left to do"))
        self.note.finished.connect(lambda words: self.noted.emit(self.entry.id, words))
        column = widgets.column(
            self.words, self.facts, self.state, self.obsolete, self.note, spacing=theme.TINY
        )
        column.setContentsMargins(theme.SMALL, theme.SMALL, theme.SMALL, theme.SMALL)
        self.setLayout(column)
        self.show_entry(entry)

    def show_entry(self, entry: Listed[FollowUp]) -> None:
        """Show it as it stands now; a note being typed stays."""
        self.entry = entry
        record = entry.record
        self.words.setText(record.text)
        self.facts.setText("\n".join(_facts(record)))
        self.state.set_value(record.state)
        self.obsolete.setVisible(record.state != "obsolete")
        self.note.setVisible(record.state in ("partly", "not_fixed") or bool(record.note))
        self.note.set_value(record.note)

    def set_due(self, due: bool) -> None:
        """Whether the keys would go to this one now."""
        theme.mark(self, "chosen", due)


class Past(QWidget):
    """The section of the detail that looks back; hidden where there is nothing to see."""

    judged = Signal(str, str)
    noted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._title = widgets.label(tr("Last visit"), "small_strong", "secondary")
        self._answers = widgets.label("", "text", wrap=True)
        self._ask = widgets.label(tr("Earlier recommendations"), "small_strong", "secondary")
        named = ((key, tr(_BRIEF[state])) for key, state in KEYS.items())
        self._keys = widgets.label(
            " · ".join(f"{key} {words}" for key, words in named), "small", "secondary", wrap=True
        )
        self.boxes: dict[RecordId, FollowUpBox] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.SMALL)
        self.setLayout(
            widgets.column(
                self._title, self._answers, theme.TINY, self._ask, self._keys, self._list, spacing=2
            )
        )
        self.hide()

    def show_past(
        self, answers: Sequence[EarlierAnswer], follow_ups: Sequence[Listed[FollowUp]], *, reading: bool
    ) -> None:
        """Show what is known of an item from earlier; `reading`: only to be read here."""
        self._answers.setText("\n\n".join(map(_answer, answers)))
        for part in (self._title, self._answers):
            part.setVisible(bool(answers))
        for part in (self._ask, self._keys):
            part.setVisible(bool(follow_ups))
        if [each.id for each in follow_ups] != list(self.boxes):
            widgets.clear(self._list)
            self.boxes = {each.id: self._box(each) for each in follow_ups}
        for each in follow_ups:
            self.boxes[each.id].show_entry(each)
            self.boxes[each.id].setEnabled(not reading)
        due = self.due
        for record, box in self.boxes.items():
            box.set_due(due is not None and record == due.id and not reading)
        self.setVisible(bool(answers or follow_ups))

    @property
    def due(self) -> Listed[FollowUp] | None:
        """The recommendation that a key goes to: the first that nobody has judged, else the last one."""
        entries = [box.entry for box in self.boxes.values()]
        waiting = [entry for entry in entries if entry.record.state == "open"]
        return next(iter([*waiting, *entries[-1:]]), None)

    def press(self, key: str) -> None:
        """A key was pressed: say so of the one that waits. Once more: go to the word on what is left."""
        due = self.due
        if due is None or not self.boxes[due.id].isEnabled():
            return
        if due.record.state != KEYS[key]:
            self.judged.emit(due.id, KEYS[key])
        elif not self.boxes[due.id].note.isHidden():
            self.boxes[due.id].note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _box(self, entry: Listed[FollowUp]) -> FollowUpBox:
        box = FollowUpBox(entry)
        box.judged.connect(self.judged)
        box.noted.connect(self.noted)
        self._list.addWidget(box)
        return box


class LookingBack(QObject):
    """Keeps what is known of earlier visits, and takes down what is found of their recommendations."""

    changed = Signal()

    def __init__(self, session: Session, visit: VisitId, past: Past, banner: Banner) -> None:
        super().__init__(past)
        self._session = session
        self._visit = visit
        self._past = past
        self._banner = banner
        self.earlier = Earlier({}, ())
        past.judged.connect(self._judge)
        past.noted.connect(self._note)
        session.changed.connect(self._changed)
        self._read()
        session.read(lambda bench: bench.earlier.lacks(visit), self._bring, owner=self)

    def show_item(self, code: str, *, reading: bool) -> None:
        """Show what is known of an item; `reading`: only to be read here."""
        follow_ups = [each for each in self.earlier.follow_ups if each.record.item == code]
        self._past.show_past(self.earlier.answers.get(code, ()), follow_ups, reading=reading)

    def _read(self) -> None:
        self._session.read(lambda bench: bench.earlier.get(self._visit), self._show, owner=self)

    def _show(self, earlier: Earlier) -> None:
        self.earlier = earlier
        self.changed.emit()

    def _bring(self, lacking: bool) -> None:
        """The visit was begun by somebody who knew less of earlier ones than this laptop."""
        if lacking:
            visit = self._visit
            self._session.save(lambda bench: bench.earlier.bring(visit), owner=self)

    def _changed(self, saved: Saved, _owner: object) -> None:
        kinds = {touched.kind for touched in saved.what if touched.stream == self._visit}
        if kinds & {FollowUp.kind, EarlierVisit.kind}:
            self._read()

    def _judge(self, follow_up: str, state: str) -> None:
        visit, wanted = self._visit, cast(FollowUpState, state)
        self._session.save(
            lambda bench: bench.earlier.judge(visit, RecordId(follow_up), wanted),
            None,
            self._refused,
            owner=self,
            key=f"{follow_up} state",
        )

    def _note(self, follow_up: str, note: str) -> None:
        visit = self._visit
        self._session.save(
            lambda bench: bench.visits.change(visit, FollowUp.kind, RecordId(follow_up), note=note),
            None,
            self._refused,
            owner=self,
            key=f"{follow_up} note",
        )

    def _refused(self, error: Refused) -> None:
        self._banner.tell(error)
        self.changed.emit()  # what stands in the workspace is shown again


def _answer(answer: EarlierAnswer) -> str:
    parts = [text.format_date(answer.on)] if answer.on else []
    parts.append(answer.text)
    if answer.points is not None:
        parts.append(tr("{points} points", points=text.format_number(answer.points, 2)))
    return "\n".join(part for part in (" · ".join(parts), answer.note) if part)


def _facts(record: FollowUp) -> list[str]:
    """Behind a recommendation: the finding, whose it is, by when, what visits in between found."""
    told = [tr("Finding: {text}", text=record.finding)] if record.finding else []
    due = tr("due {date}", date=text.format_date(record.due_on)) if record.due_on else ""
    told.append(" · ".join(part for part in (record.responsible, due) if part))
    for each in record.before:
        words = tr(WORDS[cast(str, each.state)])
        on = text.format_date(each.on) if each.on else ""
        told.append(" · ".join(part for part in (on, words, each.note) if part))
    return [words for words in told if words]
