"""A picture that was read badly, for tests of proofreading."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

import desk
from eyebox.app import Desktop
from eyebox_models.protocol.page import Line, Page


def doubtful(page: Page) -> Page:
    """A page as a bad picture would have it: "Gardem" and "$74" are unsure."""
    texts = {"Garden Pizza": ("Gardem", 0.5), "$7": ("$74", 0.6)}

    def spoilt(line: Line) -> Line:
        if line.text not in texts:
            return line
        said, score = texts[line.text]
        first, *rest = line.words
        words = (replace(first, text=said, score=score), *rest)
        return replace(line, text=" ".join(word.text for word in words), words=words)

    return replace(page, lines=tuple(map(spoilt, page.lines)))


def open_doubtful(qtbot: QtBot, program: Desktop, folder: Path) -> Desktop:
    """Opens a bill whose text is doubtful; the canvas has the keys."""
    desk.drop(program, desk.draw_menu(folder / "bill.png"))
    picture = desk.wait_read(qtbot, program)
    pictures = program.window.workspace.pictures
    pictures.set_page(picture, doubtful(pictures.page(picture)))
    program.window.canvas.setFocus()
    return program


def texts(program: Desktop) -> list[str]:
    pictures = program.window.workspace.pictures
    return [line.text for line in pictures.page(pictures.current).lines]
