"""What is trained of a loaded model: LoRAs beside its linear layers, or its own weights.

LoRAs are written as peft does (Hu et al., "LoRA", 2021: x A^T B^T alpha / r, A random, B zero), but not by peft: importing
it takes most of a minute with its other libraries, and changes how transformers computes positions. Eyebox puts any LoRA
on by hooks as it is (`vision.adapter`), which go on layers of every precision.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.teaching import TeachSettings
from eyebox_models.vision.generate import decoder_layers
from eyebox_models.vision.parts import LoadedCheckpoint

if TYPE_CHECKING:
    import torch

QKV = re.compile(r"(?:.*\.)?(?:[qkv]_proj|[qkv]|qkv|in_proj|in_proj_qkvz?|kv_proj)")
"""Names of layers that make queries, keys and values, of all families."""
_NOT_TRAINED = re.compile(
    r"pos_embed|position_embedding|positional_embedding|mlp\.gate$|lm_head|embed_tokens"
)


class Trained:
    """`weights` by name are all that is trained, in FP32. Of a LoRA the names are layers' with `.lora_A`, `.lora_B`."""

    def __init__(self, parts: LoadedCheckpoint, settings: TeachSettings) -> None:
        """Raises EyeboxError where nothing of the model can be trained so."""
        self.settings = settings
        self.model = parts.model
        self.weights: dict[str, torch.nn.Parameter] = {}
        self.model.requires_grad_(False)
        if settings.method == "full":
            self._own_weights()
        else:
            self._low_ranks()
        if not self.weights:
            raise EyeboxError(
                "teach-nothing",
                "Nothing of this model can be trained so; choose all linear layers (--targets all).",
            )

    @property
    def count(self) -> int:
        """How many numbers are trained."""
        return sum(weights.numel() for weights in self.weights.values())

    @property
    def layers(self) -> list[str]:
        """The layers that have a LoRA, by the loaded model's names."""
        return [name.removesuffix(".lora_A") for name in self.weights if name.endswith(".lora_A")]

    def tensors(self) -> dict[str, torch.Tensor]:
        """Copies of all trained weights, on the processor."""
        return {name: weights.detach().to("cpu", copy=True) for name, weights in self.weights.items()}

    def put(self, tensors: dict[str, torch.Tensor]) -> None:
        """Sets all trained weights."""
        import torch

        with torch.no_grad():
            for name, weights in self.weights.items():
                weights.copy_(tensors[name])

    def _own_weights(self) -> None:
        inside = self._language_names() if self.settings.freeze_vision else None
        for name, weights in self.model.named_parameters():
            of_position = re.search(r"pos_embed|position_embedding|positional_embedding", name)
            if weights.is_floating_point() and not of_position and (inside is None or inside(name)):
                self.weights[name] = weights.requires_grad_(True)

    def _language_names(self) -> Callable[[str], bool]:
        """Whether a parameter belongs to the language model or to what makes its output."""
        decoder = self.model.get_decoder()
        own = {id(weights) for weights in decoder.parameters()}
        head = self.model.get_output_embeddings()
        own |= {id(weights) for weights in head.parameters()} if head is not None else set()
        by_name = dict(self.model.named_parameters())
        return lambda name: id(by_name[name]) in own

    def _low_ranks(self) -> None:
        import torch

        settings = self.settings
        generator = torch.Generator().manual_seed(settings.seed)
        for name, module in self._linear_layers():
            into, out = module.in_features, module.out_features
            held = next(
                (t for t in (*module.parameters(), *module.buffers()) if t.device.type != "meta"), None
            )
            device = held.device if held is not None else "cpu"
            bound = 1 / math.sqrt(into)  # torch's for a linear layer, which peft takes
            down = torch.empty(settings.rank, into).uniform_(-bound, bound, generator=generator)
            low = (
                torch.nn.Parameter(down.to(device)),
                torch.nn.Parameter(torch.zeros(out, settings.rank, device=device)),
            )
            module.register_forward_hook(_added(*low, settings.alpha / settings.rank, settings.dropout))
            self.weights[f"{name}.lora_A"], self.weights[f"{name}.lora_B"] = low

    def _linear_layers(self) -> Iterator[tuple[str, Any]]:
        inside = {module for layer in decoder_layers(self.model) for module in layer.modules()}
        heads = {self.model.get_input_embeddings(), self.model.get_output_embeddings()}
        for name, module in self.model.named_modules():
            linear = hasattr(module, "in_features") and hasattr(module, "out_features")
            if not linear or module in heads or _NOT_TRAINED.search(name):
                continue
            if (module in inside or not self.settings.freeze_vision) and (
                self.settings.targets == "all" or QKV.fullmatch(name)
            ):
                yield name, module


def _added(down: Any, up: Any, scale: float, dropout: float) -> Callable[..., Any]:
    """A hook that adds what a LoRA makes of a layer's inputs."""
    from torch.nn import functional

    def add(module: Any, inputs: tuple[Any, ...], out: Any) -> Any:
        given = inputs[0].to(down.dtype)
        if dropout and module.training:
            given = functional.dropout(given, dropout)
        added = functional.linear(functional.linear(given, down), up) * scale
        return out + added.to(out.dtype)

    return add
