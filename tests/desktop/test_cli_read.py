"""`eyebox read` on pictures drawn here, with the real reader."""

from __future__ import annotations

import json

import pytest
from PIL import Image, ImageDraw, ImageFont

from drawing import Text, page, save
from eyebox.__main__ import main
from pdf_reading import lines_by_pdfium

pytestmark = pytest.mark.usefixtures("kept_engines")

LINES = ("Invoice 2024-03-05", "mail: anna@example.org", "Total 12.50 EUR")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pictures")
    picture = Image.new("RGB", (520, 220), "white")
    draw = ImageDraw.Draw(picture)
    for at, line in enumerate(LINES):
        draw.text((30, 30 + 60 * at), line, fill="black", font=ImageFont.load_default(30))
    picture.save(folder / "bill.png")
    Image.new("RGB", (200, 100), "white").save(folder / "blank 空.png")
    (folder / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\nnot really")
    return folder


@pytest.fixture(autouse=True)
def here(folder, tmp_path, monkeypatch):
    monkeypatch.setenv("EYEBOX_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(folder)


@pytest.fixture
def read(capsysbinary):
    """Runs the command; returns the exit status, standard output and standard error."""

    def run(*arguments):
        status = main(["read", *arguments])
        captured = capsysbinary.readouterr()
        return status, captured.out.decode(), captured.err.decode()

    return run


def test_text_is_the_default(read):
    status, out, err = read("bill.png")
    assert (status, err) == (0, "")
    assert [line for line in out.splitlines() if line] == list(LINES)


def test_json_is_one_array_and_names_pictures_as_they_were_given(read):
    status, out, err = read("bill.png", "./bill.png", "blank 空.png", "--format", "json")
    first, again, blank = json.loads(out)
    assert (status, err) == (0, "")
    assert [page["image"] for page in (first, again, blank)] == ["bill.png", "./bill.png", "blank 空.png"]
    assert set(first) == {"image", "width", "height", "seconds", "lines", "blocks", "unread", "tables"}
    assert (first["width"], first["height"]) == (520, 220)
    assert [line["text"] for line in first["lines"]] == list(LINES)
    assert set(first["lines"][0]) == {"text", "score", "box", "quad", "words"}
    assert [word["text"] for word in first["lines"][2]["words"]] == ["Total", "12.50", "EUR"]
    assert sorted(n for block in first["blocks"] for n in block) == [0, 1, 2]
    assert blank["lines"] == blank["blocks"] == []


def test_a_mode_puts_lines_in_another_order(read, tmp_path):
    texts = [
        Text(30 + 330 * column, 30 + 50 * row, f"{name} {row}")
        for column, name in enumerate(("left", "right"))
        for row in range(3)
    ]
    save(page(640, 200, texts), tmp_path / "two.png")

    def lines(mode):
        status, out, _err = read("--mode", mode, str(tmp_path / "two.png"))
        assert status == 0
        return [" ".join(line.split()) for line in out.splitlines() if line.strip()]

    columns = [f"{name} {row}" for name in ("left", "right") for row in range(3)]
    assert lines("columns") == columns
    assert lines("rows") == [f"{name} {row}" for row in range(3) for name in ("left", "right")]
    assert lines("code") == [f"left {row} right {row}" for row in range(3)]
    assert read("--mode", "prose", "bill.png")[0] == 2


def test_what_fails_is_said_and_the_others_are_read(read):
    status, out, err = read("no.png", "broken.png", "bill.png", "--format", "json")
    assert status == 1
    assert [page["image"] for page in json.loads(out)] == ["bill.png"]
    assert [line[:8] for line in err.splitlines()] == ["eyebox: "] * 2
    assert "no.png" in err and "broken.png" in err


def test_text_in_an_unknown_script_is_said_and_counted(read, tmp_path):
    picture = tmp_path / "привет.png"
    save(page(700, 80, [Text(30, 20, "Съешь же ещё этих мягких булок", 28)]), picture)
    status, out, err = read(str(picture), "--format", "jsonl", "--scripts", "none")
    assert (status, json.loads(out)["unread"]) == (0, 1)
    (line,) = err.splitlines()
    assert line.startswith("eyebox: ") and "привет.png: 1 line looks like text in a script" in line
    assert "eyebox ask --model" in line


@pytest.mark.parametrize("form", ["csv", "tsv"])
@pytest.mark.parametrize("view", [[], ["--table"], ["--extract", "email"]])
def test_csv_begins_with_the_mark_that_excel_needs(read, form, view):
    status, out, _err = read("bill.png", "bill.png", "--format", form, *view)
    assert status == 0 and out.startswith("\ufeff") == (form == "csv") and "\ufeff" not in out[1:]
    assert out.count("anna@example.org") == (4 if "--extract" in view else 2)


def test_json_of_nothing_is_an_empty_array(read):
    status, out, _err = read("no.png", "--format", "json")
    assert (status, json.loads(out)) == (1, [])


def test_find_extract_and_table_go_together_as_json(read):
    _status, out, _err = read(
        "bill.png", "--find", "total", "--extract", "email", "--table", "--format", "json"
    )
    (page,) = json.loads(out)
    x1, y1, x2, y2 = page["found"][0]["box"]
    assert (page["found"][0]["text"], page["found"][0]["line"]) == ("Total", 2)
    assert 20 < x1 < x2 < 150 and 130 < y1 < y2 < 200
    assert [item["value"] for item in page["extracted"]] == ["anna@example.org"]
    assert len(page["table"]) == 3


def test_a_file_is_written_whole_or_not_at_all(read, tmp_path):
    target = tmp_path / "out 图.txt"
    assert read("bill.png", "-o", str(target)) == (0, "", "")
    before = target.read_text("utf-8")
    assert [line for line in before.splitlines() if line] == list(LINES)
    assert read("no.png", "-o", str(target))[0] == 1
    assert target.read_text("utf-8") == before
    assert {entry.name for entry in tmp_path.iterdir()} - {"home"} == {target.name}


def test_codes_are_read_when_they_are_asked_for(read, tmp_path):
    import numpy as np
    import zxingcpp
    from PIL import Image

    code = zxingcpp.write_barcode_to_image(
        zxingcpp.create_barcode("table 7", zxingcpp.BarcodeFormat.QRCode), scale=5, add_quiet_zones=True
    )
    Image.fromarray(np.array(code)).save(tmp_path / "code.png")
    assert read(str(tmp_path / "code.png"), "--codes") == (0, "table 7\n", "")
    assert read(str(tmp_path / "code.png")) == (0, "", "")
    status, _, err = read(str(tmp_path / "code.png"), "--codes", "--table")
    assert status == 2 and "--codes goes together" in err


def test_a_searchable_pdf(read, tmp_path, capsysbinary):
    out = tmp_path / "a b 空.pdf"
    status, said, err = read("bill.png", "no.png", "blank 空.png", "--format", "pdf", "-o", str(out))
    assert (status, said) == (1, "") and err.count("\n") == 1 and "no.png" in err
    assert lines_by_pdfium(out) == list(LINES) and lines_by_pdfium(out, 1) == []
    assert main(["read", "bill.png", "--format", "pdf"]) == 0
    assert capsysbinary.readouterr().out.startswith(b"%PDF-1.7")
    assert read("bill.png", "--format", "pdf", "--find", "mail")[0] == 2


def test_a_workbook_has_a_sheet_a_picture_and_is_not_for_a_terminal(folder, capsys, monkeypatch):
    from openpyxl import load_workbook

    assert main(["read", "bill.png", "blank 空.png", "--format", "xlsx", "-o", "bill.xlsx"]) == 0
    book = load_workbook(folder / "bill.xlsx")
    assert book.sheetnames == ["bill", "blank 空"]
    assert book.worksheets[0]["A1"].value == LINES[0]
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert main(["read", "bill.png", "--table", "--format", "xlsx", "-o", "whole.xlsx"]) == 0
    assert load_workbook(folder / "whole.xlsx").sheetnames
    assert main(["read", "bill.png", "--format", "xlsx"]) == 2
    assert "-o FILE" in capsys.readouterr().err
    assert main(["read", "bill.png", "--format", "xlsx", "--find", "a", "-o", "b.xlsx"]) == 2


def test_only_language_data_that_is_there_can_be_asked_for(read):
    status, _out, err = read("bill.png", "--scripts", "xyz")
    assert status == 2 and "there is no language data 'xyz'" in err
