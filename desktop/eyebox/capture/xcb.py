"""libxcb by ctypes: what the X server is asked on connections of our own."""

from __future__ import annotations

import ctypes
import ctypes.util
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from eyebox_models.protocol.errors import EyeboxError

VIEWABLE = 2
"""The map state of a window that is seen, as far as others do not cover it."""


class _Cookie(ctypes.Structure):
    _fields_ = [("sequence", ctypes.c_uint)]


class _Screens(ctypes.Structure):
    _fields_ = [("data", ctypes.c_void_p), ("rem", ctypes.c_int), ("index", ctypes.c_int)]


class _Setup(ctypes.Structure):
    _fields_ = [("_before", ctypes.c_uint8 * 34), ("first_key", ctypes.c_uint8), ("last_key", ctypes.c_uint8)]


class _Geometry(ctypes.Structure):
    _fields_ = [
        ("_head", ctypes.c_uint8 * 12), ("x", ctypes.c_int16), ("y", ctypes.c_int16), ("width", ctypes.c_uint16),
        ("height", ctypes.c_uint16), ("border", ctypes.c_uint16),
    ]  # fmt: skip


class _Attributes(ctypes.Structure):
    _fields_ = [("_head", ctypes.c_uint8 * 26), ("map_state", ctypes.c_uint8)]


@cache
def load() -> Any:
    """The library, with the types of what is called in it."""
    name = ctypes.util.find_library("xcb") or "libxcb.so.1"
    xcb: Any = ctypes.CDLL(name)
    pointer, uint, byte, short = ctypes.c_void_p, ctypes.c_uint, ctypes.c_uint8, ctypes.c_uint16
    for function, result, *arguments in (
        ("xcb_connect", pointer, ctypes.c_char_p, ctypes.POINTER(ctypes.c_int)),
        ("xcb_connection_has_error", ctypes.c_int, pointer),
        ("xcb_disconnect", None, pointer),
        ("xcb_get_file_descriptor", ctypes.c_int, pointer),
        ("xcb_get_setup", ctypes.POINTER(_Setup), pointer),
        ("xcb_setup_roots_iterator", _Screens, pointer),
        ("xcb_screen_next", None, ctypes.POINTER(_Screens)),
        ("xcb_get_keyboard_mapping", _Cookie, pointer, byte, byte),
        ("xcb_get_keyboard_mapping_reply", pointer, pointer, _Cookie, pointer),
        ("xcb_get_keyboard_mapping_keysyms", ctypes.POINTER(ctypes.c_uint32), pointer),
        ("xcb_get_modifier_mapping", _Cookie, pointer),
        ("xcb_get_modifier_mapping_reply", pointer, pointer, _Cookie, pointer),
        ("xcb_get_modifier_mapping_keycodes", ctypes.POINTER(byte), pointer),
        ("xcb_grab_key_checked", _Cookie, pointer, byte, uint, short, byte, byte, byte),
        ("xcb_ungrab_key_checked", _Cookie, pointer, byte, uint, short),
        ("xcb_request_check", pointer, pointer, _Cookie),
        ("xcb_poll_for_event", ctypes.POINTER(byte), pointer),
        ("xcb_query_tree", _Cookie, pointer, uint),
        ("xcb_query_tree_reply", pointer, pointer, _Cookie, pointer),
        ("xcb_query_tree_children", ctypes.POINTER(ctypes.c_uint32), pointer),
        ("xcb_query_tree_children_length", ctypes.c_int, pointer),
        ("xcb_get_geometry", _Cookie, pointer, uint),
        ("xcb_get_geometry_reply", ctypes.POINTER(_Geometry), pointer, _Cookie, pointer),
        ("xcb_get_window_attributes", _Cookie, pointer, uint),
        ("xcb_get_window_attributes_reply", ctypes.POINTER(_Attributes), pointer, _Cookie, pointer),
    ):
        found = getattr(xcb, function)
        found.restype, found.argtypes = result, arguments
    return xcb


free = ctypes.CDLL(None).free
free.argtypes = [ctypes.c_void_p]


def connect(display: str | None = None) -> tuple[Any, int]:
    """A connection of its own, and the root window. Raises EyeboxError where there is no X server."""
    xcb, number = load(), ctypes.c_int()
    link = xcb.xcb_connect(display.encode() if display else None, ctypes.byref(number))
    if xcb.xcb_connection_has_error(link):
        xcb.xcb_disconnect(link)
        raise EyeboxError("no-x-server", "There is no X server whose keys could be listened to.")
    screens = xcb.xcb_setup_roots_iterator(ctypes.cast(xcb.xcb_get_setup(link), ctypes.c_void_p))
    for _ in range(number.value):
        xcb.xcb_screen_next(ctypes.byref(screens))
    return link, ctypes.cast(screens.data, ctypes.POINTER(ctypes.c_uint32))[0]


def visible_windows(display: str | None = None) -> list[tuple[int, int, int, int]]:
    """Left, top, width and height of the windows on the screen with their frames, the topmost first.

    Asked for all at once: two round trips, however many there are. None where there is no X server.
    """
    try:
        link, root = connect(display)
    except (EyeboxError, OSError):
        return []
    xcb = load()
    try:
        with freed(xcb.xcb_query_tree_reply(link, xcb.xcb_query_tree(link, root), None)) as tree:
            if not tree:  # the server is ending
                return []
            children = xcb.xcb_query_tree_children(tree)[: xcb.xcb_query_tree_children_length(tree)]
        asked = [
            (xcb.xcb_get_window_attributes(link, child), xcb.xcb_get_geometry(link, child))
            for child in reversed(children)
        ]
        found = []
        for attributes, geometry in asked:
            with (
                freed(xcb.xcb_get_window_attributes_reply(link, attributes, None)) as state,
                freed(xcb.xcb_get_geometry_reply(link, geometry, None)) as place,
            ):
                if state and place and state.contents.map_state == VIEWABLE:
                    rect, border = place.contents, 2 * place.contents.border
                    found.append((rect.x, rect.y, rect.width + border, rect.height + border))
        return found
    finally:
        xcb.xcb_disconnect(link)


@contextmanager
def freed(reply: Any) -> Iterator[Any]:
    """A reply of the server, freed afterwards."""
    try:
        yield reply
    finally:
        free(reply)
