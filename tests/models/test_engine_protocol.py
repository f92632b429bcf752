"""The lines that go through the pipes of an engine."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from engines import asking, write_script
from eyebox_models.protocol.events import End, TextDelta
from eyebox_models.protocol.wire import VERSION, Hello, pack, unpack


class Pipes:
    """An engine and its pipes, without a handle in between."""

    def __init__(self, role="model"):
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-m", "eyebox_models.engine", role],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def send(self, line):
        data = line if isinstance(line, bytes) else json.dumps(line).encode()
        self.process.stdin.write(data + b"\n")
        self.process.stdin.flush()

    def ask(self, job, model):
        self.send({"job": job, "request": pack(asking(model))})

    def receive(self):
        return json.loads(self.process.stdout.readline())

    def end_of(self, job):
        while (message := self.receive()).get("job") != job or message["event"]["is"] != "End":
            pass
        return unpack(message["event"])


@pytest.fixture
def pipes():
    pipes = Pipes()
    with pipes.process:
        yield pipes
        if not pipes.process.stdin.closed:
            pipes.process.stdin.close()


def test_the_first_message_is_hello(pipes):
    assert unpack(pipes.receive()) == Hello(VERSION, "model", pipes.process.pid)


@pytest.mark.parametrize(
    "line",
    [b"", b"{", b"null", b"[]", b"5", b"\xff\xfe", b"{}", b'{"job": 5}', b'{"stop": 5}',
     b'{"stop": "nobody"}', b"[" * 50_000, b'{"job": "a"}', b'{"job": "a", "request": {"is": "End"}}',
     b'{"job": "a", "request": {"is": "Read"}}', b'{"job": "a", "request": {"is": "Answering", "ask": []}}'],
)  # fmt: skip
def test_a_line_that_is_no_message_harms_nobody(pipes, tmp_path, line):
    pipes.receive()
    pipes.send(line)
    pipes.ask("b", write_script(tmp_path, [{"text": "ok"}]))
    assert pipes.end_of("b").result.text == "ok"


def test_a_request_that_is_not_understood_ends_its_job(pipes):
    pipes.receive()
    pipes.send({"job": "a", "request": {"is": "Dance"}})
    assert pipes.end_of("a").outcome == "failed"


def test_a_job_that_waits_in_the_engine_stops_at_once(pipes, tmp_path):
    pipes.receive()
    pipes.ask("a", write_script(tmp_path, [{"progress": "busy"}, {"wait": None}]))
    pipes.receive()
    pipes.ask("b", write_script(tmp_path, [{"text": "never"}], "b.json"))
    pipes.send({"stop": "b"})
    assert pipes.receive() == {"job": "b", "event": pack(End("stopped"))}
    pipes.send({"stop": "a"})
    assert pipes.end_of("a").outcome == "stopped"


def test_what_libraries_print_goes_to_the_log(pipes, tmp_path):
    pipes.receive()
    pipes.ask("a", write_script(tmp_path, [{"print": "noise"}, {"text": "ok"}]))
    assert unpack(pipes.receive()["event"]) == TextDelta(0, "ok")
    pipes.process.stdin.close()
    assert b"noise" in pipes.process.stderr.read()


def test_the_end_of_its_input_ends_it_in_the_middle_of_a_job(pipes, tmp_path):
    pipes.receive()
    pipes.ask("a", write_script(tmp_path, [{"ignore_stop": 60, "progress": "busy"}]))
    pipes.receive()
    pipes.process.stdin.close()
    assert pipes.process.wait(timeout=240) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_ctrl_c_is_left_to_the_parent(pipes, tmp_path):
    import signal

    pipes.receive()
    os.kill(pipes.process.pid, signal.SIGINT)
    pipes.ask("a", write_script(tmp_path, [{"text": "ok"}]))
    assert pipes.end_of("a").outcome == "done"


def test_nothing_heavy_is_imported_before_it_is_needed():
    code = "import sys, eyebox_models.engine.main; print(*{m.split('.')[0] for m in sys.modules})"
    loaded = subprocess.check_output([sys.executable, "-c", code], text=True).split()
    assert not {"numpy", "PIL", "PySide6", "torch", "rapidocr", "onnxruntime", "cv2", "pyvips"} & set(loaded)
    assert not {"email", "subprocess", "socket", "tempfile"} & set(loaded), (
        "pictures wait for it at the start"
    )
