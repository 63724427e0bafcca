"""What the commands share: how they are added, how they open a workspace, how what they work on is named."""

import argparse
import getpass
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from inspector_app import paths
from inspector_app.domain.errors import FileTrouble, RecordUnknown, ValueInvalid
from inspector_app.domain.records import VisitId
from inspector_app.i18n import tr
from inspector_app.services.workbench import Workbench
from inspector_app.settings import Settings

Arguments = argparse.Namespace
Answer = tuple[object, Iterable[str]]
"""What a command found: the result for `--json`, and the lines for people."""
T = TypeVar("T")


def family(commands: Any, name: str, help_text: str) -> Any:
    """A command that only names the commands below it; what they are added to."""
    family: argparse.ArgumentParser = commands.add_parser(name, help=help_text, description=help_text)
    return family.add_subparsers(required=True, metavar="ACTION", prog=family.prog)


def command_below(
    commands: Any,
    name: str,
    work: Callable[[Arguments], Answer],
    help_text: str,
    *,
    workspace: bool = True,
) -> argparse.ArgumentParser:
    """A command that does `work`; its parser, to add arguments to."""
    command: argparse.ArgumentParser = commands.add_parser(name, help=help_text, description=help_text)
    if workspace:
        command.add_argument("--workspace", type=Path, help=tr("the workspace's folder"))
        command.add_argument(
            "--passphrase-file", type=Path, help=tr("a file whose first line is the passphrase")
        )
    command.add_argument("--json", action="store_true", help=tr("one JSON object instead of text"))
    _, _, path = command.prog.partition(" ")
    command.set_defaults(run=work, path=path)  # its whole name, for scripts
    return command


def visit_command(
    commands: Any, name: str, work: Callable[[Arguments], Answer], help_text: str
) -> argparse.ArgumentParser:
    """A command on a visit, which is its first argument; its parser."""
    command = command_below(commands, name, work, help_text)
    add_visit(command)
    return command


def add_visit(command: argparse.ArgumentParser, nargs: str | None = None) -> None:
    """Add the argument that `visit_named` understands."""
    which = tr("the visit's identifier, the beginning of it, or the code of its unit")
    command.add_argument("visit", nargs=nargs, help=which)


class Opened:
    """The workspace of the arguments, open for the length of a command."""

    def __init__(self, arguments: Arguments) -> None:
        self._workbench = Workbench.open(folder_of(arguments), passphrase_of(arguments))

    def __enter__(self) -> Workbench:
        for found in self._workbench.recovered:
            recovered = tr("Recovered after an interruption: {item} · {unit}: {text}", item=found.item,
                           unit=found.unit, text=found.text)  # fmt: skip
            print(recovered, file=sys.stderr)
        return self._workbench

    def __exit__(self, *_: object) -> None:
        self._workbench.close()


def folder_of(arguments: Arguments) -> Path:
    """The workspace's folder: as said, else as in the settings, else the usual one."""
    return arguments.workspace or Settings.load().workspace or paths.user_data() / "workspace"


def passphrase_of(arguments: Arguments, *, new: bool = False) -> str:
    """The passphrase from its file, its variable or the keyboard. Raises FileTrouble, ValueInvalid."""
    if arguments.passphrase_file is not None:
        return first_line(arguments.passphrase_file)
    if "INSPECTOR_PASSPHRASE" in os.environ:
        return os.environ["INSPECTOR_PASSPHRASE"]
    typed = getpass.getpass(tr("Passphrase: "))
    if new and getpass.getpass(tr("Once more: ")) != typed:
        raise ValueInvalid(field=tr("passphrase"), reason=tr("the two are different"))
    return typed


def first_line(file: Path) -> str:
    """The passphrase in a file. Raises FileTrouble."""
    try:
        return file.read_text(encoding="utf-8").splitlines()[0]
    except (OSError, UnicodeDecodeError, IndexError) as error:
        raise FileTrouble(file=file, reason=str(error)) from error


def visit_named(workbench: Workbench, name: str) -> VisitId:
    """A visit by its identifier, its beginning, or the code of its unit, where that means one visit only."""
    rows = workbench.visits.list()
    found = [row.id for row in rows if row.id.startswith(name) or row.unit_code == name]
    return found[0] if len(found) == 1 else VisitId(name)


def only(found: Sequence[T], kind: str, name: str) -> T:
    """The one record that was found by a name. Raises RecordUnknown for none, and for several."""
    if len(found) != 1:
        raise RecordUnknown(kind=kind, record=name)
    return found[0]
