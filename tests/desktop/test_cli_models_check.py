"""`eyebox models check` with scripted models, through an engine process."""

from __future__ import annotations

import json

import pytest

from engines import write_script
from eyebox.cli.models_check import check
from eyebox_models.grounding.shape_cards import CARDS
from eyebox_models.protocol.errors import EyeboxError


def script_of(dx=0.0):
    answers = []
    for card in CARDS:
        steps = []
        for mark in card.marks:
            x1, y1, x2, y2 = mark.box
            steps += [{"text": f"{mark.name}\n"}, {"box": [x1 + dx, y1, x2 + dx, y2], "label": mark.name}]
        answers.append({"steps": steps})
    return {"answers": answers}


def test_the_report_is_that_of_the_contract(tmp_path, capfd):
    assert (
        check([write_script(tmp_path, script_of()), "--json", "--precision", "fp32", "--device", "cpu"]) == 0
    )
    out, err = capfd.readouterr()
    report = json.loads(out)
    why = report.pop("why")
    assert report == {"shapes": 20, "found": 20, "median_error_pixels": 0.0, "trusted": True}
    assert "20 of 20" in why and err == ""


def test_a_model_that_cannot_be_trusted_is_said_so(tmp_path, capfd):
    assert check([write_script(tmp_path, script_of(40))]) == 0
    out, _err = capfd.readouterr()
    assert (
        out.count("\n") == 1
        and "cannot be trusted" in out
        and "shifted by about 40 pixels to the right" in out
    )


def test_a_failure_is_one_line_and_status_one(tmp_path, capfd):
    assert check([write_script(tmp_path, [{"fail": "The card is full."}]), "--json"]) == 1
    assert capfd.readouterr() == ("", "eyebox: The card is full.\n")
    assert check([str(tmp_path / "nothing")]) == 1
    out, err = capfd.readouterr()
    assert out == "" and err.startswith("eyebox: ") and err.count("\n") == 1


def test_the_reader_needs_no_check():
    with pytest.raises(EyeboxError, match="reader"):
        check(["reader"])


@pytest.mark.parametrize("wrong", [[], ["a", "b"], ["a", "--precision", "int2"], ["a", "--device", "tpu"]])
def test_wrong_usage_is_status_two(wrong, capfd):
    with pytest.raises(SystemExit) as leaving:
        check(wrong)
    assert leaving.value.code == 2 and capfd.readouterr().err.startswith("eyebox: ")
