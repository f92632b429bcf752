"""`eyebox batch` with the real engines: killed and gone on with, set aside, paused, listed, tried again."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageDraw, ImageFont

from eyebox.__main__ import main


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("EYEBOX_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    folder = tmp_path / "pictures"
    folder.mkdir()
    return folder


def draw(folder: Path, count: int) -> None:
    for n in range(count):
        picture = Image.new("RGB", (300, 60), "white")
        ImageDraw.Draw(picture).text((20, 10), f"Number {n}", fill="black", font=ImageFont.load_default(28))
        picture.save(folder / f"p{n}.png")


def script(tmp_path: Path, answers: list[dict[str, Any]]) -> str:
    file = tmp_path / "script.json"
    file.write_text(json.dumps({"answers": answers}))
    return f"scripted:{file}"


def rows(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


@pytest.mark.slow
def test_killed_twice_every_page_is_there_once(tmp_path: Path, pictures: Path) -> None:
    draw(pictures, 20)
    out = tmp_path / "out.jsonl"
    command = [
        sys.executable,
        "-m",
        "eyebox",
        "batch",
        "--job",
        "read",
        "--out",
        str(out),
        str(pictures),
        "--json",
    ]
    for kill_at in (4, 6, 0):
        running = subprocess.Popen(
            [*command, "--resume"], stdout=subprocess.PIPE, start_new_session=True, text=True
        )
        assert running.stdout is not None
        pages = (line for line in running.stdout if '"event": "page"' in line)
        if kill_at:
            for _ in range(kill_at):
                next(pages)
            os.killpg(running.pid, signal.SIGKILL)
        else:
            assert sum(1 for _ in pages) <= 20 - 4 - 6 + 2
        assert running.wait() == (-signal.SIGKILL if kill_at else 0)
        running.stdout.close()
    found = rows(out)
    assert [Path(row["source"]).name for row in found] == [f"p{n}.png" for n in range(20)]
    assert [row["text"] for row in found] == [f"Number {n}" for n in range(20)]
    assert {row["state"] for row in found} == {"done"}


def test_a_page_that_ends_its_engine_is_set_aside_and_tried_again_on_wish(
    tmp_path: Path, pictures: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    for n in range(5):
        (pictures / f"p{n}.png").write_bytes(b"")
    model = script(
        tmp_path,
        [
            {"picture": "p2.png", "steps": [{"crash": "kill"}]},
            {"picture": "p3.png", "steps": [{"fail": "It is empty."}]},
            {"question": "what", "steps": [{"text": '{"a": 1}'}]},
        ],
    )
    out = tmp_path / "answers.jsonl"
    said = ["batch", "--job", "ask", "--model", model, "-p", "What is it?", "--out", str(out), str(pictures)]
    for name in ("clip.mp4", "below/片 1.mkv"):
        (pictures / name).parent.mkdir(exist_ok=True)
        (pictures / name).write_bytes(b"")
    assert main([*said, "--json"]) == 1
    printed = capfd.readouterr()
    passed_over = [line for line in printed.err.splitlines() if "passed over" in line]
    assert passed_over == [
        f"eyebox: Videos that were passed over: 2 (the first is {pictures / 'clip.mp4'}); ask about one with eyebox ask "
        "--video FILE, read its frames with eyebox read FILE."
    ]
    events = [json.loads(line) for line in printed.out.splitlines()]
    assert events[0]["event"] == "begin"
    assert events[-1] == {
        "event": "end", "outcome": "done", "out": str(out), "pages": 5, "waiting": 0, "running": 0, "done": 3,
        "failed": 1, "set-aside": 1,
    }  # fmt: skip
    states = {Path(row["source"]).name: (row["state"], row["attempts"]) for row in rows(out)}
    assert states["p2.png"][0] == "set-aside"
    assert states["p3.png"][0] == "failed"
    assert states["p0.png"][0] == "done"
    reasons = {row["source"][-6:]: row["reason"] for row in rows(out)}
    assert "SIGKILL" in reasons["p2.png"]
    assert reasons["p3.png"] == "It is empty."

    script(tmp_path, [{"question": "what", "steps": [{"text": "again"}]}])
    assert main(["batch", "list", "--json"]) == 0
    [listed] = json.loads(capfd.readouterr().out)
    assert (listed["name"], listed["state"], listed["set-aside"]) == ("answers", "ended", 1)
    assert main(["batch", "retry", "answers"]) == 0
    assert [row["text"] for row in rows(out)] == ['{"a": 1}', '{"a": 1}', "again", "again", '{"a": 1}']
    assert main(["batch", "remove", "answers"]) == 0
    assert main(["batch", "retry", "answers"]) == 1
    assert "There is no batch answers" in capfd.readouterr().err


def test_ctrl_c_pauses_and_resume_goes_on(tmp_path: Path, pictures: Path) -> None:
    for n in range(20):
        (pictures / f"p{n}.png").write_bytes(b"")
    go = tmp_path / "go"
    model = script(
        tmp_path, [{"picture": "p9.png", "steps": [{"wait_for": str(go)}]}, {"steps": [{"text": "x"}]}]
    )
    out = tmp_path / "out.csv"
    command = [
        sys.executable, "-m", "eyebox", "batch", "--job", "ask", "--model", model, "-p", "?", "--out", str(out), str(pictures),
        "--json",
    ]  # fmt: skip
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert running.stdout is not None
    for line in running.stdout:
        if '"done": 9,' in line:
            break
    running.send_signal(signal.SIGINT)
    for line in running.stdout:
        if "pausing" in line:
            break
    go.touch()
    rest = running.communicate()[0]
    assert running.returncode == 130
    assert json.loads(rest.splitlines()[-1])["outcome"] == "paused"
    assert main(command[3:]) == 1, "what has not ended is not begun anew"
    assert main([*command[3:], "--resume"]) == 0
    assert len(out.read_text("utf-8-sig").splitlines()) == 21


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("--job", "read", "--out", "x.jsonl"), 2),
        (("--job", "paint", "--out", "x.jsonl", "a.png"), 2),
        (("--job", "read", "a.png"), 2),
        (("--job", "ask", "--out", "x.jsonl", "a.png"), 1),
        (("--job", "read", "--out", "nowhere/x.jsonl", "a.png"), 1),
        (("--job", "read", "--out", "x.jsonl", "none.png"), 1),
    ],
)
def test_what_is_said_wrong_is_one_line(
    arguments: tuple[str, ...], status: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    assert main(["batch", *arguments]) == status
    assert capfd.readouterr().err.startswith("eyebox: ")


def test_a_model_that_is_not_there_fails_no_page(
    tmp_path: Path, pictures: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (pictures / "p.png").write_bytes(b"")
    out = tmp_path / "out.jsonl"
    said = [
        "batch",
        "--job",
        "ask",
        "--model",
        f"scripted:{tmp_path}/none.json",
        "-p",
        "?",
        "--out",
        str(out),
        str(pictures),
    ]
    assert main(said) == 1
    assert "cannot be read" in capfd.readouterr().err
    assert [row["state"] for row in rows(out)] in ([], ["waiting"])


def test_searchable_pdf_files_and_blacked_out_pictures(tmp_path: Path, pictures: Path) -> None:
    picture = Image.new("RGB", (420, 90), "white")
    ImageDraw.Draw(picture).text(
        (20, 20), "mail anna@example.org", fill="black", font=ImageFont.load_default(28)
    )
    picture.save(pictures / "letter.png")
    picture.save(
        pictures / "both.tif", save_all=True, append_images=[picture.transpose(Image.Transpose.ROTATE_180)]
    )
    out = tmp_path / "pdf"
    assert main(["batch", "--job", "pdf", "--out", str(out), str(pictures)]) == 0
    assert sorted(file.name for file in out.iterdir()) == ["both.pdf", "letter.pdf", "results.jsonl"]
    found = rows(out / "results.jsonl")
    assert [(Path(row["source"]).name, row["page"]) for row in found] == [
        ("both.tif", 1), ("both.tif", 2), ("letter.png", None),
    ]  # fmt: skip
    assert found[2]["text"] == "mail anna@example.org" and found[2]["file"] == str(out / "letter.pdf")
    assert b"/Count 2" in (out / "both.pdf").read_bytes()

    out = tmp_path / "black"
    assert main(["batch", "--job", "redact", "--out", str(out), str(pictures / "letter.png")]) == 0
    [row] = rows(out / "results.jsonl")
    assert (row["count"], row["file"]) == (1, str(out / "letter.png"))
    assert "anna" not in json.dumps({**row, "source": ""})
    black = Image.open(out / "letter.png").convert("L")
    x1, y1, x2, y2 = (round(value) for value in row["regions"][0]["box"])
    assert {*black.crop((x1 + 3, y1 + 3, x2 - 3, y2 - 3)).tobytes()} == {0}


def test_a_folder_gets_a_file_a_page(tmp_path: Path, pictures: Path) -> None:
    draw(pictures, 1)
    (pictures / "below").mkdir()
    draw(pictures / "below", 1)
    out = tmp_path / "texts"
    assert main(["batch", "--job", "read", "--out", str(out), str(pictures)]) == 0
    assert (out / "p0.txt").read_text() == (out / "below" / "p0.txt").read_text() == "Number 0\n"


def test_an_engine_that_hangs_is_ended_and_its_page_set_aside(
    tmp_path: Path, pictures: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("eyebox.batches.run.SILENCE_SECONDS", 3.0)
    for n in range(2):
        (pictures / f"p{n}.png").write_bytes(b"")
    model = script(
        tmp_path, [{"picture": "p0.png", "steps": [{"ignore_stop": 600}]}, {"steps": [{"text": "x"}]}]
    )
    out = tmp_path / "out.jsonl"
    monkeypatch.setattr("eyebox.batches.work.TOGETHER", 1)
    assert main(["batch", "--job", "ask", "--model", model, "-p", "?", "--out", str(out), str(pictures)]) == 1
    assert [row["state"] for row in rows(out)] == ["set-aside", "done"]
