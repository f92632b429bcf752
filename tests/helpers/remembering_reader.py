"""A reader's process that computes nothing twice: most tests read the same few pictures.

`python remembering_reader.py reader`, in place of `python -m eyebox_models.engine reader`. What it knows takes it as long as
it took before, without the processor: a test that stops a reading meets one.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import Any

from eyebox_models.engine.main import main
from eyebox_models.ocr import recognise, tiles

TILES, LINES = 40, 1000
"""How much it remembers at most: a tile is about a megabyte, a line a tenth of that."""
LONGEST_S = 0.3


def remembering(compute: Callable[[Any], Any], most: int) -> Callable[[Any], Any]:
    """The same function of an array of bytes; so many results are remembered at once."""
    known: dict[tuple[object, bytes], tuple[Any, float]] = {}

    def computed(array: Any) -> Any:
        key = array.shape, array.tobytes()
        if (entry := known.get(key)) is not None:
            result, seconds = entry
            time.sleep(min(seconds, LONGEST_S))
            return result
        started = time.perf_counter()
        result = compute(array)
        if len(known) >= most:
            known.clear()
        known[key] = result, time.perf_counter() - started
        return result

    return computed


if __name__ == "__main__":
    tiles.text_map = remembering(tiles.text_map, TILES)
    recognise._recognise = remembering(recognise._recognise, LINES)
    sys.exit(main())
