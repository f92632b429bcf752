"""One answer of a model: its ids are those of transformers' `generate`, its text is pushed as it comes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event
from types import SimpleNamespace
from typing import Any

import pytest

from eyebox_models.protocol.ask import Ask, Message, Options, Picture
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.events import Note, Pace, Progress, TextDelta
from one_picture import markup_reader
from references import reference
from tiny_models import build_tiny, tokenizer
from vision import Chat, load, write_picture

torch = pytest.importorskip("torch")
pytest.importorskip("transformers")

from eyebox_models.boxes.markup import QWEN2_VL  # noqa: E402
from eyebox_models.vision import model as model_module  # noqa: E402
from eyebox_models.vision import stream as stream_module  # noqa: E402
from eyebox_models.vision.generate import Sound, is_static, longest_answer, room  # noqa: E402
from eyebox_models.vision.model import VisionModel  # noqa: E402
from eyebox_models.vision.stream import AnswerStream, Decoder, decode  # noqa: E402


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_tiny("qwen2_vl", tmp_path_factory.mktemp("generate") / "Tiny-Model")


@pytest.fixture(scope="module")
def shot(tmp_path_factory: pytest.TempPathFactory) -> Picture:
    return Picture(write_picture(tmp_path_factory.mktemp("shots") / "a.png", 160, 110))


@pytest.fixture(scope="module")
def loaded(folder: Path) -> Iterator[VisionModel]:
    made = load(folder)
    yield made
    made.close()


@pytest.fixture
def model(loaded: VisionModel) -> VisionModel:
    loaded.caches.clear()
    return loaded


def plain(folder: Path, ask: Ask, **how: Any) -> tuple[list[int], Any]:
    """What transformers' own `generate` gives, without the end token."""
    base = reference(folder)
    inputs = base.inputs(ask)
    with torch.inference_mode():
        made = base.model.generate(**inputs, **how)[0, inputs["input_ids"].shape[1] :].tolist()
    ends = base.model.generation_config.eos_token_id
    return [n for n in made if n not in ends], inputs


@pytest.mark.filterwarnings("ignore:The following generation flags:UserWarning")
@pytest.mark.parametrize(
    ("options", "how"),
    [
        ({}, {"do_sample": False}),
        ({"repetition_penalty": 2.0}, {"do_sample": False, "repetition_penalty": 2.0}),
        ({"num_beams": 3}, {"do_sample": False, "num_beams": 3}),
    ],
)
def test_ids_are_those_of_transformers(
    model: VisionModel, folder: Path, shot: Picture, options: dict[str, Any], how: dict[str, Any]
) -> None:
    ask = Ask(
        (Message("user", (shot, "What is it? 图里有什么？")),), "", Options(max_new_tokens=24, **options)
    )
    answer = model.answer(ask, lambda _event: None, Event())
    wanted, inputs = plain(folder, ask, max_new_tokens=24, **how)
    assert list(answer.token_ids) == wanted
    assert answer.tokens_in == inputs["input_ids"].shape[1]
    assert answer.raw == decode(model.parts.tokenizer, wanted)


def test_drawn_ids_are_those_of_transformers_with_this_seed(
    model: VisionModel, folder: Path, shot: Picture
) -> None:
    options = Options(max_new_tokens=24, temperature=0.9, top_p=0.7, seed=5)
    ask = Ask((Message("user", (shot, "What is it?")),), "", options)
    state = torch.random.get_rng_state()
    first = model.answer(ask, lambda _event: None, Event())
    assert torch.equal(torch.random.get_rng_state(), state)
    assert model.answer(ask, lambda _event: None, Event()).token_ids == first.token_ids
    torch.manual_seed(5)
    wanted, _ = plain(folder, ask, max_new_tokens=24, do_sample=True, temperature=0.9, top_p=0.7)
    assert list(first.token_ids) == wanted
    unseeded = Chat(model, Options(max_new_tokens=24, temperature=1.5))
    assert unseeded.say(shot, "What?").token_ids != unseeded.again().token_ids


def test_what_is_told_of_an_answer(model: VisionModel, shot: Picture) -> None:
    chat = Chat(model, Options(max_new_tokens=6))
    answer = chat.say(shot, "What is it?")
    assert chat.events[0] == Progress("looking")
    assert "".join(e.text for e in chat.events if isinstance(e, TextDelta)) == answer.text
    assert answer.made_with == "Tiny-Model, fp32, cpu"
    assert answer.tokens_out == len(answer.token_ids) == 6
    assert answer.cut
    assert answer.seconds_to_first_token > 0
    word = answer.first_word
    assert word is not None and min(word.see, word.read, word.first_token) > 0
    assert word.see + word.read + word.first_token == pytest.approx(answer.seconds_to_first_token)
    assert word.queue == 0
    assert answer.tokens_per_second > 0
    assert answer.peak_bytes > 1 << 20
    assert answer.seen[0].visual_tokens > 0


def test_without_a_picture_nothing_is_looked_at(model: VisionModel) -> None:
    word = Chat(model, Options(max_new_tokens=2)).say("Who are you?").first_word
    assert word is not None and word.see == 0 < word.read


def test_beams_give_one_piece_at_the_end_and_can_be_stopped(model: VisionModel, shot: Picture) -> None:
    chat = Chat(model, Options(max_new_tokens=20, num_beams=2))
    answer = chat.say(shot, "What is it?")
    pieces = [e for e in chat.events if isinstance(e, TextDelta)]
    assert "".join(piece.text for piece in pieces) == answer.text
    assert answer.tokens_reused == 0
    assert len(chat.ask(stop_after=0).token_ids) < 20


def test_numbers_that_are_none_are_told(folder: Path, shot: Picture) -> None:
    model = load(folder)
    with torch.no_grad():
        model.parts.model.lm_head.weight[3] = float("nan")
    for options in (Options(), Options(temperature=1.0), Options(num_beams=2)):
        with pytest.raises(EyeboxError, match="no numbers"):
            Chat(model, options).say(shot, "What is it?")
    model.close()


def test_a_chat_longer_than_the_context_is_told_with_its_length(model: VisionModel) -> None:
    with pytest.raises(EyeboxError, match=r"32,768 tokens"):
        Chat(model).say("word 图 " * 20_000)


def test_memory_that_runs_out_is_recovered_from(
    model: VisionModel, shot: Picture, monkeypatch: pytest.MonkeyPatch
) -> None:
    chat = Chat(model)
    wanted = chat.say(shot, "What is it?").token_ids
    true, failed = model_module.generate, []

    def generate(*given: Any) -> Any:
        if not failed:
            failed.append(True)
            raise torch.OutOfMemoryError("out of memory")
        return true(*given)

    monkeypatch.setattr(model_module, "generate", generate)
    answer = chat.again()
    assert answer.token_ids == wanted
    assert any(isinstance(event, Note) for event in chat.events)
    assert answer.notes


def test_a_list_of_boxes_that_the_limit_cut_is_gone_on_with(
    model: VisionModel, shot: Picture, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = Chat(model, Options(max_new_tokens=24)).say(shot, "Find all.").token_ids
    monkeypatch.setattr(AnswerStream, "in_boxes", property(lambda self: len(self.ids) < 18))
    answer = Chat(model, Options(max_new_tokens=6, auto_continue=True)).say(shot, "Find all.")
    assert answer.token_ids == whole[:18]
    assert Chat(model, Options(max_new_tokens=6)).say(shot, "Find all.").token_ids == whole[:6]


def test_how_long_an_answer_may_be() -> None:
    nothing = SimpleNamespace(max_new_tokens=None, max_length=None)
    assert longest_answer(Options(max_new_tokens=7), SimpleNamespace(max_new_tokens=5), 10, None) == 7
    assert longest_answer(Options(), SimpleNamespace(max_new_tokens=5), 10, None) == 5
    assert longest_answer(Options(), SimpleNamespace(max_length=50), 10, None) == 40
    assert longest_answer(Options(), nothing, 10, None) == 2048
    assert longest_answer(Options(max_new_tokens=500), nothing, 90, 100) == 10
    with pytest.raises(EyeboxError, match="100 tokens"):
        room(100, 100)


def test_compiling_is_chosen_where_it_pays() -> None:
    def static(
        device: str = "cuda:0",
        new: int = 8000,
        ready: bool = False,
        decoded: int = 0,
        rows: int = 1,
        **options: Any,
    ) -> bool:
        chosen = Options(**{"max_new_tokens": new, **options})
        return is_static(chosen, device, new, rows=rows, ready=ready, decoded=decoded)

    assert static()
    assert not static("cpu")
    assert not static("cpu", compile="on")
    assert not static(compile="off")
    assert not static(new=200)
    assert static(new=200, rows=32)
    assert static(new=200, compile="on")
    assert static(new=200, ready=True)
    assert not static(new=200, ready=True, compile="off")
    assert not static(new=1000, decoded=4000)
    assert static(new=1000, decoded=5000)
    assert not static(new=100, decoded=5000)
    assert not static(num_beams=2, compile="on")
    assert not static(max_new_tokens=None)


@pytest.mark.parametrize("card", [False, True])
def test_what_is_no_number_is_refused_before_its_id_is_seen(card: bool) -> None:
    seen: list[Any] = []
    inner = SimpleNamespace(put=seen.append, end=lambda: seen.append("end"))
    sound = Sound(inner, card)
    sound.streamer.put("prompt")
    sound(None, torch.tensor([[1.0, float("-inf")]]))
    sound.streamer.put("id")
    with pytest.raises(EyeboxError, match="no numbers"):
        sound(None, torch.tensor([[1.0, float("nan")]]))
        sound.streamer.put("another")
    assert seen == ["prompt", "id"]
    alone = Sound(None, card)
    assert alone.streamer is None
    with pytest.raises(EyeboxError, match="no numbers"):
        alone(None, torch.tensor([[float("inf"), 0.0]]))


class Slow:
    """A tokenizer without a fast form."""

    def __init__(self, inner: Any) -> None:
        self._inner = inner
        self.backend_tokenizer = None

    def decode(self, ids: list[int], **how: Any) -> str:
        return str(self._inner.decode(ids, **how))


@pytest.mark.parametrize("slow", [False, True])
def test_characters_are_shown_when_they_are_whole(slow: bool) -> None:
    made = tokenizer("qwen")
    text = "Ein Bär 图里有什么？ 👩‍🚀 done"
    ids = made(text)["input_ids"]
    decoder = Decoder(Slow(made) if slow else made)
    pieces = [decoder.step(number) for number in ids]
    assert "".join(pieces) + decoder.finish() == text
    assert not any("\ufffd" in piece for piece in pieces)


@pytest.mark.parametrize("slow", [False, True])
def test_bytes_that_are_no_text_lose_nothing(slow: bool) -> None:
    import random

    made = tokenizer("qwen")
    draw = random.Random(1)
    for _ in range(50):
        ids = [draw.randrange(len(made)) for _ in range(40)]
        decoder = Decoder(Slow(made) if slow else made)
        shown = "".join(decoder.step(number) for number in ids) + decoder.finish()
        assert shown == decode(made, ids)


def test_special_tokens_are_hidden_but_those_of_boxes_are_read() -> None:
    made = tokenizer("qwen")
    text = (
        "A<|vision_pad|> <|object_ref_start|>dog<|object_ref_end|>"
        "<|box_start|>(1,2),(30,40)<|box_end|>.<|im_start|>"
    )
    pushed: list[Any] = []
    reader = markup_reader(0, lambda x, y: (x, y), markups=(QWEN2_VL,))
    stream = AnswerStream(made, reader, pushed.append, [made.eos_token_id])
    stream.put(torch.zeros(1, 5, dtype=torch.long))
    for number in [*made(text)["input_ids"], made.eos_token_id]:
        stream.put(torch.tensor([number]))
    stream.finish()
    assert stream.text == "A dog."
    assert stream.boxes[0].box.xyxy == (1, 2, 30, 40)
    assert stream.raw == text
    assert stream.ended


def test_an_answer_says_every_second_how_it_gets_on(monkeypatch: pytest.MonkeyPatch) -> None:
    made = tokenizer("qwen")
    clock = iter(number / 4 for number in range(100))
    monkeypatch.setattr(stream_module, "perf_counter", lambda: next(clock))
    pushed: list[Any] = []
    stream = AnswerStream(made, markup_reader(0, lambda x, y: (x, y), markups=()), pushed.append, [])
    for number in made("one two three four five six seven")["input_ids"][:9]:
        stream.take([number])
    assert [event for event in pushed if isinstance(event, Pace)] == [Pace(0, 5, 4.0), Pace(0, 9, 4.0)]
