"""Where questions are typed: text, pictures, prompts to start from, send and stop."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from eyebox.chat.chips import ChipRow, PictureNames, plain_names
from eyebox.chat.context_meter import ContextMeter
from eyebox.chat.controls import icon_button, name_button, text_button
from eyebox.chat.edit import INSET, QuestionEdit
from eyebox.chat.next_questions import NextQuestions
from eyebox.chat.presets import Preset, PresetRow
from eyebox.theme import Theme, set_kind

_MARGIN = 12


class Composer(QWidget):
    """The field of a chat with what belongs to it; `edit` has the signals of its own.

    Signals:
        sent: text and pictures (a tuple of ids) to be asked, after the answer that is coming. sent_to_all: in all chats.
        taken_back: the place, from 0, of a question that waits for the answer and is not to be asked.
        stop_requested: stop the answer that is coming.
        escaped: Escape was pressed while no answer is coming.
        attach_requested: the user wants to choose pictures.
        draft_changed: the text changed.
        anew_requested: a new chat with the pictures of this one is wanted.
        choose_resolution: the user wants to choose how finely the model sees the pictures.
    """

    sent = Signal(str, tuple)
    sent_to_all = Signal(str, tuple)
    taken_back = Signal(int)
    stop_requested = Signal()
    escaped = Signal()
    attach_requested = Signal()
    draft_changed = Signal(str)
    anew_requested = Signal()
    choose_resolution = Signal()

    def __init__(self, theme: Theme, language: str = "en", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._names: PictureNames = plain_names
        self._answering = False
        self._several = False
        self._restoring = False
        self.presets = PresetRow(theme, language, self)
        self.presets.chosen.connect(self.use_preset)
        self.resolution = text_button("", "chip", self)
        self.resolution.setIcon(theme.icon("eye", "muted"))
        self.resolution.setFont(theme.font("small"))
        self.resolution.clicked.connect(self.choose_resolution)
        self.resolution.hide()
        self._next = NextQuestions(theme, self)
        self._next.taken_back.connect(self.taken_back)
        self._next.hide()
        self._field = _Field(theme, self)
        self.edit = self._field.edit
        self._chips = self._field.chips
        self.attach_button = self._field.attach
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 8, _MARGIN, _MARGIN)
        column.setSpacing(8)
        above = QHBoxLayout()
        above.setSpacing(8)
        above.addWidget(self.presets, 1)
        above.addWidget(self.resolution, 0, Qt.AlignmentFlag.AlignRight)
        self.context = ContextMeter(theme, self)
        self.context.anew_requested.connect(self.anew_requested)
        above.addWidget(self.context.ring, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(above)
        column.addWidget(self.context)
        column.addWidget(self._next)
        column.addWidget(self._field)
        self.edit.sent.connect(self.send)
        self.edit.escaped.connect(self._on_escape)
        self.edit.textChanged.connect(self._on_text_changed)
        self._chips.removed.connect(self.detach)
        self.attach_button.clicked.connect(self.attach_requested)
        self.edit.pictures_dropped.connect(self._on_pictures_dropped)
        self._field.send.clicked.connect(self._on_send_clicked)
        self._field.send_next.clicked.connect(self.send)
        self._field.send_all.clicked.connect(self.send_to_all)
        self.retranslate()

    def retranslate(self) -> None:
        """Puts every text into the program's language."""
        self.presets.retranslate()
        self.context.retranslate()
        self._field.retranslate()
        self.set_resolution(self.resolution.text() if not self.resolution.isHidden() else "")
        self._update_send()

    @property
    def draft(self) -> str:
        """What is typed and not sent yet."""
        return self.edit.toPlainText()

    @property
    def attached(self) -> tuple[str, ...]:
        """The pictures to go with the next question."""
        return self._chips.pictures

    @property
    def answering(self) -> bool:
        """Whether an answer is coming, so that the button stops it."""
        return self._answering

    def set_draft(self, text: str) -> None:
        """Puts a text into the field without a `draft_changed`."""
        if text != self.draft:
            self._restoring = True
            self.edit.setPlainText(text)
            self.edit.moveCursor(QTextCursor.MoveOperation.End)
            self._restoring = False

    def set_names(self, names: PictureNames) -> None:
        """Names pictures in another way."""
        self._names = names
        self.set_attached(self.attached)

    def set_attached(self, pictures: Sequence[str]) -> None:
        """Attaches exactly these pictures."""
        self._chips.set_pictures(tuple(dict.fromkeys(pictures)), self._names)
        self._field.arrange()
        self._update_send()

    def attach(self, picture: str) -> None:
        """Attaches one more picture."""
        self.set_attached((*self.attached, picture))

    @Slot(list)
    def _on_pictures_dropped(self, pictures: list[str]) -> None:
        self.set_attached((*self.attached, *pictures))

    @Slot(str)
    def detach(self, picture: str) -> None:
        """Takes a picture away."""
        self.set_attached([other for other in self.attached if other != picture])
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_resolution(self, text: str) -> None:
        """Says on a button how finely the model will see the pictures; "" where that can't be chosen."""
        self.resolution.setText(text)
        self.resolution.setVisible(bool(text))
        self.resolution.setToolTip(self.tr("How finely the model sees the pictures"))
        self.resolution.setAccessibleName(self.tr("Size of pictures: %1").replace("%1", text))

    def set_next(self, questions: Sequence[str]) -> None:
        """Shows the questions that wait for the answer that is coming."""
        self._next.set_questions(questions)

    def set_several(self, several: bool) -> None:
        """Whether there are other chats in which the same can be asked."""
        self._several = several
        self._update_send()

    def set_answering(self, answering: bool) -> None:
        """Turns the send button into a stop button and back."""
        if answering != self._answering:
            self._answering = answering
            self._update_send()

    @Slot()
    def send(self) -> None:
        """Asks what is typed; while an answer is coming it waits for that."""
        if self.draft.strip():
            self.sent.emit(*self._take())

    @Slot()
    def send_to_all(self) -> None:
        """Asks what is typed in all chats."""
        if self.draft.strip():
            self.sent_to_all.emit(*self._take())

    def _take(self) -> tuple[str, tuple[str, ...]]:
        text, pictures = self.draft.strip(), self.attached
        self.edit.clear()
        self.set_attached(())
        return text, pictures

    @Slot(object)
    def use_preset(self, preset: Preset) -> None:
        """Asks a preset at once when nothing is typed and nothing is to be filled in, else types it."""
        if not self.draft.strip() and not preset.blank and not self._answering:
            self.edit.setPlainText(preset.prompt)
            self.send()
            return
        cursor = self.edit.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        if self.draft and not self.draft[-1].isspace():
            cursor.insertText("\n")
        start = cursor.position()
        cursor.insertText(preset.prompt)
        if preset.blank:
            blank = start + preset.prompt.index(preset.blank)
            cursor.setPosition(blank)
            cursor.setPosition(blank + len(preset.blank), QTextCursor.MoveMode.KeepAnchor)
        self.edit.setTextCursor(cursor)
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _update_send(self) -> None:
        button = self._field.send
        if self._answering:
            name_button(button, self.tr("Stop"), "Esc")
        else:
            name_button(button, self.tr("Send"), "Enter")
        ready = self._answering or bool(self.draft.strip())
        button.setIcon(
            self._theme.icon("stop" if self._answering else "send", "on_accent" if ready else "muted")
        )
        set_kind(button, "primary" if ready else "")
        button.setEnabled(ready)
        typed = bool(self.draft.strip())
        name_button(self._field.send_next, self.tr("Ask next"), "Enter")
        name_button(self._field.send_all, self.tr("Ask in all chats"), "Ctrl+Enter")
        self._field.send_all.setEnabled(typed)
        self._field.show_buttons(all_chats=self._several, after_answer=self._answering and typed)

    @Slot()
    def _on_text_changed(self) -> None:
        self._update_send()
        if not self._restoring:
            self.draft_changed.emit(self.draft)

    @Slot()
    def _on_escape(self) -> None:
        if self._answering:
            self.stop_requested.emit()
        else:
            self.escaped.emit()

    @Slot()
    def _on_send_clicked(self) -> None:
        if self._answering:
            self.stop_requested.emit()
        else:
            self.send()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.edit.canInsertFromMimeData(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.edit.insertFromMimeData(event.mimeData())
        event.acceptProposedAction()


class _Field(QWidget):
    """The rounded field: chips of pictures, the text, and a button on either side."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.edit = QuestionEdit(theme, self)
        self.edit.installEventFilter(self)
        self.chips = ChipRow(theme, removable=True, parent=self)
        self.attach = icon_button(theme, "attach", "", size=18, parent=self)
        self.send = icon_button(theme, "send", "", parent=self)
        self.send_next = icon_button(theme, "send", "", parent=self)
        self.send_next.hide()
        self.send_all = icon_button(theme, "send-all", "", parent=self)
        self.send_all.hide()
        self.edit.grown.connect(self.arrange)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        stops = (self.edit, self.attach, self.send_all, self.send_next, self.send)
        for before, button in pairwise(stops):
            button.setCursor(Qt.CursorShape.ArrowCursor)
            QWidget.setTabOrder(before, button)

    def retranslate(self) -> None:
        """Puts every text into the program's language."""
        self.edit.set_hint(self.tr("Ask about this picture…"))
        self.edit.setAccessibleName(self.tr("Question"))
        name_button(self.attach, self.tr("Attach pictures"))

    def show_buttons(self, *, all_chats: bool, after_answer: bool) -> None:
        """Which buttons stand beside the one that sends or stops."""
        self.send_all.setVisible(all_chats)
        self.send_next.setVisible(after_answer)
        self.arrange()

    @Slot()
    def arrange(self) -> None:
        """Makes the field as high as its parts, and gives them their places."""
        wide = self.width()
        y = 8
        if self.chips.pictures:
            high = self.chips.place(wide - 16)
            self.chips.setGeometry(8, y, wide - 16, high)
            y += high + 8
        text = self.edit.wanted_height()
        side, left = self.send.width(), self.attach.width() + 14
        high = max(text, side)
        self.attach.move(8, y + high - self.attach.height() + 1)
        right = wide - 8
        for button in (self.send, self.send_next, self.send_all):
            if not button.isHidden():
                right -= side
                button.move(right, y + high - side)
        self.edit.setGeometry(left - INSET, y + (high - text) // 2, right - 8 - left + 2 * INSET, text)
        if self.height() != y + high + 8:
            self.setFixedHeight(y + high + 8)

    def sizeHint(self) -> QSize:
        return QSize(240, self.send.height() + 16)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, _event: object) -> None:
        self.edit.setFocus(Qt.FocusReason.MouseFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.color("accent" if self.edit.hasFocus() else "border"))
        painter.setBrush(self._theme.color("raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
