"""Taking pictures with the camera: the frames and where they arrive are real, the device is a stand-in."""

import builtins
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtMultimedia import QCameraDevice, QVideoFrame
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from inspector_app.i18n import tr
from inspector_app.services.views import Link
from inspector_app.ui.notices import Banner
from inspector_app.ui.session import Session
from inspector_app.ui.visit.evidence.camera import CameraPage, Cameras
from inspector_app.ui.visit.evidence.page import EvidencePage
from tests.ui.conftest import Settle
from tests.ui.visit.evidence.conftest import Person

PlugIn = Callable[..., None]


@pytest.fixture
def plug_in(person: Person, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> PlugIn:
    """Have exactly the cameras of these names plugged in."""
    plugged: dict[str, QCameraDevice] = {}
    monkeypatch.setattr(Cameras, "devices", property(lambda _self: dict(plugged)))
    qtbot.waitUntil(lambda: person.page.lens.cameras is not None)
    cameras = person.page.lens.cameras
    assert cameras is not None

    def put(*names: str) -> None:
        plugged.clear()
        plugged.update({name: QCameraDevice() for name in names})
        cameras.media.videoInputsChanged.emit()

    return put


@pytest.fixture
def camera(person: Person, plug_in: PlugIn) -> CameraPage:
    """A person who looks through the camera of a laptop."""
    plug_in("truoc")
    person.gallery.camera.click()
    page = person.page.lens.page
    assert page is not None
    assert page.isVisible()
    return page


def sees(person: Person, camera: CameraPage, colour: str = "#336699") -> None:
    """A frame arrives."""
    image = QImage(1280, 720, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    camera.sink.setVideoFrame(QVideoFrame(image))
    person.qtbot.waitUntil(camera.take.isEnabled)


def said(banner: Banner) -> str:
    return "\n".join(each.text() for each in banner.findChildren(QLabel)) if banner.isVisible() else ""


def test_without_a_camera_nothing_of_it_is_shown_and_with_one_it_is_offered(
    person: Person, plug_in: PlugIn
) -> None:
    assert not person.gallery.camera.isVisible()
    assert said(person.gallery.banner) == ""
    plug_in("usb")
    assert person.gallery.camera.isVisible()
    plug_in()
    assert not person.gallery.camera.isVisible()


def test_where_qtmultimedia_cannot_be_loaded_there_is_no_camera(
    person: Person, session: Session, qtbot: QtBot, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def without(name: str, *rest: object, **more: object) -> object:
        if name.endswith("evidence.camera"):
            raise ImportError(name)
        return real(name, *rest, **more)  # type: ignore[arg-type]  # handed on as it came

    monkeypatch.setattr(builtins, "__import__", without)
    page = EvidencePage(session, person.page.visit)
    qtbot.addWidget(page)
    page.show()
    page.entered()
    settle(session.lanes)
    page.look_through_camera()
    assert page.stack.currentWidget() is page.gallery
    assert not page.gallery.camera.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_picture_is_taken_with_a_key_looked_at_and_kept(
    person: Person, camera: CameraPage, qtbot: QtBot, key: Qt.Key
) -> None:
    assert camera.view.hasFocus()
    qtbot.keyClick(camera.view, key)
    assert camera.isVisible()  # nothing is seen yet, so nothing was taken
    sees(person, camera)
    shown = camera.view.grab().toImage()
    assert shown.pixelColor(shown.rect().center()).name() == "#336699"
    qtbot.keyClick(camera.view, key)
    person.wait()
    assert person.sees_editor
    assert camera.camera is None  # its light is off
    assert person.rows() == ()  # nobody has said yet that it may be kept
    person.editor.caption.set_value("Bảng niêm yết")
    person.editor.picker.linked.emit(Link(item="CD05"))
    person.editor.picker.show_link(Link(item="CD05"))
    person.editor.save.click()
    person.wait()
    [row] = person.rows()
    assert (row.file.width, row.file.height, row.file.media_type) == (1280, 720, "image/jpeg")
    assert (row.record.caption, row.link.item) == ("Bảng niêm yết", "CD05")
    assert row.record.taken_at is not None
    assert datetime.now(UTC) - row.record.taken_at < timedelta(minutes=1)
    assert camera.isVisible()  # for the next one
    assert camera.camera is not None
    assert tr("{count} taken in.", count=1) in said(camera.banner)
    sees(person, camera, "#993366")
    camera.take.click()
    person.wait()
    assert person.editor.picker.link == Link(item="CD05")


def test_what_is_left_out_is_nowhere_and_the_camera_goes_on(person: Person, camera: CameraPage) -> None:
    sees(person, camera)
    camera.take.click()
    person.wait()
    person.editor.omit.click()
    person.wait()
    assert camera.isVisible()
    assert person.rows() == ()
    assert person.files() == set()


def test_the_camera_runs_only_while_it_is_looked_through(
    person: Person, camera: CameraPage, qtbot: QtBot
) -> None:
    person.have()
    sees(person, camera)
    assert camera.camera is not None
    person.page.hide()  # another page of the visit
    assert camera.camera is None
    person.page.show()
    person.page.entered()
    assert camera.camera is not None
    assert camera.view.hasFocus()
    assert not camera.take.isEnabled()
    qtbot.keyClick(camera.view, Qt.Key.Key_Escape)
    assert camera.camera is None
    assert person.gallery.isVisible()
    assert person.gallery.grid.hasFocus()


def test_one_of_several_cameras_is_chosen_and_stays_chosen(
    person: Person, camera: CameraPage, plug_in: PlugIn
) -> None:
    assert not camera.choice.isVisible()
    plug_in("truoc", "usb")
    assert camera.choice.isVisible()
    before = camera.camera
    assert before is not None
    camera.choice.set_value("usb")
    camera.choice.chosen.emit("usb")
    assert camera.camera not in (None, before)
    plug_in("truoc", "usb", "sau")
    assert camera.choice.value == "usb"


def test_a_camera_that_is_unplugged_is_said_and_found_again(
    person: Person, camera: CameraPage, plug_in: PlugIn, qtbot: QtBot
) -> None:
    sees(person, camera)
    plug_in()
    assert tr("The camera is gone.") in said(camera.banner)
    assert not camera.take.isEnabled()
    qtbot.keyClick(camera.view, Qt.Key.Key_Space)
    assert camera.isVisible()
    plug_in("usb")
    assert said(camera.banner) == ""
    assert camera.camera is not None


def test_a_camera_that_is_used_elsewhere_is_said(person: Person, camera: CameraPage) -> None:
    assert camera.camera is not None
    camera.camera.errorOccurred.emit(camera.camera.error(), "busy")
    assert tr("The camera gives no picture.") in said(camera.banner)
    assert camera.camera is None
    camera.resume()  # as the banner's button does
    assert said(camera.banner) == ""
    camera.patience.timeout.emit()  # nothing has come for some seconds
    assert tr("The camera gives no picture.") in said(camera.banner)


def test_a_file_that_is_dropped_on_the_camera_comes_in_as_ever(
    person: Person, camera: CameraPage, photos: Callable[[int], list[Path]]
) -> None:
    sees(person, camera)
    person.page.take(photos(1))
    person.wait()
    assert person.sees_editor
    assert camera.camera is None
    person.editor.save.click()
    person.wait()
    assert person.gallery.isVisible()
    assert len(person.rows()) == 1
