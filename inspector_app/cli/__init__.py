"""The command line: every operation of the program without a window, for people and for scripts.

Text for people, or with `--json` one JSON object on standard output: `{"command", "version", "result"}`, or
`{"command", "version", "error"}`. The exit status tells the kind of fault (`domain/errors.py`): 0 done,
2 usage, 3 not found, 4 refused, 5 a conflict to decide, 6 locked or passphrase, 7 bundle refused, 8 template
refused, 20 disk or database trouble. The passphrase comes from `--passphrase-file`, from the variable
`INSPECTOR_PASSPHRASE`, or is asked for; never from the arguments, which other users of the machine can read.
"""

import argparse
import dataclasses
import json
import socket
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from pydantic import BaseModel

from inspector_app import __version__, i18n
from inspector_app.cli import day, delivery, evidence, handover, merging, papers, reference, templates, trust
from inspector_app.cli.arguments import (
    Answer,
    Arguments,
    Opened,
    command_below,
    family,
    folder_of,
    passphrase_of,
    visit_command,
    visit_named,
)
from inspector_app.cli.handover import receive_lines, when
from inspector_app.domain.errors import (
    FileTrouble,
    InspectorError,
    ItemUnknown,
    TemplateRefused,
    ValueInvalid,
    WorkspaceUnsound,
)
from inspector_app.i18n import tr
from inspector_app.services import demo
from inspector_app.services.upgrades import Decision
from inspector_app.services.views import (
    ChecklistView,
    Delta,
    ItemView,
    LeafView,
    MovePreview,
    NewVisit,
    Profile,
    Summary,
)
from inspector_app.services.workbench import Workbench
from inspector_app.settings import Settings
from inspector_app.text import NotADate, format_date, format_number, parse_date

JSON_VERSION = 1
"""Grows when the shape of a result changes in a way that a script would notice."""


def run(argv: Sequence[str]) -> int:
    """Run one command; the exit status."""
    _speak_utf8()
    i18n.use(Settings.load().language)
    arguments = _parser().parse_args(argv)
    try:
        result, lines = arguments.run(arguments)
    except InspectorError as error:
        _fail(arguments, error)
        return error.exit_code
    if arguments.json:
        _print_json(arguments, result=result)
    else:
        for line in lines:
            print(line)
    return 0


# --- the arguments -------------------------------------------------------------------------------


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="inspector-app", description=tr("Inspection of administrative reform, offline."), epilog=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND", prog=parser.prog)

    command = command_below(commands, "init", _init, tr("create a workspace"))
    command.add_argument("--name", required=True, help=tr("who works with it"))
    command.add_argument("--title", default="", help=tr("the person's position"))
    command.add_argument("--organisation", default="", help=tr("where the person works"))
    command.add_argument("--laptop", default=socket.gethostname(), help=tr("what the laptop is called"))

    visits = family(commands, "visit", tr("visits and their answers"))
    command = command_below(visits, "new", _visit_new, tr("begin a visit"))
    command.add_argument("unit", help=tr("the five-digit code of the commune"))
    command.add_argument("--on", default="", help=tr("the day of the visit, dd/mm/yyyy; today if left out"))
    command.add_argument("--title", default="", help=tr("what the inspection is called"))
    command.add_argument(
        "--kind", choices=("planned", "topical", "unannounced"), default="planned",
        help=tr("how it came about; planned if left out"),
    )  # fmt: skip
    command.add_argument("--place", default="", help=tr("where the team meets the unit"))
    command_below(visits, "list", _visit_list, tr("list the visits"))
    command = visit_command(visits, "show", _visit_show, tr("show a visit's checklist"))
    command.add_argument("--item", help=tr("one item, with its history"))
    command = visit_command(visits, "answer", _visit_answer, tr("answer an item"))
    command.add_argument("item", help=tr("such as CD04"))
    command.add_argument("value", nargs="*", help=tr('a value, or several as "question=value"'))
    command.add_argument("--note", help=tr("write the item's note"))
    command.add_argument("--not-applicable", metavar="REASON", help=tr("the item does not apply, because …"))
    command.add_argument("--reason", default="", help=tr("why, where the answer is in dispute"))

    words = tr("move a visit to another version of its checklist")
    command = visit_command(visits, "move", _visit_move, words)
    command.add_argument(
        "version", nargs="?", help=tr("the version or digest; without it the choices are listed")
    )
    command.add_argument("--decide", action="append", default=[], metavar="ITEM=keep|open",
                         help=tr("what becomes of an answer that needs a decision"))  # fmt: skip
    command.add_argument("--reason", default="", help=tr("why; without it the move is only shown"))
    command = visit_command(visits, "move-back", _visit_move_back, tr("take the last move back"))
    command.add_argument("--reason", required=True, help=tr("why; it stays in the history"))

    papers.add_to(visits)
    evidence.add_to(visits)
    day.add_to(visits)

    templates.add_to(commands)
    reference.add_to(commands)

    handover.add_to(commands)
    delivery.add_to(commands)
    trust.add_to(commands)
    merging.add_to(commands)
    command = visit_command(commands, "minutes", _minutes, tr("write the minutes as PDF and Word files"))
    command.add_argument("folder", type=Path, help=tr("where the files go"))
    command_below(commands, "verify", _verify, tr("prove that the workspace is whole"))
    command_below(commands, "rebuild", _rebuild, tr("compute the tables from the ledger again"))

    command = command_below(
        commands, "demo", _demo, tr("make the demonstration and its minutes"), workspace=False
    )
    command.add_argument(
        "--into",
        type=Path,
        default=Path(".demo"),
        help=tr("the folder that it is made in; .demo if left out"),
    )
    return parser


# --- the commands --------------------------------------------------------------------------------


def _init(arguments: Arguments) -> Answer:
    me = Profile(arguments.name, arguments.title, arguments.organisation, arguments.laptop)
    folder = folder_of(arguments)
    workbench = Workbench.create(folder, passphrase_of(arguments, new=True), me)
    workbench.close()
    return {"workspace": folder, "me": me}, [tr("The workspace was created in {folder}.", folder=folder)]


def _visit_new(arguments: Arguments) -> Answer:
    on = _day(arguments.on)
    with Opened(arguments) as workbench:
        visit, _ = workbench.visits.new(
            NewVisit(arguments.unit, on, arguments.title, arguments.kind, arguments.place)
        )
        card = workbench.visits.get(visit)
    return {"visit": visit, "unit": card.unit}, [
        f"{visit}  {card.unit}  {format_date(on)}",
    ]


def _visit_list(arguments: Arguments) -> Answer:
    with Opened(arguments) as workbench:
        rows = workbench.visits.list()
    lines = [
        f"{row.id}  {format_date(row.on) if row.on else '–':10}  {row.unit_name}, {row.province}: "
        f"{row.answered}/{row.total}, {_index(row.index, row.provisional, row.classification)}"
        + (tr(", {count} in dispute", count=row.conflicts) if row.conflicts else "")
        for row in rows
    ]
    return rows, lines or [tr("There is no visit yet.")]


def _visit_show(arguments: Arguments) -> Answer:
    with Opened(arguments) as workbench:
        visit = visit_named(workbench, arguments.visit)
        view = workbench.checklists.open(visit)
        if arguments.item is None:
            return view, _checklist_lines(view)
        history = workbench.checklists.history(visit, arguments.item)
        item = view.items[arguments.item]
    lines = [
        f"{item.code}  {item.text}",
        f"  {_item_state(item)}",
        *(f"  {item_line}" for item_line in (item.rule_text, item.basis, item.note) if item_line),
        *(f"  {when(line.at)}  {line.author} · {line.laptop}: {line.text}" for line in history),
    ]
    return {"item": item, "history": history}, lines


def _visit_answer(arguments: Arguments) -> Answer:
    with Opened(arguments) as workbench:
        visit, item = visit_named(workbench, arguments.visit), arguments.item
        held = workbench.checklists.open(visit).items.get(item)
        if held is None:
            raise ItemUnknown(item=item)
        deltas: list[Delta] = []
        if arguments.value:
            value = _value(arguments.value, held)
            deltas.append(workbench.checklists.answer(visit, item, value, arguments.reason))
        if arguments.not_applicable is not None:
            deltas.append(workbench.checklists.not_applicable(visit, item, arguments.not_applicable))
        if arguments.note is not None:
            deltas.append(workbench.checklists.note(visit, item, arguments.note))
        if not deltas:
            raise ValueInvalid(field=item, reason=tr("there is nothing to write"))
        view = workbench.checklists.open(visit)
    saved, summary = deltas[-1].saved.at, view.summary
    lines = [
        f"{item}  {_item_state(view.items[item])}",
        _index(summary.index, summary.provisional, summary.classification),
        tr("Saved {time}.", time=when(saved)),
    ]
    return {"item": view.items[item], "summary": summary, "saved_at": saved}, lines


def _visit_move(arguments: Arguments) -> Answer:
    with Opened(arguments) as workbench:
        visit = visit_named(workbench, arguments.visit)
        choices = workbench.upgrades.choices(visit)
        if arguments.version is None:
            lines = [f"{each.version}  {each.digest[:8]}  {each.title}" for each in choices]
            return choices, lines or [tr("This workspace holds no other version of the checklist.")]
        wanted = arguments.version
        found = [c.digest for c in choices if c.version == wanted or c.digest.startswith(wanted)]
        digest = found[0] if len(found) == 1 else wanted
        preview = workbench.upgrades.preview(visit, digest)
        if arguments.reason:
            workbench.upgrades.move(visit, digest, _decisions(arguments.decide), arguments.reason)
    done = [tr("Moved. “visit move-back” takes it back.")] if arguments.reason else []
    return preview, [*_move_lines(preview), *done]


def _visit_move_back(arguments: Arguments) -> Answer:
    with Opened(arguments) as workbench:
        saved = workbench.upgrades.undo(visit_named(workbench, arguments.visit), arguments.reason)
    return saved, [tr("The visit has its earlier checklist again.")]


def _minutes(arguments: Arguments) -> Answer:
    with Opened(arguments) as workbench:
        if not arguments.folder.is_dir():
            raise FileTrouble(file=arguments.folder, reason=tr("the folder does not exist"))
        written = workbench.reporting.write_minutes(visit_named(workbench, arguments.visit), arguments.folder)
    return written, [str(written.pdf), str(written.docx), *(f"  ! {line}" for line in written.warnings)]


def _verify(arguments: Arguments) -> Answer:
    with Opened(arguments) as workbench:
        report = workbench.upkeep.verify()
    whole = tr("The workspace is whole: {changes} changes of {devices} laptops in {streams} visits.",
               changes=report.changes, devices=report.devices, streams=report.streams)  # fmt: skip
    if not report.ok:
        raise WorkspaceUnsound(problems="; ".join(report.problems))
    return report, [whole]


def _rebuild(arguments: Arguments) -> Answer:
    with Opened(arguments) as workbench:
        rows = workbench.upkeep.rebuild()
    return {"rows": rows}, [tr("{rows} records were computed from the ledger again.", rows=rows)]


def _demo(arguments: Arguments) -> Answer:
    made = demo.find(arguments.into) if demo.exists(arguments.into) else demo.make(arguments.into)
    lines = [
        tr(
            "The demonstration is in {folder}; its passphrase is “{passphrase}”.",
            folder=arguments.into,
            passphrase=made.passphrase,
        ),
        *(line for report in made.received for line in receive_lines(report)),
        tr("{count} conflict is left to try.", count=made.conflicts),
        *(str(file) for written in made.minutes for file in (written.pdf, written.docx)),
    ]
    return made, lines


# --- from arguments to values --------------------------------------------------------------------


def _day(text: str) -> date:
    try:
        return parse_date(text) if text else datetime.now().astimezone().date()
    except NotADate as error:
        raise ValueInvalid(field=tr("the day"), reason=str(error)) from error


def _value(parts: Sequence[str], item: ItemView) -> str | Mapping[str, str]:
    """Texts by question where all of them name a question of the item; else one text, `=` and all."""
    pairs = {name.strip(): value for name, equals, value in (part.partition("=") for part in parts) if equals}
    named = len(pairs) == len(parts) and pairs.keys() <= {leaf.key for leaf in item.leaves}
    return pairs if named else " ".join(parts)


def _decisions(parts: Sequence[str]) -> dict[str, Decision]:
    decisions: dict[str, Decision] = {}
    for part in parts:
        item, _, word = part.partition("=")
        if word not in ("keep", "open"):
            raise ValueInvalid(field="--decide", reason=tr("say ITEM=keep or ITEM=open"))
        decisions[item] = word
    return decisions


# --- words ---------------------------------------------------------------------------------------


def _checklist_lines(view: ChecklistView) -> Iterable[str]:
    yield f"{view.unit} · {view.title}" + (f" · {format_date(view.on)}" if view.on else "")
    for area in view.areas:
        points = f"  {format_number(area.points)}/{format_number(area.max_points)}" if area.scored else ""
        yield f"\n{area.code}  {area.name}  {area.answered}/{area.total}{points}"
        for code in area.items:
            yield f"  {code}  {_item_state(view.items[code])}  {view.items[code].text}"
    yield ""
    yield _summary_line(view.summary)


def _summary_line(summary: Summary) -> str:
    return tr(
        "{index} · {answered}/{total} items · {open} mandatory open · {disputed} in dispute",
        index=_index(summary.index, summary.provisional, summary.classification),
        answered=summary.answered,
        total=summary.total,
        open=summary.open_required,
        disputed=summary.disputed,
    )


def _index(index: Decimal | None, provisional: bool, classification: str) -> str:
    if index is None:
        return tr("not scored yet")
    number = format_number(index, 2)
    return (
        tr("provisional index {index} ({name})", index=number, name=classification)
        if provisional
        else tr("index {index} ({name})", index=number, name=classification)
    )


def _item_state(item: ItemView) -> str:
    if item.status == "not_applicable":
        return tr("does not apply: {reason}", reason=item.reason)
    values = " / ".join(_leaf_value(leaf) or "–" for leaf in item.leaves if not leaf.computed)
    points = f" → {format_number(item.points, 2)}" if item.points is not None else ""
    rate = f" = {format_number(item.rate, 2)} %" if item.rate is not None else ""
    error = f"  [{item.error}]" if item.error else ""
    mark = tr("  [in dispute]") if item.disputed else ""
    return f"{values}{rate}{points}{error}{mark}".strip()


def _leaf_value(leaf: LeafView) -> str:
    labels = {choice.name: choice.label for choice in leaf.choices}
    if leaf.type in ("int", "decimal") and leaf.value and not leaf.error:
        return format_number(Decimal(leaf.value))
    return "; ".join(labels.get(part, part) for part in leaf.value.split()) if labels else leaf.value


def _move_lines(preview: MovePreview) -> Iterable[str]:
    words = {"same": tr("stands"), "carries": tr("stands"), "decide": tr("decide"), "old": tr("old question")}
    yield f"{preview.old.title} {preview.old.version} → {preview.new.version}"
    for line in preview.lines:
        if line.verdict != "same":
            yield f"  {line.item:6} {words.get(line.verdict, line.verdict)}: {line.answer}  {line.label}"
            yield from (f"         {reason}" for reason in line.reasons)
    for question in preview.added:
        yield "  + " + question
    for change in preview.settings:
        yield "  ~ " + change


# --- results and faults --------------------------------------------------------------------------


def _fail(arguments: Arguments, error: InspectorError) -> None:
    problems = error.problems if isinstance(error, TemplateRefused) else []
    if arguments.json:
        fault = {"code": error.code, "sentence": error.sentence, "hint": error.hint, "problems": problems}
        _print_json(arguments, error=fault)
        return
    print(error.sentence, file=sys.stderr)
    for problem in problems:
        print(f"  {problem}", file=sys.stderr)
    print(error.hint, file=sys.stderr)


def _print_json(arguments: Arguments, **content: object) -> None:
    whole = {"command": arguments.path, "version": JSON_VERSION, **content}
    print(json.dumps(whole, default=_plain, ensure_ascii=False, indent=2))


def _plain(value: object) -> object:
    """A value of ours as JSON knows it."""
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, (set, frozenset)):
        return sorted(value, key=repr)  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType] - any set
    return str(value)


def _speak_utf8() -> None:
    """Vietnamese on any console: Windows pipes are of another encoding by default."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8")
