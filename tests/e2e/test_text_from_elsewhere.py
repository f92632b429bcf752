"""Names of files, sessions and labels in the real window: nothing of it is HTML, wherever it is shown."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QAbstractItemView, QLabel, QWidget
from pytestqt.qtbot import QtBot

import desk
from eyebox.theme.sentence import as_tip

HOSTILE = '<img src="zero"><b>bold'
AS_TEXT = as_tip("x").partition("x")[0]
"""How a tooltip begins that is made of a text."""


def tips(window: QWidget) -> list[str]:
    """All tooltips of a window, of widgets and of what stands in lists."""
    found = [window.toolTip(), *(widget.toolTip() for widget in window.findChildren(QWidget))]
    for view in window.findChildren(QAbstractItemView):
        model = view.model()
        for row in range(min(model.rowCount(), 9) if model is not None else 0):
            cells = (model.index(row, column) for column in range(9) if model.hasIndex(row, column))
            found += [cell.data(Qt.ItemDataRole.ToolTipRole) or "" for cell in cells]
    return found


@pytest.mark.skipif(sys.platform == "win32", reason="no file can have such a name there")
def test_what_comes_from_elsewhere_is_shown_as_it_is(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    window = program.window
    workspace = window.workspace
    workspace.pictures.read_automatically = False
    names = [f"{HOSTILE} {n}.png" for n in range(2)]
    for name in names:
        Image.new("RGB", (60, 40), "white").save(tmp_path / name)
    images = [{"id": n, "file_name": name, "width": 60, "height": 40} for n, name in enumerate(names)]
    boxes = [{"id": n, "image_id": n, "category_id": 1, "bbox": [1, 1, 9, 9]} for n in range(2)]
    content = {"images": images, "annotations": boxes, "categories": [{"id": 1, "name": HOSTILE}]}
    (tmp_path / "boxes.json").write_text(json.dumps(content))
    with qtbot.waitSignal(workspace.importing.ended, timeout=desk.PATIENCE):
        workspace.open_paths([str(tmp_path / "boxes.json")])
    qtbot.waitUntil(lambda: len(desk.boxes(program)) == 1)
    workspace.sessions.rename(workspace.sessions.current, HOSTILE)
    found = tips(window)
    hostile = [tip for tip in found if "bold" in tip.replace("\u200b", "")]
    assert len(hostile) >= 2, found  # of the session and a picture
    assert [tip for tip in found if Qt.mightBeRichText(tip) and not tip.startswith(AS_TEXT)] == []
    guessed = [one for one in window.findChildren(QLabel) if one.textFormat() == Qt.TextFormat.AutoText]
    assert [one.text() for one in guessed if "bold" in one.text()] == []
