"""The batches of a user: a folder with a file each."""

from __future__ import annotations

import os
from contextlib import closing, suppress
from pathlib import Path

from eyebox.batches.queue import ENDING, Queue
from eyebox_models.files.atomic_write import (
    sentence_for,
    shown,
)
from eyebox_models.protocol.errors import EyeboxError

FOLDER = "batches"
"""Below the user's data folder."""


def batches_in(folder: Path) -> list[Path]:
    """The batches in a folder, the latest first."""
    with suppress(OSError):
        return sorted(folder.glob(f"*{ENDING}"), key=lambda file: file.stat().st_mtime, reverse=True)
    return []


def batch_named(folder: Path, name: str) -> Path:
    """Raises EyeboxError where there is none."""
    file = folder / f"{name}{ENDING}"
    if os.sep in name or not file.is_file():
        raise EyeboxError(
            "no-batch", "There is no batch {name}; eyebox batch list shows them.", name=shown(name)
        )
    return file


def batch_writing(folder: Path, output: str) -> Path | None:
    """The latest batch whose results go to `output`."""
    for file in batches_in(folder):
        with suppress(EyeboxError), closing(Queue.look(file)) as queue:
            if queue.job.output == output:
                return file
    return None


def remove(file: Path) -> None:
    """Removes a batch that nobody works at, without its results. Raises EyeboxError."""
    Queue.open(file).close()
    for one in (
        file,
        *(file.with_name(file.name + end) for end in ("-wal", "-shm")),
        file.with_suffix(".lock"),
    ):
        try:
            one.unlink(missing_ok=True)
        except OSError as error:
            raise EyeboxError.of(sentence_for(error, one), str(error)) from error
