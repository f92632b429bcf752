"""The manual page eyebox(1), made from the command line's own parsers: python packaging/manual.py > eyebox.1"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from commands import Command, Option, commands
from listing import date, description
from project import version

COMMON = ("--help", "--debug")
"""Options that every command has: listed once."""

SUMMARY = "reads pictures and screens, answers questions about them"

INTRODUCTION = """\
Without a command the window opens, with the images that are given; where it is already open, they open there. \
The commands do without a mouse what the window does, and all but \\fBcapture\\fR run without a display. \
Everything happens on this machine: nothing but a download that was asked for opens a connection."""

STATUS = (
    ("0", "Done."),
    ("1", "Something failed. What succeeded is still written."),
    ("2", "Wrong usage."),
    ("130", "Interrupted."),
)

ENVIRONMENT = (
    ("EYEBOX_HOME", "Keeps data, settings, cache and logs in this one folder."),
    ("HF_ENDPOINT, MODELSCOPE_ENDPOINT", "A mirror of the hub that models are downloaded from."),
    ("HF_TOKEN, MODELSCOPE_API_TOKEN", "Open models that want a consent; each is sent to its own hub only."),
    ("HF_HOME, HF_HUB_CACHE, MODELSCOPE_CACHE", "Where models that other programs downloaded are found."),
)

FILES = (
    ("~/.local/share/eyebox", "Sessions, pasted pictures, and downloaded models."),
    ("~/.config/eyebox", "Settings."),
    ("~/.cache/eyebox", "Thumbnails and decoded pixels; can be deleted while Eyebox does not run."),
    ("~/.local/state/eyebox/log", "Logs of the engines."),
)

EXAMPLES = (
    ("Open the window with two pictures", "eyebox menu.jpg receipt.png"),
    ("The text of a photograph, line by line with its boxes", "eyebox read menu.jpg --format json"),
    ("Where a word stands", "eyebox read menu.jpg --find salmon"),
    ("The text of a region of the screen", "eyebox capture --read"),
    (
        "Ask a model at less precision",
        'eyebox ask --model Qwen/Qwen2-VL-2B-Instruct --precision int4 -p "What is wrong here?" board.jpg',
    ),
    ("What is broken, and how to fix it", "eyebox doctor"),
)


def man_page(of_version: str = "", on_date: str = "") -> str:
    """The page in man(7) macros."""
    return "\n".join(_lines(of_version or version(), on_date or date())) + "\n"


def _lines(of_version: str, on_date: str) -> Iterator[str]:
    yield f'.TH EYEBOX 1 "{on_date}" "Eyebox {of_version}" "User Commands"'
    yield ".SH NAME"
    yield f"eyebox \\- {_text(SUMMARY)}"
    yield ".SH SYNOPSIS"
    yield from (
        "\\fBeyebox\\fR [\\fIIMAGE\\fR ...]",
        ".br",
        "\\fBeyebox\\fR \\fB\\-\\-version\\fR | \\fB\\-\\-help\\fR",
    )
    for command in commands():
        if not command.actions:
            yield from (".br", _synopsis(command))
    yield ".SH DESCRIPTION"
    yield _text(description()) + "."
    yield ".PP"
    yield INTRODUCTION
    yield ".SH OPTIONS"
    yield from (".TP", "\\fB\\-\\-version\\fR", "Print the version.")
    yield from (".PP", "These are for every command:")
    yield from _common()
    yield ".SH COMMANDS"
    for command in commands():
        yield f'.SS "eyebox {" ".join(command.words)}"'
        yield _text(command.text)
        if command.actions:
            yield "Its actions: " + ", ".join(f"\\fB{_text(name)}\\fR" for name in command.actions) + "."
        for option in (*command.arguments, *_own(command)):
            yield from _entry(option)
    yield ".SH EXIT STATUS"
    yield from _table(STATUS)
    yield ".SH ENVIRONMENT"
    yield from _table(ENVIRONMENT)
    yield ".SH FILES"
    yield from _table(FILES)
    yield ".SH EXAMPLES"
    for place, (what, line) in enumerate(EXAMPLES):
        yield from [".PP"] if place else []
        yield from (f"{_text(what)}:", ".PP", ".RS 4", ".nf", f"\\fB{_text(line)}\\fR", ".fi", ".RE")


def _common() -> Iterator[str]:
    for option in commands()[0].options:
        if option.flags[-1] in COMMON:
            yield from _entry(option)


def _own(command: Command) -> list[Option]:
    return [option for option in command.options if option.flags[-1] not in COMMON]


def _synopsis(command: Command) -> str:
    parts = [f"\\fBeyebox {' '.join(command.words)}\\fR"]
    own = _own(command)
    if any(not option.required for option in own):
        parts.append("[\\fIOPTION\\fR ...]")
    parts += [_flags(option).partition(", ")[0] for option in own if option.required]
    for option in command.arguments:
        name = f"\\fI{_text(option.metavar)}\\fR" + (" ..." if option.repeats else "")
        parts.append(name if option.required else f"[{name}]")
    return " ".join(parts)


def _flags(option: Option) -> str:
    value = f"\\fI{_text(option.metavar)}\\fR" if option.takes_value else ""
    if not option.flags:
        return value
    return ", ".join(f"\\fB{_text(flag)}\\fR" + (f" {value}" if value else "") for flag in option.flags)


def _entry(option: Option) -> Iterator[str]:
    if option.flags or option.text:
        yield from (
            ".TP",
            _flags(option),
            _sentence(option.text) or ("One of these." if option.values else "\\&"),
        )


def _table(rows: tuple[tuple[str, str], ...]) -> Iterator[str]:
    for name, text in rows:
        yield from (".TP", f"\\fB{_text(name)}\\fR", _text(text))


def _sentence(text: str) -> str:
    return _text(f"{text[0].upper()}{text[1:]}.") if text else ""


def _text(text: str) -> str:
    """A text as roff takes it: no backslash, hyphen, quote or dot of it means anything."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").replace("~", "\\(ti")
    return "\\&" + text if text.startswith(".") else text


if __name__ == "__main__":
    sys.stdout.write(man_page())
