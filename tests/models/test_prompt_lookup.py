"""Prompt lookup changes no id, whatever its drafts are, and takes fewer forwards where an answer copies."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from eyebox_models.protocol.ask import Ask, Message, Options, Picture
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.events import Answer, TextDelta
from eyebox_models.vision.prompt_lookup import (
    BEGINNING,
    EARNED,
    LONGEST,
    PRICE,
    Lookup,
    best_size,
)
from internvl_originals import RECORDED
from originals import DATA, load_model
from quick_run import quick
from tiny_models import build_tiny
from tiny_originals import CHAT
from vision import load, write_picture

torch = pytest.importorskip("torch")
pytest.importorskip("transformers")

from eyebox_models.vision.model import VisionModel  # noqa: E402
from eyebox_models.vision.parts import trained_length  # noqa: E402
from eyebox_models.vision.tokens import Tokens  # noqa: E402

TINY = (
    "qwen2_vl", "qwen2_5_vl", "qwen3_vl", "qwen3_vl_moe", "internvl", "internvl_qwen3", "internvl_llama", "llava",
    "smolvlm",
)  # fmt: skip
ONE_BY_ONE = ("qwen3_5", "gemma3")
"""Their caches can't be cut."""
FEW = ("internvl", "qwen3_5", CHAT.name)
"""One for each kind of tokens and caches."""
TEXT = "Harbour Hardware\n12 brass screws 3.40\n5 oak boards 61.00\n谢谢惠顾"
CHANGED = TEXT.replace("brass", "steel").replace("61.00", "67.00")


class Simulation:
    """An answer as a decoder makes it that knows it beforehand."""

    def __init__(self, texts: Sequence[Sequence[int]], prompt: Sequence[int] = ()) -> None:
        self.lookup = Lookup(texts)
        self.lookup.begin([prompt])
        self.drafts: list[list[int]] = []

    def run(self, answer: Sequence[int]) -> int:
        """How many forwards it takes."""
        at = 0
        draft: list[int] = []
        while True:
            right = 0
            for number in answer[at : at + len(draft) + 1]:
                self.lookup.take(number)
                if right == len(draft) or number != draft[right]:
                    break
                right += 1
            self.lookup.verified(len(draft), right)
            at += right + 1
            if at >= len(answer):
                return self.lookup.forwards
            draft = self.lookup.draft(len(answer) - at - 1)
            self.drafts.append(draft)


def test_a_copied_text_takes_few_forwards() -> None:
    text = [*range(100, 300)]
    assert Simulation([text]).run(text) <= 15
    assert Simulation([], text).run(text) <= 15
    assert Simulation([]).run(text * 3) <= 240


def test_a_text_with_every_tenth_id_changed_takes_a_third() -> None:
    text = [*range(100, 300)]
    assert Simulation([text]).run([n if n % 10 else n + 1000 for n in text]) <= 66
    assert Simulation([text]).run([n for n in text if n % 10]) <= 66
    inserted = [m for n in text for m in ([n] if n % 10 else [5000, 5001, n])]
    assert Simulation([text]).run(inserted) <= len(inserted) / 3


def test_several_texts_in_turn_are_gone_on_with() -> None:
    """Values of one text inside a frame that repeats, as in JSON."""
    values = [*range(1000, 1080)]
    answer = [n for value in range(0, 80, 4) for n in (1, 2, 3, 4, *values[value : value + 4], 5, 6, 7)]
    assert Simulation([values]).run(answer) <= len(answer) / 3


def test_drafts_that_are_never_right_cost_little() -> None:
    draws = random.Random(4)
    for kinds in (4, 40, 4000):
        text = [draws.randrange(kinds) for _ in range(1000)]
        answer = [draws.randrange(kinds) for _ in range(500)]
        run = Simulation([text], text)
        forwards = run.run(answer)
        price = sum(PRICE[0] + PRICE[1] * len(draft) for draft in run.drafts if draft)
        lost = forwards - len(answer) + price
        assert lost <= BEGINNING + EARNED * forwards


def test_only_ids_are_asked_whether_they_begin_a_word() -> None:
    """Not what stands between texts, which no tokenizer knows."""
    asked: list[int] = []

    def starts(number: int) -> bool:
        asked.append(number)
        return False

    lookup = Lookup([[1, 2, 3, 4], [5, 6]], starts=starts)
    lookup.begin([[7, 8]])
    for number in (1, 2, 90, 91, 92):
        lookup.take(number)
        lookup.verified(0, 0)
        assert lookup.draft(20) in ([], [2, 3, 4], [3, 4])
    assert asked and min(asked) > 0


def test_a_draft_is_as_long_as_it_pays() -> None:
    assert best_size(0.9, 0.5, PRICE) < best_size(0.9, 0.9, PRICE) < best_size(0.9, 0.99, PRICE) == LONGEST
    assert best_size(0.2, 0.9, PRICE) < best_size(0.9, 0.9, PRICE)
    assert best_size(0.9, 0.9, (0.4, 0.08)) < best_size(0.9, 0.9, (0.0, 0.01))
    assert best_size(0.01, 0.9, PRICE) == 0


def test_drafts_stay_within_one_text_and_the_limit() -> None:
    lookup = Lookup([[1, 2, 3], [4, 5, 6]])
    lookup.begin([[9]])
    for number in (1, 2):
        lookup.take(number)
    assert lookup.draft(50) == [3]
    assert lookup.draft(0) == []
    lookup.take(3)
    assert lookup.draft(50) == []
    lookup = Lookup([[*range(100)]])
    lookup.begin([])
    for number in range(40):
        lookup.take(number)
        lookup.verified(0, 0)
    assert len(lookup.draft(50)) <= LONGEST
    assert lookup.draft(2) == [40, 41]


# ---- models


class Forces:
    """A logits processor: the answer reads so, whatever the model would rather say."""

    def __init__(self, ids: Sequence[int], start: int) -> None:
        self._ids = ids
        self._start = start

    def __call__(self, input_ids: Any, scores: Any) -> Any:
        at = input_ids.shape[1] - self._start
        if at < len(self._ids):
            scores = scores.clone()
            scores[:, self._ids[at]] = scores.amax() + 10
        return scores


@pytest.fixture(scope="module")
def shot(tmp_path_factory: pytest.TempPathFactory) -> Picture:
    return Picture(write_picture(tmp_path_factory.mktemp("shots") / "a.png", 160, 110))


@pytest.fixture(scope="module", params=quick([*TINY, *ONE_BY_ONE, *RECORDED, CHAT.name], *FEW))
def model(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[VisionModel]:
    name: str = request.param
    folder: Path = CHAT if name == CHAT.name else DATA / name
    if name in (*TINY, *ONE_BY_ONE):
        folder = build_tiny(name, tmp_path_factory.mktemp("lookup") / name)
    made = load_model(folder)
    picture = getattr(made.parts.model.config, "image_token_id", None)
    placeholders = {*Tokens.of(made.parts).placeholder_ids, *([] if picture is None else [picture])}
    made.parts.model.generation_config.suppress_tokens = sorted(placeholders)
    yield made
    made.close()


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Iterator[VisionModel]:
    made = load(build_tiny("qwen2_vl", tmp_path_factory.mktemp("lookup") / "plain"))
    yield made
    made.close()


def ask(
    model: VisionModel, chat: Sequence[Message], events: list[Any] | None = None, **options: Any
) -> Answer:
    chosen = Options(**{"max_new_tokens": 40, **options})
    emit = (lambda _event: None) if events is None else events.append
    return model.answer(Ask(tuple(chat), "", chosen), emit, Event())


def force(model: VisionModel, monkeypatch: pytest.MonkeyPatch, text: str) -> list[int]:
    ids = Tokens.of(model.parts).split([(text, True)], first=False)
    monkeypatch.setattr(model, "guide", lambda _options, length: [Forces(ids, length)])
    return ids


def three_turns(
    model: VisionModel, shot: Picture, lookup: str, turns: int = 3, **options: Any
) -> list[Answer]:
    model.caches.clear()
    chat: list[Message] = []
    answers = []
    said = ((shot, f"Read it.\n{TEXT}"), ("Again, please.",), (shot, "And this? 图里有什么？"))
    for parts in said[:turns]:
        chat.append(Message("user", parts))
        events: list[Any] = []
        answer = ask(model, chat, events, lookup=lookup, **options)
        shown = "".join(event.text for event in events if isinstance(event, TextDelta))
        assert shown == answer.text
        for entry in model.caches._entries:
            assert entry.cache.get_seq_length() == len(entry.ids)
        chat.append(Message("assistant", (answer.text,), answer.token_ids))
        answers.append(answer)
    return answers


def same(answers: Sequence[Answer], others: Sequence[Answer]) -> None:
    for answer, other in zip(answers, others, strict=True):
        assert answer.token_ids == other.token_ids
        assert answer.token_ids
        assert (answer.text, answer.tokens_reused, answer.cut) == (other.text, other.tokens_reused, other.cut)


def test_ids_of_three_turns_are_those_without(
    model: VisionModel, shot: Picture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of answers that copy the question's text with some words changed, and of what random weights say."""
    free = three_turns(model, shot, "auto", max_new_tokens=16)
    same(free, three_turns(model, shot, "off", max_new_tokens=16))
    ids = force(model, monkeypatch, CHANGED)
    copied = three_turns(model, shot, "auto", max_new_tokens=len(ids) - 3)
    same(copied, three_turns(model, shot, "off", max_new_tokens=len(ids) - 3))
    can = model.parts.checkpoint.folder.name not in ONE_BY_ONE
    trained = trained_length(model.parts)
    for answer in (*free, *copied):
        assert bool(answer.forwards) == (can and (trained is None or answer.tokens_in < trained - len(ids)))
    for answer in copied:
        assert answer.forwards < answer.tokens_out


@pytest.mark.parametrize(
    "options",
    [
        {"repetition_penalty": 1.6},
        {"temperature": 0.9, "seed": 3},
        {"temperature": 0.9, "top_p": 0.6, "seed": 5, "repetition_penalty": 1.1},
        {"stop": ("oak",)},
        {"stop": ("3.4", "board")},
        {"max_new_tokens": 1},
        {"max_new_tokens": 2},
        {"max_new_tokens": 21},
    ],
)
def test_options_hold_id_by_id(
    plain: VisionModel, shot: Picture, monkeypatch: pytest.MonkeyPatch, options: dict[str, Any]
) -> None:
    force(plain, monkeypatch, CHANGED)
    same(three_turns(plain, shot, "auto", 2, **options), three_turns(plain, shot, "off", 2, **options))


def test_nothing_is_looked_up_with_beams(plain: VisionModel, shot: Picture) -> None:
    assert ask(plain, [Message("user", (shot, TEXT))], num_beams=2).forwards == 0


def test_an_end_inside_a_draft_ends_the_answer(
    plain: VisionModel, shot: Picture, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = Tokens.of(plain.parts).split([(TEXT, True)], first=False)[:24]
    forced = [*ids, plain.stop_ids[0], *ids]
    monkeypatch.setattr(plain, "guide", lambda _options, length: [Forces(forced, length)])
    chat = [Message("user", (shot, TEXT))]
    answer = ask(plain, chat)
    assert list(answer.token_ids) == ids
    assert not answer.cut
    assert answer.forwards < 15


def test_a_stop_ends_it_within_a_forward(
    plain: VisionModel, shot: Picture, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = force(plain, monkeypatch, TEXT)
    stop = Event()
    pieces: list[str] = []

    def emit(event: Any) -> None:
        if isinstance(event, TextDelta):
            pieces.append(event.text)
            stop.set()

    plain.caches.clear()
    chat = (Message("user", (shot, TEXT)),)
    answer = plain.answer(Ask(chat, "", Options(max_new_tokens=len(ids))), emit, stop)
    assert 1 <= answer.tokens_out <= 4
    assert [len(entry.ids) for entry in plain.caches._entries] == [answer.tokens_in + answer.tokens_out - 1]


def test_values_that_are_no_numbers_are_told(plain: VisionModel, shot: Picture) -> None:
    head = plain.parts.model.lm_head.weight
    before = head.detach().clone()
    with torch.no_grad():
        head[7].fill_(float("nan"))
    try:
        with pytest.raises(EyeboxError, match="no numbers"):
            ask(plain, [Message("user", (shot, TEXT))])
    finally:
        with torch.no_grad():
            head.copy_(before)
