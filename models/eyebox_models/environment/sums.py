"""Checksums that lie beside wheels in a folder, and the files compared with them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from urllib.parse import unquote

from eyebox_models.environment.wheels import Named, named, normal
from eyebox_models.files.regular_file import read_regular, sha256_of
from eyebox_models.protocol.errors import EyeboxError

LISTS = re.compile(r"(sha256(sums?)?|checksums?)(\.txt)?", re.IGNORECASE)
"""Names of files as sha256sum writes them."""
LARGEST_LIST = 16_000_000
_LINE = re.compile(r"(?P<digest>[0-9a-f]{64}) [ *](?P<name>.+)", re.IGNORECASE)
_BSD = re.compile(r"SHA256 \((?P<name>.+)\) = (?P<digest>[0-9a-f]{64})", re.IGNORECASE)
_REQUIREMENT = re.compile(r"(?P<package>[A-Za-z0-9][\w.-]*)\s*(\[[^\]]*\])?\s*==\s*(?P<version>[^\s;\\]+)")
_HASH = re.compile(r"--hash[= ]sha256:([0-9a-f]{64})", re.IGNORECASE)
_LINK = re.compile(r"""href\s*=\s*["'](?P<link>[^"'#]+)#sha256=(?P<digest>[0-9a-f]{64})""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sums:
    """What the lists of a folder say: allowed SHA-256 by the name of a file, and by package and version."""

    files: Mapping[str, list[frozenset[str]]] = field(default_factory=dict)
    packages: Mapping[tuple[str, str], list[frozenset[str]]] = field(default_factory=dict)

    def of(self, file: Path) -> list[frozenset[str]]:
        """What each list that knows a file allows; nothing for a file that none knows."""
        wheel = named(file)
        allowed = list(self.files.get(file.name, ()))
        if wheel is not None:
            allowed += self.packages.get((wheel.package, wheel.version), ())
        return allowed

    def check(self, files: Iterable[Path], stop: Event) -> None:
        """Raises EyeboxError for the first file that is not as the lists say, Stopped, OSError."""
        for file in files:
            allowed = self.of(file)
            if allowed:
                digest = sha256_of(file, stop)
                if not all(digest in digests for digests in allowed):
                    raise EyeboxError(
                        "checksum-wrong",
                        "{file} is not what the checksums beside it say, so nothing of it is used: fetch it again "
                        "from where it came from.",
                        detail=f"sha256 {digest}",
                        file=file.name,
                    )

    def unknown(self, wheels: Iterable[Named]) -> int:
        """How many wheels no list knows."""
        return sum(not self.of(wheel.path) for wheel in wheels)


def sums_in(folder: Path) -> Sums:
    """Reads SHA256SUMS and the like, NAME.sha256, requirements with hashes, and index pages. Never raises OSError."""
    files: dict[str, list[frozenset[str]]] = {}
    packages: dict[tuple[str, str], list[frozenset[str]]] = {}
    for path in _lists(folder):
        try:
            text = read_regular(path, LARGEST_LIST).decode("utf-8-sig", "replace")
        except OSError:
            continue
        listed: dict[str, set[str]] = {}
        for name, digest in _listed(path.name, text):
            listed.setdefault(name, set()).add(digest.lower())
        for name, digests in listed.items():
            files.setdefault(name, []).append(frozenset(digests))
        for package, digests in _required(path.name, text).items():
            packages.setdefault(package, []).append(frozenset(digests))
    return Sums(files, packages)


def _lists(folder: Path) -> Iterator[Path]:
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        return
    for path in entries:
        if LISTS.fullmatch(path.name) or path.suffix in (".sha256", ".txt") or path.name == "index.html":
            yield path
        elif path.is_dir() and (path / "index.html").is_file():
            yield path / "index.html"


def _listed(name: str, text: str) -> Iterator[tuple[str, str]]:
    """Files and their digests, as a list of this name gives them."""
    if name.endswith(".html"):
        for link in _LINK.finditer(text):
            yield unquote(link["link"]).rpartition("/")[2], link["digest"]
        return
    for line in text.splitlines():
        entry = _LINE.fullmatch(line.strip()) or _BSD.fullmatch(line.strip())
        if entry:
            yield entry["name"].strip().replace("\\", "/").rpartition("/")[2], entry["digest"]
        elif name.endswith(".sha256") and re.fullmatch(r"[0-9a-fA-F]{64}", line.strip()):
            yield name.removesuffix(".sha256"), line.strip()


def _required(name: str, text: str) -> dict[tuple[str, str], set[str]]:
    """Packages and digests of a file of requirements with hashes."""
    found: dict[tuple[str, str], set[str]] = {}
    if not name.endswith(".txt") or "--hash" not in text:
        return found
    for line in re.sub(r"\\\s*\n", " ", text).splitlines():
        wanted = _REQUIREMENT.match(line.strip())
        digests = _HASH.findall(line)
        if wanted and digests:
            key = (normal(wanted["package"]), wanted["version"])
            found.setdefault(key, set()).update(digest.lower() for digest in digests)
    return found
