"""What goes along with a question: the picture shown, parts of it, and what is chosen, dropped or pasted."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QMenu

from eyebox.chat.pane import ChatPane
from eyebox.chat.panes import ChatPanes
from eyebox.picture_folders import is_video_file
from eyebox.session.types import PictureRecord, whole_picture
from eyebox.theme import Theme
from eyebox.window.drops import model_folders
from eyebox.workspace.chats import Chats
from eyebox.workspace.opening import Opening
from eyebox.workspace.pictures import Pictures
from eyebox_models.files.document_page import split_page
from eyebox_models.protocol.ask import READER
from eyebox_models.protocol.box import Box

PAGES_ATTACHED = 8
"""So many pages of a document are attached that is dropped on a question; others can be chosen."""
LONGEST_NAMED = 30
"""Letters of a label inside of a question."""


class Attaching(QObject):
    """Attaches pictures to the next question of a chat.

    Signals: models_dropped: folders of models that were among the files.
    """

    models_dropped = Signal(list)

    def __init__(
        self,
        theme: Theme,
        chats: Chats,
        panes: ChatPanes,
        pictures: Pictures,
        opening: Opening,
        ask_files: Callable[[str, Callable[[list[str]], object]], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chats = chats
        self._panes = panes
        self._pictures = pictures
        self._opening = opening
        self._ask_files = ask_files
        self._coming: tuple[ChatPane, set[str]] | None = None
        """The pane that waits for pictures being opened, and their files; none means an image without one."""
        pictures.opened.connect(self._on_picture_added)

    def ask_about(self, picture: str, box: Box) -> None:
        """Begins a question about what is inside of a box: the part goes along beside the whole picture.

        The reader, which needs no question for that, says at once what is written there.
        """
        chat, part = self._panes.active, self._pictures.parts.of(picture, box)
        if part is None:
            return
        pane = self._panes.pane(chat)
        composer = pane.composer
        is_reader = self._chats.chats[chat].model == READER
        whole = () if is_reader or self._spoken_of(chat) == picture else (picture,)
        composer.set_attached((*composer.attached, *whole, str(part)))
        if is_reader and not composer.draft.strip():
            label = " ".join(box.label.split())
            label = label if len(label) <= LONGEST_NAMED else label[: LONGEST_NAMED - 1] + "…"
            composer.set_draft(self.tr("What does “%1” say?").replace("%1", label))
            composer.send()
        if self._panes.isVisible():
            pane.focus_composer()

    def with_current(self, chat: str, attached: tuple[str, ...]) -> tuple[str, ...]:
        """What was attached; nothing attached means the picture shown, unless the chat speaks of it already."""
        current = self._pictures.current
        if attached or current is None:
            return attached
        return () if self._spoken_of(chat) == current else (current,)

    def _spoken_of(self, chat: str) -> str:
        """The whole picture that a chat was asked about last, "" where that was no whole one."""
        asked = [turn.pictures for turn in self._chats.conversation(chat).path()]
        asked += [waiting.pictures for waiting in self._chats.next_in(chat)]
        latest = next((pictures for pictures in reversed(asked) if pictures), ())
        return next((picture for picture in reversed(latest) if whole_picture(picture) == picture), "")

    def attach(self, chat: str) -> None:
        """Offers what can be attached to the next question of a chat."""
        composer, pictures = self._panes.pane(chat).composer, self._pictures
        menu = QMenu(composer)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        this = menu.addAction(self.tr("The picture shown"), lambda: composer.attach(pictures.current or ""))
        this.setEnabled(bool(pictures.current) and pictures.current not in composer.attached)
        choose = menu.addAction(self.tr("Pictures of the session…"), partial(self._choose_pictures, chat))
        choose.setEnabled(bool(pictures.records))
        menu.addAction(self.tr("From files…"), partial(self._choose_files, chat))
        button = composer.attach_button
        menu.popup(button.mapToGlobal(QPoint(0, -menu.sizeHint().height() - 4)))

    def _choose_pictures(self, chat: str) -> None:
        from eyebox.window.picture_chooser import PictureChooser

        chooser = PictureChooser(self._theme, self._pictures, self._panes.window())
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        composer = self._panes.pane(chat).composer
        chooser.chosen.connect(lambda chosen: composer.set_attached((*composer.attached, *chosen)))
        chooser.open()

    def _choose_files(self, chat: str) -> None:
        self._ask_files(self.tr("Attach pictures"), partial(self.add_files, chat))

    def add_files(self, chat: str, files: list[str]) -> None:
        """Attaches pictures by their files; what the session does not have yet is opened first.

        Of a document the first PAGES_ATTACHED pages.
        """
        if models := model_folders(files):
            self.models_dropped.emit(models)
            files = [file for file in files if file not in models]
        pane = self._panes.pane(chat)
        at = self._pictures.records.at
        new = []
        for file in files:
            there = [at(file)] if at(file) else self._pictures.pages_of(file)[:PAGES_ATTACHED]
            for picture in there:
                pane.composer.attach(picture)
            if not there:
                new.append(file)
        if coming := {file for file in new if not is_video_file(file)}:
            self._coming = (pane, coming)
        if new:
            self._opening.open(new)

    def add_image(self, chat: str, image: QImage) -> None:
        """Attaches an image without a file, as a new picture of the session."""
        self._coming = (self._panes.pane(chat), set())
        self._opening.add_image(image, self.tr("Pasted picture"))

    @Slot(object)
    def _on_picture_added(self, record: PictureRecord) -> None:
        if self._coming is None or record.session != self._chats.session:
            return
        pane, files = self._coming
        file, page = (record.path, None) if record.path in files else split_page(record.path)
        if file in files or (not files and record.owned):
            if page is None:
                self._on_file_added(file)
            elif page == 1:  # the others follow at once
                QTimer.singleShot(0, self, partial(self._on_file_added, file))
            if pane in map(self._panes.pane, self._panes.chats) and (page or 1) <= PAGES_ATTACHED:
                pane.composer.attach(record.id)

    def _on_file_added(self, file: str) -> None:
        """Nothing more comes of a file that is to be attached."""
        if self._coming is not None:
            self._coming[1].discard(file)
            if not self._coming[1]:
                self._coming = None
