"""Whether a new environment works: its own Python imports what models need and computes a little."""

from __future__ import annotations

import json
import os
from importlib.metadata import distributions
from pathlib import Path
from threading import Event

from eyebox_models.environment.place import COMPILED, packages_of, python_of
from eyebox_models.environment.uv import Failed, run
from eyebox_models.protocol.errors import EyeboxError, Sentence

LIMIT = 600.0
"""Seconds that the first import may take; a cold disk and many files make it slow."""

_CODE = """
import json, importlib.util, sys
import torch
if float((torch.ones(2, 3) @ torch.ones(3, 2)).sum()) != 12.0:
    sys.exit("torch computes wrongly")
import transformers, numpy, PIL
for name in ("torchvision", "accelerate", "bitsandbytes", "llguidance", "huggingface_hub"):
    if importlib.util.find_spec(name) is not None:
        __import__(name)
cuda = getattr(getattr(torch, "version", None), "cuda", None)
mps = sys.platform == "darwin"
print("\\n" + json.dumps("cu" + cuda.replace(".", "")[:3] if cuda else "mps" if mps else "cpu"))
"""


def check(environment: Path, stop: Event) -> str:
    """The build of torch, as torch tells it. Raises EyeboxError with what is wrong, Stopped."""
    values = {"HF_HUB_OFFLINE": "1", "USE_HUB_KERNELS": "0", "PYTHONDONTWRITEBYTECODE": ""}
    try:
        compiled = f"pycache_prefix={environment.parent / COMPILED}"  # where engines find it later
        said = run([str(python_of(environment)), "-I", "-X", compiled, "-c", _CODE], stop, values, LIMIT)
        return str(json.loads(said.strip().splitlines()[-1]))
    except Failed as failure:
        lines = [line for line in str(failure).splitlines() if line.strip()]
        reason = lines[-1].strip()[:300] if lines else Sentence("without-a-word", "it ended without a word")
        raise EyeboxError(
            "engine-does-not-work",
            "The new model engine does not work ({reason}) and was not put in place: try another build "
            "or another source.",
            detail=str(failure),
            reason=reason,
        ) from failure
    except (ValueError, IndexError) as error:
        raise EyeboxError(
            "engine-does-not-answer",
            "The new model engine does not answer and was not put in place: try again.",
            detail=repr(error),
        ) from error


def packages(environment: Path) -> tuple[tuple[str, str], ...]:
    """Names and versions of what is installed, by name."""
    folder = packages_of(environment)
    if folder is None:
        return ()
    found = {
        str(d.metadata["Name"]): d.version
        for d in distributions(path=[os.fspath(folder)])
        if d.metadata["Name"]
    }
    return tuple(sorted(found.items(), key=lambda item: item[0].lower()))
