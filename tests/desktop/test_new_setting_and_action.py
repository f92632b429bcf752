"""A setting is one line; an action is one row of the table and one method: everything else derives from them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import eyebox

SETTING = '    beep: bool = _setting(False, _WORK, "Beep at the end", "A sound when an answer ends.")\n'
ROW = '        Row("beep", "Make a sound", ("Ctrl+Alt+B",)),\n'
METHOD = '    @Slot()\n    def beep(self) -> None:\n        print("beep")\n\n'

SETTINGS_PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication, QCheckBox
from eyebox.settings.dialog import SettingsDialog
from eyebox.settings.schema import Settings
from eyebox.settings.store import SettingsStore
from eyebox.theme import Theme

app = QApplication(sys.argv)
dialog = SettingsDialog(Settings(), Theme())
box, = [box for box in dialog.findChildren(QCheckBox) if box.accessibleName() == "Beep at the end"]
changed = []
dialog.changed.connect(changed.append)
box.setChecked(True)
store = SettingsStore(Path(sys.argv[1], "settings.json"))
store.save(changed[-1])
print(store.file.read_text().split(), store.load().beep)
"""

ACTIONS_PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication, QLabel
from eyebox import app
from eyebox.folders import Folders
from eyebox.palette import CommandPalette
from eyebox.shortcuts_page import ShortcutsPage

application = QApplication(sys.argv)
desktop = app.build(Folders.under(Path(sys.argv[1])))
window = desktop.window
window.show()
action = window.commands["beep"]
action.trigger()
print(any(action in menu.actions() for menu in window.header.findChildren(type(window.header._menu))))
window.help_menu.palette()
palette = window.findChild(CommandPalette)
palette._field.setText("make a sound")
print([palette._list.item(row).data(0) for row in range(palette._list.count())])
page = ShortcutsPage(window.commands.grouped(), window.commands.default_keys(), window.theme, window)
print([label.text() for label in page.findChildren(QLabel) if label.text() == "Make a sound"])
desktop.close()
"""


def with_lines(tmp_path: Path, *edits: tuple[str, str, str]) -> int:
    """Copies the package to `tmp_path` and puts lines before others in its files. Returns how many files that touches."""
    package = tmp_path / "eyebox"
    shutil.copytree(Path(eyebox.__file__).parent, package, ignore=shutil.ignore_patterns("__pycache__"))
    for name, before, lines in edits:
        file = package / name
        text = file.read_text(encoding="utf-8")
        assert text.count(before) == 1, name
        file.write_text(text.replace(before, lines + before), encoding="utf-8")
    return len({name for name, _before, _lines in edits})


def run(tmp_path: Path, program: str) -> list[str]:
    environment = {**os.environ, "PYTHONPATH": str(tmp_path), "LANGUAGE": "en", "LC_ALL": "C.UTF-8"}
    command = [sys.executable, "-c", program, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, env=environment)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_a_setting_is_one_line(tmp_path: Path) -> None:
    assert with_lines(tmp_path, ("settings/schema.py", "    recent_count: int = _setting(", SETTING)) == 1
    assert run(tmp_path, SETTINGS_PROGRAM) == ["['{', '\"beep\":', 'true', '}'] True"]


def test_an_action_is_one_row_and_one_method(tmp_path: Path) -> None:
    row = ("action_table.py", '        Row("about",', ROW)
    method = ("window/menus/help.py", "    @Slot()\n    def about(self)", METHOD)
    assert with_lines(tmp_path, row, method) == 2
    assert run(tmp_path, ACTIONS_PROGRAM) == ["beep", "True", "['Make a sound']", "['Make a sound']"]
