"""The commands that fix something, for each way of installing and each system."""

from __future__ import annotations

import pytest

from eyebox.doctor.facts import About, Cards
from eyebox.doctor.fix import Fixes, lacking


@pytest.mark.parametrize(
    ("distribution", "like", "command"),
    [
        ("debian", (), "sudo apt install libxcb-cursor0 libegl1"),
        ("linuxmint", ("ubuntu", "debian"), "sudo apt install libxcb-cursor0 libegl1"),
        ("rocky", ("rhel", "centos", "fedora"), "sudo dnf install xcb-util-cursor libglvnd-egl"),
        ("arch", (), "sudo pacman -S xcb-util-cursor libglvnd"),
        ("nixos", (), ""),
    ],
)
def test_libraries_come_from_the_distribution(distribution, like, command):
    fix = Fixes(About(distribution=distribution, like=like))
    assert fix.libraries(("libxcb-cursor.so.0", "libEGL.so.1", "libstrange.so")) == command


def test_a_python_with_spaces_in_its_path_is_quoted():
    fix = Fixes(About(python="/home/mei/my venv/bin/python"))
    assert fix.pip("install", "a>=2") == "'/home/mei/my venv/bin/python' -m pip install 'a>=2'"


def test_on_windows_quotes_are_double():
    fix = Fixes(About(system="win32", python=r"C:\My Files\python.exe"))
    assert fix.pip("install", "a>=2") == r'"C:\My Files\python.exe" -m pip install "a>=2"'
    assert fix.unset("NAME") == "set NAME="
    assert fix.start(NAME="1") == "set NAME=1 & eyebox"


def test_what_is_missing_for_models_is_added_the_way_eyebox_was_installed():
    source = Fixes(About(python="python", sources="/src/eye box"))
    assert source.extra("vlm", "gptq") == "python -m pip install -e '/src/eye box[vlm,gptq]'"
    assert Fixes(About(python="python")).extra("vlm") == "python -m pip install 'eyebox[vlm]'"
    program = Fixes(About(edition="program", command="/opt/eyebox/eyebox"), place="")
    assert program.extra("vlm") == "/opt/eyebox/eyebox models engine add"
    assert program.pip("install", "x") == ""


def test_an_added_engine_of_a_source_installation_is_added_again():
    fix = Fixes(About(python="python"), Cards(build="cu130"), "added")
    assert fix.torch() == fix.models("x") == fix.remove("y") == "eyebox models engine add"


@pytest.mark.parametrize(
    ("about", "command"),
    [
        (About(distribution="ubuntu"), "sudo ubuntu-drivers install"),
        (About(distribution="debian"), "sudo apt install nvidia-driver firmware-misc-nonfree"),
        (About(distribution="fedora"), "sudo dnf install akmod-nvidia"),
        (About(distribution="ubuntu", wsl=True), ""),
        (About(distribution="ubuntu", container=True), ""),
        (About(system="win32"), ""),
    ],
)
def test_the_driver_comes_from_the_system_itself(about, command):
    assert Fixes(about).driver() == command


@pytest.mark.parametrize(
    ("message", "files"),
    [
        ("ImportError: libEGL.so.1: cannot open shared object file: No such file", ("libEGL.so",)),
        (
            "Cannot load library libqxcb.so: (libxcb-icccm.so.4: cannot open shared object file: No such file)",
            ("libxcb-icccm.so",),
        ),
        ("libxcb-render-util.so.0: cannot open shared object file", ("libxcb-render-util.so",)),
        ("libstdc++.so.6: cannot open shared object file", ("libstdc++.so",)),
        ("nothing of the kind", ()),
    ],
)
def test_missing_libraries_are_found_in_messages(message, files):
    assert lacking(message) == files
