"""Commands of trust: whose laptops write in a visit, what waits, and what the office gives out."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, get_args

from inspector_app.cli.arguments import (
    Answer,
    Arguments,
    Opened,
    command_below,
    only,
    visit_command,
    visit_named,
)
from inspector_app.domain.records import WORDS, Role, VisitId
from inspector_app.i18n import tr
from inspector_app.services.trust_views import Contact, Laptop
from inspector_app.services.views import ExportReport
from inspector_app.services.workbench import Workbench
from inspector_app.text import fold, format_date, parse_date


def add_to(commands: Any) -> None:
    """Add these commands."""
    where = tr("a folder, such as a stick, or a file")
    which = tr("the laptop's id or the beginning of it, its name, or the person's name")

    visit_command(commands, "laptops", _laptops, tr("list whose laptops write in a visit"))
    command = visit_command(
        commands, "admit", _admit, tr("let a laptop write, whose six words were compared")
    )
    command.add_argument("laptop", help=which)
    command.add_argument("--as", dest="role", choices=get_args(Role), default="member",
                         help=tr("as what; a member if left out"))  # fmt: skip
    command.add_argument("--until", default="", help=tr("the last day on which what it writes counts"))
    for name, work, words in (
        ("revoke", _revoke, tr("take a laptop's place away")),
        ("restore", _restore, tr("give a laptop its place back")),
    ):
        command = visit_command(commands, name, work, words)
        command.add_argument("laptop", help=which)
        command.add_argument("--reason", required=True, help=tr("why; the whole team and the office see it"))
    visit_command(commands, "quarantine", _quarantine, tr("list what is kept and does not count"))

    command = command_below(commands, "card", _card, tr("write who this laptop is, for the office"))
    command.add_argument("target", type=Path, help=where)
    command = command_below(commands, "assign", _assign, tr("give visits to the laptops that they admit"))
    command.add_argument("target", type=Path, help=where)
    command.add_argument("visits", nargs="+", help=tr("visits, as elsewhere"))


# --- who may write -------------------------------------------------------------------------------


def _laptops(arguments: Arguments) -> Answer:
    with Opened(arguments) as workbench:
        found = workbench.trust.laptops(visit_named(workbench, arguments.visit))
        words = workbench.trust.my_words
    lines = [line for laptop in found.laptops for line in _lines(laptop)]
    return found, [tr("The six words of this laptop: {words}", words=", ".join(words)), *lines]


def _lines(laptop: Laptop) -> Iterable[str]:
    yield f"{laptop.device}  {laptop.person}, {laptop.laptop}: {_standing(laptop)}"
    yield f"    {', '.join(laptop.words)}"
    if laptop.waiting:
        yield "    " + tr("{count} changes wait in quarantine", count=laptop.waiting)


def _standing(laptop: Laptop) -> str:
    if laptop.standing == "unknown":
        return tr("not admitted")
    if laptop.standing == "root":
        return tr("began the visit")
    role = tr(WORDS[laptop.role]) if laptop.role else ""
    if laptop.standing == "revoked":
        return tr("{role}; its place was taken away: {reason}", role=role, reason=laptop.reason)
    until = tr(", until {day}", day=format_date(laptop.until_on)) if laptop.until_on else ""
    return tr("{role}{until}, admitted by {who}", role=role, until=until, who=laptop.by)


def _admit(arguments: Arguments) -> Answer:
    until = parse_date(arguments.until) if arguments.until else None
    with Opened(arguments) as workbench:
        visit = visit_named(workbench, arguments.visit)
        device = _device(workbench, visit, arguments.laptop)
        saved = workbench.trust.admit(visit, device, arguments.role, until)
        [laptop] = [each for each in workbench.trust.laptops(visit).laptops if each.device == device]
    return saved, [*_lines(laptop)]


def _revoke(arguments: Arguments) -> Answer:
    with Opened(arguments) as workbench:
        visit = visit_named(workbench, arguments.visit)
        saved = workbench.trust.revoke(visit, _device(workbench, visit, arguments.laptop), arguments.reason)
    return saved, [tr("What that laptop writes from now on counts no more.")]


def _restore(arguments: Arguments) -> Answer:
    with Opened(arguments) as workbench:
        visit = visit_named(workbench, arguments.visit)
        saved = workbench.trust.restore(visit, _device(workbench, visit, arguments.laptop), arguments.reason)
    return saved, [tr("What that laptop wrote counts again.")]


def _quarantine(arguments: Arguments) -> Answer:
    with Opened(arguments) as workbench:
        found = workbench.trust.quarantined(visit_named(workbench, arguments.visit))
    lines = [f"{each.laptop}, {each.author}: {each.about}: {each.text} ({each.why})" for each in found]
    return found, lines or [tr("Nothing waits.")]


def _device(workbench: Workbench, visit: VisitId, name: str) -> str:
    """The laptop that is meant, of the visit or of those that were met. Raises RecordUnknown."""
    known: dict[str, Laptop | Contact] = {each.device: each for each in workbench.trust.contacts()}
    known |= {each.device: each for each in workbench.trust.laptops(visit).laptops}
    wanted = fold(name)
    found = [
        device
        for device, each in known.items()
        if device.startswith(name) or wanted in (fold(each.laptop), fold(each.person))
    ]
    return only(found, "device", name)


# --- what is given out ---------------------------------------------------------------------------


def _card(arguments: Arguments) -> Answer:
    with Opened(arguments) as workbench:
        report = workbench.handover.card(arguments.target)
        words = workbench.trust.my_words
    told = tr("The six words of this laptop: {words}", words=", ".join(words))
    return report, [tr("The card was written to {file}.", file=report.file), told]


def _assign(arguments: Arguments) -> Answer:
    with Opened(arguments) as workbench:
        visits = [visit_named(workbench, name) for name in arguments.visits]
        report = workbench.handover.assign(visits, arguments.target)
    return report, written(report)


def written(report: ExportReport) -> list[str]:
    """Where a bundle lies."""
    return [tr("Written to {file}.", file=report.file)]
