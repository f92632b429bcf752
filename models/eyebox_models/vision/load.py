"""Loads a checkpoint with transformers' own classes: the processor first, then the weights, or nothing at all.

No code of the folder is ever run, nothing is fetched, and what libraries print goes to the log of the engine.
"""

from __future__ import annotations

import pickle
import traceback
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from threading import Event
from typing import TYPE_CHECKING, Any

from eyebox_models.checkpoint import Checkpoint
from eyebox_models.checkpoint.shards import read_ahead
from eyebox_models.fit.admission import pick
from eyebox_models.fit.machine import Machine, machine
from eyebox_models.fit.precision import Choice
from eyebox_models.protocol.ask import Options
from eyebox_models.protocol.errors import EyeboxError, Sentence, Stopped
from eyebox_models.protocol.events import Progress
from eyebox_models.protocol.family import Emit
from eyebox_models.vision import offload, quantize
from eyebox_models.vision.adapter import apply, check_adapter
from eyebox_models.vision.bounded import bounded, check_size
from eyebox_models.vision.compat import mapped_classes, set_quick_gelu, supports_flash_attention
from eyebox_models.vision.cpu_kernels import quick_gelu
from eyebox_models.vision.generate import only_sound
from eyebox_models.vision.libraries import import_libraries
from eyebox_models.vision.memory import OutOfMemory, collect, is_out_of_memory, release_frames
from eyebox_models.vision.parts import LoadedCheckpoint
from eyebox_models.vision.template import RENDERER, check_template
from eyebox_models.vision.watch import watched

if TYPE_CHECKING:
    from eyebox_models.vision.family import VisionFamily

OWN_FILES: dict[str, Any] = {"trust_remote_code": False, "local_files_only": True}
HARMLESS = ("rotary_emb.inv_freq", "position_ids", "num_batches_tracked")
"""Endings of tensors that old checkpoints hold and no model needs."""


def load_parts(
    checkpoint: Checkpoint, family: VisionFamily, options: Options, emit: Emit, stop: Event
) -> LoadedCheckpoint:
    """Loads what answers: model, processor, tokenizer. Emits Progress("loading", 0..1).

    Raises EyeboxError in one sentence, OutOfMemory (one of them) when it does not fit, Stopped. What was loaded until
    then is freed.
    """
    for problem in checkpoint.problems:
        raise EyeboxError.of(problem)
    if options.adapter:
        check_adapter(options.adapter)
    here = machine()
    choice = pick(checkpoint, family, options, here)
    _stop_here(stop)
    with suppress(OSError):
        RENDERER.begin()
    with read_ahead(checkpoint.weight_files, here.available_bytes // 2):
        import_libraries(emit, stop)
        emit(Progress("loading", 0.0))
        quantize.restore_rope_init()
        with _quiet(), _in_one_sentence(checkpoint):
            parts = _load(checkpoint, family, choice, here, options, emit, stop)
            parts.extra["family"] = family
            try:
                apply(parts, options.adapter)
            except BaseException:
                release(parts)
                raise
    return parts


def release(parts: LoadedCheckpoint) -> None:
    """Gives the memory of a loaded checkpoint back, and removes what it left on disk. `parts` is empty afterwards."""
    finish, parts.model = parts.extra.pop("finish", None), None
    parts.processor = parts.tokenizer = None
    parts.extra.clear()
    collect()
    if finish is not None:
        finish()


def _load(
    checkpoint: Checkpoint,
    family: VisionFamily,
    choice: Choice,
    here: Machine,
    options: Options,
    emit: Emit,
    stop: Event,
) -> LoadedCheckpoint:
    import torch
    from transformers import AutoConfig

    folder = str(checkpoint.folder)
    emit(Progress("loading", 0.0, "processor"))
    with bounded(checkpoint, stop):
        native = family.native(checkpoint, choice) if hasattr(family, "native") else None
        if native is not None:
            config, cls = native.config, native.model_class
            processor, tokenizer = native.processor, native.tokenizer
        else:
            config = AutoConfig.from_pretrained(folder, **OWN_FILES)
            cls = model_class(config)
            processor, tokenizer = _processor(checkpoint)
        check_size(checkpoint, cls, config)
    for source in (processor, tokenizer):
        if getattr(source, "chat_template", None):
            check_template(source, stop)
            break
    _stop_here(stop)
    how: dict[str, Any] = {
        "dtype": getattr(torch, choice.dtype),
        "device_map": {"": choice.device},
        **quantize.arguments(checkpoint, config, cls, choice),
    }
    if attention := _attention(cls, choice):
        how["attn_implementation"] = attention
    notes = (*choice.notes, *how.pop("notes", ()))
    place = offload.Place()
    if options.offload:
        notes += place.spread(checkpoint, choice, here, how)
    emit(Progress("loading", 0.0, "weights"))
    try:
        with watched(checkpoint, emit, stop), quantize.adapted(choice, cls):
            model, found = cls.from_pretrained(
                folder, config=config, output_loading_info=True, **OWN_FILES, **how
            )
        quantize.settle(checkpoint, model)
        _complete(checkpoint, found)
        _stop_here(stop)
    except BaseException:
        place.remove()
        raise
    model.eval()
    set_quick_gelu(model, quick_gelu)
    model.generation_config = only_sound(model.generation_config)
    finish = weakref.finalize(model, place.remove)
    emit(Progress("loading", 1.0))
    notes += offload.where(model)
    device = str(next((p.device for p in model.parameters() if p.device.type != "meta"), choice.device))
    dtype = str(model.dtype).removeprefix("torch.")
    extra = {"finish": finish, "quantization": choice.quantization, "dtype": dtype}
    return LoadedCheckpoint(
        checkpoint, model, processor, tokenizer, options, choice.precision, device, notes, extra
    )


def model_class(config: Any) -> Any:
    """The class of transformers that answers about pictures for this configuration."""
    try:
        found = mapped_classes(config)
    except KeyError:
        raise EyeboxError(
            "type-not-in-transformers",
            "The installed transformers knows no model that answers about pictures for the type "
            '"{model_type}"; update transformers or choose another model.',
            model_type=getattr(config, "model_type", ""),
        ) from None
    if isinstance(found, tuple | list):
        names = getattr(config, "architectures", None) or ()
        return next((cls for cls in found if cls.__name__ in names), found[0])
    return found


def _processor(checkpoint: Checkpoint) -> tuple[Any, Any]:
    from transformers import AutoProcessor

    processor = AutoProcessor.from_pretrained(str(checkpoint.folder), **OWN_FILES)
    tokenizer = getattr(processor, "tokenizer", None)
    if tokenizer is None or getattr(processor, "image_processor", None) is None:
        raise EyeboxError(
            "processor-missing",
            "{folder} lacks the files of its processor (preprocessor_config.json, tokenizer.json); "
            "download the model again.",
            folder=checkpoint.folder,
        )
    return processor, tokenizer


def _attention(cls: Any, choice: Choice) -> str:
    """FlashAttention where it is installed and can run; "" leaves transformers' own choice, which is SDPA."""
    if not choice.device.startswith("cuda") or choice.dtype not in ("bfloat16", "float16"):
        return ""
    try:
        import_module("flash_attn")
    except (ImportError, OSError):
        return ""
    return "flash_attention_2" if supports_flash_attention(cls) else ""


def _complete(checkpoint: Checkpoint, found: dict[str, Any]) -> None:
    """Raises EyeboxError when the weights are not exactly those of the configuration."""
    missing = sorted(found.get("missing_keys") or ())
    unexpected = sorted(name for name in found.get("unexpected_keys") or () if not name.endswith(HARMLESS))
    broken = sorted(map(str, (*(found.get("mismatched_keys") or ()), *(found.get("error_msgs") or ()))))
    if not (missing or unexpected or broken):
        return
    if missing:
        what = Sentence("needs-tensor", "it needs {tensor}", tensor=missing[0])
    elif unexpected:
        what = Sentence("knows-no-tensor", "it knows no {tensor}", tensor=unexpected[0])
    else:
        what = Sentence("shapes-differ", "their shapes differ")
    raise EyeboxError(
        "weights-not-of-config",
        "The weights in {folder} do not belong to its config.json ({reason}); download the model again.",
        detail="\n".join([*missing, *unexpected, *broken]),
        folder=checkpoint.folder,
        reason=what,
    )


def _stop_here(stop: Event) -> None:
    if stop.is_set():
        raise Stopped


@contextmanager
def _quiet() -> Iterator[None]:
    """transformers' advice and bars stay out of the way while a model loads."""
    from transformers.utils import logging

    before, bars = logging.get_verbosity(), logging.is_progress_bar_enabled()
    logging.set_verbosity_error()
    logging.disable_progress_bar()
    try:
        yield
    finally:
        logging.set_verbosity(before)
        if bars:
            logging.enable_progress_bar()


@contextmanager
def _in_one_sentence(checkpoint: Checkpoint) -> Iterator[None]:
    """What goes wrong becomes one sentence, and the frames that hold half a model are emptied."""
    try:
        yield
    except (Stopped, EyeboxError) as error:
        release_frames(error)
        raise error.with_traceback(None) from None
    except Exception as error:
        detail = traceback.format_exc()
        failure = _failure(checkpoint, error)
        failure.detail = detail
        release_frames(error)
    else:
        return
    collect()
    raise failure


def _failure(checkpoint: Checkpoint, error: Exception) -> EyeboxError:
    where = str(checkpoint.folder)
    if is_out_of_memory(error):
        return OutOfMemory(
            "memory-load",
            "There is not enough memory to load {name}; choose int8 or int4, or let layers be offloaded.",
            name=checkpoint.folder.name,
        )
    text = " ".join(str(error).split())
    kinds = [kind.__name__ for kind in type(error).__mro__]
    rules: list[tuple[Callable[[], bool], EyeboxError]] = [
        (
            lambda: isinstance(error, pickle.UnpicklingError) or "weights_only" in text.lower(),
            EyeboxError(
                "weights-pickled",
                "A weight file in {folder} holds more than numbers and is not opened; use a safetensors version of "
                "the model.",
                folder=where,
            ),
        ),
        (
            lambda: "trust_remote_code" in text or "custom code" in text,
            EyeboxError(
                "needs-own-code",
                "{folder} only works with code of its own, which Eyebox never runs; choose a model that transformers "
                "knows.",
                folder=where,
            ),
        ),
        (
            lambda: "SafetensorError" in kinds or isinstance(error, EOFError),
            EyeboxError(
                "weights-broken",
                "A weight file in {folder} is cut or broken; download the model again.",
                folder=where,
            ),
        ),
        (
            lambda: "size mismatch" in text or "ignore_mismatched_sizes" in text,
            EyeboxError(
                "weights-not-of-config",
                "The weights in {folder} do not belong to its config.json ({reason}); download the model again.",
                folder=where,
                reason=Sentence("shapes-differ", "their shapes differ"),
            ),
        ),
        (
            lambda: isinstance(error, ImportError),
            EyeboxError(
                "package-missing",
                "{folder} needs a package that is not installed ({reason}).",
                folder=where,
                reason=text[:160],
            ),
        ),
        (
            lambda: isinstance(error, OSError),
            EyeboxError(
                "model-file-unreadable",
                "A file of {folder} is missing or cannot be read ({reason}); download the model again.",
                folder=where,
                reason=text[:160],
            ),
        ),
    ]
    for fits, said in rules:
        if fits():
            return said
    return EyeboxError(
        "load-failed",
        "{folder} could not be loaded ({kind}: {reason}); choose another model.",
        folder=where,
        kind=type(error).__name__,
        reason=text[:160],
    )
