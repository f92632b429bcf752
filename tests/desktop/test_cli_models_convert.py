"""`eyebox models convert` as a new user meets it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eyebox.__main__ import main
from internvl_originals import INTERNLM2, wanted_ids
from originals import DATA, case


def run(capsys, *arguments: object) -> tuple[int, str, str]:
    status = main([str(a) for a in arguments])
    captured = capsys.readouterr()
    return status, captured.out, captured.err


@pytest.mark.thorough
@pytest.mark.slow
def test_a_folder_is_converted_once_and_answers_as_before(capsys, tmp_path: Path) -> None:
    pytest.importorskip("torch")
    pytest.importorskip("transformers")
    target = tmp_path / "neu 新"
    status, out, err = run(capsys, "models", "convert", DATA / INTERNLM2, "-o", target, "--json")
    told = json.loads(out)
    assert (status, err) == (0, "")
    assert (told["family"], told["problems"], told["folder"]) == ("internvl", [], str(target))

    status, out, err = run(capsys, "models", "convert", DATA / INTERNLM2, "-o", target)
    assert (status, out) == (1, "")
    assert err.startswith("eyebox: ") and "is there already" in err

    entry = case(INTERNLM2, "single_1tile")
    picture = DATA / entry["images"][0]["image"]
    for folder in (DATA / INTERNLM2, target):
        status, out, _err = run(
            capsys, "ask", "--model", folder, "-p", entry["question"], picture, "--precision", "fp32", "--json",
            "--max-tiles", 1, "--max-new-tokens", 16,
        )  # fmt: skip
        assert status == 0
        assert json.loads(out.splitlines()[-1])["token_ids"] == wanted_ids(entry)


def test_inspect_and_plan_know_an_original(capsys) -> None:
    status, out, _err = run(capsys, "models", "inspect", DATA / INTERNLM2, "--json")
    told = json.loads(out)
    assert status == 0
    assert (told["family"], told["parameters"], told["precision_on_disk"]) == (
        "internvl_chat",
        550_944,
        "bf16",
    )
    picture = DATA / "images" / "harbor.png"
    status, out, _err = run(capsys, "models", "plan", DATA / INTERNLM2, "--image", picture, "--json")
    assert status == 0
    assert json.loads(out)["visual_tokens"] == 7 * 256


def test_what_is_no_original_is_refused(capsys, tmp_path: Path) -> None:
    status, _out, err = run(capsys, "models", "convert", tmp_path, "-o", tmp_path / "new")
    assert status == 1
    assert "no model folder" in err
