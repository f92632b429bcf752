"""What this machine has (memory, cores, graphics cards, installed packages), and what of it this process holds. No torch."""

from __future__ import annotations

import ctypes
import os
import platform
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from importlib.util import find_spec
from itertools import takewhile
from pathlib import Path
from typing import Any, Literal

from eyebox_models.files.system_memory import cores, memory, own_bytes

PROGRAM = 600_000_000
"""Bytes of memory that an engine takes by itself, with torch and without a model."""
PACKAGES = (
    "torch", "torchvision", "transformers", "accelerate", "bitsandbytes", "gptqmodel", "optimum", "peft", "llguidance",
    "huggingface_hub", "modelscope", "num2words",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Accelerator:
    """A card that can compute, or an instance of one that is parted (MIG). Memory in bytes; `capability` is CUDA's (8, 0 is
    Ampere), `uuid` the driver's name for it ("GPU-..." or "MIG-...")."""

    name: str
    index: int = 0
    kind: Literal["cuda", "mps"] = "cuda"
    total_bytes: int = 0
    free_bytes: int = 0
    capability: tuple[int, int] = (0, 0)
    uuid: str = ""

    @property
    def device(self) -> str:
        return f"cuda:{self.index}" if self.kind == "cuda" else "mps"


@dataclass(frozen=True, slots=True)
class Machine:
    """Memory in bytes (`available_bytes`: without pushing others out). `packages` maps a name to its version.

    `processor` names the kind of CPU, `flags` are its instruction sets where the system lists them. `driver` is the
    version of NVIDIA's driver and `driver_cuda` the newest CUDA that it can run; "" and (0, 0) where there is none.
    """

    memory_bytes: int
    available_bytes: int
    cores: int
    accelerators: tuple[Accelerator, ...] = ()
    packages: Mapping[str, str] = field(default_factory=dict)
    flags: frozenset[str] = frozenset()
    processor: str = ""
    driver: str = ""
    driver_cuda: tuple[int, int] = (0, 0)

    def has(self, package: str) -> bool:
        return package in self.packages

    def at_least(self, package: str, *wanted: int) -> bool:
        """Whether a package is there in this version or newer."""
        return release(self.packages.get(package, "")) >= wanted

    @property
    def cuda(self) -> tuple[Accelerator, ...]:
        """Cards that the installed torch can use."""
        return tuple(a for a in self.accelerators if a.kind == "cuda") if self.torch_has_cuda else ()

    @property
    def torch_has_cuda(self) -> bool:
        """Whether the installed torch is a build with CUDA, as far as its version shows."""
        build = self.packages.get("torch", "").partition("+")[2]
        if not self.has("torch") or build.startswith(("cpu", "rocm", "xpu")):
            return False
        return build.startswith("cu") or sys.platform == "linux"


def machine() -> Machine:
    """What this machine has now."""
    total, available = memory()
    cards, driver, driver_cuda = _nvidia()
    return Machine(
        memory_bytes=total,
        available_bytes=available,
        cores=cores(),
        accelerators=(*cards, *_apple(total, available)),
        packages={name: found for name in PACKAGES if (found := _version(name))},
        flags=frozenset((_cpuinfo("flags") or _cpuinfo("Features")).split()),
        processor=_cpuinfo("model name") or platform.processor() or platform.machine(),
        driver=driver,
        driver_cuda=driver_cuda,
    )


def held_here() -> dict[str, int]:
    """Bytes by device that this process gives back when its model is closed: weights and the caches that are kept.

    Weights that are mapped from their files take no memory away and are not counted; the memory is known on Linux only.
    """
    found = {"cpu": max(0, own_bytes("RssAnon") - PROGRAM), **_on_cards()}
    return {device: count for device, count in found.items() if count}


def with_given_back(machine: Machine, held: Mapping[str, int]) -> Machine:
    """The machine as it is once these bytes are free, of each device."""
    cards = tuple(
        replace(card, free_bytes=_more(card.free_bytes, held.get(card.device, 0), card.total_bytes))
        for card in machine.accelerators
    )
    available = _more(machine.available_bytes, held.get("cpu", 0), machine.memory_bytes)
    return replace(machine, available_bytes=available, accelerators=cards)


def release(text: str) -> tuple[int, ...]:
    """The numbers a version begins with: "2.15.0+cpu" is (2, 15, 0); () where there is none."""
    numbers = []
    for part in text.partition("+")[0].split("."):
        digits = part[: len(part) - len(part.lstrip("0123456789"))]
        if not digits:
            break
        numbers.append(int(digits))
    return tuple(numbers)


def _version(package: str) -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        found = version(package)
    except PackageNotFoundError:
        return ""
    return found if package != "torch" or "+" in found else found + _build_of_torch()


def _build_of_torch() -> str:
    """What torch was built for, as its version says it elsewhere: "+cu130", "+cpu", from its file version.py."""
    try:
        spec = find_spec("torch")
        text = (
            Path(spec.origin).with_name("version.py").read_text() if spec is not None and spec.origin else ""
        )
    except (OSError, ValueError, ImportError):
        return ""
    match = re.search(r"^cuda\s*(?::[^=]*)?=\s*['\"]?([\w.]+)", text, re.MULTILINE)
    if match is None:
        return ""
    return "+cpu" if match[1] == "None" else "+cu" + match[1].replace(".", "")


class _CardMemory(ctypes.Structure):
    """nvmlMemory_t, in bytes."""

    _fields_ = (("total", ctypes.c_uint64), ("free", ctypes.c_uint64), ("used", ctypes.c_uint64))


def _nvidia() -> tuple[tuple[Accelerator, ...], str, tuple[int, int]]:
    """NVIDIA's cards, its driver and that one's CUDA, by the driver's own library; nothing where there is no driver."""
    library = _load("nvml.dll") if sys.platform == "win32" else _load("libnvidia-ml.so.1")
    if library is None:
        return (), "", (0, 0)
    try:
        if library.nvmlInit_v2():
            return (), "", (0, 0)
    except AttributeError:
        return (), "", (0, 0)
    cards: list[Accelerator] = []
    driver, cuda = "", (0, 0)
    try:
        driver, cuda = _driver(library)
        count = ctypes.c_uint()
        if not library.nvmlDeviceGetCount_v2(ctypes.byref(count)):
            cards = [card for index in range(count.value) for card in _cards(library, index)]
    except AttributeError:
        pass
    finally:
        library.nvmlShutdown()
    return _visible(cards), driver, cuda


def _driver(library: Any) -> tuple[str, tuple[int, int]]:
    """The driver's version, and the CUDA that it brings: NVML writes 13.2 as 13020."""
    name, number = ctypes.create_string_buffer(96), ctypes.c_int()
    if library.nvmlSystemGetDriverVersion(name, 96):
        return "", (0, 0)
    if library.nvmlSystemGetCudaDriverVersion_v2(ctypes.byref(number)):
        number.value = 0
    return name.value.decode(errors="replace"), (number.value // 1000, number.value % 1000 // 10)


def _load(name: str) -> Any:
    try:
        return ctypes.CDLL(name)
    except OSError:
        return None


def _cards(library: Any, index: int) -> list[Accelerator]:
    """One card, or the instances of it where it is parted: the whole card's memory is nobody's then."""
    handle, mode, pending = ctypes.c_void_p(), ctypes.c_uint(), ctypes.c_uint()
    if library.nvmlDeviceGetHandleByIndex_v2(index, ctypes.byref(handle)):
        return []
    major, minor = ctypes.c_int(), ctypes.c_int()
    library.nvmlDeviceGetCudaComputeCapability(handle, ctypes.byref(major), ctypes.byref(minor))
    handles = [handle]
    mig_mode = getattr(library, "nvmlDeviceGetMigMode", None)  # drivers of before 2020 have none
    if mig_mode and not mig_mode(handle, ctypes.byref(mode), ctypes.byref(pending)) and mode.value:
        most = ctypes.c_uint()
        library.nvmlDeviceGetMaxMigDeviceCount(handle, ctypes.byref(most))
        handles = [
            part
            for place in range(most.value)
            for part in [ctypes.c_void_p()]
            if not library.nvmlDeviceGetMigDeviceHandleByIndex(handle, place, ctypes.byref(part))
        ]
    found = (_card(library, part, index, (major.value, minor.value)) for part in handles)
    return [card for card in found if card is not None]


def _card(library: Any, handle: Any, index: int, capability: tuple[int, int]) -> Accelerator | None:
    sizes, name, uuid = _CardMemory(), ctypes.create_string_buffer(128), ctypes.create_string_buffer(96)
    if library.nvmlDeviceGetMemoryInfo(handle, ctypes.byref(sizes)):
        return None
    library.nvmlDeviceGetName(handle, name, 128)
    library.nvmlDeviceGetUUID(handle, uuid, 96)
    return Accelerator(
        name=name.value.decode(errors="replace"),
        index=index,
        total_bytes=int(sizes.total),
        free_bytes=int(sizes.free),
        capability=capability,
        uuid=uuid.value.decode(errors="replace"),
    )


def _visible(cards: list[Accelerator]) -> tuple[Accelerator, ...]:
    """Cards as CUDA will number them: those of CUDA_VISIBLE_DEVICES up to the first that is not there, where that is given;
    of instances the first one alone, and no whole card beside it."""
    given = os.environ.get("CUDA_VISIBLE_DEVICES")
    chosen = cards
    if given is not None:
        named = (_named(part.strip(), cards) for part in given.split(","))
        chosen = [card for card in takewhile(lambda card: card is not None, named) if card is not None]
    instances = [card for card in chosen if card.uuid.startswith("MIG-")]
    return tuple(replace(card, index=place) for place, card in enumerate(instances[:1] or chosen))


def _named(text: str, cards: list[Accelerator]) -> Accelerator | None:
    """The card of a number, or of the beginning of a UUID."""
    if text.isdigit():
        return next((card for card in cards if card.index == int(text)), None)
    return next((card for card in cards if text and card.uuid.startswith(text)), None)


def _apple(total: int, available: int) -> tuple[Accelerator, ...]:
    """Apple silicon shares its memory; Metal uses about three quarters of it."""
    if sys.platform != "darwin" or platform.machine() != "arm64":
        return ()
    part = total * 3 // 4
    return (Accelerator("Apple silicon", 0, "mps", part, min(part, available)),)


def _cpuinfo(name: str) -> str:
    try:
        with Path("/proc/cpuinfo").open(encoding="utf-8", errors="replace") as file:
            for line in file:
                key, _, value = line.partition(":")
                if key.strip() == name:
                    return value.strip()
    except OSError:
        pass
    return ""


def _more(free: int, given_back: int, total: int) -> int:
    return max(free, min(free + given_back, total))


def _on_cards() -> dict[str, int]:
    """What torch has taken of each card, if it is loaded: emptying its cache gives all of that back."""
    torch: Any = sys.modules.get("torch")
    cuda, mps = getattr(torch, "cuda", None), getattr(torch, "mps", None)
    if cuda is not None and cuda.is_initialized():
        return {f"cuda:{index}": int(cuda.memory_reserved(index)) for index in range(cuda.device_count())}
    if mps is not None and sys.platform == "darwin" and torch.backends.mps.is_available():
        return {"mps": int(mps.driver_allocated_memory())}
    return {}
