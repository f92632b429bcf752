"""Screenshots of what reaches out, and of what may be asked from outside: python packaging/connection_screenshots.py [FOLDER].

The same as `screenshots.py`, with two servers that nobody asks and a record of attempts that nobody made. A minute or so.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QDialog

from eyebox_models.endpoints import known
from eyebox_models.offline.attempts import record
from eyebox_models.offline.guard import NOT_ASKED
from eyebox_models.protocol.errors import Sentence
from screenshots import ROOT, Program, pause, read, until

WANTED = Sentence("download-wanted", "You asked for a download.")
ATTEMPTS = (
    ("download", "look-up", "huggingface.co", "", 0, True, WANTED),
    ("download", "connect", "huggingface.co", "203.0.113.7", 443, True, WANTED),
    ("model", "connect", "", "198.51.100.23", 443, False, NOT_ASKED),
)
SERVERS = (
    known.Endpoint("lab", "http://127.0.0.1:8000/v1", "Qwen/Qwen3-VL-8B-Instruct", "qwen3_vl", pictures=True),
    known.Endpoint("studio", "http://127.0.0.1:1234/v1", "qwen2.5-vl-7b", "qwen2_5_vl"),
)


class Scenes(Program):
    """The real program with those."""

    def looks(self) -> Iterator[str]:
        """Each look once; what is opened within keeps the language that it was opened in."""
        for look, theme, language in (
            ("light", "light", "en"),
            ("dark", "dark", "en"),
            ("chinese", "light", "zh_CN"),
        ):
            self.choose("theme", theme)
            self.choose("language", language)
            yield look
        self.choose("language", "en")

    def pages(self) -> None:
        """What reached out, and what may be asked from outside."""
        for name, command, owner in (
            ("connections", "connections", self.window.connections_controller),
            ("local-api", "local_api", self.window.api_controller),
        ):
            for look in self.looks():
                self.window.commands[command].trigger()
                until(lambda owner=owner: owner.page)
                self.shoot(f"{name}-{look}", owner.page)
                owner.page.close()
                pause(200)

    def servers(self) -> None:
        """What is known of a server, its dialog, and a chat that it would answer."""
        for look in self.looks():
            self.window.commands["choose_model"].trigger()
            until(lambda: self.window.picker_controller.picker)
            picker = self.window.picker_controller.picker
            assert picker is not None
            picker.choice.select("endpoint:lab")
            self.shoot(f"server-{look}", picker)
            picker.frame.server_add.click()
            until(lambda picker=picker: picker.findChild(QDialog))
            dialog = picker.findChild(QDialog)
            self.shoot(f"server-dialog-{look}", dialog)
            dialog.close()
            if look == "light":
                picker.frame.use.click()
            else:
                picker.close()
            until(lambda: not self.window.picker_controller.picker)
            self.shoot(f"server-pane-{look}")


def main(folder: Path) -> None:
    application = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as home:
        os.environ["EYEBOX_HOME"] = str(Path(home) / "home")
        for one in ATTEMPTS:
            record(*one)
        for server in SERVERS:
            known.add(server)
        scenes = Scenes(Path(home), folder)
        read(scenes.window)
        scenes.pages()
        scenes.servers()
        scenes.program.close()
    del application


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "resources" / "screenshots"
    target.mkdir(parents=True, exist_ok=True)
    main(target)
