"""A LoRA on top of a model: the same tokens as peft alone, off and on by the chat, in every precision; what is none is
refused in one sentence."""

from __future__ import annotations

import json
import pickle
import shutil
from collections.abc import Callable
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from eyebox_models.engine.handlers import Worker
from eyebox_models.fit.machine import machine
from eyebox_models.protocol.ask import Ask, Message, Options, Picture
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.events import Answered, Progress
from eyebox_models.protocol.requests import Answering
from eyebox_models.vision import load as loading
from eyebox_models.vision.adapter import applied, apply, canonical
from eyebox_models.vision.quantize import import_gptqmodel
from loading import answer, load
from tiny_lora import ALPHA, RANK, by_hand, randomly, written
from tiny_models import build_tiny
from vision import Chat, write_picture
from vision import load as load_model

pytest.importorskip("torch")
pytest.importorskip("transformers")

# peft imports gptqmodel, which reads an attribute that transformers has renamed
pytestmark = pytest.mark.filterwarnings("ignore:`is_gradient_checkpointing` is deprecated:FutureWarning")

OLD = ("model.layers.0.self_attn.q_proj", "model.layers.1.mlp.down_proj", "visual.blocks.0.attn.qkv")
"""Layers of the tiny Qwen2-VL as its files name them."""


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    root = tmp_path_factory.mktemp("adapted")
    families = ("qwen2_vl", "qwen3_5", "internvl")
    return {family: build_tiny(family, root / family) for family in families}


@pytest.fixture(scope="session")
def lora(tiny: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[int]]:
    """A LoRA for the tiny Qwen2-VL, and what peft answers with it. (peft starts threads that end with the process.)"""
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        pytest.importorskip("peft")
        if find_spec("gptqmodel"):
            import_gptqmodel()
        import peft
        import torch

        torch.manual_seed(3)
        parts = load(tiny["qwen2_vl"])
        names = r".*language_model.*\.(q_proj|v_proj|down_proj)|model\.visual\..*\.qkv"
        config = peft.LoraConfig(
            r=4, lora_alpha=32, target_modules=names, init_lora_weights=False, use_rslora=True,
            rank_pattern={"down_proj": 2}, alpha_pattern={r"layers\.0\.self_attn\.v_proj": 8},
            modules_to_save=["norm"],
        )  # fmt: skip
        model = peft.get_peft_model(parts.model, config)
        with torch.no_grad():
            model.base_model.model.model.language_model.norm.modules_to_save["default"].weight.mul_(1.3)
        folder = tmp_path_factory.mktemp("a lora")
        model.save_pretrained(folder)
        return folder, answer(parts)


def shapes(folder: Path, names: tuple[str, ...]) -> dict[str, tuple[int, int]]:
    """Of the weights of layers, by their files."""
    from eyebox_models.families.registry import checkpoint_at

    tensors = checkpoint_at(folder).tensors
    found = {name: tensors[f"{name}.weight"].shape for name in names}
    return {name: (out, into) for name, (out, into) in found.items()}


def test_it_answers_as_peft_does(tiny: dict[str, Path], lora: tuple[Path, list[int]]) -> None:
    folder, expected = lora
    assert answer(load(tiny["qwen2_vl"], adapter=str(folder))) == expected
    assert answer(load(tiny["qwen2_vl"])) != expected


@pytest.mark.parametrize("family", ["qwen2_vl", "qwen3_5", "internvl"])
@pytest.mark.parametrize("wrapped", ["old", "new"])
def test_old_and_new_names_are_known(
    tiny: dict[str, Path], tmp_path: Path, family: str, wrapped: str
) -> None:
    from eyebox_models.families.registry import checkpoint_at

    tensors = checkpoint_at(tiny[family]).tensors
    ends = ("mlp.up_proj.weight", "mlp.linear_fc1.weight", "mlp.fc1.weight")
    names = tuple(name.removesuffix(".weight") for name in tensors if name.endswith(ends))
    adapter = randomly(shapes(tiny[family], names), tmp_path / "lora", size=0.5)
    expected = answer(load(by_hand(tiny[family], tmp_path / "hand", adapter)))
    if wrapped == "new":
        from safetensors.torch import load_file

        low = load_file(adapter / "adapter_model.safetensors")
        new = {
            f"base_model.model.{canonical(n.removeprefix('base_model.model.'))}": t for n, t in low.items()
        }
        adapter = written(tmp_path / "new", new)
    assert answer(load(tiny[family], adapter=str(adapter))) == expected != answer(load(tiny[family]))


@pytest.mark.parametrize("family", ["qwen2_vl", "qwen3_5", "internvl"])
def test_every_tensor_of_a_file_has_its_place_in_the_model(tiny: dict[str, Path], family: str) -> None:
    from eyebox_models.families.registry import checkpoint_at

    names = {canonical(name) for name in checkpoint_at(tiny[family]).tensors}
    there = load(tiny[family]).model.state_dict().keys()
    assert names <= there
    assert {canonical(name) for name in there} == set(there)


@pytest.mark.parametrize("precision", ["bf16", "int8", "int4"])
def test_it_goes_on_top_of_every_precision(
    tiny: dict[str, Path], lora: tuple[Path, list[int]], precision: str
) -> None:
    if precision != "bf16":
        pytest.importorskip("bitsandbytes")
    assert len(answer(load(tiny["qwen2_vl"], precision, adapter=str(lora[0])))) == 8


def test_embeddings_and_pickled_adapters_go_too(tiny: dict[str, Path], tmp_path: Path) -> None:
    import torch
    from safetensors.torch import load_file, save_file

    torch.manual_seed(4)
    hand = Path(shutil.copytree(tiny["qwen2_vl"], tmp_path / "hand"))
    tensors = load_file(hand / "model.safetensors")
    words = tensors["model.embed_tokens.weight"]
    down, up = torch.randn(RANK, len(words)), torch.randn(words.shape[1], RANK) * 0.3
    words += (up @ down).t() * ALPHA / RANK
    save_file(tensors, hand / "model.safetensors", metadata={"format": "pt"})
    name = "base_model.model.model.embed_tokens.lora_embedding_"
    adapter = written(tmp_path / "lora", {f"{name}A": down, f"{name}B": up})
    (adapter / "adapter_model.safetensors").unlink()
    torch.save({f"{name}A": down, f"{name}B": up}, adapter / "adapter_model.bin")
    assert answer(load(tiny["qwen2_vl"], adapter=str(adapter))) == answer(load(hand))


def test_a_chat_puts_it_on_and_off_and_no_cache_is_mixed(
    tiny: dict[str, Path], lora: tuple[Path, list[int]], tmp_path: Path
) -> None:
    picture = Picture(write_picture(tmp_path / "a.png", 120, 90))
    plain, adapted = Options(max_new_tokens=8), Options(max_new_tokens=8, adapter=str(lora[0]))
    alone = {
        options: _two_turns(load_model(tiny["qwen2_vl"]), picture, options) for options in (plain, adapted)
    }
    assert alone[plain] != alone[adapted]
    model = load_model(tiny["qwen2_vl"])
    held = model.parts.model
    for options in (plain, adapted, plain, adapted):
        assert _two_turns(model, picture, options) == alone[options]
        assert ("a lora" in model.made_with()) == (options is adapted)
    assert model.parts.model is held


def _two_turns(model: Any, picture: Picture, options: Options) -> list[tuple[int, ...]]:
    chat = Chat(model, options)
    first = chat.say(picture, "What is it?")
    second = chat.say("And why?")
    assert second.tokens_reused >= len(first.token_ids)
    return [first.token_ids, second.token_ids]


def test_a_cache_is_not_taken_over_when_the_adapter_changes(
    tiny: dict[str, Path], lora: tuple[Path, list[int]], tmp_path: Path
) -> None:
    picture = Picture(write_picture(tmp_path / "a.png", 120, 90))
    chat = Chat(load_model(tiny["qwen2_vl"]))
    chat.say(picture, "What is it?")
    chat.options = Options(max_new_tokens=8, adapter=str(lora[0]))
    assert chat.say("And why?").tokens_reused == 0
    chat.options = Options(max_new_tokens=8)
    assert chat.say("And now?").tokens_reused > 0


def test_a_worker_keeps_the_model_when_the_adapter_changes(
    tiny: dict[str, Path], lora: tuple[Path, list[int]]
) -> None:
    worker, told, answers = Worker(), [], []
    for adapter in (None, str(lora[0]), None):
        options = Options(precision="fp32", device="cpu", max_new_tokens=6, adapter=adapter)
        ask = Ask((Message("user", ("What is it?",)),), str(tiny["qwen2_vl"]), options)
        answers.append(worker.perform(Answering(ask), told.append, Event()).token_ids)
    worker.unload(lambda _event: None)
    assert answers[0] == answers[2] != answers[1]
    begun = [event for event in told if event == Progress("loading", 0.0)]
    assert len(begun) == 1


def test_it_goes_over_layers_on_disk(
    tiny: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    adapter = randomly(shapes(tiny["qwen2_vl"], OLD), tmp_path / "lora", size=0.8)
    expected = answer(load(tiny["qwen2_vl"], adapter=str(adapter)))
    small = replace(machine(), available_bytes=1_000_000, accelerators=())
    monkeypatch.setattr(loading, "machine", lambda: small)
    parts = load(tiny["qwen2_vl"], offload=True, adapter=str(adapter))
    assert "disk" in parts.model.hf_device_map.values()
    assert answer(parts) == expected != answer(load(tiny["qwen2_vl"]))
    loading.release(parts)


@pytest.mark.thorough
def test_what_was_compiled_before_does_not_count_any_more(
    tiny: dict[str, Path], lora: tuple[Path, list[int]]
) -> None:
    import torch
    from transformers import CompileConfig

    parts = load(tiny["qwen2_vl"])
    ids = torch.tensor([[5, 9, 14, 23]])

    def logits(call: Any) -> Any:
        with torch.no_grad():
            return call(input_ids=ids, use_cache=False).logits

    for folder in (None, str(lora[0]), None):
        apply(parts, folder)
        compiled = parts.model.get_compiled_call(CompileConfig(backend="eager"))
        torch.testing.assert_close(logits(compiled), logits(parts.model))
    torch._dynamo.reset()


def test_batches_wear_what_their_questions_ask_for(
    tiny: dict[str, Path], lora: tuple[Path, list[int]]
) -> None:
    model = load_model(tiny["qwen2_vl"])
    asks = [
        Ask((Message("user", (text,)),), options=Options(max_new_tokens=6, adapter=adapter))
        for adapter in (None, str(lora[0]))
        for text in ("What is it?", "Where?")
    ]
    told: list[Any] = []
    model.answer_each(asks, told.append, Event())
    got = {event.index: event.answer.token_ids for event in told if isinstance(event, Answered)}
    assert [got[n] for n in range(4)] == [model.answer(ask, told.append, Event()).token_ids for ask in asks]
    assert got[0] != got[2]


def _renamed(folder: Path) -> None:
    from safetensors.torch import load_file, save_file

    path = folder / "adapter_model.safetensors"
    save_file({n.replace("down_proj", "other_proj"): t for n, t in load_file(path).items()}, path)


def _resized(folder: Path) -> None:
    from safetensors.torch import load_file, save_file

    path = folder / "adapter_model.safetensors"
    save_file({n: t[:, :-8].contiguous() if "lora_A" in n else t for n, t in load_file(path).items()}, path)


def _halved(folder: Path) -> None:
    from safetensors.torch import load_file, save_file

    path = folder / "adapter_model.safetensors"
    save_file({n: t for n, t in load_file(path).items() if "0.self_attn.q_proj.lora_B" not in n}, path)


def _rankless(folder: Path) -> None:
    from safetensors.torch import load_file, save_file

    path = folder / "adapter_model.safetensors"
    save_file({n: (t[:0] if "lora_A" in n else t[:, :0]).clone() for n, t in load_file(path).items()}, path)


def _cut(folder: Path) -> None:
    path = folder / "adapter_model.safetensors"
    path.write_bytes(path.read_bytes()[:-100])


def _pickled(folder: Path) -> None:
    (folder / "adapter_model.safetensors").unlink()
    (folder / "adapter_model.bin").write_bytes(pickle.dumps(print, 2))


def _told(**config: Any) -> Callable[[Path], None]:
    def tell(folder: Path) -> None:
        path = folder / "adapter_config.json"
        path.write_text(json.dumps(json.loads(path.read_text()) | config))

    return tell


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (_renamed, r"another model: there is no model.layers.1.mlp.other_proj"),
        (_resized, "another model: .* has other sizes"),
        (_halved, "only half of model.layers.0.self_attn.q_proj"),
        (_cut, "cut or broken"),
        (_pickled, "is not opened|cut or broken"),
        (_told(use_dora=True), "uses DoRA"),
        (_told(peft_type="LOHA"), "is no LoRA"),
        (_rankless, "is no LoRA of a linear layer"),
        (_told(lora_alpha="much"), "no usable lora_alpha"),
        (_told(lora_alpha=10**400), "no usable lora_alpha"),
        (_told(lora_alpha=float("inf")), "no usable lora_alpha"),
        (_told(alpha_pattern=[1]), "no usable lora_alpha"),
        (_told(alpha_pattern={"(": 1}), "no usable lora_alpha"),
        (_told(alpha_pattern={r"(?:[a-z]|[a-z_.0-9])+0": 1}), "no usable lora_alpha"),
        (lambda folder: (folder / "adapter_config.json").write_text("["), "holds no adapter"),
        (lambda folder: (folder / "adapter_model.safetensors").unlink(), "lacks adapter_model.safetensors|no adapter"),
    ],
)  # fmt: skip
def test_one_that_does_not_go_is_one_sentence_and_nothing_is_applied(
    tiny: dict[str, Path], tmp_path: Path, harm: Callable[[Path], Any], said: str
) -> None:
    adapter = randomly(shapes(tiny["qwen2_vl"], OLD), tmp_path / "lora", size=1.0)
    harm(adapter)
    model = load_model(tiny["qwen2_vl"])
    with pytest.raises(EyeboxError, match=said) as caught:
        apply(model.parts, str(adapter))
    assert "\n" not in str(caught.value)
    assert not any(module._forward_hooks for module in model.parts.model.modules())


def test_where_memory_runs_out_half_way_nothing_is_left_of_it(
    tiny: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    adapter = randomly(shapes(tiny["qwen2_vl"], OLD), tmp_path / "lora", size=1.0)
    model, added, tried = load_model(tiny["qwen2_vl"]), applied._added, []

    def short(*given: Any) -> Any:
        tried.append(given)
        if len(tried) == 2:
            raise MemoryError
        return added(*given)

    monkeypatch.setattr(applied, "_added", short)
    with pytest.raises(MemoryError):
        apply(model.parts, str(adapter))
    assert not any(module._forward_hooks for module in model.parts.model.modules())
    apply(model.parts, str(adapter))
    assert len({module for module in model.parts.model.modules() if module._forward_hooks}) == len(tried) - 2


def test_one_for_another_model_is_refused(tiny: dict[str, Path], tmp_path: Path) -> None:
    adapter = randomly(shapes(tiny["qwen2_vl"], OLD), tmp_path / "lora")
    with pytest.raises(EyeboxError, match="made for another model"):
        load(tiny["internvl"], adapter=str(adapter))


@pytest.mark.parametrize("fault", ["nothing", "another kind"])
def test_what_is_no_lora_is_refused_before_anything_is_loaded(
    tiny: dict[str, Path], tmp_path: Path, fault: str
) -> None:
    folder = tmp_path / "none"
    folder.mkdir()
    if fault != "nothing":
        (folder / "adapter_config.json").write_text(json.dumps({"peft_type": "PREFIX_TUNING"}))
        (folder / "adapter_model.bin").write_bytes(b"x")
    events: list[Progress] = []
    with pytest.raises(EyeboxError):
        load(tiny["qwen2_vl"], adapter=str(folder), emit=events.append)
    assert {event.fraction for event in events} <= {0.0}
