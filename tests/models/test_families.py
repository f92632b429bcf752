"""Each family: the ids, pixels and greedy answers of transformers, the sizes its processor chooses, boxes that land."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from eyebox_models.families.registry import checkpoint_at, family_of
from eyebox_models.protocol.ask import Ask, Message, Options, Picture
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.events import ImageInfo
from eyebox_models.vision.family import VisionFamily
from eyebox_models.vision.parts import LoadedCheckpoint
from loading import load
from references import reference, write_pictures
from tiny_models import BUILDERS, build_tiny

torch = pytest.importorskip("torch")
pytest.importorskip("transformers")

ALL = tuple(BUILDERS)
OWN = tuple(name for name in ALL if name not in ("llava", "smolvlm", "gemma3"))
NEW = 16


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    root = tmp_path_factory.mktemp("families 模型")
    return {name: build_tiny(name, root / name) for name in ALL}


@pytest.fixture(scope="session")
def shots(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return write_pictures(tmp_path_factory.mktemp("shots"))


_loaded: dict[Path, tuple[VisionFamily, LoadedCheckpoint]] = {}


def ready(folder: Path) -> tuple[VisionFamily, LoadedCheckpoint]:
    """A family with its checkpoint loaded, once for all tests."""
    if folder not in _loaded:
        parts = load(folder)
        _loaded[folder] = (family_of(parts.checkpoint), parts)
    return _loaded[folder]


def say(*parts: str, role: Any = "user", ids: tuple[int, ...] = ()) -> Message:
    """A message; words that name a picture file are pictures."""
    return Message(role, tuple(Picture(p) if p.endswith((".png", ".jpg")) else p for p in parts), ids)


def answer(folder: Path, ask: Ask) -> list[int]:
    """The greedy answer from what the family gives, a full prefill."""
    family, parts = ready(folder)
    prompt = family.prompt(parts, ask)
    pixels = family.pixels(parts, [span.shown for span in prompt.spans])
    ids = torch.tensor([prompt.ids])
    with torch.no_grad():
        made = parts.model.generate(
            input_ids=ids,
            attention_mask=torch.ones_like(ids),
            **family.inputs(parts, [prompt], [0]),
            **pixels,
            do_sample=False,
            max_new_tokens=NEW,
        )[0, len(prompt.ids) :].tolist()
    return made[:-1] if made[-1] in family.stop_ids(parts) else made


def chats(shots: dict[str, str]) -> dict[str, tuple[Message, ...]]:
    wide, tall, square, turned = (shots[name] for name in ("wide", "tall", "square", "turned"))
    return {
        "one picture": (say(wide, "What is in the picture?"),),
        "a turned one": (say(turned, "What is in the picture?"),),
        "a see-through one": (say(shots["clear"], "And here?"),),
        "two pictures": (say(tall, square, "Which of them is red?"),),
        "a picture between texts": (say("Before ", tall, " after\n"),),
        "no picture": (say("Hello, who are you?"),),
        "Chinese": (say("You answer in Chinese.", role="system"), say(wide, "图里有什么？请提取所有价格。")),
        "two turns": (
            say(wide, "What is in the picture?"),
            say("A dog <at> 12.5.", role="assistant"),
            say("图里还有什么？", turned),
        ),
    }


@pytest.mark.parametrize("name", ALL)
def test_ids_and_answers_are_those_of_transformers(name, tiny, shots):
    plain = reference(tiny[name])
    for what, messages in chats(shots).items():
        ask = Ask(messages)
        family, parts = ready(tiny[name])
        inputs = plain.inputs(ask)
        assert list(family.prompt(parts, ask).ids) == inputs["input_ids"][0].tolist(), what
        assert answer(tiny[name], ask) == plain.answer(inputs, NEW), what


@pytest.mark.parametrize("name", ALL)
def test_pixels_are_those_of_transformers(name, tiny, shots):
    family, parts = ready(tiny[name])
    ask = Ask((say(*shots.values(), "What?"),))
    prompt = family.prompt(parts, ask)
    made = family.pixels(parts, [span.shown for span in prompt.spans])
    wanted = reference(tiny[name]).inputs(ask)
    assert made
    for key, values in made.items():
        assert torch.equal(values, wanted[key]), key


@pytest.mark.parametrize("name", ALL)
def test_answers_depend_on_the_picture_and_vary(name, tiny, shots):
    first = answer(tiny[name], Ask((say(shots["wide"], "What?"),)))
    second = answer(tiny[name], Ask((say(shots["turned"], "What?"),)))
    assert first != second
    assert len(set(first)) > 4


@pytest.mark.parametrize("name", OWN)
def test_a_batch_padded_on_the_left_answers_as_one_by_one(name, tiny, shots):
    family, parts = ready(tiny[name])
    asks = [Ask((say(shots["wide"], "What?"),)), Ask((say("Well,", shots["wide"], "which one is it?"),))]
    prompts = [family.prompt(parts, ask) for ask in asks]
    length = max(len(prompt.ids) for prompt in prompts)
    padding = [length - len(prompt.ids) for prompt in prompts]
    pad = parts.tokenizer.pad_token_id
    rows = [[pad] * p + list(prompt.ids) for p, prompt in zip(padding, prompts, strict=True)]
    mask = torch.tensor([[0] * p + [1] * (length - p) for p in padding])
    pixels = family.pixels(parts, [span.shown for prompt in prompts for span in prompt.spans])
    with torch.no_grad():
        made = parts.model.generate(
            input_ids=torch.tensor(rows),
            attention_mask=mask,
            **family.inputs(parts, prompts, padding),
            **pixels,
            do_sample=False,
            max_new_tokens=8,
        )[:, length:].tolist()
    assert any(padding)
    ends = family.stop_ids(parts)
    for ids, ask in zip(made, asks, strict=True):
        stop = next((n for n, token in enumerate(ids) if token in ends), len(ids))
        assert ids[:stop] == answer(tiny[name], ask)[:8]


SIZES = [
    (1, 1), (1, 200), (199, 1), (2, 3), (28, 28), (29, 27), (55, 57), (333, 500), (640, 480), (1500, 77), (3000, 40),
    (13, 997), (448, 448), (450, 449), (1792, 896), (2100, 1400),
]  # fmt: skip
OPTIONS = [
    Options(), Options(max_pixels=30_000), Options(max_pixels=900), Options(max_tiles=3), Options(max_tiles=1),
    Options(max_pixels=400_000, max_tiles=12),
]  # fmt: skip


@pytest.mark.parametrize("name", ["qwen2_vl", "qwen2_5_vl", "qwen3_vl", "qwen3_5", "internvl"])
def test_the_size_foretold_is_the_size_that_the_processor_chooses(name, tiny):
    from PIL import Image

    family, parts = ready(tiny[name])
    processor = parts.processor
    for size in SIZES:
        image = Image.new("RGB", size)
        for options in OPTIONS:
            sight = family.see(parts.checkpoint, *size, options)
            settings = {
                key: dict(value) if isinstance(value, tuple) else value
                for key, value in family.settings(parts.checkpoint, options).items()
            }
            made = processor(
                text=[processor.image_token], images=[image], images_kwargs=settings, return_tensors="pt"
            )
            tokens = int((made["input_ids"] == processor.image_token_id).sum())
            assert tokens == sight.visual_tokens, (size, options)
            grid = family.grid(parts.checkpoint, sight)
            if "image_grid_thw" in made:
                assert made["image_grid_thw"][0].tolist() == list(grid)
                assert len(made["pixel_values"]) == sight.patches
            else:
                assert (len(made["pixel_values"]),) == grid


@pytest.mark.parametrize("size", [(1, 201), (5000, 1), (10_000, 30), (201, 1)])
def test_a_picture_that_is_too_thin_for_qwen_is_told_in_one_sentence(size, tiny):
    family, parts = ready(tiny["qwen2_vl"])
    with pytest.raises(EyeboxError, match=r"too long and thin.*crop it"):
        family.see(parts.checkpoint, *size, Options())
    family, parts = ready(tiny["internvl"])
    assert family.see(parts.checkpoint, *size, Options()).visual_tokens


@pytest.mark.parametrize("size", [(40_000, 30_000), (400_000, 9_000)])
def test_huge_pictures_stay_within_their_bounds(size, tiny):
    for name in ("qwen2_vl", "qwen3_vl", "internvl"):
        checkpoint = checkpoint_at(tiny[name])
        sight = family_of(checkpoint).see(checkpoint, *size, Options())
        assert sight.visual_tokens <= 64, name


def test_fewer_pixels_reach_the_model(tiny, shots):
    family, parts = ready(tiny["qwen2_5_vl"])
    ask = Ask((say(shots["wide"], "What?"),), options=Options(max_pixels=12_000))
    prompt = family.prompt(parts, ask)
    wanted = reference(tiny["qwen2_5_vl"]).inputs(ask, size={"shortest_edge": 3136, "longest_edge": 12_000})
    assert list(prompt.ids) == wanted["input_ids"][0].tolist()
    made = family.pixels(parts, [span.shown for span in prompt.spans])
    assert torch.equal(made["pixel_values"], wanted["pixel_values"])


SEEN = ImageInfo(0, 2048, 1365, (1008, 672), 864)
MARKED = "<|object_ref_start|>dog<|object_ref_end|><|box_start|>(100,200),(300,400)<|box_end|>"


@pytest.mark.parametrize(
    ("name", "text", "across", "down"),
    [
        ("qwen2_vl", MARKED, 1000, 1000),
        ("qwen2_5_vl", '```json\n[{"bbox_2d": [100, 200, 300, 400], "label": "dog"}]\n```', 1008, 672),
        ("qwen3_vl", '[{"bbox_2d": [100, 200, 300, 400], "label": "dog"}]', 1000, 1000),
        ("qwen3_vl_moe", '[{"bbox_2d": [100, 200, 300, 400], "label": "dog"}]', 1000, 1000),
        ("qwen3_5", '{"bbox_2d": [100, 200, 300, 400], "label": "dog"}', 1000, 1000),
        ("internvl", "<ref>dog</ref><box>[[100, 200, 300, 400]]</box>", 1000, 1000),
        ("gemma3", '[{"box_2d": [200, 100, 400, 300], "label": "dog"}]', 1000, 1000),
    ],
)
def test_boxes_become_pixels_of_the_original(name, text, across, down, tiny):
    family = family_of(checkpoint_at(tiny[name]))
    reader = family.reader(0, [SEEN])
    reader.feed(text)
    reader.finish()
    (found,) = reader.boxes
    corners = (found.box.x1, found.box.y1, found.box.x2, found.box.y2)
    wanted = [
        n / s * e for n, s, e in zip((100, 200, 300, 400), (across, down) * 2, (2048, 1365) * 2, strict=True)
    ]
    assert corners == pytest.approx(wanted, abs=0.01)
    assert found.box.label == "dog"


def test_the_checkpoint_says_what_ends_an_answer(tiny):
    for name in ALL:
        family, parts = ready(tiny[name])
        assert list(family.stop_ids(parts)) == parts.model.generation_config.eos_token_id
