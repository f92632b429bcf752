"""The list of a session's pictures: in order, and read where it is looked at."""

from __future__ import annotations

from dataclasses import replace

import pytest

from eyebox.session.picture_tables import PAGE
from eyebox.session.store import Store
from eyebox.session.types import PictureContent
from eyebox.session.write_log import from_line, to_line
from eyebox.session.writes import PlacePictures
from eyebox.workspace.picture_list import PictureList
from eyebox_models.protocol.box import Box
from session_samples import create_session, make_picture

COUNT = 3 * PAGE


@pytest.fixture
def listed(monkeypatch):
    """A list of many pictures, their records, and the numbers of records that were read."""
    store = Store.in_memory()
    session = create_session(store, "many").id
    records = [make_picture(session, f"{n}.png", path=f"/pictures/{n}.png", position=n) for n in range(COUNT)]
    store.add_pictures(session, map(PictureContent, reversed(records)))
    read: list[int] = []
    original = store.picture_records
    monkeypatch.setattr(store, "picture_records", lambda ids: read.append(len(ids)) or original(ids))
    pictures = PictureList(store)
    pictures.load(session)
    return pictures, records, read


def test_only_what_is_looked_at_is_read(listed):
    pictures, records, read = listed
    ids = [record.id for record in records]
    assert len(pictures) == COUNT and list(pictures) == ids and ids[7] in pictures and "none" not in pictures
    assert pictures.step(ids[0], 1) == ids[1] and pictures.step(ids[0], -1) == pictures.step(ids[-1], 1) == ""
    assert pictures.last == ids[-1] and read == []
    assert [pictures[id] for id in ids[110:130]] == records[110:130] and read == [PAGE]
    assert pictures.get("none") is None and list(pictures.values()) == records and read == [PAGE] * 3


def test_changes_keep_order_and_paths(listed):
    pictures, records, _ = listed
    assert pictures.at("/pictures/250.png") == records[250].id and pictures.at("/else") == ""
    pictures.remove([records[3].id, records[250].id])
    assert pictures.at("/pictures/250.png") == "" and pictures.step(records[2].id, 1) == records[4].id
    pictures.put(records[250], records[3])
    assert list(pictures) == [record.id for record in records]
    moved = replace(records[5], path="/moved.png")
    new = make_picture(records[0].session, "new.png", path="/new.png", position=pictures.next_position)
    pictures.put(moved, new)
    assert pictures.at("/moved.png") == moved.id and pictures.at("/pictures/5.png") == ""
    assert pictures.last == new.id == pictures.at("/new.png") and pictures[moved.id] == moved


def test_another_order_is_kept_where_places_are_taken_twice_too(listed):
    pictures, records, _ = listed
    store, ids = pictures._store, [record.id for record in records]
    session = records[0].session
    store.place_pictures(session, [(ids[1], 0)])  # as a merge of two files can leave it
    pictures.load(session)
    assert {*list(pictures)[:2]} == {*ids[:2]}
    for order in ([ids[-1], *ids[:-1]], [*ids[5:], *ids[:5]], ids):
        write = PlacePictures(session, tuple(pictures.arrange(order)))
        for _ in range(2):
            from_line(to_line(write)).apply(store)
        assert list(pictures) == order == store.picture_ids_of(session)
        assert store.picture_positions(session) == {id: pictures[id].position for id in order}
    assert pictures.arrange(ids) == [] and pictures.arrange(ids[3:]) != []
    assert list(pictures) == [*ids[3:], *ids[:3]]


def test_a_box_is_found_on_whichever_picture_it_lies(listed):
    pictures, records, _ = listed
    store, box = pictures._store, Box("a", 1, 2, 3, 4)
    store.save_boxes(records[250].id, [box])
    assert store.find_box(records[0].session, box.id) == (records[250].id, box)
    store.remove_picture(records[250].id)
    assert store.find_box(records[0].session, box.id) is None
