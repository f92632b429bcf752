"""Models in the real window: chosen, asked, killed, unloaded, chats with different ones."""

from __future__ import annotations

import json
import os
import signal
import sys
from dataclasses import replace
from pathlib import Path

import psutil
import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

import desk
from engines import write_script
from eyebox.app import Desktop
from eyebox.chat.answer_view import AnswerView
from eyebox.jobs.job import JobHandle
from eyebox.picker.resolution import ResolutionSlider
from eyebox.picker.seen import SeenView
from eyebox.session.types import Turn
from eyebox.theme.sentence import as_tip
from eyebox_models.protocol.ask import Ask, Message, Options
from eyebox_models.protocol.cards import ModelCard, SizeRule
from eyebox_models.protocol.events import ImageInfo
from eyebox_models.protocol.requests import Answering
from written_model import write_model

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
LOADS_FOREVER = {"load": [{"progress": "loading", "fraction": 0.4}, {"wait": None}], "answers": []}
WAITS = [{"text": "so far "}, {"progress": "busy"}, {"wait": None}]


def choose(program: Desktop, model: str, options: Options | None = None) -> None:
    window = program.window
    window.chat_controller.set_model(window.chat_controller.active, model, options)


def view_of(program: Desktop, turn: str) -> AnswerView:
    view = program.window.chat_controller.pane(program.window.chat_controller.active).transcript.answer_view(
        turn
    )
    assert view is not None
    return view


def send(program: Desktop, text: str) -> None:
    composer = program.window.chat_controller.pane(program.window.chat_controller.active).composer
    composer.set_draft(text)
    composer.send()


def engine(program: Desktop) -> psutil.Process:
    """The process of the model's engine."""
    pid = program.program.lanes["model"]._engine.pid
    assert pid is not None
    return psutil.Process(pid)


def kill_engine(qtbot: QtBot, program: Desktop) -> Turn:
    """Kills the model's engine as the system would; returns the answer that was coming."""
    with qtbot.waitSignal(program.window.workspace.answers.ended, timeout=desk.PATIENCE) as ended:
        os.kill(engine(program).pid, signal.SIGKILL)
    assert ended.args is not None
    turn = ended.args[1]
    assert isinstance(turn, Turn)
    return turn


def try_again(qtbot: QtBot, program: Desktop, turn: Turn) -> Turn:
    """Presses the one button of a failed answer."""
    (button,) = [b for b in view_of(program, turn.id).findChildren(QPushButton) if b.text() == "Try again"]
    with qtbot.waitSignal(program.window.workspace.answers.ended, timeout=desk.PATIENCE) as ended:
        button.click()
    assert ended.args is not None
    again = ended.args[1]
    assert isinstance(again, Turn)
    return again


def opened(qtbot: QtBot, program: Desktop, tmp_path: Path) -> None:
    program.window.workspace.pictures.read_automatically = False
    with qtbot.waitSignal(program.window.workspace.pictures.decoded, timeout=desk.PATIENCE):
        desk.drop(program, desk.draw_menu(tmp_path / "menu.png"))


@posix
def test_an_engine_killed_while_loading_fails_the_answer_and_a_button_asks_again(
    qtbot: QtBot, start, tmp_path: Path
) -> None:
    program = start()
    choose(program, write_script(tmp_path, LOADS_FOREVER, "m.json"))
    with qtbot.waitSignal(program.window.workspace.answers.progress, timeout=desk.PATIENCE):
        send(program, "hello")
    leaf = program.window.chat_controller.pane(program.window.chat_controller.active).transcript.entries[-1]
    qtbot.waitUntil(
        lambda: view_of(program, leaf.id).activity_text.startswith("Loading 40 %"), timeout=desk.PATIENCE
    )
    turn = kill_engine(qtbot, program)
    assert turn.state == "failed" and "SIGKILL" in turn.message and turn.text == ""
    write_script(tmp_path, [{"text": "here I am"}], "m.json")
    again = try_again(qtbot, program, turn)
    assert (again.state, again.text) == ("done", "here I am")


@posix
def test_an_engine_killed_while_answering_keeps_what_came(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    opened(qtbot, program, tmp_path)
    script = [
        {"text": "the soup"},
        {"box": [60, 370, 300, 410], "label": "soup"},
        {"note": "Fewer pixels."},
        {"wait": None},
    ]
    choose(program, write_script(tmp_path, script, "m.json"))
    with qtbot.waitSignal(program.window.workspace.answers.note, timeout=desk.PATIENCE):
        send(program, "where?")
    assert len(program.window.workspace.answers.ghosts(program.window.workspace.pictures.current or "")) == 1
    turn = kill_engine(qtbot, program)
    assert (turn.state, turn.text) == ("failed", "the soup")
    assert turn.answer is not None and turn.answer.notes == ("Fewer pixels.",)
    assert [box.label for box in desk.boxes(program)] == ["soup"]
    assert not program.window.workspace.answers.ghosts(program.window.workspace.pictures.current or "")
    write_script(tmp_path, [{"text": "again"}], "m.json")
    assert try_again(qtbot, program, turn).text == "again"


def test_a_folder_that_is_no_model_is_refused_and_the_one_before_still_answers(
    qtbot: QtBot, start, tmp_path: Path
) -> None:
    program = start()
    good = write_script(tmp_path, [{"text": "still here"}], "good.json")
    choose(program, good)
    desk.ask(qtbot, program, "one")
    before = engine(program)
    broken = tmp_path / "坏 broken"
    broken.mkdir()
    (broken / "config.json").write_text('{"model_type": "qwen2_vl"}')
    choose(program, str(broken))
    turn = desk.ask(qtbot, program, "two")
    assert turn.state == "failed" and turn.message.count("\n") == 0 and turn.message.endswith(".")
    choose(program, good)
    assert desk.ask(qtbot, program, "three").text == "still here"
    assert engine(program) == before


def test_an_idle_model_is_unloaded_and_loaded_again_when_asked(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    window = program.window
    choose(program, write_script(tmp_path, [{"text": "hi"}], "m.json"))
    desk.ask(qtbot, program, "one")
    process = engine(program)
    qtbot.waitUntil(
        lambda: window.workspace.loaded_model.model.endswith("m.json") and window.header.loaded.isVisible(),
        timeout=desk.PATIENCE,
    )
    window.workspace.loaded_model.set_idle(20)
    qtbot.waitUntil(
        lambda: not process.is_running() and not window.header.loaded.isVisible(), timeout=desk.PATIENCE
    )
    window.workspace.loaded_model.set_idle(0)
    assert desk.ask(qtbot, program, "two").text == "hi"
    assert window.workspace.loaded_model.model.endswith("m.json")
    with qtbot.waitSignal(window.workspace.loaded_model.changed, timeout=desk.PATIENCE):
        window.commands["unload_model"].trigger()
    assert window.workspace.loaded_model.model == "" and not program.program.lanes["model"].alive


@posix
def test_an_engine_killed_while_idle_is_not_said_to_be_in_memory(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    window = program.window
    choose(program, write_script(tmp_path, [{"text": "hi"}], "m.json"))
    desk.ask(qtbot, program, "one")
    qtbot.waitUntil(window.header.loaded.isVisible, timeout=desk.PATIENCE)
    os.kill(engine(program).pid, signal.SIGKILL)
    qtbot.waitUntil(lambda: not window.header.loaded.isVisible())
    assert window.workspace.loaded_model.model == "" and not program.program.lanes["model"].alive
    assert desk.ask(qtbot, program, "two").text == "hi"
    qtbot.waitUntil(window.header.loaded.isVisible, timeout=desk.PATIENCE)


def test_a_chat_goes_on_in_the_precision_it_was_answered_in(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    window = program.window
    numbers = {"precision": "fp32", "device": "cpu", "made_with": "Tiny, fp32, cpu"}
    model = write_script(tmp_path, {"answers": [{"steps": [{"text": "hi"}], "numbers": numbers}]}, "m.json")
    asked: list[Options] = []
    lane = program.program.lanes["model"]

    def note(job: JobHandle) -> None:
        assert isinstance(job.request, Answering)
        asked.append(job.request.ask.options)

    def header() -> str:
        return window.chat_controller.pane(window.chat_controller.active).header._detail

    lane.started.connect(note)
    choose(program, model, Options())
    qtbot.waitUntil(lambda: header() == "", timeout=desk.PATIENCE)
    turn = desk.ask(qtbot, program, "one")
    assert header() == "FP32" and view_of(program, turn.id)._by.toolTip() == as_tip("Tiny, fp32, cpu")
    with qtbot.waitSignal(window.workspace.answers.ended, timeout=desk.PATIENCE):
        view_of(program, turn.id)._on_regenerate()
    first = window.chat_controller.active
    window.commands["new_chat"].trigger()
    assert window.workspace.chats.chats[window.chat_controller.active].options == Options()
    qtbot.waitUntil(lambda: header() == "FP32", timeout=desk.PATIENCE)  # it is in memory like this
    desk.ask(qtbot, program, "new")
    window.workspace.chats.remove_chat(window.chat_controller.active)
    assert window.chat_controller.active == first
    window.program.lanes["model"].unload()
    qtbot.waitUntil(lambda: window.workspace.loaded_model.model == "", timeout=desk.PATIENCE)
    assert header() == "FP32"
    desk.ask(qtbot, program, "two")
    settled = Options(settled="fp32", settled_on="cpu")
    told = [(options.settled, options.settled_on) for options in asked]
    assert told == [("", ""), ("fp32", "cpu"), ("", ""), ("fp32", "cpu")]
    window.close()
    program = start()
    window = program.window
    qtbot.waitUntil(lambda: header() == "FP32", timeout=desk.PATIENCE)
    assert window.workspace.chats.chats[window.chat_controller.active].options == settled


def test_unloading_does_nothing_while_an_answer_comes(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    choose(program, write_script(tmp_path, WAITS, "m.json"))
    with qtbot.waitSignal(program.window.workspace.answers.text, timeout=desk.PATIENCE):
        send(program, "x")
    program.window.commands["unload_model"].trigger()
    with qtbot.waitSignal(program.window.workspace.answers.ended, timeout=desk.PATIENCE) as ended:
        program.window.workspace.answers.stop()
    assert ended.args is not None
    assert (ended.args[1].state, ended.args[1].text) == ("stopped", "so far ")


def test_chats_have_models_of_their_own_and_keep_them(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    window = program.window
    one, two = (write_script(tmp_path, [{"text": name}], f"{name}.json") for name in ("first", "second"))
    chosen = Options(precision="int4", device="cpu", max_pixels=500_000, offload=True)
    choose(program, one, chosen)
    assert desk.ask(qtbot, program, "a").text == "first"
    window.commands["new_chat"].trigger()
    choose(program, two, Options())
    assert desk.ask(qtbot, program, "b").text == "second"
    window.close()
    window = start().window
    kept = sorted(window.workspace.chats.chats.values(), key=lambda chat: chat.position)
    assert [(chat.model, chat.options) for chat in kept] == [(one, chosen), (two, Options())]
    qtbot.waitUntil(
        lambda: "Int4" in window.chat_controller.pane(kept[0].id).header._model.text(), timeout=desk.PATIENCE
    )


def test_a_model_is_told_its_own_answers_exactly_and_others_as_they_are_shown(
    qtbot: QtBot, start, tmp_path: Path
) -> None:
    program = start()
    numbers = {"raw": "raw <box>", "token_ids": [5, 6]}
    answers = {"answers": [{"steps": [{"text": "shown"}], "numbers": numbers}]}
    one = write_script(tmp_path, answers, "one.json")
    two = write_script(tmp_path, [{"text": "other"}], "two.json")
    asked: list[tuple[Message, ...]] = []
    lane = program.program.lanes["model"]

    def note(job: JobHandle) -> None:
        assert isinstance(job.request, Answering)
        asked.append(job.request.ask.messages)
        assert job.request.ask.options.auto_continue and job.request.ask.options.cache_bytes

    lane.started.connect(note)
    choose(program, one, Options(max_pixels=7))
    desk.ask(qtbot, program, "a")
    choose(program, two)
    desk.ask(qtbot, program, "b")
    choose(program, one)
    desk.ask(qtbot, program, "c")
    assert [(m.parts, m.token_ids) for m in asked[1]] == [(("a",), ()), (("shown",), ()), (("b",), ())]
    assert [(m.parts, m.token_ids) for m in asked[2]] == [
        (("a",), ()),
        (("raw <box>",), (5, 6)),
        (("b",), ()),
        (("other",), ()),
        (("c",), ()),
    ]


def test_a_model_is_told_what_was_read_in_the_pictures(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    desk.drop(program, desk.draw_menu(tmp_path / "menu.png"))
    page = program.window.workspace.pictures.page(desk.wait_read(qtbot, program))
    asked: list[Ask] = []
    program.program.lanes["model"].started.connect(lambda job: asked.append(job.request.ask))
    choose(program, write_script(tmp_path, {"answers": [{"steps": [{"text": "a"}]}]}))
    desk.ask(qtbot, program, "Read it.")
    assert page is not None and asked[0].texts[0] == "\n".join(line.text for line in page.lines)
    assert all(shown.page is None for shown in asked[0].shown)


def test_notes_and_what_an_answer_was_made_with_are_shown_and_kept(
    qtbot: QtBot, start, tmp_path: Path
) -> None:
    program = start()
    numbers = {"made_with": "Tiny, int4, cpu"}
    steps = [{"note": "Memory ran out: fewer pixels were used."}, {"text": "fine"}]
    choose(program, write_script(tmp_path, {"answers": [{"steps": steps, "numbers": numbers}]}))
    turn = desk.ask(qtbot, program, "x")
    shown = view_of(program, turn.id)
    assert shown._notes.text() == "Memory ran out: fewer pixels were used." and shown._notes.isVisible()
    assert shown._by.text() == "Tiny, int4, cpu"
    program.window.close()
    window = start().window
    (kept,) = [
        t
        for t in window.workspace.chats.conversation(window.chat_controller.active).path()
        if t.role == "assistant"
    ]
    assert kept.answer is not None and kept.answer.made_with == "Tiny, int4, cpu"
    assert kept.answer.notes == ("Memory ran out: fewer pixels were used.",)


def test_what_the_model_saw_opens_with_its_pictures(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    window = program.window
    opened(qtbot, program, tmp_path)
    choose(program, write_script(tmp_path, [{"text": "soup"}]))
    turn = desk.ask(qtbot, program, "x")
    assert turn.answer is not None
    seen = (ImageInfo(0, 800, 520, (448, 280), 160),)
    window.model_controller.show_seen(replace(turn, answer=replace(turn.answer, seen=seen)))
    view = window.findChild(SeenView)
    assert view is not None and view.isVisible()
    assert "448" in view.facts.text()
    preview = view.preview
    qtbot.waitUntil(lambda: not preview._image.isNull(), timeout=desk.PATIENCE)
    assert (
        (preview._image.width(), preview._image.height()) == (448, 280) == (preview.width(), preview.height())
    )
    dark = sum(preview._image.pixelColor(x, y).lightness() < 128 for x in range(448) for y in range(280))
    assert 0 < dark < 448 * 280 / 4  # its text
    view.close()


def test_the_size_of_pictures_is_chosen_beside_the_composer(qtbot: QtBot, start, tmp_path: Path) -> None:
    program = start()
    window = program.window
    opened(qtbot, program, tmp_path)
    model = write_script(tmp_path, [{"text": "soup"}])
    window.workspace.models.learn(ModelCard(model, "Some Model", "qwen2_vl", size_rule=SizeRule("pixels")))
    choose(program, model, Options(precision="int8"))
    chat = window.chat_controller.active
    button = window.chat_controller.pane(chat).composer.resolution
    qtbot.waitUntil(button.isVisible, timeout=desk.PATIENCE)
    button.click()
    slider = window.findChild(ResolutionSlider)
    assert slider is not None
    slider.slider.setValue(2)
    chosen = window.workspace.chats.chats[chat].options
    assert chosen.max_pixels == 128 * 28 * 28 and chosen.precision == "int8"
    slider.window().close()
    window.close()
    kept = start().window
    assert kept.workspace.chats.chats[chat].options == chosen


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_model(tmp_path_factory.mktemp("models") / "tiny 小模型")


@pytest.mark.thorough
def test_from_the_picker_to_an_answer(
    qtbot: QtBot, start, tmp_path: Path, tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HF_HOME", "HF_HUB_CACHE", "MODELSCOPE_CACHE"):
        monkeypatch.setenv(name, str(tmp_path / "no hub"))
    program = start()
    window = program.window
    opened(qtbot, program, tmp_path)
    assert not program.program.lanes["library"].alive
    window.commands["choose_model"].trigger()
    picker = window.picker_controller.picker
    assert picker is not None
    picker.add(str(tiny))
    qtbot.waitUntil(lambda: picker.selected == str(tiny), timeout=desk.PATIENCE)
    picker._options[str(tiny)] = replace(picker.options, precision="fp32")
    window.workspace.chats.common["max_new_tokens"] = 8
    qtbot.waitUntil(
        lambda: (row := picker.models.row(str(tiny))) is not None and row.estimate is not None,
        timeout=desk.PATIENCE,
    )
    picker.frame.use.click()
    qtbot.waitUntil(lambda: window.picker_controller.picker is None, timeout=desk.PATIENCE)
    record = window.workspace.chats.chats[window.chat_controller.active]
    assert (record.model, record.options.precision) == (str(tiny), "fp32")
    turn = desk.ask(qtbot, program, "What is there?")
    assert turn.state == "done", (turn.message, turn.detail)
    assert turn.answer is not None and 0 < turn.answer.tokens_out <= 8
    (seen,) = turn.answer.seen
    assert (seen.width, seen.height) == (800, 520) and seen.visual_tokens > 0
    composer = window.chat_controller.pane(window.chat_controller.active).composer
    qtbot.waitUntil(
        lambda: str(seen.visual_tokens) in composer.resolution.text().replace(",", ""), timeout=desk.PATIENCE
    )
    second = desk.ask(qtbot, program, "And there?")
    assert second.answer is not None and second.answer.tokens_reused > seen.visual_tokens
    assert window.workspace.loaded_model.model == str(tiny) and json.dumps(window.workspace.models.folders)
