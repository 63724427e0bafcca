"""Commands for the day itself: undo and redo, find, who does what, what earlier visits left open."""

from collections.abc import Iterable
from typing import Any, get_args

from inspector_app.cli.arguments import Answer, Arguments, Opened, family, only, visit_command, visit_named
from inspector_app.domain.records import WORDS, FollowUp, FollowUpState, Participant, RecordId
from inspector_app.i18n import tr
from inspector_app.services.day_views import Earlier, Member, Roster
from inspector_app.services.views import Listed
from inspector_app.text import fold, format_date


def add_to(visits: Any) -> None:
    """Add these commands below `visit`."""
    who = tr("the member's name, without accents if you like, or a part of it")

    for name, act, words in (
        ("undo", _undo, tr("take back the last act of this laptop")),
        ("redo", _redo, tr("do again what was taken back")),
    ):
        visit_command(visits, name, act, words)
    command = visit_command(visits, "find", _find, tr("find words in items, answers, notes and findings"))
    command.add_argument("words", nargs="+", help=tr("without accents if you like"))

    team = family(visits, "team", tr("who does what in a visit"))
    visit_command(team, "show", _show, tr("show members, areas and progress"))
    command = visit_command(team, "deal", _deal, tr("give a member these areas and no others"))
    command.add_argument("member", help=who)
    command.add_argument("areas", nargs="*", help=tr("codes of areas, such as CD TT; none takes all away"))
    command = visit_command(team, "me", _be, tr("say which member works on this laptop"))
    command.add_argument("member", help=who)
    command = visit_command(team, "take-over", _take_over, tr("take an area over from another"))
    command.add_argument("area", help=tr("the code of the area"))
    command.add_argument("--reason", required=True, help=tr("why; the whole team sees it"))

    earlier = family(visits, "earlier", tr("what earlier visits of the unit left open"))
    visit_command(earlier, "show", _earlier, tr("list their recommendations"))
    command = visit_command(earlier, "judge", _judge, tr("say what became of a recommendation"))
    command.add_argument("recommendation", help=tr("its identifier, or the beginning of it"))
    command.add_argument("state", choices=get_args(FollowUpState), help=tr("what became of it"))
    command.add_argument("--note", help=tr("what is left to do"))


def _undo(arguments: Arguments) -> Answer:
    with Opened(arguments) as workbench:
        undone = workbench.undoing.undo(visit_named(workbench, arguments.visit))
    return {"text": undone.text, "record": undone.record}, [tr("Undone: {what}", what=undone.text)]


def _redo(arguments: Arguments) -> Answer:
    with Opened(arguments) as workbench:
        redone = workbench.undoing.redo(visit_named(workbench, arguments.visit))
    return {"text": redone.text, "record": redone.record}, [tr("Redone: {what}", what=redone.text)]


def _find(arguments: Arguments) -> Answer:
    with Opened(arguments) as workbench:
        hits = workbench.checklists.find(visit_named(workbench, arguments.visit), " ".join(arguments.words))
    lines = [f"{hit.item or '–':6}  {hit.text}" for hit in hits]
    return hits, lines or [tr("Nothing found. Accents do not matter.")]


# --- who does what -------------------------------------------------------------------------------


def _show(arguments: Arguments) -> Answer:
    with Opened(arguments) as workbench:
        roster = workbench.duties.roster(visit_named(workbench, arguments.visit))
    return roster, _roster_lines(roster)


def _deal(arguments: Arguments) -> Answer:
    with Opened(arguments) as workbench:
        visit = visit_named(workbench, arguments.visit)
        member = _member(workbench.duties.roster(visit), arguments.member)
        workbench.duties.deal(visit, member.id, arguments.areas)
        roster = workbench.duties.roster(visit)
    return roster, _roster_lines(roster)


def _be(arguments: Arguments) -> Answer:
    with Opened(arguments) as workbench:
        visit = visit_named(workbench, arguments.visit)
        workbench.duties.be(visit, _member(workbench.duties.roster(visit), arguments.member).id)
        roster = workbench.duties.roster(visit)
    return roster, _roster_lines(roster)


def _take_over(arguments: Arguments) -> Answer:
    with Opened(arguments) as workbench:
        visit = visit_named(workbench, arguments.visit)
        workbench.duties.take_over(visit, arguments.area, arguments.reason)
        roster = workbench.duties.roster(visit)
    return roster, _roster_lines(roster)


def _member(roster: Roster, name: str) -> Member:
    """A member by a part of the name, where that means one only. Raises RecordUnknown."""
    found = [member for member in roster.members if fold(name) in fold(member.name)]
    return only(found, Participant.kind, name)


def _roster_lines(roster: Roster) -> Iterable[str]:
    for member in roster.members:
        mark = "*" if member.id == roster.me else " "
        words = (member.name, member.role, " ".join(member.areas), f"{member.answered}/{member.total}")
        yield f"{mark} " + " · ".join(part for part in words if part)
    for area in roster.areas:
        who = roster.who(area.code) or tr("Nobody")
        yield f"  {area.code or '–':4} {area.answered}/{area.total}  {who}  {area.taken_over}".rstrip()


# --- earlier visits ------------------------------------------------------------------------------


def _earlier(arguments: Arguments) -> Answer:
    with Opened(arguments) as workbench:
        earlier = workbench.earlier.get(visit_named(workbench, arguments.visit))
    return earlier, _earlier_lines(earlier)


def _judge(arguments: Arguments) -> Answer:
    with Opened(arguments) as workbench:
        visit = visit_named(workbench, arguments.visit)
        found = _follow_up(workbench.earlier.get(visit), arguments.recommendation)
        workbench.earlier.judge(visit, found, arguments.state, arguments.note)
        earlier = workbench.earlier.get(visit)
    return earlier, _earlier_lines(earlier)


def _follow_up(earlier: Earlier, name: str) -> RecordId:
    """A recommendation by the beginning of its identifier. Raises RecordUnknown."""
    found = [each.id for each in earlier.follow_ups if each.id.startswith(name)]
    return only(found, FollowUp.kind, name)


def _earlier_lines(earlier: Earlier) -> Iterable[str]:
    lines = [_follow_up_line(each) for each in earlier.follow_ups]
    return lines or [tr("No recommendation of an earlier visit is open.")]


def _follow_up_line(entry: Listed[FollowUp]) -> str:
    record = entry.record
    on = format_date(record.visit_on) if record.visit_on else ""
    words = (entry.id, on, record.item, record.text, tr(WORDS[record.state]), record.note)
    return "  ".join(part for part in words if part)
