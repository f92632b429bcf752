"""What an answer out of many parts says of itself, in the languages of the program."""

from __future__ import annotations

from eyebox_models.protocol.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """`found` stands before what was found, joined by `between`; `nothing` where no part has anything."""

    found: str
    between: str
    nothing: str
    across: tuple[str, str, str]
    down: tuple[str, str, str]
    middle: str
    place: str
    """Where a part lies, by `down` and `across`."""

    def where(self, x: float, y: float) -> str:
        """Where a point is on the picture, `x` and `y` as shares of its sides."""
        column, row = min(2, int(3 * x)), min(2, int(3 * y))
        if (column, row) == (1, 1):
            return self.middle
        across, down = self.across[column], self.down[row]
        if not (across and down):
            return across or down
        return self.place.format(across=across, down=down)


ENGLISH = Words(
    "Found: ", ", ", "Nothing of it was found.",
    ("left", "", "right"), ("top", "", "bottom"), "middle", "{down} {across}",
)  # fmt: skip
CHINESE = Words(
    "找到：", "、", "没有找到。", ("左侧", "", "右侧"), ("上方", "", "下方"), "中间", "{across}{down}",
)  # fmt: skip
GERMAN = Words(
    "Gefunden: ", ", ", "Davon wurde nichts gefunden.",
    ("links", "", "rechts"), ("oben", "", "unten"), "Mitte", "{down} {across}",
)  # fmt: skip
JAPANESE = Words(
    "見つかりました：", "、", "見つかりませんでした。", ("左", "", "右"), ("上", "", "下"), "中央", "{across}{down}",
)  # fmt: skip


def words_of(language: str) -> Words:
    """By the language of an answer ("en", "zh_CN", "de", "ja"); English for any other."""
    return {"zh": CHINESE, "de": GERMAN, "ja": JAPANESE}.get(language[:2], ENGLISH)
