"""`python3 dev.py translate`: what it finds, keeps, adds and drops."""

from pathlib import Path

from resources.translations.update import CONTEXT, Outcome, read, sources, update

CODE = """
title = mark("Visits")
label.setText(tr("Saved {time}", time=now))
label.setText(tr("Open" if count else "Nothing is open"))
label.setText(i18n.tr("It's \\"done\\" <now>\\nNext line"))
label.setText(tr(title))
"""


def written(folder: Path, code: str) -> Path:
    package = folder / "package"
    package.mkdir(exist_ok=True)
    (package / "page.py").write_text(code, encoding="utf-8")
    return package


def test_texts_are_found_wherever_they_are_marked(tmp_path: Path) -> None:
    assert sources(written(tmp_path, CODE)) == {
        "Visits",
        "Saved {time}",
        "Open",
        "Nothing is open",
        'It\'s "done" <now>\nNext line',
    }


def test_an_update_keeps_what_stays_adds_what_is_new_and_drops_the_rest(tmp_path: Path) -> None:
    catalogue = tmp_path / "vi.ts"
    package = written(tmp_path, 'tr("Visits"), tr("Merge")')
    first = update({"Visits": "Cuộc kiểm tra"}, catalogue=catalogue, package=package)
    assert first == Outcome(new=("Merge", "Visits"), dropped=(), unfinished=("Merge",))

    written(tmp_path, 'tr("Visits"), tr("Settings")')
    second = update(catalogue=catalogue, package=package)
    assert second == Outcome(new=("Settings",), dropped=("Merge",), unfinished=("Settings",))
    assert read(catalogue) == {CONTEXT: {"Visits": "Cuộc kiểm tra", "Settings": ""}}


def test_an_update_without_changes_writes_the_same_file(tmp_path: Path) -> None:
    catalogue = tmp_path / "vi.ts"
    package = written(tmp_path, CODE)
    update(catalogue=catalogue, package=package)
    before = catalogue.read_bytes()
    update(catalogue=catalogue, package=package)
    assert catalogue.read_bytes() == before
