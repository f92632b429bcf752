from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from eyebox.formats.page_formats import FORMATS
from eyebox.formats.table_tsv import COLUMNS
from pages import line, menu, page, written

EMPTY = page()
HOSTILE = replace(written("=cmd()", 'a <b> & "c"', "tab\there", "\x07bell 神经"), image='odd "name"\n<&>.png')


def test_text_has_a_line_each_and_an_empty_one_between_blocks():
    text = FORMATS["text"](menu())
    assert text.startswith("BURGERS\n\nSalmon Burger\nTurkey Burger\n")
    assert "White Pizza\n\n$10\n" in text and text.endswith("$12\n")
    assert FORMATS["text"](EMPTY) == ""


def test_json_is_one_array_and_jsonl_one_object_a_line():
    (one,) = json.loads(FORMATS["json"](menu()))
    assert one == json.loads(json.dumps(menu().to_json()))
    assert one["lines"][1]["text"] == "Salmon Burger" and one["blocks"][0] == [0]
    assert len(json.loads(FORMATS["json"](menu(), EMPTY))) == 2
    assert json.loads(FORMATS["json"]()) == []
    assert [json.loads(part)["image"] for part in FORMATS["jsonl"](menu(), HOSTILE).splitlines()] == [
        "menu.jpeg",
        HOSTILE.image,
    ]


def test_markdown_keeps_lines_escapes_marks_and_fences_code():
    assert FORMATS["md"](written("# 5 * 3", "a_b")) == "\\# 5 \\* 3\\\na\\_b\n"
    assert FORMATS["md"](written("def f():", "    return 1")) == "```\ndef f():\n    return 1\n```\n"
    assert FORMATS["md"](written("  ```")) == "````\n  ```\n````\n"
    assert FORMATS["md"](EMPTY) == ""


def test_csv_names_its_image_and_no_cell_is_a_formula():
    rows = list(csv.DictReader(io.StringIO(FORMATS["csv"](menu(), HOSTILE))))
    assert tuple(rows[0]) == COLUMNS
    assert rows[1]["text"] == "Salmon Burger" and rows[1]["image"] == "menu.jpeg"
    assert [float(rows[1][key]) for key in ("x1", "y1", "x2", "y2")] == [40, 60, 170, 80]
    assert rows[-4]["text"] == "'=cmd()" and rows[-4]["image"] == HOSTILE.image
    assert (rows[14]["text"], rows[14]["block"]) == ("$10", "2")


def test_tsv_keeps_one_row_a_line():
    rows = FORMATS["tsv"](HOSTILE).splitlines()
    assert rows[0] == "\t".join(COLUMNS)
    assert len(rows) == 5 and all(row.count("\t") == len(COLUMNS) - 1 for row in rows)
    assert rows[1].split("\t")[3] == "'=cmd()" and rows[3].split("\t")[3] == "tab here"


def hocr(*pages):
    document = FORMATS["hocr"](*pages)
    root = ElementTree.fromstring(document.encode())
    return [(e.get("class"), e.get("title"), e) for e in root.iter() if e.get("class")]


def test_hocr_is_xhtml_with_boxes_confidence_and_baseline():
    leaning = page(line("Salmon Burger", 10, 20, lean=13), line("神经外科", 0, 100))
    found = hocr(leaning)
    titles = {kind: title for kind, title, _ in reversed(found)}
    assert titles["ocr_page"] == 'image "page.png"; bbox 0 0 1000 1000; ppageno 0'
    assert titles["ocr_line"] == "bbox 10 20 140 53; baseline 0.100 -13"
    assert titles["ocrx_word"] == "bbox 10 20 70 46; x_wconf 100"
    assert ["".join(e.itertext()) for kind, _, e in found if kind == "ocr_line"] == [
        "Salmon Burger",
        "神经外科",
    ]


def test_hocr_of_several_and_of_hostile_pages_is_valid():
    found = hocr(menu(), HOSTILE, EMPTY)
    keys = [e.get("id") for *_, e in found]
    assert len(keys) == len(set(keys))
    assert [title.partition(";")[0] for kind, title, _ in found if kind == "ocr_page"] == [
        'image "menu.jpeg"', 'image "odd %22name%22 <&>.png"', 'image "page.png"',
    ]  # fmt: skip


def test_words_that_do_not_fit_are_replaced_by_the_parts_of_the_line():
    torn = line("one two", 0, 0)
    torn = replace(torn, words=torn.words[:1])
    words = [(title, e.text) for kind, title, e in hocr(page(torn)) if kind == "ocrx_word"]
    assert [text for _, text in words] == ["one", "two"]


def test_lines_outside_of_all_blocks_are_not_lost():
    loose = replace(written("a", "b"), blocks=((0,),))
    for form in ("json", "jsonl", "md", "csv", "tsv", "hocr"):
        assert "b" in FORMATS[form](loose)


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_takes_an_empty_page(form):
    assert isinstance(FORMATS[form](EMPTY), str) and isinstance(FORMATS[form](), str)
