"""The second copy: a mirror of this workspace on a stick, and bringing back what a mirror holds."""

from collections.abc import Callable
from pathlib import Path

from inspector_app.services.desk import Desk
from inspector_app.services.evidence import Evidence
from inspector_app.services.handover import Handover
from inspector_app.services.views import BroughtBack
from inspector_app.storage.mirror import MirrorJob
from inspector_app.storage.workspace import Workspace

PREFIX = "SoKiemTra-ban-sao-"


class Mirroring:
    """The mirror of the open workspace."""

    def __init__(
        self, desk: Desk, handover: Handover, evidence: Evidence, recover: Callable[[], object]
    ) -> None:
        """`recover` turns drafts into changes, as after a crash."""
        self._desk = desk
        self._handover = handover
        self._evidence = evidence
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
            streams = theirs.ledger.streams()
            drafts = theirs.ledger.drafts()
            with self._handover.uniting(streams) as received:
                for template in theirs.templates():
                    if mine.template(template.digest) is None:
                        mine.add_template(template)
                for stream in streams:
                    received += mine.ledger.receive(theirs.ledger.changes(stream))
                    mine.ledger.vouch(stream, theirs.ledger.vouched(stream))
                files = self._evidence.receive(
                    streams,
                    theirs.evidence.digests(),
                    lambda digest: theirs.evidence.get(digest) or b"",
                    removed=True,
                )
                mine.retire(theirs.devices())
                self._desk.reference.take_over(theirs)
                for draft in drafts:
                    mine.ledger.draft(draft)
        finally:
            theirs.close()
        if drafts:
            self._recover()
        return BroughtBack(
            visits=len(streams),
            new=sum(found.new for found in received),
            known=sum(found.known for found in received),
            files=files,
            saved=self._handover.saved(received),
        )
