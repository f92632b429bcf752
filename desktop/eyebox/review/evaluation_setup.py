"""What is evaluated: pictures whose answers are known, what is asked, and which models at which precision."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QMenu, QVBoxLayout, QWidget

from eyebox import evaluation_words as words
from eyebox.theme.controls import ElidedLabel, button, column, icon_button, label, line
from eyebox.theme.menus import give_menu
from eyebox.theme.retranslated import Retranslated
from eyebox.theme.theme import Theme
from eyebox_models.protocol.evaluation import REVIEWED, WITH_BOXES, EvaluationPlan

TASKS = ("", "ground", "read", "vqa")
USUAL = tuple(name for name in words.PRECISIONS if name)


class EvaluationSetup(Retranslated, QWidget):
    """A form that makes a plan.

    Signals:
        changed: something was chosen. file_wanted, folder_wanted: the truth is to be a file or folder.
        model_folder_wanted: a model that is not in the list.
    """

    changed = Signal()
    file_wanted = Signal()
    folder_wanted = Signal()
    model_folder_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._file = ""
        self._asked = ""
        """What is asked of a file."""
        self._known: Sequence[tuple[str, str, Sequence[str]]] = ()
        self.rows: list[ModelRow] = []
        self._truth_title, self._task_title, self._models_title = label("hint"), label("hint"), label("hint")
        self.truth = QComboBox()
        self.task = QComboBox()
        self.file, self.folder = button("link"), button("link")
        self.add = button("quiet")
        self.models = QMenu(self.add)
        give_menu(self.add, self.models)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self._greedy = label("hint", wrap=True)
        for title, field in ((self._truth_title, self.truth), (self._task_title, self.task)):
            title.setBuddy(field)
        column(
            self._truth_title, 4, self.truth, 4, line(self.file, 16, self.folder, None), 20,
            self._task_title, 4, self.task, 20,
            self._models_title, 4, self._rows, 4, line(self.add, None), 16, self._greedy,
            inside=self,
        )  # fmt: skip
        for combo in (self.truth, self.task):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.activated.connect(self.changed)
        self.truth.activated.connect(self._show_task)
        self.task.activated.connect(self._keep_task)
        self.file.clicked.connect(self.file_wanted)
        self.folder.clicked.connect(self.folder_wanted)
        self._retranslate()

    @property
    def is_whole(self) -> bool:
        """Whether there is all that an evaluation needs."""
        return bool(self.rows)

    def plan(self, session: str) -> EvaluationPlan:
        """What was chosen; `session` is the one that is open."""
        truth = str(self.truth.currentData())
        of_session = truth in (REVIEWED, WITH_BOXES)
        task = "" if of_session else str(self.task.currentData() or "")
        entries = tuple((row.model, row.precision.currentData()) for row in self.rows)
        return EvaluationPlan(truth, entries, task, session if of_session else "")

    def show_plan(self, plan: EvaluationPlan) -> None:
        """Fills the form with what was chosen before."""
        if plan.truth not in (REVIEWED, WITH_BOXES):
            self.set_file(plan.truth)
        else:
            self.truth.setCurrentIndex(max(self.truth.findData(plan.truth), 0))
        self._asked = plan.task
        for row in [*self.rows]:
            self._remove(row)
        for model, precision in plan.entries:
            self.add_model(model, precision)
        self._show_task()

    def set_models(self, models: Sequence[tuple[str, str, Sequence[str]]]) -> None:
        """The models that can be chosen: what they are called by others, how they are shown, their precisions."""
        self._known = models
        self.models.clear()
        for model, shown, _precisions in models:
            self.models.addAction(shown.replace("&", "&&")).triggered.connect(partial(self._add_known, model))
        self.models.addSeparator()
        self._other = self.models.addAction("")
        self._other.triggered.connect(self.model_folder_wanted)
        self._retranslate()

    def add_model(self, model: str, precision: str = "auto") -> None:
        """One more row."""
        found = next((known for known in self._known if known[0] == model), None)
        row = ModelRow(self._theme, model, found[2] if found is not None else USUAL, precision)
        row.removed.connect(partial(self._remove, row))
        row.precision.activated.connect(self.changed)
        self.rows.append(row)
        self._rows.addWidget(row)
        self.changed.emit()

    def choose_models(self, models: Sequence[str]) -> None:
        """These models instead of those that are chosen."""
        for row in [*self.rows]:
            self._remove(row)
        for model in models:
            self.add_model(model)

    def set_file(self, path: str) -> None:
        """The truth is this file or folder."""
        self._file = path
        self._retranslate()
        self.truth.setCurrentIndex(self.truth.findData(path))
        self._show_task()
        self.changed.emit()

    def _add_known(self, model: str) -> None:
        """The same model once more comes at the next of its precisions."""
        taken = {row.precision.currentData() for row in self.rows if row.model == model}
        self.add_model(model)
        row = self.rows[-1]
        others = (row.precision.itemData(n) for n in range(row.precision.count()))
        free = next((name for name in others if name not in taken), "auto")
        row.precision.setCurrentIndex(row.precision.findData(free))
        row.precision.setFocus()

    def _remove(self, row: ModelRow) -> None:
        self.rows.remove(row)
        self._rows.removeWidget(row)
        row.hide()
        row.deleteLater()
        self.add.setFocus()
        self.changed.emit()

    @Slot()
    def _show_task(self) -> None:
        """A session has boxes to find; a file may have text or questions."""
        of_file = self.truth.currentData() not in (REVIEWED, WITH_BOXES)
        self.task.setEnabled(of_file)
        self.task.setCurrentIndex(max(self.task.findData(self._asked if of_file else "ground"), 0))

    @Slot()
    def _keep_task(self) -> None:
        self._asked = str(self.task.currentData())

    def _retranslate(self) -> None:
        self._truth_title.setText(self.tr("Pictures whose answers are known"))
        self._task_title.setText(self.tr("What is asked"))
        self._models_title.setText(self.tr("Models"))
        self.file.setText(self.tr("A file…"))
        self.folder.setText(self.tr("A folder…"))
        self.file.setAccessibleName(self.tr("Choose a file of boxes or questions"))
        self.folder.setAccessibleName(self.tr("Choose a folder of boxes or texts"))
        self.add.setText(self.tr("Add a model"))
        if hasattr(self, "_other"):
            self._other.setText(self.tr("A folder with a model…"))
        self._greedy.setText(
            self.tr(
                "Answers are made without chance, so that they are the same again. Answers that are there stay."
            )
        )
        chosen = self.truth.currentData()
        self.truth.clear()
        self.truth.addItem(self.tr("Reviewed pictures of this session"), REVIEWED)
        self.truth.addItem(self.tr("All pictures of this session with boxes"), WITH_BOXES)
        if self._file:
            self.truth.addItem(Path(self._file).name, self._file)
        self.truth.setCurrentIndex(max(self.truth.findData(chosen), 0))
        titles = {
            "": self.tr("By the file"),
            "ground": self.tr("Find the boxes"),
            "read": self.tr("Read the text"),
            "vqa": self.tr("Answer questions"),
        }
        self.task.clear()
        for task in TASKS:
            self.task.addItem(titles[task], task)
        self._show_task()


class ModelRow(Retranslated, QWidget):
    """A model with its precision.

    Signals: removed.
    """

    removed = Signal()

    def __init__(self, theme: Theme, model: str, precisions: Sequence[str], chosen: str) -> None:
        super().__init__()
        self.model = model
        self.name = ElidedLabel()
        self.precision = QComboBox()
        for one in dict.fromkeys(("auto", *precisions, chosen)):
            self.precision.addItem(words.precision(one), one)
        self.precision.setCurrentIndex(self.precision.findData(chosen))
        self.remove = icon_button(theme, "close")
        self.remove.clicked.connect(self.removed)
        line((self.name, 1), self.precision, self.remove, inside=self, spacing=8)
        self._retranslate()

    def _retranslate(self) -> None:
        shown = words.model(self.model)
        self.name.set_whole(shown)
        self.precision.setItemText(0, words.precision("auto"))
        self.precision.setAccessibleName(self.tr("Precision of %1").replace("%1", shown))
        self.remove.setToolTip(self.tr("Remove"))
        self.remove.setAccessibleName(self.tr("Remove %1").replace("%1", shown))
