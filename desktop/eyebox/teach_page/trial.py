"""One question with its picture: what was answered, now and before, and what was wanted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFrame, QWidget

from eyebox.boxed_picture import BoxedPicture
from eyebox.teach_page.words import number
from eyebox.theme.controls import ElidedLabel, column, label, line
from eyebox.theme.retranslated import Retranslated
from eyebox.theme.sentence import breakable
from eyebox.theme.theme import Theme, set_kind
from eyebox_models.protocol.page import Rect
from eyebox_models.protocol.teaching import Reply, Trial

Boxes = Sequence[tuple[str, Rect]]
LONGEST = 160
"""Letters of an answer that are shown; all are in the tooltip."""


def picture_of(trial: Trial) -> tuple[int, str]:
    """The picture that is shown with a question, by its place and path: the one with the first box, else the first.

    (-1, "") for none, and for a part of a picture, whose boxes are not those of the file.
    """
    replies = [trial.wanted, trial.said, *([trial.before] if trial.before else [])]
    image = next((found.image for reply in replies for found in reply.boxes), 0)
    if image < len(trial.pictures) and trial.pictures[image].part is None:
        return image, trial.pictures[image].path
    return -1, ""


def boxes_on(reply: Reply, image: int) -> Boxes:
    return [(found.box.label, found.box.xyxy) for found in reply.boxes if found.image == image]


class AnswerSide(QWidget):
    """A picture with the boxes of an answer, and its text below. The boxes wanted are dashed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.title = label("hint")
        self.score = label("hint")
        self.view = BoxedPicture(theme)
        self.text = label(wrap=True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop)
        column(line((self.title, 1), self.score), self.view, self.text, None, inside=self, spacing=4)

    def show_reply(
        self, reply: Reply, wanted: Reply, image: int, size: tuple[int, int], *, scored: bool
    ) -> None:
        self.view.setVisible(image >= 0)
        self.view.show_boxes(boxes_on(reply, image), boxes_on(wanted, image), size)
        text = reply.text.strip()
        self.text.setText(breakable(text if len(text) <= LONGEST else text[:LONGEST] + "…"))
        self.text.setVisible(bool(text) and (not reply.boxes or image < 0))
        self.score.setText(number(reply.score, 2) if scored else "")
        self.score.setVisible(scored)


class TrialCard(Retranslated, QFrame):
    """A question with one answer, or with that of before beside it."""

    def __init__(self, theme: Theme, *, checks: bool = False) -> None:
        """`checks`: only that boxes are read back is shown, not how right an answer is; `before` is a rejected answer then."""
        super().__init__()
        set_kind(self, "card")
        self._checks = checks
        self._size = (0, 0)
        self.trial: Trial | None = None
        self.question = ElidedLabel()
        self.wanted = label("hint", wrap=True)
        self.before, self.now = AnswerSide(theme), AnswerSide(theme)
        sides = line((self.before, 1), (self.now, 1), spacing=12)
        column(self.question, 6, sides, 4, self.wanted, inside=self, margins=(12, 10, 12, 12))
        self._retranslate()

    @property
    def picture(self) -> str:
        return picture_of(self.trial)[1] if self.trial is not None else ""

    def show_trial(self, trial: Trial) -> None:
        self.trial = trial
        self._retranslate()

    def show_image(self, image: QImage, size: tuple[int, int]) -> None:
        """Its picture came; `size` is that of the original."""
        self._size = size
        for side in (self.before, self.now):
            side.view.show_image(image)
        self._retranslate()

    def _retranslate(self) -> None:
        trial = self.trial
        before, now = self.tr("Before"), self.tr("Now")
        if self._checks:
            before, now = self.tr("Rejected"), self.tr("Chosen") if trial and trial.before else ""
        self.before.title.setText(before)
        self.now.title.setText(now)
        self.before.setVisible(trial is not None and trial.before is not None)
        if trial is None:
            return
        image, _path = picture_of(trial)
        self.question.set_whole(trial.question.replace("\n", " "))
        for side, reply in ((self.before, trial.before), (self.now, trial.said)):
            if reply is not None:
                side.show_reply(reply, trial.wanted, image, self._size, scored=not self._checks)
                side.title.setVisible(not self._checks or trial.before is not None)
        wanted = "" if self._checks or trial.wanted.boxes else trial.wanted.text.strip()
        self.wanted.setText(
            self.tr("Wanted: %1").replace("%1", breakable(wanted[:LONGEST])) if wanted else ""
        )
        self.wanted.setVisible(bool(wanted))
        said = [trial.question, f"{now}: {trial.said.text}"]
        if trial.before is not None:
            said.append(f"{before}: {trial.before.text}")
        self.setAccessibleName(trial.name)
        self.setAccessibleDescription("\n".join(said))
