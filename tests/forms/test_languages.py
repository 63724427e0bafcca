"""The languages of a form, as authors write them."""

import pytest

from inspector_app.forms.languages import closest, code_of, name_of


@pytest.mark.parametrize(
    ("written", "code", "name"),
    [
        ("Tiếng Việt (vi)", "vi", "Tiếng Việt"),
        ("English (en-GB)", "en", "English"),
        ("Vietnamese", "vi", "Vietnamese"),
        ("vi", "vi", "vi"),
        ("ភាសាខ្មែរ (km)", "km", "ភាសាខ្មែរ"),
        ("Tiếng Hoa (giản thể)", "", "Tiếng Hoa (giản thể)"),
        ("default", "", "default"),
    ],
)
def test_a_language_has_a_code_and_a_name(written: str, code: str, name: str) -> None:
    assert (code_of(written), name_of(written)) == (code, name)


def test_the_language_meant_is_found_by_name_and_by_code() -> None:
    held = ("Tiếng Việt (vi)", "English (en)")
    assert closest("English (en)", held) == "English (en)"
    assert closest("vietnamese", held) == "Tiếng Việt (vi)"
    assert closest("ភាសាខ្មែរ (km)", held) is None
    assert closest("", held) is None
    assert closest("", ("",)) == ""
