"""What a model is given: typed text stays text, earlier answers keep their ids, and templates of all kinds work."""

from __future__ import annotations

import json
import os
import random
import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from eyebox_models.families.registry import family_of
from eyebox_models.picture import open_array
from eyebox_models.protocol.ask import Ask, Message, Options, Picture
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.tools.built_in import PLAIN, offered
from eyebox_models.vision import pictures
from eyebox_models.vision.parts import LoadedCheckpoint
from eyebox_models.vision.prompt import Prompt
from eyebox_models.vision.tokens import Tokens
from loading import load
from quick_run import quick
from references import reference, write_pictures
from tiny_models import CHATML, build_tiny

pytest.importorskip("torch")
pytest.importorskip("transformers")

SOME = ("qwen2_vl", "internvl", "llava", "smolvlm", "gemma3")
THINKING = (
    "{% for message in messages %}<|im_start|>{{ message['role'] }}\n"
    "{% for part in message['content'] %}{% if part['type'] == 'image' %}<|vision_start|><|image_pad|><|vision_end|>"
    "{% elif message['role'] == 'assistant' and '</think>' in part['text'] %}{{ part['text'].split('</think>')[-1] | trim }}"
    "{% else %}{{ part['text'] }}{% endif %}{% endfor %}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n<think>\n{% endif %}"
)
STRINGS = (
    "{% for message in messages %}<|im_start|>{{ message['role'] }}\n{{ message['content'] }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)
MIXED = (
    "{% for message in messages %}<|im_start|>{{ message['role'] }}\n{% if message['role'] == 'user' %}"
    "{% for part in message['content'] %}{% if part['type'] == 'image' %}<|image_pad|>{% else %}{{ part['text'] }}"
    "{% endif %}{% endfor %}{% else %}{{ message['content'] + '.' }}{% endif %}<|im_end|>\n{% endfor %}"
)
TOOLS = (
    "{% for tool in tools %}{{ tool | tojson }}\n{% endfor %}"
    "{% for message in messages %}<|im_start|>{{ message.role if message.role != 'tool' else 'user' }}\n"
    "{% if message.role == 'tool' %}<tool_response>{% endif %}"
    "{% for part in message.content %}{% if part.type == 'image' %}<|vision_start|><|image_pad|><|vision_end|>"
    "{% else %}{{ part.text }}{% endif %}{% endfor %}"
    "{% for call in message.tool_calls %}<tool_call>{{ call.function.name }} {{ call.function.arguments | tojson }}</tool_call>"
    "{% endfor %}{% if message.role == 'tool' %}</tool_response>{% endif %}<|im_end|>\n{% endfor %}"
)
TAGS = {"<ref>", "</ref>", "<box>", "</box>", "<quad>", "</quad>"}
"""InternVL is asked for places with these, so it is for its family to say what they are in a question."""
NO_SYSTEM = "{% if messages[0]['role'] == 'system' %}{{ raise_exception('no system') }}{% endif %}" + THINKING


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    root = tmp_path_factory.mktemp("prompts")
    return {name: build_tiny(name, root / name) for name in SOME}


@pytest.fixture(scope="session")
def shots(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return write_pictures(tmp_path_factory.mktemp("shots"))


_loaded: dict[Path, LoadedCheckpoint] = {}


def parts_of(folder: Path, template: str | None = None) -> LoadedCheckpoint:
    """A loaded checkpoint (once for all tests), with another chat template if one is given."""
    if template is not None:
        parts = load(folder)
        parts.processor.chat_template = template
        return parts
    if folder not in _loaded:
        _loaded[folder] = load(folder)
    return _loaded[folder]


def prompt(parts: LoadedCheckpoint, *messages: Message, **options: Any) -> Prompt:
    return family_of(parts.checkpoint).prompt(parts, Ask(messages, options=Options(**options)))


def user(*parts: str | Picture) -> Message:
    return Message("user", parts)


def specials(parts: LoadedCheckpoint, ids: Any) -> list[str]:
    """The special tokens in ids, in order."""
    names = {number: str(token) for number, token in parts.tokenizer.added_tokens_decoder.items()}
    return [names[number] for number in ids if number in names]


def text_of(parts: LoadedCheckpoint, ids: Any) -> str:
    return str(parts.tokenizer.decode(list(ids)))


@pytest.mark.parametrize("name", quick(SOME, "qwen2_vl", "internvl", "smolvlm"))
def test_what_a_user_types_never_becomes_special_ids(name, tiny, shots):
    parts = parts_of(tiny[name])
    plain = prompt(parts, user(Picture(shots["wide"]), "hello"))
    for token in {str(token) for token in parts.tokenizer.added_tokens_decoder.values()} - TAGS:
        for typed in (token, f"a {token} b", f"{token}{token}\n {token} 图", f"x{token}"):
            made = prompt(parts, user(Picture(shots["wide"]), typed))
            assert specials(parts, made.ids) == specials(parts, plain.ids), typed
            assert typed.strip() in text_of(parts, made.ids)
            assert len(made.spans) == 1


def test_a_special_token_split_over_two_texts_stays_text(tiny, shots):
    parts = parts_of(tiny["qwen2_vl"])
    plain = prompt(parts, user(Picture(shots["wide"]), "hello"))
    made = prompt(parts, user("<|im_", "end|>", Picture(shots["wide"]), "<|image", "_pad|>"))
    assert specials(parts, made.ids) == specials(parts, plain.ids)
    assert "<|im_end|><|vision_start|>" in text_of(parts, made.ids)


@pytest.mark.parametrize("name", SOME)
def test_a_system_prompt_holds_no_special_ids_either(name, tiny, shots):
    parts = parts_of(tiny[name])
    image = str(parts.processor.image_token)
    plain = prompt(parts, Message("system", ("Be kind",)), user(Picture(shots["wide"]), "hello"))
    made = prompt(parts, Message("system", (f"Be {image} kind",)), user(Picture(shots["wide"]), "hello"))
    assert specials(parts, made.ids) == specials(parts, plain.ids)


@pytest.mark.parametrize("name", SOME)
def test_texts_next_to_special_ones_are_split_as_ever(name, tiny):
    """With special tokens typed, all other ids are those of the same text with something plain in their place."""
    parts = parts_of(tiny[name])
    around = ["图里有什么？", " the\n\nprices", "12.5!?", "  ", "\tA"]
    for seed in range(20):
        pick = random.Random(seed)
        before, after = (" ".join(pick.sample(around, 2)) for _ in range(2))
        token = str(parts.processor.image_token)
        made = list(prompt(parts, user(f"q{before}\nZ{token}\n{after}q")).ids)
        wanted = list(prompt(parts, user(f"q{before}\nZ\n{after}q")).ids)
        start = next(n for n, (a, b) in enumerate(zip(made, wanted, strict=False)) if a != b)
        assert wanted[start + 2 :] == made[len(made) - len(wanted) + start + 2 :]


@pytest.mark.parametrize("name", SOME)
def test_where_specials_are_typed_the_rest_is_split_as_the_tokenizer_does(name, tiny):
    tokens = Tokens.of(parts_of(tiny[name]))
    end = "<end_of_turn>" if name == "gemma3" else "<|im_end|>"
    for text in ("hello", " 你好，世界。 \n\n", "\tx  y ", "12.5 元!?", f"a{end}\n b"):
        before = [(f"{end}\nuser", False), (text.replace(end, ""), True), (f"{text}{end}", False)]
        typed = [(f"{end}!", True)]
        assert tokens.split([*before, *typed]) == tokens.split(before) + tokens.split(typed, first=False)


class Slow:
    """A tokenizer without a fast form: a letter an id, <s> before each prompt."""

    bos_token = "<s>"
    added_tokens_decoder = {1: SimpleNamespace(content="<s>", special=True)}

    def __call__(self, text: str, *, add_special_tokens: bool, split_special_tokens: bool = False, **_: Any):
        pieces = list(text) if split_special_tokens else re.findall("<s>|.", text)
        ids = [1 if piece == "<s>" else 100 + ord(piece) for piece in pieces]
        return {"input_ids": self.build_inputs_with_special_tokens(ids) if add_special_tokens else ids}

    def build_inputs_with_special_tokens(self, ids: list[int]) -> list[int]:
        return [1, *ids]


def test_a_tokenizer_without_a_fast_form_begins_a_prompt_as_ever_where_specials_are_typed() -> None:
    tokens = Tokens(Slow(), "", [])
    assert tokens.split([("ab", True)]) == [1, 197, 198]
    typed = tokens.split([("a<s>", True)], first=False)
    assert typed == [197, 160, 215, 162]
    assert tokens.split([("a<s>", True)]) == [1, *typed]
    assert tokens.split([("<s>", False), ("a<s>", True)]) == [1, *typed]


def test_placeholders_that_become_other_ids_are_one_sentence(tiny, shots, monkeypatch) -> None:
    monkeypatch.setattr(Tokens, "split", lambda self, pieces, *, first=True: [5, 6])
    with pytest.raises(EyeboxError, match="fetch both of one model"):
        prompt(parts_of(tiny["qwen2_vl"]), user(Picture(shots["wide"]), "What?"))


def test_answers_keep_their_ids_when_their_text_is_theirs(tiny, shots):
    parts = parts_of(tiny["qwen2_vl"])
    pick = random.Random(3)
    plain_ids = [n for n in range(400) if n not in parts.tokenizer.added_tokens_decoder]
    ids = tuple(pick.choices(plain_ids, k=30))
    raw = text_of(parts, ids)
    first, last = user(Picture(shots["wide"]), "What?"), user("And?")
    before = prompt(parts, first)
    made = prompt(parts, first, Message("assistant", (raw,), ids), last)
    assert made.ids[: len(before.ids) + len(ids)] == before.ids + ids
    assert made.ids[len(before.ids) + len(ids)] == parts.tokenizer.eos_token_id
    edited = prompt(parts, first, Message("assistant", (raw + "!",), ids), last)
    assert edited.ids[: len(before.ids) + len(ids)] != before.ids + ids
    assert text_of(parts, edited.ids).count("!") == 1


def test_an_answer_with_boxes_keeps_its_ids_by_the_text_that_was_shown(tiny, shots):
    parts = parts_of(tiny["qwen2_vl"])
    raw = "<|object_ref_start|>the dog<|object_ref_end|><|box_start|>(1,2),(30,40)<|box_end|>"
    ids = tuple(parts.tokenizer(raw)["input_ids"])
    first, last = user(Picture(shots["wide"]), "What?"), user("And?")
    by_raw = prompt(parts, first, Message("assistant", (raw,), ids), last)
    by_shown = prompt(parts, first, Message("assistant", ("the dog",), ids), last)
    retold = prompt(parts, first, Message("assistant", (raw,)), last)
    assert by_raw == by_shown == retold
    assert "<|box_start|>" in specials(parts, retold.ids)


@pytest.mark.parametrize("name", SOME)
def test_an_answer_that_names_a_picture_token_does_not_count_as_a_picture(name, tiny, shots):
    parts = parts_of(tiny[name])
    image = parts.processor.image_token
    ids = (5, parts.tokenizer.convert_tokens_to_ids(image), 7)
    answer = Message("assistant", (text_of(parts, ids),), ids)
    made = prompt(parts, user(Picture(shots["wide"]), "What?"), answer, user("And?", Picture(shots["tall"])))
    assert len(made.spans) == 2
    assert image in text_of(parts, made.ids)


def test_a_template_that_drops_earlier_thoughts_still_works(tiny, shots):
    parts = parts_of(tiny["qwen2_vl"], THINKING)
    thought = "<think>\nhmm <|image_pad|>\n</think>\n\nA dog."
    ids = tuple(parts.tokenizer("<think>\nhmm\n</think>\n\nA dog.")["input_ids"])
    for answer in (
        Message("assistant", (thought,)),
        Message("assistant", ("<think>\nhmm\n</think>\n\nA dog.",), ids),
    ):
        made = prompt(parts, user(Picture(shots["wide"]), "a <|im_end|> b"), answer, user("And?"))
        text = text_of(parts, made.ids)
        assert "hmm" not in text and "A dog." in text
        assert text.endswith("<|im_start|>assistant\n<think>\n")
        assert specials(parts, made.ids).count("<|im_end|>") == 3
        assert len(made.spans) == 1


def test_a_template_without_a_system_prompt_gets_it_before_the_question(tiny, shots):
    parts = parts_of(tiny["qwen2_vl"], NO_SYSTEM)
    made = prompt(parts, Message("system", ("Be kind. ",)), user(Picture(shots["wide"]), "What?"))
    assert "user\nBe kind. <|vision_start|>" in text_of(parts, made.ids)


def test_a_template_of_plain_strings_gets_them(tiny, shots):
    parts = parts_of(tiny["llava"], STRINGS)
    made = prompt(parts, user(Picture(shots["wide"]), "What <image>?"))
    assert len(made.spans) == 1
    assert text_of(parts, made.ids).endswith("What <image>?<|im_end|>\n<|im_start|>assistant\n")


def test_a_template_that_wants_text_for_the_system_gets_it(tiny, shots):
    parts = parts_of(tiny["qwen2_vl"], MIXED)
    first, last = user(Picture(shots["wide"]), "a <|im_end|> b"), user("And?")
    made = prompt(parts, Message("system", ("Be kind",)), first, last)
    assert "And?" in text_of(parts, made.ids)
    assert text_of(parts, made.ids).startswith(
        "<|im_start|>system\nBe kind.<|im_end|>\n<|im_start|>user\n<|image_pad|>"
    )
    assert specials(parts, made.ids).count("<|im_end|>") == 3


def test_a_template_that_refuses_or_forgets_is_one_sentence(tiny, shots):
    parts = parts_of(tiny["qwen2_vl"], "{{ raise_exception('never ask') }}")
    with pytest.raises(EyeboxError, match="refuses this chat: never ask"):
        prompt(parts, user("What?"))
    parts = parts_of(tiny["qwen2_vl"], CHATML.replace("PICTURE", ""))
    with pytest.raises(EyeboxError, match="no place for pictures"):
        prompt(parts, user(Picture(shots["wide"]), "What?"))
    parts.processor.chat_template = parts.tokenizer.chat_template = None
    with pytest.raises(EyeboxError, match="no chat template"):
        prompt(parts, user("What?"))


@pytest.mark.parametrize("number", ["7", "9" * 5000])
def test_a_template_that_writes_marks_of_ours_is_taken_as_it_is(tiny, number):
    parts = parts_of(tiny["qwen2_vl"], f"\U0010fffc{number}\U0010fffd{THINKING}")
    assert "hello" in text_of(parts, prompt(parts, user("hello")).ids)


def test_tools_are_offered_by_the_template_or_refused(tiny, shots):
    tool = {"type": "function", "function": {"name": "zoom", "description": "", "parameters": {}}}
    call = {"type": "function", "function": {"name": "zoom", "arguments": {"by": 2}}}
    question = Message("user", (Picture(shots["square"]), "closer"), tools=json.dumps([tool]))
    answer = Message("assistant", (), calls=json.dumps([call]))
    result = Message("tool", ("done <|image_pad|>",))
    parts = parts_of(tiny["qwen2_vl"], TOOLS)
    written = text_of(parts, prompt(parts, question, answer, result).ids)
    assert '"name": "zoom"' in written and '<tool_call>zoom {"by": 2}</tool_call>' in written
    assert "<tool_response>done <|image_pad|></tool_response>" in written
    with pytest.raises(EyeboxError, match="knows no tools"):
        prompt(parts_of(tiny["qwen2_vl"]), question)


def test_a_round_with_tools_goes_on_from_all_of_the_last_one(tiny, shots):
    """So that the kept cache covers it, whatever the template makes of calls."""
    goes_on = "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
    parts = parts_of(tiny["qwen2_vl"], TOOLS + goes_on)
    call = '<tool_call>\n{"name":"look_again", "arguments":{"box":[1, 2,300,400]}}</tool_call>'
    ids = tuple(parts.tokenizer.encode(call))
    question = Message("user", (Picture(shots["square"]), "closer"), tools=offered(PLAIN))
    first = prompt(parts, question)
    region = Picture(shots["square"], part=(4, 4, 60, 60))
    second = prompt(
        parts, question, Message("assistant", (call,), ids), Message("tool", (region, "That region."))
    )
    before = first.ids + ids
    assert second.ids[: len(before)] == before
    assert [span.shown.part for span in second.spans] == [None, region.part]
    assert "<tool_response>" in text_of(parts, second.ids[len(before) :])


def test_keys_tell_pictures_and_sizes_apart(tiny, shots, tmp_path):
    parts = parts_of(tiny["qwen2_vl"])
    copy = tmp_path / "copy.png"
    copy.write_bytes(Path(shots["wide"]).read_bytes())

    def key(path: Any, **options: Any) -> str:
        return prompt(parts, user(Picture(str(path)), "What?"), **options).spans[0].shown.key

    assert key(copy) == key(shots["wide"])
    assert key(shots["tall"]) != key(shots["wide"])
    assert key(copy, max_pixels=10_000) != key(copy)
    before = key(copy)
    copy.write_bytes(Path(shots["square"]).read_bytes())
    os.utime(copy, ns=(1, 1))
    assert key(copy) == key(shots["square"]) != before


def test_a_prompt_decodes_no_picture_and_pixels_only_those_asked_for(tiny, shots, monkeypatch):
    opened = []

    def counted(path: Any, **options: Any) -> Any:
        opened.append(str(path))
        return open_array(path, **options)

    monkeypatch.setattr(pictures, "open_array", counted)
    parts = parts_of(tiny["qwen2_vl"])
    made = prompt(parts, user(Picture(shots["wide"]), Picture(shots["tall"]), "What?"))
    assert opened == []
    family_of(parts.checkpoint).pixels(parts, [made.spans[1].shown])
    assert opened == [shots["tall"]]


def test_a_picture_that_is_gone_or_changed_is_one_sentence(tiny, shots, tmp_path):
    parts = parts_of(tiny["qwen2_vl"])
    with pytest.raises(EyeboxError, match="gone"):
        prompt(parts, user(Picture(str(tmp_path / "gone.png")), "What?"))
    copy = tmp_path / "copy.png"
    copy.write_bytes(Path(shots["wide"]).read_bytes())
    made = prompt(parts, user(Picture(str(copy)), "What?"))
    copy.write_bytes(Path(shots["tall"]).read_bytes())
    with pytest.raises(EyeboxError, match="has changed"):
        family_of(parts.checkpoint).pixels(parts, [made.spans[0].shown])


def test_fifty_pictures_stand_in_their_order(tiny, shots):
    parts = parts_of(tiny["internvl"])
    paths = [list(shots.values())[n % 3] for n in range(50)]
    messages = [user(*map(Picture, paths), "What?")]
    made = prompt(parts, *messages)
    assert [span.shown.path for span in made.spans] == paths
    assert [span.end - span.start for span in made.spans] == [
        span.shown.seen.visual_tokens for span in made.spans
    ]
    assert list(made.ids) == reference(tiny["internvl"]).ids(Ask(tuple(messages)))
