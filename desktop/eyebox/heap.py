"""How the C library keeps memory that is free again."""

from __future__ import annotations

import sys
from contextlib import suppress

_M_MMAP_THRESHOLD = -3
"""As malloc.h has it."""
_LARGE = 1 << 20


def give_memory_back() -> None:
    """Has glibc give large blocks back when they are freed: it keeps ever larger ones on its heap otherwise."""
    if sys.platform == "linux":
        import ctypes

        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).mallopt(_M_MMAP_THRESHOLD, _LARGE)
