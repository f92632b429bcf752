"""What a second opinion at twice the size is worth: on drawn texts whose lines are known.

    python tests/bench/second.py [PICTURES]

Of the lines in which the two readings differ it prints in how many the second one is nearer to the truth, in how many
the first one; and how many lines that were read wrongly it differs in at all.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from threading import Event

from unsure import drawn

from eyebox_models.engine.decoding import PICTURES
from eyebox_models.ocr.again import read_again
from eyebox_models.ocr.reader import read_page
from eyebox_models.picture import decoder
from eyebox_models.text.second import by_place


def main() -> None:
    from rapidfuzz.distance import Levenshtein

    count = int(sys.argv[1]) if len(sys.argv) > 1 else 24
    decoder.use(PICTURES)
    wrong = differing = found = second_better = first_better = 0
    with tempfile.TemporaryDirectory() as folder:
        for number in range(count):
            picture, lines = drawn(number)
            truth = [" ".join(line) for line in lines]
            path = Path(folder, f"{number}.png")
            picture.save(path)
            page = read_page(path, lambda _lines: None, lambda _share: None, Event())
            again = read_again(path, None, 2.0, lambda _share: None, Event())
            said = by_place(page.lines, again.lines)
            for at, line in enumerate(page.lines):
                first, second = line.text.strip(), said.get(at, line.text.strip())
                right = min(truth, key=lambda one: Levenshtein.distance(one, first))
                errors, errors_again = Levenshtein.distance(right, first), Levenshtein.distance(right, second)
                wrong += errors > 0
                differing += first != second
                found += errors > 0 and first != second
                second_better += errors_again < errors
                first_better += errors_again > errors
    PICTURES.close()
    print(f"{wrong} lines were read wrongly; the second reading differs in {found} of them")
    print(
        f"it differs in {differing} lines: nearer to the truth in {second_better}, farther in {first_better}"
    )


if __name__ == "__main__":
    main()
