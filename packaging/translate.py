"""Brings the translations up to date: collects every text of the window, and compiles what is translated.

python packaging/translate.py          collect into *.ts, then compile into *.qm
python packaging/translate.py --check  exit 1 when a text lacks its translation
"""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "desktop" / "eyebox"
FOLDER = ROOT / "resources" / "eyebox_resources" / "i18n"
CONTEXT = "EyeboxError"
"""Under this name the translations of all sentences stand that are made of a template."""
_ROOTS = {("eyebox_models.protocol.errors", name) for name in ("Sentence", "SentenceError")}
_ENGLISH = (ROOT / "desktop" / "eyebox" / "cli",)
"""The command line speaks English; its sentences are translated for nobody."""


class NotLiteralError(Exception):
    """A sentence whose code or template is not written out where it is made, so that nobody could translate it."""


def collect(catalogs: Iterable[Path]) -> None:
    """Takes new texts into catalogues and drops those that are gone. Raises NotLiteralError."""
    files = [str(file.relative_to(ROOT)) for file in sorted(SOURCES.rglob("*.py"))]
    found = [
        *((CONTEXT, one) for one in (*templates(), *offers())),
        *(("Format", one) for one in titles()),
        *(("Doctor", one) for one in doctors()),
    ]
    lines = (f'QT_TRANSLATE_NOOP("{name}", {json.dumps(one, ensure_ascii=False)})' for name, one in found)
    with TemporaryDirectory() as folder:
        sentences = Path(folder) / "sentences.py"
        sentences.write_text("\n".join(lines), encoding="utf-8")
        for catalog in catalogs:
            language = catalog.stem.removeprefix("eyebox_")
            options = [
                "-locations", "none", "-no-obsolete", "-source-language", "en", "-target-language", language,
                *(["-pluralonly"] if language == "en" else []),
            ]  # fmt: skip
            _run("pyside6-lupdate", *files, str(sentences), *options, "-ts", str(catalog.relative_to(ROOT)))


def templates(*folders: Path) -> list[str]:
    """The templates of all sentences that a window may show, in order. Raises NotLiteralError."""
    folders = folders or (ROOT / "models", ROOT / "desktop")
    sources = [Source(file, folder) for folder in folders for file in sorted(folder.rglob("*.py"))]
    kinds = _kinds(sources)
    found: set[str] = set()
    for source in sources:
        for call in source.calls(kinds):
            code, template = map(_literal, call.args) if len(call.args) == 2 else (None, None)
            if code is None or template is None:
                raise NotLiteralError(
                    f"{source.file}:{call.lineno}: give code and template as they are, and what changes as values"
                )
            if not any(source.file.is_relative_to(folder) for folder in _ENGLISH):
                found.add(template)
    return sorted(found)


def offers() -> list[str]:
    """What the curated list says of its models, which is shown as such sentences are."""
    listed = json.loads((ROOT / "resources" / "eyebox_resources" / "models.json").read_text("utf-8"))
    return sorted({entry[name] for entry in listed["models"] for name in ("purpose", "licence")})


def titles() -> list[str]:
    """The titles of all formats, each a constant of its module."""
    return [
        node.value.value
        for file in sorted((SOURCES / "formats").glob("*.py"))
        for node in ast.parse(file.read_text("utf-8")).body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name) and target.id == "TITLE"
    ]


def doctors() -> list[str]:
    """The doctor's sentences, each made by `say`, in order of its files. Raises NotLiteralError."""
    kinds = {("eyebox.doctor.check", "say")}
    found: dict[str, None] = {}
    for file in sorted((SOURCES / "doctor").rglob("*.py")):
        for call in Source(file, SOURCES.parent).calls(kinds):
            template = _literal(call.args[0])
            if template is None:
                raise NotLiteralError(
                    f"{file}:{call.lineno}: give the template as it is, and what changes as values"
                )
            found[template] = None
    return list(found)


class Source:
    """One module, parsed, with what its names stand for: each class by its module and its name."""

    def __init__(self, file: Path, root: Path) -> None:
        self.file = file
        self.tree = ast.parse(file.read_text("utf-8"))
        parts = file.relative_to(root).with_suffix("").parts
        self._module = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        self._imported = {
            alias.asname or alias.name: (node.module or "", alias.name)
            for node in ast.walk(self.tree)
            if isinstance(node, ast.ImportFrom)
            for alias in node.names
        }

    def named(self, node: ast.expr) -> tuple[str, str]:
        name = node.id if isinstance(node, ast.Name) else ""
        return self._imported.get(name, (self._module, name))

    def classes(self) -> Iterator[tuple[tuple[str, str], list[tuple[str, str]]]]:
        for node in ast.walk(self.tree):
            if isinstance(node, ast.ClassDef):
                yield (self._module, node.name), [self.named(base) for base in node.bases]

    def calls(self, kinds: set[tuple[str, str]]) -> Iterator[ast.Call]:
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call) and self.named(node.func) in kinds:
                yield node


def _kinds(sources: Iterable[Source]) -> set[tuple[str, str]]:
    """All classes that are made of code, template and values."""
    kinds = set(_ROOTS)
    classes = [one for source in sources for one in source.classes()]
    while more := {name for name, bases in classes if kinds.intersection(bases)} - kinds:
        kinds |= more
    return kinds


def _literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


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
        collect(catalogs)
        for catalog in catalogs:
            compile_catalog(catalog)
    without = [text for catalog in catalogs for text in missing(catalog)]
    print("\n".join(without) or "Every text is translated.")
    return 1 if without and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
