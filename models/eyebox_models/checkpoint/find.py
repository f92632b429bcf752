"""Finds checkpoints: in the caches of Hugging Face and ModelScope, in Eyebox's own folder, in folders of the user.

Looks at names and config.json only, so that hundreds of folders take no time. Nothing it meets makes it raise:
broken links, loops, folders that may not be read and odd files are passed over.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eyebox_models.checkpoint.folder import name_of
from eyebox_models.checkpoint.whole import (
    A_FILE_IS_COMING,
    DOWNLOAD_NOT_ENDED,
    missing,
    missing_by_receipt,
    names_in,
    read_json,
)
from eyebox_models.files.place import read_receipt
from eyebox_models.files.regular_file import read_regular
from eyebox_models.protocol.advice import own_folder
from eyebox_models.protocol.cards import Origin

DEPTH = 2
"""How far below a folder that the user adds checkpoints are looked for."""
HUB = "models--"
_EMBEDDERS = {
    "clip", "siglip", "siglip2", "chinese_clip", "align", "altclip", "clipseg", "flava", "groupvit", "owlvit", "owlv2",
    "xclip", "blip_image_classification", "metaclip_2",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """A checkpoint that was found; `lacks` says what a half-downloaded one lacks ("" for a whole one)."""

    folder: Path
    name: str
    source: Origin
    lacks: str = ""


def folder_of(model: str) -> Path | None:
    """The folder of a model that is named by its folder, or by the name it was downloaded by. None for no such."""
    if not model:
        return None
    try:
        folder = Path(model).expanduser()
        if folder.is_dir():
            return folder
    except (OSError, ValueError, RuntimeError):
        return None
    return resolve(model)


def resolve(name: str, home: str = "") -> Path | None:
    """The folder of a whole checkpoint by its name ("Org/Name", or the last part where that is unique)."""
    name = name.removeprefix("modelscope:").strip().strip("/").casefold()
    if not name:
        return None
    whole = [
        found
        for found in find(home or str(own_folder("data") / "models"), vision_only=False)
        if not found.lacks
    ]
    exact = [found for found in whole if found.name.casefold() == name]
    if not exact and "/" not in name:
        exact = [found for found in whole if found.name.casefold().rpartition("/")[2] == name]
    if len({found.name.casefold() for found in exact}) != 1:
        return None
    return exact[0].folder


def find(home: str = "", folders: Iterable[str] = (), vision_only: bool = True) -> list[Found]:
    """Checkpoints in the order of sources, each folder once. Of Eyebox's own all are named, of others what sees."""
    taken: set[str] = set()
    result = []
    for found in _everywhere(home, folders):
        with suppress(OSError, ValueError, RuntimeError):
            real = os.path.realpath(found.folder)
            if real in taken:
                continue
            taken.add(real)
            if found.source == "eyebox" or not vision_only or sees(read_json(found.folder / "config.json")):
                result.append(found)
    return result


def snapshot_of(folder: Path) -> Found | None:
    """What is found when a folder is itself a checkpoint, or the folder of one model in a hub's cache."""
    return next((found for found in _walk(folder, "added", 0)), None)


def is_checkpoint(folder: Path) -> bool:
    """Whether a folder looks like a model of any kind, whole or not: quick, as a drag over a window needs it."""
    found = snapshot_of(folder)
    config = read_json(found.folder / "config.json") if found is not None else {}
    return bool(config.get("model_type") or config.get("architectures"))


def sees(config: Mapping[str, Any]) -> bool:
    """Whether a config looks like that of a model that takes pictures and writes text."""
    if not config or str(config.get("model_type", "")) in _EMBEDDERS:
        return False
    if any(word in key for key in config for word in ("vision", "visual", "image_token", "mm_projector")):
        return True
    architectures = config.get("architectures")
    names = " ".join(map(str, architectures)) if isinstance(architectures, list) else ""
    return any(word in names for word in ("Vision", "ImageTextToText", "VLFor", "VLChat", "Llava"))


def _everywhere(home: str, folders: Iterable[str]) -> Iterator[Found]:
    if home:
        yield from _walk(Path(home), "eyebox", DEPTH)
    cache = hub_cache()
    for name in names_in(cache):
        if name.startswith(HUB):
            yield from _hub_model(cache / name, "huggingface")
    for root in modelscope_roots():
        yield from _modelscope(root)
    for folder in folders:
        if folder.strip():
            yield from _walk(_expanded(folder), "added", DEPTH)


def hub_cache() -> Path:
    """Where huggingface_hub keeps its cache, by the same variables."""
    env = os.environ
    root = env.get("HF_HUB_CACHE") or env.get("HUGGINGFACE_HUB_CACHE")
    if not root:
        base = env.get("HF_HOME")
        if not base:
            base = str(Path(env.get("XDG_CACHE_HOME") or "~/.cache") / "huggingface")
        root = str(Path(base) / "hub")
    return _expanded(root)


def modelscope_roots() -> list[Path]:
    """Where ModelScope keeps its caches, of several years."""
    root = _expanded(os.environ.get("MODELSCOPE_CACHE") or "~/.cache/modelscope")
    return [root, root / "hub"]


def _expanded(text: str) -> Path:
    return Path(os.path.expandvars(os.path.expanduser(text)))  # noqa: PTH111 (a home that is unknown must not raise)


def _modelscope(root: Path) -> Iterator[Found]:
    """The layouts of several years: models/org--name/snapshots/rev, models/org/name, org/name (dots as ___)."""
    for base in (root / "models", root):
        for owner in names_in(base):
            folder = base / owner
            if owner.startswith((".", "_")) or (base == root and owner in ("models", "hub", "datasets")):
                continue
            if "--" in owner and "snapshots" in names_in(folder):
                yield from _hub_model(folder, "modelscope", owner.replace("--", "/", 1))
                continue
            for name in names_in(folder):
                if not name.startswith("."):
                    yield from _plain(folder / name, "modelscope", f"{owner}/{name.replace('___', '.')}")


def _walk(folder: Path, source: Origin, depth: int) -> Iterator[Found]:
    """A folder that is a checkpoint, or holds some, up to `depth` levels down."""
    names = names_in(folder)
    if "config.json" in names:
        yield from _plain(folder, source, name_of(folder.absolute()), names)
        return
    if folder.name.startswith(HUB) and "snapshots" in names:
        yield from _hub_model(folder, source)
        return
    if depth:
        for name in names:
            if name.startswith(HUB):
                yield from _hub_model(folder / name, source)
            elif not name.startswith("."):
                yield from _walk(folder / name, source, depth - 1)


def _plain(folder: Path, source: Origin, name: str, names: tuple[str, ...] | None = None) -> Iterator[Found]:
    names = names_in(folder) if names is None else names
    if "config.json" in names:
        lacks = missing_by_receipt(folder.parent.parent, folder.name, folder)
        yield Found(folder, name, source, missing(folder, names) if lacks is None else lacks)


def _hub_model(root: Path, source: Origin, name: str = "") -> Iterator[Found]:
    """The snapshot of a hub's cache that counts: the one that main means, else the newest, the whole ones first."""
    name = name or root.name.removeprefix(HUB).replace("--", "/", 1)
    snapshots = root / "snapshots"
    main = _main(root)
    folders = sorted(
        (snapshots / commit for commit in names_in(snapshots)),
        key=lambda folder: (folder.name == main, _modified(folder)),
        reverse=True,
    )
    found = []
    for index, folder in enumerate(folders):
        names = names_in(folder)
        lacks = missing_by_receipt(root, folder.name, folder)
        if lacks is None:
            lacks = missing(folder, names) or (_coming(root) if index == 0 else "")
        if names:
            found.append(Found(folder, name, source, lacks))
    best = next((one for one in found if not one.lacks), found[0] if found else None)
    if best is not None:
        yield best
    elif source == "eyebox" and read_receipt(root).get("snapshots"):
        yield Found(root, name, source, DOWNLOAD_NOT_ENDED)


def _main(root: Path) -> str:
    for name in ("main", "master"):
        with suppress(OSError, ValueError):
            return read_regular(root / "refs" / name, 4096).decode("utf-8").strip()
    return ""


def _coming(root: Path) -> str:
    """The blob that is still coming into a hub's cache, if any; what was left behind beside a whole one is none."""
    names = set(names_in(root / "blobs"))
    for name in sorted(names):
        if name.endswith((".incomplete", ".part")) and name.split(".", 1)[0] not in names:
            return A_FILE_IS_COMING
    return ""


def _modified(path: Path) -> float:
    with suppress(OSError):
        return path.stat().st_mtime
    return 0.0
