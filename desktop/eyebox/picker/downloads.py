"""Downloads in the picker: asks before a connection is made, and keeps how each of them stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from eyebox.picker import words
from eyebox.picker.consent import Consent
from eyebox.picker.model_list import ModelList
from eyebox.theme import Theme
from eyebox_models.protocol.cards import Offer, Transfer
from eyebox_models.protocol.environment import EnvironmentPlan


class Downloads(QObject):
    """Starts, pauses and removes downloads, and writes their state into the rows.

    Signals:
        wanted: a name, the hub's address, a proxy. paused, removed: a name.
        agreed: the hub's address and a proxy, once the user allowed connections.
        changed: the name of a download that stands otherwise than before.
        completed: a name.
    """

    wanted = Signal(str, str, str)
    paused = Signal(str)
    removed = Signal(str)
    agreed = Signal(str, str)
    changed = Signal(str)
    completed = Signal(str)

    def __init__(
        self, theme: Theme, models: ModelList, keep: Callable[[Callable[[], None]], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._models = models
        self._keep = keep
        self._over = parent
        self._pausing: set[str] = set()
        self.offline, self.endpoint, self.proxy = True, "", ""
        self.both = False
        """Whether the model engine has to come along."""
        self.plan: EnvironmentPlan | None = None
        """What that takes, where it is known."""

    @property
    def asks(self) -> bool:
        """Whether a question comes first: while offline, and where more than a model comes."""
        return self.offline or self.both

    def set_transfer(self, transfer: Transfer) -> None:
        """Shows how a download stands; late news of one that is being paused are left out."""
        if transfer.name not in self._pausing or transfer.state == "paused":
            self._put(transfer.name, transfer)

    def set_ended(self, name: str, sentence: str = "") -> None:
        """A download ended: "" when it is complete or was paused, else why not."""
        transfer = self._transfer(name)
        paused = name in self._pausing or (transfer is not None and transfer.state == "paused")
        self._pausing.discard(name)
        if sentence:
            self._put(name, transfer, sentence)
        elif paused:
            self._put(name, _resting(transfer or Transfer(name, ""), "paused"))
        else:
            self._put(name, None)
            self.completed.emit(name)

    @Slot(str)
    def begin(self, name: str) -> None:
        """Fetches a name, after a question where one is due."""
        if self.asks:
            row = self._models.row(name)
            self.ask(row.offer if row is not None and row.offer is not None else words.offer_of(name))
        else:
            self._start(name)

    def ask(self, offer: Offer | None) -> None:
        """Asks whether to connect; None lets the user type a name."""
        consent = Consent(
            self._theme,
            offer,
            offline=self.offline,
            endpoint=self.endpoint,
            proxy=self.proxy,
            both=self.both,
            plan=self.plan,
            parent=self._over,
        )
        consent.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        consent.agreed.connect(self._agreed)
        consent.open()

    @Slot(str)
    def pause(self, name: str) -> None:
        """Stops a download; what came is kept."""
        self._pausing.add(name)
        transfer = self._transfer(name)
        if transfer is not None:
            self._put(name, _resting(transfer, "paused"))
        self.paused.emit(name)

    @Slot(str)
    def remove(self, name: str) -> None:
        """Stops a download; what came is removed."""
        self._pausing.discard(name)
        self._put(name, None)
        self.removed.emit(name)

    @Slot(str, str, str)
    def _agreed(self, name: str, endpoint: str, proxy: str) -> None:
        self.offline, self.endpoint, self.proxy = False, endpoint, proxy
        self.agreed.emit(endpoint, proxy)
        self._start(name)

    def _start(self, name: str) -> None:
        self._pausing.discard(name)
        self._put(name, _resting(self._transfer(name) or Transfer(name, ""), "listing"))
        self.wanted.emit(name, self.endpoint, self.proxy)

    def _transfer(self, name: str) -> Transfer | None:
        row = self._models.row(name)
        return row.transfer if row is not None else None

    def _put(self, name: str, transfer: Transfer | None, failed: str = "") -> None:
        if self._models.row(name) is not None and (transfer is not None or failed):
            self._models.set_transfer(name, transfer, failed)
        else:
            self._keep(lambda: self._models.set_transfer(name, transfer, failed))
        self.changed.emit(name)


def _resting(transfer: Transfer, state: str) -> Transfer:
    """The same download in a state in which no bytes come."""
    return replace(transfer, state=state, bytes_per_second=0.0, seconds_left=None)
