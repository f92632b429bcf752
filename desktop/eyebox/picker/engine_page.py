"""The page of the model engine, or of the server engine: what it is, what adding it takes, how far that is, what is there."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QDialog, QWidget

from eyebox.amounts import size
from eyebox.picker.controls import dropped_folders
from eyebox.picker.engine_offer import EngineOffer
from eyebox.picker.engine_parts import Failure, SetupSteps
from eyebox.picker.engine_there import EngineThere
from eyebox.theme import Theme, set_kind
from eyebox.theme.controls import button, column, hairline, label, line, scrolled
from eyebox.theme.grown import resize_grown
from eyebox.theme.retranslated import Retranslated
from eyebox_models.protocol.environment import EnvironmentPlan, EnvironmentState, Kind, SetupProgress

Mode = Literal["looking", "offer", "adding", "there", "removing"]


class EnginePage(Retranslated, QDialog):
    """Adds, updates and removes the model engine. It only shows what it is given and says what is wanted.

    Signals:
        plan_wanted: a Source; `set_plan` answers.
        add_wanted: a Source, after the user agreed to connect there. Also to go on, to try again and to update.
        pause_wanted: stop adding; what came is kept.
        remove_wanted: remove what was added, or what an interrupted adding kept; the user was asked.
        server_wanted: the page of the server engine.
    """

    plan_wanted = Signal(object)
    add_wanted = Signal(object)
    pause_wanted = Signal()
    remove_wanted = Signal()
    server_wanted = Signal()

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, proxy: str = "", kind: Kind = "models"
    ) -> None:
        super().__init__(parent)
        self._kind: Kind = kind
        self.setObjectName("engine")
        self._theme = theme
        self._state: EnvironmentState | None = None
        self._mode: Mode = "looking"
        self._updating = False
        self._failed = ""
        self._plan_asked = False
        self.title, self.text = label("title", wrap=True), label("muted", wrap=True)
        self.failure = Failure(theme)
        self.offer, self.steps, self.there = EngineOffer(theme, proxy), SetupSteps(theme), EngineThere(theme)
        self.remove, self.leave, self.go = button("quiet"), button(), button("primary")
        self.question = label("", wrap=True)
        self.keep, self.sure = button(), button("danger")
        self.server = button("link")
        self.server.clicked.connect(self.server_wanted)
        self._buttons, self._ask = QWidget(), QWidget()
        self._lay_out()
        self.offer.source_changed.connect(self._plan)
        self.offer.changed.connect(self._say)
        self.remove.clicked.connect(self._ask_remove)
        self.leave.clicked.connect(self._leave)
        self.go.clicked.connect(self._go)
        self.keep.clicked.connect(self._keep)
        self.sure.clicked.connect(self._remove)
        self.setAcceptDrops(True)
        resize_grown(self, 560, 600)
        self.setMinimumSize(400, 360)
        self._retranslate()
        self.leave.setFocus()

    def _lay_out(self) -> None:
        inner = QWidget()
        column(
            self.title, 4, self.text, 20, self.failure, self.offer, self.steps, self.there, 16,
            line(self.server, None), None, inside=inner, margins=(24, 20, 24, 20),
        )  # fmt: skip
        self.failure.setContentsMargins(0, 0, 0, 16)
        line(
            self.remove, None, self.leave, self.go, inside=self._buttons, spacing=8, margins=(16, 12, 24, 12)
        )
        line((self.question, 1), self.keep, self.sure, inside=self._ask, spacing=8, margins=(24, 12, 24, 12))
        self._ask.hide()
        column((scrolled(inner), 1), hairline(), self._buttons, self._ask, inside=self)

    @property
    def mode(self) -> Mode:
        """What the page shows now."""
        return self._mode

    def set_state(self, state: EnvironmentState) -> None:
        """Shows what there is; it ends what was going on."""
        self._state = state
        self._updating = False
        self.there.set_state(state)
        self.offer.set_kept(state.kept_bytes)
        self._show("there" if state.place else "offer")

    def set_plan(self, plan: EnvironmentPlan | None, failed: str = "") -> None:
        """Shows what adding takes, or the sentence that says why that is not known."""
        self.offer.set_plan(plan, failed)

    def set_adding(self) -> None:
        """It is being added; `set_progress` says how far, `set_state` and `set_failed` how it ended."""
        self._say_failed("")
        self.steps.show_progress(None)
        self._show("adding")

    def set_progress(self, progress: SetupProgress) -> None:
        """Shows how far the adding is."""
        self.steps.show_progress(progress)
        if self._mode != "adding":
            self._show("adding")

    def set_removing(self) -> None:
        """It is being removed; `set_state` or `set_failed` follows."""
        self._say_failed("")
        self._show("removing")

    def set_failed(self, sentence: str, detail: str = "") -> None:
        """Says why adding or removing came to nothing; `set_state` says what there is now."""
        self._say_failed(sentence, detail)
        self._say()

    def _say_failed(self, sentence: str, detail: str = "") -> None:
        self._failed = sentence
        self.failure.say(sentence, detail)

    def _show(self, mode: Mode) -> None:
        self._mode = mode
        self._ask.hide()
        self._buttons.show()
        self.offer.setVisible(mode == "offer")
        self.steps.setVisible(mode == "adding")
        self.there.setVisible(mode == "there")
        self._say()
        if mode == "offer" and not self._plan_asked:
            self.offer.ask_plan()

    @Slot(object)
    def _plan(self, source: object) -> None:
        self._plan_asked = True
        self.plan_wanted.emit(source)

    @Slot()
    def _go(self) -> None:
        """Does what the main button says."""
        if self._mode == "adding":
            self.pause_wanted.emit()
            self.go.setEnabled(False)
        elif self._mode == "there":
            self._updating, self._plan_asked = True, False
            self._show("offer")
        elif self._mode == "offer" and self.offer.ready:
            self.set_adding()
            self.add_wanted.emit(self.offer.source)

    @Slot()
    def _leave(self) -> None:
        if self._mode == "offer" and self._updating:
            self._updating = False
            self._show("there")
        else:
            self.reject()

    @Slot()
    def _ask_remove(self) -> None:
        self._say()
        self._buttons.hide()
        self._ask.show()
        self.keep.setFocus()

    @Slot()
    def _keep(self) -> None:
        self._ask.hide()
        self._buttons.show()
        self.remove.setFocus()

    @Slot()
    def _remove(self) -> None:
        self.set_removing()
        self.remove_wanted.emit()

    @Slot()
    def _say(self) -> None:
        """Every text and button for what is shown."""
        mode, state = self._mode, self._state
        kept = state.kept_bytes if state is not None else 0
        place = state.place if state is not None else ""
        added = place == "added"
        self.title.setText(self._title(mode))
        self.server.setVisible(self._kind == "models" and mode in ("offer", "there"))
        texts = {
            "looking": self.tr("Looking at what is there…"),
            "adding": self.tr("This page may be closed meanwhile: it goes on, and the queue shows it."),
            "removing": self.tr("This takes a few seconds."),
            "there": self.there.sentence,
            "offer": self.tr("It is made anew beside the one that is there, which works until then.")
            if self._updating
            else self._what(),
        }
        if mode == "offer" and kept and not self._updating:
            texts["offer"] = self.tr(
                "It was begun before: %1 are here. It can go on from there, or be started over."
            ).replace("%1", size(kept))
        self.text.setText(texts[mode])
        self._say_buttons(mode, kept=bool(kept) and not self._updating, added=added)
        count = size(state.bytes_on_disk if added else kept) if state is not None else ""
        text = self.tr("Throw away the %1 that came so far?")
        if added:
            text = (
                self.tr("Remove the model engine? %1 become free; models themselves stay.")
                if self._kind == "models"
                else self.tr("Remove the server engine? %1 become free; models themselves stay.")
            )
        self.question.setText(text.replace("%1", count))

    def _title(self, mode: Mode) -> str:
        if self._kind == "server":
            titles = {
                "adding": self.tr("Adding the server engine"),
                "removing": self.tr("Removing the server engine"),
                "offer": self.tr("Update the server engine") if self._updating else self.tr("Server engine"),
            }
            return titles.get(mode, self.tr("Server engine"))
        titles = {
            "adding": self.tr("Adding the model engine"),
            "removing": self.tr("Removing the model engine"),
            "offer": self.tr("Update the model engine") if self._updating else self.tr("Model engine"),
        }
        return titles.get(mode, self.tr("Model engine"))

    def _what(self) -> str:
        """What it is, before it is there."""
        if self._kind == "server":
            return self.tr(
                "vLLM answers many questions at once on an NVIDIA card. It needs other versions of its packages than the "
                "model engine, so it has a place of its own, and serves models on this machine only. It is optional."
            )
        return self.tr(
            "Vision-language models run on PyTorch, which this edition of Eyebox does not carry because it is "
            "large. It can be added here once; everything it does then happens on this machine."
        )

    def _say_buttons(self, mode: Mode, *, kept: bool, added: bool) -> None:
        self.remove.setText(self.tr("Remove…") if added else self.tr("Start over…"))
        self.remove.setVisible((mode == "there" and added) or (mode == "offer" and kept and not added))
        back = mode == "offer" and self._updating
        self.leave.setText(self.tr("Back") if back else self.tr("Close"))
        if mode == "adding":
            self.go.setText(self.tr("Pause"))
        elif mode == "there":
            broken = self._state is not None and self._state.problem
            self.go.setText(self.tr("Add it again…") if broken else self.tr("Update…"))
        elif self._failed:
            self.go.setText(self.tr("Try again"))
        elif kept:
            self.go.setText(self.tr("Go on"))
        elif self._updating:
            self.go.setText(self.tr("Update"))
        else:
            self.go.setText(self.tr("Download and add") if self.offer.connects else self.tr("Add"))
        set_kind(self.go, "primary" if mode == "offer" else "")
        self.go.setVisible(mode in ("offer", "adding") or (mode == "there" and added))
        self.go.setEnabled(mode != "offer" or self.offer.ready)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Model engine") if self._kind == "models" else self.tr("Server engine"))
        self.server.setText(self.tr("Server engine (vLLM)…"))
        self.keep.setText(self.tr("Keep"))
        self.sure.setText(self.tr("Remove"))
        self._show(self._mode)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._mode == "offer" and dropped_folders(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.offer.use_folder(dropped_folders(event)[0])
        event.acceptProposedAction()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focus = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if isinstance(focus, QAbstractButton):
                focus.click()
        elif event.key() == Qt.Key.Key_Escape and not self._ask.isHidden():
            self._keep()
        else:
            super().keyPressEvent(event)
