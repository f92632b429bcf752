"""`eyebox endpoints`, and asking one by its name."""

from __future__ import annotations

import io
import json

import pytest

from eyebox.__main__ import main
from openai_server import boxes_in, openai_server


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
