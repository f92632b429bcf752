"""A LoRA on an original, whose fused projections are split here: by its own names or by those of a converted model."""

from __future__ import annotations

import warnings
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from eyebox_models.library.rewrite import convert, merge
from eyebox_models.protocol.ask import Message, Picture
from eyebox_models.protocol.errors import EyeboxError
from internvl_originals import random_model, write_original
from originals import DATA, answer, load_model
from tiny_lora import by_hand, in_fp32, randomly, trained
from tiny_originals import build_original, pack_int4

pytest.importorskip("torch")
pytest.importorskip("transformers")

CHAT = (Message("user", (Picture(str(DATA / "images" / "harbor.png")), "What is it?")),)
TARGETS = r".*language_model\.layers\.\d+\.(self_attn\.(q|k|v|o)_proj|mlp\.(gate|up|down)_proj)"
FUSED = {
    "qwen": {
        "transformer.h.0.attn.c_attn": (384, 128), "transformer.h.1.attn.c_attn": (384, 128),
        "transformer.h.0.attn.c_proj": (128, 128), "transformer.h.0.mlp.w1": (256, 128),
        "transformer.h.1.mlp.w2": (256, 128), "transformer.h.1.mlp.c_proj": (128, 256),
        "transformer.visual.transformer.resblocks.0.attn.in_proj": (192, 64),
    },
    "internlm2": {
        "language_model.model.layers.0.attention.wqkv": (256, 128),
        "language_model.model.layers.1.attention.wqkv": (256, 128),
        "language_model.model.layers.0.attention.wo": (128, 128),
        "language_model.model.layers.0.feed_forward.w1": (256, 128),
        "language_model.model.layers.1.feed_forward.w3": (256, 128),
        "language_model.model.layers.1.feed_forward.w2": (128, 256),
        "vision_model.encoder.layers.0.attn.qkv": (192, 64), "mlp1.1": (128, 256),
    },
}  # fmt: skip
"""Layers by the originals' names, and the shapes of their weights."""


def quiet(event: Any) -> None:
    """Hears nothing."""


@pytest.fixture(scope="module")
def originals(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """One of each kind in FP32, and the InternVL converted."""
    root = tmp_path_factory.mktemp("adapted originals")
    made = {
        "qwen": in_fp32(build_original(root / "qwen", safetensors=True)),
        "internlm2": in_fp32(write_original(random_model("llama"), root / "internlm2", packed=True)),
    }
    convert(str(made["internlm2"]), str(root / "converted"), quiet, Event())
    return made | {"converted": root / "converted"}


@pytest.fixture(scope="module")
def learned(originals: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """LoRAs that were trained on the loaded Qwen-VL and on the converted InternVL."""
    root = tmp_path_factory.mktemp("trained")
    return {
        kind: trained(load_model(originals[kind]).parts.model, TARGETS, root / kind)
        for kind in ("qwen", "converted")
    }


@pytest.fixture(scope="module")
def packed(originals: dict[str, Path]) -> Any:
    """The Qwen-VL in GPTQ's packing, over gptqmodel's kernels; its threads start once, and end with the process."""
    for package in ("gptqmodel", "optimum"):
        pytest.importorskip(package)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return load_model(pack_int4(originals["qwen"], originals["qwen"].parent / "int4"), "int4")


def ids(folder: Path, adapter: Path | None = None, precision: str = "fp32") -> tuple[int, ...]:
    """The answer about a picture, of at most 12 ids."""
    model = load_model(folder, precision)
    chosen = None if adapter is None else str(adapter)
    return answer(model, CHAT, 12, max_tiles=1, repetition_penalty=1.5, adapter=chosen).token_ids


def test_loaded_merged_and_merged_in_the_original_layout_say_the_same(
    originals: dict[str, Path], learned: dict[str, Path], tmp_path: Path
) -> None:
    adapter = learned["converted"]
    for kind in ("converted", "internlm2"):
        merge(str(originals[kind]), str(adapter), str(tmp_path / kind), quiet, Event())
    expected = ids(originals["converted"], adapter)
    print(f"\nInternVL (InternLM2): base {ids(originals['converted'])}")
    told = {
        "loaded": expected,
        "loaded on the original": ids(originals["internlm2"], adapter),
        "merged": ids(tmp_path / "converted"),
        "merged in the original layout": ids(tmp_path / "internlm2"),
    }
    for what, found in told.items():
        print(f"{what}: {found}")
        assert found == expected, what
    assert expected != ids(originals["converted"])
    assert _names(tmp_path / "internlm2") == _names(originals["internlm2"])


def test_a_trained_one_merged_into_an_original_qwen_says_the_same(
    originals: dict[str, Path], learned: dict[str, Path], tmp_path: Path
) -> None:
    merge(str(originals["qwen"]), str(learned["qwen"]), str(tmp_path / "new"), quiet, Event())
    expected = ids(originals["qwen"], learned["qwen"])
    print(f"\nQwen-VL-Chat: base {ids(originals['qwen'])}, loaded {expected}, merged {ids(tmp_path / 'new')}")
    assert ids(tmp_path / "new") == expected != ids(originals["qwen"])
    assert _names(tmp_path / "new") == _names(originals["qwen"])


@pytest.mark.parametrize("kind", sorted(FUSED))
def test_one_by_the_original_names_changes_the_fused_rows(
    originals: dict[str, Path], tmp_path: Path, kind: str
) -> None:
    adapter = randomly(FUSED[kind], tmp_path / "lora")
    expected = ids(by_hand(originals[kind], tmp_path / "hand", adapter))
    merge(str(originals[kind]), str(adapter), str(tmp_path / "new"), quiet, Event())
    assert expected != ids(originals[kind])
    assert ids(originals[kind], adapter) == expected
    assert ids(tmp_path / "new") == expected


def test_one_by_the_original_names_goes_on_the_converted_model(
    originals: dict[str, Path], tmp_path: Path
) -> None:
    adapter = randomly(FUSED["internlm2"], tmp_path / "lora")
    expected = ids(originals["internlm2"], adapter)
    merge(str(originals["converted"]), str(adapter), str(tmp_path / "new"), quiet, Event())
    assert ids(originals["converted"], adapter) == expected
    assert ids(tmp_path / "new") == expected


@pytest.mark.parametrize("precision", ["int8", "int4"])
@pytest.mark.parametrize("kind", ["qwen", "internlm2"])
def test_it_answers_on_a_quantized_base(
    originals: dict[str, Path], tmp_path: Path, kind: str, precision: str
) -> None:
    pytest.importorskip("bitsandbytes")
    adapter = randomly(FUSED[kind], tmp_path / "lora", size=1.0)
    model = load_model(originals[kind], precision)
    with_it = answer(model, CHAT, tokens=4, max_tiles=1, adapter=str(adapter)).token_ids
    assert with_it
    assert with_it != answer(model, CHAT, tokens=4, max_tiles=1).token_ids


def test_it_goes_over_layers_in_gptqs_packing(packed: Any, tmp_path: Path) -> None:
    adapter = randomly(FUSED["qwen"], tmp_path / "lora", size=1.0)
    told = [answer(packed, CHAT, tokens=4, adapter=which).token_ids for which in (None, str(adapter)) * 2]
    assert told[0] == told[2] != told[1] == told[3]
    with pytest.raises(EyeboxError, match="choose the model in 16 bit"):
        merge(str(packed.parts.checkpoint.folder), str(adapter), str(tmp_path / "new"), quiet, Event())


def test_pickled_shards_are_merged_into_safetensors(tmp_path: Path) -> None:
    folder = in_fp32(build_original(tmp_path / "bins", shards=3))
    (folder / "modeling_qwen.py").write_text("raise SystemExit\n")
    adapter = randomly(FUSED["qwen"], tmp_path / "lora")
    merge(str(folder), str(adapter), str(tmp_path / "new"), quiet, Event())
    assert ids(tmp_path / "new") == ids(folder, adapter) != ids(folder)
    there = {path.name for path in (tmp_path / "new").iterdir()}
    assert "qwen.tiktoken" in there
    assert not any(name.endswith((".py", ".bin")) for name in there)


def _names(folder: Path) -> dict[str, tuple[int, ...]]:
    from eyebox_models.families.registry import checkpoint_at

    return {name: tensor.shape for name, tensor in checkpoint_at(folder).tensors.items()}
