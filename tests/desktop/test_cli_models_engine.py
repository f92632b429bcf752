"""`eyebox models engine` as a new user meets it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from engine_home import folder_of_wheels, home, without_torch
from eyebox.__main__ import main
from eyebox.folders import Folders
from eyebox_models.environment.place import own_home
from tiny_wheels import VLLM, fill, uv_program

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-ins are scripts of a shell")


@pytest.fixture(autouse=True)
def no_torch(monkeypatch, tmp_path):
    without_torch(monkeypatch, tmp_path / "hides")
    monkeypatch.setenv("NO_PROXY", "*")


def outcome(capfdbinary, *arguments):
    status = main(["models", "engine", *arguments])
    captured = capfdbinary.readouterr()
    out, err = captured.out.decode(), captured.err.decode()
    assert all(line.startswith("eyebox: ") for line in err.splitlines()), err
    return status, out, err


def test_status_add_remove(capfdbinary, tmp_path):
    status, out, err = outcome(capfdbinary)
    assert (status, err) == (0, "") and "eyebox models engine add adds it" in out
    home()
    wheels = folder_of_wheels(tmp_path)
    status, out, err = outcome(capfdbinary, "add", "--wheels", str(wheels))
    assert (status, err) == (0, "")
    lines = out.splitlines()
    assert lines[0] == "The folder holds torch 2.13.0+cpu." and lines[2] == "Contacts nobody."
    assert lines[3].startswith("The folder holds no checksums: its wheels are installed as they are")
    assert (
        lines[-2].startswith("Models run in the engine that was added: ") and "torch 2.13.0+cpu" in lines[-1]
    )
    status, out, err = outcome(capfdbinary, "status", "--json")
    state = json.loads(out)
    assert (status, err, state["place"], state["build"]) == (0, "", "added", "cpu")
    assert state["packages"]["transformers"] == "5.23.0" and Path(state["python"]).exists()
    status, out, err = outcome(capfdbinary, "remove")
    assert (status, err) == (0, "") and not own_home().exists()


def test_the_server_engine_is_another_one(capfdbinary, tmp_path):
    assert "add --server adds it" in outcome(capfdbinary, "--server")[1]
    tools = Folders.of_user().data / "server-engine" / "tools"
    tools.mkdir(parents=True)
    (tools / "uv").symlink_to(uv_program())
    wheels = fill(tmp_path / "wheels", **VLLM)
    status, out, err = outcome(capfdbinary, "add", "--server", "--wheels", str(wheels))
    assert (status, err) == (0, "")
    assert out.startswith("The folder holds vllm 0.15.0.\n")
    assert "vLLM serves models in the server engine that was added" in out
    assert "vllm 0.15.0  torch 2.13.0+cpu  transformers 4.57.0" in out
    assert "eyebox models engine add adds it" in outcome(capfdbinary)[1]
    folder, chat = tmp_path / "A model", tmp_path / "chat.json"
    folder.mkdir()
    (folder / "config.json").write_text('{"model_type": "qwen2_vl"}')
    chat.write_text('[{"role": "user", "content": "Who?"}]')
    command = [sys.executable, "-m", "eyebox", "endpoints", "start", str(folder), "--json"]
    serving = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert serving.stdout is not None
    with serving.stdout as said:
        known = json.loads(said.readline())
        assert (known["name"], known["model"], known["family"]) == ("vllm", "A model", "qwen2_vl")
        assert main(["endpoints", "start", str(folder)]) == 1
        assert b"Another Eyebox runs the server engine" in capfdbinary.readouterr().err
        assert main(["ask", "--model", "endpoint:vllm", "--messages", str(chat)]) == 0
        assert b"A model heard: Who?" in capfdbinary.readouterr().out
        serving.send_signal(signal.SIGINT)
        assert serving.wait(60) == 0
    assert main(["endpoints", "list"]) == 0 and not capfdbinary.readouterr().out
    status, out, err = outcome(capfdbinary, "remove", "--server")
    assert (status, err) == (0, "")
    assert not tools.parent.exists()


def test_add_tells_its_events_as_json_lines(capfdbinary, tmp_path):
    home()
    status, out, _err = outcome(capfdbinary, "add", "--json", "--wheels", str(folder_of_wheels(tmp_path)))
    events = [json.loads(line) for line in out.splitlines()]
    assert status == 0 and [event["event"] for event in events[:2]] == ["plan", "progress"]
    assert events[0]["hosts"] == [] and events[0]["build"] == "cpu"
    assert {event["stage"] for event in events[1:-1]} == {"python", "resolving", "installing", "checking"}
    assert events[-1]["event"] == "end" and events[-1]["outcome"] == "done" and events[-1]["place"] == "added"


def test_what_cannot_be_added_is_one_line(capfdbinary, tmp_path):
    status, _out, err = outcome(capfdbinary, "add", "--wheels", str(tmp_path / "gone"))
    assert status == 1 and "There is no folder" in err and err.count("\n") == 1
    status, _out, err = outcome(capfdbinary, "add", "--build", "cuda")
    assert status == 1 and "no build of torch" in err and not own_home().exists()
    (tmp_path / "empty").mkdir()
    status, out, err = outcome(capfdbinary, "add", "--json", "--wheels", str(tmp_path / "empty"))
    assert status == 1 and "no wheel of torch" in err and json.loads(out)["problem"]


@pytest.mark.parametrize("arguments", [["fly"], ["status", "x"], ["add", "--x"], ["add", "--wheels"]])
def test_wrong_usage(capfdbinary, arguments):
    status, out, err = outcome(capfdbinary, *arguments)
    assert (status, out) == (2, "") and err.count("\n") == 1


def test_ctrl_c_ends_the_installer_and_says_how_to_go_on(capfdbinary, tmp_path):
    fifo = tmp_path / "begun"
    os.mkfifo(fifo)
    uv = home() / "tools" / "uv"
    uv.unlink()
    uv.write_text(f"#!/bin/sh\necho begun > '{fifo}'\nexec sleep 600\n")
    uv.chmod(0o755)
    command = [
        sys.executable,
        "-m",
        "eyebox",
        "models",
        "engine",
        "add",
        "--wheels",
        str(folder_of_wheels(tmp_path)),
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert fifo.read_text() == "begun\n"
        process.send_signal(signal.SIGINT)
        _out, err = process.communicate(timeout=240)
    assert process.returncode == 130 and "the same command goes on" in err
