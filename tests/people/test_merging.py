"""Two records made one: what moves, what is dropped, what is refused."""

from datetime import date, timedelta

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Article, ArticleOfficial
from dprd_news.models import DemoRecord
from people.merging import links_to, merge, moving
from people.models import (
    Council,
    Institution,
    InstitutionName,
    Official,
    OldAddress,
    Position,
    Topic,
    Visit,
    VisitOfficial,
    VisitParty,
    WorkingCopy,
)
from tests.factories import (
    LONG_AGO,
    make_article,
    make_council,
    make_institution,
    make_official,
    make_position,
    make_post,
    make_proposal,
    make_topic,
    make_user,
    make_visit,
    tomorrow,
)

pytestmark = pytest.mark.django_db

MAKERS = {"official": make_official, "institution": make_institution, "topic": make_topic}
EDITORS = {"Redaktur", "Administrator"}


def address_of(kept, merged=None):
    address = reverse(f"admin:people_{kept._meta.model_name}_merge", args=[kept.pk])
    return f"{address}?lain={merged.pk}" if merged else address


def versions(kept, merged):
    return {"versions": f"{kept.version}-{merged.version}"}


def test_every_link_to_an_official_is_known():
    found = {(link.model.__name__, link.column) for link in links_to(Official) if link.key}
    generic = {link.model.__name__ for link in links_to(Official) if not link.key}

    assert found == {
        ("ArticleOfficial", "official_id"),
        ("OfficialName", "official_id"),
        ("Position", "official_id"),
        ("Quote", "official_id"),
        ("VisitOfficial", "official_id"),
        ("VisitParty", "head_id"),
    }
    assert generic == {"DemoRecord", "OldAddress", "ProposedChange", "Tagging", "TaggedItem", "WorkingCopy"}


def test_every_link_to_an_institution_is_known():
    found = {(link.model.__name__, link.column) for link in links_to(Institution) if link.key}

    assert found == {
        ("ArticleInstitution", "institution_id"),
        ("Council", "institution_id"),
        ("Institution", "parent_id"),
        ("Institution", "succeeded_by_id"),
        ("InstitutionName", "institution_id"),
        ("Institution_partners", "from_institution_id"),
        ("Institution_partners", "to_institution_id"),
        ("Position", "institution_id"),
        ("VisitParty", "institution_id"),
        ("VisitParty", "unit_id"),
    }


def test_official_takes_over_everything():
    body, guest = make_institution(), make_institution()
    kept, merged = make_official("Asep Sunandar"), make_official("Asep Sunandar, S.H.", party="Partai Contoh")
    position = make_position(merged, institution=body)
    article = make_article(officials=[merged])
    visit = make_visit(guests=[guest], attending=[merged])
    VisitParty.objects.update(head=merged)

    planned = {(one.label, one.count, one.doubled) for one in moving(kept, merged)}
    merge(kept, merged)

    assert planned == {
        ("pejabat dalam berita", 1, 0),
        ("masa jabatan", 1, 0),
        ("pihak kunjungan (ketua rombongan)", 1, 0),
        ("pejabat dalam kunjungan", 1, 0),
    }
    kept.refresh_from_db()
    assert list(Official.objects.all()) == [kept]
    assert (kept.party, [name.name for name in kept.names.all()]) == (
        "Partai Contoh",
        ["Asep Sunandar, S.H."],
    )
    assert [*kept.positions.all()] == [position]
    assert [*kept.articles.all(), *kept.visits.all()] == [article, visit]
    assert VisitParty.objects.get().head == kept


def test_what_both_had_is_kept_once_and_richer():
    kept, merged = make_official("Asep"), make_official("Asep S.")
    kept.names.create(name="Asep Es")
    merged.names.create(name="Asep Es")
    seat, body = make_post("Anggota"), make_institution()
    for official in (kept, merged):
        make_position(official, seat, body)
    both, one = make_article(officials=[kept, merged], state="draft"), make_article(officials=[merged])
    ArticleOfficial.objects.filter(article=both, official=merged).update(
        part="speaker", post_printed="Anggota"
    )
    make_visit(attending=[kept, merged], receivers=[merged])

    doubled = {one.label: one.doubled for one in moving(kept, merged) if one.doubled}
    merge(kept, merged)

    assert doubled == {
        "ejaan lain": 1, "masa jabatan": 1, "pejabat dalam berita": 1, "pejabat dalam kunjungan": 1,
    }  # fmt: skip
    assert sorted(kept.names.values_list("name", flat=True)) == ["Asep Es", "Asep S."]
    assert kept.positions.count() == 1
    rows = ArticleOfficial.objects.order_by("article_id").values_list(
        "article", "official", "part", "post_printed"
    )
    assert rows[0] == (both.pk, kept.pk, "speaker", "Anggota")
    assert [row[:2] for row in rows] == [(both.pk, kept.pk), (one.pk, kept.pk)]
    roles = VisitOfficial.objects.order_by("role").values_list("official", "role")
    assert list(roles) == [(kept.pk, "attending"), (kept.pk, "receiver")]


@pytest.mark.parametrize(
    ("kept_told", "merged_told", "left"),
    [
        (("2024-08-05", "day", None), ("2024-01-01", "year", None), [("2024-08-05", "day", None)]),
        (
            ("2024-01-01", "year", None),
            ("2024-08-05", "day", "2026-01-31"),
            [("2024-08-05", "day", "2026-01-31")],
        ),
        ((None, "day", "2026-01-31"), ("2024-08-01", "month", None), [("2024-08-01", "month", "2026-01-31")]),
        (
            ("2019-08-05", "day", "2024-08-05"),
            ("2024-08-05", "day", None),
            [("2019-08-05", "day", "2024-08-05"), ("2024-08-05", "day", None)],
        ),
        (
            ("2024-08-05", "day", None),
            ("2024-09-01", "month", None),
            [("2024-08-05", "day", None), ("2024-09-01", "month", None)],
        ),
    ],
    ids=["exact stays", "exact comes", "each end from one", "two terms", "two starts"],
)
@pytest.mark.parametrize("is_single", [False, True])
def test_one_time_in_a_post_told_twice_is_told_once(kept_told, merged_told, left, is_single):
    kept, merged, body = make_official("Asep"), make_official("Asep S."), make_institution()
    seat = make_post("Ketua", is_single=is_single)
    for official, (start, precision, end) in ((kept, kept_told), (merged, merged_told)):
        days = {"starts_on": start and date.fromisoformat(start), "ends_on": end and date.fromisoformat(end)}
        make_position(official, seat, body, starts_precision=precision, **days)

    merge(kept, merged)

    rows = kept.positions.order_by("starts_on").values_list("starts_on", "starts_precision", "ends_on")
    assert [(str(start), precision, end and str(end)) for start, precision, end in rows] == left


def test_position_that_gave_way_to_a_richer_one_comes_back_for_no_third():
    kept, merged, body, seat = (
        make_official("Asep"),
        make_official("Asep S."),
        make_institution(),
        make_post(),
    )
    first, last = date(2019, 8, 5), date(2024, 8, 5)
    of_years = {"starts_precision": "year", "ends_precision": "year"}
    make_position(kept, seat, body, first, ends_on=last, **of_years)
    make_position(merged, seat, body, first, ends_on=last)
    make_position(merged, seat, body, None, ends_on=last, **of_years)

    merge(kept, merged)

    assert list(kept.positions.values_list("starts_on", "ends_on")) == [(first, last)]


def test_two_terms_and_one_without_days_stay_two_terms():
    kept, merged, body, seat = (
        make_official("Asep"),
        make_official("Asep S."),
        make_institution(),
        make_post(),
    )
    first, middle, last = date(2019, 8, 5), date(2024, 8, 5), date(2029, 8, 5)
    make_position(kept, seat, body, None)
    make_position(merged, seat, body, first, ends_on=middle)
    make_position(merged, seat, body, middle, ends_on=last)

    merge(kept, merged)

    told = kept.positions.order_by("starts_on").values_list("starts_on", "ends_on")
    assert list(told) == [(first, middle), (middle, last)]


def test_days_that_together_stand_in_anothers_term_refuse_the_merge():
    kept, merged, body = make_official("Asep"), make_official("Asep S."), make_institution()
    seat = make_post("Ketua", is_single=True)
    first, last = date(2019, 8, 5), date(2024, 8, 5)
    make_position(kept, seat, body, first, ends_on=last, ends_precision="year")
    make_position(merged, seat, body, first, starts_precision="year", ends_on=last)
    make_position(make_official("Budi"), seat, body, date(2021, 8, 5), ends_on=date(2022, 8, 5))

    with pytest.raises(ValidationError, match="hanya boleh dijabat satu orang, dan Budi menjabat"):
        merge(kept, merged)

    assert set(Official.objects.filter(name__startswith="Asep")) == {kept, merged}
    assert (kept.positions.count(), merged.positions.count()) == (1, 1)


def test_position_in_both_of_two_bodies_is_told_once():
    kept, merged, official = make_institution("Dinas"), make_institution("Dinas Kota"), make_official()
    seat = make_post("Kepala", is_single=True)
    make_position(official, seat, kept, date(2024, 8, 5))
    make_position(official, seat, merged, date(2024, 1, 1), starts_precision="year")

    merge(kept, merged)

    assert list(Position.objects.values_list("official", "institution", "starts_on")) == [
        (official.pk, kept.pk, date(2024, 8, 5))
    ]


def test_institution_takes_over_parts_partners_council_and_names():
    kept = make_institution("DPRD Kota Contoh", Institution.Kind.COUNCIL)
    council = make_council(
        institution=make_institution("DPRD Contoh", Institution.Kind.COUNCIL, short_name="DPRD")
    )
    merged = council.institution
    part = make_institution("Komisi I", Institution.Kind.COMMISSION, parent=merged)
    gone = make_institution("DPRD Lama", ends_on=date(2020, 1, 1), succeeded_by=merged)
    both, one = make_institution("Dinas Satu"), make_institution("Dinas Dua")
    kept.partners.set([both, merged])
    merged.partners.set([both, one, kept])
    guest = make_institution("Tamu")
    visit = make_visit(guests=[guest], hosts=[kept, merged])
    Visit.objects.update(direction="")

    merge(kept, merged)

    part.refresh_from_db()
    gone.refresh_from_db()
    visit.refresh_from_db()
    assert (Council.objects.get().institution, part.parent, gone.succeeded_by) == (kept, kept, kept)
    assert set(kept.partners.all()) == {both, one}
    assert [*both.partners.all(), *one.partners.all()] == [kept, kept]
    names = InstitutionName.objects.values_list("institution", "name", "short_name")
    assert list(names) == [(kept.pk, "DPRD Contoh", "DPRD")]
    assert set(visit.institutions.all()) == {guest, kept}
    assert (visit.parties.count(), visit.direction) == (2, "diterima")


def test_one_that_succeeded_the_other_no_longer_points_at_itself():
    later = make_institution()
    merged = make_institution(succeeded_by=later)
    kept = make_institution(succeeded_by=merged)

    merge(kept, merged)

    kept.refresh_from_db()
    assert kept.succeeded_by == later


def test_topic_takes_over_taggings_and_words():
    kept = make_topic("Pendidikan", synonyms="sekolah")
    merged = make_topic("Edukasi", synonyms="Sekolah\npendidikan\nkampus")
    both, one = make_article(topics=[kept, merged]), make_article(topics=[merged])
    visit = make_visit(topics=[merged])

    merge(kept, merged)

    assert list(Topic.objects.all()) == [kept]
    assert Topic.objects.get().synonyms == "sekolah\nEdukasi\nkampus"
    assert [list(record.topics.all()) for record in (both, one, visit)] == [[kept]] * 3


def test_old_addresses_lead_to_the_one_that_is_kept(client):
    make_council()
    kept, merged = make_official("Asep Kini", slug="kini"), make_official("Asep Lain", slug="pertama")
    make_article(officials=[merged])
    merged.slug = "kedua"
    merged.save()

    merge(kept, merged)

    addresses = [
        "/pejabat/pertama/",
        "/pejabat/kedua/",
        "/pejabat/kedua/rss.xml",
        "/pejabat/pertama/atom.xml",
    ]
    answers = [client.get(address) for address in addresses]
    assert [(answer.status_code, answer.headers.get("Location")) for answer in answers] == [
        (301, "/pejabat/kini/"),
        (301, "/pejabat/kini/"),
        (301, "/pejabat/kini/rss.xml"),
        (301, "/pejabat/kini/atom.xml"),
    ]
    assert "Berita contoh" in client.get("/pejabat/kini/rss.xml").content.decode()


def test_what_was_never_public_leaves_no_address():
    kept, merged = make_official(), make_official(published_at=None)

    merge(kept, merged)

    assert OldAddress.objects.count() == 0


@pytest.mark.parametrize(
    ("kept_at", "merged_at", "expected"),
    [
        (None, LONG_AGO, LONG_AGO),
        (LONG_AGO, None, LONG_AGO),
        (None, None, None),
        ("tomorrow", LONG_AGO, LONG_AGO),
    ],
)
def test_public_since_the_earlier_of_both(kept_at, merged_at, expected):
    kept = make_official(published_at=tomorrow() if kept_at == "tomorrow" else kept_at)

    merge(kept, make_official(published_at=merged_at))

    assert Official.objects.get().published_at == expected


def test_picture_brings_its_own_words_and_only_then():
    pictured = {"portrait": "originals/ab/x.jpg", "portrait_width_px": 10, "portrait_height_px": 20}
    kept = make_official(**pictured)
    merged = make_official(
        portrait="originals/ab/y.jpg", portrait_width_px=30, portrait_alt="Wajah yang lain"
    )

    merge(kept, merged)
    bare = make_official("Tanpa potret", portrait_alt="")
    merge(bare, kept)

    kept, bare = Official.history.filter(id=kept.pk).first(), Official.objects.get()
    assert (kept.portrait_alt, bare.portrait.name, bare.portrait_width_px) == ("", "originals/ab/x.jpg", 10)


def test_every_state_that_changed_is_kept_with_the_reason():
    kept, merged = make_official("Asep"), make_official("Asep S.")
    article, visit = make_article(officials=[merged]), make_visit(attending=[merged])
    position = make_position(merged)
    before = [Official.objects.get(pk=kept.pk).version, article.version, visit.version, position.version]

    merge(kept, merged)

    records = [Official.objects.get(), Article.objects.get(), Visit.objects.get(), Position.objects.get()]
    reason = "Penggabungan: “Asep S.” menjadi “Asep”"
    assert [record.history.first().history_change_reason for record in records] == [reason] * 4
    assert all(record.version > version for record, version in zip(records, before, strict=True))
    last = Official.history.filter(id=merged.pk).first()
    assert (last.history_type, last.history_change_reason) == ("-", reason)
    state = records[0].history.first().relations
    assert ([row["post_id"] for row in state["positions"]], len(state["names"])) == ([position.post_id], 1)
    assert [row["official_id"] for row in records[1].history.first().relations["article_officials"]] == [
        kept.pk
    ]


def test_demo_keeps_its_mark_only_on_what_was_all_the_demos():
    marked, own, other, twin = (make_official(name) for name in ("Satu", "Dua", "Tiga", "Empat"))
    for record in (marked, other, twin):
        DemoRecord.objects.create(record=record)

    merge(marked, own)
    merge(other, twin)

    assert [mark.record for mark in DemoRecord.objects.all()] == [other]


def test_working_copies_come_along():
    kept, merged = make_official(), make_official()
    account, kind = make_user(group="Penulis"), ContentType.objects.get_for_model(Official)
    for record in (kept, merged):
        WorkingCopy.objects.create(
            account=account,
            content_type=kind,
            object_id=str(record.pk),
            tab=f"tab{record.pk}",
            data={"a": ["b"]},
        )

    told = moving(kept, merged)
    merge(kept, merged)

    assert (told, {copy.record for copy in WorkingCopy.objects.all()}) == ([], {kept})
    assert WorkingCopy.objects.count() == 2


def refusal(kept, merged):
    before = [(model, model.objects.count()) for model in (Official, Institution, Position, OldAddress)]
    with pytest.raises(ValidationError) as raised:
        merge(kept, merged)
    assert [(model, model.objects.count()) for model, _ in before] == before
    return raised.value.messages


def test_merges_that_make_no_sense_are_refused_in_words():
    official, body = make_official("Asep"), make_institution("Dinas")
    council = make_institution("DPRD", Institution.Kind.COUNCIL)
    office = make_institution("Bagian Umum", parent=body)
    withdrawn = make_official("Budi")
    withdrawn.withdraw("Salah orang.")
    proposed = make_official("Cecep")
    make_proposal(proposed)

    assert [
        refusal(official, official),
        refusal(official, body),
        refusal(body, council),
        refusal(body, office),
        refusal(office, body),
        refusal(withdrawn, official),
        refusal(official, proposed),
    ] == [
        ["Sebuah data tidak dapat digabung dengan dirinya sendiri."],
        ["Dua data yang berlainan jenis tidak dapat digabung."],
        [
            "Jenis keduanya berlainan (Perangkat daerah atau badan negara dan Dewan perwakilan rakyat). Samakan "
            "jenisnya dahulu bila memang satu."
        ],
        ["“Bagian Umum” adalah bagian dari “Dinas”, jadi keduanya bukan satu lembaga."],
        ["“Bagian Umum” adalah bagian dari “Dinas”, jadi keduanya bukan satu lembaga."],
        [
            "“Budi” sudah ditarik, sedangkan “Asep” tampil untuk umum. Umumkan “Budi” dahulu, atau pilih “Asep” "
            "sebagai yang dipertahankan."
        ],
        ["Masih ada usulan perubahan yang menunggu untuk “Cecep”. Putuskan dahulu."],
    ]


def test_two_holders_of_one_post_are_refused_and_nothing_moves():
    chair = make_post("Ketua", is_single=True)
    kept, merged = make_institution("Komisi Satu"), make_institution("Komisi 1")
    make_position(make_official("Asep"), chair, kept)
    rival = make_position(make_official("Budi"), chair, merged)
    make_article(institutions=[merged])

    messages = refusal(kept, merged)

    assert messages == [
        "Ketua di Komisi Satu hanya boleh dijabat satu orang, dan Asep menjabat sejak 5 Agustus 2024. Akhiri dahulu "
        "masa jabatannya, atau tandai sebagai pelaksana."
    ]
    rival.refresh_from_db()
    assert (rival.institution, merged.articles.count()) == (merged, 1)


# The page -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("group", ["", "Penulis", "Redaktur", "Administrator"])
@pytest.mark.parametrize("model", MAKERS)
def test_only_editors_merge(client, group, model):
    kept, merged = MAKERS[model](), MAKERS[model]()
    if group:
        client.force_login(make_user(group=group))

    answers = [
        client.get(address_of(kept)).status_code,
        client.get(address_of(kept, merged)).status_code,
        client.post(address_of(kept, merged), versions(kept, merged)).status_code,
    ]

    left = type(kept).objects.filter(pk__in=[kept.pk, merged.pk]).count()
    refused = 403 if group else 302
    assert (answers, left) == (([200, 200, 302], 1) if group in EDITORS else ([refused] * 3, 2))


def test_form_offers_the_merge_to_those_who_may(client):
    official = make_official()
    shown = []
    for group in ("Penulis", "Redaktur"):
        client.force_login(make_user(group=group))
        page = client.get(reverse("admin:people_official_change", args=[official.pk]))
        shown.append(address_of(official) in page.content.decode())

    assert shown == [False, True]


def test_page_refuses_in_words_what_it_cannot_do(client):
    kept, merged = make_official("Asep"), make_official("Budi")
    client.force_login(make_user(group="Redaktur"))
    stale = versions(kept, merged)
    merged.save()

    itself = client.get(address_of(kept, kept)).content.decode()
    nonsense = client.get(f"{address_of(kept)}?lain=abc")
    late = client.post(address_of(kept, merged), stale).content.decode()
    missing = client.get(reverse("admin:people_official_merge", args=[0]))

    assert "tidak dapat digabung dengan dirinya sendiri" in itself
    assert (nonsense.status_code, "errorlist" in nonsense.content.decode()) == (200, True)
    assert ("berubah sejak halaman ini dibuka" in late, Official.objects.count()) == (True, 2)
    assert missing.status_code == 404


def test_page_asks_as_much_for_one_row_as_for_three(client):
    client.force_login(make_user(group="Redaktur"))
    counts = []
    for rows in (1, 3):
        kept, merged = make_official(), make_official()
        for number in range(rows):
            make_position(merged, starts_on=date(2024, 1, 1) + timedelta(days=number))
            make_article(officials=[kept, merged])
        client.get(address_of(kept, merged))
        with CaptureQueriesContext(connection) as caught:
            client.get(address_of(kept, merged))
        counts.append(len(caught))

    assert counts[0] == counts[1]
