"""Has MKL, which torch's wheels carry, use its fast kernels on processors of AMD too; and quick GELU without large steps.

MKL asks its own function `mkl_serv_intel_cpu_true` whether it runs on a processor of Intel, and takes slow kernels where
it does not. A library whose function of that name returns 1, loaded globally before MKL is first called, is asked in its
place (torch binds that name when it is first used, wherever it was linked statically). Which instructions there are MKL
still asks of the processor itself. The library is 488 bytes of ELF that are written here, into memory: no compiler, no
file that others could change, no folder that must allow programs.
"""

from __future__ import annotations

import ctypes
import os
import platform
import re
import struct
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

FUNCTION = b"mkl_serv_intel_cpu_true"
VARIABLE = "EYEBOX_CPU_KERNELS"
"""`standard` in the environment leaves MKL alone, `fast` does not ask whether that is faster."""
VENDORS = ("AuthenticAMD", "HygonGenuine")
PIECE = 1 << 20
"""Numbers that quick GELU takes at a time: what is between its steps stays in the processor's cache."""
_CODE = b"\xb8\x01\x00\x00\x00\xc3"  # mov eax, 1; ret


def processor(cpuinfo: str = "") -> str:
    """Maker, family, model and stepping of this processor ("AuthenticAMD 26 2 1"); "" where the system does not tell."""
    with suppress(OSError):
        cpuinfo = cpuinfo or Path("/proc/cpuinfo").read_text("utf-8", "replace")
    values = dict(re.findall(r"^([a-z_ ]+?)\s*: *(\S*)", cpuinfo.partition("\n\n")[0], re.MULTILINE))
    names = ("vendor_id", "cpu family", "model", "stepping")
    return " ".join(filter(None, map(values.get, names)))


def suits() -> bool:
    """Whether this is a machine where MKL may be asked for them: Linux on an x86-64 processor of AMD (or Hygon's)."""
    x86 = platform.machine() == "x86_64" and sys.maxsize > 1 << 32
    return sys.platform == "linux" and x86 and processor().startswith(VENDORS)


def shared_object() -> bytes:
    """A library for x86-64 Linux with one function, FUNCTION, that returns 1. Always the same bytes."""
    names = b"\0" + FUNCTION + b"\0"
    symbols = 64 + 4 * 56  # behind the header of the file and those of four segments
    hashes = symbols + 2 * 24
    strings = hashes + 5 * 4
    code = strings + len(names)
    dynamic = (code + len(_CODE) + 7) // 8 * 8
    page = 0x1000

    def segment(kind: int, rights: int, offset: int, address: int, size: int, align: int) -> bytes:
        return struct.pack("<IIQQQQQQ", kind, rights, offset, address, address, size, size, align)

    entries = ((4, hashes), (5, strings), (6, symbols), (10, len(names)), (11, 24), (0, 0))
    table = b"".join(struct.pack("<QQ", *entry) for entry in entries)  # HASH STRTAB SYMTAB STRSZ SYMENT
    parts = (
        b"\x7fELF\x02\x01\x01" + bytes(9),
        struct.pack("<HHIQQQIHHHHHH", 3, 62, 1, 0, 64, 0, 0, 64, 56, 4, 0, 0, 0),
        segment(1, 5, 0, 0, dynamic, page),
        segment(1, 6, dynamic, page + dynamic, len(table), page),
        segment(2, 6, dynamic, page + dynamic, len(table), 8),
        segment(0x6474E551, 6, 0, 0, 0, 16),  # a stack that holds no code
        bytes(24),
        struct.pack("<IBBHQQ", 1, 0x12, 0, 1, code, len(_CODE)),
        struct.pack("<5I", 1, 2, 1, 0, 0),
        names,
        _CODE,
    )
    return b"".join(parts).ljust(dynamic, b"\0") + table


def use_fast_kernels() -> None:
    """Loads that library for the whole process. Raises OSError where the system does not allow it."""
    libc = ctypes.CDLL(None, use_errno=True)
    try:
        file = libc.memfd_create(b"eyebox-mkl", 1)  # closed in children
    except AttributeError as error:
        raise OSError("this C library has no memfd_create") from error
    if file < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    try:
        os.write(file, shared_object())
        library = ctypes.CDLL(f"/proc/self/fd/{file}", mode=ctypes.RTLD_GLOBAL)
    finally:
        os.close(file)
    if library[FUNCTION.decode()]() != 1:
        raise OSError("the library does not answer")


def quick_gelu(given: Any) -> Any:
    """`x * sigmoid(1.702 * x)`, the same numbers as by three passes over all of a tensor, piece by piece."""
    import torch

    if given.device.type != "cpu" or given.numel() <= PIECE or torch.is_grad_enabled():
        return given * torch.sigmoid(1.702 * given)
    given = given.contiguous()
    made, step = torch.empty_like(given), given.new_empty(PIECE)
    for source, target in zip(given.view(-1).split(PIECE), made.view(-1).split(PIECE), strict=True):
        sigmoid = step[: len(source)]
        torch.mul(source, 1.702, out=sigmoid)
        torch.mul(source, torch.sigmoid(sigmoid, out=sigmoid), out=target)
    return made
