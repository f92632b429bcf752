"""The grounding check: whether the boxes of a loaded model land where things are."""

from __future__ import annotations

from eyebox_models.grounding.ask_shapes import check
from eyebox_models.grounding.judge import Sighting, judge
from eyebox_models.grounding.kept_reports import keep, stored
from eyebox_models.grounding.shape_cards import CARDS, Card, Mark, draw

__all__ = ["CARDS", "Card", "Mark", "Sighting", "check", "draw", "judge", "keep", "stored"]
