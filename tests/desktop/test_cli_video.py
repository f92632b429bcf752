"""Videos on the command line: which frames a question is about, and what is told of their times."""

from __future__ import annotations

import io
import json
from functools import partial

import pytest

import eyebox.cli.ask as ask_module
from clips import write_clip
from engines import HELLO, engine_of, write_script
from eyebox.__main__ import main
from eyebox_models.engine.process import EngineProcess

PAIRS = f"""
say('{HELLO}')
for line in sys.stdin:
    message = json.loads(line)
    if 'job' not in message: continue
    asked = message['request']['ask']
    parts = [part for part in asked['messages'][0]['parts'] if isinstance(part, dict)]
    box = lambda image: {{'is': 'BoxFound', 'turn': 0, 'image': image,
                          'box': {{'is': 'Box', 'label': 'dog', 'x1': 1.0, 'y1': 2.0, 'x2': 3.0, 'y2': 4.0}}}}
    seen = [{{'is': 'ImageInfo', 'image': n, 'width': 160, 'height': 120, 'resized': [168, 112], 'visual_tokens': 24,
              'frames': [n, n + 1], 'times': [n / 2, (n + 1) / 2]}} for n in range(0, len(parts), 2)]
    answer = {{'is': 'Answer', 'turn': 0, 'text': json.dumps(parts), 'boxes': [box(0), box(1)], 'seen': seen}}
    for image in (0, 1):
        say(json.dumps({{'job': message['job'], 'event': box(image)}}))
    say(json.dumps({{'job': message['job'], 'event': {{'is': 'End', 'outcome': 'done', 'result': answer}}}}))
"""


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.setenv("EYEBOX_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def clip(tmp_path):
    return write_clip(tmp_path / "a clip 视频.avi", 40)


@pytest.fixture
def ask(monkeypatch, capsysbinary):
    """Asks an engine that answers with the pictures it was asked about."""
    monkeypatch.setattr(ask_module, "EngineProcess", partial(EngineProcess, command=engine_of(PAIRS)))

    def run(*arguments):
        status = main(["ask", "--model", "some/name", "-p", "What happens?", *arguments])
        captured = capsysbinary.readouterr()
        return status, captured.out.decode(), captured.err.decode()

    return run


def asked(out):
    return [(part["path"].rpartition("#")[2], part["in_video"]) for part in json.loads(out)]


def test_the_frames_that_are_wanted_are_asked_about_as_one_video(ask, clip):
    status, out, err = ask("--video", clip, "--frames", "4")
    assert (status, err) == (0, "")
    assert asked(out) == [("t=0", True), ("t=1", True), ("t=2", True), ("t=3", True)]
    assert asked(ask(clip, "--fps", "1")[1]) == asked(out)
    assert [name for name, _ in asked(ask(clip, "--times", "0.5,3.9")[1])] == ["t=0.5", "t=3.9"]
    assert len(asked(ask(clip)[1])) == 8
    assert asked(ask(f"{clip}#t=1.5")[1]) == [("t=1.5", False)]


def test_events_tell_frames_and_times(ask, clip):
    events = [
        json.loads(line) for line in ask("--json", "--video", clip, "--times", "0,0.5,1,1.5")[1].splitlines()
    ]
    boxes = [event for event in events if event["event"] == "box"]
    assert [(box["image"], box["time"], box["label"]) for box in boxes] == [(0, 0, "dog"), (1, 0.5, "dog")]
    assert events[-1]["boxes"] == [
        {"image": n, "time": n / 2, "label": "dog", "box": [1, 2, 3, 4]} for n in (0, 1)
    ]
    assert [(seen["frames"], seen["times"]) for seen in events[-1]["seen"]] == [
        ([0, 1], [0, 0.5]),
        ([2, 3], [1, 1.5]),
    ]


def test_a_chat_file_names_times(ask, clip, tmp_path):
    chat = tmp_path / "chat.json"
    video = {"type": "video", "path": clip, "times": [0, 1.25]}
    chat.write_text(json.dumps([{"role": "user", "content": [video, {"type": "text", "text": "?"}]}]))
    status = ask_module.ask(["--model", "some/name", "--messages", str(chat)])
    assert status == 0
    chat.write_text(json.dumps([{"role": "user", "content": [video | {"times": ["x"]}]}]))
    assert main(["ask", "--messages", str(chat)]) == 1


@pytest.mark.parametrize(
    "wrong", [["--frames", "0"], ["--fps", "0"], ["--times", "a"], ["--times", "-1"], ["--scenes", "999"]]
)
def test_wrong_numbers_are_wrong_usage(ask, clip, wrong):
    status, _out, err = ask("--video", clip, *wrong)
    assert status == 2 and err.startswith("eyebox: ")


def test_what_is_no_video_is_one_sentence(ask, tmp_path):
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    status, out, err = ask("--video", "a.png")
    assert (status, out) == (1, "")
    assert err.splitlines() == [
        "eyebox: “a.png” is not a video that can be opened; save it as MP4, WebM, MKV, MOV or AVI."
    ]
    assert "does not exist" in ask("--video", "b.mp4")[2]


def test_one_that_is_cut_is_asked_about_as_far_as_it_goes(ask, clip, tmp_path):
    from pathlib import Path

    whole = Path(clip).read_bytes()
    (tmp_path / "cut.avi").write_bytes(whole[: len(whole) // 2])
    status, out, err = ask("cut.avi", "--frames", "3")
    assert status == 0 and len(asked(out)) == 3
    assert err.startswith("eyebox: cut.avi is cut off: what can be seen of it ends at ")


@pytest.mark.thorough
def test_frames_are_read_like_pages(tmp_path, capsysbinary):
    import numpy as np
    from PIL import Image, ImageDraw, ImageFont

    pictures = []
    for word in ("Morning", "Evening"):
        image = Image.new("RGB", (320, 120), "white")
        ImageDraw.Draw(image).text((20, 30), word, "black", ImageFont.load_default(48))
        pictures += [np.asarray(image)] * 5
    write_clip(tmp_path / "words.avi", pictures, size=(320, 120))
    assert main(["read", "words.avi", "--frames", "2", "--format", "jsonl"]) == 0
    found = [json.loads(line) for line in capsysbinary.readouterr().out.decode().splitlines()]
    assert [(page["image"], page["time"]) for page in found] == [("words.avi", 0), ("words.avi", 0.5)]
    assert [page["lines"][0]["text"] for page in found] == ["Morning", "Evening"]


def test_a_video_in_the_terminal_chat_is_its_frames(clip):
    from eyebox.cli.chat_talk import Talk
    from eyebox_models.protocol.ask import READER, Options

    talk = Talk(READER, Options(), in_terminal=False, debug=False)
    try:
        size = talk.add_picture(clip)
    finally:
        talk.close()
    assert (size.width, size.height) == (160, 120)
    assert [(one.path.rpartition("#")[2], one.in_video) for one in talk.waiting[:2]] == [
        ("t=0", True),
        ("t=0.5", True),
    ]


@pytest.fixture
def talk(tmp_path, monkeypatch, capsysbinary):
    """Has a chat over a pipe with a scripted model that tells the history it is given."""

    def run(*lines, arguments=()):
        script = write_script(tmp_path, {"answers": [{"question": "", "steps": [{"text": "Seen."}]}]})
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("\n".join(lines).encode())))
        status = main(["chat", "--model", script, *arguments])
        captured = capsysbinary.readouterr()
        return status, captured.out.decode(), captured.err.decode()

    return run


def test_frames_of_a_chat_are_chosen(talk, clip, tmp_path):
    saved = tmp_path / "saved.json"
    status, out, err = talk(f"/video '{clip}' --frames 2", "/image", "What?", f"/save {saved}")
    assert (status, err) == (0, "")
    assert "2 frames of 160 × 120 pixels, at 0, 2 s, for the next question" in out
    assert "a clip 视频.avi (2 frames)" in out
    (question, _answer) = json.loads(saved.read_text())
    assert question["content"][0] == {"type": "video", "path": clip, "times": [0, 2]}


def test_times_of_a_long_video_are_whole_seconds(talk, tmp_path):
    from clips import frame, write_matroska

    film = write_matroska(
        tmp_path / "film.mkv", [(0, frame(0)), (18_000_000, frame(1)), (36_000_000, frame(2))]
    )
    _status, out, _err = talk(f"/video '{film}' --times 0,18000,36000", "What?")
    assert "at 0, 18000, 36000 s" in out


def test_a_chat_begins_with_chosen_frames(talk, clip):
    status, out, err = talk("/image", arguments=("--video", clip, "--times", "1,2.5"))
    assert (status, out.splitlines()[-1], err) == (
        0,
        "With the next question: a clip 视频.avi (2 frames)",
        "",
    )


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("/video", "the following arguments are required: FILE; /video --help says more."),
        ("/video no.mp4", "does not exist"),
        ("/video no.mp4 --frames x", "argument --frames: 'x' is not a whole number from 1 to"),
        ("/video a.mp4 b.mp4", "unrecognized arguments: b.mp4; /video --help says more."),
        ("/video 'a", "A quote is not closed"),
    ],
)
def test_a_wrong_video_in_a_chat_is_one_sentence(talk, line, sentence):
    status, out, err = talk(line, "hello")
    assert (status, len(err.splitlines())) == (0, 1) and sentence in err
    assert "Seen." in out
