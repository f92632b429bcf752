"""The lists beside the picture, of its boxes and of its text: made when they are first seen, or when there is time."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    from eyebox.canvas.box_list import BoxList
    from eyebox.canvas.text_panel import TextPanel
    from eyebox.window.main_window import MainWindow

BOXES, TEXT = 1, 2
"""Their places among the tabs of the panel."""


class Lists(QObject):
    """What is told to a list before it exists is told to it when it is made."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._boxes_told: Callable[[BoxList], object] = lambda _list: None
        self._text_told: Callable[[TextPanel], object] = lambda _panel: None
        window.panel.tab_changed.connect(self._tab_changed)

    def tell_boxes(self, say: Callable[[BoxList], object]) -> None:
        """Says which boxes there are; replaces what was said before."""
        self._boxes_told = say
        if "box_list" in self.__dict__:
            say(self.box_list)

    def tell_text(self, say: Callable[[TextPanel], object]) -> None:
        """Says how the text stands; replaces what was said before."""
        self._text_told = say
        if "text_panel" in self.__dict__:
            say(self.text_panel)

    def light_box(self, box_id: str) -> None:
        if "box_list" in self.__dict__:
            self.box_list.set_lit(box_id)

    @cached_property
    def box_list(self) -> BoxList:
        """The list of boxes, made now if it was not yet."""
        from eyebox.canvas.box_list import BoxList

        window = self._window
        made = BoxList(window.theme)
        window.panel.set_page(BOXES, made)
        window.canvas.selection_changed.connect(made.set_selected)
        made.selection_changed.connect(window.canvas.select)
        made.hovered.connect(window.easel.light)
        made.activated.connect(window.easel.center_on)
        made.asked_about.connect(window.tasks.ask_about)
        made.addAction(window.commands["duplicate_boxes"])
        self._boxes_told(made)
        made.set_selected(window.canvas.selection)
        return made

    @cached_property
    def text_panel(self) -> TextPanel:
        """The panel of text, made now if it was not yet."""
        from eyebox.canvas.text_panel import TextPanel

        window = self._window
        made = TextPanel(window.theme)
        window.panel.set_page(TEXT, made)
        made.line_activated.connect(window.easel.show_line)
        made.read_requested.connect(window.tasks.read)
        window.canvas.text_layer.line_pressed.connect(made.show_line)
        self._text_told(made)
        return made

    @Slot(int)
    def _tab_changed(self, tab: int) -> None:
        if tab == BOXES:
            _ = self.box_list
        elif tab == TEXT:
            _ = self.text_panel
