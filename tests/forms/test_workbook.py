"""A workbook becomes a form, or every one of its faults is named at its cell."""

import io
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies
from openpyxl import Workbook
from pyxform import xls2xform

from inspector_app.domain.rules import RULES
from inspector_app.forms import items
from inspector_app.forms.form import Form
from inspector_app.forms.workbook import Compiled, read_workbook
from tests.forms.everything import compiled as read_book
from tests.forms.workbooks import DECLARATION, compiled, outcome, refused, warned, workbook


def cells(case: object) -> str:
    """The name of a case: the cells that it changes."""
    return " ".join(map(str, case)) if isinstance(case, dict) else ""


# --- what is right ----------------------------------------------------------------------------------


def test_a_good_workbook_becomes_a_form() -> None:
    result = compiled(workbook())

    assert (result.form_id, result.version, result.title) == ("phieu_thu", "1", "Phiếu thử")
    assert result.warnings == ()
    assert result.points == 100
    assert [(area.code, area.items, area.scored, area.points) for area in result.areas] == [("CD", 2, 2, 100)]
    form = Form.parse(result.xform)
    assert [item.name for item in form.items] == ["CD03", "CD04"]
    assert form.definition("CD04").attributes["params"] == "duoi=70; tren=100"
    assert form.attributes["bands"] == "80:Tốt | 0:Yếu"
    assert form.definition("CD03").label("Tiếng Việt (vi)") == "Có kinh phí riêng không?"


def test_the_same_workbook_always_makes_the_same_form() -> None:
    assert compiled(workbook()).xform == compiled(workbook()).xform


def test_a_workbook_on_disk_reads_like_its_bytes(tmp_path: Path) -> None:
    file = tmp_path / "phiếu.xlsx"
    file.write_bytes(workbook())

    assert read_workbook(file, file.name) == compiled(workbook())


def test_rows_marked_as_disabled_are_passed_over() -> None:
    headings = {
        "survey!Q1": "disabled",
        "survey!Q10": "yes",
        "survey!A10": "Kiểu câu hỏi",
        "survey!B10": "Mã",
    }

    assert compiled(workbook(headings)).xform == compiled(workbook()).xform


def test_every_rule_has_a_shape_to_be_checked_by() -> None:
    assert items._SHAPES.keys() == RULES.keys()  # pyright: ignore[reportPrivateUsage] - its completeness


# --- faults at their cells --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "problems"),
    [
        # question types
        ({"survey!A5": "integr"}, ["survey!A5: There is no question type “integr”. Write integer."]),
        ({"survey!A5": "số nguyên"}, ["survey!A5: There is no question type “số nguyên”. Write integer."]),
        ({"survey!A5": "Integer"}, ["survey!A5: There is no question type “Integer”. Write integer."]),
        ({"survey!A7": "End_Group"}, ["survey!A7: There is no question type “End_Group”. Write end_group."]),
        (
            {"survey!A3": "select_on co_khong"},
            ["survey!A3: There is no question type “select_on co_khong”. Write select_one co_khong."],
        ),
        (
            {"survey!A8": "hologram"},
            [
                "survey!A8: There is no question type “hologram”. "
                "See the types on the sheet that explains the columns."
            ],
        ),
        ({"survey!A8": None}, ["survey!A8: The row has no type. Write one, such as integer or text."]),
        # choices
        (
            {"survey!A3": "select_one"},
            ["survey!A3: select_one needs the name of a list. Write for example select_one co_khong."],
        ),
        (
            {"survey!A3": "select_one co_khng"},
            ["survey!A3: The sheet choices has no list co_khng. Write co_khong, or add the list."],
        ),
        (
            {"choices!B3": "co"},
            [
                "choices!B3: The choice co is already in the list, in row 2. "
                "Give every choice of a list a name of its own."
            ],
        ),
        (
            {"choices!B3": "kh ong"},
            [
                "survey!A3: A yes/no item needs the choices co and khong; check kh ong, khong. "
                "Write select_one with a list of co and khong."
            ],
        ),
        ({"choices!B3": None}, ["choices!B3: The choice has no name. Give it a short code, such as a."]),
        (
            {"choices!B3": "sai"},
            [
                "survey!A3: A yes/no item needs the choices co and khong; check khong, sai. "
                "Write select_one with a list of co and khong."
            ],
        ),
        # names
        (
            {"survey!B8": "CD03"},
            [
                "survey!B8: The name CD03 is already used in row 3. "
                "Give every question and group a name of its own."
            ],
        ),
        (
            {"survey!B8": "ghi chú"},
            [
                "survey!B8: “ghi chú” cannot be a name. "
                "Use letters without accents, digits and _, beginning with a letter: ghi_chu."
            ],
        ),
        (
            {"survey!B8": "1.2.1"},
            [
                "survey!B8: “1.2.1” cannot be a name. "
                "Use letters without accents, digits and _, beginning with a letter: _1_2_1."
            ],
        ),
        ({"survey!B8": None}, ["survey!B8: The row has no name. Give it a code, such as CD04."]),
        (
            {"survey!B8": date(2026, 4, 3)},
            [
                "survey!B8: Excel has turned this text into the date 2026-04-03. "
                "Format the column as Text and type it again."
            ],
        ),
        ({"survey!C8": None}, ["survey!C8: The question has no text to show. Write a label."]),
        # expressions
        (
            {"survey!D8": "${CD3} = 'khong'"},
            ["survey!D8: There is no question named CD3. Write ${CD03}."],
        ),
        (
            {"survey!C8": "Ghi chú về ${CD030}"},
            ["survey!C8: There is no question named CD030. Write ${CD03}."],
        ),
        (
            {"survey!D8": "${CD03 = 'khong'"},
            ["survey!D8: “${CD03 = 'khong'” is not closed. Write } after the name."],
        ),
        (
            {"survey!D8": "foo(${CD03}) = 1"},
            ["survey!D8: There is no function foo(). Correct the expression in this cell."],
        ),
        (
            {"survey!D8": "${CD03} = 'khong"},
            [
                "survey!D8: The expression cannot be read from “'khong” on. "
                "Correct the expression in this cell."
            ],
        ),
        (
            {"survey!M3": ". = ", "survey!N3": "Xem lại"},
            ["survey!M3: The expression stops too early. Correct the expression in this cell."],
        ),
        (
            {"survey!A8": "calculate", "survey!D8": None},
            ["survey!F8: There is nothing to calculate. Write an expression."],
        ),
        # groups
        (
            {"survey!A7": None},
            ["survey!A2: The group CD is never closed. Add a row end_group after its last question."],
        ),
        (
            {"survey!A7": "end_repeat"},
            ["survey!A7: end_repeat cannot close the group CD04 of row 4. Write end_group."],
        ),
        (
            {"survey!A10": "end_group"},
            ["survey!A10: end_group closes nothing. Delete the row, or add begin_group above."],
        ),
        # headings
        (
            {"survey!G1": "bind::cchc:rul"},
            [
                "survey!G1: The heading “bind::cchc:rul” is not known. "
                "Write bind::cchc:rule, or begin it with _ if it is only a note."
            ],
        ),
        (
            {"survey!H1": "max_points"},
            [
                "survey!H1: The heading “max_points” is not known. "
                "Write bind::cchc:max_points, or begin it with _ if it is only a note."
            ],
        ),
        (
            {"survey!D1": "relevent"},
            [
                "survey!D1: The heading “relevent” is not known. "
                "Write relevant, or begin it with _ if it is only a note."
            ],
        ),
        (
            {"choices!C1": "lable::Tiếng Việt (vi)"},
            [
                "choices!C1: The heading “lable::Tiếng Việt (vi)” is not known. "
                "Write label::Tiếng Việt (vi), or begin it with _ if it is only a note."
            ],
        ),
        (
            {"survey!Q1": "name", "survey!Q3": "CD03a"},
            ["survey!Q1: The heading “name” means the same as column B. Delete one of the two columns."],
        ),
        (
            {"survey!Q1": "label", "survey!Q3": "Có kinh phí không?"},
            ["survey!Q1: The heading “label” means the same as column C. Delete one of the two columns."],
        ),
        ({"survey!B1": "_name"}, ["survey: The sheet has no column name. Write name into row 1 above it."]),
        # rules and what goes with them
        ({"survey!G4": "tuyentinh"}, ["survey!G4: CD04: There is no rule tuyentinh. Write tuyen_tinh."]),
        (
            {"survey!I4": "duoi=70; tern=100"},
            ["survey!I4: CD04: The rule tuyen_tinh has no parameter tern. Write tren."],
        ),
        (
            {"survey!H4": "sáu mươi"},
            [
                "survey!H4: CD04: max_points: sáu mươi is not a usable number. "
                "Write digits with a decimal point or comma, such as 0.5."
            ],
        ),
        (
            {"survey!G4": "nhap_diem", "survey!I4": "buoc=1"},
            [
                "survey!G4: The rule nhap_diem does not suit this row. "
                "It needs a question of type integer or decimal."
            ],
        ),
        (
            {"survey!G3": None},
            [
                "survey!G3: There are points but no rule. Write a rule, such as bac, co_khong, cong_dan, "
                "khong_cham, lua_chon, nhap_diem, tru_dan, tru_tong, tuyen_tinh, tuyen_tinh_nguoc."
            ],
        ),
        (
            {"survey!G3": "lua_chon", "survey!I3": None, "choices!D2": None},
            [
                "choices!D2: CD03: co: '' is not a usable number. "
                "Write digits with a decimal point or comma, such as 0.5."
            ],
        ),
        (
            {"choices!D2": 30},
            [
                "survey!I3: The choice co has other points on the sheet choices: 30. "
                "Make the two equal, or leave one of them empty."
            ],
        ),
        (
            {"survey!G5": "khong_cham"},
            ["survey!G5: The item stands inside the item CD04. Keep the rule of one of the two."],
        ),
        (
            {"survey!A2": "begin_repeat", "survey!A9": "end_repeat", "survey!G4": None, "survey!H4": None}
            | {"survey!I4": None},
            ["survey!G3: An item cannot be repeated. Move it out of the repeat, or empty its rule."],
        ),
        (
            {
                "survey!A10": "text",
                "survey!B10": "NX01",
                "survey!C10": "Nhận xét",
                "survey!G10": "khong_cham",
            },
            ["survey!G10: The item stands in no area. Put it between begin_group and end_group of an area."],
        ),
        (
            {"survey!Q1": "bind::cchc:evidence", "survey!Q3": "yes"},
            ["survey!Q3: “yes” is not possible here. Write co, khong, or leave it empty."],
        ),
        (
            {"survey!P3": "2026-01-01", "survey!Q1": "bind::cchc:basis_to", "survey!Q3": "2025-12-31"},
            ["survey!Q3: The legal basis would end before it begins. Correct one of the two dates."],
        ),
        ({"survey!L3": "có"}, ["survey!L3: “có” is not possible here. Write co, khong, or leave it empty."]),
        (
            {"survey!O3": "mười"},
            ["survey!O3: “mười” is not a number of days. Write a whole number, such as 15."],
        ),
        (
            {"survey!P3": "1/7/2025"},
            ["survey!P3: “1/7/2025” is not a date. Write year-month-day, such as 2025-07-01."],
        ),
        (
            {"survey!M3": ". = 'co'"},
            ["survey!N3: bind::cchc:warning_message is missing. Fill it in, or empty bind::cchc:warning."],
        ),
        (
            {"survey!Q1": "bind::esri:fieldType", "survey!Q3": "x"},
            [
                "survey!Q1: The prefix esri is declared nowhere. "
                'Write esri="https://…" into the column namespaces of the sheet settings.'
            ],
        ),
        # settings
        (
            {"settings!E2": 'cchc="https://example.org"'},
            [
                "settings!E2: The namespace cchc is not that of this program. "
                'Write cchc="https://sokiemtra.vn/xform/1".'
            ],
        ),
        (
            {"settings!F2": "80 Tốt"},
            [
                "settings!F2: 80 Tốt is not a class. "
                "Write least index:name, with | between, such as 90:Xuất sắc | 80:Tốt."
            ],
        ),
    ],
    ids=cells,
)
def test_a_fault_is_named_at_its_cell_with_what_to_write(
    changes: dict[str, Any], problems: list[str]
) -> None:
    assert refused(workbook(changes)) == problems


@pytest.mark.parametrize(
    ("changes", "place", "names"),
    [
        (
            {"survey!A8": "calculate", "survey!F8": "${tong} + 1", "survey!D8": None}
            | {"survey!A10": "calculate", "survey!B10": "tong", "survey!F10": "${ghi_chu} * 2"},
            "survey!F8",
            "ghi_chu → tong → ghi_chu",
        ),
        ({"survey!D8": "${ghi_chu} = ''"}, "survey!D8", "ghi_chu → ghi_chu"),
        ({"survey!D3": "${ghi_chu} = ''"}, "survey!D3", "CD03 → ghi_chu → CD03"),
        ({"survey!D4": "${CD04_tu} > 0"}, "survey!D5", "CD04_tu → CD04_tu"),
    ],
    ids=["calculations", "itself", "relevance", "its group"],
)
def test_a_circle_is_named_with_its_members(changes: dict[str, Any], place: str, names: str) -> None:
    assert refused(workbook(changes)) == [
        f"{place}: These depend on each other in a circle: {names}. "
        "Change one of the expressions so that it no longer needs the others."
    ]


def test_what_only_shows_in_the_finished_form_comes_back_to_its_cell() -> None:
    problems = refused(workbook({"survey!D8": "../khong_co = 1"}))

    assert [problem.partition(":")[0] for problem in problems] == ["survey!D8"]
    assert "khong_co" in problems[0]


def test_what_pyxform_alone_refuses_is_passed_on_with_its_row() -> None:
    problems = refused(workbook({"survey!Q1": "parameters", "survey!Q8": "rows=many"}))

    assert [problem.partition(":")[0] for problem in problems] == ["survey!8"]
    assert "rows" in problems[0]


def test_eight_faults_are_listed_at_once_in_the_order_of_the_sheets() -> None:
    problems = refused(
        workbook(
            {
                "survey!G1": "bind::cchc:rul",
                "survey!A3": "select_one co_khng",
                "survey!I4": "duoi=70; tren=sáu",
                "survey!A5": "integr",
                "survey!B6": "CD03",
                "survey!D8": "foo(${CD03})",
                "choices!B3": "co",
                "settings!F2": "80 Tốt",
            }
        )
    )

    assert [problem.partition(":")[0] for problem in problems] == [
        "survey!G1",
        "survey!A3",
        "survey!I4",
        "survey!K4",  # the denominator still names the question that is now called CD03
        "survey!A5",
        "survey!E5",
        "survey!B6",
        "survey!D8",
        "choices!B3",
        "settings!F2",
    ]


# --- sheets -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("sheet", ["survey", "choices"])
def test_a_missing_sheet_is_named_alone(sheet: str) -> None:
    assert refused(workbook(without=sheet)) == [
        f"{sheet}: The workbook has no sheet {sheet}. "
        "Add it, or begin from the checklist that came with the program."
    ]


def test_a_form_without_settings_is_called_after_its_file() -> None:
    content = workbook(without="settings")

    assert compiled(content).form_id == "phieu"
    assert warned(content)[0].startswith(
        "settings!2: The form has no form_id; the name of the file stands in: phieu."
    )


def test_an_id_and_a_version_are_of_one_line() -> None:
    result = compiled(workbook({"settings!B2": "phieu\nthu", "settings!C2": " 1\n2"}))
    form = Form.parse(result.xform)

    assert (form.form_id, form.version) == (result.form_id, result.version) == ("phieu thu", "1 2")


def test_a_misspelt_sheet_is_recognised() -> None:
    def misspell(book: Workbook) -> None:
        book["choices"].title = "choises"

    assert refused(workbook(also=misspell)) == [
        "choices: The workbook has no sheet choices. Rename the sheet choises to choices."
    ]


def test_a_form_without_choices_needs_no_sheet_for_them() -> None:
    text = {"survey!A3": "text", "survey!G3": None, "survey!H3": None, "survey!I3": None}

    assert compiled(workbook(text, without="choices")).points == 60


# --- what is put right, and said --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "warning"),
    [
        (
            {"survey!D8": "${CD03} = ‘khong’"},
            "survey!D8: Curly quotation marks, long dashes or loose brackets were read as plain ones. "
            "Correct the column if other programs are to read it.",
        ),
        (
            {"survey!D8": "$ { CD03 } = 'khong'"},
            "survey!D8: Curly quotation marks, long dashes or loose brackets were read as plain ones. "
            "Correct the column if other programs are to read it.",
        ),
        (
            {"survey!Q1": "relevant"},
            "survey!Q1: The heading “relevant” stands twice; the empty column was left out. "
            "Delete the column.",
        ),
        (
            {"settings!E2": None},
            "settings!E2: The namespace of the columns bind::cchc:… was missing and was added. "
            'Write cchc="https://sokiemtra.vn/xform/1" there, so that other programs can read the workbook '
            "too.",
        ),
    ],
    ids=cells,
)
def test_what_is_certain_is_put_right_and_said(changes: dict[str, Any], warning: str) -> None:
    assert warned(workbook(changes)) == [warning]
    assert compiled(workbook(changes)).xform == compiled(workbook()).xform


@pytest.mark.parametrize(
    ("changes", "warning"),
    [
        (
            {"survey!Q1": "Ý kiến riêng", "survey!Q5": "xem lại"},
            "survey!Q1: The column “Ý kiến riêng” is not part of the form and is not read. "
            "Begin its heading with _ if it is only a note.",
        ),
        (
            {"survey!Q5": "xem lại"},
            "survey!Q5: The column has no heading in row 1 and is not read. "
            "Write a heading, or clear the cells.",
        ),
        (
            {"survey!H4": 59},
            "survey!H: The points of all items add up to 99, not to 100 (CD 99). "
            "Check the points; the index is worked out in percent all the same.",
        ),
        ({"survey!C2": None}, "survey!C2: The group has no text to show. Write a label."),
        ({"choices!C2": None}, "choices!C2: The choice has no text to show. Write a label."),
        ({"settings!C2": None}, "settings!C2: The form has no version. Write one, such as 2026112301."),
        (
            {"settings!B2": "phiếu thử"},
            "settings!B2: The form_id is not a short code: phiếu thử. Write a short code of letters, digits "
            "and _, such as cchc_xa; keep it in later versions.",
        ),
        (
            {"settings!D2": "English (en)"},
            "settings!D2: No label is in the default language “English (en)”. Write Tiếng Việt (vi).",
        ),
    ],
    ids=cells,
)
def test_what_is_odd_is_said_and_kept(changes: dict[str, Any], warning: str) -> None:
    assert warned(workbook(changes)) == [warning]


def test_a_private_column_is_nobodys_business() -> None:
    assert warned(workbook({"survey!Q1": "_nháp", "survey!Q5": "hỏi lại", "survey!Q6": "=1/0"})) == []


def test_a_prefix_that_is_declared_is_passed_on() -> None:
    esri = {"survey!Q1": "bind::esri:fieldType", "survey!Q3": "x"}
    esri["settings!E2"] = f'{DECLARATION} esri="https://example.org"'

    assert warned(workbook(esri)) == []
    assert b'esri:fieldType="x"' in compiled(workbook(esri)).xform


def test_the_name_of_a_sheet_may_have_a_space_at_its_end() -> None:
    def spaced(book: Workbook) -> None:
        book["survey"].title = "survey "

    assert warned(workbook(also=spaced)) == [
        "survey : The name of the sheet has a space at an end. "
        "Take it out, so that other programs find the sheet too."
    ]


def test_names_that_excel_took_for_something_else_are_said() -> None:
    logical = {
        "choices!B2": True,
        "choices!B3": False,
        "survey!G3": None,
        "survey!H3": None,
        "survey!I3": None,
    }
    logical |= {"survey!H4": 100}

    assert [warning.partition(".")[0] for warning in warned(workbook(logical))] == [
        "choices!B2: Excel holds this name as the truth value TRUE",
        "choices!B3: Excel holds this name as the truth value FALSE",
    ]


def test_only_the_first_row_of_settings_is_read() -> None:
    (warning,) = warned(workbook({"settings!A3": "Phiếu khác"}))

    assert warning.startswith("settings!2: Only the first row with settings is read.")


def test_old_headings_with_one_colon_are_understood() -> None:
    made = Workbook()
    made.remove(made.worksheets[0])
    for name, lines in {
        "survey": [
            ["type", "name", "label:Vi", "label:En", "bind:jr:constraintMsg"],
            ["text", "a", "Mô", "Mo", "!"],
        ],
        "settings": [
            ["id_string", "title", "default_language", "version"],
            ["moi_thu", "Mọi thứ", "Vi", "1"],
        ],
    }.items():
        sheet = made.create_sheet(name)
        for line in lines:
            sheet.append(line)
    file = io.BytesIO()
    made.save(file)

    result = read_book(file.getvalue())

    assert result.warnings == ()
    assert Form.parse(result.xform).languages == ("Vi", "En")
    assert xls2xform.convert(file.getvalue()).xform.encode() == result.xform


# --- anything at all --------------------------------------------------------------------------------

CELLS = [
    f"{sheet}!{column}{row}"
    for sheet, columns, rows in (
        ("survey", "ABCDEFGIJMQ", 11),
        ("choices", "ABCDE", 4),
        ("settings", "ABDEF", 2),
    )
    for column in columns
    for row in range(1, rows + 1)
]
STRANGE = (
    "${ ${} ${CD03} begin_group begin_repeat end_group end_repeat select_multiple rank range audit hidden "
    "csv-external image CD CD03 meta data ' ( ) or yes true() ../x /data/CD count(${CD04}) lua_chon bac co "
    "nguong=1:1|0:0 -1 1,5 <x> ]]> label::en bind::jr:x media::image attribute::xmlns parameters trigger "
    "choice_filter repeat_count list_name diem namespaces style instance_name required default 😀 ế"
)
CHARACTERS = strategies.characters(exclude_categories=("Cs", "Cc"))


@given(
    strategies.dictionaries(
        strategies.sampled_from(CELLS),
        strategies.sampled_from(STRANGE.split(" ")) | strategies.text(CHARACTERS, max_size=12),
        min_size=1,
        max_size=4,
    )
)
def test_whatever_stands_in_the_cells_it_is_a_form_or_refused(changes: dict[str, str]) -> None:
    result = outcome(workbook(changes))

    if isinstance(result, Compiled):
        assert Form.parse(result.xform).form_id == result.form_id
    else:
        assert result
        assert all(problem.message and problem.remedy for problem in result)
