"""Looking after the workspace: proving that it is whole, computing its tables anew."""

from inspector_app.services.desk import Desk
from inspector_app.services.views import VerifyReport


class Upkeep:
    """Checks and repairs that touch no change."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def verify(self) -> VerifyReport:
        """Check the database file, every digest and chain, and that the tables are what the ledger says."""
        workspace = self._desk.workspace
        problems = workspace.check_file()
        with workspace.transaction():
            changes = workspace.ledger.verify(problems.append)
        streams = workspace.ledger.streams()
        devices = {tip.device for stream in streams for tip in workspace.ledger.tips(stream)}
        return VerifyReport(not problems, changes, len(streams), len(devices), tuple(problems))

    def rebuild(self) -> int:
        """Drop the tables and fold them from the ledger again; the number of rows."""
        with self._desk.workspace.transaction():
            return self._desk.workspace.ledger.rebuild()
