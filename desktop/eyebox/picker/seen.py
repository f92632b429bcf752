"""What the model saw: each picture of an answer at the size it was shown, so that one sees how legible it was."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QLocale, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QListWidget, QScrollArea, QWidget

from eyebox.picker import words
from eyebox.theme import Theme
from eyebox.theme.controls import ElidedLabel, button, column, hairline, label, line
from eyebox.theme.grown import resize_grown
from eyebox.theme.retranslated import Retranslated
from eyebox_models.protocol.events import Answer, ImageInfo

_NOTHING = QSize(320, 80)

ImageOf = Callable[[ImageInfo], "QImage | None"]
"""Gives the upright picture: a null image while it is on its way (`show_picture` follows), None where it is not at hand."""


class SeenView(Retranslated, QDialog):
    """Pictures of an answer as its model saw them, one pixel of the model's picture to one of the screen's points."""

    def __init__(
        self,
        theme: Theme,
        answer: Answer,
        image_of: ImageOf,
        names: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._answer = answer
        self._image_of = image_of
        self._names = tuple(names)
        self.pictures = QListWidget()
        self.pictures.setFixedWidth(200)
        self._line = hairline("vline")
        self._line.setVisible(len(answer.seen) > 1)
        self._name = ElidedLabel("title")
        self.facts = label("", wrap=True)
        self._hint = label("hint", wrap=True)
        self.preview = _Preview(theme)
        self._scroller = QScrollArea()
        self._scroller.setWidget(self.preview)
        self.preview.setAutoFillBackground(False)
        self._scroller.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._scroller.setProperty("surface", "canvas")
        self.fit = button("chip")
        self.fit.setCheckable(True)
        self.fit.toggled.connect(self.show_picture)
        self.close_button = button()
        self.close_button.clicked.connect(self.accept)
        self._lay_out()
        self.pictures.currentRowChanged.connect(self.show_picture)
        resize_grown(self, 880, 640)
        self.setMinimumSize(480, 360)
        self._retranslate()

    def _lay_out(self) -> None:
        head = column(self._name, self.facts, self._hint, spacing=4, margins=(24, 20, 24, 16))
        foot = line(self.fit, None, self.close_button, margins=(24, 12, 24, 12))
        page = column(head, (self._scroller, 1), hairline(), foot)
        self._side = QWidget()
        column(self.pictures, inside=self._side, margins=(8, 16, 8, 8))
        self._side.setVisible(len(self._answer.seen) > 1)
        line(self._side, self._line, (page, 1), inside=self)

    def _seen(self) -> ImageInfo | None:
        at = max(0, self.pictures.currentRow())
        return self._answer.seen[at] if at < len(self._answer.seen) else None

    def _named(self, seen: ImageInfo) -> str:
        if 0 <= seen.image < len(self._names):
            return self._names[seen.image]
        return self.tr("Picture %1").replace("%1", str(seen.image + 1))

    @Slot()
    def show_picture(self) -> None:
        """Shows the picture that is chosen, as far as it has come."""
        seen = self._seen()
        if seen is None:
            self._name.set_whole(self.tr("This answer saw no picture."))
            self.preview.show_image(None, QSize())
            self.facts.hide()
            self._hint.hide()
            return
        self._name.set_whole(self._named(seen))
        self.facts.setText(seen_facts(seen))
        self._hint.setText(seen_hint(seen))
        wide, high = seen.resized
        room = self._scroller.viewport().size()
        if self.fit.isChecked() and wide and high:
            scale = min(room.width() / wide, room.height() / high, 1.0)
            shown = QSize(max(1, round(wide * scale)), max(1, round(high * scale)))
        else:
            shown = QSize(wide, high)
        self.preview.show_image(self._image_of(seen), QSize(wide, high), shown)
        self.preview.setAccessibleName(f"{self._named(seen)}: {self.facts.text()}")

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("What the model saw"))
        self.fit.setText(self.tr("Fit the window"))
        self.close_button.setText(self.tr("Close"))
        self.pictures.setAccessibleName(self.tr("Pictures"))
        at = self.pictures.currentRow()
        self.pictures.clear()
        self.pictures.addItems([self._named(seen) for seen in self._answer.seen])
        self.pictures.setCurrentRow(max(at, 0))
        self.show_picture()


class _Preview(QWidget):
    """A picture made as small as the model saw it, then shown at a size of the window's points."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._image = QImage()
        self._missing = False

    def show_image(self, image: QImage | None, resized: QSize, shown: QSize | None = None) -> None:
        self._missing = image is None
        self._image = QImage()
        if image is not None and not image.isNull() and not resized.isEmpty():
            self._image = image.scaled(
                resized, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
        self.setFixedSize(_NOTHING if self._missing else shown or resized)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRectF(self.rect())
        if self._missing:
            painter.setPen(self._theme.color("muted"))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.tr("The picture is not at hand."))
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._image.width() > self.width())
        painter.drawImage(area, self._image)


def seen_facts(seen: ImageInfo) -> str:
    """ "2400 × 3200 shown at 868 × 1148 · 1,271 visual tokens · 13 % of its pixels"."""
    translate = words.translate
    text = translate("Picker", "%1 shown at %2")
    text = text.replace("%1", f"{seen.width} × {seen.height}")
    parts = [text.replace("%2", f"{seen.resized[0]} × {seen.resized[1]}")]
    if seen.visual_tokens:
        parts.append(words.visual_tokens(seen.visual_tokens))
    share = _share(seen)
    if share is not None and share < 0.995:
        text = QLocale().toString(share * 100, "f", 0 if share >= 0.1 else 1)
        parts.append(translate("Picker", "%1 % of its pixels").replace("%1", text))
    return " · ".join(parts)


def seen_hint(seen: ImageInfo) -> str:
    """What that means for reading small text, in a sentence."""
    share = _share(seen)
    if share is None or share >= 0.995:
        return words.translate("Picker", "The model saw every pixel.")
    factor = round(share**-0.5, 1)
    times = QLocale().toString(factor, "f", 0 if factor.is_integer() else 1)
    text = words.translate(
        "Picker", "%1 times smaller in each direction: what you can't read here, the model couldn't either."
    )
    return text.replace("%1", times)


def _share(seen: ImageInfo) -> float | None:
    original = seen.width * seen.height
    return seen.resized[0] * seen.resized[1] / original if original and seen.resized[0] else None
