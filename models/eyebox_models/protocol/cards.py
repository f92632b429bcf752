"""Checkpoints as the model library describes them: values that cross between a window and an engine."""

from __future__ import annotations

from typing import Literal

from eyebox_models.protocol.dataclass import dataclass

Origin = Literal["eyebox", "huggingface", "modelscope", "added"]
Fit = Literal["fits", "tight", "too big"]


@dataclass(frozen=True, slots=True)
class SizeRule:
    """How a family sizes pictures: by `pixels_per_token`, or in tiles of one size; neither: it can't be chosen."""

    unit: Literal["pixels", "tiles", ""] = ""
    pixels_per_token: int = 28 * 28


ONE_SIZE = SizeRule()


@dataclass(frozen=True, slots=True)
class GroundingReport:
    """How well a checkpoint at one precision puts boxes: `median_error_pixels` on pictures of about 1,000 pixels."""

    shapes: int
    found: int
    median_error_pixels: float | None
    trusted: bool
    why: str
    digest: str = ""
    precision: str = ""


@dataclass(frozen=True, slots=True)
class ServerModels:
    """What a server calls its models."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Served:
    """A model that a server on this machine serves: its address, its key, what it calls the model, and the model's family."""

    url: str
    key: str
    model: str
    family: str


@dataclass(frozen=True, slots=True)
class ModelCard:
    """One checkpoint on this machine.

    `runs` names each precision with "" where it can run here, or the sentence that says why it can't and what to
    install. `problems` are sentences; with any of them the folder can't be used. `digest` stands for the weights.
    `title` is the family's as its makers write it, else the folder's own model type. `defaults` names the generation
    settings that the checkpoint brings ("repetition_penalty", "max_new_tokens"), with their values; `widths` are the
    sizes that its tensors have along any axis, () where they are packed or pickled.
    """

    folder: str
    name: str
    family: str
    model_type: str = ""
    source: Origin = "added"
    parameters: int | None = None
    precision_on_disk: str = ""
    bytes_on_disk: int = 0
    context_length: int | None = None
    runs: tuple[tuple[str, str], ...] = ()
    problems: tuple[str, ...] = ()
    complete: bool = True
    digest: str = ""
    grounding: tuple[GroundingReport, ...] = ()
    title: str = ""
    size_rule: SizeRule = ONE_SIZE
    takes_system: bool = True
    takes_tools: bool = False
    defaults: tuple[tuple[str, float], ...] = ()
    widths: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class AdapterCard:
    """A LoRA on this machine. `base` is what it says that it was made for: a name, or a folder of some machine.

    `problem` is the sentence why it can't be used, "" where it can as far as its files show. `inputs` are the widths of
    what its layers take in, () where that is not known.
    """

    folder: str
    name: str
    base: str = ""
    problem: str = ""
    inputs: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ModelCards:
    """All checkpoints that were found, and what can be downloaded (`offers`: the curated list).

    `adapters` are the LoRAs. `devices` are the cards that can compute: how Options name each ("cuda:0"), and its own name.
    """

    cards: tuple[ModelCard, ...]
    offers: tuple[Offer, ...] = ()
    devices: tuple[tuple[str, str], ...] = ()
    adapters: tuple[AdapterCard, ...] = ()


@dataclass(frozen=True, slots=True)
class Offer:
    """A checkpoint of the curated list: its name on the hub, what it is good for, its licence, bytes by precision."""

    name: str
    title: str
    purpose: str
    licence: str
    bytes: tuple[tuple[str, int], ...]
    parameters: int | None = None
    boxes: bool = True


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a question would take before anything is loaded. All sizes in bytes.

    `resized` is the size each picture is shown at, in the order given. `seconds_to_first_token` is a guess from
    what was measured on this machine before, None before that.
    """

    weights_bytes: int
    cache_bytes: int
    activation_bytes: int
    total_bytes: int
    available_bytes: int
    verdict: Fit
    visual_tokens: int
    advice: str = ""
    precision: str = ""
    device: str = ""
    resized: tuple[tuple[int, int], ...] = ()
    seconds_to_first_token: float | None = None


@dataclass(frozen=True, slots=True)
class QuantizePlan:
    """What quantizing a model would take, before anything is loaded.

    `memory_bytes` is the most that is held at once, `free_bytes` what is free now, `disk_bytes` about what the new folder
    holds. `seconds` is a guess by what this machine multiplies. `problem` says
    why it can't be done, and what to do; "" when it can.
    """

    memory_bytes: int = 0
    free_bytes: int = 0
    disk_bytes: int = 0
    seconds: float = 0.0
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Transfer:
    """How a download stands. `state`: listing, fetching, checking, placing, paused."""

    name: str
    state: str
    done_bytes: int = 0
    total_bytes: int = 0
    bytes_per_second: float = 0.0
    seconds_left: float | None = None
    file: str = ""


@dataclass(frozen=True, slots=True)
class Packed:
    """A model pack that was written: its bytes, how many files of the model are in it, and the key that signed it ("")."""

    file: str
    name: str
    bytes: int
    files: int
    signed_by: str = ""


@dataclass(frozen=True, slots=True)
class Unpacked:
    """A model that was unpacked. `signed_by` is the key whose signature was verified, "" for none; `note` says why none was."""

    card: ModelCard
    signed_by: str = ""
    note: str = ""
