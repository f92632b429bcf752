"""What one row of the transcript shows, and what is done with it; the views of it are made when there is a message."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from typing import Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from eyebox.session.types import Turn
from eyebox_models.protocol.dataclass import dataclass
from eyebox_models.protocol.events import BoxFound, Progress
from eyebox_models.protocol.tool_use import ToolUse

MARGIN = 16
"""Space in pixels left and right of every message."""


@dataclass(slots=True, eq=False)
class StreamingAnswer:
    """An answer that is still coming; it outlives its view."""

    turn: str
    parent: str
    plain: bool = False
    text: str = ""
    boxes: list[BoxFound] = field(default_factory=list)
    progress: Progress | None = None
    notes: list[str] = field(default_factory=list)
    uses: dict[int, ToolUse] = field(default_factory=dict)
    job_state: tuple[str, str] = ("", "")
    """"waiting", "running" or "stopping", and the title of what it waits for."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A turn with its place among its alternatives; `pictures` are all of the chat up to it, in order."""

    turn: Turn
    index: int = 0
    count: int = 1
    pictures: tuple[str, ...] = ()
    live: StreamingAnswer | None = None

    @property
    def id(self) -> str:
        return self.turn.id


class MessageSignals(QObject):
    """What is done with the messages of a transcript.

    Signals:
        link_clicked: an address the user clicked; nothing was opened.
        phrase_hovered: id of the box whose phrase is pointed at, "" for none.
        phrase_clicked: id of the box whose phrase was clicked.
        regenerate_asked: id of the answer to generate again. sample_asked: by chance, not by the likeliest words.
        alternative_asked: id of the turn and the place, from 0, of the alternative to show.
        edited: id of the question and its new text, to be asked again.
        model_asked: the user wants to choose another model.
        parts_asked: id of the answer whose question is to be asked of parts of the picture.
        seen_asked: id of the answer whose pictures the user wants to see as the model saw them.
    """

    link_clicked = Signal(str)
    phrase_hovered = Signal(str)
    phrase_clicked = Signal(str)
    regenerate_asked = Signal(str)
    sample_asked = Signal(str)
    alternative_asked = Signal(str, int)
    edited = Signal(str, str)
    model_asked = Signal()
    parts_asked = Signal(str)
    seen_asked = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.repeats: Callable[[str], Literal["", "greedy", "seed"]] = lambda _answer: ""
        """Says of an answer why it would come again word by word, "" where it would not."""
        self.region: Callable[[str, tuple[int, int, int, int]], QImage] = lambda _picture, _box: QImage()
        """A region of a picture of the chat; a null image while it is not there, and then `show_regions` brings it."""
