"""Answers that are kept as they come, so that an evaluation that was interrupted goes on where it was."""

from __future__ import annotations

import json
import os
from contextlib import ExitStack, suppress
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from eyebox_models.evaluation.samples import Given, as_line, from_line
from eyebox_models.files.atomic_write import file_lock, make_private, private_opener, sentence_for
from eyebox_models.protocol.errors import EyeboxError


class KeptAnswers:
    """The answers of one model at one precision: a line of JSON each, on the disk before the next one comes.

    One process at a time writes; a line that was cut when the power went is passed over and asked again.
    """

    def __init__(self, folder: Path, key: str) -> None:
        self._file = folder / f"{key}.jsonl"
        self._known: dict[str, Given] = {}
        self._out: BinaryIO | None = None
        self._exits = ExitStack()

    def __enter__(self) -> KeptAnswers:
        """Raises EyeboxError where another process is at it, or the folder may not be written."""
        try:
            make_private(self._file.parent)
            if not self._exits.enter_context(file_lock(self._file.with_suffix(".lock"))):
                raise EyeboxError(
                    "evaluation-elsewhere",
                    "This model is being evaluated by another Eyebox; wait until that has ended, or pause it.",
                )
            self._known = read_kept(self._file)
            self._out = self._exits.enter_context(open(self._file, "ab", opener=private_opener))
            if self._out.tell() and not self._file.read_bytes().endswith(b"\n"):
                self._out.write(b"\n")
        except OSError as error:
            self._exits.close()
            raise EyeboxError.of(sentence_for(error, self._file), str(error)) from error
        except BaseException:
            self._exits.close()
            raise
        return self

    def __exit__(self, *_error: type[BaseException] | BaseException | TracebackType | None) -> None:
        with suppress(OSError):  # what could not be written has been said
            self._exits.close()

    def get(self, key: str) -> Given | None:
        """The answer to this question, if it was answered; one that failed is to be asked again."""
        found = self._known.get(key)
        return found if found is not None and not found.failed else None

    def add(self, key: str, given: Given, *, synced: bool = True) -> None:
        """Keeps an answer, safe from whatever happens to this process, and if `synced` from the power going too.

        Raises EyeboxError where it can't be written.
        """
        assert self._out is not None
        line = json.dumps(as_line(replace(given, id=key)), ensure_ascii=True)
        try:
            self._out.write(line.encode("ascii") + b"\n")
            self._out.flush()
            if synced:
                os.fsync(self._out.fileno())
        except OSError as error:
            raise EyeboxError.of(sentence_for(error, self._file), str(error)) from error
        self._known[key] = given

    def all(self, keys: dict[str, str]) -> dict[str, Given]:
        """What there is, failed ones too, by the samples' own ids; `keys` are those of their questions."""
        return {name: replace(self._known[key], id=name) for name, key in keys.items() if key in self._known}


def read_kept(file: Path) -> dict[str, Given]:
    """The answers in a file by their keys, the latest of each. Raises OSError for one that is there and can't be read."""
    known: dict[str, Given] = {}
    try:
        lines = file.read_bytes().splitlines()
    except FileNotFoundError:
        return known
    for line in lines:
        try:
            given = from_line(json.loads(line))
        except (ValueError, TypeError, KeyError, IndexError, AttributeError):
            continue
        known[given.id] = given
    return known
