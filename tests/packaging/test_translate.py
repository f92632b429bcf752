"""Sentences of engines are collected for the translators from where they are made."""

from __future__ import annotations

from pathlib import Path

import pytest
import translate

MADE = '''
from eyebox_models.protocol.errors import EyeboxError, Sentence

class Narrow(EyeboxError):
    """One of a kind."""

def fail(name):
    raise Narrow("too-narrow", "{name} is too narrow; "
                 "make it \\"wider\\".", name=name)

HINT = Sentence("hint", "Try again.")
'''


def test_templates_are_found_where_sentences_and_errors_are_made(tmp_path: Path) -> None:
    (tmp_path / "made.py").write_text(MADE)
    (tmp_path / "other.py").write_text('class Sentence: ...\nSentence("not ours", "No sentence.")\n')
    found = translate.templates(*_program(tmp_path))
    assert {"Try again.", '{name} is too narrow; make it "wider".'} <= set(found)
    assert "No sentence." not in found


@pytest.mark.parametrize(
    "call",
    [
        'EyeboxError("code", f"{name} is gone.")',
        'EyeboxError("code", TEXT, name=name)',
        "EyeboxError(name, str(name))",
        'EyeboxError("The file is gone.")',
    ],
)
def test_a_template_that_is_not_written_out_fails_the_build(call: str, tmp_path: Path) -> None:
    (tmp_path / "made.py").write_text(
        f"from eyebox_models.protocol.errors import EyeboxError\nTEXT = 'a'\ndef f(name): raise {call}\n"
    )
    with pytest.raises(translate.NotLiteralError, match=r"made\.py:3"):
        translate.templates(*_program(tmp_path))


def test_the_doctors_sentences_are_found_and_written_out(tmp_path: Path, monkeypatch) -> None:
    found = translate.doctors()
    assert len(found) > 150 and {"Memory", "Looking at %1 …", "It cannot be loaded: %1"} <= set(found)
    (tmp_path / "doctor").mkdir()
    (tmp_path / "doctor" / "made.py").write_text(
        "from eyebox.doctor.check import say\nTEXT = 'a'\nsay(TEXT)\n"
    )
    monkeypatch.setattr(translate, "SOURCES", tmp_path)
    with pytest.raises(translate.NotLiteralError, match=r"made\.py:3"):
        translate.doctors()


def _program(folder: Path) -> tuple[Path, Path]:
    """The room that says what an error and a sentence are, by itself, and a folder of files that make some."""
    errors = Path("eyebox_models", "protocol", "errors.py")
    models = folder.with_name(f"{folder.name} models")
    (models / errors).parent.mkdir(parents=True)
    (models / errors).write_bytes((translate.ROOT / "models" / errors).read_bytes())
    return models, folder
