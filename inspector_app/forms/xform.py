"""Reading an XForm: model, binds and body come together into the definitions of a `Form`.

An XForm says each thing about a question in another place: its node in the instance, its type and expressions
in a bind, its label in the body, its words in the translations. Here they meet, every reference is looked up,
and what depends on what is put in order. All problems are gathered before any is reported.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from typing import TypeAlias, cast

from inspector_app.domain.errors import Problem, TemplateRefused
from inspector_app.forms import expressions
from inspector_app.forms.expressions import Expression
from inspector_app.forms.form import (
    JAVAROSA,
    NO_TEXT,
    OPENROSA,
    OURS,
    Action,
    Aspect,
    Choices,
    Computation,
    Definition,
    Form,
    FormProblem,
    Kind,
    ListedChoice,
    Text,
    Words,
    is_template,
)
from inspector_app.forms.readings import Fault
from inspector_app.forms.terms import ExpressionRefused
from inspector_app.forms.values import SPACE, Attribute, Document, Element, XmlRefused, read_xml
from inspector_app.i18n import tr

Vertex: TypeAlias = "tuple[Definition, Aspect]"
"""One aspect of one definition, as a point of the graph of what needs what."""


def read_form(xml: bytes) -> Form:
    """The form that an XForm describes; `TemplateRefused` with every `FormProblem` if it cannot be used."""
    reader = _Reader()
    form = None
    try:
        form = reader.read(xml)
    except XmlRefused as refused:
        reader.problem(str(refused), tr("Make the form from its workbook again."))
    if form is None or reader.problems:
        raise TemplateRefused(file="XForm", problems=reader.problems)
    return form


class _Draft:
    """A node of the form while its parts are still being collected from model, binds and body."""

    def __init__(self, element: Element, parent: "_Draft | None") -> None:
        self.element = element
        self.name = element.name
        self.parent = parent
        self.path = f"{parent.path if parent else ''}/{element.name}"
        self.binds: list[Element] = []
        self.control: Element | None = None
        self.repeat: Element | None = None
        self.labelled: list[Element] = []
        self.actions: list[Action] = []
        groups: dict[str, list[Element]] = {}
        for child in element.elements():
            groups.setdefault(child.name, []).append(child)
        self.children = [_Draft(_template(same), self) for same in groups.values()]

    @property
    def repeats(self) -> bool:
        return self.repeat is not None

    def walk(self) -> Iterator["_Draft"]:
        yield self
        for child in self.children:
            yield from child.walk()


def _template(same: Sequence[Element]) -> Element:
    return next((element for element in same if is_template(element)), same[0])


CONTROLS = ("input", "select", "select1", "rank", "range", "trigger", "upload")
_WORDS = {"label": "label", "hint": "hint"}
_MESSAGES = {"constraintMsg": "constraint_message", "requiredMsg": "required_message"}


class _Reader:
    """One reading of one XForm; collects problems and goes on as far as it can."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.namespaces: dict[str, str] = {}
        self.itext: dict[str, dict[str, Words]] = {}
        self.languages: list[str] = []
        self.root: _Draft
        self.paths: Mapping[str, _Draft] = {}

    def problem(
        self, message: str, remedy: str, question: str = "", part: str = "", fault: Fault | None = None
    ) -> None:
        self.problems.append(FormProblem("XForm", None, None, message, remedy, question, part, fault))

    def read(self, xml: bytes) -> Form | None:
        document = read_xml(xml)
        self.namespaces = {prefix: uri for prefix, uri in document.namespaces.items() if prefix}
        model, primary = self._find_model(document)
        if model is None or primary is None:
            self.problem(tr("It holds no form: model or instance is missing."), tr("Choose an XForm."))
            return None
        _ensure_identity(primary, document)
        self.root = _Draft(primary, None)
        self.paths = {draft.path: draft for draft in self.root.walk()}
        default = self._read_itext(model)
        body = _first(document.root, "body")
        self._read_binds(model)
        if body is not None:
            self._read_body(body, self.root)
        root = self._define(self.root)
        actions = tuple(self._actions(model, self.root))
        instances = {
            name: element for element in _named(model, "instance") if (name := element.attribute("id"))
        }
        dependents, computations = self._order(root)
        title = _first(_first(document.root, "head") or model, "title")
        return Form(
            form_id=primary.attribute("id") or primary.namespace or primary.name,
            version=primary.attribute("version") or "",
            title="" if title is None else title.text().strip(),
            digest=hashlib.sha256(xml).hexdigest(),
            languages=tuple(self.languages),
            default_language=default,
            root=root,
            primary=primary,
            attributes=_ours(primary),
            instances=instances,
            itext={key: Text(words) for key, words in self.itext.items()},
            actions=actions,
            namespaces=document.namespaces,
            dependents=dependents,
            computations=computations,
        )

    @staticmethod
    def _find_model(document: Document) -> tuple[Element | None, Element | None]:
        head = _first(document.root, "head")
        model = None if head is None else _first(head, "model")
        instance = None if model is None else _first(model, "instance")
        return model, None if instance is None else next(instance.elements(), None)

    # --- texts

    def _read_itext(self, model: Element) -> str:
        """Collect the translations; the language that speaks when nothing else is asked for."""
        default = ""
        for translation in (t for itext in _named(model, "itext") for t in _named(itext, "translation")):
            language = translation.attribute("lang") or ""
            self.languages.append(language)
            if translation.attribute("default") is not None:
                default = language
            for text in _named(translation, "text"):
                # Other forms of a text (image, audio, guidance) are for other programs.
                value = next((v for v in _named(text, "value") if v.attribute("form") is None), None)
                key = text.attribute("id") or ""
                if value is not None:
                    self.itext.setdefault(key, {})[language] = self._words(value, key, "label")
        default = default or (self.languages[0] if self.languages else "")
        for versions in self.itext.values():
            if default in versions:
                # The default language first: it stands in where another lacks a text.
                ordered = {default: versions.pop(default), **versions}
                versions.clear()
                versions.update(ordered)
        return default

    def _words(self, element: Element, question: str, part: str) -> Words:
        words: list[str | Expression] = []
        for child in element.children:
            if isinstance(child, Element) and child.name == "output":
                written = child.attribute("value") or child.attribute("ref") or ""
                expression = self._expression(written, question, part)
                words.extend(() if expression is None else (expression,))
            elif child.kind in ("text", "element"):
                words.append(child.text())
        # The white space of the file's layout is not part of the text; that between its words and values is.
        if words and isinstance(words[0], str):
            words[0] = words[0].lstrip(SPACE)
        if words and isinstance(words[-1], str):
            words[-1] = words[-1].rstrip(SPACE)
        return tuple(words)

    def _text(self, element: Element, question: str, part: str) -> Text:
        """The text of a label, hint or message element: in place, by reference, or computed."""
        reference = element.attribute("ref")
        if reference is None:
            return Text({"": self._words(element, question, part)})
        return self._referred(reference, question, part)

    def _referred(self, reference: str, question: str, part: str) -> Text:
        key = reference.strip().removeprefix("jr:itext('").removesuffix("')")
        if key in self.itext:
            return Text(self.itext[key])
        return Text({}, self._expression(reference, question, part))

    # --- binds

    def _read_binds(self, model: Element) -> None:
        for bind in _named(model, "bind"):
            # A bind for a node that does not exist binds nothing and harms nothing.
            for draft in self._leads(bind.attribute("nodeset") or "", self.root, "bind"):
                draft.binds.append(bind)

    def _leads(self, reference: str, here: _Draft, part: str) -> Sequence[_Draft]:
        """The nodes that a reference names when it stands at `here`."""
        plain = self.paths.get(reference.strip())
        if plain is not None:
            return (plain,)
        expression = self._expression(reference, here.name, part)
        return () if expression is None else cast("tuple[_Draft, ...]", expression.leads(here, self.root))

    def _refer(self, reference: str, here: _Draft, part: str) -> _Draft | None:
        """The one node that a reference names; a problem if there is none."""
        found = self._leads(reference, here, part)
        if not found:
            self.problem(
                tr("“{reference}” names no question of the form.", reference=reference.strip()),
                tr("Write the name of a question that exists."),
                here.name,
                part,
            )
            return None
        return found[0]

    def _expression(self, text: str | None, question: str, part: str) -> Expression | None:
        if text is None or not text.strip():
            return None
        try:
            expression = expressions.parse(text, self.namespaces)
        except ExpressionRefused as refused:
            self._faults(refused.faults, text, question, part)
            return None
        self._faults(expression.faults, text, question, part)
        return None if expression.faults else expression

    def _faults(self, faults: Iterable[Fault], text: str, question: str, part: str) -> None:
        for fault in faults:
            self.problem(
                tr("{question}, {part}: {fault}", question=question, part=part, fault=fault.message),
                tr("Correct the expression: {text}", text=text.strip()),
                question,
                part,
                fault,
            )

    # --- the body

    def _read_body(self, parent: Element, here: _Draft) -> None:
        for element in parent.elements():
            if element.name == "group":
                self._read_group(element, here)
            elif element.name == "repeat":
                reference = element.attribute("nodeset") or element.attribute("ref")
                draft = self._refer(reference or "", here, "repeat")
                if draft is not None:
                    draft.repeat = element
                    draft.actions.extend(self._actions(element, draft))
                    self._read_body(element, draft)
            elif element.name in CONTROLS:
                draft = self._refer(element.attribute("ref") or "", here, element.name)
                if draft is not None:
                    draft.control = element
                    draft.labelled.append(element)
                    draft.actions.extend(self._actions(element, draft))

    def _read_group(self, element: Element, here: _Draft) -> None:
        """A group with a reference is a node; one without only shows things together: passed through."""
        reference = element.attribute("ref")
        inside = here if reference is None else self._refer(reference, here, "group")
        if inside is None:
            return
        if reference is not None:
            inside.labelled.append(element)
            inside.control = element
        inside.actions.extend(self._actions(element, inside))
        self._read_body(element, inside)

    def _actions(self, parent: Element, here: _Draft) -> Iterator[Action]:
        for element in _named(parent, "setvalue"):
            target = self._expression(element.attribute("ref"), here.name, "setvalue")
            value = self._expression(element.attribute("value"), here.name, "setvalue")
            if target is not None:
                events = frozenset((element.attribute("event") or "").split())
                yield Action(events, target, value, element.text())

    # --- definitions

    def _define(self, draft: _Draft) -> Definition:
        control, name = draft.control, draft.name

        def given(attribute: str, namespace: str = "") -> str | None:
            written = (bind.attribute(attribute, namespace) for bind in reversed(draft.binds))
            return next((value for value in written if value is not None), None)

        def computed(attribute: str, namespace: str = "", part: str = "") -> Expression | None:
            return self._expression(given(attribute, namespace), name, part or attribute)

        words: dict[str, Text] = {}
        for element in draft.labelled:
            for part, child in ((_WORDS[c.name], c) for c in element.elements() if c.name in _WORDS):
                words.setdefault(part, self._text(child, name, part))
        for attribute, part in _MESSAGES.items():
            message = given(attribute, JAVAROSA)
            if message is not None:
                by_key = message.strip().startswith("jr:itext(")
                words[part] = self._referred(message, name, part) if by_key else Text({"": (message,)})
        ours = {key: value for bind in draft.binds for key, value in _ours(bind).items()}
        if "warning_message" in ours:
            words["warning_message"] = Text({"": (ours["warning_message"],)})
        kind = self._kind(
            draft, computed("calculate") is not None, given("preload", JAVAROSA), given("readonly")
        )
        count = None if draft.repeat is None else draft.repeat.attribute("count", JAVAROSA)
        return Definition(
            name=name,
            path=draft.path,
            kind=kind,
            template=draft.element,
            control=control.name if control is not None and control.name in CONTROLS else None,
            type=_TYPES.get(plain := (given("type") or "string").rpartition(":")[2], plain),
            appearance="" if control is None else control.attribute("appearance") or "",
            attributes=ours,
            children=tuple(self._define(child) for child in draft.children),
            words=words,
            choices=None if control is None else self._choices(control, name),
            range={}
            if control is None
            else {
                part: value
                for part in ("start", "end", "step")
                if (value := control.attribute(part)) is not None
            },
            relevant=computed("relevant"),
            required=computed("required"),
            constraint=computed("constraint"),
            calculate=computed("calculate"),
            readonly=computed("readonly"),
            warning=computed("warning", OURS),
            count=self._expression(count, name, "repeat_count"),
            numerator=computed("numerator", OURS),
            denominator=computed("denominator", OURS),
            preload=(
                given("preload", JAVAROSA) or draft.element.attribute("preload", JAVAROSA) or "",
                given("preloadParams", JAVAROSA) or "",
            ),
            actions=tuple(draft.actions),
        )

    @staticmethod
    def _kind(draft: _Draft, calculated: bool, preload: str | None, readonly: str | None) -> Kind:
        if draft.repeats:
            return "repeat"
        if draft.children or (draft.control is not None and draft.control.name == "group"):
            return "group"
        if draft.control is not None:
            fixed = readonly is not None and readonly.strip() == "true()" and not calculated
            return "note" if fixed and draft.control.name == "input" else "question"
        if preload is not None or (draft.parent is not None and draft.parent.name == "meta"):
            return "meta"
        return "calculate" if calculated else "hidden"

    def _choices(self, control: Element, question: str) -> Choices | None:
        if control.name not in ("select", "select1", "rank"):
            return None
        listed: list[ListedChoice] = []
        for item in _named(control, "item"):
            name, label = _first(item, "value"), _first(item, "label")
            text = NO_TEXT if label is None else self._text(label, question, "choices")
            listed.append(ListedChoice("" if name is None else name.text().strip(), text))
        itemset = _first(control, "itemset")
        if itemset is None:
            return Choices(tuple(listed))
        name, label = _first(itemset, "value"), _first(itemset, "label")
        return Choices(
            tuple(listed),
            self._expression(itemset.attribute("nodeset"), question, "choice_filter"),
            None if name is None else self._expression(name.attribute("ref"), question, "choices"),
            NO_TEXT if label is None else self._text(label, question, "choices"),
        )

    # --- what depends on what

    def _order(
        self, root: Definition
    ) -> tuple[
        dict[Definition, tuple[tuple[Computation, Definition | None], ...]],
        dict[Vertex, Computation],
    ]:
        """Find all readings, refuse circles, and rank every computation after what it needs."""
        reads: dict[Vertex, dict[tuple[Definition, Definition | None], None]] = {}
        needs: dict[Vertex, set[Vertex]] = {}
        everything = list(root.walk())
        present: set[Vertex] = {(d, aspect) for d in everything for aspect, _, _ in d.computed()}

        def upstream(definition: Definition, aspects: Sequence[Aspect]) -> Iterator[Vertex]:
            """What decides the visible text of a definition, as far as anything is computed."""
            for above in definition.lineage:
                for aspect in aspects:
                    if (above, aspect) in present and (aspect != "calculate" or above is definition):
                        yield above, aspect

        for definition in everything:
            for aspect, part, expression in definition.computed():
                vertex: Vertex = (definition, aspect)
                needed = needs.setdefault(vertex, set())
                if aspect != "relevant":
                    needed.update(upstream(definition, ("relevant",)))
                elif definition.parent is not None:
                    needed.update(upstream(definition.parent, ("relevant",)))
                readings, faults = expression.reads(definition, root)
                self._faults(faults, expression.text, definition.name, part)
                for reading in readings:
                    what = cast("Definition", reading.what)
                    reads.setdefault(vertex, {})[what, cast("Definition | None", reading.within)] = None
                    if not reading.others:
                        aspects: Sequence[Aspect] = (
                            ("calculate", "relevant", "count") if reading.text else ("count",)
                        )
                        needed.update(upstream(what, aspects))
        computations = {vertex: Computation(*vertex, rank) for rank, vertex in enumerate(self._sorted(needs))}
        dependents: dict[Definition, dict[tuple[Computation, Definition | None], None]] = {}
        for vertex, read in reads.items():
            for what, within in read:
                dependents.setdefault(what, {})[computations[vertex], within] = None
        return {what: tuple(found) for what, found in dependents.items()}, computations

    def _sorted(self, needs: dict[Vertex, set[Vertex]]) -> list[Vertex]:
        """Everything after what it needs; each circle becomes a problem and is cut, to find the next one."""
        while True:
            try:
                return list(TopologicalSorter(needs).static_order())
            except CycleError as error:
                # Each vertex of the circle is needed by the one after it; the last is the first again.
                circle = cast("list[Vertex]", error.args[1])
                names = list(dict.fromkeys(definition.name for definition, _ in circle))
                self.problem(
                    tr(
                        "These depend on each other in a circle: {names}.",
                        names=" → ".join([*names, names[0]]),
                    ),
                    tr("Change one of the expressions so that it no longer needs the others."),
                    names[0],
                    circle[0][1],
                )
                needs[circle[1]].discard(circle[0])


_TYPES = {"integer": "int", "datetime": "dateTime", "select1": "string", "select": "string", "rank": "string"}


def _named(parent: Element, name: str) -> list[Element]:
    return [child for child in parent.elements() if child.name == name]


def _first(parent: Element, name: str) -> Element | None:
    return next((child for child in parent.elements() if child.name == name), None)


def _ours(element: Element) -> dict[str, str]:
    return {
        attribute.name: attribute.value for attribute in element.attributes if attribute.namespace == OURS
    }


def _ensure_identity(primary: Element, document: Document) -> None:
    """Every submission carries an instance id; a form that leaves its place out gets one."""
    meta = _first(primary, "meta")
    if meta is None:
        prefix = next((prefix for prefix, uri in document.namespaces.items() if uri == OPENROSA), "")
        meta = Element("meta", OPENROSA if prefix else primary.namespace, prefix)
        primary.insert(meta)
    if _first(meta, "instanceID") is None:
        identity = Element("instanceID", meta.namespace, meta.prefix)
        identity.set_attribute(Attribute("preload", "uid", JAVAROSA, "jr"))
        meta.insert(identity)
