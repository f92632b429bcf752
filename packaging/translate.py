"""Brings the translations up to date: collects every text of the window, and compiles what is translated.

python packaging/translate.py          collect into *.ts, then compile into *.qm
python packaging/translate.py --check  exit 1 when a text lacks its translation
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "desktop" / "eyebox"
FOLDER = ROOT / "resources" / "eyebox_resources" / "i18n"


def collect(catalog: Path) -> None:
    """Takes new texts into a catalogue and drops those that are gone."""
    files = [str(file.relative_to(ROOT)) for file in sorted(SOURCES.rglob("*.py"))]
    language = catalog.stem.removeprefix("eyebox_")
    options = ["-locations", "none", "-no-obsolete", "-source-language", "en", "-target-language", language]
    if language == "en":
        options.append("-pluralonly")
    _run("pyside6-lupdate", *files, *options, "-ts", str(catalog.relative_to(ROOT)))


def compile_catalog(catalog: Path) -> None:
    """Writes the binary form that the program loads."""
    _run("pyside6-lrelease", str(catalog), "-qm", str(catalog.with_suffix(".qm")))


def missing(catalog: Path) -> list[str]:
    """The texts of a catalogue that are not translated, with their context."""
    texts = []
    for context in ElementTree.parse(catalog).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") == "unfinished" or not _has_text(translation):
                texts.append(f"{context.findtext('name')}: {message.findtext('source')}")
    return texts


def _has_text(translation: ElementTree.Element) -> bool:
    forms = translation.findall("numerusform")
    return all(form.text for form in forms) if forms else bool(translation.text)


def _run(tool: str, *arguments: str) -> None:
    subprocess.run([str(Path(sys.executable).parent / tool), *arguments], cwd=ROOT, check=True)


def main() -> int:
    catalogs = sorted(FOLDER.glob("*.ts"))
    if "--check" not in sys.argv:
        for catalog in catalogs:
            collect(catalog)
            compile_catalog(catalog)
    without = [text for catalog in catalogs for text in missing(catalog)]
    print("\n".join(without) or "Every text is translated.")
    return 1 if without and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
