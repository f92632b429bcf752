"""What the rest of the program knows of the Qwen-VL of 2023, and what can be wrong with its folders."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eyebox_models.boxes.markup import QWEN_VL
from eyebox_models.boxes.notation import Notation
from eyebox_models.boxes.pictures import THOUSANDTHS
from eyebox_models.checkpoint import Checkpoint, FamilyInfo, ModelType
from eyebox_models.checkpoint.faults import wrong_shape
from eyebox_models.checkpoint.headers import Fault
from eyebox_models.families.qwen_vl import config as sizes
from eyebox_models.protocol.errors import EyeboxError, Sentence

_LAYER = re.compile(r"transformer\.h\.(\d{1,6})\.")
_BLOCK = re.compile(r"transformer\.visual\.transformer\.resblocks\.(\d{1,6})\.")


def faults(checkpoint: Checkpoint) -> Iterator[Fault]:
    """The language models that Qwen-VL was made of have the same type."""
    if not checkpoint.vision_config:
        yield Fault(
            "text-model-qwen", 'This is a model for text alone ("qwen"); choose Qwen-VL or Qwen-VL-Chat.'
        )


def faults_of_tensors(checkpoint: Checkpoint) -> Iterator[Fault]:
    """Layers that are missing or too many, and tables of other sizes than config.json says.

    Of pickled weights the index gives the names, and nothing the sizes.
    """
    if not checkpoint.vision_config:
        return
    try:
        text, visual = sizes.decoder(checkpoint), sizes.visual(checkpoint)
    except EyeboxError as error:
        yield Fault.of(error.sentence)
        return
    names = sizes.tensor_names(checkpoint)
    if not names:
        return
    for pattern, wanted, part in (
        (_LAYER, text.layers, Sentence("language-model", "language model")),
        (_BLOCK, visual.layers, Sentence("vision-tower", "vision tower")),
    ):
        found = {int(match[1]) for match in map(pattern.match, names) if match}
        if len(found) != wanted or found != set(range(wanted)):
            yield Fault(
                "layers-wrong-part",
                "The {part} has {found} layers in the weights, but config.json wants {wanted}: the config "
                "belongs to another model; fetch config and weights of one model.",
                missing=len(found) < wanted,
                part=part,
                found=len(found),
                wanted=wanted,
            )
            return
    tables = {
        "transformer.wte.weight": (text.vocab_size, text.hidden_size),
        "lm_head.weight": (text.vocab_size, text.hidden_size),
        "transformer.visual.proj": (visual.output_dim, visual.output_dim),
    }
    for name, shape in tables.items():
        if name not in names:
            yield Fault(
                "weights-lack-tensor", "The weights lack {name}; fetch them again.", missing=True, name=name
            )
        elif name in checkpoint.tensors and checkpoint.tensors[name].shape != shape:
            yield wrong_shape(name, checkpoint.tensors[name].shape, shape)
            return


INFO = FamilyInfo(
    "qwen_vl",
    "Qwen-VL",
    "eyebox_models.families.qwen_vl.family:QwenVL",
    (
        ModelType(
            "qwen",
            needs=("torch", "transformers", "accelerate"),
            unpacks_gptq=True,
            fused_gate=True,
            faults=faults,
            faults_of_tensors=faults_of_tensors,
        ),
    ),
    takes_system=lambda checkpoint: sizes.chat_format(checkpoint) != "raw",
    notation=Notation(THOUSANDTHS, "pairs", QWEN_VL),
)
