"""A new format of boxes is one new file and one line: dialogs, drops, imports and exports know it from there."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import eyebox

MODULE = '''
"""Boxes as lines of five words."""

from eyebox.formats.export import text_file
from eyebox.formats.imported import AnnotatedPicture
from eyebox_models.protocol.box import Box

TITLE = "Five words"
SUFFIXES = (".words",)
SCOPE = "set"
READS_TEXT = False
LEAVES_OUT = frozenset()


def dump(export, sink):
    with text_file(sink) as out:
        for picture in export.pictures:
            for box in picture.boxes:
                out.write(" ".join((box.label, *(f"{value:g}" for value in box.xyxy))) + "\\n")


def sniff(head):
    return not head.startswith(b"{") and len(head.split(b"\\n")[0].split()) == 5


def load(source):
    rows = [line.split() for line in source.read_text().splitlines()]
    yield AnnotatedPicture("", "", boxes=tuple(Box(row[0], *map(float, row[1:])) for row in rows))
'''

PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication, QWidget
from eyebox.formats import format_named, load_annotations, may_be_annotations
from eyebox.formats.export import FileSink, SessionExport
from eyebox.session.types import PictureContent
from eyebox.session.types import PictureRecord, SessionInfo
from eyebox.window.exporting import ExportDialog
from eyebox_models.protocol.box import Box

app = QApplication(sys.argv)
window = QWidget()
dialog = ExportDialog(True, window)
print([dialog.what.itemText(n) for n in range(dialog.what.count())])
file = Path(sys.argv[1], "boxes.words")
picture = PictureContent(PictureRecord("p", "s", "/a.png", "a.png"), (Box("dog", 1, 2, 3.5, 4),))
format_named("words").dump(SessionExport(SessionInfo("s", "S", 0, 0), (picture,)), FileSink(file))
print(file.read_text().strip(), may_be_annotations(file), [box.xyxy for p in load_annotations(file) for box in p.boxes])
"""


def test_a_format_is_one_new_file_and_one_line(tmp_path):
    package = tmp_path / "eyebox"
    shutil.copytree(Path(eyebox.__file__).parent, package, ignore=shutil.ignore_patterns("__pycache__"))
    table = package / "formats" / "__init__.py"
    line = '    "labelme": Module("labelme", ".json"),\n'
    text = table.read_text(encoding="utf-8")
    assert text.count(line) == 1
    changed = {
        package / "formats" / "words.py": MODULE,
        table: text.replace(line, line + '    "words": Module("words", ".words"),\n'),
    }
    for path, content in changed.items():
        path.write_text(content, encoding="utf-8")
    shown = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path)],
        env=os.environ | {"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=240,
    )
    assert shown.returncode == 0, shown.stderr
    titles, boxes = shown.stdout.splitlines()
    assert "'Five words'" in titles
    assert boxes == "dog 1 2 3.5 4 True [(1.0, 2.0, 3.5, 4.0)]"
    assert len(changed) == 2
