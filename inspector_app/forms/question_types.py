"""The kinds of question that XLSForm has, under all their names, and what a laptop makes of each.

A checklist may come from an office that designed it for telephones. Nothing in it is refused because a laptop
has no camera, no map and no position: the question is asked in the way that a laptop can, and the author is
told. What would never be answered, and what has no effect, is said too.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from inspector_app.forms.headings import nearest
from inspector_app.i18n import mark
from inspector_app.text import fold

_TYPED_PLACE = mark("There is no map and no position: places are typed or pasted as latitude and longitude.")
_NO_POSITION = mark("A laptop has no position to record: the question stays blank.")
_CHOSEN = mark("Nothing is recorded with the laptop: a file that exists is chosen.")
_NO_TELEPHONE = mark("A laptop has no telephone number or card: the question stays blank.")


@dataclass(frozen=True, slots=True)
class QuestionType:
    """A type of question by the name that XLSForm recommends.

    `silent`: it asks nobody, and so needs no label. `limit`: what a laptop cannot do of it, "" for nothing.
    `parameters`: what its column `parameters` may set.
    """

    name: str
    silent: bool = False
    limit: str = ""
    parameters: frozenset[str] = frozenset()


_PLACE = frozenset({"allow-mock-accuracy", "capture-accuracy", "warning-accuracy", "reference-geometry"})
_LINE = frozenset({"allow-mock-accuracy", "incremental", "reference-geometry"})
_AUDIT = frozenset(
    {
        *("location-priority", "location-min-interval", "location-max-age"),
        *("track-changes", "track-changes-reasons", "identify-user"),
    }
)
_RANGE = frozenset({"start", "end", "step", "tick_interval", "placeholder", "tick_labelset"})
SELECT_PARAMETERS = frozenset({"randomize", "seed"})
FILE_PARAMETERS = SELECT_PARAMETERS | {"value", "label"}

_TYPES = (
    QuestionType("integer"),
    QuestionType("decimal"),
    QuestionType("range", parameters=_RANGE),
    QuestionType("text", parameters=frozenset({"rows"})),
    QuestionType("date"),
    QuestionType("time"),
    QuestionType("dateTime"),
    QuestionType("note"),
    QuestionType("acknowledge"),
    QuestionType("image", parameters=frozenset({"max-pixels", "app"})),
    QuestionType("audio", limit=_CHOSEN, parameters=frozenset({"quality"})),
    QuestionType("video", limit=_CHOSEN),
    QuestionType("file"),
    QuestionType(
        "barcode",
        limit=mark("There is no camera: a code is typed, or read by a scanner that types it."),
    ),
    QuestionType("geopoint", limit=_TYPED_PLACE, parameters=_PLACE),
    QuestionType("geotrace", limit=_TYPED_PLACE, parameters=_LINE),
    QuestionType("geoshape", limit=_TYPED_PLACE, parameters=_LINE),
    QuestionType(
        "osm", limit=mark("OpenStreetMap objects cannot be chosen: a file that describes them is attached.")
    ),
    QuestionType("calculate", silent=True),
    QuestionType("hidden", silent=True),
    QuestionType("xml-external", silent=True),
    QuestionType("csv-external", silent=True),
    QuestionType("start", silent=True),
    QuestionType("end", silent=True),
    QuestionType("today", silent=True),
    QuestionType("username", silent=True),
    QuestionType("email", silent=True),
    QuestionType("deviceid", silent=True),
    QuestionType("phonenumber", silent=True, limit=_NO_TELEPHONE),
    QuestionType("simserial", silent=True, limit=_NO_TELEPHONE),
    QuestionType("subscriberid", silent=True, limit=_NO_TELEPHONE),
    QuestionType("start-geopoint", silent=True, limit=_NO_POSITION),
    QuestionType("background-geopoint", silent=True, limit=_NO_POSITION),
    QuestionType(
        "background-audio",
        silent=True,
        limit=mark("Nothing is recorded in the background: the question stays blank."),
        parameters=frozenset({"quality"}),
    ),
    QuestionType(
        "audit",
        silent=True,
        limit=mark(
            "No log of taps and places is kept; the program keeps the history of every answer itself."
        ),
        parameters=_AUDIT,
    ),
)
_OTHER_NAMES: Mapping[str, tuple[str, ...]] = {
    # names that pyxform takes for the same
    "integer": (
        *("int", "q int", "add integer prompt", "percentage", "number of days in last month"),
        *("number of days in last six months", "number of days in last year"),
    ),
    "decimal": ("q decimal", "add decimal prompt"),
    "text": ("string", "q string", "add text prompt", "phone number"),
    "date": ("q date", "add date prompt"),
    "dateTime": (
        *("datetime", "date time", "q date time", "q dateTime"),
        *("add date time prompt", "add dateTime prompt"),
    ),
    "note": ("q note", "add note prompt"),
    "acknowledge": ("trigger", "q acknowledge", "add acknowledge prompt"),
    "image": ("photo", "q picture", "q image", "add image prompt", "add photo prompt"),
    "audio": ("q audio", "add audio prompt"),
    "video": ("q video", "add video prompt"),
    "file": ("add file prompt",),
    "barcode": ("q barcode", "add barcode prompt"),
    "geopoint": ("gps", "location", "q location", "q geopoint", "add location prompt"),
    "geotrace": ("q geotrace",),
    "geoshape": ("q geoshape",),
    "calculate": ("q calculate", "add calculate prompt"),
    "start": ("start time", "get start time"),
    "end": ("end time", "get end time"),
    "today": ("get today",),
    "username": ("uri:username",),
    "email": ("uri:email",),
    "deviceid": ("imei", "device id", "get device id", "uri:deviceid"),
    "phonenumber": ("get phone number", "uri:phonenumber"),
    "simserial": ("sim id", "get sim id", "uri:simserial"),
    "subscriberid": ("subscriber id", "get subscriber id", "uri:subscriberid"),
}
TYPES: Mapping[str, QuestionType] = {kind.name: kind for kind in _TYPES} | {
    other: kind for kind in _TYPES for other in _OTHER_NAMES.get(kind.name, ())
}
"""Every type of question that is no select, by each of its names."""
NUMBERS = frozenset({"integer", "decimal", "range"})

# --- selects, groups, repeats -----------------------------------------------------------------------

SELECTS = ("select_one", "select_multiple", "rank")
_SELECT_NAMES: Mapping[str, str] = {
    "select_one": "select_one",
    "select one": "select_one",
    "select one from": "select_one",
    "select1": "select_one",
    "add select one prompt using": "select_one",
    "select_one_external": "select_one",
    "select_one_from_file": "select_one",
    "select one from file": "select_one",
    "select_multiple": "select_multiple",
    "select all that apply": "select_multiple",
    "select all that apply from": "select_multiple",
    "add select multiple prompt using": "select_multiple",
    "select_multiple_from_file": "select_multiple",
    "select multiple from file": "select_multiple",
    "rank": "rank",
}
_SELECT = re.compile(
    rf"({'|'.join(sorted(_SELECT_NAMES, key=len, reverse=True))})"
    r"(?: (\S+)(?: (or specify other|or_other|or other))?)?"
)
_EDGE = re.compile(r"(begin|end)[ _](group|lgroup|looped group|repeat|loop)(?: .*)?")


@dataclass(frozen=True, slots=True)
class Select:
    """A type that offers choices: the kind, the list, and where the list is: in the workbook, on its sheet of
    long lists, or in a file. `or_other`: a further choice asks for words."""

    kind: str
    list_name: str
    external: bool
    from_file: bool
    or_other: bool


def read_select(written: str) -> Select | None:
    """The select that a type stands for; its list is "" where it is missing. None if it is no select."""
    match = _SELECT.fullmatch(written)
    if match is None:
        return None
    command = match[1]
    return Select(
        _SELECT_NAMES[command],
        match[2] or "",
        command == "select_one_external",
        command.endswith("file"),
        bool(match[3]),
    )


def read_edge(written: str) -> tuple[str, str] | None:
    """`begin` or `end`, and `group`, `repeat` or `loop`; None if a type opens and closes nothing."""
    match = _EDGE.fullmatch(written)
    if match is None:
        return None
    return match[1], {"lgroup": "repeat", "looped group": "repeat"}.get(match[2], match[2])


# --- what was meant ---------------------------------------------------------------------------------

_MEANT = {
    # what people write → the type that they mean
    **dict.fromkeys(("so nguyen", "number", "numeric", "whole number"), "integer"),
    **dict.fromkeys(("so", "so thap phan", "float", "double", "money", "tien"), "decimal"),
    **dict.fromkeys(("van ban", "chu", "textarea", "multiline", "free text"), "text"),
    **dict.fromkeys(("ngay",), "date"),
    **dict.fromkeys(("gio",), "time"),
    **dict.fromkeys(("ghi chu", "label"), "note"),
    **dict.fromkeys(("anh", "hinh anh", "picture"), "image"),
    **dict.fromkeys(("tep", "tep dinh kem", "attachment", "upload"), "file"),
    **dict.fromkeys(("chu ky", "signature"), "image"),
    **dict.fromkeys(("toa do", "vi tri"), "geopoint"),
    **dict.fromkeys(("xep hang", "thu tu"), "rank …"),
    **dict.fromkeys(("chon", "chon mot", "yes/no", "yesno", "boolean", "radio", "dropdown"), "select_one …"),
    **dict.fromkeys(("chon nhieu", "checkbox", "select multiple"), "select_multiple …"),
    **dict.fromkeys(("nhom", "group"), "begin_group"),
    **dict.fromkeys(("repeat", "lap"), "begin_repeat"),
}


def meant(written: str) -> str:
    """The type that was probably meant by one that does not exist; "" if nothing comes near."""
    if known := _MEANT.get(fold(written)):
        return known
    first, _, rest = written.partition(" ")
    if fold(written).startswith("select multiple "):
        return f"select_multiple {written.split(' ', 2)[2]}"
    edges = ("begin_group", "end_group", "begin_repeat", "end_repeat")
    known_words = {word.lower(): word for word in (*(kind.name for kind in _TYPES), *SELECTS, *edges)}
    close = nearest(written.lower().replace(" ", "_"), known_words, 0.75)
    close = close or nearest(first.lower(), known_words, 0.75)
    return f"{known_words[close]} {rest}".strip() if close in SELECTS else known_words.get(close, "")


# --- appearances ------------------------------------------------------------------------------------

_SHOWN = frozenset(
    {
        *("minimal", "multiline", "horizontal", "horizontal-compact", "columns", "columns-pack", "vertical"),
        *("compact", "quickcompact", "likert", "label", "list-nolabel", "list", "table-list", "field-list"),
        *("numbers", "thousands-sep", "autocomplete", "search", "no-ticks", "rating", "picker", "distress"),
        *("month-year", "year", "no-calendar", "no-buttons", "signature", "draw", "annotate", "counter"),
        *("masked", "url"),
    }
)
"""Appearances that mean something here, if only that the usual way of asking is right."""
_WITHOUT_EFFECT = frozenset(
    {
        *("quick", "pages", "maps", "placement-map", "hide-input", "streets", "terrain", "satellite"),
        *(
            "new",
            "new-front",
            "new-rear",
            "hidden-answer",
            "image-map",
            "multiline-label",
            "intro",
            "summary",
        ),
    }
)
_IMPOSSIBLE: Mapping[str, str] = {
    "bearing": mark("A laptop has no compass: the bearing is typed."),
    "printer": mark("No label printer is driven from here: the text is only shown."),
    **dict.fromkeys(
        ("ethiopian", "coptic", "islamic", "bikram-sambat", "myanmar", "persian", "buddhist"),
        mark("Dates are asked by the international calendar only."),
    ),
}


@dataclass(frozen=True, slots=True)
class Look:
    """One word of an appearance that needs a remark. `limit` what a laptop makes of it; `instead` the word
    that was probably meant; neither: it is not known."""

    word: str
    limit: str = ""
    instead: str = ""


def odd_looks(appearance: str) -> Iterator[Look]:
    """The words of an appearance that do not do what their author may expect."""
    if re.match(r"\s*search\s*\(", appearance):
        limit = mark("The function search() is not known here: the list is shown whole.")
        yield Look("search()", limit)
        return
    for word in appearance.split():
        if re.fullmatch(r"w\d{1,2}|(columns|compact|quickcompact)-\d{1,2}", word) or word in _SHOWN:
            continue
        if word.startswith(("ex:", "esri:", "bikram")):
            yield Look(word, mark("No other program is called: the answer is typed."))
            return
        if word in _IMPOSSIBLE:
            yield Look(word, _IMPOSSIBLE[word])
        elif word not in _WITHOUT_EFFECT:
            yield Look(word, instead=nearest(word, _SHOWN, 0.75))
