"""One check on the doctor's page: its state, title and what was found; unfolded what that means and how to fix it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QFrame, QLabel, QToolButton, QWidget

from eyebox.doctor.check import Check, Sentence, State
from eyebox.theme import Theme
from eyebox.theme.controls import TOP, Mark, column, keep_room, label, line
from eyebox.theme.copy_field import CopyField
from eyebox.theme.grown import grown
from eyebox.theme.retranslated import Retranslated
from eyebox.theme.sentence import breakable

ICONS: dict[State, tuple[str, str]] = {
    "pass": ("check", "ok"),
    "warn": ("warning", "warn"),
    "fail": ("fail", "danger"),
}
"""The icon of each state and the colour it has; their shapes alone distinguish them."""

_TITLE_WIDTH = 176
_ICON = 18


def translated(sentence: Sentence) -> str:
    """A sentence in the program's language."""
    if not sentence:
        return ""
    return sentence.filled(QCoreApplication.translate("Doctor", sentence.template))


class CheckRow(Retranslated, QFrame):
    """A row that the keyboard reaches: Up and Down go to its neighbours, Enter unfolds it, Ctrl+C copies its command.

    Signals:
        neighbour_wanted: -1 or 1.
        copied: something was put into the clipboard.
    """

    neighbour_wanted = Signal(int)
    copied = Signal()

    def __init__(self, check: Check, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.check = check
        self._theme = theme
        self.setObjectName("row")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._mark = Mark(theme, *ICONS[check.state], _ICON)
        self._title, self._found = label("", wrap=True), label("muted", wrap=True)
        self._title.setFixedWidth(grown(_TITLE_WIDTH))
        self._meaning, self._advice = label("", wrap=True), label("", wrap=True)
        self.command = CopyField(theme)
        self.fold = QToolButton()
        self.fold.setIconSize(QSize(16, 16))
        self.fold.setFixedSize(24, 24)
        self.fold.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.fold.clicked.connect(self.toggle)
        keep_room(self.fold)
        self.details = QWidget()
        self._lay_out()
        self.set_unfolded(check.state != "pass")
        self._dress()
        theme.changed.connect(self._dress)
        self._retranslate()

    def _lay_out(self) -> None:
        head = line(
            (self._mark, 0, TOP),
            (self._title, 0, TOP),
            (self._found, 1, TOP),
            (self.fold, 0, TOP),
            spacing=12,
        )
        column(
            self._meaning,
            self._advice,
            4,
            self.command,
            inside=self.details,
            spacing=4,
            margins=(_ICON + 12, 0, 8, 6),
        )
        column(head, self.details, inside=self, spacing=4, margins=(12, 4, 8, 4))

    @property
    def has_more(self) -> bool:
        """Whether there is anything to unfold."""
        return bool(self.check.meaning or self.check.advice or self.check.fix)

    @property
    def is_unfolded(self) -> bool:
        return not self.details.isHidden()

    def set_unfolded(self, unfolded: bool) -> None:
        """Shows or hides what stands below the title."""
        self.details.setVisible(unfolded and self.has_more)
        self.fold.setVisible(self.has_more)
        self.fold.setIcon(self._theme.icon("chevron-up" if self.is_unfolded else "chevron-down", "muted"))
        self._name()

    @Slot()
    def toggle(self) -> None:
        self.set_unfolded(not self.is_unfolded)

    @Slot()
    def copy(self) -> None:
        """Copies the command, or the text of the row where there is none."""
        if self.check.fix:
            self.command.copy()
        else:
            QGuiApplication.clipboard().setText(self.line)
        self.copied.emit()

    @property
    def line(self) -> str:
        """All that the row says, in the program's language."""
        head = f"{translated(self.check.title)}: {translated(self.check.found)}"
        return " ".join(
            part for part in (head, translated(self.check.meaning), translated(self.check.advice)) if part
        )

    def _retranslate(self) -> None:
        check = self.check
        _say(self._title, translated(check.title))
        _say(self._found, translated(check.found))
        for below, sentence in ((self._meaning, check.meaning), (self._advice, check.advice)):
            _say(below, translated(sentence))
            below.setVisible(bool(sentence))
        self.command.set_text(check.fix, self.tr("The command that fixes it"))
        self.command.setVisible(bool(check.fix))
        self._mark.setToolTip(self._state_word())
        self._name()

    def _state_word(self) -> str:
        return {
            "pass": self.tr("Works"),
            "warn": self.tr("Could be better"),
            "fail": self.tr("Broken"),
        }[self.check.state]

    def _name(self) -> None:
        self.setAccessibleName(
            f"{self._state_word()}: {translated(self.check.title)}, {translated(self.check.found)}"
        )
        more = (translated(self.check.meaning), translated(self.check.advice), self.check.fix)
        self.setAccessibleDescription(" ".join(part for part in more if part))
        self.fold.setToolTip(self.tr("Less") if self.is_unfolded else self.tr("More"))
        self.fold.setAccessibleName(f"{self.fold.toolTip()}: {translated(self.check.title)}")

    @Slot()
    def _dress(self) -> None:
        hover, ring = self._theme.color("hover").name(), self._theme.color("accent").name()
        self.setStyleSheet(
            "QFrame#row { border: 1px solid transparent; border-radius: 8px; }"
            f"QFrame#row:hover {{ background: {hover}; }} QFrame#row:focus {{ border-color: {ring}; }}"
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in steps:
            self.neighbour_wanted.emit(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.toggle()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.has_more:
            self.toggle()
        super().mouseReleaseEvent(event)


def _say(label: QLabel, text: str) -> None:
    """Shows a text, which can be selected where that gives it as it is."""
    shown = breakable(text)
    label.setText(shown)
    same = (
        Qt.TextInteractionFlag.TextSelectableByMouse
        if shown == text
        else Qt.TextInteractionFlag.NoTextInteraction
    )
    label.setTextInteractionFlags(same)
