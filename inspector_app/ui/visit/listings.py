"""The lists of a visit that are filled in as sheets: their columns, and what each is for."""

from collections.abc import Callable

from inspector_app.domain.records import (
    Document,
    FaultState,
    Initiative,
    InitiativeState,
    PaperForm,
    PlanLevel,
    PlanLine,
    PlanState,
    SoftwareFault,
)
from inspector_app.i18n import mark
from inspector_app.ui.visit.record_columns import Column, Options, choices
from inspector_app.ui.visit.record_sheet import Listing

Offered = Callable[[], Options]
"""The items or the areas of the visit's checklist, as choices."""


def documents(items: Offered) -> Listing:
    """The papers that the team was given."""
    return Listing(
        "document",
        mark("Documents received"),
        mark("The papers handed to the team. The minutes list them; the item says what each one proves."),
        (
            Column(
                "title",
                mark("Document"),
                30,
                "lines",
                hint=mark("Title of the next document…"),
                sample="Kế hoạch cải cách hành",
            ),
            Column("number", mark("Number"), 12, sample="186/BC-"),
            Column("on", mark("Date"), 11, "date"),
            Column("issuer", mark("Issued by"), 15),
            Column("form", mark("Form"), 5, "choice", choices(PaperForm)),
            Column("item", mark("Item"), 0, "choice", items, brief=True, sample="MM04"),
            Column("note", mark("Note"), 14, "lines"),
        ),
        Document(),
        lambda card: card.documents,
    )


def plan_lines(areas: Offered) -> Listing:
    """The tasks and activities of the plan that are worth naming."""
    return Listing(
        "plan_line",
        mark("Late tasks and activities"),
        mark("Tasks and activities of the unit's plan worth naming in the minutes, mostly the late ones."),
        (
            Column("level", mark("Level"), 0, "choice", choices(PlanLevel), sample="Hoạt động"),
            Column("area", mark("Area"), 0, "choice", areas, brief=True),
            Column("text", mark("Task or activity"), 28, "lines", hint=mark("The next task or activity…")),
            Column("responsible", mark("Responsible"), 14),
            Column("due_on", mark("Due"), 10, "date"),
            Column("done_on", mark("Done on"), 10, "date"),
            Column("state", mark("State"), 11, "choice", choices(PlanState)),
            Column("reason", mark("Reason"), 18, "lines"),
        ),
        PlanLine(),
        lambda card: card.plan_lines,
    )


def initiatives(areas: Offered) -> Listing:
    """The models and initiatives that were registered."""
    return Listing(
        "initiative",
        mark("Models and initiatives"),
        mark("The models and initiatives registered by the unit and its offices, with what they brought."),
        (
            Column("name", mark("Model or initiative"), 28, "lines", hint=mark("The next one…")),
            Column("unit", mark("Registered by"), 18),
            Column("area", mark("Area"), 0, "choice", areas, brief=True),
            Column("registered_on", mark("Registered on"), 11, "date"),
            Column("state", mark("State"), 14, "choice", choices(InitiativeState)),
            Column("effect", mark("Result"), 24, "lines"),
        ),
        Initiative(),
        lambda card: card.initiatives,
    )


def software_faults() -> Listing:
    """The log of faults of the one-stop software."""
    return Listing(
        "software_fault",
        mark("Software faults"),
        mark(
            "Faults of the one-stop software: what happened, how many dossiers it touched, who was told, "
            "when it was put right."
        ),
        (
            Column("happened_on", mark("Happened on"), 10, "date"),
            Column("system", mark("System"), 13),
            Column("text", mark("What happened"), 29, "lines", hint=mark("The next fault…")),
            Column("dossiers", mark("Dossiers"), 7, "count"),
            Column("reported_to", mark("Reported to"), 14),
            Column("reported_on", mark("Reported on"), 10, "date"),
            Column("fixed_on", mark("Fixed on"), 10, "date"),
            Column("state", mark("State"), 10, "choice", choices(FaultState)),
        ),
        SoftwareFault(),
        lambda card: card.software_faults,
    )
