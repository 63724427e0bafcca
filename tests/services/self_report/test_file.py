"""A file of another program is read as what it is: cells with their places, and whom the form is for."""

from pathlib import Path

import pytest

from inspector_app.reports.self_report import FIGURES, ITEMS
from inspector_app.services.self_report.file import is_code, normal_code, read

RESAVED = Path(__file__).with_name("libreoffice.xlsx")
"""A filled form that LibreOffice 7.4 opened and saved again."""


def test_a_form_that_libreoffice_saved_is_whole() -> None:
    found = read(RESAVED)
    assert found.identity is not None
    assert found.identity.sound
    assert (found.identity.unit, found.identity.unit_name) == ("29971", "UBND xã Thường Phước")
    assert found.units == {"29971"}
    assert found.cautions == ()
    cells = {row.code: row for row in found.rows if row.filled}
    fraction = cells["CD4"].filled["value"]
    assert (fraction.cell.kind, fraction.cell.text, fraction.sheet) == ("text", "18/26", ITEMS)
    figure = cells["SL2"].filled["value"]
    assert (figure.cell.kind, figure.cell.text, figure.sheet) == ("number", "1234", FIGURES)
    assert cells["TT14"].filled["value"].cell.kind == "percent"  # worked out from the base figures


@pytest.mark.parametrize("text", ["CD04", "cd04", " CD 04 ", "CD-4", "CD.04", "CD\u00a004"])
def test_a_code_is_known_however_it_was_retyped(text: str) -> None:
    assert normal_code(text) == "CD4"


@pytest.mark.parametrize("text", ["Cộng", "CD. Chỉ đạo, điều hành", "1.2.1", ""])
def test_a_title_is_no_code(text: str) -> None:
    assert not is_code(normal_code(text))
