"""Words on the picture that are worth a look: those that the reader is unsure of, and those that a person gave."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QLineF, Qt
from PySide6.QtGui import QPainter

from eyebox.canvas.text_paint import faded, hairline, polygon, quads_path
from eyebox.canvas.text_selection import Position, Quad, Selection, TextMap
from eyebox.theme.theme import Theme
from eyebox_models.protocol.page import Line

LEGIBLE = 5.0
"""Lines lower than this on the screen (in pixels) get no underline: it would hide them."""
TINT = 70
Parts = dict[int, list[tuple[int, int]]]
"""Parts of lines' texts, by the lines' numbers."""


class TextMarks:
    """Underlines words of a page, each kind in a style that tells it from the others without its colour."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.shown = False
        self._unsure: Parts = {}
        self._changed: Parts = {}
        self.differing: Parts = {}
        """Where a second reading of these lines differs; an empty part is where it has more."""
        self.missed: list[Quad] = []
        """Lines that only the second reading has."""

    def find(self, text_map: TextMap) -> None:
        """Looks for what is to be marked on another page."""
        self._unsure, self._changed = {}, {}
        lines = list(enumerate(text_map.page.lines))
        if not lines:  # at the first paint, which does not wait for what finds them
            return
        from eyebox_models.text.proof import changed_parts, unsure_parts

        self._unsure = {n: parts for n, line in lines if (parts := unsure_parts(line))}
        self._changed = {n: parts for n, line in lines if (parts := changed_parts(line))}

    def unsure(self) -> list[Selection]:
        """The words that the reader is unsure of, in reading order, marked or not."""
        return [
            Selection(Position(line, start), Position(line, end))
            for line, parts in self._unsure.items()
            for start, end in parts
        ]

    def paint(self, painter: QPainter, text_map: TextMap, near: Iterable[int], scale: float) -> None:
        """Paints the marks of some lines, in scene coordinates."""
        strips = {n: strip for n in near if (strip := text_map.strips[n]).height * scale >= LEGIBLE}
        numbers = strips.keys() & self.differing.keys()
        quads = [strips[n].quad(*part) for n in numbers for part in self.differing[n]]
        self._frame(painter, [*quads, *self.missed])
        if self.shown:
            for parts, style, color in (
                (self._changed, Qt.PenStyle.SolidLine, "corrected"),
                (self._unsure, Qt.PenStyle.CustomDashLine, "unsure"),
            ):
                quads = [strips[n].quad(*part) for n in strips.keys() & parts.keys() for part in parts[n]]
                self._underline(painter, [QLineF(*quad[3], *quad[2]) for quad in quads], style, color)

    def _frame(self, painter: QPainter, quads: list[Quad]) -> None:
        """Frames and tints parts of lines; of an empty one only the frame's side is seen."""
        color = self._theme.color("differs")
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for quad in quads:
            painter.setPen(hairline(self._theme.color("text_halo"), 4))
            painter.drawPolygon(polygon(quad))
            painter.fillPath(quads_path([quad]), faded(color, TINT))
            painter.setPen(hairline(color, 2))
            painter.drawPolygon(polygon(quad))

    def _underline(self, painter: QPainter, feet: list[QLineF], style: Qt.PenStyle, color: str) -> None:
        below, above = hairline(self._theme.color("text_halo"), 4), hairline(self._theme.color(color), 2)
        if style is Qt.PenStyle.CustomDashLine:
            above.setDashPattern([3, 2])
        for pen in (below, above) if feet else ():
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawLines(feet)


def said_of(line: Line, char: int) -> str:
    """What is worth knowing of a line at one of its characters: what the reader had, or how unsure it is of the word."""
    from eyebox_models.text.proof import placed_words, unsure_parts

    if line.read is not None and line.read.text != line.text:
        said = QCoreApplication.translate("TextMarks", "The reader had: %1")
        return said.replace("%1", line.read.text.strip())
    if not any(start <= char < end for start, end in unsure_parts(line)):
        return ""
    found = next(((start, word) for start, end, word in placed_words(line) if start <= char < end), None)
    score = None if found is None else found[1].score
    if found is not None and char - found[0] < len(found[1].scores):
        score = found[1].scores[char - found[0]]
    share = int((line.score if score is None else score) * 100)
    return QCoreApplication.translate("TextMarks", "Only {0} % sure: check this word").format(share)
