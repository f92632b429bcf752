"""What is open, all of it: the session with its pictures, boxes and chats, and the file that it is kept in."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from math import inf
from time import time

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from eyebox.folders import Folders
from eyebox.formats import may_be_annotations
from eyebox.jobs.background import Background
from eyebox.jobs.lane import Lane
from eyebox.session.errors import StoreError
from eyebox.session.opening import Opened
from eyebox.session.store import Store
from eyebox.session.types import PictureRecord
from eyebox.session.writes import AddChat, AddPicture, SetState
from eyebox.settings.schema import Settings
from eyebox.workspace.annotations import Annotations
from eyebox.workspace.answers import Answers
from eyebox.workspace.attributes import Attributes
from eyebox.workspace.batches import Batches
from eyebox.workspace.captures import Captures
from eyebox.workspace.chat_settings import ChatSettings
from eyebox.workspace.chats import Chats
from eyebox.workspace.correcting import Correcting
from eyebox.workspace.cropping import Cropping
from eyebox.workspace.crops import Crops
from eyebox.workspace.edges import Edges
from eyebox.workspace.engine_first import EngineFirst
from eyebox.workspace.evaluations import Evaluations
from eyebox.workspace.exports import Exports
from eyebox.workspace.history import History
from eyebox.workspace.ignoring import Ignoring
from eyebox.workspace.importing import Importing
from eyebox.workspace.known_pictures import KnownPictures
from eyebox.workspace.labels import LabelSet
from eyebox.workspace.loaded_model import LoadedModel
from eyebox.workspace.model_engine import ModelEngine
from eyebox.workspace.model_loading import ModelLoading
from eyebox.workspace.models import Models
from eyebox.workspace.moved_files import MovedFiles
from eyebox.workspace.opening import Opening
from eyebox.workspace.ordering import Ordering
from eyebox.workspace.packs import Packs
from eyebox.workspace.pictures import Pictures
from eyebox.workspace.previews import Previews
from eyebox.workspace.prompt_run import PromptRun
from eyebox.workspace.qr_codes import QrCodes
from eyebox.workspace.quantizing import Quantizing
from eyebox.workspace.read_all import ReadAll
from eyebox.workspace.redactions import Redactions
from eyebox.workspace.relabeling import Relabeling
from eyebox.workspace.removals import Removals
from eyebox.workspace.review import Review
from eyebox.workspace.review_merge import ReviewMerge
from eyebox.workspace.review_sources import ReviewSources
from eyebox.workspace.second_opinion import SecondOpinion
from eyebox.workspace.servers import Servers
from eyebox.workspace.session_file import SessionFile
from eyebox.workspace.sessions import Sessions
from eyebox.workspace.table_editing import TableEditing
from eyebox.workspace.teaching import Teaching
from eyebox.workspace.turning import Turning
from eyebox.workspace.videos import Videos
from eyebox_models.files.document_page import file_of, name_of, split_page

SETTLE_MS = 3000
PLACE_MS = 1000
"""So long a picture is looked at before it is the one that the next start shows."""
COMING_MS = 1000
"""After which the last picture is shown where nothing comes of the files that the program was started with."""
CLOCK_STEP = 1.0
"""Seconds by which the time of a file may lag behind the clock."""


class Workspace(QObject):
    """The parts that work together on what is open. They know no window; windows follow their signals.

    Signals: opened: id of the session that is open now, with all that is in it.
    """

    opened = Signal(str)

    def __init__(
        self, store: Store, lanes: dict[str, Lane], folders: Folders, parent: QObject | None = None
    ) -> None:
        """Shows nothing before `begin`."""
        super().__init__(parent)
        self.store = store
        self.background = Background(self)
        self.session_file = SessionFile(folders.sessions, store, self.background, self)
        queue = self.write_queue = self.session_file.write_queue
        self.annotations = Annotations(store, queue, self)
        self.history = History(self.annotations.group, self)
        self.pictures = Pictures(
            store, queue, lanes["picture"], lanes["reader"], self.background, folders.cache, self
        )
        self.known_pictures = KnownPictures(self.background, self)
        self.edges = Edges(lanes["picture"], self.pictures.pixels, self)
        self.read_all = ReadAll(self.pictures, store, self)
        self.moved_files = MovedFiles(self.pictures, self.background, self.history, self)
        self.ordering = Ordering(self.pictures, self.history, self)
        self.opening = Opening(self.pictures, lanes["picture"], self.background, folders.data, self)
        self.videos = Videos(self.pictures, lanes["picture"], self)
        self.qr_codes = QrCodes(self.opening, self)
        self.answers = Answers(
            queue, lanes, lambda picture: self.annotations.of(picture).boxes(),
            self.pictures.path_of, self.pictures.parts.inside, self.pictures.parts.as_turned, self,
        )  # fmt: skip
        self.prompt_run = PromptRun(store, queue, lanes, self.pictures, self.annotations, self)
        self.chats = Chats(
            store, queue, self.answers, self.pictures.parts.picture_of, self.pictures.page, self
        )
        self.importing = Importing(
            store, queue, self.pictures, self.opening, self.annotations, self.background, self
        )
        self.turning = Turning(queue, self.pictures, self.annotations, self)
        self.correcting = Correcting(self.pictures, self.annotations, self)
        self.ignoring = Ignoring(
            store, queue, self.pictures, self.annotations, self.history, self.background, folders.data, self
        )
        self.table_editing = TableEditing(self.pictures, self.annotations, self)
        self.second_opinion = SecondOpinion(self.pictures, self.correcting, lanes, self)
        self.redactions = Redactions(store, queue, self.pictures, self.history, self.background, self)
        self.cropping = Cropping(
            self.pictures, self.opening, self.annotations, self.history, self.redactions, self
        )
        self.relabeling = Relabeling(store, queue, self.history, self.annotations, self.background, self)
        self.review = Review(
            store, queue, self.pictures, self.annotations, self.history, self.background, self
        )
        self.attributes = Attributes(store, queue, self.annotations, self.review.also_fixed, self)
        self.labels = LabelSet(store, queue, self.history, self.relabeling, self)
        self.crops = Crops(
            (lanes["crops"], lanes["picture"]), self.pictures.parts.picture_of,
            lambda: self.pictures.pixels.folder, self,
        )  # fmt: skip
        self.regions, self.seen = (
            Crops(
                (lanes["picture"],), self.pictures.parts.picture_of, lambda: self.pictures.pixels.folder, self
            )
            for _ in range(2)
        )
        """What tools of models looked at, and whole pictures as small as models saw them."""
        self.sessions = Sessions(store, queue, self.history, self)
        self.removals = Removals(
            store, queue, self.history, self.sessions, self.pictures, self.annotations, self.chats, self
        )
        self.review_sources = ReviewSources(
            self.sessions, self.pictures, self.opening, self.importing, self.prompt_run, self.review, self
        )
        self.chat_settings = ChatSettings(store, queue, self.history, self.chats, self)
        self.loaded_model = LoadedModel(lanes["model"], self)
        self.packs = Packs(lanes["packs"], folders.data / "models", self)
        self.models = Models(store, queue, lanes, folders.data / "models", self.loaded_model, self)
        self.quantizing = Quantizing(store, lanes, self.background, self.models, self.loaded_model, self)
        self.servers = Servers(lanes["endpoint"], lanes["vllm"], self.background, self)
        self.loading = ModelLoading(lanes["model"], self)
        self.model_engine = ModelEngine(lanes, folders.data / "model-engine", self)
        self.server_engine = ModelEngine(lanes, folders.data / "server-engine", self, "server")
        self.engine_first = EngineFirst(self.models, self.model_engine, self)
        self.evaluations = Evaluations(
            store, queue, lanes, self.background, folders.data, folders.cache, self
        )
        self.teaching = Teaching(store, queue, lanes, self.background, folders.data, folders.cache, self)
        self.previews = Previews(lanes, folders.cache, self)
        self.batches = Batches(lanes, self.background, folders.data, self)
        self.exports = Exports(store, self.background, self)
        self.review_merge = ReviewMerge(
            store, queue, self.history, self.annotations, self.review, self.background, self
        )
        self.captures = Captures(
            store, queue, lanes["reader"], self.background, self.pictures, folders.data, self
        )
        self._recent_count = 0
        self._has_ended = False
        self._place_soon = QTimer(self, singleShot=True, interval=PLACE_MS)
        self._place_soon.timeout.connect(self.keep_place)
        self.pictures.shown.connect(self._place_soon.start)
        self.model_engine.changed.connect(self.models.refresh)
        self.review.ended.connect(self.crops.clear)
        self.review.ended.connect(lanes["crops"].unload)
        self.answers.boxes_found.connect(self.annotations.add_answer)
        self.opening.annotated.connect(self.importing.open)
        self.importing.labels_found.connect(self.labels.add)
        self.sessions.opened.connect(self.open_session)
        self.pictures.opened.connect(self._name_after)
        self.pictures.many_added.connect(lambda records: self._name_after(records[0]))
        self.relabeling.ended.connect(self.review.reload)
        self.importing.ended.connect(self.review.gather)
        self.prompt_run.ended.connect(self.review.reload)  # what came at the end is put in order
        self.session_file.came_back.connect(self._show_again)
        self.session_file.repaired.connect(self._save_again)

    # Beginning and end

    def begin(self, opened: Opened, decoding_since: float = inf, *, paths: Sequence[str] = ()) -> None:
        """Takes up what the last run left, and opens the session that was open last; then these files.

        `opened`: how the store was. `decoding_since`: since when (`time.time`) pictures have been decoded for this run.
        """
        left_before = min(decoding_since, time()) - CLOCK_STEP
        QTimer.singleShot(SETTLE_MS, self, partial(self._delete_left, left_before))
        self.write_queue.recover()
        self.chats.recover()
        self._open_last(show=not paths)
        self.session_file.begin(opened)
        if paths:
            self.open_paths(paths)
            QTimer.singleShot(COMING_MS, self, self._show_last)
        QTimer.singleShot(SETTLE_MS, self.batches, self.batches.begin)

    def apply_settings(self, settings: Settings, language: str) -> None:
        """Makes settings count, now. `language`: the code of the one that the program speaks."""
        self.chats.language = language
        self.chats.common = {
            "cache_bytes": settings.kept_chats_mb * 1_000_000,
            "auto_continue": settings.continue_cut_lists,
            "reading_order": settings.reading_order,
            "scripts": settings.wanted_scripts,
        }
        self.pictures.read_automatically = settings.read_on_open
        self.pictures.set_reading_order(settings.reading_order)
        self.pictures.set_scripts(settings.wanted_scripts)
        self.known_pictures.most = settings.known_pictures_mb * 1_000_000
        self.loading.while_typing = settings.load_while_typing
        self.loaded_model.set_idle(settings.idle_unload_minutes * 60_000)
        self._recent_count = settings.recent_count
        self.batches.goes_on = settings.batches_go_on
        self.captures.most, self.captures.days = settings.capture_most, settings.capture_days

    def tidy_later(self) -> None:
        """Removes for good what was removed long ago, and looks for damage, in a while."""
        QTimer.singleShot(SETTLE_MS, self, self._purge)
        QTimer.singleShot(SETTLE_MS, self.session_file, self.session_file.check)

    def _delete_left(self, before: float) -> None:
        """Deletes what a program left behind that was killed; nobody waits for that."""
        self.background.run(
            partial(self.pictures.pixels.delete_older, before), lambda _none: None, lambda _error: None
        )

    def end(self) -> None:
        """Nothing begins by itself any more; the review can be gone on with elsewhere."""
        self._has_ended = True
        self.review.stop()
        self.session_file.end()

    @Slot()
    def _purge(self) -> None:
        if not (self._has_ended or self.write_queue.pending or self.session_file.is_repairing):
            with suppress(StoreError):
                self.store.purge(self.known_pictures.forget)
                if self.session_file.is_main:
                    self.pictures.thumbnails.sweep(self.store.picture_ids())

    # The session

    @Slot(str)
    def open_session(self, session: str, *, show: bool = True) -> None:
        """Opens a session as it was left; not to `show` its picture: another one is about to be opened."""
        self.review.stop()
        self.sessions.remember(session)
        self.history.open_session(session)
        self.pictures.close_session()
        self.annotations.open_session(session)
        self.labels.open_session(session)
        self.chats.load(session)
        self.pictures.load(session, self.store.get_state(session, "picture", ""), show=show)
        self.opened.emit(session)

    @Slot()
    def keep_place(self) -> None:
        """Has the session shown with this picture the next time, also after the program was killed."""
        self.write_queue.do(SetState(self.sessions.current, "picture", self.pictures.current))

    def open_paths(self, paths: Sequence[str]) -> None:
        """Opens pictures and folders, and adds the boxes of files and folders that hold some."""
        annotations = [path for path in paths if may_be_annotations(path)]
        others = [path for path in paths if path not in annotations]
        # folders are looked through while this is written
        self.importing.open(others, annotations, for_boxes=True)
        if others:
            old = [path for path in self._recent() if path not in others]
            self.write_queue.do(SetState("", "recent", [*others, *old][: self._recent_count]))

    def recent(self) -> list[str]:
        """The files opened last that are still there, the latest first."""
        return [path for path in self._recent()[: self._recent_count] if os.path.exists(file_of(path))]  # noqa: PTH110

    def _recent(self) -> list[str]:
        return [path for path in self.store.get_state("", "recent", []) if isinstance(path, str)]

    @Slot(object)
    def _name_after(self, record: PictureRecord) -> None:
        """Names the session after its first picture, or after the document that this is a page of."""
        file, page = split_page(record.path)
        self.sessions.name_after(record.name if page is None else name_of(file))

    def has_content(self) -> bool:
        """Whether the session holds a picture, or something was said in it."""
        return bool(self.pictures.records) or any(
            chat.draft or len(self.chats.conversation(chat.id)) for chat in self.chats.chats.values()
        )

    def _open_last(self, *, show: bool = True) -> None:
        """Opens the session that was open last, or a new one where that can't be shown whatever it holds."""
        try:
            self.open_session(self.sessions.last(), show=show)
        except Exception:
            sys.excepthook(*sys.exc_info())
            self.open_session(self.sessions.make())

    @Slot()
    def _show_last(self) -> None:
        """Where nothing came of the files that the program was started with, its last picture is shown after all."""
        if not self.opening.on_way()[0]:
            self.pictures.show_last()

    @Slot()
    def _show_again(self) -> None:
        """The store has other content: opens the session with what it has now, or the last one."""
        current = self.store.session(self.sessions.current)
        if current is None:
            self._open_last()
        elif not self.answers.running() and (self.has_content() or not self.sessions.give_way()):
            is_reviewed = self.review.is_on
            self.open_session(current.id)
            if is_reviewed:
                self.review.start(current.id)

    @Slot()
    def _save_again(self) -> None:
        """Writes what is open once more: the store may have lost it."""
        for record in self.pictures.records.seen():
            self.write_queue.do(AddPicture(record))
        for chat in self.chats.chats.values():
            self.write_queue.do(AddChat(chat))
        self.annotations.save_again()
