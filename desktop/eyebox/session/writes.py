"""Everything that is ever written, as values: they can wait, be kept in a file as JSON, and be applied again.

Applying one twice is the same as once, and so is applying a row of them again from its beginning.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from eyebox.session.review import ReviewStep
from eyebox.session.types import ChatRecord, PictureContent, PictureRecord, SessionInfo, Turn
from eyebox_models.protocol.box import Box
from eyebox_models.protocol.dataclass import dataclass
from eyebox_models.protocol.events import BoxFound
from eyebox_models.protocol.page import Page

if TYPE_CHECKING:
    from eyebox.session.store import Store


class Write:
    """One transaction of the store. Ids that it `needs` must be there before; `makes` is the id that it brings."""

    __slots__ = ()

    @property
    def needs(self) -> tuple[str, ...]:
        return ()

    @property
    def makes(self) -> str:
        return ""

    def apply(self, store: Store) -> None:
        """Raises a StoreError for what the environment did, anything else for what can never be written."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class CreateSession(Write):
    info: SessionInfo

    @property
    def makes(self) -> str:
        return self.info.id

    def apply(self, store: Store) -> None:
        store.add_session(self.info)


@dataclass(frozen=True, slots=True)
class _OfSession(Write):
    session: str

    @property
    def needs(self) -> tuple[str, ...]:
        return (self.session,)


@dataclass(frozen=True, slots=True)
class RenameSession(_OfSession):
    name: str

    def apply(self, store: Store) -> None:
        store.rename_session(self.session, self.name)


@dataclass(frozen=True, slots=True)
class DeleteSession(_OfSession):
    def apply(self, store: Store) -> None:
        store.delete_session(self.session)


@dataclass(frozen=True, slots=True)
class RestoreSession(_OfSession):
    def apply(self, store: Store) -> None:
        store.restore_session(self.session)


@dataclass(frozen=True, slots=True)
class AddPicture(Write):
    record: PictureRecord

    @property
    def needs(self) -> tuple[str, ...]:
        return (self.record.session,)

    @property
    def makes(self) -> str:
        return self.record.id

    def apply(self, store: Store) -> None:
        store.add_picture(self.record)


@dataclass(frozen=True, slots=True)
class AddPictures(_OfSession):
    """Many pictures at once. What follows about one of them fails by itself where they could not be added."""

    contents: tuple[PictureContent, ...]

    def apply(self, store: Store) -> None:
        store.add_pictures(self.session, self.contents)


@dataclass(frozen=True, slots=True)
class PlacePictures(_OfSession):
    """See `Store.place_pictures`."""

    places: tuple[tuple[str, int], ...]

    def apply(self, store: Store) -> None:
        store.place_pictures(self.session, self.places)


@dataclass(frozen=True, slots=True)
class UpdatePicture(Write):
    record: PictureRecord

    @property
    def needs(self) -> tuple[str, ...]:
        return (self.record.id,)

    def apply(self, store: Store) -> None:
        store.update_picture(self.record)


@dataclass(frozen=True, slots=True)
class TurnPicture(UpdatePicture):
    """A picture that was turned, with all of its boxes and its text as they lie now."""

    boxes: tuple[Box, ...]
    page: Page | None

    def apply(self, store: Store) -> None:
        store.turn_picture(self.record, self.boxes, self.page)


@dataclass(frozen=True, slots=True)
class _OfPicture(Write):
    picture: str

    @property
    def needs(self) -> tuple[str, ...]:
        return (self.picture,)


@dataclass(frozen=True, slots=True)
class RemovePicture(_OfPicture):
    def apply(self, store: Store) -> None:
        store.remove_picture(self.picture)


@dataclass(frozen=True, slots=True)
class RestorePicture(_OfPicture):
    def apply(self, store: Store) -> None:
        store.restore_picture(self.picture)


@dataclass(frozen=True, slots=True)
class SaveBoxes(_OfPicture):
    """See `Store.save_boxes`."""

    changed: tuple[Box, ...] = ()
    removed: tuple[str, ...] = ()
    order: tuple[str, ...] | None = None

    def apply(self, store: Store) -> None:
        store.save_boxes(self.picture, self.changed, self.removed, self.order)


@dataclass(frozen=True, slots=True)
class AddToReview(_OfPicture):
    """See `Store.add_to_review`."""

    boxes: tuple[str, ...]
    origin: str

    def apply(self, store: Store) -> None:
        store.add_to_review(self.picture, self.boxes, self.origin)


@dataclass(frozen=True, slots=True)
class Unplant(_OfSession):
    """See `Store.unplant`."""

    def apply(self, store: Store) -> None:
        store.unplant(self.session)


@dataclass(frozen=True, slots=True)
class JudgeBoxes(_OfSession):
    """A step of a review, done or taken back, with what it changed among the boxes of pictures."""

    step: ReviewStep
    saves: tuple[SaveBoxes, ...] = ()
    undone: bool = False

    def apply(self, store: Store) -> None:
        with store.together():
            for save in self.saves:
                save.apply(store)
            store.judge(self.session, self.step, self.undone)


@dataclass(frozen=True, slots=True)
class SavePage(_OfPicture):
    page: Page

    def apply(self, store: Store) -> None:
        store.save_page(self.picture, self.page)


@dataclass(frozen=True, slots=True)
class SetComplete(_OfPicture):
    """See `Store.set_complete`."""

    mark: bool = True

    def apply(self, store: Store) -> None:
        store.set_complete(self.picture, self.mark)


@dataclass(frozen=True, slots=True)
class SaveExtras(_OfPicture):
    extras: Mapping[str, Any]

    def apply(self, store: Store) -> None:
        store.save_extras(self.picture, self.extras)


@dataclass(frozen=True, slots=True)
class AddChat(Write):
    record: ChatRecord

    @property
    def needs(self) -> tuple[str, ...]:
        return (self.record.session,)

    @property
    def makes(self) -> str:
        return self.record.id

    def apply(self, store: Store) -> None:
        store.add_chat(self.record)


@dataclass(frozen=True, slots=True)
class UpdateChat(Write):
    record: ChatRecord

    @property
    def needs(self) -> tuple[str, ...]:
        return (self.record.id,)

    def apply(self, store: Store) -> None:
        store.update_chat(self.record)


@dataclass(frozen=True, slots=True)
class _OfChat(Write):
    chat: str

    @property
    def needs(self) -> tuple[str, ...]:
        return (self.chat,)


@dataclass(frozen=True, slots=True)
class RemoveChat(_OfChat):
    def apply(self, store: Store) -> None:
        store.remove_chat(self.chat)


@dataclass(frozen=True, slots=True)
class RestoreChat(_OfChat):
    def apply(self, store: Store) -> None:
        store.restore_chat(self.chat)


@dataclass(frozen=True, slots=True)
class PutDraft(_OfChat):
    text: str

    def apply(self, store: Store) -> None:
        store.journal.put_draft(self.chat, self.text)


@dataclass(frozen=True, slots=True)
class SaveTurn(Write):
    turn: Turn

    @property
    def needs(self) -> tuple[str, ...]:
        return (self.turn.chat, self.turn.parent)

    @property
    def makes(self) -> str:
        return self.turn.id

    def apply(self, store: Store) -> None:
        store.save_turn(self.turn)


@dataclass(frozen=True, slots=True)
class BeginTurn(Write):
    """An answer is coming. What is to follow does not depend on it: `FinishTurn` brings all of the turn."""

    turn: Turn

    @property
    def needs(self) -> tuple[str, ...]:
        return (self.turn.chat, self.turn.parent)

    def apply(self, store: Store) -> None:
        store.journal.begin(self.turn)


@dataclass(frozen=True, slots=True)
class AppendTurn(_OfChat):
    turn: str
    text: str
    boxes: tuple[BoxFound, ...] = ()

    def apply(self, store: Store) -> None:
        store.journal.append(self.turn, self.text, self.boxes)


@dataclass(frozen=True, slots=True)
class FinishTurn(SaveTurn):
    """An answer that has ended, and the boxes that it brought, by picture."""

    boxes: tuple[tuple[str, tuple[Box, ...]], ...] = ()

    def apply(self, store: Store) -> None:
        store.journal.finish(self.turn, self.boxes)


@dataclass(frozen=True, slots=True)
class SetState(Write):
    owner: str
    key: str
    value: Any

    @property
    def needs(self) -> tuple[str, ...]:
        return (self.owner,)

    def apply(self, store: Store) -> None:
        store.set_state(self.owner, self.key, self.value)
