"""What is typed in a chat of the terminal: several lines, history and completion by readline; or the lines of a pipe.

readline is in the standard library, knows the width of every character and the size of the terminal, and takes what is
pasted as one. prompt_toolkit would be 10 MB more for every installation.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from shutil import get_terminal_size
from types import ModuleType
from typing import Protocol

from eyebox.cli.chat_history import ChatHistory
from eyebox_models.files.atomic_write import shown

PROMPT, MORE = "> ", ". "
MOST_NAMES = 200
"""Names that completion lists."""
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_LAST_WORD = re.compile(r"(?:\\.|[^\s\\])*\Z", re.DOTALL)


class Lines(Protocol):
    """Where questions and commands come from."""

    def read(self) -> str | None:
        """The next one, of one line or several; None at the end. Raises KeyboardInterrupt where a terminal's is given up."""
        ...


class PipedLines:
    """The lines of standard input; one that ends with a backslash goes on with the next."""

    def read(self) -> str | None:
        parts = []
        while line := sys.stdin.buffer.readline():
            parts.append(line.decode("utf-8", "replace").rstrip("\r\n"))
            if not _goes_on(parts[-1]):
                break
        return _joined(parts) if parts else None


class TypedLines:
    """Lines from a terminal, edited by readline where Python has it (on Windows the console edits)."""

    def __init__(
        self, commands: Sequence[str], takes_path: Iterable[str], history: ChatHistory | None
    ) -> None:
        """`commands` are completed, and paths after those of `takes_path`."""
        self._commands = commands
        self._takes_path = frozenset(takes_path)
        self._history = history
        self._found: list[str] = []
        self._readline: ModuleType | None = None
        with suppress(ImportError):
            import readline

            self._readline = readline
            self._set_up(readline)

    @property
    def typed(self) -> str:
        """What stood in the line that was given up last."""
        return "" if self._readline is None else self._readline.get_line_buffer()

    def read(self) -> str | None:
        parts: list[str] = []
        try:
            while not parts or _goes_on(parts[-1]):
                parts.append(input(self._prompt(MORE if parts else PROMPT)))
        except EOFError:
            if not parts:
                return None
        except UnicodeDecodeError:
            return ""
        text = _joined(parts)
        if self._readline is not None and text.strip():
            self._readline.add_history(text)
        if self._history is not None:
            self._history.add(text)
        return text

    def _prompt(self, text: str) -> str:
        if self._readline is None or os.environ.get("NO_COLOR"):
            return text
        return f"\x01\x1b[1m\x02{text}\x01\x1b[0m\x02"  # the bytes around a colour say that it takes no room

    def _set_up(self, readline: ModuleType) -> None:
        by_libedit = "libedit" in (readline.__doc__ or "")
        readline.set_auto_history(False)
        for entry in self._history.entries() if self._history else ():
            readline.add_history(entry)
        readline.set_completer_delims("")
        readline.set_completer(self._complete)
        readline.parse_and_bind("bind ^I rl_complete" if by_libedit else "tab: complete")
        if not by_libedit:
            for binding in (
                r'"\e\C-m": "\C-v\C-j"',  # Alt+Enter
                r'"\e\C-j": "\C-v\C-j"',
                "set enable-bracketed-paste on",
                "set completion-query-items 0",
            ):
                readline.parse_and_bind(binding)
            readline.set_completion_display_matches_hook(self._list)

    def _complete(self, line: str, state: int) -> str | None:
        if state == 0:
            self._found = completions(line, self._commands, self._takes_path)
        return self._found[state] if state < len(self._found) else None

    def _list(self, _line: str, matches: Sequence[str], _longest: int) -> None:
        """Names below the line, without what comes before them."""
        assert self._readline is not None
        names = [_last_part(match) for match in matches[:MOST_NAMES]]
        print("", *columns(names, get_terminal_size().columns), sep="\n")
        print(PROMPT + self._readline.get_line_buffer(), end="", flush=True)


def completions(line: str, commands: Sequence[str], takes_path: frozenset[str]) -> list[str]:
    """How a line could go on: each a whole line."""
    if not line.startswith("/"):
        return []
    name, space, _rest = line.partition(" ")
    if not space:
        return [f"{command} " for command in commands if command.startswith(line)]
    if name not in takes_path:
        return []
    found = _LAST_WORD.search(line)
    assert found is not None
    begun = _ESCAPED.sub(r"\1", found[0])
    folder, _, start = begun.rpartition("/")
    where = Path(f"{folder}/" if "/" in begun else ".").expanduser()
    try:
        with os.scandir(where) as entries:
            names = sorted((entry.name, entry.is_dir()) for entry in entries)
    except (OSError, ValueError):
        return []
    before = line[: found.start()] + (escaped(f"{folder}/") if "/" in begun else "")
    return [
        before + escaped(name) + ("/" if is_folder else " ")
        for name, is_folder in names
        if name.startswith(start) and (start.startswith(".") or not name.startswith("."))
    ]


def escaped(path: str) -> str:
    """A path as a shell would have it typed."""
    return re.sub(r"([^\w@%+=:,./~-])", r"\\\1", path)


def columns(names: Sequence[str], room: int) -> list[str]:
    """Names in as many columns as there is room for."""
    wide = min(max(map(len, names), default=0) + 2, room)
    across = max(room // wide, 1) if wide else 1
    rows = -(-len(names) // across)
    return ["".join(f"{name:<{wide}}" for name in names[row::rows]).rstrip() for row in range(rows)]


def _last_part(line: str) -> str:
    """The name that a completed line ends with."""
    text = line.rstrip(" ")
    if " " not in text:
        return text
    found = _LAST_WORD.search(text)
    path = _ESCAPED.sub(r"\1", found[0]) if found else text
    return shown(path.rstrip("/").rpartition("/")[2] + ("/" if path.endswith("/") else ""))


def _goes_on(line: str) -> bool:
    """Whether a line ends with a backslash that escapes its end."""
    return (len(line) - len(line.rstrip("\\"))) % 2 == 1


def _joined(parts: Sequence[str]) -> str:
    return "\n".join(
        part[:-1] if _goes_on(part) and at < len(parts) - 1 else part for at, part in enumerate(parts)
    )
