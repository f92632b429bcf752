"""A screen reader finds its way: the real program on a screen of its own, looked at over AT-SPI."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import screen_reader
from eyebox_resources import path
from screen_reader import Node, ScreenReader
from xserver import x_server, xdotool

if lacking := screen_reader.missing():
    pytest.skip(f"needs {lacking}", allow_module_level=True)


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[tuple[ScreenReader, str]]:
    """The program with the sample picture, looked at, and its display."""
    command = [sys.executable, "-m", "eyebox", str(path("sample.png"))]
    with x_server("1360x850x24") as display, screen_reader.buses(display) as environment:
        program = subprocess.Popen(command, env=environment | {"EYEBOX_HOME": str(tmp_path)})
        reader = ScreenReader(environment)
        try:
            yield reader, display
        finally:
            reader.close()
            program.terminate()
            program.wait(60)


@pytest.mark.thorough
def test_everything_has_a_name_the_focus_goes_around_and_answers_are_said(
    screen: tuple[ScreenReader, str],
) -> None:
    reader, display = screen

    def named(tree: Node, name: str) -> list[Node]:
        return [node for node in tree.all() if name in node.name and "showing" in node.states]

    tree = reader.wait(lambda tree: named(tree, "lines read in"), "the picture was not read")
    assert named(tree, "Picture sample.png, 1120 × 1440")
    assert nameless(tree) == []

    xdotool(display, "search", "--onlyvisible", "--name", "Eyebox", "windowfocus", "--sync")
    way = []
    while len(way) < 60 and (len(way) < 2 or way[-1] not in way[:-1]):
        before = len(reader.reached)
        xdotool(display, "key", "Tab")
        way.append(reader.focus(before))
    assert all(name for _, name in way), way
    assert way[-1] == way[0], way  # around, and back where it began
    areas = [name for _, name in way[1:] if name in ("Menu", "Pictures of the session", "Chat", "Question")]
    begin = areas.index("Menu")
    assert areas[begin:] + areas[:begin] == ["Menu", "Pictures of the session", "Chat", "Question"]

    xdotool(display, "key", "ctrl+l")
    xdotool(display, "type", "find salmon")
    xdotool(display, "key", "Return")
    assert "Salmon burger" in reader.hear("Found 2 places")
    xdotool(display, "key", "alt+2")
    tree = reader.wait(
        lambda tree: any(
            node.role == "list item" and node.name.startswith("Salmon: ") for node in tree.all()
        ),
        "no boxes",
    )
    assert nameless(tree) == []


def nameless(tree: Node) -> list[Node]:
    """What the keyboard can get to, and nobody can say what it is."""
    return [node for node in tree.all() if {"focusable", "showing"} <= node.states and not node.name]
