"""The dialog that begins a review: what is judged, in which order, by whom, with which keys."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from typing import Any, Literal

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from eyebox.review.words import ORDERS, order_name
from eyebox.theme.controls import add_named, button, column, form, label, line, number_field, scrolled
from eyebox.theme.grown import grown, room_on_screen
from eyebox.theme.theme import set_kind

Source = Literal["session", "dataset", "prompt"]
MOST_PLANTED = 20
INDENT = 26


@dataclass(frozen=True, slots=True)
class Start:
    """What the user chose. `path`: of the dataset, or of the folder of pictures that the prompt is asked about.

    `share`: per cent of the boxes that are judged, where the order is random; `planted`: share of known-wrong boxes, 0..1.
    """

    source: Source
    path: str = ""
    prompt: str = ""
    order: str = "label"
    share: int = 100
    only: str = ""
    planted: float = 0.0
    reviewer: str = ""
    keymap: str = "prodigy"

    def to_data(self) -> dict[str, Any]:
        """What `from_data` takes, as JSON data."""
        return asdict(self)

    @classmethod
    def from_data(cls, data: Any) -> Start:
        """What was chosen when `to_data` was called; what is usual where the data is of another kind."""
        usual = cls("session")
        if not isinstance(data, dict):
            return usual
        kept = {
            name: data[name] for name, value in asdict(usual).items() if type(data.get(name)) is type(value)
        }
        return cls(
            **{**asdict(usual), **kept, "source": "dataset" if kept.get("source") == "dataset" else "session"}
        )


class StartDialog(QDialog):
    """Asks once; what was chosen the last time is chosen to begin with."""

    def __init__(
        self,
        last: Start,
        waiting: int,
        pictures: int,
        model: str,
        keymaps: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        """`waiting`: boxes of the open session that wait, on so many `pictures`; `model`: the name of the one that can be
        asked, "" for none; `keymaps`: name and title."""
        super().__init__(parent)
        self.setObjectName("review_start")
        self.setWindowTitle(self.tr("Review boxes"))
        self._sources = QButtonGroup(self)
        self._radios: dict[Source, QRadioButton] = {}
        self._hints: dict[Source, QLabel] = {}
        self._session_is_empty = not waiting
        for source, text, hint in (
            (
                "session",
                self.tr("The boxes of this &session"),
                self.tr("%n box(es) of a model or a file", "", waiting)
                if waiting
                else self.tr("There are no boxes of a model or a file yet."),
            ),
            (
                "dataset",
                self.tr("A &dataset"),
                self.tr("Opened in a new session; its files stay as they are."),
            ),
            (
                "prompt",
                self.tr("What a &model answers"),
                self.tr("%1 is asked about each picture; its boxes come while you review.").replace(
                    "%1", model
                )
                if model
                else self.tr("Choose a model for the chat first."),
            ),
        ):
            radio = QRadioButton(text, self)
            self._sources.addButton(radio)
            said = label("hint", wrap=True, parent=self)
            said.setText(hint)
            said.setContentsMargins(INDENT, 0, 0, 0)
            self._radios[source] = radio  # type: ignore[index]
            self._hints[source] = said  # type: ignore[index]
        self._path = QLineEdit(last.path if last.source == "dataset" else "")
        self._path.setPlaceholderText(self.tr("A file of annotations, or a folder with some"))
        self._path.setAccessibleName(self.tr("Path of the dataset"))
        self._file, self._folder = button("", self), button("", self)
        self._file.setText(self.tr("&File…"))
        self._folder.setText(self.tr("F&older…"))
        self._file.clicked.connect(self._choose_file)
        self._folder.clicked.connect(lambda: self._choose_folder(self._path))
        self._prompt = QPlainTextEdit(last.prompt)
        set_kind(self._prompt, "framed")
        self._prompt.setTabChangesFocus(True)
        self._prompt.setFixedHeight(grown(64))
        self._prompt.setPlaceholderText(self.tr("Find all prices."))
        self._prompt.setAccessibleName(self.tr("Question to the model"))
        self._pictures = QLineEdit(last.path if last.source == "prompt" else "")
        self._pictures.setPlaceholderText(
            self.tr("The %n picture(s) of this session", "", pictures)
            if pictures
            else self.tr("A folder of pictures")
        )
        self._pictures.setAccessibleName(self.tr("Folder of pictures"))
        self._pictures_folder = button("", self)
        self._pictures_folder.setText(self.tr("Fo&lder…"))
        self._pictures_folder.clicked.connect(lambda: self._choose_folder(self._pictures))
        self._has_pictures = bool(pictures)

        self.order = QComboBox()
        for name in ORDERS:
            self.order.addItem(order_name(name), name)
        self.order.setCurrentIndex(max(self.order.findData(last.order), 0))
        self.share = number_field(1, 100, last.share, " %")
        self.share.setAccessibleName(self.tr("Share of the boxes"))
        self.share.setToolTip(self.tr("How many of the boxes are judged, chosen at random"))
        self.order.currentIndexChanged.connect(self._adapt)
        self.only = QComboBox()
        for text, data in (
            (self.tr("Those without a verdict"), "waiting"),
            (self.tr("All boxes"), ""),
            (self.tr("Only unsure ones"), "unsure"),
        ):
            self.only.addItem(text, data)
        self.only.setCurrentIndex(max(self.only.findData(last.only), 0))
        self.planted = number_field(0, MOST_PLANTED, round(last.planted * 100), " %")
        self.planted.setSpecialValueText(self.tr("none"))
        self.planted.setToolTip(
            self.tr("Boxes that are wrong on purpose measure attention; they are never exported.")
        )
        self.reviewer = QLineEdit(last.reviewer)
        self.reviewer.setPlaceholderText(self.tr("For comparing two reviews"))
        self.keymap = QComboBox()
        for name, title in keymaps:
            self.keymap.addItem(title, name)
        self.keymap.setCurrentIndex(max(self.keymap.findData(last.keymap), 0))
        for choice in (self.order, self.only, self.keymap):
            choice.setMinimumWidth(grown(80))  # as wide as its longest text only where there is room
        rows = form(10)
        for text, field in (
            (self.tr("O&rder"), self.order),
            (self.tr("&Boxes"), self.only),
            (self.tr("&Planted boxes"), self.planted),
            (self.tr("Your &name"), self.reviewer),
            (self.tr("&Keys"), self.keymap),
        ):
            add_named(rows, text, field, self.share if field is self.order else None)

        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._start = self._buttons.addButton(self.tr("Start"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._start.setDefault(True)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        indented = (INDENT, 0, 0, 0)
        self._of_dataset = QWidget(self)
        line((self._path, 1), self._file, self._folder, inside=self._of_dataset, spacing=8, margins=indented)
        self._of_prompt = QWidget(self)
        below = QVBoxLayout(self._of_prompt)
        below.setContentsMargins(*indented)
        below.setSpacing(8)
        below.addWidget(self._prompt)
        below.addLayout(line((self._pictures, 1), self._pictures_folder, spacing=8))
        inner = QWidget()
        outer = QVBoxLayout(inner)
        outer.setContentsMargins(24, 24, 24, 12)
        outer.setSpacing(6)
        for source, more in (("session", None), ("dataset", self._of_dataset), ("prompt", self._of_prompt)):
            outer.addWidget(self._radios[source])  # type: ignore[index]
            outer.addWidget(self._hints[source])  # type: ignore[index]
            if more is not None:
                outer.addWidget(more)
            outer.addSpacing(6)
        outer.addSpacing(6)
        outer.addLayout(rows)
        outer.addStretch(1)
        self._area = scrolled(inner)
        column((self._area, 1), line((self._buttons, 1), margins=(24, 0, 24, 16)), inside=self)
        self.setMinimumWidth(min(grown(480), 760))
        in_order = (
            *(self._radios["session"], self._radios["dataset"], self._radios["prompt"]),
            *(self._path, self._file, self._folder, self._prompt, self._pictures, self._pictures_folder),
            *(self.order, self.share, self.only, self.planted, self.reviewer, self.keymap, self._start),
        )
        for one, then in pairwise(in_order):
            QWidget.setTabOrder(one, then)
        self._radios["session"].setEnabled(bool(waiting))
        self._radios["prompt"].setEnabled(bool(model))
        first: Source = last.source if self._radios[last.source].isEnabled() else "session"
        self._radios[first if self._radios[first].isEnabled() else "dataset"].setChecked(True)
        self._sources.buttonToggled.connect(self._adapt)
        self._path.textChanged.connect(self._adapt)
        self._pictures.textChanged.connect(self._adapt)
        self._prompt.textChanged.connect(self._adapt)
        self._adapt()
        self.resize(inner.sizeHint().boundedTo(room_on_screen(self)))
        self._fit()

    @property
    def source(self) -> Source:
        return next(source for source, radio in self._radios.items() if radio.isChecked())

    def chosen(self) -> Start:
        """What is to be reviewed, and how."""
        path = {"session": "", "dataset": self._path.text(), "prompt": self._pictures.text()}[self.source]
        return Start(
            self.source,
            path.strip(),
            self._prompt.toPlainText().strip(),
            str(self.order.currentData()),
            self.share.value(),
            str(self.only.currentData()),
            self.planted.value() / 100,
            self.reviewer.text().strip(),
            str(self.keymap.currentData()),
        )

    @Slot()
    def _adapt(self) -> None:
        source = self.source
        self._of_dataset.setVisible(source == "dataset")
        self._of_prompt.setVisible(source == "prompt")
        self.share.setVisible(self.order.currentData() == "random")
        start = self.chosen()
        ready = {
            "session": not self._session_is_empty,
            "dataset": bool(start.path) and os.path.exists(start.path),  # noqa: PTH110 - a name can be impossible
            "prompt": bool(start.prompt)
            and (os.path.isdir(start.path) if start.path else self._has_pictures),  # noqa: PTH112
        }[source]
        self._start.setEnabled(ready)
        self._fit()

    def _fit(self) -> None:
        """Makes it as high as what is asked takes, where the screen has room for that; else it scrolls."""
        page = self._area.widget()
        inner = page.layout() if page is not None else None
        assert inner is not None
        wanted = inner.totalHeightForWidth(self.width()) + self._buttons.sizeHint().height() + 16
        self.resize(self.width(), max(self.height(), min(wanted, room_on_screen(self).height())))

    @Slot()
    def _choose_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a dataset"), self._path.text())
        if path:
            self._path.setText(path)

    def _choose_folder(self, field: QLineEdit) -> None:
        path = QFileDialog.getExistingDirectory(self, self.tr("Choose a folder"), field.text())
        if path:
            field.setText(path)
