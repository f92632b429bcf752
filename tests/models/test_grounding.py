"""The grounding check, with scripted models whose boxes are right or wrong in a known way."""

from __future__ import annotations

import json
from threading import Event

import pytest

from engines import write_script
from eyebox_models.boxes.answer_reader import reader_for
from eyebox_models.boxes.pictures import RESIZED, THOUSANDTHS
from eyebox_models.checkpoint import FamilyInfo
from eyebox_models.families.registry import family_for, table
from eyebox_models.families.scripted import Scripted
from eyebox_models.grounding.ask_shapes import check
from eyebox_models.grounding.kept_reports import keep, stored
from eyebox_models.grounding.shape_cards import CARDS, draw
from eyebox_models.protocol.ask import Ask, Options
from eyebox_models.protocol.cards import GroundingReport
from eyebox_models.protocol.errors import Stopped
from eyebox_models.protocol.events import Answer, ImageInfo, Progress
from eyebox_models.vision.pictures import facts


def script_of(place, cards=CARDS, label=lambda mark: mark.name):
    """A script whose answer to each card gives every shape the box that `place(mark, card)` says."""
    answers = []
    for card in cards:
        steps = []
        for mark in card.marks:
            box = place(mark, card)
            if box is not None:
                steps += [{"text": f"{label(mark)}\n"}, {"box": list(box), "label": label(mark)}]
        answers.append({"steps": steps or [{"text": "nothing"}]})
    return {"answers": answers}


def check_script(folder, script, home="", emit=lambda _event: None, stop=None):
    name = write_script(folder, script)
    model = Scripted().load(name, Options(), emit, Event())
    return check(model, name, Options(), home, emit, stop or Event())


def true(mark, _card):
    return mark.box


def moved(dx, dy):
    return lambda mark, _card: (mark.box[0] + dx, mark.box[1] + dy, mark.box[2] + dx, mark.box[3] + dy)


def scaled(a, b):
    return lambda mark, _card: (mark.box[0] * a, mark.box[1] * b, mark.box[2] * a, mark.box[3] * b)


class Written:
    """A model that writes text, as a family's own: read by the family's rule, shown at a size of its choice."""

    def __init__(self, write, rule, step=28, pixels=400_000):
        self._write, self._rule = write, rule
        self._step, self._pixels = step, pixels
        self._cards = iter(CARDS)
        self.asked = []

    def answer(self, ask: Ask, emit, stop) -> Answer:
        card = next(self._cards)
        self.asked.append(ask)
        factor = (self._pixels / (card.width * card.height)) ** 0.5
        resized = tuple(round(side * factor / self._step) * self._step for side in (card.width, card.height))
        seen = (ImageInfo(0, card.width, card.height, resized),)
        reader = reader_for(ask.turn, seen, self._rule)
        reader.feed(
            json.dumps([{"bbox_2d": self._write(m, card, resized), "label": m.name} for m in card.marks])
        )
        reader.finish()
        return Answer(ask.turn, reader.text, boxes=tuple(reader.boxes), seen=seen)

    def close(self) -> None: ...


def in_pixels_of(mark, width, height, card):
    x1, y1, x2, y2 = mark.box
    return [round(v) for v in (x1 / card.width * width, y1 / card.height * height)] + [
        round(v) for v in (x2 / card.width * width, y2 / card.height * height)
    ]


def thousandths(mark, card, _resized):
    return in_pixels_of(mark, 1000, 1000, card)


def resized_pixels(mark, card, resized):
    return in_pixels_of(mark, *resized, card)


def original_pixels(mark, card, _resized):
    return list(mark.box)


def swapped(mark, card, _resized):
    x1, y1, x2, y2 = in_pixels_of(mark, 1000, 1000, card)
    return [y1, x1, y2, x2]


def test_the_cards_show_four_shapes_where_they_say(tmp_path):
    assert len(CARDS) == 5 and sum(len(card.marks) for card in CARDS) == 20
    assert len({round(card.width / card.height, 1) for card in CARDS}) == 5
    for card in CARDS:
        draw(card, tmp_path / "card.png")
        known = facts(str(tmp_path / "card.png"))
        assert (known.width, known.height) == (card.width, card.height)
        assert len({mark.colour for mark in card.marks}) == 4
        for mark in card.marks:
            x1, y1, x2, y2 = mark.box
            assert 0 < x1 < x2 < card.width and 0 < y1 < y2 < card.height


def test_correct_boxes_pass(tmp_path):
    events = []
    report = check_script(tmp_path, script_of(true), emit=events.append)
    assert (report.shapes, report.found, report.trusted, report.median_error_pixels) == (20, 20, True, 0)
    fractions = [event.fraction for event in events if isinstance(event, Progress)]
    assert fractions == sorted(fractions) and fractions[-1] == 1 and events[0].stage == "checking"
    assert all(isinstance(event, Progress) for event in events)


@pytest.mark.parametrize("by", [(30, 0), (0, -30), (60, 60), (-200, 150), (20, 10)])
def test_shifted_boxes_are_caught(tmp_path, by):
    report = check_script(tmp_path, script_of(moved(*by)))
    assert not report.trusted and "shifted" in report.why
    assert str(abs(by[0])) in report.why and str(abs(by[1])) in report.why


@pytest.mark.parametrize("factor", [0.5, 0.72, 0.9, 1.3])
def test_boxes_in_coordinates_of_another_size_are_caught(tmp_path, factor):
    report = check_script(tmp_path, script_of(scaled(factor, factor)))
    assert not report.trusted and "another size" in report.why and f"{factor:.2f}" in report.why


def test_boxes_by_the_right_rule_pass():
    for model in (Written(thousandths, THOUSANDTHS), Written(resized_pixels, RESIZED)):
        report = check(model, "x", Options(), "", lambda _event: None, Event())
        assert report.trusted and report.found == 20 and report.median_error_pixels < 3, report


@pytest.mark.parametrize("pixels", [200_000, 400_000, 700_000, 2_000_000])
def test_boxes_in_pixels_of_the_resized_picture_are_caught(pixels):
    model = Written(resized_pixels, THOUSANDTHS, pixels=pixels)
    report = check(model, "x", Options(), "", lambda _event: None, Event())
    assert not report.trusted and "resized" in report.why


def test_boxes_in_thousandths_taken_for_pixels_are_caught():
    report = check(Written(thousandths, RESIZED), "x", Options(), "", lambda _event: None, Event())
    assert not report.trusted and "thousandths" in report.why


def test_swapped_axes_are_caught():
    report = check(Written(swapped, THOUSANDTHS), "x", Options(), "", lambda _event: None, Event())
    assert not report.trusted and "swapped" in report.why


def test_scattered_missing_and_absent_boxes_are_caught(tmp_path):
    turns = iter(range(100))
    away = [(90, 70), (-80, 60), (70, -90), (-60, -80)]
    report = check_script(tmp_path, script_of(lambda mark, card: moved(*away[next(turns) % 4])(mark, card)))
    assert not report.trusted and "off by" in report.why
    turns = iter(range(100))
    report = check_script(tmp_path, script_of(lambda mark, card: mark.box if next(turns) % 2 else None))
    assert (report.found, report.trusted) == (10, False) and "10 of 20" in report.why
    report = check_script(tmp_path, script_of(lambda _mark, _card: None))
    assert (report.found, report.median_error_pixels, report.trusted) == (0, None, False)


def test_a_box_for_another_shape_is_no_find(tmp_path):
    def wrong(mark, card):
        return card.marks[(card.marks.index(mark) + 1) % 4].box

    report = check_script(tmp_path, script_of(wrong))
    assert (report.found, report.trusted) == (0, False)


CHINESE = {
    "red": "红色", "blue": "蓝色", "green": "绿色", "purple": "紫色", "orange": "橙色", "black": "黑色",
    "circle": "圆形", "square": "正方形", "triangle": "三角形",
}  # fmt: skip


@pytest.mark.parametrize(
    "label",
    [
        lambda mark: f"{CHINESE[mark.colour]}的{CHINESE[mark.form]}",
        lambda mark: f"The {mark.colour.upper()} one",
        lambda mark: f"{mark.form} {mark.letter}",
        lambda mark: f"a {mark.form}, {mark.colour} ({mark.letter})",
        lambda mark: "",
    ],
)
def test_labels_are_matched_by_their_words(tmp_path, label):
    report = check_script(tmp_path, script_of(true, label=label))
    assert report.trusted and report.found == 20


def test_each_family_is_asked_in_its_own_way(tmp_path):
    other = FamilyInfo("other", "Other", "nowhere:Other")
    for info, words in (
        (table().family_of("qwen3_vl"), "bbox_2d"),
        (table().family_of("internvl"), "detect and label"),
        (other, "bounding box"),
    ):
        model = Written(thousandths, THOUSANDTHS)
        model.family = type("F", (), {"info": info})()
        check(model, "x", Options(temperature=1.0, num_beams=4), "", lambda _event: None, Event())
        assert len(model.asked) == 5
        for ask, card in zip(model.asked, CARDS, strict=True):
            assert words in ask.question and all(mark.name in ask.question for mark in card.marks)
            assert (ask.options.temperature, ask.options.num_beams, len(ask.pictures)) == (0, 1, 1)


def test_a_stop_is_honoured(tmp_path):
    stop = Event()
    seen = []

    def emit(event):
        seen.append(event)
        if event.fraction:
            stop.set()

    with pytest.raises(Stopped):
        check_script(tmp_path, script_of(true), emit=emit, stop=stop, home=str(tmp_path))
    assert len(seen) == 2 and not (tmp_path / "grounding.json").exists()


def test_reports_are_kept_by_digest_and_precision(tmp_path):
    home = tmp_path / "模型 home"
    assert stored(home, "d1") == () and stored("", "d1") == ()
    one = GroundingReport(20, 19, 1.5, True, "good", "d1", "bf16")
    other = GroundingReport(20, 3, None, False, "bad", "d1", "int4")
    for report in (other, one, GroundingReport(20, 1, 2.0, False, "x", "d2", "bf16")):
        keep(home, report)
    assert stored(home, "d1") == (one, other)
    keep(home, GroundingReport(20, 20, 1.0, True, "better", "d1", "bf16"))
    assert [report.why for report in stored(home, "d1")] == ["better", "bad"]
    assert [file.name for file in home.iterdir()] == ["grounding.json"]


@pytest.mark.parametrize("broken", ["", "[]", '{"d1": 3}', '{"d1": {"bf16": {"is": "Ask"}}}', "\udcff"])
def test_a_broken_file_of_reports_is_begun_anew(tmp_path, broken):
    (tmp_path / "grounding.json").write_bytes(broken.encode("utf-8", "surrogateescape"))
    assert stored(tmp_path, "d1") == ()
    report = GroundingReport(20, 20, 1.0, True, "good", "d1", "bf16")
    keep(tmp_path, report)
    assert stored(tmp_path, "d1") == (report,)


def test_a_model_without_weights_is_not_kept(tmp_path):
    report = check_script(tmp_path, script_of(true), home=str(tmp_path / "home"))
    assert report.digest == "" and not (tmp_path / "home").exists()


def test_the_report_of_a_model_with_weights_is_kept(tmp_path):
    model = Written(thousandths, THOUSANDTHS)
    checkpoint = type("C", (), {"digest": "abc"})()
    model.parts = type("P", (), {"checkpoint": checkpoint, "precision": "int8"})()
    report = check(model, "x", Options(), str(tmp_path), lambda _event: None, Event())
    assert (report.digest, report.precision) == ("abc", "int8")
    assert stored(tmp_path, "abc") == (report,)


def test_the_scripted_family_is_found_by_its_name(tmp_path):
    assert family_for(write_script(tmp_path, [])).name == "scripted"
