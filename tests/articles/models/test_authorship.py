import pytest
from django.core.exceptions import ValidationError

from articles.models import Article
from tests.factories import make_article, make_official, make_photo, make_user

pytestmark = pytest.mark.django_db

WORDS = [f"kata{number}" for number in range(200)]
BODY = f"<p>{' '.join(WORDS)}</p>"


@pytest.fixture
def writer():
    return make_user("Penulis")


@pytest.fixture
def reader():
    return make_user("Redaktur")


def submitted(writer, by=None, **fields):
    article = make_article(state="draft", body=BODY, **fields)
    article.mark_written(writer)
    article.submit(by=by or writer)
    return Article.objects.get(pk=article.pk)


def mend(article, account, count, start=0):
    """Change that many words of the text, in one save."""
    words = article.body.removeprefix("<p>").removesuffix("</p>").split()
    for number in range(start, start + count):
        words[number] = f"ubah{number}"
    article.body = f"<p>{' '.join(words)}</p>"
    article.save()
    article.mark_written(account)


def may_approve(article, account):
    try:
        article.approve(by=account)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize(("count", "allowed"), [(1, True), (10, True), (11, False), (100, False)])
def test_reader_who_mends_at_most_one_word_in_twenty_still_approves(writer, reader, count, allowed):
    article = submitted(writer)

    mend(article, reader, count)

    assert (may_approve(article, reader), Article.objects.get().lacks_second_reader(reader)) == (
        allowed,
        not allowed,
    )
    assert Article.objects.get().authors == ({writer.pk} if allowed else {writer.pk, reader.pk})


def test_approval_with_a_mended_comma_lets_either_publish(writer, reader):
    article = submitted(writer)
    mend(article, reader, 1)
    article.approve(by=reader)

    mend(article, reader, 1, start=50)

    stored = Article.objects.get()
    assert (stored.reviewed_by, [stored.lacks_second_reader(one) for one in (writer, reader)]) == (
        reader,
        [False, False],
    )


def test_many_small_mends_add_up(writer, reader):
    article = submitted(writer)

    allowed = []
    for start in range(0, 16, 4):
        mend(article, reader, 4, start)
        allowed.append(not Article.objects.get().is_written_by(reader))

    assert allowed == [True, True, False, False]


def test_mends_add_up_over_a_return_and_a_second_submission(writer, reader):
    article = submitted(writer)
    mend(article, reader, 6)
    article.return_to_draft("Lengkapi.", by=reader)
    article.submit(by=writer)

    before = Article.objects.get().is_written_by(reader)
    mend(article, reader, 6, start=20)

    assert (before, Article.objects.get().is_written_by(reader)) == (False, True)


def test_too_much_is_not_mended_again_by_putting_it_back(writer, reader):
    article = submitted(writer)
    mend(article, reader, 30)
    article.body = BODY
    article.save()
    article.mark_written(reader)

    assert may_approve(article, reader) is False


def test_one_word_in_a_draft_makes_a_writer_also_after_its_return(writer, reader):
    article = submitted(writer)
    article.return_to_draft("Lengkapi.", by=reader)
    mend(article, reader, 1)
    article.submit(by=writer)

    assert may_approve(article, reader) is False


def test_colleague_who_presses_submit_lends_no_second_pair_of_eyes(writer, reader):
    own = submitted(writer=reader, by=writer)
    mend(own, reader, 1)
    sent_by_reader = submitted(writer, by=reader)
    mend(sent_by_reader, reader, 1)

    assert [may_approve(article, reader) for article in (own, sent_by_reader)] == [False, False]


def test_text_that_nobody_submitted_has_writers_only(writer, reader):
    article = make_article(state="in_review", body=BODY)
    article.mark_written(writer)
    mend(article, reader, 1)

    assert may_approve(article, reader) is False


def test_another_photo_is_no_mending_but_its_words_and_a_link_are(writer, reader):
    articles = [submitted(writer, photos=[make_photo()]) for _ in range(3)]
    articles[0].article_photos.update(photo=make_photo())
    articles[1].article_photos.update(alt="Warga di taman")
    articles[2].article_officials.create(official=make_official())

    for article in articles:
        article.save()
        article.mark_written(reader)

    assert [may_approve(article, reader) for article in articles] == [False, True, True]
    assert [Article.objects.get(pk=one.pk).mends.get(str(reader.pk)) for one in articles] == [None, 4, 3]


def test_formatting_counts_by_its_marks(writer, reader):
    article = submitted(writer)
    article.body = BODY.replace("kata7 ", "<strong>kata7</strong> ")
    article.save()

    article.mark_written(reader)

    assert Article.objects.get().mends == {str(reader.pk): 2}
