"""Looks at the machine from inside this process: versions, processor, memory, folders, cards. Changes nothing."""

from __future__ import annotations

import os
import platform
import shutil
import sys
import tempfile
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, distribution, requires
from pathlib import Path

from eyebox.doctor.facts import About, Cards, Computer, Edition, Folder, Packages, Scripts, Vendor
from eyebox.doctor.report import version as own_version
from eyebox.folders import Folders
from eyebox_models.checkpoint.find import hub_cache
from eyebox_models.environment.build_of_torch import suited
from eyebox_models.fit.machine import Machine
from eyebox_models.ocr import scripts_data
from eyebox_models.probe.packages import conflicts, installed
from eyebox_models.protocol.advice import frozen
from eyebox_models.protocol.errors import EyeboxError

OWN_PACKAGES = (
    "PySide6_Essentials", "shiboken6", "pillow", "numpy", "pyvips", "rapidocr", "onnxruntime", "platformdirs",
)  # fmt: skip
_BESIDE = ("opencv-python", "opencv-contrib-python", "opencv-python-headless")
VARIABLES = ("LD_PRELOAD", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "KMP_DUPLICATE_LIB_OK")
_VENDORS: dict[str, Vendor] = {"0x10de": "nvidia", "0x1002": "amd", "0x8086": "intel"}
_DISPLAY_CLASS = "0x03"


def look_at_eyebox() -> About:
    """Eyebox and the system it runs on."""
    sources = _sources()
    edition: Edition = "program" if frozen() else "source" if sources else "installed"
    names = _os_release()
    version = platform.release()
    known = {"linux": "linux", "win32": "win32", "darwin": "darwin"}
    return About(
        version=own_version(),
        edition=edition,
        command=_command(edition),
        python=sys.executable,
        python_version=(sys.version_info[0], sys.version_info[1], sys.version_info[2]),
        sources=sources,
        system=known.get(sys.platform, "other"),  # type: ignore[arg-type]
        name=names.get("PRETTY_NAME", platform.system()),
        kernel=f"{platform.system()} {version}" if names else version,
        architecture=platform.machine(),
        distribution=names.get("ID", ""),
        like=tuple(names.get("ID_LIKE", "").split()),
        wsl="microsoft" in version.lower(),
        container=_in_container(),
        user=os.environ.get("USER", ""),
    )


def look_at_packages() -> Packages:
    """What Eyebox itself runs on. In a frozen program all of it is carried along, without its metadata."""
    try:
        requirements = tuple(requires("eyebox") or ())
    except PackageNotFoundError:
        requirements = ()
    if frozen():
        return Packages(requirements=requirements)
    found = installed((*OWN_PACKAGES, *_BESIDE))
    names = dict(found)
    own = tuple(each for each in found if each[0] in OWN_PACKAGES or each[0] in _BESIDE[:2])
    missing = tuple(name for name in OWN_PACKAGES if name not in names)
    base = [text for text in requirements if "extra ==" not in text]
    return Packages(own, missing, conflicts(OWN_PACKAGES, base), requirements)


def look_at_scripts() -> Scripts:
    """What reads scripts that the reader's networks lack, and the language data it finds."""
    languages = [one for one in scripts_data.found() if one.script not in scripts_data.KNOWN]
    damaged = tuple(str(one.file) for one in languages if scripts_data.fault(one))
    whole = tuple(one.code for one in languages if str(one.file) not in damaged)
    return Scripts(scripts_data.has_tesserocr(), scripts_data.pip_command(), whole, damaged)


def look_at_computer(here: Machine) -> Computer:
    """The processor and the memory."""
    return Computer(
        processor=here.processor,
        cores=here.cores,
        flags=here.flags or _flags_of_windows(),
        memory=here.memory_bytes,
        available=here.available_bytes,
        installed=_installed_memory() or here.memory_bytes,
    )


def look_at_folders(folders: Folders) -> tuple[Folder, ...]:
    """Eyebox's own folders, the one for temporary files, and caches of models that others keep."""
    try:
        temp = Path(tempfile.gettempdir())
    except OSError:
        temp = Path(os.environ.get("TMPDIR") or "/tmp")
    modelscope = os.environ.get("MODELSCOPE_CACHE") or "~/.cache/modelscope"
    return (
        look_at_folder("data", folders.data),
        look_at_folder("config", folders.config),
        look_at_folder("cache", folders.cache),
        look_at_folder("log", folders.log),
        look_at_folder("models", folders.data / "models"),
        look_at_folder("temp", temp),
        look_at_folder("huggingface", hub_cache()),
        look_at_folder("modelscope", Path(modelscope).expanduser()),
    )


def look_at_folder(name: str, path: Path) -> Folder:
    """One folder, or what is above it where it is not made yet."""
    nearest = path
    while not os.path.lexists(nearest) and nearest != nearest.parent:
        nearest = nearest.parent
    is_folder = nearest.is_dir()
    right = os.R_OK | os.X_OK if name in ("huggingface", "modelscope") else os.W_OK | os.X_OK
    free, read_only, no_programs = 0, False, False
    with suppress(OSError):
        free = shutil.disk_usage(nearest).free
    if hasattr(os, "statvfs"):
        with suppress(OSError):
            flag = os.statvfs(nearest).f_flag
            read_only = bool(flag & os.ST_RDONLY)
            no_programs = name == "temp" and bool(flag & getattr(os, "ST_NOEXEC", 0))
    owner = ""
    with suppress(OSError, KeyError, NotImplementedError, AttributeError):
        owner = nearest.owner()
    return Folder(
        name=name,
        path=str(path),
        nearest=str(nearest),
        is_folder=is_folder,
        writable=os.access(nearest, right),
        owner=owner,
        read_only=read_only,
        no_programs=no_programs,
        free=free,
        there=nearest == path,
    )


def look_at_cards(here: Machine) -> Cards:
    """Cards on the bus, and those that the driver offers."""
    try:
        build = suited(here).build
    except EyeboxError:
        build = "pypi"
    devices = sorted(Path("/dev").glob("nvidia[0-9]*")) if sys.platform == "linux" else []
    return Cards(
        bus=cards_on_the_bus(Path("/sys/bus/pci/devices")),
        usable=here.accelerators,
        driver=here.driver,
        driver_cuda=here.driver_cuda,
        hidden_by=os.environ.get("CUDA_VISIBLE_DEVICES"),
        devices=bool(devices),
        driver_loaded=Path("/proc/driver/nvidia/version").exists(),
        secure_boot=_secure_boot(),
        build=build,
    )


def cards_on_the_bus(folder: Path) -> tuple[tuple[Vendor, str], ...]:
    """Graphics cards that Linux found (vendor, the driver that holds the card), also those without a driver."""
    found: list[tuple[Vendor, str]] = []
    with suppress(OSError):
        for device in sorted(folder.iterdir()):
            with suppress(OSError):
                kind = (device / "class").read_text().strip()
                vendor = _VENDORS.get((device / "vendor").read_text().strip())
                if vendor is not None and kind.startswith(_DISPLAY_CLASS):
                    driver = device / "driver"
                    found.append((vendor, driver.resolve().name if driver.exists() else ""))
    return tuple(found)


def look_at_variables() -> tuple[tuple[str, str], ...]:
    """Variables that change how libraries are loaded."""
    return tuple((name, os.environ[name]) for name in VARIABLES if os.environ.get(name))


def _sources() -> str:
    """The folder of sources that Eyebox is installed from, "" where it is not."""
    import json
    from urllib.parse import unquote, urlparse
    from urllib.request import url2pathname

    with suppress(PackageNotFoundError, ValueError, KeyError, TypeError):
        given = json.loads(distribution("eyebox").read_text("direct_url.json") or "{}")
        if given.get("dir_info", {}).get("editable"):
            return url2pathname(unquote(urlparse(given["url"]).path))
    return ""


def _command(edition: Edition) -> str:
    """What starts Eyebox in a terminal here."""
    import shlex

    found = shutil.which("eyebox")
    own = Path(sys.executable) if edition == "program" else Path(sys.executable).with_name("eyebox")
    if found is not None and (edition == "program" or Path(found).parent == own.parent):
        return "eyebox"
    if not own.exists():
        return f"{shlex.quote(sys.executable)} -m eyebox"
    return shlex.quote(str(own)) if sys.platform != "win32" else f'"{own}"'


def _os_release() -> dict[str, str]:
    if sys.platform != "linux":
        return {}
    try:
        return platform.freedesktop_os_release()
    except OSError:
        return {}


def _in_container() -> bool:
    if Path("/.dockerenv").exists() or Path("/run/.containerenv").exists():
        return True
    with suppress(OSError):
        return any(
            word in Path("/proc/1/cgroup").read_text() for word in ("docker", "kubepods", "containerd")
        )
    return False


def _installed_memory() -> int:
    with suppress(AttributeError, OSError, ValueError):
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return 0


def _flags_of_windows() -> frozenset[str]:
    """Instruction sets as Windows names them (PF_AVX_INSTRUCTIONS_AVAILABLE and its like)."""
    if sys.platform != "win32":
        return frozenset()
    import ctypes

    given = {39: "avx", 40: "avx2", 41: "avx512f"}
    ask = ctypes.windll.kernel32.IsProcessorFeaturePresent
    return frozenset(name for number, name in given.items() if ask(number))


def _secure_boot() -> bool:
    """Whether the firmware lets only signed drivers load."""
    with suppress(OSError):
        for file in Path("/sys/firmware/efi/efivars").glob("SecureBoot-*"):
            return file.read_bytes()[-1:] == b"\x01"
    return False
