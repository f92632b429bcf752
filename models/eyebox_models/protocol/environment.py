"""The environment for models: values that cross between a window and an engine."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from eyebox_models.protocol.dataclass import dataclass

Place = Literal["", "own", "carried", "added"]
"""Where model engines run: nowhere yet, in the program's own Python, in the environment that came with the program, or
in one that was added from inside."""

Kind = Literal["models", "server"]
"""Which environment: the one that model engines run in, or the one of the server engine (vLLM)."""

Stage = Literal["python", "resolving", "fetching", "installing", "checking"]


@dataclass(frozen=True, slots=True)
class Source:
    """Where an environment comes from.

    `wheels` is a folder or the address of an index ("" for PyPI), `torch` the address of PyTorch's indexes ("" for
    download.pytorch.org), `python` a folder or an address with standalone Pythons ("" for uv's own), `proxy` an address.
    `build` is the build of torch, like "cu130" or "cpu" ("" for the one that suits this machine).
    """

    wheels: str = ""
    torch: str = ""
    python: str = ""
    proxy: str = ""
    build: str = ""


@dataclass(frozen=True, slots=True)
class EnvironmentState:
    """What there is. Sizes in bytes; `kept_bytes` is what an adding that was interrupted has kept.

    `packages` are names with versions; `problem` is a sentence when the environment is there but can't be used.
    """

    place: Place
    folder: str = ""
    python: str = ""
    build: str = ""
    packages: tuple[tuple[str, str], ...] = ()
    bytes_on_disk: int = 0
    kept_bytes: int = 0
    problem: str = ""


@dataclass(frozen=True, slots=True)
class EnvironmentPlan:
    """What adding it would take, worked out without any connection. Sizes in bytes, about.

    `why` says in a sentence which build of torch suits this machine, `python` which Python it gets, `hosts` who would
    be contacted (nobody with a folder of wheels), `problem` why it can't be added ("" when it can). `wheels` is how many a
    folder holds for this machine, `unchecked` how many of these have no checksum there to be compared with.
    """

    build: str
    why: str
    python: str
    download_bytes: int
    disk_bytes: int
    free_bytes: int
    hosts: tuple[str, ...] = ()
    problem: str = ""
    wheels: int = 0
    unchecked: int = 0


@dataclass(frozen=True, slots=True)
class SetupProgress:
    """How far the adding is. Bytes count in `fetching` only; `package` is the file or package at hand."""

    stage: Stage
    done_bytes: int = 0
    total_bytes: int = 0
    bytes_per_second: float = 0.0
    seconds_left: float | None = None
    package: str = ""


OnProgress = Callable[[SetupProgress], None]
"""Called with the progress of adding an environment."""
