"""Which precision and device to load with. Without torch."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from operator import attrgetter

from eyebox_models.checkpoint import Checkpoint
from eyebox_models.fit.machine import Accelerator, Machine
from eyebox_models.fit.runs import DTYPES, stored_precision, unpacks, why_no_kernel, why_not
from eyebox_models.protocol.ask import Options
from eyebox_models.protocol.errors import EyeboxError, Sentence

FITS = 0.85
"""What takes less than this part of the available memory fits well."""
FAST_BF16 = frozenset({"avx512_bf16", "amx_bf16", "bf16"})
"""Instruction sets of a CPU that computes in BF16 (x86 and Arm)."""


@dataclass(frozen=True, slots=True)
class Choice:
    """How to load. `dtype` is torch's name of what is computed in; `quantization` is "" or bnb8, nf4, gptq, awq."""

    precision: str
    device: str
    dtype: str
    quantization: str = ""
    notes: tuple[str, ...] = ()
    off_card: str = ""
    """Why `auto` came to the processor although there is a card; it stands in the notes too."""

    @property
    def item_bytes(self) -> int:
        """Bytes of a number that is computed with."""
        return 4 if self.dtype == "float32" else 2


Need = Callable[[Choice], int]
"""The bytes that a choice would take in all."""


def choose(checkpoint: Checkpoint, options: Options, machine: Machine, need: Need | None = None) -> Choice:
    """How to load this checkpoint as it was asked. Raises EyeboxError with one sentence that says what to do.

    `auto` takes the first that fits, of a graphics card first: BF16 (FP16 before Ampere), Int8, Int4; of a CPU BF16
    where it computes in it, else FP32 and then BF16, then Int8, and Int4 last. It depends on the checkpoint, the machine and the
    memory that is free, never on how fast anything was; what it came to before (`options.settled`) is taken again while
    it fits at all, so that a chat keeps its precision and its card. Where a card is there and it comes to the CPU, that is
    said in `off_card`. Without `need` everything fits.
    """
    card = _card(options.device, machine)
    if options.precision != "auto":
        reason = why_not(checkpoint, options.precision, machine, card)
        if reason:
            raise EyeboxError.of(reason)
        return _made(checkpoint, options.precision, card, machine)
    places = [card] if options.device != "auto" or card is None else [card, None]
    choices = [
        _made(checkpoint, precision, place, machine)
        for place in places
        for precision in _order(checkpoint, place, machine)
        if not why_not(checkpoint, precision, machine, place)
    ]
    if not choices:
        wanted = stored_precision(checkpoint) or "fp32"
        reason = why_not(checkpoint, wanted, machine, card)
        raise EyeboxError.of(reason or Sentence("cannot-run", "This model cannot run here."))
    made = usual = _first_that_fits(choices, machine, need)
    if options.settled:
        again = [
            _made(checkpoint, options.settled, place, machine)
            for place in places
            if not why_not(checkpoint, options.settled, machine, place)
        ]
        same = [choice for choice in again if choice.device == options.settled_on]
        made = _as_settled(same or again, usual, choices, options.settled, machine, need)
    if card is None or made.device == card.device:
        return made
    said = _why_off_card(card, usual, choices, need)
    return replace(made, notes=(*made.notes, said), off_card=said)


def choose_by_size(weights: Mapping[str, int], machine: Machine, need: Need) -> Choice:
    """How `auto` would load a model of which no more is known than the bytes of its weights by precision.

    It may come before torch is here: its card is then the one that has the most free.
    """
    apple = [card for card in machine.accelerators if card.kind == "mps"]
    cards = apple or (machine.cuda if machine.has("torch") else machine.accelerators)
    card = max(cards, key=attrgetter("free_bytes"), default=None)
    half = "fp16" if card is not None and card.kind == "cuda" and card.capability < (8, 0) else "bf16"
    names = () if card is None else (half,) if apple else (half, "int8", "int4")
    on_card = [(name, card.device) for name in names if card is not None]
    order = ("bf16", "int8", "int4") if machine.flags & FAST_BF16 else ("fp32", "bf16", "int8", "int4")
    places = [*on_card, *((name, "cpu") for name in order)]
    choices = [Choice(name, device, DTYPES.get(name, "bfloat16")) for name, device in places]
    return _first_that_fits([one for one in choices if weights.get(one.precision)], machine, need)


def _why_off_card(card: Accelerator, usual: Choice, choices: list[Choice], need: Need | None) -> str:
    """Says that a model goes to the processor although there is a card."""
    if usual.device == card.device:
        return Sentence(
            "stays-on-processor",
            "The model stays on the processor, as it was chosen before; {precision} fits on {card} by now and can be "
            "chosen.",
            card=card.device,
            precision=usual.precision,
        )
    needs = [need(choice) for choice in choices if choice.device == card.device] if need else []
    if not needs:
        return Sentence(
            "card-cannot-run",
            "The model runs on the processor, because {card} can run it in no precision.",
            card=card.device,
        )
    return Sentence(
        "card-too-small",
        "The model runs on the processor, because it needs at least {needed} on {card}, where {free} can be used.",
        needed=size_text(min(needs)),
        card=card.device,
        free=size_text(int(FITS * card.free_bytes)),
    )


def size_text(count: int) -> str:
    """Bytes for people."""
    if count >= 1_000_000_000:
        return f"{count / 1e9:.1f} GB"
    return f"{count / 1e6:.0f} MB" if count >= 10_000_000 else f"{count / 1e6:.1f} MB"


def available(choice: Choice, machine: Machine) -> int:
    """Bytes that the device of a choice has free."""
    for card in machine.accelerators:
        if card.device == choice.device:
            return card.free_bytes
    return machine.available_bytes


def _card(device: str, machine: Machine) -> Accelerator | None:
    """The card that a device names; None is the CPU. Raises EyeboxError for one that is not there."""
    if device == "cpu":
        return None
    if device == "auto":
        usable = [c for c in machine.accelerators if c.kind == "mps"] or list(machine.cuda)
        return max(usable, key=attrgetter("free_bytes")) if usable else None
    kind, _, number = device.partition(":")
    if kind == "mps" and not number:
        found = [c for c in machine.accelerators if c.kind == "mps"]
        if not found:
            raise EyeboxError("no-apple-gpu", "There is no Apple GPU here; choose --device cpu.")
        return found[0]
    if kind != "cuda" or (number and not number.isdigit()):
        raise EyeboxError(
            "no-such-device", '"{device}" is no device; choose auto, cpu, cuda, cuda:N or mps.', device=device
        )
    there = [c for c in machine.accelerators if c.kind == "cuda"]
    if there and not machine.cuda and machine.has("torch"):
        raise EyeboxError(
            "torch-without-cuda",
            "The installed torch has no CUDA: install the build for it from pytorch.org, or choose "
            "--device cpu.",
        )
    cards = [c for c in there if not number or c.index == int(number)]
    if not cards:
        if there:
            raise EyeboxError(
                "no-such-card", "There is no card {device} here; choose --device cpu.", device=device
            )
        raise EyeboxError("no-cuda-card", "There is no CUDA card here; choose --device cpu.")
    return max(cards, key=attrgetter("free_bytes")) if not number else cards[0]


def _order(checkpoint: Checkpoint, card: Accelerator | None, machine: Machine) -> list[str]:
    """Precisions from the one to be preferred to the one that takes the least."""
    stored = stored_precision(checkpoint)
    if checkpoint.quantization:
        return [stored, *(("bf16", "fp32") if unpacks(checkpoint) else ())] if stored else []
    if card is not None:
        old = card.kind == "cuda" and card.capability < (8, 0)
        return ["fp16" if old else "bf16", "int8", "int4"]
    return [*(() if machine.flags & FAST_BF16 else ("fp32",)), "bf16", "int8", "int4"]


def _made(checkpoint: Checkpoint, precision: str, card: Accelerator | None, machine: Machine) -> Choice:
    device = "cpu" if card is None else card.device
    old = card is not None and card.kind == "cuda" and card.capability < (8, 0)
    half = "float16" if old else "bfloat16"
    packed = checkpoint.quantization in ("gptq", "awq")
    if unpacks(checkpoint) and (precision != stored_precision(checkpoint) or why_no_kernel(machine)):
        return _made_unpacked(precision, device, half, machine)
    if precision in DTYPES:
        notes: tuple[str, ...] = ()
        if precision == "bf16" and old and card is not None:
            notes = (
                Sentence(
                    "bf16-slow",
                    "{card} does not compute in BF16 itself; fp16 is faster on it.",
                    card=card.name,
                ),
            )
        return Choice(precision, device, DTYPES[precision], notes=notes)
    if packed:
        return Choice(precision, device, half, checkpoint.quantization)
    return Choice(precision, device, half, "nf4" if precision == "int4" else "bnb8")


def _made_unpacked(precision: str, device: str, half: str, machine: Machine) -> Choice:
    """GPTQ weights as others are loaded, with a note where that is not what they are stored for."""
    if precision in DTYPES:
        note = Sentence(
            "unpacked",
            "The weights are stored in 4 bits (gptq) and were unpacked to {precision}.",
            precision=precision,
        )
        return Choice(precision, device, DTYPES[precision], notes=(note,))
    if precision == "int8":
        note = Sentence(
            "unpacked-int8", "The weights are stored in 4 bits (gptq), and were unpacked and made int8."
        )
        return Choice(precision, device, half, "bnb8", (note,))
    note = Sentence(
        "unpacked-nf4",
        "The weights were unpacked and made NF4, because no kernel takes them as they are ({reason}).",
        reason=why_no_kernel(machine),
    )
    return Choice(precision, device, half, "nf4", (note,))


def _first_that_fits(choices: list[Choice], machine: Machine, need: Need | None) -> Choice:
    if need is None:
        return choices[0]
    needs = [need(choice) for choice in choices]
    for part in (FITS, 1.0):
        for choice, bytes_needed in zip(choices, needs, strict=True):
            if bytes_needed <= part * available(choice, machine):
                first = choices[0]
                if choice == first or choice.precision == first.precision:
                    return choice
                note = Sentence(
                    "chosen-to-fit",
                    "{precision} was chosen because {first} does not fit into the memory.",
                    precision=choice.precision,
                    first=first.precision,
                )
                return replace(choice, notes=(*choice.notes, note))
    return choices[needs.index(min(needs))]


def _as_settled(
    again: list[Choice],
    usual: Choice,
    choices: list[Choice],
    settled: str,
    machine: Machine,
    need: Need | None,
) -> Choice:
    """What `auto` came to before where it still runs and fits, else what it comes to now, with a note where they differ."""
    fitting = (c for c in again if need is None or need(c) <= available(c, machine))
    choice = next(fitting, None)
    if choice is None:
        now, before = usual.precision, settled
        if again:
            note = Sentence(
                "settled-does-not-fit",
                "{now} was chosen because {before}, which was chosen before, does not fit into the memory any more.",
                now=now,
                before=before,
            )
        else:
            note = Sentence(
                "settled-cannot-run",
                "{now} was chosen because {before}, which was chosen before, cannot run here any more.",
                now=now,
                before=before,
            )
        return usual if usual.precision == settled else replace(usual, notes=(note,))
    if choice.precision == usual.precision:
        return replace(choice, notes=usual.notes)
    order = [c.precision for c in choices if c.device == choice.device]
    rank = order.index(choice.precision) if choice.precision in order else len(order)
    if usual.device != choice.device or order.index(usual.precision) > rank:
        return choice
    note = Sentence(
        "settled-kept",
        "{before} was kept because it was chosen before; {now} fits into the memory by now and can be chosen.",
        before=settled,
        now=usual.precision,
    )
    return replace(choice, notes=(*choice.notes, note))
