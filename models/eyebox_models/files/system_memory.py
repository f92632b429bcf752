"""How much memory there is (all, available, taken by this process) and how many processors, by what the system says."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path
from typing import Any

CORES = "PYTHON_CPU_COUNT"


def memory() -> tuple[int, int]:
    """Bytes of memory: all, and available. A container's limit counts where it is lower."""
    if sys.platform == "linux":
        total, available = _meminfo(Path("/proc/meminfo"))
        return _within(total, available, Path("/sys/fs/cgroup"))
    if sys.platform == "win32":
        return _windows()
    return _unix()


def own_bytes(name: str) -> int:
    """Bytes of this process by one name in Linux's /proc/self/status ("VmData", "RssAnon"); 0 where it is not known."""
    try:
        for line in Path("/proc/self/status").read_text().splitlines():
            if line.startswith(f"{name}:"):
                return int(line.split()[1]) * 1024
    except (OSError, ValueError, IndexError):
        pass
    return 0


def cores() -> int:
    """How many processors this process may use; `CORES` in its environment lowers that, as it does for Python from 3.13 on."""
    said = os.environ.get(CORES, "")
    if said.isdigit() and int(said):
        return int(said)
    count = getattr(os, "process_cpu_count", None)
    if count is not None:
        return count() or 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _meminfo(path: Path) -> tuple[int, int]:
    values: dict[str, int] = {}
    try:
        for line in path.read_text().splitlines():
            name, _, rest = line.partition(":")
            number = rest.split()[:1]
            if number and number[0].isdigit():
                values[name] = int(number[0]) * 1024
    except (OSError, ValueError):
        return _unix()
    total = values.get("MemTotal", 0)
    available = values.get("MemAvailable", values.get("MemFree", 0) + values.get("Cached", 0))
    return total, min(total, available)


def _within(total: int, available: int, root: Path) -> tuple[int, int]:
    """Lowered to the limits of the control groups this process is in (both versions of them)."""
    for limit_file, used_file, stat_name in _groups(root):
        limit = _number(limit_file)
        if limit is None or limit >= total:
            continue
        used = _number(used_file) or 0
        cached = _field(used_file.with_name("memory.stat"), stat_name)
        total = limit
        available = min(available, max(0, limit - used + min(cached, used)))
    return total, min(total, available)


def _groups(root: Path) -> list[tuple[Path, Path, str]]:
    try:
        lines = Path("/proc/self/cgroup").read_text().splitlines()
    except (OSError, ValueError):
        lines = []
    found: list[tuple[Path, Path, str]] = []
    for line in lines or ["0::/"]:
        _, _, rest = line.partition(":")
        controllers, _, place = rest.partition(":")
        if controllers == "":
            base, names = root, ("memory.max", "memory.current", "inactive_file")
        elif "memory" in controllers.split(","):
            base = root / "memory"
            names = ("memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file")
        else:
            continue
        group = base / place.lstrip("/")
        while True:  # a limit may be set on any group above
            found.append((group / names[0], group / names[1], names[2]))
            if group == base or base not in group.parents:
                break
            group = group.parent
    return found


def _number(path: Path) -> int | None:
    try:
        text = path.read_text().strip()
    except (OSError, ValueError):
        return None
    return int(text) if text.isdigit() else None


def _field(path: Path, name: str) -> int:
    try:
        for line in path.read_text().splitlines():
            key, _, value = line.partition(" ")
            if key == name and value.isdigit():
                return int(value)
    except (OSError, ValueError):
        pass
    return 0


def _unix() -> tuple[int, int]:
    """Of macOS and others: all memory by sysconf, the available part by vm_stat's counts where it is there."""
    try:
        total = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, OSError, ValueError):
        return 0, 0
    return total, min(total, _mac_available() or total // 2)


def _mac_available() -> int:
    """Free, inactive and purgeable pages by the kernel's own counts (host_statistics64)."""
    if sys.platform != "darwin":
        return 0
    try:
        system = ctypes.CDLL("/usr/lib/libSystem.dylib")
        counts = (ctypes.c_uint32 * 64)()
        length = ctypes.c_uint32(38)
        if system.host_statistics64(system.mach_host_self(), 4, ctypes.byref(counts), ctypes.byref(length)):
            return 0
    except (OSError, AttributeError):
        return 0
    free, _active, inactive = counts[0], counts[1], counts[2]
    return (free + inactive) * os.sysconf("SC_PAGE_SIZE")


class _Status(ctypes.Structure):
    """MEMORYSTATUSEX of Windows."""

    _fields_ = (
        ("length", ctypes.c_uint32), ("load", ctypes.c_uint32), ("total", ctypes.c_uint64), ("available", ctypes.c_uint64),
        ("total_page", ctypes.c_uint64), ("available_page", ctypes.c_uint64), ("total_virtual", ctypes.c_uint64),
        ("available_virtual", ctypes.c_uint64), ("available_extended", ctypes.c_uint64),
    )  # fmt: skip


def _windows() -> tuple[int, int]:
    status = _Status()
    status.length = ctypes.sizeof(_Status)
    library: Any = getattr(ctypes, "windll", None)
    if library is None or not library.kernel32.GlobalMemoryStatusEx(ctypes.byref(status)):
        return 0, 0
    return int(status.total), int(status.available)
