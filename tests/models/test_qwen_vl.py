"""The original Qwen-VL beside what its own code computed: ids, pixels, features, logits, answers."""

from __future__ import annotations

import hashlib
import random
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from eyebox_models.boxes.answer_reader import reader_for
from eyebox_models.boxes.pictures import THOUSANDTHS
from eyebox_models.families.qwen_vl.prompt import chatml, raw
from eyebox_models.families.qwen_vl.tokenizer import (
    FILE,
    IM_END,
    IM_START,
    OF_BOXES,
    OF_PICTURES,
    PATTERN,
    QwenTokens,
    read_tokens,
)
from eyebox_models.families.registry import checkpoint_at, family_of
from eyebox_models.protocol.ask import Ask, Message
from eyebox_models.protocol.events import ImageInfo
from eyebox_models.vision.model import VisionModel
from originals import DATA, answer, case, case_ids, expected, load_model, messages

pytest.importorskip("torch")
pytest.importorskip("transformers")

CHAT, BASE = "qwen_vl_chat", "qwen_vl_base"
OF_CONTENT = (*OF_BOXES, *OF_PICTURES)


@pytest.fixture(scope="module")
def chat() -> VisionModel:
    return load_model(DATA / CHAT)


@pytest.fixture(scope="module")
def recorded() -> Any:
    from safetensors import safe_open

    return safe_open(DATA / CHAT / "expected.safetensors", "pt")


@pytest.fixture(autouse=True)
def where_the_pictures_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(DATA)


@pytest.fixture(scope="module", params=[CHAT, BASE])
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def tokens(name: str) -> QwenTokens:
    return read_tokens(DATA / name)


def test_every_text_is_split_and_joined_as_the_original_does(name: str, tokens: QwenTokens) -> None:
    for row in expected(name)["tokenizer"]:
        ids = tokens.encode(row["text"])
        assert ids == row["ids_all_special"], row["text"]
        assert tokens.encode(row["text"], OF_CONTENT) == row["ids_content"], row["text"]
        if row["decoded"] is not None:
            assert tokens.decode(ids) == row["decoded"]
            assert tokens.decode(ids, hide_special=True) == row["decoded_skip_special"]


def test_special_tokens_are_in_their_places(name: str, tokens: QwenTokens) -> None:
    told = expected(name)["special_ids"]
    assert (tokens.ids[IM_START], tokens.ids[IM_END]) == (told["im_start"], told["im_end"])
    assert (tokens.start, tokens.end, tokens.pad) == (told["img"], told["img_end"], told["imgpad"])
    assert tokens.size == told["n_vocab"]


def test_what_the_original_refuses_is_refused(name: str, tokens: QwenTokens) -> None:
    for row in expected(name)["tokenizer_errors"]:
        with pytest.raises(ValueError):
            tokens.encode(row["text"])


def test_ids_are_those_of_tiktoken(tokens: QwenTokens) -> None:
    tiktoken = pytest.importorskip("tiktoken")
    from tiktoken.load import load_tiktoken_bpe

    ranks = load_tiktoken_bpe(str(DATA / CHAT / FILE))
    own = tiktoken.Encoding("qwen", pat_str=PATTERN, mergeable_ranks=ranks, special_tokens={})
    here = read_tokens(DATA / CHAT)
    draw = random.Random(7)
    letters = "  aehnortshew.,'\n\r\t12AZ船能有è\u0301ß🚢\u00a0\u2028"
    for _ in range(3000):
        text = "".join(draw.choice(letters) for _ in range(draw.randrange(40)))
        assert here.text(text) == own.encode_ordinary(unicodedata.normalize("NFC", text)), text


@pytest.mark.parametrize("which", case_ids(BASE))
def test_the_base_model_is_given_plain_text(which: str) -> None:
    told = case(BASE, which)
    checkpoint = checkpoint_at(DATA / CHAT)
    chat = messages(told)
    shown = family_of(checkpoint).shown(checkpoint, Ask(chat))
    prompt = raw(read_tokens(DATA / BASE), chat, shown, lambda place, message: ())
    assert list(prompt.ids) == told["input_ids"]
    assert [(span.start, span.end - 1) for span in prompt.spans] == list(map(tuple, told["image_spans"]))


@pytest.mark.parametrize("which", case_ids(CHAT))
def test_a_chat_becomes_the_numbers_of_the_original(chat: VisionModel, recorded: Any, which: str) -> None:
    import torch

    told, limits = case(CHAT, which), expected(CHAT)["tolerance"]
    prompt = chat.family.prompt(chat.parts, Ask(messages(told)))
    assert list(prompt.ids) == told["input_ids"]
    pixels = chat.family.pixels(chat.parts, [span.shown for span in prompt.spans])
    for values, row in zip(pixels.get("pixel_values", ()), told.get("pixels", ()), strict=True):
        for channel, y, x, value in row["at"]:
            assert values[channel, y, x].item() == pytest.approx(value, abs=limits["pixels_abs"])
        assert hashlib.sha256(values.numpy().astype("<f4").tobytes()).hexdigest() == row["sha256_f32le"]
    with torch.inference_mode():
        if pixels:
            seen = chat.parts.model.model.visual(pixels["pixel_values"])
            rows = recorded.get_tensor(f"{which}.vision_rows_0_17_255")
            assert torch.allclose(seen[:, [0, 17, 255]], rows, rtol=0, atol=limits["vision_abs"])
        logits = chat.parts.model(input_ids=torch.tensor([prompt.ids]), **pixels).logits[0]
    last = recorded.get_tensor(f"{which}.logits_last")
    assert torch.allclose(logits[-1], last, rtol=0, atol=limits["logits_abs"])
    assert logits[::16].argmax(-1).tolist() == told["logits_argmax_every_16th"]
    if which == "text_only":
        every = recorded.get_tensor("text_only.logits_all")
        assert torch.allclose(logits, every, rtol=0, atol=limits["logits_abs"])


@pytest.mark.parametrize("which", case_ids(CHAT))
def test_the_answer_is_that_of_the_original(chat: VisionModel, which: str) -> None:
    told = case(CHAT, which)
    found = answer(chat, messages(told))
    ids = told["greedy16_ids"]
    ends = [place for place, number in enumerate(ids) if number in chat.stop_ids]
    assert list(found.token_ids) == ids[: ends[0] if ends else None]
    assert found.tokens_in == told["n_tokens"]


def test_safetensors_give_the_same_answers(tmp_path: Path) -> None:
    import json
    import shutil

    import torch

    from tiny_originals import save

    tensors: dict[str, Any] = {}
    for file in sorted((DATA / CHAT).glob("*.bin")):
        tensors |= torch.load(file, weights_only=True)
    for file in (DATA / CHAT).glob("*"):
        if file.suffix in (".json", ".tiktoken") and "index" not in file.name and "expected" not in file.name:
            shutil.copy(file, tmp_path)
    save(tmp_path, tensors, 2, safetensors=True)
    assert json.loads((tmp_path / "model.safetensors.index.json").read_text())["weight_map"]
    for which in ("two_images", "crosses_seq_length"):
        told = case(CHAT, which)
        assert list(answer(load_model(tmp_path), messages(told)).token_ids) == told["greedy16_ids"]


def test_older_turns_are_dropped_whole() -> None:
    for row in expected(CHAT)["window"]:
        chat = [Message("system", (row["system"],))]
        for question, reply in row["history"]:
            chat += [Message("user", (question,)), Message("assistant", (reply,))]
        chat.append(Message("user", (row["query"],)))
        tokens = read_tokens(DATA / CHAT)
        prompt = chatml(tokens, chat, (), row["max_window_size"], lambda place, message: ())
        assert list(prompt.ids) == row["input_ids"]


def test_boxes_land_where_the_original_put_them(name: str) -> None:
    for row in expected(name)["boxes"]:
        width, height = row["image_size"]
        reader = reader_for(0, (ImageInfo(0, width, height, (448, 448)),), THOUSANDTHS)
        reader.feed(row["text"])
        reader.finish()
        found = [list(one.box.xyxy) for one in reader.boxes]
        assert len(found) == len(row["boxes_pixels"])
        for box, pixels in zip(found, row["boxes_pixels"], strict=True):
            assert [int(number + 1e-6) for number in box] == pixels
