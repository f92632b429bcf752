"""What is taught: a model, what it learns from, how, and where the result goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QLocale, QRegularExpression, Signal, Slot
from PySide6.QtGui import QDoubleValidator, QRegularExpressionValidator
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSpinBox, QWidget

from eyebox.teach_page import words
from eyebox.theme.controls import button, column, label, line, number_field
from eyebox.theme.grown import grown
from eyebox.theme.path_list import PathList
from eyebox.theme.retranslated import Retranslated
from eyebox.theme.sentence import breakable
from eyebox_models.protocol.ask import ModelRef
from eyebox_models.protocol.teaching import TeachChoice, TeachSettings

COMPLETE, JUDGED, FILES = "complete", "judged", "files"
MOST = 1_000_000
RANKS = (4, 8, 16, 32, 64)
PIXELS = (4_000_000, 2_000_000, 1_000_000, 500_000, 250_000, 100_000)
"""Bounds of pictures, as they are advised where memory is short."""
NARROW = 108
HIGH = 72
_NAME = QRegularExpression(r"[^/\\:*?\"<>|\x00-\x1f]{1,100}")


class Files(PathList):
    """The files that a model learns from."""

    def hint(self) -> str:
        return self.tr("Drop JSON or JSONL files here")


class TeachForm(Retranslated, QWidget):
    """Makes a TeachChoice.

    Signals:
        changed: something was chosen.
        model_wanted, files_wanted, folder_wanted: a model that is not listed, files of conversations, and the folder that
            the result goes into are to be chosen in a dialog.
    """

    changed = Signal()
    model_wanted = Signal()
    files_wanted = Signal()
    folder_wanted = Signal()

    def __init__(self, home: Path, parent: QWidget | None = None) -> None:
        """`home` is where results go that nobody wants elsewhere."""
        super().__init__(parent)
        self._home = home
        self._is_named = False
        self._counts = self._corrected = {COMPLETE: 0, JUDGED: 0}
        self.model, self.source, self.method, self.targets = (QComboBox() for _ in range(4))
        self.other, self.add, self.elsewhere, self.more = (button("link") for _ in range(4))
        self.files = Files(HIGH)
        self.name = QLineEdit()
        self.name.setValidator(QRegularExpressionValidator(_NAME, self.name))
        self.place = label("hint", wrap=True)
        self.source_note, self.method_note = label("hint", wrap=True), label("hint", wrap=True)
        self.rate, self.beta = QLineEdit(), QLineEdit()
        self.rate.setValidator(QDoubleValidator(1e-8, 1.0, 8, self.rate))
        self.beta.setValidator(QDoubleValidator(1e-4, 100.0, 4, self.beta))
        self.rank = QComboBox()
        for rank in RANKS:
            self.rank.addItem(str(rank), rank)
        self.alpha, self.epochs, self.batch, self.accumulate = (number_field(1, MOST, 1) for _ in range(4))
        self.held_out, self.patience, self.general = (
            number_field(least, most, 0) for least, most in ((-1, 9999), (0, 999), (0, 999))
        )
        self.pixels = QComboBox()
        self.frozen = QCheckBox()
        self._titles = {name: label("hint") for name in self._fields()}
        for name, field in self._fields().items():
            self._titles[name].setBuddy(field)
        for field in (self.rate, self.beta, self.rank, self.pixels, *self._numbers()):
            field.setFixedWidth(grown(NARROW))
        for combo in (self.model, self.source, self.method, self.targets):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._lay_out()
        self._wire()
        self.show_settings(TeachSettings())
        self._retranslate()
        self._show()

    def _numbers(self) -> tuple[QSpinBox, ...]:
        return (
            self.alpha, self.epochs, self.batch, self.accumulate, self.held_out, self.patience, self.general,
        )  # fmt: skip

    def _fields(self) -> dict[str, QWidget]:
        return {
            "model": self.model, "source": self.source, "method": self.method, "name": self.name, "targets": self.targets,
            "rank": self.rank, "alpha": self.alpha, "rate": self.rate, "epochs": self.epochs, "batch": self.batch,
            "accumulate": self.accumulate, "pixels": self.pixels, "held_out": self.held_out, "patience": self.patience,
            "general": self.general, "beta": self.beta,
        }  # fmt: skip

    def _lay_out(self) -> None:
        titles = self._titles
        self._of_lora = QWidget()
        column(
            titles["targets"],
            4,
            self.targets,
            8,
            self._row("rank"),
            8,
            self._row("alpha"),
            8,
            inside=self._of_lora,
        )
        self._of_files = QWidget()
        column(8, self.files, 4, line(self.add, None), inside=self._of_files)
        self._folded, self._of_pairs = QWidget(), self._row("beta")
        rows = [self._row(name) for name in (
            "rate", "epochs", "batch", "accumulate", "held_out", "patience", "general", "pixels",
        )]  # fmt: skip
        column(8, self._of_lora, self._of_pairs, *rows, self.frozen, inside=self._folded, spacing=8)
        self._folded.hide()
        self.more.setCheckable(True)
        column(
            titles["model"], 4, self.model, 4, line(self.other, None), 16,
            titles["source"], 4, self.source, 4, self.source_note, self._of_files, 16,
            titles["method"], 4, self.method, 4, self.method_note, 16,
            titles["name"], 4, self.name, 4, self.place, 4, line(self.elsewhere, None), 16,
            line(self.more, None), self._folded,
            inside=self,
        )  # fmt: skip

    def _row(self, name: str) -> QWidget:
        made = QWidget()
        self._titles[name].setWordWrap(True)
        line((self._titles[name], 1), self._fields()[name], inside=made, spacing=8)
        return made

    def _wire(self) -> None:
        for combo in (self.model, self.source, self.method, self.targets, self.rank):
            combo.activated.connect(self._show)
        self.name.textEdited.connect(self._keep_name)
        for field in (self.rate, self.beta):
            field.textEdited.connect(self.changed)
        self.files.changed.connect(self._show)
        self.more.toggled.connect(self._folded.setVisible)
        self.more.toggled.connect(self._name_more)
        self.other.clicked.connect(self.model_wanted)
        self.add.clicked.connect(self.files_wanted)
        self.elsewhere.clicked.connect(self.folder_wanted)

    # What goes in

    def set_models(self, models: Sequence[tuple[str, str]], current: str = "") -> None:
        """The models that can be chosen: what they are called by others, how they are shown; `current` is chosen."""
        chosen = current or self.model.currentData()
        self.model.clear()
        for name, shown in models:
            self.model.addItem(shown, name)
        self.choose_model(chosen or (models[0][0] if models else ""))

    def choose_model(self, model: str) -> None:
        """Chooses a model, also one that is not listed."""
        if model and self.model.findData(model) < 0:
            self.model.addItem(ModelRef(model).short_name, model)
        self.model.setCurrentIndex(self.model.findData(model) if model else -1)
        self._show()

    def add_files(self, paths: Sequence[str]) -> None:
        """It learns from these files too."""
        self.files.add(paths)
        self.source.setCurrentIndex(self.source.findData(FILES))
        self._show()

    def set_review(self, complete: int, judged: int, corrected: tuple[int, int] = (0, 0)) -> None:
        """How many pictures of the session that is open are marked complete in its review, and on how many nothing waits; and of
        both, on how many a model's boxes were corrected.
        """
        self._counts = {COMPLETE: complete, JUDGED: judged}
        self._corrected = dict(zip((COMPLETE, JUDGED), corrected, strict=True))
        if not judged and not complete and not self.files.paths:
            self.source.setCurrentIndex(self.source.findData(FILES))
        elif not complete and self.source.currentData() == COMPLETE:
            self.source.setCurrentIndex(self.source.findData(JUDGED))
        self._show()

    def set_home(self, home: Path) -> None:
        self._home = home
        self._show()

    def show_choice(self, choice: TeachChoice) -> None:
        """Fills the form with what was chosen before."""
        self.choose_model(choice.model)
        self.files.clear()
        self.files.add(choice.files)
        kind = FILES if not choice.session else JUDGED if choice.judged else COMPLETE
        self.source.setCurrentIndex(self.source.findData(kind))
        self.show_settings(choice.settings)
        target = Path(choice.target)
        self._home, self._is_named = target.parent, True
        self.name.setText(target.name)
        self._show()

    def show_settings(self, settings: TeachSettings) -> None:
        self._settings = settings
        if self.rank.findData(settings.rank) < 0:
            self.rank.addItem(str(settings.rank), settings.rank)
        self.rank.setCurrentIndex(self.rank.findData(settings.rank))
        self._fill_pixels(settings.max_pixels or 0)
        self._select(self.method, settings.method)
        self._select(self.targets, settings.targets)
        self.rate.setText(QLocale().toString(settings.lr, "g", 6))
        self.beta.setText(QLocale().toString(settings.beta, "g", 6))
        for field, value in (
            (self.alpha, settings.alpha), (self.epochs, settings.epochs), (self.batch, settings.batch),
            (self.accumulate, settings.accumulate), (self.held_out, settings.held_out), (self.patience, settings.patience),
            (self.general, settings.general),
        ):  # fmt: skip
            field.setValue(round(value))
        self.frozen.setChecked(settings.freeze_vision)

    def _fill_pixels(self, chosen: int) -> None:
        self.pixels.clear()
        self.pixels.addItem(self.tr("as asked"), 0)
        for most in sorted({*PIXELS, *([chosen] if chosen else [])}, reverse=True):
            text = QLocale().toString(most / 1e6, "g", 3)
            self.pixels.addItem(self.tr("%1 MP").replace("%1", text), most)
        self.pixels.setCurrentIndex(self.pixels.findData(chosen))

    @staticmethod
    def _select(combo: QComboBox, data: str) -> None:
        if combo.findData(data) < 0:
            combo.addItem(data, data)
        combo.setCurrentIndex(combo.findData(data))

    # What comes out

    def problem(self) -> str:
        """What is missing, "" for nothing."""
        if not self.model.currentData():
            return self.tr("Choose a model first.")
        if self.source.currentData() == FILES and not self.files.paths:
            return self.tr("Add files with conversations, or review some boxes and learn from that.")
        source = str(self.source.currentData())
        if source != FILES and not self._counts[source]:
            return self.tr(
                "No picture of this session is ready: review its boxes first, or learn from files."
            )
        if source != FILES and self._learns_pairs and not self._corrected[source]:
            return self.tr(
                "No box that a model proposed was corrected in this review, so there are no pairs: change or reject some boxes, "
                "or learn from files."
            )
        if not self.name.hasAcceptableInput() or not self.name.text().strip(". "):
            return self.tr("Give the result a name.")
        if not self.rate.hasAcceptableInput():
            return self.tr("The learning rate is a number above 0, such as 0.0001.")
        if self._learns_pairs and not self.beta.hasAcceptableInput():
            return self.tr("Beta is a number above 0, such as 0.1.")
        return ""

    def choice(self, session: str) -> TeachChoice:
        """What was chosen; `session` is the one that is open. To be asked for where there is no problem."""
        source = str(self.source.currentData())
        settings = replace(
            self._settings, method=self.method.currentData(), targets=self.targets.currentData(), rank=self.rank.currentData(),
            alpha=float(self.alpha.value()), lr=QLocale().toDouble(self.rate.text())[0],
            epochs=self.epochs.value(), batch=self.batch.value(), accumulate=self.accumulate.value(),
            beta=QLocale().toDouble(self.beta.text())[0] or self._settings.beta,
            max_pixels=self.pixels.currentData() or None, freeze_vision=self.frozen.isChecked(),
            held_out=self.held_out.value(), general=self.general.value(), patience=self.patience.value(),
        )  # fmt: skip
        of_session = source != FILES
        return TeachChoice(
            str(self.model.currentData()),
            str(self._home / self.name.text().strip()),
            session if of_session else "",
            source == JUDGED,
            () if of_session else tuple(self.files.paths),
            settings,
        )

    # Within

    @property
    def _learns_pairs(self) -> bool:
        return bool(self.method.currentData() == "dpo")

    @Slot()
    def _keep_name(self) -> None:
        self._is_named = bool(self.name.text())
        self._show()

    @Slot()
    def _show(self) -> None:
        source = self.source.currentData()
        self._of_files.setVisible(source == FILES)
        self._of_lora.setVisible(self.method.currentData() != "full")
        self._of_pairs.setVisible(self._learns_pairs)
        if not self._is_named:
            model = ModelRef(str(self.model.currentData() or "")).short_name
            self.name.setText(self.tr("%1 taught").replace("%1", model) if model else "")
        self.place.setText(breakable(str(self._home)))
        self.method_note.setText(words.about(str(self.method.currentData())))
        self._show_note()
        self.changed.emit()

    def _show_note(self) -> None:
        source = str(self.source.currentData())
        if source == FILES:
            text = self.tr("JSON or JSONL of ms-swift, Qwen-VL or InternVL")
            if self._learns_pairs:
                text = self.tr(
                    "JSON or JSONL with a chosen and a rejected answer: of ms-swift, LLaMA-Factory or MMPR"
                )
        elif self._learns_pairs:
            text = self.tr("On %n picture(s) a model's boxes were corrected.", "", self._corrected[source])
        elif source == COMPLETE:
            text = self.tr("%n picture(s) are marked complete.", "", self._counts[COMPLETE])
        else:
            text = self.tr("On %n picture(s) nothing waits for a verdict.", "", self._counts[JUDGED])
        self.source_note.setText(text)

    @Slot()
    def _name_more(self) -> None:
        self.more.setText(self.tr("Less") if self.more.isChecked() else self.tr("More settings"))

    def _write_numbers(self) -> None:
        """Writes numbers as the language of now does, and takes them so from now on."""
        for field in (self.rate, self.beta):
            validator = field.validator()
            value, is_number = validator.locale().toDouble(field.text())
            validator.setLocale(QLocale())
            if is_number:
                field.setText(QLocale().toString(value, "g", 6))

    def _retranslate(self) -> None:
        titles = {
            "model": self.tr("Model"),
            "source": self.tr("What it learns from"),
            "method": self.tr("Method"),
            "name": self.tr("Name of the result"),
            "targets": self.tr("Layers that get a LoRA"),
            "rank": self.tr("Rank"),
            "alpha": self.tr("Alpha"),
            "rate": self.tr("Learning rate"),
            "epochs": self.tr("Epochs"),
            "batch": self.tr("Conversations at once"),
            "accumulate": self.tr("… so many times a step"),
            "held_out": self.tr("Held out"),
            "patience": self.tr("End early after states without gain"),
            "general": self.tr("General questions, before and after"),
            "beta": self.tr("Beta: how near to the model it stays"),
            "pixels": self.tr("Pictures at most"),
        }
        for name, field in self._fields().items():
            self._titles[name].setText(titles[name])
            field.setAccessibleName(titles[name])
        self.files.setAccessibleName(self.tr("Files of conversations"))
        self.model.setPlaceholderText(self.tr("Choose a model"))
        self.held_out.setSpecialValueText(self.tr("a tenth"))
        self.patience.setSpecialValueText(self.tr("never"))
        self.general.setSpecialValueText(self.tr("none"))
        self.frozen.setText(self.tr("Leave what looks at pictures as it is"))
        self.other.setText(self.tr("A folder with a model…"))
        self.add.setText(self.tr("Add files…"))
        self.elsewhere.setText(self.tr("Another folder…"))
        self._name_more()
        self._write_numbers()
        self._fill_pixels(self.pixels.currentData() or 0)
        for combo, texts in (
            (self.source, {
                COMPLETE: self.tr("Review: complete pictures"),
                JUDGED: self.tr("Review: all judged pictures"),
                FILES: self.tr("Files of conversations"),
            }),
            (self.method, {name: words.method(name) for name in ("lora", "qlora", "full", "dpo")}),
            (self.targets, {name: words.targets(name) for name in ("qkv", "all")}),
        ):  # fmt: skip
            chosen = combo.currentData()
            combo.clear()
            for name, text in texts.items():
                combo.addItem(text, name)
            combo.setCurrentIndex(max(combo.findData(chosen), 0))
        self._show()
