"""Answers by CUDA graphs, over buffers that stay: the same ids, and the kept cache as it is without them.

A processor has no graphs; the buffers, what is copied into them and back, and how often a step is compiled are the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event
from types import SimpleNamespace
from typing import Any

import pytest

from eyebox_models.fit.predict import buffer_length, cache_bytes, compiles, predict
from eyebox_models.fit.shape import shape_of
from eyebox_models.protocol.ask import Ask, Message, Options, Picture
from eyebox_models.protocol.events import Answered
from quick_run import quick
from tiny_models import build_tiny
from tiny_originals import CHAT
from vision import Chat, load, write_picture

torch = pytest.importorskip("torch")
transformers = pytest.importorskip("transformers")

from eyebox_models.vision import model as model_module  # noqa: E402
from eyebox_models.vision import static_cache  # noqa: E402
from eyebox_models.vision.compat_cache import compilable  # noqa: E402
from eyebox_models.vision.model import VisionModel  # noqa: E402
from eyebox_models.vision.static_cache import filled_up  # noqa: E402

FULL = ("qwen2_vl", "qwen2_5_vl", "qwen3_vl", "internvl", "qwen_vl")


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    root = tmp_path_factory.mktemp("static")
    return {name: build_tiny(name, root / name) for name in (*FULL[:4], "qwen3_5")} | {"qwen_vl": CHAT}


@pytest.fixture(scope="module")
def shots(tmp_path_factory: pytest.TempPathFactory) -> tuple[Picture, Picture]:
    root = tmp_path_factory.mktemp("shots")
    return (
        Picture(write_picture(root / "a.png", 200, 120, seed=1)),
        Picture(write_picture(root / "b.png", 90, 160, seed=2)),
    )


@pytest.fixture(scope="module", params=quick(FULL, "qwen2_5_vl", "internvl", "qwen_vl"))
def loaded(request: pytest.FixtureRequest, folders: dict[str, Path]) -> Iterator[VisionModel]:
    made = load(folders[request.param])
    yield made
    made.close()


@pytest.fixture
def graphs(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the processor were a card for which graphs pay."""
    monkeypatch.setattr(model_module, "is_static", lambda options, *_a, **_m: options.compile != "off")


@pytest.fixture
def model(loaded: VisionModel, graphs: None) -> VisionModel:
    loaded.caches.clear()
    return loaded


def without(chat: Chat) -> tuple[int, ...]:
    """The ids of the last answer when nothing is kept and there are no graphs."""
    kept, chat.options = chat.options, Options(max_new_tokens=chat.options.max_new_tokens, compile="off")
    try:
        return chat.afresh().token_ids
    finally:
        chat.options = kept


def test_three_turns_a_new_answer_and_an_edit_have_the_ids_of_a_full_prefill(
    model: VisionModel, shots: tuple[Picture, Picture]
) -> None:
    chat = Chat(model)
    first = chat.say(shots[0], "What is in the picture?")
    assert first.token_ids == without(chat)
    buffers = model.buffers.cache
    assert buffers is not None
    for question in ("图里有什么？", "And?"):
        before = first.tokens_in + first.tokens_out - 1
        first = chat.say(question)
        assert first.tokens_reused >= before
        assert first.token_ids == without(chat)
    assert chat.again().token_ids == without(chat)
    del chat.messages[2:]
    edited = chat.say("Find the blue circle.")
    assert edited.tokens_reused > 10
    assert edited.token_ids == without(chat)
    assert chat.say(shots[1], "And in this one?").token_ids == without(chat)
    assert model.buffers.cache is buffers
    assert not model.buffers.failed


def test_a_stop_and_the_limit_leave_what_the_next_turn_goes_on_from(
    model: VisionModel, shots: tuple[Picture, Picture]
) -> None:
    chat = Chat(model, Options(max_new_tokens=30))
    stopped = chat.say(shots[0], "What is it?", stop_after=4)
    assert stopped.tokens_out < 30
    chat.options = Options(max_new_tokens=1)
    assert chat.say("One word.").token_ids == without(chat)
    chat.options = Options(max_new_tokens=8)
    answer = chat.say("Go on.")
    assert answer.tokens_reused >= stopped.tokens_in
    assert answer.token_ids == without(chat)
    assert answer.cut or answer.tokens_out < 8


def test_layers_that_keep_no_ids_are_answered_without(folders: dict[str, Path], graphs: None) -> None:
    model = load(folders["qwen3_5"])
    chat = Chat(model)
    chat.say("What is it?")
    assert model.buffers.cache is None
    model.close()


def batch(model: VisionModel, shots: tuple[Picture, Picture], **options: Any) -> list[tuple[int, ...]]:
    asks = [
        Ask((Message("user", (shots[row % 2], question)),), "", Options(max_new_tokens=12, **options))
        for row, question in enumerate(("What is it?", "Where is the red square in it?", "Count."))
    ]
    found: dict[int, tuple[int, ...]] = {}

    def take(event: Any) -> None:
        if isinstance(event, Answered):
            assert event.answer is not None, event
            found[event.index] = event.answer.token_ids

    model.answer_each(asks, take, Event())
    return [found[place] for place in range(len(asks))]


def test_a_batch_is_filled_up_with_rows_and_gives_the_same_ids(
    model: VisionModel, shots: tuple[Picture, Picture]
) -> None:
    made = batch(model, shots)
    assert made == batch(model, shots, compile="off")
    if model.family.can_batch and model.buffers.rows > 1:
        assert model.buffers.rows == 4


def test_a_step_is_compiled_once_for_all_turns_and_chats(
    folders: dict[str, Path], shots: tuple[Picture, Picture], graphs: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled: list[int] = []

    def backend(graph: Any, _inputs: Any) -> Any:
        compiled.append(len(list(graph.graph.nodes)))
        return graph.forward

    monkeypatch.setattr(static_cache, "compile_config", lambda *_given: anywhere(backend))
    model = load(folders["qwen2_vl"])
    chat = Chat(model, Options(max_new_tokens=12))
    chat.say(shots[0], "What is in the picture?")
    once = len(compiled)
    assert once
    assert model.buffers.ready(model.parts.model, 200, 1)
    assert chat.say("And?").token_ids == without(chat)
    other = Chat(model, Options(max_new_tokens=12))
    other.say(shots[1], "What is it?")
    assert other.say("Where?").token_ids == without(other)
    assert len(compiled) == once
    model.close()
    assert model.buffers.cache is None


def anywhere(backend: Any) -> Any:
    config = transformers.CompileConfig(backend=backend, mode="default", dynamic=False)
    config._compile_all_devices = True
    return config


def test_where_graphs_fail_the_answer_goes_on_without(
    folders: dict[str, Path], shots: tuple[Picture, Picture], graphs: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def backend(_graph: Any, _inputs: Any) -> Any:
        raise RuntimeError("no compiler")

    monkeypatch.setattr(static_cache, "compile_config", lambda *_given: anywhere(backend))
    model = load(folders["qwen2_5_vl"])
    chat = Chat(model)
    answer = chat.say(shots[0], "What is in the picture?")
    assert answer.token_ids == without(chat)
    assert "no compiler" in model.buffers.failed
    assert any("no compiler" in note for note in answer.notes)
    assert chat.say("And?").token_ids == without(chat)
    assert model.buffers.cache is None
    model.close()


def test_where_memory_is_short_the_answer_goes_on_without(
    folders: dict[str, Path], shots: tuple[Picture, Picture], graphs: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: Any) -> None:
        raise static_cache.OutOfMemory("memory-buffers", "There is too little memory.")

    monkeypatch.setattr(static_cache, "check_room", refuse)
    model = load(folders["internvl"])
    chat = Chat(model)
    assert chat.say(shots[0], "What is it?").token_ids == without(chat)
    assert not model.buffers.failed
    model.close()


def test_quantized_weights_and_flash_attention_are_out_of_the_way_of_compiling() -> None:
    text = SimpleNamespace(_attn_implementation="flash_attention_2")
    model = SimpleNamespace(
        config=SimpleNamespace(get_text_config=lambda decoder: text), hf_quantizer="a quantizer"
    )
    with compilable(model):
        assert text._attn_implementation == "sdpa"
        assert not hasattr(model, "hf_quantizer")
    assert text._attn_implementation == "flash_attention_2"
    assert model.hf_quantizer == "a quantizer"


def test_buffers_have_few_lengths_and_stand_in_the_prediction(
    folders: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    lengths = {buffer_length(length) for length in range(1, 40_000, 7)}
    assert len(lengths) == 12
    assert all(length <= buffer_length(length) <= max(1024, 1.5 * length) for length in range(1, 40_000, 7))
    assert [filled_up(rows) for rows in (1, 2, 3, 5, 8, 9)] == [1, 2, 4, 8, 8, 16]
    model = load(folders["qwen2_vl"])
    checkpoint = model.parts.checkpoint
    choice = model.family.admit(str(checkpoint.folder), Options(precision="fp32", device="cpu"))
    plain = predict(checkpoint, (), choice, 100, 50)
    with_graphs = predict(checkpoint, (), choice, 100, 50, graphs=True)
    assert with_graphs.cache - plain.cache == cache_bytes(shape_of(checkpoint), choice, 1024)
    monkeypatch.setattr(model_module, "is_static", lambda *_a, **_m: True)
    Chat(model).say("What?")
    taken = sum(
        t.numel() * t.element_size()
        for layer in model.buffers.cache.layers
        for t in (layer.keys, layer.values)
    )
    assert taken == with_graphs.cache - plain.cache
    model.close()
    assert compiles(Options(max_new_tokens=5000), "cuda:0", 5000)
    assert not compiles(Options(), "cuda:0", 5000)
