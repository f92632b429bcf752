from __future__ import annotations

import random
from dataclasses import replace
from threading import Event

import pytest

from eyebox_models.families.reader import Reader, ReaderModel
from eyebox_models.families.registry import family_for, named_family
from eyebox_models.ocr.once import PageKeeper
from eyebox_models.protocol.ask import Ask, Message, Options, Picture
from eyebox_models.protocol.errors import Stopped
from eyebox_models.protocol.events import BoxFound, Progress, TextDelta
from pages import line, menu, page, receipt, written

PAGES = {
    "menu.jpeg": menu(),
    "receipt.jpg": receipt(),
    "blank.png": page(),
    "korean.png": replace(page(), unread=3),
    "sign.jpg": written("骨科 男科", "内分泌科"),
}

BITS = "find/read/找到/提取/价格/the/salmon/$10/17,000/total/“/”/table/|/科/how many/\n/*/a@b.com/2024-03-05"


def chat(*turns, language="en"):
    """A chat of (pictures, text) turns by the user, with an answer in between."""
    messages = []
    for pictures, text in turns:
        messages += [Message("user", (*map(Picture, pictures), text)), Message("assistant", ("fine",))]
    return Ask(tuple(messages[:-1]), turn=len(turns), options=Options(language=language))


def answer(ask, stop=None, read=None):
    """The events and the answer; they are checked against each other."""
    events = []
    keeper = PageKeeper(read or (lambda path, on_lines, on_progress, stop: on_progress(0.5) or PAGES[path]))
    result = ReaderModel(keeper).answer(ask, events.append, stop or Event())
    text = "".join(event.text for event in events if isinstance(event, TextDelta))
    boxes = [event for event in events if isinstance(event, BoxFound)]
    assert text == result.text == result.raw
    assert tuple(boxes) == result.boxes
    assert all(box.turn == ask.turn == result.turn and box.box.source == "text" for box in boxes)
    sent = 0
    for event in events:
        sent += len(event.text) if isinstance(event, TextDelta) else 0
        assert not isinstance(event, BoxFound) or event.end <= sent
    return events, result


def ask_once(question, *pictures, **kwargs):
    return answer(chat((pictures or ("menu.jpeg",), question), **kwargs))[1]


def spoken(result):
    return [result.text[b.start : b.end] for b in result.boxes]


def test_find_salmon_burger_gives_one_box_on_the_phrase():
    events, result = answer(chat((["menu.jpeg"], "find salmon burger")))
    assert result.text == "Found 1 place:\n• Salmon Burger"
    (found,) = result.boxes
    assert (found.image, found.box.label, found.box.xyxy) == (0, "Salmon Burger", (40, 60, 170, 80))
    assert spoken(result) == ["Salmon Burger"]
    assert result.plain and not result.suggest_model and result.seconds_to_first_token > 0
    assert (result.precision, result.device) == ("fp32", "cpu")
    assert [(s.image, s.width, s.height, s.resized) for s in result.seen] == [(0, 1000, 1000, (1000, 1000))]
    assert events[0] == Progress("reading", 0.5)
    assert len([e for e in events if isinstance(e, TextDelta)]) > 3


def test_thirteen_prices_in_chinese():
    result = ask_once("提取所有价格")
    assert len(result.boxes) == 13
    assert result.text.startswith("13 个金额：\n• Salmon Burger  $10\n")
    assert spoken(result) == ["$10"] * 7 + ["$12"] * 6


def test_read_everything_keeps_lines_and_blocks():
    assert ask_once("read", "sign.jpg").text == "骨科 男科\n内分泌科"
    assert ask_once("", "menu.jpeg").text.startswith("BURGERS\n\nSalmon Burger\nTurkey Burger\n")
    assert ask_once("read everything", "blank.png").text == "There is no text in this picture."
    assert ask_once("read everything", "korean.png").text.startswith("3 lines look like text in a script")
    assert ask_once("读取文字", "blank.png").text == "这张图片里没有文字。"


def test_a_hit_is_shown_within_its_line():
    result = ask_once("find lover")
    assert result.text == "Found 1 place:\n• Meat Lover's Pizza"
    assert spoken(result) == ["Lover"]


def test_a_misspelt_text_is_found_and_reported_to_be_close():
    result = ask_once("find the slamon burger")
    assert "not there to the letter" in result.text and spoken(result) == ["Salmon Burger"]


def test_articles_are_dropped_only_when_needed():
    kept = {"a.png": written("the end of", "an end")}
    events = []
    keeper = PageKeeper(lambda path, *_: kept[path])
    result = ReaderModel(keeper).answer(chat((["a.png"], "find the end")), events.append, Event())
    assert spoken(result) == ["the end"]


def test_what_is_not_there_is_reported_with_the_nearest():
    result = ask_once("where is the slamn burgur")
    assert result.boxes == () and result.suggest_model
    assert 'No text reads "slamn burgur".' in result.text and '"Salmon Burger"' in result.text
    assert "没有找到文字“热狗”" in ask_once("热狗在哪里").text


def test_several_texts():
    result = ask_once('find "turkey burger" and "vodka pizza"')
    assert spoken(result) == ["Turkey Burger", "Vodka Pizza"]


def test_fields():
    result = ask_once("sub total, grand total, invoice number", "receipt.jpg")
    assert result.text == "sub total: 17,000\ngrand total: 17,000\ninvoice number: not found"
    assert [b.box.y1 for b in result.boxes] == [694, 794]
    assert ask_once("how much is the vodka pizza?").text == "vodka pizza: $12"
    assert ask_once("合计是多少", "receipt.jpg").text == "合计：17,000"


def test_bare_words_are_looked_up_as_fields_then_as_text():
    assert ask_once("GRAND TOTAL", "receipt.jpg").text == "GRAND TOTAL: 17,000"
    assert spoken(ask_once("vodka pizza")) == ["Vodka Pizza"]
    assert ask_once("a quiet evening").suggest_model


def test_table_is_markdown():
    result = ask_once("make a table")
    assert not result.plain
    assert result.text.splitlines()[:3] == ["| BURGERS |  |", "| --- | --- |", "| Salmon Burger | $10 |"]


def test_counting():
    result = ask_once("how many times does “burger” occur?")
    assert result.text == '"burger" occurs 8 times.' and len(result.boxes) == 8
    assert set(spoken(result)) == {"burger"}
    assert ask_once("how many lines are there?").text == "27 lines."
    assert ask_once("how many prices are there?").text.startswith("13 amounts:")
    assert ask_once("how many people are there?").suggest_model
    assert ask_once("“科”出现了几次", "sign.jpg").text == "“科”出现了 3 次。"


@pytest.mark.parametrize("question", ["describe the picture", "what is the man doing?", "描述图片"])
def test_it_never_pretends(question):
    result = ask_once(question)
    assert result.suggest_model and result.boxes == ()
    assert result.text.count("。" if "描" in question else ".") == 1


def test_without_a_picture_it_asks_for_one():
    result = answer(chat(((), "read")))[1]
    assert result.text == "Drop a picture here first, then ask again." and not result.suggest_model


def test_pictures_of_the_latest_turn_that_has_any():
    turns = (["menu.jpeg"], "hello"), (["receipt.jpg", "sign.jpg"], "read"), ((), "find 17,000")
    result = answer(chat(*turns))[1]
    assert {b.image for b in result.boxes} == {1}
    assert [s.image for s in result.seen] == [1, 2]
    assert "receipt.jpg:\n• " in result.text
    both = answer(chat((["menu.jpeg", "receipt.jpg"], "find total"), ((), "find 1")))[1]
    assert {b.image for b in both.boxes} == {0, 1}


def test_progress_runs_over_all_pictures():
    events, _ = answer(chat((["menu.jpeg", "receipt.jpg"], "read")))
    assert [e.fraction for e in events if isinstance(e, Progress)] == [0.25, 0.75]


def test_stop_between_pieces_keeps_what_was_said():
    stop = Event()
    events = []

    def emit(event):
        events.append(event)
        if len(events) == 4:
            stop.set()

    keeper = PageKeeper(lambda path, *_: PAGES[path])
    result = ReaderModel(keeper).answer(chat((["menu.jpeg"], "read")), emit, stop)
    assert len(events) == 4 and result.text == "".join(e.text for e in events)


def test_stop_while_reading_ends_without_text():
    def read(path, on_lines, on_progress, stop):
        stop.set()
        raise Stopped

    assert answer(chat((["menu.jpeg"], "read")), read=read)[1].text == ""


def test_a_page_is_read_once_until_its_file_changes(tmp_path):
    picture = tmp_path / "a.png"
    picture.write_bytes(b"1")
    reads = []

    def read(path, on_lines, on_progress, stop):
        reads.append(path)
        return menu()

    keeper = PageKeeper(read, keep=1)
    lines = []
    for content in (b"1", b"1", b"23"):
        picture.write_bytes(content) if content != picture.read_bytes() else None
        keeper.read(str(picture), lines.append, lambda _: None, Event())
    assert len(reads) == 2 and lines == [menu().lines]
    other = tmp_path / "b.png"
    other.write_bytes(b"1")
    for path in (other, picture):
        keeper.read(str(path), lines.append, lambda _: None, Event())
    assert len(reads) == 4


def test_the_registry_knows_it():
    family = family_for("reader")
    assert isinstance(family, Reader) and named_family("reader") and not named_family("/models/reader")


def test_random_requests_about_random_pages_keep_text_and_spans_together():
    chance = random.Random(4)
    bits = BITS.split("/")
    for _ in range(400):
        texts = [" ".join(chance.choices(bits, k=chance.randint(1, 5))) for _ in range(chance.randint(0, 5))]
        made = page(
            *(line(t.replace("\n", ""), chance.randint(0, 500), chance.randint(0, 500)) for t in texts)
        )
        question = " ".join(chance.choices(bits, k=chance.randint(0, 5)))
        _, result = answer(chat((["x.png"], question)), read=lambda *_, made=made: made)
        for found in result.boxes:
            assert 0 <= found.start < found.end <= len(result.text)
            phrase = result.text[found.start : found.end]
            assert phrase == found.box.label or phrase.casefold() in question.casefold()


def test_an_answer_is_cut_after_so_many_words():
    question = Message("user", (Picture("menu.jpeg"), "find salmon burger"))
    words = {}
    for longest in (2, 3, 6, 7, 8):
        _events, result = answer(Ask((question,), options=Options(max_new_tokens=longest)))
        words[longest] = (result.text, len(result.boxes), result.cut)
    assert words == {
        2: ("Found 1 ", 0, True),
        3: ("Found 1 place:\n", 0, True),
        6: ("Found 1 place:\n• Salmon Burger", 1, False),
        7: ("Found 1 place:\n• Salmon Burger", 1, False),
        8: ("Found 1 place:\n• Salmon Burger", 1, False),
    }
