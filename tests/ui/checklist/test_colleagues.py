"""Areas of others on the checklist: seen apart, read only, and taken over on purpose."""

from PySide6.QtCore import Qt

from inspector_app.domain.records import LEAD, MEMBER, VisitId
from inspector_app.i18n import tr
from tests.ui.checklist.conftest import Inspector, Team

CTRL = Qt.KeyboardModifier.ControlModifier


def places(inspector: Inspector) -> list[tuple[str, str, bool]]:
    """(area, title above it, whether it is closed), as the outline shows them."""
    shown = inspector.page.outline.list.areas.places
    return [(place.area.code, place.section, bool(place.who)) for place in shown]


def test_before_anything_is_dealt_nothing_is_apart(inspector: Inspector) -> None:
    assert {(section, closed) for _, section, closed in places(inspector)} == {("", False)}
    assert not inspector.page.colleagues.duty.isVisible()
    assert not inspector.page.colleagues.who.isVisible()


def test_ones_own_areas_stand_first_and_those_of_others_are_closed(worker: Inspector) -> None:
    shown = places(worker)
    assert shown[0] == ("CD", tr("My areas"), False)
    assert shown[1] == ("SL", tr("Dealt to nobody"), False)
    assert shown[-1] == ("TC", tr("Areas of others"), True)
    row = worker.page.outline.list.areas.row_of("TC")
    said = worker.page.outline.list.areas.index(row).data(Qt.ItemDataRole.AccessibleTextRole)
    assert tr("in the hands of {who}", who="bà Đặng Hoàng Phúc") in said


def test_in_an_area_of_another_nothing_is_written_and_the_strip_says_whose_it_is(worker: Inspector) -> None:
    card = worker.go("TC05")
    duty = worker.page.colleagues.duty
    assert duty.isVisible()
    assert duty.words.text() == tr("This area is in the hands of {who}.", who="bà Đặng Hoàng Phúc")
    assert card.hasFocus()
    assert not card.editor.isEnabled()
    worker.press(Qt.Key.Key_1)
    assert duty.take.hasFocus()  # the way to write it after all
    card.setFocus()
    worker.press(Qt.Key.Key_F2)
    assert duty.take.hasFocus()
    card.setFocus()
    worker.press(Qt.Key.Key_Down)
    assert worker.page.current == "TC06"
    worker.wait()
    assert worker.item("TC05").status == "required"
    worker.go("CD03")
    assert not duty.isVisible()


def test_taking_over_needs_a_reason_and_then_one_answers(worker: Inspector, team: Team) -> None:
    card = worker.go("TC05")
    duty = worker.page.colleagues.duty
    duty.take.click()
    assert duty.reason.hasFocus()
    worker.press(Qt.Key.Key_Return)
    assert duty.reason.property("bad") is True
    worker.write("Chị Phúc đi họp")
    worker.press(Qt.Key.Key_Return)
    worker.wait()
    assert not duty.isVisible()
    assert card.editor.isEnabled()
    assert worker.page.current == "TC05"
    assert card.isAncestorOf(worker.page.focusWidget())
    worker.press(Qt.Key.Key_1)
    worker.wait()
    assert worker.item("TC05").status == "answered"
    assert [place for place in places(worker) if place[0] == "TC"] == [("TC", "", False)]
    roster = team.do(lambda bench: bench.duties.roster(worker.page.visit))
    [taken] = [each.taken_over for each in roster.areas if each.code == "TC"]
    assert "Chị Phúc đi họp" in taken


def test_escape_gives_up_taking_over(worker: Inspector) -> None:
    worker.go("TC05")
    duty = worker.page.colleagues.duty
    duty.take.click()
    worker.press(Qt.Key.Key_Escape)
    assert duty.take.hasFocus()
    assert not duty.reason.isVisible()


def test_an_area_that_is_dealt_to_another_meanwhile_closes(
    worker: Inspector, team: Team, visit: VisitId
) -> None:
    card = worker.go("CD03")
    assert card.editor.isEnabled()
    team.make_me(LEAD)
    team.member("Nguyễn Tấn Lộc", "CD")
    team.make_me(MEMBER, "SL")
    worker.wait()
    assert not card.editor.isEnabled()
    assert worker.page.colleagues.duty.isVisible()
    card.setFocus()
    worker.press(Qt.Key.Key_Delete)
    assert worker.page.colleagues.duty.take.hasFocus()


def test_the_lead_writes_everywhere(worker: Inspector, team: Team) -> None:
    team.make_me(LEAD, "CD")
    worker.wait()
    assert not any(closed for _, _, closed in places(worker))
    worker.go("TC05")
    worker.press(Qt.Key.Key_1)
    worker.wait()
    assert worker.item("TC05").status == "answered"


def test_somebody_unknown_says_first_who_they_are(worker: Inspector, team: Team, visit: VisitId) -> None:
    me = team.people()[0].id
    team.save(lambda bench: bench.visits.change(visit, "participant", me, device="", name="Ai đó"))
    worker.wait()
    worker.go("TC05")
    duty = worker.page.colleagues.duty
    assert not duty.take.isVisible()
    assert duty.me.isVisible()
    names = [duty.me.itemText(at) for at in range(duty.me.count())]
    assert names[0] == tr("I am …")
    assert "bà Đặng Hoàng Phúc" in names
    duty.me.setCurrentIndex(names.index("bà Đặng Hoàng Phúc"))
    duty.me.chosen.emit(duty.me.value)
    worker.wait()
    assert worker.card("TC05").editor.isEnabled()


def test_who_has_the_name_of_a_member_is_asked_once(worker: Inspector, team: Team, visit: VisitId) -> None:
    me = team.people()[0].id
    team.save(lambda bench: bench.visits.change(visit, "participant", me, device=""))
    worker.wait()
    who = worker.page.colleagues.who
    assert who.isVisible()
    assert "Trần Quốc Huy" in who.words.text()
    who.yes.click()
    worker.wait()
    assert not who.isVisible()
    assert team.people()[0].record.device


def test_and_may_be_somebody_else(worker: Inspector, team: Team, visit: VisitId) -> None:
    me = team.people()[0].id
    team.save(lambda bench: bench.visits.change(visit, "participant", me, device=""))
    worker.wait()
    worker.page.colleagues.who.no.click()
    worker.wait()
    assert not worker.page.colleagues.who.isVisible()
    worker.go("CD03")
    assert not worker.card("CD03").editor.isEnabled()


# --- jumps ---------------------------------------------------------------------------------------


def test_jumps_go_through_ones_own_areas_first_and_pass_by_those_of_others(worker: Inspector) -> None:
    seen: list[str] = []
    worker.go("CD12")
    for _ in range(4):
        worker.press(Qt.Key.Key_F8)
        seen.append(worker.page.current)
    assert seen[:2] == ["CD13", "SL01"]  # TC, which is a colleague's, comes next in the checklist itself
    worker.go("TC08")
    worker.press(Qt.Key.Key_F6)
    assert worker.page.current == "CD01"
    assert worker.page.foot.said.text() == tr("Begun again from the start of the checklist")


def test_a_jump_that_finds_nothing_says_so(worker: Inspector, team: Team) -> None:
    team.make_me(MEMBER, "TP")
    worker.wait()
    worker.page.next_item(lambda _item: False, tr("Nothing is in dispute"))
    assert worker.page.foot.said.text() == tr("Nothing is in dispute")


def test_jumps_work_from_any_focus(worker: Inspector) -> None:
    page = worker.page
    for widget in (page.outline.search, page.outline.list, page.detail):
        worker.go("CD01")
        widget.setFocus()
        worker.press(Qt.Key.Key_F7)
        assert page.current == "CD04"
