"""The general set: the same drawn pictures and questions whatever is taught, to see what gets worse by it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import islice, product
from pathlib import Path

from eyebox_models.grounding.shape_cards import COLOURS, GROUND, Card, Corners, Mark
from eyebox_models.grounding.shape_cards import draw as draw_card
from eyebox_models.protocol.ask import Ask, Message, Options, Picture
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.events import BoxFound
from eyebox_models.protocol.teaching import Kind, Reply
from eyebox_models.training.trials import Question

SIDE = 448
EACH = 8
"""Pictures of each sort; of those with shapes two questions are asked."""
MOST = 4 * EACH
SEED = 20_240_607
FORMS = ("circle", "square", "triangle")
TEXTS = (
    "Opening hours\nMonday to Friday\n9:00 - 17:30", "Invoice 20418\nTotal 129.50", "Platform 7\nKings Cross 14:05",
    "Fresh bread\nbaked daily", "Meeting room B\nThird floor", "No entry\nStaff only", "Harbour Street\n118 - 142",
    "Order 5563\nready at 12:45",
)  # fmt: skip
GOODS = ("Tea", "Milk", "Salt", "Rice", "Oil", "Soap", "Corn", "Honey")
HEADS = ("Item", "Price", "Stock")


def questions(count: int, folder: Path, form: str, max_pixels: int | None) -> list[Question]:
    """The first `count` of them; their pictures are drawn into `folder`. `form` is how the family is asked for boxes, with
    {shapes} in it. Raises OSError."""
    folder.mkdir(exist_ok=True)
    return [*islice(_all(folder, form, max_pixels), count)]


def _all(folder: Path, form: str, max_pixels: int | None) -> Iterator[Question]:
    dice = random.Random(SEED)
    for n in range(EACH):
        card, counted = _card(dice, n)
        file = folder / f"shapes {n + 1}.png"
        draw_card(card, file)
        alone = card.marks[0]
        found = BoxFound(0, 0, Box(alone.name, *alone.box, id=str(n)))
        asked = form.replace("{shapes}", f"the {alone.name}")
        yield _question("find", n, file, asked, alone.name, 64, max_pixels, (found,))
        how_many = f"How many {counted}s are in the picture? Answer with one number in digits."
        wanted = str(sum(mark.form == counted for mark in card.marks))
        yield _question("count", n, file, how_many, wanted, 8, max_pixels)
        file = folder / f"text {n + 1}.png"
        _write(TEXTS[n], file)
        yield _question("read", n, file, "Read all the text in the picture.", TEXTS[n], 48, max_pixels)
        file = folder / f"table {n + 1}.png"
        rows = _rows(dice, n)
        _write_table(rows, file)
        row, column = dice.choice(rows), dice.randrange(1, len(HEADS))
        cell = f"What is the {HEADS[column].lower()} of {row[0]} in the table? Answer with the value only."
        yield _question("table", n, file, cell, row[column], 16, max_pixels)


def _question(
    kind: Kind,
    number: int,
    file: Path,
    asked: str,
    wanted: str,
    longest: int,
    max_pixels: int | None,
    boxes: tuple[BoxFound, ...] = (),
) -> Question:
    options = Options(max_new_tokens=longest, repetition_penalty=1.0, max_pixels=max_pixels)
    ask = Ask((Message("user", (Picture(str(file)), asked)),), options=options)
    return Question(f"{kind} {number + 1}", kind, ask, Reply(wanted, boxes, 1.0))


def _card(dice: random.Random, number: int) -> tuple[Card, str]:
    """A card whose first shape is the only one of its colour, and the form that is to be counted on it."""
    colours = [*COLOURS]
    own = colours[number % len(colours)]
    others = [one for one in product(colours, FORMS) if one[0] != own]
    kinds = [(own, FORMS[number % len(FORMS)]), *dice.sample(others, dice.randrange(2, 6))]
    cells = dice.sample([*product(range(3), range(3))], len(kinds))
    marks = []
    for (colour, form), (column, row), letter in zip(kinds, cells, "ABCDEFGH", strict=False):
        size = dice.randrange(72, 128, 8)
        x, y = (12 + 142 * place + dice.randrange(0, 140 - size) for place in (column, row))
        box: Corners = (x, y, x + size, y + size)
        marks.append(Mark(colour, form, letter, box))
    return Card(SIDE, SIDE, tuple(marks)), dice.choice([form for _colour, form in kinds])


def _rows(dice: random.Random, number: int) -> list[tuple[str, str, str]]:
    goods = [GOODS[(number + n) % len(GOODS)] for n in range(4)]
    prices = dice.sample(range(105, 995), 4)
    stocks = dice.sample(range(2, 99), 4)
    return [
        (name, f"{price / 100:.2f}", str(stock))
        for name, price, stock in zip(goods, prices, stocks, strict=True)
    ]


def _write(text: str, file: Path) -> None:
    from PIL import Image, ImageDraw, ImageFont

    picture = Image.new("RGB", (SIDE, SIDE), GROUND)
    font = ImageFont.load_default(size=44)
    pen = ImageDraw.Draw(picture)
    pen.multiline_text(
        (SIDE / 2, SIDE / 2), text, (25, 25, 25), font, anchor="mm", align="center", spacing=24
    )
    picture.save(file, "PNG")


def _write_table(rows: list[tuple[str, str, str]], file: Path) -> None:
    from PIL import Image, ImageDraw, ImageFont

    picture = Image.new("RGB", (SIDE, SIDE), GROUND)
    font = ImageFont.load_default(size=32)
    pen = ImageDraw.Draw(picture)
    high, wide = 72, 136
    for line, row in enumerate([HEADS, *rows]):
        for column, text in enumerate(row):
            x, y = 20 + wide * column, 44 + high * line
            pen.rectangle((x, y, x + wide, y + high), outline=(25, 25, 25), width=2)
            pen.text((x + wide / 2, y + high / 2), text, (25, 25, 25), font, anchor="mm")
    picture.save(file, "PNG")
