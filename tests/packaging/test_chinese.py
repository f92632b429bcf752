"""A Chinese window shows no English sentence: each template has a translation that keeps what it names."""

from __future__ import annotations

import ast
import re

import pytest
import translate
from PySide6.QtCore import QTranslator

from eyebox_resources import path

PLACES = re.compile(r"\{\w+(?::,)?\}")
SAME = frozenset({"pip install {packages}", "Apache-2.0"})
"""A command and a proper name."""


@pytest.fixture(scope="module")
def chinese() -> QTranslator:
    translator = QTranslator()
    assert translator.load("eyebox_zh_CN", str(path("i18n")))
    return translator


def test_each_sentence_of_an_error_a_note_or_a_plan_has_a_translation(chinese: QTranslator) -> None:
    sentences = {*translate.templates(), *translate.offers()}
    translated = {one: chinese.translate(translate.CONTEXT, one) for one in sentences}
    assert [one for one, text in translated.items() if not text] == []
    english = [one for one, text in translated.items() if not re.search(r"[\u4e00-\u9fff]|^[\W{\w}]*$", text)]
    assert [one for one in english if one not in SAME] == []
    lost = [one for one, text in translated.items() if set(PLACES.findall(one)) != set(PLACES.findall(text))]
    assert lost == []


def test_no_translated_text_stands_inside_of_another_where_lupdate_does_not_see_it() -> None:
    hidden = [
        f"{file.name}:{call.lineno}"
        for file in sorted(translate.SOURCES.rglob("*.py"))
        for text in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call) and ast.unparse(call.func).rpartition(".")[2] in ("tr", "translate")
    ]
    assert hidden == []
