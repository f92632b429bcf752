"""Everything about one checkpoint, and how it is to be loaded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from eyebox.amounts import size, stage
from eyebox.language import translated
from eyebox.picker import words
from eyebox.picker.controls import CalmCombo, Dot
from eyebox.picker.engine_missing import EngineMissing
from eyebox.picker.memory_bar import MemoryBar
from eyebox.picker.model_list import problems_of
from eyebox.picker.precision_choice import PrecisionChoice
from eyebox.picker.resolution import ResolutionSlider
from eyebox.theme import Theme, set_kind
from eyebox.theme.controls import (
    ElidedLabel,
    Part,
    button,
    column,
    hairline,
    label,
    line,
    progress_bar,
)
from eyebox.theme.retranslated import Retranslated
from eyebox_models.protocol.ask import Options
from eyebox_models.protocol.cards import Estimate, GroundingReport, ModelCard
from eyebox_models.protocol.events import Progress


class CheckpointDetails(Retranslated, QWidget):
    """Facts, precision, device, picture size, memory and boxes of one checkpoint.

    Signals:
        options_changed: the Options as they are chosen now.
        check_wanted: check where this checkpoint puts boxes, or stop that.
        quantize_wanted: the ModelCard of a model in 16 bit that is to be quantized.
    """

    options_changed = Signal(object)
    check_wanted = Signal()
    quantize_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card: ModelCard | None = None
        self._options = Options()
        self._estimate: Estimate | None = None
        self._report: GroundingReport | None = None
        self._checking: Progress | None = None
        self._is_checking = False
        self._check_failed = ""
        self._headings: dict[str, QLabel] = {}
        self._title = ElidedLabel("title")
        self._facts = label("muted", wrap=True)
        self._folder = ElidedLabel("hint")
        self.problems = label("danger", wrap=True)
        self.engine = EngineMissing(theme)
        self._engine_there = True
        self.precision = PrecisionChoice()
        self.quantize = button("link")
        self.device = CalmCombo()
        self.device.addItem("", "auto")
        self.device.addItem("", "cpu")
        self.resolution = ResolutionSlider(theme)
        self.offload = QCheckBox()
        self._offload_hint = label("hint", wrap=True)
        self.memory = MemoryBar(theme)
        self._dot = Dot(theme)
        self.boxes = label("", wrap=True)
        self._why = label("hint", wrap=True)
        self._bar = progress_bar()
        self.check = button()
        self._choices = QWidget()
        self._lay_out()
        self.precision.changed.connect(self._take)
        self.device.activated.connect(self._take)
        self.resolution.changed.connect(self._take)
        self.offload.clicked.connect(self._take)
        self.check.clicked.connect(self.check_wanted)
        self.quantize.clicked.connect(lambda: self.quantize_wanted.emit(self._card))
        self._retranslate()

    def _lay_out(self) -> None:
        boxes = column(
            line(self._dot, (self.boxes, 1), self.check, spacing=8), self._bar, self._why, spacing=4
        )
        contents = {
            "precision": column(self.precision, 4, line(self.quantize, None)),
            "memory": line(self.memory),
            "size": line(self.resolution),
            "device": column(
                self.device, 12, self.offload, 4, line(self._offload_hint, margins=(24, 0, 0, 0))
            ),
            "boxes": boxes,
        }
        parts: list[Part] = []
        for name, content in contents.items():
            if parts:
                parts += [16, hairline(), 12]
            parts += [self._headings.setdefault(name, label("hint")), 8, content]
        column(*parts, inside=self._choices)
        head = column(self._title, self._facts, self._folder, spacing=4)
        column(head, 16, self.problems, self.engine, self._choices, None, inside=self)

    @property
    def options(self) -> Options:
        """How this checkpoint is to be loaded."""
        return self._options

    def set_devices(self, devices: Sequence[tuple[str, str]]) -> None:
        """Accelerators to choose from: what `Options.device` calls them, and their names."""
        while self.device.count() > 2:
            self.device.removeItem(2)
        for device, name in devices:
            self.device.addItem(name, device)
        self._show_device()

    def set_card(self, card: ModelCard, options: Options) -> None:
        """Shows another checkpoint, or the same one anew."""
        other = self._card is None or self._card.folder != card.folder
        if other:
            self._is_checking, self._check_failed = False, ""
        self._card, self._options = card, options
        self.precision.set_runs(card.runs, options.precision)
        self._options = replace(options, precision=self.precision.value)
        if other:
            self.resolution.set_model(card.size_rule)
        self.resolution.set_options(options)
        self._show_device()
        self.offload.setChecked(options.offload)
        if other:
            self.set_estimate(None)
        self._show_card()

    def set_engine(self, there: bool) -> None:
        """Whether anything can run models; where not, that is said in the place of what pip would install."""
        self._engine_there = there
        self._show_card()

    def set_estimate(self, estimate: Estimate | None) -> None:
        """Shows what the choices cost; None: it is being worked out."""
        self._estimate = estimate
        self.memory.set_estimate(estimate)
        self.resolution.set_estimate(estimate)
        self._show_boxes()

    def set_checking(self, running: bool, progress: Progress | None = None) -> None:
        """Shows that the boxes are being checked (or the model is loaded for that), and how far."""
        self._is_checking, self._checking = running, progress
        if running:
            self._check_failed = ""
        self._show_boxes()

    def set_check_failed(self, sentence: str) -> None:
        """Shows why a check came to nothing."""
        self._is_checking, self._check_failed = False, sentence
        self._show_boxes()

    def _show_card(self) -> None:
        card = self._card
        if card is None:
            return
        self._title.set_whole(words.short_name(card.name))
        facts = [card.title or card.family]
        if card.parameters:
            facts.append(self.tr("%1 parameters").replace("%1", words.parameters(card.parameters)))
        if card.precision_on_disk:
            facts.append(
                self.tr("%1 on disk").replace(
                    "%1", f"{words.precision(card.precision_on_disk)}, {size(card.bytes_on_disk)}"
                )
            )
        if card.context_length:
            facts.append(self.tr("context %1").replace("%1", words.number(card.context_length)))
        self._facts.setText(" · ".join(part for part in facts if part))
        self._folder.set_whole(card.folder)
        problems = problems_of(card)
        missing = words.lacks_torch(card) and not card.problems and not self._engine_there
        self.engine.setVisible(missing)
        self.problems.setText("\n".join(problems))
        self.problems.setVisible(bool(problems) and not missing)
        self._choices.setVisible(not problems)
        self.quantize.setVisible(words.is_sixteen_bit(card))
        self._show_boxes()

    def _show_device(self) -> None:
        at = self.device.findData(self._options.device)
        self.device.setCurrentIndex(max(at, 0))

    def _show_boxes(self) -> None:
        if self._card is None:
            return
        chosen = self._options.precision
        made_at = self._estimate.precision if self._estimate is not None and chosen == "auto" else chosen
        report = words.grounding_of(self._card, made_at)
        text = words.grounding(report)
        self.boxes.setText(text[:1].upper() + text[1:])
        self._dot.set_role("muted" if report is None else "ok" if report.trusted else "warn")
        self._dot.setVisible(not self._is_checking)
        why = (
            translated(report.why)
            if report is not None
            else self.tr("Draws a card with shapes, asks for them and measures.")
        )
        if report is not None and report.precision and made_at and report.precision != made_at:
            text = self.tr("Checked at %1.").replace("%1", words.precision(report.precision))
            why = f"{text} {why}"
        if self._is_checking:
            loads = self._checking is not None and self._checking.stage != "checking"
            self.boxes.setText(
                self.tr("Loading the model…") if loads else self.tr("Checking where it puts boxes…")
            )
            why = stage(self._checking) if self._checking is not None and loads else why
        set_kind(self._why, "danger" if self._check_failed and not self._is_checking else "hint")
        self._why.setText(self._check_failed if self._check_failed and not self._is_checking else why)
        self._bar.setVisible(self._is_checking)
        fraction = self._checking.fraction if self._checking is not None else None
        self._bar.setRange(0, 0 if fraction is None else 1000)
        self._bar.setValue(round((fraction or 0.0) * 1000))
        if self._is_checking:
            self.check.setText(self.tr("Stop"))
        else:
            self.check.setText(self.tr("Check boxes") if report is None else self.tr("Check again"))

    @Slot()
    def _take(self) -> None:
        options = replace(
            self._options,
            precision=self.precision.value,
            device=str(self.device.currentData()),
            offload=self.offload.isChecked(),
        )
        options = self.resolution.applied(options)
        chosen = self.sender() is self.precision
        if chosen or (options.device, options.offload) != (self._options.device, self._options.offload):
            options = replace(options, settled="", settled_on="")
        if options != self._options:
            self._options = options
            self._show_boxes()
            self.options_changed.emit(options)

    def _retranslate(self) -> None:
        headings = {
            "precision": self.tr("Precision"),
            "memory": self.tr("Memory"),
            "size": self.tr("Picture size"),
            "device": self.tr("Device"),
            "boxes": self.tr("Boxes"),
        }
        for name, heading in self._headings.items():
            heading.setText(headings[name])
        self.precision.setAccessibleName(headings["precision"])
        self.device.setAccessibleName(headings["device"])
        self.device.setItemText(0, self.tr("Automatic"))
        self.device.setItemText(1, self.tr("Processor (CPU)"))
        self.quantize.setText(self.tr("Quantize…"))
        self.quantize.setToolTip(self.tr("Writes it in 4 bit, in a new folder"))
        self.offload.setText(self.tr("Offload what does not fit"))
        self._offload_hint.setText(
            self.tr("Layers that find no room live in main memory or on disk. Slower, but it runs.")
        )
        self._bar.setAccessibleName(self.tr("Checking where it puts boxes…"))
        self._show_card()
