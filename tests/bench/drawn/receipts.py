"""Receipts and bills: names left, prices right, printed or photographed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

from drawn import texts
from drawn.paper import Drawn, Paper, drawing_lots, font, noisy, photographed


def receipts() -> Iterator[Drawn]:
    yield _shop("shop", "mono", 22)
    page = _shop("shop-photo", "noto mono", 24, dots=True)
    yield _photo(page, lean=1.6, seed=1)
    page = _bill("bill-photo", "narrow", 27)
    yield _photo(page, lean=-2.4, seed=2, tilt=0.02)
    yield _bill("bill", "condensed", 22)
    page = _wide("invoice-lines", "helvetica", 22)
    yield page
    page = _quantities("quantities-photo", "courier bold", 25)
    yield _photo(page, lean=2.8, seed=3, noise=7)
    page = _quantities("quantities", "mono", 21)
    yield replace(page, image=noisy(page.image, 4, 10), quality=60)
    yield _chinese("chinese-receipt", 26)
    page = _chinese("chinese-receipt-photo", 28)
    yield _photo(page, lean=-1.3, seed=6)
    page = _shop("shop-faint", "helvetica", 23, ink="#8a8a86", ground="#f1efe8")
    yield _photo(page, lean=0.8, seed=7, noise=4, blur=0.8)
    page = _bill("bill-far", "sans", 30)
    yield _photo(page, lean=3.5, seed=8, tilt=0.04)


def _photo(page: Drawn, seed: int, **given: float) -> Drawn:
    return replace(page, image=photographed(page.image, seed, **given), quality=80)  # type: ignore[arg-type]


class _Roll:
    """A strip of paper that is written from the top."""

    def __init__(self, width: int, face: str, size: int, ink: str, ground: str) -> None:
        self.paper = Paper(width, 2000, ground, ink)
        self.face, self.y, self.margin = font(face, size), 50.0, round(width * 0.06)
        self.step = size * 1.5

    def middle(self, text: str, larger: float = 1.0) -> None:
        face = self.face.font_variant(size=int(self.face.size * larger))
        self.paper.write(self.paper.width / 2, self.y, text, face, "ma")
        self.y += self.step * larger

    def pair(self, left: str, right: str, larger: float = 1.0) -> None:
        face = self.face.font_variant(size=int(self.face.size * larger))
        self.paper.write(self.margin, self.y, left, face)
        self.paper.write(self.paper.width - self.margin, self.y, right, face, "ra", after=" ")
        self.y += self.step * larger

    def left(self, text: str, indent: float = 0) -> None:
        self.paper.write(self.margin + indent, self.y, text, self.face)
        self.y += self.step

    def rule(self) -> None:
        for x in range(self.margin, self.paper.width - self.margin, 14):
            self.paper.rule(x, self.y + self.step * 0.2, x + 8, self.y + self.step * 0.2, 2)
        self.y += self.step * 0.6

    def done(self, name: str, **given: object) -> Drawn:
        page = self.paper.drawn(name, **given)
        return replace(page, image=page.image.crop((0, 0, self.paper.width, int(self.y + 50))))


def _prices(lots: random.Random, count: int) -> list[float]:
    return [round(lots.uniform(0.6, 24), 2) for _ in range(count)]


def _shop(
    name: str, face: str, size: int, ink: str = "black", ground: str = "white", dots: bool = False
) -> Drawn:
    lots = drawing_lots(name)
    roll = _Roll(size * 25, face, size, ink, ground)
    roll.middle("GREEN VALLEY MARKET", 1.3)
    roll.middle("218 Station Road, Leeds")
    roll.middle("Tel: 0113 555 0147")
    roll.rule()
    prices = _prices(lots, 9)
    for item, price in zip(lots.sample(texts.ITEMS, 9), prices, strict=True):
        roll.pair(item, f"{price:.2f}")
    roll.rule()
    total = sum(prices)
    roll.pair("SUBTOTAL", f"{total:.2f}")
    roll.pair("VAT 20%", f"{total * 0.2:.2f}")
    roll.pair("TOTAL", f"£{total * 1.2:.2f}", 1.25)
    roll.pair("CASH", f"{total * 1.2 + 5:.2f}")
    roll.pair("CHANGE", "5.00")
    roll.rule()
    roll.pair("14/03/2024 16:42", "Till 07")
    roll.middle("Thank you for shopping with us")
    return roll.done(name)


def _bill(name: str, face: str, size: int) -> Drawn:
    lots = drawing_lots(name)
    roll = _Roll(size * 22, face, size, "#1c1c1c", "#fbfbf7")
    roll.middle("THE OLD LANTERN", 1.4)
    roll.middle("Quay Street 9")
    roll.pair("Table 12", "Guests 3")
    roll.pair("Server: Nina", "20:14")
    roll.rule()
    prices = [lots.randint(8, 60) * 500 for _ in range(6)]
    for item, price in zip(lots.sample(texts.DISHES, 6), prices, strict=True):
        count = lots.randint(1, 3)
        roll.left(item)
        roll.pair(f"  {count} x {price:,}", f"{count * price:,}")
    roll.rule()
    roll.pair("SUB TOTAL", f"{sum(prices):,}")
    roll.pair("SERVICE 10%", f"{sum(prices) // 10:,}")
    roll.pair("GRAND TOTAL", f"{sum(prices) * 11 // 10:,}", 1.2)
    roll.middle("*** PAID BY CARD ***")
    return roll.done(name)


def _quantities(name: str, face: str, size: int) -> Drawn:
    """Columns for number, name, price and sum."""
    lots = drawing_lots(name)
    roll = _Roll(size * 30, face, size, "black", "white")
    paper = roll.paper
    columns = (
        roll.margin,
        roll.margin + size * 3,
        paper.width - roll.margin - size * 6,
        paper.width - roll.margin,
    )

    def row(number: str, item: str, price: str, whole: str) -> None:
        paper.write(columns[0], roll.y, number, roll.face)
        paper.write(columns[1], roll.y, item, roll.face, after=" ")
        paper.write(columns[2], roll.y, price, roll.face, "ra", after=" ")
        paper.write(columns[3], roll.y, whole, roll.face, "ra", after=" ")
        roll.y += roll.step

    roll.middle("HARDWARE & HOME", 1.3)
    roll.middle("Receipt no. 004812")
    roll.rule()
    row("Qty", "Item", "Price", "Total")
    whole = 0.0
    for item, price in zip(lots.sample(texts.ITEMS, 7), _prices(lots, 7), strict=True):
        count = lots.randint(1, 4)
        whole += count * price
        row(str(count), item, f"{price:.2f}", f"{count * price:.2f}")
    roll.rule()
    roll.pair("Total USD", f"{whole:.2f}")
    roll.pair("Card **** 4471", f"{whole:.2f}")
    roll.middle("Goods can be returned within 14 days")
    return roll.done(name)


def _wide(name: str, face: str, size: int) -> Drawn:
    """An order with long descriptions, prices far to the right, on a page."""
    lots = drawing_lots(name)
    roll = _Roll(1300, face, size, "#202020", "white")
    roll.left("Order summary")
    roll.pair("Order number", "B-20418-77")
    roll.pair("Placed on", "3 June 2024")
    roll.y += 20
    prices = _prices(lots, 8)
    for item, price in zip(lots.sample(texts.ITEMS, 8), prices, strict=True):
        roll.pair(
            f"{item}, {lots.choice(('two pieces', 'gift wrapped', 'large size', 'delivered by Monday'))}",
            f"${price:.2f}",
        )
    roll.y += 20
    roll.pair("Items", f"${sum(prices):.2f}")
    roll.pair("Delivery", "$4.90")
    roll.pair("Order total", f"${sum(prices) + 4.9:.2f}", 1.3)
    return roll.done(name)


def _chinese(name: str, size: int) -> Drawn:
    lots = drawing_lots(name)
    roll = _Roll(size * 21, "chinese", size, "black", "white")
    roll.middle("好邻居超市", 1.4)
    roll.middle("中山路一百二十号")
    roll.pair("单号：20240318", "收银员：07")
    roll.rule()
    prices = _prices(lots, 7)
    for item, price in zip(lots.sample(texts.CHINESE_ITEMS, 7), prices, strict=True):
        roll.pair(item, f"{price:.2f}")
    roll.rule()
    roll.pair("合计", f"{sum(prices):.2f}")
    roll.pair("优惠", "2.00")
    roll.pair("实收", f"{sum(prices) - 2:.2f}", 1.2)
    roll.middle("谢谢惠顾，欢迎再次光临")
    return roll.done(name, languages="chi_sim+eng")
