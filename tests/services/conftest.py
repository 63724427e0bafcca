"""Laptops with real workspaces: the shipped checklist is compiled once, the key derivation costs nothing.

The laptops of a test are a team: whoever begins a visit admits the others. `tests/services/test_trust.py` is
about those that are not.
"""

import itertools
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest

from inspector_app import paths
from inspector_app.domain.records import Device, Role, VisitId
from inspector_app.forms.form import Form
from inspector_app.forms.workbook import read_workbook
from inspector_app.services import demo
from inspector_app.services.desk import REAL, Circumstances
from inspector_app.services.templates import CHECKLIST, DOSSIER, Template
from inspector_app.services.views import NewVisit, Profile, ReceiveReport
from inspector_app.services.workbench import Workbench
from inspector_app.storage.workspace import KeyDerivation, StoredTemplate

CHEAP = KeyDerivation(memory_kib=64, iterations=1, lanes=1)
PASSPHRASE = "bốn từ rời nhau"
UNIT, DAY = "29971", date(2026, 11, 23)
"""Xã Thường Phước, tỉnh Đồng Tháp, on a Monday."""


class Laptops:
    """Makes laptops, each with a workspace and the shipped checklist; closes them after the test."""

    def __init__(self, folder: Path, shipped: tuple[StoredTemplate, ...], running: ExitStack) -> None:
        self._folder, self._shipped, self._running = folder, shipped, running
        self._made: list[Workbench] = []
        self.team = True
        """Whether whoever begins a visit admits the others."""

    def __call__(self, name: str, clock: Callable[[], datetime] | None = None) -> Workbench:
        """A person's laptop, with a clock of its own where one is given."""
        made = Workbench.create(
            self._folder / name,
            PASSPHRASE,
            Profile(name, "Chuyên viên", "Sở Nội vụ", f"Máy {name}"),
            circumstances=REAL if clock is None else Circumstances(clock),
            derivation=CHEAP,
        )
        for template in self._shipped:
            made._workspace.add_template(template)
            made.templates._parsed[template.digest] = parsed(template.xform)
        for colleague in self._made if self.team else ():
            for row in colleague.visits.list():
                introduce(colleague, made, row.id)
        self._made.append(made)
        return self._running.enter_context(closing(made))

    def admitted(self, visit: VisitId, by: Workbench) -> VisitId:
        """A visit that its beginner shares with all."""
        for other in self._made:
            introduce(by, other, visit)
        return visit

    def again(self, workbench: Workbench) -> Workbench:
        """The same workspace after the program was closed and started anew."""
        workbench.close()
        opened = Workbench.open(workbench.folder, PASSPHRASE)
        self._made = [opened if made is workbench else made for made in self._made]
        return self._running.enter_context(closing(opened))


@cache
def parsed(xform: bytes) -> Template:
    """A form, read once for all laptops: it is immutable. A laptop opened again reads its own."""
    return Template(Form.parse(xform))


@pytest.fixture(scope="session")
def shipped() -> tuple[StoredTemplate, ...]:
    """The two shipped workbooks as published forms, as every new workspace would compile them."""
    found: list[StoredTemplate] = []
    for name in (CHECKLIST, DOSSIER):
        file = paths.resources() / "checklists" / f"{name}.xlsx"
        form = Form.parse(xform := read_workbook(file, file.name).xform)
        found.append(StoredTemplate(form.digest, form.form_id, form.version, form.title, xform))
    return tuple(found)


@pytest.fixture
def laptop(tmp_path: Path, shipped: tuple[StoredTemplate, ...]) -> Iterator[Laptops]:
    with ExitStack() as running:
        yield Laptops(tmp_path / "kho", shipped, running)


@pytest.fixture
def lan(laptop: Laptops) -> Workbench:
    """The laptop of one inspector."""
    return laptop("Lan")


@pytest.fixture
def minh(laptop: Laptops) -> Workbench:
    """The laptop of another."""
    return laptop("Minh")


@pytest.fixture
def visit(laptop: Laptops, lan: Workbench) -> VisitId:
    """A visit that Lan has just begun."""
    return laptop.admitted(begin(lan), lan)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A USB stick."""
    folder = tmp_path / "usb"
    folder.mkdir()
    return folder


@pytest.fixture(scope="session")
def demonstrations(tmp_path_factory: pytest.TempPathFactory) -> tuple[demo.Demonstration, demo.Demonstration]:
    """The demonstration, made twice in different folders."""
    folders = (tmp_path_factory.mktemp("một"), tmp_path_factory.mktemp("hai"))
    return demo.make(folders[0]), demo.make(folders[1])


def begin(workbench: Workbench, unit: str = UNIT, on: date = DAY, template: str = "") -> VisitId:
    visit, _ = workbench.visits.new(NewVisit(unit, on, template=template))
    return visit


def answer(workbench: Workbench, visit: VisitId, done: int, due: int = 26) -> None:
    """So many tasks done of so many that are due."""
    workbench.checklists.answer(visit, "CD04", {"CD04_tu": str(done), "CD04_mau": str(due)})


def part(workbench: Workbench, visit: VisitId, code: str = "CD04") -> str:
    """The first part of an answer; of CD04, the tasks done."""
    return workbench.checklists.open(visit).items[code].leaves[0].value


def introduce(lead: Workbench, other: Workbench, visit: VisitId, role: Role = "member") -> None:
    """The lead admits another's laptop to a visit, where nobody has yet and the lead may."""
    authority = lead._workspace.ledger.authority(visit)
    key, me = other._desk.key, other.me
    if key.device not in authority.places and authority.may_admit(lead._desk.key.device, role):
        card = Device(label=me.laptop, person=me.name, public_key=key.public, recipient=key.recipient)
        lead.trust.meet(key.device, card)
        lead.trust.admit(visit, key.device, role)


def hand_over(giver: Workbench, taker: Workbench, visit: VisitId, stick: Path) -> ReceiveReport:
    """A visit goes from one laptop to another on a stick; what the taker is told."""
    introduce(giver, taker, visit)
    return taker.handover.receive(giver.handover.export(visit, stick).file)


def state(workbench: Workbench) -> dict[str, list[tuple[object, ...]]]:
    """All that the tables say: equal on two laptops that know the same."""
    return workbench._workspace.projections.rows()


def counted(workbench: Workbench) -> dict[str, int]:
    """How many rows there are of everything that a bundle could bring."""
    db = workbench._workspace._db
    return {table: db.execute(f'select count(*) from "{table}"').fetchone()[0] for table in db.table_names()}


def verified(workbench: Workbench) -> bool:
    report = workbench.upkeep.verify()
    assert report.problems == ()
    return report.ok


def full(workbench: Workbench) -> None:
    """From now on the disk is full: SQLite answers so when a database may not grow."""
    db = workbench._workspace._db
    db.execute(f"pragma max_page_count = {db.execute('pragma page_count').fetchone()[0]}")


def room_again(workbench: Workbench) -> None:
    workbench._workspace._db.execute("pragma max_page_count = 1000000")


class Clock:
    """A laptop's clock that moves by a second whenever it is read, and may be wrong."""

    def __init__(self, start: datetime = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)) -> None:
        self._ticks = itertools.count()
        self._start = start

    def __call__(self) -> datetime:
        return self._start + timedelta(seconds=next(self._ticks))
