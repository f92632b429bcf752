"""Draws the sample pictures of the empty window: python packaging/sample_pictures.py [FOLDER].

They are ours, like the program. A receipt, a table and shapes stand beside `sample.png`, a bill of fare in two languages.
Needs the DejaVu fonts.
"""

from __future__ import annotations

import math
import random
import sys
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter, ImageFont

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "eyebox_resources" / "samples"
MONO, MONO_BOLD, SANS, BOLD = (
    "DejaVuSansMono.ttf",
    "DejaVuSansMono-Bold.ttf",
    "DejaVuSans.ttf",
    "DejaVuSans-Bold.ttf",
)
INK = "#26282c"
BOUGHT = (
    ("Oat milk 1 l", 2, 1.95), ("Rye bread", 1, 3.40), ("Tomatoes 500 g", 1, 2.25), ("Coffee beans", 1, 8.90),
    ("Olive oil 0.5 l", 1, 6.75), ("Dark chocolate", 3, 1.80),
)  # fmt: skip
STATIONS = (
    ("Station", "Departs", "Arrives", "Platform", "Minutes"),
    ("Northgate", "07:12", "07:31", "2", "19"),
    ("Mill Lane", "07:33", "07:48", "1", "15"),
    ("Old Harbour", "07:50", "08:04", "4", "14"),
    ("Riverside", "08:06", "08:27", "3", "21"),
    ("Castle Hill", "08:29", "08:41", "1", "12"),
    ("University", "08:43", "09:02", "5", "19"),
)
SHAPES = (
    ("circle", 190, 200, 110, "#d55e00"), ("square", 520, 190, 100, "#0072b2"), ("triangle", 860, 210, 120, "#009e73"),
    ("star", 250, 560, 125, "#e69f00"), ("hexagon", 590, 560, 110, "#cc79a7"), ("diamond", 900, 560, 115, "#56b4e9"),
)  # fmt: skip


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, image in (("receipt.jpg", receipt()), ("table.png", table()), ("shapes.png", shapes())):
        file = folder / name
        if file.suffix == ".jpg":
            image.save(file, quality=78, optimize=True)
        else:
            image.convert("P", palette=Image.Palette.ADAPTIVE, colors=32).save(file, optimize=True)
        print(file, file.stat().st_size)
        small(image, folder / "small" / f"{file.stem}.png")
    with Image.open(folder.parent / "sample.png") as menu:
        small(menu.convert("RGB"), folder / "small" / "menu.png")


def small(image: Image.Image, file: Path) -> None:
    """Writes what the empty window shows of a picture: 96 by 72 points, twice as many pixels, its upper part."""
    wide, high = 192, 144
    image = image.resize((wide, round(image.height * wide / image.width)), Image.Resampling.LANCZOS)
    image = image.crop((0, 0, wide, high)) if image.height > high else image.resize((wide, high))
    file.parent.mkdir(exist_ok=True)
    image.convert("P", palette=Image.Palette.ADAPTIVE, colors=64).save(file, optimize=True)


def font(name: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(name, size)


def receipt() -> Image.Image:
    """A receipt on a table, a little crooked, as a telephone sees it."""
    paper = Image.new("RGB", (560, 1010), "#fbfaf6")
    draw = ImageDraw.Draw(paper)
    y = 46

    def middle(text: str, size: int = 24, name: str = MONO) -> None:
        nonlocal y
        draw.text((280, y), text, INK, font(name, size), anchor="ma")
        y += round(size * 1.5)

    def row(left: str, right: str, name: str = MONO, size: int = 24) -> None:
        nonlocal y
        draw.text((36, y), left, INK, font(name, size))
        draw.text((524, y), right, INK, font(name, size), anchor="ra")
        y += round(size * 1.6)

    def rule() -> None:
        nonlocal y
        for x in range(36, 524, 12):
            draw.line((x, y + 8, x + 6, y + 8), INK, 2)
        y += 28

    middle("GREEN CORNER", 36, MONO_BOLD)
    middle("14 Orchard Street")
    middle("Tel. 020 7946 0191")
    y += 12
    row("2026-11-14", "18:42")
    row("Receipt", "No. 004718")
    rule()
    total = 0.0
    for thing, count, price in BOUGHT:
        row(f"{count} x {thing}", f"{count * price:.2f}")
        total += count * price
    rule()
    row("TOTAL", f"GBP {total:.2f}", MONO_BOLD, 30)
    row("Card", f"{total:.2f}")
    row("VAT 20 %", f"{total / 6:.2f}")
    rule()
    middle("Thank you!")
    chance = random.Random(7)
    x = 96
    while x < 464:
        wide = chance.choice((2, 3, 5))
        draw.rectangle((x, y + 8, x + wide - 1, y + 78), INK)
        x += wide + chance.choice((3, 4, 6))
    ground = Image.new("RGB", (900, 1200), "#7a5a41")
    grain = ImageDraw.Draw(ground)
    for n in range(0, 900, 6):
        shade = chance.randrange(-9, 9)
        grain.line((n, 0, n + 30, 1200), (122 + shade, 90 + shade, 65 + shade), 6)
    shadow = Image.new("L", ground.size, 0)
    ImageDraw.Draw(shadow).rectangle((182, 112, 742, 1122), fill=150)
    shadow = shadow.rotate(-3, Image.Resampling.BICUBIC).filter(ImageFilter.GaussianBlur(16))
    ground.paste("#1c120a", (0, 0), shadow)
    sheet = Image.new("RGBA", ground.size)
    sheet.paste(paper, (170, 95))
    sheet = sheet.rotate(-3, Image.Resampling.BICUBIC)
    ground.paste(sheet, (0, 0), sheet)
    return ground


def table() -> Image.Image:
    """A timetable with lines between its cells."""
    image = Image.new("RGB", (1120, 700), "white")
    draw = ImageDraw.Draw(image)
    draw.text((60, 44), "Coast Line – weekdays", INK, font(BOLD, 36))
    widths, high, top = (320, 180, 180, 160, 160), 68, 126
    for number, cells in enumerate(STATIONS):
        x, y = 60, top + number * high
        if number == 0:
            draw.rectangle((x, y, x + sum(widths), y + high), "#e6ebf2")
        for at, (cell, wide) in enumerate(zip(cells, widths, strict=True)):
            draw.rectangle((x, y, x + wide, y + high), outline="#8b929c", width=2)
            name = BOLD if number == 0 else SANS
            if at == 0:
                draw.text((x + 20, y + high // 2), cell, INK, font(name, 26), anchor="lm")
            else:
                draw.text((x + wide // 2, y + high // 2), cell, INK, font(name, 26), anchor="mm")
            x += wide
    draw.text(
        (60, 632),
        "Change at Riverside for the airport. Valid from 1 December 2026.",
        "#5a5f68",
        font(SANS, 22),
    )
    return image


def shapes() -> Image.Image:
    """Six shapes with their names."""
    image = Image.new("RGB", (2160, 1520), "#f4f3ef")
    draw = ImageDraw.Draw(image)
    for name, x, y, r, color in SHAPES:
        x, y, r = 2 * x, 2 * y, 2 * r
        if name == "circle":
            draw.ellipse((x - r, y - r, x + r, y + r), color)
        elif name == "square":
            draw.rectangle((x - r, y - r, x + r, y + r), color)
        else:
            draw.polygon(_corners(name, x, y, r), color)
    image = image.resize((1080, 760), Image.Resampling.LANCZOS)
    draw = ImageDraw.Draw(image)
    for name, x, y, r, _color in SHAPES:
        draw.text((x, y + r + 34), name, INK, font(SANS, 28), anchor="mm")
    return image


def _corners(name: str, x: int, y: int, r: int) -> list[tuple[float, float]]:
    count = {"triangle": 3, "hexagon": 6, "diamond": 4, "star": 10}[name]
    points = []
    for number in range(count):
        far = r * 0.42 if name == "star" and number % 2 else r
        angle = 2 * math.pi * number / count - math.pi / 2
        points.append((x + far * math.cos(angle), y + far * math.sin(angle)))
    return points


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
