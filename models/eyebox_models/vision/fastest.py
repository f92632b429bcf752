"""Which precision a processor decodes fastest in: measured once on this machine, in about a second, and remembered."""

from __future__ import annotations

import json
from importlib.util import find_spec
from math import prod
from time import perf_counter
from typing import Any

from eyebox_models.ask import Options
from eyebox_models.checkpoint import Checkpoint
from eyebox_models.machine import Machine
from eyebox_models.speeds import Speed, cache_home, remember

WIDTH = 3072
LAYERS = 3
"""So many weights of WIDTH x WIDTH, together larger than a processor's caches in most precisions."""
ROUND_SECONDS = 0.15
_FILE = "kernels.json"


def measure_once(checkpoint: Checkpoint, options: Options, machine: Machine) -> None:
    """Sees to it that a guess of tokens a second is remembered for this checkpoint on this processor.

    Nothing to do for a card, or for a checkpoint that is quantized on disk. Real answers are remembered over it.
    """
    if checkpoint.quantization or not (options.device == "cpu" or not (machine.cuda or machine.accelerators)):
        return
    key = f"{machine.processor}, {machine.cores} cores, torch {machine.packages.get('torch', '')}"
    data = _read()
    known = data.get(key)
    if not isinstance(known, dict) or not isinstance(known.get("rates"), dict):
        known = {"rates": rates(machine), "told": []}
    told = [name for name in known.get("told", []) if isinstance(name, str)]
    if checkpoint.digest in told:
        return
    weights = sum(prod(t.shape) for t in checkpoint.tensors.values()) or 1_000_000_000
    for precision, rate in known["rates"].items():
        remember(precision, Speed(decode=rate / weights), machine, digest=checkpoint.digest)
    _write({key: {"rates": known["rates"], "told": [*told[-100:], checkpoint.digest]}})


def rates(machine: Machine) -> dict[str, float]:
    """Weights that are multiplied with one token's vector in a second, by precision."""
    import torch

    found = {}
    with torch.inference_mode():
        for precision, dtype in (("fp32", torch.float32), ("bf16", torch.bfloat16)):
            layers = [
                torch.nn.Linear(WIDTH, WIDTH, bias=False, dtype=dtype).requires_grad_(False)
                for _ in range(LAYERS)
            ]
            found[precision] = _rate(layers, torch.ones(1, WIDTH, dtype=dtype))
        if machine.has("bitsandbytes") and find_spec("bitsandbytes"):
            found["int4"] = _rate(_nf4(), torch.ones(1, WIDTH, dtype=torch.bfloat16))
    return found


def _nf4() -> list[Any]:
    import bitsandbytes as bnb
    import torch

    made = []
    for _ in range(LAYERS):
        layer = bnb.nn.Linear4bit(
            WIDTH, WIDTH, bias=False, compute_dtype=torch.bfloat16, compress_statistics=True, quant_type="nf4"
        )
        layer.weight = bnb.nn.Params4bit(
            torch.randn(WIDTH, WIDTH, dtype=torch.bfloat16) / 64, requires_grad=False, quant_type="nf4"
        )
        made.append(layer.to("cpu").eval())
    return made


def _rate(layers: list[Any], vector: Any) -> float:
    for layer in layers:
        layer(vector)
    rounds, begun = 0, perf_counter()
    while perf_counter() - begun < ROUND_SECONDS:
        for layer in layers:
            layer(vector)
        rounds += 1
    return rounds * LAYERS * WIDTH * WIDTH / (perf_counter() - begun)


def _read() -> dict[str, Any]:
    try:
        data = json.loads((cache_home() / _FILE).read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}


def _write(data: dict[str, Any]) -> None:
    try:
        cache_home().mkdir(parents=True, exist_ok=True, mode=0o700)
        (cache_home() / _FILE).write_text(json.dumps(data), encoding="utf-8")
    except OSError:
        return
