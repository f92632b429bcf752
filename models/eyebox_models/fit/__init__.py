"""What a model takes before it is loaded: weights, cache and activations, from config and file headers, without torch."""

from __future__ import annotations

from eyebox_models.fit.admission import admit, check_length, estimate, pick
from eyebox_models.fit.predict import Prediction, predict

__all__ = ["Prediction", "admit", "check_length", "estimate", "pick", "predict"]
