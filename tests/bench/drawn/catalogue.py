"""All drawn pictures by class; every third of a class is held back from whoever tunes on them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from drawn.chinese import chinese
from drawn.listings import listings
from drawn.paper import Drawn
from drawn.prints import prints
from drawn.receipts import receipts
from drawn.screens import screens
from drawn.scripts import scripts
from drawn.tables import tables
from drawn.turned import turned

CLASSES: dict[str, Callable[[], Iterator[Drawn]]] = {
    "screens": screens,
    "print": prints,
    "code": listings,
    "chinese": chinese,
    "receipts": receipts,
    "turned": turned,
    "scripts": scripts,
    "tables": tables,
}


def is_held_back(number: int) -> bool:
    """Whether the picture with this number in its class belongs to the hidden half."""
    return number % 3 == 2
