"""What the canvas shows while there is no picture: a sentence and the ways in, with their keys, and pictures to try."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from eyebox.actions import Actions, key_text
from eyebox.theme import Theme
from eyebox.theme.controls import column, label, line
from eyebox.theme.grown import grown
from eyebox.theme.retranslated import Retranslated
from eyebox.theme.theme import set_kind
from eyebox_resources import path

MARGIN, NARROW = 32, 320
"""Of pixels at the sides, where it is as wide as NARROW; a quarter of it where it is not."""
SAMPLES = {
    "menu": "sample.png",
    "receipt": "samples/receipt.jpg",
    "table": "samples/table.png",
    "shapes": "samples/shapes.png",
}
"""Files below the resources; small ones of these names lie in `samples/small`."""
ICON_SIZE = 40
SAMPLE_SIZE = QSize(96, 72)


class Welcome(Retranslated, QWidget):
    """Teaches the first step; its buttons are the window's own actions.

    Signals: sample_chosen: the file of a sample picture.
    """

    sample_chosen = Signal(str)

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._reads = True
        self._icon = QLabel(self, alignment=Qt.AlignmentFlag.AlignCenter)
        self._icon.setFixedHeight(ICON_SIZE)
        self._title = QLabel(self, alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._title.setProperty("kind", "title")
        self._hint = QLabel(self, alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._hint.setProperty("kind", "muted")
        self._buttons = [self._button(actions[name]) for name in ("open", "paste", "capture")]
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(8)
        for button in self._buttons:
            self._row.addWidget(button)
        self._or = label("hint", parent=self)
        self._or.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.samples = {name: self._sample(name) for name in SAMPLES}
        self.ways = QWidget(self)
        self.ways.setFocusProxy(self._buttons[0])
        column(
            line(None, self._row, None), 16, self._or, 8, line(None, *self.samples.values(), None, spacing=4),
            inside=self.ways,
        )  # fmt: skip
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(8)
        layout.addStretch(4)
        layout.addWidget(self._icon)
        layout.addSpacing(8)
        layout.addWidget(self._title)
        layout.addWidget(self._hint)
        layout.addSpacing(16)
        layout.addWidget(self.ways, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(5)
        theme.changed.connect(self._recolor)
        self._retranslate()

    def set_reads(self, reads: bool) -> None:
        """Whether what is opened is read by itself."""
        self._reads = reads
        self._retranslate()

    def _button(self, action: QAction) -> QPushButton:
        button = QPushButton(self)
        button.clicked.connect(action.trigger)
        button.setProperty("action", action)
        return button

    def _sample(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setIconSize(SAMPLE_SIZE)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_kind(button, "muted")
        button.clicked.connect(partial(self.sample_chosen.emit, str(path(*SAMPLES[name].split("/")))))
        return button

    def _recolor(self) -> None:
        if self.isVisible():
            self._draw_icon()

    def _draw_icon(self) -> None:
        self._icon.setPixmap(self._theme.icon("picture", "muted").pixmap(ICON_SIZE, ICON_SIZE))

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Drop a picture here"))
        self._hint.setText(
            self.tr("Its text is read at once, on this machine. Then ask about it in the chat.")
            if self._reads
            else self.tr("Then read its text with Ctrl+R, or ask about it in the chat.")
        )
        self._name_ways(keys=True)
        self._or.setText(self.tr("or try a sample picture"))
        names = {
            "menu": self.tr("Menu"), "receipt": self.tr("Receipt"), "table": self.tr("Table"), "shapes": self.tr("Shapes"),
        }  # fmt: skip
        for name, sample in self.samples.items():
            sample.setText(names[name])
            sample.setAccessibleName(self.tr("Sample picture: %1").replace("%1", names[name]))
        if self.isVisible():
            self._fit()

    def _name_ways(self, *, keys: bool) -> None:
        short = {"open": self.tr("Open"), "paste": self.tr("Paste"), "capture": self.tr("Capture the screen")}
        for button in self._buttons:
            action: QAction = button.property("action")
            name = short[action.objectName()]
            shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            button.setText(f"{name}   {shown}" if keys else name)
            button.setToolTip(key_text(action))
            button.setAccessibleName(action.text())

    def showEvent(self, event: QShowEvent) -> None:
        """Pictures are drawn and read when they are seen: a start with a file shows none of them."""
        super().showEvent(event)
        self._draw_icon()
        for name, sample in self.samples.items():
            if sample.icon().isNull():
                sample.setIcon(QIcon(str(path("samples", "small", f"{name}.png"))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where the ways in have no room beside each other they go without their keys, or stand below each other; without the
        samples and what is said above where that is too high."""
        layout = self.layout()
        assert layout is not None
        margin = MARGIN if self.width() >= grown(NARROW) else MARGIN // 4
        layout.setContentsMargins(margin, MARGIN, margin, MARGIN)
        room = self.contentsRect().width() - 2 * margin
        self._name_ways(keys=True)
        if self._across(self._buttons, 8) > room:
            self._name_ways(keys=False)
        fits = self._across(self._buttons, 8) <= room
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom)
        narrow = self._across(self.samples.values(), 4) > room
        for part in (self._icon, self._hint, self._or, *self.samples.values()):
            part.show()
        for sample in (self.samples["table"], self.samples["shapes"]):
            sample.setVisible(not narrow)
        for spare in ([self._icon], [self._or, *self.samples.values()], [self._hint]):
            if self._high() > self.height():
                for part in spare:
                    part.hide()

    def minimumSizeHint(self) -> QSize:
        """Room for the ways in below each other, and what they are."""
        high = sum(part.sizeHint().height() + 8 for part in (self._title, *self._buttons))
        return QSize(super().minimumSizeHint().width(), high + 2 * MARGIN)

    def _high(self) -> int:
        """How high all that is shown is, now and not when its layouts get to it."""
        outer, inner = self.layout(), self.ways.layout()
        assert outer is not None and inner is not None
        inner.activate()
        self.ways.updateGeometry()
        return outer.heightForWidth(self.width())

    @staticmethod
    def _across(buttons: Iterable[QWidget], spacing: int) -> int:
        return sum(button.sizeHint().width() + spacing for button in buttons) - spacing
