"""Exact commands that fix something, for the way Eyebox is installed and the system it runs on."""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence

from eyebox.doctor.facts import About, Cards
from eyebox_models.environment.build_of_torch import index_of

LIBRARIES = {
    "libegl.so": ("libegl1", "libglvnd-egl", "libglvnd"),
    "libgl.so": ("libgl1", "libglvnd-glx", "libglvnd"),
    "libopengl.so": ("libopengl0", "libglvnd-opengl", "libglvnd"),
    "libfontconfig.so": ("libfontconfig1", "fontconfig", "fontconfig"),
    "libfreetype.so": ("libfreetype6", "freetype", "freetype2"),
    "libdbus-1.so": ("libdbus-1-3", "dbus-libs", "dbus"),
    "libxkbcommon-x11.so": ("libxkbcommon-x11-0", "libxkbcommon-x11", "libxkbcommon-x11"),
    "libxkbcommon.so": ("libxkbcommon0", "libxkbcommon", "libxkbcommon"),
    "libxcb-cursor.so": ("libxcb-cursor0", "xcb-util-cursor", "xcb-util-cursor"),
    "libxcb-icccm.so": ("libxcb-icccm4", "xcb-util-wm", "xcb-util-wm"),
    "libxcb-image.so": ("libxcb-image0", "xcb-util-image", "xcb-util-image"),
    "libxcb-keysyms.so": ("libxcb-keysyms1", "xcb-util-keysyms", "xcb-util-keysyms"),
    "libxcb-render-util.so": ("libxcb-render-util0", "xcb-util-renderutil", "xcb-util-renderutil"),
    "libxcb-randr.so": ("libxcb-randr0", "libxcb", "libxcb"),
    "libxcb-shape.so": ("libxcb-shape0", "libxcb", "libxcb"),
    "libxcb-xinerama.so": ("libxcb-xinerama0", "libxcb", "libxcb"),
    "libxcb-xkb.so": ("libxcb-xkb1", "libxcb", "libxcb"),
    "libxcb-sync.so": ("libxcb-sync1", "libxcb", "libxcb"),
    "libxcb-shm.so": ("libxcb-shm0", "libxcb", "libxcb"),
    "libxcb-xfixes.so": ("libxcb-xfixes0", "libxcb", "libxcb"),
    "libx11-xcb.so": ("libx11-xcb1", "libX11-xcb", "libx11"),
    "libwayland-client.so": ("libwayland-client0", "libwayland-client", "wayland"),
    "libwayland-cursor.so": ("libwayland-cursor0", "libwayland-cursor", "wayland"),
    "libwayland-egl.so": ("libwayland-egl1", "libwayland-egl", "wayland"),
    "libglib-2.0.so": ("libglib2.0-0", "glib2", "glib2"),
    "libgomp.so": ("libgomp1", "libgomp", "gcc-libs"),
    "libstdc++.so": ("libstdc++6", "libstdc++", "gcc-libs"),
    "libz.so": ("zlib1g", "zlib", "zlib"),
}
"""A library's file in small letters -> the packages that have it: of Debian, of Fedora, of Arch."""
_MISSING = re.compile(r"(lib[\w+.-]*?\.so)(?:[.\d]*): cannot open shared object file", re.IGNORECASE)


class Fixes:
    """Makes the commands. `pip` and `models` differ where Eyebox is a frozen program; `system` by the distribution."""

    def __init__(self, about: About, cards: Cards | None = None, place: str = "own") -> None:
        self._about = about
        self._cards = cards or Cards()
        self._place = place

    @property
    def family(self) -> str:
        """Whose packages the system takes: "debian", "fedora", "arch", or "" for another."""
        names = (self._about.distribution, *self._about.like)
        for family, known in _FAMILIES.items():
            if any(name in known for name in names):
                return family
        return ""

    def pip(self, *arguments: str) -> str:
        """Installs into the Python that Eyebox runs in; "" for a frozen program, which has none."""
        if self._about.edition == "program":
            return ""
        return " ".join([self._quoted(self._about.python), "-m pip", *map(self._quoted, arguments)])

    def own(self, *packages: str) -> str:
        """Puts packages of Eyebox itself right."""
        return self.pip("install", "--force-reinstall", *packages)

    def models(self, *packages: str) -> str:
        """Puts packages right in what model engines run in."""
        return self._in_engine("install", "--upgrade", *packages)

    def remove(self, package: str) -> str:
        """Takes a package out of what model engines run in."""
        return self._in_engine("uninstall", "-y", package)

    def torch(self) -> str:
        """Installs the torch that suits the cards, and its torchvision."""
        index = index_of(self._cards.build)
        where = ["--index-url", index] if index else []
        return self._in_engine("install", "--force-reinstall", "torch", "torchvision", *where)

    def extra(self, *extras: str) -> str:
        """Adds what models need to a Python that lacks it."""
        if self._about.edition == "program":
            return self._add_engine()
        names = ",".join(extras)
        if self._about.sources:
            return self.pip("install", "-e", f"{self._about.sources}[{names}]")
        return self.pip("install", f"eyebox[{names}]")

    def _in_engine(self, *arguments: str) -> str:
        """pip in the Python that model engines run in, where it is Eyebox's own; else the engine as a whole."""
        if self._place != "own" or self._about.edition == "program":
            return self._add_engine()
        return self.pip(*arguments)

    def _add_engine(self) -> str:
        return f"{self._about.command} models engine add"

    def system(self, debian: Sequence[str], fedora: Sequence[str] = (), arch: Sequence[str] = ()) -> str:
        """Installs packages of the distribution; "" where their names are not known."""
        by_family = {"debian": debian, "fedora": fedora, "arch": arch}
        names = " ".join(dict.fromkeys(by_family.get(self.family, ())))
        if not names:
            return ""
        return f"{_INSTALL[self.family]} {names}"

    def libraries(self, files: Sequence[str]) -> str:
        """Installs what has these library files."""
        known = [LIBRARIES[name] for file in files if (name := _stem(file)) in LIBRARIES]
        if not known:
            return ""
        return self.system(*([entry[place] for entry in known] for place in range(3)))

    def driver(self) -> str:
        """Installs NVIDIA's driver."""
        about = self._about
        if about.system != "linux" or about.wsl or about.container:
            return ""
        if about.distribution == "ubuntu" or "ubuntu" in about.like:
            return "sudo ubuntu-drivers install"
        return self.system(("nvidia-driver", "firmware-misc-nonfree"), ("akmod-nvidia",), ("nvidia-open",))

    def chown(self, path: str) -> str:
        """Gives a folder back to the user."""
        if self._about.system == "win32":
            return f'icacls "{path}" /grant "%USERNAME%":(OI)(CI)F'
        return f'sudo chown -R "$(id -un)" {self._quoted(path)}'

    def start(self, **variables: str) -> str:
        """Starts Eyebox with these variables set."""
        windows = self._about.system == "win32"
        given = [f"{'set ' if windows else ''}{name}={value}" for name, value in variables.items()]
        return (" & " if windows else " ").join([*given, self._about.command])

    def unset(self, name: str) -> str:
        """Forgets a variable in the shell at hand."""
        return f"set {name}=" if self._about.system == "win32" else f"unset {name}"

    def _quoted(self, text: str) -> str:
        if self._about.system == "win32":
            return f'"{text}"' if re.search(r"[\s<>&|^,;=()]", text) else text
        return shlex.quote(text)


_FAMILIES = {
    "debian": {"debian", "ubuntu", "linuxmint", "pop", "raspbian"},
    "fedora": {"fedora", "rhel", "centos", "rocky", "almalinux"},
    "arch": {"arch", "manjaro", "endeavouros"},
}
_INSTALL = {"debian": "sudo apt install", "fedora": "sudo dnf install", "arch": "sudo pacman -S"}


def lacking(text: str) -> tuple[str, ...]:
    """The library files that a message says cannot be opened."""
    return tuple(dict.fromkeys(match[1] for match in _MISSING.finditer(text)))


def _stem(file: str) -> str:
    return re.sub(r"\.so[.\d]*$", ".so", file).lower()
