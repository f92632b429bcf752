# ruff: noqa: E501
from __future__ import annotations

import random

import pytest

from eyebox_models.text.requests import Count, Extract, Fields, Find, MakeTable, ReadAll, Unknown, understand

WORDS = (
    "find read where is the salmon burger how many times extract all prices and e-mails table count please invoice "
    "number total what does it say in this picture 找到 读取 图片 中 的 所有 文字 价格 在哪里 框出 提取 邮箱 "
    "表格 有 几个 多少钱 和 请 谢谢 \" ' “ ” 「 ( [ \\ * ? . , ， 、 : \n \t 1 $ é 😀 a b"
)


@pytest.mark.parametrize(
    "text",
    [
        "read", "Read everything.", "read the text", "Please read all the text in this picture!", "OCR", "ocr this",
        "Can you transcribe the whole page, please?", "extract the text", "Extract all text from the image",
        "what does it say?", "What does the sign say?", "What is written here?", "What text is in the picture?",
        "text", "show me the text", "Get all words", "", "   ", "What's the text on this sign?",
        "Read the text aloud", "Can you read what's on the receipt?", "What is on this page?", "Tell me the text",
        "give me everything you can read", "Extract all the text you can see", "读取", "读取图片中的文字", "识别文字", "请识别图中所有文字", "把图片里的文字读出来", "图里写了什么", "上面写着什么？",
        "提取文字", "图片中有哪些文字？", "全文", "帮我识别一下", "读出所有内容", "图上有什么字", "请提取图片中的全部文字，谢谢",
    ],
)  # fmt: skip
def test_read_everything(text):
    assert understand(text).wishes == (ReadAll(),)


@pytest.mark.parametrize(
    ("text", "sought"),
    [
        ("find salmon burger", "salmon burger"),
        ("Find the salmon burger", "salmon burger"),
        ("FIND SALMON BURGER!", "SALMON BURGER"),
        ('find "Salmon Burger"', "Salmon Burger"),
        ("where is the salmon burger?", "salmon burger"),
        ("Where's salmon burger", "salmon burger"),
        ("Could you please locate the salmon burger in the picture?", "salmon burger"),
        ("locate salmon burger on this menu", "salmon burger"),
        ("frame the salmon burger", "salmon burger"),
        ("frame the high-five in the picture", "high-five"),
        ("Draw a box around the salmon burger", "salmon burger"),
        ("show me where salmon burger is", "salmon burger"),
        ("highlight every occurrence of burger", "burger"),
        ("search for the word burger", "burger"),
        ("is there a salmon burger?", "salmon burger"),
        ("找到 salmon burger", "salmon burger"),
        ("找到“内分泌科”", "内分泌科"),
        ("内分泌科在哪里？", "内分泌科"),
        ("请框出内分泌科", "内分泌科"),
        ("把内分泌科框出来", "内分泌科"),
        ("帮我找一下内分泌科", "内分泌科"),
        ("图中内分泌科的位置", "内分泌科"),
        ("在图中找到内分泌科", "内分泌科"),
        ("标出所有的科", "科"),
        ("有没有骨科？", "骨科"),
        ("find 内分泌科", "内分泌科"),
        ("find 17,000", "17,000"),
        ("Where does it say total?", "total"),
        ("find: salmon burger", "salmon burger"),
        ("查找：骨科", "骨科"),
        ("框出图中击掌的位置", "击掌"),
        ("用框标出内分泌科", "内分泌科"),
        ("找零在哪里", "找零"),
        ("Find text salmon burger", "salmon burger"),
        ("查找文字骨科", "骨科"),
    ],
)
def test_find(text, sought):
    assert understand(text).wishes[-1] == Find((sought,))


def test_find_several():
    assert understand('find "Turkey Burger" and "Vodka Pizza"').wishes == (
        Find(("Turkey Burger", "Vodka Pizza")),
    )
    assert understand("find turkey burger and vodka pizza").wishes == (
        Find(("turkey burger and vodka pizza",), maybe=True),
        Find(("turkey burger", "vodka pizza")),
    )
    assert understand("找到骨科和男科").wishes[-1] == Find(("骨科", "男科"))


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("extract all prices", ("amount",)),
        ("extract e-mails", ("email",)),
        ("Extract the e-mail addresses and phone numbers from this picture", ("email", "phone")),
        ("list dates, amounts and ids", ("date", "amount", "id")),
        ("find all prices", ("amount",)),
        ("what are the prices?", ("amount",)),
        ("phone numbers", ("phone",)),
        ("prices?", ("amount",)),
        ("get me all the links on the page please", ("url",)),
        ("find all dates in the document", ("date",)),
        ("提取所有价格", ("amount",)),
        ("提取邮箱", ("email",)),
        ("请提取图中的邮箱和电话", ("email", "phone")),
        ("找出所有日期", ("date",)),
        ("把所有的价格提取出来", ("amount",)),
        ("价格", ("amount",)),
        ("列出图片中所有的网址", ("url",)),
        ("框出所有价格", ("amount",)),
        ("提取订单号", ("id",)),
        ("list all items with prices", ("amount",)),
        ("图中有哪些价格", ("amount",)),
        ("这张图里的价格有哪些？", ("amount",)),
        ("Extract all prices and amounts.", ("amount",)),
        ("Extract all e-mail addresses, phone numbers and web addresses.", ("email", "phone", "url")),
        ("Extract all identification numbers.", ("id",)),
        ("提取所有邮箱、电话号码和网址。", ("email", "phone", "url")),
    ],
)
def test_extract(text, kinds):
    assert understand(text).wishes[-1] == Extract(kinds)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("invoice number, total", ("invoice number", "total")),
        ("GRAND TOTAL", ("GRAND TOTAL",)),
        ("What is the total?", ("total",)),
        ("what's the invoice number", ("invoice number",)),
        ("extract invoice number and due date", ("invoice number", "due date")),
        ("extract the invoice number, date and total from this receipt", ("invoice number", "date", "total")),
        ("give me the grand total", ("grand total",)),
        ("合计", ("合计",)),
        ("合计是多少？", ("合计",)),
        ("发票号码、合计", ("发票号码", "合计")),
        ("提取发票号码和合计金额", ("发票号码", "合计金额")),
        ("姓名是什么", ("姓名",)),
        ("find the invoice number", ("invoice number",)),
        ("Extract these fields: invoice number, date, total", ("invoice number", "date", "total")),
        ("提取以下字段：发票号码、日期、合计", ("发票号码", "日期", "合计")),
    ],
)
def test_fields(text, names):
    assert understand(text).wishes[-1] == Fields(names)


def test_a_label_that_only_the_page_can_know():
    assert understand("what is the room number").wishes == (Fields(("room number",)), Unknown())
    assert understand("extract colour and size").wishes == (Fields(("colour", "size")), Unknown())
    assert understand("how much is the salmon burger?").wishes == (
        Fields(("salmon burger",), "amount"),
        Unknown(),
    )
    assert understand("salmon burger多少钱").wishes == (Fields(("salmon burger",), "amount"), Unknown())
    assert understand("where is the price of the latte").wishes == (Fields(("latte",), "amount"), Unknown())
    assert understand("三文鱼汉堡的价格").wishes == (Fields(("三文鱼汉堡",), "amount"), Unknown())
    assert understand("salmon burger").wishes == (Find(("salmon burger",), maybe=True), Unknown())


@pytest.mark.parametrize(
    "text",
    ["make a table", "Show it as a table please", "table", "convert to csv", "turn this into a spreadsheet", "表格",
     "做成表格", "请把图片转成表格", "提取表格", "extract the table"],
)  # fmt: skip
def test_table(text):
    assert understand(text).wishes == (MakeTable(),)


def test_count():
    assert understand('how many times does "burger" occur?').wishes == (Count("burger"),)
    assert understand("How many times does burger appear in the picture").wishes[0] == Count("burger")
    assert understand("count the occurrences of burger").wishes[0] == Count("burger")
    assert understand("how many burgers are there?").wishes == (Count("burgers"), Unknown())
    assert understand("how many prices are there?").wishes == (Count("prices", kind="amount"),)
    assert understand("how many lines?").wishes == (Count("lines", unit="lines"),)
    assert understand("“科”出现了几次").wishes == (Count("科"),)
    assert understand("图中有多少个价格？").wishes == (Count("价格", kind="amount"),)
    assert understand("有几个科").wishes[0] == Count("科")


@pytest.mark.parametrize(
    "text",
    [
        "describe the picture", "What is the man doing?", "translate this to German", "why is the sky blue?",
        "Summarise the document", "who is this", "read the text and translate it into English", "write a poem",
        "描述这张图片", "这张图片讲了什么", "翻译成英文", "为什么", "总结一下", "What colour is the car?",
        "x" * 5000, "这是谁", "这是什么", "What is this?", "把文字翻译成英文",
    ],
)  # fmt: skip
def test_what_the_reader_does_not_do(text):
    assert understand(text).wishes[-1] == Unknown()
    assert not any(isinstance(wish, ReadAll | MakeTable | Extract) for wish in understand(text).wishes)


def test_language_of_the_answer():
    assert understand("find salmon").language == "en"
    assert understand("找到 salmon").language == "zh"
    assert understand("find 内分泌科").language == "en"
    assert understand("", "zh_CN").language == "zh"
    assert understand("find “骨科”", "zh_CN").language == "en"


def test_random_strings_never_raise():
    chance = random.Random(3)
    for _ in range(16000):
        text = chance.choice(["", " "]).join(chance.choices(WORDS.split(" "), k=chance.randint(0, 12)))
        assert understand(text).wishes
    for _ in range(4000):
        assert understand(
            "".join(chr(chance.randrange(0x20, 0x3FFF)) for _ in range(chance.randint(0, 80)))
        ).wishes


@pytest.mark.parametrize("text", ["find " + "the " * 150, "把" * 599, "how many " + "a is there " * 50, "图上" * 299,
                                  "what is the " + " and " * 110, '"' * 599, "read " + "all the " * 74])  # fmt: skip
def test_long_requests_are_understood_at_once(text):
    assert understand(text).wishes


@pytest.mark.parametrize(
    ("text", "program", "language", "wish"),
    [
        ("Lies den gesamten Text in diesem Bild.", "en", "de", ReadAll()),
        ("finde „coffee“", "en", "de", Find(("coffee",))),
        ("Finde bitte das Wort Kaffee im Bild", "en", "de", Find(("Kaffee",))),
        ("Wo steht Kaffee?", "en", "de", Find(("Kaffee",))),
        ("Entnimm alle E-Mail-Adressen und Telefonnummern.", "en", "de", Extract(("email", "phone"))),
        ("Entnimm diese Felder: Rechnungsnummer, Datum", "de", "de", Fields(("Rechnungsnummer", "Datum"))),
        ("Mach aus diesem Text eine Tabelle.", "de", "de", MakeTable()),
        ("Wie viele Zeilen gibt es?", "en", "de", Count("Zeilen", unit="lines")),
        ("Kaffee", "de", "de", Find(("Kaffee",), maybe=True)),
        ("find coffee", "de", "en", Find(("coffee",))),
        ("この画像のテキストをすべて読み取ってください。", "en", "ja", ReadAll()),
        ("「coffee」を探してください", "en", "ja", Find(("coffee",))),
        ("コーヒーはどこですか", "en", "ja", Find(("コーヒー",))),
        ("価格と金額をすべて抜き出してください。", "en", "ja", Extract(("amount",))),
        ("次の項目を抜き出してください：請求書番号、日付", "ja", "ja", Fields(("請求書番号", "日付"))),
        ("このテキストを表にしてください。", "ja", "ja", MakeTable()),
        ("行を数えてください", "ja", "ja", Count("行", unit="lines")),
        ("合計", "ja", "ja", Fields(("合計",))),
        ("合计", "en", "zh", Fields(("合计",))),
    ],
)
def test_german_and_japanese(text, program, language, wish):
    understood = understand(text, program)
    assert (understood.language, understood.wishes[0]) == (language, wish)
