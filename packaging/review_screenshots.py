"""Makes the screenshots of reviews, evaluations and captures: python packaging/review_screenshots.py [FOLDER]. A minute or two.

The same as `screenshots.py` for what needs boxes of a model, somebody else's review, or frozen screens.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QScreen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

import eyebox_resources
from eyebox.capture.screens import Frozen
from eyebox.capture.tray import Tray
from eyebox.capturing import Capturing
from eyebox.formats import review_file
from eyebox.language import translated
from eyebox.resident import Resident
from eyebox.review.merge import MergeChoice
from eyebox.review.start import Start
from eyebox.session.review_summary import Judged
from eyebox.session.types import PictureRecord
from eyebox.settings.dialog import SettingsDialog
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.errors import Sentence
from screenshots import ROOT, Program, pause, until

KEY, LEFT = Qt.Key, Qt.MouseButton.LeftButton
PICTURES = 8
REFUSALS = (
    Sentence(
        "screenshot-refused",
        "The desktop does not let Eyebox capture the screen. Allow it in the desktop's settings for privacy or applications, "
        "then try again from Eyebox's window.",
    ),
    Sentence(
        "shortcuts-refused",
        "The desktop gave Eyebox no keys: bind a key to the command `eyebox capture` in its keyboard settings.",
    ),
)


class Scenes(Program):
    """The real program with pictures and boxes of a model on them."""

    def __init__(self, home: Path, folder: Path) -> None:
        super().__init__(home, folder)
        self.window.workspace.pictures.read_automatically = False

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifiers)

    def fill(self) -> None:
        """Some pictures of the menu, each with what a model found on it."""
        sample = QImage(str(eyebox_resources.path("sample.png")))
        for number in range(PICTURES):
            sample.save(str(self.home / f"menu {number + 1}.png"))
        workspace = self.window.workspace
        workspace.open_paths([str(self.home / f"menu {number + 1}.png") for number in range(PICTURES)])
        until(lambda: len(workspace.pictures.records) == PICTURES)
        for place, picture in enumerate(workspace.pictures.records):
            workspace.annotations.add(picture, self.found(sample.width(), sample.height(), place), "answer")

    @staticmethod
    def found(width: int, height: int, place: int) -> list[Box]:
        boxes = []
        for row in range(5):
            y = height * (0.27 + 0.115 * row)
            sure = 0.97 - 0.07 * row - 0.03 * place
            boxes.append(Box("dish", width * 0.09, y, width * 0.46, y + height * 0.05, sure, "model"))
            boxes.append(
                Box(
                    "price" if row % 2 else "价格",
                    width * 0.82,
                    y,
                    width * 0.91,
                    y + height * 0.05,
                    sure - 0.1,
                    "model",
                )
            )
        return boxes

    def review(self) -> None:
        window, review = self.window, self.window.workspace.review
        window.review_start.start(Start("session", order="picture", reviewer="Me"))
        until(lambda: review.current is not None)
        window.activateWindow()
        window.canvas.setFocus()
        for key in (KEY.Key_A, KEY.Key_A, KEY.Key_X, KEY.Key_A, KEY.Key_Space):
            self.press(key)
        pause(300)
        for _ in range(2):
            self.press(KEY.Key_Right, Qt.KeyboardModifier.ShiftModifier)
        self.press(KEY.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        pause(500)
        self.in_all_looks("review")

    def sheet(self) -> None:
        self.window.commands["review_sheet"].trigger()
        pause(2500)
        self.in_all_looks("sheet")
        self.window.commands["review_sheet"].trigger()

    def finish(self) -> None:
        """Judges the rest, which opens the summary."""
        review, pictures = self.window.workspace.review, self.window.workspace.pictures
        for picture in list(pictures.records):
            review.accept_rest(picture)
            review.set_complete(picture, True)
        pause(1500)
        self.window.commands["review_summary"].trigger()
        pause(1500)
        self.in_all_looks("summary", self.page)

    @staticmethod
    def page() -> object:
        """The page over the window."""
        return next(
            widget for widget in reversed(QApplication.topLevelWidgets())
            if widget.isVisible() and widget.inherits("QDialog")
        )  # fmt: skip

    def disputes(self) -> None:
        window = self.window
        window.workspace.review.stop()
        for widget in QApplication.topLevelWidgets():
            if widget.inherits("QDialog"):
                widget.close()
        pictures = window.workspace.pictures
        record = pictures.records[pictures.current or ""]
        mine = window.workspace.annotations.boxes_of(record.id)
        theirs = [Judged("", "accepted", box, box) for box in mine[2:]]
        theirs.append(Judged("", "fixed", mine[0], replace(mine[0].moved(22, 9), label="dish of the day")))
        other = PictureRecord("", "", "", record.name, record.sha256, record.width, record.height)
        file = self.home / "anna.eyebox-review"
        review_file.dump([(other, theirs)], file, "Anna", "Menus")
        QFileDialog.getOpenFileName = lambda *_arguments: (str(file), "")  # type: ignore[method-assign]
        MergeChoice.exec = lambda dialog: QTest.mouseClick(dialog.file, LEFT) or 0  # type: ignore[method-assign,assignment]
        window.commands["review_merge"].trigger()
        page = window.merge_controller.page
        assert page is not None
        until(lambda: page.comparison is not None)
        QTest.mouseClick(page.settle, LEFT)
        pause(900)
        self.in_all_looks("disputes")

    def evaluation(self) -> None:
        truth = self.home / "truth.json"
        size = {"width": 400, "height": 300}
        images = [{"id": n, "file_name": f"set {n:02}.png", **size} for n in range(12)]
        for image in images:
            blank = QImage(400, 300, QImage.Format.Format_RGB32)
            blank.fill(QColor("#dfe7ee"))
            painter = QPainter(blank)
            painter.fillRect(100, 100, 100, 100, QColor("#c9712b"))
            painter.end()
            blank.save(str(self.home / str(image["file_name"])))
        boxes = [
            {
                "id": n,
                "image_id": n,
                "category_id": 1,
                "bbox": [100, 100, 100, 100],
                "area": 10_000,
                "iscrowd": 0,
            }
            for n in range(12)
        ]
        truth.write_text(
            json.dumps({"images": images, "annotations": boxes, "categories": [{"id": 1, "name": "dog"}]})
        )
        self.window.commands["evaluate"].trigger()
        page = self.window.evaluation_controller.page
        assert page is not None
        page.setup.rows[0].remove.click()
        page.setup.set_file(str(truth))
        for name, right in (("Qwen2.5-VL-3B", 12), ("InternVL3-2B", 3)):
            answers = [
                {"picture": f"{n:02}.png", "steps": [
                    {"text": "dog"}, {"box": [100, 100, 200, 200] if n < right else [10, 10, 40, 40], "label": "dog"},
                ]}
                for n in range(12)
            ]  # fmt: skip
            script = self.home / f"{name}.json"
            script.write_text(json.dumps({"answers": answers}))
            page.setup.add_model(f"scripted:{script}", "bf16" if right == 12 else "int4")
        until(page.start.isEnabled)
        page.start.click()
        until(lambda: page.table.rowCount() == 2)
        pause(800)
        self.in_all_looks("evaluation", lambda: page)
        page.close()

    def capture(self) -> None:
        resident = Resident(self.program.program, self.window)
        capturing = resident.capturing
        self.screens(capturing)
        capturing.begin()
        overlay = capturing.screen.overlays[0]
        QTest.mousePress(overlay, LEFT, pos=QPoint(90, 180))
        QTest.mouseMove(overlay, QPoint(560, 330))
        self.in_all_looks("capture-overlay", lambda: overlay)
        QTest.mouseRelease(overlay, LEFT, pos=QPoint(560, 330))
        until(lambda: capturing.bar.buttons["copy"].isEnabled())
        self.in_all_looks("capture-bar", lambda: capturing.bar)
        capturing._say_copied(capturing._text("as it stands").text)
        self.in_all_looks("capture-toast", lambda: capturing.toast)
        capturing.close()
        tray = Tray(self.window.theme, lambda: ["till", "title block"])
        tray.menu.popup(QPoint(0, 0))
        self.in_all_looks("capture-tray", lambda: tray.menu)
        tray.close()
        QTimer.singleShot(600, self.settings)
        self.window.file_menu.settings()  # until `settings` closes it
        for sentence in REFUSALS:
            self.window.notice.show_error(translated(sentence))
            self.in_all_looks(f"capture-{sentence.code}")

    def settings(self) -> None:
        page = QApplication.activeModalWidget()
        assert isinstance(page, SettingsDialog)
        page.search.setText("captur")
        self.shoot("capture-settings-light", page)
        page.close()

    @staticmethod
    def screens(capturing: Capturing) -> None:
        sample = QImage(str(eyebox_resources.path("sample.png"))).convertToFormat(QImage.Format.Format_RGB32)

        def freeze(screen: QScreen) -> Frozen:
            whole = QImage(screen.size(), QImage.Format.Format_RGB32)
            whole.fill(QColor("#31465c"))
            painter = QPainter(whole)
            painter.drawImage(QRect(40, 60, 700, 700 * sample.height() // sample.width()), sample)
            painter.end()
            return Frozen(whole, whole.rect(), screen.geometry(), screen.name())

        capturing.screen._freeze_one = freeze


def main(folder: Path) -> None:
    application = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as home:
        scenes = Scenes(Path(home), folder)
        scenes.fill()
        scenes.review()
        scenes.sheet()
        scenes.finish()
        scenes.disputes()
        scenes.evaluation()
        scenes.capture()
        scenes.program.close()
        os._exit(0)  # pages that scenes left open are not taken apart: the program is gone before them
    del application


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "resources" / "screenshots"
    target.mkdir(parents=True, exist_ok=True)
    main(target)
