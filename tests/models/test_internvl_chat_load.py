"""Original InternVLs of every kind: loaded at each precision, refused where need be, and never a line of theirs run."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from eyebox_models.families.internvl.config import model_config, rope, text_config
from eyebox_models.families.internvl.sentencepiece import read_pieces, tokenizer
from eyebox_models.families.internvl.tokenizer import read_tokenizer
from eyebox_models.families.registry import checkpoint_at, family_of
from eyebox_models.protocol.ask import Ask, Message, Options, Picture
from eyebox_models.protocol.errors import EyeboxError, Stopped
from eyebox_models.protocol.events import Answered
from eyebox_models.vision.load import load_parts
from internvl_originals import INTERNLM2, QWEN2, random_model, write_original
from originals import DATA, answer, load_model

pytest.importorskip("torch")
pytest.importorskip("transformers")

KINDS = ("internlm2", "llama", "phi3", "qwen2", "qwen3", "qwen3_moe")
HARBOR = str(DATA / "images" / "harbor.png")
CHAT = (Message("user", (Picture(HARBOR), "What is there?")),)
IN_A_LAYER = 7
"""Linear layers: q, k, v, o, gate, up and down."""


@pytest.fixture(scope="session")
def qwen3(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Whose widths the 4-bit kernel of a processor takes."""
    folder = tmp_path_factory.mktemp("internvl") / "qwen3"
    return write_original(random_model("qwen3"), folder, shards=3)


def copy_of(name: str, folder: Path) -> Path:
    shutil.copytree(DATA / name, folder)
    return folder


def edited(folder: Path, file: str = "config.json", **changes: Any) -> Path:
    data = json.loads((folder / file).read_text())
    (folder / file).write_text(json.dumps(data | changes))
    return folder


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("max_dynamic_patch", 10**6),
        ("min_dynamic_patch", -1),
        ("force_image_size", "big"),
        ("downsample_ratio", [1]),
    ],
)
def test_a_size_that_is_none_is_one_sentence(tmp_path: Path, key: str, value: Any) -> None:
    problems = checkpoint_at(edited(copy_of(QWEN2, tmp_path / "model"), **{key: value})).problems
    assert any("config.json" in problem and key in problem for problem in problems), problems


@pytest.mark.parametrize("style", ["300m", "6b"])
@pytest.mark.parametrize("kind", KINDS)
def test_weights_arrive_where_they_belong(tmp_path: Path, kind: str, style: str) -> None:
    """A model of transformers, written in the original's layout, is read back as the same model."""
    import torch

    packed = kind == "internlm2"
    theirs = random_model("llama" if packed else kind, style=style)
    ours = load_model(write_original(theirs, tmp_path / "model", shards=2, packed=packed))
    ids = torch.tensor([[1, 2, *[520] * 256, 3, 4]])
    pixels = torch.randn(1, 3, 448, 448)
    with torch.inference_mode():
        wanted = theirs(input_ids=ids, pixel_values=pixels).logits
        made = ours.parts.model(input_ids=ids, pixel_values=pixels).logits
    torch.testing.assert_close(made, wanted, atol=1e-5, rtol=1e-5)


def kinds_of(model: Any, inside: bool) -> Counter[str]:
    return Counter(
        type(module).__name__
        for name, module in model.named_modules()
        if "Linear" in type(module).__name__ and (".language_model.layers." in name) == inside
    )


@pytest.mark.parametrize(("precision", "kind"), [("int8", "Linear8bitLt"), ("int4", "Linear4bit")])
def test_quantized_while_it_is_read(qwen3: Path, precision: str, kind: str) -> None:
    pytest.importorskip("bitsandbytes")
    model = load_model(qwen3, precision)
    assert kinds_of(model.parts.model, inside=True) == {kind: 2 * IN_A_LAYER}
    assert set(kinds_of(model.parts.model, inside=False)) == {"Linear"}
    assert model.parts.notes == ()
    assert len(answer(model, CHAT, tokens=4, max_tiles=1).token_ids) > 0


def test_int8_of_the_packed_projection(tmp_path: Path) -> None:
    pytest.importorskip("bitsandbytes")
    model = load_model(DATA / INTERNLM2, "int8")
    assert kinds_of(model.parts.model, inside=True) == {"Linear8bitLt": 3 * IN_A_LAYER}
    assert len(answer(model, CHAT, tokens=4, max_tiles=1).token_ids) > 0


def test_widths_that_no_kernel_takes_stay_in_16_bit() -> None:
    pytest.importorskip("bitsandbytes")
    model = load_model(DATA / INTERNLM2, "int4")
    inside = kinds_of(model.parts.model, inside=True)
    assert inside["Linear"] > 0
    assert "16 bit" in model.parts.notes[0]
    assert len(answer(model, CHAT, tokens=4, max_tiles=1).token_ids) > 0


def test_nothing_of_a_folder_is_executed(tmp_path: Path) -> None:
    folder = copy_of(INTERNLM2, tmp_path / "model")
    written = tmp_path / "written"
    evil = f"open({str(written)!r}, 'w').close()\n"
    for name in ("configuration_internvl_chat", "modeling_internvl_chat", "tokenization_internlm2",
                 "configuration_internlm2", "modeling_internlm2", "conversation", "__init__"):  # fmt: skip
        (folder / f"{name}.py").write_text(evil)
    assert len(answer(load_model(folder), CHAT, tokens=2, max_tiles=1).token_ids) == 2
    assert not written.exists()


class Evil:
    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> Any:
        return (Path.touch, (self.path,))


def test_a_pickle_that_would_run_something_is_refused(tmp_path: Path) -> None:
    import torch

    folder = copy_of(QWEN2, tmp_path / "model")
    written = tmp_path / "written"
    (folder / "model.safetensors").unlink()
    torch.save({"language_model.output.weight": Evil(written)}, folder / "pytorch_model.bin")
    with pytest.raises(EyeboxError, match="more than numbers"):
        load_model(folder)
    assert not written.exists()


def test_what_cannot_be_run_is_refused_in_one_sentence(tmp_path: Path) -> None:
    folder = copy_of(QWEN2, tmp_path / "model")
    config = json.loads((folder / "config.json").read_text())
    for change, word in (
        ({"llm_config": config["llm_config"] | {"model_type": "gpt_oss"}}, "gpt_oss"),
        ({"llm_config": None}, "language model"),
        ({"template": "vicuna_v1.1"}, "vicuna_v1.1"),
        ({"ps_version": "v1"}, "older"),
    ):
        (folder / "config.json").write_text(json.dumps(config | change))
        checkpoint = checkpoint_at(folder)
        assert len(checkpoint.problems) == 1
        assert word in checkpoint.problems[0]
        with pytest.raises(EyeboxError, match=word):
            family_of(checkpoint).checkpoint(str(folder))


def test_a_tensor_that_is_missing_is_named(tmp_path: Path) -> None:
    from safetensors.torch import load_file, save_file

    folder = copy_of(QWEN2, tmp_path / "model")
    tensors = load_file(folder / "model.safetensors")
    del tensors["mlp1.3.weight"]
    save_file(tensors, folder / "model.safetensors", metadata={"format": "pt"})
    with pytest.raises(EyeboxError, match=r"linear_2\.weight"):
        load_model(folder)


def test_loading_can_be_stopped(qwen3: Path) -> None:
    checkpoint = checkpoint_at(qwen3)
    stop = Event()

    def emit(event: Any) -> None:
        if getattr(event, "fraction", 0.0):
            stop.set()

    with pytest.raises(Stopped):
        load_parts(checkpoint, family_of(checkpoint), Options(precision="fp32", device="cpu"), emit, stop)


def test_layers_can_live_on_disk(qwen3: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from eyebox_models.vision import offload

    wanted = answer(load_model(qwen3), CHAT, tokens=4, max_tiles=1).token_ids
    monkeypatch.setattr(offload, "limits", lambda choice, machine: {"cpu": 1_200_000})
    model = load_model(qwen3, offload=True)
    assert "on disk" in " ".join(model.parts.notes)
    assert answer(model, CHAT, tokens=4, max_tiles=1).token_ids == wanted
    model.close()


def test_a_head_that_is_not_there_is_the_embeddings(tmp_path: Path) -> None:
    from safetensors.torch import load_file, save_file

    folder = copy_of(QWEN2, tmp_path / "model")
    tensors = load_file(folder / "model.safetensors")
    del tensors["language_model.lm_head.weight"]
    save_file(tensors, folder / "model.safetensors", metadata={"format": "pt"})
    model = load_model(folder).parts.model
    assert model.lm_head.weight is model.get_input_embeddings().weight


def test_context_reaches_beyond_the_trained_length() -> None:
    assert checkpoint_at(DATA / INTERNLM2).context_length == 8192
    assert checkpoint_at(DATA / QWEN2).context_length == 65536


def test_configs_of_other_language_models() -> None:
    checkpoint = checkpoint_at(DATA / QWEN2)
    su = {"type": "su", "short_factor": [1.0], "long_factor": [2.0]}
    assert rope({"rope_scaling": su, "rope_theta": 10000.0})["rope_type"] == "longrope"
    assert rope({})["rope_type"] == "default"
    text = text_config(checkpoint)
    assert text["rope_parameters"] == {"rope_type": "dynamic", "factor": 2.0, "rope_theta": 1000000.0}
    assert "_name_or_path" not in text
    made = model_config(checkpoint, 520)
    assert made["vision_config"]["use_mean_pooling"] is True
    assert made["tie_word_embeddings"] is False


def test_a_broken_tokenizer_is_one_sentence(tmp_path: Path) -> None:
    whole = (DATA / INTERNLM2 / "tokenizer.model").read_bytes()
    path = tmp_path / "tokenizer.model"
    path.write_bytes(whole)
    assert len(read_pieces(path).texts) == 712
    for length in range(0, len(whole), 97):
        path.write_bytes(whole[:length])
        try:
            read_pieces(path)
        except EyeboxError as error:
            assert str(error).count(".") >= 1
    for data in (b"", b"not a tokenizer", bytes(200), b"\xff" * 200):
        path.write_bytes(data)
        with pytest.raises(EyeboxError):
            read_pieces(path)


def test_a_fast_tokenizer_stands_in_for_the_slow_files(tmp_path: Path) -> None:
    folder = copy_of(QWEN2, tmp_path / "model")
    slow = read_tokenizer(folder)
    slow.backend_tokenizer.save(str(folder / "tokenizer.json"))
    (folder / "vocab.json").unlink()
    text = "Read the number on the meter. 读数 <ref>x</ref>"
    assert read_tokenizer(folder)(text)["input_ids"] == slow(text)["input_ids"]
    (folder / "tokenizer.json").unlink()
    with pytest.raises(EyeboxError, match="no tokenizer"):
        read_tokenizer(folder)


def test_a_space_before_a_text_is_put_where_the_tokenizer_wants_it(tmp_path: Path) -> None:
    """Llama's and Phi-3's tokenizers: before each text between special tokens, or at the beginning only."""
    pieces = read_pieces(DATA / INTERNLM2 / "tokenizer.model")
    pieces.dummy_prefix = True
    whole = tokenizer(pieces, {711: "<|im_start|>"})
    once = tokenizer(pieces, {711: "<|im_start|>"}, prefix_everywhere=False)
    for made in (whole, once):
        made.add_special_tokens(["<|im_start|>"])
    assert whole.encode("the<|im_start|>the", add_special_tokens=False).ids == [262, 711, 262]
    assert once.encode("the<|im_start|>the", add_special_tokens=False).ids[:2] == [262, 711]
    assert once.encode("the<|im_start|>the", add_special_tokens=False).ids[2] != 262
    assert whole.decode([262, 262]) == "the the"


def test_phi3_is_asked_in_its_own_conversation(tmp_path: Path) -> None:
    folder = write_original(random_model("phi3"), tmp_path / "phi3", template="phi3-chat")
    told = json.loads((folder / "tokenizer_config.json").read_text())["added_tokens_decoder"]
    for number, text in (
        ("497", "<|user|>"),
        ("498", "<|end|>"),
        ("499", "<|assistant|>"),
        ("500", "<|system|>"),
    ):
        told[number] = told[number] | {"content": text, "rstrip": text != "<|end|>"}
    edited(folder, "tokenizer_config.json", added_tokens_decoder=told, eos_token="<|end|>")
    edited(folder, "added_tokens.json", **{text["content"]: int(number) for number, text in told.items()})
    model = load_model(folder)
    assert model.stop_ids == (498,)
    prompt = model.family.prompt(model.parts, Ask(CHAT, options=Options(max_tiles=1)))
    text = str(model.parts.tokenizer.decode([n for n in prompt.ids if n != 520]))
    assert text.endswith("<|end|><|user|><img></img>\nWhat is there?<|end|><|assistant|>")
    assert len(answer(model, CHAT, tokens=3, max_tiles=1).token_ids) > 0


def test_files_that_disagree_are_refused(tmp_path: Path) -> None:
    folder = edited(
        copy_of(QWEN2, tmp_path / "model"), "tokenizer_config.json", added_tokens_decoder={"700": {"content": "<img>"}}
    )  # fmt: skip
    with pytest.raises(EyeboxError, match="disagree"):
        read_tokenizer(folder)


def test_batches_answer_as_one_by_one() -> None:
    """Also where one of them is so long that positions are stretched."""
    model = load_model(DATA / INTERNLM2)
    texts = ("What is there?", "How many? " * 300, "Hi", "Find the boat. " * 150, "And " * 60)
    asks = [
        Ask(
            (Message("user", (Picture(HARBOR), text)),),
            options=Options(max_new_tokens=6, max_tiles=1),
            turn=turn,
        )
        for turn, text in enumerate(texts)
    ]
    alone = [model.answer(ask, lambda event: None, Event()).token_ids for ask in asks]
    found: dict[int, Any] = {}

    def take(event: Any) -> None:
        if isinstance(event, Answered):
            found[event.index] = event.answer

    model.answer_each(asks, take, Event())
    assert [found[n].token_ids for n in range(len(asks))] == alone
    assert max(found[n].tokens_in for n in found) > 1024
