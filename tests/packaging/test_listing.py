"""What menus and software centres are told."""

from __future__ import annotations

import configparser
import subprocess
import xml.etree.ElementTree as Xml
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import listing
import project

from eyebox.language import Choice
from eyebox.picture_folders import SUFFIXES

Tool = Callable[[str], str]


def _entry() -> configparser.ConfigParser:
    parser = configparser.ConfigParser(interpolation=None, delimiters="=")
    parser.optionxform = str  # type: ignore[assignment]
    parser.read_string(listing.desktop_entry())
    return parser


def _component() -> Xml.Element:
    return Xml.fromstring(listing.metainfo("1.2.3", "2025-01-31").encode())


def test_the_desktop_entry_is_valid(tmp_path: Path, tool: Tool) -> None:
    file = tmp_path / listing.DESKTOP
    file.write_text(listing.desktop_entry(), "utf-8")
    told = subprocess.run([tool("desktop-file-validate"), file], capture_output=True, text=True)
    assert (told.returncode, told.stdout + told.stderr) == (0, "")


def test_every_format_that_the_window_opens_is_offered() -> None:
    assert {*listing.suffixes(), *listing.REFUSED} == SUFFIXES
    assert _entry()["Desktop Entry"]["MimeType"].rstrip(";").split(";") == list(listing.TYPES)


def test_the_window_and_its_entry_have_one_name() -> None:
    source = (project.ROOT / "desktop/eyebox/app.py").read_text("utf-8")
    assert f'setDesktopFileName("{Path(listing.DESKTOP).stem}")' in source


def test_the_menu_can_capture_without_opening_the_window_first() -> None:
    entry = _entry()
    assert entry["Desktop Entry"]["Exec"] == "eyebox %F"
    assert entry["Desktop Action capture"]["Exec"] == "eyebox capture"


def test_names_and_comments_are_there_in_every_language() -> None:
    codes = [code for code in get_args(Choice) if code not in ("system", "en")]
    sections = _entry()
    assert "Name[de]" in sections["Desktop Action capture"]
    for section in sections.values():
        for key in ("GenericName", "Comment", "Keywords"):
            assert key not in section or [code for code in codes if f"{key}[{code}]" not in section] == []
    described = [node for node in _component().iter() if node.tag in ("summary", "p", "li", "keyword")]
    language = "{http://www.w3.org/XML/1998/namespace}lang"
    counts = Counter(node.get(language, "en") for node in described if node.tag != "keyword")
    assert counts == dict.fromkeys(("en", *codes), counts["en"])
    assert {node.get(language, "en") for node in described if node.tag == "keyword"} == {"en", *codes}


def test_the_metainfo_is_valid(tmp_path: Path, tool: Tool) -> None:
    file = tmp_path / f"{listing.COMPONENT}.metainfo.xml"
    file.write_text(listing.metainfo("1.2.3", "2025-01-31"), "utf-8")
    told = subprocess.run(
        [tool("appstreamcli"), "validate", "--no-net", file], capture_output=True, text=True
    )
    assert told.returncode == 0, told.stdout
    assert not [line for line in told.stdout.splitlines() if line.startswith(("E:", "W:"))], told.stdout


def test_the_metainfo_names_the_release_and_the_entry() -> None:
    component = _component()
    release = component.find("releases/release")
    assert release is not None and (release.get("version"), release.get("date")) == ("1.2.3", "2025-01-31")
    assert component.findtext("id") == listing.COMPONENT
    assert component.findtext("launchable") == listing.DESKTOP
    assert [node.text for node in component.iter("mediatype")] == list(listing.TYPES)
    assert "@" not in listing.metainfo("1.2.3", "2025-01-31")


def test_its_screenshots_exist() -> None:
    for file in listing.SCREENSHOTS:
        assert (project.ROOT / "resources/screenshots" / file).is_file()
