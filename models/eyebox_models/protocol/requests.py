"""What an engine can be asked to do: one class a kind of job. Who does it stands in the table of `engine.handlers`.

What is asked of pictures and documents stands in `picture_requests`.
"""

from __future__ import annotations

from dataclasses import field
from typing import ClassVar, Literal

from eyebox_models.protocol.ask import Ask, Message, Options
from eyebox_models.protocol.dataclass import dataclass
from eyebox_models.protocol.environment import Kind, Source
from eyebox_models.protocol.ledger import Ledger
from eyebox_models.protocol.teaching import TeachSettings


class Request:
    """A kind of job; every class under this one may cross to an engine, by its name."""

    __slots__ = ()
    kinds: ClassVar[dict[str, type[Request]]] = {}

    def __init_subclass__(cls) -> None:
        Request.kinds[cls.__name__] = cls


@dataclass(frozen=True, slots=True)
class Answering(Request):
    """Answer a chat's last turn, loading the model first when needed; ends with an Answer."""

    ask: Ask


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
