from time import perf_counter

import pytest
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from dprd_news.lib.differences import condensed, differences, is_changed, likeness, merged, overlap

TEXTS = st.text(alphabet="ab \n", max_size=60)


def told(found, *kinds):
    return [word for kind, text in found if kind in kinds for word in text.split()]


def test_differences_are_told_word_by_word():
    found = differences(
        "Rapat dibuka Ketua Komisi II di Gedung DPRD.", "Rapat dibuka Wakil Ketua Komisi II di Gedung Sate."
    )

    assert found == [
        ("same", "Rapat dibuka"),
        ("added", "Wakil"),
        ("same", "Ketua Komisi II di Gedung"),
        ("removed", "DPRD."),
        ("added", "Sate."),
    ]


def test_spaces_are_no_difference_but_paragraphs_are():
    found = differences("Satu  dua\ntiga.\n\nEmpat.", "Satu dua tiga. Empat.")

    assert found == [("same", "Satu dua tiga."), ("removed", "\n\n"), ("same", "Empat.")]


def test_rewritten_stretch_is_one_difference():
    found = differences("a b yang c d e f g", "h i yang j k e f g")

    assert found == [("removed", "a b yang c d"), ("added", "h i yang j k"), ("same", "e f g")]


def test_texts_alike_or_empty_have_no_difference():
    found = [differences("", ""), differences("Sama saja.", "Sama saja.")]

    assert found == [[], [("same", "Sama saja.")]]
    assert [is_changed(one) for one in found] == [False, False]
    assert is_changed(differences("", "Baru.")) is True


def test_condensed_keeps_the_words_beside_each_change():
    words = " ".join(str(number) for number in range(30))

    found = condensed(differences(f"{words} lama {words}", f"{words} baru {words}"), around=2)

    assert found == [("same", "… 28 29"), ("removed", "lama"), ("added", "baru"), ("same", "0 1 …")]


@given(TEXTS, TEXTS)
def test_no_word_of_either_text_is_lost(before, after):
    found = differences(before, after)

    assert told(found, "same", "removed") == before.split()
    assert told(found, "same", "added") == after.split()


def test_huge_texts_are_compared_in_time():
    before = "\n\n".join(f"paragraf {number} " + "kata " * 40 for number in range(4_000))
    start = perf_counter()

    found = differences(before, before.replace("paragraf 7 ", "alinea 7 "))

    assert [kind for kind, _ in found] == ["same", "removed", "added", "same"]
    assert perf_counter() - start < 2


def test_text_without_a_paragraph_is_compared_in_time():
    start = perf_counter()

    found = differences("\n\n".join("a" * 200_000), "\n\n".join("b" * 200_000))

    assert [kind for kind, _ in found] == ["removed", "added"]
    assert perf_counter() - start < 2


def test_differences_are_shown_in_words_and_escaped():
    found = [("same", "Rapat <b>"), ("removed", "lama"), ("added", "<i>baru</i>"), ("removed", "\n\n")]

    shown = render_to_string("_differences.html", {"differences": found})

    assert shown.partition('"differences-text">')[2].partition("</div>")[0] == (
        "Rapat &lt;b&gt; "
        '<del><span class="visually-hidden">[dihapus: </span>lama<span class="visually-hidden">]</span></del> '
        '<ins><span class="visually-hidden">[ditambahkan: </span>&lt;i&gt;baru&lt;/i&gt;'
        '<span class="visually-hidden">]</span></ins> '
        '<del><span class="visually-hidden">[dihapus: </span>¶<span class="visually-hidden">]</span></del> '
    )


def test_merged_text_takes_the_new_words_and_keeps_the_mended_ones():
    base = "Kebun lahir dari perundinggan panjang.\n\nHadir lima orang.\n\nDemikian."
    ours = "Kebun lahir dari perundingan panjang.\n\nSubjudul\n\nHadir lima orang.\n\nDemikian."
    theirs = "Kebun lahir dari perundinggan panjang.\n\nHadir enam orang tamu.\n\nDemikian."

    found = merged(base, ours, theirs)

    assert found == (
        "Kebun lahir dari perundingan panjang.\n\nSubjudul\n\nHadir enam orang tamu.\n\nDemikian."
    )


def test_merged_text_follows_the_new_one_where_both_changed():
    assert merged("Hadir lima orang.", "Hadir sepuluh orang.", "Hadir enam orang.") == "Hadir enam orang."


def test_merged_text_has_the_paragraphs_that_both_added():
    assert merged("Satu.", "Satu.\n\nCatatan redaksi.", "Satu.\n\nTambahan.") == (
        "Satu.\n\nCatatan redaksi.\n\nTambahan."
    )


@given(TEXTS, TEXTS)
def test_merging_with_nothing_changed_on_one_side_is_the_other(base, other):
    plain = merged(other, other, other)

    assert merged(base, base, other) == plain
    assert merged(base, other, base) == plain


def test_likeness_is_told_by_words():
    alike = likeness("a b c d", "a b x d"), likeness("a b c d", "a b c d"), likeness("a b", "c d")

    assert alike == (0.75, 1.0, 0.0)


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ("a b c", "a b c", 1.0),
        ("a b", "x a y b z", 1.0),
        ("x a y b z", "a b", 1.0),
        ("a b c d", "a x c y", 0.5),
        ("a", "b", 0.0),
        ("", "a", 0.0),
    ],
)
def test_overlap_is_of_the_shorter_text(one, other, share):
    assert overlap(one, other) == share
