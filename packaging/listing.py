"""How desktops and software centres list Eyebox: desktop entry and AppStream metainfo, made of the templates in linux/."""

from __future__ import annotations

import os
import tomllib
from datetime import UTC, datetime
from xml.sax.saxutils import escape

from formats import TYPES
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
