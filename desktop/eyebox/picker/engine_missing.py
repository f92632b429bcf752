"""What models say while nothing on this machine can run them."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from eyebox.amounts import size
from eyebox.language import translated
from eyebox.theme import Theme, set_kind
from eyebox.theme.controls import MIDDLE, TOP, Mark, button, column, label, line
from eyebox.theme.retranslated import Retranslated
from eyebox_models.protocol.environment import EnvironmentPlan

Of = Literal["model", "offer", "all"]


class EngineMissing(Retranslated, QWidget):
    """The model engine is needed too, and how large that is; with the way to it, or as part of a download of both.

    Signals:
        wanted: open the page that adds the model engine.
    """

    wanted = Signal()

    def __init__(self, theme: Theme, of: Of = "model", parent: QWidget | None = None) -> None:
        """It is said of a model that is here, of one that is offered (the engine comes along with its download), or of all."""
        super().__init__(parent)
        self._of = of
        self._plan: EnvironmentPlan | None = None
        self.text = label("", wrap=True)
        self.more = label("hint", wrap=True)
        self.add = button("primary" if of == "model" else "")
        self.add.setVisible(of != "offer")
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
        bytes_known = plan.download_bytes if plan is not None else 0
        if self._of == "all":
            plain, sized = (
                self.tr("Models need the model engine"),
                self.tr("Models need the model engine, %1"),
            )
        else:
            plain, sized = self.tr("Also needs the model engine"), self.tr("Also needs the model engine, %1")
        self.text.setText(sized.replace("%1", size(bytes_known)) if bytes_known else plain)
        self.add.setText(self.tr("Add the model engine…"))
        problem = translated(plan.problem) if plan is not None else ""
        more = {
            "model": self.tr("Nothing on this machine can run models yet."),
            "offer": self.tr("It is added first, then the model follows: one download, one progress."),
            "all": self.tr("Add it now, or let it come along with the first model that is downloaded."),
        }[self._of]
        set_kind(self.more, "danger" if problem else "hint")
        self.more.setText(problem or more)
