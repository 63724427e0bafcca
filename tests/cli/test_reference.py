"""Newer working days and communes from the command line: given out, received, shown."""

from pathlib import Path

from inspector_app.i18n import tr
from tests.cli.conftest import CALENDAR, Shell


def test_a_calendar_is_given_out_and_is_in_use_from_then_on(shell: Shell, place: Path) -> None:
    assert [each["at"] for each in shell.json("reference", "show")] == [None, None]
    file = place / "lich.cchc"
    assert str(file) in shell("reference", "give", file, "--calendar", CALENDAR)
    communes, days = shell.json("reference", "show")
    assert (communes["name"], communes["at"]) == ("units", None)
    assert (days["name"], days["person"], days["laptop"]) == ("calendar", "Lan", "Máy Lan")
    assert "Lan, Máy Lan" in shell("reference", "show")
    received = shell("receive", file, "--workspace", place / "Minh")
    assert tr("working calendar") in received
    told = shell.json("receive", file, "--workspace", place / "Minh")
    assert told["reference"] == {"taken": [], "older": []}
    assert shell.json("reference", "show", "--workspace", place / "Minh")[1] == days


def test_a_laptop_that_is_no_office_is_not_believed(shell: Shell, place: Path) -> None:
    file = place / "lich.cchc"
    shell("reference", "give", file, "--calendar", CALENDAR, "--workspace", place / "Minh")
    assert shell.json("receive", file, code=7)["code"] == "reference-from-stranger"


def test_what_is_given_out_must_be_named_and_of_use(shell: Shell, place: Path) -> None:
    assert shell.json("reference", "give", place / "usb", code=4)["code"] == "value-invalid"
    wrong = shell.json("reference", "give", place / "usb", "--units", CALENDAR, code=4)
    assert wrong["code"] == "reference-refused"
    assert list((place / "usb").iterdir()) == []
