"""How many samples a tiny model needs until it finds a shape on pictures that it has never seen.

    nice -n 15 python tests/bench/unseen.py FOLDER [--samples 48000] [--minutes 35] [--rate 2e-3]

The base of `tests/helpers/taught_model.py` (a Qwen2-VL of 1.7 million random numbers) is taught all its weights by the code of
`eyebox teach`: its prompts, losses and files. Each picture is drawn for one sample: a shape of some colour on plain ground.
Boxes lie on the grid of patches in the first part, then anywhere. Prints the mean IoU of the answers to held-out pictures, whose
boxes lie anywhere, against samples, and leaves the model in FOLDER/model. One thread; it ends after the samples or the minutes,
with what it has learned until then.
"""

from __future__ import annotations

import argparse
import math
import random
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Event
from time import perf_counter, process_time
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "helpers"))

from taught_model import COLOURS, SEEN, SHAPES, build_base

BATCH, WARM_UP, GRID = 16, 60, 14
QUESTION = "Find the {}."
ON_GRID = 0.35
"""Of all samples, those whose boxes lie on the grid of patches."""
AS_USUAL = 0.25
"""Of all samples, those that ask as the family is asked for boxes in the program."""
EVERY, ASKED, ASKED_LAST = 3200, 32, 200
"""Samples between two looks at held-out pictures, and how many of these are asked."""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, help="a new folder")
    parser.add_argument("--samples", type=int, default=48_000)
    parser.add_argument("--minutes", type=float, default=35.0)
    parser.add_argument("--rate", type=float, default=2e-3)
    given = parser.parse_args()
    from eyebox_models.engine.decoding import PictureEngine
    from eyebox_models.engine.handlers import Worker
    from eyebox_models.picture import decoder

    class Here(PictureEngine):
        """Decodes in this process: these pictures are our own."""

        def run(self, request: Any, stop: Event | None = None) -> Any:
            return Worker().perform(request, lambda _event: None, stop or Event())

    pictures = Here()
    decoder.use(pictures)
    with tempfile.TemporaryDirectory() as place:
        try:
            teach(given, Path(place))
        finally:
            pictures.close()


def teach(given: argparse.Namespace, place: Path) -> None:
    """Teaches, asks now and then, and writes the model."""
    import torch

    from eyebox_models.families.registry import checkpoint_at, family_of
    from eyebox_models.protocol.teaching import TeachSettings
    from eyebox_models.training.loss import Losses
    from eyebox_models.training.rows import Encoder
    from eyebox_models.training.trained import Trained
    from eyebox_models.training.written_out import Weights, write_whole
    from eyebox_models.vision.features import KnownPictures
    from originals import load_model

    torch.set_num_threads(1)
    torch.manual_seed(0)
    base = build_base(given.folder / "base")
    checkpoint = checkpoint_at(base)
    family: Any = family_of(checkpoint)
    model = load_model(base)
    parts = model.parts
    trained = Trained(parts, TeachSettings(method="full", freeze_vision=False))
    losses = Losses(family, parts, frozen=False, known=KnownPictures(on_disk=False))
    encoder = Encoder(family, parts, None)
    optimizer = torch.optim.AdamW(
        trained.weights.values(), lr=given.rate, betas=(0.9, 0.98), weight_decay=0.0, foreach=False
    )
    dice, others = random.Random(1), random.Random(2)
    held = [row for _ in range(ASKED_LAST) for row in drawn(others, place, encoder, on_grid=False)]
    steps, begun, used, mean = given.samples // BATCH, perf_counter(), process_time(), 0.0
    print(f"{trained.count:,} numbers; samples, loss, held-out IoU, seconds of a processor", flush=True)
    parts.model.train()
    step = 0
    while step < steps:
        share = max(step / steps, (perf_counter() - begun) / (60 * given.minutes))
        if share >= 1:
            break
        step += 1
        rows = [row for _ in range(BATCH) for row in drawn(dice, place, encoder, on_grid=share < ON_GRID)]
        for group in optimizer.param_groups:
            group["lr"] = given.rate * min(step / WARM_UP, 0.5 * (1 + math.cos(math.pi * share)))
        loss = losses.of(rows) / losses.weight(rows)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(trained.weights.values(), 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        mean += (float(loss.detach()) - mean) / min(step, 50)
        if step * BATCH % EVERY == 0:
            found = asked(held[:ASKED], model)
            print(f"{step * BATCH:,}, {mean:.3f}, {found:.3f}, {process_time() - used:.0f}", flush=True)
    print(f"{step * BATCH:,}: IoU {asked(held, model):.3f} on {len(held)} unseen pictures", flush=True)
    target, work = given.folder / "model", given.folder / "work"
    for folder in (target, work):
        folder.mkdir()
    write_whole(target, Weights(trained, family, checkpoint), checkpoint, work, lambda _event: None, Event())
    work.rmdir()


def drawn(dice: random.Random, place: Path, encoder: Any, *, on_grid: bool) -> Iterator[Any]:
    """A picture with a shape, as a row to be learned."""
    from PIL import Image, ImageDraw

    from eyebox_models.protocol.ask import Message, Picture
    from eyebox_models.protocol.box import Box
    from eyebox_models.protocol.teaching import Lesson

    unit = GRID if on_grid else 1
    wide, high = (dice.randint(28 // unit, 70 // unit) * unit for _ in "xy")
    left = dice.randint(0, (SEEN - wide) // unit) * unit
    top = dice.randint(0, (SEEN - high) // unit) * unit
    box = (left, top, left + wide, top + high)
    colour, shape = dice.choice([*COLOURS]), dice.choice(SHAPES)
    canvas = Image.new("RGB", (SEEN, SEEN), "#f6f4ef")
    pen, ink = ImageDraw.Draw(canvas), COLOURS[colour]
    inside = (left, top, left + wide - 1, top + high - 1)
    if shape == "circle":
        pen.ellipse(inside, ink)
    elif shape == "square":
        pen.rectangle(inside, ink)
    else:
        pen.polygon((left + wide / 2, top, inside[2], inside[3], left, inside[3]), ink)
    file = place / f"{dice.getrandbits(64):x}.png"
    canvas.save(file, compress_level=1)
    name = f"{colour} {shape}"
    asked, labels = ((), (name,)) if dice.random() < AS_USUAL else ((QUESTION.format(name),), ())
    turns = (
        Message("user", (Picture(str(file)), *asked)),
        Message("assistant", ("<ref-object><bbox>",)),
    )
    yield from encoder.rows(0, Lesson(file.name, turns, (name,), (Box("", *box),), (0,), labels=labels))


def asked(rows: Sequence[Any], model: Any) -> float:
    """The mean IoU of the boxes that are said with those wanted."""
    from eyebox_models.training.trials import answered, overlaps_of, question_of, trial_of

    model.parts.model.eval()
    total = 0.0
    for row in rows:
        question = question_of(row, model.family)
        total += overlaps_of(trial_of(question, answered(question, model, Event())))[0]
    model.parts.model.train()
    return total / len(rows)


if __name__ == "__main__":
    main()
