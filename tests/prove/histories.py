"""Random histories of a visit on up to five laptops with real workspaces, and what must hold after each.

The clocks stand years apart. Files go over whole, as tails, twice, late and to the wrong laptop; a backup is
brought back beside the laptop that it was made of; people write while others merge, two decide the same
conflict at once, decisions are taken back, laptops are admitted and thrown out. A seed gives the same history
every time.
"""

import random
import shutil
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack, closing
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from inspector_app.domain.changes import DELETED, Sealed, state_of
from inspector_app.domain.errors import Refused
from inspector_app.domain.records import Finding, RecordId, VisitId
from inspector_app.domain.withdrawal import in_force
from inspector_app.forms.form import Form
from inspector_app.forms.workbook import read_workbook
from inspector_app.services.desk import REAL, Circumstances
from inspector_app.services.views import Profile
from inspector_app.services.workbench import Workbench
from inspector_app.storage.ledger import Act
from inspector_app.storage.workspace import StoredTemplate
from tests.forms.workbooks import workbook
from tests.services.conftest import CHEAP, PASSPHRASE, introduce, parsed

MOST_LAPTOPS = 5
YEAR = timedelta(days=365)


class Drifting:
    """A clock that is wrong by years, goes on by seconds, and now and then is set anew."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._now = datetime(2026, 11, 23, 1, tzinfo=UTC) + rng.choice((-9, -2, 0, 0, 0, 1, 7)) * YEAR

    def __call__(self) -> datetime:
        day = timedelta(days=1)
        self._now += self._rng.choice((-400 * day, 400 * day, -day)) if self._rng.random() < 0.01 else (
            timedelta(seconds=self._rng.randint(0, 90))
        )  # fmt: skip
        return self._now


@cache
def small_form() -> StoredTemplate:
    """A checklist of a few questions, which costs little to send and to read."""
    form = Form.parse(xform := read_workbook(workbook(), "phieu.xlsx").xform)
    return StoredTemplate(form.digest, form.form_id, form.version, form.title, xform)


def new_laptop(folder: Path, name: str, circumstances: Circumstances = REAL) -> Workbench:
    """A laptop with the small checklist."""
    me = Profile(f"Người dùng {name}", "Chuyên viên", "Sở Nội vụ", name)
    made = Workbench.create(folder / name, PASSPHRASE, me, circumstances=circumstances, derivation=CHEAP)
    made._workspace.add_template(small_form())
    return made


def begin(laptop: Workbench) -> VisitId:
    """Begin a visit with the small checklist."""
    visit, form = laptop._desk.new_visit_id(), small_form().digest
    fields = {"unit_name": "Thường Phước", "template": form, "dossier_template": form, "on": "2026-11-23"}
    laptop._desk.write(visit, [Act("visit", visit, fields)])
    return visit


class History:
    """A visit that has just begun on one laptop, and what became of it."""

    def __init__(self, folder: Path, seed: int, running: ExitStack) -> None:
        self.counts: Counter[str] = Counter()
        """How much of what happened."""
        self._folder = folder
        self._rng = random.Random(seed)
        self._running = running
        self._made = 0
        self._files: list[Path] = []
        self._acknowledged: set[str] = set()
        self._disputes: dict[tuple[str, str, str], set[str]] = {}
        """By place, every side of every dispute that any laptop has shown."""
        self._laptops: list[Workbench] = []
        self._laptops.append(self._new_laptop())
        self.visit = begin(self._laptops[0])

    # --- what happens ------------------------------------------------------------------------------

    def run(self, steps: int) -> None:
        """Let so many things happen."""
        happenings: list[tuple[int, Callable[[Workbench], None]]] = [
            (38, self._write),
            (34, self._hand_over),
            (6, self._give_old_file),
            (16, self._decide_at_once),
            (6, self._take_back),
            (6, self._admit_or_throw_out),
            (3, self._bring_backup_back),
        ]
        weights, acts = zip(*happenings, strict=True)
        self._new_colleagues()
        for _ in range(steps):
            [act] = self._rng.choices(acts, weights)
            laptop = self._rng.choice(self._laptops)
            try:
                act(laptop)
            except Refused as refused:
                self.counts[f"refused: {refused.code}"] += 1
            self._note()

    def converge(self) -> None:
        """Everybody hears everybody: all give to the first laptop, which gives to all."""
        first, *others = self._laptops
        for giver, taker in [*((each, first) for each in others), *((first, each) for each in others)]:
            taker.handover.receive(self._export(giver))
            self._note()

    def _new_laptop(self) -> Workbench:
        self._made += 1
        here = Circumstances(Drifting(self._rng), self._rng.randbytes)
        return self._kept(new_laptop(self._folder, f"Máy {self._made}", here))

    def _kept(self, laptop: Workbench) -> Workbench:
        """Nothing here is to outlive a power cut, so no disk is waited for."""
        laptop._workspace._db.execute("pragma synchronous = off")
        laptop.templates._parsed[small_form().digest] = parsed(small_form().xform)
        return self._running.enter_context(closing(laptop))

    def _new_colleagues(self) -> None:
        """Others come: one as a lead, the rest as members, or as strangers whom nobody has admitted yet."""
        root = self._laptops[0]
        for number in range(self._rng.randint(1, MOST_LAPTOPS - 1)):
            other = self._new_laptop()
            if self._rng.random() < 0.8:
                introduce(root, other, self.visit, "member" if number else "lead")
                self.counts["admissions"] += 1
            other.handover.receive(self._export(root))
            self._laptops.append(other)

    def _write(self, laptop: Workbench) -> None:
        number = str(self._rng.randint(0, 3))
        findings = [RecordId(each.id) for each in laptop._workspace.projections.every(Finding, self.visit)]
        match self._rng.randint(0, 6):
            case 0 | 1:
                laptop.checklists.answer(self.visit, "CD03", self._rng.choice(("co", "khong")))
            case 2 | 3:
                laptop.checklists.note(self.visit, "CD04", number)
            case 4:
                laptop.visits.add(self.visit, Finding.kind, item="CD04", text=number)
            case 5 if findings:
                laptop.visits.change(self.visit, Finding.kind, self._rng.choice(findings), text=number)
            case 6 if findings:
                laptop.visits.remove(self.visit, Finding.kind, self._rng.choice(findings))
            case _:
                laptop.checklists.answer(self.visit, "CD04", {"CD04_tu": number, "CD04_mau": "3"})
        self.counts["acts"] += 1

    def _export(self, giver: Workbench, to: str = "") -> Path:
        target = self._folder / f"{len(self._files):04d}.cchc"
        self._files.append(giver.handover.export(self.visit, target, to).file)
        return target

    def _hand_over(self, giver: Workbench) -> None:
        """A file goes to another laptop: all of the visit, or only what that laptop lacks."""
        taker = self._rng.choice(self._laptops)
        known = {each.device for each in giver.handover.holders(self.visit)}
        device = taker._desk.key.device
        file = self._export(giver, device if device in known and self._rng.random() < 0.6 else "")
        if self._rng.random() < 0.2:
            return  # it lies on the stick for now
        if self._rng.random() < 0.1:
            taker = self._rng.choice(self._laptops)  # it was meant for somebody else
        self._receive(taker, file)

    def _give_old_file(self, taker: Workbench) -> None:
        if self._files:
            self._receive(taker, self._rng.choice(self._files))

    def _receive(self, taker: Workbench, file: Path) -> None:
        before = _digests(taker, self.visit)
        try:
            told = taker.handover.receive(file)
        except Refused:
            assert _digests(taker, self.visit) == before
            raise
        self.counts["receipts"] += 1
        self.counts["receipts of nothing new"] += not told.new

    def _decide_at_once(self, _: Workbench) -> None:
        """Who shows a dispute decides one; two laptops may do so without knowing of each other."""
        shown = [each for each in self._laptops if each.merging.count(self.visit)]
        for each in self._rng.sample(shown, min(2, len(shown))):
            chosen = self._rng.choice(each.merging.conflicts(self.visit))
            each.merging.resolve(chosen.id, self._rng.choice(chosen.sides).head, reason="đã xem sổ")
            self.counts["decisions"] += 1

    def _take_back(self, laptop: Workbench) -> None:
        if self._rng.random() < 0.8:
            laptop.undoing.undo(self.visit)
        else:
            laptop.undoing.redo(self.visit)
        self.counts["acts taken back or done again"] += 1

    def _admit_or_throw_out(self, laptop: Workbench) -> None:
        row = self._rng.choice(laptop.trust.laptops(self.visit).laptops)
        if row.standing == "unknown":
            laptop.trust.admit(self.visit, row.device, self._rng.choice(("lead", "member", "member")))
            self.counts["admissions"] += 1
        elif row.standing == "revoked":
            laptop.trust.restore(self.visit, row.device, "đã tìm lại được")
            self.counts["places given back"] += 1
        else:
            laptop.trust.revoke(self.visit, row.device, "máy bị mất")
            self.counts["places taken away"] += 1

    def _bring_backup_back(self, laptop: Workbench) -> None:
        """The laptop as it was goes on beside itself, and the two write with one key."""
        if len(self._laptops) == MOST_LAPTOPS:
            return
        self._made += 1
        copy = self._folder / f"Máy {self._made} phục hồi"
        laptop.close()
        shutil.copytree(laptop.folder, copy)
        self._laptops.remove(laptop)
        self._laptops += [self._opened(laptop.folder), self._opened(copy)]
        self.counts["backups brought back"] += 1

    def _opened(self, folder: Path) -> Workbench:
        here = Circumstances(Drifting(self._rng), self._rng.randbytes)
        return self._kept(Workbench.open(folder, PASSPHRASE, circumstances=here))

    def _note(self) -> None:
        """Remember what is now saved anywhere, and every dispute that is shown."""
        for laptop in self._laptops:
            ledger = laptop._workspace.ledger
            self._acknowledged |= _digests(laptop, self.visit)
            for _, kind, record, names in laptop._workspace.projections.disputed(self.visit):
                fields = ledger.fields(self.visit, kind, record)
                for name in names:
                    sides = {head.sealed.digest for head in fields[name].heads}
                    self._disputes.setdefault((kind, record, name), set()).update(sides)

    # --- what must hold ----------------------------------------------------------------------------

    def check(self) -> None:
        """All hold the same, nothing was lost, nothing was decided by nobody."""
        for laptop in self._laptops:
            assert _digests(laptop, self.visit) >= self._acknowledged
            report = laptop.upkeep.verify()
            assert report.ok, report.problems
        first, *others = self._laptops
        for other in others:
            ours, theirs = (each._workspace.ledger for each in (first, other))
            assert state_of(theirs.tips(self.visit)) == state_of(ours.tips(self.visit))
            assert theirs.forks(self.visit) == ours.forks(self.visit)
            assert theirs.quarantined(self.visit) == ours.quarantined(self.visit)
        agreed = [each for each in self._laptops if not self._writes_outside(each)]
        for each in agreed[1:]:
            assert each._workspace.projections.rows() == agreed[0]._workspace.projections.rows()
        if agreed:
            for place, sides in self._disputes.items():
                self._check_closing(agreed[0], place, sides)
        self.counts["changes"] += len(self._acknowledged)
        self.counts["changes that wait outside"] += len(first._workspace.ledger.quarantined(self.visit))
        self.counts["sides of disputes"] += sum(map(len, self._disputes.values()))
        self.counts["histories with a fork"] += bool(first._workspace.ledger.forks(self.visit))

    def _writes_outside(self, laptop: Workbench) -> bool:
        """Whether a laptop sees work of its own that nobody else counts."""
        own = {key.device for key in laptop._desk.all_keys()}
        waiting = laptop._workspace.ledger.quarantined(self.visit)
        return any(sealed.change.device in own for sealed in waiting)

    def _check_closing(self, laptop: Workbench, place: tuple[str, str, str], sides: set[str]) -> None:
        """Each side that is gone was seen by whoever decided, or replaced by its own writer, or by somebody
        in whose sight nothing was in dispute."""
        kind, record, name = place
        ledger = laptop._workspace.ledger
        sight = ledger._stream(self.visit).sight
        history = in_force(ledger.history(self.visit, kind, record))
        field = ledger.fields(self.visit, kind, record).get(name)
        if field is None:
            return  # nobody who wrote it may write here
        shown = {head.sealed.digest for head in field.heads}
        # An edit is a side of a dispute over a deletion, and a later one by the same hand replaces it.
        touching = [each for each in history if name in each.change.values() or name == DELETED]

        def closes(later: Sealed, side: Sealed) -> bool:
            seen = sight.vector(later).get(sight.branch(side), 0) >= side.change.seq
            same = sight.branch(later) == sight.branch(side)
            before, _ = ledger.around(later)
            calm = name not in before or not before[name].disputed
            return seen and bool(later.change.cause or same or calm)

        for side in touching:
            if side.digest in sides - shown:
                assert any(closes(later, side) for later in touching), (place, side)


def _digests(laptop: Workbench, visit: VisitId) -> set[str]:
    rows = laptop._workspace._db.execute("select digest from changes where stream = ?", [visit])
    return {row[0] for row in rows}


def live(seed: int) -> Counter[str]:
    """One history from its beginning to its end, proved; what happened in it."""
    shared = Path("/dev/shm")  # in memory where there is such a place: a disk would only be waited for
    with TemporaryDirectory(dir=shared if shared.is_dir() else None) as folder, ExitStack() as running:
        try:
            history = History(Path(folder), seed, running)
            history.run(history._rng.randint(10, 40))
            history.converge()
            history.check()
        except Exception as error:
            error.add_note(f"history of seed {seed}")
            raise
        return history.counts
