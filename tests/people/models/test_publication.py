import pytest
from django.core.exceptions import ValidationError
from django.template import Context, Template

from people.models import Institution, Official, Visit
from tests.factories import LONG_AGO, make_article, make_institution, make_official, make_visit, tomorrow

pytestmark = pytest.mark.django_db

STAYS = ["Yang pernah terbit tidak dapat dihapus. Tarik saja, dengan alasannya."]
MAKERS = [make_article, make_visit, make_official, make_institution]


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize("is_withdrawn", [False, True])
def test_what_was_ever_public_is_not_deleted(make, is_withdrawn):
    record = make()
    if is_withdrawn:
        record.withdraw("Keliru.")

    refusals = []
    for delete in (
        record.delete,
        type(record).objects.filter(pk=record.pk).delete,
        type(record).objects.all().delete,
    ):
        with pytest.raises(ValidationError) as refusal:
            delete()
        refusals.append(refusal.value.messages)

    assert refusals == [STAYS] * 3
    assert type(record).objects.filter(pk=record.pk).exists()


@pytest.mark.parametrize("make", [make_visit, make_official, make_institution])
@pytest.mark.parametrize("published_at", [None, "tomorrow"])
def test_what_was_never_public_may_go(make, published_at):
    first, second = (make(published_at=published_at and tomorrow()) for _ in range(2))

    first.delete()
    type(second).objects.filter(pk=second.pk).delete()

    assert type(first).objects.count() == 0


@pytest.mark.parametrize("model", [Visit, Official, Institution])
def test_nothing_is_deleted_by_a_manager_or_a_template(model):
    record = {Visit: make_visit, Official: make_official, Institution: make_institution}[model](
        published_at=None
    )

    Template("{{ record.delete }}{{ rows.delete }}").render(
        Context({"record": record, "rows": model.objects.all()})
    )

    assert (hasattr(model.objects, "delete"), list(model.objects.all())) == (False, [record])


@pytest.mark.parametrize("make", [make_visit, make_official, make_institution])
def test_release_makes_public_on_its_own_and_again_after_a_withdrawal(make):
    article = make_article(state="draft")
    record = make(published_at=None, published_with=article.feed_id)

    record.release(at=LONG_AGO)
    first = (record.is_public, record.published_with)
    record.withdraw(" Keliru. ")
    second = (record.is_public, record.was_public, record.withdrawal_reason)
    record.release()

    stored = type(record).objects.get(pk=record.pk)
    assert (first, second) == ((True, None), (False, True, "Keliru."))
    assert (stored.is_public, stored.withdrawn_at, stored.withdrawal_reason) == (True, None, "")
