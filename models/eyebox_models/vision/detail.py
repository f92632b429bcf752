"""Pictures with fewer visual tokens, where that was chosen and a question asks neither for boxes nor for text.

Boxes are put well from about a thousand visual tokens on, and small print needs them as well; a caption or a class does
not. What a question asks for is told by its words, in the languages of the program; when in doubt it has all tokens.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from eyebox_models.protocol.ask import Ask, Options
from eyebox_models.protocol.errors import EyeboxError, Sentence
from eyebox_models.protocol.events import ImageInfo
from eyebox_models.vision.pictures import facts

if TYPE_CHECKING:
    from eyebox_models.vision.parts import LoadedCheckpoint

LESS = 256
"""Visual tokens a picture has at most; of models that cut pictures into tiles it is one tile."""
FEWER = 0.75
"""A size counts as smaller when it has at most this part of the visual tokens."""
_BOXES = re.compile(
    r"box|bbox|locat|detect|\bground|coordinat|outline|segment|\bmark\b|\bpoint|\bposition|\bwhere\b|\bfind\b|\bcount|how many"
    r"|框|圈|定位|位置|坐标|检测|检出|标出|标记|哪里|哪儿|何处|在哪|查找|找出|几个|多少|数一数"
    r"|\bwo\b|\bwohin\b|rahmen|kästchen|kasten|markier|umrand|koordinat|erkenne|\bfinde|\bsuche|\bzähl|wie ?viele"
    r"|囲|枠|座標|検出|場所|印を|どこ|探し|見つけ|数え|いくつ|何[人個匹本枚台頭羽]",
    re.IGNORECASE,
)
_TEXT = re.compile(
    r"\btext|\bread\b|\bocr\b|transcri|extract|\btable|written|writing|\bword|\bletter|\bsays?\b|translat|document|invoice"
    r"|receipt|chart|\bnumbers?\b|\bprices?\b|\bamounts?\b|\bdates?\b"
    r"|文字|文本|读|识别|提取|抄|转写|翻译|表格|写着|写了|文档|票|图表|数字|号码|价格|金额|日期"
    r"|\blies|\blese|schrift|tabelle|\bw[oö]rt|buchstabe|\bsteht\b|übersetz|dokument|rechnung|quittung|beleg|diagramm"
    r"|\bzahl|preis|betrag|\bdatum|読|書いて|書かれ|翻訳|単語|文書|請求|領収|番号|値段|価格|金額|日付|テキスト|グラフ",
    re.IGNORECASE,
)


def wanted(parts: LoadedCheckpoint, ask: Ask) -> Ask:
    """The question with its pictures at the detail that was chosen; as it is where it asks for boxes or text."""
    options = ask.options
    if options.detail != "less" or not ask.pictures or _needs_all(ask):
        return ask
    rule = parts.extra["family"].info.size_rule
    changed: dict[str, Any] = {}
    if rule.unit == "pixels":
        most = LESS * rule.pixels_per_token
        changed = {"max_pixels": min(most, options.max_pixels or most)}
    elif rule.unit == "tiles":
        changed = {"max_tiles": 1}
    return replace(ask, options=replace(options, **changed))


def notes_on(parts: LoadedCheckpoint, ask: Ask, seen: Sequence[ImageInfo]) -> tuple[str, ...]:
    """What an answer says of the detail at which its pictures were shown: a sentence where it was less."""
    if ask.options.detail != "less" or not seen:
        return ()
    shown = sum(one.visual_tokens for one in seen)
    try:
        whole, _pixels = size_of(parts, ask, ask.options)
    except EyeboxError:
        return ()
    if shown > FEWER * whole:
        return ()
    return (
        Sentence(
            "fewer-visual-tokens",
            "The pictures were shown in less detail, as this chat is set: {shown:,} visual tokens instead of {whole:,}.",
            shown=shown,
            whole=whole,
        ),
    )


def size_of(parts: LoadedCheckpoint, ask: Ask, options: Options) -> tuple[int, int]:
    """Visual tokens of all pictures of a question, shown as `options` say, and the pixels of the largest. Raises EyeboxError."""
    family, checkpoint = parts.extra["family"], parts.checkpoint
    seen = []
    for run in ask.shown_together:
        known = [facts(picture.path, picture.turns, picture.part) for picture in run]
        if run[0].in_video:
            seen.append(family.see_video(checkpoint, known[0].width, known[0].height, len(run), options))
        else:
            seen.append(family.see(checkpoint, known[0].width, known[0].height, options))
    return sum(one.visual_tokens for one in seen), max(one.resized[0] * one.resized[1] for one in seen)


def asks_for_boxes(ask: Ask) -> bool:
    """Whether boxes are asked for, in any turn, since a later one may go on about them."""
    texts = (message.text for message in ask.messages if message.role != "system")
    return any(map(_BOXES.search, (*texts, ask.question, ask.options.system or "", ask.options.schema or "")))


def _needs_all(ask: Ask) -> bool:
    asked = (ask.question, ask.options.system or "", ask.options.schema or "")
    return asks_for_boxes(ask) or any(map(_TEXT.search, asked))
