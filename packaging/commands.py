"""The command line as data: every command with the very parser that it parses with. Manual and completions are made from it."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from eyebox.__main__ import main
from eyebox.cli.terminal import Parser
from eyebox.start import COMMANDS


@dataclass(frozen=True)
class Option:
    """An option or (without `flags`) an argument. `values` is all that it takes, where that is known."""

    flags: tuple[str, ...]
    metavar: str
    text: str
    values: tuple[str, ...]
    takes_value: bool
    repeats: bool
    required: bool

    @property
    def takes(self) -> str:
        """What completes its value: "image", "file", "folder", "values" or "" (nothing does)."""
        words = set(re.findall(r"[A-Z]+", self.metavar))
        if "FOLDER" in words or (self.takes_value and "the folder" in self.text):
            return "folder"
        if "IMAGE" in words:
            return "image"
        return "file" if "FILE" in words else "values" if self.values else ""


@dataclass(frozen=True)
class Command:
    """`words` come after `eyebox`: ("models", "list"); `actions` are the words that can follow them."""

    words: tuple[str, ...]
    text: str
    arguments: tuple[Option, ...]
    options: tuple[Option, ...]
    actions: tuple[str, ...]


@cache
def commands() -> tuple[Command, ...]:
    """All commands in the order of the program's own help, each before its actions."""
    return tuple(command for name in COMMANDS for command in _with_actions((name,)))


def _with_actions(words: tuple[str, ...]) -> Iterator[Command]:
    parser = _parser(words)
    if parser is None:
        return
    named = [*parser.actions] if isinstance(parser, Parser) else []
    named += [
        str(choice)
        for action in parser._actions
        if not action.option_strings and action.choices
        for choice in action.choices
    ]
    below = {name: tuple(_with_actions((*words, name))) for name in named}
    actions = tuple(name for name in named if below[name])
    yield _command(words, parser, actions)
    for name in actions:
        yield from below[name]


def _parser(words: tuple[str, ...]) -> argparse.ArgumentParser | None:
    """The parser that prints the help of a command; None where these words are no command of their own."""
    asked: list[argparse.ArgumentParser] = []
    own = argparse.ArgumentParser.print_help
    argparse.ArgumentParser.print_help = lambda self, file=None: asked.append(self)  # type: ignore[method-assign]
    try:
        main([*words, "--help"])
    finally:
        argparse.ArgumentParser.print_help = own  # type: ignore[method-assign]
    if len(asked) != 1:
        raise SystemExit(f"`eyebox {' '.join(words)} --help` shows no help of a parser")
    return asked[0] if asked[0].prog == " ".join(("eyebox", *words)) else None


def _command(words: tuple[str, ...], parser: argparse.ArgumentParser, actions: tuple[str, ...]) -> Command:
    shown = [
        _option(action)
        for action in parser._actions
        if action.help != argparse.SUPPRESS and not (actions and not action.option_strings and action.choices)
    ]
    arguments = tuple(option for option in shown if not option.flags)
    options = tuple(option for option in shown if option.flags)
    return Command(words, parser.description or "", arguments, options, actions)


def _option(action: argparse.Action) -> Option:
    metavar = action.metavar if isinstance(action.metavar, str) else ""
    values = tuple(str(choice) for choice in action.choices or ())
    if not values and "|" in metavar:
        values = tuple(word for word in metavar.split("|") if re.fullmatch(r"[a-z0-9]+", word))
    text = (action.help or "") % (vars(action) | {"prog": "eyebox"})
    if not values and metavar.endswith(",..."):  # a list, whose help ends with all that it may hold
        values = tuple(text.rpartition(": ")[2].split(", "))
    takes_value = action.nargs != 0
    if takes_value and not metavar:
        metavar = "|".join(values) or action.dest.upper()
    return Option(
        flags=tuple(action.option_strings),
        metavar=metavar,
        text=text,
        values=values,
        takes_value=takes_value,
        repeats=action.nargs in ("*", "+") or isinstance(action, argparse._AppendAction),
        required=action.required and action.nargs != "*",
    )
