"""What is blacked out on a picture is kept with it, however it is turned, and no export of text or boxes says it."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from zipfile import ZipFile

import pytest

from eyebox import formats
from eyebox.formats.export import FileSink, StoredPictures, folder_sink, gather, in_file
from eyebox.session.redactions import KEY, from_state, to_state
from eyebox.session.store import Store
from eyebox.session.types import Redaction
from eyebox_models.protocol.box import Box
from pages import line, page
from session_samples import fill, make_picture

HIDDEN = Redaction((10.0, 70.0, 300.0, 110.0), "email", "anna@example.org")


@pytest.mark.parametrize("turns", range(4))
def test_kept_as_the_file_stands(turns: int) -> None:
    upright = make_picture("s", "a.png", width=400, height=300)
    turned = make_picture(
        "s", "a.png", width=300 if turns % 2 else 400, height=400 if turns % 2 else 300, turns=turns
    )
    shown = from_state(to_state([HIDDEN], upright), turned)
    assert from_state(to_state(shown, turned), upright) == (HIDDEN,)
    assert (shown == (HIDDEN,)) == (not turns)
    for damaged in (None, "x", [1], [[1, 2, 3]], [["a", 2, 3, 4, "", ""]]):
        assert from_state(damaged, upright) == ()


def test_no_format_says_it(tmp_path: Path) -> None:
    with Store.in_memory() as store:
        session, _picture, _chat = fill(store)
        record = make_picture(session, "secret.png", width=400, height=300)
        store.add_picture(record)
        store.save_page(record.id, page(line("Name", 20, 20), line("mail: anna@example.org", 20, 80)))
        store.save_boxes(
            record.id, [Box("anna@example.org", 80, 80, 240, 100), Box("stamp", 80, 80, 240, 100)]
        )
        store.set_state(record.id, KEY, to_state([HIDDEN], record))
        pictures = StoredPictures(store, session, frozenset([record.id]))
        (content,) = pictures
        assert content.covered == (HIDDEN.rect,) and in_file(content).covered == content.covered
        assert [box.label for box in content.boxes] == ["█" * 16, "stamp"]
        for name in formats.MODULES:
            if name == "pdf":
                continue  # needs pictures that are there
            form, out = formats.format_named(name), tmp_path / name
            out.mkdir()
            target = folder_sink(out) if form.SCOPE != "set" else nullcontext(FileSink(out / "all"))
            asked = StoredPictures(store, session, pictures.only, form.READS_TEXT)
            with target as sink:
                form.dump(gather(asked, chats=False), sink)
            for file in filter(Path.is_file, out.rglob("*")):
                data = file.read_bytes()
                if data.startswith(b"PK"):
                    with ZipFile(file) as packed:
                        data = b"".join(map(packed.read, packed.namelist()))
                assert b"anna" not in data and b"example" not in data, name
        unread = make_picture(session, "unread.png", width=400, height=300)
        store.add_picture(unread)
        store.save_boxes(
            unread.id, [Box("anna@example.org", 80, 80, 240, 100), Box("stamp", 80, 80, 240, 100)]
        )
        store.set_state(unread.id, KEY, to_state([HIDDEN], unread))
        (content,) = StoredPictures(store, session, frozenset([unread.id]), False)
        assert [box.label for box in content.boxes] == ["█" * 16, "stamp"]
        store.set_state(record.id, KEY, [])
        (content,) = pictures
        assert content.covered == () and content.page.lines[1].text == "mail: anna@example.org"
