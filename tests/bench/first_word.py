"""The seconds to the first word that a plan tells, beside what they were: python tests/bench/first_word.py

A Qwen2-VL shape of half a billion random weights is asked about pictures of several sizes. Before each question the plan
is asked, as the window does; a line says what it told ("-": nothing) and what came. What is told has to be within a
factor of two; nothing is told of sizes far from those that were measured.

    python tests/bench/first_word.py [--precision auto] [--tokens 256,256,1024,1024,576,2304,2304,1600] [--folder FOLDER]
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path
from threading import Event

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "helpers"))

from PIL import Image

from eyebox_models.engine.decoding import PICTURES
from eyebox_models.library.cards import plan
from eyebox_models.picture import decoder
from eyebox_models.protocol.ask import Ask, Message, Options, Picture
from eyebox_models.protocol.requests import Planning
from half_billion import build_half_billion
from vision import load


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--precision", default="auto")
    parser.add_argument("--tokens", default="256,256,1024,1024,576,2304,2304,1600")
    parser.add_argument("--folder", type=Path, help="a checkpoint of half a billion weights that is there")
    given = parser.parse_args()
    worst = 1.0
    with tempfile.TemporaryDirectory() as place:
        os.environ["EYEBOX_HOME"] = str(Path(place) / "home")
        folder = given.folder or build_half_billion(Path(place) / "model")
        options = Options(given.precision, "cpu", max_new_tokens=4)
        decoder.use(PICTURES)
        model = load(folder, precision=given.precision)
        for number, tokens in enumerate(int(part) for part in given.tokens.split(",")):
            side = round(tokens**0.5) * 28
            picture = Path(place) / f"{number}.png"
            Image.effect_noise((side, side), 40 + number).convert("RGB").save(picture)
            told = plan(Planning(str(folder), ((side, side),), options)).seconds_to_first_token
            ask = Ask((Message("user", (Picture(str(picture)), "What is it?")),), "", options)
            answer = model.answer(ask, lambda _event: None, Event())
            took = answer.seconds_to_first_token
            ratio = max(told / took, took / told) if told else 1.0
            worst = max(worst, ratio)
            said = f"{told:6.1f} s" if told else "       -"
            print(
                f"{answer.precision}, {answer.seen[0].visual_tokens:5,} visual tokens: told {said}, took {took:6.1f} s"
                f"{f', off by {ratio:.2f}' if told else ''}",
                flush=True,
            )
        model.close()
    print(f"worst: off by {worst:.2f} (at most 2)")
    return 0 if worst <= 2 else 1


if __name__ == "__main__":
    sys.exit(main())
