"""Blacking out: what is selected, a region that is dragged over, what is found; seen on the picture at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRectF, QSize, Qt, Slot
from PySide6.QtWidgets import QMenu

from eyebox.canvas.filmstrip import Filmstrip
from eyebox.canvas.outline import corners, rect_of
from eyebox.canvas.view import CanvasView
from eyebox.session.types import PictureRecord, Redaction
from eyebox.theme import Theme
from eyebox.window.notice import Notice
from eyebox.window.reading_controller import ReadingController
from eyebox.window.tool_hint import ToolHint
from eyebox.workspace.workspace import Workspace

if TYPE_CHECKING:
    from eyebox.canvas.page_text import PageText


class RedactionController(QObject):
    """What is meant: the selected text, else the selected boxes; without any a region is dragged."""

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        canvas: CanvasView,
        reading: ReadingController,
        filmstrip: Filmstrip,
        notice: Notice,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._workspace = workspace
        self._redactions = workspace.redactions
        self._pictures = workspace.pictures
        self._canvas = canvas
        self._reading = reading
        self._filmstrip = filmstrip
        self._notice = notice
        self._redactions.changed.connect(self._on_changed)
        self._pictures.shown.connect(self._on_shown)
        self._pictures.turned.connect(self._on_shown)
        self._pictures.decoded.connect(self._on_shown)
        reading.panel_made.connect(self._join_panel)
        canvas.region_chosen.connect(self._on_region)
        ToolHint("redact", self._tool_words, canvas, notice, self)
        reading.black_out_wanted.connect(self.black_out_hits)
        canvas.redaction_layer.menu_wanted.connect(self._open_menu)
        filmstrip.show_covered(self._covered)

    @Slot()
    def black_out(self) -> None:
        """Blacks out what is selected, or lets a region be dragged over."""
        picture = self._pictures.current
        if not picture:
            return
        selected = [*self._selected()]
        if selected:
            self._canvas.text_layer.clear_selection()
            self._redactions.add(picture, selected)
        else:
            self._canvas.set_tool("select" if self._canvas.tool == "redact" else "redact")
            self._canvas.setFocus()

    @Slot()
    def black_out_hits(self) -> None:
        """Blacks out all that the bar has found on the picture, or asks what is to be found."""
        picture, text = self._pictures.current, self._reading.found_text
        page = self._pictures.page(picture) if picture else None
        if picture is None or page is None or not text:
            self.find()
            return
        from eyebox_models.text.redact import redact

        found = [Redaction(one.rect, one.kind, one.text) for one in redact(page, (), [text])]
        if found:
            self._redactions.add(picture, found)
        else:
            self._notice.show_notice(self.tr("There is nothing to black out."))

    @Slot()
    def find(self) -> None:
        """Asks what is to be found and blacked out, and on which pictures."""
        from eyebox.window.redaction_dialog import RedactionDialog

        picture = self._pictures.current
        dialog = RedactionDialog(
            self._theme,
            picture,
            self._redactions.find,
            self._reading.found_text,
            self._canvas.window(),
        )
        dialog.place_chosen.connect(self._show_place)
        if dialog.exec():
            self._redactions.put(dialog.wanted(), self.tr("Black out"))
        dialog.deleteLater()

    @Slot()
    def show_again(self) -> None:
        """Blacks out nothing on the picture any more."""
        if picture := self._pictures.current:
            self._redactions.put({picture: ()}, self.tr("Show again"))

    def _selected(self) -> list[Redaction]:
        from eyebox_models.text.redact import with_margin

        layer = self._canvas.text_layer
        if parts := layer.selected_parts():
            return [Redaction(with_margin(rect), "text", text) for rect, text in parts]
        return [Redaction(corners(rect_of(box))) for box in self._canvas.editor.selected_boxes]

    @Slot(QRectF)
    def _on_region(self, rect: QRectF) -> None:
        """One after the other, until the tool is left."""
        if picture := self._pictures.current:
            self._redactions.add(picture, [Redaction(corners(rect))])

    def _tool_words(self) -> tuple[str, str]:
        return self.tr("Drag over what is to be blacked out."), self.tr("Done")

    @Slot(str)
    def _on_changed(self, picture: str) -> None:
        self._filmstrip.show_covered(self._covered)
        if picture == self._pictures.current:
            self._show()

    def _covered(self, picture: str) -> tuple[QSize, list[QRectF]]:
        """The size of a picture and what is blacked out on it."""
        record = self._pictures.records.get(picture)
        size = QSize(record.width, record.height) if record else QSize()
        return size, [QRectF(*_edges(one)) for one in self._redactions.of(picture)]

    @Slot(object)
    def _on_shown(self, _record: PictureRecord | None) -> None:
        self._show()

    def _show(self) -> None:
        picture = self._pictures.current
        regions = self._redactions.of(picture) if picture else ()
        self._canvas.redaction_layer.set_rects(QRectF(*_edges(one)) for one in regions)
        self._canvas.text_layer.covered = tuple(one.rect for one in regions)
        if self._reading.rows is not None:
            self._join_panel(self._reading.rows)

    def _join_panel(self, rows: PageText) -> None:
        rows.cover(self._canvas.text_layer.covered)

    @Slot(str, object)
    def _show_place(self, picture: str, redaction: Redaction) -> None:
        self._pictures.show(picture)
        self._canvas.show_rect(QRectF(*_edges(redaction)))

    @Slot(int, QPoint)
    def _open_menu(self, number: int, at: QPoint) -> None:
        picture = self._pictures.current
        regions = self._redactions.of(picture) if picture else ()
        if picture is None or number >= len(regions):
            return
        menu = QMenu(self._canvas)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        entry = menu.addAction(self._theme.icon("eye"), self.tr("Show this again"))
        entry.setObjectName("show_region")
        entry.triggered.connect(partial(self._redactions.remove, picture, regions[number]))
        menu.popup(at)


def _edges(redaction: Redaction) -> tuple[float, float, float, float]:
    x1, y1, x2, y2 = redaction.rect
    return x1, y1, x2 - x1, y2 - y1
