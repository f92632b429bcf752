"""Chatting with an original Qwen-VL: turns, kept caches, streams, stops, batches, pictures of every kind."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from eyebox_models.families.qwen_vl.config import alpha
from eyebox_models.families.qwen_vl.prompt import path_bytes
from eyebox_models.families.registry import checkpoint_at
from eyebox_models.fit.precision import Choice
from eyebox_models.fit.predict import predict
from eyebox_models.protocol.ask import Ask, Message, Options, Picture
from eyebox_models.protocol.events import Answered, BoxFound, TextDelta
from eyebox_models.vision.model import VisionModel
from eyebox_models.vision.pictures import rgb
from originals import DATA, answer, as_json, case, load_model, messages
from tiny_originals import CHAT, build_original, pack_int4

pytest.importorskip("torch")
pytest.importorskip("transformers")

HARBOR, METER = (Picture(str(DATA / "images" / name)) for name in ("harbor.png", "meter.png"))
FIRST = Message("user", (HARBOR, "What is it?"))


@pytest.fixture(scope="module")
def chat() -> VisionModel:
    return load_model(CHAT)


@pytest.fixture
def fresh(chat: VisionModel) -> VisionModel:
    """The same model with nothing kept."""
    chat.caches.clear()
    return chat


def ids_of(model: VisionModel, *parts: str | Picture) -> tuple[int, ...]:
    return model.family.prompt(model.parts, Ask((Message("user", parts),))).ids


def test_a_kept_cache_never_changes_an_answer(chat: VisionModel) -> None:
    turns: list[Message] = [FIRST]
    questions = (
        Message("user", ("And what else?",)),
        Message("user", (METER, "And this?")),
        Message("user", ("Why?",)),
    )
    reused = []
    chat.caches.clear()
    for question in (*questions, None):
        found = answer(chat, turns)
        reused.append(found.tokens_reused)
        other = load_model(CHAT)
        assert answer(other, turns).token_ids == found.token_ids
        if question:
            turns += [Message("assistant", (found.text,), found.token_ids), question]
    assert reused[0] == 0
    assert reused[1] > 300
    assert reused[2] == 0, "a longer prompt stretches all positions, so nothing of the old cache holds"
    assert reused[3] > 600


def test_chats_in_turn_do_not_disturb_each_other(fresh: VisionModel) -> None:
    short, long = case("qwen_vl_chat", "text_only"), case("qwen_vl_chat", "two_images")
    pictures = [
        Message(m.role, tuple(Picture(str(DATA / p.path)) if isinstance(p, Picture) else p for p in m.parts))
        for m in messages(long)
    ]
    for _ in range(2):
        assert list(answer(fresh, messages(short)).token_ids) == short["greedy16_ids"]
        assert list(answer(fresh, pictures).token_ids) == long["greedy16_ids"]


def test_how_far_positions_are_stretched() -> None:
    lengths = (1, 511, 512, 513, 1024, 1025, 2048, 2049, 4097)
    assert [alpha(n, 512) for n in lengths] == [1, 1, 1, 3, 3, 7, 7, 15, 31]


def test_text_streams_and_stops(fresh: VisionModel) -> None:
    stop, pushed = Event(), []

    def emit(event: Any) -> None:
        pushed.append(event)
        if sum(isinstance(e, TextDelta) for e in pushed) == 3:
            stop.set()

    found = fresh.answer(Ask((FIRST,), options=Options(max_new_tokens=200)), emit, stop)
    assert "".join(e.text for e in pushed if isinstance(e, TextDelta)) == found.text
    assert 2 < found.tokens_out < 30
    whole = answer(load_model(CHAT), (FIRST,), tokens=len(found.token_ids))
    assert whole.token_ids == found.token_ids


def test_many_questions_are_one_batch(fresh: VisionModel) -> None:
    """Rows of very different lengths: each has its own stretch and its own scaled queries."""
    chats = [(FIRST,), (Message("user", (HARBOR, METER, "Compare")),), (Message("user", ("Hello",)),)]
    alone = [answer(load_model(CHAT), one).token_ids for one in chats]
    done: dict[int, Any] = {}

    def emit(event: Any) -> None:
        if isinstance(event, Answered):
            done[event.index] = event.answer

    fresh.answer_each([Ask(one, options=Options(max_new_tokens=16)) for one in chats], emit, Event())
    assert [done[n].token_ids for n in range(3)] == alone


def test_beams_see_all_pictures(fresh: VisionModel) -> None:
    two = (Message("user", (HARBOR, METER, "Compare")),)
    greedy, beams = answer(fresh, two, tokens=6), answer(fresh, two, tokens=6, num_beams=3)
    swapped = answer(fresh, (Message("user", (METER, HARBOR, "Compare")),), tokens=6, num_beams=3)
    assert score(fresh, two, beams.token_ids) >= score(fresh, two, greedy.token_ids)
    assert swapped.token_ids != beams.token_ids


def score(model: VisionModel, chat: Any, ids: tuple[int, ...]) -> float:
    """The log-probability of an answer."""
    import torch

    prompt = model.family.prompt(model.parts, Ask(tuple(chat)))
    pixels = model.family.pixels(model.parts, [span.shown for span in prompt.spans])
    with torch.inference_mode():
        model.parts.model.model.language_model.rotary_emb.begin(torch.arange(len(prompt.ids))[None])
        whole = torch.tensor([(*prompt.ids, *ids)])
        logits = model.parts.model(input_ids=whole, new_prompt=False, **pixels).logits[0]
    found = logits.log_softmax(-1)[len(prompt.ids) - 1 : -1]
    return float(found.gather(1, torch.tensor(ids)[:, None]).sum())


def test_what_a_user_types_is_text(chat: VisionModel) -> None:
    tokens = chat.parts.processor.tokens
    typed = ids_of(chat, "<img>a.png</img> <imgpad> <|im_end|> <|endoftext|> <|extra_0|>")
    plain = ids_of(chat, "x")
    for text in ("<img>", "</img>", "<imgpad>", "<|im_end|>", "<|endoftext|>", "<|extra_0|>"):
        assert typed.count(tokens.ids[text]) == plain.count(tokens.ids[text])
    asked = ids_of(chat, "<ref>the boat</ref><box>(1,2),(3,4)</box>")
    assert tokens.ids["<ref>"] in asked
    assert tokens.ids["<box>"] in asked


def test_pictures_are_counted_within_each_message(chat: VisionModel) -> None:
    turns = (FIRST, Message("assistant", ("Boats.",)), Message("user", (METER, "a", HARBOR, "b")))
    text = chat.parts.processor.tokens.decode(chat.family.prompt(chat.parts, Ask(turns)).ids)
    assert text.count(f"Picture 1: <img>{HARBOR.path}</img>\nWhat is it?") == 1
    assert f"Picture 1: <img>{METER.path}</img>\naPicture 2: <img>{HARBOR.path}</img>\nb" in text


def test_a_path_of_any_length_fits() -> None:
    assert path_bytes("a/b.png") == b"a/b.png"
    assert path_bytes("/" + "x" * 253) == b"/" + b"x" * 253
    assert path_bytes("/" + "x" * 254 + "/b.png") == b"b.png"
    assert len(path_bytes("船" * 200)) <= 254


def test_the_system_message_is_the_users(chat: VisionModel) -> None:
    ask = Ask((Message("system", ("Be brief.",)), Message("user", ("Hi",))))
    text = chat.parts.processor.tokens.decode(chat.family.prompt(chat.parts, ask).ids)
    assert text == (
        "<|im_start|>system\nBe brief.<|im_end|>\n<|im_start|>user\nHi<|im_end|>\n<|im_start|>assistant\n"
    )


def test_answers_keep_their_ids(chat: VisionModel) -> None:
    said = answer(chat, (FIRST,))
    again = Message("assistant", (said.text,), said.token_ids)
    turns = (FIRST, again, Message("user", ("Why?",)))
    ids = chat.family.prompt(chat.parts, Ask(turns)).ids
    joined = " ".join(map(str, ids))
    assert " ".join(map(str, said.token_ids)) in joined
    changed = (FIRST, Message("assistant", ("Something else",), said.token_ids), turns[2])
    other = " ".join(map(str, chat.family.prompt(chat.parts, Ask(changed)).ids))
    assert " ".join(map(str, said.token_ids)) not in other


def test_boxes_are_pixels_of_the_latest_picture(chat: VisionModel) -> None:
    prompt = chat.family.prompt(chat.parts, Ask((Message("user", (HARBOR, METER, "x")),)))
    reader = chat.family.reader(0, [span.shown.seen for span in prompt.spans])
    events = [*reader.feed("<ref>the dial</ref><box>(100,200),(500,1000)</box>"), *reader.finish()]
    (box,) = [event for event in events if isinstance(event, BoxFound)]
    assert (box.image, box.box.label) == (1, "the dial")
    assert box.box.xyxy == pytest.approx((15, 66, 75, 330))
    assert reader.text == "the dial"


def test_the_base_model_goes_on_with_plain_text(tmp_path: Path) -> None:
    shutil.copytree(CHAT, tmp_path / "base")
    generation = tmp_path / "base" / "generation_config.json"
    generation.write_text(json.dumps(json.loads(generation.read_text()) | {"chat_format": "raw"}))
    model = load_model(tmp_path / "base")
    assert model.stop_ids == (516,)
    text = model.parts.processor.tokens.decode(
        ids_of(model, HARBOR, "Generate the caption in English with grounding:")
    )
    assert text == f"Picture 1: <img>{HARBOR.path}</img>\nGenerate the caption in English with grounding:"
    assert len(answer(model, (FIRST,)).token_ids) == 16


def test_pictures_of_every_kind_are_seen_as_the_original_sees_them(tmp_path: Path) -> None:
    """Transparency is dropped, not blended; a picture that was taken on its side is upright."""
    from PIL import Image

    clear = Image.new("RGBA", (20, 10), (200, 30, 40, 0))
    clear.save(tmp_path / "clear.png")
    assert rgb(str(tmp_path / "clear.png")).getpixel((3, 3)) == (200, 30, 40)
    turned = Image.new("RGB", (20, 10), (9, 9, 9))
    exif = Image.Exif()
    exif[0x0112] = 6
    turned.save(tmp_path / "turned.jpg", exif=exif)
    assert rgb(str(tmp_path / "turned.jpg")).size == (10, 20)
    Image.new("I;16", (8, 8), 40_000).save(tmp_path / "deep.png")
    assert rgb(str(tmp_path / "deep.png")).mode == "RGB"
    Image.new("L", (7, 5), 77).save(tmp_path / "grey.png")
    assert rgb(str(tmp_path / "grey.png")).getpixel((0, 0)) == (77, 77, 77)


def test_an_answer_keeps_to_a_schema(fresh: VisionModel) -> None:
    kinds = {"sort": {"enum": ["boat", "meter"]}}
    schema = {"type": "object", "properties": kinds, "required": ["sort"], "additionalProperties": False}
    found = answer(fresh, (FIRST,), tokens=60, schema=json.dumps(schema))
    assert json.loads(found.text)["sort"] in ("boat", "meter")


def test_memory_is_foreseen(tmp_path: Path) -> None:
    plain = build_original(tmp_path / "plain", safetensors=True)
    packed = pack_int4(plain, tmp_path / "packed")
    for folder, precision, quantization in (
        (plain, "fp32", ""),
        (plain, "int8", "bnb8"),
        (packed, "fp32", ""),
        (packed, "int8", "bnb8"),
    ):
        inner = load_model(folder, precision).parts.model
        size = sum(t.nbytes for t in inner.parameters())
        dtype = "float32" if precision == "fp32" else "bfloat16"
        choice = Choice(precision, "cpu", dtype, quantization)
        assert predict(checkpoint_at(folder), (), choice, 0, 0).weights == pytest.approx(size, rel=0.03)


@pytest.mark.thorough
def test_a_chat_in_json_is_asked_over_the_command_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from eyebox.cli import main

    told = case("qwen_vl_chat", "history_zh")
    (tmp_path / "chat.json").write_text(json.dumps(as_json(messages(told))))
    monkeypatch.chdir(DATA)
    command = ["ask", "--model", str(CHAT), "--messages", str(tmp_path / "chat.json"), "--precision", "fp32"]
    assert main([*command, "--max-new-tokens", "16", "--json"]) == 0
    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert events[-1]["event"] == "end"
    assert events[-1]["token_ids"] == told["greedy16_ids"]
    assert events[-1]["tokens_in"] == told["n_tokens"]
