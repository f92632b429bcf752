"""Conversations of all forms that trainers write become lessons, and what is none says why."""

import json
import os

import pytest
from PIL import Image

from eyebox.formats.lessons import read_lessons
from eyebox_models.protocol.ask import Message, Picture
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.teaching import Dropped, Lesson


@pytest.fixture
def read(tmp_path):
    for name in "ab":
        Image.new("RGB", (40, 20)).save(tmp_path / f"{name}.png")

    def run(*records, lines=True, name="data.jsonl"):
        texts = [json.dumps(one) for one in records]
        (tmp_path / name).write_text("\n".join(texts) if lines else f"[{','.join(texts)}]")
        return list(read_lessons([tmp_path / name]))

    run.picture = lambda name: Picture(str(tmp_path / f"{name}.png"))
    return run


QWEN = {
    "image": "a.png",
    "conversations": [{"from": "human", "value": "<image>\nWhat?"}, {"from": "gpt", "value": "A dog."}],
}
QWEN_2023 = {
    "conversations": [
        {"from": "user", "value": "Picture 1: <img>a.png</img>\nWhat?"}, {"from": "assistant", "value": "A dog."},
    ],
}  # fmt: skip
SWIFT = {
    "messages": [{"role": "user", "content": "<image>What?"}, {"role": "assistant", "content": "A dog."}],
    "images": ["a.png"],
}
PARTS = {
    "messages": [
        {"role": "user", "content": [{"type": "image"}, {"type": "text", "text": "What?"}]},
        {"role": "assistant", "content": [{"type": "text", "text": "A dog."}]},
    ],
    "images": [{"path": "a.png"}],
}
INTERNVL = {**QWEN, "width": 40, "height": 20}
UNMARKED = {**SWIFT, "messages": [{"role": "user", "content": "What?"}, SWIFT["messages"][1]]}


@pytest.mark.parametrize("record", [QWEN, QWEN_2023, SWIFT, PARTS, INTERNVL, UNMARKED])
@pytest.mark.parametrize("lines", [True, False])
def test_all_forms_say_the_same(read, record, lines):
    (lesson,) = read(record, lines=lines)
    question, answer = lesson.messages
    assert question.parts == (read.picture("a"), "What?")
    assert answer == Message("assistant", ("A dog.",))


PAIRS = [
    {**SWIFT, "rejected_response": "A cat."},
    {**QWEN, "conversations": QWEN["conversations"][:1], "chosen": {"from": "gpt", "value": "A dog."},
     "rejected": {"from": "gpt", "value": "A cat."}},
    {"image": "a.png", "question": "<image>\nWhat?", "chosen": "A dog.", "rejected": "A cat."},
]  # fmt: skip


@pytest.mark.parametrize("record", PAIRS)
def test_pairs_of_all_forms_say_the_same(read, record):
    (lesson,) = read(record)
    question, answer = lesson.messages
    assert question.parts == (read.picture("a"), "What?")
    assert (answer.text, lesson.rejected) == ("A dog.", "A cat.")
    (dropped,) = read({**record, "rejected": 3, "rejected_response": [1]})
    assert isinstance(dropped, Dropped)


def test_turns_pictures_and_boxes_stay_in_their_places(read):
    turns = [
        {"role": "system", "content": "Be brief."},
        {"role": "user", "content": "See <image> and <image>: where is <ref-object>?"},
        {"role": "assistant", "content": "<bbox>"},
        {"role": "user", "content": "Sure?"},
        {"role": "assistant", "content": "Yes."},
    ]
    objects = {"ref": ["the dog"], "bbox": [[0.5, 0, 1, 0.5]], "bbox_type": "norm1", "image_id": [1]}
    (lesson,) = read({"messages": turns, "images": ["a.png", "b.png"], "objects": objects})
    assert [message.role for message in lesson.messages] == [
        "system",
        "user",
        "assistant",
        "user",
        "assistant",
    ]
    a, b = read.picture("a"), read.picture("b")
    assert lesson.messages[1].parts == ("See ", a, " and ", b, ": where is <ref-object>?")
    assert lesson.refs == ("the dog",) and lesson.of_image == (1,)
    assert [box.xyxy for box in lesson.boxes] == [(20, 0, 40, 10)]
    assert read({"messages": turns, "images": ["a.png", "b.png"], "objects": objects}) == [lesson]
    (of_pixels,) = read({**QWEN, "resized": [56, 28]})
    assert of_pixels.shown == (56, 28)


def test_what_is_no_lesson_is_named_and_the_others_are_kept(read):
    found = read(
        {**QWEN, "image": "gone.png"},
        QWEN,
        {"image": "a.png"},
        {**SWIFT, "images": []},
        {**SWIFT, "objects": {"ref": ["x"], "bbox": [[5, 5, 1]]}},
        {**SWIFT, "messages": [{"role": "tool", "content": "x"}]},
        [1],
    )
    assert [type(one) for one in found] == [Dropped, Lesson, *[Dropped] * 5]
    assert found[0].name == "data.jsonl, line 1" and "gone.png" in found[0].reason
    assert "names 1 pictures" in found[3].reason and "four numbers" in found[4].reason


def test_one_bad_line_is_named_and_costs_no_other(tmp_path, read):
    read(QWEN)
    lines = [json.dumps({**QWEN, "id": 1})] * 9  # the same id again and again
    lines[6] = lines[6][:-9]
    lines[7] = json.dumps({**SWIFT, "objects": {"ref": ["x"], "bbox": [[5, 5, 1, 9]]}}).replace(
        "9]]", "NaN]]"
    )
    lines[8] = json.dumps({**QWEN, "image": "linked.png"})
    (tmp_path / "linked.png").symlink_to(tmp_path / "a.png")
    (tmp_path / "bad.jsonl").write_text("\n".join(lines))
    found = list(read_lessons([tmp_path / "bad.jsonl"]))
    assert [type(one) for one in found] == [*[Lesson] * 6, Dropped, Dropped, Lesson]
    assert (found[6].name, found[6].reason) == ("bad.jsonl, line 7", "line 7 is not sound JSON")
    assert found[7].name == "bad.jsonl, line 8" and "NaN" not in found[7].name


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xff\xfe\x00{", "not a sound JSON"),
        (b"[1, 2", "not a sound JSON"),
        (b"x" * (33 << 20), "line 1 is far too long"),
        (b"[" + b"[" * 3000, "not a sound JSON"),
    ],
)
def test_a_file_that_is_none_is_refused_with_one_sentence(tmp_path, content, said):
    (tmp_path / "bad.jsonl").write_bytes(content)
    with pytest.raises(EyeboxError, match=said):
        list(read_lessons([tmp_path / "bad.jsonl"]))


def test_files_that_never_end_are_refused_at_once(tmp_path):
    with (tmp_path / "large.jsonl").open("wb") as file:
        file.truncate(10 << 30)
    os.mkfifo(tmp_path / "pipe.jsonl")
    (tmp_path / "folder.jsonl").mkdir()
    for name, said in (
        ("folder", "is a folder: choose the files"),
        ("large", "larger than 2 GB"),
        ("pipe", "no regular file"),
        ("gone", "cannot be read"),
    ):
        with pytest.raises(EyeboxError, match=said):
            list(read_lessons([tmp_path / f"{name}.jsonl"]))


def test_a_video_is_not_taken_for_text(read):
    turns = [{"role": "user", "content": "<video>What?"}, {"role": "assistant", "content": "A dog."}]
    for one in (
        {"messages": turns, "videos": ["a.mp4"]},
        {"messages": turns},
        {"messages": turns[1:], "video": "a.mp4"},
    ):
        (found,) = read(one)
        assert isinstance(found, Dropped)
        assert str(found.reason).startswith("it is about a video; models are taught with pictures here")
