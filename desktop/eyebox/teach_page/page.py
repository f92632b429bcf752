"""The page of teaching: what is taught at the left; the data, the run on its way and what came of it at the right."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QButtonGroup, QDialog, QPushButton, QStackedLayout, QWidget

from eyebox.amounts import stage
from eyebox.teach_page.check import DataCheck
from eyebox.teach_page.details import Details
from eyebox.teach_page.form import TeachForm
from eyebox.teach_page.learning import Learning
from eyebox.teach_page.outcome import Outcome
from eyebox.theme import Theme, set_kind
from eyebox.theme.controls import button, column, hairline, label, line, progress_bar, scrolled
from eyebox.theme.grown import grown, resize_grown
from eyebox.theme.retranslated import Retranslated
from eyebox.theme.sentence import Sentence
from eyebox_models.protocol.events import Progress
from eyebox_models.protocol.teaching import Dropped, HeldOut, Taught, TeachPlan, TeachStep

SIZE = (1120, 760)
FORM = 316
SENTENCE, MOST_OF_SENTENCE = 400, 560
DATA, LEARNING, OUTCOME, EMPTY = range(4)
ACTIONS = (
    "check",
    "stop",
    "start",
    "pause",
    "resume",
    "finish",
    "use",
    "merge",
    "show",
    "change",
    "discard",
    "new",
)
"""What can be done, by the names of their buttons, as they stand below each other."""
OFFERED = {
    "": ("check",), "preparing": ("stop",), "checking": ("stop",), "checked": ("start", "change"),
    "learning": ("pause", "finish"), "pausing": (), "paused": ("resume", "finish", "discard"), "saving": (),
    "done": ("use", "merge", "show", "new"),
}  # fmt: skip
"""Which of them are there in each state of a run; the first is what Enter is about."""
PRIMARY = ("check", "start", "resume", "use")
QUIET = ("change", "discard", "new")


class TeachPage(Retranslated, QDialog):
    """Shows what its setters get.

    Signals: wanted: something is to be done, a name of ACTIONS. engine_wanted: the model engine is to be added.
        picture_wanted: path of a picture that is to be shown small.
    """

    wanted = Signal(str)
    engine_wanted = Signal()
    picture_wanted = Signal(str)

    def __init__(self, theme: Theme, home: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("teach")
        self.setAcceptDrops(True)
        self._state = ""
        self._progress: Progress | None = None
        self._told = ""
        """Of what is done with the result."""
        self._can_run = True
        self._keeps_focus = False
        """A button that had the focus has gone: the next one that is offered gets it."""
        self._plan: TeachPlan | None = None
        self._steps: Sequence[TeachStep] = ()
        self.form = TeachForm(home)
        self.buttons: dict[str, QPushButton] = {
            name: button("primary" if name in PRIMARY else "quiet" if name in QUIET else "")
            for name in ACTIONS
        }
        self.add_engine = button("primary")
        self.engine = label("warn", wrap=True)
        self.said, self.bar = label("hint", wrap=True), progress_bar()
        self.problem, self.details = label("danger", wrap=True), Details()
        self.chips = [button("chip") for _ in range(3)]
        self.choice = QButtonGroup(self)
        self.check, self.learning, self.outcome = DataCheck(theme), Learning(theme), Outcome(theme)
        self.empty = Sentence(min(grown(SENTENCE), MOST_OF_SENTENCE))
        set_kind(self.empty, "muted")
        self._lay_out()
        self._wire()
        resize_grown(self, *SIZE)
        self.setMinimumSize(QSize(740, 480).boundedTo(self.size()))
        self._retranslate()
        self.set_state("")

    def _lay_out(self) -> None:
        for place, chip in enumerate(self.chips):
            chip.setCheckable(True)
            self.choice.addButton(chip, place)
        inner = QWidget()
        column(self.form, None, inside=inner, margins=(24, 20, 24, 12))
        foot = column(
            self.problem, self.details, self.engine, self.add_engine, self.said, self.bar, *self.buttons.values(),
            spacing=8, margins=(24, 12, 24, 20),
        )  # fmt: skip
        left = QWidget()
        left.setFixedWidth(grown(FORM))
        column((scrolled(inner), 1), hairline(), foot, inside=left)
        self._stack = QStackedLayout()
        for part in (self.check, self.learning, self.outcome):
            room = QWidget()
            column(part, None, inside=room, margins=(24, 4, 24, 24))
            self._stack.addWidget(scrolled(room))
        waiting = QWidget()
        column(None, (self.empty, 0, Qt.AlignmentFlag.AlignHCenter), None, None, inside=waiting)
        self._stack.addWidget(waiting)
        self._chips = QWidget()
        line(*self.chips, None, inside=self._chips, spacing=8, margins=(24, 20, 24, 16))
        right = column(self._chips, (self._stack, 1))
        line(left, hairline("vline"), (right, 1), inside=self)

    def _wire(self) -> None:
        for name, one in self.buttons.items():
            one.clicked.connect(lambda _checked=False, name=name: self.wanted.emit(name))
        self.add_engine.clicked.connect(self.engine_wanted)
        self.form.changed.connect(self._show_buttons)
        self.choice.idClicked.connect(self._stack.setCurrentIndex)
        for answers in (self.check.drawn, self.learning.answers, self.outcome.answers):
            answers.picture_wanted.connect(self.picture_wanted)

    # What is shown

    def set_engine(self, can_run: bool) -> None:
        """Whether anything on this machine can run models."""
        self._can_run = can_run
        self._show_buttons()

    def set_state(self, state: str, problem: str = "", detail: str = "") -> None:
        """How the run stands, as OFFERED names it, and what went wrong."""
        self._keeps_focus |= any(one.hasFocus() for one in self.buttons.values())
        self._state = state
        self._progress = None
        self._told = ""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.details.show_text(detail)
        self.form.setEnabled(state == "")
        self._show_buttons()
        self._show_said()
        shown = {"": EMPTY, "preparing": EMPTY, "checking": EMPTY, "checked": DATA, "done": OUTCOME}.get(
            state, LEARNING
        )
        if shown == EMPTY or self._stack.currentIndex() == EMPTY or state in ("checked", "done", "learning"):
            self._stack.setCurrentIndex(shown)
        self._chips.setVisible(shown != EMPTY)
        for place, there in (
            (DATA, True),
            (LEARNING, bool(self._steps) or shown == LEARNING),
            (OUTCOME, shown == OUTCOME),
        ):
            self.chips[place].setVisible(there)
            self.chips[place].setChecked(place == self._stack.currentIndex())
        if self._keeps_focus and OFFERED[state]:
            self._keeps_focus = False
            self.buttons[OFFERED[state][0]].setFocus()
        self._show_empty()

    def show_run(
        self, plan: TeachPlan | None, dropped: Sequence[Dropped], steps: Sequence[TeachStep], looks: Sequence[HeldOut],
        taught: Taught | None,
    ) -> None:  # fmt: skip
        """Shows all there is of a run; the sequences are read again at each step."""
        self._plan, self._steps = plan, steps
        self.check.show_plan(plan, dropped)
        self.learning.show_run(plan, steps, looks)
        self.outcome.show_taught(taught)
        self._show_said()

    @Slot()
    def show_step(self) -> None:
        """There is one more step."""
        self._progress = None
        self.learning.show_steps()
        self._show_buttons()
        self._show_said()

    @Slot()
    def show_look(self) -> None:
        """What is held out was looked at again."""
        self.learning.show_looks()
        self.learning.show_steps()

    def tell(self, text: str, problem: str = "") -> None:
        """Says what becomes of the result, or why nothing does."""
        self._told = text
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self._show_said()

    @Slot(object)
    def show_progress(self, progress: Progress) -> None:
        self._progress = progress
        self._show_said()

    def show_image(self, path: str, image: QImage, size: tuple[int, int]) -> None:
        """A small picture came; `size` is that of its original."""
        for answers in (self.check.drawn, self.learning.answers, self.outcome.answers):
            answers.show_image(path, image, size)

    def _show_buttons(self) -> None:
        offered = OFFERED[self._state]
        missing = not self._can_run and self._state in ("", "checked", "paused")
        for name, one in self.buttons.items():
            one.setVisible(name in offered and not (missing and name in PRIMARY))
        self.buttons["finish"].setVisible("finish" in offered and bool(self._steps) and not missing)
        self.add_engine.setVisible(missing)
        self.engine.setVisible(missing)
        lacks = self.form.problem() if self._state == "" else ""
        self.buttons["check"].setEnabled(not lacks)
        self.buttons["check"].setToolTip(lacks)
        if self._state == "":
            self._show_said()

    def _show_said(self) -> None:
        done, total = (
            self._steps[-1].step if self._steps else 0,
            self._plan.steps if self._plan is not None else 0,
        )
        of = self.tr("step %1 of %2").replace("%1", f"{done:,}").replace("%2", f"{total:,}")
        working = stage(self._progress) if self._progress is not None else ""
        texts = {
            "": self.form.problem(),
            "preparing": self.tr("Looking at the data…"),
            "checking": working or self.tr("Checking…"),
            "checked": self.tr("Nothing is learned yet: look at the data, then start."),
            "learning": working or self.tr("Learning: %1").replace("%1", of),
            "pausing": self.tr("Pausing after this step: %1").replace("%1", of),
            "paused": self.tr("Paused at %1. You can go on at any time, also after a restart.").replace(
                "%1", of
            ),
            "saving": working or self.tr("Writing what was learned…"),
            "done": self._told,
        }
        said = texts.get(self._state, "")
        self.said.setText(said)
        self.said.setVisible(bool(said))
        busy = self._state in ("preparing", "checking", "learning", "pausing", "saving")
        self.bar.setVisible(busy)
        if self._state in ("learning", "pausing") and self._progress is None and total:
            self.bar.setRange(0, total)
            self.bar.setValue(done)
        elif self._progress is not None and self._progress.fraction is not None:
            self.bar.setRange(0, 1000)
            self.bar.setValue(round(self._progress.fraction * 1000))
        else:
            self.bar.setRange(0, 0)
        self.bar.setAccessibleName(said)

    def _show_empty(self) -> None:
        if self._state in ("preparing", "checking"):
            text = self.tr(
                "The model is loaded and every conversation looked at: pictures open, boxes inside, tokens within the "
                "context. Then one is learned by heart, to see that the settings work."
            )
        else:
            text = self.tr(
                "Correct some boxes, and let a model learn from that. It stays on this machine, and the model that you have "
                "stays as it is: what is learned is an adapter beside it. First the data is checked, and you are told what it "
                "takes."
            )
        self.empty.setText(text)

    # What is dropped

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and self._state == "":
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Files of conversations, dropped anywhere on the page."""
        self.form.add_files([url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Teach a model"))
        texts = {
            "check": self.tr("Check the data"),
            "stop": self.tr("Stop"),
            "start": self.tr("Start to learn"),
            "pause": self.tr("Pause"),
            "resume": self.tr("Go on"),
            "finish": self.tr("End here and keep what it learned"),
            "use": self.tr("Use it in this chat"),
            "merge": self.tr("Merge into a model of its own…"),
            "show": self.tr("Open its folder"),
            "change": self.tr("Change the settings"),
            "discard": self.tr("Discard…"),
            "new": self.tr("Teach something else"),
        }
        for name, text in texts.items():
            self.buttons[name].setText(text)
        labels = (self.tr("Data"), self.tr("Learning"), self.tr("Before and after"))
        for chip, text in zip(self.chips, labels, strict=True):
            chip.setText(text)
        self.engine.setText(self.tr("Teaching needs the model engine, which is not on this machine yet."))
        self.add_engine.setText(self.tr("Add the model engine…"))
        self._show_empty()
        self._show_said()
