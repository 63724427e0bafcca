"""A file of a unit against the visit as it stands: what every cell would do, what a person must see first.

The form travels with the words of every question, so a file that was made for another version of the
checklist is read question by question: what reads the same is taken, what reads differently is refused at its
cell.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from inspector_app.domain.errors import Problem, SelfReportRefused
from inspector_app.domain.records import VisitId
from inspector_app.i18n import tr
from inspector_app.services.open_checklist import OpenChecklist
from inspector_app.services.questions import describe_answer, number_in, reported_words
from inspector_app.services.self_report.file import (
    Field,
    Filled,
    ReportedRow,
    SelfReportFile,
    is_code,
    normal_code,
)
from inspector_app.services.self_report.form import is_asked
from inspector_app.services.self_report.values import Read, as_seen, is_blank, read_points, read_value
from inspector_app.services.self_report.views import Meaning, ReportedCell, State
from inspector_app.services.views import ItemView
from inspector_app.text import clean, format_number

SELF_FIELDS: Mapping[Field, str] = {"value": "self_value", "points": "self_points", "note": "self_note"}
"""Column of the form → field of the answer."""
_MOST_NAMED, _LONGEST_SHOWN = 8, 500


class Check:
    """One file against one visit. `writable` are the base figures that this laptop may answer."""

    def __init__(self, warm: OpenChecklist, file: SelfReportFile, writable: Iterable[str]) -> None:
        self._warm = warm
        self._file = file
        self._open = frozenset(code for code in writable if not self._answered(code))
        asked = [code for code, item in warm.template.items.items() if is_asked(item, warm.views[code])]
        self._codes = {normal_code(code): code for code in asked}
        self.cautions = list(file.cautions)

    def cells(self) -> tuple[ReportedCell, ...]:
        """Every cell that says something, in the order of the checklist."""
        found: dict[str, list[ReportedCell]] = {}
        seen: set[str] = set()
        for row in self._file.rows:
            code = self._codes.get(row.code)
            if code is None:
                self._pass_over(row)
                continue
            seen.add(code)
            for cell in self._row(code, row):
                found.setdefault(cell.key, []).append(cell)
        if not seen:
            reason = tr("none of its rows bears a code of the checklist")
            raise SelfReportRefused(file=self._file.name, reason=reason)
        self._tell_missing(seen)
        order = list(self._warm.views)
        cells = [_one_of(several) for several in found.values()]
        return tuple(self._as_answers(sorted(cells, key=lambda cell: order.index(cell.item))))

    # --- rows --------------------------------------------------------------------------------------

    def _pass_over(self, row: ReportedRow) -> None:
        if is_code(row.code) and row.filled:
            message = tr("The unit is not asked about {code} by this checklist.", code=row.code)
            self.cautions.append(
                Problem(row.sheet, row.number, None, message, tr("Nothing is taken from this row."))
            )

    def _tell_missing(self, seen: set[str]) -> None:
        missing = [code for code in self._codes.values() if code not in seen]
        if missing:
            named = ", ".join(missing[:_MOST_NAMED]) + (", …" if len(missing) > _MOST_NAMED else "")
            message = tr("The file has no row for {count} codes: {codes}.", count=len(missing), codes=named)
            remedy = tr("What was reported of them before stays as it is.")
            self.cautions.append(Problem(self._file.name, None, None, message, remedy))

    def _row(self, code: str, row: ReportedRow) -> Iterator[ReportedCell]:
        view = self._warm.views[code]
        differs = bool(row.text) and _plain(row.text) != _plain(view.text)
        other = (
            self._file.identity is not None
            and self._file.identity.template != self._warm.template.form.digest
        )
        if differs and not other:
            message = tr("{code} reads differently than in the checklist.", code=code)
            self.cautions.append(
                Problem(
                    row.sheet, row.number, None, message, tr("The code decides; look whether it is meant.")
                )
            )
        for name, filled in row.filled.items():
            if is_blank(filled.cell) or not _takes(view, name):
                continue
            read = _read(filled, view, name)
            if differs and other:
                read = Read(why=tr("The file was made for another version, in which {code} reads: “{text}”.",
                                   code=code, text=row.text[:200]))  # fmt: skip
            yield self._cell(code, name, filled, read)

    def _cell(self, code: str, name: Field, filled: Filled, read: Read) -> ReportedCell:
        view, answered = self._warm.views[code], self._warm.answered(code)
        held: str = getattr(answered.answer, SELF_FIELDS[name])
        return ReportedCell(
            key=f"{code}/{name}",
            item=code,
            field=name,
            title=view.text,
            place=filled.place,
            text=as_seen(filled.cell)[:_LONGEST_SHOWN],
            state=_state(read, held, disputed=SELF_FIELDS[name] in answered.disputed),
            meanings=read.readings,
            before=shown(name, held) if held else "",
            found=self._found(code, name),
            why=read.why,
        )

    def _found(self, code: str, name: Field) -> str:
        """What the team has of its own, in words."""
        view = self._warm.views[code]
        if name == "points":
            return "" if view.points is None else format_number(view.points, 2)
        if name == "value" and self._answered(code):
            answer = self._warm.answered(code).answer
            return describe_answer(self._warm.item(code, answer.value), answer)
        return ""

    def _answered(self, code: str) -> bool:
        answer = self._warm.answered(code).answer
        return answer.value is not None or answer.not_applicable

    # --- base figures ------------------------------------------------------------------------------

    def _as_answers(self, cells: Iterable[ReportedCell]) -> Iterator[ReportedCell]:
        """Say which base figures would become answers, and why one cannot: it contradicts another."""
        told = list(cells)
        certain = {
            cell.item: cell.meanings[0].stored for cell in told if self._may_answer(cell) and cell.meanings
        }
        refused = contradictions(self._warm, certain)
        for cell in told:
            if self._may_answer(cell):
                yield replace(cell, answers=cell.item not in refused, not_answer=refused.get(cell.item, ""))
            else:
                yield cell

    def _may_answer(self, cell: ReportedCell) -> bool:
        taken = cell.state in ("new", "changed", "same", "doubtful")
        return taken and cell.field == "value" and cell.item in self._open


def contradictions(warm: OpenChecklist, figures: Mapping[str, str]) -> dict[str, str]:
    """Which of these values the checklist would refuse as answers, put in together, with its words."""
    scratch = OpenChecklist(VisitId(""), warm.template, warm.answers)
    for code, value in figures.items():
        scratch.sheet.set(code, value)
    nodes = {code: scratch.sheet.node(code) for code in figures}
    return {code: node.error.message for code, node in nodes.items() if node.error}


def shown(name: Field, stored: str) -> str:
    """What is kept of a cell, in words."""
    if name == "value":
        return reported_words(stored)
    number = number_in(stored) if name == "points" else None
    return stored if number is None else format_number(number)


def _takes(view: ItemView, name: Field) -> bool:
    """Whether a column says anything about an item: what follows from base figures is not asked."""
    if name == "points":
        return view.max_points is not None
    if name == "value":
        return view.editor != "points" and any(not leaf.computed for leaf in view.leaves)
    return True


def _read(filled: Filled, view: ItemView, name: Field) -> Read:
    if name == "points":
        assert view.max_points is not None
        return read_points(filled.cell, view.max_points)
    if name == "value":
        return read_value(filled.cell, view)
    words = clean(filled.cell.text, lines=True)
    return Read((Meaning(words, words),))


def _state(read: Read, held: str, *, disputed: bool) -> State:
    if not read.readings:
        return "refused"
    if disputed:
        return "disputed"
    if held and any(reading.stored == held for reading in read.readings):
        return "same"  # a doubt that was decided before is not asked about again
    if not read.certain:
        return "doubtful"
    return "changed" if held else "new"


def _one_of(several: list[ReportedCell]) -> ReportedCell:
    """A code that stands twice must say the same; else nobody knows which row is meant."""
    first = several[0]
    said = {tuple(meaning.stored for meaning in cell.meanings) for cell in several}
    if len(said) == 1:
        return first
    places = ", ".join(cell.place for cell in several)
    why = tr("{code} stands in several rows with different values: {places}.", code=first.item, places=places)
    return replace(first, state="refused", meanings=(), why=why)


def _plain(words: str) -> str:
    return " ".join(re.findall(r"\w+", clean(words).casefold()))
