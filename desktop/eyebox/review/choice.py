"""Which boxes of a review are gone through, and in which order: three lists with how many there are of each, live."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from eyebox.review.words import ORDERS, name_of, order_name, order_of, verdict_name
from eyebox.session.review import Counts, ReviewFilter, ReviewOrder, Verdict
from eyebox.theme.controls import column, line
from eyebox.theme.retranslated import Retranslated

VERDICTS: Sequence[Verdict] = ("", "accepted", "fixed", "rejected", "missed", "unsure")
ALL = "all"
LONGEST = 40


class QueueChoice(Retranslated, QWidget):
    """Signals: order_chosen: a ReviewOrder. filter_chosen: a ReviewFilter."""

    order_chosen = Signal(object)
    filter_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts = Counts({})
        self._order = ReviewOrder()
        self._filter = ReviewFilter()
        self.order, self.verdict, self.label = QComboBox(self), QComboBox(self), QComboBox(self)
        for box in (self.order, self.verdict, self.label):
            box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            box.setMinimumWidth(72)
        self.order.activated.connect(self._on_order)
        self.verdict.activated.connect(self._on_filter)
        self.label.activated.connect(self._on_filter)
        lower = line((self.verdict, 1), (self.label, 1), spacing=8)
        column(self.order, lower, inside=self, spacing=8, margins=(12, 10, 12, 10))
        self._retranslate()

    @property
    def is_all(self) -> bool:
        """Whether no box is left out."""
        return self._filter == ReviewFilter()

    def show_choice(self, order: ReviewOrder, wanted: ReviewFilter) -> None:
        """Shows what is gone through now."""
        if (order, wanted) == (self._order, self._filter):
            return
        self._order, self._filter = order, wanted
        self.order.setCurrentIndex(self.order.findData(name_of(order)))
        self._fill()

    def show_counts(self, counts: Counts) -> None:
        """How many boxes there are of each kind; a list that is open stays as it is."""
        if not (self.verdict.view().isVisible() or self.label.view().isVisible()):
            self._counts = counts
            self._fill()

    def _fill(self) -> None:
        counts, wanted = self._counts, self._filter
        verdict = wanted.verdicts[0] if len(wanted.verdicts) == 1 else ALL
        label = wanted.labels[0] if len(wanted.labels) == 1 else None
        verdicts = [(self.tr("All verdicts"), ALL, counts.total)]
        verdicts += [(verdict_name(one), one, counts.of(one)) for one in VERDICTS]
        _put(self.verdict, [(f"{text} ({count})", data) for text, data, count in verdicts], verdict)
        labels = sorted(counts.by_label, key=lambda one: (-sum(counts.by_label[one].values()), one))
        texts: list[tuple[str, str | None]] = [(self.tr("All labels"), None)]
        texts += [(f"{_short(one)} ({sum(counts.by_label[one].values())})", one) for one in labels]
        _put(self.label, texts, label)

    @Slot()
    def _on_order(self) -> None:
        self._order = order_of(self.order.currentData(), self._order.share)
        self.order_chosen.emit(self._order)

    @Slot()
    def _on_filter(self) -> None:
        verdict, label = self.verdict.currentData(), self.label.currentData()
        self._filter = ReviewFilter(() if verdict == ALL else (verdict,), () if label is None else (label,))
        self.filter_chosen.emit(self._filter)

    def _retranslate(self) -> None:
        with QSignalBlocker(self.order):
            kind = self.order.currentData()
            self.order.clear()
            for name in ORDERS:
                self.order.addItem(order_name(name), name)
            self.order.setCurrentIndex(max(self.order.findData(kind), 0))
        self.order.setAccessibleName(self.tr("Order"))
        self.verdict.setAccessibleName(self.tr("Verdict"))
        self.label.setAccessibleName(self.tr("Label"))
        self._fill()


def _put(box: QComboBox, texts: Sequence[tuple[str, object]], current: object) -> None:
    """Fills a list anew where it differs; `current` is chosen in it."""
    with QSignalBlocker(box):
        if [(box.itemText(at), box.itemData(at)) for at in range(box.count())] != list(texts):
            box.clear()
            for text, data in texts:
                box.addItem(text, data)
        box.setCurrentIndex(next((at for at, (_text, data) in enumerate(texts) if data == current), 0))


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
