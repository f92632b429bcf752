"""Everything the doctor looked at, as plain values. `judge` decides on them; tests make whole broken machines of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from eyebox_models.fit.machine import Accelerator
from eyebox_models.probe.kernels import Found
from eyebox_models.protocol.probe import Conflict, ProbeReport

Edition = Literal["source", "installed", "program"]
"""From a folder of sources, as a package of a Python, or the frozen program."""
Vendor = Literal["nvidia", "amd", "intel"]
Ending = Literal["done", "crashed", "hung", "stopped"]


@dataclass(frozen=True, slots=True)
class About:
    """Eyebox itself and the system it runs on.

    `command` starts Eyebox, `python` is the Python it runs in, `sources` its folder where it is installed from one.
    `distribution` is the ID of /etc/os-release, `like` what that is like.
    """

    version: str = "0"
    edition: Edition = "installed"
    command: str = "eyebox"
    python: str = "python3"
    python_version: tuple[int, int, int] = (3, 11, 0)
    sources: str = ""
    system: Literal["linux", "win32", "darwin", "other"] = "linux"
    name: str = ""
    kernel: str = ""
    architecture: str = "x86_64"
    distribution: str = ""
    like: tuple[str, ...] = ()
    wsl: bool = False
    container: bool = False
    user: str = ""


@dataclass(frozen=True, slots=True)
class Packages:
    """What Eyebox itself runs on: names with versions, what is missing, and what does not fit."""

    installed: tuple[tuple[str, str], ...] = ()
    missing: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    requirements: tuple[str, ...] = ()

    def version(self, name: str) -> str:
        """The version of a package, "" where it is not there."""
        return dict(self.installed).get(name, "")


@dataclass(frozen=True, slots=True)
class Computer:
    """The processor and the memory. Bytes; `limit` is that of a container (0: none), `flags` are instruction sets."""

    processor: str = ""
    cores: int = 1
    flags: frozenset[str] = frozenset()
    memory: int = 0
    available: int = 0
    installed: int = 0

    @property
    def limited(self) -> bool:
        """Whether a container may use less than the machine has."""
        return 0 < self.memory < self.installed * 0.95


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder that is used. `nearest` is the one that exists, itself or above; `owner` is that one's. Bytes."""

    name: str
    path: str
    nearest: str = ""
    is_folder: bool = True
    writable: bool = True
    owner: str = ""
    read_only: bool = False
    no_programs: bool = False
    free: int = 0
    there: bool = True


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen: its size in pixels, scale and refresh rate."""

    name: str
    width: int
    height: int
    scale: float = 1.0
    refresh: float = 60.0


@dataclass(frozen=True, slots=True)
class Window:
    """Whether Qt starts here, by a process that tried. `server` is what shows windows ("" where nothing does).

    `ending` and `error` are those of the process; `chinese` and `japanese` are fonts; `portal` is the version of the desktop's
    Screenshot portal (0: none, -1: not asked); `input_method` is what is asked for and `inputs` what Qt has.
    """

    server: Literal["", "wayland", "x11", "system"] = ""
    display: str = ""
    desktop: str = ""
    ending: Ending = "done"
    error: str = ""
    qt: str = ""
    platform: str = ""
    screens: tuple[Screen, ...] = ()
    chinese: tuple[str, ...] = ()
    japanese: tuple[str, ...] = ()
    icons: bool = True
    translations: bool = True
    portal: int = -1
    input_method: str = ""
    inputs: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Engine:
    """An engine that was started and given a small job. `answer` is what it answered, in a few words."""

    role: str
    ending: Ending = "done"
    answer: str = ""
    message: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Cards:
    """Graphics cards: those on the bus (vendor, the driver that holds it), and what NVIDIA's driver says.

    `hidden_by` is the value of CUDA_VISIBLE_DEVICES (None: not set); `devices` whether /dev has NVIDIA's files.
    """

    bus: tuple[tuple[Vendor, str], ...] = ()
    usable: tuple[Accelerator, ...] = ()
    driver: str = ""
    driver_cuda: tuple[int, int] = (0, 0)
    hidden_by: str | None = None
    devices: bool = False
    driver_loaded: bool = False
    secure_boot: bool = False
    build: str = "cpu"
    """The build of torch that suits these."""

    @property
    def nvidia(self) -> int:
        """How many NVIDIA cards are on the bus."""
        return sum(vendor == "nvidia" for vendor, _driver in self.bus)

    @property
    def cuda(self) -> tuple[Accelerator, ...]:
        """NVIDIA's cards that the driver offers."""
        return tuple(card for card in self.usable if card.kind == "cuda")


@dataclass(frozen=True, slots=True)
class Probed:
    """How a probe ended: with its report, or by a crash or its time limit. `words` say how, `detail` is its log's tail."""

    what: str
    report: ProbeReport | None = None
    ending: Ending = "done"
    words: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Models:
    """What model engines run in: `place` as `environment.values.Place` names it, and the probes done there."""

    place: str = ""
    folder: str = ""
    probes: tuple[Probed, ...] = ()

    def probe(self, what: str) -> Probed | None:
        """A probe by its name."""
        return next((one for one in self.probes if one.what == what), None)

    def report(self, what: str) -> ProbeReport | None:
        """The report of a probe that ended by itself."""
        one = self.probe(what)
        return one.report if one is not None else None


@dataclass(frozen=True, slots=True)
class Kernels:
    """What torch computes with on the processor: whether MKL's fast kernels `suits` this one, the value of the variable
    that chooses ("": none), and what was found about them (None: nothing yet)."""

    suits: bool
    variable: str = ""
    found: Found | None = None


@dataclass(frozen=True, slots=True)
class Scripts:
    """What reads scripts that the reader's networks lack: whether it is `installed`, else the command that is `adding` it,
    codes of the languages there is data of, and files that are no such data."""

    installed: bool
    adding: str = ""
    languages: tuple[str, ...] = ()
    damaged: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """A whole machine."""

    about: About = field(default_factory=About)
    packages: Packages = field(default_factory=Packages)
    computer: Computer = field(default_factory=Computer)
    folders: tuple[Folder, ...] = ()
    window: Window = field(default_factory=Window)
    engines: tuple[Engine, ...] = ()
    cards: Cards = field(default_factory=Cards)
    models: Models = field(default_factory=Models)
    network: tuple[Probed, ...] = ()
    kernels: Kernels | None = None
    scripts: Scripts | None = None
    variables: tuple[tuple[str, str], ...] = ()
    """Variables of the environment that change how libraries are loaded."""
