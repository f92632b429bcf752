"""The most memory that was in use."""

from __future__ import annotations

import sys
from contextlib import suppress


def reset_peak(device: str) -> None:
    """Begins to measure anew, where that can be done (CUDA)."""
    if device.startswith("cuda"):
        import torch

        torch.cuda.reset_peak_memory_stats(device)


def peak_bytes(device: str) -> int:
    """The peak of tensors on a CUDA device, or of this process' resident memory; 0 where it can't be told."""
    if device.startswith("cuda"):
        import torch

        return int(torch.cuda.max_memory_allocated(device))
    if sys.platform == "win32":
        return _of_windows()
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def _of_windows() -> int:
    import ctypes
    from ctypes import wintypes

    class Counters(ctypes.Structure):
        _fields_ = [
            ("size", wintypes.DWORD),
            ("faults", wintypes.DWORD),
            ("peak", ctypes.c_size_t),
            *[(f"other{n}", ctypes.c_size_t) for n in range(7)],
        ]

    counters = Counters(ctypes.sizeof(Counters))
    with suppress(AttributeError, OSError):
        library = ctypes.WinDLL("psapi")  # type: ignore[attr-defined, unused-ignore]
        process = ctypes.WinDLL("kernel32").GetCurrentProcess  # type: ignore[attr-defined, unused-ignore]
        process.restype = wintypes.HANDLE
        library.GetProcessMemoryInfo.argtypes = [wintypes.HANDLE, ctypes.c_void_p, wintypes.DWORD]
        library.GetProcessMemoryInfo(process(), ctypes.byref(counters), counters.size)
    return int(counters.peak)
