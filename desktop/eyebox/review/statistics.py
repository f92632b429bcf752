"""The page of statistics: which labels there are, how large their boxes, on pictures of which size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from eyebox.review.figures import CardText, Cell, Column, FiguresPage, Table, written
from eyebox.session.statistics import BoxCounts, Statistics
from eyebox.theme import Theme


class StatisticsPage(FiguresPage):
    """Shows that it is being counted until it gets statistics."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        """`name` is that of the session."""
        super().__init__(theme, parent)
        self.setObjectName("statistics")
        self._name = name
        self.statistics: Statistics | None = None
        self._retranslate()

    def show_statistics(self, statistics: Statistics) -> None:
        self.statistics = statistics
        self._show()

    def _retranslate(self) -> None:
        super()._retranslate()
        self.setWindowTitle(self.tr("Statistics"))
        self.title.set_whole(self._name)
        self._show()

    def _show(self) -> None:
        statistics = self.statistics
        if statistics is None:
            self.hint.setText("")
            self.show_sentence(self.tr("Counting…"))
            return
        every = statistics.all
        boxes = self.tr("%n box(es)", "", every.boxes)
        self.hint.setText(self.tr("%n picture(s)", "", every.pictures) + f" · {boxes}")
        if not every.boxes:
            self.show_sentence(self.tr("No picture of this session has a box yet."))
            return
        self.show_figures([*self._cards(statistics)], [self._by_label(statistics), self._by_size(statistics)])

    def _cards(self, statistics: Statistics) -> Iterator[CardText]:
        every = statistics.all
        yield CardText(written(every.boxes, "count"), self.tr("Boxes"))
        yield CardText(written(len(statistics.labels), "count"), self.tr("Labels"))
        yield CardText(
            written(statistics.mean, "pixels"),
            self.tr("Boxes a picture"),
            self.tr("Half of the pictures have at most %1, one has %2.")
            .replace("%1", f"{statistics.median:g}")
            .replace("%2", QLocale().toString(statistics.most)),
        )
        yield CardText(written(statistics.without_boxes, "count"), self.tr("Pictures without boxes"))

    def _columns(self, title: str) -> Sequence[Column]:
        return (
            Column(title, "text"),
            Column(self.tr("Boxes")),
            Column(self.tr("Pictures")),
            Column(self.tr("Small"), hint=self.tr("Below 32 × 32 square pixels, as COCO counts")),
            Column(
                self.tr("Medium"), hint=self.tr("Between 32 × 32 and 96 × 96 square pixels, as COCO counts")
            ),
            Column(self.tr("Large"), hint=self.tr("From 96 × 96 square pixels on, as COCO counts")),
            Column(self.tr("Width"), "pixels", self.tr("Mean width in pixels")),
            Column(self.tr("Height"), "pixels", self.tr("Mean height in pixels")),
        )

    def _by_label(self, statistics: Statistics) -> Table:
        rows = [[one.name, *_figures(one)] for one in statistics.labels]
        return Table(self.tr("By label"), self._columns(self.tr("Label")), rows, has_labels=True)

    def _by_size(self, statistics: Statistics) -> Table:
        below, above = self.tr("Up to %1 megapixels"), self.tr("More")
        names = (
            below.replace("%1", QLocale().toString(float(one.name), "f", 1)) if one.name else above
            for one in statistics.sizes
        )
        rows = [[name, *_figures(one)] for name, one in zip(names, statistics.sizes, strict=True)]
        return Table(self.tr("By size of picture"), self._columns(self.tr("Picture")), rows)


def _figures(one: BoxCounts) -> tuple[Cell, ...]:
    return (one.boxes, one.pictures, one.small, one.medium, one.large, one.width, one.height)
