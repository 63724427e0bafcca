"""Workbooks of other offices: published in the checklists room, filled in at the page, kept as answered."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from defusedxml import ElementTree
from pytestqt.qtbot import QtBot

from inspector_app.domain.records import VisitId
from inspector_app.services.views import NewVisit
from inspector_app.services.workbench import Workbench
from inspector_app.ui.checklist.card import ItemCard
from inspector_app.ui.checklist.page import ChecklistPage
from inspector_app.ui.session import Session
from inspector_app.ui.tasks import Lanes
from inspector_app.ui.templates.page import TemplatesPage
from tests.workbooks.books import ASSETS, HOUSEHOLDS, SATISFACTION, Book
from tests.workbooks.filling import Person, fill_assets, fill_households, fill_satisfaction

Settle = Callable[[Lanes], None]


@dataclass
class Office:
    """An office that publishes a workbook, and a person who fills it in."""

    session: Session
    qtbot: QtBot
    settle: Settle
    folder: Path
    visit: VisitId | None = None

    def open(self, book: Book) -> Person:
        """Publish a workbook in its room; a visit with it, on the screen."""
        room = TemplatesPage(self.session)
        self.qtbot.addWidget(room)
        room.show()
        room.check(book.write(self.folder / book.form_id))
        self.wait()
        room.checked.publish.click()
        self.wait()
        assert any(row.form_id == book.form_id for row in room.rows)
        digest = next(row.digest for row in room.rows if row.form_id == book.form_id)
        room.hide()
        wanted = NewVisit("29971", date(2026, 11, 23), template=digest)
        self.visit = self.ask(lambda bench: bench.visits.new(wanted)[0])
        return Person(self.show(), self.wait, self.folder)

    def show(self) -> ChecklistPage:
        """The visit's checklist, opened anew."""
        assert self.visit is not None
        page = ChecklistPage(self.session, self.visit)
        self.qtbot.addWidget(page)
        page.resize(1290, 760)
        page.show()
        page.activateWindow()
        self.qtbot.waitUntil(page.isActiveWindow)
        self.wait()
        return page

    def wait(self) -> None:
        self.settle(self.session.lanes)
        self.settle(self.session.lanes)

    def ask(self, work: Callable[[Workbench], Any]) -> Any:
        found: list[Any] = []
        self.session.read(work, found.append, owner=self.session)
        self.wait()
        return found[0]

    def submission(self) -> dict[str, list[str]]:
        """What would be sent: names of questions with their texts, in order."""
        xml = self.ask(lambda bench: bench.checklists.warm(self.visit).sheet.submission())
        found: dict[str, list[str]] = {}
        for element in ElementTree.fromstring(xml).iter():
            if not len(element):
                found.setdefault(element.tag.rpartition("}")[2], []).append(element.text or "")
        return found

    def reopened(self) -> ChecklistPage:
        """The page after the checklist was read from the workspace again."""
        self.ask(lambda bench: bench.checklists.forget([self.visit]))
        return self.show()


def shown(page: ChecklistPage) -> dict[str, str]:
    """What stands in the entries of every item that applies."""
    return {
        key: entry.value
        for code, item in page.items.items()
        if item.relevant
        for key, entry in card_of(page, code).editor.entries.items()
    }


def card_of(page: ChecklistPage, code: str) -> ItemCard:
    """The card of an item, built where it was not yet."""
    page.show_area(page.items[code].area)
    return page.panes[page.items[code].area].card(code)


def kept(page: ChecklistPage) -> dict[str, str]:
    """What the views hold of the same questions."""
    return {
        leaf.key: leaf.value
        for item in page.items.values()
        if item.relevant and item.editor not in ("note", "repeat")
        for leaf in item.leaves
    }


@pytest.fixture
def office(session: Session, qtbot: QtBot, settle: Settle, tmp_path: Path) -> Office:
    return Office(session, qtbot, settle, tmp_path)


def test_households_with_a_cascade_another_answer_and_people(office: Office) -> None:
    person = office.open(HOUSEHOLDS)
    fill_households(person)
    page = person.page
    assert page.scribe.unsaved_items == frozenset()
    sent = office.submission()
    assert (sent["tinh"], sent["xa"], sent["ap"]) == (["dong_thap"], ["long_khanh"], ["long_khanh_3"])
    assert sent["vi_tri"] == ["10.8412 105.2417 0.0 0.0"]
    assert sent["thu_tuc_other"] == ["Xác nhận tình trạng hôn nhân"]
    assert sent["kenh"] == ["niem_yet zalo"]
    assert sent["ngay_sinh"] == ["1968-03-12", "1972-07-05", "2015-09-01"]
    assert (sent["so_nguoi"], sent["tong_thu_nhap"]) == (["3"], ["10700000"])
    assert sent["anh_phieu"][0].endswith("-Phieu_tiep_nhan.png")
    assert sent["dong_y"] == ["OK"]
    assert "ma_so_thue" not in sent
    assert "3 người" in page.items["bao_tong"].text
    assert page.items["nguoi"].status == "answered"
    again = office.reopened()
    assert again.items == page.items
    assert shown(again) == kept(again)


def test_assets_in_rooms_with_running_totals_and_a_table_of_rates(office: Office) -> None:
    person = office.open(ASSETS)
    fill_assets(person)
    page = person.page
    assert page.scribe.unsaved_items == frozenset()
    sent = office.submission()
    assert sent["ten_phong"] == ["Trung tâm Phục vụ hành chính công", "Phòng Kinh tế"]
    assert sent["loai"] == ["MT", "DH", "BG"]
    assert sent["ty_le"] == ["20", "12.5", "12.5"]
    assert sent["dua_vao"] == ["2024-03-01", "2019-06-01", "2020-01-01"]
    parts = [int(float(each)) for each in sent["con_lai"]]
    assert parts == [52_200_000, 2_975_000, 4_700_000]
    assert int(float(sent["tong"][0])) == sum(parts)
    assert sent["huong_xu_ly"] == ["Đề nghị sửa chữa"]
    assert len(sent["giai_trinh"]) == 1
    assert page.items["bao_tong"].text.startswith("3 dòng tài sản")
    again = office.reopened()
    assert again.items == page.items
    assert shown(again) == kept(again)


def test_satisfaction_with_an_order_scales_a_table_and_chains(office: Office) -> None:
    person = office.open(SATISFACTION)
    fill_satisfaction(person)
    page = person.page
    assert page.scribe.unsaved_items == frozenset()
    sent = office.submission()
    assert sent["tuoi"] == ["43"]
    assert (sent["di_lai"], sent["vi_sao"]) == (["4"], ["Phải bổ sung giấy tờ ba lần."])
    assert [sent[code] for code in ("noi_tiep", "thai_do", "huong_dan", "thoi_gian")] == [
        ["3"],
        ["2"],
        ["1"],
        ["2"],
    ]
    assert sent["uu_tien"] == ["dung_hen don_gian than_thien truc_tuyen"]
    assert sent["gioi_thieu"] == ["4"]
    assert sent["gio_xong"][0].startswith("09:20")
    assert sent["khong_hai_long"] == ["Mỗi lần hướng dẫn một khác."]
    assert page.areas["danh_gia"].name == "Mức độ hài lòng"
    person.digit("lan_thu", 1)
    assert "di_lai" not in office.submission()
    assert not page.items["di_lai"].relevant
    again = office.reopened()
    assert again.items == page.items
    assert shown(again) == kept(again)
