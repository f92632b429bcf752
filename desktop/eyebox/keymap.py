"""Files of keyboard shortcuts: what a user exchanges between machines, and edits by hand. JSON, all actions by name."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtGui import QKeySequence

from eyebox.actions import Keys
from eyebox_models.files.atomic_write import atomic_write
from eyebox_models.files.regular_file import read_regular
from eyebox_models.protocol.errors import EyeboxError, os_reason

SUFFIX = ".eyebox-keys.json"
MAX_BYTES = 1_000_000
_FIXED = frozenset(["Esc", "Tab", "Backtab", "Return", "Enter", "Space", "Left", "Right", "Up", "Down"])
"""Keys that lists, fields, buttons and the picture need for themselves, alone and with Shift."""


def is_fixed(keys: QKeySequence) -> bool:
    """Whether an action can't have these keys."""
    return keys.toString().removeprefix("Shift+") in _FIXED


def changed_from(defaults: Keys, keys: Keys) -> dict[str, list[str]]:
    """The actions whose keys are not their default ones."""
    return {name: list(keys[name]) for name in keys if tuple(keys[name]) != tuple(defaults[name])}


def dump(path: Path, keys: Keys) -> None:
    """Writes the keys of all actions. Raises EyeboxError where that fails; what was there then stays."""
    text = json.dumps({"eyebox_keys": {name: list(of) for name, of in keys.items()}}, indent=2) + "\n"
    try:
        atomic_write(path, text.encode("utf-8"))
    except OSError as error:
        raise EyeboxError(
            "keys-not-written",
            "The shortcuts could not be written to {file}: {reason}.",
            file=path.name,
            reason=os_reason(error),
        ) from error


def load(
    path: Path,
    defaults: Keys,
    kinds: Mapping[str, str] = {},
) -> tuple[dict[str, list[str]], list[str]]:
    """The keys of all actions as a file has them, and the entries that were left out.

    Actions that the file doesn't name have their default keys. Left out, as `name: keys`, are unknown actions, keys
    that don't exist or are fixed (unless the action has them by default), and keys that an action before it in the
    file has already. `kinds` names actions that are meant at other times than all others, or those of another kind.

    Raises EyeboxError where the file can't be read or is no file of shortcuts.
    """
    try:
        content = json.loads(read_regular(path, MAX_BYTES))["eyebox_keys"]
        entries = [
            (str(name), [str(keys) for keys in of]) for name, of in content.items() if isinstance(of, list)
        ]
    except OSError as error:
        raise EyeboxError(
            "keys-unreadable", "{file} cannot be read: {reason}.", file=path.name, reason=os_reason(error)
        ) from error
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise EyeboxError(
            "keys-not-a-keymap",
            "{file} is no file of shortcuts. Choose one that Eyebox exported.",
            detail=str(error),
            file=path.name,
        ) from error
    taken: dict[str, set[QKeySequence]] = {kind: set() for kind in ("", *kinds.values())}
    found: dict[str, list[str]] = {}
    left_out: list[str] = []
    for name, wanted in entries:
        for text in wanted:
            keys = QKeySequence.fromString(text)
            usable = keys.count() == 1 and keys.toString() != ""
            fixed = is_fixed(keys) and text not in defaults.get(name, ())
            if name not in defaults or not usable or fixed or keys in taken[kinds.get(name, "")]:
                left_out.append(f"{name}: {text}")
                continue
            taken[kinds.get(name, "")].add(keys)
            found.setdefault(name, []).append(keys.toString())
        if name in defaults:
            found.setdefault(name, [])
    others = {
        name: [text for text in of if QKeySequence.fromString(text) not in taken[kinds.get(name, "")]]
        for name, of in defaults.items()
        if name not in found
    }
    return {name: (found | others)[name] for name in defaults}, left_out
