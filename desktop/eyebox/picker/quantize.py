"""The page that quantizes a model: how, calibrated with what, where to, what it takes, how far it is."""

from __future__ import annotations

from pathlib import Path
from time import monotonic
from typing import Literal

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QDialog, QFrame, QLineEdit, QWidget

from eyebox.amounts import about_time, part_of, size, stage, time_left
from eyebox.formats.calibration import MOST, SESSION, Quantization
from eyebox.language import translated
from eyebox.picker import words
from eyebox.picker.controls import CalmCombo
from eyebox.theme import Theme, set_kind
from eyebox.theme.controls import (
    ElidedLabel,
    button,
    column,
    form,
    hairline,
    label,
    line,
    progress_bar,
    scrolled,
)
from eyebox.theme.grown import resize_grown
from eyebox.theme.retranslated import Retranslated
from eyebox_models.protocol.cards import ModelCard, QuantizePlan
from eyebox_models.protocol.events import Progress

_DEBOUNCE = 250
_FOLDER, _FILE = "folder", "file"
State = Literal["choosing", "working", "done"]


class QuantizePage(Retranslated, QDialog):
    """It only shows what it is given and says what is wanted.

    Signals:
        plan_wanted: a Quantization; `set_plan` answers. start_wanted: the same, to be done. stop_wanted.
        source_wanted: "folder" or "file" is to be chosen; `set_source` answers.
        target_wanted: the folder to write into is to be chosen; `set_target_folder` answers.
        compare_wanted: the folder of the model, and of the new one. use_wanted: the folder of the new one.
    """

    plan_wanted = Signal(object)
    start_wanted = Signal(object)
    stop_wanted = Signal()
    source_wanted = Signal(str)
    target_wanted = Signal()
    compare_wanted = Signal(str, str)
    use_wanted = Signal(str)

    def __init__(
        self, theme: Theme, card: ModelCard, home: str, session: str, parent: QWidget | None = None
    ) -> None:
        """`home` is where a new folder is offered, `session` the id of the one that is open."""
        super().__init__(parent)
        self.setObjectName("quantize")
        self._theme = theme
        self._card = card
        self._home = home
        self._made: ModelCard | None = None
        self._plan: QuantizePlan | None = None
        self._count = 0
        self._failed = ""
        self._begun: tuple[float, float] | None = None
        self._starts_again = False
        """It came to nothing: the button that begins gets the focus once it can be pressed."""
        self.state: State = "choosing"
        self._title, self._text = ElidedLabel("title"), label("muted", wrap=True)
        self._to = QButtonGroup(self)
        self.gptq, self.nf4 = self._chip("gptq-int4"), self._chip("nf4")
        self.gptq.setChecked(True)
        self._how = label("hint", wrap=True)
        self.source = CalmCombo()
        self.source.setSizeAdjustPolicy(CalmCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for value in (SESSION + session, _FOLDER, _FILE, ""):
            self.source.addItem("", value)
        self._source_hint = label("hint", wrap=True)
        self.target, self.choose = QLineEdit(), button()
        self._headings = [label("hint") for _ in range(4)]
        self._facts, self._values = [label("muted") for _ in range(4)], [label(wrap=True) for _ in range(4)]
        self.problem = label("danger", wrap=True)
        self.stage, self.left = label(wrap=True), label("hint")
        self.bar = progress_bar()
        self.close_button, self.stop, self.start = button(), button(), button("primary")
        self.compare, self.use = button(), button("primary")
        self._form, self._takes, self._progress = QWidget(), QFrame(), QWidget()
        self._wait = QTimer(self, singleShot=True, interval=_DEBOUNCE)
        self._wait.timeout.connect(self._ask)
        self._suggest()
        self._lay_out()
        self._connect()
        resize_grown(self, 560, 640)
        self.setMinimumSize(420, 360)
        self._retranslate()
        self.gptq.setFocus()
        self._ask()

    def _chip(self, name: str) -> QAbstractButton:
        made = button("chip", self)
        made.setObjectName(name)
        made.setCheckable(True)
        self._to.addButton(made)
        return made

    def _lay_out(self) -> None:
        how, source, where, takes = self._headings
        source.setBuddy(self.source)
        where.setBuddy(self.target)
        self._calibration = QWidget()
        column(source, 6, self.source, 4, self._source_hint, 16, inside=self._calibration)
        column(
            how, 6, line(self.gptq, self.nf4, None, spacing=8), 6, self._how, 16,
            self._calibration,
            where, 6, line((self.target, 1), self.choose, spacing=8), 16,
            inside=self._form,
        )  # fmt: skip
        set_kind(self._takes, "card")
        rows = form(6)
        for fact, value in zip(self._facts, self._values, strict=True):
            rows.addRow(fact, value)
        rows.setHorizontalSpacing(24)
        column(takes, 8, rows, inside=self._takes, margins=(16, 12, 16, 12))
        column(self.stage, 6, self.bar, 4, self.left, 16, inside=self._progress)
        inner = QWidget()
        column(
            self._title, 4, self._text, 20, self._form, self._progress, self._takes, 12, self.problem, None,
            inside=inner, margins=(24, 20, 24, 20),
        )  # fmt: skip
        foot = line(
            None, self.close_button, self.stop, self.compare, self.start, self.use,
            spacing=8, margins=(24, 12, 24, 12),
        )  # fmt: skip
        column((scrolled(inner), 1), hairline(), foot, inside=self)

    def _connect(self) -> None:
        self._to.buttonClicked.connect(self._on_to)
        self.source.activated.connect(self._on_source)
        self.target.textEdited.connect(self._wait.start)
        self.choose.clicked.connect(self.target_wanted)
        self.close_button.clicked.connect(self.close)
        self.stop.clicked.connect(self.stop_wanted)
        self.start.clicked.connect(lambda: self.start_wanted.emit(self.wanted))
        self.use.clicked.connect(self._use)
        self.compare.clicked.connect(self._compare)

    @property
    def wanted(self) -> Quantization:
        """What is chosen."""
        calibrates = self.gptq.isChecked()
        source = str(self.source.currentData()) if calibrates else ""
        target = self.target.text().strip()
        return Quantization(self._card.folder, "gptq-int4" if calibrates else "nf4", target, source)

    def set_plan(self, wanted: Quantization, plan: QuantizePlan, count: int) -> None:
        """What it takes, calibrated with so many chats."""
        if wanted == self.wanted:
            self._plan, self._count = plan, count
            self._show()

    def set_source(self, path: str) -> None:
        """Calibrates with a folder or a file."""
        at = self.source.findData(path)
        if at < 0:
            at = 1
            self.source.insertItem(at, Path(path).name, path)
        self.source.setCurrentIndex(at)
        self._ask()

    def set_target_folder(self, folder: str) -> None:
        """The new folder is made in this one."""
        self.target.setText(str(Path(folder) / Path(self.target.text()).name))
        self._ask()

    def set_working(self, progress: Progress | None) -> None:
        """It is at work, and how far."""
        self.state = "working"
        fraction = progress.fraction if progress is not None else None
        self.stage.setText(stage(progress if progress is not None else Progress("starting")))
        self.bar.setRange(0, 0 if fraction is None else 1000)
        self.bar.setValue(round((fraction or 0.0) * 1000))
        self.left.setText("")
        if progress is not None and progress.stage == "quantizing" and fraction:
            begun, at = self._begun = self._begun or (monotonic(), fraction)
            if fraction > at:
                self.left.setText(time_left((monotonic() - begun) * (1 - fraction) / (fraction - at)))
        self._show()

    def set_ended(self, card: ModelCard | None, sentence: str) -> None:
        """The new model is there; or why not, "" where it was stopped."""
        self._begun = None
        self._made, self._failed = card, sentence
        self.state = "choosing" if card is None else "done"
        self._show()
        self._starts_again = card is None
        if card is None:
            self._ask(keep=True)
        else:
            self.use.setFocus()

    def _suggest(self) -> None:
        """The new folder is called like the model and how it is quantized."""
        name = f"{Path(self._card.folder).name}-{'GPTQ-Int4' if self.gptq.isChecked() else 'NF4'}"
        before = self.target.text().strip()
        self.target.setText(str((Path(before).parent if before else Path(self._home)) / name))

    @Slot()
    def _use(self) -> None:
        if self._made is not None:
            self.use_wanted.emit(self._made.folder)

    @Slot()
    def _compare(self) -> None:
        if self._made is not None:
            self.compare_wanted.emit(self._card.folder, self._made.folder)

    @Slot()
    def _on_to(self) -> None:
        self._suggest()
        self._ask()

    @Slot()
    def _on_source(self) -> None:
        chosen = self.source.currentData()
        if chosen in (_FOLDER, _FILE):
            self.source.setCurrentIndex(0)  # until something is chosen
            self.source_wanted.emit(chosen)
        self._ask()

    @Slot()
    def _ask(self, keep: bool = False) -> None:
        """Asks what it takes. `keep`: why the last time came to nothing still stands there."""
        self._plan = None
        if not keep:
            self._failed = ""
        self.plan_wanted.emit(self.wanted)
        self._show()

    def _show(self) -> None:
        working, done, plan = self.state == "working", self.state == "done", self._plan
        self._form.setVisible(self.state == "choosing")
        self._calibration.setVisible(self.gptq.isChecked())
        self._progress.setVisible(working)
        self._takes.setVisible(not done)
        self._how.setText(
            self.tr("Calibrated with chats about pictures; runs fast on graphics cards.")
            if self.gptq.isChecked()
            else self.tr("Rounded as it is, without calibration: done soon, and a little less exact.")
        )
        few = self.gptq.isChecked() and plan is not None and not plan.problem and self._count < MOST
        self._source_hint.setText(self._few() if few else self.tr("Pictures like those you will ask about."))
        problem = self._failed or (translated(plan.problem) if plan is not None else "")
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem) and not working)
        for value, text in zip(self._values, self._amounts(), strict=True):
            value.setText(text)
        calibrates = self.gptq.isChecked()
        self._facts[3].setVisible(calibrates)
        self._values[3].setVisible(calibrates)
        self.stop.setVisible(working)
        self.start.setVisible(self.state == "choosing")
        self.start.setEnabled(plan is not None and not plan.problem)
        if self._starts_again and self.start.isEnabled():
            self._starts_again = False
            self.start.setFocus()
        for made in (self.compare, self.use):
            made.setVisible(done)
        self._say()

    def _few(self) -> str:
        if not self._count:
            return self.tr(
                "Nothing of your own: drawn shapes are used. Chats about your pictures are better."
            )
        return self.tr("Up to %1 chats about pictures are used.").replace("%1", str(MOST))

    def _amounts(self) -> tuple[str, str, str, str]:
        plan = self._plan
        if plan is None:
            return ("…", "…", "…", "…")
        if not plan.memory_bytes:
            return ("–", "–", "–", "–")
        chats = self.tr("%n chat(s)", "", self._count) if self._count else self.tr("drawn shapes")
        return (
            part_of(plan.memory_bytes, plan.free_bytes),
            size(plan.disk_bytes),
            about_time(plan.seconds),
            chats,
        )

    def _say(self) -> None:
        made = self._made
        if self.state == "done" and made is not None:
            before, after = size(self._card.bytes_on_disk), size(made.bytes_on_disk)
            text = self.tr("“%1” is there: %2, instead of %3.")
            self._text.setText(
                text.replace("%1", Path(made.folder).name).replace("%2", after).replace("%3", before)
            )
        elif self.state == "working":
            self._text.setText(self.tr("It goes on when this page is closed. The queue shows it, too."))
        else:
            self._text.setText(
                self.tr(
                    "Writes the model in 4 bit, about a quarter as large, in a new folder. This one stays."
                )
            )

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Quantize"))
        self._title.set_whole(self.tr("Quantize %1").replace("%1", words.short_name(self._card.name)))
        self.gptq.setText("GPTQ-Int4")
        self.nf4.setText("NF4")
        headings = (
            self.tr("How"),
            self.tr("Calibrate with"),
            self.tr("Into the new folder"),
            self.tr("What it takes"),
        )
        for heading, text in zip(self._headings, headings, strict=True):
            heading.setText(text)
        self.source.setAccessibleName(headings[1])
        self.target.setAccessibleName(headings[2])
        self.source.setItemText(0, self.tr("Chats and pictures of this session"))
        own = {
            _FOLDER: self.tr("A folder of pictures…"),
            _FILE: self.tr("A file of chats…"),
            "": self.tr("Drawn shapes"),
        }
        for value, text in own.items():
            self.source.setItemText(self.source.findData(value), text)
        facts = (self.tr("Memory"), self.tr("Disk"), self.tr("Time"), self.tr("Calibrated with"))
        for fact, text in zip(self._facts, facts, strict=True):
            fact.setText(text)
        self.bar.setAccessibleName(self.tr("How far the quantizing is"))
        self.choose.setText(self.tr("Choose…"))
        self.choose.setAccessibleName(self.tr("Choose where the new folder is made"))
        self.close_button.setText(self.tr("Close"))
        self.stop.setText(self.tr("Stop"))
        self.start.setText(self.tr("Quantize"))
        self.compare.setText(self.tr("Compare with the original…"))
        self.use.setText(self.tr("Use it as a model…"))
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focus = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focus, QAbstractButton):
            focus.click()
        else:
            super().keyPressEvent(event)
