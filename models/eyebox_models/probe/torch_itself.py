"""torch, torchvision and FlashAttention: do they compute, on the processor and on every card; and does transformers run."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from importlib import import_module

from eyebox_models.probe.openmp import loaded_runtimes
from eyebox_models.probe.run import attempt, devices, factors, off
from eyebox_models.protocol.errors import brief
from eyebox_models.protocol.probe import ProbedCard, ProbeReport, Tried


def probe_torch(report: ProbeReport) -> ProbeReport:
    """What torch was built for, which cards it can use, and products in FP32 and BF16 on each device."""
    import torch

    details = {
        "cuda": torch.version.cuda or "",
        "rocm": getattr(torch.version, "hip", None) or "",
        "threads": str(torch.get_num_threads()),
        "processor": _instructions(),
    }
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        details["cuda available"] = "yes" if torch.cuda.is_available() else ""
    built_for = list(torch.cuda.get_arch_list()) if details["cuda"] else []
    details["built for"] = " ".join(built_for)
    details["cuda says"] = " ".join(str(warned[-1].message).split())[:300] if warned else ""
    cards: list[ProbedCard] = []
    if details["cuda available"]:
        cards = _cards(built_for)
    elif details["cuda"] and not details["cuda says"]:
        try:
            torch.cuda.init()
        except (RuntimeError, AssertionError) as error:
            details["cuda says"] = brief(error, 300)
    tried = [one for device in devices() for one in _products(device)]
    return replace(
        report,
        version=str(torch.__version__),
        tried=tuple(tried),
        details=tuple(details.items()),
        cards=tuple(cards),
        runtimes=loaded_runtimes(),
    )


def has_kernels(built_for: Sequence[str], capability: tuple[int, int]) -> bool:
    """Whether a torch built for these ("sm_90", "compute_90") has code for a card of this capability.

    Binary code runs on later cards of the same generation; what is kept as "compute" is compiled for any later card.
    """
    if not built_for:
        return True
    for name in built_for:
        kind, _, digits = name.partition("_")
        number = digits.rstrip("abcdefghijklmnopqrstuvwxyz")
        if not number.isdigit() or len(number) < 2:
            continue
        major, minor = int(number[:-1]), int(number[-1])
        if kind == "compute" and (major, minor) <= capability:
            return True
        if kind == "sm" and major == capability[0] and minor <= capability[1]:
            return number == digits or minor == capability[1]
    return False


def probe_torchvision(report: ProbeReport) -> ProbeReport:
    """The operator `nms`: a torchvision that was built for another torch does not have it."""
    import torch
    from torchvision.ops import nms

    def overlapping(device: str) -> str:
        boxes = torch.tensor([[0.0, 0, 10, 10], [1, 1, 10, 10], [20, 20, 30, 30]], device=device)
        kept = nms(boxes, torch.tensor([0.9, 0.8, 0.7], device=device), 0.5).tolist()
        return "" if kept == [0, 2] else f"it kept {kept} of three boxes, not [0, 2]"

    tried = [attempt("nms", device, partial(overlapping, device)) for device in devices()]
    return replace(report, tried=tuple(tried), details=(("torch", str(torch.__version__)),))


def probe_flash_attn(report: ProbeReport) -> ProbeReport:
    """A small attention on every card that can do it (Ampere and later)."""
    import torch

    def attend(device: str) -> str:
        flash_attn_func = import_module("flash_attn").flash_attn_func
        query, key, value = (
            torch.linspace(-1, 1, 16 * 2 * 64, device=device).roll(step * 61).reshape(1, 16, 2, 64).half()
            for step in range(3)
        )
        wanted = torch.nn.functional.scaled_dot_product_attention(
            *(part.float().cpu().transpose(1, 2) for part in (query, key, value))
        ).transpose(1, 2)
        return off(flash_attn_func(query, key, value), wanted, 0.02)

    cards = _cards([]) if torch.cuda.is_available() else []
    able = [f"cuda:{card.index}" for card in cards if card.capability >= (8, 0)]
    tried = [attempt("attention", device, partial(attend, device)) for device in able]
    return replace(report, tried=tuple(tried), cards=tuple(cards))


def probe_transformers(report: ProbeReport) -> ProbeReport:
    """A language model of one tiny layer with random weights writes two tokens."""

    def write() -> str:
        import torch
        from transformers import AutoModelForImageTextToText, Qwen2Config, Qwen2ForCausalLM

        assert AutoModelForImageTextToText is not None
        config = Qwen2Config(
            vocab_size=32,
            hidden_size=16,
            intermediate_size=32,
            num_hidden_layers=1,
            num_attention_heads=2,
            num_key_value_heads=1,
            max_position_embeddings=32,
            bos_token_id=None,
            eos_token_id=None,
            pad_token_id=0,
        )
        model = Qwen2ForCausalLM(config).eval()
        prompt = torch.tensor([[1, 2, 3]])
        with torch.inference_mode():
            ids = model.generate(
                prompt, attention_mask=torch.ones_like(prompt), max_new_tokens=2, do_sample=False
            )
        return "" if tuple(ids.shape) == (1, 5) else f"it wrote {ids.shape[-1] - 3} tokens, not 2"

    return replace(report, tried=(attempt("write", "cpu", write),))


def _products(device: str) -> list[Tried]:
    import torch

    left, right, product = factors()

    def multiply(dtype: torch.dtype, tolerance: float) -> str:
        one, other = (torch.tensor(each, dtype=dtype, device=device) for each in (left, right))
        return off(one @ other, product, tolerance)

    return [
        attempt("product", device, partial(multiply, torch.float32, 1e-3)),
        attempt("bf16", device, partial(multiply, torch.bfloat16, 0.02)),
    ]


def _cards(built_for: Sequence[str]) -> list[ProbedCard]:
    import torch

    cards = []
    for index in range(torch.cuda.device_count()):
        about = torch.cuda.get_device_properties(index)
        capability = (int(about.major), int(about.minor))
        kernels = has_kernels(built_for, capability)
        cards.append(ProbedCard(about.name, index, capability, int(about.total_memory), kernels))
    return cards


def _instructions() -> str:
    import torch

    try:
        return str(torch.backends.cpu.get_cpu_capability())
    except AttributeError:
        return ""
