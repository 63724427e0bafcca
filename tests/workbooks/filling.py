"""The three workbooks filled in by a person at the page: keys and words, nothing behind the widgets' back."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest

from inspector_app.ui.checklist.card import ItemCard
from inspector_app.ui.checklist.editors import Instances
from inspector_app.ui.checklist.entries import Entry
from inspector_app.ui.checklist.files import FileEntry
from inspector_app.ui.checklist.page import ChecklistPage
from inspector_app.ui.checklist.question import Question
from inspector_app.ui.checklist.repeats import Panel, Repeat
from tests.hands import focused, type_words


class Person:
    """Somebody at the checklist page."""

    def __init__(self, page: ChecklistPage, wait: Callable[[], None], folder: Path) -> None:
        self.page, self.wait, self.folder = page, wait, folder

    # --- questions of the form

    def card(self, code: str) -> ItemCard:
        self.page.go_to(code)
        return self.page.panes[self.page.items[code].area].card(code)

    def write(self, code: str, words: str) -> None:
        """Type an answer and go on."""
        self.card(code)
        type_words(words)
        self.press(Qt.Key.Key_Tab)

    def digit(self, code: str, *numbers: int) -> None:
        """Answer with the digits on the choices."""
        card = self.card(code)
        for number in numbers:
            assert card.editor.digit(number)
            self.wait()

    def pick(self, code: str, words: str) -> None:
        """Find a choice by its words, accents or not."""
        self._pick(self.card(code).editor.entries[code], words)

    def attach(self, code: str, file: Path) -> None:
        """Put a file to a question, as if it had been dropped there."""
        entry = self.card(code).editor.entries[code]
        assert isinstance(entry, FileEntry)
        entry.file_given.emit(file)
        self.wait()
        self.wait()
        self.wait()

    # --- questions inside a repeat

    def repeat(self, code: str) -> Repeat:
        editor = self.card(code).editor
        assert isinstance(editor, Instances)
        return editor.repeat

    def add(self, repeat: Repeat) -> Panel:
        """Add an instance by its button; the cursor is then in it."""
        repeat.add.setFocus()
        self.press(Qt.Key.Key_Space)
        return list(repeat.panels.values())[-1]

    def question(self, panel: Panel, name: str) -> Question:
        row = panel.rows[f"{panel.key}/{name}"]
        assert isinstance(row, Question)
        return row

    def fill(self, panel: Panel, name: str, words: str) -> None:
        target = self.question(panel, name).entry.focusProxy()
        assert target is not None
        target.setFocus(Qt.FocusReason.TabFocusReason)
        type_words(words)
        self.press(Qt.Key.Key_Tab)

    def choose(self, panel: Panel, name: str, number: int) -> None:
        assert self.question(panel, name).entry.digit(number)
        self.wait()

    def find(self, panel: Panel, name: str, words: str) -> None:
        self._pick(self.question(panel, name).entry, words)

    # --- hands

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(focused(), key, held)
        self.wait()

    def _pick(self, entry: Entry, words: str) -> None:
        entry.control.setFocus(Qt.FocusReason.TabFocusReason)
        self.press(Qt.Key.Key_Return)
        type_words(words)
        self.press(Qt.Key.Key_Return)


def picture(file: Path, words: str) -> Path:
    """A picture with words on it."""
    image = QImage(480, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("#E8EEF2"))
    painter = QPainter(image)
    painter.setPen(QColor("#1C2024"))
    painter.drawText(image.rect(), Qt.AlignmentFlag.AlignCenter, words)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # pyright: ignore[reportArgumentType, reportCallIssue] - PySide takes str
    file.write_bytes(bytes(buffer.data().data()))
    return file


def fill_households(person: Person) -> None:
    """A family of three at the counter of a commune."""
    person.pick("tinh", "dong")
    person.digit("xa", 2)
    person.pick("ap", "ap 3")
    person.write("vi_tri", "10.8412, 105.2417")
    person.digit("doi_tuong", 1)
    person.write("luc_den", "7h45 ngày 23/11/2026")
    person.digit("thu_tuc", 5)
    person.write("thu_tuc_other", "Xác nhận tình trạng hôn nhân")
    person.digit("kenh", 1, 3)
    repeat = person.repeat("nguoi")
    people = (
        ("Nguyễn Văn Bảy", 1, "12/3/1968", "6.500.000"),
        ("Trần Thị Lành", 2, "5-7-1972", "4200000"),
        ("Nguyễn Thị Út", 3, "1.9.2015", ""),
    )
    for place, (name, relation, born, income) in enumerate(people):
        panel = next(iter(repeat.panels.values())) if place == 0 else person.add(repeat)
        person.fill(panel, "ho_ten", name)
        person.choose(panel, "quan_he", relation)
        person.fill(panel, "ngay_sinh", born)
        if income:
            person.fill(panel, "thu_nhap", income)
    person.attach(
        "anh_phieu", picture(person.folder / "Phiếu tiếp nhận.png", "Phiếu tiếp nhận hồ sơ số 1127")
    )
    person.digit("dong_y", 1)
    person.write("y_kien", "Cán bộ hướng dẫn rõ, chỗ ngồi chờ còn ít.")


def fill_assets(person: Person) -> None:
    """Two rooms of an office with what stands in them."""
    person.write("nguoi_kiem_ke", "Phạm Hữu Nghĩa")
    rooms = person.repeat("phong")
    for place, (name, things) in enumerate(
        (
            ("Trung tâm Phục vụ hành chính công", (
                ("may tinh", "MT-2023-014", "6", "14.500.000", "3/2024", 1, ""),
                ("dieu hoa", "DH-2019-002", "2", "11.900.000", "06/2019", 2, "Đề nghị sửa chữa"),
            )),
            ("Phòng Kinh tế", (("ban ghe", "BG-2020-007", "8", "2.350.000", "1/2020", 1, ""),)),
        )
    ):  # fmt: skip
        room = next(iter(rooms.panels.values())) if place == 0 else person.add(rooms)
        person.fill(room, "ten_phong", name)
        things_of = room.rows[f"{room.key}/tai_san"]
        assert isinstance(things_of, Repeat)
        for number, (kind, code, count, price, since, state, then) in enumerate(things):
            begun = list(things_of.panels.values())
            thing = begun[0] if number == 0 and begun else person.add(things_of)
            person.find(thing, "loai", kind)
            person.fill(thing, "ma_vach", code)
            person.fill(thing, "so_luong", count)
            person.fill(thing, "nguyen_gia", price)
            person.fill(thing, "dua_vao", since)
            person.choose(thing, "tinh_trang", state)
            if then:
                person.fill(thing, "huong_xu_ly", then)
    person.write("so_sach", "60.000.000")
    person.write("giai_trinh", "Sổ kế toán chưa trừ hao mòn năm 2026 của hai máy điều hòa.")
    person.attach("bien_ban", picture(person.folder / "Biên bản.png", "Biên bản kiểm kê có chữ ký"))


def fill_satisfaction(person: Person) -> None:
    """A citizen who came more than once and is not content."""
    person.digit("gioi", 2)
    person.write("tuoi", "43")
    person.digit("lan_thu", 3)
    person.write("di_lai", "4")
    person.write("vi_sao", "Phải bổ sung giấy tờ ba lần.")
    for code, mark in (("noi_tiep", 3), ("thai_do", 2), ("huong_dan", 1), ("thoi_gian", 2)):
        person.digit(code, mark)
    person.write("khong_hai_long", "Mỗi lần hướng dẫn một khác.")
    person.card("uu_tien")
    person.press(Qt.Key.Key_Down)
    person.press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    person.write("gioi_thieu", "4")
    person.write("gio_xong", "9h20")
