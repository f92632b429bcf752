"""One call of transformers' `generate`: its configuration from a folder and Options, how far it is, stopping it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Event
from time import perf_counter
from typing import Any

from eyebox_models.fit.predict import COMPILING_PAYS, compiles
from eyebox_models.protocol.ask import Options
from eyebox_models.protocol.errors import EyeboxError, Stopped
from eyebox_models.protocol.events import Progress
from eyebox_models.protocol.family import Emit
from eyebox_models.vision.compat_cache import attending_in_groups, cache_name
from eyebox_models.vision.prompt_lookup import Lookup, looking_up

NEW_TOKENS = 2048
"""The longest answer, where neither the user nor the checkpoint says."""
PROGRESS_SECONDS = 0.1
LONG = 256
"""A limit of so many ids makes an answer worth the compilation, after so many have come without."""


def room(prompt_tokens: int, context: int | None) -> int | None:
    """How many ids fit behind a prompt. Raises EyeboxError when none do."""
    if context is None:
        return None
    if prompt_tokens >= context:
        raise EyeboxError(
            "chat-too-long",
            "The chat is {prompt_tokens:,} tokens long, but this model's context is {context:,} tokens: "
            "shorten the text, show fewer or smaller pictures, or start a new chat.",
            prompt_tokens=prompt_tokens,
            context=context,
        )
    return context - prompt_tokens


def longest_answer(options: Options, folder: Any, prompt_tokens: int, context: int | None) -> int:
    """How many new ids an answer may have. `folder` is the checkpoint's GenerationConfig."""
    wanted = options.max_new_tokens
    if wanted is None:
        wanted = getattr(folder, "max_new_tokens", None)
    if wanted is None and getattr(folder, "max_length", None):
        wanted = folder.max_length - prompt_tokens
    if wanted is None or wanted < 1:
        wanted = NEW_TOKENS
    left = room(prompt_tokens, context)
    return wanted if left is None else min(wanted, left)


def is_static(
    options: Options, device: str, new_tokens: int, *, rows: int = 1, ready: bool = False, decoded: int = 0
) -> bool:
    """Whether an answer is made by CUDA graphs (`vision.static_cache`): when asked for, when so many new ids pay for
    their compilation, when as many were `decoded` without before, and always where they are `ready`."""
    if not device.startswith("cuda") or options.compile == "off" or options.num_beams > 1:
        return False
    used = decoded >= COMPILING_PAYS and new_tokens * rows >= LONG
    return ready or used or compiles(options, device, new_tokens, rows)


def configuration(model: Any, options: Options, new_tokens: int, stop_ids: Sequence[int]) -> Any:
    """The GenerationConfig of a call: greedy unless there is a temperature; the rest from folder and Options."""
    from transformers import GenerationConfig

    folder = model.generation_config
    config = GenerationConfig(
        max_new_tokens=new_tokens,
        eos_token_id=list(stop_ids),
        pad_token_id=folder.pad_token_id if folder.pad_token_id is not None else stop_ids[0],
        num_beams=options.num_beams,
        return_dict_in_generate=False,
        use_cache=True,
    )
    config.do_sample = options.temperature > 0
    if config.do_sample:
        config.temperature = options.temperature
        config.top_p = options.top_p
    else:
        config.temperature, config.top_p, config.top_k = 1.0, 1.0, 50
        config.min_p = config.typical_p = None
    if options.repetition_penalty is not None:
        config.repetition_penalty = options.repetition_penalty
    return config


_ID_LISTS = ("suppress_tokens", "begin_suppress_tokens")
_IDS = ("bos_token_id", "eos_token_id", "pad_token_id", "decoder_start_token_id")
_COUNTS = ("max_new_tokens", "max_length", "min_new_tokens", "no_repeat_ngram_size")


def only_sound(config: Any) -> Any:
    """A folder's GenerationConfig with the fields that are followed, and of these the sound ones.

    transformers takes from it whatever a call does not give: other ways of searching, many answers at once.
    """
    from transformers import GenerationConfig

    kept: dict[str, Any] = {}
    for name in (*_ID_LISTS, *_IDS, *_COUNTS):
        value = getattr(config, name, None)
        if _is_count(value) or (
            name not in _COUNTS and isinstance(value, list) and all(map(_is_count, value))
        ):
            kept[name] = value
    penalty = getattr(config, "repetition_penalty", None)
    if isinstance(penalty, int | float) and 0 < penalty < 100:
        kept["repetition_penalty"] = float(penalty)
    return GenerationConfig(**kept)


def _is_count(value: Any) -> bool:
    return type(value) is int and 0 <= value < 1 << 31


class StopNow:
    """A stopping criterion: ends all rows at the next id after a stop. Reports how many ids there are."""

    def __init__(self, stop: Event, count: Callable[[int], None] | None = None) -> None:
        self._stop = stop
        self._count = count
        self._answers: dict[tuple[int, bool], Any] = {}
        self._made = 0

    def __call__(self, input_ids: Any, scores: Any, **_more: Any) -> Any:
        import torch

        self._made += 1
        if self._count is not None:
            self._count(self._made)
        key = (input_ids.shape[0], self._stop.is_set())
        if key not in self._answers:
            self._answers[key] = torch.full(key[:1], key[1], dtype=torch.bool, device=input_ids.device)
        return self._answers[key]


class Sound:
    """A logits processor that refuses what is no number: weights with NaN, or a precision too narrow for them.

    Asking a card for an answer makes the processor wait for it, and the card then for the processor. With a streamer,
    which fetches each id anyway, what was found comes along with the id (`streamer`), before anybody sees it.
    """

    def __init__(self, streamer: Any, card: bool) -> None:
        import torch

        self.streamer = None if streamer is None else _Checked(self, streamer)
        self._found: Any = None
        if card and streamer is not None:
            self._found = torch.ones((), dtype=torch.bool, pin_memory=torch.cuda.is_available())

    def __call__(self, input_ids: Any, scores: Any) -> Any:
        """Raises EyeboxError, unless what was found comes along with the id."""
        good = scores.amax(dim=-1).sum().isfinite()
        if self._found is None:
            self._refuse(bool(good))
        else:
            self._found.copy_(good, non_blocking=True)
        return scores

    def check(self) -> None:
        """Raises EyeboxError, when an id was fetched."""
        if self._found is not None:
            self._refuse(bool(self._found))

    def _refuse(self, good: bool) -> None:
        if not good:
            raise EyeboxError(
                "not-a-number",
                "The model computed values that are no numbers: its weights are damaged or do not bear this "
                "precision; verify its folder, or choose another precision.",
            )


class _Checked:
    """A streamer whose ids are of sound values."""

    def __init__(self, sound: Sound, streamer: Any) -> None:
        self._sound = sound
        self._streamer = streamer

    def put(self, value: Any) -> None:
        """Raises EyeboxError."""
        self._sound.check()
        self._streamer.put(value)

    def end(self) -> None:
        """`generate` is done."""
        self._streamer.end()


@contextmanager
def seeded(options: Options, device: str) -> Iterator[None]:
    """Draws from the seed of Options inside, and leaves the generators as they were; a new seed when there is none."""
    if options.temperature <= 0:
        yield
        return
    import secrets

    import torch

    devices = [torch.device(device)] if device.startswith("cuda") else []
    with torch.random.fork_rng(devices=devices):
        torch.manual_seed(secrets.randbits(63) if options.seed is None else options.seed)
        yield


@dataclass(frozen=True, slots=True)
class Call:
    """What a call of `generate` is given. `ids` are rows of equal length, padded on the left by `padding` ids.

    With a `lookup` it is one row, and the cache can be cut.
    """

    ids: Sequence[Sequence[int]]
    padding: Sequence[int]
    inputs: dict[str, Any]
    config: Any
    cache: Any = None
    processors: Sequence[Any] = ()
    criteria: Sequence[Any] = ()
    streamer: Any = None
    lookup: Lookup | None = None


def generate(model: Any, call: Call, device: str, mode: Any = None) -> list[list[int]]:
    """Runs `generate`; gives all ids of each row, prompt and padding included. `mode` is torch's without gradients."""
    import torch
    from transformers import LogitsProcessorList, StoppingCriteriaList

    ids = torch.tensor(call.ids, dtype=torch.long, device=device)
    mask = torch.ones_like(ids)
    for row, padding in enumerate(call.padding):
        mask[row, :padding] = 0
    kwargs = dict(call.inputs)
    if call.cache is not None:
        kwargs[cache_name()] = call.cache
    sound = Sound(call.streamer, device.startswith("cuda"))
    if call.lookup is not None:
        kwargs["custom_generate"] = looking_up(call.lookup, sound.streamer)
    with (mode or torch.inference_mode)(), attending_in_groups(device):
        made = model.generate(
            input_ids=ids,
            attention_mask=mask,
            generation_config=call.config,
            logits_processor=LogitsProcessorList([sound, *call.processors]),
            stopping_criteria=StoppingCriteriaList(call.criteria),
            streamer=sound.streamer,
            **kwargs,
        )
    rows: list[list[int]] = made.tolist()
    return rows


Report = Callable[[str, float], None]


class Reports:
    """Reports progress at most ten times a second; a stream hears of all."""

    def __init__(self, emit: Emit, stream: Any = None) -> None:
        self._emit = emit
        self._stream = stream
        self._last = perf_counter()

    def __call__(self, stage: str, fraction: float) -> None:
        if self._stream is not None:
            self._stream.on_progress(stage, fraction)
        now = perf_counter()
        if now - self._last >= PROGRESS_SECONDS:
            self._last = now
            self._emit(Progress(stage, fraction))


def counted(emit: Emit, limit: int, unwatch: Any) -> Any:
    """What a StopNow counts by: reports how much of an answer is there, and ends the watch."""
    report = Reports(emit)

    def count(made: int) -> None:
        unwatch()
        report("answering", made / limit)

    return count


@contextmanager
def watched(model: Any, report: Report, stop: Event) -> Iterator[Callable[[], None]]:
    """Watches the layers of a model: reports "looking" and "reading" with a fraction, 1 when the prompt is through the
    last one, and raises Stopped between layers.

    Gives a function that ends the watch: to be called at the first new id, so that the others cost nothing.
    """
    hooks: list[Any] = []

    def end() -> None:
        while hooks:
            hooks.pop().remove()

    for stage, layers in (("looking", _tower(model)), ("reading", decoder_layers(model))):
        for index, layer in enumerate(layers):
            hooks.append(layer.register_forward_pre_hook(_step(stage, index / len(layers), report, stop)))
    if layers:
        hooks.append(layers[-1].register_forward_hook(_step("reading", 1.0, report, stop)))
    try:
        yield end
    finally:
        end()


def _step(stage: str, fraction: float, report: Report, stop: Event) -> Callable[..., None]:
    def step(_module: Any, *_given: Any) -> None:
        if stop.is_set():
            raise Stopped
        report(stage, fraction)

    return step


def decoder_layers(model: Any) -> list[Any]:
    """The layers of a model's language model; none where it does not say which they are."""
    decoder = model.get_decoder() if hasattr(model, "get_decoder") else None
    return list(getattr(decoder, "layers", ()) or ())


def _tower(model: Any) -> list[Any]:
    base = getattr(model, "model", model)
    tower = getattr(base, "visual", None) or getattr(base, "vision_tower", None)
    for place in (tower, getattr(tower, "encoder", None), getattr(tower, "vision_model", None)):
        for name in ("blocks", "layers", "layer"):
            layers = getattr(place, name, None)
            if layers is not None:
                return list(layers)
    return []
