"""Evidence over a real workspace: files in, looked at first; found, described, removed."""

from collections.abc import Callable
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog

from inspector_app.domain.changes import Change, canonical, seal
from inspector_app.domain.records import Device, StoredFile, VisitId
from inspector_app.i18n import tr
from inspector_app.services.views import EvidenceRow, Link
from inspector_app.services.workbench import Workbench
from inspector_app.storage.ledger import Act
from inspector_app.ui.visit.evidence.filters import DOSSIERS, REMOVED, UNLINKED
from inspector_app.ui.visit.evidence.wish import Wish
from tests import pictures
from tests.pictures import file_of, photo, saved
from tests.ui.visit.evidence.conftest import Person

Photos = Callable[[int], list[Path]]
CONTROL = Qt.KeyboardModifier.ControlModifier


# --- the way in ----------------------------------------------------------------------------------


def test_a_photo_is_looked_at_before_it_is_kept(person: Person, photos: Photos) -> None:
    person.page.take(photos(1))
    person.wait()
    assert person.sees_editor
    assert person.editor.title.text() == "Ảnh 0.jpg"
    assert person.rows() == ()
    assert person.files() == set()
    person.editor.caption.setFocus()
    person.write("Bảng niêm yết")
    person.press(Qt.Key.Key_Return, CONTROL)
    person.wait()
    (row,) = person.rows()
    assert (row.record.caption, row.record.name) == ("Bảng niêm yết", "Ảnh 0.jpg")
    assert not person.sees_editor
    assert [shown.id for shown in person.gallery.grid.chosen_rows] == [row.id]
    assert person.page.session.saves.state == "saved"


def test_photos_come_one_after_the_other_and_may_be_left_out(person: Person, photos: Photos) -> None:
    person.page.take(photos(3))
    person.wait()
    assert person.editor.place.text() == tr("{number} of {total}", number=1, total=3)
    person.editor.omit.click()
    person.wait()
    assert person.editor.title.text() == "Ảnh 1.jpg"
    person.press(Qt.Key.Key_Return, CONTROL)
    person.wait()
    person.press(Qt.Key.Key_Return, CONTROL)
    person.wait()
    assert [row.record.name for row in person.rows()] == ["Ảnh 1.jpg", "Ảnh 2.jpg"]


def test_all_the_rest_comes_in_at_once_and_each_refusal_has_its_reason(
    person: Person, photos: Photos, tmp_path: Path
) -> None:
    files = photos(4)
    broken = saved(tmp_path, "hỏng.jpg", file_of(photo(seed=9))[:900])
    program = saved(tmp_path, "cài đặt.jpg", b"MZ" + bytes(99))
    person.page.take([files[0], broken, *files[1:], program, tmp_path, tmp_path / "mất.jpg"])
    person.wait()
    person.editor.rest.click()
    person.wait()
    assert [row.record.name for row in person.rows()] == [f"Ảnh {number}.jpg" for number in range(4)]
    said = person.gallery.banner.text
    assert tr("Not taken in: {count} of {total}", count=4, total=8) in said
    assert all(name in said for name in ("hỏng.jpg", "cài đặt.jpg", tmp_path.name, "mất.jpg"))
    assert len(person.gallery.grid.chosen_rows) == 4
    assert person.gallery.progress.isHidden()


def test_what_came_in_without_a_look_is_not_printed_until_somebody_says_so(
    person: Person, photos: Photos
) -> None:
    person.page.take(photos(3))
    person.wait()
    person.editor.rest.click()
    person.wait()
    assert [row.record.withheld for row in person.rows()] == [False, True, True]
    panel = person.gallery.panel
    some = tr("Not in the minutes ({count} of {total})", count=2, total=3)
    assert (panel.withhold.isChecked(), panel.withhold.text()) == (False, some)
    panel.withhold.click()
    person.wait()
    assert [row.record.withheld for row in person.rows()] == [True] * 3
    assert (panel.withhold.isChecked(), panel.withhold.text()) == (True, tr("Not in the minutes"))
    panel.withhold.click()
    person.wait()
    assert [row.record.withheld for row in person.rows()] == [False] * 3


def test_stopping_keeps_what_was_kept_and_nothing_else(person: Person, photos: Photos) -> None:
    person.page.take(photos(3))
    person.wait()
    person.press(Qt.Key.Key_Return, CONTROL)
    person.wait()
    person.editor.back.click()
    person.wait()
    assert len(person.rows()) == len(person.files()) == 1
    assert not person.sees_editor
    person.page.take(photos(3)[2:])
    person.wait()
    assert person.sees_editor


def test_what_was_to_come_in_does_so_when_the_page_has_been_left(
    person: Person, photos: Photos, tmp_path: Path
) -> None:
    session, visit = person.page.session, person.page.visit
    told: list[str] = []
    session.lanes.unhandled.connect(lambda error, _retry: told.append(error.sentence))
    person.page.take([*photos(4), saved(tmp_path, "hỏng.jpg", b"")])
    person.wait()
    person.editor.rest.click()
    shiboken6.delete(person.page)
    rows: list[tuple[EvidenceRow, ...]] = []
    person.settle(session.lanes)
    session.read(lambda bench: bench.evidence.all(visit).rows, rows.append, owner=session)
    person.settle(session.lanes)
    assert len(rows[0]) == 4
    assert len(told) == 1
    assert "hỏng.jpg" in told[0]


def test_what_nobody_has_looked_at_is_left_out_when_the_page_is_left(person: Person, photos: Photos) -> None:
    session, visit = person.page.session, person.page.visit
    person.page.take(photos(3))
    person.wait()
    intake = person.page.intake
    assert intake is not None
    shiboken6.delete(person.page)
    person.settle(session.lanes)
    rows: list[tuple[EvidenceRow, ...]] = []
    session.read(lambda bench: bench.evidence.all(visit).rows, rows.append, owner=session)
    person.settle(session.lanes)
    assert rows == [()]
    person.qtbot.waitUntil(lambda: not shiboken6.isValid(intake))


def test_a_picture_is_pasted(person: Person) -> None:
    image = QImage(320, 200, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    QGuiApplication.clipboard().setImage(image)
    person.press(Qt.Key.Key_V, CONTROL)
    person.wait()
    assert person.sees_editor
    person.press(Qt.Key.Key_Return, CONTROL)
    person.wait()
    (row,) = person.rows()
    assert (row.file.width, row.file.height, row.file.media_type) == (320, 200, "image/png")


def test_copied_files_are_pasted_and_copied_words_are_not(person: Person, photos: Photos) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in photos(2)])
    QGuiApplication.clipboard().setMimeData(data)
    person.press(Qt.Key.Key_V, CONTROL)
    person.wait()
    person.editor.rest.click()
    person.wait()
    assert len(person.rows()) == 2
    QGuiApplication.clipboard().setText("chữ")
    person.press(Qt.Key.Key_V, CONTROL)
    assert person.gallery.banner.text == tr("The clipboard holds neither a picture nor a file.")


def test_files_are_dropped_on_the_page(person: Person, photos: Photos) -> None:
    assert person.drop(person.page, photos(1))
    assert person.sees_editor
    assert not person.drop(person.page, [])


def test_files_are_chosen(person: Person, photos: Photos, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = [str(file) for file in photos(1)]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_asked: (chosen, ""))
    person.press(Qt.Key.Key_N, CONTROL)
    person.wait()
    assert person.editor.title.text() == "Ảnh 0.jpg"


def test_what_another_page_wants_is_linked_and_leads_back(person: Person, photos: Photos) -> None:
    led: list[str] = []
    person.page.open_item.connect(led.append)
    person.page.fulfil(Wish(Link(item="CD04"), files=tuple(photos(1)), back="checklist"))
    person.wait()
    assert person.editor.picker.face.toolTip().startswith("CD04 · ")
    person.press(Qt.Key.Key_Return, CONTROL)
    person.wait()
    assert [row.link for row in person.rows()] == [Link(item="CD04")]
    assert led == ["CD04"]
    (record,) = (row.id for row in person.rows())
    person.page.fulfil(Wish(Link(item="CD04"), record=record, back="findings"))
    person.wait()
    assert person.sees_editor
    with person.qtbot.waitSignal(person.page.open_tab) as back:
        person.press(Qt.Key.Key_Escape)
    assert back.args == ["findings"]


def test_the_link_of_one_photo_is_offered_for_the_next(person: Person, photos: Photos) -> None:
    person.page.take(photos(2))
    person.wait()
    person.editor.picker.take("CD05")
    person.press(Qt.Key.Key_Return, CONTROL)
    person.wait()
    assert person.editor.picker.link == Link(item="CD05")


def test_a_page_of_a_scan_comes_in_without_the_rest_of_it(person: Person, tmp_path: Path) -> None:
    person.page.take([saved(tmp_path, "Sổ.pdf", pictures.pdf(3))])
    person.wait()
    assert person.editor.paper.pages == 3
    person.editor.as_picture.click()
    person.wait()
    assert person.editor.title.text() == tr("{name}, page {page}", name="Sổ", page=1)
    person.press(Qt.Key.Key_Return, CONTROL)
    person.wait()
    (row,) = person.rows()
    assert (row.file.pages, row.file.height) == (0, 2560)
    assert len(person.files()) == 1


# --- finding, describing, removing ---------------------------------------------------------------


def test_a_caption_and_a_link_are_written_beside_the_grid(person: Person) -> None:
    (record,) = person.have()
    person.choose(record)
    panel = person.gallery.panel
    panel.caption.setFocus()
    person.write("Quầy số 3")
    panel.picker.face.setFocus()
    person.press(Qt.Key.Key_Return)
    person.write("cd04")
    person.press(Qt.Key.Key_Return)
    person.wait()
    (row,) = person.rows()
    assert (row.record.caption, row.link) == ("Quầy số 3", Link(item="CD04"))
    assert person.gallery.grid.tiles.index(0).data() == "Quầy số 3"
    assert "CD04" in person.gallery.grid.tiles.index(0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_several_photos_are_linked_in_one_act(person: Person) -> None:
    person.have(3)
    person.gallery.grid.setFocus()
    person.press(Qt.Key.Key_A, CONTROL)
    person.gallery.panel.picker.take("CD05")
    person.wait()
    assert {row.link for row in person.rows()} == {Link(item="CD05")}
    person.ask(lambda bench: bench.undoing.undo(person.page.visit))
    assert {row.link for row in person.rows()} == {Link()}


def test_removing_asks_and_can_be_taken_back_until_it_is_erased(person: Person) -> None:
    first, second = person.have(2)
    person.choose(first)
    person.press(Qt.Key.Key_Delete)
    assert len([row for row in person.rows() if not row.removed]) == 2
    person.press(Qt.Key.Key_Space)
    person.wait()
    grid = person.gallery.grid
    assert [row.id for row in grid.tiles.rows] == [second]
    assert [row.id for row in grid.chosen_rows] == [second]
    _filter(person, REMOVED)
    person.choose(first)
    person.gallery.panel.restore.click()
    person.wait()
    assert not any(row.removed for row in person.rows())
    _filter(person, "all")
    person.choose(first)
    person.press(Qt.Key.Key_Delete)
    person.press(Qt.Key.Key_Space)
    person.wait()
    _filter(person, REMOVED)
    person.choose(first)
    person.gallery.panel.erase.click()
    person.press(Qt.Key.Key_Space)
    person.wait()
    assert [row.id for row in person.rows()] == [second]
    assert len(person.files()) == 1


def _filter(person: Person, name: str) -> None:
    choice = person.gallery.filter
    choice.set_value(name)
    choice.activated.emit(choice.currentIndex())
    assert choice.value == name


def test_photos_are_filtered_by_what_they_show_and_found_by_words(person: Person) -> None:
    (loose,) = person.have(name="Sân.jpg")
    (linked,) = person.have(link=Link(item="CD04"), name="Kế hoạch.jpg", caption="Tường trụ sở")
    page, grid = person.gallery, person.gallery.grid
    offered = [page.filter.itemData(at) for at in range(page.filter.count())]
    assert offered == ["all", UNLINKED, "area:CD"]
    assert DOSSIERS not in offered
    for name, found in ((UNLINKED, [loose]), ("area:CD", [linked]), ("all", [loose, linked])):
        _filter(person, name)
        assert [row.id for row in grid.tiles.rows] == found
    for words, found in (("tuong tru so", [linked]), ("san", [loose]), ("cd04", [linked]), ("khong co", [])):
        page.search.setText(words)
        page.search.returnPressed.emit()
        assert [row.id for row in grid.tiles.rows] == found


def test_a_copy_is_saved_outside_with_a_warning(person: Person, tmp_path: Path) -> None:
    (record,) = person.have(name="Ảnh.heic.jpg")
    person.choose(record)
    row = person.gallery.grid.chosen_rows[0]
    person.gallery.copy(row, tmp_path / "bản sao.jpg")
    person.wait()
    assert (tmp_path / "bản sao.jpg").read_bytes() == person.ask(
        lambda bench: bench.evidence.content(row.file.digest)
    )
    assert tr("The copy is not encrypted. Whoever has the stick or the computer can open it.") in (
        person.gallery.banner.text
    )
    person.gallery.copy(row, tmp_path / "không có" / "a.jpg")
    person.wait()
    assert "a.jpg" in person.gallery.banner.text


def test_what_has_not_arrived_says_so_and_opens_when_it_has(person: Person) -> None:
    (record,) = person.have(caption="Biển hiệu")
    content = person.ask(
        lambda bench: bench.evidence.content(bench.evidence.all(person.page.visit).rows[0].file.digest)
    )
    person.ask(lambda bench: bench._workspace._db.execute("delete from evidence_files").rowcount)
    person.news()
    tile = person.gallery.grid.tiles.index(0)
    assert tr("Not received yet") in tile.data(Qt.ItemDataRole.AccessibleTextRole)
    person.choose(record)
    person.press(Qt.Key.Key_Return)
    person.wait()
    assert not person.sees_editor
    assert person.gallery.panel.open.isHidden()
    person.ask(lambda bench: bench._workspace.evidence.add(content))
    person.page.entered()
    person.wait()
    person.press(Qt.Key.Key_Return)
    person.wait()
    assert person.sees_editor


def test_only_pictures_in_view_are_read(person: Person) -> None:
    person.have(60)
    person.wait()
    thumbnails = person.page.thumbnails
    seen = {row.file.digest for row in person.gallery.grid.tiles.rows if thumbnails.get(row.file) is not None}
    assert 10 < len(seen) < 40


def test_a_small_picture_that_came_without_is_made_and_kept(person: Person) -> None:
    person.have(2)
    person.ask(lambda bench: bench._workspace._db.execute("delete from thumbnails").rowcount)
    person.page.thumbnails._pictures.clear()
    person.gallery.grid.viewport().update()
    person.qtbot.waitUntil(lambda: len(person.page.thumbnails._pictures) == 2)
    person.wait()
    digests = [row.file.digest for row in person.rows()]
    assert person.ask(lambda bench: bench.evidence.thumbnails(digests)).keys() == set(digests)


def test_nothing_yet_says_what_belongs_here(person: Person) -> None:
    assert person.gallery.middle.currentIndex() == 0
    person.have()
    assert person.gallery.middle.currentWidget() is person.gallery.grid


def test_pictures_in_dispute_stand_side_by_side(person: Person) -> None:
    (record,) = person.have()
    (row,) = person.rows()
    visit = person.page.visit
    other = row.file.model_copy(update={"digest": "f" * 64})
    person.ask(lambda bench: _as_colleague(bench, visit, record, other))
    person.news()
    person.choose(record)
    panel = person.gallery.panel
    assert tr("In dispute") in person.gallery.grid.tiles.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert len(panel.sides._pictures) == 2
    assert panel.open.isHidden()
    with person.qtbot.waitSignal(person.page.open_conflicts) as led:
        panel.decide.click()
    assert led.args == [visit]


def _as_colleague(bench: Workbench, visit: VisitId, record: str, file: StoredFile) -> None:
    """Another laptop and this one mark the same picture without knowing of each other."""
    ledger = bench._workspace.ledger
    bench.trust.meet("b" * 16, Device(person="Minh"))
    bench.trust.admit(visit, "b" * 16)
    seen = tuple(ledger.tips(visit))
    mine = file.model_copy(update={"digest": "e" * 64})
    bench._desk.write(visit, [Act("evidence", record, {"file": mine.model_dump()})])
    patch = canonical({"file": file.model_dump()})
    change = Change(visit, "b" * 16, 1, "", seen, ledger.latest(visit), "Minh", "evidence", record, patch, "")
    with bench._workspace.transaction():
        ledger.receive([seal(change)])
