"""The read text as a layer over the picture: lines that can be hovered, selected and searched."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QLineF, QPoint, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QPainter, QPainterPath
from PySide6.QtWidgets import (
    QApplication,
    QGraphicsItem,
    QGraphicsObject,
    QGraphicsSceneContextMenuEvent,
    QGraphicsSceneHoverEvent,
    QGraphicsSceneMouseEvent,
    QMenu,
    QStyleOptionGraphicsItem,
    QWidget,
)

from eyebox.canvas.outline import corners
from eyebox.canvas.streamed_lines import StreamedLines
from eyebox.canvas.text_drag import TextDrag, keep_in_view
from eyebox.canvas.text_hits import TextHits
from eyebox.canvas.text_marks import LEGIBLE, TextMarks, said_of
from eyebox.canvas.text_paint import (
    Highlights,
    faded,
    hairline,
    paint_pointed_at,
    paint_underlines,
    polygon,
    quads_path,
    rectangle,
    tint,
)
from eyebox.canvas.text_selection import Position, Quad, Selection, TextMap, copied_text, parts
from eyebox.theme.copying import add_copying, as_mime
from eyebox.theme.sentence import as_tip
from eyebox.theme.theme import Theme
from eyebox_models.protocol.box import enclosing
from eyebox_models.protocol.page import Line, Page, Rect

if TYPE_CHECKING:
    from eyebox.canvas.text_caret import Step
    from eyebox.formats.copied import Form

EDGE = 6.0
"""Room around the lines for strokes, in scene units."""
SELECTED_ALPHA = 120
CURRENT_HIT_ALPHA = 96
REACH = 3.0
"""How far beside a line the mouse still means it, in screen pixels."""


class TextLayer(QGraphicsObject):
    """Paints and selects the lines of one page; scene coordinates are pixels of the upright original.

    While a picture is being read, `add_lines` shows what was found so far; `set_page` puts the whole text in
    its place, which then can be selected. Only the lines take the mouse: all else falls through.
    """

    selection_changed = Signal(str)
    line_hovered = Signal(int)
    """The line under the mouse, -1 for none."""
    line_pressed = Signal(int)
    """The line a selection begins on."""
    menu_opening = Signal(QMenu, int)
    """The menu of the text, before it opens, and the line that is pointed at, -1 for none."""
    hit_shown = Signal(QRectF)
    """The place of a find hit that should be seen now."""
    page_changed = Signal()
    """Another text is shown."""
    hits_changed = Signal(int, int)
    """The number of the current hit (1 the first, 0 none) and how many there are."""

    def __init__(self, theme: Theme, parent: QGraphicsItem | None = None) -> None:
        super().__init__(parent)
        self.covered: tuple[Rect, ...] = ()
        """What is blacked out, and not copied."""
        self._theme = theme
        self._map = TextMap(Page("", 0, 0, 0.0))
        self._rect = QRectF()
        self._selection: Selection | None = None
        self._selected = Highlights()
        self._drag = TextDrag()
        self._doubled = QElapsedTimer()
        self._hovered = self._lit = -1
        self._hits = TextHits()
        self._hit_marks = Highlights()
        self.marks = TextMarks(theme)
        self._streamed = StreamedLines(theme, self)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.setAcceptHoverEvents(True)
        self.setAcceptedMouseButtons(Qt.MouseButton.LeftButton)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        theme.changed.connect(self.update)

    @property
    def page(self) -> Page:
        """The page shown; one without lines when there is none."""
        return self._map.page

    def set_page(self, page: Page | None) -> None:
        """Shows the whole text of a picture, or nothing; selection, hits and streamed lines are dropped."""
        self._streamed.clear()
        self._hovered = self._lit = -1
        self.clear_selection()
        self._map = TextMap(page or Page("", 0, 0, 0.0))
        self.marks.find(self._map)
        self.marks.differing, self.marks.missed = {}, []
        self.prepareGeometryChange()
        self._rect = QRectF()
        codes = (enclosing(code.quad) for code in self.page.codes or ())
        for place in (*(strip.bounds for strip in self._map.strips), *codes):
            self._rect |= rectangle(place).adjusted(-EDGE, -EDGE, EDGE, EDGE)
        self._hits.clear()
        self._hit_marks = Highlights()
        self._show_hits()
        self.page_changed.emit()

    def set_marks_shown(self, shown: bool) -> None:
        """Whether words that the reader is unsure of are marked, and those that a person gave."""
        self.marks.shown = shown
        self.update()

    def set_differing(self, parts: dict[int, list[tuple[int, int]]], missed: list[Quad]) -> None:
        """Marks where a second reading differs, by parts of lines, and the lines that only it has."""
        if (parts, missed) != (self.marks.differing, self.marks.missed):
            self.marks.differing, self.marks.missed = parts, missed
            self.prepareGeometryChange()
            for quad in missed:
                self._rect |= rectangle(enclosing(quad)).adjusted(-EDGE, -EDGE, EDGE, EDGE)
            self.update()

    def text_in(self, rect: Rect) -> str:
        """The characters inside an upright rectangle, in pixels of the picture."""
        return self._map.text_in(rect)

    def add_lines(self, lines: Iterable[Line]) -> None:
        """Shows lines of a picture that is still being read; they light up and then settle."""
        self._streamed.add(lines)

    def light_line(self, line: int) -> None:
        """Lights one line from outside, as when it is pointed at in a list; -1 lights none."""
        self._update_line(self._lit)
        self._lit = line if 0 <= line < len(self._map.strips) else -1
        self._update_line(self._lit)

    @property
    def selection(self) -> Selection | None:
        """What is selected; an empty one is a place."""
        return self._selection

    def line_rect(self, line: int) -> QRectF:
        """The upright rectangle around a line, in scene coordinates."""
        return rectangle(self._map.strips[line].bounds)

    def selected_text(self) -> str:
        """The selected text in reading order; empty when nothing is selected."""
        return copied_text(self.page, self._selection) if self._selection else ""

    def select(self, selection: Selection | None) -> None:
        """Selects a stretch of text, or nothing; an empty one keeps its place for Shift."""
        if selection == self._selection:
            return
        before, old = self.selected_text(), self._selection
        self._selection = selection
        self._selected = Highlights(self._map.quads(selection) if selection else ())
        self._update_between(old, selection)
        if (text := self.selected_text()) != before:
            self.selection_changed.emit(text)

    def extend(self, step: Step, sight: QRectF) -> QRectF:
        """Takes the end of the selection a step further; where there is none, it begins with the text in `sight`.

        Returns the place of the line that it now ends in; an empty one without any text.
        """
        from eyebox.canvas.text_caret import moved

        if not self._map.strips:
            return QRectF()
        if self._selection is None:
            first = next(iter(self._map.lines_in(corners(sight))), 0)
            self._selection = Selection(Position(first, 0), Position(first, 0))
        end = moved(self._map, self._selection.caret, step)
        self.select(Selection(self._selection.anchor, end))
        return self.line_rect(end.line)

    @Slot()
    def select_all(self) -> None:
        self.select(self._map.everything())

    @Slot()
    def clear_selection(self) -> None:
        self._drag.end()
        self.select(None)

    def copy_as(self, form: Form) -> bool:
        """Puts the selected text into the clipboard; False when nothing is selected."""
        if self._selection is None or self._selection.is_empty:
            return False
        from eyebox.canvas.text_copy import copied_parts

        found = copied_parts(self.page, parts(self.page, self._selection), form, self.covered)
        QGuiApplication.clipboard().setMimeData(as_mime(found.text, found.html))
        return True

    @Slot(result=bool)
    def copy(self) -> bool:
        """Copies the selected text as it stands: rows with columns as a table, all else line by line."""
        return self.copy_as("as it stands")

    def find(self, text: str) -> int:
        """Lights every place where `text` stands and shows the first; returns how many there are."""
        self._hits.search(self._map, text)
        self._hit_marks = Highlights(self._hits.quads())
        self._show_hits()
        return len(self._hits)

    @Slot()
    def next_hit(self) -> None:
        self._step(1)

    @Slot()
    def previous_hit(self) -> None:
        self._step(-1)

    def hover_at(self, point: QPointF | None) -> None:
        """Takes the mouse to a place of the scene; None: it left."""
        line = -1
        if point is not None:
            found = self._map.line_at((point.x(), point.y()), self._reach())
            line = -1 if found is None else found
        if line != self._hovered:
            for changed in (self._hovered, line):
                self._update_line(changed)
            self._hovered = line
            self.line_hovered.emit(line)
        said = ""
        if point is not None and line >= 0:
            said = said_of(self.page.lines[line], self._map.strips[line].char_under((point.x(), point.y())))
        self.setToolTip(as_tip(said))

    def selected_parts(self) -> list[tuple[Rect, str]]:
        """The selected text line by line, with its upright rectangle; without what is blank."""
        selection, found = self._selection, []
        for line, first, last in parts(self.page, selection) if selection else ():
            if text := self.page.lines[line].text[first:last].strip():
                quad = self._map.strips[line].quad(first, last)
                found.append((enclosing(quad), text))
        return found

    def selected_rect(self) -> QRectF:
        """The upright rectangle around the selected text; empty without any."""
        around = QRectF()
        for quad in self._map.quads(self._selection) if self._selection else ():
            around |= polygon(quad).boundingRect()
        return around

    def show_menu(self, parent: QWidget | None, at: QPoint, line: int = -1) -> None:
        """Opens the menu of the text at a place of the screen; `line` is the one that is pointed at, -1 for none."""
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self.selected_text() or line < 0:
            add_copying(menu, self._theme, self.copy_as, lambda _form: bool(self.selected_text()))
        if line >= 0:
            block = next((block for block in self.page.blocks if line in block), (line,))
            for name, first, last in (
                (self.tr("Copy the line"), line, line),
                (self.tr("Copy the block"), block[0], block[-1]),
            ):
                menu.addAction(name).triggered.connect(partial(self._copy_lines, first, last))
        self.menu_opening.emit(menu, line)
        menu.addSeparator()
        menu.addAction(self.tr("Select all"), self.select_all)
        menu.popup(at)

    def _copy_lines(self, first: int, last: int) -> None:
        self.select(self._map.line_selection(first).widened(self._map.line_selection(last)))
        self.copy()

    def _step(self, by: int) -> None:
        self._hits.step(by)
        self._show_hits()

    def hit_height(self) -> float:
        """How high the text of the current hit is, in scene units; 0 without one."""
        heights = [math.dist(quad[0], quad[3]) for quad in self._hits.current_quads()]
        return min(heights, default=0.0)

    def _show_hits(self) -> None:
        self.update()
        self.hits_changed.emit(self._hits.current + 1, len(self._hits))
        if self._hits.current >= 0:
            self.hit_shown.emit(rectangle(self._hits.rect(self._hits.current)))

    def _update_line(self, line: int) -> None:
        if 0 <= line < len(self._map.strips):
            self.update(self.line_rect(line).adjusted(-4, -4, 4, 4))

    def _update_between(self, old: Selection | None, new: Selection | None) -> None:
        """Repaints the lines that one selection covers and the other does not."""
        ends = [place.line for part in (old, new) if part for place in (part.anchor, part.caret)]
        if old and new and old.anchor == new.anchor:
            ends = [old.caret.line, new.caret.line]
        for line in range(min(ends, default=0), max(ends, default=-1) + 1):
            self._update_line(line)

    def _reach(self) -> float:
        views = self.scene().views() if self.scene() else []
        return REACH / max(views[0].transform().m11(), 0.01) if views else REACH

    def _takes(self, point: QPointF) -> bool:
        return self._map.line_at((point.x(), point.y()), self._reach()) is not None

    def _paint_hits(self, painter: QPainter, exposed: QRectF) -> None:
        self._hit_marks.paint(painter, exposed, self._theme.color("found"))
        if current := self._hits.current_quads():
            path, color = quads_path(current), self._theme.color("found_current")
            painter.fillPath(path, faded(color, CURRENT_HIT_ALPHA))
            painter.strokePath(path, hairline(faded(color, 255), 2))

    def boundingRect(self) -> QRectF:
        return self._rect

    def contains(self, point: QPointF) -> bool:  # type: ignore[override]
        return self._takes(point)

    def collidesWithPath(
        self, path: QPainterPath, _mode: Qt.ItemSelectionMode = Qt.ItemSelectionMode.IntersectsItemShape
    ) -> bool:
        return self._takes(path.boundingRect().center())

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        exposed = QRectF(option.exposedRect)
        scale = option.levelOfDetailFromTransform(painter.worldTransform())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = 3 / scale
        near = self._map.lines_in(corners(exposed.adjusted(-room, -room, room, room)))
        strips = map(self._map.strips.__getitem__, near)
        feet = [QLineF(*a, *b) for a, b in (s.foot() for s in strips if s.height * scale >= LEGIBLE)]
        paint_underlines(
            painter, feet, scale, self._theme.color("text_layer"), self._theme.color("text_halo")
        )
        self.marks.paint(painter, self._map, near, scale)
        for line in {self._hovered, self._lit} - {-1}:
            paint_pointed_at(painter, self._map.strips[line], self._theme.color("accent"))
        self._paint_hits(painter, exposed)
        self._selected.paint(painter, exposed, tint(self._theme.color("accent"), SELECTED_ALPHA))

    def hoverEnterEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        self.hover_at(event.pos())

    def hoverMoveEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        self.hover_at(event.pos())

    def hoverLeaveEvent(self, _event: QGraphicsSceneHoverEvent) -> None:
        self.hover_at(None)

    def mousePressEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        place = event.pos().x(), event.pos().y()
        extended = self._selection if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else None
        if begun := self._drag.begin(self._map, place, extended):
            self.select(begun)
            self.line_pressed.emit(begun.caret.line)
        if self._doubled.isValid() and not self._doubled.hasExpired(QApplication.doubleClickInterval()):
            self.select(self._drag.begin_unit(self._map, place, "line"))
        self._doubled.invalidate()
        event.accept()

    def mouseDoubleClickEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        self.select(self._drag.begin_unit(self._map, (event.pos().x(), event.pos().y()), "word"))
        self._doubled.start()

    def mouseMoveEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        if dragged := self._drag.drag_to(self._map, (event.pos().x(), event.pos().y())):
            self.select(dragged)
        keep_in_view(event)

    def mouseReleaseEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        event.accept()

    def contextMenuEvent(self, event: QGraphicsSceneContextMenuEvent) -> None:
        line = self._map.line_at((event.pos().x(), event.pos().y()), self._reach())
        self.show_menu(event.widget(), event.screenPos(), -1 if line is None else line)
