"""An opened workspace with all services: what the window and the command line hold.

A Workbench is used from one thread at a time; the window gives it a thread of its own (`ui/tasks.py`).
"""

from dataclasses import asdict
from pathlib import Path

from inspector_app.services.checklists import Checklists
from inspector_app.services.desk import REAL, Circumstances, Desk
from inspector_app.services.dossiers import Dossiers
from inspector_app.services.evidence import Evidence
from inspector_app.services.handover import Handover
from inspector_app.services.merging import Merging
from inspector_app.services.mirroring import Mirroring
from inspector_app.services.reporting import Reporting
from inspector_app.services.room import Room
from inspector_app.services.templates import Templates
from inspector_app.services.upgrades import Upgrades
from inspector_app.services.upkeep import Upkeep
from inspector_app.services.views import Profile, Recovered
from inspector_app.services.visits import Visits
from inspector_app.storage.workspace import STRONG, KeyDerivation, Workspace


class Workbench:
    """The services over one workspace."""

    def __init__(self, workspace: Workspace, me: Profile, circumstances: Circumstances) -> None:
        self._workspace = workspace
        desk = Desk(workspace, me, circumstances)
        self._desk = desk
        self.templates = Templates(desk)
        self.checklists = Checklists(desk, self.templates)
        self.visits = Visits(desk, self.templates, self.checklists)
        self.dossiers = Dossiers(desk, self.templates, self.checklists)
        self.evidence = Evidence(desk)
        self.upgrades = Upgrades(desk, self.templates, self.checklists)
        self.handover = Handover(desk, self.checklists, self.evidence)
        self.room = Room(desk, self.handover)
        self.merging = Merging(desk, self.checklists, self.dossiers)
        self.reporting = Reporting(desk, self.visits, self.checklists, self.dossiers, self.merging)
        self.mirroring = Mirroring(desk, self.checklists)
        self.upkeep = Upkeep(desk)
        self.recovered: tuple[Recovered, ...] = self.checklists.recover()

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

    def close(self) -> None:
        """Close the workspace and let go of its folder."""
        self._workspace.close()
