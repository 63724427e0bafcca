"""Dossiers checked on the spot: their lines, their verdicts, and what they give the checklist."""

import pytest

from inspector_app.domain.errors import (
    AnswerRefused,
    ConflictOpen,
    ItemUnknown,
    RecordUnknown,
    SaveFailed,
    VisitUnknown,
)
from inspector_app.domain.records import RecordId, VisitId
from inspector_app.services.views import DossierView, LeafView, Touched
from inspector_app.services.workbench import Workbench
from inspector_app.storage.ledger import Act
from tests.services.conftest import full, hand_over, room_again, state, verified

CHECKS = [f"H{number:02}" for number in range(1, 16)]
DATES = {
    "ngay_kiem_tra": "2026-11-23",
    "ngay_tiep_nhan": "2026-11-02",
    "ngay_hen_tra": "2026-11-10",
    "ngay_ket_thuc": "2026-11-10",
}
LATE = DATES | {"ngay_ket_thuc": "2026-11-16"}


def sound(**different: str) -> dict[str, str]:
    """A dossier in time, with every check passed but those said."""
    return DATES | {code: "dat" for code in CHECKS if code != "H10"} | different


def leaf(view: DossierView, key: str) -> LeafView:
    return next(line.leaf for line in view.lines if line.key == key and line.leaf is not None)


def keys(view: DossierView) -> list[str]:
    return [line.key for line in view.lines]


def test_a_dossier_is_added_with_what_is_known_and_outlives_the_program(laptop, lan, visit):
    dossier, saved = lan.dossiers.add(
        visit,
        " h20.50-0001 ",
        " Đăng ký khai sinh",
        linh_vuc="Hộ tịch",
        kenh_nop="truc_tuyen",
        tang_mau="qua_han",
    )
    assert Touched(visit, "dossier", dossier) in saved.what
    [row] = laptop.again(lan).dossiers.list(visit)
    assert (row.id, row.code, row.procedure, row.field) == (
        dossier,
        "H20.50-0001",
        "Đăng ký khai sinh",
        "Hộ tịch",
    )
    assert (row.channel, row.passed, row.failed, row.overdue) == ("Trực tuyến", None, (), False)


def test_dossiers_stand_in_the_order_in_which_they_were_added(lan, visit):
    added = [lan.dossiers.add(visit, code)[0] for code in ("C", "A", "B")]
    assert [row.id for row in lan.dossiers.list(visit)] == added


def test_lines_are_answered_one_by_one(laptop, lan, visit):
    dossier, _ = lan.dossiers.add(visit, "A")
    saved = lan.dossiers.answer(visit, dossier, "H01", "dat")
    assert saved.saved.what == {Touched(visit, "answer", f"{dossier}/H01")}
    assert leaf(saved.view, "H01").value == "dat"
    lan.dossiers.answer(visit, dossier, "H02", "khong_dat")
    lan.dossiers.answer(visit, dossier, "H01", "")
    view = laptop.again(lan).dossiers.open(visit, dossier)
    assert (leaf(view, "H01").value, leaf(view, "H02").value) == ("", "khong_dat")
    assert view.row.failed == ("H02",)


def test_only_the_lines_that_apply_are_shown(lan, visit):
    dossier, _ = lan.dossiers.add(visit, "A", **DATES)
    view = lan.dossiers.open(visit, dossier)
    assert "H10" not in keys(view)
    assert "H02_ghi_chu" not in keys(view)
    view = lan.dossiers.answer(visit, dossier, "H02", "khong_dat").view
    assert "H02_ghi_chu" in keys(view)
    view = lan.dossiers.answer(visit, dossier, "ngay_ket_thuc", "2026-11-16").view
    assert {"H10", "nguyen_nhan"} <= set(keys(view))
    assert leaf(view, "so_ngay_qua_han").value == "6"
    assert leaf(view, "so_ngay_qua_han").computed
    assert view.row.overdue


def test_a_value_that_cannot_be_is_refused_and_the_earlier_stands(laptop, lan, visit):
    dossier, _ = lan.dossiers.add(visit, "A", **DATES)
    before = state(lan)
    for key, text in (("ngay_hen_tra", "2026-11-01"), ("ngay_hen_tra", "hôm kia"), ("H01", "tạm được")):
        with pytest.raises(AnswerRefused):
            lan.dossiers.answer(visit, dossier, key, text)
    with pytest.raises(ItemUnknown):
        lan.dossiers.answer(visit, dossier, "H99", "dat")
    with pytest.raises(AnswerRefused):
        lan.dossiers.add(visit, "B", ngay_tiep_nhan="2026-13-01")
    with pytest.raises(VisitUnknown):
        lan.dossiers.add(VisitId("không có"), "B")
    assert state(lan) == before
    assert leaf(laptop.again(lan).dossiers.open(visit, dossier), "ngay_hen_tra").value == "2026-11-10"


def test_the_code_can_be_corrected(lan, visit):
    dossier, _ = lan.dossiers.add(visit, "A")
    lan.dossiers.answer(visit, dossier, "ma_ho_so", "H20.50-0002")
    assert lan.dossiers.list(visit)[0].code == "H20.50-0002"


def test_requests_for_more_papers_repeat(laptop, lan, visit):
    dossier, _ = lan.dossiers.add(visit, "A", **DATES, co_bo_sung="co")
    for day in ("2026-11-03", "2026-11-05"):
        view = lan.dossiers.add_repeat(visit, dossier, "bo_sung").view
        key = [key for key in keys(view) if key.endswith("/ngay_yeu_cau")][-1]
        lan.dossiers.answer(visit, dossier, key, day)
    view = laptop.again(lan).dossiers.open(visit, dossier)
    asked = [line.leaf.value for line in view.lines if line.key.endswith("/ngay_yeu_cau") and line.leaf]
    assert asked == ["2026-11-03", "2026-11-05"]
    assert [line.depth for line in view.lines if line.repeat] == [1, 1]


def test_an_unknown_repeat_is_said(lan, visit):
    dossier, _ = lan.dossiers.add(visit, "A")
    with pytest.raises(ItemUnknown):
        lan.dossiers.add_repeat(visit, dossier, "lần_nữa")


def test_a_removed_dossier_counts_nowhere_and_cannot_be_answered(lan, visit):
    kept, _ = lan.dossiers.add(visit, "A", **sound())
    gone, _ = lan.dossiers.add(visit, "B", **sound(H02="khong_dat"))
    lan.dossiers.remove(visit, gone)
    assert [row.id for row in lan.dossiers.list(visit)] == [kept]
    assert lan.dossiers.totals(visit).totals.dossiers == 1
    for act in (
        lambda: lan.dossiers.answer(visit, gone, "H01", "dat"),
        lambda: lan.dossiers.remove(visit, gone),
        lambda: lan.dossiers.open(visit, gone),
        lambda: lan.dossiers.open(visit, RecordId("không có")),
    ):
        with pytest.raises(RecordUnknown):
            act()


# --- sums and what they feed ---------------------------------------------------------------------


@pytest.fixture
def sample(lan: Workbench, visit: VisitId) -> Workbench:
    """Five dossiers: A and B passed (B failed a check that is not critical), so did D, though late and with
    an apology; C lacks its receipt; E is not decided yet."""
    lan.dossiers.add(visit, "A", "Đăng ký khai sinh", **sound())
    lan.dossiers.add(visit, "B", **sound(H05="khong_dat", H06="khong_ap_dung"))
    lan.dossiers.add(visit, "C", **sound(H02="khong_dat", H07="khong_ap_dung"))
    lan.dossiers.add(
        visit, "D", "Đăng ký kết hôn",
        **LATE, **dict.fromkeys(CHECKS, "dat"), nguyen_nhan="a h", nguyen_nhan_khac="Mất điện",
        co_xin_loi="co", so_xin_loi="12/XL-UBND", ngay_xin_loi="2026-11-09",
    )  # fmt: skip
    lan.dossiers.add(visit, "E", H02="dat")
    return lan


def test_the_sums_are_those_counted_by_hand(sample, visit):
    found = sample.dossiers.totals(visit)
    totals = found.totals
    assert (totals.dossiers, totals.undecided, totals.overdue, totals.apologised) == (5, 1, 1, 1)
    assert totals.checks["H02"] == (4, 5)
    assert totals.checks["H06"] == (3, 3)
    assert totals.checks["H07"] == (3, 3)
    assert totals.supplements == (0, 1)
    assert totals.causes == {"a": 1, "h": 1}
    assert (found.checks["H02"].passed, found.checks["H02"].applied) == (4, 5)
    assert sample.dossiers.check_text(visit, "H02").startswith("Có Giấy tiếp nhận hồ sơ")


def test_an_overdue_dossier_is_told_in_words(sample, visit):
    [late] = sample.dossiers.overdue(visit)
    assert (late.code, late.procedure, late.delay) == ("D", "Đăng ký kết hôn", "6 ngày")
    assert "Mất điện" in late.causes
    assert late.apology == "12/XL-UBND ngày 09/11/2026"


def test_the_sample_feeds_the_items_that_count_it(laptop, sample, visit):
    delta = sample.dossiers.feed(visit)
    fed = ("TT17", "TT18", "TT19", "TT20", "TT22")
    assert {touched.record for touched in delta.saved.what} == set(fed)
    assert {view.code for view in delta.items} == set(fed)
    assert [area.code for area in delta.areas] == ["TT"]
    lan = laptop.again(sample)
    items = lan.checklists.open(visit).items
    sides = {code: (int(items[code].numerator), int(items[code].denominator)) for code in fed}
    assert sides == {"TT17": (3, 4), "TT18": (4, 5), "TT19": (3, 3), "TT20": (0, 1), "TT22": (3, 3)}
    assert delta.summary == lan.checklists.open(visit).summary


def test_without_dossiers_nothing_is_fed(lan, visit):
    lan.dossiers.add(visit, "A")
    assert lan.dossiers.feed(visit) is None


def test_feeding_into_a_dispute_feeds_nothing(laptop, sample, visit, stick):
    minh = laptop("Minh")
    hand_over(sample, minh, visit, stick)
    sample.checklists.answer(visit, "TT19", {"TT19_tu": "1", "TT19_mau": "2"})
    minh.checklists.answer(visit, "TT19", {"TT19_tu": "2", "TT19_mau": "2"})
    hand_over(minh, sample, visit, stick)
    before = sample.checklists.open(visit)
    with pytest.raises(ConflictOpen):
        sample.dossiers.feed(visit)
    assert sample.checklists.open(visit) == before
    assert sample.checklists.open(visit).items["TT17"].status == "required"


# --- several people, and a full disk -------------------------------------------------------------


def test_two_people_at_different_lines_of_one_dossier_do_not_dispute(laptop, lan, visit, stick):
    dossier, _ = lan.dossiers.add(visit, "A")
    minh = laptop("Minh")
    hand_over(lan, minh, visit, stick)
    lan.dossiers.answer(visit, dossier, "H01", "dat")
    minh.dossiers.answer(visit, dossier, "H02", "khong_dat")
    lan.dossiers.answer(visit, dossier, "H03", "dat")
    minh.dossiers.answer(visit, dossier, "H03", "khong_dat")
    hand_over(minh, lan, visit, stick)
    view = lan.dossiers.open(visit, dossier)
    assert (leaf(view, "H01").value, leaf(view, "H02").value) == ("dat", "khong_dat")
    [conflict] = lan.merging.conflicts()
    assert conflict.record == f"{dossier}/H03"
    with pytest.raises(ConflictOpen):
        lan.dossiers.answer(visit, dossier, "H03", "dat")
    lan.dossiers.answer(visit, dossier, "H03", "dat", reason="Đối chiếu với bộ thủ tục")
    assert lan.merging.conflicts() == ()


def test_a_full_disk_adds_no_half_dossier(lan, visit):
    full(lan)
    with pytest.raises(SaveFailed):
        lan.dossiers.add(visit, "A", nhan_xet="Thiếu chữ ký. " * 20_000)
    assert lan.dossiers.list(visit) == ()
    room_again(lan)
    lan.dossiers.add(visit, "A", nhan_xet="Thiếu chữ ký. " * 20_000)
    assert len(lan.dossiers.list(visit)) == 1
    assert verified(lan)


def test_odd_values_of_another_program_do_not_keep_dossiers_from_opening(lan, visit):
    dossier, _ = lan.dossiers.add(visit, "A")
    odd = {"H01": 5, "H02": {"a": 1}, "H77": "dat", "bo_sung[x]/gì": "1", "ngay_tra": "2026-99-99"}
    lan._desk.write(
        visit, [Act("answer", f"{dossier}/{key}", {"value": value}) for key, value in odd.items()]
    )
    assert [row.code for row in lan.dossiers.list(visit)] == ["A"]
    assert leaf(lan.dossiers.open(visit, dossier), "H01").error
