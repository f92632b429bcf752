"""What is seen of the hand on the boxes: which are selected, hovered, about to be changed, drawn or flashed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QVariantAnimation, Signal, Slot

from eyebox.canvas.scene import CanvasScene
from eyebox.canvas.selection_layer import Guide, SelectionMarks
from eyebox.canvas.zoom_view import ZoomView
from eyebox.theme.theme import Theme
from eyebox_models.protocol.box import Box

FLASH_MS = 520


class Marks(QObject):
    """Gives the selection layer what it paints, whenever a part of that changes.

    Signals:
        hovered: the box under the mouse (its id, "" for none).
    """

    hovered = Signal(str)

    def __init__(self, theme: Theme, scene: CanvasScene, view: ZoomView) -> None:
        super().__init__(view)
        self._theme = theme
        self._scene = scene
        self._view = view
        self._selected: tuple[Box, ...] = ()
        self._preview: tuple[Box, ...] = ()
        self._hovered: Box | None = None
        self._drawn: Box | None = None
        self._band: tuple[float, float, float, float] | None = None
        self._flashed: Box | None = None
        self._guide: Guide | None = None
        self._flash = QVariantAnimation(self, startValue=0.0, endValue=1.0, duration=FLASH_MS)
        self._flash.valueChanged.connect(self._flash_on)
        self._flash.finished.connect(self._flash_over)

    @property
    def drawn(self) -> Box | None:
        """The box that is being drawn, or waits for its label."""
        return self._drawn

    def show_selected(self, boxes: Sequence[Box]) -> None:
        self._selected = tuple(boxes)
        self._show()

    def preview(self, boxes: Sequence[Box]) -> None:
        """Shows boxes as they would be, in place of those with the same ids; none: as they are."""
        self._preview = tuple(boxes)
        self._scene.box_layer.set_hidden({box.id for box in boxes})
        self._show()

    def show_band(self, band: tuple[float, float, float, float] | None) -> None:
        self._band = band
        self._show()

    def show_guide(self, guide: Guide | None) -> None:
        """Marks where a side of the selected box was put, and where it could be."""
        self._guide = guide
        self._show()

    def show_drawn(self, box: Box | None) -> None:
        self._drawn = box
        self._show()

    def show_hovered(self, box: Box | None) -> None:
        before, self._hovered = self._hovered, box
        if before != box:
            self._show()
        if (before and before.id) != (box and box.id):
            self.hovered.emit(box.id if box else "")

    def flash(self, box: Box) -> None:
        """Draws the eye to a box for a moment."""
        self._flash.stop()
        self._flashed = box
        self._flash.start()

    def keep_up(self, seen: Callable[[str], Box | None]) -> None:
        """Leaves out boxes that are not to be seen any more; `seen` gives one by its id, as it is now."""
        if any(seen(box.id) is None for box in self._preview):
            self.preview([box for box in self._preview if seen(box.id) is not None])
        if self._hovered is not None:
            self.show_hovered(seen(self._hovered.id))

    def _show(self) -> None:
        shown = {box.id: box for box in self._preview}
        selected = tuple(shown.get(box.id, box) for box in self._selected)
        flash = None
        if self._flashed is not None:
            spread = float(self._flash.currentValue()) if self._theme.motion else 0.0
            flash = (self._flashed, spread)
        hovered = self._hovered if not self._preview else None
        marks = SelectionMarks(selected, hovered, self._drawn, self._band, flash, self._guide)
        self._scene.selection_layer.set_marks(marks, self._view.pixel_scale)

    @Slot("QVariant")
    def _flash_on(self, _value: object) -> None:
        self._show()

    @Slot()
    def _flash_over(self) -> None:
        self._flashed = None
        self._show()
