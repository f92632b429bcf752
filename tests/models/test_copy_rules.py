"""Read text on its way to the clipboard."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eyebox_models.text.copy_rules import CopyRules, tidied

NONE = CopyRules(trim=False, spaces=False)


@pytest.mark.parametrize("text, wanted", [
    ("今 天 天 气", "今天天气"), ("价格 ： 12 元", "价格：12 元"), ("使用   Qwen 2  模型", "使用 Qwen 2 模型"),
    ("one  two", "one  two"), ("  def f():", "  def f():"), ("第一 行\n第二 行", "第一行\n第二行"),
])  # fmt: skip
def test_there_are_no_spaces_inside_chinese_text(text: str, wanted: str) -> None:
    assert tidied(text, CopyRules(trim=False)) == wanted


def test_full_width_becomes_half_width() -> None:
    assert tidied("ＡＢＣ１２３！（ａ）\u3000b", CopyRules(half_width=True, spaces=False)) == "ABC123!(a) b"


def test_ends_are_trimmed_but_indentation_stays() -> None:
    assert tidied("\n  a  \n\n\tb \n\n", CopyRules()) == "  a\n\n\tb"


@given(st.text())
def test_without_rules_nothing_changes_and_twice_is_once(text: str) -> None:
    assert tidied(text, NONE) == text
    rules = CopyRules(half_width=True)
    assert tidied(tidied(text, rules), rules) == tidied(text, rules)
