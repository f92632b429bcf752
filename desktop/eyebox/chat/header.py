"""The head of a chat pane: its title, its model, and closing it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QSizePolicy, QToolButton, QWidget

from eyebox.chat.answer_details import model_name
from eyebox.chat.controls import MarkedButton, icon_button, name_button
from eyebox.theme import Theme
from eyebox.theme.grown import grown
from eyebox.theme.sentence import as_tip
from eyebox_models.protocol.ask import READER

Trust = tuple[bool, str]
"""Whether a model can be trusted with boxes, and a sentence that says how it was found."""

_HEIGHT = 40
_MARGIN = 16
_AROUND = 40
"""Points of the model's button around its text."""
_WITH_DETAIL = 100
"""Narrower, the model is named without its precision."""


class PaneHeader(QWidget):
    """A title that a double click (or F2) edits, and the button that names the model.

    Signals:
        title_changed: the title the user gave.
        choose_model: the model's button was pressed.
        settings_requested: the settings of its answers are wanted.
        split_requested: another chat beside this one is wanted.
        close_requested: the pane is to be closed.
    """

    title_changed = Signal(str)
    choose_model = Signal()
    settings_requested = Signal()
    split_requested = Signal()
    close_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = ""
        self._named: str = READER
        self._detail = ""
        self._trust: Trust | None = None
        self._active = True
        self.setFixedHeight(grown(_HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._line = QLineEdit(self)
        self._line.hide()
        self._line.editingFinished.connect(self._end_edit)
        self._line.installEventFilter(self)
        self._model = QToolButton(self)
        self._model.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._model.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._model.setIcon(theme.icon("chevron-down", "muted"))
        self._model.setIconSize(QSize(grown(14), grown(14)))
        self._model.clicked.connect(self.choose_model)
        self._mark = QLabel(self)
        self._mark.setFixedSize(16, 16)
        self._mark.hide()
        self.settings = MarkedButton(theme, "sliders", parent=self)
        self.settings.clicked.connect(self.settings_requested)
        self._settings: list[str] = []
        self._split = icon_button(theme, "split", "", parent=self)
        self._split.clicked.connect(self.split_requested)
        self._close = icon_button(theme, "close", "", parent=self)
        self._close.clicked.connect(self.close_requested)
        self._close.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Puts every text into the program's language."""
        self._line.setAccessibleName(self.tr("Title of the chat"))
        self.setToolTip(self.tr("Double click to rename  (F2)"))
        name_button(self._split, self.tr("Another chat beside this one"))
        name_button(self._close, self.tr("Close this chat"))
        self.set_settings(self._settings)
        self.set_title(self._title)
        self.set_model(self._named, self._detail, self._trust)

    @property
    def title(self) -> str:
        return self._title

    def set_title(self, title: str) -> None:
        """Shows a title; an empty one is "New chat"."""
        self._title = " ".join(title.split())
        self.setAccessibleName(self.shown_title)
        self.update()

    @property
    def shown_title(self) -> str:
        """The title, or what stands for it while there is none."""
        return self._title or self.tr("New chat")

    def set_model(self, model: str, detail: str = "", trust: Trust | None = None) -> None:
        """Names the model on its button, with its precision, and marks whether its boxes can be trusted."""
        self._named, self._detail, self._trust = model, detail, trust
        name = " · ".join(part for part in (model_name(model), detail) if part)
        lines = [self.tr("Choose a model") + f"  ({name})", trust[1] if trust else ""]
        self._model.setToolTip(as_tip("\n".join(line for line in lines if line)))
        self._model.setAccessibleName(self.tr("Model: %1").replace("%1", name))
        self._model.setAccessibleDescription(trust[1] if trust else "")
        self._mark.setVisible(trust is not None)
        if trust is not None:
            icon = self._theme.icon("check", "ok") if trust[0] else self._theme.icon("warning", "warn")
            self._mark.setPixmap(icon.pixmap(14, 14))
            self._mark.setToolTip(as_tip(trust[1]))
        self._arrange()

    def set_settings(self, differing: list[str]) -> None:
        """Marks the button of the settings where some differ from their defaults, and lists them in its tooltip."""
        self._settings = differing
        self.settings.set_marked(bool(differing))
        self.settings.setAccessibleName(self.tr("Settings of this chat"))
        self.settings.setAccessibleDescription(", ".join(differing))
        self.settings.setToolTip(as_tip("\n".join([self.tr("Settings of this chat"), *differing])))

    def set_closable(self, closable: bool) -> None:
        """Shows or hides the button that closes the pane."""
        self._close.setVisible(closable)
        self._arrange()

    def set_active(self, active: bool) -> None:
        """Whether this pane is the one that shortcuts are for: its title is in full colour."""
        self._active = active
        self.update()

    @Slot()
    def edit_title(self) -> None:
        """Puts a field in the title's place."""
        self._line.setText(self._title)
        self._line.setPlaceholderText(self.shown_title)
        self._line.setGeometry(self._title_rect().adjusted(-10, 0, 0, 0))
        self._line.show()
        self._line.selectAll()
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _end_edit(self) -> None:
        if self._line.isVisible():
            self._line.hide()
            title = " ".join(self._line.text().split())
            if title != self._title:
                self.set_title(title)
                self.title_changed.emit(title)

    def _title_rect(self) -> QRect:
        taken = 22 if self._trust else 8
        return QRect(_MARGIN, 5, self._model.x() - _MARGIN - taken, grown(_HEIGHT) - 10)

    def _arrange(self) -> None:
        x = self.width() - _MARGIN + 6
        for button in (self._close, self._split, self.settings):
            if not button.isHidden():
                x -= button.width()
                button.move(x, (grown(_HEIGHT) - button.height()) // 2)
        room = min(max((x - _MARGIN) * 3 // 5 - _AROUND, 72), 200)
        metrics = self.fontMetrics()
        needed = room >= _WITH_DETAIL or self._named.startswith(
            "endpoint:"
        )  # where a question goes is always seen
        tail = f" · {self._detail}" if self._detail and needed else ""
        room = max(room - metrics.horizontalAdvance(tail), 48)
        name = metrics.elidedText(model_name(self._named), Qt.TextElideMode.ElideMiddle, room)
        self._model.setText((name + tail).replace("&", "&&"))
        wide = self._model.sizeHint().width()
        x -= wide
        self._model.setGeometry(x, (grown(_HEIGHT) - grown(28)) // 2, wide, grown(28))
        self._mark.move(x - 14, (grown(_HEIGHT) - 16) // 2)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._title_rect().contains(event.position().toPoint()):
            self.edit_title()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_title()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(event.key() == Qt.Key.Key_F2)
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        key = event.key() if isinstance(event, QKeyEvent) else None
        if key == Qt.Key.Key_Escape and event.type() == QEvent.Type.KeyPress:
            self._line.hide()
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.color("hairline"))
        if self._line.isVisible():
            return
        painter.setPen(self._theme.color("text" if self._active and self._title else "muted"))
        font = self.font()
        font.setWeight(font.Weight.DemiBold)
        painter.setFont(font)
        rect = self._title_rect()
        text = painter.fontMetrics().elidedText(self.shown_title, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, text)
        if self.hasFocus():
            painter.fillRect(
                rect.left(), rect.bottom(), min(rect.width(), 24), 2, self._theme.color("accent")
            )
