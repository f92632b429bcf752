"""Comparing a model's files with the checksums beside them."""

from __future__ import annotations

import hashlib
import os
import threading
from pathlib import Path

import pytest

from eyebox_models.library.download import download
from eyebox_models.library.verify import verify
from eyebox_models.protocol.errors import EyeboxError, Stopped
from eyebox_models.protocol.requests import Download
from hub_server import HubServer, git_oid
from tiny_models import build_tiny

NAME = "Some-Org/Tiny"


@pytest.fixture(scope="module")
def tiny(tmp_path_factory):
    pytest.importorskip("torch")
    return build_tiny("qwen2_vl", tmp_path_factory.mktemp("tiny") / "model", layers=1)


@pytest.fixture
def downloaded(tiny, tmp_path, monkeypatch):
    pytest.importorskip("huggingface_hub")
    monkeypatch.setenv("NO_PROXY", "*")
    files = {path.name: path.read_bytes() for path in tiny.iterdir()}
    with HubServer({NAME: files}) as hub:
        request = Download(NAME, str(tmp_path / "own"), endpoint=hub.endpoint)
        return download(request, lambda _event: None, threading.Event())


def check(folder, events=None, stop=None):
    return verify(str(folder), (events if events is not None else []).append, stop or threading.Event())


def flip(path: Path, place: int = -5) -> None:
    real = Path(os.path.realpath(path))
    data = bytearray(real.read_bytes())
    data[place] ^= 1
    real.write_bytes(data)


def test_a_download_is_as_it_should_be(downloaded):
    assert not downloaded.problems
    events = []
    card = check(downloaded.folder, events)
    assert card.complete and not card.problems and card.name == NAME
    assert events[-1].done_bytes == events[-1].total_bytes > 0
    assert {event.file for event in events if event.file} == {
        p.name for p in Path(downloaded.folder).iterdir()
    }
    repository = check(Path(downloaded.folder).parent.parent)
    assert repository.complete and repository.folder == card.folder


def test_a_wrong_byte_is_named_with_what_to_do(downloaded):
    folder = Path(downloaded.folder)
    flip(folder / "model.safetensors")
    card = check(folder)
    assert not card.complete
    [problem] = card.problems
    assert problem.startswith("model.safetensors is damaged")
    assert os.path.realpath(folder / "model.safetensors") in problem and f"download {NAME} again" in problem


def test_a_missing_file_is_named(downloaded):
    (Path(downloaded.folder) / "tokenizer.json").unlink()
    card = check(downloaded.folder)
    assert not card.complete
    assert card.problems[0].startswith("tokenizer.json is missing")


def test_blobs_of_the_hubs_cache_are_their_own_checksums(tiny, tmp_path):
    repo = tmp_path / "models--Org--Cached"
    snapshot = repo / "snapshots" / ("c" * 40)
    snapshot.mkdir(parents=True)
    (repo / "blobs").mkdir()
    for path in tiny.iterdir():
        data = path.read_bytes()
        name = hashlib.sha256(data).hexdigest() if path.suffix == ".safetensors" else git_oid(data)
        (repo / "blobs" / name).write_bytes(data)
        (snapshot / path.name).symlink_to(f"../../blobs/{name}")
    assert not check(snapshot).problems
    flip(snapshot / "config.json", 1)
    flip(snapshot / "model.safetensors")
    wrong = [problem.split()[0] for problem in check(snapshot).problems]
    assert {"config.json", "model.safetensors"} <= set(wrong)
    Path(os.path.realpath(snapshot / "model.safetensors")).unlink()
    assert any(problem.startswith("model.safetensors is missing") for problem in check(snapshot).problems)


def test_notes_of_a_plain_folder_are_read(tiny, tmp_path):
    folder = tmp_path / "local"
    notes = folder / ".cache" / "huggingface" / "download"
    notes.mkdir(parents=True)
    for path in tiny.iterdir():
        data = path.read_bytes()
        (folder / path.name).write_bytes(data)
        (notes / f"{path.name}.metadata").write_text(f"{'c' * 40}\n{git_oid(data)}\n1700000000.0\n")
    assert not check(folder).problems
    flip(folder / "model.safetensors")
    assert [problem.split()[0] for problem in check(folder).problems] == ["model.safetensors"]


def test_without_checksums_nothing_is_claimed(tiny):
    events = []
    card = check(tiny, events)
    assert not card.problems
    assert not any(event.file for event in events)


def test_a_truncated_file_without_checksums_is_found_all_the_same(tiny, tmp_path):
    for path in tiny.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    weights = tmp_path / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:-1000])
    [problem, *_] = check(tmp_path).problems
    assert "model.safetensors" in problem


def test_no_folder_and_a_stop(downloaded, tmp_path):
    with pytest.raises(EyeboxError, match="There is no folder"):
        check(tmp_path / "gone")
    stop = threading.Event()
    stop.set()
    with pytest.raises(Stopped):
        check(downloaded.folder, stop=stop)
