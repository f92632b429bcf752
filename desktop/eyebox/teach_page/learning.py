"""A run on its way: the plot, how far it is, and held-out questions as they are answered by now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from eyebox.amounts import size, time_left
from eyebox.teach_page.curve import mean_rewards, seconds_left
from eyebox.teach_page.plot import LearningPlot
from eyebox.teach_page.trials import Trials
from eyebox.teach_page.words import number, preferred
from eyebox.theme.controls import column, label, line
from eyebox.theme.grown import grown
from eyebox.theme.retranslated import Retranslated
from eyebox.theme.theme import Theme
from eyebox_models.protocol.teaching import HeldOut, TeachPlan, TeachStep, Trial

CARD = 330
MOST = 8
"""Questions that are shown; these are asked each time."""
PLOT = 280
ROOMY = 116
"""So wide is a figure where all of them stand beside each other."""
FIGURES, OF_PAIRS = ("step", "left", "loss", "held", "memory"), ("preferred", "margin")


class Learning(Retranslated, QWidget):
    """Shows a run by its steps and by what was found on what is held out."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan: TeachPlan | None = None
        self._steps: Sequence[TeachStep] = ()
        self._looks: Sequence[HeldOut] = ()
        self.plot = LearningPlot(theme)
        self.plot.setFixedHeight(grown(PLOT))
        self.figures = {name: (label("hint"), label("title")) for name in (*FIGURES, *OF_PAIRS)}
        self._cells = {name: QWidget() for name in self.figures}
        for name, (title, value) in self.figures.items():
            column(title, 2, value, inside=self._cells[name])
        self.answers_title, self.answers_note = label("title"), label("hint", wrap=True)
        self.answers = Trials(theme, CARD)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(28)
        self._grid.setVerticalSpacing(10)
        self._columns = 0
        column(
            line(self._grid, None), 16, self.plot, 20,
            self.answers_title, 2, self.answers_note, 10, self.answers, None, inside=self,
        )  # fmt: skip
        self._retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """Figures stand beside each other where they fit, else three in a row, or fewer.

        A row must need less than there is: a width that only it asks for is no reason to ask for it.
        """
        pairs = self._plan is not None and self._plan.pairs
        shown = [self._cells[name] for name in ((*FIGURES, *OF_PAIRS) if pairs else FIGURES)]
        widths = [cell.sizeHint().width() for cell in shown]

        def fits(columns: int) -> bool:
            needed = sum(max(widths[n::columns]) + self._grid.horizontalSpacing() for n in range(columns))
            return self.width() > max(needed, columns * grown(ROOMY))

        columns = next(filter(fits, (len(shown), 3, 2)), 1)
        for name in OF_PAIRS:
            self._cells[name].setVisible(pairs)
        if columns != self._columns:
            self._columns = columns
            for place, cell in enumerate(self._cells.values()):
                self._grid.addWidget(cell, place // columns, place % columns)

    def show_run(self, plan: TeachPlan | None, steps: Sequence[TeachStep], looks: Sequence[HeldOut]) -> None:
        """Shows a run from its beginning."""
        self._plan, self._steps, self._looks = plan, steps, looks
        self._place()
        self.show_looks()
        self.show_steps()

    def show_steps(self) -> None:
        """There are more steps."""
        self.plot.show_run(self._steps, self._looks, self._plan.steps if self._plan is not None else 1)
        self._show_figures()

    def show_looks(self) -> None:
        """Held-out questions were answered again: each card has the first answer beside the latest."""
        asked = [one.trials for one in self._looks if one.trials]
        self.answers.show_trials(
            _beside(asked[0], asked[-1]) if len(asked) > 1 else asked[0] if asked else ()
        )
        self._retranslate()

    def _show_figures(self) -> None:
        steps, total = self._steps, self._plan.steps if self._plan is not None else 0
        last = steps[-1] if steps else None
        left = seconds_left(steps, total)
        of = self.tr("%1 of %2").replace("%1", f"{last.step if last else 0:,}").replace("%2", f"{total:,}")
        values = {
            "step": of,
            "left": time_left(left) if left else "–",
            "loss": number(last.loss) if last else "–",
            "held": number(self._looks[-1].loss) if self._looks else "–",
            "memory": size(last.peak_bytes) if last and last.peak_bytes else "–",
            **self._of_pairs(),
        }
        for name, value in values.items():
            self.figures[name][1].setText(value)
            self.figures[name][1].setAccessibleName(f"{self.figures[name][0].text()}: {value}")

    def _of_pairs(self) -> dict[str, str]:
        """Of the pairs of the last steps; those held out are told in the end."""
        rewards = mean_rewards(self._steps)
        if rewards is None:
            return dict.fromkeys(OF_PAIRS, "–")
        return {"preferred": preferred(rewards), "margin": number(rewards.margin, 2)}

    def _retranslate(self) -> None:
        titles = {
            "step": self.tr("Step"),
            "left": self.tr("Time"),
            "loss": self.tr("Loss"),
            "held": self.tr("Loss held out"),
            "memory": self.tr("Memory at most"),
            "preferred": self.tr("Chosen preferred"),
            "margin": self.tr("Reward margin"),
        }
        for name, text in titles.items():
            self.figures[name][0].setText(text)
        asked = [one for one in self._looks if one.trials]
        self.answers_title.setText(self.tr("Questions that it does not learn"))
        note = self.tr("As it answers after %1 steps. Dashed: what is wanted.")
        self.answers_note.setText(note.replace("%1", f"{asked[-1].step:,}") if asked else "")
        for part in (self.answers_title, self.answers_note, self.answers):
            part.setVisible(bool(asked))
        self._show_figures()


def _beside(first: Sequence[Trial], latest: Sequence[Trial]) -> list[Trial]:
    before = {(one.name, one.question): one.said for one in first}
    return [replace(one, before=before.get((one.name, one.question))) for one in latest]
