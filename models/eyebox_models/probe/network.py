"""Tries to reach out of this engine, in every way that must not work. Nothing leaves the machine where one of them does."""

from __future__ import annotations

import socket
import subprocess
import sys
from dataclasses import replace

from eyebox_models.offline import guard
from eyebox_models.offline.seccomp import native_socket
from eyebox_models.protocol.advice import frozen
from eyebox_models.protocol.probe import ProbeReport, Tried

_FAMILIES = {"IPv4": socket.AF_INET, "IPv6": socket.AF_INET6}
_CHILD = "import ctypes, sys; sys.exit(ctypes.CDLL(None).socket(2, 1, 0) >= 0)"


def probe_network(report: ProbeReport) -> ProbeReport:
    """A row a way, with an error where it is open. `details`: "kernel" is "yes" where the kernel refuses, "" else."""
    tried = [Tried("python", name, _by_python(family)) for name, family in _FAMILIES.items()]
    if guard.kernel_refuses():
        tried += [
            Tried("native", name, _open(not native_socket(family))) for name, family in _FAMILIES.items()
        ]
        if not frozen():
            child = subprocess.run([sys.executable, "-I", "-c", _CHILD], check=False)
            tried.append(Tried("child", "IPv4", _open(child.returncode != 0)))
    kernel = "yes" if guard.kernel_refuses() else ""
    return replace(report, tried=tuple(tried), details=(("kernel", kernel),))


def _by_python(family: int) -> str:
    try:
        with guard.trying():
            socket.socket(family).close()
    except PermissionError:
        return ""
    return _open(True)


def _open(given: bool) -> str:
    return "a socket was given" if given else ""
