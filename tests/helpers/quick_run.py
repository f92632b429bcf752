"""Which variants of a test the test command runs: some of them go through all that the others go through."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest


def quick(variants: Iterable[str], *few: str) -> list[Any]:
    """The values of a parametrized test; those that are not among the few are for thorough runs only."""
    every = list(variants)
    assert {*few} <= {*every}, f"no such variant: {few}"
    return [name if name in few else pytest.param(name, marks=pytest.mark.thorough) for name in every]
