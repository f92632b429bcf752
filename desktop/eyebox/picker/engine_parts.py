"""What the page of the model engine is made of: facts with icons, folds, the steps of an adding, a failure."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Slot
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from eyebox.language import translated
from eyebox.picker import words
from eyebox.picker.controls import ElidedLabel, Mark, button, label
from eyebox.theme import Theme, set_kind
from eyebox.theme.breaking import breakable
from eyebox.theme.copy_field import CopyField
from eyebox_models.protocol.cards import Transfer
from eyebox_models.protocol.environment import SetupProgress, Stage

STAGES: tuple[Stage, ...] = ("python", "resolving", "fetching", "installing", "checking")

translate = QCoreApplication.translate


def build_words(build: str) -> str:
    """A build of torch as people call it: "cu130" is PyTorch for CUDA 13.0."""
    if build == "cpu":
        return translate("Picker", "PyTorch for the processor")
    if build.startswith("cu") and build[2:].isdigit() and len(build) > 3:
        return translate("Picker", "PyTorch for CUDA %1").replace("%1", f"{build[2:-1]}.{build[-1]}")
    return f"PyTorch ({build})" if build else "PyTorch"


class Fact(QWidget):
    """An icon, a sentence, and a quieter one below it."""

    def __init__(self, theme: Theme, icon: str) -> None:
        super().__init__()
        self.text, self.more = label("", wrap=True), label("hint", wrap=True)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self.text)
        texts.addWidget(self.more)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(Mark(theme, icon), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(texts, 1)
        for part in (self.text, self.more):
            part.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)

    def say(self, text: str, more: str = "", kind: str = "") -> None:
        """Shows these; a fact without any text is not shown."""
        set_kind(self.text, kind)
        self.text.setText(breakable(text))
        self.more.setText(breakable(more))
        self.more.setVisible(bool(more))
        self.setVisible(bool(text))


class Fold(QWidget):
    """A link that shows and hides what is in `inside`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.link: QPushButton = button("link")
        self.link.setCheckable(True)
        self.inside = QWidget()
        self.inside.hide()
        self.link.toggled.connect(self._on_toggled)
        self._on_toggled(False)
        line = QHBoxLayout()
        line.addWidget(self.link)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(line)
        column.addWidget(self.inside)

    @Slot(bool)
    def _on_toggled(self, shown: bool) -> None:
        self.inside.setVisible(shown)
        self.link.setIcon(self._theme.icon("chevron-down" if shown else "chevron-right", "accent"))


class SetupSteps(QWidget):
    """The stages of an adding: those behind, the one at hand with its numbers, those ahead."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._progress: SetupProgress | None = None
        self._lines: dict[Stage, tuple[QLabel, QLabel]] = {}
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.numbers, self._package = label("hint"), ElidedLabel("hint")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.bar)
        below = QHBoxLayout()
        below.setSpacing(16)
        below.addWidget(self.numbers)
        below.addWidget(self._package, 1)
        column.addLayout(below)
        column.addSpacing(8)
        for stage in STAGES:
            icon, text = QLabel(), label()
            icon.setFixedSize(18, 18)
            self._lines[stage] = (icon, text)
            line = QHBoxLayout()
            line.setSpacing(12)
            line.addWidget(icon)
            line.addWidget(text, 1)
            column.addLayout(line)
        theme.changed.connect(self._say)
        self._say()

    def show_progress(self, progress: SetupProgress | None) -> None:
        """Shows how far it is; None: it only begins."""
        self._progress = progress
        self._say()

    @Slot()
    def _say(self) -> None:
        names: dict[Stage, str] = {
            "python": self.tr("Fetch Python"),
            "resolving": self.tr("Work out what is needed"),
            "fetching": self.tr("Fetch the packages"),
            "installing": self.tr("Install them"),
            "checking": self.tr("Check that models run"),
        }
        progress = self._progress
        at = STAGES.index(progress.stage) if progress is not None else -1
        for place, stage in enumerate(STAGES):
            icon, text = self._lines[stage]
            drawn = ("check", "ok") if place < at else ("chevron-right", "accent") if place == at else None
            shown = (
                self._theme.icon(*drawn).pixmap(icon.size(), self.devicePixelRatioF()) if drawn else QPixmap()
            )
            icon.setPixmap(shown)
            set_kind(text, "" if place == at else "muted")
            text.setText(names[stage])
            state = self.tr("done") if place < at else self.tr("now") if place == at else self.tr("to come")
            text.setAccessibleName(f"{names[stage]}: {state}")
        known = progress is not None and progress.stage == "fetching" and progress.total_bytes > 0
        self.bar.setRange(0, 1000 if known else 0)
        self.bar.setAccessibleName(names[progress.stage] if progress is not None else self.tr("Starting"))
        self.numbers.setText("")
        if progress is not None and known:
            self.bar.setValue(round(1000 * min(1.0, progress.done_bytes / progress.total_bytes)))
            self.numbers.setText(words.transfer_long(_as_transfer(progress)))
        elif progress is None:
            self.numbers.setText(self.tr("Starting"))
        self.numbers.setVisible(bool(self.numbers.text()))
        self._package.set_whole(translated(progress.package) if progress is not None else "")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)


class Failure(QWidget):
    """What went wrong, with its details folded; they can be copied."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.fact = Fact(theme, "warning")
        set_kind(self.fact.text, "danger")
        self.fold = Fold(theme)
        self.details = CopyField(theme)
        inside = QVBoxLayout(self.fold.inside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.details)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.fact)
        column.addWidget(self.fold)
        self.say("")

    def say(self, sentence: str, detail: str = "") -> None:
        """Shows these; "" for a sentence hides all of it."""
        self.fact.say(sentence, kind="danger")
        self.fold.link.setText(self.tr("Details"))
        self.fold.link.setChecked(False)
        self.fold.setVisible(bool(detail))
        self.details.set_text(detail, self.tr("Details"))
        self.setVisible(bool(sentence))


def _as_transfer(progress: SetupProgress) -> Transfer:
    return Transfer(
        "",
        "fetching",
        progress.done_bytes,
        progress.total_bytes,
        progress.bytes_per_second,
        progress.seconds_left,
    )
