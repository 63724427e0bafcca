"""Which entry asks a question of any form: by its control, its type and how it wants to look."""

from inspector_app.services.views import LeafView
from inspector_app.ui.checklist.choices import ManyEntry, OptionsEntry, TickEntry, columns_of
from inspector_app.ui.checklist.entries import (
    DateEntry,
    Entry,
    LineEntry,
    NumberEntry,
    ProseEntry,
    TimeEntry,
)
from inspector_app.ui.checklist.files import FileEntry
from inspector_app.ui.checklist.picking import PickEntry, is_long
from inspector_app.ui.checklist.ranking import RankEntry
from inspector_app.ui.checklist.scale import RangeEntry
from inspector_app.ui.checklist.written import MomentEntry, MonthEntry, PlaceEntry


def entry_for(leaf: LeafView) -> Entry:
    """The entry for a question of any form."""
    match leaf.control:
        case "select1" | "select":
            return _choosing(leaf)
        case "rank":
            return RankEntry(leaf.choices)
        case "trigger":
            return TickEntry()
        case "range":
            return RangeEntry(leaf)
        case "upload":
            return FileEntry(leaf)
        case _:
            return _writing(leaf)


def _choosing(leaf: LeafView) -> Entry:
    if is_long(leaf):
        return PickEntry(many=leaf.control == "select")
    looks = leaf.appearance.split()
    if leaf.control == "select":
        return ManyEntry(leaf.choices, columns=columns_of(leaf))
    return OptionsEntry(leaf.choices, columns=columns_of(leaf), even="list-nolabel" in looks)


def _writing(leaf: LeafView) -> Entry:
    looks = leaf.appearance.split()
    match leaf.type:
        case "int" | "decimal":
            return NumberEntry(whole=leaf.type == "int", grouped="thousands-sep" in looks)
        case "date" if "month-year" in looks or "year" in looks:
            return MonthEntry(whole_year="year" in looks)
        case "date":
            return DateEntry()
        case "time":
            return TimeEntry()
        case "dateTime":
            return MomentEntry()
        case "geopoint":
            return PlaceEntry()
        case _:
            return ProseEntry((2, 20)) if "multiline" in looks else LineEntry()
