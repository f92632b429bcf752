"""The sentences of the reader's answers, in English and Chinese."""

from __future__ import annotations

from typing import Literal

from eyebox_models.text.patterns import Kind

Unit = Literal["lines", "words", "characters"]


class English:
    """English sentences."""

    unknown = (
        "The built-in reader reads text, finds words, extracts e-mails, phones, dates, amounts and named "
        "fields, counts and makes tables; for anything else, choose a vision-language model."
    )
    no_picture = "Drop a picture here first, then ask again."
    colon = ": "
    missing = "not found"

    _kinds: dict[Kind, tuple[str, str]] = {
        "email": ("e-mail address", "e-mail addresses"),
        "url": ("web address", "web addresses"),
        "phone": ("phone number", "phone numbers"),
        "date": ("date", "dates"),
        "amount": ("amount", "amounts"),
        "id": ("number or code", "numbers or codes"),
    }

    def no_text(self, pictures: int, unread: int) -> str:
        if unread:
            lines = "1 line looks" if unread == 1 else f"{unread} lines look"
            return f"{lines} like text in a script that the built-in reader does not know; a vision-language model may read it."
        return "There is no text in this picture." if pictures == 1 else "There is no text in these pictures."

    def found(self, text: str, count: int) -> str:
        """The head over a list of places; `text` is empty when there is no need to name it."""
        places = "1 place" if count == 1 else f"{count} places"
        return f'Found "{text}" in {places}:' if text else f"Found {places}:"

    def close(self, text: str, count: int) -> str:
        return f'"{text}" is not there to the letter, but close to it:'

    def nowhere(self, text: str, near: str) -> str:
        nearest = f' The nearest is "{near}".' if near else ""
        return (
            f'No text reads "{text}".{nearest} The built-in reader finds written words only; '
            "to find things in a picture, choose a vision-language model."
        )

    def extracted(self, kind: Kind, count: int) -> str:
        """The head over a list of values, or a whole sentence when there are none."""
        one, many = self._kinds[kind]
        return f"{count} {one if count == 1 else many}:" if count else f"No {many} found."

    def counted(self, unit: Unit, count: int) -> str:
        return f"{count} {unit if count != 1 else unit[:-1]}."

    def occurs(self, count: int) -> tuple[str, str]:
        """What stands before and after the text that was counted."""
        times = {0: "nowhere in the text", 1: "once", 2: "twice"}.get(count, f"{count} times")
        return '"', f'" occurs {times}.'


class Chinese:
    """The same in Chinese."""

    unknown = (
        "内置识别器可以读取文字、查找词语、提取邮箱、电话、日期、金额和指定字段、计数以及生成表格；"
        "其他问题请选择一个视觉语言模型。"
    )
    no_picture = "请先拖入一张图片，然后再提问。"
    colon = "："
    missing = "未找到"

    _kinds: dict[Kind, str] = {
        "email": "邮箱", "url": "网址", "phone": "电话", "date": "日期", "amount": "金额", "id": "编号",
    }  # fmt: skip
    _units: dict[Unit, str] = {"lines": "行", "words": "个词", "characters": "个字符"}

    def no_text(self, pictures: int, unread: int) -> str:
        if unread:
            return f"有 {unread} 行看起来是文字，但内置识别器不认识这种文字；可以选择一个视觉语言模型来读。"
        return "这张图片里没有文字。" if pictures == 1 else "这些图片里没有文字。"

    def found(self, text: str, count: int) -> str:
        return f"找到 {count} 处“{text}”：" if text else f"找到 {count} 处："

    def close(self, text: str, count: int) -> str:
        return f"没有与“{text}”完全一致的文字，有 {count} 处相近："

    def nowhere(self, text: str, near: str) -> str:
        nearest = f"最接近的是“{near}”。" if near else ""
        only = "内置识别器只能查找文字；要查找图中的物体，请选择一个视觉语言模型。"
        return f"没有找到文字“{text}”。{nearest}{only}"

    def extracted(self, kind: Kind, count: int) -> str:
        name = self._kinds[kind]
        return f"{count} 个{name}：" if count else f"没有找到{name}。"

    def counted(self, unit: Unit, count: int) -> str:
        return f"{count} {self._units[unit]}。"

    def occurs(self, count: int) -> tuple[str, str]:
        return "“", f"”出现了 {count} 次。" if count else "”没有出现。"


Sentences = English | Chinese
SENTENCES: dict[Literal["en", "zh"], Sentences] = {"en": English(), "zh": Chinese()}
