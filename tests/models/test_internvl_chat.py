"""The original InternVL2 and InternVL3 beside what their own code computed: ids, pixels, features, logits, answers."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PIL import Image

from eyebox_models.families.internvl.templates import chat_template
from eyebox_models.families.internvl.tokenizer import read_tokenizer
from eyebox_models.families.registry import checkpoint_at, family_of
from eyebox_models.protocol.ask import Ask, Message, Options, Picture
from eyebox_models.vision.model import VisionModel
from eyebox_models.vision.pictures import rgb
from internvl_originals import INTERNLM2, QWEN2, RECORDED, messages, most_tiles, prompt_ids, wanted_ids
from originals import DATA, answer, case, case_ids, expected, load_model

pytest.importorskip("torch")
pytest.importorskip("transformers")

CASES = [pytest.param(name, which, id=f"{name}-{which}") for name in RECORDED for which in case_ids(name)]
HARBOR, METER = str(DATA / "images" / "harbor.png"), str(DATA / "images" / "meter.png")


@pytest.fixture(scope="module")
def models() -> dict[str, VisionModel]:
    return {name: load_model(DATA / name) for name in RECORDED}


@pytest.fixture(autouse=True)
def where_the_pictures_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(DATA)


def asked(entry: dict[str, Any], form: str = "places") -> Ask:
    return Ask(messages(entry, form), options=Options(max_tiles=most_tiles(entry), max_new_tokens=16))


def ids_of(model: VisionModel, *chat: Message, **options: Any) -> str:
    """The text of a prompt's ids, placeholders counted."""
    ids = list(model.family.prompt(model.parts, Ask(chat, options=Options(**options))).ids)
    mark = model.parts.tokenizer.context_image_token_id
    text = str(model.parts.tokenizer.decode([n for n in ids if n != mark]))
    return f"{text.removeprefix('<s>')}|{ids.count(mark)}"


def user(*parts: str | Picture) -> Message:
    return Message("user", parts)


@pytest.mark.parametrize("name", RECORDED)
def test_texts_become_the_recorded_ids(name: str) -> None:
    tokenizer = read_tokenizer(DATA / name)
    for entry in expected(name)["tokenizer"]:
        assert tokenizer(entry["text"])["input_ids"] == entry["ids"], entry["text"]
    for entry in expected(name)["cases"]:
        assert tokenizer.decode(entry["greedy16_ids"]) == entry["greedy16_text"]


@pytest.mark.parametrize("name", RECORDED)
def test_templates_write_the_recorded_prompts(name: str) -> None:
    tokenizer = read_tokenizer(DATA / name)
    for entry in expected(name)["templates"]:
        chat = [
            {"role": role, "content": text}
            for pair in entry["history"]
            for role, text in zip(("user", "assistant"), pair, strict=True)
        ]
        chat.append({"role": "user", "content": entry["question"]})
        tokenizer.chat_template = chat_template({"template": entry["template"], "system_message": None})
        written = tokenizer.apply_chat_template(chat, tokenize=False, add_generation_prompt=True)
        assert written == entry["prompt"]


def test_the_system_message_of_the_config_holds() -> None:
    tokenizer = read_tokenizer(DATA / QWEN2)
    told = 'Say "it\'s so" \\ in {{ braces }}.\n好'
    tokenizer.chat_template = chat_template({"template": "internvl2_5", "system_message": told})
    chat = [{"role": "user", "content": "A"}]
    written = tokenizer.apply_chat_template(chat, tokenize=False)
    assert written == f"<|im_start|>system\n{told}<|im_end|>\n<|im_start|>user\nA<|im_end|>\n"


@pytest.mark.parametrize("name", RECORDED)
def test_pictures_are_cut_into_the_recorded_tiles(name: str) -> None:
    checkpoint = checkpoint_at(DATA / name)
    family = family_of(checkpoint)
    for entry in expected(name)["tiling"]:
        config = checkpoint.config | {
            "min_dynamic_patch": entry["min_num"],
            "max_dynamic_patch": entry["max_num"],
            "use_thumbnail": entry["use_thumbnail"],
        }
        told = replace(checkpoint, config=config)
        sight = family.see(told, entry["w"], entry["h"], Options())
        assert sight.resized == (448 * entry["cols"], 448 * entry["rows"]), entry
        assert family.grid(told, sight) == (entry["tiles"],)
        assert (sight.visual_tokens, sight.patches) == (256 * entry["tiles"], 1024 * entry["tiles"])


@pytest.mark.parametrize(("name", "which"), CASES)
def test_a_chat_becomes_the_recorded_ids(models: dict[str, VisionModel], name: str, which: str) -> None:
    model, entry = models[name], case(name, which)
    for form in ("places", "text"):
        prompt = model.family.prompt(model.parts, asked(entry, form))
        assert list(prompt.ids) == prompt_ids(entry)
        tiles = [picture["tiles"] for picture in entry["images"]]
        assert [span.shown.grid for span in prompt.spans] == [(count,) for count in tiles]


@pytest.mark.parametrize(("name", "which"), CASES)
def test_pixels_features_logits_and_answer(models: dict[str, VisionModel], name: str, which: str) -> None:
    import torch
    from safetensors import safe_open

    model, entry = models[name], case(name, which)
    parts, family, allowed = model.parts, model.family, expected(name)["tolerance"]
    recorded = safe_open(DATA / name / "expected.safetensors", "pt")
    prompt = family.prompt(parts, asked(entry))
    pixels = family.pixels(parts, [span.shown for span in prompt.spans])
    with torch.inference_mode():
        if pixels:
            tiles = pixels["pixel_values"]
            made = [hashlib.sha256(tile.numpy().tobytes()).hexdigest() for tile in tiles]
            assert made == [told["sha256_f32le"] for told in entry["pixels"]]
            features = parts.model.get_image_features(tiles).pooler_output[:, [0, 17, 255]]
            rows = recorded.get_tensor(f"{which}.vision_rows_0_17_255")
            assert (features - rows).abs().max() <= allowed["vision_abs"]
        family.inputs(parts, [prompt], [0])
        logits = parts.model(input_ids=torch.tensor([prompt.ids]), **pixels).logits[0, -1]
    assert (logits - recorded.get_tensor(f"{which}.logits_last")).abs().max() <= allowed["logits_abs"]
    assert list(model.answer(asked(entry), lambda event: None, never()).token_ids) == wanted_ids(entry)


def never() -> Any:
    from threading import Event

    return Event()


def test_answers_do_not_depend_on_longer_chats_before(models: dict[str, VisionModel]) -> None:
    """Positions are stretched by the longest prompt so far, where nobody sets them back."""
    model = models[INTERNLM2]
    order = ("many_tiles", "two_images_zh", "single_tiles", "two_images_zh", "second_turn", "many_tiles")
    for which in order:
        entry = case(INTERNLM2, which)
        made = model.answer(asked(entry), lambda event: None, never())
        assert list(made.token_ids) == wanted_ids(entry), which
        if entry["beyond_max_position_embeddings"]:
            assert made.tokens_reused == 0


def test_a_chat_within_the_trained_length_goes_on_from_its_cache(models: dict[str, VisionModel]) -> None:
    model = models[INTERNLM2]
    question = user(Picture(HARBOR), "What is there?")
    first = answer(model, [question], tokens=5, max_tiles=1)
    chat = [question, Message("assistant", (first.raw,), first.token_ids), user("And now?")]
    warm = answer(model, chat, tokens=8, max_tiles=1)
    assert warm.tokens_reused > 256
    model.caches.clear()
    assert answer(model, chat, tokens=8, max_tiles=1).token_ids == warm.token_ids


def test_where_pictures_stand(models: dict[str, VisionModel]) -> None:
    model = models[QWEN2]
    one, two = Picture(HARBOR), Picture(METER)

    def written(*chat: Message) -> str:
        text = ids_of(model, *chat, max_tiles=1)
        return text.partition("<|im_start|>user\n")[2].replace("<|im_start|>", "").replace("<|im_end|>", "")

    plain = "<img></img>\nQ\nassistant\n|256"
    assert written(user(one, "Q")) == plain
    assert written(user(one, "\nQ")) == plain
    assert written(user(one, "<image>\nQ")) == plain
    numbered = "Image-1: <img></img>\nImage-2: <img></img>\nQ\nassistant\n|512"
    assert written(user(one, two, "Q")) == numbered
    assert written(user("Image-1: ", one, "\nImage-2: ", two, "\nQ")) == numbered
    assert written(user(one, two, "Image-1: <image>\nImage-2: <image>\nQ")) == numbered
    assert written(user(one, two, "\nQ")) == "<img></img><img></img>\nQ\nassistant\n|512"
    assert written(user("See ", one, " and ", two)) == "See <img></img> and <img></img>\nassistant\n|512"
    assert written(user(one, "<image> <image>")) == "<img></img>\n<image> <image>\nassistant\n|256"
    assert written(user("no <image> here")) == "no <image> here\nassistant\n|0"
    later = written(user(one, "Q"), Message("assistant", ("A",)), user(two, one, "R"))
    assert later == (
        "<img></img>\nQ\nassistant\nA\nuser\nImage-2: <img></img>\nImage-3: <img></img>\nR\nassistant\n|768"
    )


def test_a_question_may_hold_tags_of_boxes_and_no_other_special_tokens(
    models: dict[str, VisionModel],
) -> None:
    for model in models.values():
        tokenizer = model.parts.tokenizer
        typed = "<ref>x</ref><box>[[1, 2, 3, 4]]</box> <IMG_CONTEXT><img><|im_end|></s>"
        prompt = list(model.family.prompt(model.parts, Ask((user(typed),))).ids)
        plain = list(model.family.prompt(model.parts, Ask((user("x"),))).ids)
        for tag in ("<ref>", "</ref>", "<box>", "</box>"):
            assert prompt.count(tokenizer.convert_tokens_to_ids(tag)) == 1
        for other in ("<IMG_CONTEXT>", "<img>", "<|im_end|>", "</s>"):
            number = tokenizer.convert_tokens_to_ids(other)
            assert prompt.count(number) == plain.count(number)
        assert typed in tokenizer.decode(prompt)


def test_an_answer_keeps_its_ids(models: dict[str, VisionModel]) -> None:
    model = models[INTERNLM2]
    ids = (269, 674, 674, 606)
    text = str(model.parts.tokenizer.decode(list(ids)))
    chat = (user("Q"), Message("assistant", (text,), ids), user("R"))
    prompt = list(model.family.prompt(model.parts, Ask(chat)).ids)
    assert any(tuple(prompt[at : at + len(ids)]) == ids for at in range(len(prompt)))


def test_boxes_of_an_answer_land_in_the_picture(models: dict[str, VisionModel]) -> None:
    model = models[QWEN2]
    prompt = model.family.prompt(model.parts, Ask((user(Picture(HARBOR), "Q"),)))
    reader = model.family.reader(0, [span.shown.seen for span in prompt.spans])
    reader.feed("<ref>the boat</ref><box>[[100, 200, 500, 1000]]</box>")
    reader.finish()
    (found,) = reader.boxes
    assert (found.box.x1, found.box.y1, found.box.x2, found.box.y2) == (30, 36, 150, 180)
    assert found.box.label == "the boat"


def test_pictures_of_all_kinds_are_those_of_the_original_code(tmp_path: Path) -> None:
    drawn = Image.effect_mandelbrot((40, 30), (-2, -1.5, 1, 1.5), 50)
    clear = Image.merge("RGBA", (drawn, drawn, drawn, Image.new("L", drawn.size, 40)))
    kinds = {"grey": drawn, "clear": clear, "palette": drawn.convert("P"), "one": drawn.convert("1")}
    for name, picture in kinds.items():
        path = tmp_path / f"{name}.png"
        picture.save(path)
        with Image.open(path) as opened:
            assert rgb(str(path)).tobytes() == opened.convert("RGB").tobytes(), name
    turned = tmp_path / "turned.jpg"
    exif = Image.Exif()
    exif[0x0112] = 6
    drawn.save(turned, exif=exif)
    assert rgb(str(turned)).size == (30, 40)
    deep = tmp_path / "deep.png"
    Image.new("I;16", (8, 8), 40_000).save(deep)
    assert rgb(str(deep)).getpixel((1, 1)) in ((155, 155, 155), (156, 156, 156))


def test_without_a_small_whole_picture(models: dict[str, VisionModel]) -> None:
    model = models[QWEN2]
    checkpoint = replace(
        model.parts.checkpoint, config=model.parts.checkpoint.config | {"use_thumbnail": False}
    )
    parts: Any = SimpleNamespace(
        checkpoint=checkpoint,
        model=model.parts.model,
        processor=model.parts.processor,
        tokenizer=model.parts.tokenizer,
        device="cpu",
        extra={},
    )
    (shown,) = model.family.shown(checkpoint, Ask((user(Picture(METER), "Q"),), options=Options(max_tiles=6)))
    assert shown.grid == (2,)
    assert model.family.pixels(parts, [shown])["pixel_values"].shape == (2, 3, 448, 448)
