"""Which precision is chosen on which machine, and the sentence for what can't be had."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from eyebox_models.ask import EyeboxError, Options
from eyebox_models.checkpoint import Checkpoint
from eyebox_models.machine import Accelerator, Machine
from eyebox_models.precision import Choice, choose, runs
from eyebox_models.speeds import Speed, remember, remembered

PACKAGES = {
    "torch": "2.15.0+cu132", "torchvision": "0.29", "transformers": "5.23.0", "accelerate": "1.15", "bitsandbytes": "0.50",
    "gptqmodel": "7.7.0", "optimum": "2.3",
}  # fmt: skip
CPU = Machine(32 << 30, 24 << 30, 8, (), PACKAGES, frozenset({"avx2"}), "A CPU")
BF16_CPU = replace(CPU, flags=frozenset({"avx512_bf16"}))
AMPERE = Accelerator("A100", 0, "cuda", 80 << 30, 70 << 30, (8, 0))
TURING = Accelerator("T4", 0, "cuda", 16 << 30, 15 << 30, (7, 5))
PLAIN = Checkpoint(Path("m"), {"model_type": "qwen2_vl", "dtype": "bfloat16"}, "qwen2_vl", digest="d")


def quantized(method: str, **config: object) -> Checkpoint:
    return replace(
        PLAIN,
        quantization=method,
        config=PLAIN.config | {"quantization_config": {"quant_method": method, **config}},
    )


def without(machine: Machine, *names: str) -> Machine:
    return replace(machine, packages={k: v for k, v in machine.packages.items() if k not in names})


@pytest.mark.parametrize(
    ("machine", "precision", "device", "dtype"),
    [
        (CPU, "fp32", "cpu", "float32"),
        (BF16_CPU, "bf16", "cpu", "bfloat16"),
        (replace(CPU, accelerators=(AMPERE,)), "bf16", "cuda:0", "bfloat16"),
        (replace(CPU, accelerators=(TURING,)), "fp16", "cuda:0", "float16"),
        (
            replace(CPU, accelerators=(Accelerator("M", 0, "mps", 1 << 34, 1 << 34),)),
            "bf16",
            "mps",
            "bfloat16",
        ),
        (
            replace(CPU, accelerators=(AMPERE,), packages=PACKAGES | {"torch": "2.15.0+cpu"}),
            "fp32",
            "cpu",
            "float32",
        ),
    ],
)
def test_auto(machine, precision, device, dtype):
    choice = choose(PLAIN, Options(), machine)
    assert (choice.precision, choice.device, choice.dtype) == (precision, device, dtype)


def test_auto_takes_what_fits_and_says_so():
    sizes = {"bf16": 100 << 30, "int8": 80 << 30, "int4": 40 << 30}
    choice = choose(
        PLAIN, Options(), replace(CPU, accelerators=(AMPERE,)), lambda c: sizes.get(c.precision, 1 << 40)
    )
    assert (choice.precision, choice.quantization, choice.device) == ("int4", "nf4", "cuda:0")
    assert "bf16 does not fit" in choice.notes[0]


def test_the_cpu_is_taken_when_no_precision_fits_the_card():
    def need(choice: Choice) -> int:
        return 20 << 30

    assert choose(PLAIN, Options(), replace(CPU, accelerators=(TURING,)), need).device == "cpu"
    assert (
        choose(PLAIN, Options(device="cuda"), replace(CPU, accelerators=(TURING,)), need).device == "cuda:0"
    )


def test_the_fastest_that_was_measured_is_taken_on_a_cpu():
    remember("bf16", Speed(10.0, 100.0), BF16_CPU)
    assert choose(PLAIN, Options(), BF16_CPU).precision == "bf16"
    remember("int4", Speed(24.0, 50.0), BF16_CPU)
    assert choose(PLAIN, Options(), BF16_CPU).precision == "int4"
    assert (
        choose(PLAIN, Options(), CPU.__class__(1, 1, 1, (), PACKAGES)).precision == "fp32"
    )  # another machine
    assert choose(PLAIN, Options(), without(BF16_CPU, "bitsandbytes")).precision == "bf16"


def test_what_is_remembered_survives_a_broken_file(tmp_path):
    remember("bf16", Speed(10.0, 100.0), CPU, tmp_path, "d")
    remember("bf16", Speed(12.0), CPU, tmp_path, "d")
    assert remembered(CPU, tmp_path, "d") == {"bf16": Speed(12.0, 100.0)}
    assert remembered(CPU, tmp_path, "of another") == {"bf16": Speed(12.0, 100.0)}
    for text in (
        "",
        "[]",
        '{"a": 1',
        '{"A CPU, 8 cores, torch 2.15.0+cu132": {"*": {"bf16": {"decode": "x"}}}}',
    ):
        (tmp_path / "speeds.json").write_text(text)
        assert remembered(CPU, tmp_path, "d") in ({}, {"bf16": Speed()})
        remember("fp32", Speed(3.0), CPU, tmp_path)
        assert remembered(CPU, tmp_path)["fp32"] == Speed(3.0)


def test_runs_says_what_to_install():
    assert dict(runs(PLAIN, CPU)) == dict.fromkeys(("bf16", "fp16", "fp32", "int8", "int4"), "")
    told = dict(runs(PLAIN, without(CPU, "bitsandbytes")))
    assert told["bf16"] == ""
    assert told["int4"] == "bitsandbytes is not installed: pip install bitsandbytes"
    assert "torch" in dict(runs(PLAIN, without(CPU, "torch")))["bf16"]
    assert (
        "transformers 5"
        in dict(runs(PLAIN, replace(CPU, packages=PACKAGES | {"transformers": "4.57.1"})))["fp32"]
    )


@pytest.mark.parametrize("method", ["gptq", "awq"])
def test_what_is_quantized_on_disk_runs_as_it_is(method):
    stored = quantized(method, bits=4)
    told = dict(runs(stored, CPU))
    assert told["int4"] == ""
    assert "quantized on disk" in told["bf16"]
    assert choose(stored, Options(), CPU).quantization == method
    with pytest.raises(EyeboxError, match="pip install gptqmodel"):
        choose(stored, Options(), without(CPU, "gptqmodel"))
    with pytest.raises(EyeboxError, match=r"torch 2\.14"):
        choose(stored, Options(), replace(CPU, packages=PACKAGES | {"torch": "2.12.1"}))


@pytest.mark.parametrize("method", ["fp8", "compressed-tensors", "hqq", "unknown"])
def test_what_is_stored_in_other_ways_is_refused(method):
    assert all(reason for _precision, reason in runs(quantized(method), CPU))
    with pytest.raises(EyeboxError, match="BF16 version"):
        choose(quantized(method), Options(), CPU)


@pytest.mark.parametrize("device", ["cuda", "cuda:0", "cuda:7", "mps", "tpu"])
def test_a_device_that_is_not_there(device):
    with pytest.raises(EyeboxError, match="choose"):
        choose(PLAIN, Options(device=device), CPU)


def test_a_card_that_the_installed_torch_cannot_use():
    machine = replace(CPU, accelerators=(AMPERE,), packages=PACKAGES | {"torch": "2.15.0+cpu"})
    with pytest.raises(EyeboxError, match="no CUDA"):
        choose(PLAIN, Options(device="cuda:0"), machine)
