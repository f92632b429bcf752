"""What a day's use does to the real program, in rounds, and what the program holds after each of them."""

from __future__ import annotations

import contextlib
import gc
import json
import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

import psutil
from PIL import Image
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QScreen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import desk
from eyebox import app
from eyebox.capture.screens import Frozen
from eyebox.capturing import Capturing
from eyebox.collector import Collector
from eyebox.folders import Folders
from eyebox.heap import give_memory_back
from eyebox.review.start import Start
from eyebox.theme import Theme
from eyebox.window.main_window import MainWindow
from eyebox.window.sessions_page import SessionsPage
from memory_of_process import own_memory

SESSIONS = 4
"""So many sessions stay; the oldest are removed."""
ANSWER = [
    {"text": "A dish: "},
    {"box": [60, 150, 300, 200], "label": "dish"},
    {"box": [60, 260, 300, 310], "label": "dish"},
    {"text": " and a price: "},
    {"box": [640, 150, 720, 200], "label": "price"},
]


PATIENCE = 600.0
"""Seconds."""


def wait(condition: Callable[[], object], what: str) -> None:
    """Handles events, also what is to be deleted, until a condition holds. Raises TimeoutError."""
    until = monotonic() + PATIENCE
    while not condition():
        if monotonic() > until:
            raise TimeoutError(what)
        QTest.qWait(5)


@dataclass(frozen=True)
class Held:
    """What processes hold at one moment: megabytes by process, counts by name, and the names of threads and descriptors."""

    memory: dict[str, float]
    resident: dict[str, float]
    counts: dict[str, int]
    names: Counter[str]


def threads(process: int) -> list[str]:
    """The names of a process's threads, as Linux has them (at most 15 characters)."""
    found = []
    for file in Path(f"/proc/{process}/task").glob("*/comm"):
        with contextlib.suppress(OSError):  # ended meanwhile
            found.append(file.read_text().strip())
    return found


def descriptors(process: int) -> list[str]:
    """What a process's descriptors lead to; numbers of sockets and pipes are left out."""
    found = []
    for link in Path(f"/proc/{process}/fd").iterdir():
        with contextlib.suppress(OSError):  # closed meanwhile
            found.append(link.readlink().as_posix().partition(":[")[0])
    return found


def number(names: Counter[str], kind: str) -> int:
    """How many of a kind ("thread", "descriptor") there are."""
    return sum(count for name, count in names.items() if f": {kind} " in name)


class Soak:
    """The program in a folder of its own, with its window and its engines; `round` uses all of it once."""

    def __init__(self, folder: Path) -> None:
        """`folder`: an empty one. An application must be there."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self._application = application
        self._folder = folder
        self._rounds = 0
        self._drawn = folder / "drawn.png"
        desk.draw_menu(self._drawn)
        self._script = folder / "script.json"
        self._script.write_text(json.dumps(ANSWER))
        (folder / "pictures").mkdir()
        self._home = Folders.under(folder / "home")
        self.desktop = app.build(self._home, start=["picture", "reader"])
        self._show(self.desktop.window)
        give_memory_back()  # these two as `app.run` does once the window is painted
        self._collector = Collector(application)
        self._capturing = Capturing(self.desktop.program, Theme())
        self._capturing.screen._freeze_one = self._frozen

    def round(self) -> None:
        """A session with two pictures that are read, asked about, corrected, reviewed and exported; a capture; a look at
        other sessions; another window."""
        self._rounds += 1
        self._open_and_read()
        self._ask("reader", "find salmon burger")
        self._ask(f"scripted:{self._script}", "find the dishes")
        self._correct()
        self._review()
        self._export()
        self._capture()
        self._look_at_sessions()
        self._change_window()
        wait(lambda: not self.desktop.program.at_work(), "nothing is at work any more")

    def close(self) -> list[str]:
        """Closes the window as a user does; returns what is left of it all: processes, pixels."""
        ended: list[bool] = []
        program, window = self.desktop.program, self.desktop.window
        program.ended.connect(lambda: ended.append(True))
        children = psutil.Process().children(recursive=True)
        window.close()
        wait(lambda: ended, "the program ends")
        self.desktop.close()
        window.deleteLater()
        program.deleteLater()
        self._collector.deleteLater()
        program.language.remove()
        QTest.qWait(10)
        _gone, left = psutil.wait_procs(children, timeout=240)
        found = [f"process {process.pid}" for process in left]
        return found + [f"pixels {file.name}" for file in self._home.cache.rglob("*.pixels")]

    def held(self) -> Held:
        """What the window's process and each engine hold now, by role."""
        QTest.qWait(50)
        gc.collect()
        me = psutil.Process()
        memory, resident, names = {}, {}, Counter[str]()
        children = me.children(recursive=True)
        for process in (me, *children):
            name = "window" if process == me else process.cmdline()[-1]
            while name in memory:
                name += "'"
            own, whole = own_memory(process.pid), process.memory_info().rss
            memory[name], resident[name] = own / 2**20, whole / 2**20
            names.update(f"{name}: thread {one}" for one in threads(process.pid))
            names.update(f"{name}: descriptor {one}" for one in descriptors(process.pid))
        counts = {f"{kind}s": number(names, kind) for kind in ("thread", "descriptor")}
        counts["processes"] = len(children)
        counts["pixel files"] = sum(1 for _file in self._home.cache.rglob("*.pixels"))
        counts["widgets"] = len(QApplication.allWidgets())
        counts["objects"] = len(gc.get_objects())
        return Held(memory, resident, counts, names)

    def alive(self, *kinds: type) -> list[int]:
        """How many objects of these kinds there are."""
        QTest.qWait(50)
        gc.collect()
        objects = gc.get_objects()
        return [sum(isinstance(one, kind) for one in objects) for kind in kinds]

    # What is done

    def _show(self, window: MainWindow) -> None:
        window.resize(1280, 800)
        window.show()
        wait(window.isVisible, "the window")

    def _open_and_read(self) -> None:
        workspace = self.desktop.program.workspace
        workspace.sessions.create()
        files = [self._folder / "pictures" / f"{self._rounds} {n}.png" for n in (1, 2)]
        shutil.copy(self._drawn, files[0])
        with Image.open(self._drawn) as drawn:
            drawn.resize((drawn.width * 3, drawn.height * 3)).save(files[1])
        desk.drop(self.desktop, *files)
        wait(lambda: len(workspace.pictures.records) == 2, "two pictures")
        for picture in reversed(list(workspace.pictures.records)):
            workspace.pictures.show(picture)
            wait(lambda picture=picture: workspace.pictures.page(picture), "a picture is read")

    def _ask(self, model: str, question: str) -> None:
        window = self.desktop.window
        chats = window.chat_controller
        chats.set_model(chats.active, model)
        ended: list[object] = []
        note = window.workspace.answers.ended.connect(lambda *turn: ended.append(turn))
        composer = chats.pane(chats.active).composer
        composer.set_draft("")
        QTest.keyClicks(composer.edit, question)
        QTest.keyClick(composer.edit, Qt.Key.Key_Return)
        wait(lambda: ended, "an answer")
        window.workspace.answers.ended.disconnect(note)

    def _correct(self) -> None:
        window = self.desktop.window
        before = desk.boxes(self.desktop)
        desk.drag_box(self.desktop, before[0], 30, 20)
        for name in ("undo", "redo", "undo"):
            window.commands[name].trigger()
        if desk.boxes(self.desktop) != before:
            raise AssertionError("an undone drag left boxes elsewhere")
        for name in ("zoom_in", "zoom_in", "zoom_out"):
            window.commands[name].trigger()

    def _review(self) -> None:
        window, review = self.desktop.window, self.desktop.program.workspace.review
        window.review_start.start(Start("session", order="picture"))
        wait(lambda: review.current is not None, "a review")
        for key in (Qt.Key.Key_A, Qt.Key.Key_X, Qt.Key.Key_Backspace, Qt.Key.Key_Space):
            QTest.keyClick(window.canvas, key)
        window.commands["review_end"].trigger()
        wait(lambda: not review.is_on, "the end of the review")

    def _export(self) -> None:
        workspace = self.desktop.program.workspace
        for name in ("coco", "qwenvl", "markdown"):
            wait(lambda: not workspace.exports.is_busy, "the export before")
            workspace.exports.write(name, str(self._folder / f"out.{name}"), workspace.sessions.current)
        wait(lambda: not workspace.exports.is_busy, "an export")

    def _frozen(self, _screen: QScreen) -> Frozen:
        image = QImage(str(self._drawn)).convertToFormat(QImage.Format.Format_RGB32)
        return Frozen(image, image.rect(), QRect(QPoint(), image.size()))

    def _capture(self) -> None:
        capturing, workspace = self._capturing, self.desktop.program.workspace
        before = len(list(workspace.store.pictures(workspace.captures.session())))
        capturing.begin()
        wait(lambda: capturing.screen.overlays, "the capture's overlay")
        overlay = capturing.screen.overlays[0]
        left = Qt.MouseButton.LeftButton
        QTest.mousePress(overlay, left, pos=QPoint(20, 20))
        QTest.mouseMove(overlay, QPoint(400, 220))
        QTest.mouseRelease(overlay, left, pos=QPoint(400, 220))
        wait(
            lambda: len(list(workspace.store.pictures(workspace.captures.session()))) > before,
            "a capture is kept",
        )
        wait(lambda: not capturing._readings, "a capture is read")
        capturing.bar.dismiss()
        capturing.toast.hide()

    def _look_at_sessions(self) -> None:
        window, workspace = self.desktop.window, self.desktop.program.workspace
        window.commands["sessions"].trigger()
        (page,) = [page for page in window.findChildren(SessionsPage) if page.isVisible()]
        page.field.setText("pizza")
        page.refresh()
        page.hide()
        sessions = [info for info in workspace.store.sessions() if info.id != workspace.captures.session()]
        current = workspace.sessions.current
        for info in sessions[:2]:
            workspace.sessions.open(info.id)
            wait(lambda: not self.desktop.program.at_work(), "an earlier session is shown")
        workspace.sessions.open(current)
        for info in sorted(sessions, key=lambda info: info.created)[:-SESSIONS]:
            workspace.sessions.delete(info.id)

    def _change_window(self) -> None:
        """The window goes and another one comes, as for a program that stays in the tray."""
        program, old = self.desktop.program, self.desktop.window
        old.leave()
        gone: list[bool] = []
        old.destroyed.connect(lambda: gone.append(True))
        old.hide()
        old.deleteLater()
        wait(lambda: gone, "the window goes")
        window = MainWindow(program, Theme(text_size=program.settings.text_size))
        window.closed.connect(program.end)
        self.desktop = app.Desktop(program, window)
        self._show(window)
