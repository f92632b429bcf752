"""Small print, asked about with and without looking again: python tests/bench/zoom.py [PICTURES]

No model is needed: a near-sighted one is played, that sees a picture at most 640 pixels wide (as a vision-language model
with few visual tokens does) and says what the built-in reader can read there. With the tools it looks at one quarter
after the other, through the same rounds, regions and limits as any model.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
from pathlib import Path
from threading import Event

from PIL import Image, ImageDraw, ImageFont

from eyebox_models.engine.decoding import PICTURES
from eyebox_models.ocr.again import read_again
from eyebox_models.picture import decoder
from eyebox_models.protocol.ask import Ask, Message, Options, Picture
from eyebox_models.protocol.events import Answer, ImageInfo
from eyebox_models.protocol.family import Emit
from eyebox_models.tools.rounds import answer_with_tools
from eyebox_models.vision.pictures import facts

SEES = 640
"""Pixels of the longer side at which a picture is seen."""
SIZE = (2400, 1600)
QUARTERS = ([0, 0, 500, 500], [500, 0, 1000, 500], [0, 500, 500, 1000], [500, 500, 1000, 1000])


class NearSighted:
    """Says the code that it can read in any picture that it is shown; where it has tools and reads none, it looks closer."""

    def answer(self, ask: Ask, emit: Emit, stop: Event) -> Answer:
        seen = []
        for at, picture in enumerate(ask.shown):
            known = facts(picture.path, picture.turns, picture.part)
            scale = min(SEES / max(known.width, known.height), 1.0)
            seen.append(
                ImageInfo(
                    at, known.width, known.height, (round(known.width * scale), round(known.height * scale))
                )
            )
            page = read_again(picture.path, picture.part, scale, lambda _fraction: None, stop)
            for line in page.lines:
                word = line.text.replace(" ", "")
                if len(word) == 8 and word.startswith("K-"):
                    return Answer(ask.turn, word, seen=tuple(seen))
        looked = len(ask.shown) - 1
        if any(message.tools for message in ask.messages) and looked < len(QUARTERS):
            call = {"name": "look_again", "arguments": {"image": 1, "box": QUARTERS[looked]}}
            return Answer(ask.turn, f"<tool_call>{json.dumps(call)}</tool_call>", seen=tuple(seen))
        return Answer(ask.turn, "I can't read it.", seen=tuple(seen))

    def close(self) -> None: ...


def main(count: int) -> None:
    decoder.use(PICTURES)
    chance = random.Random(7)
    right = {False: 0, True: 0}
    rounds = 0
    with tempfile.TemporaryDirectory() as folder:
        for number in range(count):
            code = f"K-{chance.randrange(10**6):06d}"
            image = Image.new("RGB", SIZE, (246, 244, 238))
            place = chance.randrange(60, SIZE[0] - 260), chance.randrange(60, SIZE[1] - 80)
            ImageDraw.Draw(image).text(place, code, fill=(40, 40, 40), font=ImageFont.load_default(size=15))
            file = Path(folder) / f"{number}.png"
            image.save(file)
            question = Message("user", (Picture(str(file)), "Which code is on it?"))
            for tools in (False, True):
                ask = Ask((question,), "near-sighted", Options(look_again=tools))
                model = NearSighted()
                answer = (
                    answer_with_tools(model, ask, lambda _event: None, Event())
                    if tools
                    else model.answer(ask, lambda _event: None, Event())
                )
                right[tools] += answer.text == code
                rounds += len(answer.rounds)
            print(f"{number + 1}: without {right[False]}, with {right[True]} right", flush=True)
    print(
        f"of {count}: {right[False]} right without, {right[True]} with tools, {rounds / count:.1f} rounds a question"
    )


if __name__ == "__main__":
    try:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 12)
    finally:
        PICTURES.close()
