"""The Debian package: /usr/lib/eyebox, a link in /usr/bin, and what makes it part of the desktop."""

from __future__ import annotations

import gzip
import os
import re
import shutil
import subprocess
import tempfile
from email.utils import formatdate
from pathlib import Path

from inspection import bytes_in, elf_files, needed
from project import ROOT

CONTROL = """\
Package: {package}
Version: {version}
Architecture: {architecture}
Maintainer: The Eyebox authors <eyebox@users.noreply.github.com>
Installed-Size: {kilobytes}
Depends: {depends}
Recommends: fonts-noto-cjk, xdg-desktop-portal
Conflicts: {other}
Section: graphics
Priority: optional
Homepage: https://github.com/eyebox/eyebox
Description: offline reader of pictures that answers questions about them
 Drop a picture or grab the screen: its text is read at once. Ask a local
 vision-language model about it: the answer streams in and its boxes land
 on the picture. Correct them, export them. Nothing leaves the machine.
 .
 {edition}
"""
EDITIONS = {
    "reader": "This edition reads by itself; it adds what vision-language models need\n from inside, when that is asked for.",
    "full": "This edition carries what vision-language models need.",
}
OVERRIDES = """\
# The package carries the libraries it was built and tested with, as they come in their wheels.
{package}: embedded-library
{package}: unstripped-binary-or-object
{package}: shared-library-lacks-prerequisites
{package}: library-not-linked-against-libc
{package}: custom-library-search-path
{package}: hardening-no-fortify-functions
{package}: hardening-no-pie
"""
ALWAYS_NEEDED = ("xkb-data",)
"""What is opened by name while the program runs, so that no file asks for it: the layouts of keyboards."""


def build(frozen: Path, output: Path, version: str, edition: str) -> Path:
    """Packs the folder. The version of Debian's changelog is the program's own."""
    import integration

    package, other = ("eyebox", "eyebox-full") if edition == "reader" else ("eyebox-full", "eyebox")
    architecture = _run("dpkg", "--print-architecture").strip()
    with tempfile.TemporaryDirectory(dir=frozen.parent) as place:
        root = Path(place)
        root.chmod(0o755)
        shutil.copytree(frozen, root / "usr/lib/eyebox", symlinks=True)
        (root / "usr/bin").mkdir(parents=True)
        (root / "usr/bin/eyebox").symlink_to("../lib/eyebox/eyebox")
        integration.install_into(root, version)
        _documents(root, package, version)
        control = CONTROL.format(
            package=package,
            other=other,
            version=version,
            architecture=architecture,
            kilobytes=bytes_in(root) // 1024 + 1,
            depends=depends(frozen),
            edition=EDITIONS[edition],
        )
        (root / "DEBIAN").mkdir()
        (root / "DEBIAN/control").write_text(control, "utf-8")
        _sums(root)
        _modes(root)
        file = output / f"{package}_{version}_{architecture}.deb"
        _run("dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(root), str(file))
    return file


def depends(frozen: Path) -> str:
    """The Debian packages that the files ask for beyond the folder, with the versions that have what they use."""
    own = [
        file for file in elf_files(frozen) if "model-engine" not in file.parts
    ]  # that one chooses as it runs
    with tempfile.TemporaryDirectory() as place:
        (Path(place) / "debian").mkdir()
        (Path(place) / "debian/control").write_text("Source: eyebox\n\nPackage: eyebox\nArchitecture: any\n")
        folders = sorted({f"-l{file.parent}" for file in own})
        printed = subprocess.run(
            ["dpkg-shlibdeps", "-O", "--ignore-missing-info", "--warnings=0", *folders, *(f"-e{file}" for file in own)],
            cwd=place, capture_output=True, text=True,
        )  # fmt: skip
    if printed.returncode:
        errors = [line for line in printed.stderr.splitlines() if ": error:" in line]
        raise SystemExit("build: " + "\nbuild: ".join(errors))
    match = re.search(r"shlibs:Depends=(.*)", printed.stdout)
    outside = _owners(needed(own) - {file.name for file in frozen.rglob("*.so*")})
    found = [entry for entry in (match[1].split(", ") if match else []) if entry.partition(" ")[0] in outside]
    names = {entry.partition(" ")[0] for entry in found}
    return ", ".join(sorted([*found, *(name for name in ALWAYS_NEEDED if name not in names)]))


def _owners(libraries: set[str]) -> set[str]:
    """The Debian packages that these libraries of the system come from."""
    printed = subprocess.run(
        ["dpkg", "-S", *(f"*/{name}" for name in sorted(libraries))], capture_output=True, text=True
    )
    return set(re.findall(r"^([^:,]+)(?::\w+)?: ", printed.stdout, re.MULTILINE))


def _documents(root: Path, package: str, version: str) -> None:
    folder = root / "usr/share/doc" / package
    folder.mkdir(parents=True)
    shutil.copy(ROOT / "packaging/linux/copyright", folder / "copyright")
    stamp = formatdate(int(os.environ["SOURCE_DATE_EPOCH"]), localtime=False)
    text = f"{package} ({version}) stable; urgency=medium\n\n  * Version {version}.\n\n"
    text += f" -- The Eyebox authors <eyebox@users.noreply.github.com>  {stamp}\n"
    with gzip.GzipFile(folder / "changelog.gz", "wb", mtime=0) as file:
        file.write(text.encode())
    overrides = root / "usr/share/lintian/overrides" / package
    overrides.parent.mkdir(parents=True)
    overrides.write_text(OVERRIDES.format(package=package), "utf-8")


def _sums(root: Path) -> None:
    """md5sums, which `debsums` and dpkg's own verification go by."""
    files = sorted(str(f.relative_to(root)) for f in root.rglob("*") if f.is_file() and not f.is_symlink())
    files = [name for name in files if not name.startswith("DEBIAN/")]
    printed = subprocess.run(
        ["xargs", "-0", "md5sum"],
        input="\0".join(files),
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    (root / "DEBIAN/md5sums").write_text(printed.stdout)


def _modes(root: Path) -> None:
    """Rights as Debian has them: only programs may be executed."""
    programs = {root / "usr/lib/eyebox/eyebox", root / "usr/lib/eyebox/eyebox-engine"}
    for file in root.rglob("*"):
        if file.is_symlink():
            continue
        runs = file.is_dir() or file in programs or (file.parent.name == "bin" and os.access(file, os.X_OK))
        file.chmod(0o755 if runs else 0o644)


def _run(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout
