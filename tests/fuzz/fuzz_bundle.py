"""Throws bundles at the reader that nobody would write, guided by which of its lines they reach.

    python -m tests.fuzz.fuzz_bundle FOLDER -max_total_time=600

`atheris` is not among the program's tools and is installed for the purpose. FOLDER keeps what reached new
lines. A bundle is read whole or refused with one of the program's own errors, within a few seconds and little
memory; what is not is written to a file `crash-…`, `timeout-…` or `oom-…` by libFuzzer.
"""

import json
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import atheris

with atheris.instrument_imports(include=["inspector_app.exchange", "inspector_app.domain"]):
    from inspector_app.domain.errors import Refused
    from inspector_app.exchange import bundle
    from inspector_app.exchange.container import Keys, Seal

from tests.exchange.forging import KEY, forge, members_of, read, sha256, vouch, write

LONGEST_SECONDS, MOST_MEGABYTES = 20, 1_500
KEYS = Keys(identities=(KEY.identity,), passphrase="bốn từ rời nhau")
FOR_US = Seal(recipients=(KEY.recipient,))
NAMES = (
    *("changes.jsonl", "summary.txt", "manifest.json", "manifest.sig", "key.age", "index.age"),
    *("evidence/" + "0" * 64, "thumbnails/" + "f" * 64, f"templates/{'a' * 64}.xml", "files/" + "1" * 64),
    *("../x", "/etc/passwd", "C:\\x", "evidence/../../x", "", "a/", "\x00", "evidence/" + "A" * 64),
)  # fmt: skip
VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1, 2, 1 << 31, 1 << 63, 1 << 64, 10**400, 1.5, 1e308, "", "x", "\ud800"),
    *([], {}, [[]], {"": {}}, ["a", 1, "b"], "9" * 5_000, "2026-11-23T00:00:00Z", "0" * 64, "age1", "AAAA"),
)  # fmt: skip
Node = tuple[Any, Any]
"""A place inside a JSON value: what holds it, and by which key or index."""


def places(value: Any) -> list[Node]:
    """Every place inside a JSON value, from the top down."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    found: list[Node] = []
    for key, held in list(inside):
        found += [(value, key), *places(held)]
    return found


def disturb(data: atheris.FuzzedDataProvider, value: Any) -> None:
    """Put something else at a place of a JSON value, take the place away, or write another name on it."""
    found = places(value)
    if not found:
        return
    holder, key = data.PickValueInList(found)
    other, other_key = data.PickValueInList(found)
    act = data.ConsumeIntInRange(0, 5)
    if act == 0:
        del holder[key]
    elif act == 1 and isinstance(holder, dict):
        holder[data.PickValueInList([*NAMES, other_key])] = holder.pop(key)
    elif act == 2 and isinstance(holder, list):
        holder.insert(key, holder[key])
    elif act == 3:
        holder[key] = json.loads(json.dumps(other[other_key], default=str))
    elif act == 4:
        holder[key] = data.ConsumeUnicode(30)
    else:
        holder[key] = data.PickValueInList(list(VALUES))


def spliced(data: atheris.FuzzedDataProvider, content: bytes) -> bytes:
    """A piece cut out, and another put in its place."""
    at = data.ConsumeIntInRange(0, len(content))
    until = data.ConsumeIntInRange(at, min(at + 200, len(content)))
    return content[:at] + data.ConsumeBytes(data.ConsumeIntInRange(0, 60)) + content[until:]


def utf8(value: Any) -> bytes:
    """As JSON; half letters stay what they are."""
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")


class Fuzzing:
    """The good bundles, and where the odd ones are written."""

    def __init__(self, folder: Path) -> None:
        self._odd = folder / "odd.cchc"
        plain, sealed = folder / "plain.cchc", folder / "sealed.cchc"
        write(plain)
        write(sealed, seal=FOR_US)
        self._whole = plain.read_bytes(), sealed.read_bytes()
        self._members = members_of(plain)

    def raw(self, data: atheris.FuzzedDataProvider) -> None:
        """The bytes of a plain or sealed bundle, with pieces cut out and put in."""
        content = data.PickValueInList(list(self._whole))
        for _ in range(data.ConsumeIntInRange(1, 4)):
            content = spliced(data, content)
        self._odd.write_bytes(content)

    def any_manifest(self, data: atheris.FuzzedDataProvider) -> None:
        """A manifest that is text of any kind, well signed."""
        content = spliced(data, self._members["manifest.json"])
        self._forge(data, dict(self._members), content)

    def structured(self, data: atheris.FuzzedDataProvider) -> None:
        """Members and manifest changed as JSON, most of them fitting each other, signed anew."""
        members = dict(self._members)
        manifest = json.loads(members["manifest.json"])
        lines = [json.loads(line) for line in members["changes.jsonl"].splitlines()]
        for _ in range(data.ConsumeIntInRange(0, 3)):
            disturb(data, lines)
        members["changes.jsonl"] = b"\n".join(map(utf8, lines))
        for _ in range(data.ConsumeIntInRange(0, 2)):
            name = data.PickValueInList([*members, *NAMES])
            members[name] = spliced(data, members.get(name, b""))
        if data.ConsumeBool():
            members.pop(data.PickValueInList(list(members)))
        if data.ConsumeIntInRange(0, 4):
            for name in members.keys() - {"manifest.json", "manifest.sig"}:
                vouch(manifest, members, name, members[name])
        for _ in range(data.ConsumeIntInRange(0, 3)):
            disturb(data, manifest)
        self._forge(data, members, utf8(manifest))

    def _forge(self, data: atheris.FuzzedDataProvider, members: dict[str, bytes], manifest: bytes) -> None:
        forge(self._odd, members, manifest, FOR_US if data.ConsumeIntInRange(0, 3) == 0 else None)

    def once(self, content: bytes) -> None:
        """One bundle: read to its end, or refused."""
        data = atheris.FuzzedDataProvider(content)
        ways: Sequence[Callable[[atheris.FuzzedDataProvider], None]] = (
            self.raw,
            self.any_manifest,
            self.structured,
            self.structured,
        )
        ways[data.ConsumeIntInRange(0, len(ways) - 1)](data)
        before = sha256(self._odd.read_bytes())
        with suppress(Refused):
            assert read(self._odd, KEYS).manifest.reader <= bundle.FORMAT
        assert sha256(self._odd.read_bytes()) == before


if __name__ == "__main__":
    with TemporaryDirectory() as place:
        limits = (f"-timeout={LONGEST_SECONDS}", f"-rss_limit_mb={MOST_MEGABYTES}", "-max_len=600")
        atheris.Setup([*sys.argv, *limits, "-len_control=0"], Fuzzing(Path(place)).once)
        atheris.Fuzz()
