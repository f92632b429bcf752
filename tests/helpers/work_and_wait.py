"""Run as a program by test_session_file.py: the real application, which draws a box and types, and waits to be killed.

Prints "written" once both are on the disk, wherever that is. Arguments: home, picture.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from eyebox import app
from eyebox.annotations.commands import AddBoxes
from eyebox.folders import Folders
from eyebox_models.protocol.box import Box

PATIENCE_MS = 240_000
"""After which it ends by itself."""


def main(home: str, picture: str) -> None:
    application = QApplication(sys.argv[:1])
    folders = Folders.under(Path(home))
    desktop = app.build(folders)
    window = desktop.window
    window.workspace.pictures.read_automatically = False
    window.show()

    def work() -> None:
        if window.workspace.pictures.current is None:
            QTimer.singleShot(20, work)
            return
        annotated = window.workspace.annotations.of(window.workspace.pictures.current)
        annotated.stack.push(AddBoxes(annotated.model, [Box("drawn", 1, 2, 30, 40)]))
        window.chat_controller.pane(window.chat_controller.active).composer.edit.setPlainText("typed")
        QTimer.singleShot(20, tell)

    def tell() -> None:
        files = [path.read_bytes() for path in folders.data.glob("sessions.sqlite*") if path.is_file()]
        if all(any(word in content for content in files) for word in (b"drawn", b"typed")):
            print("written", flush=True)
        else:
            QTimer.singleShot(20, tell)

    window.workspace.open_paths([picture])
    work()
    QTimer.singleShot(PATIENCE_MS, application.quit)
    application.exec()
    desktop.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
