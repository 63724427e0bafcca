"""The tree that expressions walk: the plain nodes of an XML document, and how one is read.

A form's lists and the form itself are such trees; the live questions of a sheet are elements of one too, so
that one evaluator serves all. What walks a tree asks only for children, attributes and text. A tree that
never changes can also be asked which of its rows hold a certain text, and answers from an index.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import tzinfo
from types import MappingProxyType
from xml.parsers import expat

from inspector_app.forms.instants import text_number
from inspector_app.i18n import tr

XHTML = "http://www.w3.org/1999/xhtml"

# --- nodes -----------------------------------------------------------------------------------------


class TreeNode:
    """A node of a document, of whatever kind."""

    __slots__ = ("parent",)
    kind = "node"
    name = ""
    prefix = ""
    namespace = ""
    repeats = False
    """Whether it is one of any number of its kind, which come and go."""

    def __init__(self, parent: "TreeNode | None" = None) -> None:
        self.parent = parent

    @property
    def children(self) -> Sequence["TreeNode"]:
        return ()

    @property
    def attributes(self) -> Sequence["TreeNode"]:
        return ()

    @property
    def needs_no_prefix(self) -> bool:
        """Whether a name without prefix can mean it in a path: it is written so, or in no namespace.

        That holds whatever the default namespace, since forms put their data in the XForms namespace and
        nobody says so; but not for a page of HTML, which is no form's data.
        """
        return (not self.prefix and self.namespace != XHTML) or not self.namespace

    @property
    def declared(self) -> Mapping[str, str]:
        """Prefix → namespace, as declared on this very node."""
        return _NOTHING

    def text(self) -> str:
        """The string value, as XPath defines it for this kind of node."""
        return ""

    def cell(self, name: str) -> str:
        """The text of the first child with this name; blank if there is none."""
        found = self.unprefixed(name)
        return found[0].text() if found else ""

    def cells(self) -> dict[str, str]:
        """The texts of the children by name."""
        return {child.name: child.text() for child in self.children if child.kind == "element"}

    def number(self, zone: tzinfo) -> float:
        """The number that the text stands for, dates counting as days in `zone`."""
        return text_number(self.text(), zone)

    def ordinal(self) -> int:
        """Its place among the children of its parent that have its name, from 1."""
        fellows = () if self.parent is None else self.parent.named(self.name)
        return next((at for at, fellow in enumerate(fellows, 1) if fellow is self), 1)

    def named(self, name: str) -> Sequence["TreeNode"]:
        """Children that are elements with this local name, in order."""
        return [child for child in self.children if child.name == name and child.kind == "element"]

    def unprefixed(self, name: str) -> "list[TreeNode]":
        """Of the children with this name, those that a name without prefix means in a path.

        The list is the tree's own; do not change it.
        """
        return [child for child in self.named(name) if child.needs_no_prefix]

    def holding(self, name: str, column: str, text: str) -> "Sequence[TreeNode] | None":
        """Children called `name` that have a child called `column` with this text.

        None if it cannot be answered from an index, since the tree changes.
        """
        del name, column, text
        return None


_NOTHING: Mapping[str, str] = MappingProxyType({})


class Element(TreeNode):
    """An element; also, as `kind` document, the root that holds the outermost element."""

    __slots__ = (
        "_attributes",
        "_children",
        "_declared",
        "_holding",
        "_index",
        "_mixed",
        "name",
        "namespace",
        "prefix",
    )
    kind = "element"

    def __init__(self, name: str, namespace: str = "", prefix: str = "") -> None:
        super().__init__()
        self.name = name
        self.namespace = namespace
        self.prefix = prefix
        self._children: list[TreeNode] = []
        self._attributes: Sequence[TreeNode] = ()
        self._declared: Mapping[str, str] = _NOTHING
        self._index: dict[str, list[TreeNode]] | None = None
        self._mixed = False
        """Whether the index holds what a name without prefix does not mean."""
        self._holding: dict[tuple[str, str], dict[str, list[TreeNode]]] | None = None

    @property
    def children(self) -> Sequence[TreeNode]:
        return self._children

    @property
    def attributes(self) -> Sequence[TreeNode]:
        return self._attributes

    @property
    def declared(self) -> Mapping[str, str]:
        return self._declared

    def insert(self, child: TreeNode, at: int | None = None) -> None:
        """Take `child` in, as the last one or before the one at position `at`.

        Where it stands before others of its name it is not found by name; whoever does that begins anew.
        """
        child.parent = self
        self._children.insert(len(self._children) if at is None else at, child)
        if self._index is not None and child.kind == "element":
            self._index.setdefault(child.name, []).append(child)
            self._mixed |= not child.needs_no_prefix

    def remove(self, children: Collection[TreeNode]) -> None:
        """Let some of the children go."""
        gone = set(children)
        self._children = [child for child in self._children if child not in gone]
        self._index = None

    def set_attribute(self, attribute: TreeNode) -> None:
        attribute.parent = self
        self._attributes = [*self._attributes, attribute]

    def declare(self, declared: Mapping[str, str]) -> None:
        """Note the namespace declarations that stand on this element."""
        self._declared = declared

    def attribute(self, name: str, namespace: str = "") -> str | None:
        """The value of one attribute, or None where there is none."""
        for attribute in self._attributes:
            if attribute.name == name and attribute.namespace == namespace:
                return attribute.text()
        return None

    def named(self, name: str) -> Sequence[TreeNode]:
        # Paths walk by name thousands of times while a form opens; a scan of a wide group would be quadratic.
        return self._by_name().get(name, ())

    def unprefixed(self, name: str) -> list[TreeNode]:
        found = self._by_name().get(name)
        if found is None:
            return []
        return super().unprefixed(name) if self._mixed else found

    def _by_name(self) -> dict[str, list[TreeNode]]:
        index = self._index
        if index is None:
            index = self._index = {}
            for child in self._children:
                if child.kind == "element":
                    index.setdefault(child.name, []).append(child)
                    self._mixed |= not child.needs_no_prefix
        return index

    def holding(self, name: str, column: str, text: str) -> Sequence[TreeNode] | None:
        if self._holding is None:
            self._holding = {}
        index = self._holding.get((name, column))
        if index is None:
            index = self._holding[name, column] = {}
            for row in self.named(name):
                for held in dict.fromkeys(cell.text() for cell in row.named(column)):
                    index.setdefault(held, []).append(row)
        return index.get(text, ())

    def elements(self) -> Iterator["Element"]:
        """The children that are elements."""
        return (child for child in self.children if isinstance(child, Element))

    def text(self) -> str:
        return "".join(child.text() for child in self.children if child.kind in ("element", "text"))


class Document(Element):
    """The root above the outermost element."""

    __slots__ = ("namespaces",)
    kind = "document"

    def __init__(self) -> None:
        super().__init__("")
        self.namespaces: dict[str, str] = {}
        """Prefix → namespace, of every declaration in the document."""

    @property
    def root(self) -> Element:
        return next(self.elements())


class Leaf(TreeNode):
    """A node that holds nothing but its value."""

    __slots__ = ("value",)

    def __init__(self, value: str) -> None:
        super().__init__()
        self.value = value

    def text(self) -> str:
        return self.value


class Attribute(Leaf):
    """An attribute of an element; namespace declarations are none."""

    __slots__ = ("name", "namespace", "prefix")
    kind = "attribute"

    def __init__(self, name: str, value: str, namespace: str = "", prefix: str = "") -> None:
        super().__init__(value)
        self.name = name
        self.namespace = namespace
        self.prefix = prefix


class Declaration(Leaf):
    """A namespace in scope at an element: `name` is its prefix, the value the namespace itself."""

    __slots__ = ("name",)
    kind = "namespace"

    def __init__(self, name: str, value: str, parent: TreeNode) -> None:
        super().__init__(value)
        self.name = name
        self.parent = parent


class Text(Leaf):
    """A run of text between tags."""

    __slots__ = ()
    kind = "text"


class Comment(Leaf):
    """A comment; no part of its element's text."""

    __slots__ = ()
    kind = "comment"


class Instruction(Leaf):
    """A processing instruction."""

    __slots__ = ("name",)
    kind = "instruction"

    def __init__(self, name: str, value: str) -> None:
        super().__init__(value)
        self.name = name


# --- reading XML ---------------------------------------------------------------------------------

DEEPEST_XML = 200
MOST_ELEMENTS = 2_000_000
"""Elements of a document, lists that are left for later not counted: each takes some hundred bytes."""


class XmlRefused(ValueError):
    """The bytes are not XML that this program reads; the message says why (current language)."""


Postpone = Callable[[Element], bool]
"""Whether what is inside an element that just began is left for later."""


class _Reading:
    """One pass of expat over a document."""

    def __init__(self, data: bytes, postpone: Postpone | None, most: int) -> None:
        self.data = data
        self.postpone = postpone
        self.left = most
        """How many elements there may still be."""
        self.document = Document()
        self.open: list[Element] = [self.document]
        self.declared: dict[str, str] = {}
        self.skipped = 0
        """How many elements are open inside one that is left for later."""
        self.begun = 0
        self.later: dict[Element, bytes] = {}
        self.parser = expat.ParserCreate(namespace_separator=" ")

    def run(self) -> None:
        parser = self.parser
        parser.namespace_prefixes = True
        parser.buffer_text = True
        parser.ordered_attributes = True
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.characters
        parser.CommentHandler = lambda text: self.add(Comment(text))
        parser.ProcessingInstructionHandler = lambda name, text: self.add(Instruction(name, text))
        # Asking to be told ends the buffered text: a CDATA section stays a node of its own, as in browsers.
        parser.StartCdataSectionHandler = lambda: None
        parser.EndCdataSectionHandler = lambda: None
        parser.StartNamespaceDeclHandler = self.declare
        parser.StartDoctypeDeclHandler = self.refuse
        parser.EntityDeclHandler = self.refuse
        try:
            parser.Parse(self.data, True)
        except expat.ExpatError as error:
            raise XmlRefused(
                tr("It is not well-formed XML (line {line}: {reason}).", line=error.lineno, reason=str(error))
            ) from error

    @staticmethod
    def qualified(raw: str) -> tuple[str, str, str]:
        """expat gives `uri local prefix`, `uri local`, or `local`."""
        parts = raw.split(" ")
        if len(parts) == 1:
            return parts[0], "", ""
        return parts[1], parts[0], parts[2] if len(parts) > 2 else ""

    def start(self, raw: str, attributes: list[str]) -> None:
        if len(self.open) + self.skipped > DEEPEST_XML:
            raise XmlRefused(tr("Elements are nested more than {limit} deep.", limit=DEEPEST_XML))
        if self.skipped:
            self.skipped += 1
            return
        self.left -= 1
        if self.left < 0:
            raise XmlRefused(tr("It has too many elements."))
        element = Element(*self.qualified(raw))
        for at in range(0, len(attributes), 2):
            local, namespace, prefix = self.qualified(attributes[at])
            element.set_attribute(Attribute(local, attributes[at + 1], namespace, prefix))
        if self.declared:
            element.declare(self.declared)
            self.declared = {}
        self.open[-1].insert(element)
        self.open.append(element)
        if self.postpone is not None and self.postpone(element):
            self.skipped = 1
            self.begun = self.parser.CurrentByteIndex
            self.parser.CharacterDataHandler = None

    def end(self, _raw: str) -> None:
        if self.skipped > 1:
            self.skipped -= 1
            return
        element = self.open.pop()
        if self.skipped:
            # From the `<` of its start tag to the `<` of its end tag; an empty element has no end tag.
            ended = self.parser.CurrentByteIndex
            empty = not self.data.startswith(b"</", ended)
            self.later[element] = b"" if empty else self.data[self.begun : ended]
            self.skipped = 0
            self.parser.CharacterDataHandler = self.characters

    def characters(self, text: str) -> None:
        self.add(Text(text))

    def add(self, node: TreeNode) -> None:
        if not self.skipped:
            self.open[-1].insert(node)

    def declare(self, prefix: str | None, uri: str | None) -> None:
        self.document.namespaces.setdefault(prefix or "", uri or "")
        if not self.skipped:
            self.declared[prefix or ""] = uri or ""

    def refuse(self, *_: object) -> None:
        raise XmlRefused(tr("A document type or entity is declared; forms have none."))


def read_xml(data: bytes, most: int = MOST_ELEMENTS) -> Document:
    """The tree of an XML document of at most so many elements.

    Document types, and with them entities, are refused: `XmlRefused`.
    """
    reading = _Reading(data, None, most)
    reading.run()
    return reading.document


def read_outline(data: bytes, postpone: Postpone) -> tuple[Document, Mapping[Element, bytes]]:
    """Like `read_xml`, with the insides of some elements left for later.

    Those elements stay empty; for each comes a document whose outermost element holds it whole. Everything is
    checked to be well-formed now.
    """
    # Later reading cuts bytes out of the document, which is sound in UTF-8 only.
    written = _ENCODING.match(data)
    plain = written is None or written[1].lower() in (b"utf-8", b"us-ascii")
    plain = plain and not data.startswith((b"\xff\xfe", b"\xfe\xff"))
    reading = _Reading(data, postpone if plain else None, MOST_ELEMENTS)
    reading.run()
    declared = reading.document.namespaces.items()
    names = {f"xmlns:{prefix}" if prefix else "xmlns": uri for prefix, uri in declared if prefix != "xml"}
    begin = "<around" + "".join(f' {name}="{_quoted(uri)}"' for name, uri in names.items()) + ">"

    def whole(element: Element, inside: bytes) -> bytes:
        name = f"{element.prefix}:{element.name}" if element.prefix else element.name
        end = f"</{name}></around>" if inside else f"<{name}/></around>"
        return b"".join([begin.encode(), inside, end.encode()])

    return reading.document, {element: whole(element, inside) for element, inside in reading.later.items()}


_ENCODING = re.compile(rb"""\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']""")


def _quoted(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


# --- walking -------------------------------------------------------------------------------------


def ancestors(node: TreeNode) -> Iterator[TreeNode]:
    """Parent, grandparent, … up to the document."""
    while (parent := node.parent) is not None:
        yield parent
        node = parent


def descendants(node: TreeNode) -> Iterator[TreeNode]:
    """Everything below, in document order; without recursion, since trees may be deep."""
    waiting = list(reversed(node.children))
    while waiting:
        found = waiting.pop()
        yield found
        waiting.extend(reversed(found.children))


def _siblings(node: TreeNode) -> tuple[Sequence[TreeNode], int]:
    if node.parent is None or node.kind in ("attribute", "namespace"):
        return (), 0
    around = node.parent.children
    return around, next(index for index, other in enumerate(around) if other is node)


def _following_siblings(node: TreeNode) -> Iterable[TreeNode]:
    around, at = _siblings(node)
    return around[at + 1 :]


def _preceding_siblings(node: TreeNode) -> Iterable[TreeNode]:
    around, at = _siblings(node)
    return reversed(around[:at])


def _following(node: TreeNode) -> Iterator[TreeNode]:
    if node.kind in ("attribute", "namespace") and node.parent is not None:
        yield from descendants(node.parent)
        node = node.parent
    for level in (node, *ancestors(node)):
        for sibling in _following_siblings(level):
            yield sibling
            yield from descendants(sibling)


def _preceding(node: TreeNode) -> Iterator[TreeNode]:
    if node.kind in ("attribute", "namespace") and node.parent is not None:
        node = node.parent
    for level in (node, *ancestors(node)):
        for sibling in _preceding_siblings(level):
            yield from reversed([sibling, *descendants(sibling)])


def _declarations(node: TreeNode) -> Iterable[TreeNode]:
    """The namespaces in scope at an element, the outermost first; one that is undeclared again is not."""
    if node.kind != "element":
        return ()
    found: dict[str, str] = {}
    for level in reversed((node, *ancestors(node))):
        found.update(level.declared)
    return [Declaration(prefix, uri, node) for prefix, uri in found.items() if uri]


AXES: dict[str, Callable[[TreeNode], Iterable[TreeNode]]] = {
    "child": lambda node: node.children,
    "attribute": lambda node: node.attributes,
    "self": lambda node: (node,),
    "parent": lambda node: () if node.parent is None else (node.parent,),
    "descendant": descendants,
    "descendant-or-self": lambda node: (node, *descendants(node)),
    "ancestor": ancestors,
    "ancestor-or-self": lambda node: (node, *ancestors(node)),
    "following-sibling": _following_siblings,
    "preceding-sibling": _preceding_siblings,
    "following": _following,
    "preceding": _preceding,
    "namespace": _declarations,
}
"""Axis → the nodes along it, nearest first."""

REVERSE_AXES = frozenset({"parent", "ancestor", "ancestor-or-self", "preceding", "preceding-sibling"})


def in_document_order(nodes: Iterable[TreeNode]) -> list[TreeNode]:
    """The same nodes, each once, as they stand in the document."""
    unique = list({_identity(node): node for node in nodes}.values())
    if len(unique) < 2:
        return unique
    places: dict[int, dict[int, int]] = {}

    def key(node: TreeNode) -> tuple[tuple[int, int], ...]:
        steps: list[tuple[int, int]] = []
        while (parent := node.parent) is not None:
            if node.kind == "namespace":
                steps.append(
                    (0, list(parent.declared).index(node.name) if node.name in parent.declared else 0)
                )
            else:
                # Namespaces and attributes stand after their element and before its children.
                inside = node.kind != "attribute"
                group = parent.children if inside else parent.attributes
                seen = places.get(id(group))
                if seen is None:
                    seen = places[id(group)] = {id(child): index for index, child in enumerate(group)}
                # The text of an answer is made when asked for, and may be another by now.
                steps.append((2 if inside else 1, seen.get(id(node), 0)))
            node = parent
        return ((0, id(node)), *reversed(steps))

    return sorted(unique, key=key)


def _identity(node: TreeNode) -> object:
    """What makes two nodes one: namespaces are made anew each time they are asked for."""
    return (id(node.parent), node.name) if node.kind == "namespace" else id(node)
