"""A new batch: what is done, with what, about which pages, and where the results go."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QMenu, QPlainTextEdit, QWidget

from eyebox.batch_page import words
from eyebox.batch_page.who import WhoDoesIt
from eyebox.batches.job import BY_READER, KINDS, BatchJob
from eyebox.language import translated
from eyebox.theme.controls import button, column, hairline, label, line, scrolled
from eyebox.theme.grown import grown
from eyebox.theme.menus import give_menu
from eyebox.theme.path_list import PathList
from eyebox.theme.retranslated import Retranslated
from eyebox.theme.theme import Theme, set_kind
from eyebox_models.protocol.ask import READER
from eyebox_models.protocol.errors import EyeboxError

NAMED = ("extract", "ground", "redact")
"""Kinds of work that take names."""
PROMPT = 88
FILES = 96
TABLES = (".jsonl", ".csv", ".xlsx")


class Sources(PathList):
    """The files, folders and lists that a batch is about."""

    def hint(self) -> str:
        return self.tr("Drop files and folders here")


class BatchForm(Retranslated, QWidget):
    """Makes a BatchJob.

    Signals:
        start_wanted: the job, the command that is started when it has ended.
        files_wanted, folder_wanted, output_wanted: something is to be chosen in a dialog.
        preset_kept: job and title. preset_forgotten: a title. preset_opened, preset_saved: from, as a file.
        cancelled.
    """

    start_wanted = Signal(object, str)
    files_wanted = Signal()
    folder_wanted = Signal()
    output_wanted = Signal(bool)
    preset_kept = Signal(object, str)
    preset_forgotten = Signal(str)
    preset_opened = Signal()
    preset_saved = Signal(object)
    cancelled = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._presets: list[tuple[BatchJob, bool]] = []
        self._options: dict[str, object] = {}
        self._is_typed = False
        self.heading = label("title")
        self.kind, self.format = QComboBox(), QComboBox()
        self.who = WhoDoesIt()
        self.sources = Sources(FILES)
        self.files, self.folder = button("link"), button("link")
        self.prompt = QPlainTextEdit()
        self.prompt.setFixedHeight(grown(PROMPT))
        self.prompt.setTabChangesFocus(True)
        self.labels, self.output, self.command = QLineEdit(), QLineEdit(), QLineEdit()
        self.schema = QPlainTextEdit()
        self.schema.setFixedHeight(grown(PROMPT))
        self.schema.setTabChangesFocus(True)
        for edit in (self.prompt, self.schema):
            set_kind(edit, "framed")
        self.choose = button()
        self.note = label("warn", wrap=True)
        self.problem = label("danger", wrap=True)
        self.start, self.cancel = button("primary"), button()
        self.preset = button("quiet")
        self._menu = QMenu(self.preset)
        give_menu(self.preset, self._menu)
        self._titles = {
            name: label("hint")
            for name in ("kind", "sources", "prompt", "labels", "schema", "output", "command")
        }
        fields: dict[str, QWidget] = {
            "kind": self.kind, "sources": self.sources, "prompt": self.prompt, "labels": self.labels, "schema": self.schema,
            "output": self.output, "command": self.command,
        }  # fmt: skip
        for name, field in fields.items():
            self._titles[name].setBuddy(field)
        self._labels_part, self._prompt_part, self._schema_part = (QWidget() for _ in range(3))
        column(self._titles["labels"], 4, self.labels, 16, inside=self._labels_part)
        column(self._titles["prompt"], 4, self.prompt, 16, inside=self._prompt_part)
        column(self._titles["schema"], 4, self.schema, 16, inside=self._schema_part)
        inner = QWidget()
        column(
            line(self.heading, None, self.preset), 20,
            self._titles["kind"], 4, self.kind, 4, self.note, 16,
            self._titles["sources"], 4, self.sources, 4, line(self.files, 16, self.folder, None), 16,
            self.who, self._labels_part, self._prompt_part, self._schema_part,
            self._titles["output"], 4, line(self.format, (self.output, 1), self.choose, spacing=8), 16,
            self._titles["command"], 4, self.command, None,
            inside=inner, margins=(24, 20, 24, 20),
        )  # fmt: skip
        column(
            (scrolled(inner), 1), hairline(),
            column(self.problem, line(self.cancel, None, self.start, spacing=8), spacing=8, margins=(24, 12, 24, 16)),
            inside=self,
        )  # fmt: skip
        for combo in (self.kind, self.format):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.kind.activated.connect(self._choose_kind)
        self.who.changed.connect(self._show_kind)
        self.format.activated.connect(self._change_ending)
        self.output.textEdited.connect(self._keep_typed)
        self.sources.changed.connect(self._suggest_output)
        self.files.clicked.connect(self.files_wanted)
        self.folder.clicked.connect(self.folder_wanted)
        self.choose.clicked.connect(lambda: self.output_wanted.emit(self.format.currentData() == ""))
        self.cancel.clicked.connect(self.cancelled)
        self.start.clicked.connect(self._start)
        self.show_problem("")
        self._retranslate()
        self._show_kind()

    # What goes in

    def set_presets(self, presets: Sequence[tuple[BatchJob, bool]]) -> None:
        """Jobs to begin with; with each whether it is the user's own."""
        self._presets = [*presets]
        chosen = self.kind.currentIndex()
        self._fill_kinds()
        self.kind.setCurrentIndex(max(min(chosen, self.kind.count() - 1), 0))
        self._fill_menu()

    def set_output(self, path: str) -> None:
        """The results go there."""
        self.output.setText(path)
        self._is_typed = True

    def show_problem(self, text: str) -> None:
        """Says why it was not begun; "" for nothing."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def show_job(self, job: BatchJob) -> None:
        """Fills the form with a job, or a preset; its sources and output stay where it has none."""
        self.kind.setCurrentIndex(max(self.kind.findData(job.kind), 0))
        self._take(job)

    # What comes out

    def job(self) -> BatchJob:
        """What was chosen. Raises EyeboxError where a part of it is wrong."""
        chosen = self.kind.currentData()
        kind = chosen.kind if isinstance(chosen, BatchJob) else chosen
        reads = kind in BY_READER
        model = READER if reads else self.who.reference
        takes_schema = kind == "ask" or (kind == "extract" and model != READER)
        schema = self.schema.toPlainText().strip() if takes_schema else ""
        if schema:
            try:
                json.loads(schema)
            except (ValueError, RecursionError) as error:
                raise EyeboxError(
                    "batch-schema-not-json", "The schema is not JSON: {reason}.", reason=error
                ) from error
        names = self.labels.text().replace("，", ",").split(",")
        return BatchJob(
            kind,
            model,
            "auto" if reads else self.who.precision.currentData() or "auto",
            self.prompt.toPlainText().strip() if kind in ("ask", "extract", "ground") else "",
            schema,
            tuple(dict.fromkeys(name.strip() for name in names if name.strip())) if kind in NAMED else (),
            {**self._options},
            tuple(self.sources.paths),
            self.output.text().strip(),
            note=chosen.note if isinstance(chosen, BatchJob) else "",
        )

    @Slot()
    def _start(self) -> None:
        try:
            job = self.job()
            if not job.sources:
                raise EyeboxError("batch-no-sources", "Add pictures, documents or folders first.")
            if not job.output:
                raise EyeboxError("batch-no-output", "Say where the results go.")
            job.check()
        except EyeboxError as error:
            self.show_problem(translated(error.sentence))
            return
        self.show_problem("")
        self.start_wanted.emit(job, self.command.text().strip())

    # Within

    @Slot()
    def _choose_kind(self) -> None:
        chosen = self.kind.currentData()
        if isinstance(chosen, BatchJob):
            self._take(chosen)
        else:
            self._options = {}
            self._show_kind()

    def _take(self, job: BatchJob) -> None:
        self.prompt.setPlainText(job.prompt)
        self.labels.setText(", ".join(job.labels))
        schema = json.dumps(json.loads(job.schema), ensure_ascii=False, indent=1) if job.schema else ""
        self.schema.setPlainText(schema)
        self._options = dict(job.options)
        if job.model != READER:
            self.who.choose(job.model)
        elif job.kind == "ask" and self.who.others() and self.who.reference == READER:
            self.who.choose(self.who.others()[0])
        if job.sources:
            self.sources.clear()
            self.sources.add(job.sources)
        if job.output:
            self.set_output(job.output)
        self._show_kind()

    @Slot()
    def _show_kind(self) -> None:
        chosen = self.kind.currentData()
        kind = chosen.kind if isinstance(chosen, BatchJob) else chosen
        self.who.setVisible(kind not in BY_READER)
        self._labels_part.setVisible(kind in NAMED)
        has_model = self.who.reference != READER
        self._prompt_part.setVisible(kind == "ask" or (kind == "extract" and has_model))
        self._schema_part.setVisible(kind == "ask" or (kind == "extract" and has_model))
        note = chosen.note if isinstance(chosen, BatchJob) else ""
        self.note.setText(note)
        self.note.setVisible(bool(note))
        named = {
            "ground": self.tr("What to find"),
            "extract": self.tr("Fields"),
            "redact": self.tr(
                "Only these texts; where none is named: e-mails, phones, amounts, dates, links, IDs"
            ),
        }
        self._titles["labels"].setText(named.get(kind, ""))
        if not self._is_typed:
            usual = "" if kind in ("redact", "pdf") else ".xlsx"
            if (self.format.currentData() == "") != (usual == ""):
                self.format.setCurrentIndex(max(self.format.findData(usual), 0))
        self._suggest_output()

    @Slot()
    def _keep_typed(self) -> None:
        self._is_typed = bool(self.output.text())
        ending = Path(self.output.text()).suffix.lower()
        self.format.setCurrentIndex(max(self.format.findData(ending if ending in TABLES else ""), 0))

    @Slot()
    def _suggest_output(self) -> None:
        """Beside the first source, until somebody says otherwise."""
        paths = self.sources.paths
        if not self._is_typed:
            first = Path(paths[0]) if paths else None
            ending = str(self.format.currentData() or "")
            name = self.tr("results")
            self.output.setText(str(first.parent / f"{first.stem} {name}{ending}") if first else "")

    @Slot()
    def _change_ending(self) -> None:
        text, ending = self.output.text(), str(self.format.currentData() or "")
        if text:
            path = Path(text)
            self.output.setText(
                str(path.with_suffix(ending) if path.suffix.lower() in TABLES else f"{path}{ending}")
            )
        else:
            self._suggest_output()

    def _fill_kinds(self) -> None:
        self.kind.clear()
        for kind in KINDS:
            self.kind.addItem(words.kind(kind), kind)
        if self._presets:
            self.kind.insertSeparator(self.kind.count())
        for job, _own in self._presets:
            self.kind.addItem(job.title, job)

    def _fill_menu(self) -> None:
        self._menu.clear()
        self._menu.addAction(self.tr("Keep as a preset…"), self._keep)
        own = [job.title for job, is_own in self._presets if is_own]
        if own:
            removing = self._menu.addMenu(self.tr("Remove a preset"))
            for title in own:
                removing.addAction(title.replace("&", "&&"), partial(self.preset_forgotten.emit, title))
        self._menu.addSeparator()
        self._menu.addAction(self.tr("Open a job file…"), self.preset_opened.emit)
        self._menu.addAction(self.tr("Save as a job file…"), lambda: self._with_job(self.preset_saved.emit))

    def _keep(self) -> None:
        from PySide6.QtWidgets import QInputDialog

        chosen = self.kind.currentData()
        before = chosen.title if isinstance(chosen, BatchJob) else ""
        title, agreed = QInputDialog.getText(
            self, self.tr("Keep as a preset"), self.tr("Its name:"), QLineEdit.EchoMode.Normal, before
        )
        if agreed and title.strip():
            self._with_job(lambda job: self.preset_kept.emit(job, title.strip()))

    def _with_job(self, do: Callable[[BatchJob], object]) -> None:
        try:
            job = self.job()
        except EyeboxError as error:
            self.show_problem(translated(error.sentence))
        else:
            do(job)

    def _retranslate(self) -> None:
        self.heading.setText(self.tr("New batch"))
        titles = {
            "kind": self.tr("What is done with each page"),
            "sources": self.tr("Pictures, documents, folders, lists"),
            "prompt": self.tr("What is asked about each page"),
            "schema": self.tr("JSON schema of the answers"),
            "output": self.tr("Results"),
            "command": self.tr("Program that is started at the end"),
        }
        for name, text in titles.items():
            self._titles[name].setText(text)
        for name, field in (
            ("kind", self.kind), ("sources", self.sources), ("prompt", self.prompt), ("schema", self.schema),
            ("output", self.output), ("command", self.command),
        ):  # fmt: skip
            field.setAccessibleName(titles[name])
        self.labels.setAccessibleName(self.tr("Names"))
        self.labels.setPlaceholderText(self.tr("with commas between them"))
        self.format.setAccessibleName(self.tr("Format of the results"))
        self.schema.setPlaceholderText(self.tr("optional, for answers that are data"))
        self.command.setPlaceholderText(self.tr("optional; it gets the file of the results"))
        self.files.setText(self.tr("Add files…"))
        self.folder.setText(self.tr("Add a folder…"))
        self.choose.setText(self.tr("Choose…"))
        self.start.setText(self.tr("Start"))
        self.cancel.setText(self.tr("Cancel"))
        self.preset.setText(self.tr("Presets"))
        chosen_kind, chosen_format = max(self.kind.currentIndex(), 0), max(self.format.currentIndex(), 0)
        self._fill_kinds()
        self.kind.setCurrentIndex(chosen_kind)
        self.format.clear()
        for ending, text in (
            (".xlsx", self.tr("Workbook (XLSX)")),
            (".csv", self.tr("Table (CSV)")),
            (".jsonl", "JSON Lines"),
            ("", self.tr("A folder")),
        ):
            self.format.addItem(text, ending)
        self.format.setCurrentIndex(chosen_format)
        self._fill_menu()
