"""What a model says while nothing on this machine can run it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from eyebox.amounts import size
from eyebox.language import translated
from eyebox.theme import Theme, set_kind
from eyebox.theme.controls import MIDDLE, TOP, Mark, button, column, label, line
from eyebox.theme.retranslated import Retranslated
from eyebox_models.protocol.environment import EnvironmentPlan


class EngineMissing(Retranslated, QWidget):
    """The model engine is needed too, and how large that is; with the way to it, or as part of a download of both.

    Signals:
        wanted: open the page that adds the model engine.
    """

    wanted = Signal()

    def __init__(self, theme: Theme, *, adds: bool = True, parent: QWidget | None = None) -> None:
        """`adds`: with a button for it; without one it comes along with the download of the model."""
        super().__init__(parent)
        self._adds = adds
        self._plan: EnvironmentPlan | None = None
        self.text = label("", wrap=True)
        self.more = label("hint", wrap=True)
        self.add = button("primary")
        self.add.setVisible(adds)
        self.add.clicked.connect(self.wanted)
        card = QFrame()
        set_kind(card, "card")
        texts = column(self.text, self.more, spacing=2)
        line(
            (Mark(theme, "engine"), 0, TOP), (texts, 1), (self.add, 0, MIDDLE),
            inside=card, spacing=12, margins=(16, 12, 16, 12),
        )  # fmt: skip
        column(card, inside=self, margins=(0, 0, 0, 16))
        self.hide()
        self._retranslate()

    def set_plan(self, plan: EnvironmentPlan | None) -> None:
        """What adding it would take; None: that is not known."""
        self._plan = plan
        self._retranslate()

    def _retranslate(self) -> None:
        plan = self._plan
        text = self.tr("Also needs the model engine")
        if plan is not None and plan.download_bytes:
            text = self.tr("Also needs the model engine, %1").replace("%1", size(plan.download_bytes))
        self.text.setText(text)
        self.add.setText(self.tr("Add the model engine…"))
        problem = translated(plan.problem) if plan is not None else ""
        more = self.tr("Nothing on this machine can run models yet.")
        if not self._adds:
            more = self.tr("It is added first, then the model follows: one download, one progress.")
        set_kind(self.more, "danger" if problem else "hint")
        self.more.setText(problem or more)
