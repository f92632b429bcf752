"""The text of a message as one document that grows piece by piece, so that no step takes long."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from itertools import accumulate
from typing import Self

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextCursor, QTextDocument, QTextOption

from eyebox.chat.decor import Decor, decor_rect
from eyebox.chat.phrases import Phrases
from eyebox.chat.render import InertDocument, Renderer
from eyebox.chat.segments import Cut, common_length, mark, markdown_cuts, plain_cuts
from eyebox.theme import Theme
from eyebox_models.protocol.dataclass import dataclass

_INDENT = 20
BEARING = 2
"""Pixels left of a line that letters such as j reach into; without them their hooks are cut off."""
_BLOCK_COST, _CELL_COST = 30, 150


@dataclass(slots=True)
class MessageSource:
    """What is to be shown: a text, where its pieces begin, and its phrases."""

    text: str = ""
    plain: bool = False
    phrases: Phrases = field(default_factory=Phrases)
    cuts: list[Cut] = field(default_factory=lambda: [Cut(0)])

    def add(self, text: str) -> None:
        """Puts more text at the end."""
        self.text += text

    def cut(self) -> None:
        """Notes where pieces begin in what is new."""
        self.cuts += (plain_cuts if self.plain else markdown_cuts)(self.text, self.cuts[-1])

    def end_of(self, piece: int) -> int:
        """Where a piece ends in the text."""
        return self.cuts[piece + 1].offset if piece + 1 < len(self.cuts) else len(self.text)

    def goes_on(self, piece: int) -> bool:
        """Whether the next piece carries on what this one shows."""
        return piece + 1 < len(self.cuts) and bool(self.cuts[piece + 1].continues.kind)

    def pieces_between(self, start: int, end: int) -> set[int]:
        """The pieces that a part of the text touches."""
        return {
            piece for piece, cut in enumerate(self.cuts) if cut.offset < end and self.end_of(piece) > start
        }


@dataclass(slots=True)
class _Piece:
    """A rendered part of the source: its length in the document, positions relative to its begin there."""

    length: int
    phrases: tuple[tuple[int, int, int], ...]
    decor: tuple[Decor, ...]
    cost: int
    end: int
    goes_on: bool


Placed = tuple[Decor, int, QRectF]
"""A decor, the position that its own ones count from, and its place in pixels."""


class MessageDocument:
    """A document of a certain width and theme, and what stands in it."""

    def __init__(self, theme: Theme, width: int) -> None:
        """`width` in pixels, -1 for as wide as the lines."""
        self._renderer = Renderer(theme, theme.font())
        self.document = InertDocument(self._renderer.font)
        self.document.setIndentWidth(_INDENT)
        option = self.document.defaultTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document.setDefaultTextOption(option)
        self.document.setTextWidth(width)
        form = self.document.rootFrame().frameFormat()
        form.setLeftMargin(BEARING)
        self.document.rootFrame().setFrameFormat(form)
        QTextCursor(self.document).setBlockFormat(self._renderer.spacer())
        self._pieces: list[_Piece] = []
        self._offsets = [0]
        self._changed: set[int] = set()
        self._joints: dict[int, str] = {}
        self._placed: list[Placed] = []
        self._placed_before: list[int] = []
        self.cost = 0
        """About how long laying it out takes, in characters of plain text."""

    def change(self, pieces: set[int]) -> None:
        """Has pieces rendered again."""
        self._changed |= {piece for piece in pieces if piece < len(self._pieces)}

    def work(self, source: MessageSource, spent: Callable[[], bool]) -> bool:
        """Renders what is missing or changed, at least one piece, until the time is spent; whether all is there."""
        last = len(self._pieces) - 1
        if last >= 0 and self._pieces[last].end != source.end_of(last):
            self._changed.add(last)
        while self._changed or len(self._pieces) < len(source.cuts):
            self._render(source, self._changed.pop() if self._changed else len(self._pieces))
            if spent():
                break
        return not self._changed and len(self._pieces) >= len(source.cuts)

    def _render(self, source: MessageSource, index: int) -> None:
        cut, end, goes_on = source.cuts[index], source.end_of(index), source.goes_on(index)
        spans = source.phrases.spans(cut.offset, end)
        marked = mark(source.text, cut.offset, end, spans, markdown=not source.plain)
        rendered = (
            self._renderer.plain(marked, source.phrases.by_number)
            if source.plain
            else self._renderer.markdown(
                marked, source.phrases.by_number, first=index == 0, continues=cut.continues, goes_on=goes_on
            )
        )
        document = rendered.document
        cost = document.characterCount() + _BLOCK_COST * document.blockCount() + _CELL_COST * rendered.cells
        piece = _Piece(document.characterCount() - 1, rendered.phrases, rendered.decor, cost, end, goes_on)
        position = self._offset(index)
        cursor = QTextCursor(self.document)
        cursor.beginEditBlock()
        cursor.setPosition(position)
        if index < len(self._pieces):
            cursor.setPosition(position + self._pieces[index].length, QTextCursor.MoveMode.KeepAnchor)
            before = QTextCursor(self.document)
            before.setPosition(position)
            form = before.blockFormat()
            cursor.removeSelectedText()
            cursor.setBlockFormat(form)
            self.cost -= self._pieces[index].cost
            self._pieces[index] = piece
        else:
            self._pieces.append(piece)
        whole = QTextCursor(document)
        whole.select(QTextCursor.SelectionType.Document)
        cursor.insertFragment(whole.selection())
        cursor.endEditBlock()
        self.cost += cost
        before_it = source.text[cut.offset - 1 : cut.offset] or "\n"
        if before_it != "\n":
            lost = before_it.isspace() and cut.continues.kind == "text" and not source.plain
            self._joints[index] = " " if lost else ""
        del self._offsets[index + 1 :]
        self.forget_places(index)

    def _offset(self, index: int) -> int:
        """Where a piece begins in the document."""
        known = len(self._offsets) - 1
        lengths = (piece.length for piece in self._pieces[known:index])
        self._offsets += list(accumulate(lengths, initial=self._offsets[-1]))[1:]
        return self._offsets[index]

    # What stands in it

    def forget_places(self, index: int = 0) -> None:
        """The layout has changed from a piece on; code goes back to the piece where it begins."""
        while 0 < index < len(self._pieces) and self._pieces[index - 1].goes_on:
            index -= 1
        if index < len(self._placed_before):
            del self._placed[self._placed_before[index] :]
            del self._placed_before[index:]

    def placed(self, kind: str = "") -> list[Placed]:
        """Every decor, from the top; code of several pieces is one."""
        for index in range(len(self._placed_before), len(self._pieces)):
            self._placed_before.append(len(self._placed))
            offset = self._offset(index)
            for decor in self._pieces[index].decor:
                rect = decor_rect(self.document, offset, decor)
                above = self._pieces[index - 1].decor if index and decor.carries_on else ()
                if above and above[-1].kind == decor.kind:
                    begun, start, place = self._placed[-1]
                    whole = Decor(begun.kind, begun.start, offset + decor.end - start, begun.language)
                    self._placed[-1] = whole, start, place.united(rect)
                else:
                    self._placed.append((decor, offset, rect))
        return [found for found in self._placed if kind in ("", found[0].kind)]

    def bottom(self) -> float:
        """Where the last thing ends: the ground of code reaches below its text."""
        height = self.document.size().height()
        decor = self._pieces[-1].decor if self._pieces else ()
        ends_with_code = bool(decor) and decor[-1].kind == "code"
        return max(height, self.placed()[-1][2].bottom()) if ends_with_code else height

    def codes(self) -> list[str]:
        """The text of every block of code."""
        return [
            self.text_between(offset + decor.start, offset + decor.end, to_end=True)
            for decor, offset, _ in self.placed("code")
        ]

    def text_between(self, start: int, end: int, *, to_end: bool = False) -> str:
        """The text between two positions, without the breaks inside of lines that were too long for one piece.

        `to_end` goes on to the end of the line that `end` is in.
        """
        cursor = QTextCursor(self.document)
        if to_end:
            cursor.setPosition(end)
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            end = cursor.position()
        text: list[str] = []
        joints = ((self._offset(index), glue) for index, glue in sorted(self._joints.items()))
        for joint, glue in [*(found for found in joints if start <= found[0] < end), (end, "")]:
            cursor.setPosition(start)
            cursor.setPosition(joint, QTextCursor.MoveMode.KeepAnchor)
            text += cursor.selection().toPlainText(), glue
            start = joint + 1
        return "".join(text)

    def carries_on(self, position: int) -> bool:
        """Whether the piece that a position is in carries on the one before."""
        index = sum(self._offset(piece) < position for piece in range(1, len(self._pieces)))
        return index > 0 and self._pieces[index - 1].goes_on

    def phrases(self, numbers: set[int]) -> list[tuple[int, int, int]]:
        """Number, start and end of phrases in the document."""
        return [
            (number, self._offset(index) + start, self._offset(index) + end)
            for index, piece in enumerate(self._pieces if numbers else ())
            for number, start, end in piece.phrases
            if number in numbers
        ]


@dataclass(frozen=True, slots=True)
class SavedSelection:
    """A selection that outlives rendering: Qt's positions, and what it says."""

    anchor: int
    caret: int
    text: str

    @classmethod
    def of(cls, cursor: QTextCursor) -> Self:
        return cls(cursor.anchor(), cursor.position(), cursor.selectedText())

    def fits(self, document: QTextDocument) -> bool:
        """Whether a document reaches to its end."""
        return max(self.anchor, self.caret) < document.characterCount()

    def restored(self, cursor: QTextCursor) -> QTextCursor:
        """The cursor with what was selected, as far as it still says the same."""
        last = cursor.document().characterCount() - 1
        cursor.setPosition(min(self.anchor, last))
        cursor.setPosition(min(self.caret, last), QTextCursor.MoveMode.KeepAnchor)
        if (now := cursor.selectedText()) != self.text:
            start = cursor.selectionStart()
            end = start + common_length(self.text, now)
            forwards = self.anchor <= self.caret
            cursor.setPosition(start if forwards else end)
            cursor.setPosition(end if forwards else start, QTextCursor.MoveMode.KeepAnchor)
        return cursor
