"""What is said to `eyebox batch`, and the job that it comes to."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from eyebox.batches.job import KINDS, BatchJob, load_job
from eyebox.cli.ask_options import PRECISIONS, device_name, read_schema
from eyebox.cli.documents import add_document_options
from eyebox.cli.read import KINDS as KINDS_OF_VALUES
from eyebox.cli.read import kinds_of
from eyebox.cli.terminal import Parser, number
from eyebox_models.endpoints.known import PREFIX, check_pictures
from eyebox_models.files.system_memory import cores
from eyebox_models.protocol.ask import READER, ModelRef

ENGINES = 4
"""So many readers at once, where there are as many processors: they share them, and two with one each read more than one
with two. Each takes some 200 MB."""
ACTIONS = ("list", "retry", "remove")
MODES = ("auto", "columns", "rows", "code")


def job_of(options: argparse.Namespace) -> BatchJob:
    """The job that is said: by a file, with what else is said in its place."""
    job = load_job(options.job) if options.job not in KINDS else BatchJob(options.job)
    said: dict[str, Any] = {
        "model": _model(options),
        "precision": options.precision,
        "prompt": options.prompt,
        "schema": read_schema(options.schema),
        "labels": options.labels,
        "sources": tuple(str(Path(source).absolute()) for source in options.sources),
        "output": str(Path(options.out or job.output).absolute()) if options.out or job.output else "",
    }
    kinds = {
        "device": options.device,
        "max_new_tokens": options.max_new_tokens,
        "max_pixels": options.max_pixels,
        "detail": options.detail,
        "pages": options.pages,
        "files": options.files,
        "find": [*options.find] if options.find else None,
        "mode": {"auto": "automatic"}.get(options.mode, options.mode),
    }
    job = replace(job, **{name: value for name, value in said.items() if value})
    job = replace(job, options={**job.options, **{name: value for name, value in kinds.items() if value}})
    if not job.output:
        options.parser.error("say with --out where the results go: a file (.jsonl, .csv, .xlsx) or a folder")
    return job.check()


def _model(options: argparse.Namespace) -> ModelRef | None:
    """Who does it; several servers are one reference."""
    said = options.model or ()
    if len(said) > 1:
        if not all(one.startswith(PREFIX) for one in said):
            options.parser.error(
                "only servers share the pages of a batch: --model endpoint:A --model endpoint:B"
            )
        said = [PREFIX + ",".join(one.removeprefix(PREFIX) for one in said)]
    model = ModelRef.typed(said[0]) if said else None
    if model is not None and model.kind == "endpoint":
        check_pictures(model)
    return model


def options_of(arguments: Sequence[str]) -> argparse.Namespace:
    """Reads a command line that begins a batch, or goes on with one."""
    parser = Parser(
        "batch",
        "The same work on many pages. What is done is kept: after whatever interruption --resume goes on. "
        "eyebox batch list, retry NAME and remove NAME are about batches that were begun.",
    )
    parser.actions = ACTIONS
    count = number(int, "a whole number above 0", lambda value: value >= 1)
    parser.add_argument(
        "sources",
        nargs="*",
        metavar="SRC",
        help="pictures, documents, folders, patterns, lists of such (.txt)",
    )
    parser.add_argument(
        "--job", required=True, type=_kind, metavar="|".join(KINDS), help="what is done; or a job file"
    )
    parser.add_argument("--out", metavar="PATH", help="a table (.jsonl, .csv, .xlsx) or a folder")
    parser.add_argument(
        "--model", action="append", metavar="reader|FOLDER|NAME",
        help=f"who does it ({READER}); several servers (endpoint:A, endpoint:B) share the pages",
    )  # fmt: skip
    parser.add_argument("--precision", choices=PRECISIONS, help="of the weights (auto)")
    parser.add_argument(
        "--device", type=device_name, metavar="auto|cpu|cuda|cuda:N|mps", help="where the model runs"
    )
    parser.add_argument("-p", "--prompt", metavar="PROMPT", help="what is asked about each page")
    parser.add_argument("--schema", metavar="FILE", help="a JSON schema that each answer keeps to")
    parser.add_argument(
        "--labels", type=_labels, metavar="A,B", help="what is looked for, or the fields that are read"
    )
    parser.add_argument(
        "--find",
        type=kinds_of,
        metavar="KIND,...",
        help=f"what is blacked out, instead of all of these: {', '.join(KINDS_OF_VALUES)}",
    )
    parser.add_argument(
        "--files", choices=("text", "json"), help="a file a page too, in the folder or beside the picture"
    )
    add_document_options(parser)
    parser.add_argument("--mode", choices=MODES, help="how the lines of a page are put in order (auto)")
    parser.add_argument("--max-new-tokens", type=count, metavar="N", help="end each answer after N tokens")
    parser.add_argument(
        "--max-pixels", type=count, metavar="N", help="shrink larger pictures to N pixels, for a model"
    )
    parser.add_argument(
        "--detail", choices=("full", "less"),
        help="less: fewer visual tokens, faster, unless the prompt asks for boxes or text",
    )  # fmt: skip
    parser.add_argument("--resume", action="store_true", help="go on with the batch that writes to this PATH")
    parser.add_argument("--json", action="store_true", help="print one event a line")
    parser.add_argument(
        "--cluster",
        metavar="ADDRESS",
        help="do it on Ray (host:6379, auto, or local); PATH is a folder all see",
    )
    parser.add_argument(
        "--shards",
        choices=("parquet", "jsonl"),
        default="parquet",
        help="what a cluster writes (%(default)s)",
    )
    parser.add_argument(
        "--endpoint",
        metavar="URL",
        help="a cluster asks this server (OpenAI's protocol; key in EYEBOX_ENDPOINT_KEY)",
    )
    parser.add_argument(
        "--family", metavar="F", help="how large the server's model is shown pictures (qwen3_vl)"
    )
    parser.add_argument(
        "--workers", type=count, metavar="N", help="actors on the cluster at most (what it holds)"
    )
    add_engines(parser)
    options = parser.parse_in_any_order(arguments)
    options.parser = parser
    if options.endpoint and not options.cluster:
        parser.error("--endpoint goes with --cluster")
    return options


def add_engines(parser: Parser) -> None:
    """How many readers work at once."""
    count = number(int, "a whole number above 0", lambda value: 1 <= value <= 64)
    parser.add_argument(
        "--engines",
        type=count,
        default=min(cores(), ENGINES),
        metavar="N",
        help="readers at once (%(default)s)",
    )


def _kind(text: str) -> str:
    if text not in KINDS and not text.lower().endswith(".json"):
        raise argparse.ArgumentTypeError(f"{text!r} is none of {', '.join(KINDS)}, and no job file (.json)")
    return text


def _labels(text: str) -> tuple[str, ...]:
    labels = tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
    if not labels:
        raise argparse.ArgumentTypeError("labels are names with commas between them")
    return labels
