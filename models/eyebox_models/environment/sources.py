"""A Source taken apart: a folder of wheels or an index, the index of torch, where a Python comes from."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from eyebox_models.environment.build_of_torch import Suited, index_of, suited
from eyebox_models.environment.kinds import KINDS
from eyebox_models.environment.sums import Sums, sums_in
from eyebox_models.environment.wheels import Named, in_folder, newest
from eyebox_models.files.http import Web
from eyebox_models.fit.machine import Machine
from eyebox_models.protocol.environment import Kind, Source
from eyebox_models.protocol.errors import EyeboxError, Sentence

PYPI = "https://pypi.org/simple"
_BESIDE = {"pypi.org": ("files.pythonhosted.org",)}
"""A host -> others that its files lie on."""


@dataclass(frozen=True, slots=True)
class From:
    """Where all comes from. `folder` is None with an index; `main` is the wheel in the folder that says which Python.

    `torch_index` is "" where torch comes from the same index as all else. `python` is a folder or an address or "".
    """

    suited: Suited
    folder: Path | None = None
    wheels: tuple[Named, ...] = ()
    main: Named | None = None
    index: str = ""
    torch_index: str = ""
    python: str = ""
    proxy: str = ""
    sums: Sums = field(default_factory=Sums)
    """What lies beside the wheels in the folder."""

    @property
    def online(self) -> bool:
        """Whether packages come over a connection."""
        return self.folder is None

    @property
    def python_folder(self) -> Path | None:
        """A folder that may hold a standalone Python: the one that is named, else the one of the wheels."""
        if self.python and not _is_address(self.python):
            return Path(self.python)
        return self.folder

    @property
    def python_address(self) -> str:
        return self.python if _is_address(self.python) else ""

    def web(self) -> Web:
        """The way to the index. Raises EyeboxError."""
        return Web(self.index or PYPI, self.proxy)

    def hosts(self) -> tuple[str, ...]:
        """Who is contacted for packages."""
        if not self.online:
            return ()
        hosts = []
        for address in (self.index, self.torch_index):
            host = urlsplit(address).netloc.rpartition("@")[2]
            hosts += [host, *_BESIDE.get(host, ())] if host else []
        return tuple(dict.fromkeys(hosts))


def taken_apart(source: Source, machine: Machine, kind: Kind = "models") -> From:
    """What a source means on this machine; looks into folders, connects to nobody. Raises EyeboxError."""
    for address in (source.wheels, source.torch, source.python):
        if _is_address(address) and urlsplit(address).scheme not in ("http", "https"):
            raise EyeboxError(
                "not-a-package-address",
                "{address} is no address of packages: it looks like https://pypi.org/simple.",
                address=address[:80],
            )
    if source.python and not _is_address(source.python) and not Path(source.python).is_dir():
        raise EyeboxError(
            "python-folder-missing",
            "There is no folder {folder}: give the folder that holds a standalone Python.",
            folder=source.python,
        )
    if source.wheels and not _is_address(source.wheels):
        return _of_folder(Path(source.wheels), source, machine, KINDS[kind].package)
    found = suited(machine, source.build)
    index = source.wheels.rstrip("/") or PYPI
    Web(index, source.proxy)
    torch = index_of(found.build, source.torch) if kind == "models" else ""
    return From(found, None, (), None, index, torch, source.python, source.proxy)


def _of_folder(folder: Path, source: Source, machine: Machine, package: str) -> From:
    if not folder.is_dir():
        raise EyeboxError(
            "wheels-folder-missing",
            "There is no folder {folder}: give the folder with the wheels, or the address of an index.",
            folder=folder,
        )
    wheels = in_folder(folder)
    there = [wheel for wheel in wheels if wheel.package == package and wheel.pythons()]
    if not there:
        raise EyeboxError(
            "wheels-without-torch",
            "{folder} holds no wheel of {package} for this machine: download {package} and the others into it, "
            "or choose another folder.",
            folder=folder,
            package=package,
        )
    if package != "torch":
        newest_there = newest(there)
        assert newest_there is not None
        why = Sentence(
            "folder-holds",
            "The folder holds {package} {version}.",
            package=package,
            version=newest_there.version,
        )
        return From(
            Suited("pypi", why), folder, wheels, newest_there, python=source.python, sums=sums_in(folder)
        )
    wish = suited(machine, source.build).build
    chosen = newest(wheel for wheel in there if wheel.build == wish)
    if chosen is None and source.build:
        held = ", ".join(sorted({wheel.build or "plain" for wheel in there}))
        raise EyeboxError(
            "wheels-of-another-build",
            "{folder} holds no torch of the build {build} (but {held}): leave the build out.",
            folder=folder,
            build=source.build,
            held=held,
        )
    torch = chosen or newest(there)
    assert torch is not None
    why = Sentence("folder-holds-torch", "The folder holds torch {version}.", version=torch.version)
    return From(
        Suited(torch.build or "pypi", why), folder, wheels, torch, python=source.python, sums=sums_in(folder)
    )


def _is_address(text: str) -> bool:
    return bool(re.match(r"[A-Za-z][A-Za-z0-9+.-]+://", text))
