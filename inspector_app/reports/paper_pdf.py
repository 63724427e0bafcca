"""Forms to be filled in by hand, as PDF.

Lines are grey and thin, so that what is written on them stands out; a row is a question, and a row is never
broken unless it is taller than a page. The number of pages stands on every page, so a form is laid out twice:
once to count them. The bytes depend on nothing but the forms.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from io import BytesIO
from typing import Any, Final, Literal
from xml.sax.saxutils import escape

from reportlab.lib.colors import Color, black
from reportlab.lib.enums import TA_CENTER, TA_LEFT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    CondPageBreak,
    Flowable,
    NextPageTemplate,
    PageBreak,
    Paragraph,
    Spacer,
)
from reportlab.platypus import Table as Grid

from inspector_app.reports.document import Page, printable
from inspector_app.reports.paper import (
    Beside,
    Blank,
    Blanks,
    Checks,
    PaperForm,
    PaperForms,
    Part,
    Place,
    Question,
    Ticks,
    Words,
    Writing,
)
from inspector_app.reports.paper_marks import BOX_WIDTH, LEADING, Dots, NumberBox, TickBox
from inspector_app.reports.pdf import FAMILY, GREY, LINE, Sheets, face

PAPER: Final = Page(top=18, bottom=15, left=20, right=12)
"""Room at the left for the punch, and everywhere else as little as printers allow."""

_RULE: Final = Color(0.72, 0.72, 0.72)
_SHADE: Final = Color(0.93, 0.93, 0.93)
_GAP: Final = 1.2 * mm
_MOST_LINES_BESIDE: Final = 12
"""Longer words stand below their label, as wide as the column."""

Command = tuple[str, tuple[int, int], tuple[int, int], *tuple[Any, ...]]


def render_forms(forms: PaperForms) -> bytes:
    """The forms as PDF, each beginning on a new page; the same forms always give the same bytes."""
    _, totals = _lay_out(forms, {})
    file, _ = _lay_out(forms, totals)
    return file


def _lay_out(forms: PaperForms, totals: dict[str, int]) -> tuple[bytes, dict[str, int]]:
    """The file, and how many pages each form has; `totals` are the numbers to print."""
    file = BytesIO()
    template = _Template(file, forms, totals)
    press = _Press(forms.size, PAPER.text_width * mm)
    story: list[Flowable] = []
    for number, form in enumerate(forms.forms):
        story.append(NextPageTemplate(str(number)))
        if number:
            story.append(PageBreak())
        story += press.form(form)
    template.build(story)
    return file.getvalue(), template.pages


class _Template(Sheets):
    """The paper: the head with the page number, the foot with the version of the form."""

    def __init__(self, file: BytesIO, forms: PaperForms, totals: dict[str, int]) -> None:
        self._forms, self._totals = forms, totals
        super().__init__(
            file,
            PAPER,
            map(str, range(len(forms.forms))),
            title=printable(forms.title),
            author=printable(forms.author),
            size=forms.size,
        )

    def furnish(self, canvas: Canvas, part: str) -> None:
        number, form = self.pages[part], self._forms.forms[int(part)]
        left, right = PAPER.left * mm, (PAPER.width - PAPER.right) * mm
        top, bottom = (PAPER.height - PAPER.top * 0.6) * mm, PAPER.bottom * 0.5 * mm
        canvas.saveState()
        canvas.setFont(FAMILY, 9)
        counted = f"Trang {number}/{self._totals.get(part, number)}"
        room = right - left - pdfmetrics.stringWidth(counted, FAMILY, 9) - 12
        canvas.drawString(left, top, _shortened(printable(form.head), room))
        canvas.drawRightString(right, top, counted)
        canvas.setStrokeColor(_RULE)
        canvas.line(left, top - 4, right, top - 4)
        canvas.setFont(FAMILY, 8)
        canvas.setFillColor(GREY)
        canvas.drawString(left, bottom, _shortened(printable(form.foot), right - left))
        canvas.restoreState()


def _shortened(words: str, room: float) -> str:
    """As much of the words as fits on one line."""
    if pdfmetrics.stringWidth(words, FAMILY, 9) <= room:
        return words
    while words and pdfmetrics.stringWidth(f"{words}…", FAMILY, 9) > room:
        words = words[:-1]
    return f"{words.rstrip()}…"


# --- what is set ---------------------------------------------------------------------------------


class _Press:
    """Sets forms in letters of one size, as wide as the paper allows."""

    def __init__(self, size: float, width: float) -> None:
        self._size, self._width = size, width
        self._line = size * 1.75
        """Height of a line that a hand writes on."""

    # --- letters -----------------------------------------------------------------------------------

    @staticmethod
    def _style(
        size: float, *, bold: bool = False, italic: bool = False, align: Literal[0, 1] = TA_LEFT
    ) -> ParagraphStyle:
        return ParagraphStyle(
            "paper",
            fontName=face(bold=bold, italic=italic),
            fontSize=size,
            leading=size * LINE * LEADING,
            alignment=align,
            bulletFontName=FAMILY,
        )

    @cached_property
    def _text(self) -> ParagraphStyle:
        return self._style(self._size)

    @cached_property
    def _bold(self) -> ParagraphStyle:
        return self._style(self._size, bold=True)

    @cached_property
    def _small(self) -> ParagraphStyle:
        return self._style(self._size - 2, italic=True)

    @cached_property
    def _centred(self) -> ParagraphStyle:
        return self._style(self._size - 1, bold=True, align=TA_CENTER)

    @cached_property
    def _title(self) -> ParagraphStyle:
        return self._style(self._size + 3, bold=True, align=TA_CENTER)

    @staticmethod
    def _say(words: str, style: ParagraphStyle) -> list[Flowable]:
        """Words as a paragraph; without words nothing, for which a column may be too narrow."""
        markup = escape(printable(words)).replace("\n", "<br/>")
        return [Paragraph(markup, style)] if markup else []

    def _long(self, words: str) -> float:
        return pdfmetrics.stringWidth(printable(words), FAMILY, self._size)

    # --- the form ----------------------------------------------------------------------------------

    def form(self, form: PaperForm) -> Iterator[Flowable]:
        """Everything of a form in its order."""
        yield from self._say(form.title, self._title)
        yield Spacer(0, 2 * mm)
        if form.facts:
            yield self._blanks(Blanks(form.facts, 2), self._width)
        for part in form.body:
            yield CondPageBreak(40 * mm)
            table = self._part(part) if isinstance(part, Part) else self._checks(part)
            table.spaceBefore = 2.5 * mm
            yield table

    def _part(self, part: Part) -> Flowable:
        widths = self._columns(part)
        inside = widths[1] - 8
        rows: list[list[object]] = [self._part_head(part)]
        for question in part.questions:
            rows.append(
                [
                    self._say(question.code, self._bold),
                    [*self._say(question.text, self._text), *self._placed(question, inside)],
                    self._aside(question, widths[2] - 8),
                ]
            )
        commands: list[Command] = [
            ("BACKGROUND", (0, 0), (-1, 0), _SHADE),
            ("SPAN", (0, 0), (1, 0)),
            ("ALIGN", (2, 0), (2, -1), "RIGHT"),
        ]
        return self._ruled(rows, widths, commands)

    def _columns(self, part: Part) -> tuple[float, float, float]:
        """Widths for the codes, the questions, and what stands at the right edge."""
        codes = max((self._long(question.code) for question in part.questions), default=0) * 1.15 + 10
        codes = min(codes, self._width / 4) if codes > 10 else 8
        asides = [question.aside for question in part.questions if question.aside]
        boxes = [self._long(each.label) + BOX_WIDTH + 16 for each in asides if isinstance(each, Blank)]
        words = [self._long(each) + 12 for each in asides if isinstance(each, str)]
        aside = min(max([17 * mm if part.aside else 8, *boxes, *words]), self._width / 3)
        return codes, self._width - codes - aside, aside

    def _part_head(self, part: Part) -> list[object]:
        title = [*self._say(part.title, self._bold), *self._say(part.below, self._small)]
        return [title, "", self._say(part.aside, self._centred)]

    def _aside(self, question: Question, width: float) -> list[Flowable]:
        if isinstance(question.aside, Blank):
            return [self._boxed(question.aside, width)]
        return self._say(question.aside, self._style(self._size, align=TA_CENTER))

    def _checks(self, checks: Checks) -> Flowable:
        narrow = max(self._long(word) for answer in checks.answers for word in answer.split()) + 9
        codes = max((self._long(row.code) for row in checks.rows), default=0) * 1.15 + 10
        rest = self._width - codes - narrow * len(checks.answers)
        widths = [codes, rest * 0.66, *([narrow] * len(checks.answers)), rest * 0.34]
        heads = [self._say(answer, self._centred) for answer in checks.answers]
        rows: list[list[object]] = [
            [self._say(checks.title, self._bold), "", *heads, self._say(checks.note, self._centred)]
        ]
        for row in checks.rows:
            boxes = [TickBox(self._size, ticked=row.ticked == place) for place in range(len(checks.answers))]
            note = self._say(row.note, self._style(self._size - 1))
            rows.append([self._say(row.code, self._bold), self._say(row.text, self._text), *boxes, note])
        last = len(checks.answers) + 1
        commands: list[Command] = [
            ("BACKGROUND", (0, 0), (-1, 0), _SHADE),
            ("SPAN", (0, 0), (1, 0)),
            ("ALIGN", (2, 0), (last, -1), "CENTER"),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            *(("LINEBEFORE", (column, 0), (column, -1), 0.5, _RULE) for column in range(2, last + 2)),
        ]
        return self._ruled(rows, widths, commands)

    def _ruled(
        self, rows: list[list[object]], widths: Sequence[float], commands: Iterable[Command]
    ) -> Flowable:
        """A table whose first row stands again on every page, and whose rows do not break."""
        grid = Grid(
            rows,
            colWidths=widths,
            repeatRows=1,
            style=[
                ("FONTNAME", (0, 0), (-1, -1), FAMILY),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("BOX", (0, 0), (-1, -1), 0.7, black),
                ("LINEBELOW", (0, 0), (-1, -1), 0.5, _RULE),
                ("LEFTPADDING", (0, 0), (-1, -1), 4),
                ("RIGHTPADDING", (0, 0), (-1, -1), 4),
                ("TOPPADDING", (0, 0), (-1, -1), 3),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
                *commands,
            ],
        )
        grid.wrap(self._width, 0)
        heights: Sequence[float] = getattr(grid, "_rowHeights", (0.0,))
        page = PAPER.text_height * mm
        # A note longer than a page must not stop the printing: then, and only then, rows may break.
        if any(height > page - heights[0] for height in heights[1:]):
            grid.splitInRow = 1
        elif len(rows) > 1:
            grid.setStyle([("NOSPLIT", (0, 0), (-1, 1))])
        return grid

    # --- places ------------------------------------------------------------------------------------

    def _placed(self, question: Question, width: float) -> Iterator[Flowable]:
        for place in question.places:
            yield Spacer(0, _GAP)
            yield from self._place(place, width)

    def _place(self, place: Place, width: float) -> Iterator[Flowable]:
        match place:
            case Ticks():
                yield self._ticks(place, width)
            case Blanks():
                yield self._blanks(place, width)
            case Writing():
                yield from self._writing(place, width)
            case Beside():
                yield self._beside(place.writings, width)
            case Words():
                yield from self._say(place.text, self._small)

    @property
    def _tick_width(self) -> float:
        """A box to tick and the distance to its words."""
        return self._size + 4

    def _ticks(self, ticks: Ticks, width: float) -> Flowable:
        """As many columns as the longest words allow, beside what is asked if that is short."""
        if ticks.label:
            before = self._long(ticks.label) + 10
            asked = self._say(ticks.label, self._text)
            rest = width if before > width * 0.4 else width - before
            boxes = self._ticks(Ticks(ticks.options), rest)
            if rest == width:
                return self._bare([[asked], [boxes]], [width])
            return self._bare([[asked, boxes]], [before, rest])
        box = self._tick_width
        widest = max((self._long(option.label) for option in ticks.options), default=0) + box + 12
        count = max(1, min(len(ticks.options), int(width / widest)))
        each = width / count
        cells: list[object] = []
        for option in ticks.options:
            cells += [TickBox(self._size, ticked=option.ticked), self._say(option.label, self._text)]
        return self._bare(_in_rows(cells, 2 * count), [box, each - box] * count)

    def _blanks(self, blanks: Blanks, width: float) -> Flowable:
        each = width / blanks.columns
        cells: list[object] = [
            self._boxed(blank, each) if blank.boxed else self._behind(blank, each - 8)
            for blank in blanks.blanks
        ]
        return self._bare(_in_rows(cells, blanks.columns), [each] * blanks.columns)

    def _boxed(self, blank: Blank, width: float) -> Flowable:
        """A box for a number, with what it counts behind it."""
        box = NumberBox(self._size, self._line * 0.95, printable(blank.value))
        label = self._say(blank.label, self._text)
        before = BOX_WIDTH + 6
        return self._bare([[box, label]], [before, width - before], upright="MIDDLE")

    def _behind(self, blank: Blank, width: float) -> Flowable:
        """Words and a dotted line behind them, or what is written there; below them where room is short."""
        value = blank.value or blank.guide
        written: list[Flowable] = self._say(blank.value, self._bold)
        written = written or [Dots(self._line, blank.guide, self._size)]
        if not blank.label:
            return self._bare([[written]], [width])
        words = f"{blank.label}:"
        before = self._long(words) + 4
        room = width - before
        if room < 22 * mm or (self._long(value) > room and before > width / 2):
            return self._bare([[self._say(words, self._text)], [written]], [width])
        upright = "TOP" if blank.value else "BOTTOM"
        return self._bare([[self._say(words, self._text), written]], [before, room], upright=upright)

    def _writing(self, writing: Writing, width: float) -> Iterator[Flowable]:
        lines = writing.lines
        if self._long(writing.value) > width * _MOST_LINES_BESIDE:
            # As paragraphs of the row itself, which alone can break across pages.
            yield from self._say(f"{writing.label}:", self._text)
            yield from self._say(writing.value, self._bold)
        elif writing.ticked is None:
            yield self._behind(Blank(writing.label, writing.value), width)
        else:
            box = self._tick_width
            tick = TickBox(self._size, ticked=writing.ticked)
            words = self._behind(Blank(writing.label, writing.value), width - box)
            yield self._bare([[tick, words]], [box, width - box], upright="BOTTOM")
        yield from (Dots(self._line) for _ in range(lines - 1))

    def _beside(self, writings: Sequence[Writing], width: float) -> Flowable:
        """Lines of the same length, each behind its own words."""
        labels = [self._long(writing.label) for writing in writings]
        line = (width - sum(labels)) / len(writings)
        widths = [label + line for label in labels]
        cells: list[object] = [
            list(self._writing(each, room - 8)) for each, room in zip(writings, widths, strict=True)
        ]
        return self._bare([cells], widths, upright="BOTTOM")

    @staticmethod
    def _bare(rows: Sequence[list[object]], widths: Sequence[float], *, upright: str = "TOP") -> Flowable:
        grid = Grid(
            rows,
            colWidths=widths,
            style=[
                ("FONTNAME", (0, 0), (-1, -1), FAMILY),
                ("VALIGN", (0, 0), (-1, -1), upright),
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("RIGHTPADDING", (0, 0), (-1, -1), 0),
                ("TOPPADDING", (0, 0), (-1, -1), 1),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
            ],
        )
        grid.hAlign = "LEFT"
        return grid


def _in_rows(cells: list[object], columns: int) -> list[list[object]]:
    whole = [*cells, *[""] * (-len(cells) % columns)]
    return [whole[at : at + columns] for at in range(0, len(whole), columns)]
