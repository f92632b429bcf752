"""Requests to an engine, and the packing of values into one line of JSON each.

A value becomes an object with its class name under "is" and its fields; only the classes listed here pass.
"""

from __future__ import annotations

import types
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from eyebox_models.protocol import ask, box, cards, environment, page
from eyebox_models.protocol import probe as report

VERSION = 1


@dataclass(frozen=True, slots=True)
class Hello:
    """The first message of an engine."""

    version: int
    role: str
    pid: int


@dataclass(frozen=True, slots=True)
class Read:
    """Read all text of a picture; ends with a Page. `pixels`: it was decoded before, and the file is still there."""

    path: str
    pixels: ask.Pixels | None = None


@dataclass(frozen=True, slots=True)
class Answering:
    """Answer a chat's last turn, loading the model first when needed; ends with an Answer."""

    ask: ask.Ask


@dataclass(frozen=True, slots=True)
class Decode:
    """Decode a picture into a file of raw pixels in `folder`; ends with Pixels.

    `smaller`: with smaller levels, for a window. `plain`: as the original models take pictures, converted to RGB by
    Pillow without transparency and profiles, where Pillow reads it.
    """

    path: str
    folder: str
    smaller: bool = True
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Measure:
    """Look at a picture without decoding it; ends with PictureFacts."""

    path: str


@dataclass(frozen=True, slots=True)
class MakeThumbnail:
    """Write a PNG of at most `size` x `size` pixels to `file`; ends with a Thumbnail."""

    path: str
    file: str
    size: int


@dataclass(frozen=True, slots=True)
class AnsweringEach:
    """Answer the same question about many pictures, as true batches; an Answered for each, in any order."""

    asks: tuple[ask.Ask, ...]


@dataclass(frozen=True, slots=True)
class CheckGrounding:
    """Load the model when needed and see where it puts boxes; ends with a GroundingReport, kept in `home` if given."""

    model: str
    options: ask.Options = field(default_factory=ask.Options)
    home: str = ""


@dataclass(frozen=True, slots=True)
class Unload:
    """Close the loaded model."""


@dataclass(frozen=True, slots=True)
class ListModels:
    """Find all checkpoints in the hub caches, in Eyebox's folder `home` and in `folders`; ends with ModelCards."""

    home: str
    folders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Inspect:
    """Look at one folder; ends with a ModelCard (whose problems say why it can't be used)."""

    folder: str


@dataclass(frozen=True, slots=True)
class InMemory:
    """A model that another engine holds, and gives back before it loads one."""

    model: str
    precision: str
    device: str


@dataclass(frozen=True, slots=True)
class Planning:
    """Foresee a question about pictures of these upright sizes (width, height); ends with an Estimate.

    `prompt_tokens` is a guess of the text's length, `new_tokens` of the answer's (None: the model's own limit).
    `pictures` are files whose sizes have to be looked at first; they come after the others. What `held` takes counts as
    free.
    """

    folder: str
    sizes: tuple[tuple[int, int], ...] = ()
    options: ask.Options = field(default_factory=ask.Options)
    prompt_tokens: int = 64
    new_tokens: int | None = None
    pictures: tuple[str, ...] = ()
    held: InMemory | None = None


@dataclass(frozen=True, slots=True)
class Verify:
    """Compare a folder's files with the hub's checksums kept beside them; ends with a ModelCard."""

    folder: str


@dataclass(frozen=True, slots=True)
class Convert:
    """Rewrite a model in an original layout as transformers' own in the new folder `target`; ends with a ModelCard.

    Progress "converting" on the way. Nothing is left of the new folder when it fails or is stopped.
    """

    folder: str
    target: str


@dataclass(frozen=True, slots=True)
class Merge:
    """Write a model with a LoRA merged into its weights, under the names it has, into the new folder `target`.

    Progress "merging" on the way; ends with a ModelCard. Nothing is left of the new folder when it fails or is stopped.
    """

    folder: str
    adapter: str
    target: str


@dataclass(frozen=True, slots=True)
class Download:
    """Fetch a checkpoint from a hub into `home`, resuming what is there; Transfer events; ends with a ModelCard.

    Only sent when the user asked for it. Stopping keeps what came, and the same request goes on from there.
    """

    name: str
    home: str
    revision: str = "main"
    endpoint: str = ""
    proxy: str = ""


@dataclass(frozen=True, slots=True)
class Discard:
    """Delete what a download of this name that never ended left in `home`; commits that are whole stay."""

    name: str
    home: str


@dataclass(frozen=True, slots=True)
class Probe:
    """Compute a little with one library (see `probe.report.What`); ends with a ProbeReport.

    `requirements` are what Eyebox's own metadata asks of packages; for "packages" only.
    """

    what: str
    requirements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LookAtEnvironment:
    """What there is of the environment for models, added in `home` or not; ends with an EnvironmentState."""

    home: str


@dataclass(frozen=True, slots=True)
class PlanEnvironment:
    """What adding it from `source` would take; connects to nobody; ends with an EnvironmentPlan."""

    home: str
    source: environment.Source = field(default_factory=environment.Source)


@dataclass(frozen=True, slots=True)
class AddEnvironment:
    """Add it, or go on with adding it; SetupProgress events; ends with an EnvironmentState.

    Only sent when the user asked for it. Stopping keeps what came; the one before stays in use until the new one works.
    """

    home: str
    source: environment.Source = field(default_factory=environment.Source)


@dataclass(frozen=True, slots=True)
class RemoveEnvironment:
    """Remove it from `home`, and all that an interrupted adding kept; ends with an EnvironmentState."""

    home: str


Request = (
    Probe
    | Read
    | Answering
    | AnsweringEach
    | CheckGrounding
    | Decode
    | Measure
    | MakeThumbnail
    | Unload
    | ListModels
    | Inspect
    | Planning
    | Verify
    | Convert
    | Merge
    | Download
    | Discard
    | LookAtEnvironment
    | PlanEnvironment
    | AddEnvironment
    | RemoveEnvironment
)

_CLASSES: dict[str, type] = {
    cls.__name__: cls
    for cls in (
        Hello, Read, Answering, AnsweringEach, CheckGrounding, Decode, Measure, MakeThumbnail, Unload,
        ListModels, Inspect, InMemory, Planning, Verify, Convert, Merge, Download, Discard,
        Probe, report.ProbeReport, report.Tried, report.ProbedCard, report.Conflict,
        LookAtEnvironment, PlanEnvironment, AddEnvironment, RemoveEnvironment,
        environment.Source, environment.EnvironmentState, environment.EnvironmentPlan, environment.SetupProgress,
        box.Box, page.Word, page.Line, page.Page,
        ask.Picture, ask.Message, ask.Options, ask.Ask, ask.Progress, ask.TextDelta, ask.BoxFound,
        ask.LinesFound, ask.ImageInfo, ask.Answer, ask.Level, ask.Pixels, ask.PictureFacts, ask.Thumbnail, ask.End,
        ask.Note, ask.Answered,
        cards.ModelCard, cards.ModelCards, cards.Offer, cards.Estimate, cards.GroundingReport, cards.Transfer,
    )
}  # fmt: skip

_FORMER = {"Seen": "ImageInfo"}
"""Names that classes had when older sessions were stored."""


def pack(value: Any) -> Any:
    """A value as plain JSON data."""
    if is_dataclass(value) and not isinstance(value, type):
        return {"is": type(value).__name__} | {f.name: pack(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple | list):
        return [pack(item) for item in value]
    return value


def unpack(data: Any) -> Any:
    """The value that `pack` made `data` from. Raises ValueError for what is not such a value."""
    name = str(data.get("is")) if isinstance(data, dict) else ""
    cls = _CLASSES.get(_FORMER.get(name, name))
    if cls is None:
        raise ValueError(f"not a message: {str(data)[:200]}")
    return _build(cls, data)


@cache
def _hints(cls: type) -> dict[str, Any]:
    return get_type_hints(cls)


def _build(cls: type, data: dict[str, Any]) -> Any:
    hints = _hints(cls)
    try:
        return cls(**{name: _convert(hints[name], value) for name, value in data.items() if name in hints})
    except TypeError as error:
        raise ValueError(f"not a {cls.__name__}: {error}") from error


def _convert(hint: Any, value: Any) -> Any:
    if isinstance(value, dict):
        return unpack(value)
    origin = get_origin(hint)
    if isinstance(value, list):
        if origin in (Union, types.UnionType):
            hint = next((arm for arm in get_args(hint) if get_origin(arm) is tuple), None)
        if get_origin(hint) is not tuple:
            raise ValueError(f"a list where none belongs: {str(value)[:200]}")
        arms = get_args(hint)
        inner = [arms[0]] * len(value) if len(arms) == 2 and arms[1] is Ellipsis else arms
        if len(inner) != len(value):
            raise ValueError(f"expected {len(inner)} items, got {len(value)}")
        return tuple(_convert(arm, item) for arm, item in zip(inner, value, strict=True))
    if origin is Literal and value not in get_args(hint):
        raise ValueError(f"{value!r} is none of {get_args(hint)}")
    return value
