"""One folder looked at: which family it is, what can run it here, what is wrong with it, and what a question would take."""

from __future__ import annotations

from pathlib import Path

from eyebox_models.checkpoint import read_checkpoint
from eyebox_models.families.registry import family_of
from eyebox_models.fit.admission import estimate
from eyebox_models.fit.machine import Machine, machine
from eyebox_models.fit.precision import runs
from eyebox_models.protocol.cards import Estimate, ModelCard, Origin
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.requests import Planning


def plan(request: Planning, here: Machine | None = None) -> Estimate:
    """What a question would take on this machine (or `here`). Raises EyeboxError for a folder that can't be used."""
    checkpoint = read_checkpoint(request.folder)
    if checkpoint.problems:
        raise EyeboxError.of(checkpoint.problems[0], "\n".join(checkpoint.problems))
    return estimate(checkpoint, family_of(checkpoint), request, here)


def inspect(folder: str | Path, source: Origin = "added") -> ModelCard:
    """The card of a folder, in milliseconds and without torch. Raises EyeboxError when it is no model folder at all."""
    checkpoint = read_checkpoint(folder)
    problems = list(checkpoint.problems)
    family = ""
    try:
        family = family_of(checkpoint).name
    except EyeboxError as error:
        if not problems:
            problems.append(str(error))
    return ModelCard(
        folder=str(checkpoint.folder),
        name=checkpoint.name,
        family=family,
        model_type=checkpoint.model_type,
        source=source,
        parameters=checkpoint.parameters,
        precision_on_disk=checkpoint.precision_on_disk,
        bytes_on_disk=checkpoint.bytes_on_disk,
        context_length=checkpoint.context_length,
        runs=runs(checkpoint, machine()),
        problems=tuple(problems),
        complete=checkpoint.complete,
        digest=checkpoint.digest,
    )
