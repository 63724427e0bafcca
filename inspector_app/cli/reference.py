"""Commands for what is looked up: the communes and the working days, as the office gives them out."""

from pathlib import Path
from typing import Any

from inspector_app.cli.arguments import Answer, Arguments, Opened, command_below, family
from inspector_app.cli.handover import when
from inspector_app.cli.trust import written
from inspector_app.domain.errors import ValueInvalid
from inspector_app.i18n import tr
from inspector_app.services.reference import NAMES
from inspector_app.services.views import ReferenceInUse, ReferenceName


def add_to(commands: Any) -> None:
    """Add the family of commands."""
    reference = family(commands, "reference", tr("the communes and the working days"))
    words = tr("write newer communes or working days for other laptops, and use them here")
    command = command_below(reference, "give", _give, words)
    command.add_argument("target", type=Path, help=tr("a folder, such as a stick, or a file"))
    words = tr("the working days, as resources/calendars/vn.json has them")
    command.add_argument("--calendar", type=Path, metavar="FILE", help=words)
    words = tr("the communes, as resources/units/build.py writes them")
    command.add_argument("--units", type=Path, metavar="FILE", help=words)
    command_below(reference, "show", _show, tr("say which are in use, from whom, since when"))


def _give(arguments: Arguments) -> Answer:
    named: dict[ReferenceName, Path | None] = {"units": arguments.units, "calendar": arguments.calendar}
    files: dict[ReferenceName, Path] = {name: file for name, file in named.items() if file is not None}
    if not files:
        raise ValueInvalid(field="reference give", reason=tr("name a file with --calendar or --units"))
    with Opened(arguments) as workbench:
        report = workbench.handover.give_reference(files, arguments.target)
    return report, written(report)


def _show(arguments: Arguments) -> Answer:
    with Opened(arguments) as workbench:
        found = workbench.reference.in_use()
    return found, map(_line, found)


def _line(used: ReferenceInUse) -> str:
    name = tr(NAMES[used.name])
    if used.at is None:
        return tr("{name}: as it ships with the program", name=name)
    who = ", ".join(part for part in (used.person, used.laptop) if part)
    return tr("{name}: given by {who}, {at}", name=name, who=who, at=when(used.at))
