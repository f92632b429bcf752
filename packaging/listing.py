"""How desktops and software centres list Eyebox: desktop entry and AppStream metainfo, made of the templates in linux/,
and the picture formats that Eyebox opens, as desktops name them (a test holds them beside what the window takes)."""

from __future__ import annotations

import os
import tomllib
from datetime import UTC, datetime
from xml.sax.saxutils import escape

from project import ROOT, commit_time

TEMPLATES = ROOT / "packaging" / "linux"
DESKTOP = "eyebox.desktop"
"""The window gives the desktop this name (QApplication.setDesktopFileName), so that both know they belong together."""
COMPONENT = "io.github.eyebox.Eyebox"
HOMEPAGE = "https://github.com/eyebox/eyebox"
SCREENSHOTS = {
    "light.png": "A picture with its read text, an answer, and the box it found",
    "models.png": "The models on this machine, and whether they fit",
}
"""Files of resources/screenshots -> captions; the first one is shown first."""
TYPES = {
    "image/png": (".png",),
    "image/jpeg": (".jpg", ".jpeg", ".jpe", ".jfif"),
    "image/webp": (".webp",),
    "image/avif": (".avif",),
    "image/gif": (".gif",),
    "image/tiff": (".tif", ".tiff"),
    "application/pdf": (".pdf",),
    "image/bmp": (".bmp", ".dib"),
    "image/vnd.microsoft.icon": (".ico",),
    "image/jp2": (".jp2",),
    "image/x-tga": (".tga",),
    "image/x-portable-anymap": (".pnm",),
    "image/x-portable-bitmap": (".pbm",),
    "image/x-portable-graymap": (".pgm",),
    "image/x-portable-pixmap": (".ppm",),
}
"""MIME type -> the suffixes of its files. All are registered by shared-mime-info; Eyebox has no file type of its own."""

REFUSED = (".heic", ".heif")
"""Taken from folders so that a sentence can say what to do with them; nothing that is carried along decodes them."""


def suffixes() -> list[str]:
    """All suffixes, as ".png"."""
    return [suffix for group in TYPES.values() for suffix in group]


def desktop_entry() -> str:
    """The text of usr/share/applications/eyebox.desktop."""
    return _template(DESKTOP).replace("@TYPES@", ";".join(TYPES) + ";")


def metainfo(version: str, date: str) -> str:
    """The text of usr/share/metainfo/io.github.eyebox.Eyebox.metainfo.xml; `date` is that of the release, as 2025-01-31."""
    text = _template(f"{COMPONENT}.metainfo.xml")
    shots = "\n".join(_screenshot(file, caption, version) for file, caption in SCREENSHOTS.items())
    types = "\n".join(f"    <mediatype>{name}</mediatype>" for name in TYPES)
    for name, value in {
        "VERSION": escape(version),
        "DATE": escape(date),
        "ID": COMPONENT,
        "DESKTOP": DESKTOP,
        "HOMEPAGE": HOMEPAGE,
        "SCREENSHOTS": shots,
        "TYPES": types,
    }.items():
        text = text.replace(f"@{name}@", value)
    return text


def description() -> str:
    """What pyproject.toml says Eyebox is: a sentence without its full stop."""
    return str(tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["description"])


def date() -> str:
    """The day of what is built, as 2025-01-31: $SOURCE_DATE_EPOCH, else that of the last commit."""
    seconds = int(os.environ.get("SOURCE_DATE_EPOCH") or commit_time())
    return datetime.fromtimestamp(seconds, UTC).date().isoformat()


def _screenshot(file: str, caption: str, version: str) -> str:
    kind = ' type="default"' if file == next(iter(SCREENSHOTS)) else ""
    address = HOMEPAGE.replace("https://github.com/", "https://raw.githubusercontent.com/")
    return (
        f"    <screenshot{kind}>\n      <caption>{escape(caption)}</caption>\n"
        f'      <image type="source">{address}/v{version}/resources/screenshots/{file}</image>\n    </screenshot>'
    )


def _template(name: str) -> str:
    return (TEMPLATES / name).read_text("utf-8")
