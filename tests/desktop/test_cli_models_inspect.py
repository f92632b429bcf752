"""`eyebox models inspect` and `plan`: their JSON, their text, and folders that can't be used."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from eyebox.cli import main
from eyebox_models.families.registry import checkpoint_at
from eyebox_models.fit.machine import machine
from eyebox_models.fit.speeds import Speed, remember
from written_model import write_model


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return write_model(tmp_path_factory.mktemp("models") / "a folder 模型", "bfloat16")


@pytest.fixture(scope="module")
def picture(tmp_path_factory):
    path = tmp_path_factory.mktemp("pictures") / "turned.jpg"
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (400, 200), "white").save(path, exif=exif)
    return path


def run(capsys, *arguments: object) -> tuple[int, str, str]:
    status = main([str(a) for a in arguments])
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def test_inspect_tells_what_the_contract_says(capsys, folder):
    status, out, err = run(capsys, "models", "inspect", folder, "--json")
    told = json.loads(out)
    assert (status, err) == (0, "")
    assert told["family"] == "qwen2_vl"
    assert told["precision_on_disk"] == "bf16"
    assert told["parameters"] == 356_224
    assert told["bytes_on_disk"] > 2 * told["parameters"]
    assert set(told["runs"]) == {"bf16", "fp16", "fp32", "int8", "int4"}
    assert all(value is True or value.strip() for value in told["runs"].values())
    assert told["problems"] == []


def test_inspect_for_people(capsys, folder):
    status, out, _err = run(capsys, "models", "inspect", folder)
    assert status == 0
    assert "qwen2_vl" in out
    assert "bf16" in out


def test_a_folder_that_is_cut_short_is_status_1_with_its_reason(capsys, folder, tmp_path):
    broken = tmp_path / "broken"
    broken.mkdir()
    for file in folder.iterdir():
        (broken / file.name).write_bytes(file.read_bytes())
    weights = broken / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:-100])
    status, out, err = run(capsys, "models", "inspect", broken, "--json")
    assert status == 1
    assert "model.safetensors is cut short" in json.loads(out)["problems"][0]
    assert "model.safetensors is cut short" in err
    assert len(err.splitlines()) == 1
    status, out, err = run(capsys, "models", "plan", broken, "--json")
    assert (status, out) == (1, "")
    assert "cut short" in err


@pytest.mark.parametrize("json_too", [True, False])
def test_no_model_folder_is_status_1(capsys, tmp_path, json_too):
    more = ["--json"] if json_too else []
    for place in (tmp_path, tmp_path / "nowhere"):
        status, out, err = run(capsys, "models", "inspect", place, *more)
        assert status == 1
        assert err.startswith("eyebox: ")
        assert len(err.splitlines()) == 1
        assert bool(out) == json_too
        if json_too:
            assert json.loads(out)["problems"]


def test_plan_tells_what_the_contract_says(capsys, folder, picture):
    status, out, err = run(
        capsys,
        "models",
        "plan",
        folder,
        "--image",
        picture,
        "--precision",
        "fp32",
        "--device",
        "cpu",
        "--json",
    )
    told = json.loads(out)
    assert (status, err) == (0, "")
    parts = (told["weights_bytes"], told["cache_bytes"], told["activation_bytes"])
    assert told["total_bytes"] == sum(parts)
    assert all(part > 0 for part in parts)
    assert told["weights_bytes"] == 4 * 356_224
    assert told["verdict"] in ("fits", "tight", "too big")
    assert told["available_bytes"] > 0
    width, height = told["resized"][0]
    assert width < height  # upright: the EXIF turn is applied
    assert told["visual_tokens"] == width * height // 28**2
    assert isinstance(told["advice"], str)


def test_plan_grows_with_pixels_and_new_tokens(capsys, folder, picture):
    def plan(*more: object) -> dict[str, int]:
        status, out, _err = run(capsys, "models", "plan", folder, "--image", picture, "--json", *more)
        assert status == 0
        return json.loads(out)

    small, large = plan("--max-pixels", 12_544), plan("--max-pixels", 200_704)
    assert small["visual_tokens"] < large["visual_tokens"]
    assert small["activation_bytes"] < large["activation_bytes"]
    assert plan("--max-new-tokens", 10)["cache_bytes"] < plan("--max-new-tokens", 1000)["cache_bytes"]


def test_plan_for_people(capsys, folder, picture):
    status, out, _err = run(capsys, "models", "plan", folder, "--image", picture)
    assert status == 0
    assert "visual tokens" in out
    assert "free" in out


def test_plan_tells_seconds_only_of_what_answered_here(capsys, folder, picture):
    def plan(*more: object) -> str:
        status, out, _err = run(
            capsys, "models", "plan", folder, "--image", picture, "--precision", "fp32", *more
        )
        assert status == 0
        return out

    told = json.loads(plan("--json"))
    assert told["seconds_to_first_token"] is None and "first word" not in plan()
    speed = Speed(0.0, ((told["visual_tokens"] + 64, 0.012),))
    remember("fp32", speed, machine(), checkpoint_at(folder).digest)
    assert json.loads(plan("--json"))["seconds_to_first_token"] == pytest.approx(0.012)
    assert "after about 0.012 s" in plan()


@pytest.mark.parametrize("action", ["inspect", "plan"])
def test_neither_torch_nor_qt_is_imported(folder, picture, action):
    arguments = ["models", action, str(folder)] + (["--image", str(picture)] if action == "plan" else [])
    code = (
        "import sys; from eyebox.cli import main\n"
        f"assert main({arguments!r}) == 0\n"
        "assert not {'torch', 'transformers', 'PySide6', 'onnxruntime'} & set(sys.modules)\n"
    )
    subprocess.run(
        [sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL, cwd=Path(folder).parent
    )
