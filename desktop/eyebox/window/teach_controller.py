"""The page of teaching over the window, and what is done with what was learned."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from eyebox.language import translated
from eyebox.program import Program
from eyebox.theme import Theme
from eyebox.window.chat_controller import ChatController
from eyebox.window.engine_controller import EngineController
from eyebox.window.file_notices import open_folder
from eyebox.window.notice import Notice
from eyebox.window.question import asks
from eyebox_models.protocol.ask import READER, ModelRef
from eyebox_models.protocol.cards import ModelCards
from eyebox_models.protocol.events import End, Progress
from eyebox_models.protocol.pixels import Thumbnail
from eyebox_models.protocol.requests import Merge
from eyebox_models.protocol.teaching import TeachStep

if TYPE_CHECKING:
    from eyebox.teach_page.page import TeachPage

LOOK_MS = 2000
"""So long after the start it is looked for a run that was interrupted."""


class TeachController(QObject):
    """Shows how a run gets on while the page is open; it goes on without it."""

    def __init__(
        self, program: Program, theme: Theme, chats: ChatController, engine: EngineController, notice: Notice,
        over: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(over)
        self._program = program
        self._workspace = program.workspace
        self._teaching = program.workspace.teaching
        self._theme = theme
        self._chats = chats
        self._engine = engine
        self._notice = notice
        self._over = over
        self.page: TeachPage | None = None
        """While it is open."""
        self._does: dict[str, Callable[[], object]] = {
            "check": self._check, "stop": self._teaching.pause, "start": self._teaching.go_on, "pause": self._teaching.pause,
            "resume": self._teaching.go_on, "finish": self._teaching.finish, "use": self._use, "merge": self._merge,
            "show": self._show_folder, "change": self._teaching.discard, "discard": self._discard, "new": self._teaching.discard,
        }  # fmt: skip
        self._teaching.ended.connect(self._tell)
        if self._teaching.choice is not None:
            QTimer.singleShot(LOOK_MS, self, self._look)

    @Slot()
    def _look(self) -> None:
        """Says once that a run of an earlier start of the program can go on."""
        self._teaching.changed.connect(self._offer)
        self._teaching.look()

    @Slot()
    def _offer(self) -> None:
        self._teaching.changed.disconnect(self._offer)
        if self._teaching.state == "paused" and self.page is None:
            text = self.tr("Teaching was interrupted at step %1.").replace("%1", f"{self._teaching.step:,}")
            self._notice.show_notice(text, self.tr("Show"), self.open, stays=True)

    @Slot()
    def _tell(self) -> None:
        """Says that a run has ended, over whatever is on the screen where nobody looks at the window."""
        text = self.tr("The model has learned.")
        if self.page is None:
            self._notice.show_notice(text, self.tr("Show"), self.open, stays=True)
        if not self._over.isActiveWindow():
            QApplication.alert(self._over)
            self._program.noticed.emit(text)

    @Slot()
    def open(self) -> None:
        """Shows the page, with the run that is under way, was interrupted, or ended last."""
        if self.page is None:
            self._make()
        page = self.page
        assert page is not None
        page.show()
        page.raise_()
        page.activateWindow()
        if self._teaching.state == "":
            page.form.model.setFocus()

    def _make(self) -> None:
        from eyebox.teach_page.page import TeachPage

        teaching, models = self._teaching, self._workspace.models
        page = self.page = TeachPage(self._theme, teaching.home, self._over)
        page.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        page.finished.connect(self._forget)
        page.wanted.connect(self._do)
        page.engine_wanted.connect(self._engine.open)
        page.picture_wanted.connect(self._workspace.previews.make)
        page.form.model_wanted.connect(self._choose_model)
        page.form.files_wanted.connect(self._choose_files)
        page.form.folder_wanted.connect(self._choose_home)
        self._list(None)
        if teaching.choice is not None:
            page.form.show_choice(teaching.choice)
        self._count_review()
        for signal, slot in self._signals():
            signal.connect(slot)
        self._show()
        models.refresh()
        teaching.look()

    def _signals(self) -> tuple[tuple[Any, Callable[..., object]], ...]:
        """What the page follows while it is open."""
        teaching = self._teaching
        return (
            (teaching.changed, self._show), (teaching.progressed, self._show_progress), (teaching.stepped, self._show_step),
            (teaching.looked, self._show_look), (self._workspace.previews.made, self._show_image),
            (self._workspace.models.listed, self._list), (self._workspace.model_engine.changed, self._show),
            (self._workspace.model_engine.added, self._show), (self._workspace.review.changed, self._count_review),
        )  # fmt: skip

    @Slot()
    def _forget(self) -> None:
        if self.page is not None:
            self.page = None
            for signal, slot in self._signals():
                signal.disconnect(slot)

    def close(self) -> None:
        """Closes the page, where it is open."""
        if self.page is not None:
            self.page.close()

    # What is shown

    @Slot()
    def _show(self) -> None:
        page, teaching = self.page, self._teaching
        if page is not None:
            page.set_engine(self._workspace.model_engine.can_run())
            page.show_run(teaching.plan, teaching.dropped, teaching.steps, teaching.looks, teaching.taught)
            page.set_state(teaching.state, teaching.problem, teaching.detail)

    @Slot(object)
    def _show_progress(self, progress: Progress) -> None:
        if self.page is not None:
            self.page.show_progress(progress)

    @Slot(object)
    def _show_step(self, _step: TeachStep) -> None:
        if self.page is not None:
            self.page.show_step()

    @Slot(object)
    def _show_look(self, _look: object) -> None:
        if self.page is not None:
            self.page.show_look()

    @Slot(str, object)
    def _show_image(self, path: str, made: Thumbnail | None) -> None:
        if made is None:
            return
        if self.page is not None:
            self.page.show_image(path, QImage(made.file), (made.width, made.height))
        Path(made.file).unlink(missing_ok=True)

    @Slot(object)
    def _list(self, cards: ModelCards | None) -> None:
        """The chat's model, and those on this machine that can be taught as their files show."""
        if self.page is None:
            return
        found: dict[str, str] = {}
        own = self._workspace.chats.chats[self._chats.active].model
        if own != READER and own.kind in ("folder", "name"):
            found[own] = own.short_name
        for card in cards.cards if cards is not None else ():
            if card.complete and not card.problems:
                found.setdefault(card.folder, card.name)
        self.page.form.set_models([*found.items()])

    @Slot()
    def _count_review(self) -> None:
        """How much of the session that is open can be learned from."""
        if self.page is not None:
            store, session = self._workspace.store, self._workspace.sessions.current
            self.page.form.set_review(
                *store.pictures_to_teach(session), corrected=store.pictures_corrected(session)
            )

    # What is done

    @Slot(str)
    def _do(self, name: str) -> None:
        self._does[name]()

    def _check(self) -> None:
        if self.page is not None and not self.page.form.problem():
            self._workspace.write_queue.flush()
            self._teaching.check(self.page.form.choice(self._workspace.sessions.current))

    def _discard(self) -> None:
        if self.confirm_discarding():
            self._teaching.discard()

    def confirm_discarding(self) -> bool:
        """Asks whether what was learned so far is to be given up."""
        text = self.tr("Discard what was learned so far?")
        details = self.tr("The model itself stays as it is, and so does what it learns from.")
        return asks(self.page, text, details, self.tr("Discard"), self.tr("Keep"), destroys=True)

    def _use(self) -> None:
        """The active chat answers with what was learned from now on."""
        choice, taught, chat = self._teaching.choice, self._teaching.taught, self._chats.active
        if choice is None or taught is None:
            return
        record = self._workspace.chats.chats[chat]
        whole = choice.settings.method == "full"
        model = ModelRef(taught.folder if whole else choice.model)
        if whole:
            self._workspace.models.add_folder(taught.folder)
        else:
            self._workspace.models.add_adapter(taught.folder)
        options = record.options
        if model != record.model:
            options = replace(options, precision="auto", device="auto", settled="", settled_on="")
        self._chats.set_model(chat, model, replace(options, adapter=None if whole else taught.folder))
        if self.page is not None:
            self.page.close()
        self._notice.show_notice(self.tr("This chat answers with what was learned."))
        self._chats.pane(chat).focus_composer()

    def _merge(self) -> None:
        choice, taught = self._teaching.choice, self._teaching.taught
        if choice is None or taught is None:
            return
        start = str(Path(taught.folder).parent / f"{Path(taught.folder).name} merged")
        target, _ = QFileDialog.getSaveFileName(self.page, self.tr("A folder for the new model"), start)
        if target:
            title = self.tr("Merging %1").replace("%1", Path(taught.folder).name)
            job = self._program.lanes["library"].submit(Merge(choice.model, taught.folder, target), title)
            job.ended.connect(partial(self._on_merged, target))
            if self.page is not None:
                self.page.tell(title)

    def _on_merged(self, target: str, end: End) -> None:
        text, problem = "", ""
        if end.outcome == "done":
            self._workspace.models.add_folder(target)
            text = self.tr("The new model is there: %1").replace("%1", Path(target).name)
            self._notice.show_notice(text, self.tr("Show the folder"), partial(open_folder, target))
        elif end.outcome == "failed":
            problem = translated(end.message)
            self._notice.show_error(problem, details=end.detail)
        if self.page is not None:
            self.page.tell(text, problem)

    def _show_folder(self) -> None:
        if self._teaching.taught is not None:
            open_folder(self._teaching.taught.folder)

    # Dialogs

    @Slot()
    def _choose_model(self) -> None:
        folder = QFileDialog.getExistingDirectory(self.page, self.tr("A folder with a model"))
        if folder and self.page is not None:
            self.page.form.choose_model(folder)

    @Slot()
    def _choose_files(self) -> None:
        kinds = self.tr("Conversations") + " (*.json *.jsonl)"
        files, _ = QFileDialog.getOpenFileNames(self.page, self.tr("Files of conversations"), filter=kinds)
        if files and self.page is not None:
            self.page.form.add_files(files)

    @Slot()
    def _choose_home(self) -> None:
        folder = QFileDialog.getExistingDirectory(self.page, self.tr("A folder for the result"))
        if folder and self.page is not None:
            self.page.form.set_home(Path(folder))
