"""A pipe in the place of any file of a model: one sentence, and nothing ever waits for it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tiny_models import build_tiny
from tiny_originals import build_original

pytest.importorskip("torch")
pytest.importorskip("transformers")
pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes of POSIX")

LOOKS = """
import json, os, sys
from pathlib import Path
from threading import Event
from eyebox_models.protocol.errors import EyeboxError
from eyebox_models.protocol.ask import Options
from eyebox_models.library.cards import list_models
from eyebox_models.library.cards import inspect
from eyebox_models.library.verify import verify
from eyebox_models.families.registry import family_for

opened = set()

def hook(event, arguments):
    if event == "open" and isinstance(arguments[0], (str, bytes)):
        opened.add(Path(os.fsdecode(arguments[0])))

def load(folder):
    options = Options(precision="fp32", device="cpu")
    return family_for(str(folder)).load(str(folder), options, lambda event: None, Event())

sys.addaudithook(hook)
for folder in map(Path, sys.argv[1:]):
    assert not inspect(folder).problems
    load(folder).close()
    names = {path.name for path in (*folder.iterdir(), *opened) if path.parent == folder}
    for name in sorted(names):
        file, aside = folder / name, folder.parent / "aside"
        if file.exists():
            file.rename(aside)
        os.mkfifo(file)
        print(folder.name, name, sep="\t", end="", flush=True)
        said = []
        (card,) = list_models(str(folder)).cards
        for card in (inspect(folder), verify(str(folder), lambda event: None, Event()), card):
            said.append(card.problems[0] if card.problems else "")
        try:
            load(folder)
        except EyeboxError as error:
            said.append(str(error))
        print("\t" + json.dumps(said), flush=True)
        file.unlink()
        if aside.exists():
            aside.rename(file)
"""


@pytest.mark.thorough
@pytest.mark.slow
def test_a_pipe_for_any_file_that_is_opened_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_HOME", str(tmp_path / "no cache"))
    folders = [build_original(tmp_path / "original"), build_tiny("qwen2_vl", tmp_path / "tiny")]
    command = [sys.executable, "-c", LOOKS, *map(str, folders)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=90, check=False)
    except subprocess.TimeoutExpired as error:
        pytest.fail(f"it waits for {(error.stdout or b'').decode().splitlines()[-1:]}")
    assert done.returncode == 0, done.stderr
    reported = [line.split("\t") for line in done.stdout.splitlines()]
    assert {("original", "config.json"), ("tiny", "tokenizer.json")} < {(f, name) for f, name, _ in reported}
    for folder, name, text in reported:
        said = json.loads(text)
        assert len(said) == 4, (folder, name, said)
        assert all(name in sentence for sentence in said), (folder, name, said)


def hub_cache(root: Path, made: Path) -> list[Path]:
    """A model in a cache like the hub's, and files of it that are no file of the model."""
    model = root / "hub" / "models--some--model"
    shutil.copytree(made, model / "snapshots" / "abc")
    notes = model / "snapshots" / "abc" / ".cache" / "huggingface" / "download"
    (model / "refs").mkdir()
    notes.mkdir(parents=True)
    return [
        model / "refs" / "main",
        model / "eyebox.json",
        model / "snapshots" / "abc" / "eyebox.json",
        notes / "config.json.metadata",
    ]


def test_pipes_among_what_a_cache_keeps_beside_a_model(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from threading import Event

    from eyebox_models.library.cards import list_models
    from eyebox_models.library.verify import verify

    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "hub"))
    beside = hub_cache(tmp_path, build_tiny("qwen2_vl", tmp_path / "made"))
    for file in beside:
        os.mkfifo(file)
    (card,) = list_models(str(tmp_path / "own")).cards
    assert card.name == "some/model"
    assert verify(card.folder, lambda _event: None, Event()).name == "some/model"


def test_an_adapter_that_is_a_pipe(tmp_path: Path) -> None:
    from eyebox_models.protocol.errors import EyeboxError
    from eyebox_models.vision.adapter import check_adapter

    os.mkfifo(tmp_path / "adapter_config.json")
    with pytest.raises(EyeboxError, match="holds no adapter"):
        check_adapter(str(tmp_path))
    (tmp_path / "adapter_config.json").unlink()
    (tmp_path / "adapter_config.json").write_text('{"peft_type": "LORA"}')
    os.mkfifo(tmp_path / "adapter_model.safetensors")
    with pytest.raises(EyeboxError, match=r"lacks adapter_model\.safetensors"):
        check_adapter(str(tmp_path))


def test_templates_that_are_pipes_and_texts_without_end(tmp_path: Path) -> None:
    from eyebox_models.families.registry import checkpoint_at

    folder = build_tiny("qwen2_vl", tmp_path / "model")
    (folder / "additional_chat_templates").mkdir()
    os.mkfifo(folder / "additional_chat_templates" / "other.jinja")
    with (folder / "merges.txt").open("ab") as file:
        file.truncate(1 << 40)
    problems = checkpoint_at(folder).problems
    assert (
        "additional_chat_templates/other.jinja is no file; remove it and fetch the model again." in problems
    )
    assert "merges.txt is far too large to belong to a model; fetch it again." in problems
