"""A question: a quiet bubble at the right, with its pictures, that can be edited and asked again."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QEnterEvent, QGuiApplication, QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from eyebox.chat.chips import ChipRow, PictureNames
from eyebox.chat.controls import Stepper, icon_button, text_button
from eyebox.chat.edit import INSET, QuestionEdit
from eyebox.chat.entry import MARGIN, Entry, MessageSignals
from eyebox.chat.message import MessageView
from eyebox.theme import Theme
from eyebox.theme.copying import CopiedMark
from eyebox.theme.grown import grown

_PADDING_X = 12
_PADDING_Y = 8
_LEADING = 2
"""A line has its spare height above the letters; moved up by this they stand in the middle of the bubble."""
_FOLDED = 600
_FOLDED_LINES = 12


class QuestionView(MessageView):
    """A question as it was typed; a very long one is folded."""

    def __init__(
        self, theme: Theme, entry: Entry, names: PictureNames, signals: MessageSignals, parent: QWidget
    ) -> None:
        super().__init__(theme, entry, names, signals, plain=True, parent=parent)
        self._bubble = QRectF()
        self._editor: _Editor | None = None
        self._more: QPushButton | None = None
        self._stepper: Stepper | None = None
        self._chips = ChipRow(theme, parent=self)
        self._edit = icon_button(theme, "edit", self.tr("Edit and ask again"), parent=self)
        self._edit.clicked.connect(self.start_edit)
        self._copy = icon_button(theme, "copy", self.tr("Copy question"), parent=self)
        self._copy.clicked.connect(self._on_copy)
        self._copied = CopiedMark(theme, self._copy)
        self._copied.ended.connect(self._update_tools)
        self._tools = (self._copy, self._edit)
        self.setAccessibleName(self.tr("Question"))
        self.body.setAccessibleName(self.tr("Question"))
        self.body.focus_shown.connect(self._show_tools)
        self._show_entry(entry)
        self._show_tools(False)

    @property
    def pinned(self) -> bool:
        return self._editor is not None or super().pinned

    @property
    def editor(self) -> QuestionEdit | None:
        """The field while the question is edited."""
        return self._editor.edit if self._editor else None

    def set_entry(self, entry: Entry) -> None:
        """Shows another state of the same turn."""
        if entry != self.entry:
            self.entry = entry
            self._show_entry(entry)
            self.resized.emit()

    def set_names(self, names: PictureNames) -> None:
        super().set_names(names)
        self._chips.set_pictures(self.entry.turn.pictures, names)

    @Slot()
    def start_edit(self) -> None:
        """Puts a field with the question's text in its place."""
        if self._editor is None:
            self._editor = _Editor(self.theme, self.entry.turn.text, self)
            self._editor.edit.sent.connect(self._on_sent)
            self._editor.edit.escaped.connect(self._on_cancelled)
            self._editor.edit.grown.connect(self.resized)
            self._editor.send.clicked.connect(self._on_sent)
            self._editor.cancel.clicked.connect(self._on_cancelled)
            self._editor.show()
            self.resized.emit()
        self._editor.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_entry(self, entry: Entry) -> None:
        text = entry.turn.text
        folded = "\n".join(text[:_FOLDED].split("\n")[:_FOLDED_LINES])
        if self._more:
            self._more.deleteLater()
            self._more = None
        if len(folded) < len(text):
            self._more = text_button(self.tr("Show all"), "link", self)
            self._more.clicked.connect(self._on_show_all)
            self._more.show()
            folded = folded.rstrip() + " …"
        self.body.set_text(folded)
        self._chips.set_pictures(entry.turn.pictures, self.names)
        if self._stepper:
            self._stepper.deleteLater()
            self._stepper = None
        if entry.count > 1:
            self._stepper = Stepper(self.theme, self)
            self._stepper.set_place(entry.index, entry.count)
            self._stepper.stepped.connect(self.on_stepped)
            self._stepper.show()

    @Slot()
    def _on_show_all(self) -> None:
        if self._more:
            self._more.hide()
            self._more.deleteLater()
            self._more = None
        self.body.set_text(self.entry.turn.text)
        self.resized.emit()

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.entry.turn.text)

    @Slot()
    def _on_sent(self) -> None:
        if self._editor and (text := self._editor.edit.toPlainText().strip()):
            self._end_edit()
            self.signals.edited.emit(self.entry.id, text)

    @Slot()
    def _on_cancelled(self) -> None:
        self._end_edit()
        self.body.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end_edit(self) -> None:
        if self._editor:
            self._editor.hide()
            self._editor.deleteLater()
            self._editor = None
            self.resized.emit()

    @Slot(bool)
    def _show_tools(self, shown: bool) -> None:
        """Shows the icons of the tools; the buttons stay where they are, for keyboard and screen reader."""
        shown = shown or self.underMouse() or any(tool.hasFocus() for tool in self._tools)
        if not self._copied.is_shown:
            self._copy.setIcon(self.theme.icon("copy", "muted") if shown else QIcon())
        self._edit.setIcon(self.theme.icon("edit", "muted") if shown else QIcon())

    @Slot()
    def _update_tools(self) -> None:
        self._show_tools(False)

    def place(self, width: int) -> int:
        inner = width - 2 * MARGIN
        editing = self._editor is not None
        for part in (self.body, self._chips, *self._tools, self._more, self._stepper):
            if part:
                part.setVisible(not editing)
        if self._editor:
            self._editor.resize(inner, self._editor.height())
            self._bubble = QRectF(MARGIN, 0, inner, self._editor.wanted_height())
            self._editor.setGeometry(self._bubble.toRect())
            return round(self._bubble.height())
        widest = inner - self._copy.width() - self._edit.width() - 2 * _PADDING_X
        chips = self._chips.place(widest)
        self.body.fit(widest)
        text = self.body.ideal_width() if self.entry.turn.text else 0
        text = widest if self.body.is_long else text
        wide = min(max(text, min(self._chips.ideal_width(), widest), 24), widest)
        left = width - MARGIN - _PADDING_X - wide
        y = _PADDING_Y
        if chips:
            self._chips.setGeometry(left, y, wide, self._chips.place(wide))
            y += self._chips.height() + (8 if self.entry.turn.text else 0)
        self.body.setVisible(bool(self.entry.turn.text))
        if self.entry.turn.text:
            high = self.body.fit(wide)
            self.body.put(left, y - _LEADING, wide, high)
            y += high
        if self._more:
            self._more.setGeometry(left, y + 4, self._more.sizeHint().width(), grown(20))
            y += 4 + grown(20)
        y += _PADDING_Y
        self._bubble = QRectF(left - _PADDING_X, 0, wide + 2 * _PADDING_X, y)
        for number, tool in enumerate((self._edit, self._copy), start=1):
            tool.move(left - _PADDING_X - number * tool.width(), (min(y, grown(36)) - tool.height()) // 2)
        if self._stepper:
            hint = self._stepper.sizeHint()
            self._stepper.setGeometry(width - MARGIN - hint.width() + 6, y + 2, hint.width(), grown(28))
            y += 2 + grown(28)
        self.update()
        return y

    def enterEvent(self, event: QEnterEvent) -> None:
        self._show_tools(True)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        QTimer.singleShot(0, self, self._update_tools)
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.theme.color("accent" if self._editor else "hairline"))
        painter.setBrush(self.theme.color("raised"))
        painter.drawRoundedRect(self._bubble.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.end()
        super().paintEvent(event)


class _Editor(QWidget):
    """The field and the buttons that stand in a question's place while it is edited."""

    def __init__(self, theme: Theme, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.edit = QuestionEdit(theme, self)
        self.edit.setAccessibleName(self.tr("Edit the question"))
        self.edit.setPlainText(text)
        self.edit.moveCursor(self.edit.textCursor().MoveOperation.End)
        self.cancel = text_button(self.tr("Cancel"), "quiet", self)
        self.send = text_button(self.tr("Ask again"), "primary", self)
        self.cancel.setToolTip(self.tr("Cancel  (Esc)"))
        self.send.setToolTip(self.tr("Ask again  (Enter)"))

    def wanted_height(self) -> int:
        """Height in pixels for the text as it is."""
        return 12 + self.edit.wanted_height() + 8 + grown(32) + 8

    def resizeEvent(self, _event: object) -> None:
        wide, high = self.width(), grown(32)
        top = self.height() - 8 - high
        self.edit.setGeometry(12 - INSET, 12, wide - 24 + 2 * INSET, self.edit.wanted_height())
        send = self.send.sizeHint().width()
        self.send.setGeometry(wide - 8 - send, top, send, high)
        cancel = self.cancel.sizeHint().width()
        self.cancel.setGeometry(wide - 16 - send - cancel, top, cancel, high)
