"""What Qt itself writes on the screen is Vietnamese too."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from inspector_app import i18n
from inspector_app.ui.translator import QtTexts, qt_catalogue

Button = QMessageBox.StandardButton


@pytest.fixture(autouse=True)
def qt_texts(qapp: QApplication) -> Iterator[None]:
    translator = QtTexts(qapp)
    assert qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def words(text: str) -> str:
    return text.replace("&", "")


def test_the_buttons_of_a_message_are_vietnamese(qtbot: QtBot) -> None:
    box = QMessageBox()
    qtbot.addWidget(box)
    box.setStandardButtons(Button.Ok | Button.Cancel | Button.Yes | Button.No | Button.Save | Button.Retry)
    assert {words(button.text()) for button in box.buttons()} == {
        "Đồng ý",
        "Hủy",
        "Có",
        "Không",
        "Lưu",
        "Thử lại",
    }


def test_every_standard_button_is_vietnamese(qtbot: QtBot) -> None:
    box = QDialogButtonBox()
    qtbot.addWidget(box)
    for button in QDialogButtonBox.StandardButton:
        if button != QDialogButtonBox.StandardButton.NoButton:
            box.addButton(button)
    shown = {words(button.text()) for button in box.buttons()}
    assert shown <= {words(text) for text in qt_catalogue().values()}
    assert "Khôi phục mặc định" in shown


def test_the_menu_of_a_text_field_is_vietnamese(qtbot: QtBot) -> None:
    field = QLineEdit("số liệu")
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    qtbot.addWidget(menu)
    shown = [words(action.text().split("\t")[0]) for action in menu.actions() if not action.isSeparator()]
    assert shown == ["Hoàn tác", "Làm lại", "Cắt", "Sao chép", "Dán", "Xóa", "Chọn tất cả"]


def test_the_menu_of_a_note_is_vietnamese(qtbot: QtBot) -> None:
    note = QPlainTextEdit()
    qtbot.addWidget(note)
    menu = note.createStandardContextMenu()
    qtbot.addWidget(menu)
    shown = {words(action.text().split("\t")[0]) for action in menu.actions() if action.text()}
    assert {"Hoàn tác", "Làm lại", "Cắt", "Sao chép", "Dán", "Xóa", "Chọn tất cả"} <= shown


def test_the_file_dialog_is_vietnamese(qtbot: QtBot) -> None:
    dialog = QFileDialog()
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    shown = {words(button.text()) for button in dialog.findChildren(QPushButton)}
    assert {"Lưu", "Hủy"} <= shown


def test_the_language_spoken_now_decides() -> None:
    i18n.use("en")
    assert QCoreApplication.translate("QLineEdit", "&Copy") == "&Copy"
    i18n.use("vi")
    assert QCoreApplication.translate("QLineEdit", "&Copy") == "&Sao chép"


def test_a_text_that_the_catalogue_lacks_stays_as_qt_wrote_it() -> None:
    assert QCoreApplication.translate("QShortcut", "Ctrl") == "Ctrl"
