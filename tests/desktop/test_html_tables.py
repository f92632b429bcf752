"""Tables that models write as HTML."""

from __future__ import annotations

from eyebox.formats.copied import copied
from eyebox.formats.html_tables import html_tables

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


def test_what_is_no_table_gives_none() -> None:
    assert html_tables("no table, 1 < 2") == []
    assert html_tables("<table></table>") == []
    assert (
        html_tables('<table><tr><td colspan="x" rowspan="99999999999">a</td></tr></table>')[0].rows[0][0].text
        == "a"
    )
