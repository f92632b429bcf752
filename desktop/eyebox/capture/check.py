"""A check of the capture: a marker is drawn on every screen, captured like everything else, and compared pixel by pixel."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRect, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPaintEvent, QScreen
from PySide6.QtWidgets import QWidget

from eyebox.capture.screens import Frozen, freeze
from eyebox.capture.toast import FLOATING

SIDE = 80
"""The marker's side in Qt's pixels: a whole number of native ones at every usual scale."""
PAINTED_MS = 300
"""How long the desktop has to show it."""
REACH = 4
"""So many native pixels around its place it is looked for where it is not right there."""


@dataclass(frozen=True, slots=True)
class ScreenReport:
    """What came of one screen. `wrong` native pixels of `count` differ where the marker belongs; `moved`: it lies so far off
    instead, None where it is nowhere near."""

    name: str
    size: tuple[int, int]
    ratio: float
    count: int
    wrong: int
    moved: tuple[int, int] | None = (0, 0)

    @property
    def sentence(self) -> str:
        """What it means, and what helps."""
        screen = f"{self.name} ({self.size[0]} × {self.size[1]}, {self.ratio * 100:g} %)"
        if not self.wrong:
            text = QCoreApplication.translate("CaptureCheck", "%1: exact, pixel by pixel.")
        elif self.moved is None:
            text = QCoreApplication.translate(
                "CaptureCheck",
                "%1: the marker was not found. Another window may cover it, or the desktop gives a picture that it resampled: "
                "give all screens the same scale, and check again.",
            )
        elif self.moved != (0, 0):
            text = QCoreApplication.translate(
                "CaptureCheck",
                "%1: the picture is off by %2 and %3 pixels. Set the screen's scale anew, and check again.",
            )
            text = text.replace("%2", str(self.moved[0])).replace("%3", str(self.moved[1]))
        else:
            text = QCoreApplication.translate(
                "CaptureCheck",
                "%1: %2 of %3 pixels have another colour. A colour filter or night light changes pictures.",
            )
            text = text.replace("%2", str(self.wrong)).replace("%3", str(self.count))
        return text.replace("%1", screen)


class _Marker(QWidget):
    """Every native pixel has a colour of its own."""

    def __init__(self, screen: QScreen) -> None:
        super().__init__(None, FLOATING)
        ratio = screen.devicePixelRatio()
        side = round(SIDE * ratio)
        self.image = QImage(side, side, QImage.Format.Format_RGB32)
        for y in range(side):
            for x in range(side):
                self.image.setPixelColor(x, y, QColor(x % 256, y % 256, (x * 7 + y * 13) % 256))
        self._shown = self.image.copy()
        self._shown.setDevicePixelRatio(ratio)
        inside = (screen.geometry().size() - QSize(SIDE, SIDE)) / 2
        whole = QPoint(inside.width() // 20 * 20, inside.height() // 20 * 20)  # of native pixels too
        self.setGeometry(QRect(screen.geometry().topLeft() + whole, QSize(SIDE, SIDE)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).drawImage(0, 0, self._shown)


class CaptureCheck(QObject):
    """Signals: finished: a tuple of ScreenReport, one for each screen."""

    finished = Signal(object)

    def __init__(
        self, parent: QObject | None = None, *, freeze: Callable[[QScreen], Frozen | None] = freeze
    ) -> None:
        super().__init__(parent)
        self._freeze = freeze
        self._markers: list[tuple[QScreen, _Marker]] = []

    @Slot()
    def begin(self) -> None:
        """Shows the markers for a moment."""
        for screen in QGuiApplication.screens():
            marker = _Marker(screen)
            self._markers.append((screen, marker))
            marker.show()
            marker.raise_()
        QTimer.singleShot(PAINTED_MS, self, self._compare)

    @Slot()
    def _compare(self) -> None:
        reports = []
        for screen, marker in self._markers:
            frozen = self._freeze(screen)
            if frozen is not None:
                reports.append(compared(frozen, marker.geometry(), marker.image))
            else:
                size = screen.geometry().size() * screen.devicePixelRatio()
                count = marker.image.width() * marker.image.height()
                reports.append(
                    ScreenReport(
                        screen.name(),
                        (size.width(), size.height()),
                        screen.devicePixelRatio(),
                        count,
                        count,
                        None,
                    )
                )
        for _screen, marker in self._markers:
            marker.hide()
            marker.deleteLater()
        self._markers = []
        self.finished.emit(tuple(reports))


def compared(screen: Frozen, place: QRect, marker: QImage) -> ScreenReport:
    """A screen's picture and what was drawn on it at a place in Qt's coordinates."""
    corner = (
        screen.to_native((place.topLeft() - screen.logical.topLeft()).toPointF()) - screen.native.topLeft()
    )
    wrong = {
        (x, y): _differing(screen.image, corner + QPoint(x, y), marker)
        for x in range(-REACH, REACH + 1)
        for y in range(-REACH, REACH + 1)
    } if (here := _differing(screen.image, corner, marker)) else {}  # fmt: skip
    count = marker.width() * marker.height()
    near = [at for at, number in sorted(wrong.items(), key=lambda one: one[1]) if number < count // 10]
    moved = (
        (0, 0)
        if not here
        else near[0]
        if near
        else (0, 0)
        if here < count and _is_alike(screen, corner, marker)
        else None
    )
    size = (screen.native.width(), screen.native.height())
    return ScreenReport(screen.name, size, screen.ratio, count, here, moved)


def _differing(image: QImage, corner: QPoint, marker: QImage) -> int:
    part = image.copy(QRect(corner, marker.size())).convertToFormat(QImage.Format.Format_RGB32)
    if part == marker:
        return 0
    ours, theirs = memoryview(marker.constBits()).cast("I"), memoryview(part.constBits()).cast("I")
    return sum((a ^ b) & 0xFFFFFF != 0 for a, b in zip(ours, theirs, strict=True))


def _is_alike(screen: Frozen, corner: QPoint, marker: QImage) -> bool:
    """Whether it is the marker in other colours: brighter where that is brighter."""
    column = marker.width() // 2
    part = screen.image.copy(QRect(corner, marker.size()))
    greens = [part.pixelColor(column, y).green() for y in range(0, marker.height(), 8)]
    return sum(b > a for a, b in pairwise(greens)) > 0.8 * (len(greens) - 1)


def check_and_print(application: QGuiApplication) -> int:
    """Prints a line for each screen; returns 0 where all of them are exact, 1 otherwise."""
    reports: list[ScreenReport] = []

    def done(found: tuple[ScreenReport, ...]) -> None:
        reports.extend(found)
        application.quit()

    check = CaptureCheck(application)
    check.finished.connect(done)
    QTimer.singleShot(0, check.begin)
    application.exec()
    for report in reports:
        print(report.sentence)
    return int(not reports or any(report.wrong for report in reports))
