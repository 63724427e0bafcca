"""A form being filled in: a live tree of answers that keeps itself consistent, with no screen.

Whoever fills in a form, the window, the command line, an import or a test, talks to a `Sheet`: set a value by
its key, hear which keys changed, look at nodes. One answer wakes what reads it, in an order settled when the
form was read, so a value is computed once and after everything it needs. What only people look at (labels,
choices, errors) is computed when looked at, remembered, and compared again when something under it moves.

A *key* names a node: a question's name outside repeats, `repeat[instance]/name` inside one. Instance ids are
the caller's and stay for life; they are not positions. Values are XForms text, blank is `""`. A node that is
not relevant reads as blank everywhere and keeps what was typed.
"""

import re
import unicodedata
import uuid
from bisect import bisect_right
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, tzinfo
from fractions import Fraction
from math import isfinite
from typing import Literal, TypeVar, cast

from inspector_app.collector import resting
from inspector_app.domain.errors import RepeatFull
from inspector_app.forms.agenda import Agenda, same_instances
from inspector_app.forms.device import Device
from inspector_app.forms.expressions import Expression, parse
from inspector_app.forms.form import (
    JAVAROSA,
    NO_TEXT,
    Action,
    Aspect,
    Definition,
    Form,
    Text,
    is_template,
)
from inspector_app.forms.insertions import Figure, inserted
from inspector_app.forms.instants import Instant
from inspector_app.forms.kinds import accepted, written
from inspector_app.forms.languages import spoken
from inspector_app.forms.nodes import AttributeNode, Node, Offer, Range
from inspector_app.forms.offers import Offers
from inspector_app.forms.submission import REVISED, read_submission, revision_mark, write_submission
from inspector_app.forms.tree import Attribute, Document, Element, TreeNode
from inspector_app.forms.tree import Text as TextNode
from inspector_app.forms.values import Context, Nodes
from inspector_app.i18n import tr

T = TypeVar("T")

MOST_INSTANCES = 10_000
"""Instances of one repeat: more than anyone fills in. A slip of the keyboard in a count makes none at all."""

MOST_NODES = 200_000
"""Nodes of a sheet, more than a laptop fills in at ease: counts within counts multiply."""

MOST_ROUNDS = 100
"""How often answers may set each other off; two that do so without end are an author's mistake."""


class Sheet:
    """A form being filled in. `clock` gives the aware time of now, and its zone that of the form's dates.

    `figure` writes the numbers that stand in texts as those who read them do.
    """

    def __init__(
        self,
        form: Form,
        *,
        clock: Callable[[], datetime] | None = None,
        device: Device | None = None,
        figure: Figure = str,
    ) -> None:
        self.form = form
        self.language = form.default_language
        self.known: dict[object, Nodes] = {}
        self.watched: list[Node] | None = None
        self.doubts: dict[Node, dict[Aspect, str]] = {}
        self._doubted = ""
        self._clock = clock or (lambda: datetime.now().astimezone())
        self._zone = self._clock().tzinfo
        self._device = device or Device()
        self._figure = figure
        self._order = {definition: at for at, definition in enumerate(form.root.walk())}
        self._offers = Offers(self, form.order.filtered)
        self._tokens: dict[Definition, Sequence[tuple[Definition, str]]] = {}
        self._agenda = Agenda(form, self._compute)
        self._begin({})

    # --- filling in

    def load(self, saved: Mapping[str, str]) -> frozenset[str]:
        """Begin again with saved values: key → text, `repeat[id]/` for an instance with nothing in it.

        Repeats get exactly the instances that the keys name; a question without a key keeps its default. What
        a form does on its very first opening (`today()` as a default) happens only if nothing was saved.
        Returns the keys that the form does not have; they are left aside.
        """
        return self._begin(saved, wanted=_instances(saved), fresh=not saved)

    def restore(self, submission: bytes, *, revise: bool = False) -> None:
        """Begin again with what a submission holds; instances of repeats are then named by number.

        `revise`: it is to become a new submission, which names the one it revises. `SubmissionRefused`: it is
        no submission of this form.
        """
        source = read_submission(self.form, submission)
        self._begin({}, source=source, fresh=False)
        if revise:
            self._revise()

    def set(self, key: str, text: str) -> frozenset[str]:
        """Answer a question. A value that cannot be accepted is kept, and the node's `error` says why.

        A read-only question keeps what it holds, and so does one to be ranked if some of it is left out.
        Returns the keys of which anything changed. `KeyError`: the form has no such question now.
        """
        node = self._nodes[key]
        text = unicodedata.normalize("NFC", text)
        control = node.definition.control
        if control == "select" and text:
            text = _in_order(text, node.offer.names)
        left_out = control == "rank" and text and not node.offer.names.keys() <= set(text.split())
        if text != node.value and not left_out and not node.readonly:
            self._write(node, text)
        return self._settle()

    def add_repeat(self, key: str, instance: str) -> frozenset[str]:
        """Append an instance to a repeat; returns the keys changed, those of the new nodes included.

        An instance that is there already stays as it is. `RepeatFull`: no form holds more than there are.
        """
        place = self._ranges[key]
        if instance not in place.instances:
            if not self._has_room(place, 1):
                raise RepeatFull(repeat=place.label or key, most=len(place.instances))
            self._add(place, [instance])
        return self._settle()

    def remove_repeat(self, key: str) -> frozenset[str]:
        """Take an instance away with all that is in it; returns the keys changed, those removed included."""
        node = self._nodes[key]
        if node.place is None:
            raise KeyError(key)
        self._cut(node.place, [node])
        return self._settle()

    def speak(self, language: str) -> frozenset[str]:
        """Say labels, hints, choices and messages in another language; returns the keys changed."""
        self.language = language
        self._offers.clear()
        nodes = (*self._all_nodes(), *(place.outline for place in self._ranges.values()))
        for node in nodes:
            node.look_again()
        for computation in self.form.order.speaking:
            for node in nodes:
                if node.definition is computation.definition:
                    self._agenda.plan(computation, node)
        seen = ("label", "hint", "guidance", "media", "choices", "error", "warning")
        changed = [node.key for node in nodes if node.forget(seen)]
        return self._settle() | frozenset(changed)

    def finish(self, identity: str = "") -> frozenset[str]:
        """Note that filling in ends now, where the form wants to know; returns the keys changed.

        identity: what the submission is called, such as `uuid:…`, where it has no name yet.
        """
        for node in self._all_nodes():
            kind, parameter = node.definition.preload
            if (kind, parameter) == ("timestamp", "end"):
                self._write(node, Instant(self.now()).text)
            elif kind == "uid" and identity and not node.value:
                self._write(node, identity)
        if self.form.acting:
            self._fire(self._all_nodes(), "xforms-revalidate")
        return self._settle()

    # --- looking

    def node(self, key: str) -> Node:
        """The live node of a key; `KeyError` if there is none now."""
        return self._nodes[key]

    @property
    def root(self) -> Node:
        """The node around all others."""
        return self._root

    def nodes(self) -> Iterator[Node]:
        """Every question, group and repeat instance below the root, in document order."""
        return (node for node in self._root.subtree() if node is not self._root and node.kind == "element")

    def repeat(self, key: str) -> Range:
        """The instances of a repeat, with its label and relevance."""
        return self._ranges[key]

    def repeats(self, key: str) -> tuple[str, ...]:
        """The instance ids of a repeat, in order."""
        return tuple(self._ranges[key].instances)

    def values(self) -> dict[str, str]:
        """What `load` takes: every answer, also of what is not relevant, and what was emptied on purpose."""
        found: dict[str, str] = {}
        holding: set[str] = set()
        for node in self._all_nodes():
            if node.leaf and (node.value or node.initial):
                found[node.key] = node.value
                above = node.parent
                while isinstance(above, Node) and above.key not in holding:
                    holding.add(above.key)
                    above = above.parent
            elif node.definition.repeats:
                found[f"{node.key}/"] = ""
        return {key: text for key, text in found.items() if key[-1:] != "/" or key[:-1] not in holding}

    def number(self, key: str, part: Literal["numerator", "denominator"]) -> Fraction | None:
        """An item's numerator or denominator, exact; None while it has no value."""
        return self._nodes[key].figure(part)

    def submission(self) -> bytes:
        """The answers as an XForms submission, without what is not relevant."""
        return write_submission(self._root)

    # --- what expressions ask (the World)

    @property
    def zone(self) -> tzinfo:
        return cast("tzinfo", self._zone)

    @property
    def locale(self) -> str:
        return spoken(self.language)

    def now(self) -> datetime:
        return self._clock().astimezone(self._zone)

    def instance(self, name: str) -> TreeNode | None:
        return self.form.instances.get(name)

    def itext(self, key: str, origin: TreeNode) -> TreeNode | None:
        text = self.form.itext.get(key)
        return None if text is None else TextNode(self.say(text, Context(origin, self, known=self.known)))

    def text_of(self, key: str) -> Text:
        return self.form.itext.get(key, NO_TEXT)

    def choice_label(self, value: str, reference: str, origin: TreeNode) -> str:
        for node in self._near(parse(reference, self.form.namespaces), origin):
            return next((choice.label for choice in node.choices if choice.name == value), "")
        return ""

    def doubt(self, sentence: str) -> None:
        self._doubted = sentence

    def heed(self, compute: Callable[[], T]) -> tuple[T, str]:
        """What `compute` gives, and why it may be wrong if anything was said about that meanwhile."""
        outer, self._doubted = self._doubted, ""
        result = compute()
        said, self._doubted = self._doubted, outer
        return result, said

    def say(self, text: Text, context: Context) -> str:
        """A text in the sheet's language, with its values filled in."""
        if text.computed is not None:
            return text.computed.string(context)
        parts = text.in_language(self.language)
        return "".join(
            part if isinstance(part, str) else inserted(part, context, self._figure) for part in parts
        )

    def offer(self, node: Node) -> Offer:
        return self._offers.of(node)

    def labels(self, node: Node, names: Container[str]) -> Mapping[str, str]:
        return self._offers.labels(node, names)

    # --- growing the tree

    def _begin(
        self,
        saved: Mapping[str, str],
        *,
        wanted: Mapping[str, Sequence[str]] | None = None,
        source: Element | None = None,
        fresh: bool = True,
    ) -> frozenset[str]:
        """Begin with the instance that the form came with, or with `source`, and `saved` answers on top."""
        self._restoring = source is not None
        with resting():
            self._grow_all(saved, wanted, source or self.form.primary)
            self._restoring = False
            self._agenda.work()
        self._fired.clear()  # opening a form is nobody's answer
        if fresh:
            self._preload()
        if self.form.acting:
            for event in ("odk-instance-first-load", "odk-instance-load")[not fresh :]:
                self._fire(self._all_nodes(), event)
        self._settle()
        return frozenset(key for key in saved if key.rstrip("/") not in self._nodes)

    def _grow_all(
        self, saved: Mapping[str, str], wanted: Mapping[str, Sequence[str]] | None, source: Element
    ) -> None:
        """Make all nodes, with what they hold, and put on the agenda what is to be computed for them."""
        self._nodes: dict[str, Node] = {}
        self._ranges: dict[str, Range] = {}
        self._changed: set[str] = set()
        self._fired: dict[Node, None] = {}
        self._agenda.clear()
        self.known.clear()
        self.doubts.clear()
        self._offers.clear()
        self._root = self._enter(Node(self, self.form.root, ""))
        document = Document()
        document.insert(self._root)
        self._grow(self._root, source, "", wanted)
        revised = _revised(source)
        if REVISED in saved or revised:
            self._mark_revision(revised)
        for key, text in saved.items():
            if key in self._nodes:
                self._nodes[key].put(unicodedata.normalize("NFC", text))
        for node in (self._root, *self._nodes.values(), *(place.outline for place in self._ranges.values())):
            self._agenda.plan_first(node)

    def _all_nodes(self) -> list[Node]:
        return list(self._root.subtree())

    def _enter(self, node: Node) -> Node:
        self._agenda.enter(node)
        return node

    def _grow(
        self, node: Node, source: Element, prefix: str, wanted: Mapping[str, Sequence[str]] | None
    ) -> None:
        """Give a node its value and children after those of `source`, an element of the form's XML.

        `prefix` begins the keys; `wanted` names the instances of each repeat (None: those of `source`).
        """
        definition = node.definition
        if source.attributes or definition.bound:
            self._grow_attributes(node, source, prefix)
        if node.leaf:
            text = source.text()
            if text:
                node.initial = text
                node.put(text)
            return
        for inner, token in self._inside(definition):
            key = prefix + token
            sources = cast("Sequence[Element]", source.named(inner.name))
            if inner.repeats:
                self._grow_repeat(node, inner, key, [s for s in sources if not is_template(s)], wanted)
            else:
                child = self._nodes[key] = self._enter(Node(self, inner, key))
                child.relevant = node.relevant
                node.insert(child)
                self._grow(child, sources[0] if sources else inner.template, prefix, wanted)

    def _inside(self, definition: Definition) -> Sequence[tuple[Definition, str]]:
        """The definitions directly inside, each with what keys call it."""
        inside = self._tokens.get(definition)
        if inside is None:
            inside = [(inner, self.form.token(inner)) for inner in definition.children]
            self._tokens[definition] = inside
        return inside

    def _grow_repeat(
        self,
        node: Node,
        definition: Definition,
        key: str,
        given: Sequence[Element],
        wanted: Mapping[str, Sequence[str]] | None,
    ) -> None:
        outline = self._enter(Node(self, definition, key))
        outline.parent = node
        outline.relevant = node.relevant
        place = self._ranges[key] = Range(definition, node, key, outline, given)
        node.ranges = [*node.ranges, place]
        # What is counted is made when it is, unless a submission brings it: then it is not new.
        counted = definition.count is not None and not self._restoring
        names = [] if counted else [str(at + 1) for at in range(len(given))]
        if definition.fixed and not names:
            names = ["1"]
        for instance in names if wanted is None else wanted.get(key, ()):
            self._graft(place, instance, wanted)

    def _grow_attributes(self, node: Node, source: Element, prefix: str) -> None:
        """Give a node its XML attributes: those that something is computed for live, the others as they are.

        Instances of repeats keep only the former, as in other programs that fill in forms.
        """
        bound = {definition.name: definition for definition in node.definition.bound}
        ours = self.form.primary.attributes if node is self._root else source.attributes
        for attribute in ours:
            definition = bound.pop(attribute.name, None)
            if definition is not None:
                given = source.attribute(attribute.name, attribute.namespace)
                self._grow_attribute(node, definition, attribute.text() if given is None else given, prefix)
            elif attribute.namespace != JAVAROSA and not node.definition.repeats:
                copy = Attribute(attribute.name, attribute.text(), attribute.namespace, attribute.prefix)
                node.set_attribute(copy)
        for definition in bound.values():
            self._grow_attribute(node, definition, definition.default, prefix)

    def _grow_attribute(self, node: Node, definition: Definition, text: str, prefix: str) -> None:
        key = prefix + self.form.token(definition)
        live = self._nodes[key] = self._enter(AttributeNode(self, definition, key))
        live.relevant = node.relevant
        node.set_attribute(live)
        live.initial = text
        live.put(text)

    def _graft(self, place: Range, instance: str, wanted: Mapping[str, Sequence[str]] | None) -> Node:
        """Put a new instance after the last one, where the form's order has it."""
        # Those that the form comes with are named by number; one that somebody added is like none of them.
        at = int(instance) - 1 if instance.isdecimal() and len(instance) < 9 else -1
        source = place.given[at] if 0 <= at < len(place.given) else place.definition.template
        key = f"{place.key}[{instance}]"
        node = self._nodes[key] = self._enter(Node(self, place.definition, key))
        node.relevant = place.outline.relevant
        siblings = cast("Sequence[Node]", place.parent.children)
        before = bisect_right(
            siblings, self._order[place.definition], key=lambda n: self._order[n.definition]
        )
        place.parent.insert(node, before)
        place.take(instance, node)
        self._grow(node, source, f"{key}/", wanted)
        return node

    def _add(self, place: Range, instances: Sequence[str]) -> None:
        """Append instances, bring everything up to date and tell them that they are new."""
        first = len(place.instances)
        added = [self._graft(place, instance, None) for instance in instances]
        for node in added:
            for inner in node.subtree():
                self._changed.add(inner.key)
                self._agenda.plan_first(inner)
                for nested in inner.ranges:
                    self._agenda.plan_first(nested.outline)
        self._reshaped(place, first, len(added))
        self._agenda.work()
        for node in added if self.form.acting else ():
            self._fire(list(node.subtree()), "odk-new-repeat")

    def _cut(self, place: Range, nodes: Sequence[Node]) -> None:
        for node in nodes:
            for inner in node.subtree():
                self._changed.add(inner.key)
                del self._nodes[inner.key]
                self._leave(inner)
                for nested in inner.ranges:
                    del self._ranges[nested.key]
                    self._leave(nested.outline)
        place.parent.remove(nodes)
        self._reshaped(place, place.drop(nodes))

    def _leave(self, node: Node) -> None:
        self._agenda.leave(node)
        self.doubts.pop(node, None)

    def _reshaped(self, place: Range, first: int, added: int = 0) -> None:
        self.known.clear()
        self._changed.add(place.key)
        self._agenda.reshaped(place, first, added)

    # --- bringing up to date

    def _settle(self) -> frozenset[str]:
        """Compute until nothing is due and no event is unheard; the keys of which anything changed."""
        self._agenda.work()
        for _ in range(MOST_ROUNDS):
            if not self._fired:
                break
            fired, self._fired = list(self._fired), {}
            self._fire(fired, "xforms-value-changed")
            self._agenda.work()
        self._fired.clear()
        stale, self._agenda.stale = self._agenda.stale, {}
        for node, names in stale.items():
            if node.forget(names):
                self._changed.add(node.key)
        changed, self._changed = self._changed, set()
        return frozenset(changed - {""})

    def _compute(self, aspect: Aspect, node: Node) -> None:
        _, doubt = self.heed(lambda: self._bring_up(aspect, node))
        if doubt or node in self.doubts:
            doubts = self.doubts.setdefault(node, {})
            before = doubts.pop(aspect, "")
            if doubt:
                doubts[aspect] = doubt
            if doubt != before:
                self._changed.add(node.key)
                self._agenda.stale.setdefault(node, set()).add("warning")

    def _bring_up(self, aspect: Aspect, node: Node) -> None:
        definition = node.definition
        if aspect == "relevant" and definition.relevant is not None:
            node.applies = definition.relevant.truth(node.context)
            self._spread(node)
        elif aspect == "calculate" and definition.calculate is not None and node.relevant:
            text = written(definition.calculate.value(node.context), definition.type)
            if text != node.value:
                self._write(node, text)
        elif aspect == "choices":
            before = node.text()
            node.look_again()
            if node.text() != before:
                self._told(node)
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
            self._agenda.stale.setdefault(node, set()).update(("error", "warning"))
            if node.leaf and node.value:
                self._agenda.moved(node)
            if relevant:
                self._agenda.plan_again(node)
            waiting.extend(node.inner)
            waiting.extend(a for a in node.attributes if isinstance(a, Node))
            waiting.extend(place.outline for place in node.ranges)

    def _write(self, node: Node, text: str) -> None:
        node.put(text)
        self._fired[node] = None
        self._told(node)

    def _told(self, node: Node) -> None:
        """Others see another text of a node now."""
        self._changed.add(node.key)
        self._agenda.stale.setdefault(node, set()).update(("error", "warning"))
        if node.relevant:
            self._agenda.moved(node)

    def _fit(self, place: Range, count: float) -> None:
        if not isfinite(count):
            return  # no number yet, perhaps because it is just being typed: nobody's answers are taken away
        had, wanted = len(place.instances), max(int(count), 0)
        if had < wanted and not self._has_room(place, wanted - had):
            self.doubt(
                tr("More entries are asked for than a checklist can hold; none were added. Check the number.")
            )
            return
        free = (name for at in range(1, MOST_INSTANCES + wanted) if (name := str(at)) not in place.instances)
        if had < wanted:
            self._add(place, [next(free) for _ in range(wanted - had)])
        elif had > wanted:
            self._cut(place, list(place.instances.values())[wanted:])

    def _has_room(self, place: Range, more: int) -> bool:
        """Whether so many instances more stay within bounds."""
        size = sum(1 for _ in place.definition.walk())
        fits = len(place.instances) + more <= MOST_INSTANCES
        return fits and len(self._nodes) + more * size <= MOST_NODES

    # --- events

    def _preload(self) -> None:
        for node in self._all_nodes():
            kind, parameter = node.definition.preload
            text = self._device.tells(kind, parameter, self.now()) if kind else ""
            if text and not node.value:
                self._write(node, text)

    def _revise(self) -> None:
        """Name the submission revised, and be a new one."""
        identity = next((n for n in self._all_nodes() if n.name == "instanceID"), None)
        if identity is None:
            return
        revised = identity.value
        if identity.definition.preload[0] == "uid":
            self._write(identity, f"uuid:{uuid.uuid4()}")
        own = next((n for n in self._all_nodes() if n.name == REVISED), None)
        if own is not None:
            self._write(own, revised)
        else:
            self._mark_revision(revised)
        self._settle()

    def _mark_revision(self, revised: str) -> None:
        """Give the form a place for the submission that it revises, unless it has one."""
        definition = revision_mark(self.form)
        meta = next((node for node in self._root.inner if node.name == "meta"), None)
        if definition is not None and meta is not None and REVISED not in self._nodes:
            mark = self._nodes[REVISED] = self._enter(Node(self, definition, REVISED))
            meta.insert(mark)
            mark.put(revised)

    def _fire(self, nodes: Iterable[Node], event: str) -> None:
        for node in nodes:
            actions = node.definition.actions
            for action in (*actions, *self.form.actions) if node is self._root else actions:
                if event in action.events:
                    self._act(action, node, event)

    def _act(self, action: Action, node: Node, event: str) -> None:
        for target in self._near(action.target, node):
            text = action.text
            if action.takes_place:
                text, _ = accepted("geopoint", self._device.place(), self.zone)
            elif action.value is not None:
                text = written(action.value.value(target.context), target.definition.type)
            # What opening a form would put in does not come up later; what an answer brings about does.
            heard = target.relevant or not event.endswith("-load")
            if heard and target.value != text:
                self._write(target, text)
            return

    def _near(self, expression: Expression, origin: TreeNode) -> Iterator[Node]:
        """The nodes a reference names, in the repeat instances that `origin` is in where it is in one."""
        for node in expression.nodes(Context(origin, self, known=self.known)):
            if isinstance(node, Node) and same_instances(node, origin):
                yield node


def _in_order(chosen: str, offered: Iterable[str]) -> str:
    """Several choices as the form lists them, so that the same answer is the same text whoever ticks it."""
    names = dict.fromkeys(chosen.split())
    known = [name for name in offered if name in names]
    return " ".join([*known, *(name for name in names if name not in set(known))])


def _revised(source: Element) -> str:
    """The submission that a submission says it revises."""
    for meta in source.named("meta"):
        for mark in meta.named(REVISED):
            return mark.text()
    return ""


def _instances(saved: Mapping[str, str]) -> dict[str, list[str]]:
    """Repeat key → the instance ids that saved keys name, in the order in which they come."""
    found: dict[str, dict[str, None]] = {}
    heads = dict.fromkeys(key[: key.rfind("]") + 1] for key in saved)
    for head in heads:
        for match in re.finditer(r"\[([^\[\]]*)\]", head):
            found.setdefault(head[: match.start()], {})[match[1]] = None
    return {key: list(ids) for key, ids in found.items()}
