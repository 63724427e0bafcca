"""Moving a visit to another version of its checklist: looked at, done, taken back; no answer is lost."""

from pathlib import Path

import openpyxl
import pytest

from inspector_app import paths
from inspector_app.domain.errors import (
    DecisionsMissing,
    NothingToUndo,
    ReasonMissing,
    TemplateUnknown,
)
from tests.services.conftest import hand_over, verified


@pytest.fixture
def revised(tmp_path: Path) -> Path:
    """The shipped checklist as the office revised it in the middle of the round."""
    book = openpyxl.load_workbook(paths.resources() / "checklists" / "cchc_xa.xlsx")
    survey, choices, settings = book["survey"], book["choices"], book["settings"]
    column = {str(cell.value): cell.column for cell in survey[1]}
    rows = {survey.cell(row, column["name"]).value: row for row in range(3, survey.max_row + 1)}

    def write(name: str, heading: str, value: object) -> None:
        survey.cell(rows[name], column[heading]).value = value

    write("CD01", "label::Tiếng Việt (vi)", "UBND xã đã ban hành kế hoạch CCHC năm đúng hạn và đủ lĩnh vực?")
    write("CD08", "type", "text")  # counted before, described now
    write("CD08", "bind::cchc:rule", "khong_cham")
    write("CD08", "bind::cchc:params", None)
    write("CD08", "bind::cchc:max_points", None)
    write("CD08", "constraint", None)
    write("CD08", "constraint_message::Tiếng Việt (vi)", None)
    write(
        "CD11", "label::Tiếng Việt (vi)", "Kết quả đo lường hài lòng có được niêm yết không?"
    )  # another question
    write("CD12", "name", "CD99")  # CD12 is gone, another question has its place
    write("CD12", "label::Tiếng Việt (vi)", "Có công khai lịch tiếp công dân của Chủ tịch không?")
    lists = {str(cell.value): cell.column for cell in choices[1]}
    for row in range(choices.max_row, 2, -1):
        if (choices.cell(row, lists["list_name"]).value, choices.cell(row, lists["name"]).value) == (
            "CD06",
            "b",
        ):
            choices.delete_rows(row)  # an option that was chosen no longer exists
    version = {str(cell.value): cell.column for cell in settings[1]}["version"]
    settings.cell(2, version).value = "2026120101"
    file = tmp_path / "cchc_xa_moi.xlsx"
    book.save(file)
    return file


@pytest.fixture
def answered(lan, visit):
    """A visit with answers that stand, one whose option goes, one whose type changes, one that is gone."""
    for item, value in {
        "CD01": "a",
        "CD03": "co",
        "CD06": "b",
        "CD08": "3",
        "CD11": "co",
        "CD12": "co",
    }.items():
        lan.checklists.answer(visit, item, value)
    lan.checklists.note(visit, "CD12", "Quyết định số 12")
    return visit


def verdicts(preview):
    return {line.item: line.verdict for line in preview.lines}


def test_the_preview_says_what_becomes_of_every_answer_and_changes_nothing(lan, answered, revised):
    report = lan.templates.publish(revised)
    assert [name.version for name in lan.upgrades.choices(answered)] == ["2026120101"]
    before = lan._workspace.ledger.count()
    preview = lan.upgrades.preview(answered, report.digest)
    assert verdicts(preview) == {
        "CD01": "carries",
        "CD03": "same",
        "CD06": "decide",
        "CD08": "carries",
        "CD11": "decide",
        "CD12": "old",
    }
    lines = {line.item: line for line in preview.lines}
    assert not lines["CD06"].keepable
    assert lines["CD11"].keepable
    assert lines["CD06"].reasons
    assert [line.partition(" ")[0] for line in preview.added] == ["CD99"]
    assert lan._workspace.ledger.count() == before


def test_moving_keeps_what_stands_opens_what_was_decided_and_keeps_old_questions(
    lan, answered, revised, laptop, stick
):
    digest = lan.templates.publish(revised).digest
    with pytest.raises(DecisionsMissing, match="CD06, CD11"):
        lan.upgrades.move(answered, digest, {}, "Sở ban hành mẫu mới")
    with pytest.raises(ReasonMissing):
        lan.upgrades.move(answered, digest, {"CD06": "open", "CD11": "keep"}, " ")
    assert lan.checklists.open(answered).items["CD06"].leaves[0].value == "b"

    lan.upgrades.move(answered, digest, {"CD06": "open", "CD11": "keep"}, "Sở ban hành mẫu mới")
    view = lan.checklists.open(answered)
    assert view.items["CD01"].leaves[0].value == "a"
    assert view.items["CD06"].leaves[0].value == ""
    assert view.items["CD06"].status == "required"
    assert view.items["CD08"].leaves[0].value == "3"
    assert view.items["CD11"].leaves[0].value == "co"
    assert "CD12" not in view.items
    [old] = view.old_questions
    assert (old.item, old.answer, old.note) == ("CD12", "Có", "Quyết định số 12")
    assert [q.code for q in lan.reporting.facts(answered).old_questions] == ["CD12"]

    # Both versions travel, so that another laptop shows the same.
    other = laptop("Minh")
    hand_over(lan, other, answered, stick)
    assert other.checklists.open(answered).old_questions == view.old_questions
    assert other.checklists.open(answered).items == view.items
    assert verified(lan)
    assert verified(other)


def test_a_move_is_taken_back_with_the_answers_that_it_opened_but_not_what_came_since(lan, answered, revised):
    digest = lan.templates.publish(revised).digest
    first = lan.visits.get(answered).visit.template
    before = lan.checklists.open(answered)
    lan.upgrades.move(answered, digest, {"CD06": "open", "CD11": "open"}, "mẫu mới")
    lan.checklists.answer(answered, "CD08", "loa phát thanh, trang thông tin")
    lan.checklists.answer(answered, "CD03", "khong")
    lan.upgrades.undo(answered, "chuyển nhầm")
    after = lan.checklists.open(answered)
    assert lan.visits.get(answered).visit.template == first
    assert after.items["CD06"] == before.items["CD06"]
    assert after.items["CD11"] == before.items["CD11"]
    assert after.items["CD12"] == before.items["CD12"]
    assert after.items["CD03"].leaves[0].value == "khong"
    assert after.items["CD08"].leaves[0].value == "loa phát thanh, trang thông tin"
    assert after.items["CD08"].status == "invalid"  # shown, not thrown away
    assert after.old_questions == ()


def test_a_visit_that_never_moved_and_another_form_are_refused(lan, visit):
    with pytest.raises(NothingToUndo):
        lan.upgrades.undo(visit, "thử")
    with pytest.raises(TemplateUnknown):
        lan.upgrades.preview(visit, "0" * 64)
    dossier = lan.visits.get(visit).visit.dossier_template
    with pytest.raises(TemplateUnknown):
        lan.upgrades.preview(visit, dossier)
