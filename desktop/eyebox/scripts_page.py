"""The page of scripts: which languages text can be read in beyond the reader's networks, and what adds more."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from eyebox.script_names import NAMES, name_of, own_name_of
from eyebox.theme import Theme, set_kind
from eyebox.theme.controls import button, column, line
from eyebox.theme.searched_page import SearchedPage, folded
from eyebox_models.ocr.scripts_data import KNOWN, Language, fault, install_command, own_data, pip_command


class ScriptsPage(SearchedPage):
    """Languages that are there, with a mark at those that are tried; languages that are missing, with what adds them.

    `chosen` are the codes that are tried, None for all of them. `installed`: whether tesserocr is there, which reads.

    Signals:
        folder_wanted: the folder for language data is to be shown.
    """

    folder_wanted = Signal(str)

    def __init__(
        self,
        languages: Sequence[Language],
        chosen: tuple[str, ...] | None,
        installed: bool,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self.setObjectName("scripts")
        there = [one for one in languages if one.script not in KNOWN]
        self.chosen = chosen
        self._known = sorted({one.code for one in languages if one.script in KNOWN})
        self._install = Command(pip_command())
        self._missing_reader = QLabel()
        self._missing_reader.setWordWrap(True)
        self._needed = QWidget()
        column(self._missing_reader, 8, self._install, inside=self._needed, margins=(0, 12, 0, 8))
        self._needed.setVisible(not installed)
        self.inner.addWidget(self._needed)
        self._there = self.heading()
        self._all = QCheckBox()
        self._all.setObjectName("all_languages")
        self._all.setChecked(chosen is None)
        self._all.toggled.connect(self._on_all)
        self.inner.addWidget(self._all)
        self._rows = [LanguageRow(one, chosen is None or one.code in chosen) for one in there]
        for row in self._rows:
            row.mark.toggled.connect(self._on_mark)
            self.inner.addWidget(row)
        self._none = QLabel()
        self._none.setWordWrap(True)
        self._others = QLabel()
        self._others.setWordWrap(True)
        for label in (self._none, self._others):
            label.setContentsMargins(0, 8, 0, 0)
            set_kind(label, "hint")
            self.inner.addWidget(label)
        self._more = self.heading()
        codes = {one.code for one in there}
        self._missing = [MissingRow(code) for code in NAMES if code not in codes]
        for missing in self._missing:
            self.inner.addWidget(missing)
        self._how = QLabel()
        self._how.setWordWrap(True)
        set_kind(self._how, "hint")
        self._open = button()
        self._open.setObjectName("open_language_folder")
        self._open.clicked.connect(lambda: self.folder_wanted.emit(str(own_data())))
        self.finish(640)
        hairline = QFrame()
        set_kind(hairline, "hline")
        outer = self.layout()
        assert isinstance(outer, QVBoxLayout)
        outer.addWidget(hairline)
        outer.addLayout(line((self._how, 1), self._open, spacing=12, margins=(24, 12, 24, 16)))
        self._enable()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Scripts and languages"))
        self.search.setPlaceholderText(self.tr("Search languages"))
        self.search.setAccessibleName(self.tr("Search languages"))
        self.nothing.setText(self.tr("No language has this name."))
        self._missing_reader.setText(
            self.tr(
                "Latin, Chinese and Japanese text is read as it is. Other scripts need tesserocr, which is missing."
            )
            + " "
            + self.tr("Add it with this command and start Eyebox again:")
        )
        self._there.setText(self.tr("On this machine"))
        self._all.setText(self.tr("Try all of them, the likeliest first"))
        self._none.setText(self.tr("There is no language data yet. Add some as told below."))
        self._none.setVisible(not self._rows)
        self._all.setVisible(bool(self._rows))
        self._others.setText(
            self.tr(
                "Also there, and not needed, because the reader knows their letters by itself: %1"
            ).replace("%1", ", ".join(self._known))
        )
        self._others.setVisible(bool(self._known))
        self._more.setText(self.tr("Not on this machine"))
        self._how.setText(
            self.tr("Or put a file like kor.traineddata into Eyebox's folder for language data, and open this page again.")
        )  # fmt: skip
        self._open.setText(self.tr("Open the folder"))
        self._install.retranslate(self.tr("Copy"), self.tr("Copy the command that adds tesserocr"))
        for row in self._rows:
            row.retranslate()
        for missing in self._missing:
            name = name_of(missing.code)
            missing.retranslate(self.tr("Copy"), self.tr("Copy the command that adds %1").replace("%1", name))

    def show_found(self, words: list[str]) -> bool:
        rows: list[LanguageRow | MissingRow] = [*self._rows, *self._missing]
        for row in rows:
            row.setVisible(all(word in row.words for word in words))
        there = any(not row.isHidden() for row in self._rows)
        more = any(not row.isHidden() for row in self._missing)
        self._there.setVisible(there or not words)
        self._more.setVisible(more)
        return there or more

    @Slot(bool)
    def _on_all(self, on: bool) -> None:
        self.chosen = None if on else tuple(row.language.code for row in self._rows if row.mark.isChecked())
        self._enable()

    @Slot()
    def _on_mark(self) -> None:
        if self.chosen is not None:
            self.chosen = tuple(row.language.code for row in self._rows if row.mark.isChecked())

    def _enable(self) -> None:
        for row in self._rows:
            if self.chosen is None:
                row.mark.setChecked(not row.damaged)
            row.mark.setEnabled(self.chosen is not None and not row.damaged)


class LanguageRow(QWidget):
    """A language that there is data of: whether it is tried, its names, and where its file lies."""

    def __init__(self, language: Language, tried: bool) -> None:
        super().__init__()
        self.language = language
        self.damaged = bool(fault(language))
        self.words = ""
        self.mark = QCheckBox()
        self.mark.setObjectName(f"language_{language.code}")
        self.mark.setChecked(tried and not self.damaged)
        self._place = QLabel()
        self._place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._place.setWordWrap(True)
        set_kind(self._place, "hint")
        column(self.mark, self._place, inside=self, spacing=2, margins=(0, 8, 0, 8))
        self._place.setContentsMargins(26, 0, 0, 0)

    def retranslate(self) -> None:
        names = _both_names(self.language.code)
        self.mark.setText(names)
        place = str(self.language.file)
        if self.damaged:
            place = self.tr("%1 is damaged; put the file there again.").replace("%1", place)
        self._place.setText(place)
        self.words = folded(f"{names} {self.language.name} {self.language.script}")


class MissingRow(QWidget):
    """A language that there is no data of, and the command that adds it."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self.code = code
        self.words = ""
        self._name = QLabel()
        self._command = Command(install_command(code) or f"{code}.traineddata")
        column(self._name, self._command, inside=self, spacing=2, margins=(0, 6, 0, 6))

    def retranslate(self, copy: str, accessible: str) -> None:
        names = _both_names(self.code)
        self._name.setText(names)
        self._command.retranslate(copy, accessible)
        self.words = folded(f"{names} {self.code}")


class Command(QWidget):
    """A command line, and a button that copies it."""

    def __init__(self, command: str) -> None:
        super().__init__()
        self._text = QLabel(command)
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        set_kind(self._text, "hint")
        self._copy = button("link")
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(command))
        layout: QHBoxLayout = line((self._text, 1), self._copy, inside=self, spacing=8)
        layout.setAlignment(self._copy, Qt.AlignmentFlag.AlignTop)

    def retranslate(self, copy: str, accessible: str) -> None:
        self._copy.setText(copy)
        self._copy.setAccessibleName(accessible)


def _both_names(code: str) -> str:
    """The name in the user's language and in itself."""
    name, own = name_of(code), own_name_of(code)
    return f"{name} · {own}" if own and folded(own) != folded(name) else name
