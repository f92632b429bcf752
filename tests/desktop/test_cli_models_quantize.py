"""`eyebox models quantize` as a new user meets it: what calibrates, what is refused before anything is loaded."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PIL import Image

from eyebox.__main__ import main
from eyebox.cli import models_quantize
from eyebox_models.protocol.ask import Message, Picture
from eyebox_models.protocol.cards import ModelCard
from eyebox_models.protocol.events import End
from eyebox_models.protocol.requests import Quantize


@pytest.fixture
def asked(monkeypatch) -> list[Quantize]:
    """What an engine is asked for; none is started."""
    requests: list[Quantize] = []

    def run_request(_role: str, request: Quantize, *_more: object) -> End:
        requests.append(request)
        return End("done", result=ModelCard(request.target, Path(request.target).name, "qwen2_vl"))

    monkeypatch.setattr(models_quantize, "run_request", run_request)
    return requests


def run(capsys, *arguments: object) -> tuple[int, str, str]:
    status = main(["models", "quantize", *map(str, arguments)])
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def test_pictures_of_a_folder_are_asked_about(capsys, asked: list[Quantize], tmp_path: Path) -> None:
    folder = tmp_path / "Bilder 图"
    folder.mkdir()
    for name in ("b.png", "a.png", "notes.txt"):
        (folder / name).write_bytes(b"x")
    status, out, err = run(capsys, "M", "--to", "gptq-int4", "--calibrate", folder, "-o", tmp_path / "N")
    assert (status, out.split()) == (0, ["N", str(tmp_path / "N")])
    assert "calibrated with 2 chats; 128" in err
    (request,) = asked
    assert [chat[0].parts[0] for chat in request.chats] == [
        Picture(str(folder / "a.png")), Picture(str(folder / "b.png")),
    ]  # fmt: skip


def test_both_models_are_evaluated_then(
    capsys, asked: list[Quantize], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[list[str]] = []
    monkeypatch.setattr(models_quantize, "evaluate", lambda arguments: compared.append(arguments) or 0)
    new = tmp_path / "N"
    assert run(capsys, "M", "--to", "nf4", "--evaluate", tmp_path / "gone.json", "-o", new)[0] == 1
    assert not asked and not compared
    Image.new("RGB", (40, 20)).save(tmp_path / "a.png")
    data = tmp_path / "a.json"
    shape = {"label": "dog", "points": [[1, 1], [9, 9]], "shape_type": "rectangle"}
    data.write_text(
        json.dumps(
            {"shapes": [shape], "imagePath": "a.png", "imageHeight": 20, "imageWidth": 40, "version": "5"}
        )
    )
    assert run(capsys, "M", "--to", "nf4", "--evaluate", data, "-o", new, "--json")[0] == 0
    assert compared == [["--dataset", str(data), "--model", asked[0].folder, "--model", str(new), "--json"]]


def test_chats_of_a_file_keep_their_answers(capsys, asked: list[Quantize], tmp_path: Path) -> None:
    picture = {"type": "image", "path": "/a.png"}
    chat = [
        {"role": "user", "content": [picture, {"type": "text", "text": "What?"}]},
        {"role": "assistant", "content": "A dog."},
    ]
    file = tmp_path / "chats.json"
    for data, count in (([chat, chat], 2), (chat, 1)):
        file.write_text(json.dumps(data))
        assert run(capsys, "M", "--to", "gptq-int4", "--calibrate", file, "-o", tmp_path / "N")[0] == 0
        assert len(asked[-1].chats) == count
        assert asked[-1].chats[0] == (
            Message("user", (Picture("/a.png"), "What?")),
            Message("assistant", ("A dog.",)),
        )


def test_what_makes_no_sense_is_refused(capsys, asked: list[Quantize], tmp_path: Path) -> None:
    file, mixed = tmp_path / "chats.json", tmp_path / "mixed.json"
    file.write_text("{}")
    mixed.write_text('[[{"role": "user", "content": "What?"}], 5]')
    for arguments, status, words in (
        (("--to", "gptq-int4", "--calibrate", file), 1, "holds no chats"),
        (("--to", "gptq-int4", "--calibrate", mixed), 1, "has to be an object with the role"),
        (("--to", "gptq-int4", "--calibrate", "no session"), 1, "There are no sessions yet"),
        (("--to", "nf4", "--calibrate", tmp_path), 2, "goes with --to gptq-int4"),
        (("--to", "int3"), 2, "invalid choice"),
    ):
        got, _out, err = run(capsys, "M", *arguments, "-o", tmp_path / "N")
        assert got == status
        assert words in err
    assert asked == []
