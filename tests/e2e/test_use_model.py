"""From "Use it" to an answer: a model is loaded at once, says how far that is, and can be stopped."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QMenu, QToolButton
from pytestqt.qtbot import QtBot

import desk
from engines import write_script
from eyebox.app import Desktop
from eyebox.chat.loading_line import LoadingLine
from eyebox.chat.pane import ChatPane
from eyebox.picker.page import ModelPicker
from eyebox.window.queue_panel import QueuePanel, _Row
from eyebox_models.protocol.ask import Options
from eyebox_models.protocol.cards import Estimate, ModelCard, ModelCards
from written_model import write_model

FITS = Estimate(1, 1, 1, 3, 100, "fits", 64, precision="fp32", device="cpu")


@pytest.fixture(autouse=True)
def no_caches(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("HF_HOME", "HF_HUB_CACHE", "MODELSCOPE_CACHE"):
        monkeypatch.setenv(name, str(tmp_path / "no cache"))


def pane_of(program: Desktop) -> ChatPane:
    return program.window.chat_controller.pane(program.window.chat_controller.active)


def line_of(program: Desktop) -> LoadingLine:
    return pane_of(program).loading


def picker_of(qtbot: QtBot, program: Desktop, *models: str) -> ModelPicker:
    """Opens the picker by its key; it lists these models, the first one selected."""
    with qtbot.waitSignal(program.window.workspace.models.listed, timeout=desk.PATIENCE):
        program.window.commands["choose_model"].trigger()
    picker = program.window.picker_controller.picker
    assert picker is not None
    cards = tuple(
        ModelCard(model, Path(model).name, "scripted", runs=(("fp32", ""),), digest="d") for model in models
    )
    program.window.workspace.models.listed.emit(ModelCards(cards))
    QTest.keyClick(picker.search, Qt.Key.Key_Down)
    assert picker.selected == models[0]
    picker.set_estimate(FITS)
    return picker


def use(qtbot: QtBot, program: Desktop, model: str) -> None:
    """Chooses a model in the picker by keys."""
    picker = picker_of(qtbot, program, model)
    QTest.keyClick(picker.search, Qt.Key.Key_Return)
    assert program.window.picker_controller.picker is None


def loads_until(go: Path) -> dict[str, Any]:
    steps = [{"progress": "importing", "fraction": 0.3, "what": "torch"}, {"wait_for": str(go)}]
    numbers = {"first_word": {"see": 4.0}}
    return {"load": steps, "answers": [{"steps": [{"text": "hello"}], "numbers": numbers}]}


def test_a_model_is_loaded_at_once_and_a_question_waits_for_it(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    window = program.window
    go = tmp_path / "go"
    model = write_script(tmp_path, loads_until(go), "m.json")
    assert not line_of(program).isVisible()
    use(qtbot, program, model)
    assert line_of(program).isVisible() and line_of(program).text.whole == "Starting…"
    assert window.focusWidget() is pane_of(program).composer.edit
    said = "Importing libraries 30 % · torch"
    qtbot.waitUntil(lambda: line_of(program).text.whole == said, timeout=desk.PATIENCE)
    assert line_of(program).accessibleName() == said and window.workspace.loaded_model.model == ""

    window.commands["queue"].trigger()
    panel = window.findChild(QueuePanel)
    assert panel is not None
    (row,) = panel.findChildren(_Row)
    assert row._job.title == "Load m.json"
    panel.dismiss()
    assert picker_of(qtbot, program, model).frame.busy.whole == said
    window.picker_controller.picker.reject()

    composer = pane_of(program).composer
    QTest.keyClicks(composer.edit, "who is there?")
    QTest.keyClick(composer.edit, Qt.Key.Key_Return)
    leaf = pane_of(program).transcript.entries[-1]
    view = pane_of(program).transcript.answer_view(leaf.id)
    assert view is not None and view.activity_text == "Waiting for “Load m.json”"
    with qtbot.waitSignal(window.workspace.answers.ended, timeout=desk.PATIENCE) as ended:
        go.touch()
    assert ended.args is not None and ended.args[1].text == "hello"
    assert not line_of(program).isVisible() and window.workspace.loaded_model.model == model
    word = ended.args[1].answer.first_word
    assert word.load > word.queue == 0  # it waited for its own model
    view = pane_of(program).transcript.answer_view(leaf.id)
    assert view is not None
    eye = next(one for one in view.findChildren(QToolButton) if one.accessibleName() == "What the model saw")
    QTest.mouseClick(eye, Qt.MouseButton.LeftButton)
    told = "\n".join(label.text() for label in view.findChildren(QLabel)).replace("\u00a0", " ")
    assert f"loaded {word.load:.{1 if word.load >= 1 else 2}f} s · looked 4.0 s" in told


def test_a_model_is_loaded_while_its_question_is_typed(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    window = program.window
    go = tmp_path / "go"
    model = write_script(tmp_path, loads_until(go), "m.json")
    window.chat_controller.set_model(window.chat_controller.active, model)
    edit = pane_of(program).composer.edit
    QTest.keyClicks(edit, "who ")
    qtbot.waitUntil(lambda: "torch" in line_of(program).text.whole, timeout=desk.PATIENCE)
    QTest.keyClicks(edit, "is there?")
    with qtbot.waitSignal(window.workspace.answers.ended, timeout=desk.PATIENCE) as ended:
        QTest.keyClick(edit, Qt.Key.Key_Return)
        go.touch()
    assert ended.args is not None and ended.args[1].text == "hello"
    assert window.workspace.loaded_model.model == model and not line_of(program).isVisible()


@pytest.mark.parametrize("how", ["stopped", "switched off"])
def test_what_is_not_wanted_is_not_loaded_while_a_question_is_typed(
    qtbot: QtBot, start, tmp_path: Path, how: str
) -> None:
    program = start()
    window = program.window
    model = write_script(tmp_path, loads_until(tmp_path / "never"), "m.json")
    window.chat_controller.set_model(window.chat_controller.active, model)
    edit, line, lane = pane_of(program).composer.edit, line_of(program), program.program.lanes["model"]
    if how == "stopped":
        QTest.keyClicks(edit, "who ")
        qtbot.waitUntil(line.isVisible, timeout=desk.PATIENCE)
        QTest.mouseClick(line.stop, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: not line.isVisible() and not lane.busy(), timeout=desk.PATIENCE)
    else:
        program.program.change_settings(program.program.settings.with_value("load_while_typing", False))
    timer = window.model_controller._typing
    with qtbot.waitSignal(timer.timeout, timeout=desk.PATIENCE):
        QTest.keyClicks(edit, "is there?")
    assert not lane.busy() and not line.isVisible()


def test_a_model_stays_in_memory_for_other_chats_and_sessions(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    window = program.window
    script = {"load": [{"progress": "loading", "fraction": 0.5}], "answers": [{"steps": [{"text": "hello"}]}]}
    model = write_script(tmp_path, script, "m.json")
    loads: list[object] = []
    window.workspace.loaded_model.busy.connect(
        lambda progress: loads.append(progress) if progress and progress.stage == "loading" else None
    )

    def answered() -> bool:
        window.chat_controller.set_model(window.chat_controller.active, model)
        return desk.ask(qtbot, program, "hi").text == "hello" and len(loads) == 1

    assert answered()
    window.commands["new_chat"].trigger()
    assert answered()
    window.commands["close_chat"].trigger()
    assert answered()
    before = window.workspace.sessions.current
    window.commands["new_session"].trigger()
    qtbot.waitUntil(lambda: window.workspace.sessions.current != before, timeout=desk.PATIENCE)
    assert answered() and window.workspace.loaded_model.model == model


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_model(tmp_path_factory.mktemp("models") / "tiny 小模型")


def test_four_steps_from_a_new_folder_to_the_first_answer(
    qtbot: QtBot, start, tmp_path: Path, tiny: Path
) -> None:
    program = start()
    window = program.window
    window.workspace.chats.common["max_new_tokens"] = 8
    hint = window.drops.hint
    assert hint.show_for([str(tiny)], has_data=True) and hint._text == "Use “tiny 小模型” as a model"
    hint.hide()
    stages: list[str] = []
    window.workspace.loaded_model.busy.connect(
        lambda progress: stages.append(progress.stage) if progress else None
    )

    desk.drop(program, tiny)  # the first step
    picker = window.picker_controller.picker
    assert picker is not None and not picker.frame.use.isEnabled()
    qtbot.waitUntil(lambda: picker.selected == str(tiny), timeout=desk.PATIENCE)
    qtbot.waitUntil(picker.frame.use.isEnabled, timeout=desk.PATIENCE)
    QTest.keyClick(picker.search, Qt.Key.Key_Return)  # the second
    assert window.picker_controller.picker is None
    with qtbot.waitSignal(window.workspace.answers.ended, timeout=desk.PATIENCE) as ended:
        field = window.focusWidget()
        QTest.keyClicks(field, "What is there?")  # the third
        QTest.keyClick(field, Qt.Key.Key_Return)  # the fourth
    assert ended.args is not None
    turn = ended.args[1]
    assert (turn.state, turn.model) == ("done", str(tiny)), (turn.message, turn.detail)
    assert [name for name in ("importing", "loading") if name in stages] == ["importing", "loading"]
    assert list(dict.fromkeys(stages))[:2] == ["importing", "loading"]


def test_a_folder_of_a_model_dropped_on_a_chat_is_no_folder_of_pictures(
    qtbot: QtBot, start, tiny: Path
) -> None:
    program = start()
    pane_of(program).composer.edit.files_dropped.emit([str(tiny)])
    picker = program.window.picker_controller.picker
    assert picker is not None
    qtbot.waitUntil(lambda: picker.selected == str(tiny), timeout=desk.PATIENCE)
    assert not program.window.notice.sentence


def test_a_folder_of_a_model_that_is_opened_for_pictures_is_offered_as_a_model(
    qtbot: QtBot, start, tiny: Path
) -> None:
    window = start().window
    window.workspace.open_paths([str(tiny)])
    said = "“tiny 小模型” holds a model and no picture."
    qtbot.waitUntil(lambda: window.notice.sentence == said, timeout=desk.PATIENCE)
    QTest.mouseClick(window.notice.button, Qt.MouseButton.LeftButton)
    picker = window.picker_controller.picker
    assert picker is not None
    qtbot.waitUntil(lambda: picker.selected == str(tiny), timeout=desk.PATIENCE)


def test_a_folder_is_chosen_by_an_action_too_and_its_model_waits_to_be_used(
    qtbot: QtBot, start, tiny: Path
) -> None:
    window = start().window
    window.commands["use_folder"].trigger()
    (dialog,) = window.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tiny))
    dialog.close()
    picker = window.picker_controller.picker
    assert picker is not None
    qtbot.waitUntil(lambda: picker.selected == str(tiny), timeout=desk.PATIENCE)
    assert window.workspace.models.folders == (str(tiny),)


def test_loading_is_stopped_by_its_button_and_by_the_key_and_the_window_may_close(
    qtbot: QtBot, start, tmp_path: Path
) -> None:
    program = start()
    window = program.window
    lane = program.program.lanes["model"]
    for name, stop in (
        ("a", lambda: QTest.mouseClick(line_of(program).stop, Qt.MouseButton.LeftButton)),
        ("b", lambda: window.commands["stop"].trigger()),
    ):
        use(qtbot, program, write_script(tmp_path, loads_until(tmp_path / "never"), f"{name}.json"))
        qtbot.waitUntil(lambda: "torch" in line_of(program).text.whole, timeout=desk.PATIENCE)
        assert program.program.at_work() == []
        stop()
        qtbot.waitUntil(lambda: not line_of(program).isVisible(), timeout=desk.PATIENCE)
        assert not lane.busy() and window.workspace.loading.model == ""


def test_another_model_takes_the_place_of_the_one_on_its_way(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    one = write_script(tmp_path, loads_until(tmp_path / "never"), "one.json")
    two = write_script(tmp_path, loads_until(tmp_path), "two.json")
    use(qtbot, program, one)
    qtbot.waitUntil(lambda: "torch" in line_of(program).text.whole, timeout=desk.PATIENCE)
    use(qtbot, program, two)
    qtbot.waitUntil(lambda: program.window.workspace.loaded_model.model == two, timeout=desk.PATIENCE)
    qtbot.waitUntil(lambda: not line_of(program).isVisible(), timeout=desk.PATIENCE)


def test_a_model_that_does_not_load_says_why_and_is_tried_again(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    model = write_script(tmp_path, {"load": [{"fail": "The weights are cut."}], "answers": []}, "m.json")
    use(qtbot, program, model)
    line = line_of(program)
    qtbot.waitUntil(line.again.isVisible, timeout=desk.PATIENCE)
    assert line.reason.text() == "The weights are cut." == line.accessibleName()
    QTest.mouseClick(line.stop, Qt.MouseButton.LeftButton)
    assert not line.isVisible()
    use(qtbot, program, model)
    qtbot.waitUntil(line.again.isVisible, timeout=desk.PATIENCE)
    write_script(tmp_path, [{"text": "fine"}], "m.json")
    QTest.mouseClick(line.again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: program.window.workspace.loaded_model.model == model, timeout=desk.PATIENCE)
    assert not line.isVisible()


def test_a_check_of_boxes_ends_for_it_and_that_is_said(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    window = program.window
    go = tmp_path / "go"
    model = write_script(tmp_path, loads_until(go), "m.json")
    window.workspace.models.check(model, Options())
    qtbot.waitUntil(lambda: window.program.lanes["model"].running() is not None)
    use(qtbot, program, model)
    assert window.notice.sentence.startswith("The check of boxes was stopped")
    go.touch()
    qtbot.waitUntil(lambda: window.workspace.loaded_model.model == model, timeout=desk.PATIENCE)
    assert desk.ask(qtbot, program, "hi").text == "hello"


def test_a_model_is_used_for_new_chats_by_a_key_and_by_the_menu_of_its_row(
    qtbot: QtBot, start, tmp_path: Path
) -> None:
    program = start()
    window = program.window
    settings = window.workspace.chat_settings
    model = write_script(tmp_path, [{"text": "hello"}], "m.json")
    window.chat_controller.set_model(window.chat_controller.active, model)
    window.commands["model_for_new"].trigger()
    assert settings.model_of_new_chats == model and window.notice.sentence == "New chats begin with m.json."
    window.commands["undo"].trigger()
    assert settings.model_of_new_chats == ""

    picker = picker_of(qtbot, program, model)
    at = picker.list.visualRect(picker.models.index_of(model)).center()
    picker.list.customContextMenuRequested.emit(at)
    (menu,) = [menu for menu in picker.findChildren(QMenu) if menu.isVisible()]
    texts = {action.text(): action for action in menu.actions()}
    assert list(texts) == ["Use it", "Use for new chats", "Check boxes", "Show folder", "Remove from list"]
    texts["Use for new chats"].trigger()
    menu.close()
    row = picker.models.row(model)
    assert row is not None and row.for_new and settings.model_of_new_chats == model
    assert picker.models.spoken(row).endswith("new chats, in use")
    assert picker.frame.for_new.isChecked()
    picker.reject()
    window.commands["new_session"].trigger()
    assert window.workspace.chats.chats[window.chat_controller.active].model == model
