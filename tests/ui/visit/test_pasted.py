"""Tables on the clipboard are read as the program that put them there meant them."""

from inspector_app.ui.visit.pasted import MOST_ROWS, rows_in


def test_excel_quotes_cells_of_several_lines() -> None:
    assert rows_in('1\t"một\nhai"\t\r\n2\tba "bốn"\t\r\n') == [["1", "một\nhai", ""], ["2", 'ba "bốn"', ""]]


def test_rows_without_words_are_left_out() -> None:
    assert rows_in("a\tb\n\t\n\nc\td\n") == [["a", "b"], ["c", "d"]]


def test_what_cannot_be_seen_goes_and_accents_are_composed() -> None:
    assert rows_in("Kê\u0301 hoạch\u200b\tx\x07") == [["Kế hoạch", "x"]]


def test_a_table_of_word_is_read_from_its_html() -> None:
    html = (
        "<p>Bảng</p><table><thead><tr><th>TT</th><th>Tên</th></tr></thead><tbody>"
        "<tr><td>1</td><td><p>dòng một</p><p>dòng&nbsp;hai</p></td></tr>"
        "<tr><td colspan='2'>chung</td></tr></tbody></table>"
    )
    assert rows_in("bỏ qua", html) == [["TT", "Tên"], ["1", "dòng một\ndòng hai"], ["chung", ""]]


def test_html_without_a_table_is_read_as_plain_text() -> None:
    assert rows_in("một\thai", "<p>một hai</p>") == [["một", "hai"]]


def test_a_broken_table_still_gives_its_cells() -> None:
    assert rows_in("", "<table><td>a<td>b<tr><td>c") == [["a", "b"], ["c"]]


def test_a_paste_beyond_all_measure_ends_somewhere() -> None:
    assert len(rows_in("x\n" * (MOST_ROWS + 500))) == MOST_ROWS
