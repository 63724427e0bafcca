"""The second copy: a mirror of this workspace on a stick, and bringing back what a mirror holds."""

from collections.abc import Callable
from pathlib import Path

from inspector_app.domain.records import VisitId
from inspector_app.services.checklists import Checklists
from inspector_app.services.desk import Desk
from inspector_app.services.views import BroughtBack, Saved, Touched
from inspector_app.storage.mirror import MirrorJob
from inspector_app.storage.workspace import Workspace

PREFIX = "SoKiemTra-ban-sao-"


class Mirroring:
    """The mirror of the open workspace."""

    def __init__(self, desk: Desk, checklists: Checklists, recover: Callable[[], object]) -> None:
        """`recover` turns drafts into changes, as after a crash."""
        self._desk = desk
        self._checklists = checklists
        self._recover = recover

    def job(self, place: Path) -> MirrorJob:
        """What brings the mirror on a stick or in a folder up to date; to be run on another thread."""
        workspace = self._desk.workspace
        target = place / f"{PREFIX}{self._desk.key.device[:4]}"
        return MirrorJob(workspace.folder, target, workspace.key)

    def bring_back(self, folder: Path, passphrase: str) -> BroughtBack:
        """Take in all that another workspace or its mirror holds; again: nothing changes.

        Raises WorkspaceMissing, WrongPassphrase, WorkspaceInUse, WorkspaceNewer, WorkspaceDamaged, BundleGap,
        SaveFailed; nothing was changed then.
        """
        mine = self._desk.workspace
        theirs = Workspace.open(folder, passphrase)
        try:
            with mine.transaction():
                for template in theirs.templates():
                    if mine.template(template.digest) is None:
                        mine.add_template(template)
                streams = theirs.ledger.streams()
                received = [
                    found
                    for stream in streams
                    for found in mine.ledger.receive(theirs.ledger.changes(stream))
                ]
                digests = theirs.evidence.digests()
                lacking = digests - mine.evidence.held(digests)
                for digest in sorted(lacking):
                    mine.evidence.add(theirs.evidence.get(digest) or b"")
                drafts = theirs.ledger.drafts()
                for draft in drafts:
                    mine.ledger.draft(draft)
        finally:
            theirs.close()
        self._checklists.forget(VisitId(found.stream) for found in received if found.new)
        if drafts:
            self._recover()
        touched = {Touched(r.stream, kind, record) for r in received for kind, record in r.touched}
        return BroughtBack(
            visits=len(streams),
            new=sum(found.new for found in received),
            known=sum(found.known for found in received),
            files=len(lacking),
            saved=Saved(self._desk.now(), frozenset(touched)),
        )
