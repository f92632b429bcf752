"""The bar of a review, below the picture: what is judged, the verdicts with their keys, how far one has come."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from eyebox.amounts import decimal, time_left
from eyebox.review.words import ICONS, overlap, shift, verdict_name
from eyebox.session.review import Counts, Pace, ReviewItem, Verdict
from eyebox.theme.controls import ElidedLabel, Mark, button, label, line, step_button
from eyebox.theme.grown import grown
from eyebox.theme.retranslated import Retranslated
from eyebox.theme.theme import Theme

VERDICTS = ("review_accept", "review_fixed", "review_reject", "review_missed", "review_unsure")
STEPS = ("review_undo", "review_previous_box", "review_next_box")
ICON = QSize(16, 16)
DOT = 10
WIDE = 560
"""Below this width the counts go, in pixels."""
NARROW = 470
"""Below this one the steps to neighbours."""
MARGINS = 60
"""What a line takes beside its widgets, at most."""


class ReviewBar(Retranslated, QWidget):
    """Two lines; where there is little room the words of the buttons go, then the counts, and the summary has a line of its
    own. One more while a model is asked what there is to judge.

    Signals:
        pause_wanted: the model that is asked is to pause, or to go on (False).
        summary_wanted: the figures of the review, once all boxes have a verdict.
        end_wanted: leave the review.
    """

    pause_wanted = Signal(bool)
    summary_wanted = Signal()
    end_wanted = Signal()

    def __init__(self, theme: Theme, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        """`actions` by name, those in VERDICTS and STEPS and the contact sheet among them."""
        super().__init__(parent)
        self.setProperty("surface", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._item: ReviewItem | None = None
        self._counts = Counts({})
        self._speed = Pace()
        self._parts: list[str] = []
        self._asking = ""
        self._is_away = False
        self._is_paused = False
        self._progress = QProgressBar(self)
        self._progress.setTextVisible(False)
        self._progress.setFixedHeight(3)
        self._dot = QLabel(self)
        self._dot.setFixedSize(DOT, DOT)
        self._label = _Line(parent=self)
        self._about = label("muted", parent=self)
        self._mark = Mark(theme, "check")
        self._verdict = label("small", parent=self)
        self._position = label("muted", parent=self)
        self._sums = _Sums(theme, self)
        self._pace = _Line("hint", self)
        self._run = QWidget(self)
        self._asked = ElidedLabel("hint", self._run)
        self._pause = button("link", self._run)
        self._pause.clicked.connect(lambda: self.pause_wanted.emit(not self._is_paused))
        self._summary = button("primary", self)
        self._summary.clicked.connect(self.summary_wanted)
        self._end = button("quiet", self)
        self._end.clicked.connect(self.end_wanted)
        self.buttons = {name: VerdictButton(theme, actions[name], self) for name in VERDICTS}
        self._steps = [step_button(actions[name], self) for name in STEPS]
        self._sheet = step_button(actions["review_sheet"], self)
        self._on_sheet = self._is_apart = False
        head = line(
            self._dot, self._label, self._about, 4, self._mark, self._verdict, None, self._sums, 4, self._position,
            self._sheet, self._end,
            spacing=8, margins=(16, 4, 8, 0),
        )  # fmt: skip
        self._below = line(
            *self.buttons.values(), 8, *self._steps, None, self._pace, self._summary,
            spacing=4, margins=(12, 0, 16, 8),
        )  # fmt: skip
        self._last = line(None)
        """Where the summary is when there is no room for it beside the verdicts."""
        line(
            Mark(theme, "model", size=14), (self._asked, 1), self._pause,
            inside=self._run, spacing=8, margins=(16, 0, 16, 6),
        )  # fmt: skip
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(2)
        outer.addWidget(self._progress)
        outer.addLayout(head)
        outer.addLayout(self._below)
        outer.addLayout(self._last)
        outer.addWidget(self._run)
        theme.changed.connect(self._show)
        self._run.hide()
        self._retranslate()

    def show_item(self, item: ReviewItem | None, is_away: bool = False) -> None:
        """What is judged now; None: there is nothing left to judge, or nothing at all, or (`is_away`) not in sight."""
        if item != self._item or item is None:
            self._item, self._is_away = item, is_away
            self._show()

    def show_asking(self, text: str, is_paused: bool = False) -> None:
        """How far a model is that is asked what there is to judge, "" for none, and whether it waits."""
        self._asking, self._is_paused = text, is_paused
        self._run.setVisible(bool(text))
        self._asked.set_whole(text)
        self._name_pause()
        self._show()

    def _name_pause(self) -> None:
        self._pause.setText(self.tr("Go on") if self._is_paused else self.tr("Pause"))
        self._pause.setAccessibleName(
            self.tr("Go on asking the model") if self._is_paused else self.tr("Pause asking the model")
        )

    def show_counts(self, counts: Counts, pace: Pace) -> None:
        self._counts, self._speed = counts, pace
        self._show_sums() if self._item is not None else self._show()

    def set_on_sheet(self, shown: bool) -> None:
        """Whether many boxes are looked at: the bar speaks of none by itself then, only of how it goes."""
        self._on_sheet = shown
        self._show()

    @Slot()
    def _show(self) -> None:
        item = self._item
        is_one = item is not None and not self._on_sheet
        for widget in (self._dot, *self.buttons.values()):
            widget.setVisible(is_one)
        self._show_steps()
        self._pace.setVisible(not self._on_sheet)
        self._sheet.setVisible(item is not None)
        has_verdict = is_one and item is not None and bool(item.verdict)
        self._mark.setVisible(has_verdict)
        self._verdict.setVisible(has_verdict and self.width() >= grown(WIDE))
        self._mark.setToolTip(verdict_name(item.verdict) if item is not None else "")
        self._mark.setAccessibleName(self._mark.toolTip())
        if item is None:
            self._label.set_whole(self._nothing())
        else:
            self._label.set_whole(item.label or "–")
            color = self._theme.label_color(item.label).name()
            self._dot.setStyleSheet(f"background: {color}; border-radius: {DOT // 2}px")
            self._about.setText(" · ".join(self._facts(item)))
            self._position.setText(
                self.tr("%1 of %2").replace("%1", str(item.position + 1)).replace("%2", str(item.total))
            )
            if item.verdict:
                icon, role = ICONS[item.verdict]
                self._mark.show_icon(icon, role)
                self._verdict.setText(verdict_name(item.verdict))
        self._show_sums()

    def _nothing(self) -> str:
        """Why there is no box to judge."""
        if self._is_away:
            return self.tr("Nothing to review on this picture; a key of the review goes back.")
        if self._asking and not self._is_paused:
            return self.tr("The model is being asked; its boxes come here.")
        if self._counts.total:
            return self.tr("All %n box(es) have a verdict.", "", self._counts.total)
        return self.tr("Nothing to review: there are no boxes of a model or a file here.")

    def _facts(self, item: ReviewItem) -> Sequence[str]:
        facts = []
        if item.score is not None:
            facts.append(decimal(item.score, 2))
        if item.proposed is None:
            facts.append(self.tr("drawn by hand"))
        elif (
            (common := overlap(item)) is not None
            and item.box is not None
            and item.box.xyxy != item.proposed.xyxy
        ):
            facts.append(f"IoU {common:.2f}")
            facts.append(self.tr("%1 px").replace("%1", f"{shift(item):.0f}"))
        if item.proposed is not None and item.proposed.label != item.label:
            facts.append(self.tr("was “%1”").replace("%1", _short(item.proposed.label)))
        return facts

    def _show_sums(self) -> None:
        counts, pace = self._counts, self._speed
        self._progress.setRange(0, max(counts.total, 1))
        self._progress.setValue(counts.judged)
        said = self.tr("%1 of %2 boxes judged")
        self._progress.setAccessibleName(
            said.replace("%1", str(counts.judged)).replace("%2", str(counts.total))
        )
        self._sums.show_counts(counts)
        parts = []
        if pace.seconds is not None:
            parts.append(self.tr("%1 s a box").replace("%1", decimal(pace.seconds, 1)))
        if pace.left is not None and counts.waiting:
            parts.append(time_left(pace.left))
        is_over = bool(counts.total) and not counts.waiting and not self._asking
        if is_over and self._item is not None:
            parts.insert(0, self.tr("All boxes have a verdict"))
        self._summary.setVisible(is_over)
        self._parts = parts
        if self._on_sheet:
            self._label.set_whole(" · ".join(parts))
        self._fit()

    def _fit(self) -> None:
        """Shows what there is room for.

        Of the box its place among all comes before what is known of it, of the pace its start; undo has a key too.
        """
        is_one = self._item is not None and not self._on_sheet
        always = (self._dot, self._mark, self._verdict, self._sums, self._sheet, self._end)
        room = self.width() - self._label.minimumSizeHint().width() - MARGINS - _taken(always, 8)
        for spare in (self._position, self._about):
            room -= spare.sizeHint().width() + 8
            spare.setVisible(is_one and room >= 0)
        verdicts = _taken(self.buttons.values(), 4) + MARGINS
        self._steps[0].setVisible(is_one and verdicts + self._steps[0].sizeHint().width() <= self.width())
        taken = _taken([*self.buttons.values(), *self._steps, self._summary], 4) + MARGINS
        self._set_apart(not self._summary.isHidden() and taken > self.width())
        if self._is_apart:
            taken -= self._summary.sizeHint().width()
        parts = list(self._parts)
        metrics = self._pace.fontMetrics()
        while parts and metrics.horizontalAdvance(" · ".join(parts)) > self.width() - taken:
            del parts[-1]
        self._pace.set_whole(" · ".join(parts))

    def _set_apart(self, apart: bool) -> None:
        """Whether the summary has a line of its own."""
        if apart == self._is_apart:
            return
        self._is_apart = apart
        old, new = (self._below, self._last) if apart else (self._last, self._below)
        old.removeWidget(self._summary)
        new.addWidget(self._summary)
        self._last.setContentsMargins(12, 0, 16, 8 if apart else 0)

    def _show_steps(self) -> None:
        for step in self._steps[1:]:
            step.setVisible(self._item is not None and not self._on_sheet and self.width() >= grown(NARROW))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        steps = sum(one.sizeHint().width() + 4 for one in self._steps)
        words = sum(one.wide + 4 for one in self.buttons.values()) + steps + MARGINS
        for one in self.buttons.values():
            one.show_words(self.width() >= words)
        self._sums.setVisible(self.width() >= grown(WIDE))
        self._show_steps()
        self._verdict.setVisible(not self._mark.isHidden() and self.width() >= grown(WIDE))
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Review"))
        self._summary.setText(self.tr("Summary"))
        self._end.setText(self.tr("End"))
        self._end.setToolTip(self.tr("End the review; it goes on here the next time"))
        for name, text in (
            ("review_accept", self.tr("Accept")),
            ("review_fixed", self.tr("Fixed")),
            ("review_reject", self.tr("Reject")),
            ("review_missed", self.tr("Missed")),
            ("review_unsure", self.tr("Unsure")),
        ):
            self.buttons[name].set_name(text)
        self._name_pause()
        self._show()


class VerdictButton(QToolButton):
    """An action with its icon, its name in one word, and its key, which follows the action."""

    def __init__(self, theme: Theme, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._action = action
        self._icon = QLabel(self)
        self._text = QLabel(self)
        self._key = label("key", parent=self)
        line(self._icon, self._text, self._key, inside=self, spacing=6, margins=(8, 2, 8, 2))
        for part in (self._icon, self._text, self._key):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAutoRaise(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        theme.changed.connect(self._follow)
        self._follow()

    def set_name(self, name: str) -> None:
        self._text.setText(name)

    @property
    def wide(self) -> int:
        """How wide it is with its words."""
        return self._text.sizeHint().width() + self._key.sizeHint().width() + 28

    def show_words(self, shown: bool) -> None:
        """With its name, or with icon and key alone."""
        self._text.setVisible(shown)
        self._icon.setVisible(not shown)
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(8 if shown else 2, 2, 8 if shown else 2, 2)
        layout.setSpacing(6 if shown else 3)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        layout = self.layout()
        assert layout is not None
        return layout.sizeHint()

    @Slot()
    def _follow(self) -> None:
        text = self._action.text()
        keys = self._action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.setToolTip(f"{text} ({keys})" if keys else text)
        self.setAccessibleName(self.toolTip())
        self._text.setEnabled(self._action.isEnabled())
        self._icon.setPixmap(self._action.icon().pixmap(ICON, self.devicePixelRatioF()))
        self._key.setText("␣" if self._action.shortcut() == QKeySequence(Qt.Key.Key_Space) else keys)
        self._key.setVisible(bool(keys))
        self.setEnabled(self._action.isEnabled())


class _Line(ElidedLabel):
    """One line that is as wide as its text where there is room."""

    def __init__(self, kind: str = "", parent: QWidget | None = None) -> None:
        super().__init__(kind, parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_whole(self, text: str) -> None:
        super().set_whole(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.whole) + 2, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 64), super().minimumSizeHint().height())


class _Sums(QWidget):
    """How many boxes have which verdict: an icon and a number each."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._pairs: dict[Verdict, tuple[Mark, QLabel]] = {}
        pairs: list[QWidget | int] = []
        order: tuple[Verdict, ...] = ("accepted", "fixed", "rejected", "missed", "unsure")
        for verdict in order:
            mark, number = Mark(theme, *ICONS[verdict], size=14), label("hint", parent=self)
            self._pairs[verdict] = mark, number
            pairs += [mark, number, 4]
        line(*pairs, inside=self, spacing=4)

    def show_counts(self, counts: Counts) -> None:
        said = []
        for verdict, (mark, number) in self._pairs.items():
            count = counts.of(verdict)
            mark.setVisible(bool(count))
            number.setVisible(bool(count))
            number.setText(str(count))
            number.setToolTip(verdict_name(verdict))
            if count:
                said.append(f"{count} {verdict_name(verdict)}")
        self.setAccessibleName(", ".join(said))
        self.setToolTip(" · ".join(said))


def _taken(widgets: Iterable[QWidget], spacing: int) -> int:
    """What those of these that are shown take of a line, in pixels."""
    sizes = (max(one.sizeHint().width(), one.minimumWidth()) for one in widgets if not one.isHidden())
    return sum(size + spacing for size in sizes)


def _short(text: str) -> str:
    return text if len(text) <= 30 else text[:29] + "…"
