"""The texts of help: one Markdown file for every page, in both languages, in `resources/help`."""

from pathlib import Path

from inspector_app import i18n, paths


def help_file(page: str, language: i18n.Language) -> Path:
    """Where the text of a page lies."""
    return paths.resources() / "help" / language / f"{page}.md"


def help_text(page: str) -> str:
    """The Markdown text of a page, in the language of the window."""
    return help_file(page, i18n.language()).read_text(encoding="utf-8")
