"""What adding the model engine would take, and where it would come from."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QFormLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QWidget,
)

from eyebox.amounts import size
from eyebox.language import translated
from eyebox.picker import words
from eyebox.picker.controls import choose_folder
from eyebox.picker.engine_parts import Fact, Fold, build_words
from eyebox.theme import Theme, set_kind
from eyebox.theme.controls import ElidedLabel, button, column, hairline, label, line
from eyebox.theme.retranslated import Retranslated
from eyebox.theme.sentence import breakable
from eyebox_models.protocol.environment import EnvironmentPlan, Source

INDEX = "https://pypi.org/simple"
TORCH = "https://download.pytorch.org/whl"
PYTHON = "https://github.com/astral-sh/python-build-standalone/releases/download"
_ADDRESS = re.compile(r"(https?://[^\s/]\S*)?")
_TYPING_MS = 400


class EngineOffer(Retranslated, QWidget):
    """Says what a plan takes, and lets choose the source; nothing is connected from here.

    Signals:
        source_changed: the Source as it is chosen now; `set_plan` answers.
        changed: `ready` or `connects` may be different.
    """

    source_changed = Signal(object)
    changed = Signal()

    def __init__(self, theme: Theme, proxy: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan: EnvironmentPlan | None = None
        self._failed = ""
        self._kept = 0
        self._folder = ""
        icons = {"build": "engine", "download": "download", "disk": "folder", "hosts": "language"}
        self.facts = {name: Fact(theme, icon) for name, icon in icons.items()}
        self.problem = label("danger", wrap=True)
        self._heads = [label("hint"), label("hint")]
        self.internet, self.folder = QRadioButton(), QRadioButton()
        self.internet.setChecked(True)
        self.addresses = Fold(theme)
        self.fields = {name: QLineEdit() for name in ("wheels", "torch", "python", "proxy")}
        self.fields["proxy"].setText(proxy)
        self._labels = {name: QLabel() for name in self.fields}
        self.path = ElidedLabel()
        self.choose = button()
        self._hint = label("hint", wrap=True)
        self._local = QWidget()
        self._wait = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._wait.timeout.connect(self._emit_chosen)
        self._lay_out()
        self.internet.toggled.connect(self._on_kind)
        self.choose.clicked.connect(self._choose)
        for field in self.fields.values():
            field.textChanged.connect(self._on_typed)
        self._show_kind()
        self._retranslate()

    def _lay_out(self) -> None:
        form = QFormLayout(self.addresses.inside)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, field in self.fields.items():
            form.addRow(self._labels[name], field)
            self._labels[name].setBuddy(field)
        place = line((self.path, 1), self.choose, spacing=8)
        column(place, self._hint, inside=self._local, spacing=4)
        column(
            self._heads[0], 8, column(*self.facts.values(), spacing=10), 8, self.problem, 16, hairline(), 12, self._heads[1], 8,
            self.internet, column(self.addresses, margins=(24, 4, 0, 12)),
            self.folder, column(self._local, margins=(24, 4, 0, 12)), None,
            inside=self,
        )  # fmt: skip

    @property
    def source(self) -> Source:
        """Where it would come from, as it is chosen now."""
        if self.folder.isChecked():
            return Source(wheels=self._folder)
        return Source(**{name: field.text().strip() for name, field in self.fields.items()})

    @property
    def ready(self) -> bool:
        """Whether the plan that is shown can be carried out."""
        return (
            self._plan is not None and not self._plan.problem and not self._wait.isActive() and self._sound()
        )

    @property
    def connects(self) -> bool:
        """Whether anybody would be contacted."""
        return bool(self._plan.hosts) if self._plan is not None else self.internet.isChecked()

    def set_plan(self, plan: EnvironmentPlan | None, failed: str = "") -> None:
        """Shows what it takes; None: it is being worked out, or could not be."""
        self._plan, self._failed = plan, failed
        self._say()

    def set_kept(self, count: int) -> None:
        """So many bytes came before it was interrupted."""
        self._kept = count
        self._say()

    def use_folder(self, folder: str) -> None:
        """Takes the wheels from a folder of this machine."""
        self._folder = folder
        self.folder.setChecked(True)
        self.path.set_whole(folder)
        self._retranslate()
        self._emit_chosen()

    def ask_plan(self) -> None:
        """Asks what the source that is chosen would take."""
        self._emit_chosen()

    def _sound(self) -> bool:
        if self.folder.isChecked():
            return bool(self._folder)
        return all(
            _ADDRESS.fullmatch(self.fields[name].text().strip()) for name in ("torch", "proxy")
        ) and all(
            _ADDRESS.fullmatch(text) or Path(text).is_absolute()
            for text in (self.fields[name].text().strip() for name in ("wheels", "python"))
        )

    @Slot()
    def _emit_chosen(self) -> None:
        self._wait.stop()
        self._plan, self._failed = None, ""
        self._say()
        if self._sound():
            self.source_changed.emit(self.source)

    @Slot(bool)
    def _on_kind(self, _internet: bool) -> None:
        self._show_kind()
        self._emit_chosen()

    def _show_kind(self) -> None:
        self.addresses.setVisible(self.internet.isChecked())
        self._local.setVisible(self.folder.isChecked())

    @Slot()
    def _on_typed(self) -> None:
        for name, field in self.fields.items():
            text = field.text().strip()
            path = name in ("wheels", "python") and Path(text).is_absolute()
            set_kind(field, "" if _ADDRESS.fullmatch(text) or path else "error")
        self._plan = None
        self._wait.start()
        self._say()

    @Slot()
    def _choose(self) -> None:
        choose_folder(self, self.tr("Choose a folder of wheels"), self.use_folder)

    def _say(self) -> None:
        self._say_plan()
        self.changed.emit()

    def _say_plan(self) -> None:
        plan = self._plan
        self.problem.setText(
            breakable(self._failed or (translated(plan.problem) if plan is not None else ""))
        )
        self.problem.setVisible(bool(self.problem.text()))
        for fact in self.facts.values():
            fact.hide()
        if plan is None:
            waits = self.folder.isChecked() and not self._folder
            text = self.tr("Choose the folder first.") if waits else self.tr("Working out what it takes…")
            self.facts["build"].say("" if self._failed else text, kind="muted")
            return
        if not plan.build:
            return
        text = "\n".join(translated(sentence) for sentence in (plan.why, plan.python) if sentence)
        self.facts["build"].say(build_words(plan.build), text)
        self.facts["download"].say(self._download_words(plan))
        text = self.tr("%1 on disk; %2 are free").replace("%1", size(plan.disk_bytes))
        short = plan.free_bytes < plan.disk_bytes
        text = text.replace("%2", size(plan.free_bytes))
        self.facts["disk"].say(text, kind="danger" if short else "")
        self.facts["hosts"].say(*self._host_words(plan))

    def _download_words(self, plan: EnvironmentPlan) -> str:
        total = size(plan.download_bytes)
        if not plan.hosts:
            return self.tr("Nothing is downloaded: the packages are in the folder.")
        if self._kept:
            text = self.tr("%1 of about %2 are here; they are not fetched again.")
            return text.replace("%1", size(self._kept)).replace("%2", total)
        return self.tr("About %1 will be downloaded.").replace("%1", total)

    def _host_words(self, plan: EnvironmentPlan) -> tuple[str, str]:
        if not plan.hosts:
            return self.tr("Eyebox makes no connection for this."), self._sum_words(plan)
        hosts = words.translate("Picker", ", ").join(plan.hosts)
        proxy = urlsplit(self.source.proxy).netloc
        text = self.tr("Eyebox will connect to %1, once you press the button.")
        if proxy:
            text = self.tr("Eyebox will connect to %1 through the proxy %2, once you press the button.")
        more = self.tr(
            "Only the requests for these files are sent: no picture, no question. "
            "Offline mode stays as it is for everything else."
        )
        return text.replace("%1", hosts).replace("%2", proxy), more

    def _sum_words(self, plan: EnvironmentPlan) -> str:
        """What the wheels of a folder are compared with."""
        if not plan.wheels:
            return ""
        if plan.unchecked == plan.wheels:
            return self.tr(
                "The folder holds no checksums, so its wheels are installed as they are: use one that you trust."
            )
        if not plan.unchecked:
            return self.tr("The wheels are compared with the checksums in the folder.")
        text = self.tr("The wheels are compared with the checksums in the folder; %1 of %2 have none.")
        return text.replace("%1", str(plan.unchecked)).replace("%2", str(plan.wheels))

    def _retranslate(self) -> None:
        self._heads[0].setText(self.tr("What it takes"))
        self._heads[1].setText(self.tr("Where it comes from"))
        self.internet.setText(self.tr("The internet"))
        self.folder.setText(self.tr("A folder of wheels on this machine"))
        self.addresses.link.setText(self.tr("Addresses and proxy"))
        for name, text, example in (
            ("wheels", self.tr("Package index"), INDEX),
            ("torch", self.tr("PyTorch's index"), TORCH),
            ("python", self.tr("Standalone Python"), PYTHON),
            ("proxy", self.tr("Proxy"), "http://127.0.0.1:8080"),
        ):
            self._labels[name].setText(text)
            self.fields[name].setPlaceholderText(example)
            self.fields[name].setAccessibleName(text)
        self.choose.setText(self.tr("Choose…"))
        self._hint.setText(self.tr("Choose it, or drop it onto this page."))
        set_kind(self.path, "" if self._folder else "muted")
        if not self._folder:
            self.path.set_whole(self.tr("No folder is chosen yet"))
        self._say()
