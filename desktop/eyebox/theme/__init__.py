"""Colours, icons and type of the window, from one table; light and dark."""

from eyebox.theme.theme import Theme, set_kind

__all__ = ["Theme", "set_kind"]
