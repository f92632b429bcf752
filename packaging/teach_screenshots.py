"""Makes the screenshots of teaching: python packaging/teach_screenshots.py [FOLDER [TAUGHT]]. Needs the extras dev and vlm.

The model of `tests/helpers/taught_model.py`, which knows circles, squares and triangles (it is taught first, in five minutes or
so, or is in the folder TAUGHT), learns from a review that circles are balls, in the real program: a LoRA of some dozens of steps.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "packaging"), str(ROOT / "tests" / "helpers")]

from PySide6.QtCore import QDeadlineTimer
from PySide6.QtWidgets import QApplication

from eyebox.session.review import Change, ReviewStep
from eyebox.teach_page.page import TeachPage
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.teaching import TeachSettings
from screenshots import Program, pause, until
from taught_model import build, drawn

LABEL = "ball"
SETTINGS = TeachSettings(
    targets="all", rank=16, lr=3e-3, epochs=24, batch=4, accumulate=1, every=8, held_out=4, general=8
)
MINUTES = 30


class Scenes(Program):
    """A review of balls, and what a model learns from it."""

    def review(self, pictures: Path) -> None:
        """The pictures with a circle, all of them judged and complete."""
        workspace = self.window.workspace
        workspace.pictures.read_automatically = False
        boxes = {
            str(pictures / one.name): [
                Box(LABEL, *box, source="model") for _, shape, box in one.things if shape == "circle"
            ]
            for one in drawn()
        }
        boxes = {path: found for path, found in boxes.items() if found}
        workspace.open_paths([*boxes])
        until(lambda: len(workspace.pictures.records) == len(boxes))
        workspace.write_queue.flush()
        store, session = workspace.store, workspace.sessions.current
        for picture, record in workspace.pictures.records.items():
            store.save_boxes(picture, boxes[record.path])
        store.join_review(session)
        for number, picture in enumerate(workspace.pictures.records):
            rows = store.review_of_picture(picture)
            changes = tuple(
                Change(picture, row.state.box.id, row.state, replace(row.state, verdict="accepted"))
                for row in rows
            )
            store.judge(
                session, ReviewStep(f"s{number}", "accepted", changes, ((picture, True),)), undone=False
            )

    @property
    def page(self) -> TeachPage:
        page = self.window.teach_controller.page
        assert page is not None
        return page

    def scenes(self, model: Path) -> None:
        self.window.commands["teach"].trigger()
        self.page.resize(1120, 760)
        self.shoot("teach-empty", self.page)
        form = self.page.form
        form.choose_model(str(model))
        form.show_settings(SETTINGS)
        form.name.setText("Balls")
        form.name.textEdited.emit("Balls")
        self.page.buttons["check"].click()
        self.wait(lambda: self.page.buttons["start"].isVisible())
        self.in_all_looks("teach-data", lambda: self.page)
        self.page.buttons["start"].click()
        steps = self.window.workspace.teaching
        self.wait(lambda: steps.plan is not None and steps.step >= steps.plan.steps * 0.7)
        self.page.learning.plot.setFocus()
        self.in_all_looks("teach-learning", lambda: self.page)
        self.wait(lambda: steps.state == "done")
        self.in_all_looks("teach-outcome", lambda: self.page)
        print(f"{steps.step} steps, {steps.looks[0].iou} to {steps.looks[-1].iou} IoU held out")

    def wait(self, condition: object) -> None:
        """Longer than other scenes take. Raises SystemExit with what went wrong."""
        assert callable(condition)
        deadline = QDeadlineTimer(MINUTES * 60_000)
        while not condition():
            if deadline.hasExpired() or self.window.workspace.teaching.problem:
                raise SystemExit(self.window.workspace.teaching.problem or "it took too long")
            pause(50)
        pause(1000)


def main(folder: Path, taught: Path | None) -> None:
    application = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as home:
        if taught is None:
            taught = Path(home) / "taught"
            build(taught)
        scenes = Scenes(Path(home), folder)
        try:
            scenes.review(taught / "pictures")
            scenes.scenes(taught / "model")
        finally:
            scenes.program.close()
    del application


if __name__ == "__main__":
    main(
        Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "resources" / "screenshots",
        Path(sys.argv[2]) if len(sys.argv) > 2 else None,
    )
