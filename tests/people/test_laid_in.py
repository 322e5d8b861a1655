"""Content laid into a form: what it costs, and what is left to the saving."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from people.models import ProposedChange, WorkingCopy
from tests.factories import (
    make_article,
    make_council,
    make_institution,
    make_official,
    make_photo,
    make_position,
    make_user,
    make_visit,
)
from tests.forms import fields_of, filled, send

pytestmark = pytest.mark.django_db

FORM_QUERIES = 25
FEW, MANY = 3, 30


def address_of(record):
    return reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_change", args=[record.pk])


def pointing(prefix, **columns):
    """The rows of one inline, each with these columns: a list of records, or one value for all."""
    count = max(len(value) for value in columns.values() if isinstance(value, list))
    return {
        f"{prefix}-{row}-{name}": [str(value[row].pk) if isinstance(value, list) else value]
        for name, value in columns.items()
        for row in range(count)
    }


def crowded_article(count):
    """A public article with that many rows of each kind, and rows that point to others in their place."""
    article = make_article(
        "Semula",
        officials=[make_position().official for _ in range(count)],
        institutions=[make_institution() for _ in range(count)],
        photos=[make_photo() for _ in range(count)],
    )
    others = {
        **pointing("article_officials", official=[make_position().official for _ in range(count)]),
        **pointing("article_institutions", institution=[make_institution() for _ in range(count)]),
        **pointing("article_photos", photo=[make_photo() for _ in range(count)], caption="Lain"),
    }
    return article, others


def crowded_visit(count):
    visit = make_visit(
        guests=[make_institution() for _ in range(count)],
        attending=[make_position().official for _ in range(count)],
    )
    others = {
        **pointing(
            "parties",
            institution=[make_institution() for _ in range(count)],
            head=[make_position().official for _ in range(count)],
        ),
        **pointing("attendances", official=[make_position().official for _ in range(count)]),
    }
    return visit, others


def asked(client, address):
    """How many queries the page asks; marks of a transaction are none."""
    client.get(address)
    with CaptureQueriesContext(connection) as found:
        assert client.get(address).status_code == 200
    return len([query for query in found if "SAVEPOINT" not in query["sql"]])


def costs(client, crowded, count):
    """Queries of the form as it stands, with a proposal, with an old state and with a copy laid in."""
    record, others = crowded(count)
    address = address_of(record)
    client.force_login(make_user("Penulis"))
    send(client, address, **others)
    editor = make_user("Redaktur")
    client.force_login(editor)
    old = record.history.first()
    sent = filled(client, address, **others)
    client.post(address, sent | {"significance": ["silent"]})
    client.post(reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_copy"),
                sent | {"_key": [record.pk], "_tab": ["0123456789abcdef"], "_typed": ["1"]})  # fmt: skip
    proposal, copy = ProposedChange.objects.latest("pk"), WorkingCopy.objects.latest("pk")
    pages = ["", f"?usulan={proposal.pk}", f"?keadaan={old.pk}", f"?salinan={copy.pk}"]
    return [asked(client, address + page) for page in pages]


@pytest.mark.parametrize("crowded", [crowded_article, crowded_visit], ids=["article", "visit"])
def test_laid_in_form_asks_as_much_for_thirty_rows_as_for_three(client, crowded):
    make_council()

    few, many = costs(client, crowded, FEW), costs(client, crowded, MANY)

    assert (few, max(many) <= FORM_QUERIES) == (many, True), (few, many)


def test_laid_in_rows_say_which_records_they_exchange(client):
    one, other = make_official("Ani Lestari"), make_official("Budi Wijaya")
    article = make_article(officials=[one])
    client.force_login(make_user("Penulis"))
    send(client, address_of(article), **pointing("article_officials", official=[other]))
    client.force_login(make_user("Redaktur"))

    page = client.get(f"{address_of(article)}?usulan={ProposedChange.objects.get().pk}")

    assert [(change.label, change.before, change.after) for change in page.context["kept"]["changes"]] == [
        ("Pejabat dalam berita", "Ani Lestari · Disebut", "Budi Wijaya · Disebut")
    ]
    assert fields_of(page)["article_officials-0-official"] == [str(other.pk)]
    assert "Budi Wijaya" in page.content.decode()


def test_laid_in_row_to_delete_is_told_as_gone(client):
    article = make_article(officials=[make_official("Ani Lestari")])
    client.force_login(make_user("Penulis"))
    send(client, address_of(article), **{"article_officials-0-DELETE": ["on"]})
    client.force_login(make_user("Redaktur"))
    address = f"{address_of(article)}?usulan={ProposedChange.objects.get().pk}"

    page = client.get(address)
    client.post(address, fields_of(page) | {"significance": ["silent"]})

    assert [(change.before, change.after) for change in page.context["kept"]["changes"]] == [
        ("Ani Lestari · Disebut", "")
    ]
    assert not article.officials.exists()


def test_what_is_wrong_with_laid_in_content_is_said_when_it_is_saved(client):
    article, gone = make_article(officials=[make_official()]), make_official(published_at=None)
    client.force_login(make_user("Penulis"))
    send(client, address_of(article), **pointing("article_officials", official=[gone]))
    gone.delete()
    client.force_login(make_user("Redaktur"))
    address = f"{address_of(article)}?usulan={ProposedChange.objects.get().pk}"

    opened = client.get(address)
    saved = client.post(address, fields_of(opened) | {"significance": ["silent"]})

    assert (opened.status_code, opened.context["errors"]) == (200, [])
    assert (saved.status_code, bool(saved.context["errors"])) == (200, True)
    assert ProposedChange.objects.get().is_waiting
