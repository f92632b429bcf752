"""The environments that can be added: what each is for, and the packages that it is made of."""

from __future__ import annotations

from collections.abc import Mapping

from eyebox_models.environment.build_of_torch import ABOUT
from eyebox_models.protocol.dataclass import dataclass
from eyebox_models.protocol.environment import Kind

_MODELS = """
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
_SERVER = """
import json, torch, vllm
cuda = getattr(getattr(torch, "version", None), "cuda", None)
print("\\n" + json.dumps("cu" + cuda.replace(".", "")[:3] if cuda else "cpu"))
"""
_VLLM = (4_500_000_000, 11_000_000_000)
"""About how many bytes vLLM with all that it needs is to download, and installed: a guess, it was never measured."""


@dataclass(frozen=True, slots=True)
class Made:
    """`folder` in the user's data; the package whose wheel says which Python it takes; a program for that Python which
    prints the build as JSON, or ends with a word on what is wrong; builds -> bytes to download, and installed, about."""

    folder: str
    package: str
    code: str
    about: Mapping[str, tuple[int, int]]


KINDS: Mapping[Kind, Made] = {
    "models": Made("model-engine", "torch", _MODELS, ABOUT),
    "server": Made("server-engine", "vllm", _SERVER, dict.fromkeys(ABOUT, _VLLM)),
}
SERVER = ("vllm>=0.11",)
"""What the server engine is asked for; vLLM names all else in exact versions, a transformers of its own among it."""
