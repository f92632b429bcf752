"""The text of the current picture: over the picture, in its panel, in the find bar."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from eyebox.canvas.filmstrip import Filmstrip
from eyebox.canvas.view import CanvasView
from eyebox.language import translated
from eyebox.session.types import PictureRecord
from eyebox.theme import Theme
from eyebox.window.notice import Notice
from eyebox.window.panel import TEXT, Panel
from eyebox.window.status import Status
from eyebox.workspace.pictures import Pictures
from eyebox.workspace.read_all import ReadAll
from eyebox_models.protocol.events import End
from eyebox_models.protocol.page import Line, Page
from eyebox_models.protocol.pixels import Pixels

if TYPE_CHECKING:
    from eyebox.canvas.find_bar import FindBar, ReadState
    from eyebox.canvas.page_text import PageText
    from eyebox.canvas.text_panel import TextPanel


NAMED = 3
"""So many pictures that could not be read are named at the end."""


class ReadingController(QObject):
    """Panel and find bar are made when they are first wanted; the panel then shows what was last to be shown.

    Signals:
        read_requested: the current picture is to be read. order_chosen: in which order text is to be read.
        link_wanted: the web address of a code, which the user is asked about before it is opened.
        panel_made: the rows of the Text tab (a PageText), once they are there. unsure_wanted: the next unsure word.
        scripts_wanted: the page of scripts. black_out_wanted: all hits of the find bar are to be blacked out.
        tables_wanted: a table of the picture is to be opened.
    """

    read_requested = Signal()
    black_out_wanted = Signal()
    order_chosen = Signal(str)
    link_wanted = Signal(str)
    panel_made = Signal(object)
    unsure_wanted = Signal()
    scripts_wanted = Signal()
    tables_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        pictures: Pictures,
        read_all: ReadAll,
        canvas: CanvasView,
        panel: Panel,
        filmstrip: Filmstrip,
        notice: Notice,
        status: Status,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pictures = pictures
        self._read_all = read_all
        self._canvas = canvas
        self._panel = panel
        self._filmstrip = filmstrip
        self._notice = notice
        self._status = status
        self._given_up = ""
        self._show_in_panel: Callable[[TextPanel], object] = lambda _panel: None
        self._text_panel: TextPanel | None = None
        self._find_bar: FindBar | None = None
        panel.tab_changed.connect(self._on_tab)
        pictures.shown.connect(self._on_shown)
        pictures.decoded.connect(self._on_decoded)
        pictures.not_decoded.connect(self._on_not_decoded)
        pictures.turned.connect(self._on_turned)
        pictures.reading.progressed.connect(self._on_reading)
        pictures.reading.lines_found.connect(self._on_lines_found)
        pictures.page_ready.connect(self._on_page)
        pictures.reading.ended.connect(self._on_read_ended)
        read_all.ended.connect(self._on_all_read)
        read_all.interrupted.connect(self._show_read)

    @property
    def text_panel(self) -> TextPanel:
        """The panel of text, made now if it was not yet."""
        if self._text_panel is None:
            from eyebox.canvas.text_panel import TextPanel

            made = self._text_panel = TextPanel(self._theme)
            self._panel.set_page(TEXT, made)
            made.line_activated.connect(self._show_line)
            made.code_activated.connect(self._show_code)
            made.link_wanted.connect(self.link_wanted)
            made.read_requested.connect(self.read_requested)
            made.order_chosen.connect(self.order_chosen)
            made.set_order(self._pictures.reading.order)
            self._canvas.text_layer.line_pressed.connect(made.show_line)
            made.unsure_wanted.connect(self.unsure_wanted)
            made.scripts_wanted.connect(self.scripts_wanted)
            made.tables_wanted.connect(self.tables_wanted)
            self.panel_made.emit(made.rows)
            self._show_in_panel(made)
        return self._text_panel

    @property
    def rows(self) -> PageText | None:
        """The rows of the Text tab, None where it was never wanted."""
        return self._text_panel.rows if self._text_panel is not None else None

    @property
    def find_bar(self) -> FindBar:
        """The find bar, made now if it was not yet."""
        if self._find_bar is None:
            from eyebox.canvas.find_bar import FindBar

            made = self._find_bar = FindBar(self._theme, self._canvas.text_layer, self._canvas)
            made.read_requested.connect(self.read_requested)
            made.black_out_wanted.connect(self.black_out_wanted)
            made.show_state(self._text_state())
            self._notice.keep_clear_of(made)
        return self._find_bar

    def show_order(self) -> None:
        """Says in which order text is read now."""
        if self._text_panel is not None:
            self._text_panel.set_order(self._pictures.reading.order)

    @property
    def is_finding(self) -> bool:
        return self._find_bar is not None and self._find_bar.isVisible()

    @property
    def found_text(self) -> str:
        """What the find bar searches, "" where it is closed."""
        return self.find_bar.text if self.is_finding else ""

    @Slot(int)
    def _on_tab(self, tab: int) -> None:
        if tab == TEXT:
            _ = self.text_panel

    def _update_panel(self, show: Callable[[TextPanel], object]) -> None:
        self._show_in_panel = show
        if self._text_panel is not None:
            show(self._text_panel)

    def _text_state(self) -> ReadState:
        """How far the text of the shown picture is; one that opens counts as being read where that follows."""
        pictures = self._pictures
        picture = pictures.current
        if picture is None or pictures.page(picture) is not None:
            return "read"
        coming = pictures.read_automatically and picture != self._given_up
        return "reading" if coming or pictures.reading.is_reading(picture) else "unread"

    def _update_find_bar(self) -> None:
        if self._find_bar is not None:
            self._find_bar.show_state(self._text_state())

    @Slot(object)
    def _on_shown(self, record: PictureRecord | None) -> None:
        self._canvas.text_layer.set_page(None)
        if record is None:
            self._update_panel(lambda text: text.show_empty())
            return
        self._given_up = ""
        if self._pictures.page(record.id) is None:
            unread = self._text_state() == "unread"
            self._update_panel(lambda text: text.show_unread() if unread else text.show_reading())
        self._update_find_bar()

    @Slot(object, object)
    def _on_decoded(self, record: PictureRecord, _pixels: Pixels) -> None:
        if record.id != self._pictures.current:
            self._canvas.text_layer.set_page(None)

    @Slot(object)
    def _on_turned(self, record: PictureRecord) -> None:
        if record.id == self._pictures.current:
            self._canvas.text_layer.set_page(None)

    @Slot(str, str)
    def _on_not_decoded(self, picture: str, message: str) -> None:
        if picture == self._pictures.current:
            self._give_up(picture, message, "")

    @Slot(str, float)
    def _on_reading(self, picture: str, fraction: float) -> None:
        self._filmstrip.model.set_state(picture, "reading")
        if picture == self._pictures.current:
            self._update_panel(lambda text: text.show_reading(fraction if fraction >= 0 else None))
            percent = f" {round(fraction * 100)} %" if fraction > 0 else ""
            self._status.show_text(self.tr("Reading…") + percent)
            self._update_find_bar()

    @Slot(str, object)
    def _on_lines_found(self, picture: str, lines: Sequence[Line]) -> None:
        if picture == self._pictures.current:
            self._canvas.text_layer.add_lines(lines)

    @Slot(str, object)
    def _on_page(self, picture: str, page: Page) -> None:
        self._filmstrip.model.set_state(picture, "read")
        self._notice.drop(picture)
        if picture == self._pictures.current:
            self._canvas.text_layer.set_page(page)
            self._update_panel(lambda text: text.show_page(page))
            self._update_find_bar()
            if self._find_bar is not None and self._find_bar.isVisible():
                self._find_bar.search_again()

    @Slot(str, object)
    def _on_read_ended(self, picture: str, end: End) -> None:
        if end.outcome == "done":
            return
        failed = end.outcome == "failed"
        self._filmstrip.model.set_state(picture, "failed" if failed else "waiting", end.message)
        if picture == self._pictures.current:
            message = translated(end.message) or self.tr("Reading was stopped.")
            self._give_up(picture, message, end.detail)
            if failed:
                again = self.tr("Try again")
                self._notice.show_error(
                    message,
                    again,
                    lambda: self._pictures.reading.read(picture),
                    details=end.detail,
                    about=picture,
                )

    @Slot(int, int, object)
    def _on_all_read(self, read: int, left: int, failed: Sequence[tuple[str, str]]) -> None:
        """Says how many pictures of many were read, and which ones could not be."""
        if not (read or left or failed):
            self._notice.show_notice(self.tr("All pictures have been read."))
        else:
            self._show_read(read, left, failed, self.tr("Go on") if left else "")

    @Slot(int, int, object)
    def _show_read(self, read: int, left: int, failed: Sequence[tuple[str, str]], go_on: str = "") -> None:
        parts = [self.tr("%n picture(s) read.", "", read)]
        if failed:
            names = ", ".join(name for name, _sentence in failed[:NAMED])
            more = self.tr(" and %n more", "", len(failed) - NAMED) if len(failed) > NAMED else ""
            parts.append(self.tr("%n could not be read: %1", "", len(failed)).replace("%1", names + more))
        if left:
            parts.append(self.tr("%n left.", "", left))
        text, details = "\n".join(parts), "\n".join(f"{name}: {sentence}" for name, sentence in failed)
        unread = self._read_all.unread
        if failed:
            self._notice.show_error(text, go_on, unread, details=details)
        else:
            self._notice.show_notice(text, go_on, unread)

    def _give_up(self, picture: str, message: str, detail: str) -> None:
        self._update_panel(lambda text: text.show_failed(message, detail))
        self._given_up = picture
        self._update_find_bar()

    @Slot(int)
    def _show_line(self, line: int) -> None:
        """Lights a line of the text on the picture and brings it into sight; -1 lights none."""
        layer = self._canvas.text_layer
        layer.light_line(line)
        if line >= 0:
            self._canvas.show_rect(layer.line_rect(line))

    @Slot(int)
    def _show_code(self, code: int) -> None:
        """Lights a code on the picture and brings it into sight; -1 lights none."""
        layer = self._canvas.code_layer
        layer.light(code)
        if code >= 0:
            self._canvas.show_rect(layer.rect(code))
