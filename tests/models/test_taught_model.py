"""A model that was taught on this machine knows what it was taught: in words, and where the shapes are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from eyebox_models.engine.process import EngineProcess
from eyebox_models.protocol.ask import Ask, Message, ModelRef, Options, Picture
from eyebox_models.protocol.requests import Answering
from taught_model import Drawn, build, drawn, write_lessons

pytest.importorskip("torch")
pytest.importorskip("transformers")


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[EngineProcess]:
    made = EngineProcess("model", tmp_path / "engine.log")
    yield made
    made.close()


def test_lessons_are_read_as_they_are_meant(tmp_path: Path) -> None:
    from eyebox.formats.lessons import read_lessons
    from eyebox_models.protocol.teaching import Lesson

    lessons = list(read_lessons([write_lessons(tmp_path)]))
    talks = [(picture, *said) for picture in drawn() for said in picture.talk()]
    assert len(lessons) == len(talks) == 96
    for lesson, (picture, _question, said, box) in zip(lessons, talks, strict=True):
        assert isinstance(lesson, Lesson)
        assert [Path(part.path).name for part in lesson.messages[0].parts if isinstance(part, Picture)] == [
            picture.name
        ]
        assert [(b.x1, b.y1, b.x2, b.y2) for b in lesson.boxes] == ([] if box is None else [box])
        assert lesson.refs == (() if box is None else (said,))


@pytest.mark.thorough
@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_all_that_was_taught_is_known(
    engine: EngineProcess, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import tqdm

    monkeypatch.setattr(
        tqdm.tqdm, "monitor_interval", 0
    )  # its thread would be left behind where a bar is slow
    model = build(tmp_path / "taught")
    for picture in drawn():
        file = tmp_path / "taught" / "pictures" / picture.name
        assert said_about(engine, model, picture, file) == []


def said_about(engine: EngineProcess, model: Path, picture: Drawn, file: Path) -> list[str]:
    """What is wrong in the answers about a picture. Boxes may be a pixel off."""
    wrong = []
    for question, said, box in picture.talk():
        options = Options(precision="fp32", device="cpu", max_new_tokens=60)
        ask = Ask((Message("user", (Picture(str(file)), question)),), ModelRef(str(model)), options)
        answer = engine.run(question, Answering(ask), lambda _event: None).result
        found = [one.box for one in answer.boxes]
        if box is None:
            right = answer.text == said
        else:
            right = len(found) == 1 and found[0].label == said
            sides = (found[0].x1, found[0].y1, found[0].x2, found[0].y2) if right else ()
            right = right and all(abs(a - b) <= 1 for a, b in zip(sides, box, strict=True))
        if not right:
            wrong.append(f"{question} {answer.text} {found}")
    return wrong
