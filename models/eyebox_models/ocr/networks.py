"""The networks of PP-OCR, as the rapidocr wheel carries them, run by onnxruntime.

Only rapidocr's model files are used. Its own pipeline shrinks large pictures, may download, logs, and takes
longer to import than these networks take to read a page.
"""

from __future__ import annotations

import os
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from eyebox_models.files.system_memory import cores
from eyebox_models.protocol.errors import EyeboxError


@cache
def detector() -> Any:
    """The network that marks text: 1 x 3 x height x width (multiples of 32) to 1 x 1 x height x width."""
    return _session("det", cores())


@cache
def recogniser() -> Any:
    """The network that reads a line 48 pixels high: n x 3 x 48 x width to n x steps x characters.

    Two lines at once, each on one core, take 0.7 of the time of one after the other on both: its layers are too small to share.
    """
    return _session("rec", 1)


@cache
def characters() -> tuple[str, ...]:
    """What the recogniser's outputs mean; the first one is "nothing new"."""
    listed: str = recogniser().get_modelmeta().custom_metadata_map["character"]
    return ("", *listed.splitlines(), " ")


def rest() -> None:
    """Gives back the memory that a page took; only the networks themselves stay."""
    if not detector.cache_info().currsize:
        return
    import numpy as np
    import onnxruntime

    options = onnxruntime.RunOptions()
    options.add_run_config_entry("memory.enable_memory_arena_shrinkage", "cpu:0")
    for network, height in ((detector(), 32), (recogniser(), 48)):
        network.run(None, {"x": np.zeros((1, 3, height, 32), np.float32)}, options)


def _session(kind: str, threads: int) -> Any:
    # Its wheels report to their makers otherwise; read when it is imported.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.log_severity_level = 4
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.enable_mem_pattern = False  # every width of line would keep a plan and its memory
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    arena = {"arena_extend_strategy": "kSameAsRequested"}
    return onnxruntime.InferenceSession(
        str(_model_file(kind)), options, providers=[("CPUExecutionProvider", arena)]
    )


def _model_file(kind: str) -> Path:
    spec = find_spec("rapidocr")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        files = sorted(Path(folder, "models").glob(f"*_{kind}_*.onnx"))
        if files:
            return files[-1]
    raise EyeboxError(
        "reader-models-missing", "The reader's models are missing; install the package rapidocr again."
    )
