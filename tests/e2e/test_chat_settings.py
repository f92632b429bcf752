"""How a chat's answers are made: the settings popover by keys and mouse, kept and undone; presets; schemas; adapters."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

import desk
from eyebox.app import Desktop
from eyebox.chat.generation_popover import GenerationPopover
from eyebox.chat.schema_editor import SchemaEditor
from eyebox_models.protocol.ask import Options
from eyebox_models.protocol.cards import AdapterCard, ModelCard, ModelCards

Kind = TypeVar("Kind", bound=QWidget)
SCRIPT = [{"options": True}, {"text": "\n"}, {"history": True}]


@pytest.fixture(autouse=True)
def no_caches(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("HF_HOME", "HF_HUB_CACHE", "MODELSCOPE_CACHE"):
        monkeypatch.setenv(name, str(tmp_path / "no cache"))


def with_model(program: Desktop, tmp_path: Path) -> str:
    """The active chat, which answers with the options and the messages that it is asked with."""
    desk.use_script(program, tmp_path / "script.json", {"answers": [{"steps": SCRIPT}]})
    program.window.workspace.models.adapters = ()  # nobody has to look
    return program.window.chat_controller.active


def options(program: Desktop, chat: str) -> Options:
    return program.window.workspace.chats.chats[chat].options


def opened(qtbot: QtBot, program: Desktop) -> GenerationPopover:
    """The popover, opened by its keys."""
    window = program.window
    edit = window.chat_controller.pane(window.chat_controller.active).composer.edit
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)
    QTest.keyClick(edit, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: window.generation_controller.popover is not None)
    popover = window.generation_controller.popover
    assert popover is not None and popover.isVisible()
    return popover


def type_in(popover: GenerationPopover, name: str, text: str) -> None:
    field = popover.rows[name].control
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, text)


def close(qtbot: QtBot, program: Desktop) -> None:
    popover = program.window.generation_controller.popover
    assert popover is not None
    QTest.keyClick(popover, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: program.window.generation_controller.popover is None)


def test_settings_go_along_with_a_question_and_are_kept_and_undone(
    qtbot: QtBot, start, tmp_path: Path
) -> None:
    program = start()
    chat = with_model(program, tmp_path)
    header = program.window.chat_controller.pane(chat).header
    assert not header.settings.marked
    popover = opened(qtbot, program)
    type_in(popover, "system", "Be brief.")
    type_in(popover, "temperature", "0.7")
    type_in(popover, "seed", "5")
    type_in(popover, "max_new_tokens", "64")
    type_in(popover, "stop", "END")
    detail = popover.rows["detail"].control
    detail.setFocus()
    QTest.keyClick(detail, Qt.Key.Key_Down)
    close(qtbot, program)
    assert "Detail of pictures: Less (faster)" in header.settings.toolTip()
    assert header.settings.marked and "Temperature: 0.7" in header.settings.toolTip()
    answer = desk.ask(qtbot, program, "What?").text.split("\n")
    asked = json.loads(answer[0])
    chosen = {
        "system": "Be brief.",
        "detail": "less",
        "temperature": 0.7,
        "seed": 5,
        "max_new_tokens": 64,
        "stop": ["END"],
    }
    assert {name: asked[name] for name in chosen} == chosen
    assert answer[1:] == ["system: Be brief.", "user: What?"]
    tabs = program.window.panel.tabs
    QTest.keyClick(tabs, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert options(program, chat).temperature == 0 and not header.settings.marked
    QTest.keyClick(tabs, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert options(program, chat).temperature == 0.7 and header.settings.marked
    program.close()
    again = start()
    chats = again.window.workspace.chats.chats
    assert chats[chat].options.system == "Be brief." and chats[chat].options.stop == ("END",)
    assert again.window.chat_controller.pane(chat).header.settings.marked


def test_values_are_checked_and_reset_by_the_mouse(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    chat = with_model(program, tmp_path)
    QTest.mouseClick(program.window.chat_controller.pane(chat).header.settings, Qt.MouseButton.LeftButton)
    popover = program.window.generation_controller.popover
    assert popover is not None
    assert not popover.rows["top_p"].isEnabled() and not popover.rows["seed"].isEnabled()
    type_in(popover, "num_beams", "40")
    assert "from 1 to 16" in popover.rows["num_beams"].hint.text() and options(program, chat).num_beams == 1
    type_in(popover, "temperature", "9")
    assert (
        "from 0 to 5" in popover.rows["temperature"].hint.text() and options(program, chat).temperature == 0
    )
    type_in(popover, "temperature", "0.5")
    assert options(program, chat).temperature == 0.5 and popover.rows["top_p"].isEnabled()
    type_in(popover, "num_beams", "3")
    assert "only at its end" in popover.rows["num_beams"].hint.text()
    QTest.mouseClick(popover.rows["num_beams"].reset, Qt.MouseButton.LeftButton)
    assert options(program, chat).num_beams == 1 and not popover.rows["num_beams"].hint.text()
    QTest.mouseClick(popover.reset_all, Qt.MouseButton.LeftButton)
    assert options(program, chat) == Options()
    close(qtbot, program)
    assert not program.window.workspace.history.can_undo  # all is as it was


def test_the_reader_has_no_settings(qtbot: QtBot, start) -> None:
    program = start()
    popover = opened(qtbot, program)
    assert not any(row.isEnabled() for row in popover.rows.values())
    assert popover.choose_model.hasFocus()
    QTest.keyClick(popover.choose_model, Qt.Key.Key_Space)
    picker = program.window.picker_controller.picker
    assert picker is not None and program.window.generation_controller.popover is None
    picker.reject()


def test_presets_are_saved_applied_overwritten_and_removed(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    chat = with_model(program, tmp_path)
    settings = program.window.workspace.chat_settings
    popover = opened(qtbot, program)
    type_in(popover, "temperature", "0.7")
    choose(popover, "Save as a preset…")
    QTest.keyClicks(popover.presets.name, "Lively")
    QTest.keyClick(popover.presets.name, Qt.Key.Key_Return)
    assert settings.presets["Lively"].temperature == 0.7 and popover.presets.choice.currentText() == "Lively"
    type_in(popover, "temperature", "0.9")
    assert popover.presets.choice.currentIndex() == -1
    choose(popover, "Overwrite", "Lively")
    assert settings.presets["Lively"].temperature == 0.9
    popover.presets.choice.setCurrentIndex(0)
    choose(popover, "New chats with script.json take “Lively”")
    close(qtbot, program)
    program.window.commands["new_chat"].trigger()
    other = program.window.chat_controller.active
    assert other != chat and options(program, other).temperature == 0.9
    popover = opened(qtbot, program)
    QTest.mouseClick(popover.reset_all, Qt.MouseButton.LeftButton)
    popover.presets.choice.setCurrentIndex(0)
    popover.presets.choice.activated.emit(0)
    assert options(program, other).temperature == 0.9
    choose(popover, "Remove", "Lively")
    assert settings.presets == {} and settings.default_preset(f"scripted:{tmp_path / 'script.json'}") == ""
    close(qtbot, program)
    program.window.setFocus()
    program.window.commands["undo"].trigger()
    assert list(settings.presets) == ["Lively"]
    program.close()
    assert list(start().window.workspace.chat_settings.presets) == ["Lively"]


def choose(popover: GenerationPopover, *path: str) -> None:
    """Triggers a line of the menu of presets, or of a menu in there."""
    menu = popover.presets.menu
    menu.aboutToShow.emit()
    for text in path:
        action = next(one for one in menu.actions() if one.text() == text)
        menu = action.menu() or menu
    action.trigger()


def test_a_schema_is_made_of_fields(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    chat = with_model(program, tmp_path)
    popover = opened(qtbot, program)
    QTest.mouseClick(popover.rows["schema"].control, Qt.MouseButton.LeftButton)
    editor = dialog(qtbot, SchemaEditor)
    QTest.mouseClick(editor.add, Qt.MouseButton.LeftButton)
    QTest.mouseClick(editor.remove, Qt.MouseButton.LeftButton)
    focus = editor.focusWidget()
    assert isinstance(focus, QWidget)
    QTest.keyClicks(focus, "total")
    assert json.loads(editor.text.toPlainText())["properties"] == {"total": {"type": "string"}}
    editor.text.setPlainText(editor.text.toPlainText().replace('"string"', '"number"'))
    assert editor.fields()[0].kind == "number"
    editor.text.setPlainText('{"type": "object", "properties": {"total": {"type": "numbr"}}}')
    assert (
        not editor.use.isEnabled()
        and 'properties.total.type: there is no type "numbr"' in editor.fault.text()
    )
    editor.text.setPlainText('{"type": "object", "properties": {"total": {"type": "number"}}}')
    QTest.mouseClick(editor.use, Qt.MouseButton.LeftButton)
    assert json.loads(options(program, chat).schema or "")["properties"]["total"] == {"type": "number"}
    popover = program.window.generation_controller.popover
    assert popover is not None and "1" in popover.rows["schema"].control.text()
    close(qtbot, program)
    program.window.setFocus()
    program.window.commands["undo"].trigger()
    assert options(program, chat).schema is None


def dialog(qtbot: QtBot, kind: type[Kind]) -> Kind:
    def found() -> list[Kind]:
        return [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]

    qtbot.waitUntil(lambda: bool(found()))
    return found()[0]


def test_adapters_are_listed_and_switched(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    chat = with_model(program, tmp_path)
    models = program.window.workspace.models
    found = (
        AdapterCard("/loras/menus", "menus", "Qwen/Qwen3-VL-2B-Instruct"),
        AdapterCard("/loras/receipts", "receipts", "some/script.json"),
        AdapterCard("/loras/broken", "broken", problem="It lacks its weights."),
        AdapterCard("/loras/wide", "wide", "some/script.json", inputs=(64, 99)),
    )
    card = ModelCard(f"scripted:{tmp_path / 'script.json'}", "one", "scripted", widths=(64, 128))
    models.learn(card)
    popover = opened(qtbot, program)
    models.adapters = found
    models.listed.emit(ModelCards((), adapters=found))
    adapters = popover.rows["adapter"].control
    names = [adapters.itemText(place) for place in range(adapters.count())]
    assert names == ["None", "receipts", "menus", "wide", "broken", "", "Other folder…"]
    for place, doubt in (
        (1, ""),
        (2, "made for Qwen/Qwen3-VL-2B-Instruct"),
        (3, "other sizes"),
        (4, "lacks its weights"),
    ):
        adapters.setCurrentIndex(place)
        adapters.activated.emit(place)
        assert options(program, chat).adapter == adapters.itemData(place)
        assert doubt in popover.rows["adapter"].hint.text() and bool(doubt) == bool(
            popover.rows["adapter"].hint.text()
        )
    adapters.activated.emit(6)
    chooser = dialog(qtbot, QFileDialog)
    (tmp_path / "my lora").mkdir()
    chooser.fileSelected.emit(str(tmp_path / "my lora"))
    chooser.reject()
    assert options(program, chat).adapter == str(tmp_path / "my lora")
    close(qtbot, program)
    asked = json.loads(desk.ask(qtbot, program, "What?").text.split("\n")[0])
    assert asked["adapter"] == str(tmp_path / "my lora")


def test_a_model_is_used_for_new_chats(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    window = program.window
    chat = with_model(program, tmp_path)
    window.picker_controller.open(chat)
    picker = window.picker_controller.picker
    assert picker is not None
    picker.set_models(ModelCards((ModelCard("/models/one", "one", "qwen2_vl", runs=(("fp32", ""),)),)))
    picker.choice.select("/models/one")
    assert not picker.frame.for_new.isChecked()
    QTest.mouseClick(picker.frame.for_new, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert (
        window.workspace.chat_settings.model_of_new_chats == "/models/one"
        and picker.frame.for_new.isChecked()
    )
    picker.choice.select("reader")
    assert not picker.frame.for_new.isChecked()
    picker.reject()
    window.commands["new_chat"].trigger()
    assert window.workspace.chats.chats[window.chat_controller.active].model == "/models/one"
    sessions = window.workspace.sessions
    sessions.open(sessions.make())
    assert [record.model for record in window.workspace.chats.chats.values()] == ["/models/one"]
    window.workspace.history.undo()
    assert window.workspace.chat_settings.model_of_new_chats == ""


def test_another_model_keeps_the_settings_of_a_chat_but_not_the_adapter(
    qtbot: QtBot, start, tmp_path: Path
) -> None:
    program = start()
    window = program.window
    chat = with_model(program, tmp_path)
    settings = window.workspace.chat_settings
    settings.change(chat, Options(temperature=0.4, system="Be brief.", adapter="/loras/one"))
    window.picker_controller.open(chat)
    picker = window.picker_controller.picker
    assert picker is not None
    assert picker.options == Options()  # a check of the boxes is not asked in rhymes, or cut by a stop text
    picker.chosen.emit("/models/other", Options(precision="int8"))
    picker.reject()
    assert options(program, chat) == Options(precision="int8", temperature=0.4, system="Be brief.")
    settings.save_preset("Plain", Options(seed=3))
    settings.set_default_preset("/models/one", "Plain")
    window.commands["new_chat"].trigger()
    empty = window.chat_controller.active
    settings.change(empty, Options())
    window.picker_controller.open(empty)
    assert window.picker_controller.picker is not None
    window.picker_controller.picker.chosen.emit("/models/one", Options())
    assert options(program, empty).seed == 3


def test_the_page_that_quantizes_takes_the_place_of_the_picker(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    window = program.window
    window.picker_controller.open(with_model(program, tmp_path))
    picker = window.picker_controller.picker
    assert picker is not None
    card = ModelCard("/models/one", "one", "qwen2_vl", precision_on_disk="bf16", runs=(("bf16", ""),))
    picker.set_models(ModelCards((card,)))
    picker.choice.select("/models/one")
    picker.details.quantize.click()
    page = window.quantize_controller.page
    assert page is not None and page.isVisible()
    assert window.picker_controller.picker is None
    assert QApplication.activeModalWidget() is None  # one would block the page
    page.close()
