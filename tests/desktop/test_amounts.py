"""How much, how large and how far, in words."""

from __future__ import annotations

import pytest

from eyebox.amounts import percent, size, stage
from eyebox_models.protocol.events import Progress


@pytest.mark.parametrize(
    ("progress", "said"),
    [
        (Progress("starting"), "Starting…"),
        (Progress("importing", 0.351, "torch"), "Importing libraries 35 % · torch"),
        (Progress("loading", 0.0, "processor"), "Loading 0 % · its tokenizer and picture processor"),
        (
            Progress("loading", 0.4, "", 1_700_000_000, 4_400_000_000),
            "Loading 40 % · 1.7 GB of 4.4 GB",
        ),
        (Progress("loading", 0.999), "Loading 99 %"),
        (Progress("looking"), "Looking at the picture…"),
        (Progress("turning", 1.2), "Turning 100 %"),
    ],
)
def test_what_is_being_done_and_how_far(qapp, progress: Progress, said: str) -> None:
    assert stage(progress) == said


def test_shares_and_sizes(qapp) -> None:
    assert [percent(share) for share in (0.0, 0.29, 0.999, 1.0, -1.0)] == [
        "0 %",
        "29 %",
        "99 %",
        "100 %",
        "0 %",
    ]
    assert [size(count) for count in (999, 2_000, 365_400_000, 4_420_000_000)] == [
        "999 bytes", "2 kB", "365 MB", "4.4 GB",
    ]  # fmt: skip
