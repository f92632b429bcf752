"""Which precisions a checkpoint can run in here, and in one sentence why not in another. Without torch."""

from __future__ import annotations

from eyebox_models.checkpoint import Checkpoint
from eyebox_models.fit.machine import Accelerator, Machine
from eyebox_models.protocol.advice import how_to_install
from eyebox_models.protocol.errors import Sentence

PRECISIONS = ("bf16", "fp16", "fp32", "int8", "int4")
DTYPES = {"bf16": "bfloat16", "fp16": "float16", "fp32": "float32"}


def runs(checkpoint: Checkpoint, machine: Machine) -> tuple[tuple[str, str], ...]:
    """Each precision with "" where it can run here, else with the sentence that says why not and what to install."""
    return tuple((name, why_not(checkpoint, name, machine)) for name in PRECISIONS)


def why_not(checkpoint: Checkpoint, precision: str, machine: Machine, card: Accelerator | None = None) -> str:
    """ "" when a precision can run, else one sentence with what to install or choose."""
    if precision not in PRECISIONS:
        return Sentence(
            "no-such-precision",
            '"{precision}" is no precision; choose one of {precisions}.',
            precision=precision,
            precisions=", ".join(("auto", *PRECISIONS)),
        )
    absent = _absent(machine, *checkpoint.kind.needs)
    if absent:
        return absent
    if not machine.at_least("transformers", 5):
        return Sentence(
            "transformers-old",
            "transformers 5 or newer is needed: {install}",
            install=how_to_install("-U", "transformers"),
        )
    if checkpoint.quantization:
        return _why_notstored_precision(checkpoint, precision, machine)
    if precision in ("int8", "int4"):
        if card is not None and card.kind == "mps":
            return Sentence(
                "not-on-apple-gpu",
                "{precision} needs a CUDA card or the CPU; choose bf16, or --device cpu.",
                precision=precision,
            )
        return _absent(machine, "bitsandbytes")
    return ""


def _why_notstored_precision(checkpoint: Checkpoint, precision: str, machine: Machine) -> str:
    """Of a checkpoint that is quantized on disk."""
    stored = stored_precision(checkpoint)
    method = checkpoint.quantization
    if stored is None:
        return Sentence(
            "stored-unknown",
            "The weights are stored as {precision}, which Eyebox does not run; "
            "choose the BF16 version of this model.",
            precision=checkpoint.precision_on_disk,
        )
    if unpacks(checkpoint):
        return _why_not_unpacked(precision, stored, machine)
    if precision != stored:
        return Sentence(
            "stored-quantized",
            "The weights are quantized on disk ({method}): choose {precision}, or the BF16 version of this model.",
            method=method,
            precision=stored,
        )
    if method == "bitsandbytes":
        return _absent(machine, "bitsandbytes")
    return why_no_kernel(machine)


def why_no_kernel(machine: Machine) -> str:
    """Of GPTQ and AWQ: "" where gptqmodel can multiply with the weights as they are packed."""
    absent = _absent(machine, "gptqmodel", "optimum")
    if absent:
        return absent
    if machine.at_least("gptqmodel", 7, 7) and not machine.at_least("torch", 2, 14):
        return Sentence(
            "gptqmodel-needs-torch",
            "The installed gptqmodel needs torch 2.14 or newer: {install}",
            install=how_to_install("-U", "torch", "torchvision"),
        )
    return ""


def unpacks(checkpoint: Checkpoint) -> bool:
    """Whether the packed weights of a checkpoint can be loaded in any precision."""
    return checkpoint.quantization == "gptq" and checkpoint.kind.unpacks_gptq


def _why_not_unpacked(precision: str, stored: str, machine: Machine) -> str:
    if precision in DTYPES:
        return ""
    absent = _absent(machine, "bitsandbytes")
    return absent if precision != stored or why_no_kernel(machine) else ""


def stored_precision(checkpoint: Checkpoint) -> str | None:
    """The precision of a quantized checkpoint; None where that is none that can run."""
    if checkpoint.quantization not in ("gptq", "awq", "bitsandbytes"):
        return None
    return {4: "int4", 8: "int8"}.get(checkpoint.bits)


def _absent(machine: Machine, *packages: str) -> str:
    gone = [name for name in packages if not machine.has(name)]
    if not gone:
        return ""
    install = how_to_install(*gone)
    if gone == ["torch"]:
        return Sentence("torch-missing", "torch is not installed: {install}", install=install)
    if len(gone) == 1:
        return Sentence(
            "package-missing", "{package} is not installed: {install}", package=gone[0], install=install
        )
    several = Sentence(
        "packages-missing",
        "{packages} and {last} are not installed: {install}",
        packages=", ".join(gone[:-1]),
        last=gone[-1],
        install=install,
    )
    return Sentence.of("torch-missing", several.template, several.values) if "torch" in gone else several
