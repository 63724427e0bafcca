"""Delivering from the window: on request and by itself, quiet without a network."""

import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from inspector_app.domain.errors import AddressRefused, BundleUnreadable, DropForbidden, DropUnreachable
from inspector_app.domain.records import VisitId
from inspector_app.i18n import tr
from inspector_app.services.delivery import deliver
from inspector_app.services.views import Profile
from inspector_app.services.workbench import Workbench
from inspector_app.ui.merge import delivery
from inspector_app.ui.merge.delivery import DeliveryPanel
from inspector_app.ui.merge.page import MergePage
from inspector_app.ui.session import Session
from inspector_app.ui.tasks import Lanes
from tests.exchange import servers
from tests.ui.conftest import PASSPHRASE, QUICK, asked

Settle = Callable[[Lanes], None]
COMMON = "mái đình cây đa"


@pytest.fixture
def drop(tmp_path: Path) -> Path:
    """A folder on a share."""
    folder = tmp_path / "share"
    folder.mkdir()
    return folder


@pytest.fixture
def panel(page: MergePage, settle: Settle) -> DeliveryPanel:
    settle(page.session.lanes)
    return page.handover.delivery


@pytest.fixture
def back(panel: DeliveryPanel, qtbot: QtBot, settle: Settle) -> Callable[[], None]:
    """Wait until a delivery has come back, and the window shows it."""

    def wait() -> None:
        qtbot.waitUntil(lambda: not panel.busy, timeout=20_000)
        settle(panel.session.lanes)

    return wait


def office(tmp_path: Path) -> Workbench:
    """A laptop that no visit admits."""
    return Workbench.create(
        tmp_path / "office", PASSPHRASE, Profile("Nga", laptop="Máy Sở"), derivation=QUICK
    )


def test_what_is_new_goes_and_comes_and_the_window_counts_it(
    page: MergePage,
    panel: DeliveryPanel,
    visit: VisitId,
    drop: Path,
    tmp_path: Path,
    back: Callable[[], None],
) -> None:
    panel.address.set_value(str(drop))
    panel.passphrase.setText(COMMON)
    panel.go.click()
    assert panel.busy
    assert not panel.go.isEnabled()
    back()
    assert len(list(drop.rglob("*.cchc"))) == 2  # both visits
    assert panel.passphrase.text() == ""
    assert panel.passphrase.placeholderText() == tr("as kept")
    other = office(tmp_path)
    try:
        other.delivery.use(str(drop), passphrase=COMMON)
        deliver(str(drop), lambda work: work(other.delivery))
        assert visit in {row.id for row in other.visits.list()}
    finally:
        other.close()
    panel.go.click()
    back()
    shown = " ".join(label.text() for label in page.handover.findChildren(QLabel))
    assert "Máy Sở" in shown  # its receipt
    assert panel.said.text == ""


def test_it_goes_on_by_itself_and_waits_longer_while_there_is_no_network(
    panel: DeliveryPanel, drop: Path, back: Callable[[], None]
) -> None:
    assert panel.next_ms == -1  # nobody has named an address
    panel.address.set_value(str(drop))
    panel.passphrase.setText(COMMON)
    panel.go.click()
    back()
    soon, later = 1.1 * delivery.SOONEST_MS, 0.9 * delivery.EVERY_MS  # a timer may be a little late
    assert panel.next_ms > later
    away = drop.rename(drop.with_name("gone"))
    waits: list[int] = []
    for _ in range(3):
        panel._by_itself()
        back()
        waits.append(panel.next_ms)
    assert panel.said.text == ""  # nobody asked: no banner
    assert panel.state.text() == tr("No connection; it will be tried again. What is to be sent is kept.")
    assert waits[0] <= soon < waits[1] < waits[2]
    panel.go.click()
    back()
    fault = DropUnreachable(address=str(drop), reason=tr("the folder does not exist"))
    assert fault.sentence in panel.said.text
    away.rename(drop)
    panel._by_itself()
    back()
    assert panel.next_ms > later


def test_the_address_is_remembered_and_can_be_forgotten(
    session: Session, panel: DeliveryPanel, drop: Path, back: Callable[[], None], settle: Settle, on_a_page
) -> None:
    panel.address.set_value(str(drop))
    panel.go.click()
    back()
    again = DeliveryPanel(session)
    on_a_page(again)
    settle(session.lanes)
    assert again.address.value == str(drop)
    assert 0 < again.next_ms <= 1.1 * delivery.SOONEST_MS
    again.forget.click()
    settle(session.lanes)
    assert (again.address.value, again.next_ms, again.forget.isHidden()) == ("", -1, True)
    assert asked(session, settle, lambda bench: bench.delivery.destinations()) == ()


def test_a_foreign_file_and_a_visit_that_nobody_could_open_are_named(
    panel: DeliveryPanel, drop: Path, back: Callable[[], None]
) -> None:
    (drop / "la.cchc").write_bytes(b"not a bundle")
    panel.address.set_value(str(drop))
    panel.go.click()
    back()
    assert BundleUnreadable(file="la.cchc").sentence in panel.said.text
    assert "UBND phường Hồng Ngự" in panel.said.text
    panel.said.clear()
    panel._by_itself()
    back()
    assert panel.said.text == ""  # what was closed does not come back by itself
    assert (drop / "la.cchc").read_bytes() == b"not a bundle"


def test_a_wrong_password_asks_for_the_right_one(
    panel: DeliveryPanel, drop: Path, back: Callable[[], None]
) -> None:
    with servers.webdav(drop) as port:
        address = f"http://127.0.0.1:{port}"
        panel.address.set_value(address)
        panel.user.set_value(servers.USER)
        panel.password.setText("sai")
        panel.go.click()
        back()
        assert DropForbidden(address=address).sentence in panel.said.text
        assert panel.details.isVisible()
        assert panel.next_ms == -1  # asking again and again would lock the account
        panel.password.setText(servers.PASSWORD)
        panel.passphrase.setText(COMMON)
        panel.go.click()
        back()
    assert list(drop.rglob("*.cchc"))


def test_an_address_of_no_kind_is_refused_in_one_sentence(
    panel: DeliveryPanel, back: Callable[[], None]
) -> None:
    panel.address.set_value("xyz://ở/đâu")
    panel.go.click()
    back()
    assert AddressRefused(address="xyz://ở/đâu").sentence in panel.said.text


def test_the_program_ends_while_a_server_does_not_answer(
    panel: DeliveryPanel, lanes: Lanes, settle: Settle
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        panel.address.set_value(f"http://127.0.0.1:{silent.getsockname()[1]}/nop")
        panel.go.click()
        settle(lanes)
        called, _ = silent.accept()
        lanes.close()  # waits for no network
        assert panel.busy
        called.close()
