"""Who does what in a visit: areas dealt to members, and the rule that follows from it.

The lead deals areas of the checklist to members; a member's answers, notes and findings belong into their own
areas, and everything else is there to be read, unless it is taken over on purpose, with a reason that all
see. While nothing of an area is dealt, everybody writes in it. The lead and the deputy write everywhere; the
secretary, who drafts the minutes, words the findings of all areas but leaves the answers to those who gave
them. Dossiers, photos and recommendations are common ground; what the unit itself reported belongs to nobody.

Who a laptop belongs to is said once (`Participant.device`); until then the name of its person decides.
"""

from collections.abc import Iterable, Sequence

from inspector_app.domain.changes import wall_time
from inspector_app.domain.errors import AreaOfAnother, DealingRefused, MemberUnknown, ReasonMissing
from inspector_app.domain.records import (
    DEPUTY,
    KINDS,
    LEAD,
    SECRETARY,
    Answer,
    Finding,
    FollowUp,
    Participant,
    RecordId,
    Visit,
    VisitId,
)
from inspector_app.domain.withdrawal import WITHDRAWS
from inspector_app.i18n import tr
from inspector_app.services.checklists import Checklists
from inspector_app.services.day_views import AreaDuty, Member, Roster
from inspector_app.services.desk import PINS, Desk
from inspector_app.services.templates import Templates
from inspector_app.services.views import Saved
from inspector_app.storage.ledger import Act
from inspector_app.storage.projections import Projected
from inspector_app.text import clean, fold, format_datetime

Person = Projected[Participant]

_FREE = (LEAD, DEPUTY)
_DEALING = (LEAD, DEPUTY, SECRETARY)
_OF_THE_UNIT = {"self_points", "self_value", "self_note"}
"""What an answer holds of the unit's own report."""


class Duties:
    """Areas and members; every act of the workspace passes its rule."""

    def __init__(self, desk: Desk, templates: Templates, checklists: Checklists) -> None:
        self._desk = desk
        self._templates = templates
        self._checklists = checklists
        desk.guards.append(self._refuse)

    # --- reading -----------------------------------------------------------------------------------

    def roster(self, visit: VisitId) -> Roster:
        """Members and areas as they stand, seen from this laptop. Raises VisitUnknown."""
        team = self._team(visit)
        me = self._me(visit, team)
        areas = self._checklists.warm(visit).areas.values()
        taken = self._taken_over(visit, team)
        duties = tuple(
            AreaDuty(
                code=area.code,
                name=area.name,
                members=tuple(RecordId(each.id) for each in team if area.code in each.record.areas),
                answered=area.answered,
                total=area.total,
                open_required=area.open_required,
                mine=me is not None and area.code in me.record.areas,
                writable=_may_answer(area.code, team, me),
                taken_over=taken.get(area.code, ""),
            )
            for area in areas
            if area.items
        )
        return Roster(
            visit=visit,
            members=tuple(self._member(visit, each, duties) for each in team),
            areas=duties,
            me=RecordId(me.id) if me else None,
            offered=RecordId(me.id) if me and me.record.device != self._desk.key.device else None,
            may_deal=_may_deal(team, me),
        )

    def _member(self, visit: VisitId, person: Person, duties: Iterable[AreaDuty]) -> Member:
        own = [duty for duty in duties if duty.code in person.record.areas]
        device = person.record.device
        return Member(
            id=RecordId(person.id),
            name=_name(person),
            role=person.record.role,
            areas=person.record.areas,
            laptop=self._desk.laptop(visit, device) if device else "",
            answered=sum(duty.answered for duty in own),
            total=sum(duty.total for duty in own),
        )

    def _taken_over(self, visit: VisitId, team: Iterable[Person]) -> dict[str, str]:
        """Areas that were taken over by those who have them now: by whom, when and why, in words."""
        ledger = self._desk.workspace.ledger
        found: dict[str, tuple[int, str]] = {}
        for person in team:
            for sealed in ledger.history(visit, Participant.kind, person.id):
                change = sealed.change
                gained: list[str] | None = change.values().get("areas")
                if gained and change.cause:
                    before, _ = ledger.around(sealed)
                    had: list[str] = before["areas"].value or [] if "areas" in before else []
                    at = format_datetime(wall_time(change.at).astimezone())
                    words = tr(
                        "taken over by {who}, {at}: {reason}", who=_name(person), at=at, reason=change.cause
                    )
                    for area in set(gained) - set(had):
                        if area in person.record.areas:
                            found[area] = max(found.get(area, (0, "")), (change.at, words))
        return {area: words for area, (_, words) in found.items()}

    # --- acts --------------------------------------------------------------------------------------

    def deal(self, visit: VisitId, member: RecordId, areas: Iterable[str]) -> Saved:
        """Give a member these areas and no others. Raises RecordUnknown, DealingRefused, SaveFailed."""
        self._desk.record(visit, Participant, member)
        return self._desk.write(
            visit, [Act(Participant.kind, member, {"areas": self._ordered(visit, areas)})]
        )

    def take_over(self, visit: VisitId, area: str, reason: str) -> Saved:
        """Take an area from those who have it; the reason is seen by all.

        Raises MemberUnknown, ReasonMissing, SaveFailed.
        """
        team = self._team(visit)
        me = self._me(visit, team)
        if me is None:
            raise MemberUnknown
        words = clean(reason).strip()
        if not words:
            raise ReasonMissing
        acts = [
            Act(
                Participant.kind,
                each.id,
                {"areas": self._ordered(visit, {*each.record.areas} ^ {area})},
            )
            for each in team
            if (area in each.record.areas) != (each.id == me.id)
        ]
        return self._desk.write(visit, acts, words)

    def be(self, visit: VisitId, member: RecordId) -> Saved:
        """Say which member works on this laptop. Raises RecordUnknown, SaveFailed."""
        self._desk.record(visit, Participant, member)
        mine = self._desk.key.device
        left = [each.id for each in self._team(visit) if each.record.device == mine and each.id != member]
        acts = [Act(Participant.kind, member, {"device": mine})]
        acts += [Act(Participant.kind, other, {"device": ""}) for other in left]
        with self._desk.one_act(visit, "aside"):
            return self._desk.write(visit, acts)

    def be_nobody(self, visit: VisitId) -> None:
        """Say that the member with the name of this laptop's person is somebody else."""
        self._desk.workspace.note(_not_me(visit), True)

    # --- the rule ----------------------------------------------------------------------------------

    def _refuse(self, stream: str, acts: Sequence[Act], cause: str) -> None:
        """Refuse what belongs to others; but a dispute is decided, with its reason, by whoever merges."""
        visit = VisitId(stream)
        team = self._team(visit)
        if not any(person.record.areas for person in team):
            return
        me = self._me(visit, team)
        if any(act.kind == Visit.kind and act.patch.keys() & set(PINS) for act in acts):
            return  # a move to another checklist reopens answers wherever they are
        for act in acts:
            if WITHDRAWS in act.patch:
                continue  # one's own decision, taken back
            if act.kind == Participant.kind and not cause:
                _refuse_dealing(act, team, me)
            if me and me.record.role == SECRETARY and act.kind != Answer.kind:
                continue
            for area in self._areas_of(visit, act):
                if not _may_answer(area, team, me) and not (cause and self._in_dispute(visit, act)):
                    raise AreaOfAnother(area=self._called(visit, area), who=_owners(area, team))

    def _areas_of(self, visit: VisitId, act: Act) -> Iterable[str]:
        """The areas that an act writes in; none where it concerns no item, or the unit's own report."""
        items: set[str] = set()
        if act.kind == Answer.kind and act.patch.keys() - _OF_THE_UNIT:
            items.add(act.record)
        elif act.kind in (Finding.kind, FollowUp.kind):
            held = self._desk.workspace.projections.get(visit, KINDS[act.kind], act.record)
            items = {act.patch.get("item", ""), getattr(held.record, "item", "") if held else ""}
        if not items:
            return ()
        template = self._templates.get(self._desk.visit(visit).template)
        codes = {template.item_of(item) for item in items if item}
        return {template.items[code].area for code in codes if code is not None}

    def _in_dispute(self, visit: VisitId, act: Act) -> bool:
        held = self._desk.workspace.projections.get(visit, KINDS[act.kind], act.record)
        return held is not None and bool(held.disputed & act.patch.keys())

    def _called(self, visit: VisitId, area: str) -> str:
        return self._checklists.warm(visit).areas[area].name

    # --- people ------------------------------------------------------------------------------------

    def _team(self, visit: VisitId) -> list[Person]:
        people = self._desk.workspace.projections.all(Participant, visit)
        team = [person for person in people if person.record.side == "team"]
        return sorted(team, key=lambda person: (person.record.position, person.id))

    def _me(self, visit: VisitId, team: Iterable[Person]) -> Person | None:
        """The member at this laptop: who said so, else the only one with the name of its person."""
        mine, name = self._desk.key.device, fold(self._desk.me.name)
        named: list[Person] = []
        for person in team:
            if person.record.device == mine:
                return person
            if fold(person.record.name) == name:
                named.append(person)
        only = named[0] if len(named) == 1 else None
        return None if only and self._desk.workspace.noted(_not_me(visit)) else only

    def _ordered(self, visit: VisitId, areas: Iterable[str]) -> list[str]:
        """Areas in the order of the checklist; what is no area of it is left out."""
        wanted = set(areas)
        return [area for area in self._checklists.warm(visit).areas if area in wanted]


def _may_answer(area: str, team: Iterable[Person], me: Person | None) -> bool:
    if me is not None and (me.record.role in _FREE or area in me.record.areas):
        return True
    return not any(area in person.record.areas for person in team)


def _may_deal(team: Iterable[Person], me: Person | None) -> bool:
    """Who leads or stands in, and the secretary; anybody where there is no lead or nobody is known here."""
    led = any(person.record.role == LEAD for person in team)
    return not led or me is None or me.record.role in _DEALING


def _refuse_dealing(act: Act, team: Sequence[Person], me: Person | None) -> None:
    held = next((each.record.areas for each in team if each.id == act.record), ())
    if tuple(act.patch.get("areas", held)) != held and not _may_deal(team, me):
        raise DealingRefused(who=", ".join(_name(each) for each in team if each.record.role == LEAD))


def _owners(area: str, team: Iterable[Person]) -> str:
    return ", ".join(_name(person) for person in team if area in person.record.areas)


def _name(person: Person) -> str:
    """A person inside a sentence: "bà Lê Thị Mỹ Duyên"."""
    return f"{person.record.honorific.lower()} {person.record.name}".strip()


def _not_me(visit: VisitId) -> str:
    return f"not-me:{visit}"
