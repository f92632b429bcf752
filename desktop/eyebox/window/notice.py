"""A sentence over the canvas: what went wrong or happened, with the one button that helps."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from eyebox.theme import Theme

LINGERS = 8000


class Notice(QFrame):
    """Floats at the top of its parent. An error stays until it is closed, a notice goes by itself."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setProperty("kind", "popup")
        self._theme = theme
        self._error = False
        self._do: Callable[[], object] | None = None
        self._icon = QLabel(self)
        self.text = QLabel(self)
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.button = QPushButton(self)
        self.button.clicked.connect(self._run)
        self.close_button = QToolButton(self)
        self.close_button.setAutoRaise(True)
        self.close_button.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.button)
        layout.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self._timer = QTimer(self, singleShot=True, interval=LINGERS)
        self._timer.timeout.connect(self.hide)
        theme.changed.connect(self._recolor)
        parent.installEventFilter(self)
        self._retranslate()
        self.hide()

    def show_error(self, text: str, button: str = "", do: Callable[[], object] | None = None) -> None:
        """Says what went wrong until it is closed."""
        self._show(text, True, button, do)

    def show_notice(self, text: str, button: str = "", do: Callable[[], object] | None = None) -> None:
        """Says what happened, for some seconds."""
        self._show(text, False, button, do)

    def _show(self, text: str, error: bool, button: str, do: Callable[[], object] | None) -> None:
        self._error = error
        self._do = do
        self.text.setText(text)
        self.setAccessibleName(text)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self._timer.stop()
        if not error:
            self._timer.start()
        self._recolor()
        self.show()
        self.raise_()
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
        width = min(560, self._over.width() - 32)
        self.setFixedWidth(max(width, 200))
        self.ensurePolished()
        layout = self.layout()
        assert layout is not None
        layout.activate()
        self.setFixedHeight(layout.heightForWidth(self.width()))
        self.move((self._over.width() - self.width()) // 2, 16)

    def _retranslate(self) -> None:
        self.close_button.setToolTip(self.tr("Close"))
        self.close_button.setAccessibleName(self.tr("Close"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False
