"""The team hands over in the room: three laptops, one point, receipts on every side."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from inspector_app.domain.errors import PointRefused
from inspector_app.services.room import reach


def test_members_send_to_the_leads_laptop_and_both_sides_keep_the_receipt(lan, visit, stick, laptop):
    file = lan.handover.export(visit, stick).file
    members = [laptop("Minh"), laptop("Hoa")]
    for number, member in enumerate(members):
        member.handover.receive(file)
        member.checklists.answer(visit, ("CD03", "CD11")[number], "co")
    reports = []
    with ThreadPoolExecutor(1) as lane:  # the lead's workspace is used from one thread, as in the window
        point = lane.submit(
            lan.room.open, lambda work: lane.submit(work).result(), reports.append, 5, "127.0.0.1"
        ).result()
        try:
            for member in members:
                back = member.room.deliver(visit, point.link)
                assert back.kind == "receipt"
                [holder] = [each for each in member.handover.holders(visit) if each.laptop == "Máy Lan"]
                assert (holder.holds, holder.written) == (1, 1)
            with pytest.raises(PointRefused):
                reach(point.address, "AAAA-BBBB")
        finally:
            point.close()
    assert [report.sender for report in reports] == ["Minh", "Hoa"]
    items = lan.checklists.open(visit).items
    assert items["CD03"].leaves[0].value == items["CD11"].leaves[0].value == "co"
    assert lan.upkeep.verify().ok
