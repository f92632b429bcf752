"""`eyebox models merge` and `eyebox ask --adapter` as a new user meets them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from eyebox.__main__ import main
from originals import DATA
from tiny_lora import in_fp32, randomly
from tiny_originals import build_original


def run(capsys, *arguments: object) -> tuple[int, str, str]:
    status = main([str(a) for a in arguments])
    captured = capsys.readouterr()
    return status, captured.out, captured.err


@pytest.mark.thorough
@pytest.mark.slow
def test_an_adapter_is_asked_with_and_merged(capsys, tmp_path: Path) -> None:
    pytest.importorskip("torch")
    pytest.importorskip("transformers")
    folder = in_fp32(build_original(tmp_path / "alt 旧", safetensors=True))
    layers = {"transformer.h.0.attn.c_attn": (384, 128), "transformer.h.1.mlp.w1": (256, 128)}
    adapter, target = randomly(layers, tmp_path / "my lora", size=0.5), tmp_path / "neu 新"

    def ids(model: Path, *more: object) -> list[int]:
        status, out, _err = run(
            capsys, "ask", "--model", model, "-p", "What is it?", DATA / "images" / "harbor.png",
            "--precision", "fp32", "--json", "--max-new-tokens", 8, *more,
        )  # fmt: skip
        assert status == 0
        found: list[int] = json.loads(out.splitlines()[-1])["token_ids"]
        return found

    status, out, err = run(capsys, "models", "merge", folder, "--adapter", adapter, "-o", target, "--json")
    told = json.loads(out)
    assert (status, err) == (0, "")
    assert (told["family"], told["problems"], told["folder"]) == ("qwen_vl", [], str(target))
    assert ids(target) == ids(folder, "--adapter", adapter) != ids(folder)

    status, out, err = run(capsys, "models", "merge", folder, "--adapter", adapter, "-o", target)
    assert (status, out) == (1, "")
    assert err.startswith("eyebox: ")
    assert "is there already" in err
    shutil.rmtree(adapter)
    status, out, err = run(capsys, "models", "merge", folder, "--adapter", adapter, "-o", tmp_path / "other")
    assert (status, out) == (1, "")
    assert "holds no adapter" in err
    assert not (tmp_path / "other").exists()
