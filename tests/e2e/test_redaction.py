"""Blacking out in the window: selected text, boxes, a dragged region, hits, what a dialog finds; undone, kept, burnt in."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

import desk
from export_dialog import choose, in_dialog, is_counted
from eyebox.app import Desktop
from eyebox.canvas.filmstrip import Filmstrip
from eyebox.session.types import Redaction
from eyebox.window.exporting import PNG, REDACTED, ExportDialog
from eyebox.window.redaction_dialog import RedactionDialog
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.page import Page
from modal import answered
from pages import line
from pdf_reading import lines_by_pdfium

CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
LINES = ("Bill for Anna Holm", "mail: anna@example.org", "phone +49 30 901820", "Total 12.50 EUR")


@pytest.fixture
def program(qtbot: QtBot, start, tmp_path: Path) -> Desktop:
    """A bill that was read."""
    program = start()
    workspace = program.window.workspace
    workspace.pictures.read_automatically = False
    Image.effect_noise((600, 300), 40).convert("RGB").save(tmp_path / "bill.png")
    desk.drop(program, tmp_path / "bill.png")
    qtbot.waitUntil(lambda: workspace.pictures.current in workspace.pictures.pixels, timeout=desk.PATIENCE)
    lines = tuple(line(text, 40, 20 + 60 * n) for n, text in enumerate(LINES))
    blocks = tuple((n,) for n in range(len(lines)))
    page = Page(str(tmp_path / "bill.png"), 600, 300, 0.1, lines, blocks)
    workspace.pictures.set_page(workspace.pictures.current, page)
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow, timeout=desk.PATIENCE)
    program.window.canvas.setFocus()
    return program


def covered(program: Desktop) -> tuple[Redaction, ...]:
    workspace = program.window.workspace
    return workspace.redactions.of(workspace.pictures.current)


def black_out(program: Desktop) -> None:
    QTest.keyClick(program.window, Qt.Key.Key_B, ALT | SHIFT)


def undo(program: Desktop) -> None:
    QTest.keyClick(program.window, Qt.Key.Key_Z, CONTROL)


def drag(program: Desktop, *corners: tuple[float, float]) -> None:
    canvas = program.window.canvas
    begin, end = (canvas.mapFromScene(QPointF(*corner)) for corner in corners)
    QTest.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, pos=begin)
    for step in (0.5, 1.0):
        QTest.mouseMove(canvas.viewport(), begin + (end - begin) * step)
    QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, pos=end)


def black_share(strip: Filmstrip) -> float:
    """How much of the thumbnail of the first picture is black, as far as a picture twice as wide as high shows there."""
    image = strip.grab(QRect(strip.width() // 2 - 30, 14, 60, 44)).toImage()
    dark = [
        image.pixelColor(x, y).lightness() == 0 for x in range(image.width()) for y in range(image.height())
    ]
    return sum(dark) / len(dark)


def test_by_hand_undone_and_kept(qtbot: QtBot, program: Desktop, start) -> None:
    window, canvas = program.window, program.window.canvas
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_A, CONTROL)
    black_out(program)
    assert [one.text for one in covered(program)] == list(LINES)
    assert len(canvas.redaction_layer.rects) == 4 and not canvas.text_layer.selected_text()
    window.commands["text_tab"].trigger()
    rows, strip = window.reading_controller.text_panel.rows, window.filmstrip
    qtbot.waitUntil(lambda: black_share(strip) > 0.05, timeout=desk.PATIENCE)
    assert {*rows.toPlainText()} == {"█", " ", "\n"}
    undo(program)
    assert LINES[0] in rows.toPlainText()
    qtbot.waitUntil(lambda: black_share(strip) == 0, timeout=desk.PATIENCE)
    assert covered(program) == () and canvas.redaction_layer.rects == ()
    canvas.editor.add(Box("stamp", 300, 100, 400, 150))
    black_out(program)
    (first,) = covered(program)
    assert first == Redaction((300, 100, 400, 150))
    canvas.editor.select(())
    black_out(program)
    assert canvas.tool == "redact" and "Drag over" in window.notice.sentence
    drag(program, (450, 200), (550, 260))
    second = covered(program)[1]
    assert np.allclose(second.rect, (450, 200, 550, 260), atol=3)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.tool == "select"
    window.commands["turn_right"].trigger()
    qtbot.waitUntil(lambda: len(canvas.redaction_layer.rects) == 2, timeout=desk.PATIENCE)
    turned = covered(program)[0].rect
    assert np.allclose(turned, (300 - 150, 300, 300 - 100, 400))
    qtbot.waitUntil(lambda: not window.workspace.write_queue.pending, timeout=desk.PATIENCE)
    program.close()
    again = start()
    qtbot.waitUntil(lambda: len(again.window.canvas.redaction_layer.rects) == 2, timeout=desk.PATIENCE)
    assert covered(again)[0].rect == turned
    again.window.commands["show_again"].trigger()
    assert covered(again) == ()
    again.window.commands["undo"].trigger()
    assert len(covered(again)) == 2


def test_by_search_and_dialog(qtbot: QtBot, program: Desktop) -> None:
    window = program.window
    QTest.keyClick(window, Qt.Key.Key_F, CONTROL)
    bar = window.reading_controller.find_bar
    QTest.keyClicks(bar.focusProxy(), "anna")
    QTest.keyClick(window, Qt.Key.Key_F, CONTROL | ALT | SHIFT)
    assert [one.text for one in covered(program)] == ["Anna", "anna"]
    bar.close_bar()
    found: list[list[str]] = []

    def look(dialog: RedactionDialog) -> None:
        qtbot.waitUntil(lambda: dialog.list.topLevelItemCount() == 4, timeout=desk.PATIENCE)
        rows = [dialog.list.topLevelItem(n) for n in range(4)]
        found.append([row.text(0) for row in rows])
        assert [row.text(1) for row in rows[2:]] == ["E-mail addresses", "Phone numbers"]
        rows[0].setCheckState(0, Qt.CheckState.Unchecked)
        assert dialog.count.text().startswith("3 of 4") and dialog.black_out.isEnabled()
        dialog.kinds["amount"].setChecked(True)
        qtbot.waitUntil(lambda: dialog.list.topLevelItemCount() == 5, timeout=desk.PATIENCE)
        assert dialog.list.topLevelItem(0).checkState(0) == Qt.CheckState.Unchecked
        dialog.list.setCurrentItem(dialog.list.topLevelItem(4))
        dialog.black_out.click()

    with answered(RedactionDialog, look):
        QTest.keyClick(window, Qt.Key.Key_B, CONTROL | ALT | SHIFT)
    assert found == [["Anna", "anna", "anna@example.org", "+49 30 901820"]]
    assert [one.text for one in covered(program)] == [
        "anna",
        "anna@example.org",
        "+49 30 901820",
        "12.50 EUR",
    ]
    window.commands["undo"].trigger()
    assert [one.text for one in covered(program)] == ["Anna", "anna"]


def test_exports_show_nothing_of_it(
    qtbot: QtBot, program: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, exports = program.window, program.window.workspace.exports
    hidden = Redaction((36, 76, 270, 106), "email", LINES[1])
    window.workspace.redactions.add(window.workspace.pictures.current, [hidden])
    said: dict[str, str] = {}
    files = {"text": "a.txt", "pdf": "a.pdf", REDACTED: "a.jpg", PNG: "a.png", "coco": ""}
    for form, name in files.items():
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, name=name: (str(tmp_path / name), ""))

        def save_as(dialog: ExportDialog, save, form: str = form) -> None:
            choose(dialog, form)
            qtbot.waitUntil(lambda: is_counted(dialog), timeout=desk.PATIENCE)
            said[form] = dialog.lost.text()
            if form != "coco":
                save.click()

        if form == "coco":
            in_dialog(qtbot, program, save_as)
        else:
            with qtbot.waitSignal(exports.done, timeout=desk.PATIENCE):
                in_dialog(qtbot, program, save_as)
    assert said["pdf"].startswith("1 region is blacked out for good, with its text.")
    assert said[PNG] == said[REDACTED] == "1 region is blacked out for good."
    assert "████" in said["text"] and "in the picture files themselves nothing" in said["coco"]
    assert LINES[0] in (tmp_path / "a.txt").read_text() and "anna" not in (tmp_path / "a.txt").read_text()
    assert lines_by_pdfium(tmp_path / "a.pdf") == [one for one in LINES if one != LINES[1]]
    for name in ("a.jpg", "a.png"):
        with Image.open(tmp_path / name) as image:
            pixels = np.asarray(image.convert("RGB"))
        assert (pixels[76:106, 36:270] == 0).all() and pixels.std() > 10
    for copies in ("select_all", "copy_page"):
        window.canvas.setFocus()
        window.commands[copies].trigger()
        window.commands["copy"].trigger() if copies == "select_all" else None
        copied_text = QApplication.clipboard().text()
        assert LINES[0] in copied_text and "█" in copied_text and "anna" not in copied_text
    window.commands["copy_picture"].trigger()
    copied = QApplication.clipboard().image()
    assert copied.pixelColor(100, 90).getRgb()[:3] == (0, 0, 0)
    window.workspace.cropping.crop(window.workspace.pictures.current, (0.0, 60.0, 600.0, 120.0))
    qtbot.waitUntil(lambda: len(window.workspace.pictures.records) == 2, timeout=desk.PATIENCE)
    part = next(id for id, record in window.workspace.pictures.records.items() if "Part" in record.name)
    qtbot.waitUntil(lambda: window.workspace.pictures.page(part) is not None, timeout=desk.PATIENCE)
    assert "anna" not in window.workspace.pictures.page(part).searched()
