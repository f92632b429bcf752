"""The loss of preference pairs is TRL's own, where that is installed."""

from __future__ import annotations

import warnings
from collections import defaultdict
from threading import Event
from types import SimpleNamespace
from typing import Any

import pytest

from eyebox_models.training.preference import Preferences
from eyebox_models.training.rows import Row

torch: Any = pytest.importorskip("torch")


class GivenLosses:
    """Losses of answers that are known: rows are their numbers."""

    def __init__(self, by_row: dict[int, Any]) -> None:
        self.by_row = by_row

    def of(self, rows: Any) -> Any:
        return -self.by_row[rows[0].number]


@pytest.mark.thorough
@pytest.mark.timeout(900)
def test_it_is_the_loss_of_trl() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        trainer = pytest.importorskip("trl.trainer.dpo_trainer").DPOTrainer
    torch.manual_seed(0)
    now, untouched = torch.randn(2, 4, requires_grad=True), torch.randn(2, 4)
    rows = [SimpleNamespace(lesson=n, number=n, rejected=SimpleNamespace(number=n + 4)) for n in range(4)]
    given = GivenLosses(dict(enumerate(untouched.flatten())))
    ours = Preferences(given, 0.3)  # type: ignore[arg-type]
    pairs: list[Row] = rows  # type: ignore[assignment]
    ours.look(pairs, Event(), lambda _progress: None)
    given.by_row = dict(enumerate(now.flatten()))
    loss = ours.of(pairs) / ours.weight(pairs)

    def model(**_inputs: Any) -> Any:
        one = now.reshape(8, 1)
        return SimpleNamespace(log_probs=one, entropy=one, mean_logits=one, is_top1=one > 0)

    accelerator = SimpleNamespace(device="cpu", gather=lambda x: x, gather_for_metrics=lambda x: x)
    of_trl = SimpleNamespace(
        model=SimpleNamespace(training=True), accelerator=accelerator, aux_loss_enabled=False, ld_alpha=None,
        precompute_ref_logps=True, f_divergence_type="reverse_kl", loss_types=["sigmoid"], loss_weights=[1.0], beta=0.3,
        use_weighting=False, label_smoothing=0.0, _metrics={"train": defaultdict(list)}, _total_train_tokens=0, _tp_size=1,
    )  # fmt: skip
    ones = torch.ones(8, 2, dtype=torch.long)
    inputs = {
        "input_ids": ones, "attention_mask": ones, "completion_mask": ones, "ref_chosen_logps": untouched[0],
        "ref_rejected_logps": untouched[1],
    }  # fmt: skip
    theirs = trainer._compute_loss(of_trl, model, inputs, False)
    assert loss.item() == pytest.approx(theirs.item(), rel=1e-6)
    rewards, metrics = ours.rewards(), of_trl._metrics["train"]
    print(f"loss {loss.item():.7f} and {theirs.item():.7f}; {rewards}; {dict(metrics)}")
    assert rewards and ours.rewards() is None
    assert metrics["rewards/margins"] == [pytest.approx(rewards.margin, rel=1e-5)]
    assert metrics["rewards/accuracies"] == [pytest.approx(rewards.accuracy)]
    (mine,) = torch.autograd.grad(loss, now)
    (other,) = torch.autograd.grad(theirs, now)
    assert torch.allclose(mine, other, rtol=1e-5)
