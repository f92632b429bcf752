"""Questions as cards, side by side as far as there is room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from eyebox.teach_page.trial import TrialCard
from eyebox.theme.theme import Theme
from eyebox_models.protocol.teaching import Trial

GAP = 12


class Trials(QWidget):
    """Signals: picture_wanted: path of a picture that is to be shown small."""

    picture_wanted = Signal(str)

    def __init__(self, theme: Theme, width: int, *, checks: bool = False) -> None:
        """`width` is the least that a card should have, in points; `checks`: see TrialCard."""
        super().__init__()
        self._theme, self._wanted_width, self._checks = theme, width, checks
        self._columns = 0
        self._images: dict[str, tuple[QImage, tuple[int, int]]] = {}
        self.cards: list[TrialCard] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)

    def set_card_width(self, width: int) -> None:
        """The least that a card should have from now on."""
        self._wanted_width, self._columns = width, 0

    def show_trials(self, trials: Sequence[Trial]) -> None:
        """Shows these; a card that is there stays, so that an answer is seen to change."""
        while len(self.cards) > len(trials):
            card = self.cards.pop()
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        for place, trial in enumerate(trials):
            if place == len(self.cards):
                self.cards.append(TrialCard(self._theme, checks=self._checks))
                self._columns = 0
            card = self.cards[place]
            card.show_trial(trial)
            if card.picture in self._images:
                card.show_image(*self._images[card.picture])
            else:
                card.show_image(QImage(), (0, 0))
        for path in dict.fromkeys(card.picture for card in self.cards):
            if path and path not in self._images:
                self.picture_wanted.emit(path)
        shown = {card.picture for card in self.cards}
        self._images = {path: one for path, one in self._images.items() if path in shown}
        self._place()

    def show_image(self, path: str, image: QImage, size: tuple[int, int]) -> None:
        """A small picture came; `size` is that of its original."""
        concerned = [card for card in self.cards if card.picture == path]
        if concerned:
            self._images[path] = (image, size)
        for card in concerned:
            card.show_image(image, size)

    def _place(self) -> None:
        # a width that only cards ask for, in large texts, is no reason for as many of them
        least = max([self._wanted_width, *(card.minimumSizeHint().width() for card in self.cards)])
        columns = max(1, (self.width() + GAP - 1) // (least + GAP))
        if columns == self._columns:
            return
        for column in range(max(columns, self._grid.columnCount())):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._columns = columns
        for place, card in enumerate(self.cards):
            self._grid.addWidget(card, place // columns, place % columns)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
