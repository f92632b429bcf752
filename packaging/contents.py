"""What goes into the frozen program and what stays out. Used by eyebox.spec; runs in the environment of the build."""

from __future__ import annotations

import plistlib
import sys
from importlib.metadata import PackageNotFoundError, distribution
from importlib.metadata import version as version_of
from importlib.util import find_spec
from pathlib import Path
from typing import Any

MODELS = [
    "torch", "torchvision", "transformers", "accelerate", "bitsandbytes", "gptqmodel", "optimum", "safetensors",
    "tokenizers", "huggingface_hub", "modelscope", "llguidance", "peft", "flash_attn",
]  # fmt: skip
"""Never frozen: kernels need a real Python. They live in the environment for models."""
NEEDLESS = [
    "tkinter", "setuptools", "pip", "pkg_resources", "pytest", "psutil", "IPython", "lib2to3", "pydoc_data", "yaml", "requests",
    "charset_normalizer", "certifi", "shapely", "pyclipper", "omegaconf", "pycparser", "numpy.f2py", "numpy.testing",
]  # fmt: skip
READER = [
    "onnxruntime", "rapidocr", "cv2", "numpy", "PIL", "pyvips", "pyvips_binary", "_libvips", "cffi",
    "pypdfium2", "pypdfium2_raw",
]  # fmt: skip
NOT_IN_THE_WINDOW = [*MODELS, *READER, *NEEDLESS]
NOT_IN_AN_ENGINE = [
    *MODELS, *NEEDLESS, "PySide6", "shiboken6", "eyebox", "rapidocr", "numpy.random", "PIL._imagingft", "PIL._imagingcms",
    "PIL._imagingtk", "PIL._imagingmath", "readline", "tesserocr",
]  # fmt: skip
"""What draws letters and numbers at random serves models alone, and those have the environment's own packages. tesserocr is an
extra: 34 MB, and its language data comes from the system or a folder."""

QT_PARTS = {"Core", "DBus", "Gui", "Network", "Svg", "Widgets", "XcbQpa", "OpenGL", "WaylandClient"}
"""Libraries of Qt that are carried, without their prefix libQt6; OpenGL and WaylandClient for the platform plugins."""
QT_PLUGINS = {
    "platforms": {"qxcb", "qwayland", "qoffscreen", "qwindows", "qcocoa"},
    "platforminputcontexts": None,
    "platformthemes": {"qxdgdesktopportal"},
    "xcbglintegrations": None,
    "wayland-shell-integration": {"xdg-shell"},
    "wayland-decoration-client": None,
    "wayland-graphics-integration-client": {"qt-plugin-wayland-egl"},
    "iconengines": None,
    "imageformats": {"qjpeg", "qsvg", "qgif", "qico", "qwebp", "qtiff"},
    "styles": None,
}
"""Folders of Qt's plugins that are carried, and which of them (None: all)."""
LANGUAGES = ("qtbase_de", "qtbase_en", "qtbase_ja", "qtbase_zh_CN")
SYSTEM = (
    "libstdc++.so", "libgcc_s.so", "libfontconfig.so", "libfreetype.so", "libX11", "libXau.so", "libXdmcp.so", "libXext.so",
    "libglib-2.0.so", "libgthread-2.0.so", "libdbus-1.so", "libsystemd.so", "libgcrypt.so", "libgpg-error.so", "libcap.so",
    "liblz4.so", "libwayland-", "libexpat.so", "libbsd.so", "libmd.so", "libpcre2-8.so",
)  # fmt: skip
"""Libraries of the system that must be the system's own: its graphics drivers, font settings and buses go by them."""
UNUSED = (
    "libonnxruntime.so", "libonnxruntime_providers_shared", "libqtvirtualkeyboard", "fuzz_cpp", "process_cpp", "metrics_cpp_avx2",
)  # fmt: skip
"""The C interface of onnxruntime, which its Python module does not load, what of rapidfuzz does not count edits, and others that
nothing asks for."""


def wanted(target: str) -> bool:
    """Whether a file is carried, by its place in the folder."""
    parts = Path(target).parts
    name = parts[-1]
    if name.startswith(UNUSED) or (len(parts) == 1 and name.startswith(SYSTEM)):
        return False
    if "plugins" in parts and "PySide6" in parts:
        folder = parts[parts.index("plugins") + 1]
        kept = QT_PLUGINS.get(folder, frozenset())
        stem = name.removeprefix("lib").partition(".")[0]
        return kept is None or any(stem.startswith(plugin) for plugin in kept)
    if "translations" in parts and "PySide6" in parts:
        return name.startswith(LANGUAGES)
    if "qml" in parts and "PySide6" in parts:
        return False
    if name.startswith("libQt6"):
        return name.removeprefix("libQt6").partition(".")[0] in QT_PARTS
    if name.startswith("Qt6") and name.endswith(".dll"):
        return name.removeprefix("Qt6").partition(".")[0] in QT_PARTS
    return True


def needed(binaries: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """Without libraries that only something left out had asked for.

    Modules and plugins are roots; a library beside them stays when a root, or another library that stays, names it.
    On Linux only: elsewhere the starter opens Python's own library by name, so that no file asks for it.
    """
    if sys.platform != "linux":
        return binaries
    from PyInstaller.depend.bindepend import get_imports

    kept = [entry for entry in binaries if not is_library(*entry)]
    libraries: dict[str, list[tuple[str, str, str]]] = {}
    for entry in binaries:
        if is_library(*entry):
            libraries.setdefault(Path(entry[0]).name, []).append(entry)
    waiting = [source for _, source, kind in kept if kind in ("BINARY", "EXTENSION")]
    while waiting:
        for name, _found in get_imports(waiting.pop()):
            for entry in libraries.pop(Path(name).name, ()):
                kept.append(entry)
                if entry[2] != "SYMLINK":
                    waiting.append(entry[1])
    return kept


def is_library(target: str, _source: str, kind: str) -> bool:
    """Whether a file is a library of the build machine or of a wheel (or a link to one), and no module of its own."""
    place = Path(target).parent
    return (
        kind in ("BINARY", "SYMLINK")
        and not target.startswith("libpython")
        and (place == Path() or place.name.endswith(".libs"))
    )


def engine_files() -> list[tuple[str, str]]:
    """The networks of the reader, PDFium, and the sources that the environment for models runs engines from."""
    networks = Path(_package("rapidocr")) / "models"
    found = [
        (str(file), "rapidocr/models")
        for kind in ("det", "rec")
        for file in networks.glob(f"*_{kind}_*.onnx")
    ]
    for package in (
        "pypdfium2",
        "pypdfium2_raw",
    ):  # which read their versions, and open PDFium, beside themselves
        root = Path(_package(package))
        carried = (file for file in root.iterdir() if file.suffix in (".json", ".so", ".dll", ".dylib"))
        found += [(str(file), package) for file in sorted(carried)]
    for package in (
        "eyebox_models",
        "eyebox_resources",
        "pyvips",
    ):  # of pyvips there is no wheel, but of its library
        root = Path(_package(package))
        for file in sorted(root.rglob("*.py")) + sorted(root.rglob("*.json")):
            found.append((str(file), str(Path("engine_source") / package / file.parent.relative_to(root))))
    return found


def metadata() -> list[tuple[str, str]]:
    """What the doctor reads versions from, of the packages that Eyebox itself needs."""
    found = []
    for requirement in distribution("eyebox").requires or ():
        if "extra ==" in requirement:
            continue
        name = requirement.partition(";")[0].split("[")[0].split("!")[0].split(">")[0].split("<")[0].strip()
        try:
            files = distribution(name).files or ()
        except PackageNotFoundError:
            continue
        for file in files:
            if file.name == "METADATA" and file.parent.name.endswith(".dist-info"):
                found.append((str(file.locate()), file.parent.name))
    return found


def version() -> str:
    """The one version: that of pyproject.toml, by way of the installed package."""
    return version_of("eyebox")


def icon(here: Path) -> str | None:
    """The program's icon where the system keeps it in the program's file, drawn now."""
    suffix = {"win32": "ico", "darwin": "icns"}.get(sys.platform)
    if suffix is None:
        return None
    import icons

    return str(icons.program_icon(here.parent / "build" / "icons" / f"eyebox.{suffix}"))


def info_plist(here: Path) -> dict[str, Any]:
    """What macOS wants to know of the bundle."""
    with (here / "macos" / "Info.plist").open("rb") as file:
        return dict(plistlib.load(file))


def _package(name: str) -> str:
    spec = find_spec(name)
    assert spec is not None and spec.submodule_search_locations
    return next(iter(spec.submodule_search_locations))
