"""What `eyebox read` writes of pages, in every format."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET

import pytest

from eyebox.cli.views import view
from pages import line, page

BILL = page(line("Name  Price", 0, 0), line("=tea, green", 0, 40), line("Total 12.50 EUR", 0, 80))
MAIL = page(line("anna@example.org"))


def written(form, *pages, text=None, kinds=None, as_table=False):
    return view(form, text, kinds, as_table=as_table)(*pages)


def rows_of(form, text):
    return list(csv.reader(io.StringIO(text), delimiter="\t" if form == "tsv" else ","))


@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_several_pages_have_one_head(form):
    rows = rows_of(form, written(form, BILL, MAIL))
    assert [row[3].lstrip("'") for row in rows[1:]] == [each.text for each in (*BILL.lines, *MAIL.lines)]


def test_several_pages_are_one_document():
    assert [len(each["lines"]) for each in json.loads(written("json", BILL, MAIL))] == [3, 1]
    assert [len(json.loads(each)["lines"]) for each in written("jsonl", BILL, MAIL).splitlines()] == [3, 1]
    document = ET.fromstring(written("hocr", BILL, MAIL))
    assert [e.get("id") for e in document.iter() if e.get("class") == "ocr_page"] == ["page_1", "page_2"]


def test_places_of_a_text():
    assert written("text", BILL, text="TOTAL") == "Total\n"
    assert written("text", MAIL, text="nowhere") == ""
    assert written("md", BILL, text="=tea") == "- =tea\n"
    head, row = rows_of("csv", written("csv", BILL, text="=tea"))
    assert head == ["image", "text", "score", "x1", "y1", "x2", "y2"]
    assert row[1] == "'=tea"
    assert [float(corner) for corner in row[3:]] == pytest.approx([0, 40, 40, 60], abs=5)


@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_values_of_some_kinds(form):
    assert written("text", BILL, MAIL, kinds=["email", "amount"]) == "12.50 EUR\nanna@example.org\n"
    head, row = rows_of(form, written(form, MAIL, kinds=["email"]))
    assert head == ["image", "kind", "text", "value", "x1", "y1", "x2", "y2"]
    assert row[1:4] == ["email", "anna@example.org", "anna@example.org"]


def test_rows_and_columns():
    assert written("md", MAIL, as_table=True) == "| anna@example.org |\n| --- |\n"
    assert written("text", MAIL, as_table=True) == "anna@example.org\n"
    assert written("md", page(), as_table=True) == ""


FORMULAS = ("=b²", "+U", "- two", "@home", "-", "＝1")


@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_no_cell_of_a_table_is_a_formula(form):
    formulas = page(*(line(text, 0, 30 * row) for row, text in enumerate(FORMULAS)), line("-12.50", 0, 300))
    rows = rows_of(form, written(form, formulas, as_table=True))
    assert [row[0] for row in rows] == [*(f"'{text}" for text in FORMULAS), "-12.50"]
    whole = rows_of(form, written(form, formulas))
    assert [row[3] for row in whole[1:]] == [row[0] for row in rows]


def test_tables_quote_what_csv_needs_to_quote():
    quoted = page(line("a|b", 0, 0), line("*x*, y", 200, 0), line("c", 0, 30), line('"d"', 200, 30))
    assert written("csv", quoted, as_table=True) == 'a|b,"*x*, y"\nc,"""d"""\n'
    assert written("text", quoted, as_table=True) == 'a|b\t*x*, y\nc\t"d"\n'
    assert written("csv", page(), as_table=True) == ""


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_json_holds_all_views_beside_the_lines(form):
    text = written(form, BILL, text="total", kinds=["amount"], as_table=True)
    (data,) = json.loads(text) if form == "json" else [json.loads(text)]
    assert [hit["text"] for hit in data["found"]] == ["Total"]
    assert [item["value"] for item in data["extracted"]] == ["12.50"]
    assert len(data["lines"]) == 3
    assert data["table"]
