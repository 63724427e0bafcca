"""Commands for checklists: Excel workbooks are checked, published, compared and given out."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from inspector_app.cli.arguments import Answer, Arguments, Opened, command_below, family
from inspector_app.cli.trust import written
from inspector_app.forms.comparison import Comparison, compare, described
from inspector_app.i18n import tr
from inspector_app.services.templates import blank, read_form
from inspector_app.services.templates import check as check_template
from inspector_app.services.views import TemplateReport
from inspector_app.text import format_number


def add_to(commands: Any) -> None:
    """Add the family of commands."""
    templates = family(commands, "template", tr("checklists as Excel workbooks"))
    words = tr("check a workbook and list every problem")
    command = command_below(templates, "check", _check, words, workspace=False)
    command.add_argument("file", type=Path, help=tr("the Excel workbook"))
    command = command_below(templates, "publish", _publish, tr("keep a workbook for new visits"))
    command.add_argument("file", type=Path, help=tr("the Excel workbook"))
    words = tr("say in words what differs between two checklists")
    command = command_below(templates, "diff", _diff, words)
    one = tr("a workbook, or the version or digest of a published checklist")
    command.add_argument("old", help=one)
    command.add_argument("new", help=one)
    words = tr("write a small checklist to begin from")
    command = command_below(templates, "blank", _blank, words, workspace=False)
    command.add_argument("file", type=Path, help=tr("the Excel workbook to write"))

    command = command_below(templates, "give", _give, tr("write checklists for other laptops"))
    command.add_argument("target", type=Path, help=tr("a folder, such as a stick, or a file"))
    command.add_argument("checklists", nargs="+", help=tr("the versions or digests of published checklists"))


def _check(arguments: Arguments) -> Answer:
    report = check_template(arguments.file)
    return report, _lines(report)


def _publish(arguments: Arguments) -> Answer:
    with Opened(arguments) as workbench:
        report = workbench.templates.publish(arguments.file)
    return report, [*_lines(report), tr("New visits use it from now on.")]


def _diff(arguments: Arguments) -> Answer:
    if all(map(_is_workbook, (arguments.old, arguments.new))):
        old, new = (read_form(Path(name)) for name in (arguments.old, arguments.new))
    else:
        with Opened(arguments) as workbench:
            old, new = (
                read_form(Path(name)) if _is_workbook(name) else workbench.templates.find(name).form
                for name in (arguments.old, arguments.new)
            )
    comparison = compare(old, new)
    return _difference(comparison), described(comparison)


def _is_workbook(name: str) -> bool:
    return name.casefold().endswith(".xlsx") or Path(name).is_file()


def _blank(arguments: Arguments) -> Answer:
    blank(arguments.file)
    written = tr("The checklist was written to {file}.", file=arguments.file)
    return {"file": arguments.file}, [written, tr("Change it in Excel, then check and publish it.")]


def _give(arguments: Arguments) -> Answer:
    with Opened(arguments) as workbench:
        digests = [workbench.templates.find(name).form.digest for name in arguments.checklists]
        report = workbench.handover.give_templates(digests, arguments.target)
    return report, written(report)


# --- words ---------------------------------------------------------------------------------------


def _lines(report: TemplateReport) -> Iterable[str]:
    yield f"{report.title} ({report.form_id} {report.version}, {report.digest[:8]})"
    yield tr("{items} items, {points} points", items=report.items, points=format_number(report.points))
    for name, items, points in report.areas:
        yield f"  {name:4} {items:3}  {format_number(points)}"
    for warning in report.warnings:
        yield f"  ! {warning}"


def _difference(comparison: Comparison) -> dict[str, object]:
    """What differs, as plain values."""
    return {
        **{
            side: {"form_id": f.form_id, "version": f.version, "title": f.title, "digest": f.digest}
            for side, f in (("old", comparison.old), ("new", comparison.new))
        },
        "settings": [change.text for change in comparison.settings],
        "areas": [area for area in comparison.areas if area.before != area.after],
        "questions": [
            {
                **{
                    name: getattr(entry, name) for name in ("key", "label", "verdict", "area", "item", "twin")
                },
                "required": entry.required,
                "changes": [change.text for change in entry.changes],
            }
            for entry in comparison.by_importance
        ],
    }
