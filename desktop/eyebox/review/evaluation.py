"""The page of an evaluation: what is evaluated on the left; figures, sentences and differences on the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QComboBox,
    QDialog,
    QHeaderView,
    QStackedLayout,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from eyebox import evaluation_words as words
from eyebox.amounts import decimal, size
from eyebox.review.evaluation_chart import EvaluationChart
from eyebox.review.evaluation_pictures import EvaluationPictures
from eyebox.review.evaluation_setup import EvaluationSetup
from eyebox.theme import Theme, set_kind
from eyebox.theme.controls import (
    ElidedLabel,
    Mark,
    button,
    choose_rows,
    column,
    hairline,
    label,
    line,
    progress_bar,
    scrolled,
)
from eyebox.theme.grown import grown, resize_grown, room_on_screen
from eyebox.theme.retranslated import Retranslated
from eyebox.theme.sentence import Sentence
from eyebox_models.protocol.evaluation import Comparison, EvaluationReport

SIZE = (1100, 720)
FORM = 300
ROW = 14
"""What a row of the table has above and below its two lines, in points."""
SENTENCE = 460
FIGURES, PICTURES = 0, 1


class EvaluationPage(Retranslated, QDialog):
    """Shows what its setters get.

    Signals: start_wanted: by what the form says. pause_wanted. resume_wanted: by the plan of before.
    """

    start_wanted = Signal()
    pause_wanted = Signal()
    resume_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("evaluation")
        self._theme = theme
        self._state = ""
        self._problem = ""
        self._missing = self._videos = 0
        self._progress = (0, 0)
        self._can_resume = False
        self.report: EvaluationReport | None = None
        self.setup = EvaluationSetup(theme)
        self.start = button("primary")
        self.pause = button()
        self.bar = progress_bar()
        self.said = label("hint", wrap=True)
        self.problem = label("danger", wrap=True)
        self.choice = QButtonGroup(self)
        self.figures_chip, self.pictures_chip = button("chip"), button("chip")
        self.sentences = QVBoxLayout()
        self.sentences.setSpacing(8)
        self.table = QTableWidget()
        self.failed = label("warn", wrap=True)
        self.metric_choice = QComboBox()
        self.metric_choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.chart = EvaluationChart(theme)
        self.pictures = EvaluationPictures(theme)
        self.empty = Sentence(SENTENCE)
        self._words = words.Sentences(self)
        self._lay_out()
        self.start.clicked.connect(self._start)
        self.pause.clicked.connect(self.pause_wanted)
        self.metric_choice.activated.connect(self._show_metric)
        self.choice.idClicked.connect(self._show_part)
        resize_grown(self, *SIZE)
        self.setMinimumSize(720, 460)
        self._retranslate()
        self.set_state("", False)

    def _lay_out(self) -> None:
        for chip, place in ((self.figures_chip, FIGURES), (self.pictures_chip, PICTURES)):
            chip.setCheckable(True)
            self.choice.addButton(chip, place)
        self.figures_chip.setChecked(True)
        table = self.table
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        choose_rows(table)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        set_kind(self.empty, "muted")
        form = QWidget()
        column(self.setup, None, inside=form, margins=(24, 20, 24, 12))
        foot = column(
            self.problem, self.said, self.bar, line(self.start, self.pause, None, spacing=8),
            spacing=8, margins=(24, 8, 24, 20),
        )  # fmt: skip
        left = QWidget()
        left.setFixedWidth(min(grown(FORM), room_on_screen(self).width() // 2))
        column((scrolled(form), 1), hairline(), foot, inside=left)
        self.copy = button("quiet")
        self.copy.clicked.connect(self._copy)
        self.copied = label("hint")
        self._quiet = QTimer(self, singleShot=True, interval=4000)
        self._quiet.timeout.connect(self.copied.clear)
        self._metric_title = label("hint")
        self._metric_title.setBuddy(self.metric_choice)
        counted = QWidget()
        column(
            self.sentences, 16, table, 4, self.failed, line(self.copy, 8, self.copied, None), 16,
            line(self._metric_title, 8, self.metric_choice, None), 8, self.chart, None,
            inside=counted, margins=(24, 0, 24, 24),
        )  # fmt: skip
        differing = QWidget()
        column((self.pictures, 1), inside=differing, margins=(24, 0, 24, 20))
        waiting = QWidget()
        column(None, (self.empty, 0, Qt.AlignmentFlag.AlignHCenter), None, None, inside=waiting)
        self._parts = QStackedLayout()
        self._parts.addWidget(scrolled(counted))
        self._parts.addWidget(differing)
        self._parts.addWidget(waiting)
        self._chips = QWidget()
        line(
            self.figures_chip,
            self.pictures_chip,
            None,
            inside=self._chips,
            spacing=8,
            margins=(24, 20, 24, 16),
        )
        right = column(self._chips, (self._parts, 1))
        line(left, hairline("vline"), (right, 1), inside=self)

    # What is shown

    def set_state(
        self, state: str, can_resume: bool, problem: str = "", missing: int = 0, videos: int = 0
    ) -> None:
        """`state` is that of the evaluation; `can_resume`: it was paused, and the form says what it said then."""
        self._state, self._can_resume = state, can_resume
        self._problem, self._missing, self._videos = problem, missing, videos
        self._show_state()

    def set_progress(self, done: int, total: int) -> None:
        self._progress = (done, total)
        self._show_state()

    def show_report(self, report: EvaluationReport | None) -> None:
        """Shows figures; None: there are none yet."""
        self.report = report
        if report is not None:
            self.pictures.show_report(report)
        self._show_report()

    def _show_state(self) -> None:
        busy = self._state in ("preparing", "running", "counting")
        done, total = self._progress
        had_focus = self.start.hasFocus() or self.pause.hasFocus()
        self.start.setVisible(not busy)
        self.start.setEnabled(self.setup.is_whole)
        self.start.setText(self.tr("Go on") if self._can_resume else self.tr("Start"))
        self.pause.setVisible(busy)
        if had_focus:
            (self.pause if busy else self.start).setFocus()
        self.bar.setVisible(busy)
        self.bar.setRange(0, total if self._state == "running" else 0)
        self.bar.setValue(done)
        answered = self.tr("%1 of %2 questions are answered.")
        answered = answered.replace("%1", f"{done:,}").replace("%2", f"{total:,}")
        texts = {
            "preparing": self.tr("Looking at the pictures…"),
            "running": answered,
            "counting": self.tr("Counting…"),
        }
        said = texts.get(self._state, "")
        if self._can_resume:
            said = (
                self.tr("Paused.") + f" {answered}"
                if total
                else self.tr("Paused; what was answered is kept.")
            )
        if self._missing:
            said = (
                said + " " + self.tr("%n picture(s) were not found and are left out.", "", self._missing)
            ).strip()
        if self._videos:
            left_out = self.tr("%n question(s) about videos left out.", "", self._videos)
            said = f"{said} {left_out}".strip()
        self.said.setText(said)
        self.said.setVisible(bool(said))
        self.bar.setAccessibleName(said)
        self.problem.setText(self._problem)
        self.problem.setVisible(bool(self._problem))
        self._show_empty()

    def _show_empty(self) -> None:
        if self._state in ("preparing", "running", "counting"):
            text = self.tr(
                "The figures come when the models have answered. You can close this and go on working."
            )
        else:
            text = self.tr(
                "How well do models do on your own pictures? Choose pictures whose answers are known and one model "
                "or several, at one precision or several."
            )
        self.empty.setText(text)

    def _show_report(self) -> None:
        report = self.report
        self._chips.setVisible(report is not None)
        if report is None:
            self._parts.setCurrentIndex(2)
            return
        self._show_part(self.choice.checkedId())
        chosen = self.metric_choice.currentData()
        self.metric_choice.clear()
        for name in words.metrics_of(report):
            self.metric_choice.addItem(words.metric(name), name)
        self.metric_choice.setCurrentIndex(max(self.metric_choice.findData(chosen), 0))
        self._show_metric()
        self._show_sentences(report)
        self._fill_table(report)
        failed = [
            f"{name}: " + self.tr("%n question(s) without an answer, counted as wrong.", "", one.failed)
            for name, one in zip(words.names(report), report.models, strict=True)
            if one.failed
        ]
        self.failed.setText("\n".join(failed))
        self.failed.setVisible(bool(failed))

    def _show_sentences(self, report: EvaluationReport) -> None:
        while self.sentences.count():
            taken = self.sentences.takeAt(0)
            widget = taken.widget() if taken is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for pair in report.comparisons:
            text = self._words.difference(report, pair)
            self.sentences.addWidget(_PairSentence(self._theme, pair, text, self._words.counts(pair)))

    def _fill_table(self, report: EvaluationReport) -> None:
        metrics = words.metrics_of(report)
        heads = [
            self.tr("Model"),
            self.tr("Precision"),
            self.tr("Pictures"),
            *map(words.short_metric, metrics),
            self.tr("Tokens a second"),
            self.tr("Memory at most"),
        ]
        self.table.clear()
        self.table.setColumnCount(len(heads))
        self.table.setRowCount(len(report.models))
        self.table.setHorizontalHeaderLabels(heads)
        for place, name in enumerate(metrics):
            head = self.table.horizontalHeaderItem(place + 3)
            if head is not None:
                head.setToolTip(words.metric(name))
        for row, one in enumerate(report.models):
            cells = [
                words.model(one.model),
                words.precision(one.precision),
                f"{one.pictures:,}",
                *(f"{words.value(each.metric, each.value)}\n{words.interval(each)}" for each in one.figures),
                "–" if one.tokens_per_second is None else decimal(one.tokens_per_second, 1),
                "–" if one.peak_bytes is None else size(one.peak_bytes),
            ]
            for place, text in enumerate(cells):
                item = QTableWidgetItem(text.strip())
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{heads[place]}: {_one_line(text)}")
                self.table.setItem(row, place, item)
        self.table.setAccessibleName(self.tr("Figures of the models, with intervals of 95 %"))
        bar = self.table.horizontalScrollBar().sizeHint().height()
        high = 2 * self.table.fontMetrics().lineSpacing() + ROW
        self.table.verticalHeader().setDefaultSectionSize(high)
        top = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(top + high * len(report.models) + bar + 8)

    @Slot()
    def _show_metric(self) -> None:
        if self.report is not None:
            self.chart.show_metric(self.report, str(self.metric_choice.currentData()))

    @Slot()
    def _copy(self) -> None:
        """Puts figures and sentences into the clipboard, as Markdown."""
        if self.report is not None:
            said = [
                f"{self._words.difference(self.report, pair)} ({self._words.counts(pair)})"
                for pair in self.report.comparisons
            ]
            heads = [self.table.horizontalHeaderItem(n) for n in range(self.table.columnCount())]
            rows = [[head.text() if head is not None else "" for head in heads], ["---"] * len(heads)]
            for row in range(self.table.rowCount()):
                cells = [self.table.item(row, place) for place in range(len(heads))]
                rows.append(
                    [_one_line(cell.text()).replace("|", "\\|") if cell is not None else "" for cell in cells]
                )
            table = "\n".join(f"| {' | '.join(cells)} |" for cells in rows)
            QGuiApplication.clipboard().setText("\n\n".join([table, *said]) + "\n")
            self.copied.setText(self.tr("Copied"))
            self._quiet.start()

    @Slot(int)
    def _show_part(self, part: int) -> None:
        if self.report is not None:
            self._parts.setCurrentIndex(part)

    # What is wanted

    @Slot()
    def _start(self) -> None:
        (self.resume_wanted if self._can_resume else self.start_wanted).emit()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Evaluation"))
        self.pause.setText(self.tr("Pause"))
        self.figures_chip.setText(self.tr("Figures"))
        self.pictures_chip.setText(self.tr("Differences"))
        self._metric_title.setText(self.tr("Chart of"))
        self.copy.setText(self.tr("Copy the figures"))
        self._show_state()
        self._show_report()


def _one_line(text: str) -> str:
    """A value and its interval beside each other."""
    value, _, interval = text.strip().partition("\n")
    return f"{value} ({interval})" if interval else value


class _PairSentence(QWidget):
    """What is said of two models, with its counts below."""

    def __init__(self, theme: Theme, pair: Comparison, text: str, counts: str) -> None:
        super().__init__()
        told = pair.verdict in ("first", "second")
        mark = Mark(theme, "check" if told else "info", "ok" if told else "muted")
        sentence = label(wrap=True)
        sentence.setText(text)
        below = ElidedLabel("hint")
        below.set_whole(counts)
        self.setAccessibleName(f"{text} {counts}")
        line(
            (mark, 0, Qt.AlignmentFlag.AlignTop),
            (column(sentence, below, spacing=2), 1),
            inside=self,
            spacing=10,
        )
