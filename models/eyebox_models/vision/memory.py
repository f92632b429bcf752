"""Memory: whether it ran out (or the card itself failed), giving it back, and the most that was in use."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from eyebox_models.files.system_memory import own_bytes
from eyebox_models.protocol.errors import EyeboxError, causes

SIGNS = (
    "out of memory", "not enough memory", "can't allocate memory", "cannot allocate memory", "alloc_failed",
    "memoryallocation", "failed to map segment",
)  # fmt: skip
"""What libraries write when memory runs out without an exception of its own."""


class OutOfMemory(EyeboxError):
    """A model does not fit into the memory at hand."""


def is_out_of_memory(error: BaseException) -> bool:
    """Whether an exception, or what it came from, says that memory ran out (of the card, or of the machine)."""
    for one in causes(error):
        if isinstance(one, MemoryError | OutOfMemory) or type(one).__name__ == "OutOfMemoryError":
            return True
        text = str(one).lower()
        if isinstance(one, RuntimeError | OSError | ImportError) and any(sign in text for sign in SIGNS):
            return True
    return False


def card_failed(error: BaseException) -> bool:
    """Whether an exception, or what it came from, is an error of a card after which its process can compute nothing on it any
    more: what CUDA calls sticky, such as an illegal access (torch's AcceleratorError)."""
    signs = ("CUDA error: ", "HIP error: ")
    return not is_out_of_memory(error) and any(
        isinstance(one, RuntimeError) and str(one).startswith(signs) for one in causes(error)
    )


def release_frames(error: BaseException) -> None:
    """Empties the frames that an exception (and what it came from) holds, so that what they hold is freed."""
    for one in causes(error):
        traceback.clear_frames(one.__traceback__)


def collect() -> None:
    """Gives back what nobody holds any more, on the card too."""
    import gc

    gc.collect()
    torch: Any = sys.modules.get("torch")
    if torch is None:  # it could not even be imported, and can't be a second time
        return
    if torch.cuda.is_available():
        torch.cuda.empty_cache()
    elif torch.backends.mps.is_available():
        torch.mps.empty_cache()


_TRIM_THRESHOLD, _MMAP_THRESHOLD, _MMAP_MAX = -1, -3, -4
_LARGE = 4 << 20
"""Bytes. The system empties what it gives: below that, giving back takes longer than it is worth."""


@contextmanager
def reusing_memory(device: str) -> Iterator[None]:
    """While inside, memory that was freed is used again and not given back at once (on a processor, by glibc).

    Seeing a picture takes and frees gigabytes in pieces of tens of megabytes. By itself glibc has the system empty each
    of them anew, which was a tenth of the time to the first word.
    """
    if sys.platform != "linux" or device != "cpu":
        yield
        return
    import ctypes

    mallopt = getattr(ctypes.CDLL(None), "mallopt", None) or (lambda _what, _value: 0)
    mallopt(_TRIM_THRESHOLD, (1 << 31) - 1)
    mallopt(_MMAP_MAX, 0)
    try:
        yield
    finally:
        mallopt(_MMAP_MAX, 65536)


def giving_back_at_once(device: str) -> None:
    """From now on, large tensors on a processor are given back to the system when they are freed (glibc).

    By itself glibc keeps what was freed between what is still in use: teaching, which makes and frees tensors of many sizes
    for minutes, took up to twice the memory that it held.
    """
    if sys.platform != "linux" or device != "cpu":
        return
    import ctypes

    library = ctypes.CDLL(None)
    if hasattr(library, "mallopt") and hasattr(library, "malloc_trim"):
        library.mallopt(_MMAP_THRESHOLD, _LARGE)
        library.mallopt(_TRIM_THRESHOLD, _LARGE)
        library.malloc_trim(0)


def reset_peak(device: str) -> None:
    """Begins to measure anew, where that can be done (CUDA, Linux)."""
    if device.startswith("cuda"):
        import torch

        torch.cuda.reset_peak_memory_stats(device)
    else:
        with suppress(OSError):
            Path("/proc/self/clear_refs").write_text("5")


def peak_bytes(device: str) -> int:
    """The peak of tensors on a CUDA device, or of this process' resident memory; 0 where that is not known."""
    if device.startswith("cuda"):
        import torch

        return int(torch.cuda.max_memory_allocated(device))
    if peak := own_bytes("VmHWM"):
        return peak
    if sys.platform == "win32":
        return _of_windows()
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


class Peak:
    """The most memory that a model takes, without that of libraries, which have been imported when this is made (Linux; elsewhere
    on a processor with it)."""

    def __init__(self) -> None:
        self._before, self._most, self._device = own_bytes("VmRSS"), 0, ""

    def begin(self, device: str, weights: int) -> None:
        """The model has been loaded, and its weights take so many bytes; what loading took for a while does not count."""
        reset_peak(device)
        self._device = device
        self._before = 0 if device.startswith("cuda") else max(self._before, own_bytes("VmRSS") - weights)

    @property
    def bytes(self) -> int:
        """Since it began, whoever resets the peak; 0 where it is not known."""
        self._most = max(self._most, peak_bytes(self._device) - self._before)
        return self._most


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
