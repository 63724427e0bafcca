"""What came from whom, in two tables."""

from inspector_app.i18n import tr
from inspector_app.ui.merge.page import CAME, MergePage
from tests.ui.conftest import MEMBER, Settle


def test_what_came_from_whom_stands_in_two_tables(crowd: MergePage, settle: Settle) -> None:
    crowd.tabs.buttons()[CAME].click()
    settle(crowd.session.lanes)
    laptops = crowd.came.laptops.model()
    shown = {laptops.index(at, 0).data(): laptops.index(at, 6).data() for at in range(laptops.rowCount())}
    assert shown == {f"Trần Quốc Huy · Máy 01 ({tr('this laptop')})": "6", f"{MEMBER.name} · Máy 02": "6"}
    files = crowd.came.files.model()
    assert [files.index(0, at).data() for at in (1, 5)] == [f"{MEMBER.name} · Máy 02", "6"]
