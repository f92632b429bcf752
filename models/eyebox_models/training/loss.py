"""The loss of some rows: the sum over the tokens of their answers, whatever batch they are computed in."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

from eyebox_models.training.rows import Row
from eyebox_models.vision.family import VisionFamily
from eyebox_models.vision.features import Features, KnownPictures, joined, look, prepared
from eyebox_models.vision.parts import LoadedCheckpoint
from eyebox_models.vision.prompt import PromptImage

if TYPE_CHECKING:
    import torch

PIECE = 128
"""Answer tokens whose logits are held at once: of a vocabulary of 152,000 that is 78 MB, three times."""


class Losses:
    """Computes losses with a loaded model. A frozen tower looks at each picture once, without gradients."""

    def __init__(
        self, family: VisionFamily, parts: LoadedCheckpoint, *, frozen: bool, known: KnownPictures
    ) -> None:
        self._family = family
        self._parts = parts
        self._frozen = frozen
        self.known = known

    def of(self, rows: Sequence[Row]) -> torch.Tensor:
        """The sum of the losses of all answer tokens in FP32, a scalar with its graph. Raises EyeboxError for a picture."""
        import torch

        parts, model = self._parts, self._parts.model
        longest = max(len(row.prompt.ids) for row in rows)
        ids = torch.zeros(len(rows), longest, dtype=torch.long)
        mask = torch.zeros(len(rows), longest, dtype=torch.long)
        targets = torch.full((len(rows), longest), -1)
        for n, row in enumerate(rows):
            own = torch.tensor(row.prompt.ids)
            ids[n, : len(own)], mask[n, : len(own)] = own, 1
            learned = torch.tensor(row.learned)
            targets[n, learned - 1] = own[learned]
        given = self._given(rows, longest)
        shortened = len(rows) > 1
        with self._autocast():
            hidden = model.base_model(
                input_ids=ids.to(parts.device),
                attention_mask=mask.to(parts.device) if shortened else None,
                use_cache=False,
                **given,
            ).last_hidden_state
            at_answers = (targets >= 0).to(hidden.device)
            wanted = targets.to(hidden.device)[at_answers]
            return self._summed(hidden[at_answers], wanted)

    def weight(self, rows: Sequence[Row]) -> int:
        """What a sum of losses is divided by: the answer tokens."""
        return sum(len(row.learned) for row in rows)

    def rewards(self) -> None:
        """There are none: it learns from answers, not from pairs of them."""

    def see(self, pictures: Sequence[PromptImage]) -> None:
        """Looks at pictures once, so that they are known, or at least prepares them. Raises EyeboxError."""
        if self._frozen:
            self.known.keep(look(self._parts, self._family, pictures, self.known))
        else:
            prepared(self._parts, self._family, pictures, self.known)

    def _given(self, rows: Sequence[Row], longest: int) -> dict[str, Any]:
        """What the model needs besides ids: positions and kinds, padded on the right, and pictures or their features."""
        import torch

        made = [self._family.inputs(self._parts, [row.prompt], [0]) for row in rows]
        inputs: dict[str, Any] = {}
        for name in made[0]:
            padded = [torch.nn.functional.pad(one[name], (0, longest - one[name].shape[-1])) for one in made]
            inputs[name] = torch.cat(padded, dim=-2)
        shown = [[span.shown for span in row.prompt.spans] for row in rows]
        features: list[Features] = []
        for own in shown:
            if not self._frozen:
                features += prepared(self._parts, self._family, own, self.known)
                continue
            looked = look(self._parts, self._family, own, self.known)
            self.known.keep(looked)
            features += [_plain(one) for one in looked.features]
        return inputs | joined(features)

    def _summed(self, hidden: Any, wanted: Any) -> Any:
        """Of the states before answer tokens [tokens, width]: their logits are computed by pieces, and again backwards."""
        import torch
        from torch.utils.checkpoint import checkpoint

        head = self._parts.model.get_output_embeddings()

        def piece(states: Any, ids: Any) -> Any:
            return torch.nn.functional.cross_entropy(head(states).float(), ids, reduction="sum")

        total = hidden.new_zeros((), dtype=torch.float32)
        for states, ids in zip(hidden.split(PIECE), wanted.split(PIECE), strict=True):
            if len(hidden) > PIECE and torch.is_grad_enabled():
                total = total + checkpoint(piece, states, ids, use_reentrant=False)
            else:
                total = total + piece(states, ids)
        return total

    def _autocast(self) -> Any:
        """Weights in FP32 are multiplied in BF16 on a card."""
        import torch

        model = self._parts.model
        if self._parts.device.startswith("cuda") and model.dtype == torch.float32:
            return torch.autocast("cuda", torch.bfloat16)
        return nullcontext()


def _plain(features: Features) -> Features:
    """A copy that may have a graph: what inference mode makes may not."""

    def copied(value: Any) -> Any:
        return [copied(one) for one in value] if isinstance(value, list | tuple) else value.clone()

    made = None if features.made is None else {name: copied(value) for name, value in features.made.items()}
    return Features(made, {name: copied(value) for name, value in features.inputs.items()})
