"""What goes into the frozen program, and what its package says of it."""

from __future__ import annotations

import email
from pathlib import Path

import contents
import deb
import inspection
import project
import pytest


@pytest.mark.parametrize(
    "file",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqwayland.so",
        "PySide6/Qt/plugins/wayland-shell-integration/libxdg-shell.so",
        "PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so",
        "PySide6/Qt/plugins/imageformats/libqjpeg.so",
        "PySide6/Qt/translations/qtbase_zh_CN.qm",
        "PySide6/Qt/lib/libQt6Widgets.so.6",
        "libQt6Widgets.so.6",
        "libxcb-cursor.so.0",
        "eyebox_resources/icons/open.svg",
    ],
)
def test_what_the_program_needs_is_carried(file):
    assert contents.wanted(file)


@pytest.mark.parametrize(
    "file",
    [
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/plugins/sqldrivers/libqsqlite.so",
        "PySide6/Qt/plugins/platforms/libqeglfs.so",
        "PySide6/Qt/plugins/wayland-shell-integration/libwl-shell-plugin.so",
        "PySide6/Qt/translations/qtbase_fr.qm",
        "PySide6/Qt/lib/libQt6Quick.so.6",
        "PySide6/Qt/qml/QtQuick/libqtquick2plugin.so",
        "onnxruntime/capi/libonnxruntime.so.1.32.0",
        "libstdc++.so.6",
        "libfontconfig.so.1",
    ],
)
def test_what_it_never_loads_or_must_take_from_the_system_stays_out(file):
    assert not contents.wanted(file)


def test_an_engine_carries_both_networks_and_all_sources_that_a_model_engine_runs_from():
    files = contents.engine_files()
    assert all(Path(source).is_file() for source, _ in files)
    networks = [Path(source).name for source, place in files if place == "rapidocr/models"]
    assert {name.split("_")[1] for name in networks} == {"det", "rec"}
    sources = {f"{place}/{Path(source).name}" for source, place in files}
    root = project.ROOT / "models" / "eyebox_models"
    for file in root.rglob("*.py"):
        assert f"engine_source/eyebox_models/{file.relative_to(root).as_posix()}" in sources


def test_what_is_checked_to_be_absent_is_also_left_out():
    assert set(inspection.NEVER["eyebox"]) <= set(contents.NOT_IN_THE_WINDOW)
    assert set(inspection.NEVER["eyebox-engine"]) <= set(contents.NOT_IN_AN_ENGINE)


def test_the_versions_of_all_that_is_carried_are_known_to_it():
    names = {place.partition("-")[0].lower() for _, place in contents.metadata()}
    assert {
        "pillow",
        "numpy",
        "onnxruntime",
        "pyside6_essentials",
        "pyvips",
        "rapidocr",
        "platformdirs",
    } <= names


@pytest.mark.parametrize("edition", ["reader", "full"])
def test_the_package_describes_itself_as_debian_wants_it(edition):
    text = deb.CONTROL.format(
        package="eyebox", other="eyebox-full", version=project.version(), architecture="amd64", kilobytes=1,
        depends="libc6", edition=deb.EDITIONS[edition],
    )  # fmt: skip
    fields = email.message_from_string(text)
    assert fields["Package"] == "eyebox" and fields["Version"] == project.version()
    assert all(len(line) <= 80 for line in text.splitlines())
    described = fields["Description"].splitlines()
    assert all(line.startswith(" ") for line in described[1:])


def test_the_sources_and_the_package_have_one_version():
    assert contents.version() == project.version()
