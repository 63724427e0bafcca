"""Checklists in the workspace: imported from a workbook, kept as XForms by digest, parsed once.

A template is what a form *says* beyond the questions: which of them are items, by which rule each is scored,
what evidence and law stand behind it. A visit is pinned to a template's digest for good.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from decimal import Decimal
from functools import cached_property
from pathlib import Path

from inspector_app import paths
from inspector_app.domain.errors import FilePresent, FileTrouble, TemplateUnknown
from inspector_app.domain.records import Visit
from inspector_app.domain.rules import Rule, parse_rule, rounded
from inspector_app.domain.scoring import Band, Cap, parse_bands, parse_cap
from inspector_app.forms.form import Definition, Form
from inspector_app.forms.languages import closest
from inspector_app.forms.sheet import Sheet
from inspector_app.i18n import tr
from inspector_app.services.desk import Desk
from inspector_app.services.views import TemplateReport, TemplateRow
from inspector_app.storage.workspace import StoredTemplate
from inspector_app.text import format_figure

CHECKLIST, DOSSIER = "cchc_xa", "ho_so"
"""The form ids of the two forms that a visit uses, and the names of the workbooks shipped."""


_UNSCORED = parse_rule("khong_cham", "", "")
"""What a question without a rule of ours is judged by: not at all."""


@dataclass(frozen=True)
class Item:
    """An item of a checklist: a question or a group of questions that one rule judges."""

    definition: Definition
    area: str
    rule: Rule
    leaves: tuple[Definition, ...]
    """The questions that make up the answer, computed ones included."""
    labels: Mapping[str, str]
    """What questions and choices of the item are called, by name."""

    @property
    def code(self) -> str:
        """The item's name in the form, which is its code on paper."""
        return self.definition.name

    @property
    def names(self) -> tuple[str, ...]:
        """Itself and its questions."""
        return (self.code, *(leaf.name for leaf in self.leaves))

    @property
    def repeats(self) -> bool:
        """Whether it is a repeat, whose answers are the questions of its instances."""
        return self.definition.repeats

    @property
    def single(self) -> bool:
        """Whether the answer is one value rather than several by name."""
        return self.leaves == (self.definition,)

    def attribute(self, name: str) -> str:
        """One of our own columns, "" where the cell was empty."""
        return self.definition.attributes.get(name, "")

    @property
    def max_points(self) -> Decimal | None:
        """The most that the item can earn; None where it is not scored."""
        text = self.attribute("max_points")
        return Decimal(text.replace(",", ".")) if text and self.rule.effect != "none" else None


@dataclass(frozen=True)
class Template:
    """A form with its meaning."""

    form: Form

    @cached_property
    def items(self) -> Mapping[str, Item]:
        """The items by code, in the form's order."""
        blank = self.blank()
        return {
            definition.name: _item(definition, top.name if top.children and not top.repeats else "", blank)
            for top in self.form.root.children
            for definition in _items_below(top)
        }

    @cached_property
    def areas(self) -> tuple[str, ...]:
        """The names of the top groups that hold items, in the form's order; "" for what stands outside."""
        return tuple(dict.fromkeys(item.area for item in self.items.values()))

    @cached_property
    def _item_of(self) -> Mapping[str, str]:
        return {name: code for code, item in self.items.items() for name in item.names}

    def item_of(self, key: str) -> str | None:
        """The item that a key of the sheet belongs to: its own, a question's, or one inside its instances."""
        return self._item_of.get(key.partition("[")[0])

    @cached_property
    def _by_token(self) -> Mapping[str, Definition]:
        return {self.form.token(definition): definition for definition in self.form.definitions}

    def definition_of(self, key: str) -> Definition | None:
        """What a key of the sheet names, whether its instance is there or not; of an instance the repeat."""
        return self._by_token.get(key.rpartition("]/")[2].partition("[")[0])

    @cached_property
    def bands(self) -> tuple[Band, ...]:
        """How an index is named."""
        text = self.form.attributes.get("bands", "")
        return parse_bands(text) if text else ()

    @cached_property
    def cap(self) -> Cap | None:
        """The bounds of the index."""
        return parse_cap(self.form.attributes.get("cap", ""))

    def blank(self) -> Sheet:
        """An empty sheet of the form, with numbers in its texts as people write them."""
        return sheet_of(self.form)

    def prove(self) -> None:
        """Read every rule now, and not only at a visit. Raises RuleProblem."""
        _ = self.items, self.bands, self.cap


def sheet_of(form: Form) -> Sheet:
    """An empty sheet of a form, with numbers in its texts as people write them."""
    return Sheet(form, figure=format_figure)


def speak(sheet: Sheet, language: str) -> bool:
    """Let a sheet speak a language, or where its form has it not, the first; False where it does already."""
    spoken = closest(language, sheet.form.languages) or sheet.form.default_language
    if spoken == sheet.language:
        return False
    sheet.speak(spoken)
    return True


def _items_below(definition: Definition) -> list[Definition]:
    """What is answered as one: what a rule judges, a repeat as a whole, and any other question by itself."""
    if "rule" in definition.attributes or definition.repeats:
        return [definition]
    if definition.is_leaf:
        # The head of a table (`label`) shows choices over its rows and asks nothing; its title is a note.
        head = "label" in definition.appearance.split() or is_table_title(definition)
        return [definition] if definition.kind in ("question", "note") and not head else []
    return [item for child in definition.children for item in _items_below(child)]


def is_table_title(definition: Definition) -> bool:
    """Whether a note is the title of a `table-list` group, which the conversion takes from the group."""
    return definition.kind == "note" and definition.name.startswith("generated_table_list_label_")


def _questions(definition: Definition) -> list[Definition]:
    if not definition.children:
        return [definition]
    return [leaf for child in definition.children for leaf in _questions(child)]


def _item(definition: Definition, area: str, blank: Sheet) -> Item:
    if definition.repeats:
        return Item(definition, area, _UNSCORED, (), {})
    leaves = (definition,) if definition.is_leaf else tuple(_questions(definition))
    nodes = [blank.node(leaf.name) for leaf in leaves]
    choices = [choice for node in nodes for choice in node.choices]
    attributes = definition.attributes
    options = {choice.name: choice.attributes.get("diem", "") for choice in choices}
    rule = _UNSCORED
    if "rule" in attributes:
        points = attributes.get("max_points", "")
        rule = parse_rule(attributes["rule"], attributes.get("params", ""), points, options or None)
    labels = {node.key: node.label for node in nodes} | {choice.name: choice.label for choice in choices}
    return Item(definition, area, rule, leaves, labels)


def check(file: Path) -> TemplateReport:
    """Check a workbook without keeping it. Raises TemplateRefused with all problems at once, FileTrouble."""
    return _compile(file)[0]


def read_form(file: Path) -> Form:
    """The form that a workbook makes. Raises TemplateRefused with all problems at once, FileTrouble."""
    _, stored = _compile(file)
    return Form.parse(stored.xform, stored.files)


def blank(file: Path) -> None:
    """Write a small checklist as a workbook to begin from. Raises FilePresent, FileTrouble."""
    from inspector_app.forms import book

    content = book.write(book.starter(), datetime.now(UTC).replace(microsecond=0))
    try:
        with file.open("xb") as target:
            target.write(content)
    except FileExistsError as error:
        raise FilePresent(file=file) from error
    except OSError as error:
        raise FileTrouble(file=file, reason=error.strerror or str(error)) from error


def _compile(file: Path) -> tuple[TemplateReport, StoredTemplate]:
    from inspector_app.forms.workbook import read_workbook

    try:
        compiled = read_workbook(file, file.name)
    except OSError as error:
        raise FileTrouble(file=file.name, reason=error.strerror or str(error)) from error
    template = Template(Form.parse(compiled.xform, compiled.files))
    form = template.form
    areas = tuple((area.code, area.items, rounded(area.points)) for area in compiled.areas)
    report = TemplateReport(
        digest=form.digest,
        form_id=form.form_id,
        version=form.version,
        title=form.title,
        items=len(template.items),
        points=rounded(compiled.points),
        areas=areas,
        warnings=tuple(str(warning) for warning in compiled.warnings),
    )
    stored = StoredTemplate(
        form.digest, form.form_id, form.version, form.title, compiled.xform, compiled.files
    )
    return report, stored


def _row(digest: str, template: Template, used_by: int) -> TemplateRow:
    items = template.items.values()
    points = sum((item.max_points or Decimal(0) for item in items if item.rule.effect == "base"), Decimal(0))
    return TemplateRow(
        digest=digest,
        form_id=template.form.form_id,
        version=template.form.version,
        title=template.form.title,
        items=len(template.items),
        points=points,
        used_by=used_by,
    )


class Templates:
    """The checklists that this workspace holds."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._parsed: dict[str, Template] = {}
        self._considered: dict[str, StoredTemplate] = {}

    def publish(self, file: Path) -> TemplateReport:
        """Check a workbook, make it an XForm and keep it for new visits.

        Raises TemplateRefused with all problems at once, FileTrouble; nothing is kept then.
        """
        report, stored = _compile(file)
        called = (stored.form_id, stored.version)
        others = [
            held
            for held in self._desk.workspace.templates()
            if (held.form_id, held.version) == called and held.digest != stored.digest
        ]
        self._desk.workspace.add_template(stored)
        if not others:
            return report
        same = tr(
            "Another checklist has the version {version} too; give a changed one a new version.",
            version=stored.version,
        )
        return replace(report, warnings=(*report.warnings, same))

    def consider(self, file: Path) -> TemplateReport:
        """Check a workbook and remember it, unkept, so that it can be looked at by its digest.

        Raises TemplateRefused with all problems at once, FileTrouble.
        """
        report, stored = _compile(file)
        self._parsed[stored.digest] = Template(Form.parse(stored.xform, stored.files))
        self._considered = {stored.digest: stored}
        return report

    def take_over(self, other: "Templates", digest: str) -> None:
        """Keep a checklist that another workspace keeps or considers. Raises TemplateUnknown."""
        self._parsed[digest] = other.get(digest)
        self._desk.workspace.add_template(other._stored(digest))

    def media(self, digest: str, name: str) -> bytes | None:
        """A picture, a sound or a film that a checklist came with; None where it is not here."""
        return self._desk.workspace.template_file(digest, name)

    def latest(self, form_id: str) -> StoredTemplate:
        """The last imported checklist of this id; the shipped one where there is none yet."""
        held = [stored for stored in self._desk.workspace.templates() if stored.form_id == form_id]
        if held:
            return held[-1]
        _, shipped = _compile(paths.resources() / "checklists" / f"{form_id}.xlsx")
        self._desk.workspace.add_template(shipped)
        return shipped

    def list(self) -> tuple[TemplateRow, ...]:
        """All checklists of this workspace, the last published first."""
        visits = [found.record for found in self._desk.workspace.projections.all(Visit)]
        pinned = [digest for visit in visits for digest in (visit.template, visit.dossier_template)]
        return tuple(
            _row(stored.digest, self.get(stored.digest), pinned.count(stored.digest))
            for stored in reversed(self._desk.workspace.templates())
        )

    def get(self, digest: str) -> Template:
        """The parsed checklist with this digest. Raises TemplateUnknown."""
        if digest not in self._parsed:
            stored = self._stored(digest)
            self._parsed[digest] = Template(Form.parse(stored.xform, stored.files))
        return self._parsed[digest]

    def _stored(self, digest: str) -> StoredTemplate:
        stored = self._desk.workspace.template(digest) or self._considered.get(digest)
        if stored is None:
            raise TemplateUnknown(template=digest[:8])
        return stored

    def find(self, text: str) -> Template:
        """The checklist with this version, or whose digest begins so; the last published of several.

        Raises TemplateUnknown.
        """
        held = [t for t in self._desk.workspace.templates() if text and t.digest.startswith(text)]
        held = held or [t for t in self._desk.workspace.templates() if t.version == text]
        if not held:
            raise TemplateUnknown(template=text)
        return self.get(held[-1].digest)
