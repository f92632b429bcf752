"""Says in lines what a model saw of the pictures and how fast it answered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale, QObject

from eyebox_models.protocol.ask import READER, ModelRef
from eyebox_models.protocol.events import Answer, FirstWord, ImageInfo

translate = QCoreApplication.translate
_NO_BREAK = "\u00a0"
_SHORT = 0.005
"""Seconds below which nothing is said of a part."""


class Counted(QObject):
    """Texts with a plural: they are collected for translation from `tr` of an object only."""

    def visual_tokens(self, count: int) -> str:
        return self.tr("%n visual token(s)", "", count)

    def known(self, count: int) -> str:
        return self.tr("%n picture(s) known from before", "", count)


def model_name(model: str) -> str:
    """A model as users call it."""
    return translate("Seen", "Reader") if model in ("", READER) else ModelRef(model).short_name


def details_of(answer: Answer, pictures: Sequence[str] = ()) -> list[str]:
    """One line a picture, then what the first word waited for, times, and tokens; what is 0 is left out.

    `pictures` are the names of the pictures in the order of `Seen.image`.
    """
    lines = [_picture_line(seen, pictures) for seen in answer.seen]
    waited = _waited(answer.first_word) if answer.first_word else ""
    lines += [waited] if waited else []
    parts = _speed(answer, first_word=not waited), _tokens(answer)
    return lines + [" · ".join(told) for told in parts if told]


def _picture_line(seen: ImageInfo, pictures: Sequence[str]) -> str:
    original, resized = f"{seen.width} × {seen.height}", f"{seen.resized[0]} × {seen.resized[1]}"
    line = translate("Seen", "%1 seen at %2").replace("%1", original).replace("%2", resized)
    if seen.visual_tokens:
        line += " · " + Counted().visual_tokens(seen.visual_tokens)
    return f"{pictures[seen.image]}: {line}" if 0 <= seen.image < len(pictures) else line


def _waited(word: FirstWord) -> str:
    """What the first word waited for, in this order; "" where that was one thing only."""
    parts = [
        (translate("Seen", "waited %1 s"), word.queue),
        (translate("Seen", "loaded %1 s"), word.load),
        (translate("Seen", "looked %1 s"), word.see),
        (translate("Seen", "read %1 s"), word.read),
        (translate("Seen", "first token %1 s"), word.first_token),
    ]
    told = [
        text.replace("%1", _seconds(time)).replace(" ", _NO_BREAK) for text, time in parts if time >= _SHORT
    ]
    if len(told) < 2:
        return ""
    whole = translate("Seen", "First word after %1 s: %2").replace("%1", _seconds(word.total))
    return whole.replace("%2", " · ".join(told))


def _seconds(time: float) -> str:
    return QLocale().toString(time, "f", 1 if time >= 1 else 2)


def _speed(answer: Answer, *, first_word: bool) -> list[str]:
    """`first_word`: also when that came."""
    locale = QLocale()
    parts = []
    if first_word and answer.seconds_to_first_token > 0:
        seconds = locale.toString(answer.seconds_to_first_token, "f", 2)
        parts.append(translate("Seen", "first word %1 s").replace("%1", seconds))
    if answer.tokens_per_second > 0:
        rate = locale.toString(answer.tokens_per_second, "f", 0 if answer.tokens_per_second >= 10 else 1)
        parts.append(translate("Seen", "%1 tokens/s").replace("%1", rate))
    if answer.peak_bytes > 0:
        size = locale.formattedDataSize(answer.peak_bytes, 1)
        parts.append(translate("Seen", "%1 of memory").replace("%1", size))
    return parts


def _tokens(answer: Answer) -> list[str]:
    locale = QLocale()
    parts = []
    if answer.tokens_in:
        parts.append(translate("Seen", "%1 tokens in").replace("%1", locale.toString(answer.tokens_in)))
    if answer.tokens_reused:
        kept = locale.toString(answer.tokens_reused)
        parts.append(translate("Seen", "%1 kept from before").replace("%1", kept))
    if answer.pictures_known:
        parts.append(Counted().known(answer.pictures_known))
    if answer.tokens_out:
        is_copied = 0 < answer.forwards < answer.tokens_out
        out = translate("Seen", "%1 out in %2 steps") if is_copied else translate("Seen", "%1 out")
        out = out.replace("%1", locale.toString(answer.tokens_out))
        parts.append(out.replace("%2", locale.toString(answer.forwards)))
    return parts
