"""What else a user does with the real window."""

from __future__ import annotations

import json
from collections import Counter
from functools import partial
from pathlib import Path

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

import desk
from eyebox.canvas.png_export import render_annotated
from eyebox.session.types import Hit
from eyebox_models.protocol.box import Box


def test_no_two_actions_share_a_key_and_all_are_named(start) -> None:
    window = start().window
    kinds = window.commands.by_hand()
    keys = Counter(
        (kinds.get(action.objectName(), "window"), key.toString())
        for action in window.commands.all()
        for key in action.shortcuts()
    )
    assert [key for key, count in keys.items() if count > 1] == []
    assert all(action.text() and action.shortcuts() for action in window.commands.all())
    unnamed = [
        b for b in window.findChildren(QToolButton) if b.isVisible() and not (b.accessibleName() or b.text())
    ]
    assert unnamed == []


def test_folders_are_searched_and_pictures_removed_and_brought_back(
    qtbot: QtBot, start, tmp_path: Path
) -> None:
    folder = tmp_path / "with pictures"
    (folder / "below").mkdir(parents=True)
    for name in ("b.png", "a.png", "below/c.jpg"):
        Image.new("RGB", (40, 30), "white").save(folder / name)
    (folder / "notes.txt").write_text("no picture")
    program = start()
    window = program.window
    desk.drop(program, folder)
    qtbot.waitUntil(lambda: len(window.workspace.pictures.records) == 3, timeout=desk.PATIENCE)
    names = [item.name for item in window.filmstrip.model.items()]
    assert sorted(names) == ["a.png", "b.png", "c.jpg"]
    gone = list(window.workspace.pictures.records)[:2]
    window.workspace.removals.pictures(gone)
    assert len(window.filmstrip.model.items()) == 1
    window.notice.button.click()
    assert (
        len(window.workspace.pictures.records) == 3
        and len(window.workspace.store.pictures(window.workspace.sessions.current)) == 3
    )


def test_sessions_are_made_searched_deleted_and_brought_back(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    window = program.window
    desk.drop(program, desk.draw_menu(tmp_path / "menu.png"))
    desk.wait_read(qtbot, program)
    first = window.workspace.sessions.current
    window.workspace.sessions.rename(first, "Lunch")
    window.commands["new_session"].trigger()
    assert window.workspace.sessions.current != first and not window.workspace.pictures.records
    (hit,) = [hit for hit in window.workspace.store.search("SÁLMON") if hit.kind == "text"]
    assert isinstance(hit, Hit) and hit.session == first
    window.file_menu._open_hit(hit)
    assert window.workspace.sessions.current == first and window.reading_controller.find_bar.isVisible()
    window.commands["delete_session"].trigger()
    assert first not in [info.id for info in window.workspace.store.sessions()]
    window.notice.button.click()
    assert window.workspace.sessions.current == first and window.workspace.sessions.name == "Lunch"


def test_answers_again_and_edited_questions_are_alternatives(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    window = program.window
    desk.use_script(
        program, tmp_path / "s.json", {"answers": [{"steps": [{"text": f"answer {n}"}]} for n in range(3)]}
    )
    first = desk.ask(qtbot, program, "hello")
    chat = window.chat_controller.active
    pane = window.chat_controller.pane(chat)
    with qtbot.waitSignal(window.workspace.answers.ended, timeout=desk.PATIENCE):
        pane.transcript.signals.regenerate_asked.emit(first.id)
    conversation = window.workspace.chats.conversation(chat)
    assert [turn.text for turn in conversation.path()] == ["hello", "answer 1"]
    pane.alternative_chosen.emit(first.id)
    assert [turn.text for turn in conversation.path()] == ["hello", "answer 0"]
    question = conversation.path()[0]
    with qtbot.waitSignal(window.workspace.answers.ended, timeout=desk.PATIENCE):
        pane.transcript.signals.edited.emit(question.id, "hello again")
    assert [turn.text for turn in conversation.path()] == ["hello again", "answer 2"]
    window.close()
    kept = start().window
    (hit,) = kept.workspace.store.search("answer 0")
    kept.file_menu._open_hit(hit)
    assert [t.text for t in kept.workspace.chats.conversation(kept.chat_controller.active).path()] == [
        "hello",
        "answer 0",
    ]
    kept.chat_controller.show_turn(
        kept.workspace.chats.conversation(kept.chat_controller.active).siblings(question.id)[1].id
    )
    assert [t.text for t in kept.workspace.chats.conversation(kept.chat_controller.active).path()] == [
        "hello again",
        "answer 2",
    ]
    assert kept.workspace.chats.conversation(kept.chat_controller.active).alternatives(question.id)[1] == 2


def test_chats_side_by_side_keep_their_own_answers(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    window = program.window
    desk.use_script(program, tmp_path / "one.json", [{"text": "one"}])
    desk.ask(qtbot, program, "first")
    one = window.chat_controller.active
    window.commands["new_chat"].trigger()
    two = window.chat_controller.active
    assert one != two
    desk.use_script(program, tmp_path / "two.json", [{"text": "two"}])
    desk.ask(qtbot, program, "second")
    assert [t.text for t in window.workspace.chats.conversation(one).path()] == ["first", "one"]
    assert [t.text for t in window.workspace.chats.conversation(two).path()] == ["second", "two"]
    window.commands["close_chat"].trigger()
    assert window.chat_controller.active == one
    window.notice.button.click()
    assert set(window.workspace.chats.chats) == {one, two}


def test_labelme_boxes_come_in_and_go_out_again(qtbot: QtBot, start, tmp_path: Path) -> None:
    picture = desk.draw_menu(tmp_path / "menu.png")
    shape = {
        "label": "dish",
        "points": [[10, 20], [110, 70]],
        "shape_type": "rectangle",
        "flags": {},
        "group_id": 7,
    }
    data = {"version": "5.5.0", "flags": {}, "shapes": [shape], "imagePath": "menu.png", "imageData": None}
    (tmp_path / "menu.json").write_text(json.dumps(data | {"imageHeight": 520, "imageWidth": 800}))
    program = start()
    window = program.window
    desk.drop(program, tmp_path / "menu.json")
    qtbot.waitUntil(lambda: len(desk.boxes(program)) == 1, timeout=desk.PATIENCE)
    assert desk.boxes(program)[0].xyxy == (10, 20, 110, 70)
    desk.drop(program, tmp_path / "menu.json")
    assert len(desk.boxes(program)) == 1
    out = tmp_path / "out.json"
    with qtbot.waitSignal(window.workspace.exports.done):
        window.workspace.exports.write(
            "labelme", str(out), window.workspace.sessions.current, [window.workspace.pictures.current]
        )
    (written,) = json.loads(out.read_text())["shapes"]
    assert written["points"] == shape["points"] and written["group_id"] == 7
    assert picture.exists()


def test_the_annotated_picture_has_its_boxes_painted(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    window = program.window
    desk.drop(program, desk.draw_menu(tmp_path / "menu.png"))
    picture = desk.wait_read(qtbot, program)
    window.workspace.annotations.add(picture, [Box("鱼 fish", 300, 300, 500, 420)], "draw")
    out = tmp_path / "painted.png"
    pixels = window.workspace.pictures.pixels.get(picture)
    assert pixels
    with qtbot.waitSignal(window.workspace.exports.done):
        window.workspace.exports.write_png(
            window.workspace.pictures.records[picture],
            pixels,
            str(out),
            partial(render_annotated, theme=window.theme),
        )
    image = QImage(str(out))
    assert (image.width(), image.height()) == (800, 520)
    color = window.theme.label_color("鱼 fish")
    assert any(image.pixelColor(400, y) == color for y in range(294, 306))


def test_boxes_are_drawn_named_and_deleted_by_hand(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    window = program.window
    desk.drop(program, desk.draw_menu(tmp_path / "menu.png"))
    desk.wait_read(qtbot, program)
    canvas = window.canvas
    QTest.keyClick(canvas, Qt.Key.Key_B)
    assert canvas.tool == "draw" and window.commands["tool_draw"].isChecked()
    a, b = canvas.mapFromScene(400, 90), canvas.mapFromScene(560, 140)
    QTest.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, pos=a)
    QTest.mouseMove(canvas.viewport(), (a + b) / 2)
    QTest.mouseMove(canvas.viewport(), b)
    QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, pos=b)
    editor = window.focusWidget()
    QTest.keyClicks(editor, "plate")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    (box,) = desk.boxes(program)
    assert box.label == "plate" and abs(box.width - 160) < 3 and abs(box.height - 50) < 3
    QTest.keyClick(canvas, Qt.Key.Key_V)
    canvas.editor.select([box.id])
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    QTest.keyClick(canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert desk.boxes(program)[0].x1 == box.x1 + 11
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    assert desk.boxes(program) == ()
    for _ in range(8):
        window.commands["undo"].trigger()
    assert desk.boxes(program) == ()
    for _ in range(8):
        window.commands["redo"].trigger()
    assert desk.boxes(program) == ()


def test_language_and_theme_change_while_it_runs(qtbot: QtBot, start) -> None:
    window = start().window
    window.program.change_settings(window.program.settings.with_value("language", "zh_CN"))
    qtbot.waitUntil(lambda: window.commands["open"].text() == "打开图片…")
    assert window.panel.tabs.tabText(0) == "对话"
    window.program.change_settings(window.program.settings.with_value("language", "en"))
    qtbot.waitUntil(lambda: window.panel.tabs.tabText(0) == "Chat")
    before = window.theme.color("window")
    window.commands["toggle_theme"].trigger()
    assert window.theme.color("window") != before
    assert json.loads((window.program.folders.config / "settings.json").read_text())["theme"] in (
        "light",
        "dark",
    )


def test_a_later_start_hands_its_pictures_over(qtbot: QtBot, start, tmp_path: Path) -> None:
    window = start().window
    picture = desk.draw_menu(tmp_path / "menu.png")
    window.take_request({"open": [str(picture), 5]})
    qtbot.waitUntil(lambda: len(window.workspace.pictures.records) == 1, timeout=desk.PATIENCE)
    window.take_request({"nonsense": None})


def test_pasted_pictures_are_kept_in_the_data_folder(qtbot: QtBot, start) -> None:
    window = start().window
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    with qtbot.waitSignal(window.workspace.pictures.added, timeout=desk.PATIENCE) as added:
        window.workspace.opening.add_image(image, "Pasted picture")
    assert added.args is not None
    record = added.args[0]
    assert (
        record.owned
        and Path(record.path).is_relative_to(window.program.folders.data)
        and record.name == "Pasted picture"
    )


def test_text_on_the_picture_is_selected_and_copied_with_the_mouse(
    qtbot: QtBot, start, tmp_path: Path
) -> None:
    program = start()
    window = program.window
    desk.drop(program, desk.draw_menu(tmp_path / "menu.png"))
    page = window.workspace.pictures.page(desk.wait_read(qtbot, program))
    canvas = window.canvas
    assert page
    first, second = page.lines[0], page.lines[1]
    begin = canvas.mapFromScene(first.box[0] + 1, (first.box[1] + first.box[3]) / 2)
    end = canvas.mapFromScene(second.box[2] - 1, (second.box[1] + second.box[3]) / 2)
    QTest.mouseMove(canvas.viewport(), begin)
    QTest.mouseMove(canvas.viewport(), begin + (end - begin) / 20)
    qtbot.waitUntil(lambda: canvas.viewport().cursor().shape() == Qt.CursorShape.IBeamCursor)
    QTest.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, pos=begin)
    QTest.mouseMove(canvas.viewport(), (begin + end) / 2)
    QTest.mouseMove(canvas.viewport(), end)
    QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, pos=end)
    canvas.setFocus()
    window.commands["copy"].trigger()
    copied = QApplication.clipboard().text().split("\n")
    assert [line for line in copied if line] == ["LUNCH MENU", "Salmon Burger"]
