"""The precisions of a checkpoint side by side; those that can't run say why below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QPushButton, QWidget

from eyebox.language import translated
from eyebox.picker import words
from eyebox.theme.controls import button, column, label
from eyebox.theme.flow import Flow
from eyebox.theme.retranslated import Retranslated


class PrecisionChoice(Retranslated, QWidget):
    """One chip for each precision.

    Signals:
        changed: the name of the precision that the user chose.
    """

    changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given: tuple[tuple[str, str], ...] = ()
        self._runs: tuple[tuple[str, str], ...] = ()
        self._chips: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._clicked)
        self._line = Flow()
        self.reasons = label("hint", wrap=True)
        column(self._line, self.reasons, inside=self, spacing=8)

    @property
    def value(self) -> str:
        checked = self._group.checkedButton()
        return checked.objectName() if checked is not None else "auto"

    def chip(self, name: str) -> QPushButton:
        """The chip of a precision. Raises KeyError when there is none."""
        return self._chips[name]

    def set_runs(self, runs: Sequence[tuple[str, str]], chosen: str) -> None:
        """Shows these precisions ("" or why not) after "auto"; `chosen` is not emitted. An unknown one becomes auto."""
        if tuple(runs) == self._given and self._chips:
            self._check(chosen)
            return
        self._given = tuple(runs)
        for chip in self._chips.values():
            self._group.removeButton(chip)
            self._line.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = {}
        self._runs = tuple(run for run in runs if run[0] != "auto")
        for name, reason in (("auto", ""), *self._runs):
            chip = self._chips[name] = button("chip", self)
            chip.setObjectName(name)
            chip.setCheckable(True)
            chip.setEnabled(not reason)
            chip.setAccessibleDescription(translated(reason))
            self._group.addButton(chip)
            self._line.addWidget(chip)
        self._check(chosen)
        self._retranslate()

    def _check(self, name: str) -> None:
        known = self._chips.get(name)
        (known if known is not None and known.isEnabled() else self._chips["auto"]).setChecked(True)

    def _retranslate(self) -> None:
        for name, chip in self._chips.items():
            chip.setText(words.precision(name))
            chip.setAccessibleName(self.tr("Precision %1").replace("%1", chip.text()))
        by_reason: dict[str, list[str]] = {}
        for name, reason in self._runs:
            if reason:
                by_reason.setdefault(translated(reason), []).append(words.precision(name))
        said = [
            reason
            if reason.casefold().startswith(tuple(name.casefold() for name in names)) and len(names) == 1
            else self.tr("%1: %2")
            .replace("%1", words.translate("Picker", ", ").join(names))
            .replace("%2", reason)
            for reason, names in by_reason.items()
        ]
        self.reasons.setText("\n".join(said))
        self.reasons.setVisible(bool(said))

    @Slot(QAbstractButton)
    def _clicked(self, chip: QAbstractButton) -> None:
        self.changed.emit(chip.objectName())
