"""From the command line and through the engine, each family answers in FP32 with the ids of transformers' `generate`."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from eyebox_models.engine.process import EngineProcess
from eyebox_models.protocol.ask import Ask, Message, Options, Picture
from eyebox_models.protocol.events import Answer
from eyebox_models.protocol.requests import Answering
from references import reference, write_pictures
from tiny_models import BUILDERS, build_tiny

pytest.importorskip("torch")
pytest.importorskip("transformers")

NEW = 12
SPACED = ("smolvlm",)
"""Their template writes a space before an earlier answer that was not there when it was given."""
FEW = ("qwen2_5_vl", "smolvlm")
"""A family of its own and one of transformers' alone; test_families.py asks all of them, without an engine."""
ONE, OTHER = "What is in the picture?", "图里有什么？请提取所有价格。"


class Tiny(dict[str, Path]):
    """Name -> a checkpoint that is built when it is asked for."""

    def __init__(self, root: Path) -> None:
        super().__init__()
        self._root = root

    def __missing__(self, name: str) -> Path:
        self[name] = build_tiny(name, self._root / name)
        return self[name]


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Tiny:
    return Tiny(tmp_path_factory.mktemp("families 模型"))


@pytest.fixture(scope="module")
def shots(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return write_pictures(tmp_path_factory.mktemp("shots"))


class Engine:
    """One engine that all families answer in, one after the other."""

    def __init__(self, log: Path) -> None:
        self._process = EngineProcess("model", log)

    def answer(self, folder: Path, *messages: Message, turn: int = 0) -> Answer:
        options = Options(precision="fp32", device="cpu", max_new_tokens=NEW)
        ask = Ask(messages, str(folder), options, turn)
        end = self._process.run(f"job {id(ask)}", Answering(ask), lambda _event: None)
        assert end.outcome == "done", end
        assert isinstance(end.result, Answer)
        return end.result

    def close(self) -> None:
        self._process.close()


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    made = Engine(tmp_path / "log")
    yield made
    made.close()


def say(*parts: str | Picture) -> Message:
    return Message("user", parts)


def plain(folder: Path, *messages: Message) -> tuple[Any, list[int]]:
    """Inputs and greedy ids of transformers itself."""
    inputs = reference(folder).inputs(Ask(messages))
    return inputs, reference(folder).answer(inputs, NEW)


def check_chats(engine: Engine, folder: Path, shots: dict[str, str]) -> None:
    """One picture, a turned one, two pictures, Chinese and a system prompt, an earlier answer as text."""
    wide, turned, tall = (Picture(shots[name]) for name in ("wide", "turned", "tall"))
    chats = [
        (say(wide, ONE),),
        (Message("system", ("Be kind.",)), say(turned, OTHER)),
        (say(tall, turned, OTHER),),
        (say(wide, ONE), Message("assistant", ("A dog, 12.5.",)), say("And here?", turned)),
    ]
    for messages in chats:
        answer = engine.answer(folder, *messages)
        inputs, ids = plain(folder, *messages)
        assert answer.tokens_in == inputs["input_ids"].shape[1]
        assert list(answer.token_ids) == ids, messages


def check_two_turns(engine: Engine, folder: Path, shots: dict[str, str]) -> None:
    """The second question goes on from the ids of the first answer, whatever its text would be split into."""
    first = say(Picture(shots["turned"]), Picture(shots["wide"]), ONE)
    answer = engine.answer(folder, first)
    told = Message("assistant", (answer.raw,), answer.token_ids)
    second = engine.answer(folder, first, told, say(OTHER), turn=1)
    inputs, ids = plain(folder, first)
    assert list(answer.token_ids) == ids
    before = Ask((first,))
    after = Ask((first, Message("assistant", ("ANSWER",)), say(OTHER)))
    going_on = reference(folder).going_on(inputs, ids, before, after)
    assert second.tokens_in == going_on["input_ids"].shape[1]
    assert list(second.token_ids) == reference(folder).answer(going_on, NEW)


@pytest.mark.parametrize(
    "names",
    [
        FEW,
        pytest.param(tuple(name for name in BUILDERS if name not in FEW), marks=pytest.mark.thorough),
    ],
    ids=["few", "others"],
)
@pytest.mark.slow
def test_answers_of_the_engine_are_those_of_transformers(names, engine, tiny, shots):
    for name in names:
        check_chats(engine, tiny[name], shots)
        if name not in SPACED:
            check_two_turns(engine, tiny[name], shots)


def eyebox(*arguments: str) -> list[dict[str, Any]]:
    """The events of `eyebox ask --json`."""
    command = [sys.executable, "-m", "eyebox", "ask", "--json", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=110)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.thorough
@pytest.mark.parametrize("name", ["qwen2_5_vl", "internvl"])
@pytest.mark.slow
def test_the_command_line_gives_the_ids_of_transformers(name, tiny, shots):
    folder = tiny[name]
    given = ["--model", str(folder), "--precision", "fp32", "--device", "cpu", "--max-new-tokens", str(NEW)]
    events = eyebox(*given, "-p", ONE, "-p", OTHER, shots["turned"], shots["wide"])
    first, second = (event for event in events if event["event"] == "end")
    question = say(Picture(shots["turned"]), Picture(shots["wide"]), ONE)
    inputs, ids = plain(folder, question)
    assert first["token_ids"] == ids
    assert [seen["image"] for seen in first["seen"]] == [0, 1]
    assert (first["seen"][0]["width"], first["seen"][0]["height"]) == (100, 240)
    after = Ask((question, Message("assistant", ("ANSWER",)), say(OTHER)))
    going_on = reference(folder).going_on(inputs, ids, Ask((question,)), after)
    assert second["token_ids"] == reference(folder).answer(going_on, NEW)
    assert second["tokens_in"] == going_on["input_ids"].shape[1]
    assert second["tokens_reused"] >= first["tokens_in"]


@pytest.mark.thorough
def test_a_chat_from_a_file_gives_the_ids_of_transformers(tiny, shots, tmp_path):
    folder = tiny["qwen3_vl"]
    messages = [
        {"role": "system", "content": "你很友好。"},
        {
            "role": "user",
            "content": [
                {"type": "text", "text": "First "},
                {"type": "image", "path": shots["tall"]},
                {"type": "text", "text": OTHER},
            ],
        },
        {"role": "assistant", "content": "<|object_ref_start|>A dog<|object_ref_end|>, 12.5."},
        {
            "role": "user",
            "content": [{"type": "text", "text": "And here?"}, {"type": "image", "path": shots["turned"]}],
        },
    ]
    file = tmp_path / "chat.json"
    file.write_text(json.dumps(messages), encoding="utf-8")
    given = ["--model", str(folder), "--precision", "fp32", "--device", "cpu", "--max-new-tokens", str(NEW)]
    end = eyebox(*given, "--messages", str(file))[-1]
    _inputs, ids = plain(
        folder,
        Message("system", ("你很友好。",)),
        say("First ", Picture(shots["tall"]), OTHER),
        Message("assistant", ("<|object_ref_start|>A dog<|object_ref_end|>, 12.5.",)),
        say("And here?", Picture(shots["turned"])),
    )
    assert end["token_ids"] == ids
