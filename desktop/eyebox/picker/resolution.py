"""The size at which pictures are shown to a model, as a slider that says what it costs."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from eyebox.picker import words
from eyebox.picker.controls import CalmSlider
from eyebox.theme import Theme
from eyebox.theme.controls import column, icon_button, keep_room, label, line
from eyebox.theme.retranslated import Retranslated
from eyebox_models.protocol.ask import Options
from eyebox_models.protocol.cards import ONE_SIZE, Estimate, SizeRule

TOKENS = (
    64, 96, 128, 192, 256, 384, 512, 640, 768, 1024, 1280, 1536, 2048, 2560, 3072, 4096, 5120, 6144, 8192, 12288, 16384,
)  # fmt: skip
TILES = tuple(range(1, 13))


class ResolutionSlider(Retranslated, QWidget):
    """Chooses `max_pixels` or `max_tiles` for a model; None leaves it to the checkpoint.

    Signals:
        changed: the user chose another value (a number, or None).
    """

    changed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rule = ONE_SIZE
        self._stops: tuple[int, ...] = TOKENS
        self._value: int | None = None
        self._estimate: Estimate | None = None
        self.slider = CalmSlider()
        self.slider.setPageStep(2)
        self.slider.valueChanged.connect(self._moved)
        self._limit = label("hint")
        self.reset = icon_button(theme, "undo")
        self.reset.clicked.connect(self._reset)
        keep_room(self.reset)
        self.sentence = label("hint", wrap=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignTop)
        limit = line(self._limit, None, self.reset, spacing=8)
        column(self.slider, limit, self.sentence, inside=self, spacing=4)
        self.set_model(ONE_SIZE)

    @property
    def value(self) -> int | None:
        """`max_pixels` or `max_tiles`, None for the checkpoint's own."""
        return self._value

    def applied(self, options: Options) -> Options:
        """The same options with what is chosen here."""
        tiles = self._value if self._rule.unit == "tiles" else None
        pixels = self._value if self._rule.unit == "pixels" else None
        return replace(options, max_pixels=pixels, max_tiles=tiles)

    def set_model(self, rule: SizeRule) -> None:
        """Follows another model's rule; the value goes back to the checkpoint's own."""
        self._rule = rule
        self._stops = TILES if self._rule.unit == "tiles" else TOKENS
        self._value, self._estimate = None, None
        self._block(lambda: self.slider.setRange(0, len(self._stops) - 1))
        for part in (self.slider, self._limit, self.reset):
            part.setVisible(bool(self._rule.unit))
        self._place()

    def set_options(self, options: Options) -> None:
        """Shows the value of these options, without a signal."""
        self._value = {"tiles": options.max_tiles, "pixels": options.max_pixels, "": None}[self._rule.unit]
        self._place()

    def set_estimate(self, estimate: Estimate | None) -> None:
        """Says what the chosen size costs; None: it is being worked out."""
        self._estimate = estimate
        if self._value is None:
            self._place()
        else:
            self._retranslate()

    def _stop_of(self, value: int) -> int:
        """The place of the stop nearest to a value of the options."""
        wanted = value if self._rule.unit == "tiles" else value // self._rule.pixels_per_token
        at = min(bisect_left(self._stops, wanted), len(self._stops) - 1)
        if at and wanted - self._stops[at - 1] < self._stops[at] - wanted:
            at -= 1
        return at

    def _own(self) -> int:
        """Where the handle rests while the checkpoint chooses: at what the first picture takes, when that is known."""
        if self._rule.unit == "tiles":
            return len(self._stops) - 1
        pictures = len(self._estimate.resized) if self._estimate is not None else 0
        if self._estimate is None or not pictures:
            return len(self._stops) - 1
        width, height = self._estimate.resized[0]
        return self._stop_of(width * height)

    def _place(self) -> None:
        at = self._own() if self._value is None else self._stop_of(self._value)
        self._block(lambda: self.slider.setValue(at))
        self._retranslate()

    def _block(self, change: object) -> None:
        blocked = self.slider.blockSignals(True)
        change()  # type: ignore[operator]
        self.slider.blockSignals(blocked)
        self.slider.update()

    def _retranslate(self) -> None:
        chosen = self._stops[self.slider.value()]
        if self._value is None:
            self._limit.setText(self.tr("automatic"))
        elif self._rule.unit == "tiles":
            self._limit.setText(self.tr("up to %n tile(s)", "", chosen))
        else:
            self._limit.setText(self.tr("at most %1 a picture").replace("%1", words.number(chosen)))
        self.reset.setVisible(bool(self._rule.unit) and self._value is not None)
        name = (
            self.tr("Tiles a picture") if self._rule.unit == "tiles" else self.tr("Visual tokens a picture")
        )
        megapixels = ""
        if self._rule.unit == "pixels":
            pixels = QLocale().toString(chosen * self._rule.pixels_per_token / 1e6, "f", 2)
            megapixels = self.tr("%1 megapixels").replace("%1", pixels)
        self.slider.setAccessibleName(name)
        self.slider.setAccessibleDescription(self._limit.text())
        self.slider.setToolTip(f"{name}: {self._limit.text()}" + (f" ({megapixels})" if megapixels else ""))
        self.reset.setAccessibleName(self.tr("Let the model choose the size"))
        self.reset.setToolTip(self.reset.accessibleName())
        if self._estimate is None:
            self.sentence.setText(self.tr("Working it out…"))
        else:
            self.sentence.setText(words.first_word(self._estimate))

    @Slot(int)
    def _moved(self, at: int) -> None:
        scale = 1 if self._rule.unit == "tiles" else self._rule.pixels_per_token
        self._value = self._stops[at] * scale
        self._retranslate()
        self.changed.emit(self._value)

    @Slot()
    def _reset(self) -> None:
        self._value = None
        self.slider.setFocus()
        self._place()
        self.changed.emit(None)
