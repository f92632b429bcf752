"""What is neither a command nor a file: refused before a window is thought of."""

from __future__ import annotations

import os
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import PurePath

from eyebox.cli.models import ACTIONS
from eyebox.cli.terminal import complain
from eyebox_models.files.atomic_write import shown


def refuse(words: Sequence[str], commands: Sequence[str], *, only_files: bool = False) -> int:
    """The exit status when the window has nothing to open with these words, after a complaint; else 0.

    A first word that does not look like a file's name is a mistyped command, unless there are `only_files`.
    """
    if not words or os.path.lexists(words[0]):
        return 0
    if not only_files and not _like_a_file(words[0]):
        complain(f"There is neither a command nor a file {shown(words[0])}; {_advice(words[0], commands)}")
        return 2
    if any(os.path.lexists(word) for word in words):
        return 0
    complain(f"There is no file {shown(words[0])}; check its name and folder.")
    return 1


def _like_a_file(word: str) -> bool:
    return bool(PurePath(word).suffix) or os.sep in word or "/" in word


def _advice(word: str, commands: Sequence[str]) -> str:
    known = {name: name for name in commands} | {name: f"models {name}" for name in ACTIONS}
    near = get_close_matches(word.lower(), known, n=1, cutoff=0.5)
    if near:
        return f"did you mean eyebox {known[near[0]]}? eyebox --help lists the commands."
    return "eyebox --help lists the commands."
