"""A session as a searchable PDF file, through the window: what was corrected is what is found in it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

import desk
import drawing
import lines
from documents import picture, text, write_pdf
from export_dialog import choose, in_dialog, is_counted
from eyebox.app import Desktop
from eyebox.session.types import Redaction
from eyebox.window.exporting import ExportDialog
from eyebox_models.protocol.page import Page
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


def test_pages_of_a_pdf_that_is_open_as_a_session(
    qtbot: QtBot, start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A scan and a page of real text: both stay as they are, the scan gets its text, and a correction its place."""
    program = start()
    workspace = program.window.workspace
    workspace.pictures.read_automatically = False
    scan = drawing.page(595, 842, [drawing.Text(72, 60, "Scan", 30)])
    pages = [picture(0, 595, 842), text(["Real text", "of a page"])]
    file = write_pdf(tmp_path / "two.pdf", pages, images=[scan])
    desk.drop(program, file)
    pictures = workspace.pictures
    qtbot.waitUntil(lambda: len(pictures.records) == 2, timeout=desk.PATIENCE)
    for id, words, text_from in zip(
        pictures.records, ("Scna", "Real text"), ("picture", "layer"), strict=True
    ):
        pictures.show(id)
        qtbot.waitUntil(lambda id=id: id in pictures.pixels, timeout=desk.PATIENCE)
        record = pictures.records[id]
        line = replace(lines.line(words, 150, 130), words=())
        page = Page(record.path, record.width, record.height, 0.1, (line,), ((0,),), text_from=text_from)
        pictures.set_page(id, page)
    first = next(iter(pictures.records))
    workspace.correcting.correct(first, 0, "Scan")
    out = tmp_path / "out.pdf"
    with qtbot.waitSignal(workspace.exports.done, timeout=desk.PATIENCE):
        workspace.exports.write("pdf", str(out), workspace.sessions.current)
    assert lines_by_pdfium(out) == ["Scan"] and lines_by_pdfium(out, 1) == ["Real text", "of a page"]
    hidden = Redaction((140.0, 100.0, 400.0, 200.0))
    workspace.redactions.add(first, [hidden])
    with qtbot.waitSignal(workspace.exports.done, timeout=desk.PATIENCE):
        workspace.exports.write("pdf", str(out), workspace.sessions.current)
    assert lines_by_pdfium(out) == [] and lines_by_pdfium(out, 1) == ["Real text"]
    assert b"Helvetica" not in out.read_bytes()
