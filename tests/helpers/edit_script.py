"""Run as a program by test_kill.py: the real application, edited by a timer until somebody kills it.

Prints one JSON object a line: before each edit that it begins, and after it what it was, with the clock
(time.monotonic, the same for all processes). Arguments: home, picture, script of the model, first number.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from eyebox import app
from eyebox.annotations.commands import AddBoxes, RemoveBoxes, SetBox
from eyebox.folders import Folders
from eyebox.session import database
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.events import TextDelta

EVERY_MS = 12


class Editor:
    """Draws, moves and deletes boxes, types a draft, and keeps an answer streaming."""

    def __init__(self, program: app.Desktop, script: str, number: int) -> None:
        self.window = program.window
        self.number = number
        self.streamed = ""
        self.chat = self.window.chat_controller.active
        self.window.chat_controller.set_model(self.chat, f"scripted:{script}")
        self.window.program.lanes["model"].started.connect(lambda job: job.happened.connect(self.listen))
        self.timer = QTimer(interval=EVERY_MS)
        self.timer.timeout.connect(self.edit)

    def listen(self, event: object) -> None:
        if isinstance(event, TextDelta):
            self.streamed += event.text
            say(kind="answer", text=self.streamed)

    def begin(self) -> None:
        self.window.workspace.chats.ask(self.chat, f"question {self.number}")
        self.timer.start()

    def edit(self) -> None:
        picture = self.window.workspace.pictures.current
        if picture is None:
            return
        self.number += 1
        model, stack = (annotated := self.window.workspace.annotations.of(picture)).model, annotated.stack
        n = self.number
        boxes = model.boxes()
        if n % 7 == 3 and boxes:
            box = boxes[n % len(boxes)].moved(1, 2)
            say(kind="begun", id=box.id, xyxy=box.xyxy)
            stack.push(SetBox(model, box))
            say(kind="set", id=box.id, xyxy=box.xyxy)
        elif n % 7 == 5 and boxes:
            box = boxes[n % len(boxes)]
            say(kind="begun", id=box.id)
            stack.push(RemoveBoxes(model, [box.id]))
            say(kind="removed", id=box.id)
        elif n % 7 == 6:
            self.window.chat_controller.pane(self.chat).composer.edit.setPlainText(f"draft {n}")
            say(kind="draft", n=n)
        else:
            box = Box(f"box {n}", n % 300, n % 200, n % 300 + 20, n % 200 + 20)
            stack.push(AddBoxes(model, [box]))
            say(kind="set", id=box.id, xyxy=box.xyxy)


def say(**edit: object) -> None:
    print(json.dumps({"at": time.monotonic(), **edit}), flush=True)


def main(home: str, picture: str, script: str, number: str) -> None:
    # A kill loses nothing that was handed to the system: how long a busy disk takes says nothing of the program.
    database.SYNCHRONOUS = "OFF"
    application = QApplication(sys.argv[:1])
    program = app.build(Folders.under(Path(home)))
    program.window.workspace.pictures.read_automatically = False
    program.window.show()
    if program.window.workspace.pictures.current is None:
        program.window.workspace.open_paths([picture])
    editor = Editor(program, script, int(number))
    QTimer.singleShot(0, editor.begin)
    application.exec()


if __name__ == "__main__":
    main(*sys.argv[1:])
