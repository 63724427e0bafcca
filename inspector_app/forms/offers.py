"""What questions offer to choose from: the choices written at them, and the items that a filter lets through.

The names are found at once, since an answer hangs on them; labels and media when somebody looks.
"""

from collections.abc import Container, Mapping

from inspector_app.collector import resting
from inspector_app.forms.expressions import Expression
from inspector_app.forms.form import NO_MEDIA, Choices, Definition
from inspector_app.forms.nodes import Choice, Node, Offer, Speaker
from inspector_app.forms.values import Context, Nodes


class Offers:
    """The offers of a sheet; what hangs on no answer is found once for all nodes of a question.

    `filtered` are the questions of which an offer does hang on answers.
    """

    def __init__(self, sheet: Speaker, filtered: Container[Definition]) -> None:
        self._sheet = sheet
        self._filtered = filtered
        self._found: dict[Definition, Offer] = {}

    def clear(self) -> None:
        """Find everything anew when it is asked for again."""
        self._found.clear()

    def of(self, node: Node) -> Offer:
        """What a question offers now."""
        definition = node.definition
        if definition.choices is None:
            return Offer((), tuple)
        if definition in self._filtered:
            with resting():
                return self._find(node, definition.choices)
        found = self._found.get(definition)
        if found is None:
            found = self._found[definition] = self._find(node, definition.choices)
        return found

    def labels(self, node: Node, names: Container[str]) -> Mapping[str, str]:
        """What choices of a question are called, whether a filter lets them through now or not."""
        source = node.definition.choices
        if source is None:
            return {}
        with resting():
            every = [] if source.items is None else source.items.whole.nodes(node.context)
            of_each = self._names(node, source, every)
            wanted = [(item, name) for item, name in zip(every, of_each, strict=True) if name in names]
            found = self._choices(node, source, [item for item, _ in wanted], [name for _, name in wanted])
        return {choice.name: choice.label for choice in found if choice.name in names}

    def _names(self, node: Node, source: Choices, items: Nodes) -> list[str]:
        return [""] * len(items) if source.name is None else self._of_each(items, source.name, node)

    def _find(self, node: Node, source: Choices) -> Offer:
        items = source.items.nodes(node.context) if source.items is not None else []
        names = self._names(node, source, items)
        listed = (choice.name for choice in source.listed)
        return Offer([*listed, *names], lambda: self._choices(node, source, items, names))

    def _choices(self, node: Node, source: Choices, items: Nodes, names: list[str]) -> tuple[Choice, ...]:
        sheet, label, key = self._sheet, source.label, source.text_key
        labels = (
            [sheet.say(label, Context(item, sheet, node, sheet.known)) for item in items]
            if label.computed is None
            else self._of_each(items, label.computed, node)
        )
        keys = [""] * len(items) if key is None else self._of_each(items, key, node)
        choices = [
            Choice(c.name, sheet.say(c.label, node.context), {}, c.label.media_in(sheet.language))
            for c in source.listed
        ]
        for item, name, said, key_of in zip(items, names, labels, keys, strict=True):
            media = sheet.text_of(key_of).media_in(sheet.language) if key_of else NO_MEDIA
            choices.append(Choice(name, said, item.cells(), media))
        return tuple(choices)

    def _of_each(self, items: Nodes, expression: Expression, node: Node) -> list[str]:
        """What an expression gives at each item of a list; nearly always it names a column."""
        column = expression.column
        if column is not None:
            return [item.cell(column) for item in items]
        sheet = self._sheet
        return [expression.string(Context(item, sheet, node, sheet.known)) for item in items]
