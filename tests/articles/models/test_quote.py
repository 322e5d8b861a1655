"""Quotes: kept at filing, true to the article's words, seen only with a public article and speaker."""

import pytest

from articles.decisions import Decisions, PersonDecision, QuoteDecision
from articles.filing import record
from articles.models import Article, ArticleOfficial, Quote
from articles.takedown import Reason, remove_passage
from people.merging import merge
from tests.factories import make_article, make_official, make_quote, make_user

pytestmark = pytest.mark.django_db

BODY = "<p>Rapat dibuka. Menurut Tati, “jalan ini diperbaiki\nbulan depan”, seperti janji Drs. Budi. Rapat ditutup.</p>"
SAID = "jalan ini diperbaiki bulan depan"


def shown(official):
    return [quote.text for quote in official.quotes.published()]


def test_quote_stands_in_its_sentence():
    quote = make_quote(make_article(body=BODY), make_official(), SAID)

    assert tuple(quote.passage) == ("Menurut Tati, “", SAID, "”, seperti janji Drs. Budi.")


@pytest.mark.parametrize("state", ["draft", "in_review", "scheduled", "withdrawn"])
def test_quote_of_a_hidden_article_or_speaker_is_hidden(state):
    official, hidden = make_official(), make_official(published_at=None)
    make_quote(make_article(body=BODY), official, SAID)
    make_quote(make_article(body=BODY, state=state), official, SAID)
    make_quote(make_article(body=BODY), hidden, SAID)

    assert (shown(official), shown(hidden)) == ([SAID], [])


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<p>Kata Tati: "jalan ini diperbaiki <strong>bulan</strong> depan".</p>', [SAID]),
        ("<p>Kata Tati: “jalan ini diperbaiki tahun depan”.</p>", []),
        ("<p>Kata Tati: “jalan ini diperbaiki bulan depannya”.</p>", []),
        ("", []),
    ],
)
def test_quote_is_shown_while_the_article_says_it(body, expected):
    article, official = make_article(body=BODY), make_official()
    make_quote(article, official, SAID)

    article.body = body
    article.save()
    while_changed = shown(official)
    article.body = BODY
    article.save()

    assert (while_changed, shown(official)) == (expected, [SAID])


def test_quote_changed_behind_the_model_still_is_not_told():
    quote = make_quote(make_article(body=BODY), make_official(), SAID)

    Article.objects.update(body="<p>Lain sama sekali.</p>")

    assert Quote.objects.get(pk=quote.pk).passage is None


def test_quote_of_a_person_no_longer_linked_is_hidden():
    official = make_official()
    make_quote(make_article(body=BODY), official, SAID)

    ArticleOfficial.objects.all().delete()

    assert shown(official) == []


def test_filing_keeps_the_quotes_of_linked_speakers_and_puts_the_speaker_right():
    tati, budi = make_official("Tati"), make_official("Budi")
    people = [PersonDecision("Tati", slug=tati.slug), PersonDecision("Budi", slug=budi.slug)]
    quotes = [
        QuoteDecision(SAID, "Tati"),
        QuoteDecision("tidak ada di naskah", "Tati"),
        QuoteDecision("x", "Siapa"),
    ]
    article = Article(title="Jalan", body=BODY)

    record(article, Decisions(people=people, quotes=quotes))
    first = [
        (quote.official, quote.text, quote.position is not None) for quote in Quote.objects.order_by("pk")
    ]
    record(article, Decisions(people=people, quotes=[QuoteDecision(SAID, "Budi")]))

    assert first == [(tati, SAID, True), (tati, "tidak ada di naskah", False)]
    assert [quote.official for quote in Quote.objects.filter(text=SAID)] == [budi]


def test_takedown_reaches_quotes():
    article, official = make_article(body=BODY), make_official()
    make_quote(article, official, SAID)

    remove_passage(article, "diperbaiki", Reason(make_user("Administrator"), "Permintaan."))

    assert shown(official) == ["jalan ini […] bulan depan"]


def test_merged_speakers_keep_their_quotes():
    kept, other = make_official("Tati Wijaya"), make_official("Tati W.")
    make_quote(make_article(body=BODY), other, SAID)

    merge(kept, other)

    assert shown(kept) == [SAID]
