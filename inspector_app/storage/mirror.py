"""A second copy of a workspace, on a stick or in a folder, that follows the first one.

A mirror is a workspace like any other: the same tables under the same key, opened with the same passphrase by
this program on any computer. It follows by copying what is new in one transaction, so that a stick that is
pulled out holds the older state or the newer one. The laptop's signing keys lie in it as retired ones: who
works on in a mirror is another device, so that nothing forks, but can take over the place of the one that is
gone.
"""

import shutil
from dataclasses import dataclass
from pathlib import Path

from inspector_app.domain.errors import FolderTaken, MirrorFailed, WorkspaceDamaged, WorkspaceInUse
from inspector_app.storage import cipher
from inspector_app.storage.workspace import DATABASE, KEY_FILE, connect, locked

_BY_DIGEST = {"templates": "digest", "template_files": "template", "evidence_files": "digest"}
"""What is kept under a digest: copied where the digest is new, and never altered."""
_REPLACED = ("drafts", "holdings", "vouchers", "reference")
"""What is small and overwritten in place: copied anew each time."""


@dataclass(frozen=True)
class MirrorJob:
    """All that following takes; runs on any thread, beside the open workspace and without its connection."""

    source: Path
    target: Path
    key: bytes

    def run(self) -> int:
        """Bring the mirror up to date; how many changes were new to it.

        Raises FolderTaken where another workspace lies there, MirrorFailed; the mirror then is as it was.
        """
        try:
            self._prepare()
            return self._copy()
        except WorkspaceInUse as error:
            raise FolderTaken(folder=self.target) from error
        except (OSError, WorkspaceDamaged, cipher.Error) as error:
            reason = error.strerror if isinstance(error, OSError) else None
            raise MirrorFailed(folder=self.target, reason=reason or str(error)) from error

    def _prepare(self) -> None:
        """Make the mirror where there is none. The key file comes first: it says whose mirror it is."""
        mine = (self.source / KEY_FILE).read_bytes()
        if not self.target.parent.is_dir():
            raise FileNotFoundError(2, "no such folder")
        self.target.mkdir(exist_ok=True)
        theirs = self.target / KEY_FILE
        if theirs.exists() and theirs.read_bytes() != mine:
            raise FolderTaken(folder=self.target)
        if not theirs.exists():
            shutil.copyfile(self.source / KEY_FILE, theirs)
        connect(self.target / DATABASE, self.key).close()

    def _copy(self) -> int:
        lock = locked(self.target)
        connection = cipher.connect(self.source / DATABASE, self.key)
        try:
            key = f"x'{self.key.hex()}'"
            connection.execute("attach ? as mirror key ?", [str(self.target / DATABASE), key])
            connection.execute("pragma mirror.synchronous = FULL")
            connection.execute("begin immediate")
            last = "select coalesce(max(id), 0) from mirror.changes"
            sql = f"insert into mirror.changes select * from main.changes where id > ({last}) order by id"
            new = connection.execute(sql).rowcount
            for table, digest in _BY_DIGEST.items():
                known = f"select {digest} from mirror.{table}"
                connection.execute(
                    f"insert into mirror.{table} select * from main.{table} where {digest} not in ({known})"
                )
            # Evidence that its owner let go, such as a photo before it was blurred, goes here too.
            held = "select digest from main.evidence_files"
            connection.execute(f"delete from mirror.evidence_files where digest not in ({held})")
            for table in _REPLACED:
                connection.execute(f"delete from mirror.{table}")
                connection.execute(f"insert into mirror.{table} select * from main.{table}")
            columns = "device, private_key, public_key, label"
            connection.execute("delete from mirror.retired_devices")
            for table in ("retired_devices", "devices"):
                connection.execute(
                    f"insert or ignore into mirror.retired_devices ({columns}) "
                    f"select {columns} from main.{table} order by id"
                )
            profile = "select * from main.meta where key = 'profile'"
            connection.execute(f"insert or replace into mirror.meta {profile}")
            # The tables of records are folded from the changes when the mirror is opened.
            connection.execute("delete from mirror.meta where key = 'projections'")
            connection.execute("commit")
            return new
        finally:
            connection.close()
            lock.release()
