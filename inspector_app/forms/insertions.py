"""What is written where a text has a value in it: `Tổng ${tong} người`.

Expressions go on seeing `1234.5`; people read what their way of writing numbers makes of it. Whether a value
is a number at all must be found out, since a form knows a calculation only as text: `029971` may be the code
of a commune.
"""

from collections.abc import Callable

from inspector_app.forms.expressions import Expression
from inspector_app.forms.nodes import Node
from inspector_app.forms.terms import Type
from inspector_app.forms.values import Context

Figure = Callable[[str], str]
"""How a number is written for those who read a text."""

_NUMBERS = ("int", "decimal")
_YEAR = 4


def inserted(value: Expression, context: Context, figure: Figure) -> str:
    """What a value puts into a text."""
    text = value.string(context)
    return figure(text) if text and _is_number(value, context) else text


def _is_number(value: Expression, context: Context) -> bool:
    """Whether an expression gives a number, or a question that is answered with one or computed as one."""
    if value.gives is Type.NUMBER:
        return True
    if value.gives not in (Type.NODES, Type.ANY):
        return False
    given = value.value(context)
    if not isinstance(given, list):
        return isinstance(given, float)
    node = given[0] if given else None
    if not isinstance(node, Node):
        return False
    definition = node.definition
    if definition.calculate is not None:
        return definition.type in _NUMBERS or _is_number(definition.calculate, node.context)
    # A whole number of four digits may well be a year; its author can ask for `thousands-sep`.
    grouped = "thousands-sep" in definition.appearance.split()
    may_be_year = definition.type == "int" and len(node.value) == _YEAR and not grouped
    return definition.type in _NUMBERS and not may_be_year
