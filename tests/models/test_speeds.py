"""What is told of the seconds to the first word: by real answers of the same checkpoint alone, within a factor of two."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from eyebox_models.families.registry import checkpoint_at
from eyebox_models.fit.machine import machine
from eyebox_models.fit.speeds import Speed, remember, remembered
from eyebox_models.library import cards as library
from eyebox_models.protocol.ask import Options, Picture
from eyebox_models.protocol.cards import Estimate
from eyebox_models.protocol.requests import Planning
from tiny_models import build_tiny
from vision import Chat, load, write_picture

LARGE = 28 * 28 * 4096


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_tiny("qwen2_vl", tmp_path_factory.mktemp("tiny") / "qwen2_vl")


def plan(folder: Path, width: int, height: int, **options: Any) -> Estimate:
    asked = Options(device="cpu", max_pixels=LARGE, **options)
    return library.plan(Planning(str(folder), ((width, height),), asked))


def measured(folder: Path) -> dict[str, Speed]:
    return remembered(machine(), checkpoint_at(folder).digest)


@pytest.mark.parametrize("power", [0, 0.5, 1, 1.5, 2, "start and attention"])
def test_what_is_reported_is_within_a_factor_of_two(power):
    def really(tokens: int) -> float:
        return 3.0 + 3e-6 * tokens**2 if power == "start and attention" else 7.0 * tokens**power

    for known in ([1024], [256, 2304], [300, 900, 6000]):
        speed = Speed()
        for tokens in known:
            speed = speed.joined(Speed(0.0, ((tokens, really(tokens)),)))
        said = {tokens: speed.seconds(tokens) for tokens in range(1, 20_000, 7)}
        assert speed.seconds(known[0]) == pytest.approx(really(known[0]))
        for tokens, seconds in said.items():
            assert seconds is None or 0.5 <= seconds / really(tokens) <= 2
        assert said[1] is None and said[19_993] is None


def test_the_latest_of_one_size_counts_and_few_are_kept():
    speed = Speed(2.0)
    for tokens, seconds in ((1000, 9.0), (1100, 4.0), (100, 1.0), (10, 1.0), (9000, 30.0), (40_000, 200.0)):
        speed = speed.joined(Speed(0.0, ((tokens, seconds),)))
    assert speed.decode == 2.0 and len(speed.prompts) <= 4
    assert (1100, 4.0) in speed.prompts and (1000, 9.0) not in speed.prompts


def test_nothing_is_reported_of_a_checkpoint_that_never_answered(folder):
    remember("fp32", Speed(9.0, ((2104, 3.0),)), machine(), "another checkpoint")
    said = plan(folder, 1288, 1288, precision="fp32")
    assert said.visual_tokens > 2000 and said.seconds_to_first_token is None


def test_an_answer_says_of_its_size_and_precision(folder, tmp_path):
    model = load(folder, max_pixels=LARGE)
    chat = Chat(model, Options(max_new_tokens=4, max_pixels=LARGE))
    answer = chat.say(Picture(write_picture(tmp_path / "a.png", 560, 560)), "What is it?")
    ((tokens, seconds),) = measured(folder)["fp32"].prompts
    assert (tokens, seconds) == (answer.tokens_in, answer.seconds_to_first_token)
    said = plan(folder, 560, 560, precision="fp32").seconds_to_first_token
    assert said is not None and 0.5 < said / answer.seconds_to_first_token < 2
    assert plan(folder, 1680, 1680, precision="fp32").seconds_to_first_token is None
    assert plan(folder, 560, 560, precision="bf16").seconds_to_first_token is None
    assert library.plan(Planning(str(folder), (), Options("fp32", "cpu"))).seconds_to_first_token is None


def test_what_was_kept_or_is_text_says_nothing_of_a_prompt(folder, tmp_path):
    model = load(folder, max_pixels=LARGE)
    chat = Chat(model, Options(max_new_tokens=4, max_pixels=LARGE))
    chat.say("What is the capital of France, and why is it called so? " * 4)
    assert measured(folder) == {}
    chat.messages.clear()
    chat.say(Picture(write_picture(tmp_path / "a.png", 560, 560)), "What is it?")
    before = measured(folder)
    assert chat.say("And where?").tokens_reused > 400
    assert measured(folder) == before
    chat.messages.clear()
    other = chat.say(Picture(write_picture(tmp_path / "b.png", 560, 560, 1)), "What is it?")
    assert 0 < other.tokens_reused < 0.1 * other.tokens_in  # the beginning is kept of the first chat
    ((tokens, seconds),) = measured(folder)["fp32"].prompts
    assert (tokens, seconds) == (other.tokens_in - other.tokens_reused, other.seconds_to_first_token)


def test_a_faster_precision_is_offered_once_both_were_measured(folder):
    digest = checkpoint_at(folder).digest
    auto = plan(folder, 560, 560).precision
    assert auto != "int4"
    remember("int4", Speed(20.0), machine(), digest)
    assert plan(folder, 560, 560).advice == ""
    remember(auto, Speed(10.0), machine(), digest)
    said = plan(folder, 560, 560)
    assert said.precision == auto
    assert said.advice == "int4 answered 2.0 times as fast on this machine and can be chosen."
    assert plan(folder, 560, 560, precision=auto).advice == ""
    remember("int4", Speed(11.0), machine(), digest)
    assert plan(folder, 560, 560).advice == ""
