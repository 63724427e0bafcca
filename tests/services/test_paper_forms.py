"""The checklist and the dossier form on paper, for a real visit: read back from the printed pages."""

import re
from pathlib import Path

import pytest

from inspector_app.domain.errors import ItemUnknown, RecordUnknown
from inspector_app.domain.records import MEMBER, RecordId, VisitId
from inspector_app.services.workbench import Workbench
from tests.forms.everything import FILES, book
from tests.reports.reading import lines, pages
from tests.services.conftest import begin

CODE = re.compile(r"\b[A-Z]{2}\d{2}\b")


def flat(file: bytes) -> str:
    return " ".join(pages(file))


def codes(file: bytes) -> list[str]:
    """The codes at the left edge of the pages, from the top of the first to the foot of the last."""
    found: list[str] = []
    for page in range(1, len(pages(file)) + 1):
        found += [line.text[:4] for line in lines(file, page) if line.left < 70 and CODE.match(line.text)]
    return found


def test_the_checklist_is_printed_in_the_order_of_the_screen(lan: Workbench, visit: VisitId) -> None:
    view = lan.checklists.open(visit)
    order = [code for area in view.areas for code in area.items]
    assert codes(lan.paper_forms.checklist(visit).pdf()) == order


def test_every_page_says_what_it_is(lan: Workbench, visit: VisitId) -> None:
    printed = pages(lan.paper_forms.checklist(visit).pdf())
    for number, page in enumerate(printed, 1):
        assert "UBND xã Thường Phước · 23/11/2026" in page
        assert f"Trang {number}/{len(printed)}" in page
        assert "cchc_xa phiên bản" in page


def test_choices_bear_the_digits_of_the_keyboard(lan: Workbench, visit: VisitId) -> None:
    words = flat(lan.paper_forms.checklist(visit, ["CD"]).pdf())
    assert "1. Đúng hạn và đủ nội dung (1,5 điểm)" in words
    assert "3. Không ban hành (0 điểm)" in words
    assert "0. Không áp dụng, vì" in words
    assert "Số nhiệm vụ đến hạn tính đến ngày kiểm tra" in words
    assert "Ghi chú" in words


def test_an_area_alone_bears_its_owner(lan: Workbench, visit: VisitId) -> None:
    member, _ = lan.visits.add(visit, "participant", side="team", name="Lê Thị Mỹ Duyên", role=MEMBER)
    lan.duties.deal(visit, RecordId(member), ["TC"])
    file = lan.paper_forms.checklist(visit, ["TC"]).pdf()
    assert {code[:2] for code in codes(file)} == {"TC"}
    assert "Người kiểm tra: Lê Thị Mỹ Duyên" in flat(file)
    with pytest.raises(ItemUnknown):
        lan.paper_forms.checklist(visit, ["XX"])


def test_a_blank_form_is_blank_and_a_filled_one_shows_what_is_known(lan: Workbench, visit: VisitId) -> None:
    lan.checklists.answer(visit, "CD04", {"CD04_tu": "18", "CD04_mau": "26"})
    lan.checklists.answer(visit, "SL02", "1234")
    lan.checklists.note(visit, "CD04", "Thiếu sản phẩm của ba nhiệm vụ")
    lan.checklists.not_applicable(visit, "CD07", "Chưa từng được kiểm tra")
    known = ("Thiếu sản phẩm", "Chưa từng", "1.234")
    blank = flat(lan.paper_forms.checklist(visit, ["SL", "CD"]).pdf())
    filled = flat(lan.paper_forms.checklist(visit, ["SL", "CD"], filled=True).pdf())
    assert not any(words in blank for words in known)
    assert all(words in filled for words in known)


def test_large_letters_need_more_pages(lan: Workbench, visit: VisitId) -> None:
    ordinary = pages(lan.paper_forms.checklist(visit, ["TT"]).pdf())
    assert len(pages(lan.paper_forms.checklist(visit, ["TT"], large=True).pdf())) > len(ordinary)


def test_printing_leaves_the_visit_as_it_is(lan: Workbench, visit: VisitId) -> None:
    before = lan.checklists.open(visit)
    lan.paper_forms.checklist(visit, filled=True).pdf()
    assert lan.checklists.open(visit) == before


def test_the_same_visit_gives_the_same_bytes(lan: Workbench, visit: VisitId) -> None:
    assert lan.paper_forms.checklist(visit, ["CD"]).pdf() == lan.paper_forms.checklist(visit, ["CD"]).pdf()


def test_a_note_longer_than_a_page_is_printed_whole(lan: Workbench, visit: VisitId) -> None:
    lan.checklists.note(visit, "CD01", "Hồ sơ thiếu chữ ký. " * 900 + "Hết lời.")
    file = lan.paper_forms.checklist(visit, ["CD"], filled=True).pdf()
    assert "Hết lời." in flat(file)
    assert codes(file)[-1] == "CD13"


# --- dossiers -------------------------------------------------------------------------------------


def test_blank_dossier_forms_fit_on_one_sheet_each(lan: Workbench, visit: VisitId) -> None:
    printed = pages(lan.paper_forms.dossiers(visit, blank=3).pdf())
    assert [re.findall(r"Trang \d/\d", page) for page in printed] == [["Trang 1/2"], ["Trang 2/2"]] * 3
    assert "Phiếu 3" in printed[-1]
    words = " ".join(printed[:2])
    assert re.findall(r"\bH\d\d\b", words) == [f"H{number:02}" for number in range(1, 16)]
    assert "Hồ sơ quá hạn (nếu có)" in words
    assert "Công chức chậm chuyển" in words
    assert "Lần yêu cầu bổ sung 1" in words


def test_a_dossier_of_the_sample_shows_what_is_known_of_it(lan: Workbench, visit: VisitId) -> None:
    dossier, _ = lan.dossiers.add(visit, "H20.1-261101-0001", "Chứng thực bản sao")
    lan.dossiers.answer(visit, dossier, "H01", "dat")
    printed = pages(lan.paper_forms.dossiers(visit, [dossier], blank=1).pdf())
    assert "Phiếu 1: H20.1-261101-0001" in printed[0]
    assert "Chứng thực bản sao" in printed[0]
    assert "H20.1" not in printed[2]
    assert lan.dossiers.open(visit, dossier).lines  # the sheet on the screen has gained nothing
    with pytest.raises(RecordUnknown):
        lan.paper_forms.dossiers(visit, [RecordId("nobody")])


# --- any form -------------------------------------------------------------------------------------


def test_a_form_of_every_kind_of_question_is_printed(lan: Workbench, tmp_path: Path) -> None:
    for name, content in {"moi_thu.xlsx": book(), **FILES}.items():
        (tmp_path / name).write_bytes(content)
    visit = begin(lan, template=lan.templates.publish(tmp_path / "moi_thu.xlsx").digest)
    words = flat(lan.paper_forms.checklist(visit).pdf())
    for asked in ("Số tiền", "Ngày", "Lúc", "Đã đọc", "Vị trí", "Ảnh", "Kênh chính", "Xếp thứ tự", "Tỉnh"):
        assert asked in words
    assert "……/……/…………" in words
    assert "1. Đồng Tháp" in words
    assert "Thành viên 5" in words  # as many as the form itself begins with
    lan.checklists.answer(visit, "so", "2")
    assert "Thành viên 3" not in flat(lan.paper_forms.checklist(visit, filled=True).pdf())
