"""Workbooks on the disk: one to begin from, files that lie beside, versions that were not changed."""

from pathlib import Path

import pytest

from inspector_app.domain.errors import FilePresent, FileTrouble, TemplateUnknown
from inspector_app.forms.workbook import read_workbook
from inspector_app.i18n import tr
from inspector_app.services.templates import CHECKLIST, blank, check, read_form
from tests.forms.test_breadth import FILES, SIMPLE, book, q
from tests.forms.workbooks import workbook


def test_a_blank_workbook_is_sound_and_never_written_over_another(tmp_path: Path) -> None:
    file = tmp_path / "mới.xlsx"
    blank(file)

    assert check(file).warnings == ()
    with pytest.raises(FilePresent):
        blank(file)
    assert check(file).points == 100
    with pytest.raises(FileTrouble):
        blank(tmp_path / "không có" / "mới.xlsx")


def test_files_beside_a_workbook_are_published_with_it(lan, tmp_path: Path) -> None:
    file = tmp_path / "phiếu.xlsx"
    file.write_bytes(book([q("select_one_from_file don_vi.csv", "dv", "Đơn vị")], also={"settings": SIMPLE}))
    for name in ("don_vi.csv", "a.png"):
        (tmp_path / name).write_bytes(FILES[name])
    report = lan.templates.publish(file)
    (tmp_path / "don_vi.csv").unlink()

    sheet = lan.templates.get(report.digest).blank()
    assert [choice.label for choice in sheet.node("dv").choices] == ["Đơn vị một", "Đơn vị hai"]


def test_the_same_version_for_something_else_is_said(lan, tmp_path: Path) -> None:
    told: list[tuple[str, ...]] = []
    for number, words in enumerate(("Có kinh phí riêng không?", "Có bố trí kinh phí riêng không?")):
        file = tmp_path / f"{number}.xlsx"
        file.write_bytes(workbook({"survey!C3": words, "settings!B2": CHECKLIST, "settings!C2": "9"}))
        told.append(lan.templates.publish(file).warnings)

    assert told == [
        (),
        (
            tr(
                "Another checklist has the version {version} too; give a changed one a new version.",
                version="9",
            ),
        ),
    ]


def test_a_checklist_is_found_by_version_or_digest(lan, tmp_path: Path) -> None:
    file = tmp_path / "phiếu.xlsx"
    file.write_bytes(workbook({"settings!C2": "2026-A"}))
    digest = lan.templates.publish(file).digest

    assert lan.templates.find("2026-A").form.digest == digest
    assert lan.templates.find(digest[:8]).form.digest == digest
    assert read_form(file).digest == digest == read_digest(file)
    for text in ("", "2027"):
        with pytest.raises(TemplateUnknown):
            lan.templates.find(text)


def read_digest(file: Path) -> str:
    from inspector_app.domain.templates import template_digest

    return template_digest(read_workbook(file, file.name).xform, {})
