"""Tesseract's language data on this machine: which files there are, in which scripts, and which of them are tried.

Light: a window imports it.
"""

from __future__ import annotations

import locale
import os
import platform
import re
import struct
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from eyebox_models.files.regular_file import open_regular
from eyebox_models.protocol.advice import frozen, own_folder

_SUFFIX = ".traineddata"
_CODE = re.compile(r"[A-Za-z][A-Za-z0-9_-]{1,40}")
_NO_LANGUAGES = frozenset({"osd", "equ"})
_MOST_ENTRIES, _MOST_BYTES = 64, 2_000_000_000
KNOWN = frozenset({"LATIN", "CJK"})
"""Scripts that the reader's own networks know."""

SCRIPTS: Mapping[str, tuple[str, ...]] = {
    "CYRILLIC": (
        "rus", "ukr", "bul", "srp", "bel", "mkd", "kaz", "mon", "kir", "tgk", "tat", "uzb_cyrl", "aze_cyrl", "Cyrillic",
    ),
    "GREEK": ("ell", "grc", "Greek"),
    "HANGUL": ("kor", "Hangul"),
    "ARABIC": ("ara", "fas", "urd", "uig", "pus", "snd", "kur_ara", "Arabic"),
    "HEBREW": ("heb", "yid", "Hebrew"),
    "THAI": ("tha", "Thai"),
    "DEVANAGARI": ("hin", "mar", "nep", "san", "Devanagari"),
    "BENGALI": ("ben", "asm", "Bengali"),
    "TAMIL": ("tam", "Tamil"),
    "TELUGU": ("tel", "Telugu"),
    "KANNADA": ("kan", "Kannada"),
    "MALAYALAM": ("mal", "Malayalam"),
    "GUJARATI": ("guj", "Gujarati"),
    "GURMUKHI": ("pan", "Gurmukhi"),
    "ORIYA": ("ori", "Oriya"),
    "SINHALA": ("sin", "Sinhala"),
    "GEORGIAN": ("kat", "kat_old", "Georgian"),
    "ARMENIAN": ("hye", "Armenian"),
    "ETHIOPIC": ("amh", "tir", "Ethiopic"),
    "KHMER": ("khm", "Khmer"),
    "LAO": ("lao", "Lao"),
    "MYANMAR": ("mya", "Myanmar"),
    "TIBETAN": ("bod", "dzo", "Tibetan"),
    "SYRIAC": ("syr", "Syriac"),
    "CHEROKEE": ("chr", "Cherokee"),
    "THAANA": ("div", "Thaana"),
    "CANADIAN": ("iku", "Canadian_Aboriginal"),
    "CJK": (
        "chi_sim", "chi_tra", "jpn", "chi_sim_vert", "chi_tra_vert", "jpn_vert", "HanS", "HanT", "Japanese", "HanS_vert",
        "HanT_vert", "Japanese_vert",
    ),
}  # fmt: skip
"""Scripts by the first word of their letters' names in Unicode, with their languages as Tesseract calls them, those with
most readers first, and the data of a whole script last. What is not here is in Latin letters."""
_SCRIPT_OF = {code: script for script, codes in SCRIPTS.items() for code in codes}
_OF_LOCALE = {
    "ru": "rus", "uk": "ukr", "bg": "bul", "sr": "srp", "be": "bel", "mk": "mkd", "kk": "kaz", "mn": "mon", "ky": "kir",
    "tg": "tgk", "tt": "tat", "el": "ell", "ko": "kor", "ar": "ara", "fa": "fas", "ur": "urd", "ug": "uig", "ps": "pus",
    "sd": "snd", "he": "heb", "iw": "heb", "yi": "yid", "th": "tha", "hi": "hin", "mr": "mar", "ne": "nep", "sa": "san",
    "bn": "ben", "as": "asm", "ta": "tam", "te": "tel", "kn": "kan", "ml": "mal", "gu": "guj", "pa": "pan", "or": "ori",
    "si": "sin", "ka": "kat", "hy": "hye", "am": "amh", "ti": "tir", "km": "khm", "lo": "lao", "my": "mya", "bo": "bod",
    "dz": "dzo", "dv": "div", "iu": "iku", "chr": "chr", "syr": "syr",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Language:
    """Language data: its name for Tesseract ("rus", "script/Cyrillic"), and the folder that Tesseract finds it in."""

    name: str
    folder: str

    @property
    def code(self) -> str:
        """The name without a folder."""
        return self.name.rpartition("/")[2]

    @property
    def script(self) -> str:
        """The first word of its letters' names in Unicode, as in `SCRIPTS`."""
        return _SCRIPT_OF.get(self.code, "LATIN")

    @property
    def file(self) -> Path:
        return Path(self.folder, self.name + _SUFFIX)


def own_data() -> Path:
    """Eyebox's own folder for language data, which goes before all others; it need not exist."""
    return own_folder("data") / "tessdata"


def own_library() -> Path:
    """The folder where a frozen program finds tesserocr, if somebody has put it there (`pip install --target`)."""
    return own_folder("data") / "tesserocr"


def has_tesserocr() -> bool:
    """Whether there is what reads by language data. Nothing is imported."""
    return find_spec("tesserocr") is not None or own_library().joinpath("tesserocr").exists()


def folders(environ: Mapping[str, str] | None = None) -> list[Path]:
    """All folders that may hold language data, those that go first first."""
    environ = os.environ if environ is None else environ
    found = [own_data()]
    if prefix := environ.get("TESSDATA_PREFIX"):
        found += [Path(prefix), Path(prefix, "tessdata")]
    return [*found, *_systems_folders(environ)]


def _systems_folders(environ: Mapping[str, str]) -> Iterator[Path]:
    if sys.platform == "win32":
        for variable, rest in (
            ("ProgramFiles", "Tesseract-OCR"),
            ("LOCALAPPDATA", "Programs/Tesseract-OCR"),
            ("USERPROFILE", "scoop/apps/tesseract/current"),
        ):
            if base := environ.get(variable):
                yield Path(base, rest, "tessdata")
        return
    if sys.platform == "darwin":
        yield from (Path("/opt/homebrew/share/tessdata"), Path("/opt/local/share/tessdata"))
    for root in ("/usr", "/app", "/run/host/usr"):
        # Debian keeps a folder a version, Fedora and Arch one for all
        yield from sorted(Path(root, "share").glob("tesseract-ocr/*/tessdata"), key=_version, reverse=True)
        yield from (Path(root, "share", *rest) for rest in (("tesseract", "tessdata"), ("tessdata",)))
    yield Path("/usr/local/share/tessdata")


def _version(folder: Path) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", folder.parent.name)))


def found(places: Sequence[Path] | None = None) -> tuple[Language, ...]:
    """The language data there is, each where it is found first, by folders and names; of these `osd` and `equ` are none."""
    languages: dict[str, Language] = {}
    for folder in folders() if places is None else places:
        for name in _names(folder):
            languages.setdefault(name, Language(name, str(folder)))
    return tuple(languages.values())


def _names(folder: Path) -> list[str]:
    names = []
    for prefix in ("", "script/"):
        try:
            entries = sorted(entry.name for entry in Path(folder, prefix).iterdir())
        except OSError:
            continue
        codes = [name.removesuffix(_SUFFIX) for name in entries if name.endswith(_SUFFIX)]
        names += [prefix + code for code in codes if _CODE.fullmatch(code) and code not in _NO_LANGUAGES]
    return names


def fault(language: Language) -> str:
    """Why a file can't be what it should: "missing", "unreadable", "damaged", or "" where its header is in order."""
    try:
        with open_regular(language.file) as file:
            size = os.fstat(file.fileno()).st_size
            head = file.read(4 + 8 * _MOST_ENTRIES)
    except FileNotFoundError:
        return "missing"
    except OSError:
        return "unreadable"
    for order in "<>":
        if len(head) < 4:
            break
        (count,) = struct.unpack_from(f"{order}I", head)
        if 1 <= count <= _MOST_ENTRIES and len(head) >= 4 + 8 * count:
            begins = [at for at in struct.unpack_from(f"{order}{count}q", head, 4) if at != -1]
            whole = begins == sorted(begins) and begins and begins[0] >= 4 + 8 * count and begins[-1] < size
            return "" if whole and size <= _MOST_BYTES else "damaged"
    return "damaged"


def tried(
    wanted: Iterable[str] | None, languages: Sequence[Language], recent: Sequence[str] = ()
) -> list[Language]:
    """The languages that may be on a page, those that are likeliest first.

    `wanted` are codes, None for all whose scripts the networks do not know. Likelier are those of `recent` pages, then
    the locale's, then those that more people read.
    """
    order = [*recent, *of_locale(), *_SCRIPT_OF]
    places = {code: place for place, code in reversed(list(enumerate(order)))}
    if wanted is None:
        chosen = [
            one for one in languages if one.script not in KNOWN and not one.code.endswith(("_vert", "_old"))
        ]
    else:
        codes = set(wanted)
        chosen = [one for one in languages if one.name in codes or one.code in codes]
    return sorted(chosen, key=lambda one: places.get(one.code, len(order)))


def of_locale(environ: Mapping[str, str] | None = None) -> list[str]:
    """The languages of the user's locale that are not in Latin letters."""
    environ = os.environ if environ is None else environ
    names = [environ.get(name, "") for name in ("LANGUAGE", "LC_ALL", "LC_CTYPE", "LC_MESSAGES", "LANG")]
    spoken = [part for name in names for part in name.split(":")]
    if sys.platform in ("win32", "darwin"):
        spoken.append(locale.getlocale()[0] or "")
    codes = [_OF_LOCALE.get(re.split(r"[_.@-]", name)[0].lower()) for name in spoken]
    return list(dict.fromkeys(code for code in codes if code))


def pip_command() -> str:
    """What adds tesserocr to this program, as a command line."""
    if frozen():
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        return f'python3 -m pip install --only-binary :all: --python-version {version} --target "{own_library()}" tesserocr'
    return f"{_quoted(sys.executable)} -m pip install tesserocr"


def _quoted(path: str) -> str:
    return f'"{path}"' if " " in path else path


_MANAGERS = {
    "debian": "sudo apt install tesseract-ocr-{code}",
    "ubuntu": "sudo apt install tesseract-ocr-{code}",
    "fedora": "sudo dnf install tesseract-langpack-{code}",
    "rhel": "sudo dnf install tesseract-langpack-{code}",
    "arch": "sudo pacman -S tesseract-data-{code}",
    "alpine": "sudo apk add tesseract-ocr-data-{code}",
}


def install_command(code: str) -> str:
    """What adds a language's data on this system, as a command line; "" where no package manager is known."""
    if sys.platform == "darwin":
        return "brew install tesseract-lang"
    if sys.platform == "win32":
        return ""
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        return ""
    names = [release.get("ID", ""), *release.get("ID_LIKE", "").split()]
    command = next((_MANAGERS[name] for name in names if name in _MANAGERS), "")
    # only Debian's names of packages have no underscores
    return command.format(code=code.replace("_", "-") if "apt" in command else code)
