"""Chinese pages: one and two columns, forms with fields, notices, mixed with English."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from drawn import texts
from drawn.paper import Drawn, Paper, drawing_lots, font, noisy, photographed, picked, wrap

_LANGUAGES = "chi_sim+eng"


def chinese() -> Iterator[Drawn]:
    yield _columns("zh-columns", "chinese", 26)
    yield _columns("zh-columns-serif", "chinese serif", 24)
    yield _form("zh-form", 28)
    page = _form("zh-form-photo", 30)
    yield replace(page, image=photographed(page.image, 11, lean=1.4, noise=5), quality=80)
    yield _notice("zh-notice")
    page = _notice("zh-notice-scan")
    yield replace(page, image=noisy(page.image.rotate(-0.8, fillcolor="white"), 12, 10, 0.5), quality=70)
    yield _ruled_form("zh-ruled-form")
    yield _mixed("zh-mixed")
    yield _columns("zh-three-columns", "chinese", 22, 3)
    yield _ruled_form("zh-ruled-form-two")
    yield _card("zh-card")
    yield _form("zh-form-close", 24, close=True)
    yield _form("zh-form-close-seen", 26, close=True)


def _columns(name: str, face: str, size: int, count: int = 2) -> Drawn:
    lots = drawing_lots(name)
    width, height, margin, gap = 1240, 1500, 100, size * 2
    paper = Paper(width, height)
    paper.write(width / 2, 70, lots.choice(texts.CHINESE_TITLES), font(f"{face.split()[0]} bold", 50), "ma")
    text = font(face, size)
    column = (width - 2 * margin - gap * (count - 1)) / count
    pool = lots.sample(texts.CHINESE, len(texts.CHINESE)) * 3
    for number in range(count):
        x, y = margin + number * (column + gap), 190.0
        while True:
            several = "　　" + "".join(pool.pop() for _ in range(lots.randint(2, 3)))
            if y + len(list(wrap(several, text, column))) * size * 1.5 > height - 130:
                break
            y = paper.paragraph(x, y, column, several, text, 1.5) + size * 0.3
    paper.write(width / 2, height - 80, f"第{lots.randint(2, 60)}页", font(face, 20), "ma")
    return paper.drawn(name, languages=_LANGUAGES)


_FIELDS = (
    (("姓名：张伟", "性别：男", "民族：汉"),),
    (("出生日期：1990年3月12日", "籍贯：浙江杭州"),),
    (("身份证号：330102199003121234",),),
    (("电话：13800138000", "邮编：310000"),),
    (("工作单位：杭州市第一中学", "职务：教师"),),
    (("通讯地址：杭州市西湖区文三路88号",),),
    (("学历：本科", "专业：数学", "毕业时间：2012年"),),
    (("紧急联系人：李芳", "关系：配偶", "电话：13900139000"),),
)


def _form(name: str, size: int, close: bool = False) -> Drawn:
    """Fields beside each other; their gaps are two to six characters wide."""
    lots = drawing_lots(name)
    paper = Paper(1100, 900)
    text = font("chinese", size)
    paper.write(550, 60, "职工登记表", font("chinese bold", 46), "ma")
    y = 160
    for ((fields),) in _FIELDS:
        x = 100.0
        for number, one in enumerate(fields):
            x = paper.write(x, y, one, text, after="\t" if number else None)
            x += size * (lots.uniform(0.9, 1.6) if close else lots.uniform(2, 6))
        y += round(size * 2.1)
    paper.write(1000, y + 20, "填表日期：2024年5月6日", text, "ra")
    return paper.drawn(name, languages=_LANGUAGES)


def _ruled_form(name: str) -> Drawn:
    """A form with ruling lines: labels and values in cells."""
    lots = drawing_lots(name)
    paper = Paper(1100, 800)
    text = font("chinese serif", 27)
    paper.write(550, 50, lots.choice(("设备领用申请表", "采购审批单")), font("chinese serif bold", 42), "ma")
    rows = [
        ("申请人", lots.choice(("王芳", "刘洋")), "部门", "技术部"),
        ("申请日期", "2024-05-06", "联系电话", "8888 6666"),
        ("设备名称", "笔记本电脑", "数量", str(lots.randint(1, 9))),
        ("规格型号", "X14-2024", "单价", f"{lots.randint(3000, 9000)}.00"),
        ("用途", "现场测试", "归还日期", "2024-12-31"),
        ("审批意见", "同意", "签字", "陈明"),
    ]
    y, edges = 140, (90, 270, 560, 740, 1010)
    for row in rows:
        for number, cell in enumerate(row):
            paper.draw.rectangle((edges[number], y, edges[number + 1], y + 72), outline="black", width=2)
            paper.write(edges[number] + 18, y + 14, cell, text, after="\t" if number else None)
        y += 72
    paper.write(90, y + 30, "备注：本表一式两份，由申请人和部门各执一份。", font("chinese serif", 24))
    return paper.drawn(name, languages=_LANGUAGES)


def _notice(name: str) -> Drawn:
    lots = drawing_lots(name)
    paper = Paper(1100, 1300)
    text = font("chinese", 30)
    paper.write(550, 90, lots.choice(texts.CHINESE_TITLES), font("chinese bold", 52), "ma", "#b01020")
    y = 230.0
    paper.write(100, y, "各部门、各单位：", text)
    y += 60
    for number in range(3):
        words = f"{'一二三'[number]}、" + "".join(lots.sample(texts.CHINESE, 4))
        y = paper.paragraph(100, y, 900, words, text, 1.6) + 20
    paper.write(1000, y + 60, "办公室", text, "ra")
    paper.write(1000, y + 120, "二〇二四年三月十八日", text, "ra")
    return paper.drawn(name, languages=_LANGUAGES)


def _mixed(name: str) -> Drawn:
    """Chinese with English words and numbers, an English summary below."""
    lots = drawing_lots(name)
    paper = Paper(1240, 1250)
    text, latin = font("chinese", 27), font("chinese", 25)
    paper.write(100, 70, "Eyebox 图像阅读器 用户手册", font("chinese bold", 44))
    y = 170.0
    for line in (
        "支持 PNG、JPEG 和 WebP 等 40 多种格式，最大 2 GB。",
        "按 Ctrl+O 打开文件，按 F5 刷新列表，双击可以放大到 200%。",
        "在 Linux 系统上需要 Python 3.11 以上版本和 8 GB 内存。",
        "默认端口是 8080，可以在 config.json 中修改。",
        "每张图片的处理时间约为 0.5 秒（CPU）。",
    ):
        y = paper.paragraph(100, y, 1040, line, text, 1.6) + 6
    y += 30
    paper.write(100, y, "摘要 Abstract", font("chinese bold", 32))
    y = paper.paragraph(100, y + 60, 1040, picked(lots, texts.CHINESE, 4, ""), text, 1.6) + 20
    paper.paragraph(100, y, 1040, picked(lots, texts.ENGLISH, 4), latin, 1.5)
    return paper.drawn(name, languages=_LANGUAGES)


def _card(name: str) -> Drawn:
    """A screen of a phone: labels left, values right, on cards."""
    paper = Paper(720, 1100, "#f2f3f5", "#222222")
    text, small = font("chinese", 28), font("chinese", 22)
    paper.write(360, 40, "订单详情", font("chinese bold", 32), "ma")
    y = 120
    groups = (
        (
            ("商品名称", "无线蓝牙耳机"),
            ("数量", "2"),
            ("单价", "¥199.00"),
            ("运费", "¥8.00"),
            ("实付款", "¥406.00"),
        ),
        (
            ("订单编号", "2024031800127"),
            ("下单时间", "2024-03-18 10:21"),
            ("支付方式", "微信支付"),
            ("配送方式", "普通快递"),
        ),
    )
    for group in groups:
        paper.draw.rounded_rectangle((30, y, 690, y + 70 * len(group) + 30), 16, fill="white")
        y += 22
        for label, value in group:
            paper.write(60, y, label, small, ink="#777777")
            paper.write(660, y, value, text, "ra", after="\t")
            y += 70
        y += 40
    paper.draw.rounded_rectangle((60, y, 340, y + 80), 40, fill="#e8e8e8")
    paper.draw.rounded_rectangle((380, y, 660, y + 80), 40, fill="#d0342c")
    paper.write(200, y + 40, "申请售后", text, "mm")
    paper.write(520, y + 40, "再次购买", text, "mm", "white", after="\t")
    return paper.drawn(name, languages=_LANGUAGES)
