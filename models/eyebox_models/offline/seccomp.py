"""A filter in Linux's kernel by which a process, all its threads and all it starts have no sockets but local ones, for good.

It needs no rights and can't be taken off. Of sockets only AF_UNIX is left (others: "Operation not permitted"), io_uring, which
makes sockets without these calls, is refused, and system calls of another architecture end the process.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import struct
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import Any, NamedTuple, TypeVar

Result = TypeVar("Result")


class _System(NamedTuple):
    """Numbers of an architecture: how the kernel calls it, and its system calls."""

    architecture: int
    seccomp: int
    socket: int
    socketpair: int
    io_uring_setup: int


_SYSTEMS = {
    "x86_64": _System(0xC000003E, 317, 41, 53, 425),
    "aarch64": _System(0xC00000B7, 277, 198, 199, 425),  # never run
}
_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_NUMBER, _ARCHITECTURE, _FIRST = 0, 4, 16
"""Offsets in what a filter sees: the call's number, its architecture, the low half of its first argument."""
_ALLOW, _REFUSE, _KILL = 0x7FFF0000, 0x00050000 | errno.EPERM, 0x80000000
_X32 = 0x40000000
_NO_NEW_PRIVILEGES, _SET_FILTER, _ACTION_AVAILABLE = 38, 1, 2
_ALL_THREADS, _AS_FAST = 1, 4
"""The second: processors go on guessing as before; without it older kernels make the whole process slower."""
_AF_UNIX = 1


class _Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p)]


def program(system: _System) -> bytes:
    """The filter: 8 bytes an instruction (operation, jumps when true and false, value)."""
    x32 = [(_AT_LEAST, 0, 1, _X32), (_RETURN, 0, 0, _KILL)] if system is _SYSTEMS["x86_64"] else []
    instructions = [
        (_LOAD, 0, 0, _ARCHITECTURE),
        (_EQUAL, 1, 0, system.architecture),
        (_RETURN, 0, 0, _KILL),
        (_LOAD, 0, 0, _NUMBER),
        *x32,
        (_EQUAL, 3, 0, system.socket),
        (_EQUAL, 2, 0, system.socketpair),
        (_EQUAL, 3, 0, system.io_uring_setup),
        (_RETURN, 0, 0, _ALLOW),
        (_LOAD, 0, 0, _FIRST),
        (_EQUAL, 1, 0, _AF_UNIX),
        (_RETURN, 0, 0, _REFUSE),
        (_RETURN, 0, 0, _ALLOW),
    ]
    return b"".join(struct.pack("=HBBI", *one) for one in instructions)


def available() -> bool:
    """Whether this system can hold such a filter."""
    system = _system()
    if system is None:
        return False
    with suppress(OSError, AttributeError):
        action = ctypes.c_uint32(_REFUSE & 0xFFFF0000)
        return bool(_library().syscall(system.seccomp, _ACTION_AVAILABLE, 0, ctypes.byref(action)) == 0)
    return False


def close_network(all_threads: bool = True) -> bool:
    """Puts the filter on this process, or on the calling thread alone and what it starts; whether it holds now."""
    system = _system()
    if system is None:
        return False
    code = program(system)
    wanted = _Program(len(code) // 8, code)
    with suppress(OSError, AttributeError):
        library = _library()
        if library.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0):
            return False
        threads = _ALL_THREADS if all_threads else 0
        return any(
            library.syscall(system.seccomp, _SET_FILTER, threads | speed, ctypes.byref(wanted)) == 0
            for speed in (_AS_FAST, 0)
        )
    return False


def started_without_network(start: Callable[[], Result]) -> Result:
    """What `start` returns, called on a thread that has the filter: so has every process that is started in it, not this one."""
    done: list[Any] = []

    def begin() -> None:
        close_network(all_threads=False)
        try:
            done.append((start(), None))
        except BaseException as error:
            done.append((None, error))

    thread = Thread(target=begin, name="without-network")
    thread.start()
    thread.join()
    ((result, error),) = done
    if error is not None:
        raise error
    return result  # type: ignore[no-any-return]


def make_devices() -> None:
    """Has NVIDIA's driver make its device files where some are missing: under the filter it could not any more.

    It does so by `nvidia-modprobe`, which gets rights that a filtered process can't give. No context is made.
    """
    if sys.platform != "linux" or (Path("/dev/nvidiactl").exists() and Path("/dev/nvidia-uvm").exists()):
        return
    with suppress(OSError, AttributeError):
        ctypes.CDLL("libcuda.so.1").cuInit(0)


def _system() -> _System | None:
    if sys.platform != "linux" or struct.calcsize("P") != 8:
        return None
    return _SYSTEMS.get(platform.machine())


def _library() -> Any:
    library: Any = ctypes.CDLL(None, use_errno=True)
    library.syscall.restype = ctypes.c_long
    library.syscall.argtypes = [*[ctypes.c_long] * 3, ctypes.c_void_p]
    library.prctl.argtypes = [ctypes.c_int, *[ctypes.c_ulong] * 4]
    return library


def native_socket(family: int = 2) -> str:
    """Asks the C library for a socket, past Python: "" where it gives one, else the name of its error."""
    library: Any = ctypes.CDLL(None, use_errno=True)
    descriptor = library.socket(family, 1, 0)
    if descriptor < 0:
        return errno.errorcode.get(ctypes.get_errno(), "?")
    os.close(descriptor)
    return ""
