"""Whether MKL's fast kernels (`vision.cpu_kernels`) are right and faster on this machine; what came out is remembered.

Two processes compute the same, one with each kind: attention in BF16, products in FP32 and BF16. Each compares its own
results with those of plain multiplications and sums in FP64, which no such kernel takes part in.
"""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any, Literal

from eyebox_models.files.atomic_write import atomic_write
from eyebox_models.files.regular_file import read_regular
from eyebox_models.probe.run import attempt, off
from eyebox_models.protocol.advice import own_folder
from eyebox_models.protocol.dataclass import dataclass
from eyebox_models.protocol.probe import ProbeReport
from eyebox_models.vision.cpu_kernels import processor

STANDARD, FAST = "kernels", "fast_kernels"
"""Names of the two probes."""
GAIN = 0.9
"""The fast kernels are taken where attention takes at most this part of the time."""
_FILE = "kernels.json"
_VERSION = 1
"""Of what is probed: with another one nothing is remembered."""
_HEADS, _LENGTH, _WIDTH, _SIZE, _SAMPLES = 4, 1024, 80, 384, 64
_ROUNDS = 3
_OFF_FP32, _OFF_BF16 = 1e-5, 0.02

Why = Literal["faster", "slower", "wrong", "crashed"]


@dataclass(frozen=True, slots=True)
class Found:
    """What the probes came to. Seconds are those of one attention, 0 where there are none; `detail` is what went wrong."""

    why: Why
    standard_seconds: float = 0.0
    fast_seconds: float = 0.0
    detail: str = ""


def probe_kernels(report: ProbeReport) -> ProbeReport:
    """Attention and products with the kernels of this process: right or not, and the seconds that attention takes."""
    import torch

    generator = torch.Generator().manual_seed(0)

    def random(*shape: int, dtype: Any = torch.float32) -> Any:
        return torch.randn(*shape, generator=generator).to(dtype)

    query, key, value = (random(1, _HEADS, _LENGTH, _WIDTH, dtype=torch.bfloat16) for _ in range(3))
    seconds: list[float] = []

    def attend() -> str:
        for _ in range(1 + _ROUNDS):
            begun = perf_counter()
            seen = torch.nn.functional.scaled_dot_product_attention(query, key, value)
            seconds.append(perf_counter() - begun)
        rows = query[0, :, :: _LENGTH // _SAMPLES, None].double() * key[0, :, None].double()
        weights = (rows.sum(-1) * _WIDTH**-0.5).softmax(-1)
        wanted = (weights[..., None] * value[0, :, None].double()).sum(-2)
        return off(seen[0, :, :: _LENGTH // _SAMPLES], wanted, _OFF_BF16)

    def multiply(dtype: Any, tolerance: float) -> str:
        left, right = random(_SIZE, _SIZE, dtype=dtype), random(_SIZE, _SIZE, dtype=dtype)
        rows = left[:: _SIZE // _SAMPLES]
        wanted = (rows.double()[..., None] * right.double()).sum(-2)
        return off((left @ right)[:: _SIZE // _SAMPLES], wanted, tolerance)

    with torch.inference_mode():
        tried = (
            attempt("attention", "cpu", attend),
            attempt("product", "cpu", partial(multiply, torch.float32, _OFF_FP32)),
            attempt("bf16", "cpu", partial(multiply, torch.bfloat16, _OFF_BF16)),
        )
    took = (("attention", f"{min(seconds[1:], default=0.0):.6f}"),)
    return replace(report, tried=tried, details=took)


def compared(standard: ProbeReport | None, fast: ProbeReport | None, failure: str = "") -> Found | None:
    """What two reports come to; a probe that crashed gave none (`failure` is what ended the one of the fast kernels).

    None where nothing is known: already the standard one failed, or the other was ended for want of memory or time.
    """
    if standard is None or standard.error or (fast is None and "SIGKILL" in failure):
        return None
    if fast is None or fast.error:
        return Found("crashed", detail=fast.error if fast is not None else failure)
    slow, quick = (float(one.detail("attention") or 0) for one in (standard, fast))
    if fast.failures:
        return Found("wrong", slow, quick, fast.failures[0].error)
    return Found("faster" if 0 < quick <= GAIN * slow else "slower", slow, quick)


def remembered(torch: str) -> Found | None:
    """What was found on this processor with this version of torch."""
    try:
        data = json.loads(read_regular(own_folder("cache") / _FILE))
        return Found(**data["found"]) if data["of"] == _key(torch) else None
    except (OSError, ValueError, RecursionError, KeyError, TypeError):
        return None


def remember(torch: str, found: Found) -> None:
    """Keeps what was found, in the cache; where that can't be written it is found anew the next time."""
    path: Path = own_folder("cache") / _FILE
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        atomic_write(path, json.dumps({"of": _key(torch), "found": asdict(found)}), private=True)
    except OSError:
        return


def _key(torch: str) -> str:
    return f"{processor()}, torch {torch}, {_VERSION}"
