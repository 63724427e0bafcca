"""Everything that a person reads on the screen exists in Vietnamese, and reaches the screen through `tr`."""

import ast
import re
import unicodedata
from string import Formatter

import pytest

from inspector_app import i18n, paths
from resources.translations import update
from tests.house.sources import Module, modules, nothing

USES = list(update.uses())
VIETNAMESE = i18n.catalogue()
CATALOGUES = ["vi.ts", "qt_vi.ts"]

SHOWING = re.compile(
    r"Q?(Label|ElidedLabel|Field|SearchBox|EmptyPage|PushButton|ToolButton|CheckBox|RadioButton|GroupBox|"
    r"Action|DockWidget|Menu)"
    r"|set(Text|PlainText|Title|WindowTitle|ToolTip|StatusTip|PlaceholderText|Label|LabelText|InformativeText|"
    r"DetailedText|AccessibleName|AccessibleDescription|TabText|Format|Suffix|Prefix|SpecialValueText)"
    r"|add(Action|Tab|Item|Menu|Row|ToolBar|Button)|insertTab|showMessage|appendPlainText"
)
"""Calls in ui/ whose texts a person reads, by the name of what is called."""
SHOWN = {"text", "title", "placeholder", "hint", "tool_tip"}
"""Arguments with such a name are read too, whatever is called."""
TOKEN = re.compile(r"[a-z_]+|#[0-9A-F]{6}")
"""The name of an icon, a tone or a kind, or a colour: not for reading."""
WORD = re.compile(r"[^\W\d_]{2,}")
KEYS = re.compile(r"\b(?:Alt|Ctrl|Shift|Esc|Enter|Tab|Space|Delete|F\d+)\b")
"""Names of keys, written on Vietnamese keyboards too."""
MARKED = re.compile(r"[À-ÖØ-öø-ỹ]")
"""A letter of Vietnamese that English has not."""
PROPER = {"Sổ kiểm tra", "Tiếng Việt"}
"""Names that are the same in every language."""


def places(text: str) -> set[str]:
    return {field for _, field, _, _ in Formatter().parse(text) if field is not None}


def test_every_text_has_its_vietnamese() -> None:
    """Where this fails: `python3 dev.py translate`, then fill in what is unfinished in vi.ts."""
    nothing(f"{use.path.name}: {use.text}" for use in USES if use.text and use.text not in VIETNAMESE)


def test_no_translation_outlives_its_text() -> None:
    nothing(update.read(update.CATALOGUE)[update.CONTEXT].keys() - update.sources())


def test_translations_keep_the_places() -> None:
    nothing(text for text, translation in VIETNAMESE.items() if places(text) != places(translation))


@pytest.mark.parametrize("name", CATALOGUES)
def test_the_vietnamese_is_composed_and_calm(name: str) -> None:
    contexts = update.read(paths.resources() / "translations" / name).values()
    finished = [(s, t) for messages in contexts for s, t in messages.items() if t]
    nothing(t for _, t in finished if t != unicodedata.normalize("NFC", t))
    nothing(t for _, t in finished if "!" in t.replace("!=", ""))  # != is a sign of expressions
    nothing(t for s, t in finished if edges(t) != edges(s))


@pytest.mark.parametrize("name", CATALOGUES)
def test_a_catalogue_lies_as_the_command_writes_it(name: str) -> None:
    path = paths.resources() / "translations" / name
    before = path.read_bytes()
    contexts = update.read(path)
    assert update.rendered(contexts).encode() == before


def test_texts_are_literals_that_the_catalogue_can_hold() -> None:
    """`tr` takes a literal, or a name for a text that was marked; never a text put together on the spot."""
    allowed = {"mark": (), "tr": ("Name", "Attribute", "Subscript")}
    nothing(
        f"{use.path.name}:{use.line} {use.function}({use.expression})"
        for use in USES
        if use.text is None and use.expression not in allowed[use.function]
    )


def test_the_window_shows_nothing_untranslated() -> None:
    nothing(
        f"{m.at(call)} {literal!r}"
        for m in modules("inspector_app/ui")
        for call, name in m.calls()
        for argument in [
            *(call.args if SHOWING.fullmatch(name) else ()),
            *(keyword.value for keyword in call.keywords if keyword.arg in SHOWN),
        ]
        for literal in literals(argument)
        if WORD.search(KEYS.sub("", literal)) and not TOKEN.fullmatch(literal)
        if literal.strip() not in PROPER
    )


def test_vietnamese_of_the_window_and_the_command_line_stands_in_the_catalogue() -> None:
    """An English text may give a Vietnamese example; a Vietnamese text is a translation that strayed.

    The `sample` of a column is never shown: it says how wide what people write there is.
    """
    speaking = [
        *modules("inspector_app/ui"),
        *(m for m in modules() if m.where.startswith("inspector_app/cli/")),
    ]
    exempt = PROPER | update.sources()
    nothing(
        f"{m.at(node)} {node.value!r}"
        for m in speaking
        for node in ast.walk(m.tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if MARKED.search(node.value) and node.value.strip() not in exempt
        if node not in docstrings(m) and node not in samples(m)
    )


def samples(m: Module) -> list[ast.expr]:
    """What measures the columns of a module's tables."""
    calls = (node for node in ast.walk(m.tree) if isinstance(node, ast.Call))
    return [each.value for call in calls for each in call.keywords if each.arg == "sample"]


def edges(text: str) -> tuple[str, str]:
    """The space before and after a text: a part of a sentence needs it in every language."""
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


def literals(expression: ast.expr) -> list[str]:
    """The literal text of an argument: a string, the fixed parts of an f-string, both arms of a choice."""
    match expression:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.JoinedStr(values=parts):
            return [text for part in parts for text in literals(part)]
        case ast.IfExp(body=body, orelse=orelse):
            return literals(body) + literals(orelse)
        case _:
            return []


def docstrings(m: Module) -> set[ast.expr]:
    """Strings that stand alone as a statement: what they say is for us."""
    return {node.value for node in ast.walk(m.tree) if isinstance(node, ast.Expr)}
