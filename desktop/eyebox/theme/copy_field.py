"""A text in figures of equal width, a command or details, with a button that copies it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import (
    QFontDatabase,
    QFontInfo,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QToolButton, QWidget

from eyebox.theme.copying import CopiedMark
from eyebox.theme.grown import grown
from eyebox.theme.retranslated import Retranslated
from eyebox.theme.theme import Theme, set_kind

_LEAST_MARGIN = 4
_SIDE = 28


class CopyField(Retranslated, QFrame):
    """As high as its text needs, at most `lines` lines; a line that is too long is broken anywhere, as in a terminal.

    Ctrl+C copies all of it where nothing is selected.
    """

    def __init__(self, theme: Theme, lines: int = 100, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines = lines
        self._name = ""
        set_kind(self, "card")
        self.text_field = _Field(self)
        self.button = QToolButton(self)
        self.button.setIconSize(QSize(grown(16), grown(16)))
        self.button.setFixedSize(grown(_SIDE), grown(_SIDE))
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self.copy)
        self._mark = CopiedMark(theme, self.button)
        self._mark.ended.connect(self._retranslate)
        line = QHBoxLayout(self)
        line.setSpacing(4)
        line.addWidget(self.text_field, 1)
        line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        line.setContentsMargins(6, 3, 4, 3)
        self._retranslate()

    @property
    def text(self) -> str:
        return self.text_field.toPlainText()

    def set_text(self, text: str, name: str = "") -> None:
        """Shows a text; `name` is what it is called when it is read out."""
        self._name = name
        self.text_field.setPlainText(text)
        self.text_field.setAccessibleName(name)
        self.fit()
        self._retranslate()

    def fit(self) -> None:
        """Takes the height that the text needs in the width of now."""
        high = self.text_field.fontMetrics().lineSpacing()
        margin = max(_LEAST_MARGIN, (grown(_SIDE) - high) // 2)
        self.text_field.document().setDocumentMargin(margin)
        rows = max(1, min(self._lines, round(self.text_field.document().size().height())))
        self.text_field.setFixedHeight(rows * high + 2 * margin)
        more = rows == self._lines
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if more else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.text_field.setVerticalScrollBarPolicy(policy)

    @Slot()
    def copy(self) -> None:
        """Puts the whole text into the clipboard."""
        QGuiApplication.clipboard().setText(self.text)
        self._mark.show()

    @Slot()
    def _retranslate(self) -> None:
        self.button.setIcon(self._theme.icon("copy", "muted"))
        self.button.setToolTip(self.tr("Copy"))
        name = self.tr("Copy: %1").replace("%1", self._name) if self._name else self.tr("Copy")
        self.button.setAccessibleName(name)


class _Field(QPlainTextEdit):
    """The text itself: it can be selected and reached by Tab, and not be changed."""

    def __init__(self, parent: CopyField) -> None:
        super().__init__(parent)
        self._owner = parent
        set_kind(self, "bare")
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        self.setStyleSheet(
            f'font-family: "{QFontInfo(fixed).family()}"'
        )  # a font that is set is lost to the sheet
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wanted = event.matches(QKeySequence.StandardKey.Copy) and not self.textCursor().hasSelection()
        if wanted or event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._owner.copy()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._owner.fit()
