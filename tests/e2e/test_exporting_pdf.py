"""A session as a searchable PDF file, through the window: what was corrected is what is found in it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

import desk
from export_dialog import choose, in_dialog, is_counted
from eyebox.app import Desktop
from eyebox.window.exporting import ExportDialog
from pdf_reading import lines_by_pdfium


@pytest.fixture
def program(qtbot: QtBot, start, tmp_path: Path) -> Desktop:
    """A menu that was read, and the same one turned, with the last line corrected."""
    program = start()
    workspace = program.window.workspace
    desk.drop(program, desk.draw_menu(tmp_path / "menu.png"))
    first = desk.wait_read(qtbot, program)
    (tmp_path / "other.png").write_bytes((tmp_path / "menu.png").read_bytes())
    workspace.pictures.read_automatically = False
    desk.drop(program, tmp_path / "other.png")
    qtbot.waitUntil(lambda: len(workspace.pictures.records) == 2, timeout=desk.PATIENCE)
    (second,) = workspace.pictures.records.keys() - {first}
    page = workspace.pictures.page(first)
    workspace.pictures.set_page(second, replace(page, image=str(tmp_path / "other.png")))
    workspace.correcting.correct(second, len(page.lines) - 1, "Put right by hand 𠮷")
    return program


def test_all_pictures_of_a_session(
    qtbot: QtBot, program: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    exports, out = program.window.workspace.exports, tmp_path / "menu.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))

    def all_of_it(dialog: ExportDialog, save) -> None:
        choose(dialog, "pdf")
        assert dialog.what.currentText() == "Searchable PDF" and not dialog.to_folder
        dialog.extent.setCurrentIndex(dialog.extent.findData(True))
        qtbot.waitUntil(lambda: is_counted(dialog), timeout=desk.PATIENCE)
        save.click()

    stopping = exports.progressed.connect(lambda *_: exports.stop())
    with qtbot.waitSignal(exports.stopped, timeout=desk.PATIENCE):
        exports.write("pdf", str(out), program.window.workspace.sessions.current)
    assert not out.exists() and not exports.is_busy
    exports.progressed.disconnect(stopping)
    with qtbot.waitSignal(exports.done, timeout=desk.PATIENCE):
        in_dialog(qtbot, program, all_of_it)
    first, second = (lines_by_pdfium(out, page) for page in (0, 1))
    assert "LUNCH MENU" in first and "LUNCH MENU" in second
    assert "Put right by hand 𠮷" in second and "Put right by hand 𠮷" not in first
    assert program.window.notice.text.text().endswith("menu.pdf")
