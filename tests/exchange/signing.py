"""Laptops with real keys, and what their histories look like when they are signed."""

import hashlib
from collections.abc import Iterable

from inspector_app.domain.changes import Sealed, Tip, state_of
from inspector_app.exchange import bundle
from inspector_app.exchange.keys import SigningKey

_KEYS: dict[str, SigningKey] = {}


def key_of(name: str) -> SigningKey:
    """The key of a laptop that tests call by name; always the same."""
    key = SigningKey(hashlib.sha256(name.encode()).digest())
    return _KEYS.setdefault(key.device, key)


def also(key: SigningKey) -> None:
    """Sign for the laptop of this key too."""
    _KEYS[key.device] = key


def device(name: str) -> str:
    """The device of a laptop that tests call by name."""
    return key_of(name).device


def spans(changes: Iterable[Sealed], evidence: Iterable[str] = ()) -> dict[str, bundle.Span]:
    """What a sender says who holds exactly these changes, by stream; every history signed by its laptop."""
    by_stream: dict[str, list[Sealed]] = {}
    for sealed in changes:
        by_stream.setdefault(sealed.change.stream, []).append(sealed)
    found: dict[str, bundle.Span] = {}
    for stream, held in by_stream.items():
        continued = {sealed.change.prev for sealed in held}
        ends = [s for s in held if s.digest not in continued]
        tips = [Tip(end.change.device, end.change.seq, end.digest) for end in ends]
        found[stream] = bundle.Span(
            changes={},
            tips=[tuple(tip) for tip in tips],
            evidence=list(evidence),
            others={},
            state=state_of(tips),
            vouched={
                tip.digest: (_KEYS[tip.device].public, _KEYS[tip.device].vouch(tip.digest))
                for tip in tips
                if tip.device in _KEYS
            },
        )
    return found
