"""Files go out and come in, each with a report that counts."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from inspector_app.domain.errors import BundleSealed, BundleUnreadable
from inspector_app.domain.records import VisitId
from inspector_app.exchange import bundle
from inspector_app.exchange.container import Keys
from inspector_app.i18n import tr
from inspector_app.services.workbench import Workbench
from inspector_app.settings import Settings
from inspector_app.ui.merge.page import MergePage
from inspector_app.ui.session import Session
from inspector_app.ui.tasks import Lanes
from tests.ui.conftest import MEMBER, PASSPHRASE, QUICK, Made

Settle = Callable[[Lanes], None]


def test_receiving_again_is_success_and_changes_nothing(page: MergePage, made: Made, settle: Settle) -> None:
    page.receive(made.bundle)
    settle(page.session.lanes)
    assert tr("Everything in this file was already here.") in page.handover.received.text
    report = " ".join(label.text() for label in page.handover.findChildren(QLabel))
    assert "Lê Thị Mỹ Duyên" in report
    assert "UBND xã Thường Phước" in report


def test_a_bundle_that_is_none_is_refused_in_one_sentence(
    page: MergePage, tmp_path: Path, settle: Settle
) -> None:
    file = tmp_path / "lạ.cchc"
    file.write_bytes(b"not a bundle")
    page.receive(file)
    settle(page.session.lanes)
    assert BundleUnreadable(file="lạ.cchc").sentence in page.handover.received.text
    assert page.handover.take.isEnabled()


def test_a_visit_is_exported_with_a_report(
    page: MergePage, visit: VisitId, tmp_path: Path, settle: Settle
) -> None:
    page.choose_visit(visit)
    settle(page.session.lanes)
    target = tmp_path / "usb"
    target.mkdir()
    page.handover.export(target)
    settle(page.session.lanes)
    files = list(target.iterdir())
    assert len(files) == 1
    assert files[0].name in page.handover.sent.text
    assert tr("Exported: {unit}", unit="UBND xã Thường Phước") in page.handover.sent.text


def test_a_stick_that_was_pulled_out_is_told(
    page: MergePage, visit: VisitId, tmp_path: Path, settle: Settle
) -> None:
    page.choose_visit(visit)
    settle(page.session.lanes)
    page.handover.export(tmp_path / "rút" / "usb")
    settle(page.session.lanes)
    assert page.handover.sent.property("surface") == "wrong"
    assert page.handover.send.isEnabled()


def key_of_the_lead(page: MergePage, settle: Settle) -> str:
    """The age identity of the laptop whose window this is."""
    found: list[str] = []
    page.session.read(lambda bench: bench._desk.key.identity, found.append, owner=page)
    settle(page.session.lanes)
    return found[0]


def dragged(*files: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    return mime


def test_a_bundle_can_be_dropped(page: MergePage, made: Made, settle: Settle) -> None:
    zone = page.handover.zone
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    mime = dragged(made.bundle)
    enter = QDragEnterEvent(QPointF(5, 5).toPoint(), copy, mime, left, none)
    zone.dragEnterEvent(enter)
    assert enter.isAccepted()
    zone.dropEvent(QDropEvent(QPointF(5, 5), copy, mime, left, none))
    settle(page.session.lanes)
    assert page.handover.received.text


def test_other_files_are_not_taken(page: MergePage, made: Made, tmp_path: Path) -> None:
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for mime in (dragged(tmp_path / "a.docx"), dragged(made.bundle, made.bundle), QMimeData()):
        enter = QDragEnterEvent(QPointF(5, 5).toPoint(), copy, mime, left, none)
        enter.ignore()
        page.handover.zone.dragEnterEvent(enter)
        assert not enter.isAccepted()


def test_a_first_bundle_brings_the_visit(
    lanes: Lanes, made: Made, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    folder = tmp_path / "mới"
    lanes.open(
        lambda: Workbench.create(folder, PASSPHRASE, MEMBER, derivation=QUICK),
        lambda _none: None,
        owner=lanes,
    )
    page = MergePage(Session(lanes, Settings(), lanes))
    qtbot.addWidget(page)
    page.show()
    settle(lanes)
    assert page.conflicts.body.currentWidget() is page.conflicts.empty
    assert not page.handover.send.isEnabled()
    page.receive(made.bundle)
    settle(lanes)
    settle(lanes)
    assert tr("Received without a dispute.") in page.handover.received.text
    assert page.handover.visit.count() == 1
    assert page.handover.send.isEnabled()


def test_after_receiving_a_receipt_is_written_beside_the_file_and_who_holds_what_is_shown(
    page: MergePage, made: Made, visit: VisitId, settle: Settle
) -> None:
    page.choose_visit(visit)
    page.receive(made.bundle)
    settle(page.session.lanes)
    assert page.handover.acknowledge.isVisibleTo(page)
    page.handover.acknowledge.click()
    settle(page.session.lanes)
    [receipt] = [file for file in made.bundle.parent.glob("*.cchc") if "bien_nhan" in file.name]
    assert receipt.name in page.handover.received.text
    assert not page.handover.acknowledge.isVisibleTo(page)
    shown = [label.text() for label in page.handover.findChildren(QLabel)]
    assert any("Lê Thị Mỹ Duyên · Máy 02" in text and "/" in text for text in shown)
    member = page.handover.receiver.findText(
        tr("Only what {laptop} lacks", laptop="Lê Thị Mỹ Duyên · Máy 02")
    )
    page.handover.receiver.setCurrentIndex(member)
    target = made.bundle.parent / "usb"
    target.mkdir()
    page.handover.export(target)
    settle(page.session.lanes)
    [tail] = target.iterdir()
    lead = Keys(identities=(key_of_the_lead(page, settle),))
    with bundle.opened(tail, lead) as lacking, bundle.opened(made.bundle) as whole:
        assert lacking.manifest.changes < whole.manifest.changes


def test_a_sealed_file_asks_for_its_passphrase_in_place(
    page: MergePage, visit: VisitId, tmp_path: Path, settle: Settle
) -> None:
    page.choose_visit(visit)
    settle(page.session.lanes)
    page.handover.sealing.set_value("passphrase")
    page.handover.secret.setText("mái đình cây đa")
    target = tmp_path / "usb"
    target.mkdir()
    page.handover.export(target)
    settle(page.session.lanes)
    [sealed] = target.iterdir()
    page.receive(sealed)
    settle(page.session.lanes)
    assert BundleSealed(file=sealed.name).sentence in page.handover.received.text
    assert page.handover.unseal.isVisibleTo(page)
    page.handover.opening.setText("mái đình cây đa")
    page.handover.opening.returnPressed.emit()
    settle(page.session.lanes)
    assert tr("Everything in this file was already here.") in page.handover.received.text
    assert not page.handover.unseal.isVisibleTo(page)
