"""A chat as a tree of turns, and the one path through it that is shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from eyebox.session.types import Turn

SHORT = 60


class Conversation:
    """Turns by their `parent`; siblings are alternatives, the one with the latest `chosen` is shown.

    A question asked again after editing is a further question under the same parent, an answer generated
    again a further answer under the same question. Whatever changes the tree returns the turns to be saved.
    A turn whose parent is missing, or that closes a circle (a damaged file), counts as a first turn.
    """

    def __init__(self, turns: Iterable[Turn] = ()) -> None:
        self._turns: dict[str, Turn] = {turn.id: turn for turn in turns}
        self._parents = _sound_parents(self._turns)
        self._children: dict[str, list[str]] = {}
        for turn_id, parent in self._parents.items():
            self._children.setdefault(parent, []).append(turn_id)

    def __contains__(self, turn_id: str) -> bool:
        return turn_id in self._turns

    def __len__(self) -> int:
        return len(self._turns)

    def __iter__(self) -> Iterator[Turn]:
        return iter(self._turns.values())

    def turn(self, turn_id: str) -> Turn:
        """The turn with this id. Raises KeyError when there is none."""
        return self._turns[turn_id]

    def path(self) -> tuple[Turn, ...]:
        """The turns shown, from the first to the last."""
        shown = []
        current = self._shown_child("")
        while current is not None:
            shown.append(current)
            current = self._shown_child(current.id)
        return tuple(shown)

    def path_to(self, turn_id: str) -> tuple[Turn, ...]:
        """The turns from the first to this one, itself included, shown or not. Raises KeyError."""
        way = [self._turns[turn_id]]
        while parent := self._parents[way[-1].id]:
            way.append(self._turns[parent])
        return tuple(reversed(way))

    def leaf(self) -> Turn | None:
        """The last turn shown, None in an empty chat."""
        path = self.path()
        return path[-1] if path else None

    def siblings(self, turn_id: str) -> tuple[Turn, ...]:
        """All alternatives of a turn, itself included, in the order they came. Raises KeyError."""
        return tuple(self._turns[other] for other in self._children[self._parents[turn_id]])

    def alternatives(self, turn_id: str) -> tuple[int, int]:
        """Place of a turn among its alternatives, from 0, and their number. Raises KeyError."""
        ids = [turn.id for turn in self.siblings(turn_id)]
        return ids.index(turn_id), len(ids)

    def add(self, turn: Turn) -> tuple[Turn, ...]:
        """Adds a turn and shows it instead of its alternatives.

        Returns the turn as it is kept, with `chosen` set. Raises ValueError when its id is taken or its
        parent unknown.
        """
        if turn.id in self._turns:
            raise ValueError(f"the turn {turn.id} is there already")
        if turn.parent and turn.parent not in self._turns:
            raise ValueError(f"the turn {turn.parent} to add to is unknown")
        kept = replace(turn, chosen=max(turn.chosen, self._next_chosen(turn.parent)))
        self._turns[kept.id] = kept
        self._parents[kept.id] = kept.parent
        self._children.setdefault(kept.parent, []).append(kept.id)
        return (kept,)

    def replace(self, turn: Turn) -> tuple[Turn, ...]:
        """Puts a turn in the place of the one with its id, whose place in the tree stays.

        Returns what changed. Raises KeyError for an unknown id.
        """
        old = self._turns[turn.id]
        kept = replace(turn, parent=old.parent, chosen=old.chosen)
        self._turns[kept.id] = kept
        return () if kept == old else (kept,)

    def choose(self, turn_id: str) -> tuple[Turn, ...]:
        """Shows this turn instead of its alternatives. Returns what changed. Raises KeyError."""
        turn = self._turns[turn_id]
        parent = self._parents[turn_id]
        if self._shown_child(parent) == turn:
            return ()
        kept = replace(turn, chosen=self._next_chosen(parent))
        self._turns[turn_id] = kept
        return (kept,)

    def _shown_child(self, parent: str) -> Turn | None:
        best: Turn | None = None
        for child in self._children.get(parent, ()):
            turn = self._turns[child]
            if best is None or turn.chosen >= best.chosen:
                best = turn
        return best

    def _next_chosen(self, parent: str) -> int:
        return max((self._turns[child].chosen for child in self._children.get(parent, ())), default=0) + 1


def _sound_parents(turns: dict[str, Turn]) -> dict[str, str]:
    """The parent of every turn, "" for first ones, with unknown parents and circles cut."""
    parents: dict[str, str] = {}
    for first in turns.values():
        climbed: set[str] = set()
        turn = first
        while turn.id not in parents:
            climbed.add(turn.id)
            if turn.parent not in turns or turn.parent in climbed:
                parents[turn.id] = ""
                break
            turn = turns[turn.parent]
        for turn_id in climbed - parents.keys():
            parents[turn_id] = turns[turn_id].parent
    return {turn_id: parents[turn_id] for turn_id in turns}


def shortened(text: str, letters: int = SHORT) -> str:
    """A text for one line: cut between words where it is longer, and "…" says so."""
    text = " ".join(text.split())
    if len(text) <= letters:
        return text
    cut = text[: letters - 1]
    space = text[:letters].rfind(" ", letters * 2 // 3)
    return f"{cut[:space] if space > 0 else cut}…"
