"""Whether a question fits this machine, and the nearest that would."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from eyebox_models.checkpoint import Checkpoint
from eyebox_models.fit.machine import Machine, held_here, with_given_back
from eyebox_models.fit.machine import machine as this_machine
from eyebox_models.fit.precision import FITS, Choice, available, choose, choose_by_size, size_text
from eyebox_models.fit.predict import ImageLayout, Prediction, compiles, predict
from eyebox_models.fit.runs import PRECISIONS, why_not
from eyebox_models.fit.speeds import Speed, remembered
from eyebox_models.protocol.ask import Options
from eyebox_models.protocol.cards import Estimate, Fit, Offer
from eyebox_models.protocol.errors import EyeboxError, Sentence, joined
from eyebox_models.protocol.ledger import Ledger
from eyebox_models.protocol.requests import Planning

PIXELS = (4_000_000, 2_000_000, 1_000_000, 500_000, 250_000, 100_000)
TILES = (6, 4, 2, 1)
NEW_TOKENS = 1024
"""Of an answer whose length nobody limits."""
LITTLE = 64
"""Tokens of a question and an answer without pictures: what a model is loaded for at least."""
FASTER = 1.25
"""Another precision is worth a word when its answers came so many times as fast."""
A_PICTURE = 400_000_000
"""Bytes that a question about an ordinary picture takes besides weights, about; larger models take a little more."""
PLENTY = 0.5
"""Of the free memory, a second model may take so much beside the one at hand; what questions take is to stay free."""


class ShowsPictures(Protocol):
    """What is to be known of a family: how it shows pictures."""

    def see(self, checkpoint: Checkpoint, width: int, height: int, options: Options) -> ImageLayout:
        """How an upright picture of this size (pixels) will be shown. Raises EyeboxError for one that is refused."""
        ...

    def see_video(
        self, checkpoint: Checkpoint, width: int, height: int, frames: int, options: Options
    ) -> ImageLayout:
        """How so many frames of a video, of this size each, will be shown. Raises EyeboxError for such that are refused."""
        ...


def estimate(
    checkpoint: Checkpoint, family: ShowsPictures, request: Planning, machine: Machine | None = None
) -> Estimate:
    """What a question would take, asked of the engine `request.engine`, which gives back before what it holds.

    That stands in the ledger of the request, whatever process this is; without one it is what this process holds.
    Raises EyeboxError for what cannot run here.
    """
    held = held_here() if request.ledger is None else request.ledger.held_by(request.engine)
    question = _Question(
        checkpoint,
        family,
        with_given_back(machine or this_machine(), held),
        request.sizes,
        request.prompt_tokens,
        request.new_tokens,
        request.videos,
    )
    choice, layouts, prediction = question.estimate(request.options)
    free = available(choice, question.machine)
    visual = sum(layout.visual_tokens for layout in layouts)
    verdict = _verdict(prediction.total, free)
    measured = remembered(question.machine, checkpoint.digest, choice.device)
    if verdict != "fits":
        advice = question.advice(request.options, choice)
        advice = joined([choice.off_card, advice]) if choice.off_card else advice
    else:
        advice = joined(choice.notes) or question.faster(request.options, choice, measured)
    speed = measured.get(choice.precision)
    return Estimate(
        weights_bytes=prediction.weights,
        cache_bytes=prediction.cache,
        activation_bytes=prediction.activations,
        total_bytes=prediction.total,
        available_bytes=free,
        verdict=verdict,
        visual_tokens=visual,
        advice=advice,
        precision=choice.precision,
        device=choice.device,
        resized=tuple(layout.resized for layout in layouts),
        seconds_to_first_token=speed.seconds(visual + request.prompt_tokens) if speed and visual else None,
    )


def estimate_offer(
    offer: Offer, ledger: Ledger | None, engine: str, machine: Machine | None = None
) -> Estimate:
    """What a question about an ordinary picture would take of a model that is not here yet, by the size of its weights."""
    held = ledger.held_by(engine) if ledger is not None else {}
    here = with_given_back(machine or this_machine(), held)
    weights = dict(offer.bytes)
    if "bf16" in weights:
        weights |= {"fp16": weights["bf16"], "fp32": 2 * weights["bf16"]}
    work = A_PICTURE + max(weights.values()) // 50

    def need(choice: Choice) -> int:
        return weights[choice.precision] + work

    choice = choose_by_size(weights, here, need)
    total, free = need(choice), available(choice, here)
    return Estimate(
        weights_bytes=weights[choice.precision],
        cache_bytes=0,
        activation_bytes=work,
        total_bytes=total,
        available_bytes=free,
        verdict=_verdict(total, free),
        visual_tokens=0,
        precision=choice.precision,
        device=choice.device,
    )


def admit(
    checkpoint: Checkpoint,
    family: ShowsPictures,
    options: Options,
    sizes: Sequence[tuple[int, int]] = (),
    machine: Machine | None = None,
) -> Choice:
    """How a checkpoint will be loaded. Raises EyeboxError for what would not fit, naming the nearest that would.

    Loads nothing; what this process holds counts as free, on its device. With `options.offload` layers may live in
    memory or on disk, so that weights of any size are let in.
    """
    here = with_given_back(machine or this_machine(), held_here())
    question = _Question(checkpoint, family, here, tuple(sizes), LITTLE, LITTLE if not sizes else None)
    choice, _layouts, prediction = question.estimate(options)
    free = available(choice, question.machine)
    if prediction.total <= free or options.offload:
        return choice
    advice = question.advice(options, choice)
    raise EyeboxError(
        "does-not-fit",
        "{name} in {precision} needs {needed}, and {place} has {free} free. {advice}",
        name=checkpoint.name,
        precision=choice.precision,
        needed=size_text(prediction.total),
        place=_place(choice),
        free=size_text(free),
        advice=advice,
    )


def pick(
    checkpoint: Checkpoint, family: ShowsPictures, options: Options, machine: Machine | None = None
) -> Choice:
    """How a checkpoint is loaded: `precision.choose` by what `admit` predicts. Raises EyeboxError."""
    here = with_given_back(machine or this_machine(), held_here())
    return _Question(checkpoint, family, here, (), LITTLE, LITTLE).estimate(options)[0]


def fits_beside(checkpoint: Checkpoint, choice: Choice) -> bool:
    """Whether there is plenty of room for a model besides all that is in memory now, so that both may be there."""
    needed = predict(checkpoint, (), choice, LITTLE, LITTLE).total
    return max(needed, checkpoint.weight_bytes) <= PLENTY * available(choice, this_machine())


@dataclass(frozen=True)
class _Question:
    """One question on one machine, predicted with several options."""

    checkpoint: Checkpoint
    family: ShowsPictures
    machine: Machine
    sizes: tuple[tuple[int, int], ...]
    prompt_tokens: int
    new_tokens: int | None
    videos: tuple[tuple[int, int, int], ...] = ()

    def estimate(self, options: Options) -> tuple[Choice, list[ImageLayout], Prediction]:
        """How it would be loaded, how its pictures would be shown, and what that takes. Raises EyeboxError.

        How it is loaded does not depend on the question, or the next one would want it loaded otherwise.
        """
        layouts = [self.family.see(self.checkpoint, w, h, options) for w, h in self.sizes]
        layouts += [self.family.see_video(self.checkpoint, *video, options) for video in self.videos]

        def need(choice: Choice) -> int:
            return predict(self.checkpoint, (), choice, LITTLE, LITTLE).total

        choice, new = choose(self.checkpoint, options, self.machine, need), self._new_tokens(options)
        graphs = compiles(options, choice.device, new)
        return (
            choice,
            layouts,
            predict(self.checkpoint, layouts, choice, self.prompt_tokens, new, graphs=graphs),
        )

    def advice(self, options: Options, choice: Choice) -> str:
        """The nearest that would fit, as a sentence."""
        for advice, other in self._nearer(options, choice):
            try:
                made, _layouts, prediction = self.estimate(other)
            except EyeboxError:
                continue
            if prediction.total <= FITS * available(made, self.machine):
                return Sentence(
                    "nearest", "{advice} ({size}).", advice=advice, size=size_text(prediction.total)
                )
        if options.offload:
            return Sentence("choose-smaller", "Choose a smaller model.")
        return Sentence(
            "offload-or-smaller",
            "Let layers live in memory or on disk (--offload), which is slow, or choose a smaller model.",
        )

    def faster(self, options: Options, choice: Choice, measured: Mapping[str, Speed]) -> str:
        """A precision that fits and whose answers came faster here than those of what `auto` chose, as a sentence."""
        now = measured.get(choice.precision)
        if options.precision != "auto" or now is None or not now.decode:
            return ""
        for precision, speed in sorted(measured.items(), key=lambda of: -of[1].decode):
            if speed.decode < FASTER * now.decode:
                break
            try:
                made, _layouts, prediction = self.estimate(
                    replace(options, precision=precision, device=choice.device)
                )
            except EyeboxError:
                continue
            if prediction.total <= FITS * available(made, self.machine):
                return Sentence(
                    "faster",
                    "{precision} answered {times} times as fast on this machine and can be chosen.",
                    precision=precision,
                    times=f"{speed.decode / now.decode:.1f}",
                )
        return ""

    def _nearer(self, options: Options, choice: Choice) -> Iterator[tuple[str, Options]]:
        if self.sizes or self.videos:
            for pixels in PIXELS:
                if options.max_pixels is None or pixels < options.max_pixels:
                    less = Sentence(
                        "at-most-pixels", "Show at most {pixels:,} pixels a picture", pixels=pixels
                    )
                    yield less, replace(options, max_pixels=pixels)
            for tiles in TILES:
                if options.max_tiles is None or tiles < options.max_tiles:
                    less = Sentence("at-most-tiles", "Show at most {tiles} tiles a picture", tiles=tiles)
                    yield less, replace(options, max_tiles=tiles)
        order = PRECISIONS.index(choice.precision)
        for precision in PRECISIONS[order + 1 :] if choice.precision != "fp32" else ("bf16", "int8", "int4"):
            if precision not in ("fp32",) and not why_not(self.checkpoint, precision, self.machine):
                yield (
                    Sentence("choose-precision", "Choose {precision}", precision=precision),
                    replace(options, precision=precision),
                )
        if choice.device != "cpu":
            yield Sentence("choose-cpu", "Choose --device cpu"), replace(options, device="cpu")
            yield (
                Sentence("choose-int4-cpu", "Choose int4 and --device cpu"),
                replace(options, device="cpu", precision="int4"),
            )
        if self.sizes or self.videos:
            yield (
                Sentence("choose-int4-pixels", "Choose int4 and show at most 250,000 pixels a picture"),
                replace(options, precision="int4", max_pixels=250_000),
            )

    def _new_tokens(self, options: Options) -> int:
        for limit in (
            self.new_tokens,
            options.max_new_tokens,
            self.checkpoint.generation.get("max_new_tokens"),
        ):
            if isinstance(limit, int) and not isinstance(limit, bool) and limit > 0:
                return limit
        return NEW_TOKENS


def _place(choice: Choice) -> str:
    return Sentence("this-machine", "this machine") if choice.device == "cpu" else choice.device


def _verdict(total: int, free: int) -> Fit:
    return "fits" if total < FITS * free else "tight" if total <= free else "too big"
