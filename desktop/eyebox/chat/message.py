"""What one row of the transcript shows, and what the views of questions and answers have in common."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from typing import Literal

from PySide6.QtCore import QObject, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from eyebox.chat.body import MessageBody
from eyebox.chat.chips import PictureNames
from eyebox.session.types import Turn
from eyebox.theme import Theme
from eyebox_models.protocol.ask import BoxFound, Progress
from eyebox_models.protocol.dataclass import dataclass
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


class MessageView(QWidget):
    """One row of the transcript. Whoever owns it calls `place` after `resized`, and gives it that height.

    Signals:
        resized: the height for the current width changed.
    """

    resized = Signal()

    def __init__(
        self,
        theme: Theme,
        entry: Entry,
        names: PictureNames,
        signals: MessageSignals,
        *,
        plain: bool,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.signals = signals
        self.theme = theme
        self.entry = entry
        self.names = names
        self._marked = False
        self.body = MessageBody(theme, plain=plain, parent=self)
        self.body.resized.connect(self.resized)
        self.body.link_clicked.connect(signals.link_clicked)
        self.body.phrase_hovered.connect(signals.phrase_hovered)
        self.body.phrase_clicked.connect(signals.phrase_clicked)
        self.body.focus_shown.connect(self._on_focus_shown)

    @property
    def pinned(self) -> bool:
        """Whether the view holds something that would be lost with it."""
        focus = QApplication.focusWidget()
        return self.entry.live is not None or (focus is not None and self.isAncestorOf(focus))

    def place(self, width: int) -> int:
        """Arranges everything within a width; returns the height in pixels."""
        raise NotImplementedError

    def focus_stops(self) -> list[QWidget]:
        """What the Tab key stops at, in order: the text first."""
        tab = Qt.FocusPolicy.TabFocus.value
        stops = [child for child in self.findChildren(QWidget) if child.focusPolicy().value & tab]
        return sorted(stops, key=lambda stop: stop is not self.body)

    def set_lit(self, box_id: str) -> None:
        """Lights the phrase of a box, "" for none."""
        self.body.set_lit(box_id)

    def set_names(self, names: PictureNames) -> None:
        """Names the pictures anew."""
        self.names = names

    def rerender(self) -> None:
        """Follows the theme."""
        self.body.rerender()

    @Slot(int)
    def on_stepped(self, place: int) -> None:
        self.signals.alternative_asked.emit(self.entry.id, place)

    @Slot(bool)
    def _on_focus_shown(self, shown: bool) -> None:
        self._marked = shown
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._marked:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.color("accent"))
            painter.drawRoundedRect(QRectF(4, self.body.y(), 2, self.body.height()), 1, 1)
