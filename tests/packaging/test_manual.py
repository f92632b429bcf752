"""The manual page says what the parsers say."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path

import commands
import manual
import pytest

from eyebox.cli.models import ACTIONS
from eyebox.cli.terminal import Parser
from eyebox.start import COMMANDS

Tool = Callable[[str], str]


def _plain() -> str:
    return (
        re.sub(r"\\f[BIR]", "", manual.man_page("1.2.3", "2025-01-31"))
        .replace("\\-", "-")
        .replace("\\(aq", "'")
    )


def test_all_commands_and_their_actions_are_found() -> None:
    words = {command.words for command in commands.commands()}
    assert words >= {(name,) for name in COMMANDS} | {("models", name) for name in ACTIONS}


def test_every_command_and_option_has_its_place() -> None:
    page = _plain()
    sections = dict(zip(*[iter(re.split(r'^\.S[SH] "?(.*?)"?$', page, flags=re.M)[1:])] * 2, strict=True))
    for command in commands.commands():
        section = sections[" ".join(("eyebox", *command.words))]
        assert command.text in section
        for option in command.options:
            told = section + sections["OPTIONS"]
            assert all(re.search(rf"(^|, ){flag}\b", told, re.M) for flag in option.flags), option


def test_every_option_says_what_it_is_for() -> None:
    silent = [
        (c.words, o.flags or o.metavar)
        for c in commands.commands()
        for o in (*c.options, *c.arguments)
        if not o.text
    ]
    assert silent == []


def test_asking_for_the_parsers_prints_and_runs_nothing(capfd: object) -> None:
    commands.commands.cache_clear()
    assert commands.commands()
    assert capfd.readouterr() == ("", "")  # type: ignore[attr-defined]


def test_man_reads_it_without_a_warning(tmp_path: Path, tool: Tool) -> None:
    page = tmp_path / "eyebox.1"
    page.write_text(manual.man_page("1.2.3", "2025-01-31"), "utf-8")
    command = [tool("man"), "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", page]
    told = subprocess.run(
        command,
        capture_output=True,
        text=True,
        env={**os.environ, "LC_ALL": "C.UTF-8", "MANROFFSEQ": "", "MANWIDTH": "80"},
    )
    assert (told.returncode, told.stderr) == (0, "")


def test_its_name_line_is_found_by_apropos(tmp_path: Path, tool: Tool) -> None:
    page = tmp_path / "eyebox.1"
    page.write_text(manual.man_page("1.2.3", "2025-01-31"), "utf-8")
    told = subprocess.run([tool("lexgrog"), page], capture_output=True, text=True)
    assert told.stdout.endswith(f': "eyebox - {manual.SUMMARY}"\n')


def test_actions_of_actions_and_values_of_arguments_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    def run(arguments: list[str]) -> int:
        parser = Parser("models", "Models.")
        parser.add_argument("action", choices=("engine", "list"))
        if arguments[:2] == ["engine", "add"]:
            parser = Parser("models engine add", "Adds it.")
            parser.add_argument("--from", metavar="FILE", help="from here")
        elif arguments[:1] in (["engine"], ["list"]):
            parser = Parser(f"models {arguments[0]}", "Its engine.")
            parser.add_argument("action", choices=("add",) if arguments[0] == "engine" else ("here", "all"))
        parser.parse_args(["--help"])
        return 0

    monkeypatch.setattr("eyebox.cli.models.models", run)
    monkeypatch.setattr(commands, "commands", cache(commands.commands.__wrapped__))
    found = {" ".join(command.words): command for command in commands.commands()}
    assert found["models"].actions == ("engine", "list")
    assert found["models engine"].actions == ("add",)
    assert found["models engine add"].options[-1].takes == "file"
    assert found["models list"].arguments[0].values == ("here", "all")
