"""Which precision is chosen on which machine, and the sentence for what can't be had."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from eyebox_models.checkpoint import Checkpoint
from eyebox_models.fit.machine import Accelerator, Machine
from eyebox_models.fit.precision import Choice, choose
from eyebox_models.fit.runs import runs
from eyebox_models.fit.speeds import Speed, remember, remembered
from eyebox_models.protocol.ask import Options
from eyebox_models.protocol.errors import EyeboxError

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


@pytest.mark.parametrize(("machine", "usual"), [(CPU, "fp32"), (BF16_CPU, "bf16")])
def test_what_was_measured_changes_nothing(machine, usual):
    for precision, rate in (("fp32", 2.0), ("bf16", 3.0), ("int8", 5.0), ("int4", 99.0)):
        remember(precision, Speed(rate), machine, "d")
        assert choose(PLAIN, Options(), machine).precision == usual


@pytest.mark.parametrize("settled", ["bf16", "int8", "int4"])
def test_what_auto_came_to_before_is_taken_again(settled):
    machine = replace(CPU, accelerators=(AMPERE,))
    options = Options(settled=settled, settled_on="cuda:0")
    choice = choose(PLAIN, options, machine)
    assert (choice.precision, choice.device) == (settled, "cuda:0")
    said = " ".join(choice.notes)
    assert said == "" if settled == "bf16" else settled in said and "bf16 fits into the memory by now" in said


def test_a_plan_at_the_edge_is_kept_while_it_fits_at_all():
    machine = replace(CPU, accelerators=(AMPERE,))

    def sizes(bf16: float):
        return lambda c: int({"bf16": bf16, "int8": 0.5}.get(c.precision, 9) * AMPERE.free_bytes)

    planned = choose(PLAIN, Options(), machine, sizes(0.84))
    options = Options(settled=planned.precision, settled_on=planned.device)
    assert choose(PLAIN, Options(), machine, sizes(0.86)).precision == "int8"
    later = choose(PLAIN, options, machine, sizes(0.86))
    assert (later.precision, later.notes) == ("bf16", ())
    too_big = choose(PLAIN, options, machine, sizes(1.1))
    assert too_big.precision == "int8"
    assert too_big.notes == (
        "int8 was chosen because bf16, which was chosen before, does not fit into the memory any more.",
    )


def test_what_was_smaller_because_it_had_to_be_still_says_so():
    options = Options(settled="int4", settled_on="cuda:0")
    sizes = {"bf16": 100 << 30, "int8": 80 << 30, "int4": 40 << 30}
    choice = choose(
        PLAIN, options, replace(CPU, accelerators=(AMPERE,)), lambda c: sizes.get(c.precision, 1 << 40)
    )
    assert choice.precision == "int4" and "bf16 does not fit" in choice.notes[0]


def test_what_cannot_run_any_more_is_reported():
    choice = choose(PLAIN, Options(settled="int4"), without(CPU, "bitsandbytes"))
    assert choice.precision == "fp32" and "int4, which was chosen before, cannot run here" in choice.notes[0]


def test_a_precision_that_was_asked_for_is_not_overruled():
    assert choose(PLAIN, Options("bf16", settled="int4"), CPU).precision == "bf16"


def test_what_is_remembered_survives_a_broken_file(tmp_path):
    remember("bf16", Speed(10.0, ((500, 5.0),)), CPU, "d", home=tmp_path)
    remember("bf16", Speed(12.0), CPU, "d", home=tmp_path)
    assert remembered(CPU, "d", home=tmp_path) == {"bf16": Speed(12.0, ((500, 5.0),))}
    assert remembered(CPU, "of another", home=tmp_path) == {}
    assert remembered(CPU, "d", "cuda:0", home=tmp_path) == {}
    machine = '{"A CPU, 8 cores, torch 2.15.0+cu132": {"d": '
    for text in (
        "",
        "[]",
        '{"a": 1',
        machine + '{"bf16": {"decode": "x", "prompts": 3}}}}',
        machine + '{"bf16": {"decode": 0, "prompts": [[1], [0, 2], [3, NaN], ["a", "b"], null]}}}}',
        machine + "[]}}",
    ):
        (tmp_path / "measured.json").write_text(text)
        assert remembered(CPU, "d", home=tmp_path) in ({}, {"bf16": Speed()})
        remember("fp32", Speed(3.0), CPU, "d", home=tmp_path)
        assert remembered(CPU, "d", home=tmp_path)["fp32"] == Speed(3.0)


@pytest.mark.parametrize("method", ["gptq", "awq"])
def test_what_is_quantized_on_disk_runs_as_it_is(method):
    stored = quantized(method, bits=4)
    said = dict(runs(stored, CPU))
    assert said["int4"] == ""
    assert "quantized on disk" in said["bf16"]
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
