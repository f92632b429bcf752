"""An answer: its text, what is going on, what went wrong, and what can be done with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from eyebox.chat.activity import Activity
from eyebox.chat.answer_details import details_of, model_name
from eyebox.chat.chips import PictureNames
from eyebox.chat.controls import Stepper, copy_button, icon_button, label, text_button
from eyebox.chat.entry import MARGIN, Entry, MessageSignals
from eyebox.chat.message import MessageView
from eyebox.chat.notice import FailureNotice
from eyebox.chat.tool_card import ToolCard
from eyebox.language import translated
from eyebox.theme import Theme
from eyebox.theme.grown import grown
from eyebox.theme.sentence import as_tip
from eyebox_models.protocol.events import BoxFound, Progress
from eyebox_models.protocol.tool_use import ToolUse

_FOOTER = 28
_ICON_INSET = 6
"""How far a quiet button's icon stands from its edge; moved out by it, the footer aligns with the text."""


class AnswerView(MessageView):
    """An answer over the full width, finished or still coming."""

    def __init__(
        self, theme: Theme, entry: Entry, names: PictureNames, signals: MessageSignals, parent: QWidget
    ) -> None:
        plain = entry.live.plain if entry.live else bool(entry.turn.answer and entry.turn.answer.plain)
        super().__init__(theme, entry, names, signals, plain=plain, parent=parent)
        self._cards: dict[int, ToolCard] = {}
        self._activity: Activity | None = None
        self._notice: FailureNotice | None = None
        self._choose: QPushButton | None = None
        self._footer: QWidget | None = None
        self._eye: QToolButton | None = None
        self._again: QToolButton | None = None
        self._details = label("", "hint", self)
        self._details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._details.setWordWrap(True)
        self._details.hide()
        self._notes = label("", "hint", self)
        self._notes.setWordWrap(True)
        self._notes.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._show = text_button(self.tr("Show the pictures as the model saw them"), "link", self)
        self._show.clicked.connect(lambda: self.signals.seen_asked.emit(self.entry.id))
        self._show.hide()
        if entry.live:
            self._activity = Activity(theme, self)
            self._activity.show()
            self.setAccessibleName(self.tr("Answer, being written"))
            self.body.setAccessibleName(self.tr("Answer"))
            if entry.live.progress:
                self.add_progress(entry.live.progress)
            self.body.set_text(entry.live.text, entry.live.boxes)
            self.show_notes(entry.live.notes)
            self.show_uses(entry.live.uses)
            if entry.live.text:
                self._activity.set_progress(None)
            self._activity.set_job_state(*entry.live.job_state)
        else:
            self._show_turn(entry)

    @property
    def activity_text(self) -> str:
        """What is said to be going on, "" when nothing is said."""
        return self._activity.text if self._activity else ""

    def set_entry(self, entry: Entry) -> None:
        """Shows another state of the same turn; what is unchanged stays as it is."""
        if entry == self.entry:
            return
        self.entry = entry
        self._show_turn(entry)
        self.resized.emit()

    def add_progress(self, progress: Progress) -> None:
        """Says what is being done."""
        if self._activity:
            self._activity.set_progress(progress)

    def set_job_state(self, state: str, behind: str) -> None:
        """Says whether it waits, and for what, or is being stopped."""
        if self._activity:
            self._activity.set_job_state(state, behind)

    def set_pace(self, rate: float, left: float | None) -> None:
        """Says how fast it comes, and for how long at most."""
        if self._activity:
            self._activity.set_pace(rate, left)

    def add_text(self, text: str) -> None:
        """Adds a piece of the answer."""
        if self._activity and text:
            self._activity.set_progress(None)
        self.body.append(text)

    def add_box(self, found: BoxFound) -> None:
        """Makes the phrase of a box a link."""
        self.body.add_box(found)

    def show_uses(self, uses: Mapping[int, ToolUse]) -> None:
        """Shows what was done with tools, by the number of the call: a card each."""
        for number in [number for number in self._cards if number not in uses]:
            self._cards[number].hide()
            self._cards.pop(number).deleteLater()
        for number, use in uses.items():
            if card := self._cards.get(number):
                if card.use != use:
                    card.set_use(use)
                continue
            known = 0 <= use.image < len(self.entry.pictures)
            name = self.names(self.entry.pictures[use.image])[0] if known else ""
            card = self._cards[number] = ToolCard(self.theme, use, name, self)
            card.resized.connect(self.resized)
            card.region_wanted.connect(self.show_regions)
            card.show()
        self.resized.emit()

    @Slot()
    def show_regions(self) -> None:
        """Brings cards their regions, as far as these are there."""
        for card in self._cards.values():
            use = card.use
            if card.lacks_region and use.box is not None and 0 <= use.image < len(self.entry.pictures):
                card.set_region(self.signals.region(self.entry.pictures[use.image], use.box))

    def show_notes(self, notes: Sequence[str]) -> None:
        """Says what was done otherwise than asked."""
        text = "\n".join(map(translated, dict.fromkeys(notes)))
        if text != self._notes.text():
            self._notes.setText(text)
            self.resized.emit()
        self._notes.setVisible(bool(text))

    def _show_turn(self, entry: Entry) -> None:
        turn, answer = entry.turn, entry.turn.answer
        for part in (self._activity, self._notice, self._choose, self._footer):
            if part:
                part.hide()
                part.deleteLater()
        self._activity = self._notice = self._choose = self._footer = None
        title = self.tr("Answer by %1").replace("%1", model_name(turn.model))
        self.setAccessibleName(title)
        self.body.setAccessibleName(title)
        self.body.set_text(turn.text, answer.boxes if answer else (), plain=answer.plain if answer else None)
        self.show_notes(answer.notes if answer else ())
        rounds = answer.rounds if answer else ()
        self.show_uses(dict(enumerate(use for one in rounds for use in one.uses)))
        if turn.state == "failed":
            message = translated(turn.message) or self.tr("The answer failed.")
            self._notice = FailureNotice(self.theme, message, turn.detail, self)
            self._notice.retried.connect(self._on_regenerate)
            self._notice.resized.connect(self.resized)
            self._notice.show()
        if answer and answer.suggest_model:
            self._choose = text_button(self.tr("Choose a model…"), parent=self)
            self._choose.clicked.connect(self.signals.model_asked)
            self._choose.show()
        elif answer and answer.suggest_parts:
            self._choose = text_button(self.tr("Look in parts for small things"), parent=self)
            self._choose.setToolTip(
                self.tr(
                    "The picture was shown to the model many times smaller. Looking at its parts takes longer."
                )
            )
            self._choose.clicked.connect(lambda: self.signals.parts_asked.emit(self.entry.id))
            self._choose.show()
        self._make_footer(entry)

    def _make_footer(self, entry: Entry) -> None:
        turn = entry.turn
        self._again = None
        if turn.state == "failed" and not turn.text and not turn.answer and entry.count == 1:
            return
        self._footer = QWidget(self)
        row = QHBoxLayout(self._footer)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        if turn.text:
            copy = copy_button(self.theme, self.tr("Copy answer"), key="Ctrl+C", parent=self._footer)
            copy.clicked.connect(self.body.copy_all)
            row.addWidget(copy)
        if turn.state != "failed":
            again = icon_button(self.theme, "regenerate", self.tr("Answer again"), parent=self._footer)
            again.clicked.connect(self.answer_again)
            self._again = again
            row.addWidget(again)
        names = [self.names(picture)[0] for picture in entry.pictures]
        lines = details_of(turn.answer, names) if turn.answer else []
        self._details.setText("\n".join(lines))
        self._details.hide()
        self._show.hide()
        self._eye = None
        if lines:
            self._eye = icon_button(self.theme, "eye", self.tr("What the model saw"), parent=self._footer)
            self._eye.setCheckable(True)
            self._eye.toggled.connect(self._on_details)
            row.addWidget(self._eye)
        if entry.count > 1:
            stepper = Stepper(self.theme, self._footer)
            stepper.set_place(entry.index, entry.count)
            stepper.stepped.connect(self.on_stepped)
            row.addWidget(stepper)
        row.addStretch(1)
        states = {
            "stopped": self.tr("Stopped"),
            "interrupted": self.tr("Interrupted"),
            "failed": "",
            "done": (turn.answer and turn.answer.made_with) or (model_name(turn.model) if turn.model else ""),
        }
        self._state = states[turn.state]
        self._by = label(self._state, "hint", self._footer)
        self._by.setToolTip(as_tip(self._state if turn.answer and turn.answer.made_with else ""))
        row.addWidget(self._by)
        row.addSpacing(_ICON_INSET)
        self._footer.show()

    @Slot()
    def answer_again(self) -> None:
        """Asks for another answer; where that would be this one again, it says so and offers one by chance."""
        why = self.signals.repeats(self.entry.id)
        if self._again is None or not why:
            self._on_regenerate()
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        greedy = self.tr("At temperature 0 the same answer comes again.")
        fixed = self.tr("With this seed the same answer comes again.")
        menu.addAction(greedy if why == "greedy" else fixed).setEnabled(False)
        sample = menu.addAction(self.tr("Let chance choose the words, with a new seed"))
        sample.triggered.connect(lambda: self.signals.sample_asked.emit(self.entry.id))
        menu.addAction(self.tr("Answer again all the same")).triggered.connect(self._on_regenerate)
        menu.setActiveAction(sample)
        menu.popup(self._again.mapToGlobal(QPoint(0, self._again.height() + 2)))

    @Slot()
    def _on_regenerate(self) -> None:
        self.signals.regenerate_asked.emit(self.entry.id)

    @Slot(bool)
    def _on_details(self, shown: bool) -> None:
        answer = self.entry.turn.answer
        self._details.setVisible(shown)
        self._show.setVisible(shown and answer is not None and any(s.visual_tokens for s in answer.seen))
        self.resized.emit()

    def place(self, width: int) -> int:
        inner = width - 2 * MARGIN
        y = 0
        for card in self._cards.values():
            high = card.place(inner)
            card.setGeometry(MARGIN, y, inner, high)
            y += high + 6
        self.body.setVisible(bool(self.body.text))
        if self.body.text:
            high = self.body.fit(inner)
            self.body.put(MARGIN, y, inner, high)
            y += high
        if self._notes.text():
            y += 8 if y else 0
            high = self._notes.heightForWidth(inner)
            self._notes.setGeometry(MARGIN, y, inner, high)
            y += high
        if self._activity:
            y += 4 if y else 0
            self._activity.setGeometry(MARGIN, y, inner, self._activity.sizeHint().height())
            y += self._activity.height()
        if self._notice:
            y += 8 if y else 0
            high = self._notice.place(inner)
            self._notice.setGeometry(MARGIN, y, inner, high)
            y += high
        if self._choose:
            y += 8
            self._choose.setGeometry(MARGIN, y, min(self._choose.sizeHint().width(), inner), grown(32))
            y += grown(32)
        if self._footer:
            y += 4
            self._footer.setGeometry(MARGIN - _ICON_INSET, y, inner + 2 * _ICON_INSET, grown(_FOOTER))
            buttons = sum(c.sizeHint().width() for c in self._footer.findChildren(QToolButton)) + 24
            short = self._by.fontMetrics().elidedText(
                self._state, Qt.TextElideMode.ElideMiddle, max(inner - buttons, 40)
            )
            self._by.setText(short)
            y += grown(_FOOTER)
        if self._details.text() and self._eye and self._eye.isChecked():
            high = self._details.heightForWidth(inner)
            self._details.setGeometry(MARGIN, y + 4, inner, high)
            y += 4 + high
            if not self._show.isHidden():
                self._show.setGeometry(MARGIN, y + 4, min(self._show.sizeHint().width(), inner), grown(24))
                y += 4 + grown(24)
        return y

    def rerender(self) -> None:
        super().rerender()
        if self._notice:
            self._notice.rerender()
