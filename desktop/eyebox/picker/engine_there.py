"""The model engine that is there: build, Python, size, folder and packages."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from eyebox.amounts import size
from eyebox.language import translated
from eyebox.picker.engine_parts import Fact, Fold, build_words
from eyebox.theme import Theme
from eyebox.theme.controls import column, hairline, label
from eyebox.theme.copy_field import CopyField
from eyebox.theme.retranslated import Retranslated
from eyebox.theme.sentence import breakable
from eyebox_models.protocol.environment import EnvironmentState

MOST_LINES = 400


class EngineThere(Retranslated, QWidget):
    """Facts of an environment, its packages folded."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: EnvironmentState | None = None
        self.problem = label("danger", wrap=True)
        icons = {"build": "engine", "python": "settings", "disk": "folder"}
        self.facts = {name: Fact(theme, icon) for name, icon in icons.items()}
        self.packages = Fold(theme)
        self.list = CopyField(theme, MOST_LINES)
        column(self.list, inside=self.packages.inside)
        column(
            self.problem, *self.facts.values(), 4, hairline(), self.packages, None, inside=self, spacing=10
        )

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
        self._retranslate()

    def _retranslate(self) -> None:
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
        text = self.tr("%1 on disk").replace("%1", size(state.bytes_on_disk))
        self.facts["disk"].say(text if state.bytes_on_disk else "", state.folder)
        self.packages.setVisible(bool(state.packages))
        self.packages.link.setText(self.tr("%n package(s)", "", len(state.packages)))
        lines = "\n".join(f"{name} {version}" for name, version in state.packages)
        self.list.set_text(lines, self.tr("Packages"))
