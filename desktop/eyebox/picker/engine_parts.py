"""What the page of the model engine is made of: facts with icons, folds, the steps of an adding, a failure."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from eyebox.language import translated
from eyebox.picker import words
from eyebox.theme import Theme, set_kind
from eyebox.theme.controls import TOP, ElidedLabel, Mark, button, column, label, line, progress_bar
from eyebox.theme.copy_field import CopyField
from eyebox.theme.retranslated import Retranslated
from eyebox.theme.sentence import breakable
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
        texts = column(self.text, self.more, spacing=2)
        line((Mark(theme, icon), 0, TOP), (texts, 1), inside=self, spacing=12)
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
        column(line(self.link, None), self.inside, inside=self, spacing=8)

    @Slot(bool)
    def _on_toggled(self, shown: bool) -> None:
        self.inside.setVisible(shown)
        self.link.setIcon(self._theme.icon("chevron-down" if shown else "chevron-right", "accent"))


class SetupSteps(Retranslated, QWidget):
    """The stages of an adding: those behind, the one at hand with its numbers, those ahead."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._progress: SetupProgress | None = None
        self._lines: dict[Stage, tuple[QLabel, QLabel]] = {}
        self.bar = progress_bar()
        self.numbers, self._package = label("hint"), ElidedLabel("hint")
        for stage in STAGES:
            icon, text = QLabel(), label()
            icon.setFixedSize(18, 18)
            self._lines[stage] = (icon, text)
        below = line(self.numbers, (self._package, 1), spacing=16)
        stages = (line(icon, (text, 1), spacing=12) for icon, text in self._lines.values())
        column(self.bar, below, 8, *stages, inside=self, spacing=10)
        theme.changed.connect(self._retranslate)
        self._retranslate()

    def show_progress(self, progress: SetupProgress | None) -> None:
        """Shows how far it is; None: it only begins."""
        self._progress = progress
        self._retranslate()

    @Slot()
    def _retranslate(self) -> None:
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


class Failure(QWidget):
    """What went wrong, with its details folded; they can be copied."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.fact = Fact(theme, "warning")
        set_kind(self.fact.text, "danger")
        self.fold = Fold(theme)
        self.details = CopyField(theme)
        column(self.details, inside=self.fold.inside)
        column(self.fact, self.fold, inside=self, spacing=8)
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
