"""What a batch does: a job file, read and written as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, field, fields, replace
from pathlib import Path
from typing import Any, Literal, get_args

from eyebox_models.files.atomic_write import reading, save_file, shown
from eyebox_models.files.regular_file import read_regular
from eyebox_models.protocol.ask import READER, ModelRef, Options
from eyebox_models.protocol.dataclass import dataclass
from eyebox_models.protocol.errors import EyeboxError

Kind = Literal["read", "ask", "table", "extract", "ground", "redact", "pdf"]
KINDS: tuple[Kind, ...] = get_args(Kind)
BY_READER: tuple[Kind, ...] = ("read", "table", "redact", "pdf")
"""What only the built-in reader does."""
MARK = "eyebox-batch"
"""Key of a job file that holds the number of its format."""
FORMAT = 1
LARGEST = 4_000_000

OPTIONS: Mapping[str, type | tuple[type, ...]] = {
    "device": str,
    "max_new_tokens": int,
    "max_pixels": int,
    "detail": str,
    "system": str,
    "mode": str,
    "scripts": list,
    "pages": str,
    "find": list,
    "files": str,
    "full_resolution": bool,
    "format": str,
}
"""What `options` may hold. `mode`: the order of a page (`Order`). `scripts`: of the user's texts. `pages` of documents, as
"1-3,7". `find`: kinds of values that are blacked out. `files`: format of a file a page, besides the table.
`full_resolution`: pages are read as large as they are. `format` of the table where its name does not say it."""


@dataclass(frozen=True, slots=True)
class BatchJob:
    """One kind of work on many pages.

    `schema` is the text of a JSON schema, `labels` what is looked for (ground) or the fields that are read (extract).
    `sources` are paths of pictures, documents, folders and lists, or patterns; `output` is a file (one table) or a folder.
    A preset has a `title` and may have a `note` on what its answers are not; it is a job file without sources and output.
    A job file holds no command that would be started.
    """

    kind: Kind = "read"
    model: ModelRef = READER
    precision: str = "auto"
    prompt: str = ""
    schema: str = ""
    labels: tuple[str, ...] = ()
    options: Mapping[str, Any] = field(default_factory=dict)
    sources: tuple[str, ...] = ()
    output: str = ""
    title: str = ""
    note: str = ""

    @property
    def reads(self) -> bool:
        """Whether pages are read, rather than asked about."""
        return self.kind in BY_READER or (self.kind in ("extract", "ground") and self.model == READER)

    def generation(self) -> Options:
        """How a model is loaded and answers: the likeliest token each time, so that answers are the same again."""
        return Options(
            precision=self.precision,
            device=self.options.get("device", "auto"),
            max_new_tokens=self.options.get("max_new_tokens"),
            max_pixels=self.options.get("max_pixels"),
            detail=self.options.get("detail", "full"),
            system=self.options.get("system"),
            schema=self.schema or _schema_of_fields(self) or None,
        )

    def check(self) -> BatchJob:
        """The same job. Raises EyeboxError where it says too little or what does not go together."""
        if self.kind not in KINDS:
            raise EyeboxError(
                "batch-kind", "There is no job {kind}: choose one of {kinds}.",
                kind=shown(self.kind), kinds=", ".join(KINDS),
            )  # fmt: skip
        if self.kind in BY_READER and self.model != READER:
            raise EyeboxError(
                "batch-reader-only", "The job {kind} is done by the built-in reader: leave the model out.",
                kind=self.kind,
            )  # fmt: skip
        if self.schema and self.kind in ("ask", "extract") and self.model == READER:
            raise EyeboxError(
                "batch-schema-reader",
                "A schema needs a vision-language model: choose one, or leave the schema out.",
            )
        if self.kind == "ask" and not self.prompt.strip():
            raise EyeboxError("batch-no-prompt", "Say what is to be asked about each page.")
        if self.kind == "extract" and not (self.labels or self.schema):
            raise EyeboxError("batch-no-fields", "Name the fields that are to be read of each page.")
        if self.kind == "ground" and not (self.labels or self.prompt.strip()):
            raise EyeboxError("batch-no-labels", "Name what is to be found on each page.")
        self._check_options()
        return self

    def _check_options(self) -> None:
        for name, value in self.options.items():
            if name not in OPTIONS or not isinstance(value, OPTIONS[name]):
                raise EyeboxError(
                    "batch-option", "The job says something that this Eyebox does not know: {name}.", name=shown(name)
                )  # fmt: skip

    def to_json(self) -> dict[str, Any]:
        """As it stands in a file; what is not said is left out."""
        data: dict[str, Any] = {MARK: FORMAT}
        for name, value in asdict(self).items():
            if value or name == "kind":
                data[name] = list(value) if isinstance(value, tuple) else value
        if self.schema:
            data["schema"] = json.loads(self.schema)
        return data

    @classmethod
    def from_json(cls, data: Any, name: str = "The job", *, checks: bool = True) -> BatchJob:
        """Raises EyeboxError, with `name` in it, for what is no job, or where it `checks`, is none that can be begun."""
        wrong = EyeboxError("batch-no-job", "{name} is no job file of Eyebox.", name=name)
        if not isinstance(data, dict) or not isinstance(data.get(MARK), int):
            raise wrong
        if data[MARK] > FORMAT:
            raise EyeboxError(
                "batch-newer", "{name} was written by a newer Eyebox: update Eyebox.", name=name
            )
        known: dict[str, Any] = {}
        for one in fields(cls):
            value = data.get(one.name)
            if value is None:
                continue
            if one.name == "schema":
                value = json.dumps(value, ensure_ascii=False)
            elif one.name in ("labels", "sources"):
                if not isinstance(value, list) or not all(isinstance(part, str) for part in value):
                    raise wrong
                value = tuple(value)
            elif not isinstance(value, dict if one.name == "options" else str):
                raise wrong
            known[one.name] = value
        job = cls(**known)
        job = replace(job, model=ModelRef(job.model))
        job._check_options()
        return job.check() if checks else job


def load_job(file: str | Path, *, checks: bool = True) -> BatchJob:
    """Raises EyeboxError; a preset need not hold all that a job needs, and is not to be checked."""
    with reading(file):
        data = json.loads(read_regular(file, LARGEST).decode("utf-8-sig"))
    return BatchJob.from_json(data, shown(file), checks=checks)


def save_job(job: BatchJob, file: str | Path) -> None:
    """Raises EyeboxError."""
    save_file(file, json.dumps(job.to_json(), ensure_ascii=False, indent=2) + "\n")


def _schema_of_fields(job: BatchJob) -> str:
    """That a model's answer has these fields, each a text or nothing."""
    if job.kind != "extract" or not job.labels:
        return ""
    properties = {label: {"type": ["string", "null"]} for label in job.labels}
    schema = {
        "type": "object", "properties": properties, "required": [*job.labels], "additionalProperties": False,
    }  # fmt: skip
    return json.dumps(schema, ensure_ascii=False)
