"""Run as a program by test_program.py: opens a picture, has it read, draws a box and asks, all without a window.

Prints which widgets came along. Arguments: home, picture, script of the model.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from eyebox.folders import Folders
from eyebox.program import Program
from eyebox_models.protocol.box import Box

PATIENCE_MS = 240_000


def main(home: str, picture: str, script: str) -> None:
    application = QGuiApplication(sys.argv[:1])
    program = Program(Folders.under(Path(home)))
    workspace = program.workspace
    program.begin()

    def on_read(picture: str, _page: object) -> None:
        workspace.annotations.add(picture, [Box("drawn", 1, 2, 30, 40)], "draw")
        chat = next(iter(workspace.chats.chats))
        workspace.chats.change_chat(chat, model=f"scripted:{script}")
        workspace.chats.ask(chat, "what is it?", (picture,))

    workspace.pictures.page_ready.connect(on_read)
    workspace.answers.ended.connect(program.end)
    program.ended.connect(application.quit)
    QTimer.singleShot(PATIENCE_MS, application.quit)
    workspace.open_paths([picture])
    application.exec()
    program.close()
    print(f"widgets: {[module for module in sys.modules if module == 'PySide6.QtWidgets']}")


if __name__ == "__main__":
    main(*sys.argv[1:])
