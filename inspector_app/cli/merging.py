"""Commands for merging: what is in dispute, decisions one by one or by a rule, what came from whom."""

from collections.abc import Iterable, Sequence
from typing import Any, get_args

from inspector_app.cli.arguments import (
    Answer,
    Arguments,
    Opened,
    add_visit,
    command_below,
    only,
    visit_command,
    visit_named,
)
from inspector_app.cli.handover import when
from inspector_app.domain.dossiers import plain_number
from inspector_app.domain.errors import ConflictUnknown, ReasonMissing, ValueInvalid
from inspector_app.domain.records import Dossier, RecordId, VisitId
from inspector_app.i18n import tr
from inspector_app.services.deciding import Decided, DecisionLine, concerns
from inspector_app.services.dispute_views import About, ConflictView, Side
from inspector_app.services.same_dossiers import SameDossier
from inspector_app.services.workbench import Workbench


def add_to(commands: Any) -> None:
    """Add these commands."""
    command = command_below(commands, "conflicts", _conflicts, tr("list what is in dispute"))
    add_visit(command, nargs="?")
    _add_filter(command)

    command = command_below(commands, "resolve", _resolve, tr("decide a conflict, or many by a rule"))
    command.add_argument("conflict", nargs="?", help=tr("its identifier, as listed"))
    choice = command.add_mutually_exclusive_group(required=True)
    choice.add_argument("--side", help=tr("the digest of the side chosen, or its beginning"))
    choice.add_argument("--mine", action="store_true", help=tr("this laptop's value"))
    choice.add_argument("--theirs", action="store_true", help=tr("the other value, where there is one only"))
    choice.add_argument("--all", action="store_true", help=tr("all conflicts by the rule of --prefer"))
    command.add_argument("--visit", default="", help=tr("with --all: only of this visit"))
    _add_filter(command)
    words = tr("with --all: the person whose values are right; or owner, mine, theirs")
    command.add_argument("--prefer", default="", metavar="owner|mine|theirs|PERSON", help=words)
    command.add_argument("--dry-run", action="store_true", help=tr("with --all: only show what it would do"))
    command.add_argument("--reason", default="", help=tr("why; it stays in the history"))

    words = tr("list the dossiers checked twice, and say which check counts")
    command = visit_command(commands, "duplicates", _duplicates, words)
    words = tr("this check is the main one, by its id in the list or its beginning")
    which = command.add_mutually_exclusive_group()
    which.add_argument("--main", default="", metavar="CHECK", help=words)
    which.add_argument("--both", default="", metavar="NUMBER", help=tr("all checks of this dossier count"))

    visit_command(commands, "arrivals", _arrivals, tr("say what came from whom"))


def _add_filter(command: Any) -> None:
    command.add_argument("--area", default="", help=tr("only of this area, by its code"))
    command.add_argument("--by", default="", help=tr("only with a value by this person or laptop"))
    command.add_argument("--about", choices=get_args(About), default="", help=tr("only about these"))


# --- conflicts -----------------------------------------------------------------------------------


def _conflicts(arguments: Arguments) -> Answer:
    with Opened(arguments) as workbench:
        visit = visit_named(workbench, arguments.visit) if arguments.visit else None
        found = _wanted(workbench, visit, arguments)
    lines = [line for conflict in found for line in _conflict_lines(conflict)]
    return found, lines or [tr("Nothing is in dispute.")]


def _wanted(workbench: Workbench, visit: VisitId | None, arguments: Arguments) -> Sequence[ConflictView]:
    return [
        conflict
        for conflict in workbench.merging.conflicts(visit)
        if concerns(conflict, area=arguments.area, by=arguments.by, about=arguments.about)
    ]


def _resolve(arguments: Arguments) -> Answer:
    if arguments.all:
        return _resolve_all(arguments)
    with Opened(arguments) as workbench:
        head = arguments.side or _side(workbench, arguments).head
        saved = workbench.merging.resolve(arguments.conflict or "", head=head, reason=arguments.reason)
    return saved, [tr("Decided. Both values stay in the history.")]


def _resolve_all(arguments: Arguments) -> Answer:
    """Each visit is one act of its own."""
    if not arguments.prefer:
        raise ValueInvalid(field="--prefer", reason=tr("say owner, mine, theirs, or a person"))
    if not arguments.reason.strip() and not arguments.dry_run:
        raise ReasonMissing
    lines: list[DecisionLine] = []
    done: list[Decided] = []
    with Opened(arguments) as workbench:
        visit = visit_named(workbench, arguments.visit) if arguments.visit else None
        wanted = _wanted(workbench, visit, arguments)
        for each in dict.fromkeys(conflict.visit for conflict in wanted):
            ids = {conflict.id for conflict in wanted}
            found = workbench.deciding.preview(each, arguments.prefer, ids)
            lines += found
            chosen = {line.id: line.side.head for line in found if line.side is not None}
            if chosen and not arguments.dry_run:
                done.append(workbench.deciding.decide(each, chosen, arguments.reason))
    left = [line for line in lines if line.side is None]
    counted = {
        "decided": sum(each.decided for each in done),
        "would_decide": len(lines) - len(left),
        "left_open": len(left),
        "dry_run": arguments.dry_run,
        "lines": [_plain(line) for line in lines],
    }
    words = (
        tr("{count} would be decided, {left} stay open.", count=counted["would_decide"], left=len(left))
        if arguments.dry_run
        else tr("{count} decided, {left} stay open.", count=counted["decided"], left=len(left))
    )
    return counted, [*(_decision_line(line) for line in lines), words]


def _side(workbench: Workbench, arguments: Arguments) -> Side:
    named = [conflict for conflict in workbench.merging.conflicts() if conflict.id == arguments.conflict]
    if not named:
        raise ConflictUnknown(conflict=arguments.conflict)
    sides = [side for side in named[0].sides if side.mine == arguments.mine]
    if len(sides) != 1:
        raise ValueInvalid(field=tr("the side"), reason=tr("name one of the sides by its digest"))
    return sides[0]


def _plain(line: DecisionLine) -> dict[str, object]:
    side = line.side
    return {
        "conflict": line.id,
        "title": line.conflict.title,
        "before": line.conflict.before,
        "sides": [
            {"text": each.text, "author": each.author, "mine": each.mine} for each in line.conflict.sides
        ],
        "will_be": side.text if side else None,
        "author": side.author if side else None,
        "why_open": line.why_open,
    }


def _decision_line(line: DecisionLine) -> str:
    sides = " / ".join(side.text for side in line.conflict.sides)
    outcome = tr("stays open: {why}", why=line.why_open)
    if line.side is not None:
        outcome = f"→ {line.side.text} ({line.side.author})"
    return f"  {line.conflict.title}: {sides}  {outcome}"


def _conflict_lines(conflict: ConflictView) -> Iterable[str]:
    yield conflict.id
    yield f"  {conflict.unit} · {conflict.title}"
    yield "  " + tr("before: {value}", value=conflict.before or "–")
    for side in conflict.sides:
        whose = tr("mine") if side.mine else tr("theirs")
        yield f"  {whose} {side.head[:8]}: {side.text}  ({side.author} · {side.laptop} · {when(side.at)})"
        if side.note:
            yield "    " + tr("note: {text}", text=side.note)
        if side.photos:
            yield "    " + tr("{count} photos and scans", count=len(side.photos))


# --- dossiers checked twice, and what came from whom ---------------------------------------------


def _duplicates(arguments: Arguments) -> Answer:
    with Opened(arguments) as workbench:
        visit = visit_named(workbench, arguments.visit)
        found = workbench.same_dossiers.list(visit)
        if arguments.main:
            ids = [check.row.id for same in found for check in same.checks]
            chosen = [each for each in ids if each.startswith(arguments.main)]
            workbench.same_dossiers.choose(visit, only(chosen, Dossier.kind, arguments.main))
        elif arguments.both:
            number = plain_number(arguments.both)
            named = [same.checks[0].row.id for same in found if plain_number(same.code) == number]
            check: RecordId = only(named, Dossier.kind, arguments.both)
            workbench.same_dossiers.count_all(visit, check)
        found = workbench.same_dossiers.list(visit)
    lines = [line for same in found for line in _same_lines(same)]
    return found, lines or [tr("No dossier was checked twice.")]


def _same_lines(same: SameDossier) -> Iterable[str]:
    yield f"{same.code}  {same.procedure}".rstrip()
    for check in same.checks:
        state = tr("main check") if check.main else ""
        if check.row.second:
            state = tr("second check, does not count")
        words = (check.row.id, check.author, check.laptop, when(check.at), state)
        yield "  " + " · ".join(part for part in words if part)
    for each in same.differences:
        yield f"    {each.code}: " + " / ".join(answer or "–" for answer in each.answers)


def _arrivals(arguments: Arguments) -> Answer:
    with Opened(arguments) as workbench:
        visit = visit_named(workbench, arguments.visit)
        laptops = workbench.contributions.of(visit)
        files = workbench.contributions.arrivals(visit)
    lines = [
        tr(
            "{who} · {laptop}: {answers} answers, {findings} findings, {dossiers} dossiers, {photos} photos; "
            "{disputed} in dispute, {missing} files not here",
            who=each.person,
            laptop=each.laptop,
            answers=each.answers,
            findings=each.findings,
            dossiers=each.dossiers,
            photos=each.photos,
            disputed=each.disputed,
            missing=each.missing,
        )
        for each in laptops
    ]
    lines += [
        f"  {when(each.at)}  {each.file}  {each.person} · {each.laptop}: "
        + tr(
            "{new} new, {known} known, {disputed} newly in dispute",
            new=each.new,
            known=each.known,
            disputed=each.disputed,
        )
        for each in files
    ]
    return {"laptops": laptops, "files": files}, lines or [tr("Nobody has written in this visit yet.")]
