"""The layers over one picture."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene

from eyebox.canvas.box_layer import BoxLayer
from eyebox.canvas.crosshair import Crosshair
from eyebox.canvas.ghosts import Ghosts
from eyebox.canvas.parts_layer import PartsLayer
from eyebox.canvas.redaction_layer import RedactionLayer
from eyebox.canvas.selection_layer import SelectionLayer
from eyebox.theme.theme import Theme


class CanvasScene(QGraphicsScene):
    """Holds the layers. Only the text layer takes mouse events; tools do the rest."""

    def __init__(
        self,
        theme: Theme,
        picture_item: QGraphicsItem,
        text_layer: QGraphicsItem,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self.picture_item = picture_item
        self.text_layer = text_layer
        self.redaction_layer = RedactionLayer(theme)
        self.parts_layer = PartsLayer(theme)
        self.box_layer = BoxLayer(theme)
        self.ghosts = Ghosts(theme)
        self.proposals = Ghosts(theme, alive=False)
        self.selection_layer = SelectionLayer(theme)
        self.crosshair = Crosshair(theme)
        self.picture_rect = QRectF()
        self._box_layers = (
            self.redaction_layer,
            self.parts_layer,
            self.box_layer,
            self.ghosts,
            self.proposals,
            self.selection_layer,
            self.crosshair,
        )
        layers = (picture_item, text_layer, *self._box_layers)
        for z, layer in enumerate(layers):
            layer.setZValue(z)
            self.addItem(layer)

    def set_picture_rect(self, width: float, height: float) -> None:
        """The upright picture's size in pixels; boxes stay inside it."""
        self.picture_rect = QRectF(0, 0, width, height)
        for layer in self._box_layers:
            layer.set_bounds(self.picture_rect)
