"""A visit on which three laptops differ a lot: answers, a fact of the visit, a dossier checked twice."""

from contextlib import closing
from datetime import date
from pathlib import Path

from inspector_app.domain.records import LEAD, VisitId
from inspector_app.services.imaging import take_content
from inspector_app.services.views import Link, NewVisit
from inspector_app.services.workbench import Workbench
from tests.pictures import file_of, photo
from tests.services.conftest import introduce
from tests.ui.conftest import LEAD as LEADER
from tests.ui.conftest import MEMBER, PASSPHRASE, QUICK, Made

DOSSIER = "000.16.30.H20-261102-0007"


def make(home: Path) -> Made:
    """The lead's workspace, after the member's file has come in; the last file lies beside it."""
    lead = Workbench.create(home / "lead", PASSPHRASE, LEADER, derivation=QUICK)
    member = Workbench.create(home / "member", PASSPHRASE, MEMBER, derivation=QUICK)
    with closing(lead), closing(member):
        visit, _ = lead.visits.new(NewVisit("29971", date(2026, 11, 23)))
        lead.visits.new(NewVisit("29955", date(2026, 11, 24)))
        me = lead.visits.get(visit).participants[0].id
        lead.visits.change(visit, "participant", me, role=LEAD)
        other, _ = lead.visits.add(visit, "participant", name=MEMBER.name)
        introduce(lead, member, visit)
        member.handover.receive(lead.handover.export(visit, home).file)
        differ(lead, member, visit)
        bundle = member.handover.export(visit, home).file
        lead.handover.receive(bundle)
        lead.duties.deal(visit, me, ["CD"])
        lead.duties.deal(visit, other, ["TT"])
    return Made(home / "lead", bundle, visit)


def differ(lead: Workbench, member: Workbench, visit: VisitId) -> None:
    for code in ("CD03", "CD11", "TT04", "TT12", "BM02"):
        lead.checklists.answer(visit, code, "co")
        member.checklists.answer(visit, code, "khong")
    member.checklists.note(visit, "CD03", "Xem sổ theo dõi")
    taken = take_content(file_of(photo()), "sổ.jpg")
    member.evidence.keep(visit, taken, Link(item="CD03"), "Sổ theo dõi, trang 3")
    lead.visits.edit(visit, place="Hội trường")
    member.visits.edit(visit, place="Phòng họp")
    for bench, passed in ((lead, "dat"), (member, "khong_dat")):
        dossier, _ = bench.dossiers.add(visit, DOSSIER, "Đăng ký khai sinh")
        bench.dossiers.answer(visit, dossier, "H02", passed)
