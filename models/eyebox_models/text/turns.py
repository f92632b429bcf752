"""The turns of phrase of requests in German and Japanese; what is asked for stands in the group `what`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Turns:
    """What requests of one language look like, without the courtesies before and behind them."""

    polite: re.Pattern[str]
    thanks: re.Pattern[str]
    read: re.Pattern[str]
    find: re.Pattern[str]
    take: re.Pattern[str]
    table: re.Pattern[str]
    count: re.Pattern[str]


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE | re.DOTALL)


_WHERE = r"(?: (?:(?:im|in|auf|aus|von)(?: (?:dem|der|diesem|dieser|den))? (?:bild|text|seite|foto|beleg|dokument)|hier))*"
_EVERY = r"(?:(?:bitte|mir|alle[ns]?|jede[nsm]?|den|die|das|diese[ns]?|gesamten|ganzen|kompletten|nach|text|wort|wörter) )*"
_TEXT = r"(?:text|inhalt|bild|seite|wörter|alles|was (?:hier|da|dort)? ?steht)"
GERMAN = Turns(
    polite=_pattern(r"(?:bitte|hallo|kannst du|können sie|könntest du|könnten sie)\b[\s,.!:]*"),
    thanks=_pattern(r"[\s,]*\b(?:bitte|danke|vor|auf)[\s.!?]*$|[\s.!?,;:]+$"),
    read=_pattern(
        rf"(?:lies|lesen|erkenne|transkribiere|gib|zeige?)(?: mir)? {_EVERY}{_TEXT}{_WHERE}(?: (?:vor|aus|lesen|erkennen))?"
        rf"|was steht (?:hier|da|dort|(?:im|auf dem|in diesem) bild)|(?:den )?(?:gesamten|ganzen) text(?: lesen)?"
    ),
    find=_pattern(
        rf"(?:finde|suche?|such|markiere|zeige?(?: mir)?,?(?: wo)?|wo (?:steht|stehen|ist|sind)) {_EVERY}(?P<what>.+?){_WHERE}"
        rf"(?: (?:steht|stehen))?"
    ),
    take=_pattern(
        rf"(?:entnimm|entnehme|extrahiere|liste|nenne?|gib|zeige?|finde|suche|was (?:ist|sind)|welche)(?: mir)? {_EVERY}"
        rf"(?P<what>.+?){_WHERE}(?: (?:auf|aus|heraus))?"
    ),
    table=_pattern(r"\b(?:tabelle|csv|excel)\b"),
    count=_pattern(
        rf"(?:wie oft (?:steht|kommt)|wie viele|zähle?) {_EVERY}(?P<what>.+?)"
        rf"(?:{_WHERE} (?:vor|gibt es|sind es|stehen|sind|vorkommt){_WHERE}|{_WHERE})"
    ),
)

_PICTURE = r"(?:(?:この|その|次の)?(?:画像|写真|図|ページ|文書|レシート|請求書|画面)(?:の(?:中の?)?|から|で|にある|内の?)?)"
_PLEASE = r"(?:ください|下さい|下さる|くれますか|もらえますか)?"
JAPANESE = Turns(
    polite=_pattern(r"(?:すみません|お願いします)[、。\s,.]*"),
    thanks=_pattern(r"(?:お願いします|ありがとう(?:ございます)?|[\s。.!?、,])+$"),
    read=_pattern(
        rf"{_PICTURE}?(?:全て|すべて|全部)?の?(?:テキスト|文字|内容|文章|全文)?(?:を)?(?:全て|すべて|全部)?"
        rf"(?:読んで|読み取って|読み取り|認識して|書き出して|文字起こしして|教えて){_PLEASE}|{_PICTURE}?(?:に(?:は)?)?何(?:と|が)書い?て(?:あり|い)ますか"
    ),
    find=_pattern(
        rf"{_PICTURE}?(?P<what>.+?)(?:という(?:文字|テキスト|語|言葉))?"
        rf"(?:を(?:全て|すべて|全部)?(?:探して|見つけて|検索して|囲んで|示して){_PLEASE}|はどこ(?:です|にあります)?か?)"
    ),
    take=_pattern(
        rf"{_PICTURE}?(?:全て|すべて|全部)?の?(?P<what>.+?)(?:を(?:全て|すべて|全部)?(?:抜き出して|抽出して|取り出して|探して|教えて|一覧にして){_PLEASE}|は(?:何|いくら)ですか)"
    ),
    table=_pattern(r"表(?:に|を作|形式)|CSV|エクセル"),
    count=_pattern(
        rf"{_PICTURE}?(?P<what>.+?)(?:の数を数えて{_PLEASE}|を数えて{_PLEASE}|(?:は|が)(?:いくつ|何[個回行語枚箇所]+)(?:あり|出てき)?(?:ますか|です)?か?)"
    ),
)
TURNS: dict[Literal["de", "ja"], Turns] = {"de": GERMAN, "ja": JAPANESE}
