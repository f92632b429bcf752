"""What a model did with a tool on its way to an answer: a line, which unfolds."""

from __future__ import annotations

import json

from PySide6.QtCore import QLocale, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QToolButton, QWidget

from eyebox.chat.controls import label
from eyebox.language import translated
from eyebox.theme import Theme
from eyebox.theme.grown import grown
from eyebox_models.protocol.tool_use import LOOK_AGAIN, READ_REGION, ToolUse

_HEAD = 32
_PADDING = 12
_HIGHEST = 180
"""Pixels of the region that is shown."""
_ICON = 16
_LONGEST = 600
"""Characters of the arguments."""


class ToolCard(QWidget):
    """One call. `place` gives its height, as in a MessageView.

    Signals:
        resized: it was folded or unfolded, or its region came.
        region_wanted: it is unfolded, and shows its region once `set_region` brings it.
    """

    resized = Signal()
    region_wanted = Signal()

    def __init__(self, theme: Theme, use: ToolUse, picture: str, parent: QWidget) -> None:
        """`picture` names the picture that it is about."""
        super().__init__(parent)
        self.use = use
        self._theme = theme
        self._picture = picture
        self._region = QPixmap()
        self._unfolded = False
        self._at = QRect()
        self.head = QToolButton(self)
        self.head.setIconSize(QSize(14, 14))
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.head.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.head.clicked.connect(self._on_fold)
        self._seconds = label("", "hint", self)
        self._arguments = label("", "hint", self)
        self._result = label("", "", self)
        for text in (self._arguments, self._result):
            text.setWordWrap(True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            text.hide()
        self.set_use(use)

    def set_use(self, use: ToolUse) -> None:
        """Shows another state of the same call."""
        self.use = use
        self._title = self._titled()
        seconds = QLocale().toString(use.seconds, "f", 1)
        self._seconds.setText(self.tr("%1 s").replace("%1", seconds) if use.result else "")
        self._arguments.setText(f"{use.name}  {_shortened(use.arguments)}")
        self._result.setText(translated(use.result))
        self.setAccessibleName(self._title)
        self.head.setAccessibleDescription(translated(use.result))
        self._show_fold()

    @property
    def lacks_region(self) -> bool:
        """Whether it is unfolded and waits for its region."""
        return self._unfolded and self.use.box is not None and self._region.isNull()

    def set_region(self, image: QImage) -> None:
        """The region, as it is in the picture."""
        if not image.isNull():
            self._region = QPixmap.fromImage(image)
            self.resized.emit()

    def place(self, width: int) -> int:
        """Arranges it within a width; returns the height in pixels."""
        head, inner = grown(_HEAD), width - 2 * _PADDING
        right = self._seconds.sizeHint().width()
        left = _PADDING + _ICON + 4
        self._seconds.setGeometry(width - _PADDING - right, 0, right, head)
        room = width - left - right - _PADDING - 8
        title = self.head.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideMiddle, room - 36)
        self.head.setText(title)
        self.head.setGeometry(left, 2, min(self.head.sizeHint().width(), room), head - 4)
        if not self._unfolded:
            return head
        y = head + 4
        self._at = QRect()
        if not self._region.isNull():
            size = self._region.size() / self._region.devicePixelRatio()
            size = size.scaled(min(size.width(), inner), min(size.height(), grown(_HIGHEST)), _KEEP)
            self._at = QRect(_PADDING, y, size.width(), size.height())
            y += size.height() + 8
        for text in (self._result, self._arguments):
            if text.text():
                high = text.heightForWidth(inner)
                text.setGeometry(_PADDING, y, inner, high)
                y += high + 6
        return y + _PADDING - 6

    def _titled(self) -> str:
        use, known = self.use, (LOOK_AGAIN, READ_REGION)
        if use.failed or use.name not in known:
            if use.name in known:
                return (
                    self.tr("Could not look again")
                    if use.name == LOOK_AGAIN
                    else self.tr("Could not read a region")
                )
            return self.tr("A call that could not be done")
        if use.name == LOOK_AGAIN:
            text = self.tr("Looked again at %1") if use.result else self.tr("Looking again at %1…")
        else:
            text = self.tr("Read a region of %1") if use.result else self.tr("Reading a region of %1…")
        return text.replace("%1", self._picture)

    @Slot()
    def _on_fold(self) -> None:
        self._unfolded = not self._unfolded
        if self.lacks_region:
            self.region_wanted.emit()
        self._show_fold()
        self.resized.emit()

    def _show_fold(self) -> None:
        unfolded = self._unfolded
        self.head.setIcon(self._theme.icon("chevron-down" if unfolded else "chevron-right", "muted"))
        state = self.tr("unfolded") if unfolded else self.tr("folded")
        self.head.setAccessibleName(f"{self._title}, {state}")
        self._arguments.setVisible(unfolded)
        self._result.setVisible(unfolded and bool(self._result.text()))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.color("hairline"))
        painter.setBrush(self._theme.color("raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        name, role = ("warning", "danger") if self.use.failed else ("search", "muted")
        if self.use.name == READ_REGION and not self.use.failed:
            name = "read"
        top = (grown(_HEAD) - _ICON) // 2
        self._theme.icon(name, role).paint(painter, QRect(_PADDING, top, _ICON, _ICON))
        if self._unfolded and not self._at.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(self._at, self._region)


_KEEP = Qt.AspectRatioMode.KeepAspectRatio


def _shortened(arguments: str) -> str:
    try:
        arguments = json.dumps(json.loads(arguments), ensure_ascii=False)
    except (ValueError, RecursionError):
        pass
    line = " ".join(arguments.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
