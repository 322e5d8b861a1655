"""A small site in which everything is public and linked to everything else, and every address of it."""

from dataclasses import dataclass
from datetime import date

from articles.models import Article
from people.models import Council, Institution, Official, Topic, Visit
from tests.factories import (
    make_article,
    make_correction,
    make_council,
    make_institution,
    make_official,
    make_photo,
    make_position,
    make_topic,
    make_visit,
)

EVENT_DAY = date(2025, 3, 3)


@dataclass
class World:
    """What anyone may see: one of each kind, all linked to each other."""

    council: Council
    body: Institution
    official: Official
    topic: Topic
    visit: Visit
    article: Article

    def addresses(self) -> list[str]:
        """Every public address that shows something of this world; all of them say TAMPAK."""
        topic, official, body = self.topic.slug, self.official.slug, self.body.slug
        pages = {"/topik/": topic, "/pejabat/": official, "/lembaga/": body}
        news = ["", "2025/", "2025/03/", *(f"?{one}" for one in self.filters())]
        visits = ["", "2025/", *(f"?{one}" for one in self.filters()), "?arah=diterima", f"?tamu={body}"]
        visits += [f"?asal={self.council.region_id}", "?tahun=2025&bulan=3&status=held&waktu=ada"]
        visits += [
            "?tampilan=kalender&tahun=2025&bulan=3",
            "statistik/",
            "statistik/?tahun=2025&arah=diterima",
        ]
        files = ["kalender.ics", "data.csv", f"data.csv?lembaga={body}", "statistik/data.csv?tahun=2025"]
        feeds = ["/", "/berita/", "/koreksi/", "/kunjungan/"]
        feeds += [f"{section}{slug}/" for section, slug in pages.items()]
        filtered = [f"/berita/{form}.xml?topik={topic}" for form in ("rss", "atom")]
        filtered += [f"/kunjungan/{form}.xml?lembaga={body}" for form in ("rss", "atom")]
        return [
            "/",
            *(f"/berita/{rest}" for rest in news),
            self.article.get_absolute_url(),
            self.article.get_versions_url(),
            self.article.get_text_url(),
            "/teks/",
            *pages,
            *(f"{section}{slug}/" for section, slug in pages.items()),
            f"/pejabat/?lembaga={body}",
            f"/pejabat/?lembaga={body}&tanggal=2025-01-01",
            "/pejabat/?kelompok=huruf",
            "/pejabat/?q=gotong",
            f"/pejabat/{official}/?tahun=2025&q=gotong",
            f"/lembaga/{body}/?pejabat={official}",
            f"/pejabat/{official}/rss.xml?tahun=2025",
            f"/kunjungan/?pejabat={official}&peran=menerima",
            "/lembaga/?q=gotong",
            "/lembaga/?jenis=agency",
            f"/lembaga/?wilayah={self.council.region_id}",
            *(f"/kunjungan/{rest}" for rest in visits),
            self.visit.get_absolute_url(),
            f"{self.visit.get_absolute_url()}kalender.ics",
            *(f"/kunjungan/{file}" for file in files),
            "/cari/?q=gotong",
            "/cari/?q=gotong&tahun=2025",
            "/cari/?q=tampk+gotong",
            "/cari/saran.json?q=gotong",
            "/cari/saran.json?q=gotong+ro",
            "/koreksi/",
            "/langganan/",
            "/langganan.opml",
            *(f"{path}{form}.xml" for path in feeds for form in ("rss", "atom")),
            *filtered,
            *(f"/cari/{form}.xml?q=gotong" for form in ("rss", "atom")),
            *(
                f"/sitemap-{section}.xml"
                for section in ("topik", "berita", "pejabat", "lembaga", "kunjungan")
            ),
        ]

    def filters(self) -> list[str]:
        return [
            f"topik={self.topic.slug}",
            f"pejabat={self.official.slug}",
            f"lembaga={self.body.slug}",
            f"wilayah={self.council.region_id}",
            "tahun=2025",
            "dari=2025-01-01&sampai=2025-12-31",
            "q=gotong",
        ]


def is_machine_form(path: str) -> bool:
    """Whether the address answers with something other than a page."""
    return any(form in path for form in (".xml", ".json", ".opml", ".ics", ".csv"))


def make_world() -> World:
    council = make_council()
    body = make_institution("Badan Tampak Gotong", region=council.region, parent=council.institution)
    official = make_official("Tampak Gotong Wijaya")
    make_position(official, institution=body)
    topic = make_topic("Tampak gotong royong")
    visit = make_visit(
        "Kunjungan tampak gotong",
        guests=[body],
        hosts=[council.institution],
        receivers=[official],
        topics=[topic],
        starts_on=EVENT_DAY,
    )
    article = make_article(
        "Berita tampak gotong",
        topics=[topic],
        officials=[official],
        institutions=[body],
        photos=[make_photo()],
        visit=visit,
        event_date=EVENT_DAY,
    )
    make_correction(article, text="Koreksi tampak.")
    return World(council, body, official, topic, visit, article)
