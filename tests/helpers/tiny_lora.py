"""LoRA folders as peft writes them: trained by a few steps, or of random numbers."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

RANK, ALPHA = 4, 8
IDS = [[11, 23, 37, 41, 53, 61, 79, 83, 97, 101]]


def trained(model: Any, targets: str, folder: Path, steps: int = 20, rate: float = 0.5) -> Path:
    """A LoRA of the layers whose names `targets` matches, after some steps towards other answers, by torch alone."""
    import torch

    torch.manual_seed(5)
    chosen = {name: m for name, m in model.named_modules() if re.fullmatch(targets, name)}
    assert chosen
    pairs = {
        name: (
            (torch.randn(RANK, m.in_features) * m.in_features**-0.5).requires_grad_(),
            (torch.randn(m.out_features, RANK) * 0.05).requires_grad_(),
        )
        for name, m in chosen.items()
    }

    def hook(down: Any, up: Any) -> Any:
        return lambda _module, inputs, out: out + inputs[0] @ down.t() @ up.t() * (ALPHA / RANK)

    hooks = [m.register_forward_hook(hook(*pairs[name])) for name, m in chosen.items()]
    ids = torch.tensor(IDS)
    learned = [tensor for pair in pairs.values() for tensor in pair]
    losses = []
    with torch.enable_grad():
        for _ in range(steps):
            logits = model(input_ids=ids, use_cache=False).logits[0]
            loss = torch.nn.functional.cross_entropy(logits, ids[0].flip(0))
            grads = torch.autograd.grad(loss, learned)
            with torch.no_grad():
                norm = sum(float(grad.square().sum()) for grad in grads) ** 0.5
                for tensor, grad in zip(learned, grads, strict=True):
                    tensor -= rate * grad / norm
            losses.append(float(loss.detach()))
    for added in hooks:
        added.remove()
    assert losses[-1] < losses[0]
    tensors = {}
    for name, (down, up) in pairs.items():
        tensors[f"base_model.model.{name}.lora_A.weight"] = down.detach()
        tensors[f"base_model.model.{name}.lora_B.weight"] = up.detach().contiguous()
    return written(folder, tensors)


def randomly(shapes: dict[str, tuple[int, int]], folder: Path, size: float = 0.1, **config: Any) -> Path:
    """A LoRA of random numbers for weights [out, in] by their layers' names."""
    import torch

    torch.manual_seed(9)
    tensors = {}
    for name, (out, into) in shapes.items():
        tensors[f"base_model.model.{name}.lora_A.weight"] = torch.randn(RANK, into) * into**-0.5
        tensors[f"base_model.model.{name}.lora_B.weight"] = torch.randn(out, RANK) * size
    return written(folder, tensors, **config)


def written(folder: Path, tensors: dict[str, Any], **config: Any) -> Path:
    """The two files of an adapter."""
    from safetensors.torch import save_file

    folder.mkdir(parents=True)
    save_file(tensors, folder / "adapter_model.safetensors", metadata={"format": "pt"})
    told = {"peft_type": "LORA", "r": RANK, "lora_alpha": ALPHA, "target_modules": [], "bias": "none"}
    (folder / "adapter_config.json").write_text(json.dumps(told | config))
    return folder


def in_fp32(folder: Path) -> Path:
    """Rewrites the weights of a folder in FP32, so that merging rounds nothing."""
    import torch
    from safetensors.torch import load_file, save_file

    for path in folder.glob("*.safetensors"):
        tensors = {name: t.float() if t.is_floating_point() else t for name, t in load_file(path).items()}
        save_file(tensors, path, metadata={"format": "pt"})
    for path in folder.glob("pytorch_model*.bin"):
        found = torch.load(path, weights_only=True)
        torch.save({name: tensor.float() for name, tensor in found.items()}, path)
    config = json.loads((folder / "config.json").read_text())
    config["torch_dtype"] = "float32"
    (folder / "config.json").write_text(json.dumps(config))
    return folder


def by_hand(folder: Path, target: Path, adapter: Path, scale: float = ALPHA / RANK) -> Path:
    """A copy of a folder of one safetensors file with the adapter added to the weights of the very same names."""
    import shutil

    from safetensors.torch import load_file, save_file

    shutil.copytree(folder, target)
    low = load_file(adapter / "adapter_model.safetensors")
    tensors = load_file(folder / "model.safetensors")
    for name in _layers(low):
        down, up = (low[f"base_model.model.{name}.lora_{side}.weight"] for side in "AB")
        tensors[f"{name}.weight"] += up @ down * scale
    save_file(tensors, target / "model.safetensors", metadata={"format": "pt"})
    return target


def _layers(names: Iterable[str]) -> list[str]:
    ends = ".lora_A.weight"
    return [
        name.removeprefix("base_model.model.").removesuffix(ends) for name in names if name.endswith(ends)
    ]
