"""The curated list of checkpoints that can be downloaded: a data file among the resources."""

from __future__ import annotations

import json

from eyebox_models.protocol.cards import Offer


def offers() -> tuple[Offer, ...]:
    """What is offered for download, the smallest first; nothing when the data file is not there."""
    from eyebox_resources import path

    try:
        entries = json.loads(path("models.json").read_text("utf-8"))["models"]
    except (OSError, ValueError, KeyError):
        return ()
    return tuple(
        Offer(
            entry["name"],
            entry["title"],
            entry["purpose"],
            entry["licence"],
            tuple(entry["bytes"].items()),
            entry["parameters"],
            entry["boxes"],
        )
        for entry in entries
    )
