"""Servers of one's own: answers, where boxes land at five aspect ratios, a batch over two of which one is killed.

python tests/bench/endpoints.py [--pages 200]            a scripted server, by each rule of coordinates, and the batch
python tests/bench/endpoints.py --eyebox                 `eyebox serve` with the built-in reader, beside the reader itself
python tests/bench/endpoints.py --url URL [--model M] [--family F]   any server, which is shown pictures; its key in KEY
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from argparse import ArgumentParser
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "helpers"))
from PIL import Image, ImageDraw, ImageFont

from eyebox_models.endpoints.check import check_server
from eyebox_models.endpoints.family import Server
from eyebox_models.endpoints.known import Endpoint, add
from eyebox_models.engine.decoding import PICTURES
from eyebox_models.engine.process import EngineProcess
from eyebox_models.grounding.shape_cards import CARDS, draw
from eyebox_models.picture import decoder
from eyebox_models.protocol.ask import Ask, Message, ModelRef, Options, Picture
from eyebox_models.protocol.events import Answer
from eyebox_models.protocol.requests import Answering
from openai_server import boxes_in, openai_server, sent_picture

RULES = {"qwen2_5_vl": "resized", "qwen3_vl": "thousandths", "internvl": "thousandths", "": "fractions"}


def main() -> None:
    parser = ArgumentParser()
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--eyebox", action="store_true")
    parser.add_argument("--url")
    parser.add_argument("--model", default="")
    parser.add_argument("--family", default="")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        os.environ["EYEBOX_HOME"] = str(Path(place, "home"))
        decoder.use(PICTURES)
        try:
            if given.url:
                there = Endpoint("there", given.url, given.model, given.family, pictures=True)
                any_server(there, os.environ.get("KEY", ""))
            elif given.eyebox:
                eyebox(Path(place))
            else:
                scripted(Path(place))
                batch(Path(place), given.pages)
        finally:
            PICTURES.close()


def any_server(there: Endpoint, key: str) -> None:
    """Asks a server in words and about a picture, and checks where its boxes land."""
    add(there, key)
    server = Server(there, key)
    answer = asked(server, "Say hello.", Options(max_new_tokens=16))
    print(f"answers: {answer.text[:60]!r}, tokens in and out: {answer.tokens_in}, {answer.tokens_out}")
    begun = time.perf_counter()
    report = check_server(server, "endpoint:there", Options(max_new_tokens=64), lambda _event: None, Event())
    print(
        f"boxes: {report.found} of {report.shapes} shapes, {time.perf_counter() - begun:.1f} s. {report.why}"
    )


def scripted(place: Path) -> None:
    """Squares whose boxes are known, by each rule; the largest distance of a side in pixels."""
    with openai_server() as script:
        for family, unit in RULES.items():
            script.answer = boxes_in(unit)
            there = Endpoint("one", script.url, "m", family, True, "" if family else unit)
            server, far = Server(there, ""), []
            for number, card in enumerate(CARDS):
                file = place / f"{number}.png"
                squares = tuple(replace(mark, form="square", letter="") for mark in card.marks)
                draw(replace(card, marks=squares), file)
                found = {one.box.label: one.box.xyxy for one in asked(server, Picture(str(file))).boxes}
                far.append(max(distance(found[mark.colour], mark.box) for mark in card.marks))
            print(f"scripted, {family or 'no family'}, {unit}: " + ", ".join(f"{one:.2f}" for one in far))


def eyebox(place: Path) -> None:
    """The reader, here and by `eyebox serve` in a second process: the same text and the same boxes."""
    command = [sys.executable, "-m", "eyebox", "serve", "--json", "--port", "0"]
    serving = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    reader = EngineProcess("reader", place / "reader.log")
    try:
        assert serving.stdout is not None
        said = json.loads(serving.stdout.readline())
        server = Server(Endpoint("eyebox", said["url"], "reader", pictures=True), said["token"])
        for card in CARDS:
            file = place / "text.png"
            picture = Image.new("RGB", (card.width, card.height), "white")
            pen, letters = ImageDraw.Draw(picture), ImageFont.load_default(28)
            for mark in card.marks:
                pen.text(mark.box[:2], f"{mark.colour} {mark.letter}", "black", letters)
            picture.save(file)
            name = card.marks[1].colour
            here = reader.run("1", Answering(ask(Picture(str(file)), f'Where is "{name}"?')), nobody).result
            there = asked(server, Picture(str(file)), f'Where is "{name}"?')
            pairs = zip(here.boxes, there.boxes, strict=True)
            far = max(distance(one.box.xyxy, other.box.xyxy) for one, other in pairs)
            print(f"eyebox serve, {card.width} x {card.height}: text {here.text == there.text}, "
                  f"boxes {len(there.boxes)}, {far:.2f} px")  # fmt: skip
    finally:
        reader.close()
        serving.terminate()
        serving.wait()


def batch(place: Path, pages: int) -> None:
    """A batch over two servers, one of which is killed after a quarter."""
    folder, out = place / "pages", place / "out.jsonl"
    folder.mkdir()
    for n in range(pages):
        Image.new("RGB", (32, 32), (n // 256, n % 256, 0)).save(folder / f"p{n}.png")

    def number(body: dict[str, Any]) -> str:
        time.sleep(0.05)
        red, green, _blue = sent_picture(body).convert("RGB").getpixel((0, 0))
        return str(red * 256 + green)

    with openai_server(number) as one, openai_server(number) as two:

        def dying(body: dict[str, Any]) -> str:
            if len(one.asked) == pages // 4:
                one.die()
            return number(body)

        one.answer = dying
        for name, script in (("one", one), ("two", two)):
            add(Endpoint(name, script.url, "m", pictures=True))
        begun = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "eyebox", "batch", "--job", "ask", "-p", "Which?", "--model", "endpoint:one",
             "--model", "endpoint:two", "--out", str(out), str(folder)], check=True,
        )  # fmt: skip
        took = time.perf_counter() - begun
        rows = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
        right = [int(row["text"]) for row in rows] == list(range(pages))
        print(f"batch of {pages}, one of two killed at {pages // 4}: {len(rows)} rows, each once and right: {right}, "
              f"asked {len(one.asked)} and {len(two.asked)}, {took:.1f} s")  # fmt: skip


def ask(*parts: str | Picture, options: Options | None = None) -> Ask:
    return Ask((Message("user", parts),), ModelRef("reader"), options or Options())


def asked(server: Server, part: str | Picture, *more: Any) -> Answer:
    options = next((one for one in more if isinstance(one, Options)), Options())
    text = next((one for one in more if isinstance(one, str)), "Where?")
    parts = (part,) if isinstance(part, str) else (part, text)
    return server.answer_as_known(ask(*parts, options=options), nobody, Event())


def distance(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


nobody: Callable[[object], None] = lambda _event: None  # noqa: E731

if __name__ == "__main__":
    main()
