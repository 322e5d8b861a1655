"""Words of posts with a letter wrong are told from words that mean something by themselves."""

import pytest

from articles.reading.language.post_slips import slipped_posts
from dprd_news.lib.dictionary import dictionary


@pytest.mark.parametrize("behind", ["ketua", "DPRD", "Daerah", "Dinas", "Sukaraya"])
def test_no_word_of_the_dictionary_is_a_slip(behind):
    text = "\n".join(f"{word} {behind}" for word in dictionary())

    assert [text[slice(*span)] for span, _ in slipped_posts(text)] == []


def test_places_and_what_was_meant():
    text = "Kepada Dinas A, Ketau DPRD X dan Wakli Ketua DPRD Y."

    assert [(text[slice(*span)], right) for span, right in slipped_posts(text)] == [
        ("Ketau", "ketua"),
        ("Wakli", "wakil"),
    ]
