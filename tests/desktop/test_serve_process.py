"""`eyebox serve` as it runs: with lanes of its own where no program runs, under hostile clients, and how it ends."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from api_client import ApiProcess, events_of, question, serving
from engines import write_script
from eyebox.cli import main
from eyebox.folders import Folders
from eyebox_models.offline.attempts import attempts

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and local sockets of POSIX")

SCRIPT = {
    "answers": [
        {"question": "for ever", "steps": [{"text": "so far "}, {"wait": None}]},
        {"question": "flood", "steps": [{"flood": 200_000, "text": "word " * 20}]},
        {"question": "dies", "steps": [{"text": "so far "}, {"crash": "kill"}]},
        {"question": "", "steps": [{"text": "hello "}, {"text": "there"}]},
    ]
}


@pytest.fixture(autouse=True)
def short_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/nowhere")


@pytest.fixture
def api(tmp_path: Path) -> Iterator[ApiProcess]:
    with serving("--model", write_script(tmp_path, SCRIPT)) as api:
        yield api


def chat(api: ApiProcess, text: str, **fields: Any) -> tuple[int, Any]:
    return api.json("/v1/chat/completions", question(text, **fields))


def test_it_answers_and_outlives_bad_clients(api: ApiProcess, tmp_path: Path) -> None:
    status, answer = chat(api, "hello")
    assert (status, answer["choices"][0]["message"]["content"]) == (200, "hello there")
    # a body of a gigabyte, announced and not
    for headers in ({"Content-Length": str(1 << 30)}, {"Transfer-Encoding": "chunked"}):
        link = api.connection()
        link.putrequest("POST", "/v1/chat/completions")
        for name, value in {"Authorization": f"Bearer {api.token}", **headers}.items():
            link.putheader(name, value)
        link.endheaders()
        if "Transfer-Encoding" in headers:
            piece = b"%x\r\n%s\r\n" % (1 << 20, b" " * (1 << 20))
            try:
                for _ in range(200):
                    link.send(piece)
            except OSError:
                pass  # it was refused in the middle
        response = link.getresponse()
        assert (response.status, json.loads(response.read())["error"]["code"]) == (413, "request_too_large")
        link.close()
    # no HTTP at all, and a connection that says nothing
    with (
        socket.create_connection(("127.0.0.1", api.port)) as raw,
        socket.create_connection(("127.0.0.1", api.port)),
    ):
        raw.sendall(b"\x00\xff nonsense\r\n\r\n")
        assert raw.recv(1000).startswith(b"HTTP/1.1 400")
        assert chat(api, "hello")[0] == 200
    # an engine that dies is an error, and the next answer comes
    status, answer = chat(api, "it dies")
    assert status == 500 and answer["error"]["code"] == "engine-ended"
    with api.ask("/v1/chat/completions", question("it dies", stream=True)) as response:
        *_some, last = events_of(response)
    assert last["error"]["code"] == "engine-ended"
    # one that goes away in the middle is not worked for any more
    response = api.ask("/v1/chat/completions", question("for ever", stream=True))
    assert next(events_of(response))["choices"][0]["delta"]["role"] == "assistant"
    response.close()
    assert chat(api, "hello")[0] == 200
    assert api.stop(signal.SIGINT) == (0, "")
    (listens,) = [one for one in attempts() if one.allowed]
    assert (listens.kind, listens.address, listens.port) == ("listen", "127.0.0.1", api.port)
    assert not any(Folders.of_user().cache.glob("api-*"))


def test_its_end_is_told_to_those_who_wait(api: ApiProcess) -> None:
    response = api.ask("/v1/chat/completions", question("for ever", stream=True))
    events = events_of(response)
    texts = [next(events)["choices"][0]["delta"]["content"] for _ in range(2)]
    assert texts == ["", "so far "]
    api.process.send_signal(signal.SIGTERM)
    (last,) = events
    assert last["error"] == {
        "message": "The local API was ended while it worked at this.", "type": "server_error", "param": None,
        "code": "closed",
    }  # fmt: skip
    response.close()
    assert api.wait() == (0, "")


def test_what_is_missing_is_said(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    for name in [name for name in sys.modules if name.startswith("eyebox.server.run")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    assert main(["serve"]) == 1
    assert capsys.readouterr().err == (
        "eyebox: The local API needs starlette and uvicorn, which are not installed: pip install starlette uvicorn\n"
    )
    assert main(["serve", "--allow-folder", "nowhere"]) == 1
    assert capsys.readouterr().err == "eyebox: There is no folder nowhere.\n"


def test_pictures_of_a_server_that_was_killed_are_deleted() -> None:
    cache = Folders.of_user().cache
    with serving() as first:
        (kept,) = cache.glob("api-*")
        os.utime(kept, (0, 0))
        with serving() as second:
            assert kept.exists() and len([*cache.glob("api-*")]) == 2
            second.stop(signal.SIGKILL)
        (left,) = set(cache.glob("api-*")) - {kept}
        os.utime(left, (0, 0))
        with serving() as third:
            assert kept.exists() and not left.exists()
            assert third.stop(signal.SIGHUP) == (0, "")
        assert first.stop() == (0, "") and not [*cache.glob("api-*")]


def test_it_ends_with_its_parent(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "eyebox", "serve", "--json", "--port", "0", "--with-parent"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None and process.stdout is not None
        assert json.loads(process.stdout.readline())["url"].startswith("http://127.0.0.1:")
        process.stdin.close()
        assert process.wait(60) == 0


def test_a_port_that_is_taken_and_a_token_that_is_kept(tmp_path: Path) -> None:
    with serving("--keep-token") as first:
        command = [sys.executable, "-m", "eyebox", "serve", "--port", str(first.port)]
        second = subprocess.run(command, capture_output=True, text=True)
        assert second.returncode == 1
        assert second.stderr == (
            f"eyebox: Port {first.port} is taken by another program: end that one, or choose another port with --port.\n"
        )
    file = Folders.of_user().config / "serve-token"
    assert file.read_text().strip() == first.token and file.stat().st_mode & 0o777 == 0o600
    with serving("--keep-token") as again, serving() as other:
        assert again.token == first.token != other.token
