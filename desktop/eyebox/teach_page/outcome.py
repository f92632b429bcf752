"""What came of teaching: figures before and after with their intervals, what got worse, and answers side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from eyebox import evaluation_words
from eyebox.language import translated
from eyebox.teach_page import words
from eyebox.teach_page.trials import Trials
from eyebox.theme.controls import button, choose_rows, column, label
from eyebox.theme.flow import Flow
from eyebox.theme.retranslated import Retranslated
from eyebox.theme.theme import Theme, set_kind
from eyebox_models.protocol.evaluation import Comparison, Figure
from eyebox_models.protocol.teaching import BeforeAfter, KindReport, Taught, Trial

CARD = 400
MOST = 24
"""Questions that are shown; all are in the folder."""
CHANGED, WORSE, GENERAL = range(3)


class Outcome(Retranslated, QWidget):
    """Shows a Taught."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._taught: Taught | None = None
        self.heading = label("title", wrap=True)
        self.told = label("muted", wrap=True)
        self.verdict = label(wrap=True)
        self.table = QTableWidget()
        self._prepare_table()
        self.note = label("hint", wrap=True)
        self.chips = [button("chip") for _ in range(3)]
        self.choice = QButtonGroup(self)
        for place, chip in enumerate(self.chips):
            chip.setCheckable(True)
            self.choice.addButton(chip, place)
        self.chips[CHANGED].setChecked(True)
        self.nothing = label("muted", wrap=True)
        self.answers = Trials(theme, CARD)
        self.choice.idClicked.connect(self._show_answers)
        column(
            self.heading, 4, self.told, 12, self.verdict, 12, self.table, 4, self.note, 20,
            Flow(*self.chips), 10, self.nothing, self.answers, None, inside=self,
        )  # fmt: skip
        self._retranslate()

    def _prepare_table(self) -> None:
        table = self.table
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        choose_rows(table)
        table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.setWordWrap(False)

    def show_taught(self, taught: Taught | None) -> None:
        self._taught = taught
        self._retranslate()

    # What is said

    def _parts(self) -> Iterator[BeforeAfter]:
        if self._taught is not None:
            for part in (self._taught.held_out, self._taught.general):
                if part is not None:
                    yield part

    def _trials(self, chosen: int) -> Sequence[Trial]:
        taught = self._taught
        if taught is None:
            return ()
        if chosen == GENERAL:
            return taught.general.trials if taught.general is not None else ()
        if chosen == WORSE:
            return [one for part in self._parts() for one in part.worse]
        return taught.held_out.trials if taught.held_out is not None else ()

    def _show_answers(self) -> None:
        trials = self._trials(self.choice.checkedId())
        self.answers.show_trials(trials[:MOST])
        self.nothing.setVisible(not trials)
        texts = {
            CHANGED: self.tr("Nothing was held out."),
            WORSE: self.tr("No answer got worse."),
            GENERAL: self.tr("No general questions were asked."),
        }
        self.nothing.setText(texts[self.choice.checkedId()])

    def _fill_table(self, kinds: Sequence[tuple[bool, KindReport]]) -> None:
        heads = [
            self.tr("Questions"),
            self.tr("Measure"),
            self.tr("Before"),
            self.tr("After"),
            self.tr("Change"),
        ]
        rows = [
            (of_general, one, before, after)
            for of_general, one in kinds
            for before, after in zip(one.report.models[0].figures, one.report.models[1].figures, strict=False)
        ]
        table = self.table
        table.clear()
        table.setColumnCount(len(heads))
        table.setHorizontalHeaderLabels(heads)
        table.setRowCount(len(rows))
        for row, (_general, one, before, after) in enumerate(rows):
            pair = next((each for each in one.report.comparisons if each.metric == before.metric), None)
            count = one.report.models[1].samples
            cells = [
                f"{words.kind(one.kind)} ({count:,})",
                evaluation_words.short_metric(before.metric),
                evaluation_words.figure(before),
                evaluation_words.figure(after),
                self._change(before, after, pair),
            ]
            for place, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{heads[place]}: {text}")
                if place == len(cells) - 1 and pair is not None and pair.verdict in ("first", "second"):
                    worse = pair.verdict == "first"
                    item.setIcon(
                        self._theme.icon(
                            "chevron-down" if worse else "chevron-up", "danger" if worse else "ok"
                        )
                    )
                table.setItem(row, place, item)
        table.setAccessibleName(self.tr("Figures before and after, with intervals of 95 %"))
        table.setVisible(bool(rows))
        high = table.fontMetrics().lineSpacing() + 14
        table.verticalHeader().setDefaultSectionSize(high)
        bar = table.horizontalScrollBar().sizeHint().height()
        table.setFixedHeight(table.horizontalHeader().sizeHint().height() + high * len(rows) + bar + 4)

    def _change(self, before: Figure, after: Figure, pair: Comparison | None) -> str:
        if before.value is None or after.value is None:
            return "–"
        change = (after.value - before.value) * 100
        text = f"{'+' if change > 0 else '−' if change < 0 else '±'}{words.number(abs(change), 1)}"
        verdicts = {
            "first": self.tr("worse"),
            "second": self.tr("better"),
            "too few": self.tr("too few to tell"),
            "no difference": self.tr("no more than chance"),
        }
        return f"{text} · {verdicts[pair.verdict]}" if pair is not None else text

    def _preferences(self, taught: Taught) -> str:
        """What became of pairs that are held out, where there are such."""
        after = taught.after.rewards if taught.after is not None else None
        if after is None:
            return ""
        text = self.tr(
            "Of pairs that it did not learn it prefers the chosen answer in %1, by a reward margin of %2."
        )
        return text.replace("%1", words.preferred(after)).replace("%2", words.number(after.margin, 2))

    def _retranslate(self) -> None:
        taught = self._taught
        labels = (self.tr("Held out, by change"), self.tr("Got worse: %1"), self.tr("General questions"))
        worse = len(self._trials(WORSE))
        for chip, text in zip(self.chips, labels, strict=True):
            chip.setText(text.replace("%1", f"{worse:,}"))
        if taught is None:
            return
        steps = self.tr("Taught in %n step(s).", "", taught.steps)
        first, last = (words.number(loss) for loss in taught.losses)
        loss = self.tr("The loss fell from %1 to %2.") if taught.losses[1] < taught.losses[0] else self.tr(
            "The loss went from %1 to %2."
        )  # fmt: skip
        reason = (
            self.tr("It ended early: %1.").replace("%1", translated(taught.reason)) if taught.reason else ""
        )
        self.heading.setText(steps)
        told = (loss.replace("%1", first).replace("%2", last), self._preferences(taught), reason)
        self.told.setText(" ".join(filter(None, told)))
        kinds = [
            (part is taught.general, one)
            for part in self._parts()
            for one in part.kinds
            if len(one.report.models) > 1
        ]
        self._fill_table(kinds)
        lost = [words.kind(one.kind) for _general, one in kinds
                if any(pair.verdict == "first" for pair in one.report.comparisons)]  # fmt: skip
        won = [words.kind(one.kind) for _general, one in kinds
               if any(pair.verdict == "second" for pair in one.report.comparisons)]  # fmt: skip
        if lost:
            text = self.tr("It got worse at: %1.").replace("%1", ", ".join(lost))
        elif won:
            text = self.tr("It got better at: %1, and worse at nothing that was asked.").replace(
                "%1", ", ".join(won)
            )
        elif kinds:
            text = self.tr("No difference is shown that is more than chance.")
        else:
            text = self.tr("Nothing was asked before and after.")
        self.verdict.setText(text)
        set_kind(self.verdict, "danger" if lost else "ok" if won else "muted")
        self.note.setText(
            self.tr(
                "In brackets: 95 % intervals. General questions are the same for every model, about drawn pictures."
            )
        )
        self.note.setVisible(bool(kinds))
        self._show_answers()
