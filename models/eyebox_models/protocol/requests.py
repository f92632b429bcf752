"""What an engine can be asked to do: one class a kind of job. Who does it stands in the table of `engine.handlers`."""

from __future__ import annotations

from dataclasses import field
from typing import ClassVar, Literal

from eyebox_models.protocol.ask import Ask, Message, Options
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.dataclass import dataclass
from eyebox_models.protocol.environment import Kind, Source
from eyebox_models.protocol.ledger import Ledger
from eyebox_models.protocol.page import Order, Page, Rect
from eyebox_models.protocol.pixels import Pixels
from eyebox_models.protocol.teaching import TeachSettings


class Request:
    """A kind of job; every class under this one may cross to an engine, by its name."""

    __slots__ = ()
    kinds: ClassVar[dict[str, type[Request]]] = {}

    def __init_subclass__(cls) -> None:
        Request.kinds[cls.__name__] = cls


@dataclass(frozen=True, slots=True)
class Read(Request):
    """Read all text of a picture; ends with a Page. `pixels`: it was decoded before, and the file is still there.

    `turns`, here and below: it is turned clockwise by so many quarters once it is upright. `ignore`: rectangles, as shares
    of the sides of the picture as it is read, 0..1, in which no line is text. `scripts`, here and below: languages, as
    Tesseract calls them, that are tried where the networks know no letters; None for all that there is data of.
    """

    path: str
    pixels: Pixels | None = None
    order: Order = "automatic"
    turns: int = 0
    ignore: tuple[Rect, ...] = ()
    scripts: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class ReadAgain(Request):
    """Read a part of a picture (None: all of it) as if it were `scale` times as large; ends with a Page.

    `part` and what is found are pixels of the upright, turned picture; blocks and order are those of the part.
    """

    path: str
    part: Rect | None = None
    scale: float = 2.0
    pixels: Pixels | None = None
    turns: int = 0
    scripts: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Answering(Request):
    """Answer a chat's last turn, loading the model first when needed; ends with an Answer."""

    ask: Ask


@dataclass(frozen=True, slots=True)
class Decode(Request):
    """Decode a picture into a file of raw pixels in `folder`; ends with Pixels.

    `smaller`: with smaller levels, for a window. `plain`: as the original models take pictures, converted to RGB by
    Pillow without transparency and profiles, where Pillow reads it.
    """

    path: str
    folder: str
    smaller: bool = True
    plain: bool = False
    turns: int = 0


@dataclass(frozen=True, slots=True)
class Measure(Request):
    """Look at a picture without decoding it; ends with PictureFacts."""

    path: str


@dataclass(frozen=True, slots=True)
class LookInto(Request):
    """Look into a PDF without opening a page; ends with DocumentFacts."""

    path: str


@dataclass(frozen=True, slots=True)
class LookIntoVideo(Request):
    """Look into a video and choose frames of it; ends with VideoFacts.

    `count` of them spread over its time, or with `scenes` where the picture changes most; `rate` a second; or those seen at
    `times`. Nothing of that: two a second, at least 4 and at most 16.
    """

    path: str
    count: int | None = None
    rate: float | None = None
    times: tuple[float, ...] = ()
    scenes: bool = False


@dataclass(frozen=True, slots=True)
class TakeText(Request):
    """Take the text that a page of a PDF carries; ends with a TextLayer."""

    path: str


@dataclass(frozen=True, slots=True)
class MakeThumbnail(Request):
    """Write a PNG of at most `size` x `size` pixels to `file`; ends with a Thumbnail."""

    path: str
    file: str
    size: int
    turns: int = 0


@dataclass(frozen=True, slots=True)
class MakeCrops(Request):
    """Write parts of a picture around `rects` (pixels of the upright, turned original) into a file in `folder`.

    One decode for all of them. Each is at most `size` x `size` pixels, with `context` around its rect as a share of
    that one's side (of a square as large). Ends with Crops, in the order of `rects`; whoever asked owns the file.
    """

    path: str
    folder: str
    rects: tuple[Rect, ...]
    size: int
    context: float = 0.2
    turns: int = 0


@dataclass(frozen=True, slots=True)
class FindEdges(Request):
    """Look for edges at most `reach` pixels from the sides of boxes of a decoded picture; ends with EdgesFound."""

    pixels: Pixels
    boxes: tuple[Rect, ...]
    reach: float = 20.0


@dataclass(frozen=True, slots=True)
class PdfPage:
    """A page of a PDF file to be written: a picture (or page of a document) and what was read on it.

    `covered` are regions of it that are blacked out, with the text in them. `turns`: see `Read`.
    """

    picture: str
    page: Page
    turns: int = 0
    covered: tuple[Rect, ...] = ()


@dataclass(frozen=True, slots=True)
class WritePdf(Request):
    """Write a searchable PDF file; ends with the number of its pages. Progress "writing" on the way.

    `pages` is a file with a packed PdfPage on each line, which whoever asks owns.
    """

    pages: str
    target: str


@dataclass(frozen=True, slots=True)
class WriteRedacted(Request):
    """Write a picture with regions blacked out, and nothing else of it, as a PNG or JPEG file by the ending of `target`."""

    path: str
    target: str
    covered: tuple[Rect, ...]
    turns: int = 0


@dataclass(frozen=True, slots=True)
class WriteBoxed(Request):
    """Write a PNG of a picture with boxes and their labels painted on it."""

    path: str
    target: str
    boxes: tuple[Box, ...]
    turns: int = 0


@dataclass(frozen=True, slots=True)
class AnsweringEach(Request):
    """Answer the same question about many pictures, as true batches; an Answered for each, in any order."""

    asks: tuple[Ask, ...]


@dataclass(frozen=True, slots=True)
class CheckGrounding(Request):
    """Load the model when needed and see where it puts boxes; ends with a GroundingReport, kept in `home` if given."""

    model: str
    options: Options = field(default_factory=Options)
    home: str = ""


@dataclass(frozen=True, slots=True)
class ReportEvaluation(Request):
    """Count what models answered and how sure that is, by the `file` of an evaluation; ends with an EvaluationReport."""

    file: str


@dataclass(frozen=True, slots=True)
class Load(Request):
    """Load a model, so that the first question finds it; nothing to do where it is loaded like that. Progress on the way."""

    model: str
    options: Options = field(default_factory=Options)


@dataclass(frozen=True, slots=True)
class Unload(Request):
    """Close the loaded model."""


@dataclass(frozen=True, slots=True)
class ListModels(Request):
    """Find all checkpoints in the hub caches, in Eyebox's folder `home` and in `folders`; ends with ModelCards.

    Their LoRAs too, and those in the folders `adapters`.
    """

    home: str
    folders: tuple[str, ...] = ()
    adapters: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Inspect(Request):
    """Look at one folder; ends with a ModelCard (whose problems say why it can't be used)."""

    folder: str


@dataclass(frozen=True, slots=True)
class Planning(Request):
    """Estimate a question about pictures of these upright sizes (width, height); ends with an Estimate.

    `folder` may be the name of a model that is offered, which is estimated by its size alone.
    `prompt_tokens` is a guess of the text's length, `new_tokens` of the answer's (None: the model's own limit).
    `pictures` are files whose sizes have to be looked at first; they come after the others. The question would be asked of
    `engine` (a lane): what that holds by the ledger counts as free. None: nobody keeps a ledger. `videos` are the width,
    height and number of their frames; a video among `pictures` has as many as `frames` says, or as are usual.
    """

    folder: str
    sizes: tuple[tuple[int, int], ...] = ()
    options: Options = field(default_factory=Options)
    prompt_tokens: int = 64
    new_tokens: int | None = None
    pictures: tuple[str, ...] = ()
    ledger: Ledger | None = None
    engine: str = "model"
    videos: tuple[tuple[int, int, int], ...] = ()
    frames: int | None = None


@dataclass(frozen=True, slots=True)
class Verify(Request):
    """Compare a folder's files with the hub's checksums kept beside them; ends with a ModelCard."""

    folder: str


@dataclass(frozen=True, slots=True)
class Convert(Request):
    """Rewrite a model in an original layout as transformers' own in the new folder `target`; ends with a ModelCard.

    Progress "converting" on the way. Nothing is left of the new folder when it fails or is stopped.
    """

    folder: str
    target: str


@dataclass(frozen=True, slots=True)
class Merge(Request):
    """Write a model with a LoRA merged into its weights, under the names it has, into the new folder `target`.

    Progress "merging" on the way; ends with a ModelCard. Nothing is left of the new folder when it fails or is stopped.
    """

    folder: str
    adapter: str
    target: str


@dataclass(frozen=True, slots=True)
class Teach(Request):
    """Teach `model` by the lessons in the file `data` (packed, one a line), into the new folder `target`; ends with a Taught.

    `resume` goes on with what was begun there, whose settings and data count; then `model` and `data` may be "".
    A stop keeps the state, from which it goes on. `only`: "check" ends once it is said what will be done, "finish" writes
    what was learned so far, with no more steps.
    """

    model: str
    data: str
    target: str
    settings: TeachSettings = field(default_factory=TeachSettings)
    resume: bool = False
    only: Literal["", "check", "finish"] = ""


@dataclass(frozen=True, slots=True)
class Quantize(Request):
    """Write a model in 16 bit with its language model in 4 bit into the new folder `target`; ends with a ModelCard.

    `chats`, each about pictures, are what GPTQ is calibrated with: drawn shapes where there are none. Progress "quantizing"
    on the way, whose first `total_bytes` is the memory it takes. Nothing is left of the new folder when it fails or is
    stopped.
    """

    folder: str
    to: Literal["gptq-int4", "nf4"]
    target: str
    chats: tuple[tuple[Message, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class PlanQuantize(Request):
    """Say what `Quantize` with so many chats would take, and what speaks against it; ends with a QuantizePlan.

    `idle_bytes` are those of a model in memory that gives way.
    """

    folder: str
    to: Literal["gptq-int4", "nf4"]
    target: str
    chats: int = 0
    idle_bytes: int = 0


@dataclass(frozen=True, slots=True)
class Download(Request):
    """Fetch a checkpoint from a hub into `home`, resuming what is there; Transfer events; ends with a ModelCard.

    Only sent when the user asked for it. Stopping keeps what came, and the same request goes on from there.
    """

    name: str
    home: str
    revision: str = "main"
    endpoint: str = ""
    proxy: str = ""


@dataclass(frozen=True, slots=True)
class AskForModels(Request):
    """Ask a server at this address what it calls its models; ends with ServerModels. `key` None: the one kept for `name`."""

    name: str
    url: str
    key: str | None = None


@dataclass(frozen=True, slots=True)
class ServeModel(Request):
    """Have the server engine serve the checkpoint in a folder, in place of what it serves; ends with Served.

    It goes on after that, until the engine that was asked ends.
    """

    folder: str


@dataclass(frozen=True, slots=True)
class Discard(Request):
    """Delete what a download of this name that never ended left in `home`; commits that are whole stay."""

    name: str
    home: str


@dataclass(frozen=True, slots=True)
class Pack(Request):
    """Write a model's folder into one file, `target`; Progress events; ends with Packed. `key`: a file with a private key."""

    folder: str
    target: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class UnpackModel(Request):
    """Unpack such a file into a new folder, or go on with it; Progress events; ends with Unpacked.

    `target` "": a folder of `home` with the model's name. `key`: a file with the public key that must have signed it.
    """

    file: str
    target: str = ""
    home: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Probe(Request):
    """Compute a little with one library, or with "packages" look at versions, with "openmp" at all their runtimes of OpenMP,
    or with "network" try to reach out; ends with a ProbeReport.

    `requirements` are what Eyebox's own metadata asks of packages; for "packages" only.
    """

    what: str
    requirements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LookAtEnvironment(Request):
    """What there is of the environment for models, added in `home` or not; ends with an EnvironmentState."""

    home: str
    kind: Kind = "models"


@dataclass(frozen=True, slots=True)
class PlanEnvironment(Request):
    """What adding it from `source` would take; connects to nobody; ends with an EnvironmentPlan."""

    home: str
    source: Source = field(default_factory=Source)
    kind: Kind = "models"


@dataclass(frozen=True, slots=True)
class AddEnvironment(Request):
    """Add it, or go on with adding it; SetupProgress events; ends with an EnvironmentState.

    Only sent when the user asked for it. Stopping keeps what came; the one before stays in use until the new one works.
    """

    home: str
    source: Source = field(default_factory=Source)
    kind: Kind = "models"


@dataclass(frozen=True, slots=True)
class RemoveEnvironment(Request):
    """Remove it from `home`, and all that an interrupted adding kept; ends with an EnvironmentState."""

    home: str
    kind: Kind = "models"
