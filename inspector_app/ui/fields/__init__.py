"""Fields to type into and to choose from, with their labels and refusals.

Vietnamese keyboards (UniKey, EVKey) send backspaces and letters, so half-words pass through every field.
Therefore nothing here completes, validates, rewrites or jumps per key: text is looked at when the typing
rests (`SearchBox.settled`, `typed`) or the field is left (`finished`), and only then normalised to NFC.
"""

from inspector_app.ui.fields.chosen import Choice, Segments
from inspector_app.ui.fields.labelled import Field
from inspector_app.ui.fields.values import DateEdit, NumberEdit, ValueEdit, show_reading
from inspector_app.ui.fields.written import DRAFT_MS, SEARCH_MS, LineEdit, SearchBox, TextArea

__all__ = [
    "DRAFT_MS",
    "SEARCH_MS",
    "Choice",
    "DateEdit",
    "Field",
    "LineEdit",
    "NumberEdit",
    "SearchBox",
    "Segments",
    "TextArea",
    "ValueEdit",
    "show_reading",
]
