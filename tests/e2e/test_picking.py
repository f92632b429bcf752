"""Choosing a model in the real window: folders that are added, what was planned, and the counts beside a chat."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

import desk
import simulated_card
from engines import write_script
from eyebox.app import Desktop
from eyebox.picker import words
from eyebox.picker.page import ModelPicker
from eyebox.session.types import Turn
from eyebox_models.protocol.ask import Options
from eyebox_models.protocol.cards import Estimate, ModelCard, SizeRule
from eyebox_models.protocol.events import Answer, ImageInfo
from written_model import write_model


@pytest.fixture(autouse=True)
def no_caches(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("HF_HOME", "HF_HUB_CACHE", "MODELSCOPE_CACHE"):
        monkeypatch.setenv(name, str(tmp_path / "no cache"))


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds two models."""
    place = tmp_path_factory.mktemp("模型 models")
    write_model(place / "qwen2_vl")
    write_model(place / "smaller", most_tokens=36)
    return place


def opened(qtbot: QtBot, program: Desktop, tmp_path: Path) -> None:
    program.window.workspace.pictures.read_automatically = False
    with qtbot.waitSignal(program.window.workspace.pictures.decoded, timeout=desk.PATIENCE):
        desk.drop(program, desk.draw_menu(tmp_path / "menu.png"))


def picker_of(program: Desktop) -> ModelPicker:
    window = program.window
    window.picker_controller.open(window.chat_controller.active)
    picker = window.picker_controller.picker
    assert picker is not None
    return picker


def take(qtbot: QtBot, program: Desktop, picker: ModelPicker, folder: Path) -> Estimate:
    """Selects a model, waits for its plan and uses it as it stands there."""
    picker.choice.select(str(folder))
    controller = program.window.picker_controller

    def planned() -> bool:
        model, _options, estimate = controller._planned
        return model == str(folder) and estimate is not None

    qtbot.waitUntil(planned, timeout=desk.PATIENCE)
    estimate = controller._planned[2]
    assert estimate is not None
    assert words.precision(estimate.precision) in picker.details.memory._parts.text()
    picker.use()
    return estimate


def test_a_folder_without_a_model_is_told_and_not_kept(
    qtbot: QtBot, start, tmp_path: Path, tiny: Path
) -> None:
    program = start()
    models = program.window.workspace.models
    picker = picker_of(program)
    empty = tmp_path / "no models 无"
    empty.mkdir()
    assert not picker.frame.not_added.isVisible()
    with qtbot.waitSignal(models.nothing_added, timeout=desk.PATIENCE) as told:
        picker.add(str(empty))
    assert told.args == [str(empty)] and models.folders == ()
    assert picker.frame.not_added.isVisible() and str(empty) in picker.frame.not_added.text()
    with qtbot.waitSignal(models.listed, timeout=desk.PATIENCE):
        picker.add(str(tiny))
    assert not picker.frame.not_added.isVisible()
    assert models.folders == (str(tiny),) and Path(picker.selected).parent == tiny
    with qtbot.waitSignal(models.listed, timeout=desk.PATIENCE):
        picker.add(str(tiny / "smaller"))  # is listed already, by the folder above
    assert not picker.frame.not_added.isVisible() and picker.selected == str(tiny / "smaller")
    picker.reject()


def test_the_plan_that_was_shown_is_what_the_chat_says_and_asks_for(
    qtbot: QtBot, start, tmp_path: Path, tiny: Path
) -> None:
    program = start()
    window = program.window
    opened(qtbot, program, tmp_path)
    window.workspace.models.add_folder(str(tiny))
    for folder in (tiny / "qwen2_vl", tiny / "smaller"):
        with qtbot.waitSignal(window.workspace.models.listed, timeout=desk.PATIENCE):
            picker = picker_of(program)
        estimate = take(qtbot, program, picker, folder)
        chat = window.chat_controller.pane(window.chat_controller.active)
        options = window.workspace.chats.options_of(window.chat_controller.active)
        assert (options.precision, options.settled, options.settled_on) == (
            "auto", estimate.precision, estimate.device
        )  # fmt: skip
        shown = words.visual_tokens(estimate.visual_tokens)
        qtbot.waitUntil(lambda c=chat, t=shown: c.composer.resolution.text() == t, timeout=desk.PATIENCE)
        assert chat.header._detail == words.precision(estimate.precision)
        qtbot.waitUntil(lambda: window.picker_controller.picker is None, timeout=desk.PATIENCE)


def test_a_second_model_takes_the_place_of_the_first_on_the_card(
    qtbot: QtBot, start, tmp_path: Path, tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each fits before and after either was asked, though the card has too little beside the one that is loaded."""
    place = tmp_path / "card"
    place.mkdir()
    monkeypatch.setattr(
        "eyebox_models.environment.running.command", lambda role: simulated_card.engine_command(role, place)
    )
    program = start()
    window = program.window
    opened(qtbot, program, tmp_path)
    window.workspace.models.add_folder(str(tiny))
    for folder in (tiny / "qwen2_vl", tiny / "smaller"):
        with qtbot.waitSignal(window.workspace.models.listed, timeout=desk.PATIENCE):
            picker = picker_of(program)
        qtbot.waitUntil(
            lambda p=picker: all(
                (row := p.models.row(str(tiny / name))) and row.estimate for name in ("qwen2_vl", "smaller")
            ),
            timeout=desk.PATIENCE,
        )
        for name in ("qwen2_vl", "smaller"):
            estimate = picker.models.row(str(tiny / name)).estimate
            assert (estimate.verdict, estimate.precision, estimate.device) == ("fits", "bf16", "cuda:0")
        take(qtbot, program, picker, folder)
        qtbot.waitUntil(lambda: window.picker_controller.picker is None, timeout=desk.PATIENCE)
        turn = desk.ask(qtbot, program, "What is this?")
        assert turn.answer is not None, turn.message
        assert (turn.answer.precision, turn.answer.device, turn.answer.notes) == ("bf16", "cuda:0", ())
        (held,) = window.workspace.loaded_model.ledger.holdings
        assert (held.model, held.device, held.bytes) == (str(folder), "cuda:0", simulated_card.HELD)
    assert window.program.lanes["model"].unload() is not False
    qtbot.waitUntil(lambda: not window.workspace.loaded_model.ledger.holdings, timeout=desk.PATIENCE)


def test_the_count_of_another_model_or_picture_is_not_shown(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    window = program.window
    opened(qtbot, program, tmp_path)
    chat, controller = window.chat_controller.active, window.picture_size_controller
    one, two = (write_script(tmp_path, [{"text": "hi"}], f"{name}.json") for name in ("one", "two"))
    for model in (one, two):
        window.workspace.models.learn(
            ModelCard(model, Path(model).name, "qwen2_vl", size_rule=SizeRule("pixels"))
        )
    window.chat_controller.set_model(chat, one)
    about = controller._about(chat)
    estimate = Estimate(1, 1, 1, 3, 9, "fits", 1280, resized=((980, 1008),), seconds_to_first_token=9.0)
    controller._asked[chat] = about
    controller._on_estimated(chat, one, estimate, "")
    button = window.chat_controller.pane(chat).composer.resolution
    assert button.text() == words.visual_tokens(1280)
    window.chat_controller.set_model(chat, two)
    window.model_controller.show_chats()
    assert button.text() == "Picture size"
    controller._on_estimated(chat, one, estimate, "")  # it comes too late
    assert button.text() == "Picture size"
    window.chat_controller.set_model(chat, one)
    question = Turn(chat, "user", "what?", pictures=(window.workspace.pictures.current or "",))
    seen = Answer(0, "a menu", seen=(ImageInfo(0, 800, 520, (980, 1008), 640),))
    for turn in (question, Turn(chat, "assistant", "a menu", parent=question.id, model=one, answer=seen)):
        window.workspace.chats.conversation(chat).add(turn)
    window.workspace.chats.change_chat(chat, options=Options(max_pixels=1000))
    window.model_controller.show_chats()
    assert button.text() == words.visual_tokens(640)
    controller._asked[chat] = controller._about(chat)
    controller._on_estimated(chat, one, estimate, "")
    assert controller._estimate_of(chat) == estimate
    window.workspace.loaded_model._set_loaded(one)  # so the picture is kept, and is not looked at again
    controller._on_estimated(chat, one, estimate, "")
    assert controller._estimate_of(chat) == replace(estimate, seconds_to_first_token=None)


def test_the_size_popup_shows_all_its_lines(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    window = program.window
    opened(qtbot, program, tmp_path)
    chat, controller = window.chat_controller.active, window.picture_size_controller
    model = write_script(tmp_path, [{"text": "hi"}], "m.json")
    window.workspace.models.learn(ModelCard(model, "m", "qwen2_vl", size_rule=SizeRule("pixels")))
    window.chat_controller.set_model(chat, model, Options(max_pixels=1024 * 28 * 28))
    with qtbot.waitSignal(window.workspace.models.estimated, timeout=desk.PATIENCE):
        controller.open(chat)
    assert controller._popup is not None
    slider = controller._popup[1]
    short = Estimate(1, 1, 1, 3, 9, "fits", 64, resized=((980, 1008),))
    long = replace(short, visual_tokens=12_280, total_bytes=13_100_000_000, seconds_to_first_token=5000.0)
    controller._on_estimated(chat, model, short, "")
    place, label, button = slider.window().geometry(), slider.sentence, slider.reset
    for estimate in (short, long):
        controller._on_estimated(chat, model, estimate, "")
        assert label.heightForWidth(label.width()) <= label.height()
        assert slider.window().geometry() == place  # or it would move away below the pointer
    with qtbot.waitSignal(slider.changed):
        button.click()
    assert not button.isVisible() and slider.window().geometry() == place
    controller._on_estimated(
        chat, model, None, "A sentence on what is wrong with the folder of this model. " * 4
    )
    assert label.heightForWidth(label.width()) <= label.height()
    assert slider.window().height() > place.height() and slider.window().geometry().bottom() == place.bottom()
    slider.window().close()


def test_a_model_that_an_older_version_learned_of_keeps_its_picture_size(
    qtbot: QtBot, start, tmp_path: Path, tiny: Path
) -> None:
    program = start()
    workspace = program.window.workspace
    opened(qtbot, program, tmp_path)
    folder = str(tiny / "qwen2_vl")
    old = {"name": "qwen2_vl", "type": "qwen2_vl", "grounding": {}}
    workspace.models._state = {"folders": [str(tiny)], "known": {folder: old}}
    chat = program.window.chat_controller.active
    program.window.chat_controller.set_model(chat, folder)
    program.window.model_controller.show_chats()
    qtbot.waitUntil(lambda: bool(workspace.models.size_rule(folder).unit), timeout=desk.PATIENCE)
    assert not workspace.models.is_outdated(folder)
    qtbot.waitUntil(
        lambda: program.window.chat_controller.all[chat].composer.resolution.isVisible(),
        timeout=desk.PATIENCE,
    )
