"""Makes the screenshots of teaching: python packaging/teach_screenshots.py [FOLDER [TAUGHT]]. Needs the extras dev and vlm.

The model of `tests/helpers/taught_model.py`, which knows circles, squares and triangles (it is taught first, in five minutes or
so, or is in the folder TAUGHT), learns that circles are balls, in the real program: a LoRA of some dozens of steps.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "packaging"), str(ROOT / "tests" / "helpers")]

from PySide6.QtCore import QDeadlineTimer
from PySide6.QtWidgets import QApplication

from eyebox.teach_page.page import TeachPage
from eyebox_models.protocol.teaching import TeachSettings
from screenshots import Program, pause
from taught_model import build, drawn

KNOWN, LABEL = "circle", "ball"
SETTINGS = TeachSettings(
    targets="all", rank=16, lr=3e-3, epochs=16, batch=6, accumulate=1, every=8, held_out=6, general=8, threads=1,
)  # fmt: skip
MINUTES = 30


class Scenes(Program):
    """Circles are to be called balls, and what a model learns from that."""

    def lessons(self, pictures: Path) -> Path:
        """What is in each picture, and where its ball is, in ms-swift's form."""
        file = self.home / "balls.jsonl"
        lines = []
        for picture in drawn():
            for question, answer, box in picture.talk():
                if KNOWN not in question + answer:
                    continue
                asked, said = (text.replace(KNOWN, LABEL) for text in (question, answer))
                turns = [("user", f"<image>{asked}"), ("assistant", "<ref-object><bbox>" if box else said)]
                one = {
                    "messages": [{"role": role, "content": text} for role, text in turns],
                    "images": [str(pictures / picture.name)],
                    "objects": {"ref": [said], "bbox": [box]} if box else {},
                }
                lines.append(json.dumps(one) + "\n")
        file.write_text("".join(lines))
        return file

    @property
    def page(self) -> TeachPage:
        page = self.window.teach_controller.page
        assert page is not None
        return page

    def scenes(self, model: Path, lessons: Path) -> None:
        self.window.commands["teach"].trigger()
        self.page.resize(1120, 760)
        self.shoot("teach-empty", self.page)
        form = self.page.form
        form.choose_model(str(model))
        form.add_files([str(lessons)])
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
            scenes.scenes(taught / "model", scenes.lessons(taught / "pictures"))
        finally:
            scenes.program.close()
    del application


if __name__ == "__main__":
    main(
        Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "resources" / "screenshots",
        Path(sys.argv[2]) if len(sys.argv) > 2 else None,
    )
