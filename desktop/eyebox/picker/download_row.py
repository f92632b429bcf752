"""What can be downloaded, and how its download stands."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from eyebox.amounts import percent, size
from eyebox.language import translated
from eyebox.picker import words
from eyebox.picker.engine_missing import EngineMissing
from eyebox.picker.memory_bar import MemoryBar
from eyebox.theme import Theme, set_kind
from eyebox.theme.controls import (
    ElidedLabel,
    button,
    column,
    hairline,
    icon_button,
    label,
    line,
    progress_bar,
)
from eyebox.theme.retranslated import Retranslated
from eyebox_models.protocol.cards import Estimate, Offer, Transfer


class DownloadRow(Retranslated, QWidget):
    """State, progress, speed and time left of one download, with pause, go on, try again and remove.

    Signals:
        start_wanted, pause_wanted, remove_wanted.
    """

    start_wanted = Signal()
    pause_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._transfer: Transfer | None = None
        self._failed = ""
        self.state = label("", wrap=True)
        self._bar = progress_bar()
        self.numbers = label("hint")
        self._file = ElidedLabel("hint")
        self.toggle = button()
        self.remove = icon_button(theme, "trash")
        self.toggle.clicked.connect(self._toggled)
        self.remove.clicked.connect(self.remove_wanted)
        head = line((self.state, 1), self.toggle, self.remove, spacing=8)
        below = line(self.numbers, (self._file, 1), spacing=16)
        column(head, self._bar, below, inside=self, spacing=8)
        self.show_state(None)

    @property
    def running(self) -> bool:
        return self._transfer is not None and self._transfer.state != "paused" and not self._failed

    def show_state(self, transfer: Transfer | None, failed: str = "") -> None:
        """Shows how it stands: not begun (None), on its way, or the sentence it failed with."""
        self._transfer, self._failed = transfer, failed
        self._retranslate()

    def _retranslate(self) -> None:
        transfer = self._transfer
        set_kind(self.state, "danger" if self._failed else "")
        self.state.setText(self._failed or (words.transfer_state(transfer.state) if transfer else ""))
        share = words.transfer_share(transfer) if transfer is not None else None
        if share is not None and transfer is not None and not self._failed:
            self.state.setText(f"{words.transfer_state(transfer.state)} · {percent(share)}")
        self._bar.setVisible(transfer is not None)
        self._bar.setRange(0, 1000 if share is not None or not self.running else 0)
        self._bar.setValue(round((share or 0.0) * 1000))
        self._bar.setAccessibleName(self.state.text())
        self.numbers.setText(words.transfer_long(transfer) if transfer is not None else "")
        self._file.set_whole(transfer.file if transfer is not None and self.running else "")
        self.numbers.setVisible(bool(self.numbers.text()))
        if self._failed:
            text, icon = self.tr("Try again"), "regenerate"
        elif self.running:
            text, icon = self.tr("Pause"), "pause"
        else:
            text, icon = self.tr("Resume"), "play"
        self.toggle.setText(text)
        self.toggle.setIcon(self._theme.icon(icon))
        self.remove.setAccessibleName(self.tr("Stop and remove what came"))
        self.remove.setToolTip(self.remove.accessibleName())

    @Slot()
    def _toggled(self) -> None:
        (self.pause_wanted if self.running else self.start_wanted).emit()


class OfferDetails(Retranslated, QWidget):
    """A checkpoint of the curated list: what it is for, its licence, its sizes; and its download.

    Signals:
        download_wanted, pause_wanted, remove_wanted: the name of what is shown.
    """

    download_wanted = Signal(str)
    pause_wanted = Signal(str)
    remove_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offer: Offer | None = None
        self._title = ElidedLabel("title")
        self._name = ElidedLabel("hint")
        self._purpose = label("", wrap=True)
        self._facts = label("muted", wrap=True)
        self._heading = label("hint")
        self._sizes = label("", wrap=True)
        self._boxes = label("hint", wrap=True)
        self._memory_heading = label("hint")
        self.memory = MemoryBar(theme)
        self.engine = EngineMissing(theme, "offer")
        self.row = DownloadRow(theme)
        self._line = hairline()
        self.row.start_wanted.connect(self._start)
        self.row.pause_wanted.connect(self._pause)
        self.row.remove_wanted.connect(self._remove)
        column(
            self._title, 4, self._name, 16, self.engine, self._purpose, 8, self._facts, 16, self._line, 16,
            self._heading, 4, self._sizes, 8, self._boxes, 16,
            self._memory_heading, 8, self.memory, 16, self.row, None,
            inside=self,
        )  # fmt: skip

    def show_offer(self, offer: Offer, transfer: Transfer | None, failed: str) -> None:
        """Shows an offer and how its download stands."""
        self._offer = offer
        self.row.show_state(transfer, failed)
        self.row.setVisible(transfer is not None or bool(failed))
        self._retranslate()

    def set_estimate(self, estimate: Estimate | None) -> None:
        """Shows what it would take here; None: that is not known (yet)."""
        self.memory.set_estimate(estimate)
        for part in (self._memory_heading, self.memory):
            part.setVisible(estimate is not None)

    def _retranslate(self) -> None:
        self._memory_heading.setText(self.tr("Memory on this machine, about"))
        offer = self._offer
        if offer is None:
            return
        self._title.set_whole(offer.title)
        self._name.set_whole(offer.name)
        self._purpose.setText(translated(offer.purpose))
        self._purpose.setVisible(bool(offer.purpose))
        facts = []
        if offer.parameters:
            facts.append(self.tr("%1 parameters").replace("%1", words.parameters(offer.parameters)))
        if offer.licence:
            facts.append(self.tr("licence %1").replace("%1", translated(offer.licence)))
        self._facts.setText(" · ".join(facts))
        self._facts.setVisible(bool(facts))
        self._heading.setText(self.tr("Size by precision"))
        sizes = [f"{words.precision(name)} {size(count)}" for name, count in offer.bytes]
        self._sizes.setText(" · ".join(sizes))
        for part in (self._line, self._heading, self._sizes):
            part.setVisible(bool(sizes))
        self._boxes.setText(self.tr("Answers in words only: it was not taught to put boxes."))
        self._boxes.setVisible(not offer.boxes)

    @Slot()
    def _start(self) -> None:
        if self._offer is not None:
            self.download_wanted.emit(self._offer.name)

    @Slot()
    def _pause(self) -> None:
        if self._offer is not None:
            self.pause_wanted.emit(self._offer.name)

    @Slot()
    def _remove(self) -> None:
        if self._offer is not None:
            self.remove_wanted.emit(self._offer.name)
