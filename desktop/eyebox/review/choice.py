"""Which boxes of a review are gone through, and in which order: lists with how many there are of each, live, and scores."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QDoubleSpinBox, QSizePolicy, QWidget

from eyebox.review.words import ORDERS, name_of, order_name, order_of, origin_name, verdict_name
from eyebox.session.review import Counts, ReviewFilter, ReviewOrder, Verdict
from eyebox.theme.controls import ElidedLabel, column, label, line
from eyebox.theme.grown import grown
from eyebox.theme.retranslated import Retranslated

VERDICTS: Sequence[Verdict] = ("", "accepted", "fixed", "rejected", "missed", "unsure")
ALL = "all"
LONGEST = 40
SCORE_WIDTH = 88


class QueueChoice(Retranslated, QWidget):
    """Signals: order_chosen: a ReviewOrder. filter_chosen: a ReviewFilter."""

    order_chosen = Signal(object)
    filter_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts = Counts({})
        self._order = ReviewOrder()
        self._filter = ReviewFilter()
        self.order, self.verdict, self.label, self.origin = (QComboBox(self) for _ in range(4))
        for box in (self.order, self.verdict, self.label, self.origin):
            box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            box.setMinimumWidth(72)
        self.order.activated.connect(self._on_order)
        for box in (self.verdict, self.label, self.origin):
            box.activated.connect(self._on_filter)
        self.lowest, self.highest = _Score(self), _Score(self)
        self.lowest.valueChanged.connect(self._on_lowest)
        self.highest.valueChanged.connect(self._on_highest)
        self._score = label(parent=self)
        self._score.setBuddy(self.lowest)
        self._count = ElidedLabel("hint", self)
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._pair = line((self.verdict, 1), (self.label, 1), spacing=8)
        dash = label("muted", parent=self)
        dash.setText("–")
        scores = line(self._score, self.lowest, dash, self.highest, (self._count, 1), spacing=6)
        column(self.order, self._pair, self.origin, scores, inside=self, spacing=8, margins=(12, 10, 12, 10))
        self._show_scores()
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
        self._show_scores()
        self.order.setCurrentIndex(self.order.findData(name_of(order)))
        self._fill()

    def show_counts(self, counts: Counts, shown: int) -> None:
        """How many boxes there are of each kind, and how many are gone through; a list that is open stays as it is."""
        text = self.tr("%1 of %2 boxes").replace("%1", str(shown)).replace("%2", str(counts.total))
        self._count.set_whole("" if self.is_all else text)
        if not any(box.view().isVisible() for box in (self.verdict, self.label, self.origin)):
            self._counts = counts
            self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stack()

    def _stack(self) -> None:
        """Puts verdict and label beside each other, or one over the other where the verdict's name would be cut."""
        beside = QBoxLayout.Direction.LeftToRight
        room = self._pair.geometry().width() - self._pair.spacing()
        is_narrow = room < 2 * self.verdict.sizeHint().width()
        self._pair.setDirection(QBoxLayout.Direction.TopToBottom if is_narrow else beside)

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
        by = counts.by_origin
        texts = [(self.tr("All origins"), None)]
        texts += [
            (f"{_short(origin_name(one))} ({by[one]})", one)
            for one in sorted(by, key=lambda one: (-by[one], one))
        ]
        _put(self.origin, texts, wanted.origins[0] if len(wanted.origins) == 1 else None)
        self._stack()

    def _show_scores(self) -> None:
        """Shows which scores are gone through; all of them from 0 to 1."""
        with QSignalBlocker(self.lowest), QSignalBlocker(self.highest):
            self.lowest.setValue(0.0 if self._filter.lowest is None else self._filter.lowest)
            self.highest.setValue(1.0 if self._filter.highest is None else self._filter.highest)

    @Slot()
    def _on_order(self) -> None:
        self._order = order_of(self.order.currentData(), self._order.share)
        self.order_chosen.emit(self._order)

    @Slot()
    def _on_filter(self) -> None:
        verdict, label, origin = (box.currentData() for box in (self.verdict, self.label, self.origin))
        lowest, highest = self.lowest.value(), self.highest.value()
        self._filter = replace(
            self._filter,
            verdicts=() if verdict == ALL else (verdict,),
            labels=() if label is None else (label,),
            origins=() if origin is None else (origin,),
            lowest=lowest if lowest > 0 else None,
            highest=highest if highest < 1 else None,
        )
        self.filter_chosen.emit(self._filter)

    @Slot(float)
    def _on_lowest(self, score: float) -> None:
        with QSignalBlocker(self.highest):
            self.highest.setValue(max(self.highest.value(), score))
        self._on_filter()

    @Slot(float)
    def _on_highest(self, score: float) -> None:
        with QSignalBlocker(self.lowest):
            self.lowest.setValue(min(self.lowest.value(), score))
        self._on_filter()

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
        self.origin.setAccessibleName(self.tr("Origin"))
        self._score.setText(self.tr("Score"))
        self.lowest.setAccessibleName(self.tr("Lowest score"))
        self.highest.setAccessibleName(self.tr("Highest score"))
        for score in (self.lowest, self.highest):
            score.setToolTip(
                self.tr("Boxes without a score are left out as soon as this is narrower than 0 to 1.")
            )
        self._fill()


class _Score(QDoubleSpinBox):
    """A score from 0 to 1, typed or stepped by the arrow keys; it holds once it is left or Enter is pressed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setRange(0.0, 1.0)
        self.setDecimals(2)
        self.setSingleStep(0.05)
        self.setKeyboardTracking(False)
        self.setFixedWidth(grown(SCORE_WIDTH))


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
