"""Dossiers checked on the spot: one sheet of the dossier form each, and the figures they give the checklist.

A dossier is a record; the answers of its sheet are `answer` records under its id, one per question, so that
two people who fill in different lines of one dossier do not dispute.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from inspector_app.domain import dossiers as law
from inspector_app.domain.changes import DELETED
from inspector_app.domain.errors import AnswerRefused, ItemUnknown, RecordUnknown, Refused
from inspector_app.domain.records import Answer, Dossier, RecordId, VisitId
from inspector_app.forms.form import Form
from inspector_app.forms.languages import name_of
from inspector_app.forms.sheet import Node, Sheet
from inspector_app.services.checklists import Checklists, typed_before
from inspector_app.services.desk import Desk
from inspector_app.services.questions import Asked, form_lines
from inspector_app.services.templates import Templates, sheet_of, speak
from inspector_app.services.views import Delta, DossierRow, DossierSaved, DossierView, Saved
from inspector_app.storage.ledger import Act, Draft
from inspector_app.storage.projections import Projected
from inspector_app.text import clean, format_number

_CODE, _PROCEDURE, _FIELD, _CHANNEL, _STRATUM = "ma_ho_so", "ten_tthc", "linh_vuc", "kenh_nop", "tang_mau"
_OVERDUE, _CAUSES, _OTHER_CAUSE, _APOLOGY = "qua_han", "nguyen_nhan", "nguyen_nhan_khac", "co_xin_loi"
_DELAY, _APOLOGY_NUMBER, _APOLOGY_DAY = "so_ngay_qua_han", "so_xin_loi", "ngay_xin_loi"
_SUPPLEMENTED = "co_bo_sung"
_CHECKER, _CHECKED_ON, _REMARK = "nguoi_kiem_tra", "ngay_kiem_tra", "nhan_xet"
_YES = "co"


@dataclass(frozen=True, slots=True)
class OverdueDossier:
    """An overdue dossier in words: how long, why, whether the office apologised."""

    code: str
    procedure: str
    delay: str
    causes: tuple[str, ...]
    apology: str


@dataclass(frozen=True, slots=True)
class CheckTally:
    """One check over the sample."""

    critical: bool
    passed: int
    applied: int


@dataclass(frozen=True, slots=True)
class SampleTotals:
    """The sums over the dossiers of a visit."""

    totals: law.Totals
    checks: Mapping[str, CheckTally]


class Dossiers:
    """The dossiers of visits."""

    def __init__(self, desk: Desk, templates: Templates, checklists: Checklists) -> None:
        self._desk = desk
        self._templates = templates
        self._checklists = checklists

    # --- reading -----------------------------------------------------------------------------------

    def list(self, visit: VisitId) -> tuple[DossierRow, ...]:
        """The dossiers of a visit in the order in which they were added."""
        second = law.second_checks(self.checks(visit))
        return tuple(
            replace(_row(dossier, sheet), second=dossier in second)
            for dossier, sheet in self.sheets(visit).items()
        )

    def open(self, visit: VisitId, dossier: RecordId) -> DossierView:
        """One dossier with every line of its form that applies. Raises RecordUnknown."""
        return self._view(visit, dossier, self._sheet(visit, dossier))

    def totals(self, visit: VisitId) -> SampleTotals:
        """The sums over the dossiers checked; one that was checked twice counts once."""
        checked = [_checked(sheet) for sheet in self._counted(visit).values()]
        totals = law.totals(checked)
        critical = {check.code: check.critical for dossier in checked for check in dossier.checks}
        tallies = {
            code: CheckTally(critical[code], tally.passed, tally.applied)
            for code, tally in sorted(totals.checks.items())
            if tally.applied
        }
        return SampleTotals(totals, tallies)

    def overdue(self, visit: VisitId) -> tuple[OverdueDossier, ...]:
        """The overdue dossiers in words."""
        return tuple(
            _overdue(sheet) for sheet in self._counted(visit).values() if sheet.node(_OVERDUE).value == _YES
        )

    def question(self, visit: VisitId, record: str) -> Asked:
        """The question that an `answer` record of a dossier answers."""
        dossier, _, key = record.partition("/")
        try:
            sheet = self._sheet(visit, RecordId(dossier))
            node = sheet.node(key.rstrip("/"))
        except (RecordUnknown, KeyError):  # of a dossier or a line that was removed
            return Asked(record)
        name = f"{key} {node.label}" if is_check(key) else node.label or key
        return Asked(f"{sheet.node(_CODE).value} · {name}", node.definition, node)

    def check_text(self, visit: VisitId, code: str) -> str:
        """What a check of the dossier form asks."""
        form = self.form(visit)
        return form.definition(code).label(form.default_language)

    # --- acts --------------------------------------------------------------------------------------

    def add(self, visit: VisitId, code: str, procedure: str = "", **answers: str) -> tuple[RecordId, Saved]:
        """Begin a dossier's sheet. `answers` are further questions of the form by name.

        Unless they say otherwise, the writer checks it on the day of the visit. Raises AnswerRefused where
        one of them cannot stand; then nothing is added.
        """
        taken = [found.record.position for found in self._desk.workspace.projections.all(Dossier, visit)]
        dossier = self._desk.new_id()
        sheet = sheet_of(self.form(visit))
        asked = {node.key for node in sheet.nodes()}
        on = self._desk.visit(visit).on
        usual = {_CHECKER: self._desk.me.name, _CHECKED_ON: on.isoformat() if on else ""}
        values = {key: text for key, text in usual.items() if key in asked}
        values |= {_CODE: written_code(code), _PROCEDURE: procedure, **answers}
        answered = [_set(sheet, dossier, key, text) for key, text in values.items() if text.strip()]
        record = {"code": sheet.node(_CODE).value, "position": max(taken, default=0) + 1}
        return dossier, self._desk.write(visit, [Act("dossier", dossier, record), *answered])

    def answer(
        self, visit: VisitId, dossier: RecordId, key: str, text: str, reason: str = ""
    ) -> DossierSaved:
        """Answer one question; "" clears. Raises AnswerRefused, RecordUnknown, ConflictOpen, SaveFailed."""
        sheet = self._sheet(visit, dossier)
        acts = [_set(sheet, dossier, key, text)]
        if key == _CODE:
            acts.append(Act("dossier", dossier, {"code": sheet.node(_CODE).value}))
        return DossierSaved(self._desk.write(visit, acts, reason), self._view(visit, dossier, sheet))

    def add_repeat(self, visit: VisitId, dossier: RecordId, repeat: str) -> DossierSaved:
        """Add an instance to a repeat of the form, such as a request for more papers. Raises ItemUnknown."""
        sheet = self._sheet(visit, dossier)
        instance = self._desk.new_id()
        try:
            sheet.add_repeat(repeat, instance)
        except KeyError as error:
            raise ItemUnknown(item=repeat) from error
        acts = [Act("answer", f"{dossier}/{repeat}[{instance}]/", {"value": ""})]
        return DossierSaved(self._desk.write(visit, acts), self._view(visit, dossier, sheet))

    def remove_repeat(self, visit: VisitId, dossier: RecordId, instance: str) -> DossierSaved:
        """Take an instance of a repeat away with all that is in it; its history stays. Raises ItemUnknown."""
        sheet = self._sheet(visit, dossier)
        try:
            sheet.remove_repeat(instance)
        except KeyError as error:
            raise ItemUnknown(item=instance) from error
        gone = self._desk.workspace.projections.below(Answer, visit, f"{dossier}/{instance}")
        saved = self._desk.write(visit, [Act("answer", each.id, {DELETED: True}) for each in gone])
        return DossierSaved(saved, self._view(visit, dossier, sheet))

    def restore_repeat(self, visit: VisitId, dossier: RecordId, instance: str) -> DossierSaved:
        """Bring back an instance that was taken away, with all that was in it. Raises ItemUnknown."""
        self._desk.record(visit, Dossier, dossier)
        gone = self._desk.deleted(visit, f"{dossier}/{instance}")
        if not gone:
            raise ItemUnknown(item=instance)
        saved = self._desk.write(visit, [Act("answer", key, {DELETED: False}) for key in gone])
        return DossierSaved(saved, self.open(visit, dossier))

    def draft(self, visit: VisitId, dossier: RecordId, key: str, text: str) -> datetime:
        """Keep what is being typed into a question, so that a crash loses at most the last keys; no change.

        Raises RecordUnknown, SaveFailed.
        """
        self._desk.record(visit, Dossier, dossier)
        return self._desk.draft(visit, Answer.kind, f"{dossier}/{key}", "value", text)

    def recover(self, draft: Draft) -> str:
        """Turn a draft that a crash left behind into an answer; what it answers, "" where that is gone.

        What cannot stand is added to the remarks on the dossier; where they cannot be written either, the
        draft stays a draft.
        """
        visit = VisitId(draft.stream)
        dossier, _, key = draft.record.partition("/")
        try:
            self.answer(visit, RecordId(dossier), key, draft.value)
        except (RecordUnknown, ItemUnknown):
            self._desk.settle(draft)
            return ""
        except Refused as refusal:
            with suppress(Refused), self._desk.workspace.transaction():
                self._remark(visit, RecordId(dossier), draft, refusal)
                self._desk.settle(draft)
        return self.question(visit, draft.record).title

    def _remark(self, visit: VisitId, dossier: RecordId, draft: Draft, refusal: Refused) -> None:
        """What was typed is kept in sight even where it is no answer."""
        if not draft.value.strip():
            return
        try:
            held = self._sheet(visit, dossier).node(_REMARK).value
        except KeyError as error:
            raise ItemUnknown(item=_REMARK) from error
        self.answer(visit, dossier, _REMARK, f"{held}\n{typed_before(draft, refusal)}".strip())

    def remove(self, visit: VisitId, dossier: RecordId) -> Saved:
        """Take a dossier off the sample; its history stays."""
        self._desk.record(visit, Dossier, dossier)
        return self._desk.write(visit, [Act("dossier", dossier, {DELETED: True})])

    def feed(self, visit: VisitId) -> Delta | None:
        """Put the sample's figures into the checklist items that count it; None where there are none.

        An explicit act of the user, like typing the numbers: all of them or, where one is in dispute, none.
        Raises ConflictOpen, SaveFailed.
        """
        items = self._checklists.warm(visit).template.items
        answers: dict[str, dict[str, str]] = {}
        for code, tally in self.totals(visit).totals.feeds().items():
            if code in items and tally.applied:
                sides = {f"{code}_tu": str(tally.passed), f"{code}_mau": str(tally.applied)}
                asked = {leaf.name for leaf in items[code].leaves}
                answers[code] = {name: text for name, text in sides.items() if name in asked}
        return self._checklists.answer_all(visit, answers) if answers else None

    # --- inside ------------------------------------------------------------------------------------

    def _view(self, visit: VisitId, dossier: RecordId, sheet: Sheet) -> DossierView:
        """A dossier in the language that forms are shown in."""
        row = replace(_row(dossier, sheet), second=dossier in law.second_checks(self.checks(visit)))
        form = sheet.form
        speak(sheet, self._checklists.language)
        names = {language: name_of(language) for language in form.languages}
        answers = self._desk.workspace.projections.below(Answer, visit, dossier)
        disputed = {each.id.removeprefix(f"{dossier}/") for each in answers if each.disputed}
        return DossierView(row, tuple(form_lines(sheet.root, disputed)), names, sheet.language)

    def form(self, visit: VisitId) -> Form:
        """The form that the visit's dossiers are checked by. Raises TemplateUnknown."""
        return self._templates.get(self._desk.visit(visit).dossier_template).form

    def media(self, visit: VisitId, name: str) -> bytes | None:
        """A picture, a sound or a film that the form shows; None where it is not here."""
        return self._templates.media(self._desk.visit(visit).dossier_template, name)

    def sheets(self, visit: VisitId) -> dict[RecordId, Sheet]:
        """The filled sheets of the visit's dossiers, in their order."""
        found = self._desk.workspace.projections.all(Dossier, visit)
        answers: dict[str, list[Projected[Answer]]] = {entry.id: [] for entry in found}
        for answer in self._desk.workspace.projections.all(Answer, visit):
            dossier, _, key = answer.id.partition("/")
            if key and dossier in answers:
                answers[dossier].append(answer)
        form = self.form(visit)
        found.sort(key=lambda entry: (entry.record.position, entry.id))
        return {RecordId(entry.id): _filled(form, answers[entry.id]) for entry in found}

    def checks(self, visit: VisitId) -> dict[str, law.CheckOfDossier]:
        """The checks of a visit by their ids, in their order."""
        found = self._desk.workspace.projections.all(Dossier, visit)
        found.sort(key=lambda entry: (entry.record.position, entry.id))
        return {entry.id: law.CheckOfDossier(entry.record.code, entry.record.main_check) for entry in found}

    def _counted(self, visit: VisitId) -> dict[RecordId, Sheet]:
        """The sheets that count: of a dossier that was checked twice the main one."""
        second = law.second_checks(self.checks(visit))
        return {dossier: sheet for dossier, sheet in self.sheets(visit).items() if dossier not in second}

    def _sheet(self, visit: VisitId, dossier: RecordId) -> Sheet:
        self._desk.record(visit, Dossier, dossier)
        return _filled(self.form(visit), self._desk.workspace.projections.below(Answer, visit, dossier))


def _filled(form: Form, answers: Iterable[Projected[Answer]]) -> Sheet:
    """A dossier's sheet with its answers."""
    sheet = sheet_of(form)
    sheet.load({each.id.partition("/")[2]: str(each.record.value or "") for each in answers})
    return sheet


def written_code(typed: str) -> str:
    """A dossier's code as it is kept."""
    return clean(typed).upper()


def _set(sheet: Sheet, dossier: RecordId, key: str, text: str) -> Act:
    """Put a value into the sheet and say it as an act. Raises ItemUnknown, AnswerRefused."""
    try:
        sheet.set(key, clean(text, lines=True).strip())
    except KeyError as error:
        raise ItemUnknown(item=key) from error
    node = sheet.node(key)
    if node.error and node.value:
        raise AnswerRefused(item=node.label or key, reason=node.error.message)
    return Act("answer", f"{dossier}/{key}", {"value": node.value or None})


def _row(dossier: RecordId, sheet: Sheet) -> DossierRow:
    checked = _checked(sheet)
    judged = law.verdict(checked.checks)
    return DossierRow(
        id=dossier,
        code=sheet.node(_CODE).value,
        procedure=sheet.node(_PROCEDURE).value,
        field=sheet.node(_FIELD).value,
        channel=_words(sheet.node(_CHANNEL)),
        stratum=_words(sheet.node(_STRATUM)),
        passed=judged.passed,
        failed=judged.failed,
        overdue=checked.overdue,
        critical=tuple(
            check.code for check in checked.checks if check.critical and check.code in judged.failed
        ),
    )


def is_check(key: str) -> bool:
    """Whether a question of the form is one of its checks (H01 …)."""
    return key[:1] == "H" and key[1:].isdigit()


def _checked(sheet: Sheet) -> law.CheckedDossier:
    """What counts of a filled sheet: the checks that apply to it, and its delay."""
    nodes = {node.key: node for node in sheet.nodes()}
    checks = tuple(
        law.Check(key, node.definition.attributes.get("critical") == _YES, node.value)
        for key, node in nodes.items()
        if is_check(key) and node.relevant
    )
    return law.CheckedDossier(
        checks=checks,
        supplemented=nodes[_SUPPLEMENTED].value == _YES,
        overdue=nodes[_OVERDUE].value == _YES,
        causes=tuple(nodes[_CAUSES].value.split()) if nodes[_CAUSES].relevant else (),
        apologised=nodes[_APOLOGY].relevant and nodes[_APOLOGY].value == _YES,
    )


def _overdue(sheet: Sheet) -> OverdueDossier:
    days = sheet.node(_DELAY).value
    causes = _words(sheet.node(_CAUSES))
    other = sheet.node(_OTHER_CAUSE)
    apology = ""
    if sheet.node(_APOLOGY).value == _YES:
        parts = (sheet.node(_APOLOGY_NUMBER).value, _day(sheet.node(_APOLOGY_DAY).value))
        apology = " ngày ".join(part for part in parts if part) or "có"
    return OverdueDossier(
        code=sheet.node(_CODE).value,
        procedure=sheet.node(_PROCEDURE).value,
        delay=f"{format_number(Decimal(days))} ngày" if days else "",
        causes=tuple(part for part in (*causes.split("; "), other.value if other.relevant else "") if part),
        apology=apology,
    )


def _day(text: str) -> str:
    """An ISO date as it is printed."""
    return "/".join(reversed(text.split("-"))) if text else ""


def _words(node: Node) -> str:
    """A choice, or several, by their labels."""
    chosen = node.value.split()
    return "; ".join(choice.label for choice in node.choices if choice.name in chosen)
