"""A sentence over the canvas: what went wrong or happened, with the one button that helps."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from eyebox.theme import Theme
from eyebox.theme.copying import CopiedMark
from eyebox.theme.grown import grown
from eyebox.theme.retranslated import Retranslated

LINGERS = 8000
TOP = 16
GAP = 8
WIDTH = 560
BESIDE = 440
"""From this width on a button stands beside the text, otherwise below it."""
DETAIL_LINES = 7


class Notice(Retranslated, QFrame):
    """Floats at the top of its parent. An error stays until it is closed, a notice goes by itself."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setProperty("kind", "popup")
        self._theme = theme
        self._error = False
        self._about = ""
        self._do: Callable[[], object] | None = None
        self._clear_of: QWidget | None = None
        self._icon = QLabel(self)
        self.text = QLabel(self)
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.button = QPushButton(self)
        self.button.clicked.connect(self._run)
        self.details = QPlainTextEdit(self)
        self.details.setReadOnly(True)
        self.unfold = QPushButton(self)
        self.unfold.setProperty("kind", "link")
        self.unfold.clicked.connect(self._toggle)
        self.copy_button = QPushButton(self)
        self.copy_button.setProperty("kind", "link")
        self.copy_button.clicked.connect(
            lambda: QGuiApplication.clipboard().setText(self.details.toPlainText())
        )
        CopiedMark(theme, self.copy_button)
        self.close_button = QToolButton(self)
        self.close_button.setAutoRaise(True)
        self.close_button.clicked.connect(self.hide)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(GAP)
        for button in (self.unfold, self.copy_button):
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 8, 8, 8)
        self._grid.setSpacing(GAP)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self._icon, 0, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self.text, 0, 1)
        self._grid.addWidget(self.close_button, 0, 3, Qt.AlignmentFlag.AlignTop)
        self._grid.addLayout(self._buttons, 1, 1, 1, 2)
        self._grid.addWidget(self.details, 2, 1, 1, 2)
        self._timer = QTimer(self, singleShot=True, interval=LINGERS)
        self._timer.timeout.connect(self.hide)
        theme.changed.connect(self._recolor)
        parent.installEventFilter(self)
        self._retranslate()
        self.hide()

    @property
    def sentence(self) -> str:
        """What is said now, "" while nothing is."""
        return self.text.text() if self.isVisible() else ""

    def keep_clear_of(self, other: QWidget) -> None:
        """Stands below another widget over the same parent while that is shown where this would be."""
        self._clear_of = other
        other.installEventFilter(self)
        self._place()

    def show_error(
        self,
        text: str,
        button: str = "",
        do: Callable[[], object] | None = None,
        *,
        details: str = "",
        about: str = "",
    ) -> None:
        """Says what went wrong until it is closed; `details` can be unfolded and copied.

        `about` is the id of the picture it is about: see `drop`.
        """
        self._show(text, True, button, do, details, about)

    @Slot(str, str)
    def show_failure(self, text: str, details: str) -> None:
        """`show_error`, for signals that bring a sentence and its details."""
        self._show(text, True, "", None, details)

    def show_notice(
        self, text: str, button: str = "", do: Callable[[], object] | None = None, *, stays: bool = False
    ) -> None:
        """Says what happened, for some seconds, or until something else is said."""
        self._show(text, False, button, do)
        if stays:
            self._timer.stop()

    def drop(self, picture: str) -> None:
        """Takes away an error about this picture: it is over, or the picture is gone."""
        if self._about and self._about == picture:
            self.hide()

    def drop_all_but(self, picture: str) -> None:
        """Takes away an error about any other picture than the one shown now."""
        if self._about != picture:
            self.drop(self._about)

    def _show(
        self,
        text: str,
        error: bool,
        button: str,
        do: Callable[[], object] | None,
        details: str = "",
        about: str = "",
    ) -> None:
        self._error, self._do, self._about = error, do, about
        self.text.setText(text)
        self.setAccessibleName(text)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.details.setPlainText(details)
        self._fold(True)
        self._timer.stop()
        if not error:
            self._timer.start()
        self._recolor()
        self.show()
        self.raise_()
        self._place()

    def _fold(self, folded: bool) -> None:
        has_details = bool(self.details.toPlainText())
        self.unfold.setVisible(has_details)
        self.copy_button.setVisible(not folded)
        self.details.setVisible(not folded)
        self.unfold.setText(self.tr("Show details") if folded else self.tr("Hide details"))

    def _toggle(self) -> None:
        self._fold(not self.details.isHidden())
        self._place()

    def _run(self) -> None:
        self.hide()
        if self._do is not None:
            self._do()

    def _recolor(self) -> None:
        icon = self._theme.icon("warning", "danger") if self._error else self._theme.icon("info", "accent")
        self._icon.setPixmap(icon.pixmap(18, 18))
        self.close_button.setIcon(self._theme.icon("close", "muted"))

    def _place(self) -> None:
        if self.isHidden():
            return
        self.setFixedWidth(max(min(grown(WIDTH), self._over.width() - 32), 200))
        self.ensurePolished()
        if self.width() >= BESIDE:
            self._grid.addWidget(self.button, 0, 2, Qt.AlignmentFlag.AlignTop)
        else:
            self._buttons.addWidget(self.button)
        rows = min(self.details.document().blockCount(), DETAIL_LINES)
        self.details.setFixedHeight(rows * self.details.fontMetrics().lineSpacing() + 24)
        self._grid.activate()
        frame = self.contentsMargins()
        inside = self._grid.heightForWidth(self.width() - frame.left() - frame.right())
        self.setFixedHeight(inside + frame.top() + frame.bottom())
        left, top = (self._over.width() - self.width()) // 2, TOP
        other = self._clear_of
        if other is not None and other.isVisible():
            taken = other.rect().translated(other.mapTo(self._over, other.rect().topLeft()))
            if taken.adjusted(-GAP, 0, 0, 0).intersects(self.rect().translated(left, top)):
                top = taken.bottom() + 1 + GAP
        self.move(left, top)

    def _retranslate(self) -> None:
        self.close_button.setToolTip(self.tr("Close"))
        self.close_button.setAccessibleName(self.tr("Close"))
        self.copy_button.setText(self.tr("Copy details"))
        self.details.setAccessibleName(self.tr("Details"))
        self._fold(self.details.isHidden())

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.Move):
            self._place()
        return False
