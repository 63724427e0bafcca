"""A form being filled in: a live tree of answers that keeps itself consistent, with no screen.

Whoever fills in a form, the window, the command line, an import or a test, talks to a `Sheet`: set a value by
its key, hear which keys changed, look at nodes. One answer wakes what reads it, in an order settled when the
form was read, so a value is computed once and after everything it needs. What only people look at (labels,
choices, errors) is computed when looked at, remembered, and compared again when something under it moves.

A *key* names a node: a question's name outside repeats, `repeat[instance]/name` inside one. Instance ids are
the caller's and stay for life; they are not positions. Values are XForms text, blank is `""`. A node that is
not relevant reads as blank everywhere and keeps what was typed.
"""

import heapq
import re
import unicodedata
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, tzinfo
from fractions import Fraction
from math import isfinite
from typing import Literal, cast
from xml.sax.saxutils import escape

from inspector_app.forms import values
from inspector_app.forms.expressions import Expression, parse
from inspector_app.forms.form import (
    NO_TEXT,
    XFORMS,
    Action,
    Aspect,
    Computation,
    Definition,
    Form,
    Text,
    is_template,
)
from inspector_app.forms.nodes import SEEN, Node, Range, written
from inspector_app.forms.values import Context, Element, Instant, TreeNode

MOST_INSTANCES = 10_000
"""More than anyone fills in; a slip of the keyboard in a count must not fill the memory."""

MOST_ROUNDS = 100
"""How often answers may set each other off; two that do so without end are an author's mistake."""


class Sheet:
    """A form being filled in. `clock` gives the aware time of now, and its zone that of the form's dates."""

    def __init__(self, form: Form, *, clock: Callable[[], datetime] | None = None) -> None:
        self.form = form
        self.language = form.default_language
        self._clock = clock or (lambda: datetime.now().astimezone())
        self._zone = self._clock().tzinfo
        self._order = {definition: at for at, definition in enumerate(form.root.walk())}
        self._first: dict[Definition, list[Computation]] = {}
        for (definition, aspect), computation in form.computations.items():
            if aspect not in SEEN:
                self._first.setdefault(definition, []).append(computation)
        self._begin({})

    # --- filling in

    def load(self, saved: Mapping[str, str]) -> frozenset[str]:
        """Begin again with saved values: key → text, `repeat[id]/` for an instance with nothing in it.

        Repeats get exactly the instances that the keys name; a question without a key keeps its default. What
        a form does on its very first opening (`today()` as a default) happens only if nothing was saved.
        Returns the keys that the form does not have; they are left aside.
        """
        return self._begin(saved, restored=True)

    def set(self, key: str, text: str) -> frozenset[str]:
        """Answer a question. A value that cannot be accepted is kept, and the node's `error` says why.

        Returns the keys of which anything changed. `KeyError`: the form has no such question now.
        """
        node = self._nodes[key]
        text = unicodedata.normalize("NFC", text)
        if node.definition.control == "select":
            text = _in_order(text, [choice.name for choice in node.choices])
        if text != node.value:
            self._write(node, text)
        return self._settle()

    def add_repeat(self, key: str, instance: str) -> frozenset[str]:
        """Append an instance to a repeat; returns the keys changed, those of the new nodes included.

        An instance that is there already stays as it is.
        """
        place = self._ranges[key]
        if instance not in place.instances:
            node = self._add(place, instance)
            self._settle_wave()
            self._fire(node.subtree(), "odk-new-repeat")
        return self._settle()

    def remove_repeat(self, key: str) -> frozenset[str]:
        """Take an instance away with all that is in it; returns the keys changed, those removed included."""
        node = self._nodes[key]
        place = self._range_of(node)
        self._cut(place, node)
        return self._settle()

    def speak(self, language: str) -> frozenset[str]:
        """Say labels, hints, choices and messages in another language; returns the keys changed."""
        self.language = language
        nodes = (*self._nodes.values(), *(place.outline for place in self._ranges.values()))
        return frozenset(
            node.key for node in nodes if node.forget(("label", "hint", "choices", "error", "warning"))
        )

    # --- looking

    def node(self, key: str) -> Node:
        """The live node of a key; `KeyError` if there is none now."""
        return self._nodes[key]

    def nodes(self) -> Iterator[Node]:
        """Every node below the root, in document order."""
        return (node for node in self._root.subtree() if node is not self._root)

    def repeat(self, key: str) -> Range:
        """The instances of a repeat, with its label and relevance."""
        return self._ranges[key]

    def repeats(self, key: str) -> tuple[str, ...]:
        """The instance ids of a repeat, in order."""
        return tuple(self._ranges[key].instances)

    def values(self) -> dict[str, str]:
        """What `load` takes: every answer, also of what is not relevant, and what was emptied on purpose."""
        found: dict[str, str] = {}
        for node in self.nodes():
            if node.definition.is_leaf and (node.value or node.definition.default):
                found[node.key] = node.value
            elif node.definition.repeats and not any(
                inner.definition.is_leaf and (inner.value or inner.definition.default)
                for inner in node.subtree()
            ):
                found[f"{node.key}/"] = ""
        return found

    def number(self, key: str, part: Literal["numerator", "denominator"]) -> Fraction | None:
        """An item's numerator or denominator, exact; None while it has no value."""
        return self._nodes[key].figure(part)

    def submission(self) -> bytes:
        """The answers as an XForms submission, without what is not relevant."""
        given = self.form.primary.attributes
        prefixes = {
            node.prefix: node.namespace for node in (*given, self._root, *self.nodes()) if node.prefix
        }
        lines: list[str] = []
        attributes = {f"xmlns:{prefix}": uri for prefix, uri in prefixes.items()}
        if self._root.namespace not in ("", XFORMS):
            attributes["xmlns"] = self._root.namespace
        attributes |= {f"{a.prefix}:{a.name}" if a.prefix else a.name: a.value for a in given}
        _write_xml(self._root, attributes, lines)
        return "".join(lines).encode("utf-8")

    # --- what expressions ask (the World)

    @property
    def zone(self) -> tzinfo:
        return cast("tzinfo", self._zone)

    def now(self) -> datetime:
        return self._clock().astimezone(self._zone)

    def instance(self, name: str) -> TreeNode | None:
        return self.form.instances.get(name)

    def itext(self, key: str, origin: TreeNode) -> str:
        return self.say(self.form.itext.get(key, NO_TEXT), Context(origin, self))

    def choice_label(self, value: str, reference: str, origin: TreeNode) -> str:
        for node in self._near(parse(reference, self.form.namespaces), origin):
            return next((choice.label for choice in node.choices if choice.name == value), "")
        return ""

    def say(self, text: Text, context: Context) -> str:
        """A text in the sheet's language, with its values filled in."""
        if text.computed is not None:
            return text.computed.string(context)
        parts = text.in_language(self.language)
        return "".join(part if isinstance(part, str) else part.string(context) for part in parts)

    # --- growing the tree

    def _begin(self, saved: Mapping[str, str], *, restored: bool = False) -> frozenset[str]:
        self._nodes: dict[str, Node] = {}
        self._ranges: dict[str, Range] = {}
        self._at: dict[Definition, dict[Node, None]] = {}
        self._due: dict[Computation, dict[Node, None]] = {}
        self._queue: list[tuple[int, Computation]] = []
        self._stale: dict[Node, set[str]] = {}
        self._changed: set[str] = set()
        self._fired: dict[Node, None] = {}
        self._root = Node(self, self.form.root, "")
        document = values.Document()
        document.insert(self._root)
        wanted = _instances(saved) if restored else None
        self._grow(self._root, self.form.primary, "", wanted)
        unknown = frozenset(key for key in saved if key.rstrip("/") not in self._nodes)
        for key, text in saved.items():
            if key in self._nodes:
                self._nodes[key].put(unicodedata.normalize("NFC", text))
        for node in (self._root, *self._nodes.values(), *(place.outline for place in self._ranges.values())):
            self._plan_first(node)
        self._settle_wave()
        self._fired.clear()  # opening a form is nobody's answer
        if not saved:
            self._preload()
            self._fire(self._all_nodes(), "odk-instance-first-load")
        self._fire(self._all_nodes(), "odk-instance-load")
        self._settle()
        return unknown

    def _all_nodes(self) -> list[Node]:
        return list(self._root.subtree())

    def _grow(
        self, node: Node, source: Element, prefix: str, wanted: Mapping[str, Sequence[str]] | None
    ) -> None:
        """Give a node its value and children after those of `source`, an element of the form's XML.

        `prefix` begins the keys; `wanted` names the instances of each repeat (None: those of a fresh form).
        """
        self._at.setdefault(node.definition, {})[node] = None
        if node.definition.is_leaf:
            node.put(source.text())
            return
        for definition in node.definition.children:
            key = prefix + self.form.token(definition)
            sources = [element for element in source.elements() if element.name == definition.name]
            if definition.repeats:
                outline = Node(self, definition, key)
                outline.parent = node
                outline.relevant = node.relevant
                given = [element for element in sources if not is_template(element)]
                place = self._ranges[key] = Range(definition, node, key, outline, given)
                self._at.setdefault(definition, {})[outline] = None
                node.ranges.append(place)
                fresh = [] if place.counted else [str(at + 1) for at in range(len(given))]
                for instance in fresh if wanted is None else wanted.get(key, ()):
                    self._graft(place, instance, wanted)
            else:
                child = self._nodes[key] = Node(self, definition, key)
                child.relevant = node.relevant
                node.insert(child)
                self._grow(child, sources[0] if sources else definition.template, prefix, wanted)

    def _graft(self, place: Range, instance: str, wanted: Mapping[str, Sequence[str]] | None) -> Node:
        """Put a new instance after the last one, where the form's order has it."""
        at = len(place.instances)
        source = place.given[at] if at < len(place.given) else place.definition.template
        key = f"{place.key}[{instance}]"
        node = self._nodes[key] = place.instances[instance] = Node(self, place.definition, key)
        node.relevant = place.parent.relevant
        order = self._order[place.definition]
        siblings = [self._order[sibling.definition] for sibling in place.parent.inner]
        before = next((i for i, other in enumerate(siblings) if other > order), len(siblings))
        place.parent.insert(node, before)
        self._grow(node, source, f"{key}/", wanted)
        return node

    def _add(self, place: Range, instance: str) -> Node:
        node = self._graft(place, instance, None)
        for inner in node.subtree():
            self._changed.add(inner.key)
            self._plan_first(inner)
            for nested in inner.ranges:
                self._plan_first(nested.outline)
        self._reshaped(place)
        return node

    def _cut(self, place: Range, node: Node) -> None:
        for inner in node.subtree():
            self._changed.add(inner.key)
            del self._nodes[inner.key]
            self._at[inner.definition].pop(inner)
            for nested in inner.ranges:
                del self._ranges[nested.key]
                self._at[nested.definition].pop(nested.outline)
        place.parent.remove(node)
        del place.instances[next(name for name, other in place.instances.items() if other is node)]
        self._reshaped(place)

    def _range_of(self, node: Node) -> Range:
        if not node.definition.repeats:
            raise KeyError(node.key)
        return next(place for place in cast("Node", node.parent).ranges if node in place.instances.values())

    # --- bringing up to date

    def _plan_first(self, node: Node) -> None:
        """Everything of a new node is still to be computed."""
        for computation in self._first.get(node.definition, ()):
            self._plan(computation, node)

    def _plan(self, computation: Computation, node: Node) -> None:
        if computation.aspect in SEEN:
            names = SEEN[computation.aspect]
            for inner in node.subtree() if computation.aspect == "readonly" else (node,):
                self._stale.setdefault(inner, set()).update(names)
            return
        due = self._due.get(computation)
        if due is None:
            due = self._due[computation] = {}
            heapq.heappush(self._queue, (computation.rank, computation))
        due[node] = None

    def _moved(self, node: Node) -> None:
        """The text that others see of a node is another now."""
        for computation, within in self.form.dependents.get(node.definition, ()):
            for place in self._places(computation.definition, within, node):
                self._plan(computation, place)

    def _reshaped(self, place: Range) -> None:
        """Instances came or went: whatever looks at the repeat from outside one instance looks again."""
        self._changed.add(place.key)
        lineage = tuple(place.definition.lineage)
        for definition in place.definition.walk():
            for computation, within in self.form.dependents.get(definition, ()):
                if within is place.definition:
                    if definition is not place.definition:
                        continue
                    # The instance's own number: it may be another one now.
                    within = next((above for above in lineage if above is not within and above.repeats), None)
                if within is None or within in lineage:
                    for reader in self._places(computation.definition, within, place.parent):
                        self._plan(computation, reader)

    def _places(self, definition: Definition, within: Definition | None, near: Node) -> Iterable[Node]:
        """The nodes of a definition: all, or those in the same instance of `within` as `near`."""
        everywhere = self._at.get(definition, {})
        if within is None or len(everywhere) < 2:
            return list(everywhere)
        instance = _inside(near, within)
        return [node for node in everywhere if _inside(node, within) is instance]

    def _settle(self) -> frozenset[str]:
        """Compute until nothing is due and no event is unheard; the keys of which anything changed."""
        self._settle_wave()
        for _ in range(MOST_ROUNDS):
            if not self._fired:
                break
            fired, self._fired = list(self._fired), {}
            self._fire(fired, "xforms-value-changed")
            self._settle_wave()
        self._fired.clear()
        stale, self._stale = self._stale, {}
        for node, names in stale.items():
            if node.forget(names):
                self._changed.add(node.key)
        changed, self._changed = self._changed, set()
        return frozenset(changed - {""})

    def _settle_wave(self) -> None:
        turns: dict[tuple[Computation, Node], int] = {}
        while self._queue:
            _, computation = heapq.heappop(self._queue)
            everywhere = self._at[computation.definition]
            for node in self._due.pop(computation):
                # Only instances of a repeat that look at each other come round again: at most once for each.
                turn = turns[computation, node] = turns.get((computation, node), 0) + 1
                if node in everywhere and turn <= len(everywhere) + 1:
                    self._compute(computation.aspect, node)

    def _compute(self, aspect: Aspect, node: Node) -> None:
        definition = node.definition
        if aspect == "relevant" and definition.relevant is not None:
            node.applies = definition.relevant.truth(node.context)
            self._spread(node)
        elif aspect == "calculate" and definition.calculate is not None and node.relevant:
            text = written(definition.calculate.value(node.context), definition.type)
            if text != node.value:
                self._write(node, text)
        elif aspect == "count" and definition.count is not None:
            # Counted from where an instance would stand, so only the outline counts.
            place = next((p for p in cast("Node", node.parent).ranges if p.outline is node), None)
            if place is not None:
                self._fit(place, definition.count.number(node.context))

    def _spread(self, node: Node) -> None:
        """Relevance passes down: a node is relevant if it applies and its parent is relevant."""
        waiting = [node]
        while waiting:
            node = waiting.pop()
            above = node.parent
            relevant = node.applies and (not isinstance(above, Node) or above.relevant)
            if relevant == node.relevant:
                continue
            node.relevant = relevant
            self._changed.add(node.key)
            self._stale.setdefault(node, set()).update(("error", "warning"))
            if node.definition.is_leaf and node.answer:
                self._moved(node)
            if relevant:
                for computation in self._first.get(node.definition, ()):
                    if computation.aspect != "relevant":
                        self._plan(computation, node)
            waiting.extend(node.inner)
            waiting.extend(place.outline for place in node.ranges)

    def _write(self, node: Node, text: str) -> None:
        node.put(text)
        self._changed.add(node.key)
        self._stale.setdefault(node, set()).update(("error", "warning"))
        self._fired[node] = None
        if node.relevant:
            self._moved(node)

    def _fit(self, place: Range, count: float) -> None:
        wanted = min(max(int(count), 0), MOST_INSTANCES) if isfinite(count) else 0
        free = (name for at in range(1, MOST_INSTANCES + wanted) if (name := str(at)) not in place.instances)
        while len(place.instances) < wanted:
            self._fire(self._add(place, next(free)).subtree(), "odk-new-repeat")
        while len(place.instances) > wanted:
            self._cut(place, list(place.instances.values())[-1])

    # --- events

    def _preload(self) -> None:
        for node in self._all_nodes():
            text = ""
            if node.definition.preload[0] == "uid":
                text = f"uuid:{uuid.uuid4()}"
            elif node.definition.preload == ("timestamp", "start"):
                text = Instant(self.now()).text
            elif node.definition.preload == ("date", "today"):
                text = self.now().date().isoformat()
            if text and not node.value:
                self._write(node, text)

    def _fire(self, nodes: Iterable[Node], event: str) -> None:
        for node in nodes:
            actions = node.definition.actions
            for action in (*actions, *self.form.actions) if node is self._root else actions:
                if event in action.events:
                    self._act(action, node, event)

    def _act(self, action: Action, node: Node, event: str) -> None:
        for target in self._near(action.target, node):
            text = action.text
            if action.value is not None:
                text = written(action.value.value(target.context), target.definition.type)
            # What opening a form would put in does not come up later; what an answer brings about does.
            heard = target.relevant or not event.endswith("-load")
            if heard and target.value != text:
                self._write(target, text)
            return

    def _near(self, expression: Expression, origin: TreeNode) -> Iterator[Node]:
        """The nodes a reference names, in the repeat instances that `origin` is in where it is in one."""
        for node in expression.nodes(Context(origin, self)):
            if isinstance(node, Node) and all(
                (mine := _inside(origin, above)) is None or mine is _inside(node, above)
                for above in node.definition.lineage
                if above.repeats
            ):
                yield node


def _in_order(chosen: str, offered: Sequence[str]) -> str:
    """Several choices as the form lists them, so that the same answer is the same text whoever ticks it."""
    names = dict.fromkeys(chosen.split())
    return " ".join([*(name for name in offered if name in names), *(n for n in names if n not in offered)])


def _inside(node: TreeNode, repeat: Definition) -> Node | None:
    """The instance of `repeat` that a node is in, or is."""
    here: TreeNode | None = node
    while here is not None:
        if isinstance(here, Node) and here.definition is repeat:
            return here
        here = here.parent
    return None


def _instances(saved: Mapping[str, str]) -> dict[str, list[str]]:
    """Repeat key → the instance ids that saved keys name, in the order in which they come."""
    found: dict[str, list[str]] = {}
    for key in saved:
        for match in re.finditer(r"\[([^\[\]]*)\]", key):
            ids = found.setdefault(key[: match.start()], [])
            if match[1] not in ids:
                ids.append(match[1])
    return found


def _write_xml(node: Node, attributes: Mapping[str, str], lines: list[str]) -> None:
    name = f"{node.prefix}:{node.name}" if node.prefix else node.name
    quoted = (f' {key}="{escape(value, {chr(34): "&quot;"})}"' for key, value in attributes.items())
    lines.append("<" + "".join([name, *quoted]))
    inner = [child for child in node.inner if child.relevant]
    if inner:
        lines.append(">")
        for child in inner:
            _write_xml(child, {}, lines)
        lines.append(f"</{name}>")
    elif node.definition.is_leaf and (text := node.text()):
        lines.append(f">{escape(text)}</{name}>")
    else:
        lines.append("/>")
