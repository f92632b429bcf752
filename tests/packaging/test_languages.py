"""Every language says everything: no text is left in English, and each translation keeps what its text names."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple, get_args, get_type_hints
from xml.etree import ElementTree

import contents
import pytest
import translate
from PySide6.QtCore import QTranslator

from eyebox.language import Choice
from eyebox.settings.schema import Settings
from eyebox_resources import path

CODES = tuple(code for code in get_args(Choice) if code not in ("system", "en"))
FORMS = {"en": 2, "de": 2, "ja": 1, "zh_CN": 1}
"""How many forms a word has by its number."""
MARKS = re.compile(r"%\d|%n|\{\{|\}\}|\{\w*(?::,)?\}")
LETTER = re.compile(r"&(\w)")
SAME = frozenset({"pip install {packages}", "Qwen Research License"})
"""A command and a proper name, in every language."""


class Message(NamedTuple):
    context: str
    source: str
    forms: tuple[str, ...]
    counted: bool


def messages(code: str) -> Iterator[Message]:
    for context in ElementTree.parse(path("i18n", f"eyebox_{code}.ts")).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            counted = message.get("numerus") == "yes"
            yield Message(
                context.findtext("name") or "", message.findtext("source") or "", tuple(forms), counted
            )


@pytest.mark.parametrize("code", CODES)
def test_a_catalogue_lacks_nothing_and_no_sentence_is_english(code: str) -> None:
    assert translate.missing(path("i18n", f"eyebox_{code}.ts")) == []
    english = {
        m.source
        for m in messages(code)
        if m.source in m.forms and len(re.findall("[A-Za-z]{2,}", m.source)) > 2
    }
    assert english - SAME == set()


def test_each_sentence_of_an_error_a_note_or_a_plan_is_in_every_compiled_catalogue() -> None:
    sentences = translate.templates()
    assert len(sentences) > 300
    sentences += translate.offers()
    for code in CODES:
        translator = QTranslator()
        assert translator.load(f"eyebox_{code}", str(path("i18n")))
        assert [one for one in sentences if not translator.translate(translate.CONTEXT, one)] == [], code


@pytest.mark.parametrize("code", ("en", *CODES))
def test_translations_keep_their_marks(code: str) -> None:
    for message in messages(code):
        wanted = Counter(MARKS.findall(message.source))
        assert len(message.forms) == (FORMS[code] if message.counted else 1), message
        for form in filter(None, message.forms):
            marks = Counter(MARKS.findall(form))
            one_of_several = len(message.forms) > 1 and form == message.forms[0]
            assert marks == wanted or (one_of_several and marks == wanted - Counter(["%n"])), (
                message.source,
                form,
            )
            assert form.endswith("…") == message.source.endswith("…"), (message.source, form)
            assert bool(LETTER.search(form)) == bool(LETTER.search(message.source)), (message.source, form)


@pytest.mark.parametrize("code", CODES)
def test_no_letter_of_a_dialog_stands_for_two_things(code: str) -> None:
    letters = Counter(
        (m.context, letter[1].lower()) for m in messages(code) if (letter := LETTER.search(m.forms[0]))
    )
    assert [place for place, count in letters.items() if count > 1] == []


def test_the_settings_offer_every_language_that_there_is() -> None:
    assert get_args(get_type_hints(Settings)["language"]) == get_args(Choice)
    assert {file.stem.removeprefix("eyebox_") for file in path("i18n").glob("*.qm")} == {"en", *CODES}


def test_packages_carry_what_qt_says_itself_in_every_language() -> None:
    assert set(contents.LANGUAGES) == {f"qtbase_{code}" for code in ("en", *CODES)}


def test_no_translated_text_stands_inside_of_another_where_lupdate_does_not_see_it() -> None:
    hidden = [
        f"{file.name}:{call.lineno}"
        for file in sorted(translate.SOURCES.rglob("*.py"))
        for text in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call) and ast.unparse(call.func).rpartition(".")[2] in ("tr", "translate")
        if not isinstance(call.args[0], ast.Dict)  # what str has of this name
    ]
    assert hidden == []
