"""What a workspace remembers of the addresses that it delivers to, encrypted like all that it holds.

What lies there for whom: a laptop sends all that an address lacks for those whom it seals for, and those are
the laptops it knows. So after each of its files, receipts too, the laptops that it knew then find there all
that it held. Each laptop counts the others' files by this rule, and leaves nothing there twice.
"""

import hashlib
from collections.abc import Collection, Iterable, Sequence
from typing import Any

import msgspec

from inspector_app.domain.changes import Tip
from inspector_app.exchange.keys import SigningKey
from inspector_app.exchange.transport import Login
from inspector_app.storage.ledger import Ledger
from inspector_app.storage.workspace import Workspace
from inspector_app.text import nfc

ALL = "*"
"""Stands for everybody who knows the passphrase of an address."""
_SCRYPT = {"n": 1 << 16, "r": 8, "p": 1, "maxmem": 1 << 27, "dklen": 32}
_KEY, _ADDRESSES = "delivery", "delivery addresses"


class Refusal(msgspec.Struct, frozen=True):
    """A file that was refused: not read again while all is as it was."""

    mark: str
    code: str
    reason: str
    circumstances: str


class Standing(msgspec.Struct):
    """What is known of an address: how to get in, and what was read there."""

    user: str = ""
    password: str = ""
    server_key: str = ""
    key: str = ""
    """What the passphrase that all who read there know was stretched to, as hexadecimal digits."""
    taken: dict[str, str] = {}
    refused: dict[str, Refusal] = {}

    @property
    def login(self) -> Login:
        """What opens the address."""
        return Login(self.user, self.password, self.server_key)

    @property
    def shared(self) -> SigningKey | None:
        """The key of all who know the passphrase: what is sealed for it, they can open."""
        return SigningKey(bytes.fromhex(self.key)) if self.key else None


def stretched(passphrase: str) -> str:
    """The key of a passphrase, the same on every laptop; a guess costs a tenth of a second and 64 MB."""
    salt = b"so-kiem-tra delivery"
    return hashlib.scrypt(nfc(passphrase).encode(), salt=salt, **_SCRYPT).hex()


class Laid(msgspec.Struct):
    """What of a visit lies at an address where one laptop can open it."""

    tips: set[Tip] = set()
    evidence: set[str] = set()


class Sent(msgspec.Struct):
    """What of a visit lies at an address, by the laptop that can open it, and what this one left there."""

    laid: dict[str, Laid] = {}
    files: dict[str, int] = {}
    """This laptop's bundles, each with how many changes of this laptop's own there were by then."""
    receipt: str = ""
    stated: str = ""
    """The digest of what this laptop said there to hold."""

    def lay(
        self, ledger: Ledger, visit: str, readers: Iterable[str], tips: Collection[Tip], files: Iterable[str]
    ) -> None:
        """These readers find there all of this, as far as this laptop knows what it stands for."""
        known = {tip for tip in tips if ledger.holds(visit, [tip])}
        forked = ledger.forks(visit)
        for reader in readers:
            laid = self.laid.setdefault(reader, Laid())
            laid.evidence |= set(files)
            laid.tips |= known
            last = {tip.device: tip for tip in sorted(laid.tips)}
            laid.tips = {tip for tip in laid.tips if tip.device in forked or last[tip.device] == tip}

    def for_all(self, readers: Iterable[str]) -> Laid:
        """What all of these find: of each laptop the earliest of the ends, and the files of all."""
        first, *others = (self.laid.get(reader, Laid()) for reader in readers)
        tips: set[Tip] = set()
        for device in {tip.device for tip in first.tips}:
            ends = [{tip for tip in each.tips if tip.device == device} for each in (first, *others)]
            if all(len(each) == 1 for each in ends):
                tips.add(min((tip for each in ends for tip in each), key=lambda tip: tip.seq))
            elif all(each == ends[0] for each in ends):
                tips |= ends[0]
        return Laid(tips, first.evidence.intersection(*(each.evidence for each in others)))


class Drops:
    """Keeps it, in small notes of the workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def addresses(self) -> Sequence[str]:
        """The addresses that were used, the last one first."""
        return self._workspace.noted(_ADDRESSES) or []

    def put_first(self, address: str) -> None:
        """This address is the one that was used last."""
        others = [each for each in self.addresses() if each != address]
        self._workspace.note(_ADDRESSES, [address, *others])

    def forget(self, address: str) -> None:
        """As if it had never been used."""
        with self._workspace.transaction():
            self._workspace.note(_ADDRESSES, [each for each in self.addresses() if each != address])
            for key in ("", *(f" {stream}" for stream in self._workspace.ledger.streams())):
                self._workspace.note(f"{_KEY} {address}{key}", None)

    def standing(self, address: str) -> Standing:
        """What is known of an address; nothing of one that is new."""
        return msgspec.convert(self._noted(address), Standing)

    def keep(self, address: str, standing: Standing) -> None:
        """Keep what is known of an address."""
        self._workspace.note(f"{_KEY} {address}", msgspec.to_builtins(standing))

    def sent(self, address: str, visit: str) -> Sent:
        """What of a visit lies at an address."""
        return msgspec.convert(self._noted(f"{address} {visit}"), Sent)

    def keep_sent(self, address: str, visit: str, sent: Sent) -> None:
        """Keep what of a visit lies at an address."""
        self._workspace.note(f"{_KEY} {address} {visit}", msgspec.to_builtins(sent))

    def _noted(self, what: str) -> Any:
        return self._workspace.noted(f"{_KEY} {what}") or {}
