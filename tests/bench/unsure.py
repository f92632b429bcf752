"""How well words that the reader is unsure of are those that it read wrongly: on drawn texts whose words are known.

    python tests/bench/unsure.py [PICTURES]

Texts are drawn in several type faces and sizes, then blurred, dimmed, made noisy or compressed; each threshold of
`Word.score` is a row: how many words it marks, how many of those are wrong (precision), and how many of the wrong ones
it marks (recall).
"""

from __future__ import annotations

import io
import random
import sys
import tempfile
from difflib import SequenceMatcher
from pathlib import Path
from threading import Event

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from eyebox_models.engine.decoding import PICTURES
from eyebox_models.ocr.reader import read_page
from eyebox_models.picture import decoder
from eyebox_models.protocol.page import Page

FACES = ("DejaVuSans", "DejaVuSerif", "DejaVuSansMono", "DejaVuSerif-Bold", "DejaVuSansCondensed-Oblique")
TEXT = """the invoice number amount total paid received account Quarterly results window keyboard street garden yellow
river mountain signature 2024-11-05 14:32 1,204.50 €89.90 No. 4471 AB-2291-X illumination Il1 O0 rn m cl d vv w
Wilhelm Müller façade naïve jalapeño Ångström question? yes! (optional) e-mail info@example.org https://example.org/a
minimum williwaw illicit liaison 5S 8B 2Z G6 Qty Kč 100% #12 A/B well-known don't it's"""
WORDS = TEXT.split()
CHINESE = (
    "的一是了我不人在他有这个上们来到时大地为子中你说生国年着就那和要她出也得里后自以会家可下而过天去能对"
    "小多然于心学么之都好看起发当没成只如事把还用第样道想作种开美总从无情己面最女但现前些所同日手又行意动"
    "方期它头经长儿回位分爱老因很给名法间斯知世什两次使身者被高已亲其进此话常与活正感未末土士日曰己已巳戊"
    "戌戍人入八"
)


def face(size: int, number: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(f"{FACES[number % len(FACES)]}.ttf", size)


def chinese_face(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype("NotoSansCJK-Regular.ttc", size)


def drawn(number: int) -> tuple[Image.Image, list[list[str]]]:
    """A page with its words, line by line from top to bottom; how hard it is to read goes with the number."""
    chance = random.Random(number)
    size = chance.choice((11, 13, 16, 20, 26))
    font = chinese_face(size) if number % 4 == 3 else face(size, number)
    page = Image.new("L", (900, 700), 255)
    draw = ImageDraw.Draw(page)
    ink = chance.choice((0, 60, 150, 190))
    lines: list[list[str]] = []
    y = 20
    while y < 660:
        if number % 4 == 3:
            line = ["".join(chance.choices(CHINESE, k=chance.randint(4, 18)))]
        else:
            line = chance.choices(WORDS, k=chance.randint(2, 7))
        draw.text((30, y), " ".join(line), ink, font)
        lines.append(line)
        y += round(size * 1.9)
    page = page.filter(ImageFilter.GaussianBlur(chance.choice((0, 0.4, 0.8, 1.2, 1.6))))
    noise = np.random.default_rng(number).normal(0, chance.choice((0, 8, 20)), (700, 900))
    page = Image.fromarray(np.clip(np.asarray(page, float) + noise, 0, 255).astype(np.uint8))
    packed = io.BytesIO()
    page.save(packed, "JPEG", quality=chance.choice((15, 35, 90)))
    return Image.open(packed).convert("RGB"), lines


def judged(page: Page, truth: list[str]) -> list[tuple[float, bool]]:
    """The score of each word that was read (of Chinese each character), and whether it is right, by the best matching of
    the texts."""
    ordered = sorted(page.lines, key=lambda line: line.box[1])
    said = [word for line in ordered for word in line.words]
    text = "".join(word.text for word in said)
    wanted = "".join(truth)
    right = [False] * len(text)
    for start, _, length in SequenceMatcher(None, text, wanted, autojunk=False).get_matching_blocks():
        right[start : start + length] = [True] * length
    found, at = [], 0
    for word in said:
        end = at + len(word.text)
        if len(word.scores) == len(word.text):
            found += zip(word.scores, right[at:end], strict=True)
        elif word.score is not None:
            found.append((word.score, all(right[at:end])))
        at = end
    return found


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    decoder.use(PICTURES)
    found: dict[str, list[tuple[float, bool]]] = {"Latin": [], "Chinese": []}
    with tempfile.TemporaryDirectory() as folder:
        for number in range(count):
            picture, truth = drawn(number)
            path = Path(folder, "page.png")
            picture.save(path)
            page = read_page(path, lambda _lines: None, lambda _share: None, Event())
            found["Chinese" if number % 4 == 3 else "Latin"] += judged(
                page, [word for line in truth for word in line]
            )
    PICTURES.close()
    for kind, words in (*found.items(), ("all", [*found["Latin"], *found["Chinese"]])):
        wrong = sum(not right for _, right in words)
        print(f"{kind}: {len(words)} words, {wrong} of them wrong")
        print("threshold  marked  precision  recall")
        for threshold in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98):
            marked = [right for score, right in words if score < threshold]
            hit = sum(not right for right in marked)
            print(
                f"{threshold:9.2f}  {len(marked):6}  {hit / max(len(marked), 1):9.3f}  {hit / max(wrong, 1):6.3f}"
            )


if __name__ == "__main__":
    main()
