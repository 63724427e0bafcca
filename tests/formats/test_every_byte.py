"""A bundle of which any one byte is another, or of which the end is missing, brings nothing into a workspace.

Some bytes of a zip say nothing that is read: time stamps, flags. Those may differ, and nothing else.
"""

import random
from contextlib import closing
from pathlib import Path

import pytest

from inspector_app.domain.errors import Refused
from inspector_app.exchange.container import Keys
from inspector_app.services.views import Sealing
from inspector_app.services.workbench import Workbench
from tests.exchange.forging import read
from tests.prove.histories import begin, new_laptop
from tests.services.conftest import answer, counted, introduce, verified

SEALINGS = pytest.mark.parametrize("sealing", ["plain", "team"])


def harm_every(step: int, folder: Path, sealing: Sealing) -> tuple[int, int]:
    """Harm each `step`-th byte of a bundle, and cut it off there: how many places, and at how
    many of them the harm said nothing."""
    giver, taker = (new_laptop(folder, name) for name in ("Lan", "Minh"))
    with closing(giver), closing(taker):
        visit = begin(giver)
        introduce(giver, taker, visit)
        answer(giver, visit, 17)
        sound = giver.handover.export(visit, folder / "x.cchc", sealing=sealing).file
        content = sound.read_bytes()
        keys = Keys((taker._desk.key.identity,))
        whole, before = read(sound, keys), counted(taker)
        rng = random.Random(len(content))
        same = 0
        places = range(rng.randrange(step), len(content), step)
        for place in places:
            harmed = bytearray(content)
            harmed[place] ^= rng.choice((1 << rng.randrange(8), 0xFF))
            sound.write_bytes(harmed)
            try:
                assert read(sound, keys) == whole
                same += 1
            except Refused:
                _refuse(taker, sound)
            assert sound.read_bytes() == harmed
            sound.write_bytes(content[:place])
            _refuse(taker, sound)
        assert counted(taker) == before
        assert verified(taker)
        sound.write_bytes(content)
        assert taker.handover.receive(sound).new
        return len(places), same


def _refuse(laptop: Workbench, file: Path) -> None:
    before = counted(laptop)
    with pytest.raises(Refused):
        laptop.handover.receive(file)
    assert counted(laptop) == before


@SEALINGS
def test_some_bytes(sealing: Sealing, tmp_path: Path) -> None:
    tried, same = harm_every(61, tmp_path, sealing)
    assert same < tried / 2


@pytest.mark.prove
@SEALINGS
def test_every_byte(sealing: Sealing, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tried, same = harm_every(1, tmp_path, sealing)
    with capsys.disabled():
        print(
            f"\n{sealing}: of {tried} bytes {tried - same} refused, {same} said nothing; all lengths refused"
        )
