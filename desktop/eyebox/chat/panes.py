"""Several chats side by side."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QWidget

from eyebox.chat.pane import NARROWEST, ChatPane
from eyebox.theme.theme import give_viewport


class ChatPanes(QScrollArea):
    """Panes by the id of their chat, with a hairline between; one of them is active.

    They share the width; where each would have less than its least, they scroll sideways, the active one in sight.

    Signals:
        active_changed: id of the chat whose pane is active now, "" when there is none.
        split_requested: id of the chat beside which another one is wanted.
        close_requested: id of the chat whose pane is to be closed; the owner calls `remove`, and can undo it.
    """

    active_changed = Signal(str)
    split_requested = Signal(str)
    close_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        give_viewport(self)
        self._panes: dict[str, ChatPane] = {}
        self._active = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.setWidget(self.splitter)
        self.splitter.setAutoFillBackground(False)
        self.splitter.installEventFilter(self)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._reveal)

    @property
    def active(self) -> str:
        """Id of the chat whose pane is active, "" when there is none."""
        return self._active

    @property
    def chats(self) -> tuple[str, ...]:
        """Ids of the chats from left to right."""
        places = {id(self.splitter.widget(place)): place for place in range(self.splitter.count())}
        return tuple(sorted(self._panes, key=lambda chat: places[id(self._panes[chat])]))

    def pane(self, chat: str) -> ChatPane:
        """The pane of a chat. Raises KeyError when there is none."""
        return self._panes[chat]

    def add(self, chat: str, pane: ChatPane, place: int = -1) -> None:
        """Adds a pane at a place from the left (-1: at the right), makes it active and all equally wide.

        One that was made inside of `splitter` is not dressed again by the style sheet.

        Raises ValueError when the chat has a pane already.
        """
        if chat in self._panes:
            raise ValueError(f"the chat {chat} has a pane already")
        self._panes[chat] = pane
        self.splitter.insertWidget(self.splitter.count() if place < 0 else place, pane)
        pane.show()
        pane.activated.connect(self._on_activated)
        pane.header.split_requested.connect(self._on_split)
        pane.header.close_requested.connect(self._on_close)
        self.splitter.setSizes([max(self.width(), 1)] * self.splitter.count())
        self._update_closable()
        self.set_active(chat)

    def remove(self, chat: str) -> ChatPane:
        """Takes a pane out and hands it over; its neighbour becomes active.

        Raises KeyError when there is none.
        """
        order = self.chats
        pane = self._panes.pop(chat)
        for signal, slot in (
            (pane.activated, self._on_activated),
            (pane.header.split_requested, self._on_split),
            (pane.header.close_requested, self._on_close),
        ):
            signal.disconnect(slot)
        pane.hide()
        pane.setParent(None)
        self._update_closable()
        if self._active == chat:
            place = order.index(chat)
            rest = [other for other in order if other != chat]
            self.set_active(rest[min(place, len(rest) - 1)] if rest else "")
        return pane

    def set_active(self, chat: str) -> None:
        """Makes a chat's pane the one that shortcuts are for."""
        if chat == self._active:
            return
        self._active = chat
        for other, pane in self._panes.items():
            pane.header.set_active(other == chat or len(self._panes) == 1)
        self._reveal()
        self._soon.start()
        self.active_changed.emit(chat)

    @Slot()
    def _reveal(self) -> None:
        """Scrolls the active pane into sight."""
        if pane := self._panes.get(self._active):
            bar, left = self.horizontalScrollBar(), pane.x()
            least = min(left, left + pane.width() - self.viewport().width())
            bar.setValue(min(max(bar.value(), least), left))

    def minimumSizeHint(self) -> QSize:
        bar = self.horizontalScrollBar().sizeHint().height() if len(self._panes) > 1 else 0
        return QSize(NARROWEST, self.splitter.minimumSizeHint().height() + bar)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        filtered = super().eventFilter(watched, event)
        if watched is self.splitter and event.type() == QEvent.Type.Resize:
            self._soon.start()  # when its panes have their places
        if watched is self.splitter and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()  # its least height may be another one
        return filtered

    def _update_closable(self) -> None:
        for pane in self._panes.values():
            pane.header.set_closable(len(self._panes) > 1)
            pane.composer.set_several(len(self._panes) > 1)

    def _chat_of(self, part: object) -> str:
        return next((chat for chat, pane in self._panes.items() if part in (pane, pane.header)), "")

    @Slot()
    def _on_activated(self) -> None:
        if chat := self._chat_of(self.sender()):
            self.set_active(chat)

    @Slot()
    def _on_split(self) -> None:
        if chat := self._chat_of(self.sender()):
            self.split_requested.emit(chat)

    @Slot()
    def _on_close(self) -> None:
        if chat := self._chat_of(self.sender()):
            self.close_requested.emit(chat)
