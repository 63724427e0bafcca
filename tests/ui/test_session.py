"""The state of saving is true: saving, saved at a time, failed until it works."""

from collections.abc import Callable
from datetime import UTC, datetime

from pytestqt.qtbot import QtBot

from inspector_app.domain.errors import InspectorError, Refused, SaveFailed, UnitUnknown
from inspector_app.domain.records import VisitId
from inspector_app.services.views import Saved
from inspector_app.services.workbench import Workbench
from inspector_app.ui.session import Session
from inspector_app.ui.tasks import Lanes

Settle = Callable[[Lanes], None]
AT = datetime(2026, 11, 24, 7, 30, tzinfo=UTC)


def test_an_act_is_saving_then_saved(session: Session, visit: VisitId, settle: Settle) -> None:
    states: list[str] = []
    grown: list[Saved] = []
    session.saves.changed.connect(lambda: states.append(session.saves.state))
    session.changed.connect(lambda saved, _owner: grown.append(saved))
    session.save(lambda bench: bench.visits.edit(visit, number="05"), owner=session)
    settle(session.lanes)
    assert states == ["saving", "saved"]
    assert session.saves.at is not None
    assert {touched.kind for touched in grown[0].what} == {"visit"}
    numbers: list[str] = []
    session.read(lambda bench: bench.visits.get(visit).visit.number, numbers.append, owner=session)
    settle(session.lanes)
    assert numbers == ["05"]


def test_a_draft_is_saved_without_a_broadcast(session: Session, settle: Settle) -> None:
    grown: list[object] = []
    session.changed.connect(lambda saved, _owner: grown.append(saved))
    session.save(lambda _bench: AT, owner=session)
    settle(session.lanes)
    assert (session.saves.at, grown) == (AT, [])


def test_a_refusal_is_told_to_the_page_and_nothing_waits(session: Session, settle: Settle) -> None:
    def work(_bench: Workbench) -> Saved:
        raise UnitUnknown(unit="1")

    told: list[Refused] = []
    session.save(work, None, told.append, owner=session)
    settle(session.lanes)
    assert len(told) == 1
    assert session.saves.state == "none"


def test_a_refusal_that_no_page_answers_is_shown(session: Session, settle: Settle) -> None:
    def work(_bench: Workbench) -> Saved:
        raise UnitUnknown(unit="1")

    told: list[InspectorError] = []
    session.lanes.unhandled.connect(lambda error, _retry: told.append(error))
    session.save(work, owner=session)
    settle(session.lanes)
    assert len(told) == 1


def test_a_failed_save_is_tried_again_until_it_works(session: Session, settle: Settle) -> None:
    full = True
    results: list[Saved] = []

    def work(_bench: Workbench) -> Saved:
        if full:
            raise SaveFailed(reason="ổ đĩa đầy")
        return Saved(AT)

    session.save(work, results.append, owner=session, key="CD04")
    settle(session.lanes)
    assert session.saves.state == "failed"
    assert "ổ đĩa đầy" in str(session.saves.error)
    session.saves.retry()
    settle(session.lanes)
    assert session.saves.state == "failed"
    full = False
    session.saves.retry()
    settle(session.lanes)
    assert (session.saves.state, session.saves.at, session.saves.error) == ("saved", AT, None)
    assert results == [Saved(AT)]


def test_retries_come_by_themselves(session: Session, settle: Settle, qtbot: QtBot) -> None:
    attempts: list[int] = []

    def work(_bench: Workbench) -> Saved:
        attempts.append(1)
        if len(attempts) < 3:
            raise SaveFailed(reason="ổ đĩa đầy")
        return Saved(AT)

    session.saves.retry_after(10)
    session.save(work, owner=session)
    qtbot.waitUntil(lambda: session.saves.state == "saved")
    assert len(attempts) == 3


def test_a_newer_value_of_a_field_replaces_the_one_that_failed(session: Session, settle: Settle) -> None:
    written: list[str] = []
    full = True

    def keep(value: str) -> Callable[[Workbench], Saved]:
        def work(_bench: Workbench) -> Saved:
            if full:
                raise SaveFailed(reason="ổ đĩa đầy")
            written.append(value)
            return Saved(AT)

        return work

    session.save(keep("first"), owner=session, key="note")
    settle(session.lanes)
    full = False
    session.save(keep("second"), owner=session, key="note")
    settle(session.lanes)
    session.saves.retry()
    settle(session.lanes)
    assert written == ["second"]
    assert session.saves.state == "saved"


def test_two_acts_of_a_field_on_their_way_are_both_waited_for(session: Session, settle: Settle) -> None:
    states: list[str] = []
    for _ in range(2):
        session.save(
            lambda _bench: AT, lambda _at: states.append(session.saves.state), owner=session, key="note"
        )
    settle(session.lanes)
    assert states == ["saving", "saved"]


def test_settings_are_kept(session: Session) -> None:
    session.set(language="en")
    assert type(session.settings).load().language == "en"
