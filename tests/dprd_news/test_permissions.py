"""Every address of the newsroom × every kind of account × GET and POST, against one table: permissions.txt.

An address that the table does not name fails the first test, a verb that it does not name the second. What a POST sends is what an Administrator's form would send, so a refusal is never for want of data.
"""

import json
import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.contrib.contenttypes.models import ContentType
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.test import Client
from django.urls import get_resolver
from django.utils import timezone
from django_tasks_db.models import DBTaskResult, get_date_max

from articles.models import Article
from people.member_lists import MemberRow
from people.models import BulkChange, OldAddress, ProposedChange, WorkingCopy
from tests.articles.pasting.pastes import paste
from tests.factories import (
    PASSWORD,
    jpeg,
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
    make_report,
    make_topic,
    make_user,
    make_visit,
    tomorrow,
)
from tests.forms import fields_of

pytestmark = pytest.mark.django_db

GROUPS = ("Penulis", "Redaktur", "Administrator")
# Who has nothing to do here, whatever the table says of the groups; a session may still be open.
SHUT_OUT = ("nobody", "deactivated", "without staff", "without group", "group taken away")
TO_LOG_IN = {"nobody", "deactivated", "without staff"}
# About the account itself, or the same for everybody who may log in.
OWN = {"", "password_change/", "password_change/done/", "jsi18n/"}
FOR_ANYONE = {"login/", "logout/"}
TABLE = Path(__file__).with_name("permissions.txt")
TAB = "0123456789abcdef"
CONVERTED = re.compile(r"<[^>]*>|\(\?P<[^)]*\)")


@dataclass(frozen=True)
class Row:
    """One address and record; `expected` by method holds one word for each of the groups."""

    route: str
    case: str
    expected: dict[str, tuple[str, ...]]

    @property
    def model(self) -> str:
        """ "articles/article"; "" for what belongs to no model."""
        parts = self.route.split("/")
        return "/".join(parts[:2]) if parts[0] in {"articles", "people", "auth", "axes"} else ""

    @property
    def page(self) -> str:
        return self.route.removeprefix(self.model).strip("/")


def rows():
    found = []
    for line in TABLE.read_text().splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        place, get, post = line.split("|")
        route, case = place.split()
        expected = {"get": words(get), "post": words(post)}
        found.append(Row(route.removeprefix("/admin/"), case, expected))
    return found


def words(cell):
    """One word stands for all three groups."""
    given = tuple(cell.split())
    return given * 3 if len(given) == 1 else given


ROWS = rows()
SECTIONS = sorted({row.model for row in ROWS})


def routes(resolver, prefix=""):
    for pattern in resolver.url_patterns:
        whole = prefix + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            yield from routes(pattern, whole)
        else:
            yield CONVERTED.sub("*", whole).replace("^", "").replace("$", "").replace("\\", "")


def test_table_names_every_address_of_the_newsroom():
    there = {route.removeprefix("admin/") for route in routes(get_resolver()) if route.startswith("admin/")}

    assert {row.route for row in ROWS} == there


def test_table_names_every_verb():
    offered = {
        f"{model._meta.label_lower.replace('.', '/')}/{verb.name}"
        for model, registered in admin.site._registry.items()
        for verb in getattr(registered, "verbs", ())
    }

    tried = {f"{row.model}/{row.case.split('/')[1]}" for row in ROWS if row.page == "*/tindakan/*"}
    assert tried - {"articles/article/tidak-ada"} == offered


# The records ------------------------------------------------------------------------------------------


class World:
    """One record in each state that matters. `places` are what stands in an address, by model and case."""

    def __init__(self, account):
        self.account = account
        self.boss = client_of(make_user("Administrator"))
        self.forms = {}
        self.places = defaultdict(dict)
        self.council = make_council()
        self.post = make_post("Ketua")
        self._make_articles()
        self._make_people()
        self._make_references()
        for model in filter(None, list(self.places)):
            self._make_copies_and_proposals(model)

    def put(self, model, **records):
        self.places[model] |= {case.replace("_", "-"): str(record.pk) for case, record in records.items()}

    def _make_articles(self):
        writer = make_user()
        told = {"body": "<p>Isi dengan kata rahasia.</p>", "written_by": writer}
        approved = {"reviewed_by": make_user(), "reviewed_at": timezone.now()}
        public = make_article("Terbit", photos=[make_photo()], **told)
        self.put(
            "articles/article",
            draft=make_article("Draf", state="draft", **told),
            review=make_article("Tinjauan", state="in_review", **told),
            approved=make_article("Disetujui", state="in_review", **told, **approved),
            scheduled=make_article("Terjadwal", state="scheduled", **told),
            public=public,
            withdrawn=make_article("Ditarik", state="withdrawn", **told),
        )
        self.put("articles/correction", one=make_correction(public))
        self.put("articles/errorreport", one=make_report(public))
        self.put("", article=ContentType.objects.get_for_model(Article), public=public)
        failed = DBTaskResult.objects.create(
            task_path="lama.hilang", args_kwargs={"args": [], "kwargs": {}}, run_after=get_date_max(),
            backend_name="default", status="FAILED", finished_at=timezone.now(),
        )  # fmt: skip
        self.put("", failed=failed)
        self.places[""]["draft"] = self.places["articles/article"]["draft"]
        self.put("articles/photo", loose=make_photo(), public=public.photos.get())
        review = self.places["articles/article"]["review"]
        link = make_preview_link(Article.objects.get(pk=review))
        (own,) = paste(self.account or writer, "Judul rilis\n\nMEKARSARI - Isi rilis pertama.")
        (other,) = paste(writer, "Judul lain\n\nMEKARSARI - Isi rilis kedua.")
        self.put("articles/article", link=link, pasted=own, other_pasted=other)

    def _make_people(self):
        official, hidden = make_official("Tampak"), make_official("Tersembunyi", published_at=None)
        where = {"post": self.post, "institution": self.council.institution}
        self.put("people/official", hidden=hidden, public=official)
        self.put(
            "people/position", hidden=make_position(hidden, **where), public=make_position(official, **where)
        )
        self.put(
            "people/institution",
            hidden=make_institution(published_at=None),
            public=make_institution("Dinas"),
            council=self.council.institution,
        )
        used = make_topic("dipakai")
        visit = {"guests": [make_institution()], "hosts": [self.council.institution]}
        self.put(
            "people/visit",
            hidden=make_visit(published_at=None, **visit),
            announced=make_visit(published_at=tomorrow(), **visit),
            public=make_visit(topics=[used], **visit),
        )
        self.put("people/topic", unused=make_topic("sepi"), used=used)

    def _make_references(self):
        old = OldAddress.objects.create(
            path="/lama.html",
            content_type=ContentType.objects.get_for_model(Article),
            object_id=self.places["articles/article"]["public"],
        )
        self.put("people/council", one=self.council)
        self.put("people/region", one=self.council.region)
        self.put("people/post", one=self.post, unused=make_post("Kosong"))
        self.put("people/oldaddress", one=old)
        self.put("auth/user", one=make_user("Penulis"), above=make_user("Penulis", is_superuser=True))
        self.put("auth/group", one=Group.objects.get(name="Penulis"))
        attempt = apps.get_model("axes.AccessAttempt").objects.create(username="lupa", failures_since_start=1)
        self.put("axes/accessattempt", one=attempt)

    def _make_copies_and_proposals(self, model):
        """The account's own and another's, on the record that is most open and on the one that is most guarded."""
        kind = apps.get_model(model.replace("/", "."))
        if not hasattr(kind, "history") or kind._meta.app_label == "auth":
            return
        opened, guarded = (kind.objects.get(pk=self.places[model][case]) for case in self.ends(model))
        other = make_user("Penulis")
        content_type = ContentType.objects.get_for_model(kind)
        for case, account in (("copy", self.account or other), ("other-copy", other)):
            copy = WorkingCopy.objects.create(
                account=account,
                content_type=content_type,
                object_id=str(opened.pk),
                tab=f"{TAB}-{case}",
                saved_at=timezone.now(),
            )
            self.put(model, **{case: copy})
        own = make_proposal(guarded, self.account or other)
        for case, account in (("bulk", self.account or other), ("other-bulk", other)):
            bulk = BulkChange.objects.create(account=account, label="Tambahkan topik")
            opened_row = {"object_id": opened.pk, "name": str(opened), "version_after": opened.version}
            bulk.records.create(content_type=content_type, **opened_row)
            self.put(model, **{case: bulk})
        self.put(model, proposal=own, other_proposal=make_proposal(guarded, other))
        self.put(model, state=guarded.history.first())
        if model == "articles/article":
            self.put("people/proposedchange", own=own, other=ProposedChange.objects.exclude(pk=own.pk).get())

    def ends(self, model):
        """The cases of the most open and of the most guarded record."""
        order = ("draft", "loose", "hidden", "unused", "one")
        cases = self.places[model]
        return next(case for case in order if case in cases), next(
            case for case in ("public", "used", "one") if case in cases
        )


# What is sent -----------------------------------------------------------------------------------------

# One word changed on each form, and what a new record needs.
CHANGED = {
    "articles/article": {"title": "Judul palsu"},
    "articles/photo": {"caption": "Keterangan palsu"},
    "articles/errorreport": {"outcome": "unchanged", "answer": "Jawaban palsu"},
    "auth/user": {"first_name": "Nama palsu"},
    "people/council": {"tagline": "Semboyan palsu"},
    "people/institution": {"name": "Lembaga palsu"},
    "people/official": {"name": "Nama palsu"},
    "people/oldaddress": {"path": "/palsu.html"},
    "people/position": {"acting": "Plt."},
    "people/post": {"name": "Jabatan palsu"},
    "people/region": {"name": "Wilayah palsu"},
    "people/topic": {"name": "topik palsu"},
    "people/visit": {"title": "Kunjungan palsu"},
}


def sent_to(row, world, address):
    """What an Administrator's page at that address would send, with something changed."""
    if row.page in {"add", "*/change"}:
        return form_sent(row, world, address)
    return {
        "*/delete": {"post": "yes"},
        "*/tindakan/*": {
            "on": f"{timezone.localdate()}", "ended": seats_of(row, world), "end_reason": "moved",
            "new_name": "Nama palsu",
            "reason": "Alasan", "note": "Catatan", "at": f"{tomorrow():%Y-%m-%dT%H:%M}",
            "code": "event-date",
        },
        "pekerjaan": {"task": world.places[""]["failed"], "do": "buang"},
        "salinan": {"_key": world.places[row.model].get(row.case, ""), "_tab": TAB, "_typed": "1", "x": "y"},
        "usulan/*/tolak": {"answer": "Tidak."},
        "tempel": {"source_text": "Rilis baru\n\nMEKARSARI - Isi rilis ketiga."},
        "tempel/*": {"_save": "1", "field-title": "Judul palsu"},
        "tempel/*/keadaan": {"field-title": "Judul palsu"},
        "tempel/*/foto": {"photos": SimpleUploadedFile("foto.jpg", jpeg())},
        "unggah": {"files": SimpleUploadedFile("foto.jpg", jpeg())},
        "unggah/satu": {"file": SimpleUploadedFile("foto.jpg", jpeg())},
        "lengkapi": words_sent(row, world),
        "*/pratinjau/layar": {"person": "Pak Budi", "days": "7"},
        "*/hapus-bagian": {"words": "rahasia", "reason": "Privasi.", "confirmed": "1"},
        "*/gabungkan": {"versions": versions_at(row, world)},
        "*/akhir-masa": {
            "on": f"{timezone.localdate()}", "position": [world.places.get("people/position", {}).get(one, 0) for one in ("hidden", "public")],
        },
        "impor": {"rows": json.dumps([MemberRow(1, "Nama Palsu").as_data()]), "shown": "1.", "starts_on": "2029-08-05"},
        "potret": {"files": SimpleUploadedFile("foto.jpg", jpeg())},
        "*/password": {"password1": f"{PASSWORD}-lain", "password2": f"{PASSWORD}-lain"},
        "password_change": {
            "old_password": PASSWORD, "new_password1": f"{PASSWORD}-lain", "new_password2": f"{PASSWORD}-lain"
        },
        "": {"action": "let_try_again", "_selected_action": world.places[row.model].get("one", "")},
    }.get(row.page, {})  # fmt: skip


def seats_of(row, world):
    """The position of the official whose verb it is."""
    seats, case = world.places.get("people/position", {}), row.case.partition("/")[0]
    return [seats[case]] if row.model == "people/official" and case in seats else []


def versions_at(row, world):
    """Of the record and the one it is merged with, as the page of the merge says them."""
    case, _, other = row.case.partition("?lain=")
    if not other:
        return ""
    records = apps.get_model(row.model.replace("/", ".")).objects
    return "-".join(str(records.get(pk=world.places[row.model][one]).version) for one in (case, other))


def words_sent(row, world):
    key = world.places[row.model].get(row.case.partition("?")[0])
    return {f"foto-{key}-caption": "Keterangan palsu", f"foto-{key}-version": "1"}


def form_sent(row, world, address):
    page = address.partition("?")[0]
    if page not in world.forms:
        world.forms[page] = fields_of(world.boss.get(page))
    fields = world.forms[page] | CHANGED.get(row.model, {})
    if "significance" in fields or row.case in {"public", "public?usulan", "public?keadaan"}:
        fields["significance"] = "silent"
    if row.page == "add":
        fields |= NEW.get(row.model, lambda world: {})(world)
    return {name: value for name, value in fields.items() if value is not None}


NEW = {
    "articles/photo": lambda world: {"file": SimpleUploadedFile("foto.jpg", jpeg())},
    "auth/user": lambda world: {
        "username": "baru", "password1": PASSWORD, "password2": PASSWORD, "usable_password": "true"
    },
    "people/institution": lambda world: {"kind": "agency"},
    "people/oldaddress": lambda world: {
        "path": "/lebih-lama.html", "destination": Article.objects.get(title="Terbit").get_absolute_url()
    },
    "people/position": lambda world: {
        "official": world.places["people/official"]["hidden"],
        "post": world.places["people/post"]["unused"],
        "institution": world.places["people/institution"]["public"],
        "starts_on": "2025-01-01",
    },
    "people/region": lambda world: {"code": "98.01", "level": "city", "proper_name": "Palsu"},
    "people/visit": lambda world: {"kind": "working_visit"},
}  # fmt: skip


# What comes of it -------------------------------------------------------------------------------------


def client_of(account):
    client = Client()
    if account is not None:
        client.force_login(account)
    return client


def address_of(row, world):
    case, _, query = row.case.partition("?")
    route = row.route
    for part in case.split("/") if "*" in route else ():
        route = route.replace("*", world.places[row.model].get(part, part), 1)
    places = world.places[row.model]
    asked = {"keadaan": "state", "usulan": "proposal", "salinan": "copy"}
    query = f"{query}={places[asked[query]]}" if query in asked else query
    name, _, named = query.partition("=")
    if name in {"berita", "lain"}:
        query = f"{name}={places[named]}"
    query = f"foto={places[case]}" if query == "foto" else query
    return f"/admin/{route}" + (f"?{query}" if query else "")


UNTOLD = {"django_session", "django_admin_log", "django_content_type", "auth_permission", "django_migrations"}


def everything():
    """All rows of all tables that hold something, as stored."""
    stored = {}
    with connection.cursor() as cursor:
        for model in apps.get_models(include_auto_created=True):
            table = model._meta.db_table
            if table in UNTOLD:
                continue
            cursor.execute(f'SELECT * FROM "{table}"')
            stored[table] = sorted(map(repr, cursor.fetchall()))
    return stored


class Written:
    """Whether anything was written to a table that is told of. Most requests write nothing, and then what is stored
    need not be read again."""

    READS = ("SELECT", "SAVEPOINT", "RELEASE", "ROLLBACK", "EXPLAIN")

    def __init__(self):
        self.is_any = False

    def __call__(self, execute, sql, params, many, context):
        reads = sql.lstrip("( ").upper().startswith(self.READS)
        self.is_any |= not reads and not any(f'"{table}"' in sql for table in UNTOLD)
        return execute(sql, params, many, context)


def outcome(client, method, address, data, before):
    """One word: what the account got, and whether that changed what is stored. Nothing stays changed."""
    session = client.cookies["sessionid"].value
    written = Written()
    with transaction.atomic():
        with connection.execute_wrapper(written):
            answer = getattr(client, method)(address, data)
        after = everything() if written.is_any else before
        transaction.set_rollback(True)
    # A log-out or a new password gave the client another session.
    client.cookies["sessionid"] = session
    changed = {table for table in after if after[table] != before[table]}
    if not changed:
        return told(answer)
    if answer.status_code not in {200, 302}:
        return f"{answer.status_code}, yet changed {sorted(changed)}"
    return "proposes" if "/change/" in address and changed == {"people_proposedchange"} else "does"


def told(answer):
    if answer.status_code == 302:
        return "login" if answer["Location"].partition("?")[0] == "/admin/login/" else "leads"
    return {200: "opens"}.get(answer.status_code, str(answer.status_code))


@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize("section", SECTIONS)
def test_address_answers_the_group_as_the_table_says(section, group):
    account = make_user(group)
    world = World(account)
    place = GROUPS.index(group)
    client, before = client_of(account), everything()

    found = {}
    for row in [row for row in ROWS if row.model == section]:
        address = address_of(row, world)
        found[row.route, row.case] = (
            outcome(client, "get", address, {}, before),
            outcome(client, "post", address, sent_to(row, world, address), before),
        )

    assert found == {
        (row.route, row.case): (row.expected["get"][place], row.expected["post"][place])
        for row in ROWS
        if row.model == section
    }


def shut_out(kind):
    """The account and its client, whose session was opened while it still had its rights."""
    if kind == "nobody":
        return None, Client()
    account = make_user("Redaktur") if kind != "without group" else make_user(is_staff=True)
    client = client_of(account)
    assert client.get("/admin/").status_code == 200
    if kind == "group taken away":
        account.groups.clear()
    changes = {"deactivated": {"is_active": False}, "without staff": {"is_staff": False}}
    User.objects.filter(pk=account.pk).update(**changes.get(kind, {"is_staff": True}))
    return account, client


def refusals(row, method, kind):
    """How that address may refuse: by nothing but the log-in page without a session that counts."""
    if kind in TO_LOG_IN:
        return {"login"}
    told_everybody = {word for word in row.expected[method] if word in {"404", "405"}}
    # Django's words for a section or a record out of sight; a record's bare address leads to its form.
    unseen = {"*/": {"404"}, "people/proposedchange/*/history/": {"leads"}}.get(row.route, set())
    return {"403"} | told_everybody | unseen | ({"leads"} if row.page == "*" else set())


@pytest.mark.parametrize("kind", SHUT_OUT)
def test_account_without_rights_is_shut_out_of_every_address(kind):
    account, client = shut_out(kind)
    world = World(account)
    before = everything()

    let_in = {}
    for row in ROWS:
        if row.route in FOR_ANYONE or (row.route in OWN and kind not in TO_LOG_IN):
            continue
        address = address_of(row, world)
        # Whoever has to log in first is asked to before anything that was sent is read.
        sent = {} if kind in TO_LOG_IN else sent_to(row, world, address)
        for method, data in (("get", {}), ("post", sent)):
            word = told(getattr(client, method)(address, data))
            if word not in refusals(row, method, kind):
                let_in[row.route, row.case, method] = word

    assert (let_in, everything() == before) == ({}, True)


@pytest.mark.parametrize("kind", [*SHUT_OUT, *GROUPS])
def test_file_of_a_hidden_photo_is_for_the_newsroom(kind):
    photo = make_photo()
    client = client_of(make_user(kind)) if kind in GROUPS else shut_out(kind)[1]

    answer = client.get(photo.file.shown(photo.width_px, photo.height_px).url)

    assert answer.status_code == (200 if kind in GROUPS else 404)
