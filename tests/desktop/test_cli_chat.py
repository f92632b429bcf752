"""`eyebox chat`: piped, and in a terminal."""

from __future__ import annotations

import codecs
import io
import json
import os
import re
import select
import signal
import stat
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import psutil
import pytest
from PIL import Image

from engines import write_script
from eyebox.__main__ import main
from eyebox.cli.chat_commands import Commands, dropped, paths
from eyebox.cli.chat_history import LONGEST, MOST, ChatHistory
from eyebox.cli.chat_lines import columns, completions
from eyebox.formats.chat_file import write_chat
from eyebox_models.protocol.ask import Message
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.tool_use import Round, ToolUse

SCRIPT = {
    "answers": [
        {"question": "box", "steps": [{"text": "A dog, a 猫"}, {"box": [1, 2, 30, 20], "label": "dog"},
                                      {"box": [5.25, 5, 9, 9], "label": "猫"}]},
        {"question": "evil", "steps": [{"text": "a\x1b[31mred\x1b]0;t\x07\x9b2J\r"}]},
        {"question": "for ever", "steps": [{"text": "Begun. "}, {"wait": None}]},
        {"question": "die", "steps": [{"text": "half "}, {"wait": 0.5}, {"crash": "kill"}]},
        {"question": "history", "steps": [{"history": True}]},
    ]
}  # fmt: skip


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("EYEBOX_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def picture(tmp_path):
    file = tmp_path / "a b 图.png"
    Image.new("RGB", (60, 40), "white").save(file)
    return str(file)


@pytest.fixture
def talk(tmp_path, monkeypatch, capsysbinary):
    """Has a chat over a pipe; returns the exit status, standard output and standard error."""

    def run(*lines, arguments=()):
        typed = io.TextIOWrapper(io.BytesIO("\n".join(lines).encode()))
        monkeypatch.setattr("sys.stdin", typed)
        status = main(["chat", "--model", write_script(tmp_path, SCRIPT), *arguments])
        captured = capsysbinary.readouterr()
        return status, captured.out.decode(), captured.err.decode()

    return run


def test_a_pipe_is_answered_line_by_line(talk, picture, tmp_path):
    boxed, saved, markdown = tmp_path / "boxes 1.png", tmp_path / "c.json", tmp_path / "c.md"
    status, out, err = talk(
        "where is the box?", f'/boxes "{boxed}"', "history\\", "more", "/system be kind", "evil", "/nope",
        f"/image {tmp_path}", "die", f"/save {saved}", f"/save {markdown}", "/quit", "never asked",
        arguments=[picture],
    )  # fmt: skip
    assert status == 0
    assert out.splitlines() == [
        "A dog, a 猫", "[1] dog (1, 2) to (30, 20)", "[2] 猫 (5.2, 5) to (9, 9)", f"Saved {boxed}: 2 boxes",
        "user: where is the box?", "assistant: A dog, a 猫", "user: history", "more",
        "System: be kind", "a[31mred]0;t2J", "half ",
        f"Saved {saved}: 7 messages", f"Saved {markdown}: 7 messages",
    ]  # fmt: skip
    told = err.splitlines()
    assert len(told) == 3 and all(line.startswith("eyebox: ") for line in told)
    assert "/nope" in told[0] and "directory" in told[1] and "SIGKILL" in told[2]
    with Image.open(boxed) as image:
        assert image.size == (60, 40) and image.getpixel((59, 39)) == (255, 255, 255)
        assert image.getpixel((1, 19)) != (255, 255, 255)
    assert "**You**" in markdown.read_text() and f"![](<{picture}>)" in markdown.read_text()
    first = json.loads(saved.read_text())[1]
    assert first["content"] == [
        {"type": "image", "path": picture},
        {"type": "text", "text": "where is the box?"},
    ]

    status, out, _err = talk("history", arguments=["--messages", str(saved)])
    assert (status, out.splitlines()[:3]) == (
        0,
        ["system: be kind", "user: where is the box?", "assistant: A dog, a 猫"],
    )
    saved.write_text(json.dumps([*json.loads(saved.read_text()), {"role": "user", "content": "history"}]))
    assert main(["ask", "--model", write_script(tmp_path, SCRIPT), "--messages", str(saved)]) == 0


def test_a_picture_that_is_none_is_one_sentence(talk, tmp_path, picture):
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"no picture")
    assert talk("hi", arguments=[str(broken)])[0] == 1
    status, out, err = talk(f"/image {broken}", f"/image '{picture}'", "/image none", "/image")
    assert (status, err.count("\n")) == (0, 1)
    assert out.splitlines()[1:] == ["No picture waits for a question."] * 2


def test_a_model_that_is_not_there_ends_it(capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"hi\n")))
    assert main(["chat", "--model", "nobody"]) == 1
    assert capsys.readouterr().err.startswith('eyebox: No model is called "nobody"')


def test_dropped_pictures_stand_before_the_question(tmp_path):
    file, other = tmp_path / "a 'b 图.png", tmp_path / "c.png"
    file.touch(), other.touch()
    quoted = str(file).replace("'", "'\\''")
    escaped = re.sub(r"([ '])", r"\\\1", str(file))
    for typed in (f"'{quoted}'", escaped, f'"{file}"', file.as_uri()):
        assert dropped(f"{typed} {other}  What is it's name?") == (
            [str(file), str(other)],
            "  What is it's name?",
        )
    for typed in (
        "c.png",
        "/no/such.png",
        "What is /etc/hostname?",
        "it's",
        "",
        "/\x00",
        "/" * 5000,
        f"{tmp_path}",
    ):
        assert dropped(typed) == ([], typed)
    assert paths(str(file)) == [str(file)]
    assert paths(f"{escaped} {other}") == [str(file), str(other)]
    with pytest.raises(EyeboxError, match="quote"):
        paths("'open")


def test_the_help_keeps_words_whole_in_a_narrow_terminal(monkeypatch):
    monkeypatch.setenv("COLUMNS", "24")
    written = io.StringIO()
    Commands(SimpleNamespace(output=written)).take("/help")
    lines = written.getvalue().splitlines()
    assert "/retry" in lines and "    ask the last" in lines
    assert max(len(line) for line in lines if not line.startswith("/")) <= 24


def test_commands_and_paths_are_completed(tmp_path):
    (tmp_path / "a b.png").touch()
    (tmp_path / "folder").mkdir()
    (tmp_path / ".hidden").touch()
    commands = ["/image", "/save", "/system"]
    takes = frozenset(commands[:2])
    assert completions("/s", commands, takes) == ["/save ", "/system "]
    assert completions(f"/image {tmp_path}/", commands, takes) == [
        f"/image {tmp_path}/a\\ b.png ",
        f"/image {tmp_path}/folder/",
    ]
    assert completions(f"/image x {tmp_path}/a\\ ", commands, takes) == [f"/image x {tmp_path}/a\\ b.png "]
    assert completions(f"/system {tmp_path}/", commands, takes) == completions("what", commands, takes) == []
    assert completions("/image /no/such/", commands, takes) == []
    assert (
        columns(["a", "bb", "c"], 9) == ["a   c", "bb"] and columns([], 80) == [] and columns(["x" * 30], 20)
    )


def test_history_is_private_and_bounded(tmp_path):
    file = tmp_path / "made" / "history"
    history = ChatHistory(file)
    assert history.entries() == []
    for text in ("one\ntwo 猫", "again", "again", " ", "x" * (LONGEST + 1)):
        history.add(text)
    assert ChatHistory(file).entries() == ["one\ntwo 猫", "again"]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    file.write_bytes(b'"kept"\n{\n5\n\xff\n' + b"[" * 100_000 + b"\n" + b'"x"\n' * MOST)
    history.add("last")
    assert len(history.entries()) == MOST and history.entries()[-2:] == ["x", "last"]
    file.unlink()
    file.mkdir()
    history.add("nowhere")
    assert history.entries() == []


class Terminal:
    """`eyebox chat` in a terminal of its own. What it wrote is in `text`."""

    def __init__(self, *arguments: str) -> None:
        self._master, slave = os.openpty()
        self._open = [self._master, slave]
        name = os.ttyname(slave)
        words = [sys.executable, "-m", "eyebox", "chat", *arguments]
        shell = f'exec "$@" <>{name} >&0 2>&0'  # a session's first terminal is the one that controls it
        env = {**os.environ, "TERM": "xterm", "NO_COLOR": "1", "COLUMNS": ""}
        self.process = subprocess.Popen(["sh", "-c", shell, "sh", *words], start_new_session=True, env=env)
        self.text = ""
        self._seen = 0
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode

    def type(self, text: str) -> None:
        os.write(self._master, text.encode())

    def interrupt(self) -> None:
        """Ctrl+C, once the program waits for keys: just before that readline would only see it with the next key."""
        while psutil.Process(self.process.pid).status() != psutil.STATUS_SLEEPING:
            os.sched_yield()
        self.type("\x03")

    def until(self, text: str) -> None:
        """Waits until this was written, behind what was waited for before."""
        while (at := self.text.find(text, self._seen)) < 0:
            ready, _, _ = select.select([self._master], [], [], 60)
            assert ready, f"{text!r} did not come: {self.text}"
            self.text += self._decode(os.read(self._master, 4096))
        self._seen = at + len(text)

    def hang_up(self) -> None:
        while self._open:
            os.close(self._open.pop())

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        self.hang_up()


@pytest.fixture
def in_terminal():
    """Starts `eyebox chat` in a terminal; what a failed test leaves running is ended, or it would fail the next ones."""
    begun = []

    def begin(*arguments):
        begun.append(Terminal(*arguments))
        return begun[-1]

    yield begin
    for terminal in begun:
        terminal.end()


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals")
def test_ctrl_c_stops_an_answer_and_a_hang_up_ends_all(tmp_path, home, in_terminal):
    terminal = in_terminal("--model", write_script(tmp_path, SCRIPT))
    terminal.until("> ")
    terminal.type("wait for ever\r")
    terminal.until("Begun. ")
    terminal.type("\x03")
    terminal.until("(stopped)")
    terminal.until("> ")
    terminal.type("history of\x1b\rtwo lines\r")  # Alt+Enter
    terminal.until("assistant: Begun.")
    terminal.until("two lines")
    terminal.until("> ")
    terminal.type("wait for ever once more\r")
    terminal.until("Begun. ")
    engines = psutil.Process(terminal.process.pid).children(recursive=True)
    assert engines
    terminal.hang_up()
    assert terminal.process.wait(60) == -signal.SIGHUP
    assert psutil.wait_procs(engines, timeout=240)[1] == []
    assert ChatHistory(home / "data" / "chat-history").entries() == [
        "wait for ever", "history of\ntwo lines", "wait for ever once more"
    ]  # fmt: skip


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals")
def test_ctrl_c_twice_at_an_empty_line_leaves(tmp_path, home, in_terminal):
    terminal = in_terminal("--no-history")
    terminal.until("> ")
    terminal.type("typed")
    terminal.until("typed")
    terminal.interrupt()
    terminal.until("> ")
    terminal.interrupt()
    terminal.until("leaves)")
    terminal.until("> ")
    terminal.interrupt()
    assert terminal.process.wait(60) == 0
    assert not Path(home / "data" / "chat-history").exists()
    terminal.hang_up()


def test_a_chat_saved_as_markdown_quotes_what_tools_brought(tmp_path):
    uses = (
        ToolUse("read_region", box=(1, 2, 30, 40), result="Soup\n4.50"),
        ToolUse("unknown", result="No such tool."),
    )
    answer = Message("assistant", ("The soup is 4.50.",), rounds=(Round("", (), uses),))
    write_chat(str(tmp_path / "c.md"), [Message("user", ("What is it?",)), answer])
    assert (tmp_path / "c.md").read_text().split("**Answer**\n\n")[1] == (
        "> read\\_region \\[1, 2, 30, 40\\]: Soup\\\n> 4.50\n\n> unknown: No such tool.\n\nThe soup is 4.50.\n"
    )
