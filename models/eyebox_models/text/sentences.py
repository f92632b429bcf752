"""The sentences of the reader's answers, in its four languages."""

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


class German:
    """The same in German."""

    unknown = (
        "Die eingebaute Texterkennung liest Text, findet Wörter, entnimmt E-Mail-Adressen, Telefonnummern, Datumsangaben, "
        "Beträge und benannte Felder, zählt und erstellt Tabellen; für alles andere ein Bildsprachmodell wählen."
    )
    no_picture = "Zuerst ein Bild hierher ziehen, dann erneut fragen."
    colon = ": "
    missing = "nicht gefunden"

    _kinds: dict[Kind, tuple[str, str]] = {
        "email": ("E-Mail-Adresse", "E-Mail-Adressen"),
        "url": ("Webadresse", "Webadressen"),
        "phone": ("Telefonnummer", "Telefonnummern"),
        "date": ("Datum", "Datumsangaben"),
        "amount": ("Betrag", "Beträge"),
        "id": ("Nummer oder Kennung", "Nummern oder Kennungen"),
    }
    _units: dict[Unit, tuple[str, str]] = {
        "lines": ("Zeile", "Zeilen"), "words": ("Wort", "Wörter"), "characters": ("Zeichen", "Zeichen"),
    }  # fmt: skip

    def no_text(self, pictures: int, unread: int) -> str:
        if unread:
            lines = "1 Zeile sieht aus" if unread == 1 else f"{unread} Zeilen sehen aus"
            return (
                f"{lines} wie Text in einer unbekannten Schrift; ein Bildsprachmodell liest sie vielleicht."
            )
        return "In diesem Bild ist kein Text." if pictures == 1 else "In diesen Bildern ist kein Text."

    def found(self, text: str, count: int) -> str:
        places = "1 Stelle" if count == 1 else f"{count} Stellen"
        return f"„{text}“ an {places} gefunden:" if text else f"{places} gefunden:"

    def close(self, text: str, count: int) -> str:
        return f"„{text}“ steht nicht wörtlich da, aber Ähnliches:"

    def nowhere(self, text: str, near: str) -> str:
        nearest = f" Am nächsten kommt „{near}“." if near else ""
        return (
            f"Kein Text lautet „{text}“.{nearest} Die eingebaute Texterkennung findet nur geschriebene Wörter; "
            "um Dinge in einem Bild zu finden, ein Bildsprachmodell wählen."
        )

    def extracted(self, kind: Kind, count: int) -> str:
        one, many = self._kinds[kind]
        return f"{count} {one if count == 1 else many}:" if count else f"Keine {many} gefunden."

    def counted(self, unit: Unit, count: int) -> str:
        return f"{count} {self._units[unit][count != 1]}."

    def occurs(self, count: int) -> tuple[str, str]:
        times = {0: "kommt im Text nicht vor", 1: "kommt einmal vor"}.get(count, f"kommt {count}-mal vor")
        return "„", f"“ {times}."


class Japanese:
    """The same in Japanese."""

    unknown = (
        "内蔵の文字認識は、テキストの読み取り、語の検索、メール・電話番号・日付・金額・指定した項目の抽出、"
        "数えること、表の作成ができます。それ以外は視覚言語モデルを選んでください。"
    )
    no_picture = "先に画像をここにドロップしてから、もう一度質問してください。"
    colon = "："
    missing = "見つかりません"

    _kinds: dict[Kind, str] = {
        "email": "メールアドレス", "url": "Webアドレス", "phone": "電話番号", "date": "日付", "amount": "金額", "id": "番号",
    }  # fmt: skip
    _units: dict[Unit, str] = {"lines": "行", "words": "語", "characters": "文字"}

    def no_text(self, pictures: int, unread: int) -> str:
        if unread:
            return f"{unread}行は文字認識の知らない文字のテキストのようです。視覚言語モデルなら読めるかもしれません。"
        return "この画像にテキストはありません。" if pictures == 1 else "これらの画像にテキストはありません。"

    def found(self, text: str, count: int) -> str:
        return f"「{text}」が{count}か所にあります：" if text else f"{count}か所にあります："

    def close(self, text: str, count: int) -> str:
        return f"「{text}」と完全に一致する箇所はありませんが、近いものが{count}か所あります："

    def nowhere(self, text: str, near: str) -> str:
        nearest = f"最も近いのは「{near}」です。" if near else ""
        only = "内蔵の文字認識が探せるのは書かれた語だけです。画像の中の物を探すには、視覚言語モデルを選んでください。"
        return f"「{text}」というテキストはありません。{nearest}{only}"

    def extracted(self, kind: Kind, count: int) -> str:
        name = self._kinds[kind]
        return f"{name}{count}件：" if count else f"{name}は見つかりませんでした。"

    def counted(self, unit: Unit, count: int) -> str:
        return f"{count}{self._units[unit]}です。"

    def occurs(self, count: int) -> tuple[str, str]:
        return "「", f"」は{count}回出てきます。" if count else "」は出てきません。"


Sentences = English | Chinese | German | Japanese
SENTENCES: dict[Literal["en", "zh", "de", "ja"], Sentences] = {
    "en": English(), "zh": Chinese(), "de": German(), "ja": Japanese(),
}  # fmt: skip
