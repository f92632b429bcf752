"""Tables that models write as HTML."""

from __future__ import annotations

from eyebox.formats.copied import Cell, Table, copied
from eyebox.formats.html_tables import html_tables
from eyebox.formats.table_xlsx import workbook

MERGED = """Here it is:
<table border="1" onclick="x()">
 <tr><th colspan="2">Menu</th><th rowspan='2'>Note &amp; more</th></tr>
 <tr><td>Tea</td><td>$2</td></tr>
 <tr><td>Coffee<br>black</td><td>=3<td>new
</table> and <table><tr>"""


def test_merged_cells_stay_merged_and_nothing_else_of_the_html() -> None:
    (found,) = html_tables(MERGED)
    made = copied([found])
    assert made.text == "Menu\t\tNote & more\nTea\t$2\t\nCoffee black\t'=3\tnew"
    assert made.html == (
        '<table><tr><th colspan="2">Menu</th><th rowspan="2">Note &amp; more</th></tr>'
        "<tr><td>Tea</td><td>$2</td></tr>"
        "<tr><td>Coffee<br>black</td><td>&#x27;=3</td><td>new</td></tr></table>"
    )


def test_a_cell_that_would_reach_into_another_ends_before_it() -> None:
    html = "<table><tr><td>a<td rowspan=2>b<tr><td colspan=2>c</table>"
    (found,) = html_tables(html)
    assert [cell.columns for row in found.rows for cell in row] == [1, 1, 1, 1]
    assert workbook([("merged", found)]).startswith(b"PK")
    overlapping = Table([[Cell("a"), Cell("b", rows=2)], [Cell("c", columns=2), Cell()]])
    assert workbook([("merged", overlapping)]).startswith(b"PK")


def test_absurd_spans_make_no_endless_table() -> None:
    (found,) = html_tables("<table>" + "<tr><td colspan=1000 rowspan=1000>a" * 40 + "</table>")
    assert len(found.rows) == 40 and len(found.rows[0]) < 1100


def test_what_is_no_table_gives_none() -> None:
    assert html_tables("no table, 1 < 2") == []
    assert html_tables("<table></table>") == []
    assert (
        html_tables('<table><tr><td colspan="x" rowspan="99999999999">a</td></tr></table>')[0].rows[0][0].text
        == "a"
    )
