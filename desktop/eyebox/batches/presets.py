"""Jobs to begin with: those that come with the program, and those that the user made, each a job file."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from functools import cache
from pathlib import Path

from eyebox.batches.job import BatchJob, load_job, save_job
from eyebox_models.files.atomic_write import file_stem, make_private, sentence_for
from eyebox_models.protocol.errors import EyeboxError
from eyebox_resources import path

LANGUAGES = ("en", "de", "ja", "zh")
FOLDER = "batch-presets"
"""Below the user's data folder."""


@cache
def built_in(language: str) -> tuple[BatchJob, ...]:
    """Those that come along, in a language ("en", "zh_CN" ...); English for one that there is no set for."""
    short = language[:2].lower()
    name = short if short in LANGUAGES else LANGUAGES[0]
    return tuple(
        BatchJob.from_json(row, checks=False)
        for row in json.loads(path("batches", f"{name}.json").read_text("utf-8"))
    )


def own(folder: Path) -> list[BatchJob]:
    """Those of the user by their titles; a file that is none is left out."""
    found = []
    for file in sorted(folder.glob("*.json")):
        with suppress(EyeboxError):
            found.append(load_job(file, checks=False))
    return found


def keep(folder: Path, job: BatchJob, title: str) -> None:
    """Keeps a job as a preset, in the place of one with this title. Raises EyeboxError."""
    try:
        make_private(folder)
    except OSError as error:
        raise EyeboxError.of(sentence_for(error, folder), str(error)) from error
    save_job(as_preset(job, title), folder / f"{file_stem(title)}.json")


def forget(folder: Path, title: str) -> None:
    """Removes a preset of the user."""
    with suppress(OSError):
        (folder / f"{file_stem(title)}.json").unlink()


def as_preset(job: BatchJob, title: str) -> BatchJob:
    """What of a job another one can begin with: neither sources nor output."""
    return replace(job, title=title, sources=(), output="")
