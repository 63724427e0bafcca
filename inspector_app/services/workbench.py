"""An opened workspace with all services: what the window and the command line hold.

A Workbench is used from one thread at a time; the window gives it a thread of its own (`ui/tasks.py`).
"""

from dataclasses import asdict
from pathlib import Path

from inspector_app.domain.errors import TemplateUnknown
from inspector_app.domain.records import VisitId
from inspector_app.services.checklists import Checklists
from inspector_app.services.contributions import Contributions
from inspector_app.services.deciding import Deciding
from inspector_app.services.delivery import Delivery
from inspector_app.services.desk import REAL, Circumstances, Desk
from inspector_app.services.dossiers import Dossiers
from inspector_app.services.duties import Duties
from inspector_app.services.earlier import EarlierVisits
from inspector_app.services.evidence import Evidence
from inspector_app.services.handover import Handover
from inspector_app.services.merging import Merging
from inspector_app.services.mirroring import Mirroring
from inspector_app.services.paper_forms import FormsOnPaper
from inspector_app.services.recovery import recover
from inspector_app.services.reporting import Reporting
from inspector_app.services.room import Room
from inspector_app.services.same_dossiers import SameDossiers
from inspector_app.services.self_report.taking import SelfReports
from inspector_app.services.templates import Templates
from inspector_app.services.trust import Trust
from inspector_app.services.undoing import Undoing
from inspector_app.services.upgrades import Upgrades
from inspector_app.services.upkeep import Upkeep
from inspector_app.services.views import Profile, Recovered
from inspector_app.services.visits import Visits
from inspector_app.services.wording import Wording
from inspector_app.storage.ledger import Act
from inspector_app.storage.workspace import STRONG, KeyDerivation, Workspace


class Workbench:
    """The services over one workspace."""

    def __init__(self, workspace: Workspace, me: Profile, circumstances: Circumstances) -> None:
        self._workspace = workspace
        self._circumstances = circumstances
        desk = Desk(workspace, me, circumstances)
        self._desk = desk
        self.templates = Templates(desk)
        self.checklists = Checklists(desk, self.templates)
        self.earlier = EarlierVisits(desk, self.checklists)
        self.visits = Visits(desk, self.templates, self.checklists, self.earlier)
        self.duties = Duties(desk, self.templates, self.checklists)
        self.dossiers = Dossiers(desk, self.templates, self.checklists)
        self.evidence = Evidence(desk, self.checklists)
        self.upgrades = Upgrades(desk, self.templates, self.checklists)
        wording = Wording(desk, self.checklists, self.dossiers)
        self.reference = desk.reference
        self.trust = Trust(desk, self.checklists, wording)
        self.handover = Handover(desk, self.checklists, self.evidence, self.trust)
        self.room = Room(desk, self.handover)
        self.delivery = Delivery(desk, self.handover, self.evidence, self.trust)
        self.mirroring = Mirroring(desk, self.handover, self.evidence, self._recover)
        self.merging = Merging(desk, self.checklists, wording, self.evidence)
        self.deciding = Deciding(desk, self.merging)
        self.contributions = Contributions(desk, self.checklists, self.merging)
        self.same_dossiers = SameDossiers(desk, self.dossiers)
        self.undoing = Undoing(desk, self.checklists, wording)
        self.reporting = Reporting(
            desk, self.visits, self.checklists, self.dossiers, self.evidence, self.merging
        )
        self.self_reports = SelfReports(desk, self.templates, self.checklists, self.duties)
        self.paper_forms = FormsOnPaper(desk, self.visits, self.checklists, self.dossiers)
        self.upkeep = Upkeep(desk)
        self.recovered: tuple[Recovered, ...] = self._recover()
        self.trials: dict[VisitId, Workbench] = {}
        """Checklists being tried out: the visit that does → a workbench of its own, in memory."""

    def _recover(self) -> tuple[Recovered, ...]:
        return recover(self._desk, self.checklists, self.dossiers, self.visits)

    @staticmethod
    def exists(folder: Path) -> bool:
        """Whether the folder holds a workspace."""
        return Workspace.exists(folder)

    @classmethod
    def create(
        cls,
        folder: Path,
        passphrase: str,
        me: Profile,
        *,
        circumstances: Circumstances = REAL,
        derivation: KeyDerivation = STRONG,
    ) -> "Workbench":
        """Make a workspace and open it. Raises WorkspaceExists, WeakPassphrase, SaveFailed."""
        workspace = Workspace.create(folder, passphrase, derivation, {"profile": asdict(me)})
        return cls._opened(workspace, circumstances)

    @classmethod
    def open(cls, folder: Path, passphrase: str, *, circumstances: Circumstances = REAL) -> "Workbench":
        """Open a workspace; what was being typed when the program stopped becomes answers (`recovered`).

        Raises WorkspaceMissing, WrongPassphrase, WorkspaceInUse, WorkspaceNewer, WorkspaceDamaged.
        """
        return cls._opened(Workspace.open(folder, passphrase), circumstances)

    @classmethod
    def _opened(cls, workspace: Workspace, circumstances: Circumstances) -> "Workbench":
        try:
            return cls(workspace, Profile(**workspace.noted("profile")), circumstances)
        except BaseException:
            workspace.close()
            raise

    @property
    def me(self) -> Profile:
        """The person at this laptop."""
        return self._desk.me

    @property
    def folder(self) -> Path:
        """Where the workspace lies."""
        return self._workspace.folder

    def try_out(self, digest: str, instead_of: VisitId | None = None) -> VisitId:
        """Begin to try a checklist out, and end another trial; the visit in `trials` that fills it in.

        What is tried is the real thing, with checks, scores, files and history, so nothing imitates it; only
        that nothing keeps it. Raises TemplateUnknown.
        """
        trial = Workbench(Workspace.in_memory(), self.me, self._circumstances)
        try:
            trial.templates.take_over(self.templates, digest)
        except TemplateUnknown:
            trial.close()
            raise
        visit = VisitId(trial._desk.new_id())
        today = trial._desk.now().astimezone().date()
        trial._desk.write(visit, [Act("visit", visit, {"template": digest, "on": today.isoformat()})])
        if instead_of is not None and (ended := self.trials.pop(instead_of, None)):
            ended.close()
        self.trials[visit] = trial
        return visit

    def close(self) -> None:
        """Close the workspace and let go of its folder."""
        for trial in self.trials.values():
            trial.close()
        self._workspace.close()
