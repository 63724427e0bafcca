"""Every kind of address takes a bundle whole or not at all, and says in one sentence what is in the way."""

import os
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import fsspec
import pytest

from inspector_app import paths
from inspector_app.domain.errors import (
    AddressRefused,
    DropForbidden,
    DropKeyChanged,
    DropUnreachable,
    InspectorError,
)
from inspector_app.exchange.transport import Drop, Login, Lying, opened, without_password
from inspector_app.i18n import tr
from tests.exchange import servers

LOGIN = Login(servers.USER, servers.PASSWORD)
KINDS = ("folder", "share", "memory", "sftp", "webdav")


class Place:
    """An address, and the folder in which what is sent there lies, where there is one."""

    def __init__(self, address: str, folder: Path | None, login: Login = LOGIN) -> None:
        self.address, self.folder, self.login = address, folder, login

    def drop(self) -> "Opened":
        return Opened(self)


class Opened:
    """The address, open for the length of a block."""

    def __init__(self, place: Place) -> None:
        self._opening = opened(place.address, place.login)

    def __enter__(self) -> Drop:
        return self._opening.__enter__()

    def __exit__(self, *how: object) -> None:
        self._opening.__exit__(None, None, None)


@pytest.fixture(scope="module")
def serving(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, tuple[int, Path]]]:
    """The servers, each with its port and its folder."""
    with ExitStack() as running:
        folders = {kind: tmp_path_factory.mktemp(kind) for kind in ("sftp", "webdav")}
        yield {
            kind: (running.enter_context(getattr(servers, kind)(folder)), folder)
            for kind, folder in folders.items()
        }


@pytest.fixture(params=KINDS)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """An empty drop of each kind."""
    kind: str = request.param
    if kind == "folder":
        return Place(str(tmp_path), tmp_path)
    if kind == "share":
        return Place(tmp_path.as_uri(), tmp_path)
    if kind == "memory":
        store = fsspec.filesystem("memory")
        store.mkdir(f"/{tmp_path.name}")
        return Place(f"memory://{tmp_path.name}", None)
    port, served = request.getfixturevalue("serving")[kind]
    folder = served / tmp_path.name
    folder.mkdir()
    scheme = {"sftp": "sftp", "webdav": "http"}[kind]
    return Place(f"{scheme}://127.0.0.1:{port}/{folder.name}", folder)


@pytest.fixture
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Something to send."""
    made = tmp_path_factory.mktemp("here") / "goi.cchc"
    made.write_bytes(os.urandom(300_000))
    return made


def test_what_was_put_lies_there_whole_and_comes_back_the_same(place: Place, file: Path, tmp_path: Path):
    with place.drop() as drop:
        assert drop.bundles() == []
        drop.put(file, "máy a", "v1.cchc")
        drop.put(file, "máy b", "v1.cchc")
    with place.drop() as drop:  # as another laptop, later
        first, second = drop.bundles()
        assert (first.place, second.place, first.size) == ("máy a/v1.cchc", "máy b/v1.cchc", 300_000)
        assert drop.fetch(first, target := file.with_name("back.cchc"))
    assert target.read_bytes() == file.read_bytes()


def test_putting_again_replaces_and_another_mark_tells(place: Place, file: Path):
    with place.drop() as drop:
        drop.put(file, "a", "v1.cchc")
        [before] = drop.bundles()
        file.write_bytes(b"shorter")
        drop.put(file, "a", "v1.cchc")
        [after] = drop.bundles()
        assert before.mark != after.mark
        assert not drop.fetch(before, file.with_name("back.cchc"))  # it is not what was asked for


def test_later_exports_come_after_earlier_ones(place: Place, file: Path):
    with place.drop() as drop:
        for name in ("v10.cchc", "v9.cchc", "v100.cchc"):
            drop.put(file, "a", name)
        assert [each.name for each in drop.bundles()] == ["v9.cchc", "v10.cchc", "v100.cchc"]


def test_what_is_unfinished_is_not_listed_and_is_swept_by_its_own_laptop_alone(place: Place, file: Path):
    with place.drop() as drop:
        drop.put(file, "a", "v1.cchc")
        drop.put(file, "b", "v1.cchc")
        for folder in ("a", "b"):  # as a power cut leaves it
            drop._store.fs.put_file(str(file), drop._path(folder, "v2.cchc.part"))
        drop.put(file, "", "beside.cchc")
        assert [each.place for each in drop.bundles()] == ["/beside.cchc", "a/v1.cchc", "b/v1.cchc"]
        drop.sweep("a")
        left = {each["name"].rpartition("/")[2] for each in drop._entries(drop._path("a"))}
        assert left == {"v1.cchc"}
        assert len(drop._entries(drop._path("b"))) == 2


def test_what_has_gone_meanwhile_is_no_fault(place: Place, file: Path):
    with place.drop() as drop:
        drop.put(file, "a", "v1.cchc")
        [lying] = drop.bundles()
        drop.remove("a", "v1.cchc")
        drop.remove("a", "v1.cchc")
        assert not drop.fetch(lying, file.with_name("back.cchc"))
        assert not drop.fetch(Lying("nowhere", "x.cchc", 1, "1 "), file.with_name("back.cchc"))


def test_a_folder_that_is_not_there_is_not_made(place: Place, file: Path):
    missing = Place(f"{place.address}/thieu", None)
    with pytest.raises(DropUnreachable) as told, missing.drop() as drop:
        drop.bundles()
    assert told.value.facts["reason"] == tr("the folder does not exist")


@pytest.mark.parametrize("kind", ["sftp", "webdav"])
def test_a_wrong_password_is_said_as_such(serving, kind: str):
    port, _ = serving[kind]
    scheme = {"sftp": "sftp", "webdav": "http"}[kind]
    wrong = Place(f"{scheme}://127.0.0.1:{port}/", None, replace(LOGIN, password="sai"))
    with pytest.raises(DropForbidden) as told, wrong.drop() as drop:
        drop.bundles()
    assert "sai" not in str(told.value)


def test_a_server_that_shows_another_key_gets_nothing(tmp_path: Path, file: Path):
    with servers.sftp(tmp_path) as port:
        place = Place(f"sftp://127.0.0.1:{port}/", tmp_path)
        with place.drop() as drop:
            seen = drop.server_key
            drop.put(file, "a", "v1.cchc")
        place.login = replace(LOGIN, server_key=seen)
        with place.drop() as drop:
            assert len(drop.bundles()) == 1
    with servers.sftp(tmp_path, port):  # somebody else answers at the same address
        with pytest.raises(DropKeyChanged) as told, place.drop():
            pass
        assert told.value.facts["seen"] != seen
        place.login = LOGIN  # trusted anew
        with place.drop() as drop:
            assert drop.server_key != seen


@pytest.mark.parametrize("address", ["sftp://127.0.0.1:9/nop", "http://127.0.0.1:9/nop"])
def test_where_nothing_listens(address: str):
    with pytest.raises(DropUnreachable) as told, opened(address, LOGIN) as drop:
        drop.bundles()
    assert told.value.facts["reason"] == tr("the server does not answer")


@pytest.mark.parametrize("address", ["", "lạ://nơi/nào", "simplecache::sftp://x/y", "s3://kho/nop"])
def test_an_address_of_a_kind_that_is_not_installed_or_unknown(address: str):
    with pytest.raises(AddressRefused), opened(address, LOGIN):
        pass


def test_a_full_or_failing_disk_leaves_nothing_half_there(tmp_path: Path, file: Path, monkeypatch):
    def fails(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with opened(str(tmp_path), LOGIN) as drop:
        drop.put(file, "a", "v1.cchc")
        monkeypatch.setattr("inspector_app.exchange.transport._copy", fails)
        with pytest.raises(DropUnreachable) as told:
            drop.put(file, "a", "v2.cchc")
    assert told.value.facts["reason"] == tr("the disk is full")
    assert [each.name for each in (tmp_path / "a").iterdir()] == ["v1.cchc"]


def test_a_folder_that_writes_other_bytes_than_it_was_given_is_found_out(
    tmp_path: Path, file: Path, monkeypatch
):
    def failing_stick(target: Path, content, prove) -> None:
        aside = target.with_suffix(".part")
        aside.write_bytes(file.read_bytes()[:-1] + b"?")
        prove(aside)

    monkeypatch.setattr(paths, "write_whole", failing_stick)
    with opened(str(tmp_path), LOGIN) as drop, pytest.raises(InspectorError):
        drop.put(file, "a", "v1.cchc")


@pytest.mark.parametrize(
    ("written", "shown", "user", "password"),
    [
        ("sftp://lan:a%40b@máy:22/nộp", "sftp://lan@máy:22/nộp", "lan", "a@b"),
        ("https://lan@cloud.example/dav", "https://lan@cloud.example/dav", "lan", ""),
        (r" \\server\nộp ", r"\\server\nộp", "", ""),
        (
            "s3://kho/nop?endpoint=https://minio.example",
            "s3://kho/nop?endpoint=https://minio.example",
            "",
            "",
        ),
    ],
)
def test_a_password_in_an_address_is_taken_out_of_it(written: str, shown: str, user: str, password: str):
    assert without_password(written) == (shown, user, password)
