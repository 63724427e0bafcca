"""Reading an XForm: model, binds and body come together into the definitions of a `Form`.

An XForm says each thing about a question in another place: its node in the instance, its type and expressions
in a bind, its label in the body, its words in the translations. Here they meet, every reference is looked up,
and what depends on what is put in order. All problems are gathered before any is reported.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar, cast

from inspector_app.collector import resting
from inspector_app.domain.errors import Problem, TemplateRefused
from inspector_app.domain.templates import template_digest
from inspector_app.forms import expressions, external
from inspector_app.forms.expressions import Expression
from inspector_app.forms.form import (
    JAVAROSA,
    NO_MEDIA_AT_ALL,
    NO_TEXT,
    ODK,
    OPENROSA,
    OURS,
    Action,
    Choices,
    Definition,
    Form,
    FormProblem,
    Instances,
    Kind,
    ListedChoice,
    Text,
    Words,
    is_template,
)
from inspector_app.forms.instants import SPACE
from inspector_app.forms.order import Vertex, ordered
from inspector_app.forms.readings import Fault
from inspector_app.forms.terms import ExpressionRefused
from inspector_app.forms.tree import Attribute, Document, Element, XmlRefused, read_outline
from inspector_app.forms.tree import Text as TextNode
from inspector_app.i18n import tr

LARGEST = 100_000_000
"""Bytes of an XForm: twenty times one with a list of every commune in it."""


def read_form(xml: bytes, files: Mapping[str, bytes]) -> Form:
    """The form that an XForm describes; `TemplateRefused` with every `FormProblem` if it cannot be used."""
    reader = _Reader(files)
    form = None
    if len(xml) > LARGEST:
        reader.problem(
            tr("The form is larger than {limit} bytes.", limit=LARGEST),
            tr("Put long lists of choices into files beside it."),
        )
        raise TemplateRefused(file="XForm", problems=reader.problems)
    try:
        with resting():
            form = reader.read(xml)
    except XmlRefused as refused:
        reader.problem(str(refused), tr("Make the form from its workbook again."))
    if form is None or reader.problems:
        raise TemplateRefused(file="XForm", problems=reader.problems)
    return form


class _Draft:
    """A node of the form while its parts are still being collected from model, binds and body."""

    def __init__(self, element: Element, parent: "_Draft | None", mark: str = "") -> None:
        self.element = element
        self.name = element.name
        self.parent = parent
        self.path = f"{parent.path if parent else ''}/{mark}{element.name}"
        self.binds: list[Element] = []
        self.control: Element | None = None
        self.repeat: Element | None = None
        self.labelled: list[Element] = []
        self.actions: list[Action] = []
        self.targeted = False
        """Whether an action sets it."""
        self.bound = [
            _Draft(_attribute(a), self, "@") for a in element.attributes if isinstance(a, Attribute)
        ]
        groups: dict[str, list[Element]] = {}
        for child in element.elements():
            groups.setdefault(child.name, []).append(child)
        self.children = [_Draft(_template(same), self) for same in groups.values()]
        self._named = {child.name: (child,) for child in self.children}

    @property
    def repeats(self) -> bool:
        return self.repeat is not None

    def named(self, name: str) -> "Sequence[_Draft]":
        return self._named.get(name, ())

    def walk(self) -> Iterator["_Draft"]:
        yield self
        for child in self.children:
            yield from child.walk()


def _template(same: Sequence[Element]) -> Element:
    return next((element for element in same if is_template(element)), same[0])


def _attribute(attribute: Attribute) -> Element:
    """An attribute as the pattern that nodes are made after."""
    pattern = Element(attribute.name, attribute.namespace, attribute.prefix)
    pattern.insert(TextNode(attribute.value))
    return pattern


def _blank(element: Element) -> Element:
    """The same without any text: what new instances are made after where the form has no pattern for them."""
    copy = Element(element.name, element.namespace, element.prefix)
    for attribute in element.attributes:
        copy.set_attribute(Attribute(attribute.name, attribute.text(), attribute.namespace, attribute.prefix))
    for child in element.elements():
        copy.insert(_blank(child))
    return copy


CONTROLS = ("input", "select", "select1", "rank", "range", "trigger", "upload")
_WORDS = {"label": "label", "hint": "hint"}
_MESSAGES = {"constraintMsg": "constraint_message", "requiredMsg": "required_message"}


class _Reader:
    """One reading of one XForm; collects problems and goes on as far as it can."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.given = files
        self.files: dict[str, None] = {}
        self.problems: list[Problem] = []
        self.namespaces: dict[str, str] = {}
        self.itext: dict[str, dict[str, Words]] = {}
        self.guidance: dict[str, dict[str, Words]] = {}
        self.media: dict[str, dict[str, dict[str, str]]] = {}
        self.languages: list[str] = []
        self.root: _Draft
        self.paths: Mapping[str, _Draft] = {}
        self.bound: dict[str, str] = {}
        """The id of a bind → the path of what it binds."""

    def problem(
        self, message: str, remedy: str, question: str = "", part: str = "", fault: Fault | None = None
    ) -> None:
        self.problems.append(FormProblem("XForm", None, None, message, remedy, question, part, fault))

    def read(self, xml: bytes) -> Form | None:
        document, later = read_outline(xml, _is_list)
        self.namespaces = {prefix: uri for prefix, uri in document.namespaces.items() if prefix}
        model, primary = self._find_model(document)
        if model is None or primary is None:
            self.problem(tr("It holds no form: model or instance is missing."), tr("Choose an XForm."))
            return None
        _ensure_identity(primary, document)
        self.root = _Draft(primary, None)
        self.paths = {draft.path: draft for at in self.root.walk() for draft in (at, *at.bound)}
        default = self._read_itext(model)
        body = _first(document.root, "body")
        self._read_binds(model)
        if body is not None:
            self._read_body(body, self.root)
        actions = tuple(self._actions(model, self.root))
        root = self._define(self.root)
        instances = {
            name: self._instance(element, later.get(element))
            for element in _named(model, "instance")
            if (name := element.attribute("id"))
        }
        order = ordered(root)
        for definition, part, expression, faults in order.faults:
            self._faults(faults, expression.text, definition.name, part)
        for circle in order.circles:
            self._refuse_circle(circle)
        title = _first(_first(document.root, "head") or model, "title")
        return Form(
            form_id=primary.attribute("id") or primary.namespace or primary.name,
            version=primary.attribute("version") or primary.attribute("version", OPENROSA) or "",
            title="" if title is None else title.text().strip(),
            digest=template_digest(xml, self.given),
            languages=tuple(self.languages),
            default_language=default,
            root=root,
            primary=primary,
            attributes=_ours(primary),
            instances=Instances(instances),
            itext={key: self._said(key) for key in (*self.itext, *(self.media.keys() - self.itext.keys()))},
            actions=actions,
            namespaces=document.namespaces,
            order=order,
            style="" if body is None else body.attribute("class") or "",
            files=frozenset(self.files),
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
                key = text.attribute("id") or ""
                values = _named(text, "value")
                # The last one stays: the text itself, else its long form, else its short one.
                for value in sorted(values, key=lambda v: _FULLNESS.get(v.attribute("form"), 0)):
                    self._read_value(value, key, language)
        default = default or (self.languages[0] if self.languages else "")
        for words in (*self.itext.values(), *self.guidance.values()):
            _begin_with(default, words)
        for media in self.media.values():
            _begin_with(default, media)
        return default

    def _read_value(self, value: Element, key: str, language: str) -> None:
        """One form of a text: words, guidance, or a file to show or play."""
        form = value.attribute("form")
        if form in _FULLNESS:
            self.itext.setdefault(key, {})[language] = self._words(value, key, "label")
        elif form == "guidance":
            self.guidance.setdefault(key, {})[language] = self._words(value, key, "guidance_hint")
        elif form in _MEDIA:
            name = external.file_name(value.text())
            if name is not None:
                self.files[name] = None
                self.media.setdefault(key, {}).setdefault(language, {})[form] = name

    def _words(self, element: Element, question: str, part: str) -> Words:
        words: list[str | Expression] = []
        for child in element.children:
            if isinstance(child, Element) and child.name == "output":
                written = child.attribute("value") or child.attribute("ref") or ""
                expression = self._expression(written, question, part)
                words.extend(() if expression is None else (expression,))
            elif child.kind in ("text", "element"):
                words.append(child.text())
        if any(isinstance(part, Expression) for part in words):
            # Texts with values in them are written with a space at either end.
            if isinstance(words[0], str):
                words[0] = words[0].lstrip(SPACE)
            if isinstance(words[-1], str):
                words[-1] = words[-1].rstrip(SPACE)
        return tuple(words)

    def _text(self, element: Element, question: str, part: str) -> Text:
        """The text of a label, hint or message element: in place, by reference, or computed."""
        reference = element.attribute("ref")
        if reference is None or (self._lacks(reference) and element.text().strip()):
            return Text({"": self._words(element, question, part)})
        return self._referred(reference, question, part)

    def _lacks(self, reference: str) -> bool:
        """Whether a reference is to a text that no language has: what stands beside it is meant for then."""
        key = _key(reference)
        return key != reference.strip() and key not in self.itext and key not in self.media

    def _referred(self, reference: str, question: str, part: str) -> Text:
        key = _key(reference)
        if key in self.itext or key in self.media:
            return self._said(key)
        return Text({}, self._expression(reference, question, part))

    def _said(self, key: str) -> Text:
        return Text(self.itext.get(key, {}), media=self.media.get(key, NO_MEDIA_AT_ALL))

    # --- further instances

    def _instance(self, element: Element, later: bytes | None) -> Callable[[], Element]:
        """How a list or table is read: it stands in the form, or in a file beside it."""
        address = element.attribute("src")
        if address is None or next(element.elements(), None) is not None:
            return lambda: element if later is None else external.read_inner(later)
        if address.startswith("jr://instance/"):
            return lambda: element  # the last record saved: there is none
        name = external.file_name(address)
        if name is None:
            self.problem(
                tr("“{address}” is no file beside the form.", address=address),
                tr("Name a file with Latin letters, digits, hyphens and dots."),
                element.attribute("id") or "",
                "file",
            )
            return lambda: element
        self.files[name] = None
        content = self.given.get(name)
        if content is None:
            self.problem(
                tr("The form needs the file {name}, which is not there.", name=name),
                tr("Add the file to the checklist."),
                element.attribute("id") or "",
                "file",
            )
            return lambda: element
        return lambda: _read_beside(element, name, content)

    # --- binds

    def _read_binds(self, model: Element) -> None:
        for bind in _named(model, "bind"):
            path = bind.attribute("nodeset") or bind.attribute("ref") or ""
            if name := bind.attribute("id"):
                self.bound[name] = path
            # A bind for a node that does not exist binds nothing and harms nothing.
            for draft in self._leads(path, self.root, "bind"):
                draft.binds.append(bind)

    def _link(self, element: Element) -> str | None:
        """The path of the node that an element is for, its own or that of its bind; None: it is for none."""
        path = element.attribute("ref") or element.attribute("nodeset")
        return path or self.bound.get(element.attribute("bind") or "")

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
                draft = self._refer(self._link(element) or "", here, "repeat")
                if draft is not None:
                    draft.repeat = element
                    draft.actions.extend(self._actions(element, draft))
                    self._read_body(element, draft)
            elif element.name in CONTROLS:
                draft = self._refer(self._link(element) or "", here, element.name)
                if draft is not None:
                    draft.control = element
                    draft.labelled.append(element)
                    draft.actions.extend(self._actions(element, draft))

    def _read_group(self, element: Element, here: _Draft) -> None:
        """A group with a reference is a node; one without only shows things together: passed through."""
        reference = self._link(element)
        inside = here if reference is None else self._refer(reference, here, "group")
        if inside is None:
            return
        if reference is not None:
            inside.labelled.append(element)
            inside.control = element
        inside.actions.extend(self._actions(element, inside))
        self._read_body(element, inside)

    def _actions(self, parent: Element, here: _Draft) -> Iterator[Action]:
        for element in parent.elements():
            takes_place = element.name == "setgeopoint" and element.namespace == ODK
            if element.name != "setvalue" and not takes_place:
                continue
            reference = self._link(element) or ""
            target = self._expression(reference, here.name, element.name)
            value = self._expression(element.attribute("value"), here.name, element.name)
            if target is not None:
                for draft in self._leads(reference, here, element.name) if "@" in reference else ():
                    draft.targeted = True
                written = (element.attribute("event") or "").split()
                events = frozenset(_EVENTS.get(event, event) for event in written)
                yield Action(events, target, value, element.text(), takes_place)

    # --- definitions

    def _define(self, draft: _Draft) -> Definition:
        control, name = draft.control, draft.name

        written = {(a.namespace, a.name): a.text() for bind in draft.binds for a in bind.attributes}

        def given(attribute: str, namespace: str = "") -> str | None:
            return written.get((namespace, attribute))

        def computed(attribute: str, namespace: str = "", part: str = "") -> Expression | None:
            return self._expression(given(attribute, namespace), name, part or attribute)

        words: dict[str, Text] = {}
        for element in draft.labelled:
            for part, child in ((_WORDS[c.name], c) for c in element.elements() if c.name in _WORDS):
                words.setdefault(part, self._text(child, name, part))
                guidance = self.guidance.get(_key(child.attribute("ref") or ""))
                if part == "hint" and guidance is not None:
                    words.setdefault("guidance", Text(guidance))
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
        count = fixed = None
        if draft.repeat is not None:
            count = draft.repeat.attribute("count", JAVAROSA)
            fixed = draft.repeat.attribute("noAddRemove", JAVAROSA)
        template = draft.element
        if draft.repeats and not is_template(template):
            template = _blank(template)
        return Definition(
            name=name,
            path=draft.path,
            kind=kind,
            template=template,
            control=control.name if control is not None and control.name in CONTROLS else None,
            type=_TYPES.get(plain := (given("type") or "string").rpartition(":")[2], plain),
            appearance="" if control is None else control.attribute("appearance") or "",
            attributes=ours,
            children=tuple(self._define(child) for child in draft.children),
            bound=tuple(self._define(a) for a in draft.bound if a.binds or a.targeted),
            words=words,
            choices=None if control is None else self._choices(control, name),
            settings=_settings(control, given("max-pixels", OPENROSA)),
            relevant=computed("relevant"),
            required=computed("required"),
            constraint=computed("constraint"),
            calculate=computed("calculate"),
            readonly=computed("readonly"),
            warning=computed("warning", OURS),
            count=self._expression(count, name, "repeat_count"),
            fixed=count is None and (fixed or "").strip() in ("true()", "true"),
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
        if "@" in draft.path:
            return "attribute"
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
        keyed = re.fullmatch(r"\s*jr:itext\((.+)\)\s*", "" if label is None else label.attribute("ref") or "")
        return Choices(
            tuple(listed),
            self._expression(self._link(itemset), question, "choice_filter"),
            None if name is None else self._expression(name.attribute("ref"), question, "choices"),
            NO_TEXT if label is None else self._text(label, question, "choices"),
            None if keyed is None else self._expression(keyed[1], question, "choices"),
        )

    def _refuse_circle(self, circle: Sequence[Vertex]) -> None:
        names = list(dict.fromkeys(definition.name for definition, _ in circle))
        self.problem(
            tr("These depend on each other in a circle: {names}.", names=" → ".join([*names, names[0]])),
            tr("Change one of the expressions so that it no longer needs the others."),
            names[0],
            circle[0][1],
        )


_EVENTS = {"xforms-ready": "odk-instance-first-load"}
"""What events were called before → what they are called now."""

_FULLNESS = {"short": 1, "long": 2, None: 3}
"""Forms of one text, the last being what is meant where there is no choice."""

_MEDIA = ("image", "big-image", "audio", "video")
_TYPES = {"integer": "int", "datetime": "dateTime", "select1": "string", "select": "string", "rank": "string"}


def _named(parent: Element, name: str) -> list[Element]:
    return [child for child in parent.elements() if child.name == name]


def _first(parent: Element, name: str) -> Element | None:
    return next((child for child in parent.elements() if child.name == name), None)


def _ours(element: Element) -> dict[str, str]:
    return {
        attribute.name: attribute.text() for attribute in element.attributes if attribute.namespace == OURS
    }


def _settings(control: Element | None, max_pixels: str | None) -> dict[str, str]:
    """The attributes of a control that say how it asks."""
    if control is None:
        return {}
    found = {a.name: a.text() for a in control.attributes if not a.namespace and a.name not in _LINKS}
    return found if max_pixels is None else found | {"max-pixels": max_pixels}


_LINKS = ("ref", "nodeset", "bind", "appearance")


def _key(reference: str) -> str:
    """The key in `jr:itext('key')`; of anything else, something that is no key."""
    return reference.strip().removeprefix("jr:itext('").removesuffix("')")


T = TypeVar("T")


def _begin_with(language: str, versions: dict[str, T]) -> None:
    """Put one language first: it stands in where another lacks a text."""
    if language in versions:
        ordered = {language: versions.pop(language), **versions}
        versions.clear()
        versions.update(ordered)


def _is_list(element: Element) -> bool:
    """Whether an element is a further instance of the model, read only when it is used."""
    model = element.parent
    return (
        element.name == "instance"
        and isinstance(model, Element)
        and model.name == "model"
        and element.attribute("id") is not None
        and any(other is not element for other in _named(model, "instance"))
    )


def _read_beside(element: Element, name: str, content: bytes) -> Element:
    """An instance whose content is in a file; `TemplateRefused` if it cannot be read."""
    instance = Element("instance")
    try:
        instance.insert(external.read_list(name, content))
    except external.FileRefused as refused:
        problem = FormProblem(
            "XForm",
            None,
            None,
            tr("{name}: {reason}", name=name, reason=str(refused)),
            tr("Correct the file and add it again."),
            element.attribute("id") or "",
            "file",
        )
        raise TemplateRefused(file=name, problems=[problem]) from refused
    return instance


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
