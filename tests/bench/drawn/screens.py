"""Windows and dialogs, drawn by Qt without a display."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from PIL import Image

from drawn import texts
from drawn.paper import Drawn, Paper, drawing_lots, font, scaled


def screens() -> Iterator[Drawn]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    _ = QApplication.instance() or QApplication([])
    yield _settings("settings", "Noto Sans", 11)
    yield _files("files", "DejaVu Sans", 10)
    yield _message("message", "Noto Sans", 12, dark=True)
    yield _page("web-page", "Noto Serif", 13)
    yield _settings("settings-dark", "DejaVu Sans", 12, dark=True)
    yield _mail("mail", "Noto Sans", 10)
    page = _files("files-large", "Noto Sans", 16)
    yield page
    page = _settings("settings-small", "Noto Sans", 9)
    yield replace(page, quality=80)
    yield _phone("phone")
    yield _chinese("chinese-dialog", 12)
    page = _page("web-page-scaled", "DejaVu Sans", 14)
    yield replace(page, image=scaled(page.image, 0.75))
    yield _overlapping("overlapping")


def _image(widget: Any, width: int, height: int) -> Image.Image:
    from PySide6.QtGui import QImage

    widget.resize(width, height)
    shown = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    data = bytes(shown.constBits())
    return Image.frombytes("RGB", (shown.width(), shown.height()), data, "raw", "RGB", shown.bytesPerLine())


def _styled(widget: Any, family: str, points: int, dark: bool = False) -> Any:
    from PySide6.QtGui import QColor, QFont, QPalette
    from PySide6.QtWidgets import QStyleFactory, QWidget

    style = QStyleFactory.create("Fusion")
    palette = QPalette(QColor("#2b2b2f") if dark else QColor("#f0f0f0"))
    if dark:
        palette.setColor(QPalette.ColorRole.Base, QColor("#1f1f22"))
    for one in (widget, *widget.findChildren(QWidget)):
        one.setStyle(style)
        one.setPalette(palette)
    widget.setFont(QFont(family, points))
    widget._kept_style = style
    return widget


def _settings(name: str, family: str, points: int, dark: bool = False) -> Drawn:
    """Labels left and fields right, row by row; a list of pages at the side."""
    from PySide6.QtWidgets import (
        QCheckBox,
        QComboBox,
        QDialog,
        QFormLayout,
        QHBoxLayout,
        QLabel,
        QLineEdit,
        QListWidget,
        QPushButton,
        QSpinBox,
        QVBoxLayout,
    )  # fmt: skip

    lots = drawing_lots(name)
    dialog = QDialog()
    outer, beside, form, buttons = QVBoxLayout(dialog), QHBoxLayout(), QFormLayout(), QHBoxLayout()
    pages = ["General", "Appearance", "Network", "Shortcuts", "Privacy", "About"]
    side = QListWidget()
    side.addItems(pages)
    side.setMaximumWidth(points * 13)
    lines = list(pages)
    title = QLabel("Network settings")
    form.addRow(title)
    lines.append("Network settings")
    for label, value in (
        ("Server address", f"files{lots.randint(2, 9)}.example.org"),
        ("Port", lots.randint(1000, 9999)),
        ("User name", lots.choice(texts.NAMES)),
        ("Proxy", ["No proxy", "Use the system's"]),
        ("Time limit (seconds)", lots.randint(10, 90)),
        ("Folder for downloads", "/home/ada/Downloads"),
    ):
        if isinstance(value, int):
            field: Any = QSpinBox()
            field.setMaximum(10000)
            field.setValue(value)
            shown = str(value)
        elif isinstance(value, list):
            field, shown = QComboBox(), value[0]
            field.addItems(value)
        else:
            field, shown = QLineEdit(value), value
        form.addRow(label, field)
        lines.append(f"{label} {shown}")
    for text in ("Check for updates once a week", "Send crash reports", "Keep connections open"):
        box = QCheckBox(text)
        box.setChecked(lots.random() < 0.5)
        form.addRow(box)
        lines.append(text)
    beside.addWidget(side)
    beside.addLayout(form)
    outer.addLayout(beside)
    buttons.addStretch()
    for text in ("Restore defaults", "Cancel", "OK"):
        buttons.addWidget(QPushButton(text))
    outer.addLayout(buttons)
    lines.append("Restore defaults Cancel OK")
    image = _image(_styled(dialog, family, points, dark), points * 62, points * 46)
    return Drawn(name, image, tuple(lines))


def _files(name: str, family: str, points: int) -> Drawn:
    """A menu bar above a list with columns."""
    from PySide6.QtWidgets import QMainWindow, QTreeWidget, QTreeWidgetItem

    lots = drawing_lots(name)
    window = QMainWindow()
    menus = ["File", "Edit", "View", "Go", "Bookmarks", "Help"]
    for menu in menus:
        window.menuBar().addMenu(menu)
    tree = QTreeWidget()
    head = ["Name", "Size", "Type", "Modified"]
    tree.setHeaderLabels(head)
    lines = [" ".join(menus), " ".join(head)]
    for stem in lots.sample(
        ("report", "holiday", "budget", "notes", "invoice", "scan", "backup", "draft", "letter", "photo"), 9
    ):
        ending, kind = lots.choice(
            ((".pdf", "PDF document"), (".png", "PNG image"), (".txt", "Plain text"), (".zip", "Archive"))
        )
        row = [
            f"{stem}_{lots.randint(10, 99)}{ending}",
            f"{lots.randint(1, 900)} kB",
            kind,
            f"2024-0{lots.randint(1, 9)}-{lots.randint(10, 28)}",
        ]
        tree.addTopLevelItem(QTreeWidgetItem(row))
        lines.append(" ".join(row))
    window.setCentralWidget(tree)
    for column in range(4):
        tree.setColumnWidth(column, points * 19)
    free = f"9 items, {lots.randint(20, 200)}.4 GB free"
    window.statusBar().showMessage(free)
    lines.append(free)
    return Drawn(name, _image(_styled(window, family, points), points * 80, points * 42), tuple(lines))


def _message(name: str, family: str, points: int, dark: bool) -> Drawn:
    from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

    lots = drawing_lots(name)
    dialog = QDialog()
    outer, buttons = QVBoxLayout(dialog), QHBoxLayout()
    lines = [
        "Save changes to the document?",
        lots.choice(texts.ENGLISH),
        "If you do not save, changes of the last 4 minutes are lost.",
    ]
    for text in lines:
        outer.addWidget(QLabel(text))
    for text in ("Discard", "Cancel", "Save"):
        buttons.addWidget(QPushButton(text))
    outer.addLayout(buttons)
    image = _image(_styled(dialog, family, points, dark), points * 62, points * 17)
    return Drawn(name, image, (*lines, "Discard Cancel Save"))


def _page(name: str, family: str, points: int) -> Drawn:
    """A page of the web: navigation, an article, a list of links beside it."""
    from PySide6.QtWidgets import QTextBrowser

    lots = drawing_lots(name)
    browser = QTextBrowser()
    links = ["Home", "News", "Weather", "Sport", "Contact"]
    title = lots.choice(texts.TITLES)
    first, second, third = (" ".join(lots.sample(texts.ENGLISH, 3)) for _ in range(3))
    entries = lots.sample(texts.TITLES, 4)
    browser.setHtml(
        "<p>" + "&nbsp;&nbsp;&nbsp;&nbsp;".join(f'<a href="#">{one}</a>' for one in links) + "</p><hr/>"
        f"<h1>{title}</h1><p style='color:gray'>By {lots.choice(texts.NAMES)}, 4 hours ago</p>"
        f"<table width='100%'><tr><td width='68%'><p>{first}</p><p>{second}</p><h3>What comes next</h3><p>{third}</p></td>"
        f"<td width='6%'></td><td><h3>Most read</h3>{''.join(f'<p>{one}</p>' for one in entries)}</td></tr></table>"
    )
    plain = [line for line in browser.toPlainText().replace("\xa0", " ").split("\n") if line.strip()]
    return Drawn(name, _image(_styled(browser, family, points), 1280, 860), tuple(plain))


def _mail(name: str, family: str, points: int) -> Drawn:
    """Folders, then a message: three panes."""
    lots = drawing_lots(name)
    paper = Paper(1360, 760, "#ffffff", "#222222")
    text, bold, small = font("sans", points + 6), font("sans bold", points + 6), font("sans", points + 3)
    paper.draw.rectangle((0, 0, 200, 760), fill="#eceff3")
    for number, (folder, count) in enumerate(
        (("Inbox", "12"), ("Sent", ""), ("Drafts", "2"), ("Spam", "148"), ("Archive", ""))
    ):
        paper.write(24, 40 + 40 * number, folder, text)
        if count:
            paper.write(180, 40 + 40 * number, count, text, "ra", after=" ")
    y = 30
    for sender in lots.sample(texts.NAMES, 7):
        paper.write(224, y, sender, bold)
        paper.write(
            580, y, f"{lots.randint(8, 19)}:{lots.randint(10, 59)}", small, "ra", ink="#777777", after=" "
        )
        paper.write(224, y + 26, lots.choice(texts.ENGLISH)[:40].rsplit(" ", 1)[0], small, ink="#555555")
        y += 78
        paper.rule(210, y - 14, 590, y - 14, ink="#dddddd")
    paper.rule(600, 0, 600, 760, ink="#cccccc")
    paper.write(630, 34, "Minutes of the meeting", font("sans bold", points + 14))
    paper.write(630, 84, f"From: {lots.choice(texts.NAMES)}", small, ink="#555555")
    at = 130.0
    for _ in range(3):
        at = paper.paragraph(630, at, 690, " ".join(lots.sample(texts.ENGLISH, 4)), text, 1.5) + 18
    return paper.drawn(name)


def _phone(name: str) -> Drawn:
    """Messages left and right, as on a phone."""
    lots = drawing_lots(name)
    paper = Paper(720, 1280, "#eae6df", "#111111")
    text, small = font("sans", 26), font("sans", 18)
    paper.draw.rectangle((0, 0, 720, 100), fill="#075e54")
    paper.write(90, 30, lots.choice(texts.NAMES), font("sans bold", 30), ink="white")
    y = 130.0
    for number, line in enumerate(lots.sample(texts.ENGLISH, 7)):
        x = 30 if number % 2 else 170
        rows = len(list(_wrapped(line, text, 470)))
        paper.draw.rounded_rectangle(
            (x, y, x + 520, y + rows * 36 + 50), 16, fill="white" if number % 2 else "#dcf8c6"
        )
        after = paper.paragraph(x + 20, y + 10, 470, line, text, 1.38)
        paper.write(
            x + 500, after + 2, f"{lots.randint(8, 19)}:{lots.randint(10, 59)}", small, "ra", "#777777"
        )
        y = after + 56
    return paper.drawn(name)


def _wrapped(text: str, face: Any, width: float) -> Sequence[str]:
    from drawn.paper import wrap

    return list(wrap(text, face, width))


def _chinese(name: str, points: int) -> Drawn:
    from PySide6.QtWidgets import (
        QCheckBox,
        QDialog,
        QFormLayout,
        QHBoxLayout,
        QLabel,
        QLineEdit,
        QPushButton,
        QVBoxLayout,
    )

    dialog = QDialog()
    outer, form, buttons = QVBoxLayout(dialog), QFormLayout(), QHBoxLayout()
    outer.addWidget(QLabel("账户设置"))
    lines = ["账户设置"]
    for label, value in (
        ("用户名", "小明"),
        ("电子邮件", "xm@example.cn"),
        ("所在城市", "杭州"),
        ("个人简介", "喜欢读书和旅行"),
    ):
        form.addRow(label, QLineEdit(value))
        lines.append(f"{label}\t{value}")
    for text in ("接收通知邮件", "公开我的资料"):
        form.addRow(QCheckBox(text))
        lines.append(text)
    outer.addLayout(form)
    for text in ("取消", "保存"):
        buttons.addWidget(QPushButton(text))
    outer.addLayout(buttons)
    image = _image(_styled(dialog, "Noto Sans CJK SC", points), points * 40, points * 30)
    return Drawn(name, image, (*lines, "取消\t保存"), languages="chi_sim+eng")


def _overlapping(name: str) -> Drawn:
    """Two windows, one over the other: what is covered is no part of the truth, and no order is right."""
    lots = drawing_lots(name)
    paper = Paper(1200, 800, "#3a5f7d")
    text = font("sans", 20)
    for left, top, right, bottom, heading in ((60, 50, 760, 480, "Notes"), (420, 300, 1140, 740, "Calendar")):
        paper.draw.rectangle((left, top, right, bottom), fill="white", outline="#999999")
        paper.draw.rectangle((left, top, right, top + 40), fill="#dfe3e8")
        paper.write((left + right) / 2, top + 6, heading, font("sans bold", 20), "ma")
        end = paper.paragraph(
            left + 24, top + 60, right - left - 48, " ".join(lots.sample(texts.ENGLISH, 3)), text, 1.5
        )
        assert heading != "Notes" or end < 300
    return paper.drawn(name, ordered=False)
