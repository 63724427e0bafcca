"""The user's settings: one frozen model, one small file; a setting is one field."""

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from inspector_app import paths
from inspector_app.i18n import Language


class Settings(BaseModel):
    """What the user chose for this computer; never anything about a visit."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    language: Language = "vi"
    theme: Literal["system", "light", "dark"] = "system"
    workspace: Path | None = None
    mirror: Path | None = None
    """The stick or folder that holds the second copy of the workspace."""
    form_language: str = ""
    """In which of its languages a form speaks, where it has several; "" in the one that it begins with."""

    @classmethod
    def load(cls) -> "Settings":
        """Read the settings file; a missing or damaged one gives the defaults."""
        try:
            return cls.model_validate_json(_file().read_text(encoding="utf-8"))
        except (OSError, ValidationError, UnicodeDecodeError):
            return cls()

    def save(self) -> None:
        """Write the settings file; a crash leaves the old settings or the new."""
        target = _file()
        target.parent.mkdir(parents=True, exist_ok=True)
        paths.write_whole(target, self.model_dump_json(indent=2).encode())

    def with_changes(self, **changes: object) -> "Settings":
        """A copy with some fields replaced, validated."""
        return Settings.model_validate({**self.model_dump(), **changes})


def _file() -> Path:
    return paths.user_config() / "settings.json"
