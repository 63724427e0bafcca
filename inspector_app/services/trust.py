"""Trust: whose laptops may write in a visit, who let them in, and what waits outside.

The law is `domain/authority.py`. Here people apply it: the office's or the lead's laptop admits another after
its six words were compared aloud, or takes its place away. Both are changes like any other, so that whoever
receives the visit sees who let whom in, when, and why. What a laptop wrote that is not admitted is kept in
quarantine: it comes in at once when the laptop is admitted, and is never lost.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from inspector_app.domain.authority import Authority, Place
from inspector_app.domain.changes import Change, wall_time
from inspector_app.domain.errors import AdmissionRefused, LaptopNotMet, ReasonMissing, Refused
from inspector_app.domain.records import Admission, Device, Role, VisitId
from inspector_app.exchange.keys import is_recipient
from inspector_app.exchange.spoken import words_of
from inspector_app.i18n import tr
from inspector_app.services.checklists import Checklists
from inspector_app.services.desk import Desk
from inspector_app.services.trust_views import Contact, Laptop, Laptops, Quarantined, Standing
from inspector_app.services.views import Saved
from inspector_app.services.visits import json_fields
from inspector_app.services.wording import Wording
from inspector_app.storage.ledger import Act
from inspector_app.text import VIETNAM, clean

_MET = "laptops met"
"""The note under which a workspace keeps the cards of laptops: by device."""


class Trust:
    """The laptops of visits."""

    def __init__(self, desk: Desk, checklists: Checklists, wording: Wording) -> None:
        self._desk = desk
        self._checklists = checklists
        self._wording = wording
        desk.guards.append(self._refuse_powerless)

    @property
    def my_words(self) -> tuple[str, ...]:
        """The six words of this laptop, to be read to whoever is to admit it."""
        return words_of(self._desk.key.device)

    # --- who may write -----------------------------------------------------------------------------

    def laptops(self, visit: VisitId) -> Laptops:
        """All laptops of a visit: those that may write, those that wait, those that may no more."""
        ledger = self._desk.workspace.ledger
        authority = ledger.authority(visit)
        waiting = Counter(sealed.change.device for sealed in ledger.quarantined(visit))
        cards = self._cards(visit)
        order = {device: place.rank for device, place in authority.places.items()}
        devices = sorted(cards.keys() | order.keys() | waiting.keys(), key=lambda d: (order.get(d, 9), d))
        return Laptops(
            visit,
            authority.open,
            tuple(self._laptop(visit, device, cards.get(device), waiting[device]) for device in devices),
        )

    def quarantined(self, visit: VisitId) -> tuple[Quarantined, ...]:
        """What is kept of a visit and does not count, laptop by laptop, the earliest first."""
        ledger = self._desk.workspace.ledger
        authority = ledger.authority(visit)
        return tuple(
            Quarantined(
                device=change.device,
                laptop=self._desk.laptop(visit, change.device),
                author=change.author,
                at=wall_time(change.at),
                about=self._about(visit, change),
                text="; ".join(self._in_words(visit, change)),
                why=authority.bar(sealed) or "unknown",
            )
            for sealed in ledger.quarantined(visit)
            for change in (sealed.change,)
        )

    def admit(
        self, visit: VisitId, device: str, role: Role = "member", until_on: date | None = None
    ) -> Saved:
        """Let a laptop write in a visit, whose six words were compared. All that it wrote comes in.

        Raises LaptopNotMet, AdmissionRefused, SaveFailed.
        """
        self._desk.visit(visit)
        met = self._cards(visit).get(device) or self._contacts().get(device)
        if met is None:
            raise LaptopNotMet(laptop=device)
        fields = {
            "role": role,
            "person": met.person,
            "laptop": met.laptop,
            "recipient": met.recipient,
            "until_on": until_on,
        }
        reason = tr("The six words were compared: {words}", words=", ".join(words_of(device)))
        return self._write(visit, device, json_fields(Admission, fields), reason)

    def revoke(self, visit: VisitId, device: str, reason: str) -> Saved:
        """Take a laptop's place away: what it wrote and is not known here counts no more.

        Raises ReasonMissing, AdmissionRefused, SaveFailed.
        """
        return self._write(visit, device, {"revoked": True}, reason)

    def restore(self, visit: VisitId, device: str, reason: str) -> Saved:
        """Give a laptop its place back, and all that it wrote. Raises as `revoke` does."""
        return self._write(visit, device, {"revoked": False}, reason)

    def _write(self, visit: VisitId, device: str, patch: Mapping[str, Any], reason: str) -> Saved:
        why = clean(reason)
        if not why:
            raise ReasonMissing
        with self._desk.one_act(visit, "aside"):  # taken back on purpose, never by undoing
            saved = self._desk.write(visit, [Act(Admission.kind, device, patch)], why)
        self._checklists.forget([visit])
        return saved

    def _refuse_powerless(self, visit: str, acts: Sequence[Act], _cause: str) -> None:
        authority = self._desk.workspace.ledger.authority(visit)
        me = self._desk.key.device
        for act in acts:
            if act.kind == Admission.kind:
                role = act.patch.get("role")
                may = authority.may_admit(me, role) if role else authority.may_revoke(me, act.record)
                if not may:
                    raise AdmissionRefused(who=self._above(VisitId(visit)))

    def _above(self, visit: VisitId) -> str:
        """Who could admit."""
        places = self._desk.workspace.ledger.authority(visit).places
        heads = (device for device, place in places.items() if place.role in ("root", "office", "lead"))
        return ", ".join(self._desk.laptop(visit, device) for device in heads)

    def is_office(self, device: str) -> bool:
        """Whether a laptop may speak for the office here: in a visit that has a place for this one it is the
        office, or began it; or it is this one."""
        mine = {key.device for key in self._desk.all_keys()}
        ledger, today = self._desk.workspace.ledger, self._desk.now().astimezone(VIETNAM).date()
        authorities = map(ledger.authority, ledger.streams())
        return device in mine or any(_is_office_in(each, device, mine, today) for each in authorities)

    def recipients(self, visit: VisitId) -> tuple[str, ...]:
        """The age public keys of the other laptops that may write in a visit: who may read what is sealed."""
        return tuple(sorted(set(self.readers(visit).values())))

    def readers(self, visit: VisitId) -> dict[str, str]:
        """Those laptops, each with its age public key."""
        authority = self._desk.workspace.ledger.authority(visit)
        cards = self._cards(visit)
        may = {
            device
            for device in cards.keys() - {self._desk.key.device}
            if authority.open or (device in authority.places and not authority.revoked(device))
        }
        return {device: key for device in may if is_recipient(key := cards[device].recipient)}

    # --- laptops that were met ---------------------------------------------------------------------

    def contacts(self) -> tuple[Contact, ...]:
        """Every laptop that this workspace has met, by person."""
        me = {key.device for key in self._desk.all_keys()}
        found = (contact for contact in self._contacts().values() if contact.device not in me)
        return tuple(sorted(found, key=lambda each: (each.person, each.laptop, each.device)))

    def _contacts(self) -> dict[str, Contact]:
        cards = {
            entry.id: _contact(entry.id, entry.record)
            for entry in self._desk.workspace.projections.all(Device)
        }
        return self._met() | cards

    def _met(self) -> dict[str, Contact]:
        return {device: _contact(device, Device(**card)) for device, card in self._noted().items()}

    def _noted(self) -> dict[str, dict[str, Any]]:
        return self._desk.workspace.noted(_MET) or {}

    def meet(self, device: str, card: Device) -> None:
        """Keep the card of a laptop, which came with a signature of its own."""
        known = self._noted()
        if known.get(device) != (kept := card.model_dump()):
            self._desk.workspace.note(_MET, {**known, device: kept})

    # --- inside ------------------------------------------------------------------------------------

    def _cards(self, visit: VisitId) -> dict[str, Contact]:
        """The laptops that said who they are in a visit, and those admitted before they wrote."""
        projections = self._desk.workspace.projections
        named = {
            entry.id: Contact(
                entry.id,
                entry.record.laptop,
                entry.record.person,
                words_of(entry.id),
                entry.record.recipient,
            )
            for entry in projections.all(Admission, visit)
            if not entry.record.succeeds
        }
        said = {entry.id: _contact(entry.id, entry.record) for entry in projections.all(Device, visit)}
        return named | said

    def _laptop(self, visit: VisitId, device: str, card: Contact | None, waiting: int) -> Laptop:
        authority = self._desk.workspace.ledger.authority(visit)
        me = self._desk.key.device
        place = authority.places.get(device)
        admitted = self._desk.workspace.ledger.history(visit, Admission.kind, device)
        latest = admitted[-1].change if admitted else None
        return Laptop(
            device=device,
            laptop=(card.laptop if card else "") or device[:4],
            person=card.person if card else "",
            words=words_of(device),
            standing=_standing(place, revoked=authority.revoked(device)),
            role=place.role if place and place.role != "root" else None,
            until_on=place.until_on if place else None,
            by=f"{latest.author}, {self._desk.laptop(visit, latest.device)}" if latest else "",
            at=wall_time(latest.at) if latest else None,
            reason=latest.cause if latest else "",
            waiting=waiting,
            mine=device == me,
            may_admit=place is None and authority.may_admit(me, "member"),
            may_revoke=authority.may_revoke(me, device),
        )

    def _about(self, visit: VisitId, change: Change) -> str:
        try:
            return self._wording.title(visit, change.kind, change.record)
        except (Refused, KeyError):  # a stranger may write of what does not exist
            return f"{change.kind} {change.record}"

    def _in_words(self, visit: VisitId, change: Change) -> Iterable[str]:
        for field, value in change.values().items():
            try:
                yield self._wording.words(visit, change.kind, change.record, field, value)
            except (Refused, KeyError):
                yield f"{field}: {value}"


def _is_office_in(authority: Authority, device: str, mine: Collection[str], today: date) -> bool:
    places = authority.places
    place, own = places.get(device), [places[each] for each in mine if each in places]
    return (
        place is not None
        and place.role in ("root", "office")
        and (place.until_on is None or today <= place.until_on)
        and not authority.revoked(device)
        and bool(own)
        and all(each.role != "root" for each in own)
    )


def _contact(device: str, card: Device) -> Contact:
    return Contact(device, card.label, card.person, words_of(device), card.recipient)


def _standing(place: Place | None, *, revoked: bool) -> Standing:
    if place is None:
        return "unknown"
    if revoked:
        return "revoked"
    return "root" if place.role == "root" else "admitted"
