"""Pages built by hand, and the words of the three sample pictures where the reader sees them."""

from __future__ import annotations

from eyebox_models.protocol.page import Line, Page, Word


def line(
    text: str, x: float = 0, y: float = 0, *, height: float = 20, lean: float = 0, words: bool = True
) -> Line:
    """A line at `(x, y)`, 10 px a letter (20 px a Chinese one); `lean` is how far its right end is lower."""
    lead = len(text) - len(text.lstrip())
    places = [x]
    for char in text[lead:]:
        places.append(places[-1] + (20 if ord(char) > 0x2E80 else 10))
    width = places[-1] - x
    parts: list[Word] = []
    position = 0
    for part in text.split():
        position = text.index(part, position)
        first, last = places[position - lead], places[position - lead + len(part)]
        drop = [lean * (p - x) / width for p in (first, last)]
        parts.append(Word(part, (first, y + min(drop), last, y + height + max(drop))))
        position += len(part)
    quad = ((x, y), (x + width, y + lean), (x + width, y + height + lean), (x, y + height))
    box = (x, y + min(lean, 0), x + width, y + height + max(lean, 0))
    return Line(text, 1.0, box, quad, tuple(parts) if words else ())


def page(*lines: Line, blocks: tuple[tuple[int, ...], ...] | None = None, image: str = "page.png") -> Page:
    """A page of 1000 x 1000 px; without `blocks` every line is one."""
    blocks = blocks if blocks is not None else tuple((i,) for i in range(len(lines)))
    return Page(image, 1000, 1000, 0.5, lines, blocks)


def written(*texts: str) -> Page:
    """A page with one block of lines below one another."""
    return page(*(line(text, 0, 30 * i) for i, text in enumerate(texts)), blocks=(tuple(range(len(texts))),))


def menu() -> Page:
    """The sample menu: a name on the left and a price on the right of each row."""
    dishes = {
        "Salmon Burger": "$10", "Turkey Burger": "$10", "Breakfast Burger": "$10", "Veggie Burger": "$10",
        "Bison Burger": "$10", "Bacon Cheeseburger": "$10", "Western Burger": "$10", "Pepperoni Pizza": "$12",
        "Vodka Pizza": "$12", "Garden Pizza": "$12", "Plain Jane Pizza": "$12", "Meat Lover's Pizza": "$12",
        "White Pizza": "$12",
    }  # fmt: skip
    names = [line(name, 40, 60 + 30 * i) for i, name in enumerate(dishes)]
    prices = [line(price, 400, 62 + 30 * i) for i, price in enumerate(dishes.values())]
    title = line("BURGERS", 40, 10, height=30)
    count = len(names)
    blocks = ((0,), tuple(range(1, count + 1)), tuple(range(count + 1, 2 * count + 1)))
    return page(title, *names, *prices, blocks=blocks, image="menu.jpeg")


def receipt() -> Page:
    """The sample receipt as it is read: words run together, rows fall by some 10 px to the right."""
    left = {579: "CINNAMONSUGAR", 628: "1", 686: "SUB TOTAL", 778: "GRANDTOTAL", 846: "CASHIDR"}
    left[912] = "CHANGE DUE"
    right = {627: "17,000", 694: "17,000", 794: "17,000", 863: "20,000", 926: "3,000"}
    lines = [line(text, 24, y, height=36, lean=3) for y, text in left.items()]
    lines.append(line("x 17,000", 127, 623, height=36))
    lines += [line(text, 622, y, height=38, lean=1) for y, text in right.items()]
    return page(*lines, image="receipt.jpg")
