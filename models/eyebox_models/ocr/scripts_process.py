"""The process in which Tesseract reads lines: what crashes it, a damaged file of language data for one, crashes nothing else.

`python -m eyebox_models.ocr.scripts_process`. In comes a line of JSON, `{"folder", "language", "width", "height", "raw"}`, and
then so many grey bytes; out goes a line of JSON, `{"words": [[text, confidence, left, top, right, bottom], ...]}` with the
words in reading order and confidences 0..100, or `{"error": why}`. The end of the input ends it.
"""

from __future__ import annotations

import json
import os
import sys
from collections import OrderedDict
from typing import Any, BinaryIO

from eyebox_models.ocr.right_to_left import without_marks
from eyebox_models.ocr.scripts_engine import add_own_library

MOST_LOADED = 4
"""Languages that are held at once, 3 to 60 MB each."""
MOST_MEMORY = 2_000_000_000
RESOLUTION = "300"


def main() -> None:
    """Reads lines until the end of the input."""
    incoming, outgoing = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    _limit_memory()
    add_own_library()
    reader = _Reader()
    while line := incoming.readline():
        outgoing.write(json.dumps(_answer(reader, json.loads(line), incoming)).encode() + b"\n")
        outgoing.flush()


def _answer(reader: _Reader, wanted: dict[str, Any], incoming: BinaryIO) -> dict[str, Any]:
    pixels = incoming.read(wanted["width"] * wanted["height"])
    try:
        return {"words": reader.words(pixels=pixels, **wanted)}
    except (ImportError, RuntimeError, MemoryError) as error:
        return {"error": str(error) or type(error).__name__}


class _Reader:
    """Tesseract with the languages that were asked for last."""

    def __init__(self) -> None:
        self._loaded: OrderedDict[tuple[str, str], Any] = OrderedDict()

    def words(
        self, folder: str, language: str, pixels: bytes, width: int, height: int, raw: bool
    ) -> list[list[Any]]:
        """The words of a line. Raises RuntimeError where the language can't be loaded."""
        from tesserocr import PSM

        tesseract = self._tesseract(folder, language)
        tesseract.SetPageSegMode(PSM.RAW_LINE if raw else PSM.SINGLE_LINE)
        tesseract.SetImageBytes(pixels, width, height, 1, width)
        text = without_marks(tesseract.GetUTF8Text())
        pieces = _pieces(tesseract.GetTSVText(0))
        tesseract.Clear()
        return joined(text, pieces)

    def _tesseract(self, folder: str, language: str) -> Any:
        from tesserocr import OEM, PSM, PyTessBaseAPI

        key = folder, language
        if key not in self._loaded:
            while len(self._loaded) >= MOST_LOADED:
                self._loaded.popitem(last=False)[1].End()
            tesseract = PyTessBaseAPI(path=folder, lang=language, psm=PSM.SINGLE_LINE, oem=OEM.LSTM_ONLY)
            tesseract.SetVariable("user_defined_dpi", RESOLUTION)
            self._loaded[key] = tesseract
        self._loaded.move_to_end(key)
        return self._loaded[key]


def _pieces(table: str) -> list[list[Any]]:
    """Tesseract's words with confidences and boxes, as its table of tab-separated values has them."""
    found = []
    for row in filter(None, table.split("\n")):  # a word may hold what else ends lines
        level, _page, _block, _par, _line, _word, left, top, wide, high, sure, text = row.split("\t", 11)
        if level == "5" and (text := without_marks(text)):
            x, y = int(left), int(top)
            found.append([text, float(sure), x, y, x + int(wide), y + int(high)])
    return found


def joined(text: str, pieces: list[list[Any]]) -> list[list[Any]]:
    """The words of a text with boxes: the table has single characters of what is written without spaces."""
    words: list[list[Any]] = []
    waiting = iter(pieces)
    for token in text.split():
        parts: list[list[Any]] = []
        while "".join(part[0] for part in parts) != token:
            part = next(waiting, None)
            if part is None or not token.startswith("".join(p[0] for p in [*parts, part])):
                return pieces
            parts.append(part)
        letters = sum(len(part[0]) for part in parts)
        sure = sum(part[1] * len(part[0]) for part in parts) / letters
        left, top = min(part[2] for part in parts), min(part[3] for part in parts)
        right, bottom = max(part[4] for part in parts), max(part[5] for part in parts)
        words.append([token, sure, left, top, right, bottom])
    return words if next(waiting, None) is None else pieces


def _limit_memory() -> None:
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, resource.getrlimit(resource.RLIMIT_DATA)[1]))


if __name__ == "__main__":
    main()
