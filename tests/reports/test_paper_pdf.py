"""Forms to be filled in by hand: rows are whole, pages are counted, what is known stands in its place."""

from dataclasses import replace

from inspector_app.reports.paper import (
    ORDINARY,
    Beside,
    Blank,
    Blanks,
    CheckRow,
    Checks,
    PaperForm,
    PaperForms,
    Part,
    Question,
    Tick,
    Ticks,
    Words,
    Writing,
)
from inspector_app.reports.paper_pdf import render_forms
from tests.reports.reading import fonts, lines, pages

LONG = "Đoàn kiểm tra làm việc với Ủy ban nhân dân xã về công tác cải cách hành chính. "


def printed(*forms: PaperForm, size: float = ORDINARY) -> bytes:
    return render_forms(PaperForms(title="Phiếu", author="Đoàn", forms=forms, size=size))


def form(*parts: Part | Checks, **others: object) -> PaperForm:
    made = PaperForm(title="BẢNG KIỂM", head="UBND xã Thường Phước", foot="cchc_xa phiên bản 1", body=parts)
    return replace(made, **others)


def question(number: int, height: int = 3) -> Question:
    return Question(f"CD{number:02}", LONG * height, (Writing("Ghi chú"),), "1,00")


def test_a_question_never_breaks_across_pages() -> None:
    part = Part("CD. Chỉ đạo", tuple(question(number, number % 7 + 1) for number in range(1, 40)))
    file = printed(form(part))
    for page in range(1, len(pages(file)) + 1):
        words = [line.text for line in lines(file, page)]
        # A question begins with its code and ends with its line for notes: as many of one as of the other.
        assert sum(text.startswith("CD") and text[2:4].isdigit() for text in words) == sum(
            text.startswith("Ghi chú") for text in words
        )


def test_the_title_of_a_part_stands_again_on_every_page() -> None:
    file = printed(form(Part("CD. Chỉ đạo, điều hành", tuple(map(question, range(1, 40))), aside="Điểm")))
    assert len(pages(file)) > 2
    assert all("CD. Chỉ đạo, điều hành" in page for page in pages(file))


def test_every_form_counts_its_own_pages() -> None:
    long = form(Part("A", tuple(map(question, range(1, 30)))), head="Phiếu 1")
    short = form(Part("B", (question(1),)), head="Phiếu 2")
    file = printed(long, short)
    of_first = len(pages(file)) - 1
    assert f"Trang {of_first}/{of_first}" in pages(file)[-2]
    assert "Trang 1/1" in pages(file)[-1]
    assert "Phiếu 2" in pages(file)[-1]


def test_what_is_known_stands_in_its_place() -> None:
    places = (
        Ticks((Tick("1. Có", ticked=True), Tick("2. Không")), "Có kế hoạch không?"),
        Blanks((Blank("Tử số", "18", boxed=True), Blank("Mẫu số", "26", boxed=True))),
        Blanks((Blank("Ngày", guide="……/……/…………"), Blank("Người ký", "Huỳnh Thị Mỹ")), columns=2),
        Beside((Writing("0. Không áp dụng, vì", ticked=False), Writing("Ghi chú"))),
        Words("Cách chấm: có 1, không 0"),
    )
    (page,) = pages(printed(form(Part("CD", (Question("CD01", "Câu hỏi", places, "1,00"),)))))
    for words in ("1. Có", "18", "Mẫu số", "……/……/…………", "Huỳnh Thị Mỹ", "Không áp dụng, vì", "Cách chấm"):
        assert words in page


def test_checks_are_a_table_with_a_box_for_each_answer() -> None:
    checks = Checks(
        "Nội dung kiểm tra", ("Đạt", "Không đạt"), "Ghi chú", (CheckRow("H01", "Mã khớp", 0, "đã xem"),)
    )
    (page,) = pages(printed(form(checks)))
    for words in ("Nội dung kiểm tra", "Không đạt", "H01", "Mã khớp", "đã xem"):
        assert words in page


def test_large_letters_are_larger() -> None:
    part = Part("CD", (Question("CD01", "Câu hỏi"),))
    heights = [
        next(
            line.top - line.bottom
            for line in lines(printed(form(part), size=size), 1)
            if line.text == "Câu hỏi"
        )
        for size in (11, 14)
    ]
    assert heights[1] > heights[0] * 1.2


def test_odd_words_are_printed_as_they_can_be() -> None:
    odd = "a\u0000b <b>&amp; \u200b" + "x" * 400
    file = printed(form(Part(odd, (Question("", odd, (Words(odd), Writing("", odd), Ticks((Tick(odd),)))),))))
    assert "<b>&amp;" in " ".join(pages(file))


def test_every_letter_is_in_the_file_and_the_bytes_are_always_the_same() -> None:
    made = form(Part("Mục ●", (question(1),)), facts=(Blank("Ngày kiểm tra", "23/11/2026"),))
    assert all(fonts(printed(made)).values())
    assert printed(made) == printed(made)
