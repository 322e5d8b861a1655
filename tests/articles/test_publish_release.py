"""publish_release from end to end, on a release of the same shape and traps as real ones."""

import io
import re
from datetime import date, datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command

from articles.models import Article, Photo
from dprd_news.lib import caching
from people.models import Council, Institution, Official, Visit
from tests.factories import (
    JAKARTA,
    jpeg,
    make_council,
    make_institution,
    make_official,
    make_position,
    make_post,
    make_region,
    make_topic,
    make_visit,
)

pytestmark = pytest.mark.django_db

TWIN = Path(__file__).parent / "reading" / "releases" / "twin.txt"
DAY = date(2025, 6, 23)
CAPTION = (
    "Ketua Komisi II DPRD Kota Mekarsari, Larasati Dewi Wiguna, S.Sos., M.AP., mengikuti penyambutan studi tiru "
    "Wakil Wali Kota Tirtasari, Rangga Pradipta Jati, di Mekarsari Craft Center"
)


@pytest.fixture
def mekarsari():
    """The council of the twin with its region, one komisi, its chair and the city's vice mayor."""
    province = make_region("97", "province", "Provinsi Nusa Lestari", proper_name="Nusa Lestari")
    region = make_region("97.71", name="Kota Mekarsari", parent=province)
    other = make_region("98", "province", "Provinsi Tanah Rempah", proper_name="Tanah Rempah")
    make_region("98.71", name="Kota Tirtasari", parent=other)
    council = make_council("DPRD Kota Mekarsari", region, default_photo_credit="Humas DPRD Kota Mekarsari")
    komisi = make_institution(
        "Komisi II DPRD Kota Mekarsari",
        Institution.Kind.COMMISSION,
        short_name="Komisi II",
        parent=council.institution,
        region=region,
    )
    city = make_institution(
        "Pemerintah Kota Mekarsari",
        Institution.Kind.REGIONAL_GOVERNMENT,
        short_name="Pemkot Mekarsari",
        region=region,
    )
    chair = make_official("Larasati Dewi Wiguna", nickname="Laras", back_title="S.Sos., M.AP.")
    make_position(chair, make_post("Ketua", rank=10), komisi, starts_on=date(2024, 8, 5))
    vice = make_post("Wakil Wali Kota", is_single=True, scope="place")
    make_position(make_official("Kinasih", front_title="Hj."), vice, city, starts_on=date(2025, 2, 20))
    make_topic("PKL", synonyms="pedagang kaki lima\npenataan PKL")
    return council


@pytest.fixture
def photo(tmp_path):
    path = tmp_path / "foto.jpg"
    path.write_bytes(jpeg(640, 480))
    return path


def publish(file, *options):
    """What the command prints: the path, and the lines for the editor."""
    out, err = io.StringIO(), io.StringIO()
    call_command("publish_release", str(file), *map(str, options), stdout=out, stderr=err)
    return out.getvalue().strip(), err.getvalue().splitlines()


def refusal(file, *options):
    with pytest.raises(CommandError) as refused:
        publish(file, *options)
    assert refused.value.returncode == 1
    return str(refused.value)


def everything(media_root):
    """Rows of every table of ours, and every file."""
    models = [*apps.get_app_config("people").get_models(), *apps.get_app_config("articles").get_models()]
    files = (
        sorted(str(path) for path in media_root.rglob("*") if path.is_file()) if media_root.exists() else []
    )
    return {model.__name__: model._default_manager.count() for model in models}, files


def main_part(client, path):
    response = client.get(path)
    assert response.status_code == 200, path
    return response.content.decode()


def test_release_becomes_article_visit_people_and_links(client, mekarsari, photo):
    path, notes = publish(TWIN, "--photo", photo, "--event-date", DAY, "--publish")

    article = Article.objects.get()
    assert path == article.get_absolute_url()
    assert (article.status, article.published_via, article.is_public) == ("published", "command", True)
    assert (article.event_date, article.byline, article.place) == (DAY, "Laras/red", "Mekarsari Craft Center")
    assert article.activity == "visit_incoming"
    assert sorted(article.topics.values_list("name", flat=True)) == sorted(
        ["perpustakaan dan arsip", "PKL", "ekonomi kreatif", "pengelolaan limbah"]
    )
    assert list(article.article_officials.values_list("official__slug", "part", "post_printed")) == [
        ("larasati-dewi-wiguna", "attendee", "Ketua Komisi II DPRD Kota Mekarsari"),
        ("rangga-pradipta-jati", "guest", "Wakil Wali Kota Tirtasari"),
        ("kinasih", "host", "Wakil Wali Kota Mekarsari"),
    ]
    assert sorted(article.institutions.values_list("slug", flat=True)) == [
        "dprd-kota-mekarsari",
        "komisi-ii-dprd-kota-mekarsari",
        "pemerintah-kota-mekarsari",
        "pemerintah-kota-tirtasari",
    ]
    assert notes == [
        "Foto belum punya teks alternatif sendiri; keterangannya dipakai dahulu.",
        "1 pejabat, 1 lembaga, dan 1 kunjungan baru: Rangga Pradipta Jati; Pemerintah Kota Tirtasari; "
        "Studi tiru Pemerintah Kota Tirtasari.",
    ]


def test_release_page_has_eight_whole_paragraphs_and_the_caption_under_the_photo(client, mekarsari, photo):
    path, _ = publish(TWIN, "--photo", photo, "--event-date", DAY, "--publish")

    page = main_part(client, path)

    article = Article.objects.get()
    paragraphs = re.findall(r"<p>(.*?)</p>", article.body)
    prose = page.split('<div class="prose" id="naskah">')[1].split("</div>")[0]
    caption = re.search(r"<figcaption>(.*?)</figcaption>", page, re.DOTALL)[1]
    assert len(paragraphs) == 8
    assert [text[-1] in '.",' and "\n" not in text for text in paragraphs] == [True] * 8
    assert [text in prose for text in paragraphs] == [True] * 8
    assert CAPTION in caption
    assert "Humas DPRD Kota Mekarsari" in caption
    assert ("mengikuti penyambutan" in prose, "![]" in page, "Laras/red" in prose) == (False, False, True)
    linked = [*article.officials.all(), *article.institutions.all(), *article.topics.all(), article.visit]
    assert len(linked) == 12
    assert [record for record in linked if f'href="{record.get_absolute_url()}"' not in page] == []
    assert [record for record in linked if path not in main_part(client, record.get_absolute_url())] == []


def test_release_visit_keeps_its_four_relations_apart(client, mekarsari):
    publish(TWIN, "--event-date", DAY, "--publish")

    visit = Visit.objects.get()
    assert [
        (party.side, party.institution.name, party.head and party.head.name) for party in visit.parties.all()
    ] == [
        ("guest", "Pemerintah Kota Tirtasari", "Rangga Pradipta Jati"),
        ("host", "Pemerintah Kota Mekarsari", None),
    ]
    assert list(visit.attendances.values_list("role", "official__name", "post_printed")) == [
        ("receiver", "Kinasih", "Wakil Wali Kota Mekarsari"),
        ("attending", "Larasati Dewi Wiguna", "Ketua Komisi II DPRD Kota Mekarsari"),
    ]
    assert (visit.direction, visit.kind, visit.status, visit.starts_on, visit.venue) == (
        "dihadiri", "learning_visit", "done", DAY, "Mekarsari Craft Center",
    )  # fmt: skip
    assert set(visit.topics.all()) == set(Article.objects.get().topics.all())
    assert visit.title in main_part(client, "/kunjungan/?arah=dihadiri")
    for other in ("diterima", "dilakukan"):
        assert visit.get_absolute_url() not in main_part(client, f"/kunjungan/?arah={other}")
    page = main_part(client, visit.get_absolute_url())
    assert [
        name in page
        for name in ("Rangga Pradipta Jati", "Hj. Kinasih", "Larasati Dewi Wiguna", "Senin, 23 Juni 2025")
    ] == [True] * 4


def test_release_is_in_both_feeds_with_its_photo(client, mekarsari, photo):
    publish(TWIN, "--photo", photo, "--event-date", DAY, "--publish")

    article = Article.objects.get()
    item = ElementTree.fromstring(client.get("/rss.xml").content).find("channel/item")
    entry = ElementTree.fromstring(client.get("/atom.xml").content).find("{http://www.w3.org/2005/Atom}entry")
    whole = item.findtext("{http://purl.org/rss/1.0/modules/content/}encoded")
    assert article.body in whole
    assert entry.findtext("{http://www.w3.org/2005/Atom}content") == whole
    assert item.find("enclosure").get("url").endswith(article.first_photo.photo.shown.url)


def test_release_people_and_bodies_met_first_follow_the_article(client, mekarsari):
    path, _ = publish(TWIN, "--event-date", DAY)
    article = Article.objects.get()
    new = [Official.objects.get(slug="rangga-pradipta-jati"), Institution.objects.get(slug="pemerintah-kota-tirtasari"), article.visit]  # fmt: skip

    hidden = [client.get(record.get_absolute_url()).status_code for record in [article, *new]]
    article.publish()
    public = [
        client.get(type(record).objects.get(pk=record.pk).get_absolute_url()).status_code
        for record in [article, *new]
    ]

    assert (article.slug in path, hidden, public) == (True, [404] * 4, [200] * 4)


def test_release_without_a_date_is_filed_and_says_so(client, mekarsari):
    path, notes = publish(TWIN, "--publish")

    visit = Visit.objects.get()
    assert "Isi tanggal kegiatan kemudian di ruang redaksi." in notes
    assert (Article.objects.get().event_date, visit.starts_on, visit.dates) == (
        None,
        None,
        "Tanggal belum diketahui",
    )
    assert "Tanggal belum diketahui" in main_part(client, visit.get_absolute_url())
    assert client.get(path).status_code == 200


def test_release_given_a_date_asks_for_none(mekarsari):
    _, notes = publish(TWIN, "--event-date", DAY)

    assert [note for note in notes if "anggal" in note] == []


def test_release_is_scheduled_in_the_councils_time(client, mekarsari):
    Council.objects.update(time_zone="Asia/Jayapura")

    path, _ = publish(TWIN, "--publish", "--at", "2031-01-01T00:30")

    article = Article.objects.get()
    assert article.published_at == datetime(2030, 12, 31, 22, 30, tzinfo=JAKARTA)
    assert (article.is_scheduled, path) == (True, f"/berita/2031/01/{article.slug}/")
    assert [client.get(one).status_code for one in (path, article.visit.get_absolute_url())] == [404, 404]


def test_release_is_a_draft_unless_asked(client, mekarsari):
    path, _ = publish(TWIN, "--title", "Judul sendiri")

    article = Article.objects.get()
    assert (article.title, article.status, article.slug) == ("Judul sendiri", "draft", "judul-sendiri")
    assert client.get(path).status_code == 404


def test_release_photo_takes_the_given_words(mekarsari, photo, tmp_path):
    other = tmp_path / "dua.jpg"
    other.write_bytes(jpeg())

    publish(TWIN, "--photo", photo, "--photo", other, "--photo-alt", "Dua orang.", "--photo-credit", "Cipta")

    photos = [
        (placed.photo.alt, placed.photo.credit) for placed in Article.objects.get().article_photos.all()
    ]
    assert photos == [("Dua orang.", "Cipta")] * 2


def test_release_filed_again_is_refused_with_its_path(mekarsari, photo, tmp_path, media_root):
    path, _ = publish(TWIN, "--event-date", DAY, "--publish")
    wrapped = tmp_path / "lagi.txt"
    wrapped.write_text(TWIN.read_text().replace("\n", "\r\n  "), encoding="utf-16")
    before = everything(media_root)

    said = [refusal(file, "--photo", photo, "--publish") for file in (TWIN, wrapped)]

    assert said == [f"Naskah ini sudah ada: {path}"] * 2
    assert everything(media_root) == before


def test_release_nearly_the_same_is_filed_with_a_warning(mekarsari, tmp_path):
    path, _ = publish(TWIN, "--event-date", DAY, "--publish")
    near = tmp_path / "mirip.txt"
    near.write_text(TWIN.read_text().replace("setengah hari", "sehari penuh"))

    _, notes = publish(near, "--event-date", DAY)

    assert f"Mirip dengan naskah yang sudah ada: {path}" in notes
    assert Article.objects.count() == 2


def test_release_of_a_visit_on_file_links_it_and_makes_no_second_one(mekarsari, tmp_path):
    publish(TWIN, "--event-date", DAY, "--publish")
    visit = Visit.objects.get()
    near = tmp_path / "mirip.txt"
    near.write_text(TWIN.read_text().replace("setengah hari", "sehari penuh"))
    other = tmp_path / "hari-lain.txt"
    other.write_text(TWIN.read_text().replace("setengah hari", "dua hari"))
    caching.forget()  # nothing is committed in a test, so the reader would not hear of the new bodies

    _, notes = publish(near, "--event-date", DAY)
    publish(other, "--event-date", "2025-09-09")

    assert f"Kunjungan ini sudah tercatat dan ditautkan: {visit.get_absolute_url()}" in notes
    assert [article.visit == visit for article in Article.objects.order_by("pk")] == [True, True, False]
    assert Visit.objects.count() == 2


def test_release_with_two_people_of_a_name_links_neither_and_says_so(mekarsari, tmp_path):
    make_official("Kinasih")
    Official.objects.get(slug="kinasih").positions.all().delete()

    _, notes = publish(TWIN, "--event-date", DAY)

    assert "Kinasih: ada beberapa orang yang cocok, belum ditautkan." in notes
    assert "Kinasih" not in Article.objects.get().officials.values_list("name", flat=True)
    assert Official.objects.filter(name="Kinasih").count() == 2


def test_release_with_two_bodies_of_a_name_links_neither_and_says_so(mekarsari):
    for _ in range(2):
        make_institution("Pemerintah Kota Tirtasari", Institution.Kind.REGIONAL_GOVERNMENT)

    _, notes = publish(TWIN, "--event-date", DAY)

    assert "Pemerintah Kota Tirtasari: ada beberapa yang cocok, belum ditautkan." in notes
    assert Institution.objects.filter(name="Pemerintah Kota Tirtasari").count() == 2
    assert "Pemerintah Kota Tirtasari" not in Article.objects.get().institutions.values_list(
        "name", flat=True
    )


def test_release_of_a_planned_visit_joins_it(mekarsari, tmp_path):
    guest = make_institution(
        "Pemerintah Kota Tirtasari", Institution.Kind.REGIONAL_GOVERNMENT, region_id="98.71"
    )
    host = Institution.objects.get(slug="pemerintah-kota-mekarsari")
    planned = make_visit(guests=[guest], hosts=[host], starts_on=DAY, status=Visit.Status.PLANNED)
    file = tmp_path / "naskah.txt"
    file.write_text(
        TWIN.read_text().replace("Selama setengah hari", "Senin (23/6/2025) selama setengah hari")
    )

    publish(file)

    planned.refresh_from_db()
    assert (Article.objects.get().visit, Visit.objects.count(), planned.status) == (planned, 1, "done")


@pytest.mark.parametrize(("starts_on", "joined"), [(DAY, True), (None, False)])
def test_release_whose_day_is_given_joins_the_plan_of_that_day_alone(mekarsari, starts_on, joined):
    guest = make_institution(
        "Pemerintah Kota Tirtasari", Institution.Kind.REGIONAL_GOVERNMENT, region_id="98.71"
    )
    host = Institution.objects.get(slug="pemerintah-kota-mekarsari")
    planned = make_visit(guests=[guest], hosts=[host], starts_on=starts_on, status=Visit.Status.PLANNED)

    _, notes = publish(TWIN, "--event-date", DAY)

    told = f"Kunjungan: ada rencana yang mungkin cocok, belum ditautkan: {planned.title} ({planned.dates})."
    assert (Article.objects.get().visit, told in notes) == ((planned, False) if joined else (None, True))
    assert Visit.objects.count() == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_release_is_read_in_its_own_encoding(mekarsari, tmp_path, encoding):
    file = tmp_path / "naskah.txt"
    text = "Rapat kerja membahas “arsip” – lengkap.\nSéance kedua berjalan baik."
    file.write_bytes(text.encode(encoding))

    publish(file, "--title", "Rapat")

    article = Article.objects.get()
    assert article.source_text == text
    assert ("“arsip” –" in article.body, "Séance" in article.body) == (True, True)


BAD_TEXTS = {
    "missing": None,
    "empty": b"",
    "blank": b" \r\n\t\xef\xbb\xbf",
    "binary": bytes(range(256)) * 20,
    "picture": b"\x89PNG\r\n\x1a\n" + bytes(1000),
    "too large": b"a" * 1_000_001,
    "NUL": b"\0" * 500,
    "some NUL": b"Rapat\0kerja " * 50,
}


@pytest.mark.parametrize("bad", BAD_TEXTS)
def test_release_that_is_no_text_is_refused_in_one_line(mekarsari, photo, tmp_path, media_root, bad):
    file = tmp_path / "naskah.txt"
    if BAD_TEXTS[bad] is not None:
        file.write_bytes(BAD_TEXTS[bad])
    before = everything(media_root)

    said = refusal(file, "--photo", photo, "--publish")

    assert (len(said.splitlines()), said.endswith("."), len(said) < 200) == (1, True, True)
    assert everything(media_root) == before


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
BAD_PHOTOS = {
    "missing": None,
    "empty": b"",
    "text": b"bukan foto",
    "svg": SVG,
    "cut": jpeg(600, 400)[:500],
}


@pytest.mark.parametrize("bad", BAD_PHOTOS)
def test_release_with_a_bad_photo_is_refused_whole(mekarsari, photo, tmp_path, media_root, bad):
    file = tmp_path / "rusak.jpg"
    if BAD_PHOTOS[bad] is not None:
        file.write_bytes(BAD_PHOTOS[bad])
    before = everything(media_root)

    said = refusal(TWIN, "--photo", photo, "--photo", file, "--event-date", DAY, "--publish")

    assert (len(said.splitlines()), said != "", len(said) < 300) == (1, True, True)
    assert everything(media_root) == before


def test_release_with_a_folder_for_a_photo_or_text_is_refused(mekarsari, tmp_path, media_root):
    before = everything(media_root)

    said = [refusal(TWIN, "--photo", tmp_path), refusal(tmp_path)]

    assert said == [f"Berkas {tmp_path} tidak dapat dibaca; periksa izinnya dan pastikan bukan folder."] * 2
    assert everything(media_root) == before


def test_release_that_cannot_be_published_leaves_nothing(mekarsari, photo, tmp_path, media_root):
    file = tmp_path / "takarir.txt"
    file.write_text("![]() |\nSuasana rapat di Gedung DPRD |\n")
    before = everything(media_root)

    said = refusal(file, "--photo", photo, "--title", "Rapat", "--publish")

    assert said == "Isi berita masih kosong."
    assert everything(media_root) == before


def test_release_on_a_site_not_set_up_is_refused():
    assert refusal(TWIN) == "Situs belum disiapkan: jalankan start_council atau demo dahulu."


def test_release_time_without_publishing_is_refused(mekarsari):
    assert refusal(TWIN, "--at", "2031-01-01T08:00") == "--at hanya berlaku bersama --publish."
    assert Article.objects.count() == 0


def test_release_photo_named_twice_is_taken_once(mekarsari, photo, media_root):
    publish(TWIN, "--photo", photo, "--photo", photo)

    assert Article.objects.get().article_photos.count() == Photo.objects.count() == 1
    assert len(everything(media_root)[1]) == 2


def test_release_photo_on_file_is_used_again(mekarsari, photo, tmp_path, media_root):
    publish(TWIN, "--photo", photo)
    other = tmp_path / "lain.txt"
    other.write_text("Rapat paripurna digelar. Semua fraksi hadir.")
    _, files = everything(media_root)

    publish(other, "--photo", photo, "--title", "Paripurna")

    assert (Photo.objects.count(), everything(media_root)[1]) == (1, files)
    assert {article.first_photo.photo for article in Article.objects.all()} == {Photo.objects.get()}


@pytest.mark.parametrize("arguments", [["/dev/zero"], [TWIN, "--photo", "/dev/zero"]])
def test_release_without_an_end_is_read_no_further_than_its_limit(mekarsari, media_root, arguments):
    before = everything(media_root)

    said = refusal(*arguments)

    assert len(said.splitlines()) == 1
    assert everything(media_root) == before


def test_release_in_a_year_that_cannot_be_is_refused_in_one_line(mekarsari, media_root):
    before = everything(media_root)

    said = [
        refusal(TWIN, "--publish", "--at", "0001-01-01T00:00"),
        refusal(TWIN, "--publish", "--event-date", "0225-06-23"),
    ]

    assert said == [f"Tahun {year} tidak mungkin; periksa angka tahunnya." for year in (1, 225)]
    assert everything(media_root) == before


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--event-date", "2025-13-01", "2025-13-01 bukan tanggal; tulis seperti 2025-06-23"),
        ("--at", "besok", "besok bukan waktu; tulis seperti 2025-06-23T14:30"),
    ],
)
def test_release_with_a_date_that_is_none_is_wrong_usage(option, value, said):
    with pytest.raises(CommandError) as refused:
        call_command("publish_release", str(TWIN), option, value)

    assert str(refused.value) == f"Error: argument {option}: {said}"
