"""Wheels of a folder are compared with the checksums that lie beside them."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest

from engine_home import add_from, archive, folder_of_wheels, home, without_torch
from eyebox_models.environment.plan import plan
from eyebox_models.environment.state import look_at
from eyebox_models.environment.sums import sums_in
from eyebox_models.protocol.environment import Source
from eyebox_models.protocol.errors import EyeboxError, Stopped
from tiny_wheels import PACKAGES, uv_wheel

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-ins are scripts of a shell")


@pytest.fixture(autouse=True)
def no_torch(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    without_torch(monkeypatch, tmp_path / "hides")


@pytest.fixture
def wheels(tmp_path: Path) -> Path:
    return folder_of_wheels(tmp_path)


def digests(folder: Path) -> dict[str, str]:
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in sorted(folder.glob("*.whl"))}


def as_list(folder: Path) -> None:
    (folder / "SHA256SUMS").write_text("".join(f"{d}  {name}\n" for name, d in digests(folder).items()))


def as_marked_list(folder: Path) -> None:
    lines = (f"{d.upper()} *./wheels/{name}\r\n" for name, d in digests(folder).items())
    (folder / "sha256sums.txt").write_text("".join(lines))


def as_bsd_list(folder: Path) -> None:
    (folder / "checksums.txt").write_text(
        "".join(f"SHA256 ({name}) = {d}\n" for name, d in digests(folder).items())
    )


def beside_each(folder: Path) -> None:
    for number, (name, digest) in enumerate(digests(folder).items()):
        (folder / f"{name}.sha256").write_text(f"{digest}  {name}\n" if number % 2 else digest)


def as_requirements(folder: Path) -> None:
    lines = []
    for name, digest in digests(folder).items():
        package, version, *_ = name.split("-")
        lines.append(
            f"{package}=={version} \\\n    --hash=sha256:{'0' * 64} \\\n    --hash=sha256:{digest}\n"
        )
    (folder / "locked.txt").write_text("".join(lines))


def as_index(folder: Path) -> None:
    for name, digest in digests(folder).items():
        page = folder / name.split("-")[0] / "index.html"
        page.parent.mkdir()
        page.write_text(f'<a href="../{name.replace("+", "%2B")}#sha256={digest}">{name}</a>')


LISTS = [as_list, as_marked_list, as_bsd_list, beside_each, as_requirements, as_index]


@pytest.mark.parametrize("write", LISTS)
def test_every_kind_of_list_is_read(wheels: Path, write: Callable[[Path], None]) -> None:
    write(wheels)
    sums = sums_in(wheels)
    files = sorted(wheels.glob("*.whl"))
    assert len(files) == len(PACKAGES) and all(sums.of(file) for file in files)
    sums.check(files, Event())
    torch = next(wheels.glob("torch-*.whl"))
    torch.write_bytes(torch.read_bytes() + b"\0")
    with pytest.raises(EyeboxError, match=r"torch-2.*\.whl is not what the checksums beside it say"):
        sums.check(files, Event())
    stop = Event()
    stop.set()
    with pytest.raises(Stopped):
        sums.check(files, stop)


def test_a_wheel_that_is_not_as_the_list_says_is_not_installed(wheels: Path) -> None:
    as_list(wheels)
    assert add_from(wheels).place == "added"
    before = look_at(str(home()))
    other = folder_of_wheels(wheels.parent / "other")
    as_list(other)
    changed = folder_of_wheels(
        wheels.parent / "changed", numpy=("2.3.0", {"numpy/__init__.py": "import os"}, ())
    )
    (changed / "SHA256SUMS").write_text((other / "SHA256SUMS").read_text())
    with pytest.raises(EyeboxError, match=r"numpy-2\.3\.0.*\.whl is not what the checksums beside it say"):
        add_from(changed)
    assert look_at(str(home())) == before


def test_neither_installer_nor_python_is_started_before_it_is_compared(wheels: Path) -> None:
    from eyebox_models.environment.place import Place, own_home

    name, data = uv_wheel()
    (wheels / name).write_bytes(data)
    (wheels / f"{name}.sha256").write_text("0" * 64)
    Place(own_home()).home.mkdir(parents=True, exist_ok=True)
    from eyebox_models.environment.add import add

    with pytest.raises(EyeboxError, match=r"uv-.*\.whl is not what"):
        add(str(own_home()), Source(str(wheels)), lambda _event: None, Event())
    assert not Place(own_home()).uv.exists()
    (wheels / name).unlink()
    python = archive(wheels)
    python.with_name(f"{python.name}.sha256").write_text("0" * 64)
    with pytest.raises(EyeboxError, match=r"cpython-.*\.tar\.gz is not what"):
        add_from(wheels)


def test_the_plan_says_how_many_have_a_checksum(wheels: Path) -> None:
    def said() -> tuple[int, int]:
        planned = plan(str(home()), Source(str(wheels)), Event())
        return planned.wheels, planned.unchecked

    count = len(PACKAGES)
    assert said() == (count, count)
    name, digest = next(iter(digests(wheels).items()))
    (wheels / f"{name}.sha256").write_text(digest)
    assert said() == (count, count - 1)
    as_list(wheels)
    assert said() == (count, 0)


def test_lists_that_are_no_lists_harm_nobody(wheels: Path) -> None:
    (wheels / "SHA256SUMS").mkdir()
    os.mkfifo(wheels / "checksums.txt")
    (wheels / "notes.txt").write_bytes(b"\xff\xfe nonsense\n" + b"0" * 64)
    assert not sums_in(wheels).files and not sums_in(wheels).packages
    assert not sums_in(wheels / "gone").files
