"""The model engine that is there: build, Python, size, folder and packages."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from eyebox.language import translated
from eyebox.picker import words
from eyebox.picker.controls import hairline, label
from eyebox.picker.engine_parts import Fact, Fold, build_words
from eyebox.theme import Theme
from eyebox.theme.breaking import breakable
from eyebox.theme.copy_field import CopyField
from eyebox_models.protocol.environment import EnvironmentState

MOST_LINES = 400


class EngineThere(QWidget):
    """Facts of an environment, its packages folded."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: EnvironmentState | None = None
        self.problem = label("danger", wrap=True)
        icons = {"build": "engine", "python": "settings", "disk": "folder"}
        self.facts = {name: Fact(theme, icon) for name, icon in icons.items()}
        self.packages = Fold(theme)
        self.list = CopyField(theme, MOST_LINES)
        inside = QVBoxLayout(self.packages.inside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.problem)
        for fact in self.facts.values():
            column.addWidget(fact)
        column.addSpacing(4)
        column.addWidget(hairline())
        column.addWidget(self.packages)
        column.addStretch(1)

    @property
    def sentence(self) -> str:
        """Where models run, in a sentence."""
        place = self._state.place if self._state is not None else ""
        return {
            "": "",
            "own": self.tr("Models run in the Python that Eyebox itself runs in. There is nothing to add."),
            "carried": self.tr("It came with Eyebox. There is nothing to add."),
            "added": self.tr("It was added to Eyebox and runs on this machine only."),
        }[place]

    def set_state(self, state: EnvironmentState) -> None:
        """Shows another one."""
        self._state = state
        self._say()

    def _say(self) -> None:
        state = self._state
        if state is None:
            return
        versions = dict(state.packages)
        self.problem.setText(breakable(translated(state.problem)))
        self.problem.setVisible(bool(state.problem))
        text = build_words(state.build)
        torch = versions.get("torch", "")
        self.facts["build"].say(text, self.tr("Version %1").replace("%1", torch) if torch else "")
        self.facts["python"].say(self.tr("Its Python") if state.python else "", state.python)
        text = self.tr("%1 on disk").replace("%1", words.size(state.bytes_on_disk))
        self.facts["disk"].say(text if state.bytes_on_disk else "", state.folder)
        self.packages.setVisible(bool(state.packages))
        self.packages.link.setText(self.tr("%n package(s)", "", len(state.packages)))
        lines = "\n".join(f"{name} {version}" for name, version in state.packages)
        self.list.set_text(lines, self.tr("Packages"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
