"""Self-score, score of the team, difference; and rates that are too far apart."""

from decimal import Decimal
from pathlib import Path

import pytest

from inspector_app.domain.records import VisitId
from inspector_app.services.self_report.views import ComparedItem, Comparison
from inspector_app.services.workbench import Workbench
from tests.services.self_report.filling import SOUND, Clerk


@pytest.fixture
def compared(lan: Workbench, visit: VisitId, tmp_path: Path) -> Comparison:
    """The unit overstates CD04 and CD05; of CS03 it reports the same rate, of TT14 another one."""
    clerk = Clerk(lan, visit, tmp_path).write(
        {
            **SOUND,
            "CD04": "24/26",
            "CD04/points": "1,5",
            "CD05": "100%",
            "CD01/points": 1,
            "CD07": "Không áp dụng",
        }
    )
    lan.self_reports.accept(visit, lan.self_reports.preview(visit, clerk.save()))
    lan.checklists.answer(visit, "CD04", {"CD04_tu": "18", "CD04_mau": "26"})
    lan.checklists.answer(visit, "CD05", {"CD05_tu": "11", "CD05_mau": "12"})
    lan.checklists.answer(visit, "CD01", "a")
    lan.checklists.answer_all(visit, {"SL10": {"SL10": "100"}, "SL07": {"SL07": "1150"}})
    return lan.self_reports.compare(visit)


def item(compared: Comparison, code: str) -> ComparedItem:
    return next(each for each in compared.items if each.code == code)


def test_scores_stand_side_by_side(compared: Comparison) -> None:
    plan = item(compared, "CD01")
    assert (plan.self_points, plan.points, plan.difference) == (Decimal(1), Decimal("1.50"), Decimal("0.50"))
    area = next(area for area in compared.areas if area.code == "CD")
    assert area.self_points == Decimal("2.5")
    assert area.points == Decimal("2.00")
    assert compared.self_points == Decimal("2.5")
    assert next(area for area in compared.areas if area.code == "TC").self_points is None


def test_rates_are_compared_in_points_of_percent(compared: Comparison) -> None:
    tasks = item(compared, "CD04")
    assert (tasks.reported, tasks.found) == ("24 / 26 = 92,31%", "18 / 26 = 69,23%")
    assert (tasks.gap, tasks.wide) == (Decimal("-23.08"), True)
    assert item(compared, "CD05").reported == "100%"
    assert item(compared, "CD05").gap == Decimal("-8.33")
    assert item(compared, "CD07").gap is None


def test_a_rate_of_base_figures_follows_from_the_figures_as_reported(compared: Comparison) -> None:
    online = item(compared, "CS03")
    assert (online.reported, online.gap, online.wide) == ("800 / 1.134 = 70,55%", Decimal(0), False)
    on_time = item(compared, "TT14")
    assert (on_time.reported, on_time.found) == ("1.050 / 1.100 = 95,45%", "1.050 / 1.150 = 91,30%")
    assert (on_time.gap, on_time.wide) == (Decimal("-4.15"), False)
    figure = item(compared, "SL07")
    assert (figure.reported, figure.found, figure.difference) == ("1.100", "1.150", Decimal(50))


def test_the_count_of_wide_gaps_is_suggested_and_set_on_request_only(
    compared: Comparison, lan: Workbench, visit: VisitId
) -> None:
    assert compared.wide == ("CD04", "CD05", "TT16")
    assert (compared.overstated, compared.overstated_now) == ("TP02", "")
    assert lan.checklists.open(visit).items["TP02"].leaves[0].value == ""
    lan.self_reports.count_overstated(visit)
    assert lan.checklists.open(visit).items["TP02"].leaves[0].value == "3"
    assert lan.self_reports.compare(visit).overstated_now == "3"


def test_a_gap_of_exactly_five_points_is_none(lan: Workbench, visit: VisitId, tmp_path: Path) -> None:
    clerk = Clerk(lan, visit, tmp_path).write({"CD04": "19/20"})
    lan.self_reports.accept(visit, lan.self_reports.preview(visit, clerk.save()))
    lan.checklists.answer(visit, "CD04", {"CD04_tu": "18", "CD04_mau": "20"})
    assert item(lan.self_reports.compare(visit), "CD04").gap == Decimal(-5)
    assert lan.self_reports.compare(visit).wide == ()
    lan.checklists.answer(visit, "CD04", {"CD04_tu": "17", "CD04_mau": "20"})
    assert lan.self_reports.compare(visit).wide == ("CD04",)
