"""What a careful secretary sees to before the signatures."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from inspector_app.reports.checks import checks
from inspector_app.reports.facts import (
    Area,
    Figure,
    FollowUp,
    Item,
    MinutesFacts,
    Person,
    Picture,
    Recommendation,
    SignedBy,
)
from inspector_app.reports.minutes import GAP
from tests.reports.reading import printed
from tests.reports.sample import BONUS, DIGITAL, DIRECTION, FACTS

COMPLETE = replace(FACTS, areas=(DIRECTION, DIGITAL, BONUS))


def test_what_is_open_is_listed_before_printing() -> None:
    assert checks(FACTS) == (
        "Còn 01 nội dung bắt buộc chưa kiểm tra: TT13.",
        "Có 01 nội dung đang có ý kiến khác nhau: TT19.",
    )


def test_complete_facts_pass_the_checks() -> None:
    assert checks(COMPLETE) == ()


def test_photos_that_are_not_printed_are_counted() -> None:
    pictures = (Picture(code="a", withheld=True), Picture(code="b", content=b"jpeg"))
    assert checks(replace(COMPLETE, pictures=pictures)) == (
        "Có 01 ảnh, bản chụp không in vì chưa được xem lại hoặc còn thông tin cá nhân chưa che.",
    )


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        (replace(FACTS, on=None), "Chưa ghi ngày kiểm tra."),
        (replace(FACTS, strengths=""), "Chưa ghi đánh giá chung: ưu điểm."),
        (replace(FACTS, causes="", areas=()), "Chưa ghi đánh giá chung: nguyên nhân."),
        (replace(FACTS, areas=(), shortcomings=""), "Chưa ghi đánh giá chung: tồn tại, hạn chế."),
        (replace(FACTS, place=""), "Chưa ghi địa điểm làm việc."),
        (
            replace(FACTS, figures=(Figure(code="SL01", label="Số TTHC", unit="thủ tục", value=None),)),
            "Còn 01 số liệu cơ sở chưa ghi: SL01.",
        ),
        (replace(FACTS, started_at=None), "Chưa ghi giờ bắt đầu."),
        (replace(FACTS, ended_at=None), "Chưa ghi giờ kết thúc."),
        (
            replace(FACTS, ended_at=datetime(2026, 3, 5, 7, 0)),
            "Giờ kết thúc (07 giờ 00 phút ngày 05/03/2026) không sau giờ bắt đầu "
            "(07 giờ 30 phút ngày 05/03/2026).",
        ),
        (replace(FACTS, team=()), "Chưa ghi thành phần của Đoàn kiểm tra."),
        (
            replace(FACTS, hosts=(Person(name="", title="Chủ tịch"),)),
            "Có 01 người của đơn vị được kiểm tra chưa ghi họ tên.",
        ),
        (replace(FACTS, signers=()), "Chưa có người ký biên bản."),
        (replace(FACTS, signers=(SignedBy(party="lead", name=""),)), "Chưa có tên người ký: trưởng đoàn."),
        (replace(FACTS, recommendations=(Recommendation(text="Sửa"),)), "Kiến nghị 1 chưa có thời hạn."),
        (
            replace(FACTS, recommendations=(Recommendation(text="Sửa"),)),
            "Kiến nghị 1 chưa ghi đơn vị thực hiện.",
        ),
        (replace(FACTS, opinion=""), "Chưa ghi ý kiến của đơn vị được kiểm tra."),
        (
            replace(
                FACTS,
                recommendations=(replace(FACTS.recommendations[0], disputed=True),),
                disputes=("địa điểm làm việc",),
            ),
            "Còn 02 xung đột chưa quyết định: kiến nghị 1; địa điểm làm việc.",
        ),
    ],
)
def test_each_fault_is_named(facts: MinutesFacts, said: str) -> None:
    assert said in checks(facts)


NO_ONE = (Person(name=""),)


@pytest.mark.parametrize(
    "blank",
    [
        {"on": None},
        {"place": ""},
        {"started_at": None},
        {"ended_at": None},
        {"team": ()},
        {"team": NO_ONE},
        {"hosts": NO_ONE},
        {"strengths": ""},
        {"shortcomings": "", "areas": ()},
        {"causes": "", "areas": ()},
        {"recommendations": (Recommendation(text="Sửa"),)},
        {"opinion": ""},
        {"signers": (SignedBy(party="unit", name=""),)},
    ],
    ids=lambda blank: ",".join(blank),
)
def test_no_dots_are_printed_unawares(blank: dict[str, object]) -> None:
    facts = replace(COMPLETE, **blank)
    assert GAP in printed(facts)
    assert len(checks(facts)) >= 1


def test_an_unanswered_optional_item_is_no_fault() -> None:
    area = Area(code="TP", name="Thưởng", items=(Item(code="TP01", text="Sáng kiến", required=False),))
    assert checks(replace(FACTS, areas=(area,))) == ()


ANSWERED = Item(code="CD01", text="Có kế hoạch?", answer="Có")


def with_items(*items: Item) -> MinutesFacts:
    return replace(COMPLETE, areas=(Area(code="CD", name="Chỉ đạo", items=items),))


def test_those_who_were_not_ticked_are_named() -> None:
    assert checks(replace(COMPLETE, unticked=("Lê Văn Hậu",))) == ("Chưa điểm danh: Lê Văn Hậu.",)


def test_answers_without_the_evidence_they_need_are_named() -> None:
    asked = replace(ANSWERED, evidence_required=True)
    facts = with_items(
        asked,
        replace(asked, code="CD02", evidence=2),
        replace(asked, code="CD03", answer="", required=False),
        replace(asked, code="CD04", answer="", not_applicable=True),
    )
    assert checks(facts) == ("Còn 01 nội dung chưa có ảnh, bản chụp làm minh chứng: CD01.",)


def test_a_legal_basis_that_did_not_hold_on_the_day_is_named_with_its_dates() -> None:
    day = date(2026, 3, 5)
    facts = with_items(
        replace(ANSWERED, basis_from=date(2020, 1, 1), basis_to=day),
        replace(ANSWERED, code="CD02", basis_to=date(2026, 3, 4)),
        replace(ANSWERED, code="CD03", basis_from=date(2026, 7, 1)),
    )
    assert checks(facts) == (
        "Căn cứ không có hiệu lực vào ngày kiểm tra: CD02 (hết hiệu lực ngày 04/03/2026); "
        "CD03 (có hiệu lực từ ngày 01/07/2026).",
    )


def test_earlier_recommendations_that_nobody_has_looked_at_are_counted() -> None:
    followed = (FollowUp(text="Xin lỗi bằng văn bản"), FollowUp(text="Số hóa", state="fixed"))
    assert checks(replace(COMPLETE, follow_ups=followed)) == (
        "Còn 01 kiến nghị kỳ trước chưa đánh giá kết quả khắc phục.",
    )


def test_a_unit_that_does_not_sign_needs_a_witness_and_no_opinion() -> None:
    signers = (SignedBy(party="witness", name=""), *FACTS.signers[1:])
    facts = replace(COMPLETE, opinion="", unsigned_reason="Chủ tịch đi vắng", signers=signers)
    assert checks(facts) == ("Chưa có tên người ký: người chứng kiến.",)
