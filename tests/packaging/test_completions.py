"""Completions are tried in the shells themselves: a terminal, a line, and the tabulator."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import commands
import completions
import pytest

Tool = Callable[[str], str]
Complete = Callable[[str], set[str]]

PATIENCE = 60
SHELLS = {
    "bash": (
        ("bash", "--norc", "--noprofile", "-i"),
        "bind 'set show-all-if-ambiguous on'; bind 'set enable-bracketed-paste off'; bind 'set page-completions off'; "
        "source {file}; cd {folder}; PS1=rea''dy\n",
        b"\t\t\x15echo en''ded\n",  # Ctrl+U takes the line away
    ),
    "zsh": (
        ("zsh", "-f", "-i"),
        "PROMPT_SP=''; unsetopt beep zle_bracketed_paste prompt_sp; autoload -Uz compinit; compinit -u -D; "
        "_eyebox() {{ source {file} }}; compdef _eyebox eyebox; "
        "offer() {{ zle list-choices; zle -R; zle -I; echo en''ded }}; zle -N offer; bindkey '^T' offer; "
        "cd {folder}; PS1=rea''dy\n",
        b"\x14",  # zsh lists nothing while more is typed: its own command shows the list and says when it is there
    ),
}


@pytest.fixture(params=["bash", "zsh", "fish"])
def complete(request: pytest.FixtureRequest, tmp_path: Path, tool: Tool) -> Complete:
    """What a shell offers for a line, as words; a folder with menu.png, notes.txt and a folder pictures is where it stands."""
    shell: str = request.param
    tool(shell)
    folder = tmp_path / "here"
    (folder / "pictures").mkdir(parents=True)
    for name in ("menu.png", "music.png", "notes.txt"):
        (folder / name).touch()
    file = tmp_path / "completion"
    file.write_text(completions.completion(shell), "utf-8")
    if shell == "fish":
        return lambda line: _fish(file, folder, line)
    return lambda line: _typed(shell, file, folder, line)


def _fish(file: Path, folder: Path, line: str) -> set[str]:
    command = ["fish", "--no-config", "-c", f"source {file}; complete --do-complete '{line}'"]
    told = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    assert told.stderr == ""
    return {row.partition("\t")[0] for row in told.stdout.splitlines()}


def _typed(shell: str, file: Path, folder: Path, line: str) -> set[str]:
    """Types the line into a shell and asks for what can follow; what it then shows, without the line itself."""
    command, setup, keys = SHELLS[shell]
    master, slave = pty.openpty()
    environment = {**os.environ, "TERM": "dumb", "COLUMNS": "200", "LINES": "100", "HOME": str(folder.parent)}
    process = subprocess.Popen(
        ["setsid", "--ctty", *command],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env=environment,
        close_fds=True,
    )
    os.close(slave)
    try:
        os.write(master, setup.format(file=file, folder=folder).encode())
        _until(master, b"ready", PATIENCE)  # as a prompt: from then on the shell itself takes the keys
        os.write(master, line.encode() + keys)
        shown = _until(master, b"ended\r", PATIENCE).decode()
    finally:
        process.kill()
        process.wait()
        os.close(master)
    return set(re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", " ", shown).replace("\b", " ").split()) - set(line.split())


def _until(terminal: int, mark: bytes, patience: float) -> bytes:
    """What a terminal shows up to a mark."""
    shown = b""
    end = time.monotonic() + patience
    while mark not in shown:
        ready, _, _ = select.select([terminal], [], [], max(0, end - time.monotonic()))
        assert ready, f"the shell never came to {mark!r}: {shown!r}"
        shown += os.read(terminal, 65536)
    return shown


def test_commands_come_after_the_name(complete: Complete) -> None:
    assert complete("eyebox ") >= {"read", "ask", "models", "capture", "doctor"}


def test_a_command_is_finished(complete: Complete) -> None:
    assert "doctor" in complete("eyebox do")


def test_actions_come_after_models(complete: Complete) -> None:
    models = next(command for command in commands.commands() if command.words == ("models",))
    assert complete("eyebox models ") >= set(models.actions)


def test_an_option_is_finished(complete: Complete) -> None:
    assert any(word.startswith("--precision") for word in complete("eyebox ask --prec"))


def test_the_values_of_an_option_come_after_it(complete: Complete) -> None:
    assert complete("eyebox ask --precision ") >= {"auto", "bf16", "fp16", "fp32", "int8", "int4"}
    assert complete("eyebox --debug read --format j") >= {"json", "jsonl"}


def test_a_value_can_follow_the_equals_sign(complete: Complete) -> None:
    offered = {word.removeprefix("--precision=") for word in complete("eyebox ask --precision=in")}
    assert offered >= {"int4", "int8"}


def test_pictures_are_offered_where_one_is_wanted(complete: Complete) -> None:
    assert complete("eyebox read m") >= {"menu.png", "music.png"}
    assert complete("eyebox m") & {"menu.png", "models"}


def test_folders_are_offered_where_one_is_wanted(complete: Complete) -> None:
    offered = " ".join(complete("eyebox models verify "))
    assert "pictures" in offered
    assert "menu.png" not in offered


def test_nothing_is_offered_where_any_text_can_stand(complete: Complete) -> None:
    assert not complete("eyebox read --find ") & {"menu.png", "notes.txt", "read", "--format"}


@pytest.mark.parametrize("place", completions.completions())
def test_every_command_and_option_is_in_every_completion(place: str) -> None:
    text = completions.completions()[place]
    for command in commands.commands():
        assert command.words[-1] in text
        for option in command.options:
            for flag in option.flags:
                dash = "-l " if flag.startswith("--") else "-s "
                assert (dash + flag.lstrip("-") if place.endswith(".fish") else flag) in text


def test_they_lie_where_debian_has_them() -> None:
    assert set(completions.completions()) == {
        "bash-completion/completions/eyebox",
        "zsh/vendor-completions/_eyebox",
        "fish/vendor_completions.d/eyebox.fish",
    }


def test_shellcheck_finds_nothing_in_that_of_bash(tmp_path: Path, tool: Tool) -> None:
    file = tmp_path / "eyebox"
    file.write_text(completions.completion("bash"), "utf-8")
    told = subprocess.run([tool("shellcheck"), "--shell=bash", file], capture_output=True, text=True)
    assert told.stdout == ""
