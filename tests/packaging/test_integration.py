"""What is laid out under usr/share, and what the installers of other systems name."""

from __future__ import annotations

import gzip
import plistlib
import re
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version as version_of
from pathlib import Path
from typing import Any, get_args

import integration
import listing
import project
import pytest

from eyebox.language import Choice

Tool = Callable[[str], str]
PACKAGING = project.ROOT / "packaging"
PROGRAMS = ("eyebox", "eyebox-engine")


def _yaml(file: Path) -> Any:
    return pytest.importorskip("yaml").safe_load(file.read_text("utf-8"))


def test_everything_lies_where_systems_look_for_it(tmp_path: Path) -> None:
    integration.install_into(tmp_path, "1.2.3")
    files = {str(file.relative_to(tmp_path / "usr/share")) for file in tmp_path.rglob("*") if file.is_file()}
    assert files > {
        "applications/eyebox.desktop",
        "metainfo/io.github.eyebox.Eyebox.metainfo.xml",
        "icons/hicolor/16x16/apps/eyebox.png",
        "icons/hicolor/scalable/apps/eyebox.svg",
        "man/man1/eyebox.1.gz",
        "bash-completion/completions/eyebox",
        "zsh/vendor-completions/_eyebox",
        "fish/vendor_completions.d/eyebox.fish",
    }
    page = (tmp_path / "usr/share/man/man1/eyebox.1.gz").read_bytes()
    assert page[4:8] == bytes(4)  # no time in it
    assert b'"Eyebox 1.2.3"' in gzip.decompress(page)


def test_a_python_without_eyebox_lays_it_out_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(integration, "find_spec", lambda _name: None)
    monkeypatch.setattr(integration, "ENVIRONMENT", Path(sys.executable))
    integration.install_into(tmp_path, "1.2.3")
    assert 'version="1.2.3"' in (tmp_path / f"usr/share/metainfo/{listing.COMPONENT}.metainfo.xml").read_text(
        "utf-8"
    )


def test_there_is_one_version() -> None:
    assert project.version() == version_of("eyebox")
    spelled = re.compile(rf"(?<![\d.]){re.escape(project.version())}(?![\d.])")
    for file in [*PACKAGING.rglob("*"), *(project.ROOT / ".github").rglob("*.yml")]:
        if file.is_file() and file.suffix in (".py", ".spec", ".iss", ".plist", ".yaml", ".xml", ".desktop"):
            assert not spelled.search(file.read_text("utf-8-sig")), file


def test_the_windows_installer_is_told_the_version_and_offers_all_formats() -> None:
    text = (PACKAGING / "windows/eyebox.iss").read_text("utf-8-sig")
    assert "AppVersion={#Version}" in text and "#define Version" not in text
    assert all(f"{name}.exe" in text for name in (*PROGRAMS, "eyebox-cli"))
    assert set(re.findall(r'Classes\\(\.\w+)\\OpenWithProgids"', text)) == set(listing.suffixes())
    assert set(re.findall(r'SupportedTypes"; ValueType: string; ValueName: "(\.\w+)"', text)) == set(
        listing.suffixes()
    )


def test_the_windows_installer_speaks_every_language() -> None:
    text = (PACKAGING / "windows/eyebox.iss").read_text("utf-8-sig")
    codes = {code for code in get_args(Choice) if code != "system"}
    assert set(re.findall(r'^Name: "(\w+)"; MessagesFile:', text, re.MULTILINE)) == codes
    for message in ("OpenWith", "Path"):
        assert set(re.findall(rf"^(\w+)\.{message}=.", text, re.MULTILINE)) == codes


def test_the_windows_uninstaller_leaves_what_the_user_made() -> None:
    text = (PACKAGING / "windows/eyebox.iss").read_text("utf-8-sig")
    assert "[UninstallDelete]" not in text
    assert not re.search(r"\{(localappdata|userappdata)\}", text)


def test_the_mac_bundle_offers_all_formats_and_says_why_it_captures() -> None:
    told = plistlib.loads((PACKAGING / "macos/Info.plist").read_bytes())
    offered = [f".{end}" for kind in told["CFBundleDocumentTypes"] for end in kind["CFBundleTypeExtensions"]]
    assert sorted(offered) == sorted(listing.suffixes())
    assert told["CFBundleExecutable"] == "eyebox"
    assert told["NSScreenCaptureUsageDescription"]
    assert not {"CFBundleVersion", "CFBundleShortVersionString"} & set(told)
    assert plistlib.loads((PACKAGING / "macos/entitlements.plist").read_bytes())


def test_the_disk_image_signs_both_programs(tool: Tool) -> None:
    script = PACKAGING / "macos/make_dmg.sh"
    assert all(name in script.read_text("utf-8") for name in PROGRAMS)
    told = subprocess.run([tool("shellcheck"), script], capture_output=True, text=True)
    assert told.stdout == ""


def test_the_flatpak_has_neither_network_nor_files() -> None:
    manifest = _yaml(PACKAGING / f"flatpak/{listing.COMPONENT}.yaml")
    assert manifest["id"] == listing.COMPONENT
    assert manifest["rename-desktop-file"] == listing.DESKTOP
    assert not [arg for arg in manifest["finish-args"] if "network" in arg or "filesystem" in arg]


@pytest.mark.parametrize("name", ["release", "tests"])
def test_workflows_name_the_versions_of_what_they_use(name: str) -> None:
    jobs = _yaml(project.ROOT / f".github/workflows/{name}.yml")["jobs"]
    steps = [step for job in jobs.values() for step in job["steps"]]
    assert all(re.search(r"@v\d+\.\d+\.\d+$", step["uses"]) for step in steps if "uses" in step)
    scripts = re.findall(r"(?:packaging|\.ci)/[\w/.]+", "\n".join(step.get("run", "") for step in steps))
    missing = [script for script in scripts if not (project.ROOT / script).exists()]
    assert missing == []


def test_what_was_never_run_says_so_in_its_head() -> None:
    prepared = [
        *("windows/eyebox.iss", "macos/Info.plist", "macos/entitlements.plist", "macos/make_dmg.sh"),
        *(
            f"flatpak/{listing.COMPONENT}.yaml",
            "../.github/workflows/release.yml",
            "../.github/workflows/tests.yml",
        ),
    ]
    for name in prepared:
        head = "\n".join((PACKAGING / name).read_text("utf-8-sig").splitlines()[:4])
        assert "NEVER RUN" in head, name


def test_packaging_is_still_the_package_of_that_name() -> None:
    import packaging.version

    assert packaging.version.Version(project.version())
