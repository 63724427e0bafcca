"""How questions are worded for paper: digits, guides, what is mandatory, who asks."""

from decimal import Decimal

from inspector_app.reports.blank_forms import (
    Asked,
    Occasion,
    PaperArea,
    PaperCheck,
    PaperGroup,
    PaperItem,
    Side,
    checklist,
    dossier,
)
from inspector_app.reports.paper import Blank, Blanks, Checks, Part, Question, Ticks, Writing

AT = Occasion(title="Bảng kiểm", unit="UBND xã Thường Phước", on="23/11/2026", version="cchc_xa phiên bản 1")


def area(*items: PaperItem, code: str = "CD", inspector: str = "") -> PaperArea:
    return PaperArea(code=code, name="Chỉ đạo", items=items, inspector=inspector)


def asked(item: PaperItem) -> Question:
    part = checklist(AT, [area(item)]).body[0]
    assert isinstance(part, Part)
    return part.questions[0]


def test_choices_are_numbered_as_on_the_keyboard() -> None:
    choice = Asked(kind="choice", options=(("Có", True), ("Không", False)))
    question = asked(PaperItem(code="CD01", text="Có kế hoạch?", asked=(choice,), worth=Decimal("1.5")))
    (ticks,) = [place for place in question.places if isinstance(place, Ticks)]
    assert [(tick.label, tick.ticked) for tick in ticks.options] == [("1. Có", True), ("2. Không", False)]
    assert question.aside == "1,50"


def test_a_rate_asks_for_both_numbers_and_says_what_follows_by_itself() -> None:
    question = asked(
        PaperItem(code="TT24", text="Tỷ lệ", sides=(Side("Số đạt", "18"), Side("SL24", "", True)))
    )
    (blanks,) = [place for place in question.places if isinstance(place, Blanks)]
    assert blanks.blanks == (
        Blank("Số đạt", "18", boxed=True),
        Blank("SL24 (từ biểu số liệu)", "", boxed=True),
    )


def test_not_applicable_is_offered_where_it_is_allowed() -> None:
    writings = [
        place
        for place in asked(
            PaperItem(code="CD07", text="…", not_applicable=True, reason="Chưa kiểm tra")
        ).places
        if isinstance(place, Writing)
    ]
    assert writings[0] == Writing("0. Không áp dụng, vì", "Chưa kiểm tra", ticked=True)
    assert not any("Không áp dụng" in str(place) for place in asked(PaperItem(code="CD01", text="…")).places)


def test_mandatory_questions_bear_a_star_and_dates_a_pattern() -> None:
    day = Asked(kind="date", label="Ngày nộp", required=True, sometimes=True)
    group = PaperGroup(title="Thời gian", asked=(day, Asked(kind="line", label="Lĩnh vực")))
    (part,) = dossier(AT, "Phiếu 1", [group]).body
    assert isinstance(part, Part)
    (blanks,) = part.questions[0].places
    assert isinstance(blanks, Blanks)
    assert blanks.columns == 2
    assert blanks.blanks[0] == Blank("Ngày nộp * (nếu có)", guide="……/……/…………")


def test_a_choice_out_of_very_many_is_written() -> None:
    many = Asked(kind="choice", label="Xã", options=tuple((f"Xã {n}", False) for n in range(100)))
    assert not any(
        isinstance(place, Ticks) for place in asked(PaperItem(code="", text="…", asked=(many,))).places
    )


def test_one_inspector_stands_at_the_top_several_at_their_areas() -> None:
    item = PaperItem(code="CD01", text="…")
    alone = checklist(AT, [area(item, inspector="Huy"), area(item, code="TC", inspector="Huy")])
    assert Blank("Người kiểm tra", "Huy") in alone.facts
    several = checklist(AT, [area(item, inspector="Huy"), area(item, code="TC", inspector="Duyên")])
    assert Blank("Người kiểm tra", "") in several.facts
    assert [part.below for part in several.body if isinstance(part, Part)] == [
        "Người kiểm tra: Huy",
        "Người kiểm tra: Duyên",
    ]


def test_critical_checks_are_marked() -> None:
    checks = (
        PaperCheck(code="H01", text="Mã khớp", critical=True, chosen=1),
        PaperCheck(code="H05", text="…"),
    )
    (table,) = dossier(
        AT, "Phiếu 1", [PaperGroup(title="Kiểm tra", checks=checks, answers=("Đạt", "Không"))]
    ).body
    assert isinstance(table, Checks)
    assert [(row.code, row.ticked) for row in table.rows] == [("H01 ●", 1), ("H05", None)]
