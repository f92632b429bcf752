"""A child process that leads a session of its own, and ends together with all that it starts.

On POSIX its process group is killed; what starts a session of its own in there must end by itself, as engines do at the
end of their input. On Windows a job object holds it.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from threading import Lock
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from subprocess import Popen

_LONGEST_LOOK = 0.05
"""Seconds between two looks at a process that is waited for."""


def apart() -> dict[str, Any]:
    """The arguments of Popen that put a child into a session of its own (on Windows: without a console window)."""
    if sys.platform == "win32":
        import subprocess

        return {"creationflags": subprocess.CREATE_NO_WINDOW}
    return {"start_new_session": True}


def end_with_group() -> NoReturn:
    """Ends this process at once, and what it started with it where it leads a session of its own."""
    if sys.platform != "win32" and os.getsid(0) == os.getpid() == os.getpgrp():
        os.killpg(os.getpgrp(), signal.SIGKILL)
    os._exit(0)


class ProcessGroup:
    """A process started with `apart()` and all of its group. Methods may be called from any thread.

    The process must be waited for here only: its id is sure to be nobody else's until then.
    """

    def __init__(self, popen: Popen[bytes]) -> None:
        self.popen = popen
        self._lock = Lock()
        self._job = _job_of(popen)

    def poll(self) -> int | None:
        """The exit code, None while the process runs. What a process that has ended left running is killed."""
        with self._lock:
            if self.popen.returncode is None:
                if not _has_ended(self.popen):
                    return None
                self._kill()
                self.popen.wait()
            return self.popen.returncode

    def kill(self) -> None:
        """Kills the process and its group. Does not wait."""
        with self._lock:
            if self.popen.returncode is None:
                self._kill()

    def wait(self, timeout: float) -> int:
        """The exit code; the group is killed after `timeout` seconds."""
        deadline, pause = time.monotonic() + timeout, 0.001
        while (code := self.poll()) is None:
            left = deadline - time.monotonic()
            if left <= 0:
                self.kill()
            time.sleep(min(pause, left) if left > 0 else pause)
            pause = min(2 * pause, _LONGEST_LOOK)
        return code

    def _kill(self) -> None:
        if sys.platform != "win32":
            pid = self.popen.pid
            try:
                own = pid > 1 and pid != os.getpgrp() and os.getpgid(pid) == pid
            except ProcessLookupError:
                own = False
            if own:
                try:
                    os.killpg(pid, signal.SIGKILL)
                except (ProcessLookupError, PermissionError):
                    pass  # macOS: nobody is left but who has ended
        elif self._job is not None:
            self._job.close()
        self.popen.kill()


def _has_ended(popen: Popen[bytes]) -> bool:
    """Whether a process has ended; where the system can say so, it is not waited for yet."""
    if sys.platform == "win32" or not hasattr(os, "waitid"):
        return popen.poll() is not None
    try:
        return os.waitid(os.P_PID, popen.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None
    except ChildProcessError:
        return True


def _job_of(popen: Popen[bytes]) -> Any:
    if sys.platform == "win32":
        from eyebox_models.engine.windows_job import WindowsJob

        return WindowsJob.of(popen)
    return None
