"""`eyebox evaluate`: figures made by hand, on a made set and a model that plays a script."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PIL import Image

from engines import write_script
from eyebox.__main__ import main

DOG = [100, 100, 200, 200]
CAT = [300, 100, 400, 180]
AWAY = [10, 10, 40, 40]
EDGE = [100, 100, 200, 150]
"""Half of the dog: an IoU of exactly 0.5."""


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("EYEBOX_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def pictures(folder: Path, count: int) -> list[str]:
    folder.mkdir(exist_ok=True)
    names = [f"图 {n:02}.png" for n in range(count)]
    for name in names:
        Image.new("RGB", (640, 480), "white").save(folder / name)
    return names


def coco(folder: Path, truth: list[list[tuple[str, list[int]]]]) -> Path:
    names = pictures(folder, len(truth))
    labels = {"dog": 1, "cat": 2}
    file = folder / "truth.json"
    boxes = [(n, label, box) for n, found in enumerate(truth, 1) for label, box in found]
    data = {
        "images": [
            {"id": n, "file_name": name, "width": 640, "height": 480} for n, name in enumerate(names, 1)
        ],
        "categories": [{"id": n, "name": label} for label, n in labels.items()],
        "annotations": [
            {
                "id": place,
                "image_id": n,
                "category_id": labels[label],
                "bbox": [x1, y1, x2 - x1, y2 - y1],
                "area": (x2 - x1) * (y2 - y1),
                "iscrowd": 0,
            }
            for place, (n, label, (x1, y1, x2, y2)) in enumerate(boxes, 1)
        ],
    }
    file.write_text(json.dumps(data), encoding="utf-8")
    return file


def script(folder: Path, name: str, answers: list[list[tuple[str, list[int]]]], **numbers: object) -> str:
    steps = [
        [{"text": " ".join(label for label, _ in found) or "nothing"}]
        + [{"box": box, "label": label} for label, box in found]
        for found in answers
    ]
    played = [{"picture": f"{n:02}.png", "steps": one, "numbers": numbers} for n, one in enumerate(steps)]
    return write_script(folder, {"answers": played}, name)


def run(capsysbinary, *arguments: object) -> tuple[int, list[dict], str]:
    status = main(["evaluate", *map(str, arguments), "--json", "--debug"])
    captured = capsysbinary.readouterr()
    return status, [json.loads(line) for line in captured.out.splitlines()], captured.err.decode()


def test_boxes_give_the_figures_that_were_counted_by_hand(tmp_path, capsysbinary):
    truth = [[("dog", DOG)]] * 10 + [[("dog", DOG), ("cat", CAT)]] * 2
    good = [[("dog", DOG)]] * 8 + [[("dog", EDGE)], []] + [[("dog", DOG), ("cat", CAT)]] * 2
    poor = (
        [[("dog", AWAY)]] * 6 + [[("dog", AWAY), ("dog", DOG)]] + [[("dog", DOG)]] * 3 + [[("cat", CAT)]] * 2
    )
    file = coco(tmp_path / "set", truth)
    one = script(tmp_path, "one.json", good, tokens_per_second=20.0, tokens_out=40, peak_bytes=7_000)
    other = script(tmp_path, "other.json", poor)
    status, found, errors = run(
        capsysbinary,
        "--dataset",
        file,
        "--model",
        one,
        "--precision",
        "bf16",
        "--model",
        other,
        "--precision",
        "int4",
    )
    assert (status, errors) == (0, "")
    first, second, pair = found
    assert (first["model"], first["precision"], first["n"], first["pictures"]) == (one, "bf16", 12, 12)
    assert (first["tokens_per_second"], first["peak_bytes"]) == (20.0, 7000)
    values = {name: figure["value"] for name, figure in first["metrics"].items()}
    # 14 names, of which one was not found; 13 boxes said, all matched; 14 are true
    assert values["accuracy@0.5"] == 13 / 14
    assert values["precision@0.5"] == 13 / 13
    assert values["recall@0.5"] == 13 / 14
    assert values["f1@0.5"] == 26 / 27
    # dogs: precision 1 up to a recall of 11/12, so 92 of COCO's 101 recalls; cats: all
    assert values["ap50"] == pytest.approx((92 / 101 + 1) / 2)
    assert first["metrics"]["accuracy@0.5"]["low"] < 13 / 14 < first["metrics"]["accuracy@0.5"]["high"] == 1.0
    values = {name: figure["value"] for name, figure in second["metrics"].items()}
    assert values["accuracy@0.5"] == 5 / 14
    assert values["precision@0.5"] == 6 / 13
    assert values["recall@0.5"] == 6 / 14
    assert (second["tokens_per_second"], second["peak_bytes"]) == (0.0, 0)
    # the first is better on pictures 0 to 6 and on the two with cats, the second on the one where the first said nothing
    assert pair["compare"] == [one, other]
    assert (pair["wins"], pair["losses"], pair["ties"]) == (9, 1, 2)
    assert pair["difference"] == pytest.approx(8 / 14)
    assert pair["verdict"] == one


def test_one_box_a_picture_is_judged_by_mcnemars_exact_test(tmp_path, capsysbinary):
    file = coco(tmp_path / "set", [[("dog", DOG)]] * 12)
    one = script(tmp_path, "one.json", [[("dog", DOG)]] * 10 + [[]] * 2)
    other = script(tmp_path, "other.json", [[("dog", AWAY)]] * 7 + [[("dog", DOG)]] * 4 + [[]])
    _status, found, _errors = run(capsysbinary, "--dataset", file, "--model", one, "--model", other)
    pair = found[-1]
    assert (pair["wins"], pair["losses"], pair["ties"]) == (7, 1, 4)
    assert pair["p"] == 2 * (1 + 8) / 2**8
    assert pair["verdict"] == "no difference"
    assert pair["pictures_needed"] > 12


def test_the_same_model_at_two_precisions_and_too_few_pictures(tmp_path, capsysbinary):
    file = coco(tmp_path / "set", [[("dog", DOG)]] * 4)
    model = script(tmp_path, "one.json", [[("dog", DOG)]] * 4)
    _status, found, _errors = run(
        capsysbinary, "--dataset", file, "--model", model, "--precision", "bf16", "--precision", "int4"
    )
    assert [one.get("precision") for one in found] == ["bf16", "int4", None]
    assert found[2]["compare"] == [f"{model} bf16", f"{model} int4"]
    assert (found[2]["verdict"], found[2]["ties"], found[2]["p"]) == ("too few", 4, 1.0)
    assert main(["evaluate", "--dataset", str(file), "--model", model, "--model", model]) == 0
    assert b"Too few pictures to tell" in capsysbinary.readouterr().out


def test_questions_and_texts(tmp_path, capsysbinary):
    names = pictures(tmp_path, 3)
    lines = [{"image": name, "question": f"word {n}?", "answers": ["kitten"]} for n, name in enumerate(names)]
    file = tmp_path / "asked.jsonl"
    file.write_text("\n".join(map(json.dumps, lines)))
    said = [
        {"question": f"word {n}", "steps": [{"text": text}]}
        for n, text in enumerate(("Kitten.", "mitten", "dog"))
    ]
    model = write_script(tmp_path, {"answers": said})
    status, found, _errors = run(
        capsysbinary, "--dataset", file, "--model", model, "--metric", "anls", "exact"
    )
    assert status == 0
    assert {name: figure["value"] for name, figure in found[0]["metrics"].items()} == {
        "anls": pytest.approx((6 / 7 + 5 / 6 + 0) / 3),
        "exact": 1 / 3,
    }
    for name, text in zip(names, ("ab", "cd", "ef"), strict=True):
        (tmp_path / name).with_suffix(".txt").write_text(text)
    said = [{"picture": f"{n:02}.png", "steps": [{"text": text}]} for n, text in enumerate(("ab", "cx", ""))]
    model = write_script(tmp_path, {"answers": said}, "reads.json")
    _status, found, _errors = run(capsysbinary, "--dataset", tmp_path, "--format", "texts", "--model", model)
    assert found[0]["metrics"]["cer"]["value"] == 3 / 6


def test_questions_about_videos_are_left_out_and_said(tmp_path, capsysbinary):
    (name,) = pictures(tmp_path, 1)
    about = {"video": "a.mp4", "question": "word?", "answers": ["dog"]}
    asked = tmp_path / "asked.jsonl"
    asked.write_text(
        "\n".join(map(json.dumps, [about, {"image": name, "question": "word?", "answers": ["dog"]}]))
    )
    model = write_script(tmp_path, {"answers": [{"question": "word", "steps": [{"text": "dog"}]}]})
    status, found, errors = run(capsysbinary, "--dataset", asked, "--model", model)
    assert (status, found[0]["n"]) == (0, 1)
    assert "Questions about videos, left out: 1; save frames as pictures" in errors
    turns = [
        {"role": "user", "content": "<video>Where?"},
        {"role": "assistant", "content": "<ref-object><bbox>"},
    ]
    swift = tmp_path / "swift.jsonl"
    swift.write_text(json.dumps({"messages": turns, "videos": ["a.mp4"]}))
    for only in (asked, swift):
        asked.write_text(json.dumps(about))
        status, _found, errors = run(capsysbinary, "--dataset", only, "--model", model)
        assert status == 1 and "There are only questions about videos" in errors


def test_what_is_missing_is_said_and_the_rest_is_evaluated(tmp_path, capsysbinary):
    file = coco(tmp_path / "set", [[("dog", DOG)]] * 3)
    (tmp_path / "set" / "图 01.png").unlink()
    answers = [{"picture": "00.png", "steps": [{"box": DOG, "label": "dog"}]}]
    model = write_script(tmp_path, {"answers": answers})
    status, found, errors = run(capsysbinary, "--dataset", file, "--model", model)
    assert status == 1
    assert (found[0]["n"], found[0]["failed"], found[0]["metrics"]["accuracy@0.5"]["value"]) == (2, 1, 0.5)
    assert "not found, and are left out: 1" in errors
    assert "counted as wrong: 1" in errors


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--dataset", "x"],
        ["--dataset", "x", "--precision", "int4", "--model", "reader"],
        ["--dataset", "x", "--model", "reader", "--precision", "int3"],
        ["--dataset", "x", "--model", "reader", "--precision", "int4"],
        ["--dataset", "x", "--model", "reader", "--metric", "beauty"],
        ["--dataset", "x", "--model", "reader", "--format", "doc"],
        ["--dataset", "x", "--model", "reader", "--task", "sing"],
    ],
)
def test_wrong_usage(arguments, capsys):
    assert main(["evaluate", *arguments]) == 2
    assert capsys.readouterr().err.startswith("eyebox: ")


def test_a_model_that_does_not_answer_does_not_hold_up_the_others(tmp_path, capsysbinary):
    file = coco(tmp_path / "set", [[("dog", DOG)]] * 2)
    broken = write_script(tmp_path, {"load": [{"fail": "It is broken."}], "answers": []}, "broken.json")
    model = script(tmp_path, "one.json", [[("dog", DOG)]] * 2)
    status, found, errors = run(capsysbinary, "--dataset", file, "--model", broken, "--model", model)
    assert status == 1
    assert [one["model"] for one in found] == [model]
    assert "It is broken." in errors


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_an_evaluation_that_was_interrupted_goes_on(tmp_path, home, how):
    file = coco(tmp_path / "set", [[("dog", DOG)]] * 8)
    gate = tmp_path / "go on"
    answers = [
        {
            "picture": f"{n:02}.png",
            "steps": [*([{"wait_for": str(gate)}] if n == 5 else []), {"box": DOG, "label": "dog"}],
        }
        for n in range(8)
    ]
    model = write_script(tmp_path, {"answers": answers})
    command = [
        sys.executable, "-m", "eyebox", "evaluate", "--dataset", str(file), "--model", model, "--precision", "fp32", "--json",
    ]  # fmt: skip
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    deadline = time.monotonic() + 60
    while len(kept(home)) < 5 and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.02)
    os.kill(process.pid, how)
    out, errors = process.communicate(timeout=240)
    assert (process.returncode, out) == (130 if how == signal.SIGINT else -signal.SIGKILL, b"")
    if how == signal.SIGINT:
        # the fifth is on the disk a moment before it is counted
        assert errors.decode().startswith(("eyebox: Paused: 5 of 8", "eyebox: Paused: 4 of 8"))
    assert len(kept(home)) == 5
    with next(home.rglob("*.jsonl")).open("ab") as cut:
        cut.write(b'{"id": "half a li')
    gate.touch()
    done = subprocess.run(command, capture_output=True, timeout=240)
    found = json.loads(done.stdout)
    assert (done.returncode, found["n"], found["metrics"]["accuracy@0.5"]["value"]) == (0, 8, 1.0)
    assert len(kept(home)) == len(set(kept(home))) == 8


def kept(home: Path) -> list[str]:
    """The keys of the answers that are on the disk."""
    keys = []
    for file in home.rglob("*.jsonl"):
        for line in file.read_bytes().splitlines():
            try:
                keys.append(json.loads(line)["id"])
            except ValueError:
                continue
    return keys


def test_what_was_answered_is_asked_again_only_when_something_changed(tmp_path, capsysbinary, home):
    file = coco(tmp_path / "set", [[("dog", DOG)]] * 3)
    model = script(tmp_path, "one.json", [[("dog", DOG)]] * 3)
    arguments = ("--dataset", file, "--model", model)
    assert run(capsysbinary, *arguments)[1][0]["metrics"]["accuracy@0.5"]["value"] == 1.0
    run(capsysbinary, *arguments)
    assert len(kept(home)) == 3
    run(capsysbinary, *arguments, "--again")
    assert len(kept(home)) == 6
    script(tmp_path, "one.json", [[("dog", AWAY)]] * 3)
    assert run(capsysbinary, *arguments)[1][0]["metrics"]["accuracy@0.5"]["value"] == 0.0


def test_the_built_in_reader_reads(tmp_path, capsysbinary):
    from PIL import ImageDraw, ImageFont

    page = Image.new("RGB", (640, 200), "white")
    ImageDraw.Draw(page).text((20, 60), "Hello World", "black", ImageFont.load_default(48))
    page.save(tmp_path / "a.png")
    (tmp_path / "a.txt").write_text("Hello World\n")
    status, found, _errors = run(capsysbinary, "--dataset", tmp_path, "--model", "reader", "--task", "read")
    assert status == 0
    assert found[0]["model"] == "reader"
    assert found[0]["metrics"]["cer"]["value"] <= 1 / 11


def test_the_metric_that_comes_first_is_the_one_of_the_comparison(tmp_path, capsysbinary):
    file = coco(tmp_path / "set", [[("dog", DOG)]] * 10)
    one = script(tmp_path, "one.json", [[("dog", DOG)]] * 10)
    other = script(tmp_path, "other.json", [[("dog", DOG), ("dog", AWAY)]] * 8 + [[("dog", DOG)]] * 2)
    arguments = ("--dataset", file, "--model", one, "--model", other, "--metric")
    _status, found, _errors = run(capsysbinary, *arguments, "f1@0.5", "ap")
    assert [*found[1]["metrics"]] == ["f1@0.5", "ap"]
    assert found[1]["metrics"]["f1@0.5"]["value"] == 20 / 28
    pair = found[2]
    assert (pair["metric"], pair["wins"], pair["ties"], pair["verdict"]) == ("f1@0.5", 8, 2, one)
    assert pair["difference"] == pytest.approx(1 - 20 / 28)
    assert pair["p"] == pytest.approx(2 / 2001)
    _status, found, _errors = run(capsysbinary, *arguments, "ap")
    # a box too many that comes after all right ones costs no precision at any recall
    assert (found[2]["metric"], found[2]["wins"], found[2]["losses"]) == ("ap", 8, 0)


def test_questions_whose_answers_nobody_gives_are_passed_over(tmp_path, capsysbinary):
    (name,) = pictures(tmp_path, 1)
    lines = [
        {"image": name, "question": "a?", "answers": []},
        {"image": name, "question": "b?", "answers": ["b"]},
    ]
    file = tmp_path / "asked.jsonl"
    file.write_text("\n".join(map(json.dumps, lines)))
    model = write_script(tmp_path, [{"text": "b"}])
    _status, found, _errors = run(capsysbinary, "--dataset", file, "--model", model)
    assert (found[0]["n"], found[0]["metrics"]["exact"]["value"]) == (1, 1.0)


def test_public_sets_are_measured_by_what_each_defines(tmp_path, capsysbinary):
    names = pictures(tmp_path, 2)
    refcoco = [
        {"image": names[0], "sent": "left dog", "bbox": DOG, "width": 640, "height": 480},
        {"image": names[0], "sent": "right cat", "bbox": CAT, "width": 640, "height": 480},
        {"image": names[1], "sent": "the hat", "bbox": DOG, "width": 640, "height": 480},
    ]
    file = tmp_path / "refcoco_val.jsonl"
    file.write_text("\n".join(map(json.dumps, refcoco)))
    whole = "(156,208),(313,417)"  # the dog in thousandths
    said = [
        {
            "question": "left dog",
            "steps": [{"text": f"<box>{whole}</box>"}, {"box": DOG, "label": "left dog"}],
        },
        {"question": "right cat", "steps": [{"text": "[[156, 208, 313, 417]]"}, {"box": DOG, "label": "it"}]},
        {"question": "hat", "steps": [{"text": "none"}]},
    ]
    model = write_script(tmp_path, {"answers": said}, "refcoco.json")
    arguments = ("--dataset", file, "--model", model)
    _status, found, _errors = run(capsysbinary, *arguments)
    assert (found[0]["n"], found[0]["pictures"]) == (3, 2)
    assert {name: one["value"] for name, one in found[0]["metrics"].items()} == {"accuracy@0.5": 1 / 3}
    _status, found, _errors = run(
        capsysbinary, *arguments, "--metric", "accuracy@0.5/999", "accuracy@0.5/1000"
    )
    assert [one["value"] for one in found[0]["metrics"].values()] == [1 / 3, 1 / 3]

    mme = tmp_path / "MME"
    (mme / "count").mkdir(parents=True)
    Image.new("RGB", (32, 32)).save(mme / "count" / "1.png")
    (mme / "count" / "1.txt").write_text(
        "One? Please answer yes or no.\tYes\nTwo? Please answer yes or no.\tNo\n"
    )
    model = write_script(tmp_path, [{"text": "Yes, there is."}], "mme.json")
    _status, found, _errors = run(capsysbinary, "--dataset", mme, "--model", model)
    assert {name: one["value"] for name, one in found[0]["metrics"].items()} == {
        "mme_accuracy": 0.5,
        "mme_accuracy+": 0.0,
        "mme_perception": 50.0,
        "mme_cognition": None,
    }

    ocr = tmp_path / "OCRBench.json"
    entries = [
        {
            "dataset_name": "IIIT5K",
            "type": "Regular Text Recognition",
            "image_path": name,
            "question": f"{n}?",
            "answers": [word],
        }
        for n, (name, word) in enumerate(zip(names, ("CENTRE", "exit"), strict=True))
    ]
    ocr.write_text(json.dumps(entries, ensure_ascii=False), encoding="utf-8")
    model = write_script(tmp_path, [{"text": "It says centre."}], "ocr.json")
    _status, found, _errors = run(capsysbinary, "--dataset", ocr, "--model", model)
    assert found[0]["metrics"]["ocrbench"]["value"] == 1.0
