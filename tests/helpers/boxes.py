"""Boxes and a canvas to try them on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtTest import QTest

from eyebox.annotations.box_model import BoxModel
from eyebox.canvas.view import CanvasView
from eyebox.theme.theme import Theme
from eyebox_models.protocol.box import Box

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def make_box(name: str, x: float, y: float, width: float = 100, height: float = 60, label: str = "") -> Box:
    """A box with a readable id; its label is the id unless another one is given."""
    return Box(label or name, x, y, x + width, y + height, id=name)


@dataclass
class Bench:
    """A canvas over a picture of 800 x 600 pixels with its boxes; the mouse works in picture pixels."""

    view: CanvasView
    model: BoxModel
    stack: QUndoStack
    theme: Theme

    def at(self, x: float, y: float) -> QPoint:
        return self.view.viewportTransform().map(QPointF(x, y)).toPoint()

    def click(self, x: float, y: float, keys: Qt.KeyboardModifier = NONE) -> None:
        QTest.mouseMove(self.view.viewport(), self.at(x, y))
        QTest.mouseClick(self.view.viewport(), LEFT, keys, self.at(x, y))

    def press(self, x: float, y: float, keys: Qt.KeyboardModifier = NONE) -> None:
        QTest.mousePress(self.view.viewport(), LEFT, keys, self.at(x, y))

    def move(self, x: float, y: float) -> None:
        QTest.mouseMove(self.view.viewport(), self.at(x, y))

    def release(self, x: float, y: float, keys: Qt.KeyboardModifier = NONE) -> None:
        QTest.mouseRelease(self.view.viewport(), LEFT, keys, self.at(x, y))

    def drag(self, start: Sequence[float], end: Sequence[float], keys: Qt.KeyboardModifier = NONE) -> None:
        self.press(start[0], start[1], keys)
        self.move((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
        self.move(end[0], end[1])
        self.release(end[0], end[1], keys)

    def key(self, key: Qt.Key, keys: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.view, key, keys)

    def xyxy(self, name: str) -> tuple[float, float, float, float]:
        box = self.model.box(name)
        assert box is not None
        return box.xyxy

    def labels(self) -> list[str]:
        return [box.label for box in self.model.boxes()]
