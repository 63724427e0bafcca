"""Dossiers checked on the spot: their lines, their verdicts, and what they give the checklist."""

from pathlib import Path

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
from inspector_app.services.given_files import read
from inspector_app.services.views import DossierView, LeafView, Touched
from inspector_app.services.workbench import Workbench
from inspector_app.storage.ledger import Act
from tests.pictures import file_of, photo, saved
from tests.services.conftest import begin, full, hand_over, room_again, state, verified
from tests.workbooks import own_dossier

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
    assert [line.depth for line in view.lines if line.repeat] == [1, 1, 1]


def test_a_repeat_that_applies_has_a_line_before_anything_is_in_it(lan, visit):
    dossier, _ = lan.dossiers.add(visit, "A", **DATES)
    assert "bo_sung" not in keys(lan.dossiers.open(visit, dossier))
    view = lan.dossiers.answer(visit, dossier, "co_bo_sung", "co").view
    [line] = [line for line in view.lines if line.key == "bo_sung"]
    assert (line.title, line.repeat, line.fixed) == ("Lần yêu cầu bổ sung", True, False)


def test_a_request_is_taken_away_and_brought_back_with_its_dates(laptop, lan, visit, stick):
    dossier, _ = lan.dossiers.add(visit, "A", **DATES, co_bo_sung="co")
    view = lan.dossiers.add_repeat(visit, dossier, "bo_sung").view
    instance = next(line.key for line in view.lines if line.key.endswith("]"))
    lan.dossiers.answer(visit, dossier, f"{instance}/ngay_yeu_cau", "2026-11-03")
    assert instance not in keys(lan.dossiers.remove_repeat(visit, dossier, instance).view)
    lan = laptop.again(lan)
    assert instance not in keys(lan.dossiers.open(visit, dossier))
    view = lan.dossiers.restore_repeat(visit, dossier, instance).view
    assert leaf(view, f"{instance}/ngay_yeu_cau").value == "2026-11-03"
    minh = laptop("Minh")
    hand_over(lan, minh, visit, stick)
    assert keys(minh.dossiers.open(visit, dossier)) == keys(view)


def test_an_unknown_repeat_is_said(lan, visit):
    dossier, _ = lan.dossiers.add(visit, "A", co_bo_sung="co")
    for act in (lan.dossiers.add_repeat, lan.dossiers.remove_repeat, lan.dossiers.restore_repeat):
        with pytest.raises(ItemUnknown):
            act(visit, dossier, "lần_nữa[1]")


def test_taking_a_request_away_against_a_date_in_it_is_a_dispute_that_names_it(laptop, lan, visit, stick):
    dossier, _ = lan.dossiers.add(visit, "A", **DATES, co_bo_sung="co")
    view = lan.dossiers.add_repeat(visit, dossier, "bo_sung").view
    key = next(key for key in keys(view) if key.endswith("/ngay_yeu_cau"))
    lan.dossiers.answer(visit, dossier, key, "2026-11-03")
    minh = laptop("Minh")
    hand_over(lan, minh, visit, stick)
    lan.dossiers.remove_repeat(visit, dossier, key.rpartition("/")[0])
    minh.dossiers.answer(visit, dossier, key, "2026-11-04")
    hand_over(minh, lan, visit, stick)
    conflicts = lan.merging.conflicts()
    assert conflicts
    assert all(conflict.record == f"{dossier}/{key}" for conflict in conflicts)


def test_the_writer_checks_a_dossier_on_the_day_of_the_visit_unless_said_otherwise(lan, visit):
    dossier, _ = lan.dossiers.add(visit, "A")
    view = lan.dossiers.open(visit, dossier)
    assert (leaf(view, "nguoi_kiem_tra").value, leaf(view, "ngay_kiem_tra").value) == ("Lan", "2026-11-23")
    other, _ = lan.dossiers.add(visit, "B", nguoi_kiem_tra="Minh", ngay_kiem_tra="2026-11-24")
    assert leaf(lan.dossiers.open(visit, other), "nguoi_kiem_tra").value == "Minh"


def test_critical_checks_are_told_apart(lan, visit):
    dossier, _ = lan.dossiers.add(visit, "A", **sound(H02="khong_dat", H05="khong_dat"))
    view = lan.dossiers.open(visit, dossier)
    stars = {line.key for line in view.lines if line.leaf and line.leaf.critical}
    assert stars == {"H01", "H02", "H03", "H04", "H07", "H09", "H12"}  # H10 only when overdue
    assert (view.row.failed, view.row.critical) == (("H02", "H05"), ("H02",))


# --- what is being typed -------------------------------------------------------------------------


def test_what_was_being_typed_into_a_dossier_becomes_an_answer_and_is_told(laptop, lan, visit):
    dossier, _ = lan.dossiers.add(visit, "A", **DATES, H02="khong_dat")
    lan.dossiers.draft(visit, dossier, "H02_ghi_chu", "Thiếu")
    lan.dossiers.draft(visit, dossier, "H02_ghi_chu", "Thiếu chữ ký")
    assert leaf(lan.dossiers.open(visit, dossier), "H02_ghi_chu").value == ""  # a draft is no answer yet
    lan = laptop.again(lan)
    assert [(found.item, found.text) for found in lan.recovered] == [("A · H02: lỗi cụ thể", "Thiếu chữ ký")]
    assert leaf(lan.dossiers.open(visit, dossier), "H02_ghi_chu").value == "Thiếu chữ ký"
    assert laptop.again(lan).recovered == ()


def test_leaving_a_field_settles_its_draft(laptop, lan, visit):
    dossier, _ = lan.dossiers.add(visit, "A")
    lan.dossiers.draft(visit, dossier, "linh_vuc", "Hộ t")
    lan.dossiers.answer(visit, dossier, "linh_vuc", "Hộ tịch")
    assert laptop.again(lan).recovered == ()


def test_a_draft_that_cannot_stand_is_kept_in_the_remarks(laptop, lan, visit):
    dossier, _ = lan.dossiers.add(visit, "A", **DATES, nhan_xet="Đã xem")
    lan.dossiers.draft(visit, dossier, "ngay_hen_tra", "5/7/20")
    lan = laptop.again(lan)
    view = lan.dossiers.open(visit, dossier)
    assert leaf(view, "ngay_hen_tra").value == "2026-11-10"
    assert leaf(view, "nhan_xet").value.startswith("Đã xem\n")
    assert "5/7/20" in leaf(view, "nhan_xet").value
    assert [found.text for found in lan.recovered] == ["5/7/20"]
    assert laptop.again(lan).recovered == ()


def test_a_draft_of_a_dossier_that_was_taken_off_is_dropped(laptop, lan, visit):
    dossier, _ = lan.dossiers.add(visit, "A")
    with pytest.raises(RecordUnknown):
        lan.dossiers.draft(visit, RecordId("không có"), "linh_vuc", "Hộ")
    lan.dossiers.draft(visit, dossier, "linh_vuc", "Hộ")
    lan.dossiers.remove(visit, dossier)
    assert laptop.again(lan).recovered == ()


# --- a form of the office's own ------------------------------------------------------------------


@pytest.fixture
def own_form(lan: Workbench, tmp_path: Path) -> VisitId:
    """A visit whose dossier form also asks for a photo, and speaks English."""
    lan.templates.publish(own_dossier.write(tmp_path))
    return begin(lan)


def test_a_photo_of_a_dossier_travels_with_the_visit(laptop, lan, own_form, tmp_path, stick):
    given = read(saved(tmp_path, "Giấy hẹn.jpg", file_of(photo())))
    dossier, _ = lan.dossiers.add(own_form, "A")
    value = lan.evidence.add(own_form, given)
    lan.dossiers.answer(own_form, dossier, own_dossier.PHOTO, value)
    minh = laptop("Minh")
    hand_over(lan, minh, own_form, stick)
    arrived = leaf(minh.dossiers.open(own_form, dossier), own_dossier.PHOTO).value
    assert minh.evidence.get(arrived) == given.content
    assert minh.evidence.missing(own_form) == ()


def test_the_form_is_shown_in_the_language_chosen_and_told_in_its_own(lan, own_form):
    dossier, _ = lan.dossiers.add(own_form, "A", **sound(H02="khong_dat"), kenh_nop="truc_tiep")
    view = lan.dossiers.open(own_form, dossier)
    assert (len(view.languages), leaf(view, "H02").label[:2]) == (2, "Có")
    lan.checklists.speak(own_dossier.ENGLISH)
    view = lan.dossiers.open(own_form, dossier)
    assert (view.language, leaf(view, "H02").label) == (own_dossier.ENGLISH, "EN H02")
    assert lan.dossiers.list(own_form)[0].channel == "Trực tiếp"


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
    assert [line.key for line in view.lines if line.disputed] == ["H03"]
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
