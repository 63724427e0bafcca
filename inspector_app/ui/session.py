"""What every page is given: the lanes, the state of saving, word of what changed.

An act goes through `Session.save`. It keeps the "Đã lưu 14:32:05" line true: *saving* while the act is on its
way, *saved at* once the service says that it is durable, *failed* with the reason while the disk refuses. A
failed act is kept, tried again every few seconds and on request, and the window does not close before it has
got through or the user has corrected it. Two acts of the same `key` (the same field) never race: the newer
replaces the waiting older.
"""

from collections import Counter
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal, TypeVar

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal

from inspector_app import paths
from inspector_app.domain.errors import FileTrouble, InspectorError, Refused
from inspector_app.services.views import Saved
from inspector_app.settings import Settings
from inspector_app.ui.tasks import Job, Lanes

if TYPE_CHECKING:
    from inspector_app.services.workbench import Workbench

T = TypeVar("T")
RETRY_MS = 5000


class SaveState(QObject):
    """Whether everything the user did is durable. The header shows it; closing asks it."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.at: datetime | None = None
        self.error: InspectorError | None = None
        self._saving: Counter[str] = Counter()
        self._failed: dict[str, Callable[[], None]] = {}
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.retry)
        self.retry_after(RETRY_MS)

    @property
    def state(self) -> Literal["none", "saving", "saved", "failed"]:
        """The worst that is true: one failed act outweighs all that succeeded."""
        if self._failed:
            return "failed"
        if self._saving:
            return "saving"
        return "saved" if self.at else "none"

    def failing(self, key: str) -> bool:
        """Whether the act of this key did not become durable and waits to be tried again."""
        return key in self._failed

    def begin(self, key: str) -> None:
        """An act has been given to the workspace."""
        self._failed.pop(key, None)
        self._saving[key] += 1
        self._tell()

    def saved(self, key: str, at: datetime) -> None:
        """The act is durable since `at`."""
        self._arrived(key)
        self._failed.pop(key, None)
        self.at = at
        self._tell()

    def refused(self, key: str) -> None:
        """The act was not acceptable; there is nothing to save."""
        self._arrived(key)
        self._tell()

    def failed(self, key: str, error: InspectorError, retry: Callable[[], None]) -> None:
        """The act did not become durable; `retry` gives it again."""
        self._arrived(key)
        self._failed[key] = retry
        self.error = error
        self._tell()

    def restore(self, at: datetime | None) -> None:
        """Show when a visit that was just opened was last saved."""
        self.at = at
        self._tell()

    def retry_after(self, milliseconds: int) -> None:
        """How long a failed act rests before it is tried again by itself."""
        self._timer.setInterval(milliseconds)

    def retry(self) -> None:
        """Try every failed act again."""
        for again in list(self._failed.values()):
            again()

    def _arrived(self, key: str) -> None:
        self._saving[key] -= 1
        self._saving = +self._saving

    def _tell(self) -> None:
        if self._failed and not self._timer.isActive():
            self._timer.start()
        elif not self._failed:
            self._timer.stop()
            self.error = None
        self.changed.emit()


class Session(QObject):
    """The opened workspace as the pages see it."""

    changed = Signal(object, object)
    """(Saved, owner): the ledger grew. Each page decides whether that concerns it."""

    def __init__(self, lanes: Lanes, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lanes = lanes
        self.settings = settings
        self.saves = SaveState(self)
        self._count = 0

    def set(self, **changes: object) -> None:
        """Change settings of this computer and keep them."""
        self.settings = self.settings.with_changes(**changes)
        try:
            self.settings.save()
        except OSError as error:
            trouble = FileTrouble(file=paths.user_config(), reason=error.strerror or str(error))
            self.lanes.unhandled.emit(trouble, self.set)

    def read(
        self,
        work: Callable[["Workbench"], T],
        then: Callable[[T], None],
        failed: Callable[[InspectorError], None] | None = None,
        *,
        owner: QObject,
        doing: str = "",
    ) -> Job:
        """Ask the workspace; without `failed` a fault is shown above the page."""
        return self.lanes.run(work, then, failed, owner=owner, doing=doing)

    def save(
        self,
        work: Callable[["Workbench"], T],
        then: Callable[[T], None] | None = None,
        refused: Callable[[Refused], None] | None = None,
        *,
        owner: QObject,
        key: str = "",
        doing: str = "",
    ) -> None:
        """Change something. The result is a Saved, a (id, Saved), a time, or has `.saved`.

        key: names the field, so that a newer value of it replaces an older one that could not be saved.
        """
        if not key:
            self._count += 1
            key = f"act {self._count}"

        def arrived(result: T) -> None:
            at, saved = _proof(result)
            self.saves.saved(key, at)
            if then is not None and shiboken6.isValid(owner):
                then(result)
            if saved is not None:
                self.changed.emit(saved, owner)

        def failed(error: InspectorError) -> None:
            if not isinstance(error, Refused):
                self.saves.failed(key, error, attempt)
                return
            self.saves.refused(key)
            if refused is not None and shiboken6.isValid(owner):
                refused(error)
            else:
                self.lanes.unhandled.emit(error, attempt)

        def attempt() -> None:
            self.saves.begin(key)
            # The session owns the job: an act is followed to its end even if its page has been left.
            self.lanes.run(work, arrived, failed, owner=self, doing=doing)

        attempt()


def _proof(result: Any) -> tuple[datetime, Saved | None]:
    if isinstance(result, datetime):
        return result, None
    saved = result if isinstance(result, Saved) else result[-1] if isinstance(result, tuple) else result.saved
    return saved.at, saved
