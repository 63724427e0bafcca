"""The detail beside the checklist: what it says of law and evidence, by the day of the visit."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QWidget

from inspector_app.i18n import tr
from inspector_app.ui.checklist.detail import Detail
from inspector_app.ui.checklist.face import Heading
from tests.ui.checklist.test_editors import ITEM

DAY = date(2026, 11, 23)


@pytest.fixture
def detail(on_a_page: Callable[..., QWidget]) -> Detail:
    shown = Detail()
    shown.day = DAY
    on_a_page(shown)
    return shown


def test_the_basis_says_when_it_is_in_force(detail: Detail) -> None:
    item = replace(ITEM, basis="NĐ 118/2025/NĐ-CP", basis_from=date(2025, 7, 1))
    detail.show_item(item)
    assert detail.validity.text() == tr("In force from {day}", day="01/07/2025")
    assert not detail.outdated.isVisible()
    detail.show_item(replace(item, basis_to=date(2027, 1, 1)))
    assert detail.validity.text() == tr(
        "In force from {first} to {last}", first="01/07/2025", last="01/01/2027"
    )
    detail.show_item(replace(item, basis_from=None, basis_to=date(2026, 11, 23)))
    assert detail.validity.text() == tr("In force until {day}", day="23/11/2026")
    assert not detail.outdated.isVisible()  # the visit is on its last day
    detail.show_item(ITEM)
    assert not detail.validity.isVisible()


def test_a_basis_that_is_not_in_force_on_the_day_of_the_visit_is_marked(detail: Detail) -> None:
    gone = replace(ITEM, basis="NĐ 61/2018/NĐ-CP", basis_to=date(2025, 6, 30))
    detail.show_item(gone)
    assert detail.outdated.words.text() == tr(
        "The legal basis is no longer in force from {day} on.", day="01/07/2025"
    )
    assert detail.outdated.isVisible()
    detail.show_item(replace(ITEM, basis="NĐ mới", basis_from=date(2027, 1, 1)))
    assert detail.outdated.words.text() == tr(
        "The legal basis comes into force only on {day}.", day="01/01/2027"
    )
    detail.day = None  # no day is known yet: nothing can be said
    detail.show_item(gone)
    assert not detail.outdated.isVisible()


def test_evidence_is_asked_for_while_there_is_none(detail: Detail) -> None:
    item = replace(ITEM, evidence_required=True, status="answered")
    heading = Heading(item)
    detail.show_item(item)
    heading.show_item(item)
    assert detail.evidence.isVisible()
    assert heading.lacks == tr("Evidence needed")
    for enough in (
        replace(item, evidence=1),
        replace(item, evidence_required=False),
        replace(item, status="not_applicable"),
    ):
        detail.show_item(enough)
        heading.show_item(enough)
        assert not detail.evidence.isVisible()
        assert heading.lacks == ""
    heading.show_item(replace(item, status="open"))
    assert heading.lacks == ""  # an item without an answer is open, and that is said already
