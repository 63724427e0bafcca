"""Commands for delivery: fetch what lies at an address, leave there what is new here."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from inspector_app.cli.arguments import Answer, Arguments, Opened, command_below, first_line, visit_named
from inspector_app.cli.handover import receive_lines
from inspector_app.i18n import tr
from inspector_app.services.delivery import deliver
from inspector_app.services.views import DeliveryReport


def add_to(commands: Any) -> None:
    """Add these commands."""
    words = tr("fetch what others left at an address, and leave there what is new here")
    command = command_below(commands, "sync", _sync, words)
    words = tr("a folder or share, sftp://…, https://… (WebDAV), s3://…")
    command.add_argument("address", help=words)
    words = tr("the visits to send; all if left out")
    command.add_argument("visits", nargs="*", metavar="VISIT", help=words)
    command.add_argument("--user", help=tr("who signs in there; kept in the workspace"))
    words = tr("a file whose first line is the password there; kept in the workspace")
    command.add_argument("--password-file", type=Path, metavar="FILE", help=words)
    words = tr("a file whose first line is the passphrase that all who read there know; seals and opens")
    command.add_argument("--seal-with", type=Path, metavar="FILE", help=words)
    words = tr("the server's key was changed on purpose: take the new one")
    command.add_argument("--trust-server", action="store_true", help=words)


def delivery_lines(report: DeliveryReport) -> Iterable[str]:
    """A delivery in lines for people."""
    for received in report.received:
        yield from receive_lines(received)
    for sent in report.sent:
        if sent.receipt:
            yield tr("{unit}: a receipt was left there, {file}.", unit=sent.unit, file=sent.file)
        else:
            yield tr("{unit}: {count} changes were left there, {file}.", unit=sent.unit, count=sent.changes,
                     file=sent.file)  # fmt: skip
    for refused in report.refused:
        yield tr("{file} was left alone: {reason}", file=refused.file, reason=refused.reason)
    for unit in report.nobody:
        yield tr("{unit} was not sent: no other laptop of it is known here, and no passphrase is agreed.",
                 unit=unit)  # fmt: skip
    if not (report.received or report.sent):
        yield tr("Nothing new on either side.")


def _sync(arguments: Arguments) -> Answer:
    with Opened(arguments) as workbench:
        delivery = workbench.delivery
        password, passphrase = (
            first_line(file) if file else None for file in (arguments.password_file, arguments.seal_with)
        )
        address = delivery.use(arguments.address, arguments.user, password, passphrase)
        if arguments.trust_server:
            delivery.trust(address)
        visits = tuple(visit_named(workbench, each) for each in arguments.visits)
        report = deliver(address, lambda work: work(delivery), wanted=visits)
    return report, delivery_lines(report)
