"""A LoRA merged into a model: a new folder with its files and names, whole or not at all."""

from __future__ import annotations

import json
import shutil
from collections import namedtuple
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from eyebox_models.families.registry import checkpoint_at
from eyebox_models.library.rewrite import merge
from eyebox_models.protocol.errors import EyeboxError, Stopped
from loading import answer, load
from tiny_lora import randomly, written
from tiny_models import build_tiny

pytest.importorskip("torch")
pytest.importorskip("transformers")

OUT_IN = {"model.layers.0.self_attn.q_proj": (64, 64), "visual.blocks.0.attn.proj": (32, 32)}


def quiet(event: Any) -> None:
    """Hears nothing."""


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_tiny("qwen2_vl", tmp_path_factory.mktemp("merging") / "base")


@pytest.fixture
def adapter(base: Path, tmp_path: Path) -> Path:
    tensors = checkpoint_at(base).tensors
    shapes = {name: tensors[f"{name}.weight"].shape for name in OUT_IN}
    return randomly({name: (out, into) for name, (out, into) in shapes.items()}, tmp_path / "lora", size=0.7)


def test_a_merged_model_says_what_the_loaded_adapter_says(base: Path, adapter: Path, tmp_path: Path) -> None:
    reported: list[float] = []
    card = merge(
        str(base), str(adapter), str(tmp_path / "new"), lambda e: reported.append(e.fraction), Event()
    )
    assert (reported[0], reported[-1]) == (0.0, 1.0)
    assert reported == sorted(reported)
    assert not card.problems
    expected = answer(load(base, adapter=str(adapter)))
    assert answer(load(tmp_path / "new")) == expected != answer(load(base))


def test_names_shapes_dtypes_and_small_files_stay(base: Path, adapter: Path, tmp_path: Path) -> None:
    source = Path(shutil.copytree(base, tmp_path / "source"))
    (source / "modeling_tiny.py").write_text("raise SystemExit\n")
    (source / "LICENSE").write_text("As you like.\n")
    merge(str(source), str(adapter), str(tmp_path / "new"), quiet, Event())
    old, new = checkpoint_at(source), checkpoint_at(tmp_path / "new")
    assert {n: (t.shape, t.dtype) for n, t in old.tensors.items()} == {
        n: (t.shape, t.dtype) for n, t in new.tensors.items()
    }
    there = {path.name for path in source.iterdir()} - {"modeling_tiny.py"}
    assert {path.name for path in (tmp_path / "new").iterdir()} == there


def test_a_single_shard_keeps_its_index(base: Path, adapter: Path, tmp_path: Path) -> None:
    source, name = Path(shutil.copytree(base, tmp_path / "source")), "model-00001-of-00001.safetensors"
    (source / "model.safetensors").rename(source / name)
    places = dict.fromkeys(checkpoint_at(base).tensors, name)
    (source / "model.safetensors.index.json").write_text(json.dumps({"metadata": {}, "weight_map": places}))
    assert not merge(str(source), str(adapter), str(tmp_path / "new"), quiet, Event()).problems
    assert answer(load(tmp_path / "new")) == answer(load(base, adapter=str(adapter)))


def test_sixteen_bit_stays_sixteen_bit(base: Path, adapter: Path, tmp_path: Path) -> None:
    from safetensors.torch import load_file, save_file

    source = Path(shutil.copytree(base, tmp_path / "half"))
    tensors = {name: t.bfloat16() for name, t in load_file(source / "model.safetensors").items()}
    save_file(tensors, source / "model.safetensors", metadata={"format": "pt"})
    merge(str(source), str(adapter), str(tmp_path / "new"), quiet, Event())
    low = load_file(adapter / "adapter_model.safetensors")
    merged = load_file(tmp_path / "new" / "model.safetensors")
    for name, tensor in tensors.items():
        stem = f"base_model.model.{name.removesuffix('.weight')}"
        if f"{stem}.lora_A.weight" in low:
            delta = low[f"{stem}.lora_B.weight"] @ low[f"{stem}.lora_A.weight"] * 2
            tensor = (tensor.float() + delta).bfloat16()
        assert merged[name].dtype == tensor.dtype
        assert merged[name].float().sub(tensor.float()).abs().max() <= 0.02, name


def test_whole_tensors_are_replaced(base: Path, tmp_path: Path) -> None:
    import torch

    norm = torch.rand(checkpoint_at(base).tensors["model.norm.weight"].shape) + 0.5
    adapter = written(tmp_path / "lora", {"base_model.model.model.language_model.norm.weight": norm})
    merge(str(base), str(adapter), str(tmp_path / "new"), quiet, Event())
    assert answer(load(tmp_path / "new")) == answer(load(base, adapter=str(adapter)))


def _quantized(source: Path, adapter: Path) -> None:
    config = json.loads((source / "config.json").read_text())
    config["quantization_config"] = {"quant_method": "gptq", "bits": 4}
    (source / "config.json").write_text(json.dumps(config))


def _no_adapter(source: Path, adapter: Path) -> None:
    (adapter / "adapter_config.json").unlink()


def _other(source: Path, adapter: Path) -> None:
    shutil.rmtree(adapter)
    randomly({"model.layers.0.self_attn.q_proj": (24, 24)}, adapter)


def _unknown(source: Path, adapter: Path) -> None:
    shutil.rmtree(adapter)
    randomly({"model.layers.99.self_attn.q_proj": (64, 64)}, adapter)


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (_quantized, "choose the model in 16 bit"),
        (_no_adapter, "holds no adapter"),
        (_other, "has other sizes"),
        (_unknown, r"there is no model\.layers\.99\.self_attn\.q_proj"),
    ],
)
def test_what_can_not_be_merged_is_one_sentence_and_leaves_nothing(
    base: Path, adapter: Path, tmp_path: Path, harm: Any, said: str
) -> None:
    source = Path(shutil.copytree(base, tmp_path / "source"))
    harm(source, adapter)
    with pytest.raises(EyeboxError, match=said):
        merge(str(source), str(adapter), str(tmp_path / "new"), quiet, Event())
    assert {path.name for path in tmp_path.iterdir()} == {"source", "lora"}


def test_nothing_is_overwritten(base: Path, adapter: Path, tmp_path: Path) -> None:
    target = tmp_path / "new"
    target.mkdir()
    with pytest.raises(EyeboxError, match="is there already"):
        merge(str(base), str(adapter), str(target), quiet, Event())
    assert list(target.iterdir()) == []


def test_a_stop_leaves_nothing(base: Path, adapter: Path, tmp_path: Path) -> None:
    stop = Event()

    def emit(event: Any) -> None:
        if event.fraction > 0.3:
            stop.set()

    with pytest.raises(Stopped):
        merge(str(base), str(adapter), str(tmp_path / "new"), emit, stop)
    assert [path.name for path in tmp_path.iterdir()] == ["lora"]


def test_a_full_disk_is_one_sentence(
    base: Path, adapter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage(10, 10, 0))
    with pytest.raises(EyeboxError, match=r"make \d+ MB free"):
        merge(str(base), str(adapter), str(tmp_path / "new"), quiet, Event())
