"""Which labels are offered where one is typed: those used lately, and those that have what is typed, in their colours."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, QStringListModel, Qt, Slot
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from eyebox.theme.icons import swatch
from eyebox.theme.theme import Theme

REMEMBERED = 50
SWATCH = 14


class RecentLabels:
    """Labels in the order of their last use, the latest first."""

    def __init__(self) -> None:
        self._labels: list[str] = []

    def use(self, label: str) -> None:
        if label:
            self._labels = [label, *(known for known in self._labels if known != label)][:REMEMBERED]

    def with_all(self, others: Iterable[str]) -> list[str]:
        """These first, then the others, none twice."""
        return list(dict.fromkeys([*self._labels, *(label for label in others if label)]))


def matching(labels: Iterable[str], typed: str) -> list[str]:
    """The labels that have what is typed, whatever its case: those that begin with it first, then those of which a word does."""
    wanted = typed.strip().casefold()
    ranked = []
    for label in labels:
        folded = label.casefold()
        at = folded.find(wanted)
        if at >= 0:
            begins = any(
                word.startswith(wanted) for word in folded.replace("_", " ").replace("-", " ").split()
            )
            ranked.append((0 if at == 0 else 1 if begins else 2, label))
    return [label for _rank, label in sorted(ranked, key=lambda pair: pair[0])]


class _Labels(QStringListModel):
    """Labels with their colours."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ratio = parent.devicePixelRatioF()

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.DecorationRole:
            icon = swatch(self._theme.label_color(super().data(index)), self._ratio)
            return icon.pixmap(QSize(SWATCH, SWATCH), self._ratio)
        return super().data(index, role)


class LabelCompleter(QCompleter):
    """Offers labels below a field, in their own order as far as what is typed allows."""

    def __init__(self, theme: Theme, field: QLineEdit) -> None:
        self._model = _Labels(theme, field)
        super().__init__(self._model, field)
        self._labels: Sequence[str] = ()
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        field.textEdited.connect(self._offer)
        field.setCompleter(self)

    def set_labels(self, labels: Sequence[str]) -> None:
        """What is offered, the likeliest first."""
        self._labels = labels
        self._offer("")

    def show_all(self) -> bool:
        """Opens the list with all labels, whatever is typed; False where there is none."""
        self._offer("")
        self.setCompletionPrefix("")
        self.complete()
        return bool(self._labels)

    @Slot(str)
    def _offer(self, typed: str) -> None:
        self._model.setStringList(matching(self._labels, typed))
