"""What `eyebox read` writes of pages, in every format."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from eyebox.cli.views import view
from eyebox_models.protocol.page import Code
from pages import line, page

BILL = page(line("Name  Price", 0, 0), line("=tea, green", 0, 40), line("Total 12.50 EUR", 0, 80))
MAIL = page(line("anna@example.org"))


def written(form, *pages, text=None, kinds=None, as_table=False, with_codes=False):
    return view(form, text, kinds, as_table=as_table, with_codes=with_codes)(*pages)


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


CORNERS = ((10.0, 20.0), (50.0, 20.0), (50.0, 60.0), (10.0, 60.0))
CODED = replace(
    MAIL, codes=(Code("https://例子.test/", "QR Code", CORNERS), Code("=4006381333931", "EAN-13", CORNERS))
)


def test_codes_stand_after_the_text_and_alone_in_tables():
    assert (
        written("text", CODED, with_codes=True) == "anna@example.org\n\nhttps://例子.test/\n=4006381333931\n"
    )
    assert written("md", CODED, with_codes=True).endswith("\n\n- https://例子.test/\n- =4006381333931\n")
    assert written("text", MAIL, with_codes=True) == written("text", MAIL)
    for form in ("csv", "tsv"):
        head, first, second = rows_of(form, written(form, CODED, with_codes=True))
        assert head == ["image", "kind", "text", "x1", "y1", "x2", "y2"]
        assert first[1:] == ["QR Code", "https://例子.test/", "10.0", "20.0", "50.0", "60.0"]
        assert second[2] == "'=4006381333931"
    (found,) = json.loads(written("json", CODED, with_codes=True))
    assert found["codes"][0] == {
        "text": "https://例子.test/",
        "kind": "QR Code",
        "quad": [list(point) for point in CORNERS],
    }
    assert json.loads(written("jsonl", MAIL, text="anna", with_codes=True))["codes"] == []
    assert "codes" not in json.loads(written("jsonl", CODED))


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
