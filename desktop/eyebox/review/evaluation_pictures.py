"""The pictures on which two models differ, side by side: what each said, and what is true."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QComboBox, QListWidget, QListWidgetItem, QWidget

from eyebox import evaluation_words as words
from eyebox.boxed_picture import LEAST, BoxedPicture
from eyebox.theme.controls import ElidedLabel, column, hairline, label, line, scrolled
from eyebox.theme.retranslated import Retranslated
from eyebox.theme.sentence import as_tip
from eyebox.theme.theme import Theme
from eyebox_models.files.document_page import name_of
from eyebox_models.protocol.evaluation import Comparison, EvaluationReport
from eyebox_models.protocol.page import Rect

PATH = Qt.ItemDataRole.UserRole
LIST = 200
"""The width of the list, in points; where there is little room it has LEAST."""


@dataclass(frozen=True, slots=True)
class Said:
    """One question about a picture: what a model said, what is true, and boxes of both, (label, corners), in pixels."""

    question: str
    text: str
    wanted: str
    boxes: tuple[tuple[str, Rect], ...] = ()
    truth: tuple[tuple[str, Rect], ...] = ()
    size: tuple[int, int] = (0, 0)


class EvaluationPictures(Retranslated, QWidget):
    """Chooses two models and a picture on which they differ.

    Signals:
        picture_wanted: run, other run, path of the picture.
    """

    picture_wanted = Signal(int, int, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._report = EvaluationReport(())
        self.pairs = QComboBox()
        self.list = QListWidget()
        self.sides = (AnswerPane(theme), AnswerPane(theme))
        self._none = label("muted", wrap=True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.list.setIconSize(QSize(14, 14))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideLeft)
        self.pairs.activated.connect(self._fill)
        self.list.currentItemChanged.connect(self._choose)
        left = QWidget()
        left.setMinimumWidth(LEAST)
        left.setMaximumWidth(LIST)
        column((self.list, 1), (self._none, 1), inside=left)
        self._legend = label("hint")
        self.pairs.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        column(
            line((self.pairs, 1), 16, self._legend), 12,
            (line((left, 3), (self.sides[0], 4), hairline("vline"), (self.sides[1], 4), spacing=16), 1), inside=self,
        )  # fmt: skip
        self._retranslate()

    def show_report(self, report: EvaluationReport) -> None:
        self._report = report
        chosen = max(self.pairs.currentIndex(), 0)
        self._retranslate()
        self.pairs.setCurrentIndex(min(chosen, self.pairs.count() - 1))
        self._fill()

    def show_answers(self, picture: str, sides: Sequence[Sequence[Said]]) -> None:
        """What both said of the picture that is chosen."""
        item = self.list.currentItem()
        if item is not None and item.data(PATH) == picture:
            for pane, said in zip(self.sides, sides, strict=True):
                pane.show_answer(said)

    def show_image(self, picture: str, image: QImage) -> None:
        """A small picture came."""
        item = self.list.currentItem()
        if item is not None and item.data(PATH) == picture:
            for pane in self.sides:
                pane.view.show_image(image)

    @Slot()
    def _fill(self) -> None:
        pair = self._pair()
        self.list.clear()
        for pane in self.sides:
            pane.clear()
        if pair is not None:
            called = words.names(self._report)
            for pane, place in zip(self.sides, (pair.first, pair.second), strict=True):
                pane.name.set_whole(called[place])
            for place, path in enumerate(pair.differing):
                won = place < pair.wins
                better = self.tr("%1 is better").replace("%1", called[pair.first if won else pair.second])
                item = QListWidgetItem(name_of(path), self.list)
                item.setIcon(self._theme.icon("chevron-left" if won else "chevron-right", "muted"))
                item.setData(PATH, path)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name_of(path)}: {better}")
                item.setToolTip(as_tip(f"{better}\n{path}"))
        self.list.setVisible(self.list.count() > 0)
        self._none.setVisible(self.list.count() == 0)
        if self.list.count():
            self.list.setCurrentRow(0)

    @Slot()
    def _choose(self) -> None:
        pair, item = self._pair(), self.list.currentItem()
        if pair is not None and item is not None:
            for pane in self.sides:
                pane.view.show_image(QImage())
            self.picture_wanted.emit(pair.first, pair.second, item.data(PATH))

    def _pair(self) -> Comparison | None:
        place = self.pairs.currentIndex()
        return self._report.comparisons[place] if 0 <= place < len(self._report.comparisons) else None

    def _retranslate(self) -> None:
        called = words.names(self._report)
        chosen = self.pairs.currentIndex()
        self.pairs.clear()
        for pair in self._report.comparisons:
            text = self.tr("%1 and %2").replace("%1", called[pair.first]).replace("%2", called[pair.second])
            self.pairs.addItem(text)
        self.pairs.setCurrentIndex(chosen)
        self.pairs.setAccessibleName(self.tr("Two models"))
        self.list.setAccessibleName(self.tr("Pictures on which they differ"))
        self._legend.setText(self.tr("Dashed: what is true"))
        self._none.setText(
            self.tr("They differ on no picture.")
            if self._report.comparisons
            else self.tr("Evaluate two models, or one at two precisions, to see where they differ.")
        )


class AnswerPane(Retranslated, QWidget):
    """What one model said of a picture."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._said: Sequence[Said] = ()
        self.name = ElidedLabel()
        font = self.name.font()
        font.setBold(True)
        self.name.setFont(font)
        self.view = BoxedPicture(theme)
        self.text = label(wrap=True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area = scrolled(self.text)
        area.setMinimumHeight(72)
        column(self.name, 8, self.view, 8, (area, 1), inside=self)

    def clear(self) -> None:
        self.name.set_whole("")
        self.view.show_image(QImage())
        self.show_answer(())

    def show_answer(self, said: Sequence[Said]) -> None:
        self._said = said
        self.view.show_boxes(
            [box for one in said for box in one.boxes],
            [box for one in said for box in one.truth],
            next((one.size for one in said if one.size[0]), (0, 0)),
        )
        self._retranslate()

    def _retranslate(self) -> None:
        parts = []
        for one in self._said:
            lines = [one.question] if len(self._said) > 1 else []
            lines.append(one.text.strip() or self.tr("No answer."))
            if one.wanted:
                lines.append(self.tr("Wanted: %1").replace("%1", one.wanted))
            if one.truth:
                lines.append(self.tr("%n box(es) said", "", len(one.boxes)))
            parts.append("\n".join(lines))
        self.text.setText("\n\n".join(parts))
