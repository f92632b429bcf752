"""How text is read and shown, by the settings: its order, and its size."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

import desk
from eyebox.app import Desktop
from eyebox.canvas.filmstrip import WIDTH
from eyebox.canvas.zoom_pill import ICON, ZoomPill
from eyebox.chat.question_view import QuestionView
from eyebox.picker.server import ServerDialog
from eyebox.review.start import Start, StartDialog


def change(program: Desktop, name: str, value: str | int) -> None:
    program.program.change_settings(program.program.settings.with_value(name, value))


def draw_code(path: Path) -> Path:
    image = Image.new("RGB", (700, 240), "white")
    draw = ImageDraw.Draw(image)
    for row, text in enumerate(("while running:", "    step forward", "    if finished:", "        leave")):
        draw.text((30, 30 + 45 * row), text, font=ImageFont.truetype(desk.FONT, 28), fill="black")
    image.save(path)
    return path


def test_the_order_of_text_is_chosen_and_the_picture_read_in_it(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    pictures = program.window.workspace.pictures
    desk.drop(program, draw_code(tmp_path / "code.png"))
    picture = desk.wait_read(qtbot, program)
    with qtbot.waitSignal(pictures.page_ready, timeout=desk.PATIENCE):
        change(program, "reading_order", "code")
    page = pictures.page(picture)
    assert page
    indents = {line.text.strip(): len(line.text) - len(line.text.lstrip()) for line in page.lines}
    assert indents["while running:"] == 0
    assert 0 < indents["step forward"] == indents["if finished:"] < indents["leave"]
    assert len(page.blocks) == 1
    chat = program.window.chat_controller.active
    assert program.window.workspace.chats.options_of(chat).reading_order == "code"
    with qtbot.waitSignal(pictures.page_ready, timeout=desk.PATIENCE):
        change(program, "reading_order", "automatic")


def test_all_text_takes_the_size_that_is_set(qtbot: QtBot, start) -> None:
    program = start()
    before = QApplication.font().pointSizeF()
    change(program, "text_size", 150)
    program.close()
    program = start()
    composer = program.window.chat_controller.pane(program.window.chat_controller.active).composer
    try:
        assert QApplication.font().pointSizeF() == composer.edit.font().pointSizeF() == before * 1.5
        assert program.window.theme.font("small").pointSizeF() > before
    finally:
        change(program, "text_size", 100)
        program.close()
    start()
    assert QApplication.font().pointSizeF() == before


def test_with_the_largest_text_the_window_still_fits_a_small_screen(start, qapp) -> None:
    program = start()
    change(program, "text_size", 200)
    program.close()
    program = start()
    window = program.window
    try:
        assert window.box_controller.box_list is not None  # both are made when they are first wanted
        assert window.reading_controller.text_panel is not None
        least = window.minimumSizeHint()
        assert (least.width() <= 1000, least.height() <= 640) == (True, True)
        assert window.status.height() >= window.status.text.fontMetrics().height()
        assert window.header.height() >= window.header.session.sizeHint().height()
        for language in ("de", "en"):
            change(program, "language", language)
            qapp.processEvents()
            assert all(one.width() >= one.sizeHint().width() for one in window.welcome._buttons)
        header, read = window.header, window.header.button("read")
        for width, words in ((least.width(), False), (2000, True), (least.width(), False)):
            window.resize(width, 700)
            qapp.processEvents()
            assert (read.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon) is words
            assert all(one.width() >= one.sizeHint().width() for one, _, _ in header._buttons)
        for part in (window.welcome, window.chat_controller.pane(window.chat_controller.active).welcome):
            for width, height in ((240, 330), (500, 700), (240, 330)):
                part.resize(width, height)
                qapp.processEvents()
                shown = [one for one in part.findChildren(QPushButton) if one.isVisibleTo(part)]
                places = [QRect(one.mapTo(part, QPoint()), one.size()) for one in shown]
                assert all(part.rect().contains(place) for place in places)
                assert not any(one.intersects(other) for one, other in combinations(places, 2))
        dialog = StartDialog(Start("session"), 3, 1, "a model", [("prodigy", "Prodigy")], window)
        dialog.show()
        room = dialog.screen().availableSize()
        assert (dialog.width() <= room.width(), dialog.height() < room.height()) == (True, True)
        inner = dialog._area.widget()
        assert (
            inner.minimumSizeHint().width() <= dialog._area.viewport().width() and dialog._start.isVisible()
        )
        dialog.reject()
    finally:
        change(program, "text_size", 100)
        program.close()
        start()


def cut(part: QWidget) -> list[str]:
    """What is cut in a part of the window: buttons and labels that are lower than their text or icon, or reach beyond the widget
    that they stand in."""
    found = []
    for one in part.findChildren(QWidget):
        if isinstance(one, QPushButton | QToolButton):
            needed = 0 if one.icon().isNull() else one.iconSize().height()
            if one.text() and one.sizeHint().height() > one.iconSize().height():
                needed = max(needed, one.fontMetrics().height())
            said = one.text() or one.accessibleName()
        elif isinstance(one, QLabel) and one.text():
            needed, said = one.fontMetrics().height(), one.text()
        else:
            continue
        around = one.parentWidget()
        beyond = around is not None and not 0 <= one.y() <= around.height() - one.height()
        if one.isVisibleTo(part) and (one.height() < needed or beyond):
            found.append(said)
    return found


def test_with_the_largest_text_nothing_of_a_chat_is_cut(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    change(program, "text_size", 200)
    program.close()
    program = start()
    try:
        code = {"text": "```python\nprint(1)\n```\n"}
        answers = [[code, {"text": "done"}], [{"fail": "It failed.", "detail": "why"}]]
        script = {"answers": [{"steps": steps} for steps in answers]}
        desk.use_script(program, tmp_path / "script.json", script)
        change(program, "read_on_open", False)
        desk.drop(program, draw_code(tmp_path / "code.png"))
        pictures = program.window.workspace.pictures
        qtbot.waitUntil(lambda: bool(pictures.current), timeout=desk.PATIENCE)
        pane = program.window.chat_controller.pane(program.window.chat_controller.active)
        for question in ("first " * 120, "second"):
            desk.ask(qtbot, program, question)
            qtbot.waitUntil(lambda: pane.transcript.settled)
            assert pane.transcript.findChildren(QToolButton) and not cut(pane.transcript)
        views = pane.transcript.findChildren(QuestionView)
        views[-1].start_edit()
        qtbot.waitUntil(lambda: not cut(pane.transcript))
        copy, edit = views[0]._tools
        assert not copy.geometry().intersects(edit.geometry())
        dialog = ServerDialog(program.window.theme, [("qwen2_vl", "Qwen2-VL")], None, program.window)
        dialog.show()
        qtbot.waitUntil(lambda: not cut(dialog))
        dialog.set_models("", [], "")
        dialog._say("A sentence that takes several lines. " * 6, bad=True)
        qtbot.waitUntil(lambda: dialog.said.height() >= dialog.said.heightForWidth(dialog.said.width()))
        assert not cut(dialog)
        dialog.reject()
        program.window.commands["choose_model"].trigger()
        picker = program.window.picker_controller.picker
        assert picker is not None
        assert picker.minimumWidth() <= 900
        picker.close()
        assert not cut(program.window.canvas)
        pill = program.window.canvas.findChild(ZoomPill)
        assert pill is not None and pill._fit.iconSize().height() == 2 * ICON
        assert program.window.filmstrip.width() > WIDTH
    finally:
        change(program, "text_size", 100)
        program.close()
        start()
