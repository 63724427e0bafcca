"""A heading is known, or recognised as what was meant, or not read."""

import pytest

from inspector_app.forms import headings
from inspector_app.forms.headings import Sheet, understand


@pytest.mark.parametrize(
    ("sheet", "text", "key", "language"),
    [
        ("survey", "type", "type", ""),
        ("survey", "Relevance", "relevant", ""),
        ("survey", "read only", "readonly", ""),
        ("survey", "label::Tiếng Việt (vi)", "label", "Tiếng Việt (vi)"),
        ("survey", "constraint_message :: English (en)", "constraint_message", "English (en)"),
        ("survey", "bind::cchc:rule", "rule", ""),
        ("survey", "bind::calculate", "calculation", ""),
        ("survey", "bind::odk:length", "bind", ""),
        ("survey", "media::image", "image", ""),
        ("survey", "media::audio::English (en)", "audio", "English (en)"),
        ("survey", "bind::jr:constraintMsg::English (en)", "constraint_message", "English (en)"),
        ("survey", "jr:count", "repeat_count", ""),
        ("external_choices", "list name", "list_name", ""),
        ("entities", "dataset", "list_name", ""),
        ("choices", "list name", "list_name", ""),
        ("choices", "tinh_thanh", "tinh_thanh", ""),
        ("settings", "id_string", "form_id", ""),
        ("settings", "attribute::cchc:bands", "bands", ""),
        ("settings", "attribute::odk:something", "attribute", ""),
    ],
)
def test_known_headings(sheet: Sheet, text: str, key: str, language: str) -> None:
    heading = understand(sheet, text)

    assert (heading.key, heading.language, heading.instead) == (key, language, "")


@pytest.mark.parametrize(
    ("sheet", "text", "instead"),
    [
        ("survey", "bind::cchc:rul", "bind::cchc:rule"),
        ("survey", "bind::ccch:rule", "bind::cchc:rule"),
        ("survey", "bind:cchc:rule", "bind::cchc:rule"),
        ("survey", "max points", "bind::cchc:max_points"),
        ("survey", "numerator", "bind::cchc:numerator"),
        ("survey", "requierd", "required"),
        ("survey", "labels::Tiếng Việt (vi)", "label::Tiếng Việt (vi)"),
        ("survey", "bind::nothing", "bind::cchc:…"),
        ("choices", "điểm", "diem"),
        ("settings", "bands", "attribute::cchc:bands"),
        ("settings", "formid", "form_id"),
    ],
)
def test_misspelt_headings_are_recognised(sheet: Sheet, text: str, instead: str) -> None:
    assert understand(sheet, text).instead == instead


@pytest.mark.parametrize(
    ("sheet", "text"),
    [("survey", "Ghi chú"), ("survey", "note"), ("choices", "cột riêng"), ("settings", "người lập")],
)
def test_other_headings_are_not_read(sheet: Sheet, text: str) -> None:
    heading = understand(sheet, text)

    assert (heading.key, heading.instead) == ("", "")


def test_every_column_of_ours_is_understood_as_it_is_spelled() -> None:
    for sheet, ours in (("survey", headings.OURS), ("settings", headings.OUR_SETTINGS)):
        assert {understand(sheet, headings.spelled(sheet, key)).key for key in ours} == ours
