"""A job object of Windows: a process and all it starts, killed when the last handle of the job is closed.

The system closes the handle when the program that holds it ends, however it ends. Written by the documentation of
Windows; it has never been run.
"""

from __future__ import annotations

import sys

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes
    from subprocess import Popen

    _EXTENDED_LIMITS = 9
    _KILL_ON_CLOSE = 0x2000

    class _BasicLimits(ctypes.Structure):
        _fields_ = [
            ("PerProcessUserTimeLimit", wintypes.LARGE_INTEGER),
            ("PerJobUserTimeLimit", wintypes.LARGE_INTEGER),
            ("LimitFlags", wintypes.DWORD),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        ]

    class _ExtendedLimits(ctypes.Structure):
        _fields_ = [
            ("BasicLimitInformation", _BasicLimits),
            ("IoInfo", ctypes.c_ulonglong * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        ]

    _kernel = ctypes.WinDLL("kernel32")
    _kernel.CreateJobObjectW.argtypes = [wintypes.LPVOID, wintypes.LPCWSTR]
    _kernel.CreateJobObjectW.restype = wintypes.HANDLE
    _kernel.SetInformationJobObject.argtypes = [
        wintypes.HANDLE,
        ctypes.c_int,
        wintypes.LPVOID,
        wintypes.DWORD,
    ]
    _kernel.AssignProcessToJobObject.argtypes = [wintypes.HANDLE, wintypes.HANDLE]
    _kernel.CloseHandle.argtypes = [wintypes.HANDLE]

    class WindowsJob:
        """The job of one child process."""

        def __init__(self, handle: int) -> None:
            self._handle = handle

        @classmethod
        def of(cls, popen: Popen[bytes]) -> WindowsJob | None:
            """Puts a child that has just been started into a job; None where the system refuses."""
            handle = _kernel.CreateJobObjectW(None, None)
            if not handle:
                return None
            limits = _ExtendedLimits()
            limits.BasicLimitInformation.LimitFlags = _KILL_ON_CLOSE
            size = ctypes.sizeof(limits)
            process = int(popen._handle)  # type: ignore[attr-defined]
            if _kernel.SetInformationJobObject(
                handle, _EXTENDED_LIMITS, ctypes.byref(limits), size
            ) and _kernel.AssignProcessToJobObject(handle, process):
                return cls(handle)
            _kernel.CloseHandle(handle)
            return None

        def close(self) -> None:
            """Closes the handle, which kills all processes of the job."""
            handle, self._handle = self._handle, 0
            if handle:
                _kernel.CloseHandle(handle)
