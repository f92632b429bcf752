from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eyebox_models.text.find import find, fold, fold_mapped, nearest, span_box
from pages import line, menu, page, receipt, written


def texts(hits):
    return [hit.text for hit in hits]


def test_one_box_around_the_salmon_burger():
    (hit,) = find(menu(), "salmon burger")
    assert hit.text == "Salmon Burger"
    assert hit.box == (40, 60, 170, 80)
    assert hit.exact


@pytest.mark.parametrize(
    ("text", "query", "hit"),
    [
        ("Crème Brûlée", "creme brulee", "Crème Brûlée"),
        ("Creme", "crème", "Creme"),
        ("Cafe\u0301 au lait", "café", "Cafe\u0301"),
        ("ＴＯＴＡＬ：１２", "total:12", "ＴＯＴＡＬ：１２"),
        ("Straße 5", "STRASSE", "Straße"),
        ("ﬁnal oﬀer", "offer", "oﬀer"),
        ("İstanbul", "istanbul", "İstanbul"),
        ("Meat Lover’s Pizza", "lover's", "Lover’s"),
        ("Meat Lover's Pizza", "lover’s", "Lover's"),
        ("Meat Lover`s Pizza", "lover’s", "Lover`s"),
        ("the “menu” here", '"menu"', "“menu”"),
        ('the "menu" here', "“menu”", '"menu"'),
        ("神经 外科", "神经外科", "神经 外科"),
        ("ガラス", "カラス", None),
        ("ｶﾞﾗｽ", "ガラス", "ｶﾞﾗｽ"),
        ("GRANDTOTAL", "grand total", "GRANDTOTAL"),
        ("SUB TOTAL", "subtotal", "SUB TOTAL"),
        ("send an e-mail", "email", "e-mail"),
        ("this test", "ist", None),
        ("degrees -50 or 50", "-50", "-50"),
        ("cheeseburger", "burger", "burger"),
        ("a * b", "*", "*"),
        ("   indented code", "indented", "indented"),
    ],
)
def test_reads_through_case_accents_forms_and_lost_spaces(text, query, hit):
    assert texts(find(written(text), query)) == ([hit] if hit else [])


def test_every_place_is_found_in_reading_order():
    hits = find(menu(), "burger")
    assert len(hits) == 8
    assert [hit.line for hit in hits] == list(range(8))


def test_a_text_that_runs_over_a_line_break_has_a_span_on_each_line():
    (hit,) = find(written("we serve salmon", "burger and inter-", "national food"), "salmon burger")
    assert [(s.line, s.start, s.end) for s in hit.spans] == [(0, 9, 15), (1, 0, 6)]
    assert hit.spans[1].box == (0, 30, 60, 50)
    (hit,) = find(written("we serve inter-", "national food"), "international")
    assert hit.text == "inter-\nnational"


def test_blocks_are_not_joined():
    apart = page(line("salmon", 0, 0), line("burger", 0, 30))
    assert find(apart, "salmon burger") == ()


def test_a_typo_in_six_letters_is_forgiven_when_nothing_fits():
    assert texts(find(menu(), "salmom burgre")) == ["Salmon Burger"]
    (hit,) = find(menu(), "samon burger")
    assert hit.text == "Salmon Burger" and not hit.exact and hit.score < 1
    assert find(menu(), "salmn") == ()
    assert find(menu(), "salmom burgre", fuzzy=False) == ()
    assert texts(find(written("pizza", "pizzas"), "pizzas")) == ["pizzas"]
    assert len(find(menu(), "pizzas")) == 6


def test_numbers_are_never_forgiven():
    assert find(written("Order 1234567"), "1234568") == ()


def test_receipt_totals():
    assert len(find(receipt(), "grand total")) == 1
    assert len(find(receipt(), "17,000")) == 4


def test_box_without_words_is_measured_along_the_leaning_line():
    x1, y1, x2, y2 = span_box(line("abcdeabcde", 0, 0, lean=10, words=False), 5, 10)
    assert (x1, x2) == pytest.approx((50, 100))
    assert (y1, y2) == pytest.approx((5, 30))


def test_box_inside_a_word_and_in_a_vertical_line():
    assert span_box(line("神经外科", 0, 0), 2, 4) == pytest.approx((40, 0, 80, 20))
    upright = line("神经外科", 0, 0, words=False)
    vertical = type(upright)("神经外科", 1.0, (0, 0, 20, 80), ((0, 0), (20, 0), (20, 80), (0, 80)))
    assert span_box(vertical, 2, 4) == pytest.approx((0, 40, 20, 80))


def test_words_that_disagree_with_the_text_are_not_trusted():
    odd = line("abcdeabcde", 0, 0)
    odd = type(odd)(odd.text, odd.score, odd.box, odd.quad, (odd.words[0].__class__("else", (0, 0, 1, 1)),))
    assert span_box(odd, 5, 10)[0] == pytest.approx(50)


def test_nothing_to_find():
    assert find(menu(), "") == find(menu(), " \n") == find(page(), "x") == ()


def test_nearest_names_what_was_perhaps_meant():
    assert nearest(menu(), "slamn burgor") == "Salmon Burger"
    assert nearest(menu(), "quantum flux") is None


@given(st.text(max_size=60))
def test_fold_maps_every_character_back(text):
    folded, origin = fold_mapped(text)
    assert folded == fold(text)
    assert len(folded) == len(origin)
    assert all(0 <= a < b <= len(text) for a, b in origin)
    assert origin == sorted(origin)


def osa(a, b):
    d = {(i, 0): i for i in range(len(a) + 1)} | {(0, j): j for j in range(len(b) + 1)}
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            d[i, j] = min(d[i - 1, j] + 1, d[i, j - 1] + 1, d[i - 1, j - 1] + (a[i - 1] != b[j - 1]))
            if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
                d[i, j] = min(d[i, j], d[i - 2, j - 2] + 1)
    return d[len(a), len(b)]


@given(st.text("abc", min_size=6, max_size=13), st.text("abc", max_size=16))
def test_close_hits_agree_with_counting_typos_one_by_one(query, text):
    typos = len(query) // 6
    pieces = [text[a:b] for a in range(len(text)) for b in range(a + 1, len(text) + 1)]
    least = min((osa(query, piece) for piece in pieces), default=99)
    hits = find(written(text), query)
    assert bool(hits) == (least <= typos)
    for hit in hits:
        assert osa(query, hit.text) == (0 if hit.exact else round((1 - hit.score) * len(query)))
        assert osa(query, hit.text) <= typos


def test_random_strings_never_raise():
    chance = random.Random(1)
    letters = "abcdef  \n-'\"éß神経ｶﾞ\u0301Ａ①$.,😀"
    pages = [written(*("".join(chance.choices(letters, k=12)) for _ in range(6))) for _ in range(20)]
    for _ in range(2000):
        query = "".join(chance.choices(letters, k=chance.randint(0, 14)))
        for hit in find(chance.choice(pages), query):
            assert hit.spans and hit.box[0] <= hit.box[2] and hit.box[1] <= hit.box[3]
