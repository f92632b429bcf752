"""Servers of one's own in the picker: the page of one, and the dialog that adds or changes it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QFormLayout, QLabel, QLineEdit, QWidget

from eyebox.language import translated
from eyebox.picker import words
from eyebox.picker.controls import CalmCombo
from eyebox.theme import Theme, set_kind
from eyebox.theme.controls import TOP, Mark, button, column, label, line, number_field
from eyebox.theme.grown import grown
from eyebox.theme.retranslated import Retranslated
from eyebox_models.endpoints.known import AT_ONCE, MOST_AT_ONCE, Endpoint
from eyebox_models.protocol.cards import GroundingReport

_WIDTH = 480


class ServerDetails(Retranslated, QWidget):
    """What is known of a server, whether pictures may go there, and where its boxes land.

    Signals (a server by its name):
        pictures_allowed: whether they may go there from now on.
        edit_wanted, check_wanted, remove_wanted.
    """

    pictures_allowed = Signal(str, bool)
    edit_wanted = Signal(str)
    check_wanted = Signal(str)
    remove_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._server: Endpoint | None = None
        self._report: GroundingReport | None = None
        self._checking = False
        self.title = label("title")
        self._facts = {icon: label("", wrap=True) for icon in ("link", "model", "lock")}
        self.pictures = QCheckBox()
        self._goes = label("hint", wrap=True)
        self.boxes = label("", wrap=True)
        self.edit, self.check, self.remove = button(), button(), button("quiet")
        self.pictures.clicked.connect(lambda on: self.pictures_allowed.emit(self._name, on))
        self.edit.clicked.connect(lambda: self.edit_wanted.emit(self._name))
        self.check.clicked.connect(lambda: self.check_wanted.emit(self._name))
        self.remove.clicked.connect(lambda: self.remove_wanted.emit(self._name))
        facts = [
            line((Mark(theme, icon), 0, TOP), (text, 1), spacing=12) for icon, text in self._facts.items()
        ]
        column(
            self.title, 16, column(*facts, spacing=8), 20, self.pictures, 4, self._goes, 20, self.boxes, 16,
            line(self.edit, self.check, self.remove, None, spacing=8), None, inside=self,
        )  # fmt: skip
        self._retranslate()

    def show_server(self, server: Endpoint, report: GroundingReport | None, checking: bool) -> None:
        """Shows another server, or that something of it has changed."""
        self._server, self._report, self._checking = server, report, checking
        self._retranslate()

    @property
    def _name(self) -> str:
        return self._server.name if self._server is not None else ""

    def say(self, sentence: str) -> None:
        """Says in place of the boxes why something did not work."""
        set_kind(self.boxes, "danger")
        self.boxes.setText(sentence)

    def _retranslate(self) -> None:
        self.edit.setText(self.tr("Change…"))
        self.check.setText(self.tr("Checking…") if self._checking else self.tr("Check its boxes"))
        server = self._server
        if server is None:
            return
        self.title.setText(server.name)
        self._facts["link"].setText(server.url)
        model = server.model or self.tr("The first model that it has")
        self._facts["model"].setText(" · ".join(filter(None, (model, server.family))))
        self._facts["lock"].setText(
            self.tr("Eyebox runs it on this machine, until you stop it.")
            if server.started
            else self.tr("It runs on this machine.")
            if server.is_local
            else self.tr("What you ask, and the pictures that you allow, leave this machine for %1.").replace(
                "%1", server.host
            )
        )
        self.pictures.setText(self.tr("Pictures may go to %1").replace("%1", server.host))
        self.pictures.setChecked(server.pictures)
        self._goes.setText(
            self.tr(
                "Only those of a question, made as small as the model sees them. Without this it is asked in words alone."
            )
        )
        set_kind(self.boxes, "")
        report = self._report
        if report is not None:
            self.boxes.setText(f"{words.grounding(report)}. {translated(report.why)}")
        else:
            self.boxes.setText(self.tr("Whether its boxes land was not checked."))
        self.check.setEnabled(server.pictures and not self._checking)
        self.edit.setVisible(not server.started)
        self.remove.setText(self.tr("Stop") if server.started else self.tr("Remove"))


class ServerDialog(Retranslated, QDialog):
    """Adds a server, or changes one. It only says what is wanted.

    Signals:
        models_wanted: an address, and the key that was typed or None; `set_models` answers.
        agreed: an Endpoint, its key (None: as it was), and the name that it had, "" for a new one; `accept_kept` or
            `say_refused` answers.
    """

    models_wanted = Signal(str, object)
    agreed = Signal(object, object, str)

    def __init__(
        self,
        theme: Theme,
        families: Sequence[tuple[str, str]],
        server: Endpoint | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`families`: names and titles of those that a model can be of. `server`: the one to change."""
        super().__init__(parent)
        self.setObjectName("server")
        self._server = server
        self._title = label("title")
        self.name, self.url, self.key = QLineEdit(), QLineEdit(), QLineEdit()
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        self.model, self.family = CalmCombo(), CalmCombo()
        self.model.setEditable(True)
        self.family.addItem("", "")
        for name, title in families:
            self.family.addItem(title, name)
        self.look = button()
        self.pictures = QCheckBox()
        self.said = label("hint", wrap=True)
        self.cancel, self.save = button(), button("primary")
        self.at_once = number_field(1, MOST_AT_ONCE, server.at_once if server is not None else AT_ONCE)
        self._labels = [QLabel() for _ in range(6)]
        self._lay_out()
        if server is not None:
            self.name.setText(server.name)
            self.url.setText(server.url)
            self.model.setEditText(server.model)
            self.family.setCurrentIndex(max(self.family.findData(server.family), 0))
            self.pictures.setChecked(server.pictures)
        for field in (self.name, self.url):
            field.textChanged.connect(self._show)
            field.returnPressed.connect(self._agree)
        self.key.returnPressed.connect(self._agree)
        self.look.clicked.connect(self._look)
        self.cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._agree)
        self._retranslate()
        self.name.setFocus()

    def _lay_out(self) -> None:
        inner = QWidget()
        form = QFormLayout(inner)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        chosen = QWidget()
        line((self.model, 1), self.look, inside=chosen, spacing=8)
        together = QWidget()
        line(self.at_once, None, inside=together)
        fields: tuple[QWidget, ...] = (self.name, self.url, self.key, chosen, self.family, together)
        for text, field in zip(self._labels, fields, strict=True):
            form.addRow(text, field)
            text.setBuddy({chosen: self.model, together: self.at_once}.get(field, field))
        column(
            self._title, inner, self.pictures, self.said, line(None, self.cancel, self.save, spacing=8),
            inside=self, spacing=16, margins=(24, 20, 24, 20),
        )  # fmt: skip
        self.setFixedWidth(grown(_WIDTH))

    def set_models(self, url: str, names: Sequence[str], sentence: str) -> None:
        """What the server at an address calls its models, or why that is not known."""
        if url != self.url.text().strip():
            return
        self.look.setEnabled(True)
        chosen = self.model.currentText() or (names[0] if names else "")
        self.model.clear()
        self.model.addItems(list(names))
        self.model.setEditText(chosen)
        self._say(
            sentence or self.tr("It answers. Models: %1").replace("%1", str(len(names))), bad=bool(sentence)
        )

    @Slot(str)
    def accept_kept(self, name: str) -> None:
        """What was typed is kept."""
        if name == self.name.text().strip():
            self.accept()

    @Slot(str, str)
    def say_refused(self, name: str, sentence: str) -> None:
        """Says why what was typed can't be kept, to be changed."""
        if name == self.name.text().strip():
            self._say(sentence, bad=True)
            self._show()

    def _say(self, sentence: str, *, bad: bool) -> None:
        set_kind(self.said, "danger" if bad else "hint")
        self.said.setText(sentence)
        self._fit()

    def _fit(self) -> None:
        """Takes the height that the sentence needs in the width of the dialog, which Qt's own least height does not know."""
        layout = self.layout()
        if layout is not None and self.isVisible():
            self.resize(self.width(), max(self.height(), layout.heightForWidth(self.width())))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    @property
    def _typed_key(self) -> str | None:
        return self.key.text().strip() or None

    @Slot()
    def _look(self) -> None:
        self.look.setEnabled(False)
        self._say(self.tr("Asking…"), bad=False)
        self.models_wanted.emit(self.url.text().strip(), self._typed_key)

    @Slot()
    def _show(self) -> None:
        ready = bool(self.name.text().strip() and self.url.text().strip())
        self.save.setEnabled(ready)
        self.look.setEnabled(bool(self.url.text().strip()))

    @Slot()
    def _agree(self) -> None:
        if self.save.isEnabled():
            known = self._server
            given = Endpoint(
                self.name.text().strip(), self.url.text().strip(), self.model.currentText().strip(),
                str(self.family.currentData() or ""), self.pictures.isChecked(), known.unit if known else "",
                self.at_once.value(),
            )  # fmt: skip
            self.save.setEnabled(False)
            self._say(self.tr("Saving…"), bad=False)
            self.agreed.emit(given, self._typed_key, known.name if known else "")

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Server"))
        self._title.setText(
            self.tr("Change a server") if self._server else self.tr("Add a server of your own")
        )
        named = (
            self.tr("Name"), self.tr("Address"), self.tr("Key"), self.tr("Model"), self.tr("Family"), self.tr("At once"),
        )  # fmt: skip
        for text, words_ in zip(self._labels, named, strict=True):
            text.setText(words_)
        self.url.setPlaceholderText("http://127.0.0.1:8000/v1")
        self.name.setPlaceholderText(self.tr("What you call it"))
        self.key.setPlaceholderText(self.tr("As it is") if self._server else self.tr("Where it asks for one"))
        line_edit = self.model.lineEdit()
        if line_edit is not None:
            line_edit.setPlaceholderText(self.tr("The first that it has"))
        self.model.setAccessibleName(self.tr("Model"))
        self.at_once.setAccessibleName(self.tr("Questions of a batch that are under way there at once"))
        self.at_once.setToolTip(self.at_once.accessibleName())
        self.family.setItemText(0, self.tr("Not known"))
        self.look.setText(self.tr("List"))
        self.look.setAccessibleName(self.tr("Ask which models it has"))
        self.look.setToolTip(self.look.accessibleName())
        self.pictures.setText(self.tr("Pictures of my questions may go to this server"))
        if not self.said.text():
            self._say(
                self.tr(
                    "vLLM, SGLang, llama.cpp, LM Studio, Ollama, or any that speaks OpenAI's protocol. "
                    "Nothing is sent before you ask it something."
                ),
                bad=False,
            )
        self.cancel.setText(self.tr("Cancel"))
        self.save.setText(self.tr("Save") if self._server else self.tr("Add"))
        self._show()
