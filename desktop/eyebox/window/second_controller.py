"""The second opinion: asked for on the picture, shown on it and in the Text tab, and settled line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Slot
from PySide6.QtWidgets import QMenu

from eyebox.actions import Actions
from eyebox.canvas.outline import corners, rect_of
from eyebox.canvas.view import CanvasView
from eyebox.theme import Theme
from eyebox.window.chat_controller import ChatController
from eyebox.window.notice import Notice
from eyebox.window.reading_controller import ReadingController
from eyebox.workspace.second_opinion import Opinion
from eyebox.workspace.workspace import Workspace
from eyebox_models.protocol.ask import READER, ModelRef
from eyebox_models.protocol.page import Rect

if TYPE_CHECKING:
    from eyebox.canvas.second_list import SecondList

AROUND = 0.5
"""So much is read around selected lines, in heights of their letters."""


class SecondController(QObject):
    """What is meant is the selected text, else the selected boxes, else the whole picture."""

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        canvas: CanvasView,
        reading: ReadingController,
        chats: ChatController,
        commands: Actions,
        notice: Notice,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._workspace = workspace
        self._second = workspace.second_opinion
        self._canvas = canvas
        self._reading = reading
        self._chats = chats
        self._commands = commands
        self._notice = notice
        self._list: SecondList | None = None
        self._shown: list[Opinion] = []
        self._second.progressed.connect(self._on_progress)
        self._second.changed.connect(self._update)
        self._second.failed.connect(notice.show_error)
        canvas.text_layer.page_changed.connect(self._update)
        canvas.text_layer.line_pressed.connect(self._on_line_pressed)
        canvas.text_layer.menu_opening.connect(self._add_to_menu)

    @Slot()
    def reread(self) -> None:
        """Reads it again at another size."""
        picture, part, lines = self._meant()
        if lines:
            self._open_tab()
            self._second.read_at(picture, part, lines)

    @Slot()
    def reread_model(self) -> None:
        """Has the loaded model read it, else that of the chat."""
        record = self._workspace.chats.chats[self._chats.active]
        model, options = record.model, self._workspace.chats.options_of(record.id)
        if (loaded := self._workspace.loaded_model.model) and loaded != model:
            chat = next((one for one in self._workspace.chats.chats.values() if one.model == loaded), None)
            model = ModelRef(loaded)
            options = self._workspace.chats.options_of(chat.id) if chat else options
        if model == READER:
            choose = self._commands["choose_model"]
            sentence = self.tr("No model is loaded that could read it: choose one for the chat.")
            self._notice.show_notice(sentence, choose.text().rstrip("…"), choose.trigger)
            return
        picture, part, lines = self._meant()
        if lines:
            self._open_tab()
            options = self._workspace.loaded_model.settled(model, options)
            self._second.ask(picture, part, lines, model, options)

    @Slot()
    def take_second(self) -> None:
        """Takes the second reading of the line that is shown."""
        self._take([self._list.current] if self._list else [])

    @Slot()
    def keep_first(self) -> None:
        """Keeps the first reading of the line that is shown."""
        self._keep([self._list.current] if self._list else [])

    @Slot()
    def keep_all_first(self) -> None:
        """Keeps the first reading of all lines."""
        self._keep(range(len(self._shown)))

    def _meant(self) -> tuple[str, Rect | None, tuple[int, ...]]:
        """Picture, the part that is read (None: all), and the lines that count."""
        layer, picture = self._canvas.text_layer, self._workspace.pictures.current or ""
        lines = layer.page.lines
        if not lines:
            self._notice.show_notice(self.tr("There is no text."))
            return picture, None, ()
        selection = layer.selection
        if selection is not None and not selection.is_empty:
            chosen = tuple(range(selection.start.line, selection.end.line + 1))
            around, room = QRectF(), 0.0
            for n in chosen:
                around |= layer.line_rect(n)
                room = max(room, AROUND * min(layer.line_rect(n).height(), layer.line_rect(n).width()))
            return picture, corners(around.adjusted(-room, -room, room, room)), chosen
        if boxes := self._canvas.editor.selected_boxes:
            around = QRectF()
            for box in boxes:
                around |= rect_of(box)
            inside = tuple(n for n in range(len(lines)) if around.contains(layer.line_rect(n).center()))
            if not inside:
                self._notice.show_notice(self.tr("There is no text in the selected boxes."))
            return picture, corners(around), inside
        return picture, None, tuple(range(len(lines)))

    def _open_tab(self) -> None:
        self._commands["text_tab"].trigger()
        self._canvas.setFocus()

    def _made_list(self) -> SecondList:
        if self._list is None:
            from eyebox.canvas.second_list import SecondList

            self._list = SecondList(self._theme)
            self._reading.text_panel.put_below(self._list)
            self._list.chosen.connect(self._show_row)
            self._list.taken.connect(self._take)
            self._list.kept.connect(self._keep)
            self._list.closed.connect(self._second.close)
        return self._list

    @Slot(float)
    def _on_progress(self, fraction: float) -> None:
        if self._second.picture == self._workspace.pictures.current:
            self._made_list().show_reading(self._second.source, fraction)

    @Slot()
    def _update(self) -> None:
        is_here = bool(self._second.picture) and self._second.picture == self._workspace.pictures.current
        self._shown = self._second.differences() if is_here and self._second.is_done else []
        self._mark()
        if not is_here:
            if self._list is not None:
                self._list.hide()
            return
        shown = self._made_list()
        shown.show()
        if self._second.is_done:
            rows = [(self._text_of(one), one.second) for one in self._shown]
            first = not shown.rows.count()
            shown.show_differences(self._second.source, rows)
            if first and rows and self._canvas.hasFocus():
                shown.rows.setFocus()

    def _text_of(self, opinion: Opinion) -> str:
        page = self._workspace.pictures.page(self._second.picture)
        return page.lines[opinion.line].text.strip() if page and opinion.line >= 0 else ""

    def _mark(self) -> None:
        parts: dict[int, list[tuple[int, int]]] = {}
        lines = self._canvas.text_layer.page.lines
        for one in self._shown:
            if 0 <= one.line < len(lines):
                from eyebox_models.text.second import differing

                text = lines[one.line].text
                indent = len(text) - len(text.lstrip())
                found, _ = differing(text.strip(), one.second)
                parts[one.line] = [(indent + start, indent + end) for start, end in found]
        self._canvas.text_layer.set_differing(parts, [one.found.quad for one in self._shown if one.found])

    @Slot(object)
    def _take(self, places: list[int] | range) -> None:
        if chosen := [self._shown[at] for at in places if 0 <= at < len(self._shown)]:
            self._second.take(*chosen)

    @Slot(object)
    def _keep(self, places: list[int] | range) -> None:
        if chosen := [self._shown[at] for at in places if 0 <= at < len(self._shown)]:
            self._second.keep(*chosen)

    @Slot(int)
    def _show_row(self, at: int) -> None:
        """Brings a difference into sight."""
        if 0 <= at < len(self._shown):
            self._canvas.text_layer.light_line(self._shown[at].line)
            x1, y1, x2, y2 = self._shown[at].box
            self._canvas.show_rect(QRectF(x1, y1, x2 - x1, y2 - y1))

    @Slot(int)
    def _on_line_pressed(self, line: int) -> None:
        if self._list is not None and self._shown:
            self._list.select(next((at for at, one in enumerate(self._shown) if one.line == line), -1))

    @Slot(QMenu, int)
    def _add_to_menu(self, menu: QMenu, line: int) -> None:
        for one in self._shown:
            if one.line == line:
                menu.addSeparator()
                entry = menu.addAction(
                    self._theme.icon("check"), self.tr("Take: %1").replace("%1", one.second)
                )
                entry.setObjectName("take_second")
                entry.triggered.connect(lambda _on=False, one=one: self._second.take(one))
                keep = menu.addAction(self.tr("Keep the first reading"))
                keep.triggered.connect(lambda _on=False, one=one: self._second.keep(one))
        if line >= 0 or self._canvas.text_layer.selected_text():
            if not self._canvas.text_layer.selected_text():
                return
            menu.addAction(self._commands["reread"])
            menu.addAction(self._commands["reread_model"])
