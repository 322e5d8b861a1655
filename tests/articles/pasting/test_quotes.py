"""Whose words a draft keeps is the editor's to say."""

import pytest

from articles.models import Quote
from articles.pasting.answers import Answers
from tests.articles.pasting.pastes import answers_to, decided, filed, paste, saved
from tests.articles.releases import SOURCE, make_world

pytestmark = pytest.mark.django_db

SAID = '"Kebun di atap pasar lahir dari perundinggan panjang dengan para pedagang," kata Larasati.'


def quote_of(answers):
    return next(offer for offer in answers.offers if offer.kind == "quote")


def kept():
    return [(quote.official.slug, quote.text) for quote in Quote.objects.select_related("official")]


def test_speaker_as_read_is_kept_with_the_words_as_mended():
    make_world()
    saved(answers_to(spelling_0="perundingan"))

    assert kept() == [
        ("larasati-dewi-wiguna", "Kebun di atap pasar lahir dari perundingan panjang dengan para pedagang")
    ]
    assert decided("quote") == ["accepted"]


@pytest.mark.parametrize(
    ("speaker", "slugs", "decision"),
    [("Bagus Santoso", ["bagus-santoso"], "changed"), ("none", [], "rejected")],
)
def test_speaker_may_be_another_or_nobody(speaker, slugs, decision):
    make_world()
    saved(answers_to(official_2="bagus-santoso", quote_0=speaker))

    assert [slug for slug, _ in kept()] == slugs
    assert decided("quote") == [decision]


def test_editor_is_told_of_words_whose_speaker_is_not_linked():
    make_world()
    notes = filed(answers_to(official_1="none", quote_0="Larasati Dewi Wiguna")).notes

    assert "Kutipan belum tercatat, karena pembicaranya tidak ditautkan: Larasati Dewi Wiguna." in notes
    assert kept() == []


@pytest.mark.parametrize("said", ["kata Kusnaeni, warga setempat.", "keluh seorang ibu."])
def test_words_of_nobody_on_file_are_kept_for_nobody_and_are_no_decision(said):
    make_world()
    answers = answers_to(SOURCE.replace("kata Larasati.", said))

    assert answers.chosen(quote_of(answers)) == "none"
    saved(answers)
    assert (kept(), decided("quote")) == ([], [])


@pytest.mark.parametrize("spelling", ["none", "perundingan"])
def test_words_that_the_draft_keeps_already_are_not_asked_about_again(spelling):
    make_world()
    article = saved(answers_to(spelling_0=spelling))

    (again,) = paste(
        article.proposals.first().decided_by, SOURCE.replace("Pertemuan membahas", "Rapat membahas"), article
    )

    assert [offer for offer in Answers(again).offers if offer.kind == "quote"] == []


def test_reason_tells_whether_the_name_is_printed_there():
    make_world()

    named = quote_of(answers_to())
    guessed = quote_of(answers_to(SOURCE.replace("kata Larasati.", "katanya.")))

    assert "disebut bersama" in named.reason
    assert "disimpulkan" in guessed.reason
