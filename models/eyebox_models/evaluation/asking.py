"""What a model is asked for a sample, and what stands for that question when its answer is kept."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from eyebox_models.checkpoint.family_info import QUESTION
from eyebox_models.checkpoint.find import folder_of
from eyebox_models.evaluation.samples import Sample, Task
from eyebox_models.files.document_page import file_of
from eyebox_models.files.regular_file import is_regular, read_regular
from eyebox_models.protocol.ask import Ask, Message, ModelRef, Options, Picture
from eyebox_models.protocol.errors import EyeboxError

SMALL = 1_000_000
"""Files up to so many bytes stand for themselves, larger ones for their size and time of change."""


def grounding_question(model: str) -> str:
    """How the family of a model is asked for boxes, with {shapes} in it."""
    from eyebox_models.families.registry import checkpoint_at, info_of, named_family

    info = named_family(model)
    folder = folder_of(model) if info is None else None
    if folder is not None:
        try:
            info = info_of(checkpoint_at(folder))
        except EyeboxError:
            return QUESTION
    return info.question if info is not None else QUESTION


def ask_for(sample: Sample, task: Task, model: ModelRef, options: Options, grounding: str) -> Ask:
    """The question of one sample, to be answered greedily."""
    message = Message("user", (Picture(sample.picture, sample.turns), sample.prompt(task, grounding)))
    return Ask((message,), model, options)


def greedy(
    precision: str, device: str = "auto", max_new_tokens: int | None = None, max_pixels: int | None = None
) -> Options:
    """How answers are made that are to be compared: the likeliest token each time, so that they are the same again."""
    return Options(
        precision=precision,
        device=device,
        temperature=0.0,
        num_beams=1,
        max_new_tokens=max_new_tokens,
        max_pixels=max_pixels,
    )


def digest_of_model(model: str) -> str:
    """What stands for a model's weights: it changes when its files do."""
    if model == "reader":
        return model
    folder = folder_of(model)
    named = Path(model.partition(":")[2]) if ":" in model else None
    files = [named] if named is not None else []
    digest = hashlib.sha256(model.encode("utf-8", "surrogatepass"))
    with suppress(OSError):  # whoever loads it says what is wrong
        if folder is not None:
            files = sorted(folder.iterdir())
        for file in files:
            if is_regular(file):
                facts = file.stat()
                digest.update(f"\n{file.name} {facts.st_size} ".encode("utf-8", "surrogatepass"))
                small = facts.st_size <= SMALL
                digest.update(read_regular(file, SMALL) if small else str(facts.st_mtime_ns).encode("ascii"))
    return digest.hexdigest()


def key_of_run(model: str, digest: str, task: Task, options: Options) -> str:
    """What stands for all that makes an answer what it is, but for picture and question."""
    return _short([model, digest, "read" if task == "read" and model == "reader" else "ask", asdict(options)])


def key_of_question(ask: Ask) -> str:
    """What stands for a picture as it is now and what is asked about it. Raises OSError where there is no such picture."""
    facts = [(one, Path(file_of(one.path)).stat()) for one in ask.shown]
    return _short(
        [ask.question, *((one.path, one.turns, stat.st_size, stat.st_mtime_ns) for one, stat in facts)]
    )


def _short(value: object) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode("ascii")).hexdigest()[:32]
