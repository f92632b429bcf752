"""Receipts and bills: names left, prices right, printed or photographed."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace

from drawn import texts
from drawn.paper import Drawn, Paper, curved, drawing_lots, font, noisy, photographed


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
    yield _photo(_tax_invoice("tax-invoice-photo", "condensed", 22), seed=9, lean=-1.1)
    page = _tax_invoice("tax-invoice-scan", "mono", 19)
    yield replace(page, image=noisy(page.image, 10, 14, 0.7), quality=55)
    page = _till("till-curved", "narrow", 28)
    yield replace(
        _photo(page, seed=11, lean=1.2), image=photographed(curved(page.image, 34), 11, lean=1.2), quality=80
    )
    yield _till("till", "helvetica", 22)
    yield _prices_in_columns("prices-in-columns", "serif", 26)
    page = _prices_in_columns("prices-in-columns-photo", "gothic", 28)
    yield _photo(page, seed=12, lean=-2.2, tilt=0.03)
    page = _tax_invoice("tax-invoice-curved", "narrow", 26)
    yield replace(page, image=photographed(curved(page.image, -26), 13, lean=-1.7, noise=6), quality=75)


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


def _tax_invoice(name: str, face: str, size: int) -> Drawn:
    """As shops in Malaysia print them: labels and colons, items of two lines, sums whose labels end where others begin."""
    lots = drawing_lots(name)
    roll = _Roll(size * 24, face, size, "#151515", "white")
    paper, width = roll.paper, roll.paper.width

    def item(cells: Sequence[str], ends: Sequence[float]) -> None:
        paper.write(roll.margin, roll.y, cells[0], roll.face)
        for cell, end in zip(cells[1:], ends, strict=True):
            paper.write(end * width, roll.y, cell, roll.face, "ra", after=" ")
        roll.y += roll.step

    def summed(label: str, value: str) -> None:
        paper.write(width * 0.72, roll.y, label, roll.face, "ra")
        paper.write(width - roll.margin, roll.y, value, roll.face, "ra", after=" ")
        roll.y += roll.step

    roll.middle("*** COPY ***")
    roll.middle("SERI BAYU TRADING SDN BHD", 1.15)
    roll.middle("ROC NO: 538358-H")
    roll.middle("NO 2 & 4, JALAN BAYU 4,")
    roll.middle("81750 MASAI, JOHOR")
    roll.middle("Tel:07-388 2218 Fax:07-388 8218")
    roll.y += size
    roll.middle("TAX INVOICE", 1.2)
    for label, value in (
        ("Invoice No", f"PEGIV-{lots.randint(100000, 999999)}"),
        ("Date", "15/01/2019 11:05:16 AM"),
        ("Cashier", lots.choice(texts.NAMES).upper()),
        ("Bill To", "THE PEAK QUARRY WORKS"),
    ):
        paper.write(roll.margin, roll.y, label, roll.face)
        paper.write(roll.margin + size * 6, roll.y, f": {value}", roll.face, after=" ")
        roll.y += roll.step
    roll.rule()
    ends = (0.5, 0.72, 0.94)
    item(("Description", "Qty", "Price", "Amount"), ends)
    roll.rule()
    whole = 0.0
    for one, price in zip(lots.sample(texts.ITEMS, 4), _prices(lots, 4), strict=True):
        count = lots.randint(1, 5)
        whole += count * price
        item((f"{lots.randint(10**8, 10**9):09d}", str(count), f"{price:.2f}", f"{count * price:.2f}"), ends)
        roll.left(one.upper())
    roll.rule()
    summed("Total Exclude GST:", f"{whole:.2f}")
    summed("Total GST @6%:", f"{whole * 0.06:.2f}")
    summed("Round Amt:", "0.00")
    summed("TOTAL:", f"{whole * 1.06:.2f}")
    roll.y += size * 0.6
    roll.pair("VISA CARD", f"{whole * 1.06:.2f}")
    roll.left("xxxxxxxxxxxx4318")
    roll.left("Approval Code:000")
    roll.y += size * 0.6
    roll.middle("Goods Sold Are Not Returnable")
    roll.middle("****THANK YOU. PLEASE COME AGAIN.****")
    return roll.done(name)


def _till(name: str, face: str, size: int) -> Drawn:
    """Counts before names, what belongs to a dish indented below it, long names on two lines."""
    lots = drawing_lots(name)
    roll = _Roll(size * 20, face, size, "#222222", "#fdfdfb")
    paper = roll.paper
    roll.middle("BAKERY & CO", 1.3)
    roll.pair("Order 118", "POS 2")
    roll.pair("12 Apr 2024", "09:41")
    roll.rule()
    whole = 0
    for dish in lots.sample(texts.DISHES, 6):
        count, price = lots.randint(1, 4), lots.randint(6, 90) * 500
        whole += count * price
        paper.write(roll.margin, roll.y, f"{count}", roll.face)
        paper.write(roll.margin + size * 2, roll.y, dish, roll.face, after=" ")
        paper.write(paper.width - roll.margin, roll.y, f"{count * price:,}", roll.face, "ra", after=" ")
        roll.y += roll.step
        if lots.random() < 0.5:
            roll.left(lots.choice(("NO SUGAR", "TAKE AWAY", "EXTRA CREAM", "@ MEMBER PRICE")), size * 2)
    roll.rule()
    roll.pair("SUB TOTAL", f"{whole:,}")
    roll.pair("PB1 10%", f"{whole // 10:,}")
    roll.pair("GRAND TOTAL", f"{whole * 11 // 10:,}", 1.15)
    roll.pair("CASH IDR", f"{whole * 2:,}")
    roll.pair("CHANGE DUE", f"{whole * 9 // 10:,}")
    roll.middle("-- THANK YOU --")
    return roll.done(name)


def _prices_in_columns(name: str, face: str, size: int) -> Drawn:
    """A menu of two columns, each of them made of rows: one column after the other."""
    lots = drawing_lots(name)
    paper = Paper(1300, 900, "#fffaf0", "#2a2018")
    text = font(face, size)
    paper.write(650, 50, "OUR MENU", font(face, size * 2), "ma")
    dishes = lots.sample(texts.DISHES, 12)
    for x, titles in ((80, ("STARTERS", "DRINKS")), (700, ("MAINS", "SWEETS"))):
        y = 160
        for title in titles:
            paper.write(x, y, title, font(face, size + 10))
            y += size * 2
            for _ in range(3):
                paper.write(x, y, dishes.pop().title(), text)
                paper.write(x + 500, y, f"${lots.randint(4, 29)}", text, "ra", after=" ")
                y += round(size * 1.8)
            y += size
    return paper.drawn(name)
