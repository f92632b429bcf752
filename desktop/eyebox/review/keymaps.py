"""Keys of a review as other programs have them: where they have nothing like it, keys beside those that they have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

_LABELLING: dict[str, Sequence[str]] = {
    "review_accept": ("E",),
    "review_fixed": ("F",),
    "review_reject": ("Q", "Del"),
    "review_unsure": ("Space",),
    "review_flag": ("U",),
    "review_accept_rest": ("Shift+E",),
    "review_undo": ("Backspace",),
    "review_next_picture": ("D",),
    "review_previous_picture": ("A",),
}

KEYMAPS: Mapping[str, Mapping[str, Sequence[str]]] = {
    "prodigy": {},
    "x-anylabeling": {
        **_LABELLING,
        "review_missed": ("R", "Ctrl+R"),
        "review_next_box": ("Ctrl+Shift+N", "N"),
        "review_complete": ("Ctrl+Alt+K",),
    },
    "labelme": {
        **_LABELLING,
        "review_missed": ("Ctrl+R",),
        "review_next_picture": ("D", "Ctrl+Shift+D"),
        "review_previous_picture": ("A", "Ctrl+Shift+A"),
    },
}
"""Keymap -> name of an action -> its keys, where they are not those of the table of actions, which are Prodigy's."""
