"""Commands for what travels on paper and in Excel: the unit's self-report, and forms to fill in by hand."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from inspector_app import paths
from inspector_app.cli.arguments import Answer, Arguments, Opened, family, visit_command, visit_named
from inspector_app.domain.errors import FileTrouble, ValueInvalid
from inspector_app.i18n import tr
from inspector_app.services.reporting import write_file
from inspector_app.services.self_report.views import Comparison, ReportedCell, SelfReportPreview
from inspector_app.text import ascii_name, format_number


def add_to(visits: Any) -> None:
    """Add these commands below `visit`."""
    where = tr("a folder, such as a stick, or a file")

    reports = family(visits, "self-report", tr("what the unit reports on itself"))
    command = visit_command(reports, "export", _export, tr("write the blank Excel form for the unit"))
    command.add_argument("target", type=Path, help=where)
    command.add_argument(
        "--before-visit", action="store_true",
        help=tr("there is no visit yet: the first argument is the code of the commune"),
    )  # fmt: skip
    command = visit_command(reports, "import", _import, tr("show what a filled form holds, and take it"))
    command.add_argument("file", type=Path, help=tr("the Excel workbook that came back"))
    command.add_argument("--decide", action="append", default=[], metavar="CELL=VALUE",
                         help=tr("what a doubtful cell means, as listed"))  # fmt: skip
    command.add_argument("--confirm", action="store_true", help=tr("the file is the right one all the same"))
    command.add_argument("--take", action="store_true", help=tr("take it; without this it is only shown"))
    visit_command(reports, "compare", _compare, tr("set the unit's report beside what the team found"))
    visit_command(reports, "take-back", _take_back, tr("undo the last taking of a self-report"))

    words = tr("write the filled checklist as an XForms submission, with its files")
    command = visit_command(visits, "submission", _submission, words)
    command.add_argument("folder", type=Path, help=tr("where the files go"))
    words = tr("write forms to be filled in by hand, as PDF")
    command = visit_command(visits, "blank-form", _blank_form, words)
    command.add_argument("target", type=Path, help=where)
    command.add_argument(
        "--area", action="append", default=[], help=tr("one area of the checklist; all if left out")
    )
    command.add_argument("--filled", action="store_true", help=tr("with the answers there are"))
    command.add_argument("--large", action="store_true", help=tr("in large letters"))
    command.add_argument(
        "--dossiers", type=int, metavar="COUNT", help=tr("so many blank dossier forms instead")
    )
    command.add_argument(
        "--sample", action="store_true",
        help=tr("the form of every dossier of the sample, with what is known of it"),
    )  # fmt: skip


# --- the self-report ------------------------------------------------------------------------------


def _export(arguments: Arguments) -> Answer:
    with Opened(arguments) as workbench:
        reports = workbench.self_reports
        if arguments.before_visit:
            file = reports.write_form_of(arguments.visit, arguments.target)
        else:
            file = reports.write_form(visit_named(workbench, arguments.visit), arguments.target)
    return {"file": file}, [tr("The form was written to {file}.", file=file)]


def _import(arguments: Arguments) -> Answer:
    with Opened(arguments) as workbench:
        visit = visit_named(workbench, arguments.visit)
        preview = workbench.self_reports.preview(visit, arguments.file)
        chosen = _chosen(arguments.decide, preview)
        saved = None
        if arguments.take:
            saved = workbench.self_reports.accept(visit, preview, chosen, confirmed=arguments.confirm)
    done: list[str] = []
    if saved is not None:
        count = sum(touched.kind == "answer" for touched in saved.what)
        done.append(
            tr("Taken: {count} items changed. “visit self-report take-back” undoes it.", count=count)
            if count
            else tr("Everything in it was known already; nothing was changed.")
        )
    return {"preview": preview, "saved": saved}, [*_preview_lines(preview), *done]


def _chosen(parts: Iterable[str], preview: SelfReportPreview) -> dict[str, str]:
    """Cell → meaning, each given in words or as it is kept."""
    cells = {cell.key: cell for cell in preview.cells}
    chosen: dict[str, str] = {}
    for part in parts:
        key, _, words = part.partition("=")
        meanings = cells[key].meanings if key in cells else ()
        found = [meaning.stored for meaning in meanings if words.strip() in (meaning.stored, meaning.words)]
        if not found:
            raise ValueInvalid(field="--decide", reason=tr("say CELL=VALUE, both as listed"))
        chosen[key] = found[0]
    return chosen


def _compare(arguments: Arguments) -> Answer:
    with Opened(arguments) as workbench:
        compared = workbench.self_reports.compare(visit_named(workbench, arguments.visit))
    return compared, _comparison_lines(compared)


def _take_back(arguments: Arguments) -> Answer:
    with Opened(arguments) as workbench:
        saved = workbench.self_reports.take_back(visit_named(workbench, arguments.visit))
    return saved, [tr("The self-report was taken back; what was changed since stays.")]


# --- words ----------------------------------------------------------------------------------------


def _preview_lines(preview: SelfReportPreview) -> Iterable[str]:
    words = {
        "new": tr("new"),
        "changed": tr("changed"),
        "doubtful": tr("decide"),
        "refused": tr("refused"),
        "disputed": tr("in dispute"),
    }
    yield f"{preview.unit} · {preview.file}"
    for doubt in preview.doubts:
        yield f"  ? {doubt}"
    for caution in preview.cautions:
        yield f"  ! {caution}"
    for cell in preview.cells:
        if cell.state != "same":
            yield f"  {words[cell.state]:9} {cell.key:12} {cell.place}: {_meant(cell)}"
            yield from (f"            {line}" for line in (cell.why, cell.not_answer) if line)
    same = len(preview.of("same"))
    if same:
        yield "  " + tr("{count} cells say what is known already.", count=same)


def _meant(cell: ReportedCell) -> str:
    meant = " | ".join(meaning.words for meaning in cell.meanings) or cell.text
    before = f"{cell.before} → " if cell.before else ""
    return f"{before}{meant}".replace("\n", " ")


def _comparison_lines(compared: Comparison) -> Iterable[str]:
    told = [item for item in compared.items if item.self_points is not None or item.reported]
    if not told:
        yield tr("The unit has reported nothing yet.")
    for item in told:
        points = (item.self_points, item.points, item.difference)
        shown = " · ".join("–" if number is None else format_number(number) for number in points)
        sides = " | ".join(part or "–" for part in (item.reported, item.found))
        gap = (
            tr(" · off by {gap} points of percent", gap=format_number(item.gap, 2))
            if item.wide and item.gap
            else ""
        )
        yield f"  {item.code:6} {shown:24} {sides}{gap}"
    if compared.overstated and compared.wide:
        yield tr(
            "{count} rates are off by more than 5 points of percent; {item} holds {now}.",
            count=len(compared.wide),
            item=compared.overstated,
            now=compared.overstated_now or "–",
        )


# --- forms on paper -------------------------------------------------------------------------------


def _submission(arguments: Arguments) -> Answer:
    """`submission.xml` and the files that its answers name, as ODK lays them down."""
    with Opened(arguments) as workbench:
        visit = visit_named(workbench, arguments.visit)
        files = {"submission.xml": workbench.checklists.submission(visit)}
        for value in workbench.evidence.answers(visit):
            content = workbench.evidence.get(value)
            if content is not None:
                files[value] = content
    try:
        arguments.folder.mkdir(exist_ok=True)
        for name, content in files.items():
            paths.write_whole(arguments.folder / name, content)
    except OSError as error:
        raise FileTrouble(file=arguments.folder, reason=error.strerror or str(error)) from error
    return {"folder": arguments.folder, "files": sorted(files)}, [
        tr("{count} files written to {folder}.", count=len(files), folder=arguments.folder)
    ]


def _blank_form(arguments: Arguments) -> Answer:
    with Opened(arguments) as workbench:
        visit = visit_named(workbench, arguments.visit)
        forms, unit = workbench.paper_forms, workbench.visits.get(visit).unit
        if arguments.sample or arguments.dossiers is not None:
            rows = workbench.dossiers.list(visit) if arguments.sample else ()
            blank = max(arguments.dossiers or 0, 0 if rows else 1)
            paper = forms.dossiers(visit, [row.id for row in rows], blank=blank, large=arguments.large)
            name = f"Phieu ho so {unit}"
        else:
            paper = forms.checklist(visit, arguments.area, filled=arguments.filled, large=arguments.large)
            name = f"Bang kiem {unit} {' '.join(arguments.area)}"
    target: Path = arguments.target
    file = target / f"{ascii_name(name)}.pdf" if target.is_dir() else target
    write_file(file, paper.pdf())
    return {"file": file}, [tr("The form was written to {file}.", file=file)]
