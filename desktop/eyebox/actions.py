"""Every action of the window in one table: name, text, keys, icon, menu. A menu has a method of each action's name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Literal

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from eyebox.theme import Theme
from eyebox_models.protocol.dataclass import dataclass


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Marks a text for the translators; `Actions` translates it when it is shown."""
    return text


Keys = Mapping[str, Sequence[str]]
"""Name of an action -> its keys in Qt's portable notation."""


@dataclass(frozen=True, slots=True)
class Row:
    """One action. `keys` are in Qt's portable notation, the first is shown; a `"-"` as name is a separator.

    `review`: it is there only while a review is "on"; by "hand" its keys work where the review has the focus (picture,
    sheet, table), and no action of the window has them meanwhile; "settle" is the same while disputes of two reviews are
    settled.
    """

    name: str
    text: str = ""
    keys: tuple[str, ...] = ()
    icon: str = ""
    checkable: bool = False
    needs_picture: bool = False
    review: Literal["", "on", "hand", "settle"] = ""
    listed: bool = True
    """Whether it stands in its menu; all are found in the palette and among the shortcuts."""


SEPARATOR = Row("-")

MENUS: dict[str, tuple[Row, ...]] = {
    QT_TRANSLATE_NOOP("Actions", "File"): (
        Row("open", QT_TRANSLATE_NOOP("Actions", "Open pictures…"), ("Ctrl+O",), "open"),
        Row("open_folder", QT_TRANSLATE_NOOP("Actions", "Open a folder…"), ("Ctrl+Shift+O",), "folder"),
        Row("capture", QT_TRANSLATE_NOOP("Actions", "Capture a screen region"), ("Ctrl+Shift+S",), "capture"),
        Row("sample", QT_TRANSLATE_NOOP("Actions", "Open the sample picture"), ("Ctrl+Alt+S",)),
        SEPARATOR,
        Row("import_boxes", QT_TRANSLATE_NOOP("Actions", "Import boxes…"), ("Ctrl+I",)),
        Row("import_boxes_folder", QT_TRANSLATE_NOOP("Actions", "Import the boxes of a folder…"), ("Ctrl+Shift+I",)),
        Row("export", QT_TRANSLATE_NOOP("Actions", "Export…"), ("Ctrl+E",), "export"),
        Row("export_labelme", QT_TRANSLATE_NOOP("Actions", "Export labelme files of the session…"), ("Ctrl+Alt+E",)),
        Row("export_training", QT_TRANSLATE_NOOP("Actions", "Export training data…"), ("Ctrl+Alt+H",)),
        SEPARATOR,
        Row("batches", QT_TRANSLATE_NOOP("Actions", "Batches…"), ("Ctrl+Shift+B",), "queue"),
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
        Row("make_code", QT_TRANSLATE_NOOP("Actions", "Make a QR code of the selected text"), ("Ctrl+Alt+Q",), "qr"),
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
        Row("statistics", QT_TRANSLATE_NOOP("Actions", "Statistics of the boxes…"), ("Ctrl+Alt+T",), "sort"),
        SEPARATOR,
        Row("show_text", QT_TRANSLATE_NOOP("Actions", "Show the text layer"), ("Ctrl+T",), "text", checkable=True),
        Row("show_unsure", QT_TRANSLATE_NOOP("Actions", "Mark unsure words"), ("Alt+Shift+U",), checkable=True),
        Row("show_ignored", QT_TRANSLATE_NOOP("Actions", "Show ignored parts"), ("Alt+Shift+O",), checkable=True),
        Row("show_boxes", QT_TRANSLATE_NOOP("Actions", "Show the boxes"), ("Ctrl+B",), "box", checkable=True),
        Row("show_filmstrip", QT_TRANSLATE_NOOP("Actions", "Show the filmstrip"), ("F8",), "picture", checkable=True),
        Row("show_panel", QT_TRANSLATE_NOOP("Actions", "Show the side panel"), ("F9",), "split", checkable=True),
        Row("show_minimap", QT_TRANSLATE_NOOP("Actions", "Show the overview of large pictures"), ("F6",), checkable=True),
        Row("show_crosshair", QT_TRANSLATE_NOOP("Actions", "Crosshair while drawing"), ("Ctrl+Alt+X",), checkable=True),
        Row("full_screen", QT_TRANSLATE_NOOP("Actions", "Full screen"), ("F11",), checkable=True),
        Row("toggle_theme", QT_TRANSLATE_NOOP("Actions", "Dark colours"), ("Ctrl+Shift+L",), "moon", checkable=True),
    ),
    QT_TRANSLATE_NOOP("Actions", "Picture"): (
        Row("tool_select", QT_TRANSLATE_NOOP("Actions", "Select and move"), ("V",), "pointer", True, True),
        Row("tool_draw", QT_TRANSLATE_NOOP("Actions", "Draw a box"), ("B",), "draw", True, True),
        SEPARATOR,
        Row("delete_boxes", QT_TRANSLATE_NOOP("Actions", "Delete the selected boxes"), ("Del",), "trash", needs_picture=True),
        Row("duplicate_boxes", QT_TRANSLATE_NOOP("Actions", "Duplicate the selected boxes"), ("Ctrl+D",), needs_picture=True),
        Row("copy_to_next", QT_TRANSLATE_NOOP("Actions", "Copy boxes to the next picture"), ("Ctrl+Shift+D",), "", False, True),
        Row("rename_box", QT_TRANSLATE_NOOP("Actions", "Rename the selected boxes"), ("F2",), "edit", needs_picture=True),
        Row("box_attributes", QT_TRANSLATE_NOOP("Actions", "Attributes of the selected box"), ("Alt+Return",), "", False, True),
        Row("label_grid", QT_TRANSLATE_NOOP("Actions", "All labels at a glance…"), ("Ctrl+Alt+A",), needs_picture=True),
        Row("label_set", QT_TRANSLATE_NOOP("Actions", "Labels of the session…"), ("Shift+F2",)),
        Row("hide_boxes", QT_TRANSLATE_NOOP("Actions", "Hide or show the selected boxes"), ("H",), "eye-off", needs_picture=True),
        Row("show_all_boxes", QT_TRANSLATE_NOOP("Actions", "Show all hidden boxes"), ("Shift+H",), "eye", needs_picture=True),
        Row("lock_boxes", QT_TRANSLATE_NOOP("Actions", "Lock or unlock the selected boxes"), ("L",), "lock", needs_picture=True),
        Row("lock_all_boxes", QT_TRANSLATE_NOOP("Actions", "Lock or unlock all boxes"), ("Shift+L",), needs_picture=True),
        Row("snap_all", QT_TRANSLATE_NOOP("Actions", "All sides to edges"), ("Alt+Shift+S",), needs_picture=True),
        Row("snap_left", QT_TRANSLATE_NOOP("Actions", "Left side to an edge"), ("Alt+Left",), needs_picture=True),
        Row("snap_bottom", QT_TRANSLATE_NOOP("Actions", "Bottom side to an edge"), ("Alt+Down",), needs_picture=True),
        Row("snap_top", QT_TRANSLATE_NOOP("Actions", "Top side to an edge"), ("Alt+Up",), needs_picture=True),
        Row("snap_right", QT_TRANSLATE_NOOP("Actions", "Right side to an edge"), ("Alt+Right",), needs_picture=True),
        Row("sort_boxes", QT_TRANSLATE_NOOP("Actions", "Sort the list of boxes…"), ("Ctrl+Alt+B",), "sort", needs_picture=True),
        Row("ask_box", QT_TRANSLATE_NOOP("Actions", "Ask about the selected box"), ("Ctrl+Alt+L",), "chat", needs_picture=True),
        SEPARATOR,
        Row("box_of_text", QT_TRANSLATE_NOOP("Actions", "Make a box of the selected text"), ("Shift+B",), "box", False, True),
        Row("correct_text", QT_TRANSLATE_NOOP("Actions", "Correct the selected text"), ("Alt+Shift+T",), "edit", False, True),
        Row("next_unsure", QT_TRANSLATE_NOOP("Actions", "Next unsure word"), ("F4",), "chevron-right", False, True),
        Row("previous_unsure", QT_TRANSLATE_NOOP("Actions", "Previous unsure word"), ("Shift+F4",), "chevron-left", False, True),
        Row("confirm_word", QT_TRANSLATE_NOOP("Actions", "The unsure word is right"), ("Ctrl+F4",), "check", False, True),
        Row("take_back_text", QT_TRANSLATE_NOOP("Actions", "Take back the correction"), ("Ctrl+Shift+F4",), "undo", False, True),
        Row("ask_text", QT_TRANSLATE_NOOP("Actions", "Ask about the selected text"), ("Ctrl+Alt+Shift+L",), "chat", False, True),
        SEPARATOR,
        Row("reread", QT_TRANSLATE_NOOP("Actions", "Second opinion: another size"), ("Ctrl+Alt+2",), "read", False, True),
        Row("reread_model", QT_TRANSLATE_NOOP("Actions", "Second opinion: the model"), ("Ctrl+Alt+3",), "model", False, True),
        Row("take_second", QT_TRANSLATE_NOOP("Actions", "Take the second reading"), ("Alt+Shift+J",), "check", False, True),
        Row("keep_first", QT_TRANSLATE_NOOP("Actions", "Keep the first reading"), ("Alt+Shift+K",), "", False, True),
        Row("keep_all_first", QT_TRANSLATE_NOOP("Actions", "Keep all first readings"), ("Alt+Shift+I",), "", False, True),
        SEPARATOR,
        Row("ignore_part", QT_TRANSLATE_NOOP("Actions", "Ignore this part"), ("Alt+Shift+X",), "eye-off", False, True),
        Row("ignore_nothing", QT_TRANSLATE_NOOP("Actions", "Ignore no part of the picture"), ("Alt+Shift+Z",), "", False, True),
        Row("ignore_templates", QT_TRANSLATE_NOOP("Actions", "Templates of ignored parts…"), ("Alt+Shift+V",), "", False, True),
        SEPARATOR,
        Row("black_out", QT_TRANSLATE_NOOP("Actions", "Black out the selection"), ("Alt+Shift+B",), "redact", False, True),
        Row("black_out_found", QT_TRANSLATE_NOOP("Actions", "Find and black out…"), ("Ctrl+Alt+Shift+B",), "redact", False, True),
        Row("black_out_hits", QT_TRANSLATE_NOOP("Actions", "Black out all hits"), ("Ctrl+Alt+Shift+F",), "", False, True),
        Row("show_again", QT_TRANSLATE_NOOP("Actions", "Black out nothing here"), ("Ctrl+Alt+Shift+X",), "eye", False, True),
        SEPARATOR,
        Row("copy_picture", QT_TRANSLATE_NOOP("Actions", "Copy as a picture"), ("Ctrl+Alt+C",), "copy", needs_picture=True),
        Row("crop", QT_TRANSLATE_NOOP("Actions", "Crop to a new picture"), ("Ctrl+Shift+X",), "crop", needs_picture=True),
        Row("turn_left", QT_TRANSLATE_NOOP("Actions", "Turn left"), ("[", "Ctrl+Alt+Left"), "turn-left", needs_picture=True),
        Row("turn_right", QT_TRANSLATE_NOOP("Actions", "Turn right"), ("]", "Ctrl+Alt+Right"), "turn-right", needs_picture=True),
        SEPARATOR,
        Row("tables", QT_TRANSLATE_NOOP("Actions", "Table of the picture"), ("Ctrl+Shift+T",), "grid", False, True),
        Row("save_table", QT_TRANSLATE_NOOP("Actions", "Save the table…"), ("Ctrl+Alt+Shift+T",), "", False, True),
        Row("text_order", QT_TRANSLATE_NOOP("Actions", "Order of the text…"), ("Ctrl+Alt+U",), needs_picture=True),
        Row("scripts", QT_TRANSLATE_NOOP("Actions", "Scripts and languages…"), ("Ctrl+Alt+Shift+U",)),
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
        Row("add_pack", QT_TRANSLATE_NOOP("Actions", "Add a model pack…"), ("Ctrl+Alt+Shift+K",)),
        Row("model_for_new", QT_TRANSLATE_NOOP("Actions", "Use this model for new chats"), ("Ctrl+Alt+N",)),
        Row("chat_settings", QT_TRANSLATE_NOOP("Actions", "Settings of this chat…"), ("Ctrl+Alt+O",), "sliders"),
        Row("model_engine", QT_TRANSLATE_NOOP("Actions", "Model engine…"), ("Ctrl+Alt+M",), "engine"),
        Row("unload_model", QT_TRANSLATE_NOOP("Actions", "Unload the model"), ("Ctrl+Shift+M",)),
        Row("stop", QT_TRANSLATE_NOOP("Actions", "Stop all work"), ("Ctrl+.",), "stop"),
        Row("queue", QT_TRANSLATE_NOOP("Actions", "Show the queue"), ("Ctrl+J",), "queue"),
    ),
    QT_TRANSLATE_NOOP("Actions", "Review"): (
        Row("review", QT_TRANSLATE_NOOP("Actions", "Review boxes…"), ("Ctrl+Shift+E",), "check"),
        Row("review_sheet", QT_TRANSLATE_NOOP("Actions", "Contact sheet"), ("G",), "grid", True, review="hand"),
        Row("review_tab", QT_TRANSLATE_NOOP("Actions", "Table of the review"), ("Alt+4",), review="on"),
        Row("review_compare", QT_TRANSLATE_NOOP("Actions", "Compare with other boxes…"), ("Ctrl+Alt+Shift+D",), review="on"),
        Row("review_pause", QT_TRANSLATE_NOOP("Actions", "Pause asking the model"), ("Ctrl+Alt+Shift+P",), "pause", True),
        Row("review_end", QT_TRANSLATE_NOOP("Actions", "End the review"), ("Ctrl+Alt+Shift+E",), review="on"),
        SEPARATOR,
        Row("review_accept", QT_TRANSLATE_NOOP("Actions", "Accept"), ("A",), "check", review="hand"),
        Row("review_fixed", QT_TRANSLATE_NOOP("Actions", "Fixed, next"), ("E",), "edit", review="hand"),
        Row("review_reject", QT_TRANSLATE_NOOP("Actions", "Reject"), ("X",), "close", review="hand"),
        Row("review_missed", QT_TRANSLATE_NOOP("Actions", "Draw a missed box"), ("M",), "draw", review="hand"),
        Row("review_unsure", QT_TRANSLATE_NOOP("Actions", "Unsure"), ("Space",), "info", review="hand"),
        Row("review_flag", QT_TRANSLATE_NOOP("Actions", "Unsure, and stay"), ("F",), review="hand"),
        Row("review_accept_rest", QT_TRANSLATE_NOOP("Actions", "Accept the rest of the picture"), ("Shift+A",), review="hand"),
        Row("review_undo", QT_TRANSLATE_NOOP("Actions", "Take back the last verdict"), ("Backspace",), "undo", review="hand"),
        SEPARATOR,
        Row("review_next_box", QT_TRANSLATE_NOOP("Actions", "Next box"), ("N",), "chevron-right", review="hand"),
        Row("review_previous_box", QT_TRANSLATE_NOOP("Actions", "Previous box"), ("P",), "chevron-left", review="hand"),
        Row("review_next_picture", QT_TRANSLATE_NOOP("Actions", "Next picture to review"), ("Shift+N",), review="hand"),
        Row("review_previous_picture", QT_TRANSLATE_NOOP("Actions", "Previous picture to review"), ("Shift+P",), review="hand"),
        Row("review_complete", QT_TRANSLATE_NOOP("Actions", "Nothing is missing here"), ("C",), "", True, review="hand"),
        SEPARATOR,
        Row("review_snap_all", QT_TRANSLATE_NOOP("Actions", "Fix all sides"), ("S",), review="hand"),
        Row("review_snap_left", QT_TRANSLATE_NOOP("Actions", "Fix the left side"), ("H",), review="hand"),
        Row("review_snap_bottom", QT_TRANSLATE_NOOP("Actions", "Fix the bottom side"), ("J",), review="hand"),
        Row("review_snap_top", QT_TRANSLATE_NOOP("Actions", "Fix the top side"), ("K",), review="hand"),
        Row("review_snap_right", QT_TRANSLATE_NOOP("Actions", "Fix the right side"), ("L",), review="hand"),
        Row("review_grow_left", QT_TRANSLATE_NOOP("Actions", "Left side outward"), ("Shift+H",), review="hand", listed=False),
        Row("review_shrink_left", QT_TRANSLATE_NOOP("Actions", "Left side inward"), ("Alt+H",), review="hand", listed=False),
        Row("review_grow_bottom", QT_TRANSLATE_NOOP("Actions", "Bottom side outward"), ("Shift+J",), review="hand", listed=False),
        Row("review_shrink_bottom", QT_TRANSLATE_NOOP("Actions", "Bottom side inward"), ("Alt+J",), review="hand", listed=False),
        Row("review_grow_top", QT_TRANSLATE_NOOP("Actions", "Top side outward"), ("Shift+K",), review="hand", listed=False),
        Row("review_shrink_top", QT_TRANSLATE_NOOP("Actions", "Top side inward"), ("Alt+K",), review="hand", listed=False),
        Row("review_grow_right", QT_TRANSLATE_NOOP("Actions", "Right side outward"), ("Shift+L",), review="hand", listed=False),
        Row("review_shrink_right", QT_TRANSLATE_NOOP("Actions", "Right side inward"), ("Alt+L",), review="hand", listed=False),
        SEPARATOR,
        *(
            Row(f"review_label_{digit}", QT_TRANSLATE_NOOP("Actions", "Label %1"), (str(digit % 10),), review="hand")
            for digit in range(1, 11)
        ),
        SEPARATOR,
        Row("review_summary", QT_TRANSLATE_NOOP("Actions", "Summary of the review…"), ("Ctrl+Alt+Y",), "info"),
        Row("evaluate", QT_TRANSLATE_NOOP("Actions", "Evaluation of models…"), ("Ctrl+Alt+I",), "sliders"),
        Row("teach", QT_TRANSLATE_NOOP("Actions", "Teach a model…"), ("Ctrl+Shift+Y",), "model"),
        SEPARATOR,
        Row("review_merge", QT_TRANSLATE_NOOP("Actions", "Merge with another review…"), ("Ctrl+Alt+V",), "split"),
        Row("review_export", QT_TRANSLATE_NOOP("Actions", "Save the review for another reviewer…"), ("Ctrl+Alt+W",), "export"),
        Row("dispute_mine", QT_TRANSLATE_NOOP("Actions", "Keep mine"), ("1",), "check", review="settle"),
        Row("dispute_theirs", QT_TRANSLATE_NOOP("Actions", "Take theirs"), ("2",), "download", review="settle"),
        Row("dispute_neither", QT_TRANSLATE_NOOP("Actions", "Take neither"), ("3", "X"), "close", review="settle"),
        Row("dispute_edit", QT_TRANSLATE_NOOP("Actions", "Change the box"), ("E",), "edit", review="settle"),
        Row("dispute_previous", QT_TRANSLATE_NOOP("Actions", "Previous dispute"), ("P",), "chevron-left", review="settle"),
        Row("dispute_next", QT_TRANSLATE_NOOP("Actions", "Next dispute"), ("N",), "chevron-right", review="settle"),
        Row("disputes_end", QT_TRANSLATE_NOOP("Actions", "Leave the disputes"), ("Ctrl+Alt+D",), review="settle"),
    ),
    QT_TRANSLATE_NOOP("Actions", "Help"): (
        Row("palette", QT_TRANSLATE_NOOP("Actions", "All actions…"), ("Ctrl+K",), "keyboard"),
        Row("shortcuts", QT_TRANSLATE_NOOP("Actions", "Keyboard shortcuts"), ("F1",), "keyboard"),
        Row("tour", QT_TRANSLATE_NOOP("Actions", "Tour"), ("Ctrl+Alt+F2",), "info"),
        Row("doctor", QT_TRANSLATE_NOOP("Actions", "Doctor…"), ("Ctrl+Shift+F1",), "doctor"),
        Row("connections", QT_TRANSLATE_NOOP("Actions", "Connections…"), ("Ctrl+Shift+F2",), "offline"),
        Row("local_api", QT_TRANSLATE_NOOP("Actions", "Local API…"), ("Ctrl+Shift+F3",), "link"),
        Row("capture_check", QT_TRANSLATE_NOOP("Actions", "Check the screen capture"), ("Ctrl+Alt+F1",), "capture"),
        Row("about", QT_TRANSLATE_NOOP("Actions", "About Eyebox"), ("Ctrl+F1",), "info"),
    ),
}  # fmt: skip

CANVAS_ONLY = frozenset({"duplicate_boxes", "select_all"})
"""Actions whose keys mean something else in lists or texts.

All others work wherever the focus is: what means something by such a key itself (a field by a letter, a list by
Del) accepts Qt's ShortcutOverride for it.
"""

_BY_HAND = ("hand", "settle")
"""Kinds of actions of a review whose keys work only where it has the focus."""


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
            if row.name not in CANVAS_ONLY and row.review not in _BY_HAND:
                window.addAction(action)
        self._changed: Keys = {}
        self._keymap: Keys = {}
        self._has_picture = False
        self._in_review = False
        self._in_disputes = False
        self.set_keys({})
        self._enable()
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
