"""Submissions: a filled form as the XML that other programs receive, and reading one back.

ODK Central and KoboToolbox take the form's own instance, without what is not relevant, with an id of its own
in `meta`. Read back, it stands in for the instance that the form came with; what it leaves out keeps the
form's defaults, since that is what was not relevant when it was written.
"""

from collections.abc import Iterator
from xml.sax.saxutils import escape

from inspector_app.forms.form import JAVAROSA, XFORMS, Definition, Form
from inspector_app.forms.nodes import Node
from inspector_app.forms.tree import Element, TreeNode, XmlRefused, read_xml
from inspector_app.i18n import tr

LARGEST = 20_000_000
"""Bytes of a submission: more than the largest form holds."""

MOST_ELEMENTS = 400_000
"""Elements of a submission: twice what a sheet holds."""

REVISED = "deprecatedID"
"""Where a revision names the submission that it revises."""


class SubmissionRefused(ValueError):
    """The bytes are no submission of this form; the message says why (current language)."""


def write_submission(root: Node) -> bytes:
    """The answers below `root`, without what is not relevant."""
    prefixes = {
        node.prefix: node.namespace
        for inner in root.subtree()
        for node in (inner, *inner.attributes)
        if node.prefix and node.namespace != JAVAROSA
    }
    attributes = {f"xmlns:{prefix}": uri for prefix, uri in prefixes.items()}
    if root.namespace not in ("", XFORMS):
        attributes["xmlns"] = root.namespace
    lines: list[str] = []
    _write(root, attributes, lines)
    return "".join(lines).encode("utf-8")


def _write(node: Node, attributes: dict[str, str], lines: list[str]) -> None:
    attributes |= {_qualified(attribute): attribute.text() for attribute in node.attributes}
    name = _qualified(node)
    lines.append("<" + name)
    lines.extend(f' {key}="{escape(value, _QUOTES)}"' for key, value in attributes.items())
    inner = [child for child in node.inner if child.relevant]
    if inner:
        lines.append(">")
        for child in inner:
            _write(child, {}, lines)
        lines.append(f"</{name}>")
    elif node.leaf and (text := node.text()):
        lines.append(f">{escape(text, _LINES)}</{name}>")
    else:
        lines.append("/>")


_LINES = {"\r": "&#13;"}
_QUOTES = {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}


def _qualified(node: TreeNode) -> str:
    return f"{node.prefix}:{node.name}" if node.prefix else node.name


def read_submission(form: Form, content: bytes) -> Element:
    """The instance that a submission of `form` holds; `SubmissionRefused` if it is none of this form."""
    if len(content) > LARGEST:
        raise SubmissionRefused(tr("It is larger than {limit} bytes.", limit=LARGEST))
    try:
        root = read_xml(content, MOST_ELEMENTS).root
    except XmlRefused as refused:
        raise SubmissionRefused(str(refused)) from refused
    if root.name != form.primary.name:
        raise SubmissionRefused(
            tr("It holds “{found}” and not “{wanted}”.", found=root.name, wanted=form.primary.name)
        )
    identity = root.attribute("id")
    if identity is not None and identity != form.form_id:
        raise SubmissionRefused(
            tr("It belongs to the form “{found}” and not to “{wanted}”.", found=identity, wanted=form.form_id)
        )
    return root


def revision_mark(form: Form) -> Definition | None:
    """The definition of the node that names the submission revised; None if the form has one of its own."""
    meta = next(iter(form.root.named("meta")), None)
    if meta is None or meta.named(REVISED):
        return None
    identity = next(iter(meta.named("instanceID")), None)
    if identity is None:
        return None
    template = Element(REVISED, identity.template.namespace, identity.template.prefix)
    mark = Definition(REVISED, f"{meta.path}/{REVISED}", "meta", template)
    object.__setattr__(mark, "parent", meta)
    return mark


def unknown_elements(form: Form, root: Element) -> Iterator[str]:
    """The paths in a submission that the form has no place for."""
    waiting: list[tuple[Element, Definition]] = [(root, form.root)]
    while waiting:
        element, definition = waiting.pop()
        for child in element.elements():
            places = definition.named(child.name)
            if places:
                waiting.append((child, places[0]))
            elif child.name != REVISED:
                yield f"{definition.path}/{child.name}"
