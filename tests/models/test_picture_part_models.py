"""A model that is shown a part of a picture answers as it does about a file that holds just that part."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest

from eyebox_models.protocol.ask import Ask, Message, Options, Picture

pytest.importorskip("torch")
pytest.importorskip("transformers")

from eyebox_models.vision.pictures import upright
from tiny_models import build_tiny
from vision import load, write_picture

PART = (20, 30, 180, 150)


@pytest.mark.parametrize("name", ["qwen2_5_vl", "internvl", "llava"])
def test_a_part_is_seen_as_a_file_of_it_would_be(tmp_path: Path, name: str) -> None:
    whole = write_picture(tmp_path / "whole.png", 320, 200)
    model = load(build_tiny(name, tmp_path / name))
    answers = []
    for turns in (0, 1):
        crop = tmp_path / f"crop{turns}.png"
        upright(whole, turns).crop(PART).save(crop)
        for picture in (Picture(whole, turns, PART), Picture(str(crop))):
            ask = Ask(
                (Message("user", (Picture(whole), picture, "What is it?")),),
                options=Options(max_new_tokens=6),
            )
            answer = model.answer(ask, lambda _event: None, Event())
            answers.append((answer.token_ids, answer.tokens_in, answer.seen))
    assert answers[0] == answers[1] and answers[2] == answers[3]
    assert (answers[0][2][1].width, answers[0][2][1].height) == (160, 120)
