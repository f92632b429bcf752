"""Colours, icons and type of the window, from one table; light and dark."""

from eyebox.theme.theme import Theme

__all__ = ["Theme"]
