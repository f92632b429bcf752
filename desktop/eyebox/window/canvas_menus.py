"""The menus of the text and of the codes on the picture, and of the picture where there is nothing else."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint, QPointF, QRectF, Qt, Slot
from PySide6.QtWidgets import QMenu

from eyebox.actions import Actions
from eyebox.canvas.outline import corners
from eyebox.canvas.view import CanvasView
from eyebox.theme import Theme
from eyebox.window.chat_controller import ChatController
from eyebox.window.ignore_controller import IgnoreController
from eyebox.window.panel import CHAT, Panel
from eyebox.window.reading_controller import ReadingController
from eyebox.workspace.workspace import Workspace
from eyebox_models.protocol.ask import READER
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.page import Code

LONGEST_NAMED = 60
"""Letters of a text inside of a question."""


class CanvasMenus(QObject):
    """What is meant is the selected text, or else the line that the menu is opened on."""

    def __init__(
        self,
        theme: Theme,
        commands: Actions,
        workspace: Workspace,
        canvas: CanvasView,
        reading: ReadingController,
        chats: ChatController,
        panel: Panel,
        ignore: IgnoreController,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._commands = commands
        self._workspace = workspace
        self._canvas = canvas
        self._reading = reading
        self._chats = chats
        self._panel = panel
        self._ignore = ignore
        canvas.text_layer.menu_opening.connect(self._add_to_text_menu)
        canvas.picture_menu_wanted.connect(self._open_picture_menu)
        canvas.code_layer.menu_wanted.connect(self._open_code_menu)
        reading.link_wanted.connect(self._open_link)

    @Slot()
    def box_of_text(self) -> None:
        """Makes a box around the selected text, which is its label."""
        if (text := self._canvas.text_layer.selected_text()) and text.strip():
            self._make_box(text, self._canvas.text_layer.selected_rect())

    @Slot()
    def ask_text(self) -> None:
        """Begins a question about the selected text."""
        if (text := self._canvas.text_layer.selected_text()) and text.strip():
            self._ask(text, self._canvas.text_layer.selected_rect())

    @Slot(QMenu, int)
    def _add_to_text_menu(self, menu: QMenu, line: int) -> None:
        layer = self._canvas.text_layer
        text, rect = layer.selected_text(), layer.selected_rect()
        if not text.strip():
            if line < 0:
                return
            text, rect = layer.page.lines[line].text.strip(), layer.line_rect(line)
        menu.addSeparator()
        if line >= 0:
            self._entry(
                menu,
                "correct_text",
                self.tr("Correct the line"),
                "edit",
                partial(self._canvas.correct_line, line),
            )
        self._entry(
            menu, "box_of_text", self.tr("Make a box of it"), "box", partial(self._make_box, text, rect)
        )
        if layer.selected_text().strip():
            menu.addAction(self._commands["black_out"])
        self._entry(menu, "ask_text", self.tr("Ask about it"), "chat", partial(self._ask, text, rect))
        make = partial(self._workspace.qr_codes.make, text)
        self._entry(menu, "make_code", self.tr("Make a QR code of it"), "qr", make)
        self._entry(menu, "find", self.tr("Find the same"), "find", partial(self._find, text))

    @Slot(object, QPoint)
    def _open_code_menu(self, code: Code, at: QPoint) -> None:
        from eyebox.canvas.code_list import open_code_menu

        open_code_menu(self._canvas, self._theme, code, at, self._open_link)

    @Slot(str)
    def _open_link(self, address: str) -> None:
        from eyebox.window.links import ask_to_open

        ask_to_open(self._canvas, address)

    def _entry(self, menu: QMenu, name: str, text: str, icon: str, do: partial[None]) -> None:
        entry = menu.addAction(self._theme.icon(icon), text)
        entry.setObjectName(name)
        entry.triggered.connect(lambda: do())

    @Slot(QPoint)
    def _open_picture_menu(self, at: QPoint) -> None:
        menu = QMenu(self._canvas)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        over = self._canvas.viewport().mapFromGlobal(at)
        self._ignore.add_to_picture_menu(menu, self._canvas.to_scene(QPointF(over)))
        for group in (
            ("copy_picture", "crop", "paste"),
            ("black_out", "black_out_found"),
            ("turn_left", "turn_right"),
            ("fit", "fit_width", "actual"),
            ("tool_draw", "ignore_part", "read"),
        ):
            menu.addActions([self._commands[name] for name in group])
            menu.addSeparator()
        menu.popup(at)

    def _make_box(self, text: str, rect: QRectF) -> None:
        self._canvas.editor.add(Box(" ".join(text.split()), *corners(rect)))

    def _ask(self, text: str, rect: QRectF) -> None:
        """A model is shown the part beside the picture; the reader is asked where else it stands."""
        picture, chat = self._workspace.pictures.current, self._chats.active
        if not picture:
            return
        self._commands["show_panel"].setChecked(True)
        self._panel.tabs.setCurrentIndex(CHAT)
        text = " ".join(text.split())
        short = text if len(text) <= LONGEST_NAMED else text[: LONGEST_NAMED - 1] + "…"
        pane = self._chats.pane(chat)
        if self._workspace.chats.chats[chat].model == READER:
            if not pane.composer.draft.strip():
                pane.composer.set_draft(self.tr("find “%1”").replace("%1", short))
            pane.focus_composer()
        else:
            self._chats.attaching.ask_about(picture, Box(short, *corners(rect)))

    def _find(self, text: str) -> None:
        self._reading.find_bar.open(" ".join(text.split()))
