"""Makes the screenshots: python packaging/screenshots.py [FOLDER]. Needs no screen; a minute or so.

Every scene is the real program in an empty home, driven as a user would. They are written to resources/screenshots.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

import eyebox_resources
from eyebox import app
from eyebox.folders import Folders
from eyebox.window.main_window import MainWindow

ROOT = Path(__file__).resolve().parent.parent
SIZE = (1360, 850)


def pause(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def until(condition: Callable[[], object]) -> None:
    deadline = QDeadlineTimer(60_000)
    while not condition():
        if deadline.hasExpired():
            raise SystemExit("a scene did not come about within a minute")
        pause(30)
    pause(700)


def read(window: MainWindow) -> None:
    window.workspace.open_paths([str(eyebox_resources.path("sample.png"))])
    until(
        lambda: (
            window.workspace.pictures.current
            and window.workspace.pictures.page(window.workspace.pictures.current)
        )
    )


def ask(window: MainWindow, question: str) -> None:
    pane = window.chat_controller.pane(window.chat_controller.active)
    pane.composer.set_draft(question)
    pane.composer.send()
    until(lambda: not window.workspace.answers.running())


def top(window: MainWindow) -> QWidget:
    return QApplication.activePopupWidget() or QApplication.activeModalWidget() or window


class Program:
    """The real program in an empty home, shown in all looks."""

    def __init__(self, home: Path, folder: Path) -> None:
        self.home, self.folder = home, folder
        self.program = app.build(Folders.under(home / "home"), start=["picture", "reader"])
        self.window: MainWindow = self.program.window
        self.window.resize(*SIZE)
        self.window.show()
        self.choose("theme", "light")
        self.choose("language", "en")

    def choose(self, name: str, value: str) -> None:
        self.window.program.change_settings(self.window.program.settings.with_value(name, value))

    def shoot(self, name: str, widget: QWidget | None = None) -> None:
        pause(500)
        (widget or self.window).grab().save(str(self.folder / f"{name}.png"))
        print(self.folder / f"{name}.png")

    def in_all_looks(self, name: str, widget: Callable[[], QWidget | None] = lambda: None) -> None:
        self.shoot(f"{name}-light", widget())
        self.choose("theme", "dark")
        self.shoot(f"{name}-dark", widget())
        self.choose("theme", "light")
        self.choose("language", "zh_CN")
        self.shoot(f"{name}-chinese", widget())
        self.choose("language", "en")


def main(folder: Path) -> None:
    application = QApplication(sys.argv[:1])
    scaled = os.environ.get("QT_SCALE_FACTOR") == "2"
    with tempfile.TemporaryDirectory() as home:
        folders = Folders.under(Path(home))
        folders.make()
        large = os.environ.get("TEXT_SIZE", "100")  # holds from the start on
        (folders.config / "settings.json").write_text(json.dumps({"text_size": int(large)}))
        program = app.build(folders, start=["picture", "reader"])
        window = program.window
        window.resize(*SIZE)
        window.show()

        def shoot(name: str) -> None:
            pause(300)
            window.grab().save(str(folder / f"{name}.png"))
            print(folder / f"{name}.png")

        def choose(name: str, value: str) -> None:
            window.program.change_settings(window.program.settings.with_value(name, value))

        choose("theme", "light")
        choose("language", "en")
        if scaled or large != "100":
            if not scaled:
                shoot("empty-text-200")
            read(window)
            ask(window, "find coffee")
            shoot("scale-200" if scaled else "text-200")
        else:
            shoot("empty")
            read(window)
            ask(window, "find salmon")
            shoot("light")
            choose("theme", "dark")
            ask(window, "extract e-mails, phones and prices")
            shoot("dark")
            choose("contrast", "high")
            shoot("high-contrast-dark")
            choose("theme", "light")
            shoot("high-contrast-light")
            choose("contrast", "usual")
            choose("theme", "dark")
            window.panel.tabs.setCurrentIndex(1)
            window.commands["palette"].trigger()
            shoot("palette")
            window.commands["palette"].trigger()
            choose("theme", "light")
            window.panel.tabs.setCurrentIndex(0)
            for language, question, name in (
                ("zh_CN", "提取所有价格", "chinese"),
                ("de", "Entnimm alle Preise.", "german"),
                ("ja", "価格をすべて抜き出してください。", "japanese"),
            ):
                choose("language", language)
                ask(window, question)
                shoot(name)
            choose("language", "en")
            window.panel.tabs.setCurrentIndex(2)
            window.reading_controller.find_bar.open("salmon")
            pause(300)
            shoot("find")
            window.reading_controller.find_bar.close_bar()
            broken = Path(home) / "broken photo.jpg"
            broken.write_text("this is no picture")
            window.workspace.open_paths([str(broken)])
            until(lambda: window.notice.isVisible())
            shoot("error")
        program.close()
    del application


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "resources" / "screenshots"
    target.mkdir(parents=True, exist_ok=True)
    main(target)
    if os.environ.get("QT_SCALE_FACTOR") != "2" and "TEXT_SIZE" not in os.environ:
        for look in ({"QT_SCALE_FACTOR": "2"}, {"TEXT_SIZE": "200"}):
            subprocess.run([sys.executable, __file__, str(target)], env={**os.environ, **look}, check=True)
