"""Finding words without accents, wherever they were written, with the words around."""

from inspector_app.services.day_views import Hit
from inspector_app.services.workbench import Workbench


def hits(workbench: Workbench, visit, text: str) -> list[tuple[str, str]]:
    return [(hit.item, hit.where) for hit in workbench.checklists.find(visit, text)]


def test_items_are_found_by_code_and_by_words(lan, visit):
    assert hits(lan, visit, "cd04") == [("CD04", "item")]
    assert ("CD04", "item") in hits(lan, visit, "NHIEM VU tien do")
    assert ("CD04", "item") in hits(lan, visit, "cd04 nhiệm vụ")
    assert hits(lan, visit, "xyz") == []
    assert hits(lan, visit, "   ") == []


def test_answers_notes_reasons_and_findings_are_found_where_they_stand(lan, visit):
    lan.checklists.note(visit, "CS12", "Phần mềm báo lỗi đồng bộ bốn lần")
    lan.checklists.not_applicable(visit, "TC05", "Không phát sinh kiến nghị đồng bộ")
    lan.checklists.answer(visit, "NX03", "Đề nghị khắc phục lỗi đồng bộ")
    finding, _ = lan.visits.add(visit, "finding", item="TT22", text="Chậm vì dữ liệu không đồng bộ")
    other, _ = lan.visits.add(visit, "finding", text="Lỗi đồng bộ chung")
    found = {(hit.item, hit.where): hit.record for hit in lan.checklists.find(visit, "dong bo")}
    assert found.pop(("TT22", "finding")) == finding
    assert found.pop(("", "finding")) == other
    assert {("CS12", "note"), ("TC05", "note"), ("NX03", "answer")} <= found.keys()
    assert hits(lan, visit, "cs12 dong bo bon lan") == [("CS12", "note")]
    lan.visits.remove(visit, "finding", finding)
    assert ("TT22", "finding") not in hits(lan, visit, "dong bo")


def test_a_word_is_found_by_its_beginning_and_not_by_its_middle(lan, visit):
    lan.checklists.note(visit, "CD04", "Biên bản giao nhận ngày 12/3/2026")
    assert hits(lan, visit, "giao nh 12/3") == [("CD04", "note")]
    assert hits(lan, visit, "iao hận") == []


def test_hits_stand_in_the_order_of_the_checklist(lan, visit):
    for code in ("TT22", "CD04"):
        lan.checklists.note(visit, code, "xem sổ theo dõi abc")
        lan.visits.add(visit, "finding", item=code, text="abc chậm")
    assert hits(lan, visit, "abc") == [
        ("CD04", "note"),
        ("CD04", "finding"),
        ("TT22", "note"),
        ("TT22", "finding"),
    ]


def test_a_long_text_is_shown_from_a_little_before_the_words(lan, visit):
    lan.checklists.note(visit, "CD04", "a " * 100 + "Giồng Găng\nđã xong " + "b " * 100)
    [hit] = lan.checklists.find(visit, "giong gang")
    assert isinstance(hit, Hit)
    assert "Giồng Găng đã xong" in hit.text
    assert (hit.text[:2], hit.text[-2:]) == ("… ", " …")
    assert len(hit.text) < 130
