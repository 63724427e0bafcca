"""Commands for photos and scans: take them in, list them, save copies, remove and erase them."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from inspector_app.cli.arguments import Answer, Arguments, Opened, family, only, visit_command, visit_named
from inspector_app.domain.errors import FileTrouble, InspectorError, Refused
from inspector_app.domain.records import Evidence, RecordId, VisitId
from inspector_app.i18n import tr
from inspector_app.services.views import EvidenceRow, Link, Saved
from inspector_app.services.workbench import Workbench


def add_to(visits: Any) -> None:
    """Add these commands below `visit`."""
    photo = tr("the photo's identifier, or the beginning of it")
    evidence = family(visits, "evidence", tr("photos and scans of a visit"))

    words = tr("take photos and scans in, made small, without the place")
    command = visit_command(evidence, "add", _add, words)
    command.add_argument("files", nargs="+", type=Path, help=tr("photos, scans, PDFs"))
    command.add_argument("--item", default="", help=tr("of which item they are evidence"))
    command.add_argument("--caption", default="", help=tr("what they show"))
    visit_command(evidence, "list", _list, tr("list photos and scans"))
    command = visit_command(evidence, "copy", _copy, tr("save a copy outside the workspace"))
    command.add_argument("photo", help=photo)
    command.add_argument("target", type=Path, help=tr("the file to write"))
    for name, act, words in (
        ("remove", _remove, tr("take a photo off the list; it can be brought back")),
        ("restore", _restore, tr("bring back what was removed")),
        ("erase", _erase, tr("erase for good what was removed")),
    ):
        command = visit_command(evidence, name, act, words)
        command.add_argument("photo", help=photo)


def _add(arguments: Arguments) -> Answer:
    """Take in what can be; the first refusal is raised when the others are in."""
    from inspector_app.services.imaging import take

    refused: list[InspectorError] = []
    kept: list[RecordId] = []
    lines: list[str] = []
    with Opened(arguments) as workbench:
        visit = visit_named(workbench, arguments.visit)
        link = Link(item=arguments.item)
        for file in arguments.files:
            try:
                record, _ = workbench.evidence.keep(visit, take(file), link, arguments.caption)
            except (Refused, FileTrouble) as refusal:
                refused.append(refusal)
                continue
            kept.append(record)
            lines.append(f"{record[:8]}  {file.name}")
    if refused and not kept:
        raise refused[0]
    lines += [str(refusal) for refusal in refused]
    return {"kept": kept, "refused": [str(refusal) for refusal in refused]}, lines


def _list(arguments: Arguments) -> Answer:
    with Opened(arguments) as workbench:
        rows = workbench.evidence.all(visit_named(workbench, arguments.visit)).rows
    return rows, map(_line, rows)


def _line(row: EvidenceRow) -> str:
    state = tr("Removed") if row.removed else "" if row.here else tr("Not received yet")
    words = (row.id[:8], row.record.caption or row.record.name, row.target, state)
    return "  ".join(part for part in words if part)


def _copy(arguments: Arguments) -> Answer:
    with Opened(arguments) as workbench:
        row = _row(workbench, visit_named(workbench, arguments.visit), arguments.photo)
        workbench.evidence.save_copy(row.file.digest, arguments.target)
    warning = tr("The copy is not encrypted. Whoever has the stick or the computer can open it.")
    return {"file": arguments.target}, [tr("Copied to {file}", file=arguments.target), warning]


def _remove(arguments: Arguments) -> Answer:
    return _do(arguments, lambda workbench, visit, found: workbench.evidence.remove(visit, found))


def _restore(arguments: Arguments) -> Answer:
    return _do(arguments, lambda workbench, visit, found: workbench.evidence.restore(visit, found))


def _erase(arguments: Arguments) -> Answer:
    rows, lines = _do(arguments, lambda workbench, visit, found: workbench.evidence.erase(visit, found))
    return rows, [*lines, tr("Erased for good. Every laptop that hears of it lets its copy go.")]


def _do(arguments: Arguments, act: Callable[[Workbench, VisitId, Sequence[RecordId]], Saved]) -> Answer:
    with Opened(arguments) as workbench:
        visit = visit_named(workbench, arguments.visit)
        row = _row(workbench, visit, arguments.photo)
        act(workbench, visit, [row.id])
        rows = workbench.evidence.all(visit).rows
    return rows, map(_line, rows)


def _row(workbench: Workbench, visit: VisitId, name: str) -> EvidenceRow:
    """A photo by its identifier or the beginning of it, where that means one only. Raises RecordUnknown."""
    found = [row for row in workbench.evidence.all(visit).rows if row.id.startswith(name)]
    return only(found, Evidence.kind, name)
