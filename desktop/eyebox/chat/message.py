"""What the views of questions and answers have in common."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from eyebox.chat.body import MessageBody
from eyebox.chat.chips import PictureNames
from eyebox.chat.entry import Entry, MessageSignals
from eyebox.theme import Theme


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
