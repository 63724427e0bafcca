"""The checklist and the dossier form on paper: blank, or with what is answered already.

Paper shows every question of a form, whether it applies now or not, so the forms are read from the nodes of a
sheet and not from the views, which leave out what does not apply. A sheet of its own is filled for it: an
empty repeat is given an instance to write into, which the visit must not see.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspector_app.domain.errors import ItemUnknown, RecordUnknown
from inspector_app.domain.records import Dossier, RecordId, VisitId
from inspector_app.forms.sheet import Sheet
from inspector_app.services.checklists import Checklists
from inspector_app.services.desk import Desk
from inspector_app.services.dossiers import Dossiers
from inspector_app.services.open_checklist import OpenChecklist
from inspector_app.services.views import VisitCard
from inspector_app.services.visits import Visits

if TYPE_CHECKING:
    from inspector_app.reports.paper import PaperForm, PaperForms


@dataclass(frozen=True, slots=True)
class Paper:
    """Forms that are ready to be set; setting them takes a while and needs no workspace."""

    forms: "PaperForms"

    def pdf(self) -> bytes:
        """The pages; the same paper always gives the same bytes."""
        from inspector_app.reports.paper_pdf import render_forms

        return render_forms(self.forms)


class FormsOnPaper:
    """Forms of visits to be printed and filled in by hand."""

    def __init__(self, desk: Desk, visits: Visits, checklists: Checklists, dossiers: Dossiers) -> None:
        self._desk = desk
        self._visits = visits
        self._checklists = checklists
        self._dossiers = dossiers

    def checklist(
        self, visit: VisitId, areas: Sequence[str] = (), *, filled: bool = False, large: bool = False
    ) -> Paper:
        """The checklist, or the areas named, in their order; with the answers there are where `filled`.

        Raises VisitUnknown, TemplateUnknown, and ItemUnknown for an area that the checklist does not have.
        """
        from inspector_app.reports import blank_forms as f
        from inspector_app.reports import paper
        from inspector_app.services import paper_facts as gathered

        card = self._visits.get(visit)
        warm = self._checklists.printed(visit)
        scratch = OpenChecklist(visit, warm.template, warm.answers if filled else {})
        unknown = set(areas) - set(warm.template.areas)
        if unknown:
            raise ItemUnknown(item=min(unknown))
        for item in warm.template.items.values():
            if item.repeats:
                gathered.give_room(scratch.sheet, scratch.sheet.repeat(item.code))
        scratch.refresh()
        wanted = [code for code in warm.template.areas if not areas or code in areas]
        shown = [gathered.area(scratch, card, code) for code in wanted]
        occasion = gathered.occasion(card, warm.template.form)
        made = f.checklist(occasion, [area for area in shown if area.items])
        return self._paper([made], card, paper.LARGE if large else paper.ORDINARY)

    def dossiers(
        self, visit: VisitId, dossiers: Sequence[RecordId] = (), *, blank: int = 0, large: bool = False
    ) -> Paper:
        """The form of each dossier named, with what is known of it, and so many blank ones.

        Raises VisitUnknown, TemplateUnknown, RecordUnknown.
        """
        from inspector_app.reports import blank_forms as f
        from inspector_app.reports import paper
        from inspector_app.services import paper_facts as gathered

        card = self._visits.get(visit)
        held = self._dossiers.sheets(visit) if dossiers else {}
        for dossier in dossiers:
            if dossier not in held:
                raise RecordUnknown(kind=Dossier.kind, record=dossier)
        form = self._dossiers.form(visit)
        sheets = [*(held[dossier] for dossier in dossiers), *(Sheet(form) for _ in range(blank))]
        occasion = gathered.occasion(card, form, title=form.title)
        papers: list[PaperForm] = []
        for number, sheet in enumerate(sheets, 1):
            sheet.speak(form.default_language)
            groups = tuple(gathered.groups(sheet))
            known = groups[0].asked[0].value if groups and groups[0].asked else ""
            papers.append(f.dossier(occasion, f"Phiếu {number}" + (f": {known}" if known else ""), groups))
        return self._paper(papers, card, paper.LARGE if large else paper.DENSE)

    def _paper(self, papers: Sequence["PaperForm"], card: VisitCard, size: float) -> Paper:
        from inspector_app.reports.paper import PaperForms

        title = f"{papers[0].title} – {card.unit}" if papers else card.unit
        return Paper(PaperForms(title=title, author=self._desk.me.name, forms=tuple(papers), size=size))
