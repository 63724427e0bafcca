"""The search leads to items, notes and findings, typed without accents."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from inspector_app.domain.records import VisitId
from inspector_app.i18n import tr
from tests.ui.checklist.conftest import Inspector

CTRL = Qt.KeyboardModifier.ControlModifier


def search(inspector: Inspector, qtbot: QtBot, words: str) -> list[tuple[str, str]]:
    found = inspector.page.outline.found.hits
    inspector.press(Qt.Key.Key_F, CTRL)
    inspector.write(words)
    with qtbot.waitSignal(found.modelReset, timeout=5_000):
        inspector.press(Qt.Key.Key_Return)
    return [(hit.item, hit.where) for hit in found.hits]


def test_hits_say_where_they_stand_and_enter_goes_there(
    inspector: Inspector, visit: VisitId, qtbot: QtBot
) -> None:
    inspector.do(lambda bench: bench.checklists.note(visit, "BM01", "Thiếu quyết định phòng Kinh tế abc"))
    inspector.do(lambda bench: bench.visits.add(visit, "finding", item="CD06", text="Chưa tự kiểm tra abc"))
    inspector.do(lambda bench: bench.visits.add(visit, "finding", text="Chung abc"))
    inspector.go("CD01")
    assert search(inspector, qtbot, "abc") == [("CD06", "finding"), ("BM01", "note"), ("", "finding")]
    outline = inspector.page.outline
    assert outline.count.text() == tr("{count} places found", count=3)
    said = [outline.found.hits.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert said[0].startswith(f"CD06 · {tr('in a finding')} · Chưa tự kiểm tra abc")
    inspector.press(Qt.Key.Key_Down)
    inspector.press(Qt.Key.Key_Return)
    assert inspector.page.current == "BM01"
    note = inspector.card("BM01").findChild(type(inspector.card("BM01")._open_note()))
    assert note is not None
    assert note.entry.field.hasFocus()


def test_a_finding_of_no_item_leads_to_the_findings(
    inspector: Inspector, visit: VisitId, qtbot: QtBot
) -> None:
    inspector.do(lambda bench: bench.visits.add(visit, "finding", text="Chung abc"))
    inspector.go("CD01")
    assert search(inspector, qtbot, "chung abc") == [("", "finding")]
    with qtbot.waitSignal(inspector.page.open_tab) as led:
        inspector.press(Qt.Key.Key_Return)
    assert led.args == ["findings"]


def test_nothing_found_is_said(inspector: Inspector, qtbot: QtBot) -> None:
    inspector.go("CD01")
    assert search(inspector, qtbot, "không có gì như thế") == []
    assert inspector.page.outline.count.text() == tr("Nothing found. Accents do not matter.")
    inspector.press(Qt.Key.Key_Escape)
    assert not inspector.page.outline.count.isVisible()
    assert inspector.page.outline.list.isVisible()
