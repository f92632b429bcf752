"""Corrections become training data: the boxes are where the human left them, the rejected words are the model's own."""

import json
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eyebox.formats import load_annotations
from eyebox.formats import training as module
from eyebox.formats import training_files as files
from eyebox.formats.review_lessons import review_lessons, review_pairs
from eyebox.formats.samples import CONVENTIONS
from eyebox.formats.training import Teaching, write_training
from eyebox.session.review import BoxState, Change, ReviewStep
from eyebox.session.rows import SAID, said_to_data
from eyebox.session.store import Store
from eyebox.session.types import ChatRecord, PictureRecord, Turn
from eyebox_models.boxes.answer_reader import reader_for
from eyebox_models.families.registry import info_named
from eyebox_models.protocol.box import Box, new_id
from eyebox_models.protocol.errors import EyeboxError, Stopped
from eyebox_models.protocol.events import Answer, BoxFound, ImageInfo
from eyebox_models.protocol.teaching import Dropped

ALL = tuple(CONVENTIONS)
RAW = {
    "qwen_vl": "<ref>dog</ref><box>(100,100),(200,200)</box> and <ref>cat</ref><box>(500,500),(900,900)</box>",
    "qwen2_vl": "<|object_ref_start|>dog<|object_ref_end|><|box_start|>(100,100),(200,200)<|box_end|> and "
    "<|object_ref_start|>cat<|object_ref_end|><|box_start|>(500,500),(900,900)<|box_end|>",
    "internvl": "Sure: <ref>dog</ref><box>[[100, 100, 200, 200]]</box>, <ref>cat</ref><box>[[500, 500, 900, 900]]</box>",
    "qwen3_vl": '```json\n[{"bbox_2d": [100, 100, 200, 200], "label": "dog"}, {"bbox_2d": [500, 500, 900, 900], '
    '"label": "cat"}]\n```',
    "qwen2_5_vl": '[{"bbox_2d": [81, 64, 161, 129], "label": "dog"}, {"bbox_2d": [403, 322, 726, 580], "label": "cat"}]',
}
SIZE = (800, 640)


class Made:
    """A session with a review in memory."""

    def __init__(self):
        self.store = Store.in_memory()
        self.session = self.store.new_session("Pets")
        self.store.add_session(self.session)
        self.id = self.session.id

    def picture(self, *boxes, name="a.png", size=SIZE, **values):
        record = PictureRecord(
            new_id(), self.id, f"/pictures/{name}", name, width=size[0], height=size[1], **values
        )
        self.store.add_picture(record)
        self.store.save_boxes(record.id, boxes)
        self.store.join_review(self.id)
        return record

    def rows(self, picture):
        return {row.state.box.id: row for row in self.store.review_of_picture(picture.id)}

    def judge(self, picture, box, verdict, new=None):
        row = self.rows(picture).get(box.id)
        before = row.state if row else None
        state = before or BoxState("", box)
        after = replace(state, verdict=verdict, box=new or state.box)
        self.store.judge(
            self.id, ReviewStep(new_id(), verdict, (Change(picture.id, box.id, before, after),)), undone=False
        )
        if verdict == "rejected":
            self.store.save_boxes(picture.id, removed=[box.id])
        elif new or verdict == "missed":
            self.store.save_boxes(picture.id, [new or box])

    def complete(self, *pictures):
        marks = tuple((picture.id, True) for picture in pictures)
        self.store.judge(self.id, ReviewStep(new_id(), "complete", (), marks), undone=False)

    def plant(self, picture, box):
        state = BoxState("", box, box, "model", planted="shifted")
        self.store.judge(
            self.id, ReviewStep(new_id(), "", (Change(picture.id, box.id, None, state),)), undone=False
        )

    def write(self, folder, **options):
        return write_training(self.store, self.id, Teaching(**options), folder / "out.json")


@pytest.fixture
def made():
    made = Made()
    yield made
    made.store.close()


def model(label, *corners, **values):
    return Box(label, *map(float, corners), source="model", **values)


def records(path):
    text = path.read_text(encoding="utf-8")
    return json.loads(text) if text.startswith("[") else [json.loads(line) for line in text.splitlines()]


def pets(made):
    """Three proposals: one accepted, one moved and renamed, one rejected; and one that was missed."""
    dog, cat, ghost = (
        model("dog", 80, 64, 160, 128),
        model("cat", 400, 320, 720, 576),
        model("ghost", 0, 0, 50, 50),
    )
    picture = made.picture(dog, cat, ghost)
    made.judge(picture, dog, "accepted")
    made.judge(picture, cat, "fixed", replace(cat, label="lynx", x1=390.0))
    made.judge(picture, ghost, "rejected")
    made.judge(picture, Box("owl", 10, 20, 30, 40), "missed")
    made.complete(picture)
    return picture


def drawn(boxes, size):
    """Boxes as they are drawn: a line of one pixel in a plane for each."""
    planes = []
    for box in boxes:
        plane = np.zeros((size[1] + 2, size[0] + 2), bool)
        x1, y1, x2, y2 = map(round, box.xyxy)
        plane[y1 : y2 + 1, x1 : x2 + 1] = True
        plane[y1 + 1 : y2, x1 + 1 : x2] = False
        planes.append(plane)
    return planes


def thickened(plane, by):
    grown = plane.copy()
    for _ in range(by):
        wide = np.pad(grown, 1)
        grown = wide[1:-1, 1:-1] | wide[:-2, 1:-1] | wide[2:, 1:-1] | wide[1:-1, :-2] | wide[1:-1, 2:]
        wide = np.pad(grown, 1)
        grown |= wide[:-2, :-2] | wide[2:, 2:] | wide[:-2, 2:] | wide[2:, :-2]
    return grown


@pytest.mark.parametrize("name", ALL)
def test_samples_hold_what_the_human_left(made, tmp_path, name):
    pets(made)
    written = made.write(tmp_path, convention=name, pairs=True)
    assert (written.samples, written.pairs, written.boxes, dict(written.left_out)) == (1, 1, 3, {})
    assert written.farthest <= 1
    (sample,) = load_annotations(tmp_path / "out.json")
    assert sorted(box.label for box in sample.boxes) == ["dog", "lynx", "owl"]
    text = (tmp_path / "out.json").read_text()
    assert "dog, lynx, owl, cat, ghost" in text and (tmp_path / "out.pairs.jsonl") in written.files


@pytest.mark.parametrize("name", ALL)
def test_boxes_that_are_read_back_are_drawn_over_those_that_were_left(made, tmp_path, name):
    rng = np.random.default_rng(5)
    left = []
    for n in range(12):
        size = tuple(int(side) for side in rng.integers(40, 1000, 2))
        corners = rng.uniform(0, 1, (2, 2)) * size
        (x1, y1), (x2, y2) = corners.min(0), corners.max(0) + 3
        box = model("x", x1, y1, min(x2, size[0]), min(y2, size[1]))
        picture = made.picture(box, name=f"{n}.png", size=size)
        made.judge(picture, box, "accepted")
        made.complete(picture)
        left.append((box, size))
    made.write(tmp_path, convention=name)
    for (box, size), read in zip(left, load_annotations(tmp_path / "out.json"), strict=True):
        (old,), (new,) = drawn([box], size), drawn(read.boxes, size)
        assert not (new & ~thickened(old, 1)).any() and not (old & ~thickened(new, 1)).any()


@pytest.mark.parametrize("name", ALL)
@given(
    size=st.tuples(st.integers(30, 3000), st.integers(30, 3000)),
    boxes=st.lists(st.tuples(*[st.floats(0, 1)] * 4), min_size=1, max_size=6),
    most=st.none() | st.integers(30_000, 2_000_000),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=15)
def test_any_boxes_on_any_picture_are_proved(name, tmp_path, size, boxes, most):
    made = Made()
    try:
        all_boxes = [
            model("x", min(a, c) * size[0], min(b, d) * size[1], max(a, c) * size[0], max(b, d) * size[1])
            for a, b, c, d in boxes
        ]
        picture = made.picture(*all_boxes, size=size)
        for box in all_boxes:
            made.judge(picture, box, "accepted")
        made.complete(picture)
        written = made.write(tmp_path, convention=name, max_pixels=most)
        assert written.boxes + written.left_out[files.NO_AREA] == len(all_boxes)
        notation = info_named(CONVENTIONS[name].family).notation
        shown = size if name == "swift" else notation.steps(notation.resized(*size, most))
        step = max(side / of for side, of in zip(size, shown, strict=True))
        assert written.farthest <= max(1, step) + 0.01
        if name == "swift":
            assert written.farthest == 0 and not written.left_out
    finally:
        made.store.close()


def answered(made, boxes, raw, resized=(812, 644), question="Where are they?", **values):
    """A picture with the boxes of an answer."""
    picture = made.picture(*boxes)
    chat = ChatRecord(new_id(), made.id)
    made.store.add_chat(chat)
    asked = Turn(chat.id, "user", question, pictures=(picture.id,))
    found = tuple(BoxFound(0, 0, box) for box in boxes)
    answer = Answer(0, "text", raw, found, seen=(ImageInfo(0, *SIZE, resized),))
    turn = Turn(chat.id, "assistant", "text", parent=asked.id, answer=answer, **values)
    made.store.save_turn(asked)
    made.store.save_turn(turn)
    return picture


def said(raw, rule, resized=(812, 644)):
    reader = reader_for(0, [ImageInfo(0, *SIZE, resized)], rule)
    reader.feed(raw)
    reader.finish()
    return [found.box for found in reader.boxes]


@pytest.mark.parametrize("family", RAW)
def test_rejected_words_are_the_models_own(made, tmp_path, family):
    boxes = said(RAW[family], info_named(family).notation.rule)
    assert [box.label for box in boxes] == ["dog", "cat"]
    picture = answered(made, boxes, RAW[family] + "<|im_end|>")
    made.judge(picture, boxes[0], "accepted")
    made.judge(picture, boxes[1], "fixed", replace(boxes[1], x1=410.0))
    made.complete(picture)
    made.write(tmp_path, convention=family, pairs=True)
    (pair,) = records(tmp_path / "out.pairs.jsonl")
    rejected = pair["rejected"] if family == "internvl" else pair["rejected"]["value"]
    chosen = pair["chosen"] if family == "internvl" else pair["chosen"]["value"]
    assert rejected == RAW[family]
    question = pair["question"] if family == "internvl" else pair["conversations"][0]["value"]
    assert question == "<image>\nWhere are they?"
    right = said(chosen, info_named(family).notation.rule)
    assert [box.label for box in right] == ["dog", "cat"]
    assert right[1].x1 == pytest.approx(410, abs=1)
    (sample,) = records(tmp_path / "out.json")
    assert "Where are they?" in json.dumps(sample, ensure_ascii=False)


@pytest.mark.parametrize("family", RAW)
def test_of_another_notation_the_proposals_are_written_in_the_familys_own(made, tmp_path, family):
    boxes = said(RAW[family], info_named(family).notation.rule)
    picture = answered(made, boxes, RAW[family])
    made.judge(picture, boxes[0], "rejected")
    made.judge(picture, boxes[1], "accepted")
    made.complete(picture)
    other = "qwen2_5_vl" if family == "internvl" else "internvl"
    made.write(tmp_path, convention=other, pairs=True)
    (pair,) = records(tmp_path / "out.pairs.jsonl")
    rule, shown = info_named(other).notation.rule, (812, 644)
    rejected = pair["rejected"] if other == "internvl" else pair["rejected"]["value"]
    assert rejected != RAW[family]
    for old, new in zip(boxes, said(rejected, rule, shown), strict=True):
        assert new.label == old.label and new.xyxy == pytest.approx(old.xyxy, abs=1)
    made.write(tmp_path, convention="swift", pairs=True)
    (pair,) = records(tmp_path / "out.pairs.jsonl")
    assert pair["rejected_response"] == RAW[family]
    assert said(pair["messages"][1]["content"], info_named(family).notation.rule)[0].label == "cat"


def test_words_at_another_size_or_of_more_pictures_are_not_quoted(made, tmp_path):
    rule = info_named("qwen2_5_vl").notation.rule
    for resized, values in (((392, 308), {}), ((812, 644), {"state": "failed"})):
        boxes = said(RAW["qwen2_5_vl"], rule, resized)
        picture = answered(made, boxes, RAW["qwen2_5_vl"], resized, **values)
        for box in boxes:
            made.judge(picture, box, "rejected")
        made.complete(picture)
    made.write(tmp_path, convention="qwen2_5_vl", pairs=True)
    pairs = records(tmp_path / "out.pairs.jsonl")
    assert len(pairs) == 2 and all(pair["rejected"]["value"] != RAW["qwen2_5_vl"] for pair in pairs)
    assert {pair["chosen"]["value"] for pair in pairs} == {"```json\n[]\n```"}
    made.write(tmp_path, convention="qwen2_5_vl", pairs=True, max_pixels=406 * 322)
    pairs = records(tmp_path / "out.pairs.jsonl")
    assert [pair["rejected"]["value"] == RAW["qwen2_5_vl"] for pair in pairs] == [True, False]


def test_words_outside_of_chats_are_quoted_too(made, tmp_path):
    boxes = said(RAW["internvl"], info_named("internvl").notation.rule)
    picture = made.picture(*boxes)
    found = tuple(BoxFound(0, 0, box) for box in boxes)
    answer = Answer(0, "text", RAW["internvl"], found, token_ids=(1, 2), seen=(ImageInfo(0, *SIZE, SIZE),))
    kept = ["odd", {"question": 5}, said_to_data("What is there?", answer, 0)]
    made.store.set_state(picture.id, SAID, kept)
    made.judge(picture, boxes[0], "rejected")
    made.judge(picture, boxes[1], "accepted")
    made.complete(picture)
    made.write(tmp_path, convention="internvl", pairs=True)
    (pair,) = records(tmp_path / "out.pairs.jsonl")
    assert (pair["question"], pair["rejected"]) == ("<image>\nWhat is there?", RAW["internvl"])
    assert "dog" not in pair["chosen"]
    made.store.set_state(picture.id, SAID, [said_to_data("What is there?", answer, 1)])
    made.write(tmp_path, convention="internvl", pairs=True)
    assert records(tmp_path / "out.pairs.jsonl")[0]["rejected"] != RAW["internvl"]


def test_what_was_right_makes_no_pair(made, tmp_path):
    dog = model("dog", 80, 64, 160, 128)
    picture = made.picture(dog)
    made.judge(picture, dog, "accepted")
    made.complete(picture)
    written = made.write(tmp_path, pairs=True)
    assert (written.samples, written.pairs) == (1, 0)


def test_planted_boxes_never_appear(made, tmp_path):
    dog = model("dog", 80, 64, 160, 128)
    picture = made.picture(dog)
    made.judge(picture, dog, "rejected")
    made.plant(picture, model("plant", 300, 300, 400, 400))
    made.complete(picture)
    made.write(tmp_path, pairs=True, judged=True)
    for file in tmp_path.iterdir():
        assert "plant" not in file.read_text()
    (pair,) = records(tmp_path / "out.pairs.jsonl")
    assert '"dog"' in pair["rejected"]["value"] and "dog" not in pair["chosen"]["value"]


def test_only_complete_pictures_count_or_all_that_are_judged(made, tmp_path):
    boxes = [model(f"b{n}", 80, 64, 160, 128) for n in range(4)]
    pictures = [made.picture(box, name=f"{n}.png") for n, box in enumerate(boxes)]
    made.picture(name="never reviewed.png")
    with pytest.raises(EyeboxError, match="marked complete"):
        made.write(tmp_path)
    assert list(tmp_path.iterdir()) == []
    made.judge(pictures[0], boxes[0], "accepted")
    made.judge(pictures[1], boxes[1], "accepted")
    made.judge(pictures[2], boxes[2], "unsure")
    made.complete(pictures[0])
    written = made.write(tmp_path)
    assert (written.samples, dict(written.left_out)) == (1, {module.NOT_COMPLETE: 3})
    written = made.write(tmp_path, judged=True)
    assert (written.samples, dict(written.left_out)) == (2, {module.UNDECIDED: 2})
    made.judge(pictures[0], boxes[0], "unsure")
    made.judge(pictures[1], boxes[1], "")
    with pytest.raises(EyeboxError, match="all of its boxes judged"):
        made.write(tmp_path, judged=True)
    assert len(records(tmp_path / "out.json")) == 2


def test_two_models_make_a_pair_each(made, tmp_path):
    ours, theirs = said(RAW["qwen3_vl"], info_named("qwen3_vl").notation.rule), [model("owl", 1, 1, 90, 90)]
    picture = answered(made, ours, RAW["qwen3_vl"])
    made.store.save_boxes(picture.id, theirs)
    made.store.join_review(made.id)
    made.judge(picture, ours[0], "rejected")
    made.judge(picture, ours[1], "accepted")
    made.judge(picture, theirs[0], "fixed", replace(theirs[0], x2=80.0))
    made.judge(picture, Box("cat", 5, 5, 25, 25), "missed")
    made.complete(picture)
    made.write(tmp_path, pairs=True)
    first, second = records(tmp_path / "out.pairs.jsonl")
    assert first["rejected"]["value"] == RAW["qwen3_vl"]
    assert [box.label for box in said(first["chosen"]["value"], info_named("qwen3_vl").notation.rule)] == [
        "cat",
        "cat",
    ]
    assert [box.label for box in said(second["chosen"]["value"], info_named("qwen3_vl").notation.rule)] == [
        "owl"
    ]
    (sample,) = records(tmp_path / "out.json")
    assert "Where are they?" not in json.dumps(sample)


def test_a_turned_picture_is_taught_as_its_file_shows_it(made, tmp_path):
    dog = model("dog", 540, 0, 640, 200)
    picture = made.picture(dog, size=(640, 800), turns=1)
    made.judge(picture, dog, "fixed", replace(dog, x1=440.0))
    made.complete(picture)
    made.write(tmp_path, convention="swift", pairs=True)
    (sample,) = records(tmp_path / "out.json")
    assert sample["objects"]["bbox"] == [[0, 0, 200, 200]]
    (pair,) = records(tmp_path / "out.pairs.jsonl")
    assert said(pair["rejected_response"], info_named("qwen3_vl").notation.rule)[0].xyxy == pytest.approx(
        (0, 0, 200, 100), abs=1
    )


def test_a_template_asks_for_the_labels(made, tmp_path):
    pets(made)
    made.write(tmp_path, question="Zeig mir {labels}!")
    (sample,) = records(tmp_path / "out.json")
    assert sample["conversations"][0]["value"] == "<image>\nZeig mir dog, lynx, owl, cat, ghost!"


def test_nothing_is_written_where_the_proof_fails_or_it_is_stopped(made, tmp_path, monkeypatch):
    pets(made)
    (tmp_path / "out.json").write_text("old")

    def stop(_number, _total):
        raise Stopped

    with pytest.raises(Stopped):
        write_training(made.store, made.id, Teaching(), tmp_path / "out.json", stop)
    real = files.record

    def wrong(sample, convention, number):
        return real(replace(sample, boxes=tuple(box.moved(9, 0) for box in sample.boxes)), convention, number)

    monkeypatch.setattr(files, "record", wrong)
    with pytest.raises(EyeboxError, match="read back elsewhere"):
        made.write(tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["out.json"]
    assert (tmp_path / "out.json").read_text() == "old"


def test_what_rounding_costs_is_counted(made, tmp_path):
    box = model("far", 1001.5, 10, 3002.4, 2000)
    picture = made.picture(box, model("flat", 5, 5, 5, 9), size=(4100, 3000))
    for one in made.rows(picture).values():
        made.judge(picture, one.state.box, "accepted")
    made.complete(picture)
    written = made.write(tmp_path, convention="internvl")
    assert dict(written.left_out) == {files.ROUNDED: 1, files.NO_AREA: 1}
    assert 1 < written.farthest <= 2.06
    assert made.write(tmp_path, convention="swift").farthest == 0


def test_pictures_that_exif_turns_are_counted(made, tmp_path):
    from PIL import Image

    for n, orientation in enumerate((1, 6)):
        exif = Image.Exif()
        exif[0x112] = orientation
        path = tmp_path / f"{n}.jpg"
        Image.new("RGB", SIZE if n == 0 else SIZE[::-1]).save(path, exif=exif)
        dog = model("dog", 80, 64, 160, 128)
        picture = made.picture(dog)
        made.store.update_picture(replace(picture, path=str(path)))
        made.judge(picture, dog, "accepted")
        made.complete(picture)
    assert dict(made.write(tmp_path).left_out) == {module.TURNED: 1}


def test_samples_and_pairs_take_their_places_together(made, tmp_path, monkeypatch):
    pets(made)
    real = files.pair_record

    def wrong(pair, convention):
        return real(replace(pair, sample=replace(pair.sample, boxes=pair.sample.boxes[:1])), convention)

    def other_words(pair, convention):
        return real(replace(pair, rejected="nothing"), convention)

    for fault in (wrong, other_words):
        monkeypatch.setattr(files, "pair_record", fault)
        with pytest.raises(EyeboxError, match="read back elsewhere"):
            made.write(tmp_path, pairs=True)
        assert list(tmp_path.iterdir()) == []


def test_a_review_is_taught_as_it_was_left_and_what_is_not_ready_is_named(made):
    pets(made)
    dog = model("dog", 1, 2, 30, 40)
    waits = made.picture(dog, name="waits.png")
    judged = made.picture(model("owl", 5, 5, 50, 50), name="judged.png")
    made.judge(judged, next(row.state.box for row in made.rows(judged).values()), "accepted")
    lesson, *others = review_lessons(made.store, made.id)
    question, answer = lesson.messages
    assert [part.path for part in question.parts] == ["/pictures/a.png"]  # its words are those of the family
    assert set(lesson.labels) == {"dog", "cat", "lynx", "owl", "ghost"}
    assert answer.text == "\n".join(["<ref-object><bbox>"] * 3) and lesson.of_image == (0, 0, 0)
    assert {(box.label, box.xyxy) for box in lesson.boxes} == {
        ("dog", (80, 64, 160, 128)), ("lynx", (390, 320, 720, 576)), ("owl", (10, 20, 30, 40)),
    }  # fmt: skip
    assert lesson.refs == tuple(box.label for box in lesson.boxes)
    assert [(one.name, one.reason.split(" in ")[0]) for one in others] == [
        ("waits.png", "it is not marked complete"), ("judged.png", "it is not marked complete"),
    ]  # fmt: skip
    found = [*review_lessons(made.store, made.id, judged=True)]
    assert [one.name for one in found] == ["a.png", "judged.png", "waits.png"]
    assert isinstance(found[-1], Dropped) and "wait for a verdict" in found[-1].reason and waits
    assert [*review_lessons(made.store, made.id, judged=True)] == found  # the same when it is read again
    with pytest.raises(EyeboxError, match="session is gone"):
        next(review_lessons(made.store, "none"))


def test_a_review_gives_pairs_of_what_was_proposed_and_what_was_made_of_it(made):
    pets(made)
    right = model("dog", 80, 64, 160, 128)
    kept = made.picture(right, name="right.png")
    made.judge(kept, right, "accepted")
    made.complete(kept)
    waits = made.picture(model("dog", 1, 1, 50, 50), name="waits.png")
    assert made.store.pictures_corrected(made.id) == (1, 1)
    pair, *others = review_pairs(made.store, made.id)
    assert pair.messages[-1].text == "\n".join(["<ref-object><bbox>"] * 3) == pair.rejected
    assert pair.refs == ("dog", "lynx", "owl", "dog", "cat", "ghost") and len(pair.of_image) == 6
    assert [box.x1 for box in pair.boxes] == [80, 390, 10, 80, 400, 0] and pair.labels == (
        "dog", "lynx", "owl", "cat", "ghost",
    )  # fmt: skip
    assert [(one.name, one.reason.split(" ")[1]) for one in others] == [
        ("right.png", "box"),
        ("waits.png", "is"),
    ]
    (row,) = made.store.review_of_picture(waits.id)
    made.judge(waits, row.state.box, "rejected")
    assert made.store.pictures_corrected(made.id) == (1, 2)
    everything_wrong = [
        one for one in review_pairs(made.store, made.id, judged=True) if one.name == "waits.png"
    ]
    assert [(one.messages[-1].text, one.rejected, len(one.boxes)) for one in everything_wrong] == [
        ("There are none.", "<ref-object><bbox>", 1)
    ]


def test_a_pair_is_asked_as_the_chat_asked_where_that_was_one_whole_picture(made):
    boxes = said(RAW["qwen2_vl"], info_named("qwen2_vl").notation.rule)
    picture = answered(made, boxes, RAW["qwen2_vl"])
    made.judge(picture, boxes[0], "accepted")
    made.judge(picture, boxes[1], "fixed", replace(boxes[1], x2=700.0))
    made.complete(picture)
    (pair,) = review_pairs(made.store, made.id)
    assert pair.messages[0].text == "Where are they?" and pair.labels == ()


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("[1, 2] <|im_end|>\n<|endoftext|></s> \n", "[1, 2]"),
        ("[1, 2] \n", "[1, 2] \n"),
        ("<|im_end|> [1, 2]", "<|im_end|> [1, 2]"),
        ("<box>1<|end|>", "<box>1"),
        (" " * 1_000_000 + "x", " " * 1_000_000 + "x"),
        ("", ""),
    ],
    ids=["ends", "none", "before", "tag", "blanks", "empty"],
)
def test_what_ends_a_turn_is_left_out_of_a_model_s_words(raw: str, words: str) -> None:
    assert module.without_end(raw) == words
