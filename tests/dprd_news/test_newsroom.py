"""The whole newsroom: every list and form, for each group, in Indonesian, under the strict policy."""

import re
from datetime import date, timedelta

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils import timezone

from articles.models import Article
from dprd_news.desk import cards
from people.models import Council, Official, OldAddress, Visit
from tests.factories import (
    make_article,
    make_correction,
    make_council,
    make_institution,
    make_official,
    make_photo,
    make_position,
    make_post,
    make_preview_link,
    make_proposal,
    make_region,
    make_topic,
    make_user,
    make_visit,
)

pytestmark = pytest.mark.django_db

GROUPS = ["Penulis", "Redaktur", "Administrator"]
MODELS = sorted(model._meta.label for model in admin.site._registry)
ENGLISH = re.compile(
    r"\b(Save|Add|Change|Delete|View|Search|Select|Home|Log out|Log in|Welcome|Password|User|Please|Username"
    r"|comma-separated|Models|entries|results?|History|Close|Remove|Error|Required|Date|Time|Today|Now"
    r"|Choose|Clear|Currently|Unknown|All|Any|Yes|The|This|attempts?|Group|Object|salt|hash|None)\b"
)


def log_in(client, group):
    user = make_user(group=group)
    client.force_login(user)
    return user


def name_of(label, page):
    model = apps.get_model(label)
    return f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}"


def words(response):
    """What a reader sees or hears: text, labels and titles, without scripts and what editors wrote."""
    html = re.sub(r"<(script|style|textarea)\b.*?</\1>", " ", response.content.decode(), flags=re.DOTALL)
    told = re.findall(
        r'(?:placeholder|title|alt|aria-label|value)="([^"]*)"', re.sub(r"<option.*?>", "", html)
    )
    return re.sub(r"<[^>]+>", " ", html) + " ".join(text for text in told if " " in text or text.istitle())


def make_one_of_each():
    """One row of everything the newsroom lists. Returns them by model label."""
    council = make_council(default_photo_credit="Humas")
    post = make_post("Ketua")
    official = make_official("Tokoh Rekaan", nickname="Rekaan")
    topic = make_topic("taman")
    photo = make_photo(caption="Taman kota")
    article = make_article("Taman Dirawat", officials=[official], photos=[photo], topics=[topic])
    visit = make_visit(guests=[make_institution()], hosts=[council.institution], attending=[official])
    old = OldAddress.objects.create(
        path="/lama.html", content_type=ContentType.objects.get_for_model(Article), object_id=article.pk
    )
    return {
        "articles.Article": article,
        "articles.Correction": make_correction(article),
        "articles.Photo": photo,
        "auth.Group": Group.objects.get(name="Penulis"),
        "auth.User": make_user(group="Penulis"),
        "people.Council": council,
        "people.Institution": council.institution,
        "people.Official": official,
        "people.OldAddress": old,
        "people.Position": make_position(official, post, council.institution),
        "people.Post": post,
        "people.ProposedChange": make_proposal(article),
        "people.Region": council.region,
        "people.Topic": topic,
        "people.Visit": visit,
    }


def make_rows(label, count):
    """That many more rows of the model, each with what its list shows of others."""
    council = Council.objects.get()
    for _ in range(count):
        official = make_official()
        match label:
            case "articles.Article":
                make_article(officials=[official], photos=[make_photo()], topics=[make_topic()])
            case "articles.Correction":
                make_correction()
            case "articles.Photo":
                make_article(photos=[make_photo()])
            case "auth.User":
                make_user(group="Penulis")
            case "people.Institution":
                make_position(institution=make_institution(parent=council.institution, region=make_region()))
            case "people.Official" | "people.Position":
                make_position(official)
            case "people.OldAddress":
                content_type = ContentType.objects.get_for_model(Official)
                path = f"/lama/{official.pk}.html"
                OldAddress.objects.create(path=path, content_type=content_type, object_id=official.pk)
            case "people.Post":
                make_position()
            case "people.ProposedChange":
                make_proposal(make_article())
            case "people.Region":
                make_region(parent=council.region)
            case "people.Topic":
                make_article(topics=[make_topic()])
            case "people.Visit":
                make_visit(guests=[make_institution()], hosts=[council.institution], attending=[official])


def test_sections_hold_every_model_once_and_foreign_ones_are_closed(rf):
    request = rf.get("/admin/")
    request.user = make_user(is_superuser=True, is_staff=True)

    sections = admin.site.get_app_list(request)

    shown = sorted(row["model"]._meta.label for section in sections for row in section["models"])
    assert shown == MODELS == sorted(
        [
            "articles.Article", "articles.Correction", "articles.ErrorReport", "articles.Photo", "auth.Group", "auth.User",
            "axes.AccessAttempt", "people.Council", "people.Institution", "people.Official",
            "people.OldAddress", "people.Position", "people.ProposedChange", "people.Post", "people.Region", "people.Topic",
            "people.Visit",
        ]
    )  # fmt: skip


@pytest.mark.parametrize(
    "label",
    [label for label in MODELS if label not in {"people.Council", "auth.Group", "axes.AccessAttempt"}],
)
@pytest.mark.usefixtures("early_in_the_hour")
def test_list_asks_no_more_queries_for_more_rows(client, label, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    make_one_of_each()
    log_in(client, "Administrator")
    address = reverse(name_of(label, "changelist"))
    make_rows(label, 2)
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as few:
        client.get(address)
    make_rows(label, 27)
    client.get(address)

    with CaptureQueriesContext(connection) as many:
        client.get(address)

    assert (len(many), len(many) <= 12) == (len(few), True)


@pytest.mark.usefixtures("early_in_the_hour")
def test_article_form_asks_no_more_queries_for_more_links(client):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    make_council()
    log_in(client, "Redaktur")

    def queries(count):
        officials = [make_position().official for _ in range(count)]
        bodies = [make_institution(region=make_region()) for _ in range(count)]
        photos = [make_photo() for _ in range(count)]
        article = make_article(state="draft", officials=officials, institutions=bodies, photos=photos)
        address = reverse("admin:articles_article_change", args=[article.pk])
        client.get(address)
        with CaptureQueriesContext(connection) as asked:
            client.get(address)
        return len(asked)

    few, many = queries(3), queries(30)

    assert (few, many <= 25) == (many, True)


@pytest.mark.usefixtures("early_in_the_hour")
def test_pages_beside_the_form_ask_no_more_queries_for_more_rows(client):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    make_council()
    log_in(client, "Redaktur")

    def queries(count):
        officials = [make_position().official for _ in range(count)]
        bodies = [make_institution(region=make_region()) for _ in range(count)]
        photos = [make_photo() for _ in range(count)]
        article = make_article(officials=officials, institutions=bodies, photos=photos)
        for number in range(count):
            article.lead = f"Ringkasan {number}"
            article.save()
            make_preview_link(article).take_answer("catatan", "Nama saya keliru.")
            make_correction(article)
            make_proposal(article)
        change = reverse("admin:articles_article_change", args=[article.pk])
        pages = {
            "form": change,
            "search": f"{change}?cari=contoh",
            "desk": reverse("admin:index"),
            "proposals": reverse("admin:people_proposedchange_changelist"),
            "history": reverse("admin:articles_article_history", args=[article.pk]),
            "difference": reverse("admin:articles_article_history", args=[article.pk])
            + f"?ke={article.history.first().pk}",
            **{
                name: reverse(f"admin:articles_article_{name}", args=[article.pk])
                for name in ("review", "preview_screen")
            },
        }
        asked = {}
        for name, address in pages.items():
            client.get(address)
            with CaptureQueriesContext(connection) as captured:
                assert client.get(address).status_code == 200
            asked[name] = len(captured)
        return asked

    # The desk counts what it does not show, from six rows on.
    few, many = queries(6), queries(30)

    assert few == many


PAGES = [
    "/admin/",
    "/admin/password_change/",
    "/admin/autocomplete/",
    *[(label, page) for label in MODELS for page in ("changelist", "add", "change", "history", "delete")],
]


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_page_speaks_indonesian_and_holds_no_inline_style_or_script(client, page):
    records = make_one_of_each()
    log_in(client, "Administrator")
    if isinstance(page, str):
        address = page
    elif page[1] in {"changelist", "add"}:
        address = reverse(name_of(*page))
    else:
        address = reverse(name_of(*page), args=[records[page[0]].pk]) if page[0] in records else "/admin/"

    response = client.get(address)

    html = response.content.decode()
    inline = re.findall(r"<style\b|\sstyle=|\son\w+=|<script(?![^>]*\bsrc=)(?![^>]*\bnonce=)[^>]*>", html)
    assert (ENGLISH.findall(words(response)), inline) == ([], [])


@pytest.mark.parametrize("address", ["/admin/login/", "/admin/login/?next=/admin/"])
def test_log_in_speaks_indonesian(client, address):
    shown = client.get(address)
    refused = client.post(address, {"username": "siapa", "password": "salah"})

    assert [ENGLISH.findall(words(page)) for page in (shown, refused)] == [[], []]


def test_sixth_wrong_try_is_answered_429_in_indonesian(client):
    make_user(group="Penulis", username="dina")

    answers = [client.post("/admin/login/", {"username": "dina", "password": "salah"}) for _ in range(5)]

    assert [answer.status_code for answer in answers] == [200, 200, 200, 200, 429]
    assert "Terlalu banyak percobaan masuk" in answers[-1].content.decode()
    assert ENGLISH.findall(words(answers[-1])) == []


def test_password_reset_exists_only_where_the_server_has_mail(settings):
    from dprd_news.accounts_urls import password_reset_urls

    settings.HAS_EMAIL = False
    without = password_reset_urls()
    settings.HAS_EMAIL = True
    named = [pattern.name for pattern in password_reset_urls()]

    assert (without, named) == (
        [],
        ["admin_password_reset", "password_reset_done", "password_reset_confirm", "password_reset_complete"],
    )


def test_desk_names_what_waits(rf):
    make_council()
    make_article("Baru", state="draft")
    make_article("Diperiksa", state="in_review")
    make_article("Besok", state="scheduled")
    make_article("Sudah terbit")
    make_visit("Tanpa hari", starts_on=None, status=Visit.Status.PLANNED)
    yesterday = timezone.localdate() - timedelta(days=1)
    make_visit("Lewat", starts_on=yesterday, status=Visit.Status.PLANNED)
    told = make_visit("Diberitakan", starts_on=date(2025, 3, 4))
    make_article("Tentang kunjungan", visit=told)
    make_visit("Belum diberitakan", starts_on=date(2025, 3, 4))
    make_photo(alt="", caption="Tanpa alt", credit="Humas")
    make_photo(alt="Taman", caption="Tanpa kredit")
    make_official("Tanpa potret")
    request = rf.get("/admin/")
    request.user = make_user(group="Redaktur")

    found = {card.title: [row.text for row in card.rows] for card in cards(request)}

    assert found == {
        "Menunggu tinjauan": ["Diperiksa"],
        "Terjadwal sesudah hari ini": ["Besok"],
        "Draf": ["Baru"],
        "Kunjungan tanpa tanggal": ["Tanpa hari"],
        "Kunjungan yang harinya sudah lewat": ["Lewat"],
        "Kunjungan tanpa berita": ["Belum diberitakan"],
        "Foto tanpa teks alternatif": ["Tanpa alt"],
        "Foto tanpa kredit": ["Tanpa kredit"],
        "Pejabat tanpa potret": [],
    }


def test_desk_shows_nothing_to_an_account_without_rights(rf):
    make_article("Baru", state="draft")
    request = rf.get("/admin/")
    request.user = make_user(is_staff=True)

    assert cards(request) == []


def test_accounts_are_picked_nowhere(client):
    log_in(client, "Administrator")
    query = {"app_label": "articles", "model_name": "article", "field_name": "published_by", "term": "a"}

    answer = client.get(reverse("admin:autocomplete"), query)

    assert answer.status_code == 403


def test_password_mail_leads_to_the_site_whatever_host_was_asked(settings):
    from dprd_news.accounts_urls import password_reset_urls

    settings.HAS_EMAIL, settings.SITE_URL = True, "https://humas.example"

    renew = next(one for one in password_reset_urls() if one.name == "admin_password_reset").callback

    site = {"protocol": "https", "domain": "humas.example"}
    assert renew.view_initkwargs["extra_email_context"] == site


@pytest.mark.parametrize("query", ["activity__exact=%00", "q=%00", "keadaan=a%00"])
def test_nul_in_a_list_is_a_bad_request(client, query):
    log_in(client, "Redaktur")

    answer = client.get(f"{reverse('admin:articles_article_changelist')}?{query}")

    assert answer.status_code == 400


def test_plain_search_fills_the_pickers_and_gives_each_table_a_row(client):
    make_council()
    log_in(client, "Penulis")
    asep, topic = make_official("Asep Contoh"), make_topic("asep")
    make_official("Budi Contoh")
    article = make_article(state="draft", officials=[asep])
    address = reverse("admin:articles_article_change", args=[article.pk])

    def offered(query):
        page = client.get(address, query).context
        tables = {inline.opts.verbose_name: inline.formset for inline in page["inline_admin_formsets"]}
        rows = [re.findall(r'value="(\d*)"', str(form["official"])) for form in tables["pejabat"].forms]
        return rows, re.findall(r'value="(\d*)"', str(page["adminform"].form["topics"]))

    assert offered({}) == ([[str(asep.pk)]], [])
    assert offered({"cari": " asep "}) == ([[str(asep.pk)], ["", str(asep.pk)]], [str(topic.pk)])
    assert offered({"cari": "tidak ada"}) == ([[str(asep.pk)], []], [])
