import pytest

from dprd_news.lib.search import question, words
from dprd_news.lib.search.question import Group, Question, language_synonyms, phrases_in, read, synonyms_of

SYNONYMS = synonyms_of(language_synonyms())


def asked(text):
    """(terms, the time they say) of each group."""
    return [(group.own, group.when) for group in read(text, SYNONYMS).groups]


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("siapa ketua dewan sekarang", [(("ketua",), ""), (("dewan",), "")]),
        ("daftar terbaru", [(("daftar",), ""), (("baru",), "")]),
        ('"daftar" hadir', [(("daftar",), ""), (("hadir",), "")]),
        ("Kang Tedy", [(("tedy",), "")]),
        ("Assoc. Prof. Dr. H. Radea", [(("radea",), "")]),
        ("kunker 14 Mei 2025", [(("kunker",), ""), (("n14", "mei", "n2025"), "xqd20250514")]),
        ("komisi4 sman3", [(("komisi", "n4"), ""), (("sman",), ""), (("n3",), "")]),
        ("covid19 tps3r", [(("covid19",), ""), (("tps3r",), "")]),
        ("pukul 09 di rt 005", [(("pukul",), ""), (("n9",), ""), (("rt",), ""), (("n5",), "")]),
    ],
)
def test_words_are_asked_as_they_are_meant(text, groups):
    assert asked(text) == groups


def test_number_or_time_alone_is_no_part_of_a_question():
    group = {text: read(text, SYNONYMS).groups[0] for text in ("4", "2025", "mei 2025", "komisi 4", "p3k")}

    assert {text: one.is_bare for text, one in group.items()} == {
        "4": True,
        "2025": True,
        "mei 2025": True,
        "komisi 4": False,
        "p3k": False,
    }


def parts(*groups):
    """What each attempt asks, by the words of its groups."""
    whole = Question(tuple(groups))
    return [[[" ".join(group.own) for group in one.groups] for one in ways] for ways in whole.in_part()]


def test_less_is_asked_by_leaving_out_one_thing_then_all_but_two():
    a, b, c, d = (Group((letter,), (letter,)) for letter in "abcd")

    assert parts(a) == []
    assert parts(a, b) == [[["a"], ["b"]]]
    assert parts(a, b, c) == [[["a", "b"], ["a", "c"], ["b", "c"]]]
    assert parts(a, b, c, d)[1] == [["a", "b"], ["a", "c"], ["a", "d"], ["b", "c"], ["b", "d"], ["c", "d"]]


def test_less_is_asked_with_single_words_of_a_phrase_and_never_with_a_year_alone():
    phrase, word, year = Group(("x", "y"), ("x", "y")), Group(("a",), ("a",)), Group(("n2025",), ("2025",))

    assert parts(phrase, word) == [[["x y"], ["a"], ["a", "x"], ["a", "y"]]]
    assert parts(word, year) == [[["a"]]]


def test_ways_to_ask_for_less_are_bounded():
    ways = list(Question(tuple(Group((letter,), (letter,)) for letter in "abcdefgh")).in_part())

    assert [len(one) for one in ways] == [8, question.MOST_PARTS]


def test_post_fits_by_how_little_else_it_says_and_better_with_the_name():
    chair, deputy = "ketua komisi n2 dprd", "wakil ketua komisi n2 dprd"
    of_post, of_both = read("ketua komisi 2", {}), read("kinasih komisi 2", {})

    assert of_post.fit("kinasih xq0", [chair, ""]) == 3 / 4 / 2
    assert of_post.fit("kinasih xq0", [deputy]) == 3 / 5 / 2
    assert of_post.fit("kinasih xq0", ["ketua dprd", "komisi n2"]) == 0
    assert of_both.fit("kinasih xq0", [chair]) == 1 + 2 / 4 / 2


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("kunjungan kerja, lalu kunjungan kerja lagi", ["xqpkunjung0kerja"]),
        ("rapat kerja wakil ketua", ["xqprapat0kerja", "xqpwakil0ketua"]),
        ("kerja kunjungan", []),
        ("kunker", []),
    ],
)
def test_phrases_of_the_language_are_one_term_where_they_stand(text, phrases):
    assert phrases_in(words.terms(text)) == phrases
