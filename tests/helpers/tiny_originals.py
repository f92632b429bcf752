"""Tiny checkpoints in the layout of Qwen-VL of 2023: random weights, whole or in GPTQ's packing."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from gptq_packing import pack, unpack

DATA = Path(__file__).resolve().parents[1] / "data" / "parity"
CHAT = DATA / "qwen_vl_chat"
"""A checkpoint that the original code was run on."""
GROUP = 128
LAYERS = 2
_PICTURE = 730
_PACKED = ("attn.c_attn", "attn.c_proj", "mlp.w1", "mlp.w2", "mlp.c_proj")


def build_original(
    folder: Path,
    shards: int = 1,
    hidden: int = 128,
    width: int = 64,
    safetensors: bool = False,
    layers: int = LAYERS,
    tower: int = LAYERS,
    heads: int = 0,
) -> Path:
    """Qwen-VL-Chat with so many layers in its language model and its tower. All of its widths are multiples of 64.

    `heads` are those of the tower, of 16 numbers each where it says nothing.
    """
    tensors = random_tensors(hidden, width, layers, tower=tower)
    _small_files(folder, hidden, width, layers, tower, heads or width // 16)
    save(folder, tensors, shards, safetensors)
    return folder


def random_tensors(
    hidden: int, width: int, layers: int = LAYERS, seed: int = 7, tower: int = LAYERS
) -> dict[str, Any]:
    """All tensors by their original names, in BF16."""
    import torch

    torch.manual_seed(seed)
    made: dict[str, Any] = {}

    def add(name: str, *shape: int, spread: float = 0.0) -> None:
        made[name] = (torch.randn(*shape) * (spread or shape[-1] ** -0.5)).bfloat16()

    def norm(name: str, size: int, bias: bool = True) -> None:
        made[f"{name}.weight"] = (1 + 0.1 * torch.randn(size)).bfloat16()
        if bias:
            add(f"{name}.bias", size, spread=0.1)

    add("transformer.wte.weight", 768, hidden, spread=1.0)
    for n in range(layers):
        layer = f"transformer.h.{n}"
        norm(f"{layer}.ln_1", hidden, bias=False)
        norm(f"{layer}.ln_2", hidden, bias=False)
        add(f"{layer}.attn.c_attn.weight", 3 * hidden, hidden, spread=0.15)
        add(f"{layer}.attn.c_attn.bias", 3 * hidden, spread=0.1)
        add(f"{layer}.attn.c_proj.weight", hidden, hidden)
        add(f"{layer}.mlp.w1.weight", 2 * hidden, hidden)
        add(f"{layer}.mlp.w2.weight", 2 * hidden, hidden)
        add(f"{layer}.mlp.c_proj.weight", hidden, 2 * hidden)
    norm("transformer.ln_f", hidden, bias=False)
    add("lm_head.weight", 768, hidden)
    visual = "transformer.visual"
    add(f"{visual}.conv1.weight", width, 3, 14, 14, spread=0.04)
    add(f"{visual}.positional_embedding", 256, width, spread=0.5)
    norm(f"{visual}.ln_pre", width)
    for n in range(tower):
        block = f"{visual}.transformer.resblocks.{n}"
        norm(f"{block}.ln_1", width)
        norm(f"{block}.ln_2", width)
        for name, out, into in (("attn.in_proj", 3 * width, width), ("attn.out_proj", width, width),
                                ("mlp.c_fc", 4 * width, width), ("mlp.c_proj", width, 4 * width)):  # fmt: skip
            add(f"{block}.{name}.weight", out, into)
            add(f"{block}.{name}.bias", out, spread=0.1)
    pool = f"{visual}.attn_pool"
    add(f"{pool}.pos_embed", 256, hidden, spread=0.5)
    add(f"{pool}.query", 256, hidden, spread=1.0)
    add(f"{pool}.kv_proj.weight", hidden, width)
    add(f"{pool}.attn.in_proj_weight", 3 * hidden, hidden, spread=0.2)
    add(f"{pool}.attn.in_proj_bias", 3 * hidden, spread=0.1)
    add(f"{pool}.attn.out_proj.weight", hidden, hidden)
    add(f"{pool}.attn.out_proj.bias", hidden, spread=0.1)
    for name in (f"{pool}.ln_q", f"{pool}.ln_kv", f"{visual}.ln_post"):
        norm(name, hidden)
    add(f"{visual}.proj", hidden, hidden, spread=0.2)
    return made


def pack_int4(source: Path, target: Path) -> Path:
    """A folder of one safetensors file as AutoGPTQ wrote Qwen-VL-Chat-Int4, with biases of zeros where there are none."""
    import torch
    from safetensors.torch import load_file, save_file

    shutil.copytree(source, target)
    packed: dict[str, Any] = {}
    for name, tensor in load_file(source / "model.safetensors").items():
        stem = name.removesuffix(".weight")
        if name.startswith("transformer.h.") and stem.endswith(_PACKED):
            packed |= {f"{stem}.{part}": value for part, value in pack(tensor, GROUP).items()}
            if not stem.endswith("c_attn"):
                packed[f"{stem}.bias"] = torch.zeros(len(tensor), dtype=torch.float16)
        else:
            packed[name] = tensor.half()
    save_file(packed, target / "model.safetensors", metadata={"format": "pt"})
    config = json.loads((target / "config.json").read_text())
    config["torch_dtype"] = "float16"
    config["quantization_config"] = {
        "bits": 4, "damp_percent": 0.01, "desc_act": False, "group_size": GROUP, "model_file_base_name": "model",
        "model_name_or_path": None, "quant_method": "gptq", "static_groups": False, "sym": True, "true_sequential": True,
    }  # fmt: skip
    (target / "config.json").write_text(json.dumps(config, indent=2))
    return target


def rounded(source: Path, target: Path) -> Path:
    """The same folder with the weights that `pack_int4` leaves of it, whole and in FP32."""
    from safetensors.torch import load_file, save_file

    shutil.copytree(source, target)
    made = {
        name: unpack(tensor, GROUP)
        if name.startswith("transformer.h.") and name.removesuffix(".weight").endswith(_PACKED)
        else tensor.half().float()
        for name, tensor in load_file(source / "model.safetensors").items()
    }
    save_file(made, target / "model.safetensors", metadata={"format": "pt"})
    return target


def save(folder: Path, tensors: dict[str, Any], shards: int, safetensors: bool) -> None:
    """Writes tensors into one file or many of about equal size, with their index."""
    import torch
    from safetensors.torch import save_file

    kind, stem = ("safetensors", "model") if safetensors else ("bin", "pytorch_model")
    total, taken = sum(t.nbytes for t in tensors.values()), 0
    files: dict[str, dict[str, Any]] = {}
    for name, tensor in tensors.items():
        number = min(shards, taken * shards // total + 1)
        file = f"{stem}.{kind}" if shards == 1 else f"{stem}-{number:05d}-of-{shards:05d}.{kind}"
        files.setdefault(file, {})[name] = tensor
        taken += tensor.nbytes
    for file, part in files.items():
        if safetensors:
            save_file(part, folder / file, metadata={"format": "pt"})
        else:
            torch.save(part, folder / file)
    if shards > 1:
        places = {name: file for file, part in files.items() for name in part}
        index = {"metadata": {"total_size": total}, "weight_map": places}
        (folder / f"{stem}.{kind}.index.json").write_text(json.dumps(index))


def _small_files(folder: Path, hidden: int, width: int, layers: int, tower: int, heads: int) -> None:
    folder.mkdir(parents=True)
    for name in ("generation_config.json", "tokenizer_config.json", "qwen.tiktoken"):
        shutil.copy(CHAT / name, folder / name)
    config = json.loads((CHAT / "config.json").read_text())
    config |= {
        "hidden_size": hidden, "num_hidden_layers": layers, "num_attention_heads": hidden // 64,
        "intermediate_size": 4 * hidden, "vocab_size": 768,
    }  # fmt: skip
    config["visual"] |= {
        "width": width, "layers": tower, "heads": heads, "mlp_ratio": 4.0, "output_dim": hidden,
        "image_start_id": _PICTURE,
    }  # fmt: skip
    (folder / "config.json").write_text(json.dumps(config, indent=2))
