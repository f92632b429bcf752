"""Which build of torch suits this machine, by NVIDIA's driver and the cards.

Sources: the drivers are those of uv's table behind `--torch-backend auto` (crates/uv-torch/src/backend.rs), which are of
table 2 in NVIDIA's CUDA release notes: a driver runs every CUDA of its major version. Cards before Turing are only in
the builds for CUDA 12.6 (pytorch/pytorch#172352, #190385), and 12.8 is built up to torch 2.11 (#178665), 12.6 up to 2.14.
"""

from __future__ import annotations

import platform
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass

from eyebox_models.fit.machine import Accelerator, Machine, release
from eyebox_models.protocol.errors import EyeboxError, Sentence

TURING = (7, 5)
PLAIN = "pypi"
"""The build that PyPI itself has; the one for Apple silicon."""
BUILDS = ("cpu", "cu126", "cu128", "cu130", PLAIN)

_CUDA_13 = (580,)
_CUDA_12 = {"linux": (525, 60, 13), "win32": (528, 33)}
_INDEX = "https://download.pytorch.org/whl"


@dataclass(frozen=True, slots=True)
class Suited:
    """A build of torch, and in one sentence why it is this one."""

    build: str
    why: str


def suited(machine: Machine, wanted: str = "", system: str = sys.platform) -> Suited:
    """The build for this machine, or the `wanted` one. Raises EyeboxError for what is no build."""
    if wanted:
        if not re.fullmatch(r"cpu|cu\d{3}|xpu|rocm\d+\.\d+|pypi", wanted):
            raise EyeboxError(
                "torch-build-unknown",
                '"{build}" is no build of torch: choose one of {builds}.',
                build=wanted[:40],
                builds=", ".join(BUILDS),
            )
        return Suited(wanted, Sentence("build-asked-for", "{build} was asked for.", build=wanted))
    if system == "darwin":
        if platform.machine() == "arm64":
            return Suited(PLAIN, Sentence("build-apple", "The build of torch for Apple silicon is used."))
        raise EyeboxError(
            "no-torch-intel-mac",
            "There is no torch for Macs with Intel processors any more: the built-in reader still reads "
            "here.",
        )
    cards = [card for card in machine.accelerators if card.kind == "cuda"]
    if not cards:
        return Suited(
            "cpu", Sentence("build-no-card", "No NVIDIA card was found, so models run on the processor.")
        )
    return _for_cards(cards, machine, system)


def index_of(build: str, torch: str = "") -> str:
    """The address of the index that has this build; "" for PyPI's own. `torch` is a mirror of PyTorch's indexes."""
    return "" if build == PLAIN else f"{(torch or _INDEX).rstrip('/')}/{build}"


def _for_cards(cards: list[Accelerator], machine: Machine, system: str) -> Suited:
    best = max(cards, key=lambda card: card.capability)
    driver = release(machine.driver)
    said = (
        Sentence("card-with-driver", "{card} with driver {driver}", card=best.name, driver=machine.driver)
        if machine.driver
        else Sentence("card-unknown-driver", "{card} with driver of unknown version", card=best.name)
    )
    newest = _at_least(driver, _CUDA_13, machine, 13)
    twelve = newest or _at_least(driver, _CUDA_12.get(system, _CUDA_12["linux"]), machine, 12)
    if not twelve:
        why = Sentence(
            "driver-too-old",
            "{card} is too old for CUDA 12: update the driver, or models run on the processor.",
            card=said,
        )
        return Suited("cpu", why)
    if (0, 0) < best.capability < TURING:
        why = Sentence(
            "card-before-turing",
            "{card} is older than Turing, which only the builds for CUDA 12.6 know.",
            card=best.name,
        )
        return Suited("cu126", why)
    if newest:
        return Suited("cu130", Sentence("runs-cuda-13", "{card} runs CUDA 13.", card=said))
    why = Sentence(
        "runs-cuda-12",
        "{card} runs CUDA 12; from driver {driver} on it would be CUDA 13.",
        card=said,
        driver=_CUDA_13[0],
    )
    return Suited("cu128", why)


def _at_least(driver: tuple[int, ...], wanted: tuple[int, ...], machine: Machine, cuda: int) -> bool:
    """Whether a driver runs a CUDA: by its version, or by what it says of itself where that is unknown."""
    return driver >= wanted if driver else machine.driver_cuda >= (cuda, 0)


ABOUT: Mapping[str, tuple[int, int]] = {
    "cpu": (310_000_000, 1_200_000_000),
    "cu126": (3_200_000_000, 6_200_000_000),
    "cu128": (3_400_000_000, 6_500_000_000),
    "cu130": (3_100_000_000, 5_900_000_000),
    PLAIN: (240_000_000, 900_000_000),
}
"""A build -> about how many bytes all of its packages are to download, and installed.

Measured for the processor (torch 2.13) and CUDA 13 (2.15: 3,116,666,299 and 5,895,245,602); the others are guesses.
"""
