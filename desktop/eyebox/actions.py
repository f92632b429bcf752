"""The window's actions, made of the rows of their table: their keys, texts and icons, and what is greyed out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from eyebox.action_table import MENUS, SEPARATOR
from eyebox.theme import Theme

Keys = Mapping[str, Sequence[str]]
"""Name of an action -> its keys in Qt's portable notation."""


CANVAS_ONLY = frozenset({"duplicate_boxes", "select_all"})
"""Actions whose keys mean something else in lists or texts.

All others work wherever the focus is: what means something by such a key itself (a field by a letter, a list by
Del) accepts Qt's ShortcutOverride for it.
"""

_BY_HAND = ("hand", "settle")
"""Kinds of actions of a review whose keys work only where it has the focus."""


class Actions:
    """The window's QActions by name, in table order."""

    def __init__(self, window: QWidget, theme: Theme, changed: Keys = {}, keymap: Keys = {}) -> None:  # noqa: B006 - a Mapping is never written to
        """With the keys of `set_keys`."""
        self._theme = theme
        self._rows = {row.name: row for rows in MENUS.values() for row in rows if row is not SEPARATOR}
        self.by_name: dict[str, QAction] = {}
        for row in self._rows.values():
            action = QAction(window)
            action.setObjectName(row.name)
            action.setCheckable(row.checkable)
            action.setIconVisibleInMenu(not row.checkable)  # it would stand where the check mark belongs
            self.by_name[row.name] = action
        self._changed = changed
        self._keymap = keymap
        self._has_picture = False
        self._in_review = False
        self._in_disputes = False
        self._give_keys()
        self._enable()
        self.retranslate()
        self.recolor()
        # at last: the window hears of every change of an action that it has
        window.addActions(
            [
                action
                for name, action in self.by_name.items()
                if name not in CANVAS_ONLY and self._rows[name].review not in _BY_HAND
            ]
        )
        theme.changed.connect(self.recolor)

    def connect_menus(self, menus: Mapping[str, object]) -> None:
        """Connects every action with the method of its name in its menu (by the English title).

        Raises KeyError or AttributeError when one has none.
        """
        for title, rows in MENUS.items():
            for row in rows:
                if row is not SEPARATOR:
                    action = self.by_name[row.name]
                    handler = getattr(menus[title], row.name)
                    (action.toggled if row.checkable else action.triggered).connect(handler)

    def __getitem__(self, name: str) -> QAction:
        return self.by_name[name]

    def all(self) -> list[QAction]:
        return list(self.by_name.values())

    def grouped(self) -> dict[str, list[QAction | None]]:
        """Menu title (translated) -> its actions, None for a separator."""
        return {
            _tr(menu): [None if row is SEPARATOR else self.by_name[row.name] for row in rows]
            for menu, rows in MENUS.items()
        }

    def is_listed(self, action: QAction) -> bool:
        """Whether it stands in its menu."""
        return self._rows[action.objectName()].listed

    def enable_for(self, has_picture: bool) -> None:
        """Greys out what needs a picture while there is none."""
        self._has_picture = has_picture
        self._enable()

    def set_in_review(self, on: bool) -> None:
        """Whether a review is on, whose keys go before all others."""
        self._set_modes(on, self._in_disputes)

    def set_in_disputes(self, on: bool) -> None:
        """Whether disputes are settled, whose keys go before all others."""
        self._set_modes(self._in_review, on)

    def _set_modes(self, in_review: bool, in_disputes: bool) -> None:
        self._in_review, self._in_disputes = in_review, in_disputes
        self._enable()
        self._give_keys()

    @contextmanager
    def outside_review(self) -> Iterator[None]:
        """Gives all actions the keys that they have while no review is on."""
        was_on = self._in_review, self._in_disputes
        self._set_modes(False, False)
        try:
            yield
        finally:
            self._set_modes(*was_on)

    def _enable(self) -> None:
        for name, row in self._rows.items():
            if row.needs_picture:
                self.by_name[name].setEnabled(self._has_picture)
            elif row.review:
                on = self._in_disputes if row.review == "settle" else self._in_review
                self.by_name[name].setEnabled(on)

    def attach_to_canvas(self, canvas: QWidget) -> None:
        """Makes the canvas' own keys work where the canvas has the focus, and only there."""
        self._attach(CANVAS_ONLY, canvas)

    def attach_to_review(self, *parts: QWidget) -> None:
        """Makes the keys of a review work where one of these has the focus."""
        for part in parts:
            self._attach(self.by_hand(), part)

    def _attach(self, names: Iterable[str], to: QWidget) -> None:
        for name in names:
            self.by_name[name].setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            to.addAction(self.by_name[name])

    def by_hand(self) -> dict[str, str]:
        """The names of the actions whose keys work in a review only, and their kind; each kind may have the keys of others."""
        return {name: row.review for name, row in self._rows.items() if row.review in _BY_HAND}

    def set_keys(self, changed: Keys, keymap: Keys = {}) -> bool:  # noqa: B006 - a Mapping is never written to
        """Gives the actions in `changed` those keys, and all others those of `keymap` or of the table, but what is taken.

        Returns whether any action has others than before.
        """
        self._changed, self._keymap = changed, keymap
        return self._give_keys()

    def _give_keys(self) -> bool:
        is_new = False
        by_hand = self.by_hand()
        kinds = {name: by_hand.get(name, "") for name in self._rows}
        defaults = self.default_keys()
        taken: dict[str, set[QKeySequence]] = {kind: set() for kind in ("", *_BY_HAND)}
        for name in self._changed.keys() & self._rows.keys():
            taken[kinds[name]].update(map(_sequence, self._changed[name]))
        found: dict[str, list[QKeySequence]] = {}
        for name in self._rows:
            if name in self._changed:
                found[name] = [_sequence(keys) for keys in self._changed[name]]
            else:
                usual = map(_sequence, defaults[name])
                found[name] = [one for one in usual if one not in taken[kinds[name]]]
        active = {"hand": self._in_review, "settle": self._in_disputes}
        in_hand = {keys for name, kind in kinds.items() if kind and active[kind] for keys in found[name]}
        for name, keys in found.items():
            if not kinds[name]:
                keys = [one for one in keys if one not in in_hand]
            if self.by_name[name].shortcuts() != keys:
                self.by_name[name].setShortcuts(keys)
                is_new = True
        return is_new

    def default_keys(self) -> dict[str, tuple[str, ...]]:
        """The keys of every action in the table, by its name, with the keymap of the review."""
        return {name: tuple(self._keymap.get(name, row.keys)) for name, row in self._rows.items()}

    def retranslate(self) -> None:
        for name, action in self.by_name.items():
            action.setText(_tr(self._rows[name].text).replace("%1", name[-1]))

    def recolor(self) -> None:
        for name, action in self.by_name.items():
            if self._rows[name].icon:
                action.setIcon(self._theme.icon(self._rows[name].icon))


def _sequence(keys: str) -> QKeySequence:
    return QKeySequence.fromString(keys)


def key_text(action: QAction) -> str:
    """The first key of an action as the system writes it, in parentheses after its name in tooltips."""
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{action.text().rstrip('…')} ({keys})" if keys else action.text()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Actions", text)
