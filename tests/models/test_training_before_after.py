"""What is asked before and after teaching, and how the answers are compared."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from eyebox_models.evaluation import wording
from eyebox_models.protocol.ask import Picture
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.events import Answer, BoxFound
from eyebox_models.protocol.teaching import Reply, Trial
from eyebox_models.training.before_after import as_json, compared
from eyebox_models.training.general_set import MOST, questions
from eyebox_models.training.trials import overlaps_of, trial_of


def text_trial(number: int, said: str, wanted: str = "EXIT") -> Trial:
    score = wording.anls(said, [wanted])
    return Trial(
        f"t{number}", "text", (Picture(f"{number}.png"),), "?", Reply(wanted), Reply(said, (), score)
    )


def found(image: int, x: float, label: str = "dog") -> BoxFound:
    return BoxFound(0, image, Box(label, x, 0, x + 10, 10, id=f"{image} {x}"))


def test_the_general_set_is_the_same_each_time_and_right(tmp_path: Path) -> None:
    made, again = (questions(MOST, tmp_path / name, "Find {shapes}.", None) for name in ("a", "b"))
    assert len(made) == MOST == len({one.name for one in made})
    assert [(one.ask.question, one.wanted) for one in made] == [
        (one.ask.question, one.wanted) for one in again
    ]
    for one, other in zip(made, again, strict=True):
        (picture,), (same,) = one.ask.shown, other.ask.shown
        assert Path(picture.path).read_bytes() == Path(same.path).read_bytes()
    find = made[0]
    (wanted,) = find.wanted.boxes
    assert find.ask.question == f"Find the {wanted.box.label}."
    with Image.open(find.ask.shown[0].path) as image:
        x1, _y1, x2, y2 = map(int, wanted.box.xyxy)
        edge = image.getpixel(((x1 + x2) // 2, y2 - 2))
        assert edge != image.getpixel(((x1 + x2) // 2, y2 + 2)) == image.getpixel((2, 2))
    assert len(questions(5, tmp_path / "c", "{shapes}", None)) == 5


def test_texts_are_compared_picture_by_picture_and_what_got_worse_is_named() -> None:
    before = [text_trial(n, "EXIT" if n < 10 else "?") for n in range(12)]
    after = [text_trial(n, "?" if n < 10 else "EXIT") for n in range(12)]
    both = compared(before, after, "fp32")
    (kind,) = both.kinds
    (pair,) = kind.report.comparisons
    assert (pair.wins, pair.losses, pair.verdict) == (10, 2, "first")
    assert len(both.worse) == 10 and all(one.before and one.before.text == "EXIT" for one in both.worse)
    told = as_json(both)
    assert (
        told["kinds"]["text"]["verdict"] == "worse"
        and told["kinds"]["text"]["before"]["exact"]["value"] == 10 / 12
    )
    assert (told["kinds"]["text"]["better"], told["kinds"]["text"]["worse"]) == (2, 10)
    assert len(told["worse"]) == 10
    same = compared(before, before, "fp32")
    assert same.kinds[0].report.comparisons[0].verdict == "too few" and not same.worse
    with pytest.raises(ValueError):
        compared(before, after[1:], "fp32")


def test_boxes_count_on_the_picture_that_they_are_on() -> None:
    wanted = Reply("dog", (found(0, 0), found(1, 50)))
    trial = Trial("two", "boxes", (Picture("a.png"), Picture("b.png")), "?", wanted, Reply(""))
    said = replace(trial, said=Reply("", (found(1, 50), found(1, 0))))
    assert overlaps_of(said) == (1.0, 2)
    after = replace(trial, said=replace(wanted, score=1.0))
    (kind,) = compared([replace(said, said=replace(said.said, score=0.5))], [after], "fp32").kinds
    figures = [{one.metric: one.value for one in model.figures} for model in kind.report.models]
    assert [one["iou"] for one in figures] == [0.5, 1.0]


def test_an_answer_is_scored_by_its_boxes_where_some_are_wanted(tmp_path: Path) -> None:
    find, count, *_rest = questions(2, tmp_path / "g", "{shapes}", None)
    assert trial_of(find, Answer(0, "here", boxes=find.wanted.boxes)).said.score == pytest.approx(1.0)
    assert trial_of(find, Answer(0, find.wanted.text)).said.score == 0.0
    assert trial_of(count, Answer(0, count.wanted.text)).said.score == 1.0


def test_edits_are_counted_alike_without_the_library() -> None:
    for a, b in (("kitten", "sitting"), ("", "abc"), ("abc", ""), ("flaw", "lawn"), ("same", "same")):
        assert wording._edits(a, b) == wording.edits(a, b)
