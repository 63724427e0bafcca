"""Laptops that never meet deliver to one address: nothing is lost there, and nothing lies there twice."""

import random
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from datetime import UTC, datetime
from pathlib import Path
from threading import Event
from typing import Any, ClassVar

import fsspec
import pytest
from fsspec.implementations.memory import MemoryFileSystem

from inspector_app.domain.errors import (
    BundleDamaged,
    BundleForOthers,
    BundleGap,
    BundleUnreadable,
    DropUnreachable,
    InspectorError,
    SaveFailed,
    VisitUnknown,
    WeakPassphrase,
)
from inspector_app.domain.records import VisitId
from inspector_app.exchange.transport import Login, opened
from inspector_app.services.delivery import deliver
from inspector_app.services.imaging import take_content
from inspector_app.services.views import DeliveryReport
from inspector_app.services.workbench import Workbench
from inspector_app.storage.workspace import StoredTemplate
from tests.pictures import file_of, noise
from tests.services.conftest import Clock, Laptops, answer, begin, full, room_again, state, verified

PASSPHRASE = "mái đình cây đa"
AT_ONCE = (0.0, 0.0)


def sync(bench: Workbench, address: object, *visits: VisitId, stop: Event | None = None) -> DeliveryReport:
    """As the window and the command line do it."""
    kept = bench.delivery.use(str(address))
    return deliver(kept, lambda work: work(bench.delivery), wanted=visits, stop=stop, pauses=AT_ONCE)


def answered(bench: Workbench, visit: VisitId, *items: str) -> None:
    for item in items:
        bench.checklists.answer(visit, item, "co")


def files(drop: Path) -> list[Path]:
    return sorted(each for each in drop.rglob("*") if each.is_file())


def bundles(report: DeliveryReport) -> list[int]:
    """How many changes each bundle brought that was sent."""
    return [each.changes for each in report.sent if not each.receipt]


def news(report: DeliveryReport) -> int:
    return sum(each.new for each in report.received)


def quiet(report: DeliveryReport) -> bool:
    return not (report.received or report.sent or report.refused)


@pytest.fixture
def drop(tmp_path: Path) -> Path:
    """A folder on a share."""
    folder = tmp_path / "nơi nộp"
    folder.mkdir()
    return folder


@pytest.fixture
def minh(laptop: Laptops, lan: Workbench, visit: VisitId, stick: Path) -> Workbench:
    """A member's laptop, which was given the visit on a stick."""
    made = laptop("Minh")
    made.handover.receive(lan.handover.export(visit, stick).file)
    return made


@pytest.fixture
def stranger(tmp_path: Path, shipped: tuple[StoredTemplate, ...]) -> Iterator[Workbench]:
    """The laptop of an office that no visit admits."""
    with ExitStack() as running:
        yield Laptops(tmp_path / "lạ", shipped, running)("Sở")


def test_both_come_to_know_the_same_and_a_further_time_nothing_moves(lan, minh, visit, drop):
    answered(lan, visit, "CD11")
    answered(minh, visit, "CD12", "CD13")
    for bench in (lan, minh, lan, minh, lan):
        sync(bench, drop)
    assert state(lan) == state(minh)
    assert all(quiet(sync(bench, drop)) for bench in (lan, minh, lan))
    [holder] = minh.handover.holders(visit)
    assert (holder.holds, holder.written) == (2, 2)
    assert verified(lan)
    assert verified(minh)


def test_what_lies_there_is_not_sent_again_whoever_left_it(lan, minh, visit, drop):
    answered(lan, visit, "CD11")
    first = sync(lan, drop)
    assert bundles(first) == [lan._workspace.ledger.count(visit)]
    assert bundles(sync(minh, drop)) == []  # all that it was given on the stick lies there already
    answered(minh, visit, "CD12", "CD13")
    assert bundles(sync(minh, drop)) == [3]  # with its card
    again = sync(lan, drop)
    assert (news(again), bundles(again)) == (3, [])
    assert [each.receipt for each in again.sent] == [True]
    answered(lan, visit, "CD03")
    assert bundles(sync(lan, drop)) == [1]


def test_nothing_in_the_drop_can_be_read_by_whoever_keeps_it(lan, minh, visit, drop):
    sync(lan, drop)
    assert files(drop)
    assert not any("Thường Phước".encode() in each.read_bytes() for each in files(drop))
    assert all(each.name.isascii() and each.suffix == ".cchc" for each in files(drop))


def test_a_photo_goes_once(lan, minh, visit, drop):
    sync(lan, drop)
    sync(minh, drop)
    minh.evidence.keep(visit, take_content(file_of(noise(400, 300)), "ảnh.jpg"))
    [sent] = sync(minh, drop).sent
    assert sent.size > 0
    sync(lan, drop)
    assert lan._workspace.evidence.digests() == minh._workspace.evidence.digests() != frozenset()
    held = sum(each.stat().st_size for each in files(drop))
    answered(minh, visit, "CD12")
    sync(minh, drop)
    sync(lan, drop)
    assert sum(each.stat().st_size for each in files(drop)) - held < 100_000


def test_two_offices_read_the_same_files_and_each_leaves_a_receipt(laptop, lan, minh, visit, drop):
    offices = [laptop("Sở"), laptop("Sở 2")]
    sync(lan, drop)
    for office in offices:
        report = sync(office, drop)
        assert news(report) == lan._workspace.ledger.count(visit)
        assert [each.receipt for each in report.sent] == [True]
        assert state(office) == state(lan)
        assert quiet(sync(office, drop)) or office is offices[1]
    sync(lan, drop)
    assert {each.laptop for each in lan.handover.holders(visit)} == {"Máy Sở", "Máy Sở 2"}
    folders = {each.parent.name for each in files(drop)}
    assert folders == {bench.delivery.folder for bench in (lan, *offices)}


def test_a_receipt_takes_the_place_of_the_one_before(lan, minh, visit, drop):
    for item in ("CD11", "CD12", "CD13"):
        answered(minh, visit, item)
        sync(minh, drop)
        sync(lan, drop)
    names = [each.name for each in files(drop / lan.delivery.folder)]
    assert sum("bien_nhan" in name for name in names) == 1


def test_a_laptop_that_comes_later_gets_everything_and_the_others_nothing_twice(
    laptop, lan, minh, visit, drop
):
    answered(lan, visit, "CD11")
    sync(lan, drop)
    answered(minh, visit, "CD12")
    sync(minh, drop)
    sync(lan, drop)
    hoa = laptop("Hoa")  # admitted by Lan
    assert bundles(sync(lan, drop)) == [lan._workspace.ledger.count(visit)]  # all of it, for Hoa
    assert bundles(sync(minh, drop)) == []  # what Lan left there, Hoa can open: not once more
    refused = sync(hoa, drop).refused
    assert {each.code for each in refused} == {BundleForOthers.code}  # the files from before
    assert bundles(sync(minh, drop)) == []
    assert state(hoa) == state(lan) == state(minh)


def test_what_refers_to_a_file_further_down_the_list_still_comes_in(laptop, lan, minh, visit, drop):
    """Minh's folder holds only what came after Lan's; a new reader meets them in any order."""
    office = laptop("Sở")
    for number, item in enumerate(("CD11", "CD12", "CD13")):
        answer(lan, visit, number)
        sync(lan, drop)
        answered(minh, visit, item)
        assert bundles(sync(minh, drop)) == [2 if item == "CD11" else 1]
    report = sync(office, drop)
    assert report.refused == ()
    sync(lan, drop)
    assert state(office) == state(lan)


def test_only_the_visits_named_are_sent(lan, minh, visit, drop):
    assert sync(lan, drop, visit).sent
    with pytest.raises(VisitUnknown):
        sync(lan, drop, VisitId("không có"))


def test_a_visit_that_no_other_laptop_could_open_is_named_and_stays(lan, visit, drop):
    report = sync(lan, drop)
    assert report.nobody == ("UBND xã Thường Phước",)
    assert files(drop) == []
    with pytest.raises(WeakPassphrase):
        lan.delivery.use(str(drop), passphrase="ngắn")
    lan.delivery.use(str(drop), passphrase=PASSPHRASE)
    assert bundles(sync(lan, drop)) == [lan._workspace.ledger.count(visit)]


def test_the_passphrase_of_an_address_opens_what_was_refused_without_it(lan, minh, visit, drop, stranger):
    lan.delivery.use(str(drop), passphrase=PASSPHRASE)
    sync(lan, drop)
    assert [each.code for each in sync(stranger, drop).refused] == [BundleForOthers.code]
    stranger.delivery.use(str(drop), passphrase=PASSPHRASE)
    assert news(sync(stranger, drop)) == lan._workspace.ledger.count(visit)
    assert news(sync(minh, drop)) == 0  # it is of the visit: no passphrase is needed
    answered(minh, visit, "CD12")
    assert bundles(sync(minh, drop)) == [2]
    assert [each.code for each in sync(stranger, drop).refused] == [BundleForOthers.code]
    assert bundles(sync(lan, drop)) == [2]  # Minh's, for those who know the passphrase
    assert news(sync(stranger, drop)) == 2


def test_clocks_years_apart_lose_nothing(laptop: Laptops, drop):
    past, future = (laptop(f"Máy {year}", Clock(datetime(year, 1, 1, tzinfo=UTC))) for year in (2009, 2041))
    visit = laptop.admitted(begin(past), past)
    for item in ("CD11", "CD12"):
        for bench in (past, future):
            sync(bench, drop)
            answered(bench, visit, item)
    for bench in (past, future, past, future):
        sync(bench, drop)
    assert state(past) == state(future)
    assert all(quiet(sync(bench, drop)) for bench in (past, future))


# --- what is in the way --------------------------------------------------------------------------


def test_foreign_broken_and_half_copied_files_are_named_and_left_alone(lan, minh, visit, drop, stick):
    answered(minh, visit, "CD12")
    good = minh.handover.export(visit, stick).file
    (drop / "lạ.cchc").write_bytes(b"not a bundle")
    (drop / "hình.jpg").write_bytes(b"no bundle either")
    (drop / "đang chép.cchc.part").write_bytes(good.read_bytes())
    half = drop / "half.cchc"
    half.write_bytes(good.read_bytes()[:-500])
    before = {each: each.read_bytes() for each in files(drop)}
    report = sync(lan, drop)
    assert {each.file: each.code for each in report.refused} == {
        "lạ.cchc": BundleUnreadable.code,
        "half.cchc": BundleDamaged.code,
    }
    assert all("lạ.cchc" in each.reason for each in report.refused if each.file == "lạ.cchc")
    assert all(file.read_bytes() == content for file, content in before.items())
    assert (news(report), verified(lan)) == (0, True)
    shutil.copy(good, half)  # now all of it is there
    later = sync(lan, drop)
    assert [each.file for each in later.refused] == ["lạ.cchc"]
    assert news(later) == 2


def test_what_was_refused_is_not_fetched_again_until_it_changes(lan, minh, visit, counting):
    store, address = counting
    store.pipe("/nộp/hỏng.cchc", b"not a bundle")
    for _ in range(3):
        assert [each.file for each in sync(lan, address).refused] == ["hỏng.cchc"]
    assert store.fetched == ["/nộp/hỏng.cchc"]
    store.pipe("/nộp/hỏng.cchc", b"not a bundle either")
    sync(lan, address)
    assert store.fetched == ["/nộp/hỏng.cchc"] * 2


def test_a_bundle_that_lacks_what_went_before_is_taken_when_that_has_come(lan, minh, visit, drop):
    for item in ("CD11", "CD12"):
        answered(minh, visit, item)
        sync(minh, drop)
    first = next(each for each in files(drop) if minh.delivery.folder in str(each))
    aside = first.rename(first.with_suffix(".aside"))
    for _ in range(2):
        assert [each.code for each in sync(lan, drop).refused] == [BundleGap.code]
    aside.rename(first)
    report = sync(lan, drop)
    assert (report.refused, news(report)) == ((), 3)


def test_what_went_away_before_anybody_said_to_hold_it_is_sent_anew(lan, minh, visit, drop):
    answered(minh, visit, "CD12")
    sync(minh, drop)
    [lost] = files(drop)
    lost.unlink()
    assert bundles(sync(minh, drop)) == [minh._workspace.ledger.count(visit)]
    sync(lan, drop)
    sync(minh, drop)  # with Lan's receipt
    for each in files(drop / minh.delivery.folder):
        each.unlink()  # the office tidies up what all have taken
    assert bundles(sync(minh, drop)) == []


def test_a_full_disk_of_the_receiver_loses_nothing_and_the_next_time_goes_on(lan, minh, visit, drop):
    for done in range(8):
        answer(minh, visit, done)
    sync(minh, drop)
    full(lan)
    with pytest.raises(SaveFailed):
        sync(lan, drop)
    room_again(lan)
    assert verified(lan)
    assert news(sync(lan, drop)) == 9


def test_what_is_to_be_sent_survives_the_end_of_the_program_and_no_network(laptop, lan, minh, visit, drop):
    answered(minh, visit, "CD12")
    away = drop.rename(drop.with_name("không nối được"))
    with pytest.raises(DropUnreachable):
        sync(minh, drop)
    minh = laptop.again(minh)
    away.rename(drop)
    assert len(bundles(sync(minh, drop))) == 1
    assert news(sync(lan, drop)) == 2


def test_a_stop_ends_it_before_the_next_file(lan, minh, visit, drop):
    stop = Event()
    stop.set()
    assert quiet(sync(lan, drop, stop=stop))
    assert files(drop) == []
    assert sync(lan, drop).sent


def test_passwords_are_kept_in_the_encrypted_workspace_alone(lan, drop):
    address = "sftp://lan:bí-mật-9@sftp.example/nộp"
    shown = lan.delivery.use(address)
    assert shown == "sftp://lan@sftp.example/nộp"
    [known] = lan.delivery.destinations()
    assert (known.user, known.has_password) == ("lan", True)
    assert "mật" not in repr(lan.delivery.destinations()) + repr(lan.delivery.login(shown))
    lan._workspace._db.execute("pragma wal_checkpoint(truncate)").fetchall()
    for each in files(lan.folder):
        assert "bí-mật-9".encode() not in each.read_bytes()
    lan.delivery.forget(address)
    assert (lan.delivery.destinations(), lan.delivery.login(shown).password) == ((), "")


# --- a network that fails ------------------------------------------------------------------------


class Failing(MemoryFileSystem):
    """A store in memory whose network ends after so many bytes, or just before or after a rename."""

    protocol = "hong"
    cachable = False
    store: ClassVar[dict[str, Any]] = {}
    pseudo_dirs: ClassVar[list[str]] = [""]
    bytes_left: ClassVar[float]
    fails: ClassVar[set[str]]
    fetched: ClassVar[list[str]]

    def put_file(self, lpath: str, rpath: str, *args: Any, **kwargs: Any) -> None:
        content = Path(lpath).read_bytes()
        self.pipe_file(rpath, content[: int(min(len(content), Failing.bytes_left))])
        if len(content) > Failing.bytes_left:
            Failing.bytes_left = float("inf")
            raise ConnectionResetError("the network is gone")

    def get_file(self, rpath: str, lpath: str, *args: Any, **kwargs: Any) -> None:
        Failing.fetched.append(self._strip_protocol(rpath))
        super().get_file(rpath, lpath, *args, **kwargs)
        self.fail("get")

    def mv(self, path1: str, path2: str, *args: Any, **kwargs: Any) -> None:
        self.fail("before rename")
        super().mv(path1, path2, *args, **kwargs)
        self.fail("after rename")

    @classmethod
    def _strip_protocol(cls, path: str) -> str:
        return MemoryFileSystem._strip_protocol(path.replace("hong://", "memory://"))

    def fail(self, where: str) -> None:
        if where in Failing.fails:
            Failing.fails.discard(where)
            raise ConnectionResetError("the network is gone")


@pytest.fixture
def counting() -> Iterator[tuple[Failing, str]]:
    """A store whose network can be made to fail, and its address."""
    fsspec.register_implementation("hong", Failing, clobber=True)
    Failing.store.clear()
    Failing.pseudo_dirs[:] = [""]
    Failing.bytes_left, Failing.fails, Failing.fetched = float("inf"), set(), []
    store = Failing()
    store.mkdir("/nộp")
    yield store, "hong://nộp"
    Failing.store.clear()


def lying(store: Failing) -> list[str]:
    return sorted(store.find("/nộp"))


@pytest.mark.parametrize("fault", ["bytes", "before rename", "after rename"])
def test_a_network_that_fails_while_sending_is_tried_again_and_leaves_one_whole_file(
    lan, minh, visit, counting, fault
):
    store, address = counting
    if fault == "bytes":
        Failing.bytes_left = 300
    else:
        Failing.fails = {fault}
    sync(lan, address)
    [only] = lying(store)
    assert only.endswith(".cchc")
    answered(lan, visit, "CD11")
    sync(lan, address)
    assert len(lying(store)) == 2
    sync(minh, address)
    assert minh.checklists.open(visit).items["CD11"].leaves[0].value == "co"


@pytest.mark.parametrize("fault", ["bytes", "before rename", "after rename"])
def test_after_a_power_cut_while_sending_the_next_run_leaves_one_whole_file(
    laptop, lan, minh, visit, counting, fault
):
    store, address = counting
    kept = lan.delivery.use(address)
    if fault == "bytes":
        Failing.bytes_left = 300
    else:
        Failing.fails = {fault}
    with pytest.raises(DropUnreachable):  # no second attempt: as if the program had ended
        deliver(kept, lambda work: work(lan.delivery), pauses=())
    with opened(address, Login()) as drop:  # what is unfinished is not even looked at
        assert len(drop.bundles()) == (fault == "after rename")
    lan = laptop.again(lan)
    sync(lan, address)
    [only] = lying(store)
    assert only.endswith(".cchc")
    assert news(sync(minh, address)) == 0
    assert sync(lan, address).sent == ()


def test_a_network_that_fails_while_fetching_is_tried_again(lan, minh, visit, counting):
    store, address = counting
    answered(minh, visit, "CD12")
    sync(minh, address)
    Failing.fails = {"get"}
    assert news(sync(lan, address)) == 2
    assert len(store.fetched) == 2


def test_where_nothing_answers_it_says_so_at_once_in_one_sentence(lan, visit):
    with pytest.raises(InspectorError) as told:
        sync(lan, "sftp://127.0.0.1:9/nop")
    assert isinstance(told.value, DropUnreachable)
    assert "127.0.0.1:9" in told.value.sentence
    assert told.value.hint


@pytest.mark.parametrize("seed", range(4))
def test_whatever_the_order_and_the_network_all_come_to_know_the_same(
    laptop, lan, minh, visit, counting, seed
):
    """Three laptops write and deliver at random, one of them joins late, and one delivery in three breaks."""
    store, address = counting
    dice = random.Random(seed)
    team = [lan, minh]
    for step in range(24):
        bench = dice.choice(team)
        if step == 12:
            hoa = laptop("Hoa")  # admitted by Lan, who has not delivered that yet
            sync(lan, address)
            sync(hoa, address)
            team.append(hoa)
        elif dice.random() < 0.5:
            bench.visits.add(visit, "recommendation", item="CD04", text=f"Việc {step}")
        else:
            if dice.random() < 0.33:
                Failing.bytes_left = dice.randrange(60_000)
                Failing.fails = set(dice.sample(["get", "before rename", "after rename"], 1))
            with suppress(DropUnreachable):
                deliver(bench.delivery.use(address), lambda work, b=bench: work(b.delivery), pauses=())
            Failing.bytes_left, Failing.fails = float("inf"), set()
    for _ in range(3):
        for bench in team:
            sync(bench, address)
    assert all(not sync(bench, address).sent for bench in team)
    assert state(lan) == state(minh) == state(hoa)
    assert all(verified(bench) for bench in team)
    assert all(name.endswith(".cchc") for name in lying(store))
