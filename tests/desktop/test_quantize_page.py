"""A model is quantized from its page: what it takes is told first, it runs in a lane of its own, and ends in one way."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import psutil
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk import PATIENCE
from engines import HELLO, engine_of
from eyebox.formats.calibration import Quantization
from eyebox.jobs.background import Background
from eyebox.jobs.lane import Lane
from eyebox.picker.quantize import QuantizePage
from eyebox.theme import Theme
from eyebox.workspace.loaded_model import LoadedModel
from eyebox.workspace.quantizing import Quantizing
from eyebox_models.protocol.cards import ModelCard, QuantizePlan
from eyebox_models.protocol.errors import Sentence
from eyebox_models.protocol.events import End, Progress
from eyebox_models.protocol.wire import pack

GB = 10**9
CARD = ModelCard("/models/Qwen2-VL-2B", "Qwen2-VL-2B", "qwen2_vl", bytes_on_disk=4_400_000_000)
MADE = replace(CARD, folder="/home/models/Qwen2-VL-2B-GPTQ-Int4", bytes_on_disk=1_400_000_000)
PLAN = QuantizePlan(6 * GB, 20 * GB, 2 * GB, 1500.0)
ENGINE = """
script = json.load(open(sys.argv[1]))
say(script["hello"])
for line in sys.stdin:
    message = json.loads(line)
    if "job" in message:
        open(script["heard"], "a").write(json.dumps(message["request"]) + "\\n")
        for event in script[message["request"]["is"]]:
            if event == "wait":
                sys.stdin.readline()
            else:
                say(json.dumps({"job": message["job"], "event": event}))
"""


@pytest.fixture
def start(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., Quantizing]]:
    """Quantizing whose engines answer with these events; "wait" is until they are stopped."""
    lanes: dict[str, Lane] = {}

    def begin(**answers: list[object]) -> Quantizing:
        packed = {
            name: [event if event == "wait" else pack(event) for event in events]
            for name, events in answers.items()
        }
        file = tmp_path / "engine.json"
        file.write_text(json.dumps({**packed, "hello": HELLO, "heard": str(tmp_path / "heard")}))
        for name in ("quantize", "library", "model"):
            lanes[name] = Lane(name, tmp_path / f"{name}.log", [*engine_of(ENGINE), str(file)])
        added: list[str] = []
        models = SimpleNamespace(home=tmp_path / "models", add_folder=added.append, added=added)
        made = Quantizing(SimpleNamespace(), lanes, Background(), models, LoadedModel(lanes["model"]))  # type: ignore[arg-type]
        made.test_models = models  # type: ignore[attr-defined]
        return made

    yield begin
    for lane in lanes.values():
        lane.close()
    assert not psutil.Process().children(recursive=True)


@pytest.fixture
def page(qtbot: QtBot, qapp) -> QuantizePage:
    made = QuantizePage(Theme(qapp), CARD, "/home/models", "s1")
    qtbot.addWidget(made)
    made.show()
    return made


def test_what_it_takes_is_told_of_pictures_of_a_folder(start, qtbot: QtBot, tmp_path: Path) -> None:
    quantizing = start(PlanQuantize=[End("done", result=PLAN)])
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    for name in ("1.png", "2.png"):
        (pictures / name).write_bytes(b"x")
    wanted = Quantization("/m", "gptq-int4", str(tmp_path / "models" / "new"), str(pictures))
    with qtbot.waitSignal(quantizing.planned, timeout=PATIENCE) as told:
        quantizing.plan(wanted)
    assert told.args == [wanted, PLAN, 2]
    assert json.loads((tmp_path / "heard").read_text())["chats"] == 2
    assert (tmp_path / "models").is_dir()
    (pictures / "1.png").unlink()
    (pictures / "2.png").unlink()
    with qtbot.waitSignal(quantizing.planned, timeout=PATIENCE) as told:
        quantizing.plan(wanted)
    assert told.args[1].problem.code == "calibrate-no-pictures"


def test_a_new_model_is_listed_and_a_stopped_one_is_not(start, qtbot: QtBot) -> None:
    quantizing = start(Quantize=[Progress("quantizing", 0.5), "wait", End("stopped")])
    wanted = Quantization("/m", "nf4", "/new")
    quantizing.start(wanted)
    quantizing.start(replace(wanted, target="/another"))
    assert quantizing.wanted == wanted
    qtbot.waitUntil(lambda: quantizing.progress is not None, timeout=PATIENCE)
    with qtbot.waitSignal(quantizing.ended, timeout=PATIENCE) as ended:
        quantizing.stop()
    assert ended.args == [None, "", ""]
    assert (quantizing.wanted, quantizing.test_models.added) == (None, [])


def test_what_was_made_is_added_to_the_library(start, qtbot: QtBot) -> None:
    quantizing = start(Quantize=[End("done", result=MADE)])
    with qtbot.waitSignal(quantizing.ended, timeout=PATIENCE) as ended:
        quantizing.start(Quantization("/m", "nf4", "/new"))
    assert ended.args == [MADE, "", ""]
    assert quantizing.test_models.added == [MADE.folder]


def test_the_page_says_what_it_takes_before_it_begins(page: QuantizePage) -> None:
    assert not page.start.isEnabled()
    page.set_plan(page.wanted, PLAN, 12)
    assert page.start.isEnabled()
    texts = [value.text() for value in page._values]
    assert texts[:3] == ["6.0 GB of 20.0 GB", "2.0 GB", "about 25 min"]
    assert texts[3].startswith("12 chat")
    assert page.wanted.target == "/home/models/Qwen2-VL-2B-GPTQ-Int4"
    page.nf4.click()
    assert page.wanted == Quantization(CARD.folder, "nf4", "/home/models/Qwen2-VL-2B-NF4", "")
    assert not page.start.isEnabled()  # asked anew
    assert not page.source.isVisible()


def test_what_speaks_against_it_is_said_with_nothing_to_press(page: QuantizePage) -> None:
    page.set_plan(page.wanted, QuantizePlan(problem=Sentence("x", "It is quantized already.")), 0)
    assert page.problem.isVisible()
    assert page.problem.text() == "It is quantized already."
    assert not page.start.isEnabled()


def test_a_folder_is_chosen_and_can_be_left_again(page: QuantizePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.source_wanted) as wanted:
        page.source.setCurrentIndex(1)
        page.source.activated.emit(1)
    assert wanted.args == ["folder"]
    assert page.wanted.calibrate == "session:s1"  # a dialog that is cancelled changes nothing
    page.set_source("/my pictures")
    assert page.wanted.calibrate == "/my pictures"
    page.set_target_folder("/elsewhere")
    assert page.wanted.target == "/elsewhere/Qwen2-VL-2B-GPTQ-Int4"


def test_it_is_watched_stopped_and_done_by_keys(page: QuantizePage, qtbot: QtBot) -> None:
    page.set_plan(page.wanted, PLAN, 0)
    page.start.setFocus()
    with qtbot.waitSignal(page.start_wanted) as begun:
        qtbot.keyClick(page, Qt.Key.Key_Return)
    assert begun.args == [page.wanted]
    page.set_working(Progress("quantizing", 0.25))
    assert (page.stage.text(), page.bar.value()) == ("Quantizing 25 %", 250)
    assert page.stop.isVisible() and not page.start.isVisible()
    page.set_ended(None, "The disk is full.")
    assert page.problem.text() == "The disk is full." and not page.start.isEnabled()
    page.set_plan(page.wanted, PLAN, 0)
    assert page.focusWidget() is page.start and page.problem.text() == "The disk is full."
    page.set_ended(MADE, "")
    assert page.focusWidget() is page.use
    with qtbot.waitSignal(page.compare_wanted) as compared:
        page.compare.click()
    assert compared.args == [CARD.folder, MADE.folder]
