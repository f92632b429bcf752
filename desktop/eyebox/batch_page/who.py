"""Who does a batch: the reader, a model at a precision, or servers that share the pages."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from eyebox.batch_page import words
from eyebox.theme.controls import button, column, label, line
from eyebox.theme.retranslated import Retranslated
from eyebox_models.endpoints.known import PREFIX
from eyebox_models.protocol.ask import READER, ModelRef

USUAL = tuple(name for name in words.PRECISIONS if name != "auto")


class WhoDoesIt(Retranslated, QWidget):
    """Chooses a model.

    Signals:
        changed: another one is chosen.
        folder_wanted: a model is to be chosen in a dialog.
    """

    changed = Signal()
    folder_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._models: list[tuple[str, str, list[str]]] = [(READER, "", [])]
        self._also: set[str] = set()
        self.title, self.shared = label("hint"), label("hint", wrap=True)
        self.model, self.precision = QComboBox(), QComboBox()
        self.other = button("link")
        self.servers: dict[str, QCheckBox] = {}
        """The servers that may share the pages with the chosen one, by their references."""
        self._boxes = QWidget()
        QVBoxLayout(self._boxes).setContentsMargins(0, 4, 0, 0)
        column(
            self.title, 4, line((self.model, 1), self.precision, spacing=8), 4, line(self.other, None),
            column(8, self.shared, self._boxes), 16, inside=self,
        )  # fmt: skip
        self.title.setBuddy(self.model)
        self.model.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.precision.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.model.activated.connect(self._show)
        self.other.clicked.connect(self.folder_wanted)
        self._retranslate()

    def set_models(self, models: Sequence[tuple[str, str, list[str]]]) -> None:
        """The models that can be chosen: what they are called by others, how they are shown, their precisions."""
        chosen = self.reference
        self._models = [*models]
        self.model.clear()
        for name, shown, _precisions in models:
            self.model.addItem(shown, name)
        self.choose(chosen)

    def choose(self, model: ModelRef) -> None:
        """Chooses a model, also one that is not in the list, or several servers."""
        name: str = model
        self._also = set()
        if model.kind == "endpoint":
            name, *others = [PREFIX + one for one in model.removeprefix(PREFIX).split(",")]
            self._also = {*others}
        if self.model.findData(name) < 0:
            self._models.append((name, words.model(name), [*USUAL]))
            self.model.addItem(words.model(name), name)
        self.model.setCurrentIndex(self.model.findData(name))
        self._show()

    @property
    def reference(self) -> ModelRef:
        """The chosen model; servers that share the pages as one."""
        name = str(self.model.currentData() or READER)
        also = [one for one, box in self.servers.items() if box.isChecked()]
        return ModelRef(",".join([name, *(one.removeprefix(PREFIX) for one in also)]))

    def others(self) -> list[ModelRef]:
        """The models in the list but for the reader."""
        return [ModelRef(name) for name, _shown, _precisions in self._models if name != READER]

    @Slot()
    def _show(self) -> None:
        name = self.model.currentData() or READER
        chosen = self.precision.currentData() or "auto"
        known = next((one[2] for one in self._models if one[0] == name), [])
        self.precision.clear()
        for one in ("auto", *known):
            self.precision.addItem(words.precision(one), one)
        self.precision.setCurrentIndex(max(self.precision.findData(chosen), 0))
        self.precision.setVisible(name != READER and not name.startswith(PREFIX))
        self._show_servers(name)
        self.changed.emit()

    def _show_servers(self, chosen: str) -> None:
        self._also |= {one for one, box in self.servers.items() if box.isChecked()}
        for box in self.servers.values():
            box.deleteLater()
        self.servers = {}
        layout = self._boxes.layout()
        assert layout is not None
        for name, shown, _precisions in self._models:
            if chosen.startswith(PREFIX) and name.startswith(PREFIX) and name != chosen:
                box = self.servers[name] = QCheckBox(shown.replace("&", "&&"))
                box.setChecked(name in self._also)
                box.setAccessibleDescription(self.shared.text())
                layout.addWidget(box)
        self._also = set()
        for part in (self.shared, self._boxes):
            part.setVisible(bool(self.servers))

    def _retranslate(self) -> None:
        self.title.setText(self.tr("Model"))
        self.model.setAccessibleName(self.title.text())
        self.precision.setAccessibleName(self.tr("Precision"))
        self.other.setText(self.tr("A folder with a model…"))
        self.shared.setText(self.tr("Servers with the same model that share the pages:"))
