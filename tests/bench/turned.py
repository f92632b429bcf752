"""How well pages that stand sideways or upside down are read: F1 against upright, for each quarter turn.

    python tests/bench/turned.py [TRANSCRIPTS.json PICTURE...]

Reads the pictures that the tests draw, and pictures with transcripts: `{"name.jpg": ["line", ...]}`. Each is
turned clockwise by its pixels, and once more by its EXIF orientation; both have to say the same.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

from PIL import Image, ImageOps

sys.path.insert(0, str(Path(__file__).parents[1] / "helpers"))

from samples import f1, samples

TURNS = {0: 1, 90: 6, 180: 3, 270: 8}
"""Degrees clockwise -> the EXIF orientation that shows a picture so."""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("transcripts", nargs="?", type=Path)
    parser.add_argument("pictures", nargs="*", type=Path)
    given = parser.parse_args()
    print(f"{'picture':<20}" + "".join(f"{degrees:>16}" for degrees in TURNS) + f"{'worst':>9}", flush=True)
    print(f"{'':<20}" + f"{'pixels   EXIF':>16}" * len(TURNS))
    with tempfile.TemporaryDirectory() as folder:
        for name, image, expected in pictures(given.transcripts, given.pictures):
            scores = [score(image, expected, degrees, Path(folder)) for degrees in TURNS]
            worst = min(min(pair) for pair in scores) - scores[0][0]
            shown = "".join(f"{pixels:>9.3f}{exif:>7.3f}" for pixels, exif in scores)
            print(f"{name:<20}{shown}{worst:>+9.3f}", flush=True)


def pictures(transcripts: Path | None, files: list[Path]) -> Iterator[tuple[str, Image.Image, list[str]]]:
    for name, (image, expected) in samples():
        yield name, image, expected
    truth = json.loads(transcripts.read_text(encoding="utf-8")) if transcripts else {}
    for file in files:
        with Image.open(file) as opened:
            yield file.name, ImageOps.exif_transpose(opened).convert("RGB"), truth[file.name]


def score(image: Image.Image, expected: list[str], degrees: int, folder: Path) -> tuple[float, float]:
    by_pixels, by_exif = folder / "pixels.png", folder / "exif.png"
    image.rotate(-degrees, expand=True).save(by_pixels)
    exif = Image.Exif()
    exif[0x0112] = TURNS[degrees]
    image.save(by_exif, exif=exif)
    first, second = (f1(expected, read(file)) for file in (by_pixels, by_exif))
    return first, second


def read(file: Path) -> list[str]:
    from eyebox_models.engine.decoding import PICTURES
    from eyebox_models.ocr.reader import read_page
    from eyebox_models.picture import decoder

    decoder.use(PICTURES)
    page = read_page(file, lambda _: None, lambda _: None, threading.Event())
    return [line.text for line in page.lines]


if __name__ == "__main__":
    main()
