"""Which kernels torch computes with on the processor: settled before it is imported, and probed meanwhile where unknown."""

from __future__ import annotations

import os
import sys
from importlib.metadata import PackageNotFoundError, version
from threading import Thread, Timer

from eyebox_models.engine.process import ANEW, EngineProcess
from eyebox_models.probe.kernels import FAST, STANDARD, Found, compared, remember, remembered
from eyebox_models.protocol.advice import own_folder
from eyebox_models.protocol.box import new_id
from eyebox_models.protocol.probe import ProbeReport
from eyebox_models.protocol.requests import Probe
from eyebox_models.vision.cpu_kernels import VARIABLE, suits, use_fast_kernels

PATIENCE = 0.3
"""Seconds that a first answer waits for the probe, which began with the loading."""
LIMIT = 60.0
"""Seconds that one probe may take."""


class Kernels:
    """The kernels of this process. `begin` before torch is imported, `settle` before anything is computed."""

    def __init__(self) -> None:
        self._found: Found | None = None
        self._probe: Thread | None = None

    def begin(self) -> None:
        """Takes the fast kernels where they are known to be faster, or may be: then two processes find out.

        On an AMD processor they nearly always are, so nobody waits for that. Once torch is there it is too late.
        """
        wanted = os.environ.get(VARIABLE, "")
        if "torch" in sys.modules or wanted == "standard" or not suits():
            return
        torch = _version()
        found = remembered(torch)
        if not torch or (found is not None and found.why != "faster" and wanted != "fast"):
            return
        try:
            use_fast_kernels()
        except OSError as error:
            print(f"engine: fast kernels: {error}", file=sys.stderr, flush=True)
            return
        if found is None and not wanted:
            self._probe = Thread(target=self._find_out, args=(torch,), name="kernels", daemon=True)
            self._probe.start()

    def settle(self) -> None:
        """Where the probe found that the fast kernels are no good here, ends the process: its parent begins anew."""
        if self._probe is not None:
            self._probe.join(PATIENCE)
        if self._found is not None and self._found.why in ("wrong", "crashed") and remembered(_version()):
            os._exit(ANEW)

    def _find_out(self, torch: str) -> None:
        standard, _ = _probed(STANDARD)
        found = compared(standard, *_probed(FAST)) if standard is not None else None
        if found is not None:
            remember(torch, found)
            self._found = found


def _probed(what: str) -> tuple[ProbeReport | None, str]:
    """A probe's report, or what ended its process."""
    engine = EngineProcess("model", own_folder("cache") / "kernels.log")
    timer = Timer(LIMIT, engine.kill)
    timer.daemon = True
    timer.start()
    try:
        end = engine.run(new_id(), Probe(what), lambda _event: None)
    finally:
        timer.cancel()
        engine.close()
    return (end.result, "") if isinstance(end.result, ProbeReport) else (None, end.message)


def _version() -> str:
    try:
        return version("torch")
    except PackageNotFoundError:
        return ""


KERNELS = Kernels()
