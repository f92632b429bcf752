"""The dialog that asks for whom corrections are written as training data."""

from __future__ import annotations

from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from eyebox.formats.samples import CONVENTIONS
from eyebox.formats.training import PAIRS, Teaching
from eyebox.theme.controls import add_named, form, label, number_field
from eyebox.window.question import with_ending
from eyebox_models.boxes.pictures import RESIZED
from eyebox_models.families.registry import info_named
from eyebox_models.files.atomic_write import file_stem

MOST_PIXELS = 100_000_000
STEP = 28 * 28 * 64


def from_data(data: Any) -> Teaching:
    """What was chosen the last time; what is usual where the data is of another kind."""
    usual = asdict(Teaching())
    kept = data if isinstance(data, dict) else {}
    good = {
        name: kept[name] for name, value in usual.items() if name in kept and type(kept[name]) is type(value)
    }
    most = kept.get("max_pixels")
    made = Teaching(**{**usual, **good, "max_pixels": most if type(most) is int and most > 0 else None})
    return made if made.convention in CONVENTIONS else replace(made, convention=Teaching().convention)


class TrainingDialog(QDialog):
    """Asks once; what was chosen the last time (`kept`) is chosen to begin with.

    `complete` and `judged` are how many pictures there are of either kind.
    """

    def __init__(self, kept: Any, complete: int, judged: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("training")
        self.setWindowTitle(self.tr("Export training data"))
        last = from_data(kept)
        self.convention = QComboBox(self)
        for name, convention in CONVENTIONS.items():
            self.convention.addItem(convention.title, name)
        self.convention.setCurrentIndex(self.convention.findData(last.convention))
        self.pictures = QComboBox(self)
        if complete:
            self.pictures.addItem(self.tr("Marked complete (%n)", "", complete), False)
        self.pictures.addItem(self.tr("All that are judged (%n)", "", judged), True)
        self.pictures.setCurrentIndex(max(self.pictures.findData(last.judged), 0))
        self.question = QLineEdit(last.question, self)
        self.question.setPlaceholderText(self.tr("As it was asked, or as the model is usually asked"))
        self.question.setToolTip(self.tr("{labels} stands for the labels that are looked for."))
        self.most = number_field(0, MOST_PIXELS, last.max_pixels or 0, parent=self)
        self.most.setSingleStep(STEP)
        self.most.setGroupSeparatorShown(True)
        self.most.setSpecialValueText(self.tr("The model's own"))
        self.most.setToolTip(
            self.tr(
                "max_pixels of your training: the boxes are written in pixels of the picture at that size."
            )
        )
        self.pairs = QCheckBox(self.tr("Preference &pairs too: your boxes, and the model's own words"), self)
        self.pairs.setChecked(last.pairs)
        self._hint = label("hint", wrap=True, parent=self)
        self._form = form(12)
        for text, field in (
            (self.tr("&For"), self.convention),
            (self.tr("Pi&ctures"), self.pictures),
            (self.tr("&Question"), self.question),
            (self.tr("Most pi&xels"), self.most),
        ):
            add_named(self._form, text, field)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addLayout(self._form)
        layout.addWidget(self.pairs)
        layout.addWidget(self._hint)
        layout.addStretch(1)
        layout.addWidget(buttons)
        self.setMinimumWidth(520)
        self.convention.currentIndexChanged.connect(self._adapt)
        self.pairs.toggled.connect(self._adapt)
        self._adapt()

    @property
    def teaching(self) -> Teaching:
        """What is to be written."""
        most = self.most.value() if self._in_resized_pixels else 0
        return Teaching(
            str(self.convention.currentData()),
            self.pairs.isChecked(),
            self.question.text().strip(),
            self.pictures.currentData() is True,
            most or None,
        )

    def ask_path(self, folder: str, name: str) -> str:
        """Asks where to, with a folder and a name to begin with; empty when it was cancelled."""
        layout = CONVENTIONS[self.teaching.convention].layout
        suffix = ".json" if layout in ("qwen", "qwen_2023") else ".jsonl"
        start = str(Path(folder, file_stem(name) + suffix))
        path, _ = QFileDialog.getSaveFileName(self.parentWidget(), self.windowTitle(), start, f"*{suffix}")
        return path if not path or Path(path).suffix else with_ending(self.parentWidget(), path, suffix)

    @property
    def _in_resized_pixels(self) -> bool:
        convention = CONVENTIONS[str(self.convention.currentData())]
        notation = info_named(convention.family).notation
        return convention.layout != "swift" and notation is not None and notation.rule == RESIZED

    @Slot()
    def _adapt(self) -> None:
        self._form.setRowVisible(self.most, self._in_resized_pixels)
        convention = CONVENTIONS[str(self.convention.currentData())]
        if convention.layout == "swift":
            said = self.tr(
                "Boxes in pixels of the original, which ms-swift turns into those of the model it teaches."
            )
        elif self._in_resized_pixels:
            said = self.tr("Boxes in pixels of the picture as the model sees it, in whole steps of 28.")
        else:
            said = self.tr("Boxes in thousandths of the picture.")
        if self.pairs.isChecked():
            beside = self.tr("Pairs go into a file beside it, whose name ends with %1.").replace("%1", PAIRS)
            said = f"{said} {beside}"
        self._hint.setText(said)
