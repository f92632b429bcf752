"""Whether a model that is only offered would fit, by the size of its weights."""

from __future__ import annotations

from dataclasses import replace

import pytest

from eyebox_models.fit.machine import Accelerator, Machine
from eyebox_models.library.cards import offers, plan
from eyebox_models.protocol.ledger import Holding, Holds, Ledger
from eyebox_models.protocol.requests import Planning

GB = 1_000_000_000
BARE = Machine(16 * GB, 12 * GB, 8, (), {}, frozenset({"avx2"}), "A CPU")
"""A machine without torch."""


def card(free, capability=(8, 9)):
    return Accelerator("A card", 0, "cuda", 24 * GB, free, capability)


def planned(name, machine, ledger=None):
    found = plan(Planning(name, ledger=ledger), machine)
    return found.precision, found.device, found.verdict


@pytest.mark.parametrize(
    ("name", "machine", "expected"),
    [
        ("Qwen/Qwen2-VL-2B-Instruct", BARE, ("fp32", "cpu", "fits")),
        ("Qwen/Qwen2-VL-7B-Instruct", BARE, ("int4", "cpu", "fits")),
        ("Qwen/Qwen2-VL-7B-Instruct", replace(BARE, available_bytes=8 * GB), ("int4", "cpu", "tight")),
        ("Qwen/Qwen2-VL-7B-Instruct", replace(BARE, available_bytes=4 * GB), ("int4", "cpu", "too big")),
        (
            "Qwen/Qwen2-VL-7B-Instruct",
            replace(BARE, accelerators=(card(22 * GB),)),
            ("bf16", "cuda:0", "fits"),
        ),
        (
            "Qwen/Qwen2-VL-7B-Instruct",
            replace(BARE, accelerators=(card(22 * GB, (7, 5)),)),
            ("fp16", "cuda:0", "fits"),
        ),
        (
            "Qwen/Qwen2-VL-7B-Instruct",
            replace(BARE, accelerators=(card(11 * GB),)),
            ("int4", "cuda:0", "fits"),
        ),
        (
            "Qwen/Qwen2-VL-7B-Instruct",
            replace(BARE, accelerators=(card(22 * GB),), packages={"torch": "2.9.0+cpu"}),
            ("int4", "cpu", "fits"),
        ),
        ("Qwen/Qwen2-VL-2B-Instruct-GPTQ-Int4", BARE, ("int4", "cpu", "fits")),
    ],
)
def test_the_precision_that_fits_is_the_one_of_auto(name, machine, expected):
    assert planned(name, machine) == expected


def test_what_the_engine_holds_counts_as_free():
    full = replace(BARE, available_bytes=3 * GB)
    ledger = Ledger().updated("model", Holds((Holding("m", "cpu", 9 * GB),)))
    assert planned("Qwen/Qwen2-VL-7B-Instruct", full)[2] == "too big"
    assert planned("Qwen/Qwen2-VL-7B-Instruct", full, ledger)[2] == "fits"


def test_each_offer_can_be_estimated():
    for offer in offers():
        found = plan(Planning(offer.name), BARE)
        assert found.total_bytes > found.weights_bytes and found.available_bytes == 12 * GB
