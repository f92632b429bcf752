"""The rows of the picker: the reader, what was found on this machine, what can be downloaded."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from eyebox.language import translated
from eyebox.picker import words
from eyebox.theme.searched_page import folded
from eyebox.theme.sentence import as_tip
from eyebox_models.endpoints.known import PREFIX, Endpoint
from eyebox_models.protocol.ask import READER
from eyebox_models.protocol.cards import Estimate, GroundingReport, ModelCard, ModelCards, Offer, Transfer

ROW_ROLE = Qt.ItemDataRole.UserRole
KEY_ROLE = Qt.ItemDataRole.UserRole + 1

Index = QModelIndex | QPersistentModelIndex
NAME = re.compile(r"\w[\w.-]*/\w[\w.-]*")
"""Of a model on a hub."""
Kind = Literal["heading", "reader", "model", "server", "offer"]


@dataclass(frozen=True, slots=True)
class Row:
    """One row. `key` is "reader", a folder, "endpoint:NAME", or the name of what is offered; headings have none."""

    kind: Kind
    key: str = ""
    title: str = ""
    card: ModelCard | None = None
    offer: Offer | None = None
    server: Endpoint | None = None
    estimate: Estimate | None = None
    transfer: Transfer | None = None
    failed: str = ""
    current: bool = False
    loaded: bool = False
    for_new: bool = False
    """Whether new chats begin with it."""

    @property
    def usable(self) -> bool:
        """Whether it can be used to answer, as far as its files show."""
        if self.kind in ("reader", "server"):
            return True
        return self.card is not None and not self.problems

    @property
    def name_on_hub(self) -> str:
        """What it is called there; "" when it can't be downloaded."""
        name = self.offer.name if self.offer is not None else self.card.name if self.card is not None else ""
        return name if NAME.fullmatch(name) else ""

    @property
    def problems(self) -> tuple[str, ...]:
        """Why a checkpoint can't be used: what its files lack, or what every one of its precisions does."""
        if self.card is None:
            return ()
        if not self.card.problems and words.lacks_torch(self.card):
            return (words.translate("Picker", "The model engine is missing"),)
        return problems_of(self.card)


def problems_of(card: ModelCard) -> tuple[str, ...]:
    """Sentences on why a checkpoint can't be used here; none when it can."""
    if card.problems:
        return tuple(map(translated, card.problems))
    if not card.complete:
        return (words.translate("Picker", "This checkpoint is not complete: download it again, it goes on."),)
    if card.runs and all(reason for _, reason in card.runs):
        return tuple(dict.fromkeys(translated(reason) for _, reason in card.runs))
    return ()


def is_wanted(card: ModelCard, wanted: str) -> bool:
    """Whether a card is of a name, of a folder, or lies in it."""
    return wanted == card.name or Path(card.folder).is_relative_to(wanted)


class ModelList(QAbstractListModel):
    """Rows by section. Headings can't be selected; a search leaves out sections without a hit."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cards: tuple[ModelCard, ...] = ()
        self._offers: tuple[Offer, ...] = ()
        self._servers: tuple[Endpoint, ...] = ()
        self._estimates: dict[str, Estimate] = {}
        self._transfers: dict[str, Transfer] = {}
        self._failed: dict[str, str] = {}
        self._words: list[str] = []
        self._current: str = READER
        self._loaded = self._for_new = ""
        self._rows: list[Row] = []
        self._at: dict[str, int] = {}
        self.rebuild()

    @property
    def cards(self) -> tuple[ModelCard, ...]:
        return self._cards

    def set_models(self, models: ModelCards) -> None:
        """Shows other models; what is known of those that stay is kept, unless their weights changed."""
        before = {card.folder: card.digest for card in self._cards}
        for card in models.cards:
            if before.get(card.folder, card.digest) != card.digest:
                self._estimates.pop(card.folder, None)
        self._cards, self._offers = models.cards, models.offers
        self.rebuild()

    def set_servers(self, servers: tuple[Endpoint, ...]) -> None:
        """Shows other servers, or that one of them is different."""
        self._servers = servers
        self.rebuild()

    def set_grounding(self, folder: str, report: GroundingReport) -> None:
        """Takes the report of a check; it replaces that of the same precision."""
        self._cards = tuple(
            replace(card, grounding=(*(r for r in card.grounding if r.precision != report.precision), report))
            if card.folder == folder
            else card
            for card in self._cards
        )
        self.rebuild()

    def set_filter(self, text: str) -> None:
        """Shows only rows that hold all words of a text."""
        self._words = folded(text).split()
        self.rebuild()

    def set_current(self, key: str) -> None:
        """Marks the model that is in use."""
        self._current = key
        self.rebuild()

    def set_loaded(self, key: str) -> None:
        """Marks the model that is in memory, "" for none."""
        before, self._loaded = self._loaded, key
        self._renew(before)
        self._renew(key)

    def set_for_new(self, key: str) -> None:
        """Marks what new chats begin with, "" for nothing of its own."""
        before, self._for_new = self._for_new, key
        self._renew(before)
        self._renew(key)

    def set_estimate(self, key: str, estimate: Estimate) -> None:
        self._estimates[key] = estimate
        self._renew(key)

    def set_transfer(self, name: str, transfer: Transfer | None, failed: str = "") -> None:
        """Shows how the download of a name stands; `failed` is the sentence it ended with."""
        known = name in self._at
        self._transfers.pop(name, None)
        self._failed.pop(name, None)
        if transfer is not None:
            self._transfers[name] = transfer
        if failed:
            self._failed[name] = failed
        if known and (transfer is not None or failed):
            self._renew(name)
        else:
            self.rebuild()

    def not_estimated(self) -> tuple[str, ...]:
        """Folders that can be used and of which it is not known what they take."""
        cards = (card for card in self._cards if not problems_of(card))
        return tuple(card.folder for card in cards if card.folder not in self._estimates)

    def offers_not_estimated(self) -> tuple[str, ...]:
        """Names of what is offered, of which it is not known what they would take here."""
        offers = (offer.name for offer in self._offered() if offer.bytes)
        return tuple(name for name in offers if name not in self._estimates)

    def row(self, key: str) -> Row | None:
        """The row with a key, None while it isn't shown."""
        at = self._at.get(key)
        return None if at is None else self._rows[at]

    def index_of(self, key: str) -> QModelIndex:
        return self.index(self._at[key]) if key in self._at else QModelIndex()

    def first(self) -> QModelIndex:
        """The first row that can be selected."""
        return next((self.index(at) for at, row in enumerate(self._rows) if row.key), QModelIndex())

    def step(self, index: Index, by: int) -> QModelIndex:
        """The next row up or down that can be selected; the same one at an end."""
        at = index.row() + (1 if by > 0 else -1)
        while 0 <= at < len(self._rows):
            if self._rows[at].key:
                return self.index(at)
            at += 1 if by > 0 else -1
        return self.index(index.row()) if index.isValid() else self.first()

    def rebuild(self) -> None:
        """Makes all rows anew, in the language of now."""
        self.beginResetModel()
        reader = Row("reader", READER, self.tr("Reader"))
        here = [
            reader,
            *(Row("model", card.folder, words.short_name(card.name), card) for card in self._cards),
        ]
        self._rows = []
        for heading, rows in (
            (self.tr("On this machine"), here),
            (
                self.tr("Servers of your own"),
                [Row("server", PREFIX + s.name, s.name, server=s) for s in self._servers],
            ),
            (self.tr("To download"), [Row("offer", o.name, o.title, offer=o) for o in self._offered()]),
        ):
            shown = [self._filled(row) for row in rows if self._found(row)]
            if shown:
                self._rows += [Row("heading", title=heading), *shown]
        self._at = {row.key: at for at, row in enumerate(self._rows) if row.key}
        self.endResetModel()

    def _offered(self) -> list[Offer]:
        """The curated list without what is here, and names that were typed and are on their way."""
        here = {card.name for card in self._cards if card.complete}
        here |= {name.rsplit("/", 1)[-1] for name in here}
        busy = {*self._transfers, *self._failed}
        offers = [
            offer
            for offer in self._offers
            if offer.name in busy or not {offer.name, offer.name.rsplit("/", 1)[-1]} & here
        ]
        known = {offer.name for offer in self._offers}
        typed = [name for name in (*self._transfers, *self._failed) if name not in known]
        return [*(words.offer_of(name) for name in dict.fromkeys(typed)), *offers]

    def _found(self, row: Row) -> bool:
        said = [row.title, row.key]
        if row.card is not None:
            said += [row.card.name, words.facts(row.card), *map(translated, row.card.problems)]
        if row.server is not None:
            said += [row.server.url, row.server.model]
        if row.offer is not None:
            said += [translated(row.offer.purpose), translated(row.offer.licence)]
        text = folded(" ".join(said))
        return all(word in text for word in self._words)

    def _filled(self, row: Row) -> Row:
        return replace(
            row,
            estimate=self._estimates.get(row.key),
            transfer=self._transfers.get(row.key),
            failed=self._failed.get(row.key, ""),
            current=row.key == self._current,
            loaded=row.key == self._loaded,
            for_new=row.key == self._for_new,
        )

    def _renew(self, key: str) -> None:
        at = self._at.get(key)
        if at is not None:
            self._rows[at] = self._filled(self._rows[at])
            self.dataChanged.emit(self.index(at), self.index(at))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or not self._rows[index.row()].key:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(row)
        if role == Qt.ItemDataRole.ToolTipRole and row.key:
            return as_tip(row.card.folder if row.card is not None else row.title)
        if role == ROW_ROLE:
            return row
        return row.key if role == KEY_ROLE else None

    def spoken(self, row: Row) -> str:
        """A whole row for a screen reader."""
        parts = [row.title, *(part for part in self.lines(row) if part)]
        if row.estimate is not None:
            parts.insert(1, words.verdict(row.estimate.verdict))
        return ", ".join([*parts, *self.marks(row)])

    def marks(self, row: Row) -> list[str]:
        """What a row is besides: in use or in memory, and what new chats begin with."""
        in_use = self.tr("in use") if row.current else self.tr("loaded") if row.loaded else ""
        for_new = self.tr("new chats") if row.for_new else ""
        return [mark for mark in (for_new, in_use) if mark]

    def lines(self, row: Row) -> tuple[str, str]:
        """The two quiet lines under the title."""
        if row.kind == "reader":
            return self.tr("Built in · reads and finds text"), self.tr("always ready")
        if row.card is not None:
            if row.problems:
                return words.facts(row.card), " ".join(row.problems)
            choice = row.estimate.precision if row.estimate is not None else ""
            return words.facts(row.card), words.grounding(words.grounding_of(row.card, choice))
        if row.server is not None:
            model = row.server.model or self.tr("its first model")
            pictures = self.tr("with pictures") if row.server.pictures else self.tr("in words alone")
            return row.server.host, f"{model} · {pictures}"
        if row.offer is None:
            return "", ""
        offer, below = row.offer, ""
        if row.failed:
            below = row.failed
        elif row.transfer is not None:
            below = words.transfer_short(row.transfer)
        else:
            size = words.parameters(offer.parameters) if offer.parameters else ""
            boxes = "" if offer.boxes else self.tr("no boxes")
            below = " · ".join(part for part in (size, translated(offer.licence), boxes) if part)
        return translated(offer.purpose) or offer.name, below
