"""Search is blind to case, accents and width, finds two Chinese characters, and points into the original."""

import re
import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eyebox.session.schema import MIGRATIONS
from eyebox.session.search import find, fold, fold_with_origins
from eyebox.session.store import Store
from eyebox_models.protocol.box import Box
from session_samples import create_session, fill, make_page, make_picture, make_turn


@pytest.fixture
def store():
    with Store.in_memory() as store:
        yield store


@pytest.mark.parametrize(
    "text, folded",
    [
        ("Crème BRÛLÉE", "creme brulee"),
        ("Ｆｕｌｌ　Ｗｉｄｔｈ", "full width"),
        ("ﬁne ½ Straße", "fine 1⁄2 strasse"),
        ("İstanbul", "istanbul"),
        ("Ελλάς Ёлка", "ελλασ елка"),
        ("two\n\n  lines\tand\x00one", "two lines and one"),
        ("soft\u00adhyphen\u200b", "softhyphen"),
        ("鮭魚漢堡", "鮭魚漢堡"),
        ("don’t ‘x’ “menu” «a» „b‟", 'don\'t \'x\' "menu" "a" "b"'),
    ],
)
def test_fold(text, folded):
    assert fold(text) == folded


@given(st.text())
def test_fold_levels_for_good_and_knows_its_origins(text):
    folded, origins = fold_with_origins(text)
    assert folded == fold(text) and fold(folded) == folded
    assert len(origins) == len(folded) + 1
    assert origins == sorted(origins) and origins[-1] == len(text)


@given(st.text(max_size=20), st.text(min_size=1, max_size=5), st.text(max_size=20))
def test_what_is_in_a_text_is_found_in_it(before, wanted, after):
    text = before + wanted + after
    span = find(text, wanted)
    if fold(wanted).strip():
        assert span is not None
        assert 0 <= span[0] < span[1] <= len(text)
        assert fold(wanted).strip() in fold(text[span[0] : span[1]])
    else:
        assert span is None


@pytest.mark.parametrize("kept", ["I don’t see the “menu” here", 'I don\'t see the "menu" here'])
@pytest.mark.parametrize("level", [True, False], ids=["now", "before"])
def test_quotes_are_alike(store, kept, level):
    """Also in passages that were folded when quotes were not levelled."""
    _, picture, _ = fill(store)
    store.save_page(picture.id, make_page(kept))
    if not level:
        with store.database.write() as connection:
            connection.execute("UPDATE passage SET folded = lower(text) WHERE kind = 'text'")
    for query in ("don't", "don’t", '"menu"', "“menu”", 'the "menu" here'):
        assert len(store.search(query)) == 1, query


def hit_text(hit):
    return hit.snippet[hit.start : hit.end]


def test_every_kind_of_text_is_found(store):
    session, picture, chat = fill(store, "Kitchen receipts")
    store.save_page(picture.id, make_page("1 Salmon Burger 12.50", "2 Tea"))
    turn = make_turn(chat.id, "Where is the crème brûlée?")
    store.save_turn(turn)
    store.save_boxes(picture.id, [Box("price tag", 0, 0, 1, 1), Box("price tag", 1, 1, 2, 2)])
    expected = {
        "KITCHEN": ("session", session, "Kitchen"),
        "menu.p": ("picture", picture.id, "menu.p"),
        "salmon  burger": ("text", picture.id, "Salmon Burger"),
        "creme b": ("turn", turn.id, "crème b"),
        "Ｐｒｉｃｅ": ("box", picture.id, "price"),
    }
    for query, (kind, target, text) in expected.items():
        (hit,) = store.search(query)
        assert (hit.session, hit.kind, hit.target, hit_text(hit)) == (session, kind, target, text)


@pytest.mark.parametrize(
    "query, shown", [("鮭魚", "鮭魚"), ("鮭", "鮭"), ("漢堡包", "漢堡包"), ("é", "É"), ("%", "%")]
)
def test_short_queries_find_too(store, query, shown):
    _, picture, _ = fill(store, "s")
    store.save_page(picture.id, make_page("香煎鮭魚漢堡包 80%", "CAFÉ_", "t"))
    assert [hit_text(hit) for hit in store.search(query) if hit.kind == "text"] == [shown]


@pytest.mark.parametrize(
    "query", ["", "  ", "\u200b", '"', 'a"b OR c*', "' --", "\\", "_", "%%%", "NEAR(", "\x00", "\udcff"]
)
def test_odd_queries_do_no_harm(store, query):
    fill(store)
    assert store.search(query) == ()


def test_searching_quotes_and_operators_is_literal(store):
    _, picture, _ = fill(store)
    store.save_page(picture.id, make_page('say "hello" OR NOT*', "hello"))
    assert [hit_text(hit) for hit in store.search('"hello" or not*')] == ['"hello" OR NOT*']


def test_latest_comes_first_and_the_limit_holds(store):
    _, _, chat = fill(store)
    for n in range(10):
        store.save_turn(make_turn(chat.id, f"question {n}"))
    assert [hit.snippet for hit in store.search("question", limit=3)] == [f"question {n}" for n in (9, 8, 7)]
    assert [hit.snippet for hit in store.search("qu", limit=2)] == ["question 9", "question 8"]


def test_search_in_one_session(store):
    first, second = fill(store, "Same name")[0], fill(store, "Same name")[0]
    assert {hit.session for hit in store.search("same name")} == {first, second}
    assert {hit.session for hit in store.search("same name", session=first)} == {first}


def test_phrase_across_lines_is_found(store):
    _, picture, _ = fill(store)
    store.save_page(picture.id, make_page("made in New ", "York, sold", "elsewhere"))
    (hit,) = store.search("new york")
    assert hit.target == picture.id and hit_text(hit) == "New  York"


def test_removed_and_replaced_text_is_not_found(store):
    session, picture, chat = fill(store, "Old name")
    store.save_page(picture.id, make_page("old text"))
    turn = make_turn(chat.id, "old question")
    box = Box("old label", 0, 0, 1, 1)
    store.save_turn(turn)
    store.save_boxes(picture.id, [box])
    store.rename_session(session, "new")
    store.save_page(picture.id, make_page("new"))
    store.save_turn(replace(turn, text="new"))
    store.save_boxes(picture.id, [replace(box, label="new")])
    assert store.search("old") == ()
    assert sorted(hit.kind for hit in store.search("new")) == ["box", "session", "text", "turn"]
    store.save_boxes(picture.id, [], [box.id])
    store.remove_chat(chat.id)
    assert sorted(hit.kind for hit in store.search("new")) == ["session", "text"]
    store.remove_picture(picture.id)
    assert [hit.kind for hit in store.search("new")] == ["session"]


def test_label_stays_findable_while_a_box_has_it(store):
    _, picture, _ = fill(store)
    a, b = Box("dog", 0, 0, 1, 1), Box("dog", 1, 1, 2, 2)
    store.save_boxes(picture.id, [a, b])
    store.save_boxes(picture.id, [replace(a, label="cat")])
    assert len(store.search("dog")) == 1 and len(store.search("cat")) == 1
    store.save_boxes(picture.id, [], [b.id])
    assert store.search("dog") == ()


ENDED = st.text("ab鮭魚 '\"%_\\Ä\u0301\ufffe\uffff\ufffd\U0010ffff\n", max_size=6)


@given(st.lists(ENDED, min_size=1, max_size=12), ENDED, st.integers(0, 11))
def test_short_queries_find_what_a_look_at_every_row_finds(texts, query, gone):
    query = query[:2]
    with Store.in_memory() as store:
        _, picture, chat = fill(store)
        for n, text in enumerate(texts):
            store.save_turn(make_turn(chat.id, text, id=f"turn{n}"))
        store.save_boxes(picture.id, [Box(text, 0, 0, 1, 1) for text in texts])
        store.save_turn(make_turn(chat.id, "another", id=f"turn{gone % len(texts)}"))
        pattern = re.sub(r"([\\%_])", r"\\\1", fold(query).strip())
        sql = "SELECT * FROM passage WHERE folded LIKE ? ESCAPE '\\' ORDER BY id DESC"
        kept = store.database.rows(sql, (f"%{pattern}%",)) if pattern else []
        assert [(hit.kind, hit.target) for hit in store.search(query)] == [
            (row["kind"], row["turn"] or row["picture"] or row["session"]) for row in kept
        ]


@pytest.mark.parametrize("followed_by", [5, 300])
def test_short_queries_find_the_newest_first_however_many_trigrams_begin_so(store, followed_by):
    _, _, chat = fill(store)
    for n in range(300):
        store.save_turn(make_turn(chat.id, f"{n} 的{chr(0x4E00 + n % followed_by)}"))
    for query in ("的", "魚", "漢的"):
        kept = store.database.rows(
            "SELECT folded FROM passage WHERE folded LIKE ? ORDER BY id DESC", (f"%{query}%",)
        )
        assert [hit.snippet for hit in store.search(query)] == [row["folded"] for row in kept][:100]


def test_short_queries_find_the_end_of_texts_that_an_older_file_holds(tmp_path):
    path = tmp_path / "sessions.sqlite"
    later = (("box", "locked"), ("picture", "turns"))  # what is written today, and was not there
    with Store.open(path, migrations=MIGRATIONS[:2]) as store:
        connection = store.database._connection
        for table, column in later:
            connection.execute(f"ALTER TABLE {table} ADD COLUMN {column} INTEGER NOT NULL DEFAULT 0")
        _, _, chat = fill(store)
        store.save_turn(make_turn(chat.id, "how to get 魚漢"))
        store.save_turn(make_turn(chat.id, "漢"))
        for table, column in later:
            connection.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
    with Store.open(path) as store:
        for query, count in (("漢", 2), ("魚漢", 1), ("魚", 1), ("how to get 魚漢", 1), ("z", 0)):
            assert len(store.search(query)) == count
        store.check()


def test_snippet_shows_the_place_on_one_line(store):
    _, _, chat = fill(store)
    store.save_turn(make_turn(chat.id, "word\n" * 100 + "the needle\n" + "word\n" * 100))
    (hit,) = store.search("needle")
    assert hit_text(hit) == "needle" and "\n" not in hit.snippet
    assert hit.snippet.startswith("…") and hit.snippet.endswith("…") and len(hit.snippet) < 100


@pytest.mark.thorough
def test_hundred_thousand_lines(store):
    session = create_session(store, "s").id
    with store.together():
        for n in range(1000):
            picture = make_picture(session, f"{n}.png")
            store.add_picture(picture)
            texts = [f"line {n * 100 + line} of the delivery note" for line in range(99)]
            store.save_page(picture.id, make_page(*texts, "鮭魚漢堡" if n == 3 else "tea"))
    for query, count in (
        ("魚漢", 1),
        ("鮭魚漢堡", 1),
        ("te", 100),
        ("qq", 0),
        ("delivery", 100),
        ("line 4242 ", 2),
    ):
        started = time.perf_counter()
        assert len(store.search(query)) == count
        print(f"{query!r}: {1000 * (time.perf_counter() - started):.1f} ms")
