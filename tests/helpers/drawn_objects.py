"""Draws objects whose edges are known: on plain, noisy and textured grounds, with strong and weak contrast, through a JPEG."""

from __future__ import annotations

import io
import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from drawing import font

SHAPES = ("rectangle", "frame", "ellipse", "ring", "polygon", "striped", "text", "words")
GROUNDS = ("plain", "gradient", "noise", "texture")
_FINE = 4
"""Shapes are drawn so many times larger, and made small again."""
_WORDS = (
    "Total",
    "invoice 2024",
    "Gemüse",
    "yes",
    "Bahnhof",
    "quick brown fox",
    "42,50",
    "MENU",
    "数据",
    "请勿吸烟",
)


@dataclass(frozen=True)
class DrawnObject:
    """A picture with one object, and the box around it: its outermost edges, in pixels."""

    name: str
    image: Image.Image
    box: tuple[float, float, float, float]

    def off(self, random: np.random.Generator, least: float = 5, most: float = 15) -> list[float]:
        """A box each of whose sides is off by so many pixels, into one or the other direction, and still a box."""
        while True:
            by = random.uniform(least, most, 4) * random.choice((-1, 1), 4)
            x1, y1, x2, y2 = (float(side) for side in np.array(self.box) + by)
            if x2 - x1 >= 10 and y2 - y1 >= 10:
                return [x1, y1, x2, y2]


def drawn_objects(count: int, seed: int) -> Iterator[DrawnObject]:
    """So many, the same ones for the same seed: all shapes on all grounds in turn."""
    random = np.random.default_rng(seed)
    for number in range(count):
        shape, ground = SHAPES[number % len(SHAPES)], GROUNDS[number // len(SHAPES) % len(GROUNDS)]
        yield drawn_object(shape, ground, random)


def drawn_object(shape: str, ground: str, random: np.random.Generator) -> DrawnObject:
    """One of these shapes, of a random size and contrast, with another object near it in one of three."""
    width, height = 420, 320
    picture, noise = _ground(ground, width, height, random)
    mask = _mask(shape, width, height, random)
    rows, columns = np.nonzero(mask.max(axis=1) > 0.5)[0], np.nonzero(mask.max(axis=0) > 0.5)[0]
    box = (_edge(mask.max(0), columns[0], -1), _edge(mask.max(1), rows[0], -1))
    box += (_edge(mask.max(0), columns[-1], 1), _edge(mask.max(1), rows[-1], 1))
    contrast = random.choice(("low", "middle", "high", "colour"))
    ink = _ink(contrast, noise, random)
    if shape == "striped":
        stripes = (np.arange(width) // random.integers(6, 14) % 2)[None, :, None]
        ink = ink[None, None, :] * np.where(stripes, 1.0, 0.6)
    picture = np.clip(picture + mask[..., None] * ink, 0, 255)
    if random.random() < 1 / 3:
        picture = _with_neighbour(picture, box, random)
    image = Image.fromarray(picture.astype(np.uint8))
    quality = int(random.integers(55, 96))
    stream = io.BytesIO()
    image.save(stream, "JPEG", quality=quality)
    return DrawnObject(f"{shape} on {ground}, {contrast}, q{quality}", Image.open(stream).convert("RGB"), box)


def _edge(profile: NDArray[np.float64], at: np.intp, way: int) -> float:
    """Where within the pixel next to `at` the shape ends, by how much of it is covered."""
    beyond = int(at) + way
    covered = float(profile[beyond]) if 0 <= beyond < len(profile) else 0.0
    inner = float(profile[at])
    partly = covered if inner > 0.99 else inner - 1.0
    return float(at) - partly if way < 0 else float(at) + 1 + partly


def _ground(
    ground: str, width: int, height: int, random: np.random.Generator
) -> tuple[NDArray[np.float64], float]:
    """Pixels, and about how much they differ from each other."""
    base = random.uniform(90, 200, 3) if random.random() < 0.6 else np.full(3, random.uniform(60, 230))
    picture = np.tile(base, (height, width, 1))
    if ground == "gradient":
        slope = random.uniform(-30, 30, (2, 3))
        across, down = np.linspace(-1, 1, width)[None, :, None], np.linspace(-1, 1, height)[:, None, None]
        return picture + across * slope[0] + down * slope[1], 2.0
    if ground == "noise":
        sigma = float(random.uniform(3, 14))
        return picture + random.normal(0, sigma, (height, width, 1 if random.random() < 0.5 else 3)), sigma
    if ground == "texture":
        size = float(random.uniform(3, 9))
        small = random.normal(128, 40, (math.ceil(height / size), math.ceil(width / size))).clip(0, 255)
        large = Image.fromarray(small.astype(np.uint8)).resize((width, height), Image.Resampling.BICUBIC)
        strength = float(random.uniform(0.1, 0.35))
        return picture + ((np.asarray(large, np.float64) - 128) * strength)[..., None], 40 * strength
    return picture, 1.0


def _ink(contrast: str, noise: float, random: np.random.Generator) -> NDArray[np.float64]:
    """What an object adds to the colours of its ground; a weak one is still seen beside the ground's own noise."""
    if contrast == "colour":  # another colour, just as light
        strength = float(random.uniform(30, 70)) + noise
        return np.array((0.587, -0.299, 0.1)) * strength * 2 * random.choice((-1, 1))
    strength = {
        "low": random.uniform(12, 22),
        "middle": random.uniform(35, 60),
        "high": random.uniform(70, 120),
    }
    return np.full(3, (strength[contrast] + 1.5 * noise) * random.choice((-1, 1))) * random.uniform(0.8, 1, 3)


def _mask(shape: str, width: int, height: int, random: np.random.Generator) -> NDArray[np.float64]:
    """How much of each pixel the shape covers, 0..1."""
    if shape in ("text", "words"):
        return _text_mask(shape, width, height, random)
    w, h = random.uniform(36, 220), random.uniform(36, 160)
    x, y = random.uniform(70, width - 70 - w), random.uniform(70, height - 70 - h)
    if random.random() < 0.6:
        x, y, w, h = round(x), round(y), round(w), round(h)
    image = Image.new("L", (width * _FINE, height * _FINE))
    draw = ImageDraw.Draw(image)
    corners = [x * _FINE, y * _FINE, (x + w) * _FINE - 1, (y + h) * _FINE - 1]
    line = round(random.uniform(2, 5) * _FINE)
    match shape:
        case "rectangle" | "striped":
            draw.rectangle(corners, fill=255)
        case "frame":
            draw.rectangle(corners, outline=255, width=line)
        case "ellipse":
            draw.ellipse(corners, fill=255)
        case "ring":
            draw.ellipse(corners, outline=255, width=line)
        case "polygon":
            turns = np.sort(random.uniform(0, 2 * math.pi, int(random.integers(5, 9))))
            middle, half = np.array((x + w / 2, y + h / 2)) * _FINE, np.array((w, h)) / 2 * _FINE
            points = [tuple(middle + half * (math.cos(turn), math.sin(turn))) for turn in turns]
            draw.polygon(points, fill=255)
            if (box := image.getbbox()) and min(box[2] - box[0], box[3] - box[1]) < 30 * _FINE:
                return _mask(shape, width, height, random)
    small = image.resize((width, height), Image.Resampling.BOX)
    return np.asarray(small, np.float64) / 255


def _text_mask(shape: str, width: int, height: int, random: np.random.Generator) -> NDArray[np.float64]:
    text = str(random.choice(_WORDS))
    if shape == "words":
        text = f"{text} {random.choice(_WORDS)}"
    kind = "chinese" if any(ord(letter) > 0x2000 for letter in text) else "sans"
    image = Image.new("L", (width, height))
    size = int(random.integers(20, 44)) if shape == "text" else int(random.integers(18, 28))
    ImageDraw.Draw(image).text((70, random.uniform(80, 180)), text, fill=255, font=font(kind, size))
    return np.asarray(image, np.float64) / 255


def _with_neighbour(
    picture: NDArray[np.float64], box: tuple[float, ...], random: np.random.Generator
) -> NDArray[np.float64]:
    """With a rectangle 20 to 45 pixels from one of the box's sides."""
    x1, y1, x2, y2 = (round(side) for side in box)
    gap, size = int(random.integers(20, 46)), int(random.integers(20, 60))
    rects = (
        (x1 - gap - size, y1, x1 - gap, y2),
        (x1, y1 - gap - size, x2, y1 - gap),
        (x2 + gap, y1, x2 + gap + size, y2),
        (x1, y2 + gap, x2, y2 + gap + size),
    )
    left, top, right, bottom = (max(0, side) for side in rects[random.integers(4)])
    picture = picture.copy()
    picture[top:bottom, left:right] += random.uniform(-60, 60)
    return np.clip(picture, 0, 255)
