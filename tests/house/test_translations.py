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

# Calls in ui/ whose texts a person reads, by the name that is called.
SHOWING = re.compile(
    r"Q?(Label|PushButton|ToolButton|CheckBox|RadioButton|GroupBox|Action|DockWidget|Menu)"
    r"|set(Text|PlainText|Title|WindowTitle|ToolTip|StatusTip|PlaceholderText|Label|LabelText|InformativeText|"
    r"DetailedText|AccessibleName|AccessibleDescription|TabText|Format|Suffix|Prefix|SpecialValueText)"
    r"|add(Action|Tab|Item|Menu|Row|ToolBar|Button)|insertTab|showMessage|appendPlainText"
)
WORD = re.compile(r"[^\W\d_]{2,}")
MARKED = re.compile(r"[À-ỹ]")
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
    for messages in update.read(paths.resources() / "translations" / name).values():
        for source, translation in messages.items():
            assert translation == unicodedata.normalize("NFC", translation)
            assert "!" not in translation
            assert (translation[:1].isspace(), translation[-1:].isspace()) == (
                source[:1].isspace(),
                source[-1:].isspace(),
            ), source


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
        if SHOWING.fullmatch(name)
        for argument in [*call.args, *(keyword.value for keyword in call.keywords if keyword.arg == "text")]
        for literal in literals(argument)
        if WORD.search(literal) and literal.strip() not in PROPER
    )


def test_vietnamese_of_the_window_and_the_command_line_stands_in_the_catalogue() -> None:
    speaking = [*modules("inspector_app/ui"), *(m for m in modules() if m.where == "inspector_app/cli.py")]
    nothing(
        f"{m.at(node)} {node.value!r}"
        for m in speaking
        for node in ast.walk(m.tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if MARKED.search(node.value) and node.value.strip() not in PROPER and node not in docstrings(m)
    )


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
