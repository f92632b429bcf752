"""`eyebox endpoints`, and asking one by its name."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PIL import Image

from eyebox.__main__ import main
from openai_server import boxes_in, openai_server, sent_picture


def run(capsys, *arguments: str) -> tuple[int, str, str]:
    status = main(list(arguments))
    out, err = capsys.readouterr()
    return status, out, err


@pytest.fixture
def server():
    with openai_server(boxes_in("resized")) as script:
        yield script


def test_a_server_is_added_checked_asked_and_removed(capsys, monkeypatch, server, tmp_path):
    server.key = "secret"
    monkeypatch.setattr("sys.stdin", io.StringIO("secret\n"))
    status, out, _err = run(
        capsys, "endpoints", "add", "mine", server.url, "--key-stdin", "--allow-pictures", "--json"
    )
    added = json.loads(out)
    assert status == 0 and added["key"] is True and added["pictures"] is True and "secret" not in out
    status, out, _err = run(capsys, "endpoints", "check", "mine", "--json")
    found = json.loads(out)
    assert status == 0 and found["models"] == ["one", "two"]
    assert (found["found"], found["trusted"], found["unit"]) == (20, True, "resized")
    assert run(capsys, "endpoints", "list")[1].count("mine") == 1
    server.answer = lambda _body: "A dog."
    status, out, _err = run(capsys, "ask", "--model", "endpoint:mine", "--messages", question(tmp_path))
    assert status == 0 and out.strip() == "A dog."
    assert run(capsys, "endpoints", "remove", "mine")[0] == 0
    status, _out, err = run(capsys, "ask", "--model", "endpoint:mine", "--messages", question(tmp_path))
    assert status == 1 and 'There is no server called "mine"' in err


def question(folder) -> str:
    file = folder / "chat.json"
    file.write_text(json.dumps([{"role": "user", "content": "What is it?"}]))
    return str(file)


def test_wrong_usage_is_one_line(capsys):
    status, _out, err = run(capsys, "endpoints", "ad")
    assert status == 2 and err.count("\n") == 1
    status, _out, err = run(capsys, "endpoints", "add", "mine", "ftp://nowhere")
    assert status == 1 and err.startswith("eyebox: ") and err.count("\n") == 1


def rows(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


def shade(body: dict[str, Any]) -> str:
    return str(sent_picture(body).convert("L").getpixel((0, 0)))


@pytest.fixture
def shades(tmp_path: Path) -> Path:
    """Pictures that are told apart by their shade."""
    folder = tmp_path / "shades"
    folder.mkdir()
    for n in range(40):
        Image.new("L", (32, 32), n).save(folder / f"p{n}.png")
    return folder


@pytest.mark.slow
def test_a_batch_over_two_servers_of_which_one_is_killed_and_then_the_program(capfd, shades, tmp_path):
    out = tmp_path / "out.jsonl"
    said = ["batch", "--job", "ask", "-p", "Which?", "--model", "endpoint:one", "--model", "endpoint:two"]
    said += ["--out", str(out), str(shades), "--json"]
    with openai_server(shade) as one, openai_server(shade) as two:
        add = ["endpoints", "add", "--model", "m", "--at-once", "4"]
        assert main([*add, "one", one.url]) == 0
        assert main([*add, "two", two.url, "--allow-pictures"]) == 0
        assert main(said) == 1
        assert "Pictures stay on this machine until you say" in capfd.readouterr().err
        assert not out.exists()
        assert main([*add, "one", one.url, "--allow-pictures"]) == 0

        def dying(body: dict[str, Any]) -> str:
            if len(one.asked) == 5:
                one.die()
            return shade(body)

        one.answer = dying
        command = [sys.executable, "-m", "eyebox", *said]
        running = subprocess.Popen(command, stdout=subprocess.PIPE, start_new_session=True, text=True)
        assert running.stdout is not None
        pages = (line for line in running.stdout if '"event": "page"' in line)
        for _ in range(15):
            next(pages)
        os.killpg(running.pid, signal.SIGKILL)
        running.wait()
        running.stdout.close()
        assert main([*said, "--resume"]) == 0
        found = rows(out)
        assert [Path(row["source"]).name for row in found] == [f"p{n}.png" for n in range(40)]
        assert [row["text"] for row in found] == [str(n) for n in range(40)]
        assert {row["made_with"].partition(",")[0] for row in found} == {"m"}

        paused = [str(tmp_path / "paused.jsonl") if word == str(out) else word for word in said]
        at, go = len(two.asked) + 10, Event()

        def interrupting(body: dict[str, Any]) -> str:
            if len(two.asked) == at:
                os.kill(os.getpid(), signal.SIGINT)
            if len(two.asked) >= at:
                go.wait(60)
            return shade(body)

        two.answer = interrupting
        assert main(paused) == 130
        assert len(two.asked) <= at + 4, "what was under way is given up, and no more begun"
        go.set()
        assert main([*paused, "--resume"]) == 0
        assert [row["text"] for row in rows(tmp_path / "paused.jsonl")] == [str(n) for n in range(40)]

        two.die()
        gone = tmp_path / "gone.jsonl"
        said[said.index(str(out))] = str(gone)
        capfd.readouterr()
        assert main(said) == 1
        assert "refuses the connection" in capfd.readouterr().err
        assert {row["state"] for row in rows(gone)} == {"waiting"}
