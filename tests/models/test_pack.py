"""A model as one file: the round trip, signatures, an interruption, and packs that are not believed."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
import tarfile
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from eyebox_models.files.hub import belongs_to_model
from eyebox_models.library import unpack as unpacking
from eyebox_models.library.pack import pack
from eyebox_models.library.pack_format import KEPT_LIST, LIST, SIGNATURE, header, padding
from eyebox_models.library.unpack import unpack
from eyebox_models.library.verify import verify
from eyebox_models.protocol.cards import Packed, Transfer, Unpacked
from eyebox_models.protocol.errors import EyeboxError, Stopped
from eyebox_models.protocol.events import Progress
from eyebox_models.protocol.requests import UnpackModel

FILES = {
    "config.json": b'{"model_type": "qwen2_vl", "vision_config": {}}',
    "additional_chat_templates/tool.jinja": b"{{ messages }}",
    "model.safetensors": bytes(range(256)) * 20_000,  # five pieces
}


@pytest.fixture
def model(tmp_path: Path) -> Path:
    folder = tmp_path / "my model"
    for name, data in {
        **FILES,
        "modeling.py": b"print()",
        ".hidden.json": b"{}",
        "x.bin": b"?",
        "a.png": b"?",
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def packed(folder: Path, target: Path, key: str = "") -> Packed:
    return pack(str(folder), str(target), key, lambda _event: None, Event())


def unpacked(
    file: Path, target: Path, key: str = "", emit: Callable[[Any], None] = lambda _event: None
) -> Unpacked:
    return unpack(UnpackModel(str(file), str(target), key=key), emit, Event())


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != KEPT_LIST
    }


def test_a_model_comes_out_as_it_went_in_without_code_and_pickles(model: Path, tmp_path: Path) -> None:
    file, new = tmp_path / "m.eyebox", tmp_path / "new"
    made = packed(model, file)
    assert (made.name, made.bytes, made.files) == ("my model", file.stat().st_size, 3)
    with tarfile.open(file) as tar:  # any tar reads it
        assert tar.getnames() == [
            LIST,
            "additional_chat_templates/tool.jinja",
            "config.json",
            "model.safetensors",
        ]
    events: list[Progress] = []
    done = unpacked(file, new, emit=events.append)
    assert contents(new) == FILES and done.card.folder == str(new)
    assert (done.signed_by, done.note) == ("", "It is not signed; its files are as its list says.")
    total = sum(map(len, FILES.values()))
    assert events[-1] == Progress("unpacking", 1.0, done_bytes=total, total_bytes=total)
    checked: list[Transfer] = []
    verify(str(new), checked.append, Event())
    assert {event.file for event in checked} == {"", *FILES}
    assert packed(new, tmp_path / "again.eyebox").files == 3 and not list(tmp_path.glob(".*"))
    with pytest.raises(EyeboxError, match="is there already"):
        unpacked(file, new)


def test_the_library_is_where_it_goes_by_itself(model: Path, tmp_path: Path) -> None:
    file, home = tmp_path / "m.eyebox", tmp_path / "models"
    packed(model, file)
    done = unpack(UnpackModel(str(file), home=str(home)), lambda _event: None, Event())
    assert done.card.folder == str(home / "my model")


def keys(folder: Path) -> tuple[str, str]:
    serialization = pytest.importorskip("cryptography.hazmat.primitives.serialization")
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    private = Ed25519PrivateKey.generate()
    folder.mkdir()
    pem = serialization.Encoding.PEM
    (folder / "private.pem").write_bytes(
        private.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    (folder / "public.pem").write_bytes(
        private.public_key().public_bytes(pem, serialization.PublicFormat.SubjectPublicKeyInfo)
    )
    return str(folder / "private.pem"), str(folder / "public.pem")


def test_a_signature_is_verified_and_another_key_refused(
    model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    private, public = keys(tmp_path / "keys")
    _, other = keys(tmp_path / "others")
    file = tmp_path / "m.eyebox"
    made = packed(model, file, private)
    assert made.signed_by.startswith("ed25519:")
    assert unpacked(file, tmp_path / "one", public).signed_by == made.signed_by
    with pytest.raises(EyeboxError, match="was signed by"):
        unpacked(file, tmp_path / "two", other)
    with pytest.raises(EyeboxError, match="no Ed25519 key"):
        packed(model, tmp_path / "n.eyebox", str(model / "config.json"))
    packed(model, tmp_path / "unsigned.eyebox")
    with pytest.raises(EyeboxError, match="not signed, but a key"):
        unpacked(tmp_path / "unsigned.eyebox", tmp_path / "two", public)
    data = file.read_bytes().replace(b'"name": "my model"', b'"name": "my_model"')
    (tmp_path / "changed.eyebox").write_bytes(data)
    with pytest.raises(EyeboxError, match=r"signature of changed\.eyebox is wrong"):
        unpacked(tmp_path / "changed.eyebox", tmp_path / "two")
    for name in [name for name in sys.modules if name.split(".")[0] == "cryptography"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "cryptography", None)
    assert "but not verified" in unpacked(file, tmp_path / "two").note
    with pytest.raises(EyeboxError, match="need the package cryptography"):
        packed(model, tmp_path / "n.eyebox", private)


Member = tuple[str, bytes] | tuple[tarfile.TarInfo, bytes]


def archive(members: Sequence[Member], listed: Any = None, end: bytes = bytes(1024)) -> bytes:
    """An archive of these members, with a list that says so, or another one."""
    if listed is None:
        listed = [entry(name, data) for name, data in members if isinstance(name, str)]
    made = (
        json.dumps({"eyebox_pack": 1, "name": "x", "files": listed}).encode()
        if isinstance(listed, list)
        else listed
    )
    whole = b""
    for name, data in [(LIST, made), *members]:
        head = header(name, len(data)) if isinstance(name, str) else name.tobuf(tarfile.GNU_FORMAT)
        whole += head + data + bytes(padding(len(data)))
    return whole + end


def entry(path: str, data: bytes, **other: Any) -> dict[str, Any]:
    return {"path": path, "bytes": len(data), "sha256": sha256(data).hexdigest()} | other


def special(kind: bytes, link: str = "") -> tarfile.TarInfo:
    info = tarfile.TarInfo("config.json")
    info.type, info.linkname, info.size = kind, link, 0
    return info


CONFIG = b'{"model_type": "qwen2_vl"}'
ONE = ("config.json", CONFIG)
LISTED = [entry(*ONE)]
TWO = [ONE, ("model.safetensors", b"weights")]
HOSTILE = {
    "a path out of the folder": (archive([("../config.json", CONFIG)]), "path '../config.json', which is not allowed"),
    "an absolute path": (archive([("/tmp/config.json", CONFIG)]), "not allowed"),
    "a path of Windows": (archive([("C:\\config.json", CONFIG)]), "not allowed"),
    "a symbolic link": (archive([(special(tarfile.SYMTYPE, "/etc/passwd"), b"")], LISTED), "config.json, which is a link"),
    "a hard link": (archive([(special(tarfile.LNKTYPE, "/etc/passwd"), b"")], LISTED), "which is a link"),
    "a device": (archive([(special(tarfile.CHRTYPE), b"")], LISTED), "which is a device"),
    "an extension of tar": (archive([(special(tarfile.XHDTYPE), b"")], LISTED), "which is an extension of tar"),
    "more bytes than listed": (archive([ONE], [entry("config.json", CONFIG[:-1])]), "not what its list says"),
    "a bomb of zeros": (archive([ONE], [entry("config.json", b"", bytes=1 << 50)]), "is cut off"),
    "a negative size": (archive([ONE], [entry(*ONE, bytes=-1)]), "is no model pack"),
    "the same twice": (archive([ONE, ONE]), "holds config.json twice"),
    "two that differ by case": (archive([ONE, ("Config.json", CONFIG)]), "holds Config.json twice"),
    "code": (archive([ONE, ("modeling.py", b"print()")]), "modeling.py, which no model needs"),
    "a pickle": (archive([ONE, ("weights.pt", b"?")]), "weights.pt, which no model needs"),
    "a name that Windows keeps for itself": (archive([("con.json", CONFIG)]), "con.json, which no model needs"),
    "a wrong checksum": (archive([ONE], [entry("config.json", b"?" * len(CONFIG))]), "config.json in .* is damaged"),
    "more files than listed": (archive(TWO, LISTED), "holds more than its list says"),
    "others than listed": (archive([ONE], [entry("other.json", CONFIG)]), "holds config.json, which is not what"),
    "a list that is no list": (archive([ONE], b"[" * 100_000), "is no model pack"),
    "a list of another version": (archive([ONE], b'{"eyebox_pack": 2, "name": "", "files": [1]}'), "another version"),
    "half of it": (archive(TWO)[: -1024 - 512], "is cut off"),
    "nothing": (b"", "is cut off"),
    "something else": (b"PK\x03\x04" * 500, "is no model pack"),
}  # fmt: skip


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_pack_is_refused_with_one_sentence_and_leaves_nothing(kind: str, tmp_path: Path) -> None:
    data, sentence = HOSTILE[kind]
    file = tmp_path / "packs" / "bad.eyebox"
    file.parent.mkdir()
    file.write_bytes(data)
    place = tmp_path / "place"
    place.mkdir()
    with pytest.raises(EyeboxError, match=sentence) as refused:
        unpacked(file, place / "new")
    assert str(refused.value).count("\n") == 0 and str(refused.value).endswith(".")
    assert list(place.iterdir()) == [] and list(tmp_path.glob("*.json")) == []


def test_a_good_one_is_not_refused(tmp_path: Path) -> None:
    (tmp_path / "good.eyebox").write_bytes(archive(TWO))
    unpacked(tmp_path / "good.eyebox", tmp_path / "new")
    assert contents(tmp_path / "new") == dict(TWO)


def test_a_pack_larger_than_the_disk_is_refused(
    model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "m.eyebox"
    packed(model, file)
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage._replace(free=1_000_000))
    with pytest.raises(EyeboxError, match="The disk is too full: make 69 MB free"):
        unpacked(file, tmp_path / "new")
    with pytest.raises(EyeboxError, match="The disk is too full"):
        packed(model, tmp_path / "n.eyebox")


UNPACKING = """
import os, signal, sys
from threading import Event
from eyebox_models.library import unpack
from eyebox_models.library.pack import Meter
from eyebox_models.protocol.requests import UnpackModel

move, moved = Meter.move, []

def dying(meter, count):
    moved.append(count)
    move(meter, count)
    if sum(moved) > 3_000_000:
        os.kill(os.getpid(), signal.SIGKILL)

Meter.move = dying
unpack.unpack(UnpackModel(sys.argv[1], sys.argv[2]), lambda event: None, Event())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_what_was_killed_goes_on_where_it_was(
    model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, new = tmp_path / "m.eyebox", tmp_path / "new"
    packed(model, file)
    died = subprocess.run([sys.executable, "-c", UNPACKING, str(file), str(new)], timeout=240, check=False)
    assert died.returncode == -signal.SIGKILL and not new.exists()
    part = tmp_path / ".new.unpacking"
    there = (part / "model.safetensors").stat().st_size
    assert 1_000_000 < there < len(FILES["model.safetensors"])
    with (part / "model.safetensors").open("r+b") as stream:
        stream.write(b"?")  # and what it wrote last was lost: then this file comes anew
    (part / "config.json").unlink()
    (part / "stray.json").write_bytes(b"{}")
    unpacked(file, new)
    assert contents(new) == FILES and not list(tmp_path.glob(".new*"))


def test_what_was_stopped_goes_on_and_takes_nothing_twice(model: Path, tmp_path: Path) -> None:
    file, new, stop = tmp_path / "m.eyebox", tmp_path / "new", Event()
    packed(model, file)
    with pytest.raises(Stopped):
        unpack(UnpackModel(str(file), str(new)), lambda _event: stop.set(), stop)
    before = (tmp_path / ".new.unpacking/additional_chat_templates/tool.jinja").stat()
    unpacked(file, new)
    after = (new / "additional_chat_templates/tool.jinja").stat()
    assert (after.st_ino, contents(new)) == (before.st_ino, FILES)


def test_what_belongs_to_a_model_is_what_a_download_brings() -> None:
    names = [
        "config.json",
        "model-00001-of-00002.safetensors",
        "pytorch_model.bin",
        "LICENSE",
        "tokenizer.model",
    ]
    assert all(map(belongs_to_model, names))
    assert not any(
        map(belongs_to_model, ["a.py", "training_args.bin", "x/config.json", ".git.json", "a.pt", "m.gguf"])
    )
    assert SIGNATURE != LIST and unpacking.KEPT_LIST.startswith(".")
