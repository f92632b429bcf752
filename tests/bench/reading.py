"""How right text is, and its order: Eyebox beside Tesseract 5 and RapidOCR called bare, in one run.

    python tests/bench/reading.py [--only CLASS]... [--readers eyebox,tesseract,rapidocr] [--each] [--keep FOLDER]
                                  [--real FOLDER] [--remember FOLDER]

Reads pictures that it draws (`drawn/`), the same ones every time, and prints by class: F1 of words, the order's error
(character error rate with order), of tables the recall of neighbouring cells, and seconds a picture. `seen` are the
pictures that may be tuned on, `hidden` every third one, which may not. `--real` adds a folder of pictures with a
`truth.json`: `{"name.jpg": ["line", ...]}`. Tesseract is given the languages of each picture; it and RapidOCR
are left out where they are not installed. `--keep` writes the pictures and what each reader said; `--remember` keeps what
the two others said of a picture, so that they need not read it again.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import fmean
from typing import Any, get_args

from drawn.catalogue import CLASSES, is_held_back
from drawn.paper import Cell, Drawn
from PIL import Image
from reading_scores import Box, Scores, adjacency, f1, gaps_kept, grouped, lines_exact, order_error

from eyebox_models.protocol.page import Order


@dataclass
class Said:
    """What a reader made of a picture: its text, pieces with boxes, tables as cells."""

    text: str
    seconds: float
    pieces: list[tuple[str, Box]] = field(default_factory=list)
    tables: list[list[Cell]] = field(default_factory=list)


Reader = Callable[[Path, Drawn], Said]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", action="append", metavar="CLASS", help=f"{', '.join(CLASSES)} or real")
    parser.add_argument("--readers", default="eyebox,tesseract,rapidocr")
    parser.add_argument("--each", action="store_true", help="a line a picture as well")
    parser.add_argument(
        "--keep", type=Path, help="writes pictures, truths and what was read into this folder"
    )
    parser.add_argument("--real", type=Path, help="a folder of pictures with a truth.json")
    parser.add_argument("--mode", choices=get_args(Order), default="automatic", help="the order of code")
    parser.add_argument("--remember", type=Path, help="what the others said, so that they read only once")
    given = parser.parse_args()
    readers = {name: reader for name in given.readers.split(",") if (reader := READERS[name](given))}
    results: dict[str, list[tuple[bool, str, dict[str, tuple[Scores, float]]]]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for kind, number, page in pictures(given.only, given.real):
            read = {
                name: judged(page, reader, Path(folder), given.keep, name) for name, reader in readers.items()
            }
            held = kind != "real" and is_held_back(number)
            results.setdefault(kind, []).append((held, page.name, read))
            if given.each:
                print(
                    f"{kind:<10}{page.name:<30}{'hidden' if held else '':<8}"
                    + "".join(map(shown, read.values()))
                )
                sys.stdout.flush()
    table(results, list(readers))


def pictures(only: Sequence[str] | None, real: Path | None) -> Iterator[tuple[str, int, Drawn]]:
    """Class, number in it, and picture."""
    for kind, draw in CLASSES.items():
        if not only or kind in only:
            yield from ((kind, number, page) for number, page in enumerate(draw()))
    if real and (not only or "real" in only):
        truth = json.loads((real / "truth.json").read_text("utf-8"))
        for number, (name, lines) in enumerate(truth.items()):
            chinese = any(ord(c) > 0x2E7F for c in "".join(lines))
            image = Image.open(real / name)
            yield (
                "real",
                number,
                Drawn(name, image, tuple(lines), "chi_sim+eng" if chinese else "eng", file=real / name),
            )


def judged(page: Drawn, reader: Reader, folder: Path, keep: Path | None, name: str) -> tuple[Scores, float]:
    suffix, data = page.data()
    path = folder / f"{page.name}{suffix}"
    path.write_bytes(data)
    said = reader(path, page)
    truth = "\n".join(line.replace("\t", " ") for line in page.lines)
    if keep:
        keep.mkdir(parents=True, exist_ok=True)
        (keep / path.name).write_bytes(data)
        (keep / f"{page.name}.truth.txt").write_text(truth + "\n", "utf-8")
        (keep / f"{page.name}.{name}.txt").write_text(said.text + "\n", "utf-8")
    scores = Scores(
        f1(truth, said.text, page.exact),
        order_error(truth, said.text) if page.ordered else None,
        gaps_kept(page.lines, said.text),
        lines_exact(page.lines, said.text) if page.exact else None,
        adjacency(page.tables, said.tables or grouped(said.pieces)) if page.tables else None,
    )
    return scores, said.seconds


def shown(read: tuple[Scores, float]) -> str:
    scores, seconds = read
    order = "     " if scores.order is None else f"{scores.order:.3f}"
    extra = next((v for v in (scores.adjacent, scores.exact, scores.gaps) if v is not None), None)
    return f"{scores.f1:>8.3f} {order}{'' if extra is None else f'{extra:.2f}':>6}{seconds:>6.1f}s"


def table(
    results: dict[str, list[tuple[bool, str, dict[str, tuple[Scores, float]]]]], readers: list[str]
) -> None:
    """By class and half: F1 and order error for each reader, then what only some classes have."""
    print(f"\n{'class':<12}{'':<8}{'n':>3}" + "".join(f"{name:>22}" for name in readers))
    print(f"{'':<23}" + "F1  order s/page".rjust(22) * len(readers))
    for kind, rows in results.items():
        for half in ("seen", "hidden", "all"):
            chosen = [read for held, _, read in rows if half == "all" or held == (half == "hidden")]
            if not chosen or (half == "all" and len(chosen) == len([1 for held, _, _ in rows if not held])):
                continue
            print(f"{kind:<12}{half:<8}{len(chosen):>3}", end="")
            for name in readers:
                scores = [read[name][0] for read in chosen]
                orders = [s.order for s in scores if s.order is not None]
                seconds = fmean(read[name][1] for read in chosen)
                print(
                    f"{fmean(s.f1 for s in scores):>8.3f}{fmean(orders or [0]):>7.3f}{seconds:>7.2f}", end=""
                )
            print()
            for title in ("gaps", "exact", "adjacent"):
                having = [
                    [value for read in chosen if (value := getattr(read[name][0], title)) is not None]
                    for name in readers
                ]
                if having and having[0]:
                    print(f"{'':<14}{TITLES[title]}" + "".join(f"{fmean(v):>22.3f}" for v in having))
    sys.stdout.flush()


TITLES = {"gaps": "fields  ", "exact": "lines   ", "adjacent": "cells   "}


def eyebox(given: argparse.Namespace) -> Reader:
    from eyebox_models.engine.decoding import PICTURES
    from eyebox_models.ocr.layout import in_order_of
    from eyebox_models.ocr.reader import read_page, warm_up
    from eyebox_models.picture import decoder

    decoder.use(PICTURES)
    warm_up()

    def read(path: Path, page: Drawn) -> Said:
        began = time.perf_counter()
        found = read_page(str(path), lambda _: None, lambda _: None, threading.Event())
        if page.exact:
            found = in_order_of(found, given.mode)
        return Said(
            "\n".join(line.text for line in found.lines),
            time.perf_counter() - began,
            [(line.text.strip(), line.box) for line in found.lines],
            [
                [Cell(c.text, c.row, c.column, c.row_span, c.column_span) for c in one.cells]
                for one in found.tables
            ],
        )

    return read


def rapidocr(given: argparse.Namespace) -> Reader | None:
    from importlib.util import find_spec

    if not find_spec("rapidocr"):
        return None
    engine: list[Any] = []

    def read(path: Path, _: Drawn) -> Said:
        if not engine:
            from rapidocr import RapidOCR

            engine.append(RapidOCR(params={"Global.log_level": "critical"}))
        began = time.perf_counter()
        result = engine[0](str(path))
        seconds = time.perf_counter() - began
        texts = list(result.txts or ())
        boxes = [] if result.boxes is None else result.boxes
        pieces = [
            (text, (float(min(x)), float(min(y)), float(max(x)), float(max(y))))
            for text, quad in zip(texts, boxes, strict=True)
            for x, y in [list(zip(*quad.tolist(), strict=True))]
        ]
        return Said("\n".join(texts), seconds, pieces)

    return remembered("rapidocr", read, given.remember)


def tesseract(given: argparse.Namespace) -> Reader | None:
    if not shutil.which("tesseract"):
        return None

    def read(path: Path, page: Drawn) -> Said:
        began = time.perf_counter()
        command = [
            "tesseract",
            path,
            path.with_suffix(""),
            "-l",
            page.languages,
            "--psm",
            str(page.segmentation),
        ]
        subprocess.run([*command, "txt", "tsv"], check=False, capture_output=True)
        seconds = time.perf_counter() - began
        rows = [row.split("\t") for row in path.with_suffix(".tsv").read_text("utf-8").split("\n")[1:] if row]
        text = path.with_suffix(".txt").read_text("utf-8").replace("\f", "\n")
        return Said(text, seconds, list(pieces_of(rows)))

    return remembered("tesseract", read, given.remember)


def pieces_of(rows: Iterable[list[str]]) -> Iterator[tuple[str, Box]]:
    """Words of Tesseract's lines, those near each other made one."""
    before: tuple[list[str], str, Box] | None = None
    for row in rows:
        if row[0] != "5" or not row[11].strip():
            continue
        left, top, width, height = map(float, row[6:10])
        box = left, top, left + width, top + height
        if before and before[0] == row[1:5] and left - before[2][2] < 0.8 * height:
            old = before[2]
            around = old[0], min(old[1], top), box[2], max(old[3], box[3])
            before = row[1:5], f"{before[1]} {row[11]}", around
            continue
        if before:
            yield before[1], before[2]
        before = row[1:5], row[11], box
    if before:
        yield before[1], before[2]


def remembered(name: str, read: Reader, folder: Path | None) -> Reader:
    """A reader that reads a picture once and for all, if there is a folder for it."""
    if folder is None:
        return read

    def recalled(path: Path, page: Drawn) -> Said:
        state = f"{name} {page.languages} {page.segmentation}".encode() + path.read_bytes()
        kept = folder / f"{hashlib.sha256(state).hexdigest()}.json"
        if kept.exists():
            said = json.loads(kept.read_text("utf-8"))
            return Said(said["text"], said["seconds"], [(text, tuple(box)) for text, box in said["pieces"]])
        said = read(path, page)
        folder.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps(asdict(said), ensure_ascii=False), "utf-8")
        return said

    return recalled


READERS: dict[str, Callable[[argparse.Namespace], Reader | None]] = {
    "eyebox": eyebox,
    "tesseract": tesseract,
    "rapidocr": rapidocr,
}

if __name__ == "__main__":
    main()
