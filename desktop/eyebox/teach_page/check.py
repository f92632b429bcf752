"""What teaching will take and what it learns from, before it begins: counts, memory, what is left out, and boxes to look at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from eyebox.amounts import size
from eyebox.language import translated
from eyebox.teach_page.trials import Trials
from eyebox.teach_page.words import duration, number
from eyebox.theme.controls import Mark, button, column, label, line
from eyebox.theme.grown import grown
from eyebox.theme.retranslated import Retranslated
from eyebox.theme.theme import Theme, set_kind
from eyebox_models.protocol.teaching import Dropped, TeachPlan

CARD, PAIR = 230, 340
"""Widths of a card with one answer, and with two."""
NAMED = 200
"""Conversations that are left out are named one by one, so many of them."""
LIST = 132


class DataCheck(Retranslated, QWidget):
    """Shows a TeachPlan."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan: TeachPlan | None = None
        self._dropped: Sequence[Dropped] = ()
        self.counts = label(wrap=True)
        self.rows = {
            name: (Mark(theme, "check", "ok"), label(wrap=True))
            for name in ("memory", "tokens", "test", "time", "held")
        }
        self._theme = theme
        self.left_out = button("link")
        self.left_out.setCheckable(True)
        self.list = QPlainTextEdit()
        self.list.setReadOnly(True)
        self.list.setTabChangesFocus(True)
        self.list.setFixedHeight(grown(LIST))
        self.list.hide()
        set_kind(self.list, "framed")
        self.drawn_title, self.drawn_note = label("title", wrap=True), label("hint", wrap=True)
        self.drawn = Trials(theme, CARD, checks=True)
        self.left_out.toggled.connect(self.list.setVisible)
        font = self.counts.font()
        font.setBold(True)
        self.counts.setFont(font)
        told = [
            line((mark, 0, Qt.AlignmentFlag.AlignTop), (text, 1), spacing=8)
            for mark, text in self.rows.values()
        ]
        column(
            self.counts, 12, column(*told, spacing=6), 10, line(self.left_out, None), 4, self.list, 20,
            self.drawn_title, 2, self.drawn_note, 10, self.drawn, None, inside=self,
        )  # fmt: skip
        self._retranslate()

    def show_plan(self, plan: TeachPlan | None, dropped: Sequence[Dropped]) -> None:
        """Shows what will be done; `dropped` was left out before the engine looked at it."""
        self._plan = plan
        self._dropped = [*dropped, *(plan.dropped if plan is not None else ())]
        self.drawn.set_card_width(PAIR if plan is not None and plan.pairs else CARD)
        self.drawn.show_trials(plan.drawn if plan is not None else ())
        self._retranslate()

    def _tell(self, name: str, text: str, *, doubt: bool = False) -> None:
        mark, told = self.rows[name]
        told.setText(text)
        mark.show_icon("warning" if doubt else "check", "warn" if doubt else "ok")
        for part in (mark, told):
            part.setVisible(bool(text))

    def _retranslate(self) -> None:
        plan = self._plan
        self.drawn_title.setText(self.tr("Boxes, read back from what the model will learn"))
        note = self.tr(
            "They were written in the model's own numbers and read again. They must be where you left them."
        )
        if plan is not None and plan.pairs:
            note = self.tr(
                "It learns to prefer the boxes at the right, as you left them, to those at the left. All were written in the "
                "model's own numbers and read again."
            )
        self.drawn_note.setText(note)
        for part in (self.drawn_title, self.drawn_note, self.drawn):
            part.setVisible(plan is not None and bool(plan.drawn))
        if plan is None:
            return
        lessons = plan.lessons + plan.held_out
        counted = (
            self.tr("%n pair(s)", "", lessons) if plan.pairs else self.tr("%n conversation(s)", "", lessons)
        )
        self.counts.setText(
            " · ".join((
                counted,
                self.tr("%n picture(s)", "", plan.pictures),
                self.tr("%n answer(s)", "", plan.turns),
                self.tr("%n box(es)", "", plan.boxes),
            ))
        )  # fmt: skip
        tight = plan.bytes > 0.9 * plan.free_bytes
        memory = self.tr("It takes about %1 of memory; %2 are free.")
        self._tell(
            "memory", memory.replace("%1", size(plan.bytes)).replace("%2", size(plan.free_bytes)), doubt=tight
        )
        context = self.tr("The longest one has %1 tokens of the %2 that fit.")
        short = self.tr("The longest one has %1 tokens.")
        tokens = context.replace("%2", f"{plan.context:,}") if plan.context else short
        self._tell("tokens", tokens.replace("%1", f"{plan.longest:,}") if plan.longest else "")
        tested = self.tr(
            "One conversation was learned by heart to see that it can: its loss fell from %1 to %2."
        )
        if plan.pairs:
            tested = self.tr("One pair was learned to see that it can: its loss fell from %1 to %2.")
        if plan.tested is not None:
            tested = tested.replace("%1", number(plan.tested[0])).replace("%2", number(plan.tested[1]))
        self._tell("test", tested if plan.tested is not None else "")
        steps = self.tr("%n step(s)", "", plan.steps)
        numbers = self.tr("%1 numbers are trained").replace("%1", f"{plan.trained:,}")
        time = duration(plan.seconds) if plan.seconds else ""
        self._tell("time", " · ".join(filter(None, (steps, time, numbers))))
        held = self.tr(
            "%n conversation(s) are held out, to see what it answers that it did not learn.",
            "",
            plan.held_out,
        )
        none = self.tr("Nothing is held out: how well it does on other pictures will not be seen.")
        self._tell("held", held if plan.held_out else none, doubt=not plan.held_out)
        count = len(self._dropped)
        self.left_out.setText(self.tr("%n conversation(s) are left out, and why", "", count))
        self.left_out.setVisible(bool(count))
        if not count:
            self.list.hide()
        lines = [f"{one.name}: {translated(one.reason)}" for one in self._dropped[:NAMED]]
        if count > NAMED:
            lines.append(self.tr("and %n more", "", count - NAMED))
        self.list.setPlainText("\n".join(lines))
        self.list.setAccessibleName(self.tr("Conversations that are left out"))
