"""What each format makes of a session."""

import csv
import io
import json
import subprocess
import sys
from dataclasses import replace

import pytest

from eyebox import formats
from eyebox.formats.export import ChatExport, SessionExport, StoredPictures, gather
from eyebox.formats.markdown import escape
from eyebox.formats.table_csv import safe_cell
from eyebox.session.store import Store
from eyebox.session.types import ChatRecord, PictureContent, SessionInfo
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.page import Code
from eyebox_models.protocol.tool_use import Round, ToolUse
from session_samples import fill, make_answer, make_page, make_picture, make_turn
from sinks import MemorySink, dumped

SESSION = SessionInfo("s", "Kitchen # receipts", 1.0, 2.0, 1)


def make_export(*pictures, turns=()):
    chats = (ChatExport(ChatRecord("c", "s", "Prices"), tuple(turns)),) if turns else ()
    return SessionExport(SESSION, tuple(pictures), chats)


def make_picture_export(*lines, boxes=(), name="menu.png"):
    return PictureContent(make_picture("s", name), tuple(boxes), make_page(*lines) if lines else None)


@pytest.fixture
def export():
    boxes = [Box("salmon, fresh", 1, 2.5, 30, 40, score=0.5), Box("=1+1", 0, 0, 9, 9)]
    picture = make_picture_export("Salmon Burger 12.50", "鮭魚 *漢堡*", boxes=boxes)
    question = make_turn("c", "Where is <b>it</b>?\nSay!", pictures=(picture.record.id,))
    answer = make_turn(
        "c", "**Here** <img src=x> `<b>`", role="assistant", parent=question.id, answer=make_answer()
    )
    other = make_turn("c", "Not chosen", role="assistant", parent=question.id, chosen=-1)
    return make_export(picture, turns=(question, answer, other))


def test_every_format_takes_an_empty_and_a_full_session(export):
    assert list(formats.MODULES)[:10] == [
        "text",
        "markdown",
        "json",
        "csv",
        "tsv",
        "xlsx",
        "pdf",
        "hocr",
        "coco",
        "labelme",
    ]
    for name in formats.MODULES:
        form = formats.format_named(name)
        assert form.TITLE and all(suffix.startswith(".") for suffix in form.SUFFIXES)
        assert formats.MODULES[name].suffixes == (form.SUFFIXES if hasattr(form, "load") else ())
        if name in ("pdf", "xlsx"):
            continue  # one needs pictures that are there, neither is text
        full, empty = MemorySink(), MemorySink()
        form.dump(export, full)
        assert len(full.files) == 1 or form.SCOPE == "folder"
        form.dump(make_export(), empty)
        assert len(empty.files) == (form.SCOPE == "set")
    with pytest.raises(KeyError):
        formats.format_named("docx")


def test_gather_reads_a_session_or_one_picture():
    with Store.in_memory() as store:
        session, picture, chat = fill(store)
        other = make_picture(session, "b", position=1)
        store.add_picture(other)
        store.save_page(picture.id, make_page("text"))
        store.save_boxes(picture.id, [box := Box("a", 0, 0, 1, 1)])
        store.save_extras(picture.id, {box.id: {"group_id": 1}})
        store.save_turn(turn := make_turn(chat.id, "?"))
        passed = []
        whole = gather(StoredPictures(store, session, each=lambda *so_far: passed.append(so_far)))
        assert len(whole.pictures) == 2
        first, second = whole.pictures
        assert [p.record for p in (first, second)] == [replace(picture, lines=1), other]
        assert first.boxes == (box,) and first.page == make_page("text")
        assert first.extras == {box.id: {"group_id": 1}}
        assert passed == [(0, 2), (1, 2)]
        assert whole.chats == (ChatExport(chat, (turn,)),)
        one = gather(StoredPictures(store, session, frozenset((other.id,))), chats=False)
        assert [p.record for p in one.pictures] == [other] and len(one.pictures) == 1 and one.chats == ()
        without = gather(StoredPictures(store, session, texts=False))
        assert [p.page for p in without.pictures] == [None, None]
        with pytest.raises(EyeboxError):
            gather(StoredPictures(store, "gone"))


def test_session_json_holds_what_read_prints(export):
    data = json.loads(dumped(formats.format_named("json"), export))
    (picture,) = data["pictures"]
    assert picture["read"] == json.loads(json.dumps(export.pictures[0].page.to_json()))
    assert picture["boxes"][0] == {
        "label": "salmon, fresh",
        "box": [1, 2.5, 30, 40],
        "score": 0.5,
        "source": "user",
    }
    question, answer, _ = data["chats"][0]["turns"]
    assert question["pictures"] == [0] and question["answer"] is None
    assert answer["parent"] == question["id"] and answer["answer"]["raw"].startswith("<ref>")
    assert answer["answer"]["boxes"] == [
        {"image": 0, "label": "salmon", "box": [1.5, 2, 30.25, 40], "start": 8, "end": 14}
    ]


def test_csv_opens_right_in_excel(export):
    text = dumped(formats.format_named("csv"), export)
    assert text.startswith("\ufeffpicture,what,text,score,source,x1,y1,x2,y2\r\n")
    rows = list(csv.reader(io.StringIO(text[1:], newline="")))
    assert rows[1][:4] == ["menu.png", "line", "Salmon Burger 12.50", "0.98"]
    assert rows[3] == ["menu.png", "box", "salmon, fresh", "0.5", "user", "1", "2.5", "30", "40"]
    assert rows[4][2] == "'=1+1"


@pytest.mark.parametrize(
    "text", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "  =1", "\t=1", "＝1+1", "\r=1", "-a"]
)
def test_formulas_are_disarmed(text):
    assert safe_cell(text) == "'" + text


@pytest.mark.parametrize(
    "text", ["-12.50", "+49 30 1234", "-1,234.5", "+5%", "a=b", "", "12", "x@y.z", "'", "鮭"]
)
def test_numbers_and_words_stay(text):
    assert safe_cell(text) == text


def test_plain_text_of_one_picture_is_its_text():
    page = replace(make_page("one", "two", "three"), blocks=((0, 1), (2,)))
    export = make_export(PictureContent(make_picture("s"), (), page))
    assert dumped(formats.format_named("text"), export) == "one\ntwo\n\nthree\n"
    strays = replace(page, blocks=((1,), ()))
    export = make_export(PictureContent(make_picture("s"), (), strays))
    assert dumped(formats.format_named("text"), export) == "two\n\none\n\nthree\n"
    assert dumped(formats.format_named("text"), make_export(make_picture_export())) == ""


def test_plain_text_of_a_session_has_headings_and_the_shown_turns(export):
    text = dumped(formats.format_named("text"), export)
    assert text.startswith(
        "menu.png\n========\n\nSalmon Burger 12.50\n\n鮭魚 *漢堡*\n\n\nPrices\n======\n\nYou:\n"
    )
    assert "Not chosen" not in text


def test_markdown_shows_text_as_it_is(export):
    text = dumped(formats.format_named("markdown"), export)
    assert text.startswith(
        "# Kitchen # receipts\n\n## menu.png\n\nSalmon Burger 12.50\n\n鮭魚 \\*漢堡\\*\n\n| label |"
    )
    assert "| =1+1 | 0 | 0 | 9 | 9 |" in text or "| \\=1+1 | 0 | 0 | 9 | 9 |" in text
    assert "**You**\n\nWhere is \\<b\\>it\\</b\\>?\\\nSay!\n\n" in text
    assert "**Here** \\<img src=x> `<b>`" in text
    assert "Not chosen" not in text


def test_what_an_answer_did_with_tools_is_in_texts_and_json():
    uses = (
        ToolUse("read_region", '{"box": [1]}', box=(1, 2, 30, 40), image=0, result="Soup\n4.50"),
        ToolUse("rm", result="There is no tool rm.", failed=True),
    )
    answer = replace(make_answer(), rounds=(Round("", (), uses),))
    turns = make_turn("c", "What?"), make_turn("c", "Soup.", role="assistant", answer=answer)
    of_them = make_export(turns=turns)
    text = dumped(formats.format_named("text"), of_them)
    assert "(read_region [1, 2, 30, 40]: Soup\n4.50)\n(rm: There is no tool rm.)\nSoup.\n" in text
    text = dumped(formats.format_named("markdown"), of_them)
    assert "> read\\_region \\[1, 2, 30, 40\\]: Soup\\\n> 4.50\n\n> rm: There is no tool rm.\n\nSoup." in text
    told = json.loads(dumped(formats.format_named("json"), of_them))["chats"][0]["turns"][1]["answer"][
        "tools"
    ]
    assert [(one["name"], one["box"], one["failed"]) for one in told] == [
        ("read_region", [1, 2, 30, 40], False),
        ("rm", None, True),
    ]


def test_markdown_keeps_the_indentation_of_code():
    page = replace(make_page("def f():", "    return '```'"), blocks=((0, 1),))
    text = dumped(formats.format_named("markdown"), make_export(PictureContent(make_picture("s"), (), page)))
    assert "````\ndef f():\n    return '```'\n````" in text


@pytest.mark.parametrize(
    "line, escaped",
    [
        ("# 1", "\\# 1"),
        ("1. Tea", "1\\. Tea"),
        ("12.50", "12.50"),
        ("- x", "\\- x"),
        ("a_b", "a\\_b"),
        ("C# #5", "C# #5"),
        ("2) y", "2\\) y"),
        ("", ""),
    ],
)
def test_escape(line, escaped):
    assert escape(line) == escaped


def test_to_know_what_a_file_may_be_no_format_is_imported():
    code = (
        "import sys; from eyebox.formats import MODULES, may_be_annotations\n"
        "assert may_be_annotations('a.JSON') and may_be_annotations('a.xml') and not may_be_annotations('a.png')\n"
        "assert not [m.name for m in MODULES.values() if 'eyebox.formats.' + m.name in sys.modules]"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=240)


def test_nor_is_one_for_a_folder_without_such_files(tmp_path):
    (tmp_path / "below").mkdir()
    for name in ("a.png", "below/b.jpg", "notes.md"):
        (tmp_path / name).touch()
    code = (
        "import sys; from eyebox.formats import MODULES, holds_annotations\n"
        "assert not holds_annotations(sys.argv[1]) and not holds_annotations(sys.argv[1] + '/a.png')\n"
        "assert not [m.name for m in MODULES.values() if 'eyebox.formats.' + m.name in sys.modules]"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=True, timeout=240)


def test_what_codes_say_goes_along():
    corners = ((1.0, 2.0), (31.0, 2.0), (31.0, 32.0), (1.0, 32.0))
    codes = (Code("https://例子.test/*", "QR Code", corners), Code("BEGIN:VCARD\nN:Ann", "QR Code", corners))
    page = replace(make_page("Garden Pizza"), codes=codes)
    with_codes = make_export(PictureContent(make_picture("s"), (), page))
    (picture,) = json.loads(dumped(formats.format_named("json"), with_codes))["pictures"]
    assert picture["read"]["codes"] == [json.loads(json.dumps(code.to_json())) for code in codes]
    assert (
        dumped(formats.format_named("text"), with_codes)
        == "Garden Pizza\n\nhttps://例子.test/*\nBEGIN:VCARD\nN:Ann\n"
    )
    assert dumped(formats.format_named("markdown"), with_codes).endswith(
        "\n\nGarden Pizza\n\n- QR Code: https://例子.test/\\*\n- QR Code: BEGIN:VCARD N:Ann\n"
    )
    rows = list(csv.reader(io.StringIO(dumped(formats.format_named("csv"), with_codes)[1:], newline="")))
    assert rows[2][1:] == ["code", "https://例子.test/*", "", "QR Code", "1", "2", "31", "32"]
    alone = make_export(PictureContent(make_picture("s"), (), replace(page, lines=(), blocks=())))
    assert dumped(formats.format_named("text"), alone).startswith("https://")
    none = make_export(PictureContent(make_picture("s"), (), replace(page, codes=())))
    assert json.loads(dumped(formats.format_named("json"), none))["pictures"][0]["read"]["codes"] == []
