"""Results of probes: plain values that cross to the doctor."""

from __future__ import annotations

from eyebox_models.protocol.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Tried:
    """One small computation on one device. `error` is "" when its result was right."""

    what: str
    device: str
    error: str = ""


@dataclass(frozen=True, slots=True)
class ProbedCard:
    """A card as torch sees it. `kernels`: this torch was built with code that runs on it."""

    name: str
    index: int
    capability: tuple[int, int]
    total_bytes: int
    kernels: bool


@dataclass(frozen=True, slots=True)
class Conflict:
    """A package that asks for another version than there is (`found` is "" when that is not installed)."""

    who: str
    needs: str
    found: str


@dataclass(frozen=True, slots=True)
class ProbeReport:
    """What one probe found. `error` is what importing it raised ("" when it worked); `python` runs the models.

    `details` are details by name: "cuda" is what torch was built for, "library" the native part of bitsandbytes, and so on.
    """

    what: str
    installed: bool = True
    version: str = ""
    error: str = ""
    python: str = ""
    tried: tuple[Tried, ...] = ()
    details: tuple[tuple[str, str], ...] = ()
    cards: tuple[ProbedCard, ...] = ()
    runtimes: tuple[str, ...] = ()
    packages: tuple[tuple[str, str], ...] = ()
    conflicts: tuple[Conflict, ...] = ()

    def detail(self, name: str) -> str:
        """A detail by its name, "" where there is none."""
        return dict(self.details).get(name, "")

    @property
    def failures(self) -> tuple[Tried, ...]:
        """The computations that failed, or whose result was wrong."""
        return tuple(one for one in self.tried if one.error)
