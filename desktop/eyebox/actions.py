"""Every action of the window in one table: name, text, keys, icon, menu. A menu has a method of each action's name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from eyebox.theme import Theme


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Marks a text for the translators; `Actions` translates it when it is shown."""
    return text


Keys = Mapping[str, Sequence[str]]
"""Name of an action -> its keys in Qt's portable notation."""


@dataclass(frozen=True, slots=True)
class Row:
    """One action. `keys` are in Qt's portable notation, the first is shown; a `"-"` as name is a separator."""

    name: str
    text: str = ""
    keys: tuple[str, ...] = ()
    icon: str = ""
    checkable: bool = False
    needs_picture: bool = False


SEPARATOR = Row("-")

MENUS: dict[str, tuple[Row, ...]] = {
    QT_TRANSLATE_NOOP("Actions", "File"): (
        Row("open", QT_TRANSLATE_NOOP("Actions", "Open pictures…"), ("Ctrl+O",), "open"),
        Row("open_folder", QT_TRANSLATE_NOOP("Actions", "Open a folder…"), ("Ctrl+Shift+O",), "folder"),
        Row("capture", QT_TRANSLATE_NOOP("Actions", "Capture a screen region"), ("Ctrl+Shift+S",), "capture"),
        Row("sample", QT_TRANSLATE_NOOP("Actions", "Open the sample picture"), ("Ctrl+Alt+S",)),
        SEPARATOR,
        Row("import_boxes", QT_TRANSLATE_NOOP("Actions", "Import boxes…"), ("Ctrl+I",)),
        Row("export", QT_TRANSLATE_NOOP("Actions", "Export…"), ("Ctrl+E",), "export"),
        Row("export_labelme", QT_TRANSLATE_NOOP("Actions", "Export labelme files of the session…"), ("Ctrl+Alt+E",)),
        SEPARATOR,
        Row("show_in_folder", QT_TRANSLATE_NOOP("Actions", "Show in folder"), ("Ctrl+Alt+F",), "folder", needs_picture=True),
        Row("find_file", QT_TRANSLATE_NOOP("Actions", "Find the file of the picture…"), ("Alt+Shift+F",), needs_picture=True),
        Row("copy_path", QT_TRANSLATE_NOOP("Actions", "Copy the path"), ("Alt+Shift+C",), needs_picture=True),
        SEPARATOR,
        Row("sessions", QT_TRANSLATE_NOOP("Actions", "Sessions and search…"), ("Ctrl+P",), "search"),
        Row("removed", QT_TRANSLATE_NOOP("Actions", "Removed pictures, chats and sessions…"), ("Ctrl+Alt+P",), "trash"),
        Row("new_session", QT_TRANSLATE_NOOP("Actions", "New session"), ("Ctrl+Shift+N",), "session"),
        Row("rename_session", QT_TRANSLATE_NOOP("Actions", "Rename this session"), ("Ctrl+F2",)),
        Row("delete_session", QT_TRANSLATE_NOOP("Actions", "Delete this session"), ("Ctrl+Shift+Del",)),
        SEPARATOR,
        Row("settings", QT_TRANSLATE_NOOP("Actions", "Settings…"), ("Ctrl+,",), "settings"),
        Row("quit", QT_TRANSLATE_NOOP("Actions", "Quit"), ("Ctrl+Q",)),
    ),
    QT_TRANSLATE_NOOP("Actions", "Edit"): (
        Row("undo", QT_TRANSLATE_NOOP("Actions", "Undo"), ("Ctrl+Z",), "undo"),
        Row("redo", QT_TRANSLATE_NOOP("Actions", "Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo"),
        SEPARATOR,
        Row("cut", QT_TRANSLATE_NOOP("Actions", "Cut the selected boxes"), ("Ctrl+X",), needs_picture=True),
        Row("copy", QT_TRANSLATE_NOOP("Actions", "Copy the selected text or boxes"), ("Ctrl+C",), "copy"),
        Row("copy_line", QT_TRANSLATE_NOOP("Actions", "Copy the selected text as one line"), ("Ctrl+Alt+J",)),
        Row("copy_paragraphs", QT_TRANSLATE_NOOP("Actions", "Copy the selected text as paragraphs"), ("Ctrl+Alt+G",)),
        Row("copy_table", QT_TRANSLATE_NOOP("Actions", "Copy the selected text as a table"), ("Ctrl+Alt+Shift+C",)),
        Row("paste", QT_TRANSLATE_NOOP("Actions", "Paste a picture or boxes"), ("Ctrl+V",)),
        Row("copy_page", QT_TRANSLATE_NOOP("Actions", "Copy all text"), ("Ctrl+Shift+C",), needs_picture=True),
        Row("select_all", QT_TRANSLATE_NOOP("Actions", "Select all text or boxes"), ("Ctrl+A",)),
        Row("find", QT_TRANSLATE_NOOP("Actions", "Find in the picture"), ("Ctrl+F",), "find", needs_picture=True),
        SEPARATOR,
        Row("move_earlier", QT_TRANSLATE_NOOP("Actions", "Move the picture up"), ("Alt+PgUp",), needs_picture=True),
        Row("move_later", QT_TRANSLATE_NOOP("Actions", "Move the picture down"), ("Alt+PgDown",), needs_picture=True),
        Row("move_to_top", QT_TRANSLATE_NOOP("Actions", "Move the picture to the top"), ("Alt+Home",), needs_picture=True),
        Row("move_to_bottom", QT_TRANSLATE_NOOP("Actions", "Move the picture to the bottom"), ("Alt+End",), needs_picture=True),
        Row("remove_picture", QT_TRANSLATE_NOOP("Actions", "Remove the picture"), ("Ctrl+Backspace",), "trash", False, True),
    ),
    QT_TRANSLATE_NOOP("Actions", "View"): (
        Row("zoom_in", QT_TRANSLATE_NOOP("Actions", "Zoom in"), ("Ctrl++", "Ctrl+="), "plus", needs_picture=True),
        Row("zoom_out", QT_TRANSLATE_NOOP("Actions", "Zoom out"), ("Ctrl+-",), "minus", needs_picture=True),
        Row("fit", QT_TRANSLATE_NOOP("Actions", "Fit the window"), ("Ctrl+0",), "fit", needs_picture=True),
        Row("fit_width", QT_TRANSLATE_NOOP("Actions", "Fit the width"), ("Ctrl+2",), "fit-width", needs_picture=True),
        Row("actual", QT_TRANSLATE_NOOP("Actions", "Actual size"), ("Ctrl+1",), "actual", needs_picture=True),
        Row("zoom_to", QT_TRANSLATE_NOOP("Actions", "Zoom to…"), ("Ctrl+Alt+0",), needs_picture=True),
        SEPARATOR,
        Row("next_picture", QT_TRANSLATE_NOOP("Actions", "Next picture"), ("PgDown",), "chevron-down", needs_picture=True),
        Row("previous_picture", QT_TRANSLATE_NOOP("Actions", "Previous picture"), ("PgUp",), "chevron-up", needs_picture=True),
        Row("go_to_picture", QT_TRANSLATE_NOOP("Actions", "Go to a picture by its number…"), ("Ctrl+G",), needs_picture=True),
        SEPARATOR,
        Row("show_text", QT_TRANSLATE_NOOP("Actions", "Show the text layer"), ("Ctrl+T",), "text", checkable=True),
        Row("show_boxes", QT_TRANSLATE_NOOP("Actions", "Show the boxes"), ("Ctrl+B",), "box", checkable=True),
        Row("show_filmstrip", QT_TRANSLATE_NOOP("Actions", "Show the filmstrip"), ("F8",), "picture", checkable=True),
        Row("show_panel", QT_TRANSLATE_NOOP("Actions", "Show the side panel"), ("F9",), "split", checkable=True),
        Row("full_screen", QT_TRANSLATE_NOOP("Actions", "Full screen"), ("F11",), checkable=True),
        Row("toggle_theme", QT_TRANSLATE_NOOP("Actions", "Dark colours"), ("Ctrl+Shift+L",), "moon", checkable=True),
    ),
    QT_TRANSLATE_NOOP("Actions", "Picture"): (
        Row("tool_select", QT_TRANSLATE_NOOP("Actions", "Select and move"), ("V",), "pointer", True, True),
        Row("tool_draw", QT_TRANSLATE_NOOP("Actions", "Draw a box"), ("B",), "draw", True, True),
        SEPARATOR,
        Row("delete_boxes", QT_TRANSLATE_NOOP("Actions", "Delete the selected boxes"), ("Del",), "trash", needs_picture=True),
        Row("duplicate_boxes", QT_TRANSLATE_NOOP("Actions", "Duplicate the selected boxes"), ("Ctrl+D",), needs_picture=True),
        Row("rename_box", QT_TRANSLATE_NOOP("Actions", "Rename the selected boxes"), ("F2",), "edit", needs_picture=True),
        Row("hide_boxes", QT_TRANSLATE_NOOP("Actions", "Hide or show the selected boxes"), ("H",), "eye-off", needs_picture=True),
        Row("show_all_boxes", QT_TRANSLATE_NOOP("Actions", "Show all hidden boxes"), ("Shift+H",), "eye", needs_picture=True),
        Row("lock_boxes", QT_TRANSLATE_NOOP("Actions", "Lock or unlock the selected boxes"), ("L",), "lock", needs_picture=True),
        Row("lock_all_boxes", QT_TRANSLATE_NOOP("Actions", "Lock or unlock all boxes"), ("Shift+L",), needs_picture=True),
        Row("sort_boxes", QT_TRANSLATE_NOOP("Actions", "Sort the list of boxes…"), ("Ctrl+Alt+B",), "sort", needs_picture=True),
        Row("ask_box", QT_TRANSLATE_NOOP("Actions", "Ask about the selected box"), ("Ctrl+Alt+L",), "chat", needs_picture=True),
        SEPARATOR,
        Row("box_of_text", QT_TRANSLATE_NOOP("Actions", "Make a box of the selected text"), ("Shift+B",), "box", False, True),
        Row("ask_text", QT_TRANSLATE_NOOP("Actions", "Ask about the selected text"), ("Ctrl+Alt+Shift+L",), "chat", False, True),
        SEPARATOR,
        Row("copy_picture", QT_TRANSLATE_NOOP("Actions", "Copy as a picture"), ("Ctrl+Alt+C",), "copy", needs_picture=True),
        Row("crop", QT_TRANSLATE_NOOP("Actions", "Crop to a new picture"), ("Ctrl+Shift+X",), "crop", needs_picture=True),
        Row("turn_left", QT_TRANSLATE_NOOP("Actions", "Turn left"), ("[", "Ctrl+Alt+Left"), "turn-left", needs_picture=True),
        Row("turn_right", QT_TRANSLATE_NOOP("Actions", "Turn right"), ("]", "Ctrl+Alt+Right"), "turn-right", needs_picture=True),
        SEPARATOR,
        Row("text_order", QT_TRANSLATE_NOOP("Actions", "Order of the text…"), ("Ctrl+Alt+U",), needs_picture=True),
        Row("read", QT_TRANSLATE_NOOP("Actions", "Read the text again"), ("Ctrl+R",), "read", needs_picture=True),
        Row("read_pictures", QT_TRANSLATE_NOOP("Actions", "Read the selected pictures"), ("Alt+Shift+R",), needs_picture=True),
        Row("read_all", QT_TRANSLATE_NOOP("Actions", "Read all pictures"), ("Ctrl+Alt+R",), needs_picture=True),
    ),
    QT_TRANSLATE_NOOP("Actions", "Chat"): (
        Row("chat_tab", QT_TRANSLATE_NOOP("Actions", "Chat"), ("Alt+1",), "chat"),
        Row("boxes_tab", QT_TRANSLATE_NOOP("Actions", "List of boxes"), ("Alt+2",), "box"),
        Row("text_tab", QT_TRANSLATE_NOOP("Actions", "Text of the picture"), ("Alt+3",), "text"),
        SEPARATOR,
        Row("ask", QT_TRANSLATE_NOOP("Actions", "Ask about the picture"), ("Ctrl+L",), "chat"),
        Row("answer_again", QT_TRANSLATE_NOOP("Actions", "Answer again"), ("Ctrl+Shift+R",), "regenerate"),
        Row("attach", QT_TRANSLATE_NOOP("Actions", "Attach pictures…"), ("Ctrl+Shift+A",), "attach"),
        Row("ask_all", QT_TRANSLATE_NOOP("Actions", "Ask in all chats"), ("Ctrl+Return", "Ctrl+Enter"), "send-all"),
        Row("new_chat", QT_TRANSLATE_NOOP("Actions", "New chat beside this one"), ("Ctrl+N",), "split"),
        Row("new_chat_with_pictures", QT_TRANSLATE_NOOP("Actions", "New chat with these pictures"), ("Ctrl+Alt+K",), "chat"),
        Row("close_chat", QT_TRANSLATE_NOOP("Actions", "Close this chat"), ("Ctrl+W",), "close"),
        Row("next_chat", QT_TRANSLATE_NOOP("Actions", "Next chat"), ("Ctrl+Tab",), "chevron-right"),
        Row("previous_chat", QT_TRANSLATE_NOOP("Actions", "Previous chat"), ("Ctrl+Shift+Tab",), "chevron-left"),
        Row("choose_model", QT_TRANSLATE_NOOP("Actions", "Choose a model…"), ("Ctrl+M",), "model"),
        Row("use_folder", QT_TRANSLATE_NOOP("Actions", "Use a folder as a model…"), ("Ctrl+Alt+Shift+M",), "folder"),
        Row("model_for_new", QT_TRANSLATE_NOOP("Actions", "Use this model for new chats"), ("Ctrl+Alt+N",)),
        Row("chat_settings", QT_TRANSLATE_NOOP("Actions", "Settings of this chat…"), ("Ctrl+Alt+O",), "sliders"),
        Row("model_engine", QT_TRANSLATE_NOOP("Actions", "Model engine…"), ("Ctrl+Alt+M",), "engine"),
        Row("unload_model", QT_TRANSLATE_NOOP("Actions", "Unload the model"), ("Ctrl+Shift+M",)),
        Row("stop", QT_TRANSLATE_NOOP("Actions", "Stop all work"), ("Ctrl+.",), "stop"),
        Row("queue", QT_TRANSLATE_NOOP("Actions", "Show the queue"), ("Ctrl+J",), "queue"),
    ),
    QT_TRANSLATE_NOOP("Actions", "Help"): (
        Row("palette", QT_TRANSLATE_NOOP("Actions", "All actions…"), ("Ctrl+K",), "keyboard"),
        Row("shortcuts", QT_TRANSLATE_NOOP("Actions", "Keyboard shortcuts"), ("F1",), "keyboard"),
        Row("doctor", QT_TRANSLATE_NOOP("Actions", "Doctor…"), ("Ctrl+Shift+F1",), "doctor"),
        Row("about", QT_TRANSLATE_NOOP("Actions", "About Eyebox"), ("Ctrl+F1",), "info"),
    ),
}  # fmt: skip

CANVAS_ONLY = frozenset({"duplicate_boxes", "select_all"})
"""Actions whose keys mean something else in lists or texts.

All others work wherever the focus is: what means something by such a key itself (a field by a letter, a list by
Del) accepts Qt's ShortcutOverride for it.
"""


class Actions:
    """The window's QActions by name, in table order."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        self._theme = theme
        self._rows = {row.name: row for rows in MENUS.values() for row in rows if row is not SEPARATOR}
        self.by_name: dict[str, QAction] = {}
        for row in self._rows.values():
            action = QAction(window)
            action.setObjectName(row.name)
            action.setCheckable(row.checkable)
            action.setIconVisibleInMenu(not row.checkable)  # it would stand where the check mark belongs
            self.by_name[row.name] = action
            if row.name not in CANVAS_ONLY:
                window.addAction(action)
        self.set_keys({})
        self.retranslate()
        self.recolor()
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

    def enable_for(self, has_picture: bool) -> None:
        """Greys out what needs a picture while there is none."""
        for name, row in self._rows.items():
            if row.needs_picture:
                self.by_name[name].setEnabled(has_picture)

    def attach_to_canvas(self, canvas: QWidget) -> None:
        """Makes the canvas' own keys work where the canvas has the focus, and only there."""
        for name in CANVAS_ONLY:
            self.by_name[name].setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            canvas.addAction(self.by_name[name])

    def set_keys(self, changed: Keys) -> bool:
        """Gives the actions in `changed` those keys, and all others the table's, but what is taken by `changed`.

        Returns whether any action has others than before.
        """
        is_new = False
        taken = {_sequence(keys) for name in changed if name in self._rows for keys in changed[name]}
        for name, row in self._rows.items():
            if name in changed:
                keys = [_sequence(keys) for keys in changed[name]]
            else:
                keys = [keys for keys in map(_sequence, row.keys) if keys not in taken]
            if self.by_name[name].shortcuts() != keys:
                self.by_name[name].setShortcuts(keys)
                is_new = True
        return is_new

    def default_keys(self) -> dict[str, tuple[str, ...]]:
        """The keys of every action in the table, by its name."""
        return {name: row.keys for name, row in self._rows.items()}

    def retranslate(self) -> None:
        for name, action in self.by_name.items():
            action.setText(_tr(self._rows[name].text))

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
