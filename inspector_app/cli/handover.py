"""Commands for what goes out and comes in: bundles, receipts, the room, the second copy."""

import sys
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from threading import Event
from typing import Any, get_args

from inspector_app.cli.arguments import (
    Answer,
    Arguments,
    Opened,
    command_below,
    family,
    first_line,
    passphrase_of,
    visit_command,
    visit_named,
)
from inspector_app.i18n import tr
from inspector_app.services.reference import described
from inspector_app.services.room import MINUTES
from inspector_app.services.views import Pictures, ReceiveReport


def add_to(commands: Any) -> None:
    """Add these commands."""
    where = tr("a folder, such as a stick, or a file")

    command = visit_command(commands, "export", _export, tr("write a visit's bundle"))
    command.add_argument("target", type=Path, help=where)
    words = tr("the team gives the visit back to the office")
    command.add_argument("--to-office", action="store_true", help=words)
    words = tr("of photos and scans: all, small pictures of them, or none; all if left out")
    command.add_argument("--pictures", choices=get_args(Pictures), default="all", help=words)
    command.add_argument("--to", default="", help=tr("only what this laptop lacks, by its id in `holders`"))
    sealed = command.add_mutually_exclusive_group()
    sealed.add_argument("--seal", action="store_true", help=tr("only the laptops of the visit can open it"))
    words = tr("seal it with the passphrase in the first line of this file")
    sealed.add_argument("--seal-with", type=Path, metavar="FILE", help=words)

    command = command_below(commands, "receive", _receive, tr("take in a bundle"))
    command.add_argument("file", type=Path, help=tr("the bundle, whose name ends in .cchc"))
    words = tr("a file whose first line is the passphrase of a sealed bundle")
    command.add_argument("--open-with", type=Path, metavar="FILE", help=words)

    command = visit_command(commands, "receipt", _receipt, tr("write what this laptop holds of a visit"))
    command.add_argument("target", type=Path, help=where)
    visit_command(commands, "holders", _holders, tr("list what other laptops hold of a visit"))

    room = family(commands, "room", tr("hand over in the room, without a stick"))
    words = tr("open a receiving point for some minutes")
    command = command_below(room, "open", _open, words)
    words = tr("how long it stays open")
    command.add_argument("--minutes", type=int, default=MINUTES, help=words)
    words = tr("the address to listen on; this laptop's own if left out")
    command.add_argument("--host", default="", help=words)
    words = tr("send a visit to a receiving point")
    command = visit_command(room, "send", _send, words)
    command.add_argument("address", help=tr("what the lead's screen says, or its QR code"))
    command.add_argument("code", nargs="?", default="", help=tr("the one-time code"))

    command = command_below(commands, "mirror", _mirror, tr("bring the second copy up to date"))
    command.add_argument("place", type=Path, help=tr("the stick or folder that it lies in"))
    words = tr("take in all that a second copy or another workspace holds")
    command = command_below(commands, "bring-back", _bring_back, words)
    command.add_argument("folder", type=Path, help=tr("the folder of that copy"))
    words = tr("a file whose first line is its passphrase; as of this workspace if left out")
    command.add_argument("--open-with", type=Path, metavar="FILE", help=words)


def receive_lines(report: ReceiveReport) -> Iterable[str]:
    """A report in lines for people."""
    yield tr("{file}, from {sender} ({laptop}, {fingerprint}):", file=report.file, sender=report.sender,
             laptop=report.laptop, fingerprint=report.fingerprint)  # fmt: skip
    if report.kind == "receipt":
        yield "  " + tr("A receipt: it says what that laptop holds.")
    elif report.kind == "templates":
        yield "  " + tr("{count} checklists are new.", count=report.templates)
    elif report.kind == "reference":
        yield from (f"  {line}" for line in described(report.reference))
    elif not report.new:
        yield "  " + tr("Everything in it was known already; nothing was changed.")
    for visit in report.visits:
        yield "  " + tr("{unit}: {new} new, {known} known, {disputed} newly in dispute", unit=visit.unit,
                        new=visit.new, known=visit.known, disputed=visit.disputed)  # fmt: skip
        if visit.agreed:
            yield "    " + tr("{count} values are identical on both sides.", count=visit.agreed)
        if visit.barred:
            words = tr("{count} of them wait in quarantine: the laptop is not admitted.", count=visit.barred)
            yield f"    {words}"
        if visit.same:
            yield "    " + tr("Both laptops now hold the same.")
        for name in visit.missing:
            yield "    " + tr("has not arrived yet: {file}", file=name)
    for laptop in report.forks:
        yield "  " + tr("The history of laptop {laptop} splits in two; both are kept.", laptop=laptop)


def when(at: datetime) -> str:
    """An instant in this computer's time."""
    return at.astimezone().strftime("%H:%M:%S %d/%m/%Y")


# --- files ---------------------------------------------------------------------------------------


def _export(arguments: Arguments) -> Answer:
    with Opened(arguments) as workbench:
        visit = visit_named(workbench, arguments.visit)
        told = first_line(arguments.seal_with) if arguments.seal_with else ""
        sealing = "passphrase" if told else "team" if arguments.seal else "plain"
        report = workbench.handover.export(
            visit,
            arguments.target,
            arguments.to,
            sealing,
            told,
            arguments.pictures,
            to_office=arguments.to_office,
        )
    written = tr(
        "{unit}: {count} changes written to {file}.",
        unit=report.unit,
        count=report.changes,
        file=report.file,
    )
    return report, [written, tr("This laptop: {fingerprint}", fingerprint=report.fingerprint)]


def _receive(arguments: Arguments) -> Answer:
    with Opened(arguments) as workbench:
        opening = first_line(arguments.open_with) if arguments.open_with else ""
        report = workbench.handover.receive(arguments.file, opening)
    return report, receive_lines(report)


def _receipt(arguments: Arguments) -> Answer:
    with Opened(arguments) as workbench:
        report = workbench.handover.receipt(visit_named(workbench, arguments.visit), arguments.target)
    return report, [tr("{unit}: receipt written to {file}.", unit=report.unit, file=report.file)]


def _holders(arguments: Arguments) -> Answer:
    with Opened(arguments) as workbench:
        found = workbench.handover.holders(visit_named(workbench, arguments.visit))
    lines = [
        tr(
            "{device}: {person}, {laptop} holds {holds} of {written} items answered here, as of {at}",
            device=each.device,
            person=each.person,
            laptop=each.laptop,
            holds=each.holds,
            written=each.written,
            at=when(each.at),
        )
        for each in found
    ]
    return found, lines or [tr("No other laptop has said what it holds.")]


# --- the room ------------------------------------------------------------------------------------


def _open(arguments: Arguments) -> Answer:
    """Bundles arrive on the point's threads; one lane takes them in, one after the other."""
    reports: list[ReceiveReport] = []
    with Opened(arguments) as workbench, ThreadPoolExecutor(1) as lane:
        point = workbench.room.open(
            lambda work: lane.submit(work).result(), reports.append, arguments.minutes, arguments.host
        )
        shown = tr("Address {address}, code {code}", address=point.address, code=point.code)
        print(shown, file=sys.stderr if arguments.json else sys.stdout, flush=True)
        try:
            with suppress(KeyboardInterrupt):  # closed by hand
                Event().wait(point.seconds_left)
        finally:
            point.close()
    lines = [line for report in reports for line in receive_lines(report)]
    return reports, lines or [tr("Nothing has arrived.")]


def _send(arguments: Arguments) -> Answer:
    with Opened(arguments) as workbench:
        visit = visit_named(workbench, arguments.visit)
        report = workbench.room.deliver(visit, arguments.address, arguments.code)
    return report, [tr("Sent; {sender} has confirmed it.", sender=report.sender)]


# --- the second copy -----------------------------------------------------------------------------


def _mirror(arguments: Arguments) -> Answer:
    with Opened(arguments) as workbench:
        job = workbench.mirroring.job(arguments.place)
        new = job.run()
    return {"folder": job.target, "new": new}, [
        tr("{folder} is up to date; {new} changes were new.", folder=job.target, new=new)
    ]


def _bring_back(arguments: Arguments) -> Answer:
    told = first_line(arguments.open_with) if arguments.open_with else passphrase_of(arguments)
    with Opened(arguments) as workbench:
        brought = workbench.mirroring.bring_back(arguments.folder, told)
    return brought, [
        tr(
            "{visits} visits: {new} changes new, {known} known; {files} photos and scans.",
            visits=brought.visits,
            new=brought.new,
            known=brought.known,
            files=brought.files,
        )
    ]
