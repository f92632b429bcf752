from __future__ import annotations

import random

import pytest

from eyebox_models.text.extract import KINDS, extract
from pages import line, menu, page, receipt, written


def values(text, kind=None):
    return [(item.kind, item.value) for item in extract(written(text), [kind] if kind else KINDS)]


def test_menu_has_thirteen_prices():
    prices = extract(menu(), ["amount"])
    assert len(prices) == 13
    assert [p.value for p in prices] == ["10"] * 7 + ["12"] * 6
    assert prices[0].text == "$10"
    assert prices[0].box == (400, 62, 430, 82)


def test_receipt_has_six_amounts():
    assert sorted(a.value for a in extract(receipt())) == ["17000"] * 4 + ["20000", "3000"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Mail: Jane.Doe+eyebox@mail.example.co.uk, or call", "Jane.Doe+eyebox@mail.example.co.uk"),
        ("邮箱：zhang@example.com。谢谢", "zhang@example.com"),
        ("info @ example . com", "info@example.com"),
        ("info@example,com", "info@example.com"),
        ("ｉｎｆｏ＠example.com", "info@example.com"),
    ],
)
def test_email(text, value):
    assert values(text) == [("email", value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("see https://example.com/a?b=1&c=(2).", "https://example.com/a?b=1&c=(2)"),
        ("(http://example.com/x)", "http://example.com/x"),
        ("www.example.cn，欢迎", "www.example.cn"),
        ("visit example.org/docs today", "example.org/docs"),
        ("https: //example.com", "https://example.com"),
    ],
)
def test_url(text, value):
    assert values(text) == [("url", value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Tel. 0755-8888 6666", "075588886666"),
        ("手机：138 1234 5678", "13812345678"),
        ("13812345678", "13812345678"),
        ("+49 (0)30 1234567", "+490301234567"),
        ("+1 415 555 2671", "+14155552671"),
        ("(415) 555-2671", "4155552671"),
        ("415-555-2671", "4155552671"),
        ("400-820-8820", "4008208820"),
        ("010-62345678转803", "01062345678x803"),
        ("Phone: 5551234", "5551234"),
        ("01 44 55 66 77", "0144556677"),
    ],
)
def test_phone(text, value):
    assert values(text) == [("phone", value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2024-03-05", "2024-03-05"),
        ("2024/3/5 12:30", "2024-03-05"),
        ("2024.03.05", "2024-03-05"),
        ("5.3.2024", "2024-03-05"),
        ("25/12/24", "2024-12-25"),
        ("12/25/2024", "2024-12-25"),
        ("03/05/2024", "03/05/2024"),
        ("2024年3月5日", "2024-03-05"),
        ("2024 年 3 月", "2024-03"),
        ("3月5日", "--03-05"),
        ("二〇二四年十二月三十一日", "2024-12-31"),
        ("March 5, 2024", "2024-03-05"),
        ("Mar 5th 2024", "2024-03-05"),
        ("5 March 2024", "2024-03-05"),
        ("05-MAR-24", "2024-03-05"),
        ("5. März 2024", "2024-03-05"),
        ("5 août 2024", "2024-08-05"),
        ("5 de mayo de 2024", "2024-05-05"),
        ("March 2024", "2024-03"),
        ("on May 5", "--05-05"),
        ("2O24-O3-05", "2024-03-05"),
        ("24-12-2024", "2024-12-24"),
    ],
)
def test_date(text, value):
    assert values(text) == [("date", value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("$10", "10"),
        ("US$ 1,234.56", "1234.56"),
        ("1.234,56 €", "1234.56"),
        ("€1.234", "1234"),
        ("￥ 88.00", "88.00"),
        ("¥1,288元", "1288"),
        ("合计：100元", "100"),
        ("3.5万元", "35000"),
        ("$2.5 million", "2500000"),
        ("Rp 17.000", "17000"),
        ("IDR 17,000", "17000"),
        ("17,000", "17000"),
        ("x 17,000", "17000"),
        ("Total: 12.50", "12.50"),
        ("-12,50", "-12.50"),
        ("$1O.OO", "10.00"),
        ("1 234 567 EUR", "1234567"),
        ("CHF 1'234.50", "1234.50"),
        ("₹1,23,456", "123456"),
        ("£5", "5"),
        ("$0.005", "0.005"),
        ("€0,50", "0.50"),
        ("$275,000,000", "275000000"),
        ("3.10 EUR", "3.10"),
        ("Python 3.10 €", "3.10"),
        ("Total 3.10", "3.10"),
    ],
)
def test_amount(text, value):
    assert values(text) == [("amount", value)]


@pytest.mark.parametrize(
    "text",
    [
        "$275,000,0000",
        "$1,2345",
        "¥1,2345",
        "$12,34,56",
        "$1.234.5678",
        "Rp 17.0000",
        "100,0000元",
        "12,5000 USD",
    ],
)
def test_an_amount_whose_groups_fit_no_notation_stays_whole(text):
    """A part of it would be another amount."""
    (found,) = extract(written(text))
    assert (found.kind, found.text, found.value) == ("amount", text, text)


def test_a_range_is_two_values():
    assert values("$5–$10") == [("amount", "5"), ("amount", "10")]
    assert values("5.3.2024-7.3.2024") == [("date", "2024-03-05"), ("date", "2024-03-07")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Invoice No.: INV-2024-00123", "INV-2024-00123"),
        ("Order #10045", "10045"),
        ("Order number 2024-03-05-17", "2024-03-05-17"),
        ("订单号：202403051234", "202403051234"),
        ("发票号码 01234567", "01234567"),
        ("ISBN 978-3-16-148410-0", "978-3-16-148410-0"),
        ("9783161484100", "9783161484100"),
        ("11010519491231002X", "11010519491231002X"),
        ("DE89 3704 0044 0532 0130 00", "DE89370400440532013000"),
        ("1Z999AA10123456784", "1Z999AA10123456784"),
        ("SF1234567890123", "SF1234567890123"),
        ("550e8400-e29b-41d4-a716-446655440000", "550e8400-e29b-41d4-a716-446655440000"),
        ("91110000100006921J", "91110000100006921J"),
    ],
)
def test_id(text, value):
    assert values(text) == [("id", value)]


@pytest.mark.parametrize(
    "text",
    [
        "", "hello world", "version 3.11.4", "192.168.0.1", "1.5 kg", "12.50 %", "at 12:30", "Section 2.3",
        "7 x 24", "A4", "4F", "room 1204", "COVID-19", "you may 5", "100", "sentence.It was", "99.95 mm",
        "3:2", "MP3 1080p",
        "Python 3.10, 3.12", "supports 3.10, 3.12 and 3.13", "version 2.50", "Ubuntu 22.04", "numpy>=1.26",
        "section 3.12", "node 18.19, npm 9.20", "0.001 BTC",
        "www.x.gui", "www.setup.exe", "www.readme.txt",
        "2024-03-055", "2024-03-05-07", "March 5, 20244", "1/2/20245", "(415) 555-2671-99", "415-555-26711",
        "+49 30 1234567-12345678", "1,234,5678", "ISBN 978-3-16-148410-01",
    ],
)  # fmt: skip
def test_what_is_none_of_them(text):
    assert values(text) == []


def test_several_in_one_line_stay_apart():
    text = "2024-03-05 INV-2024-00123 $12.50 a@b.com 138-1234-5678 www.b.com"
    assert [kind for kind, _ in values(text)] == ["date", "id", "amount", "email", "phone", "url"]
    (item,) = extract(written(text), ["amount"])
    assert (item.text, item.span.start, item.span.end) == ("$12.50", 26, 32)
    assert item.box == (260, 0, 320, 20)


def test_an_identifier_beside_or_below_its_label():
    beside = page(line("Invoice No.", 0, 0), line("48213", 300, 4))
    assert [(i.value, i.line) for i in extract(beside)] == [("48213", 1)]
    under = page(line("订单编号", 0, 0), line("A-48213", 0, 30))
    assert [(i.value, i.line) for i in extract(under)] == [("A-48213", 1)]


def test_random_strings_never_raise():
    chance = random.Random(2)
    letters = "0123456789019+-/.,:;()# $€¥￥元年月日@abcINVOxX 号码no.www.com:// tel①²½〇十㈱ "
    for _ in range(4000):
        text = "".join(chance.choices(letters, k=chance.randint(0, 40)))
        for item in extract(written(text)):
            assert item.text == text[item.span.start : item.span.end] and item.text.strip()
