"""What is being chosen on the screens: pure geometry in native pixels, shared by the windows of all screens."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QObject, QPoint, QRect, Signal

Mode = Literal["region", "window", "screen"]
Side = tuple[int, int]
"""Which sides a handle moves: -1 left or top, 1 right or bottom, 0 neither; (0, 0) is the whole."""

SMALLEST = 3
"""Pixels: less is a click that trembled."""
REACH = 8
"""Pixels around a handle that still mean it."""


class Selection(QObject):
    """A region by a drag or by keys, or one of the windows or screens that are pointed at.

    Signals:
        changed: something is to be painted anew.
        taken: the region that was chosen (QRect).
        pointed: a click without a drag, at this pixel (QPoint).
        cancelled: nothing is wanted.
    """

    changed = Signal()
    taken = Signal(QRect)
    pointed = Signal(QPoint)
    cancelled = Signal()

    def __init__(
        self,
        screens: Sequence[QRect],
        windows: Sequence[QRect] = (),
        mode: Mode = "region",
        *,
        adjusts: bool = False,
    ) -> None:
        """`windows` from the topmost to the lowest. `adjusts`: a region can still be changed after the drag."""
        super().__init__()
        self._screens = list(screens)
        self._whole = QRect()
        """The rectangle around all screens."""
        for screen in screens:
            self._whole |= screen
        self._windows: list[QRect] = []
        for window in map(self._kept_inside, windows):
            if not window.isEmpty() and window not in self._windows:
                self._windows.append(window)
        self.adjusts = adjusts
        self.mode: Mode = mode
        self.at: QPoint | None = None
        """The pixel that is pointed at."""
        self.is_adjusting = False
        self._rect = QRect()
        self._anchor: QPoint | None = None
        self._nudged = QPoint()
        """How far arrow keys have taken the pixel away from the mouse."""
        self._held: tuple[Side, QRect, QPoint] | None = None
        """The handle that is dragged, the region before, and where the drag began."""
        self._stepped: QRect | None = None
        """The window or screen that keys went to: others may lie over its middle."""

    @property
    def rect(self) -> QRect:
        """The region, window or screen that would be taken; empty where there is none."""
        if self.mode != "region":
            return self._target()
        if self._anchor is None or self.at is None:
            return self._rect
        return self._kept_inside(_between(self._anchor, self.at))

    @property
    def is_dragging(self) -> bool:
        return self._anchor is not None or self._held is not None

    def handles(self) -> dict[Side, QPoint]:
        """The handles of a region that can be changed."""
        if not self.is_adjusting:
            return {}
        rect = self._rect
        columns = {-1: rect.left(), 0: rect.center().x(), 1: rect.right()}
        rows = {-1: rect.top(), 0: rect.center().y(), 1: rect.bottom()}
        return {(h, v): QPoint(x, y) for h, x in columns.items() for v, y in rows.items() if (h, v) != (0, 0)}

    def side_at(self, at: QPoint) -> Side | None:
        """The handle at a pixel; (0, 0) inside of the region, None elsewhere."""
        near = {side: (place - at).manhattanLength() for side, place in self.handles().items()}
        nearest = min(near, key=lambda side: near[side], default=None)
        if nearest is not None and near[nearest] <= 2 * REACH:
            return nearest
        return (0, 0) if self.is_adjusting and self._rect.contains(at) else None

    def set_mode(self, mode: Mode) -> None:
        """Chooses otherwise from now on."""
        self.mode = mode
        self._drop()
        self.changed.emit()

    def press(self, at: QPoint) -> None:
        self._nudged, self._stepped = QPoint(), None
        self.at = at
        side = self.side_at(at)
        if side is not None:
            self._held = side, self._rect, at
        elif self.mode == "region":
            self._drop()
            self._anchor = at
        self.changed.emit()

    def move(self, at: QPoint) -> None:
        self._stepped = None
        self.at = at = at if self._nudged.isNull() else self._on_a_screen(at + self._nudged)
        if self._held is not None:
            side, before, begun = self._held
            self._rect = self._pulled(before, side, at - begun)
        self.changed.emit()

    def release(self, at: QPoint) -> None:
        """Ends a drag: takes the region, or leaves it to be adjusted."""
        self.move(at)
        at = self.at or at
        if self._held is not None:
            self._held = None
        elif self.mode != "region":
            self._take(self._target())
        elif self._anchor is not None:
            anchor, rect = self._anchor, self.rect
            self._anchor = None
            if max(abs(at.x() - anchor.x()), abs(at.y() - anchor.y())) < SMALLEST:
                self.pointed.emit(at)
            elif min(rect.width(), rect.height()) < SMALLEST:
                self.changed.emit()
            elif self.adjusts:
                self._adjust(rect)
            else:
                self.taken.emit(rect)

    def nudge(self, by: QPoint, *, resizes: bool = False) -> None:
        """Moves by keys: the region that is adjusted (or its right and lower side), else the pixel that is pointed at."""
        if self.is_adjusting:
            self._rect = self._pulled(self._rect, (1, 1) if resizes else (0, 0), by)
        elif self.mode != "region":
            self._step_target(1 if by.x() + by.y() > 0 else -1)
        else:
            before = self.at or self._screens[0].center()
            self.at = self._on_a_screen(before + by)
            self._nudged += self.at - before
        self.changed.emit()

    def mark(self) -> None:
        """Begins a region at the pixel that is pointed at, or ends it there: dragging by keys."""
        if self.mode != "region" or self.is_adjusting:
            self.accept()
        elif self._anchor is None:
            self.at = self.at or self._screens[0].center()
            self._anchor = self.at
            self.changed.emit()
        else:
            self.release((self.at or self._anchor) - self._nudged)

    def accept(self) -> None:
        """Takes what is chosen; with nothing chosen the screen that is pointed at."""
        self._take(self.rect if not self.rect.isEmpty() else self._screen_at(self.at))

    def _take(self, rect: QRect) -> None:
        self._drop()
        if not rect.isEmpty():
            self.taken.emit(rect)

    def _adjust(self, rect: QRect) -> None:
        self._rect, self.is_adjusting = rect, True
        self.changed.emit()

    def _drop(self) -> None:
        self._rect, self._anchor, self._held, self.is_adjusting = QRect(), None, None, False
        self._stepped = None

    def _target(self) -> QRect:
        if self._stepped is not None:
            return self._stepped
        if self.at is None:
            return QRect()
        if self.mode == "screen":
            return self._screen_at(self.at)
        for window in self._windows:
            if window.contains(self.at):
                return window
        return self._screen_at(self.at)

    def _step_target(self, by: int) -> None:
        targets = self._screens if self.mode == "screen" else self._windows or self._screens
        now = self._target()
        place = (targets.index(now) + by) % len(targets) if now in targets else 0
        self._stepped = targets[place]
        self.at = self._stepped.center()

    def _screen_at(self, at: QPoint | None) -> QRect:
        for screen in self._screens:
            if at is not None and screen.contains(at):
                return screen
        return self._screens[0]

    def _on_a_screen(self, at: QPoint) -> QPoint:
        if any(screen.contains(at) for screen in self._screens):
            return at
        around = self._screen_at(self.at)
        return QPoint(
            min(max(at.x(), around.left()), around.right()), min(max(at.y(), around.top()), around.bottom())
        )

    def _kept_inside(self, rect: QRect) -> QRect:
        return rect & self._whole

    def _pulled(self, rect: QRect, side: Side, by: QPoint) -> QRect:
        """A region with some of its sides moved, or all of it as far as it can be."""
        if side != (0, 0):
            return self._kept_inside(_pulled(rect, side, by))
        whole = self._whole
        return rect.translated(
            min(max(by.x(), whole.left() - rect.left()), whole.right() - rect.right()),
            min(max(by.y(), whole.top() - rect.top()), whole.bottom() - rect.bottom()),
        )


def _between(a: QPoint, b: QPoint) -> QRect:
    """The pixels from one to the other, both among them."""
    left, right = sorted((a.x(), b.x()))
    top, bottom = sorted((a.y(), b.y()))
    return QRect(QPoint(left, top), QPoint(right, bottom))


def _pulled(rect: QRect, side: Side, by: QPoint) -> QRect:
    """A region with some of its sides moved."""
    left, top, right, bottom = rect.left(), rect.top(), rect.right(), rect.bottom()
    if side[0] < 0:
        left += by.x()
    elif side[0] > 0:
        right += by.x()
    if side[1] < 0:
        top += by.y()
    elif side[1] > 0:
        bottom += by.y()
    return _between(QPoint(left, top), QPoint(right, bottom))
