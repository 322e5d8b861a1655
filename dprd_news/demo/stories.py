"""Invented people, visits and releases, filed the way a newsroom files them."""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone
from django.utils.text import slugify
from PIL.Image import Image

from articles.decisions import quotes_of
from articles.filing import file_quotes, read_text
from articles.models import Article, ArticleInstitution, ArticleOfficial, ArticlePhoto, Photo
from articles.models.version import words_of
from dprd_news.demo import drawings
from dprd_news.lib.html import paragraphs_to_html
from dprd_news.lib.pictures import ReceivedFile, receive
from people.imports import Counts, load_institutions, load_officials, load_posts
from people.models import Institution, Official, Topic, Visit, VisitOfficial, VisitParty

FOLDER = Path(__file__).resolve().parent
SIZES_PX = {"3:2": (1200, 800), "4:3": (1200, 900), "16:9": (1200, 675), "2:3": (800, 1200)}
PORTRAIT_PX = (480, 480)
CREDIT = "Ilustrasi contoh"

Row = Mapping[str, Any]


def read(name: str) -> Any:
    """What a JSON file of the demo holds."""
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))


def load_stories(beginning: datetime) -> Counts:
    """Everything invented. People and bodies are public from `beginning`, visits and photos with their article."""
    done = load_posts(read("posts.json"))
    done += load_institutions(map(_institution_row, read("institutions.json")), published_at=beginning)
    people = load_officials(map(_official_row, read("people.json")), published_at=beginning)
    for seed, official in enumerate(record for record in people.made if isinstance(record, Official)):
        _draw_portrait(official, seed)
    done += people
    for row in read("topics.json"):
        done += _load_topic(row)
    return done + _Desk().file()


def _institution_row(row: Row) -> Row:
    return {
        "slug": slugify(row["name"]),
        "parent": slugify(row["parent"] or ""),
        "names": row["other_names"],
        **{name: row[name] for name in ("name", "short_name", "kind", "region")},
    }


def _official_row(row: Row) -> Row:
    slugs = _Found(Institution.objects.values_list("name", "slug"))
    # Of equal posts the first filed names the person: the komisi, which the file has last, before the plain seat.
    positions = [post | {"institution": slugs[post["institution"]]} for post in reversed(row["posts"])]
    return {**row, "slug": slugify(row["name"]), "positions": positions}


def _draw_portrait(official: Official, seed: int) -> None:
    names = official.name.split()
    tile = drawings.draw_portrait(seed, PORTRAIT_PX, names[0][0] + names[-1][0])
    official.portrait = as_upload(tile, "JPEG")
    official.portrait_alt = f"Ilustrasi inisial {official.name}."
    official.portrait_credit = CREDIT
    official.full_clean()
    official.save()


def as_upload(picture: Image, form: str) -> ReceivedFile:
    """The drawing as if an editor had uploaded it."""
    written = BytesIO()
    picture.save(written, form)
    return receive(ContentFile(written.getvalue()), f"gambar.{form.lower()}")


def _load_topic(row: Row) -> Counts:
    if Topic.objects.filter(name__iexact=row["name"]).exists():
        return Counts(skipped=1)
    topic = Topic(name=row["name"], description=row["description"], synonyms="\n".join(row["synonyms"]))
    topic.full_clean(exclude=["slug"])
    topic.save()
    return Counts.of_created(topic)


class MissingPiece(Exception):
    """Something that the demo tells of is there under another name, or not at all."""


class _Found(dict[str, Any]):
    """Records by the name that the files use."""

    def __missing__(self, name: str) -> Any:
        raise MissingPiece(f"“{name}” tidak ditemukan; mungkin namanya sudah diganti redaksi.")


class _Desk:
    """Files visits, then the articles that tell of them."""

    def __init__(self) -> None:
        self.bodies = _Found((body.name, body) for body in Institution.objects.all())
        self.people = _Found((official.name, official) for official in Official.objects.all())
        self.topics = _Found((topic.name.lower(), topic) for topic in Topic.objects.all())
        self.visits: dict[str, Visit] = {}
        self.done = Counts()

    def file(self) -> Counts:
        releases = read("articles.json")
        for row in read("visits.json"):
            self.visits[row["key"]] = self._visit(row)
        for row in releases["articles"]:
            self._settle(self._article(row, releases["sample_note"]), row)
        for visit in self.visits.values():
            self._announce(visit)
        return self.done

    def _visit(self, row: Row) -> Visit:
        plain = (
            "title",
            "kind",
            "status",
            "starts_on",
            "ends_on",
            "starts_at",
            "ends_at",
            "building",
            "room",
        )
        visit = Visit(
            **{name: row[name] for name in (*plain, "place", "purpose", "outcome", "follow_up")},
            region_id=row["region"],
        )
        visit.full_clean(exclude=["slug", "listed_on"])
        visit.save()
        visit.topics.set([self.topics[name.lower()] for name in row["topics"]])
        for party in row["parties"]:
            self._party(visit, party)
        for present in row["officials"]:
            link = VisitOfficial(
                visit=visit,
                official=self.people[present["name"]],
                role=present["role"],
                post_printed=present["post_printed"],
            )
            link.full_clean()
            link.save()
        visit.settle_direction()
        self.done += Counts.of_created(visit)
        return visit

    def _party(self, visit: Visit, row: Row) -> None:
        party = VisitParty(
            visit=visit,
            institution=self.bodies[row["institution"]],
            side=row["side"],
            unit=self.bodies[row["unit"]] if row["unit"] else None,
            head=self.people[row["head"]] if row["head"] else None,
            people_count=row["people_count"],
        )
        party.full_clean()
        party.save()

    def _article(self, row: Row, note: str) -> Article:
        text = (FOLDER / "releases" / f"{row['slug']}.txt").read_text(encoding="utf-8").strip()
        plain = ("title", "slug", "lead", "activity", "event_date", "event_end_date", "place", "byline")
        article = Article(
            **{name: row[name] for name in plain},
            source_text=_as_sent(text, row),
            body=paragraphs_to_html(text.split("\n\n")) + f"<p><em>{note}</em></p>",
            visit=self.visits.get(row["visit"]),
        )
        article.full_clean(exclude=["happened_on"])
        article.save()
        article.topics.set([self.topics[name.lower()] for name in row["topics"]])
        for told in row["officials"]:
            official = self.people[told["name"]]
            link = ArticleOfficial(
                article=article, official=official, part=told["part"], post_printed=told["post_printed"]
            )
            link.full_clean()
            link.save()
        for name in row["institutions"]:
            ArticleInstitution.objects.create(article=article, institution=self.bodies[name])
        for order, drawn in enumerate(row["photos"]):
            ArticlePhoto.objects.create(article=article, photo=self._photo(drawn), order=order)
        self._quotes(article)
        self.done += Counts.of_created(article)
        return article

    def _quotes(self, article: Article) -> None:
        """What the reader finds in it, as filing a release would keep it."""
        linked = {official.name: official for official in article.officials.all()}
        file_quotes(article, quotes_of(read_text(article.source_text)), linked)

    def _photo(self, row: Row) -> Photo:
        drawing = as_upload(drawings.draw(row["scene"], row["seed"], SIZES_PX[row["aspect"]]), "JPEG")
        photo = Photo(file=drawing, alt=row["alt"], caption=row["caption"], credit=row["credit"])
        # The file's facts are filled in as it is stored.
        photo.full_clean(exclude=["sha256", "width_px", "height_px"])
        photo.save()
        self.done += Counts.of_created(photo)
        return photo

    def _settle(self, article: Article, row: Row) -> None:
        """Bring it to its state. On a machine whose clock is behind, what is not yet due stays scheduled."""
        if article.visit is not None:
            article.visit.published_with = article.feed_id
            article.visit.save()
        if row["state"] == "in_review":
            article.submit()
        if row["state"] in {"draft", "in_review"}:
            return
        published_at = _moment(row["published_at"]) or timezone.now() + timedelta(
            days=row["scheduled_in_days"]
        )
        article.publish(at=published_at, via=Article.Via.IMPORT)
        if not article.is_public:
            return
        for correction in row["corrections"]:
            at = _moment(correction["corrected_at"])
            wrong, right = correction["mended"]
            before = {name: words.replace(right, wrong) for name, words in words_of(article).items()}
            made = article.correct(correction["kind"], correction["text"], at, before)
            self.done += Counts.of_created(made)
        if row["state"] == "withdrawn":
            article.withdraw(row["withdrawal_reason"], published_at + timedelta(days=1))

    def _announce(self, visit: Visit) -> None:
        """Visits without an article go out on their own; a request is nobody's business until it is granted."""
        has_article = visit.articles.exists()
        if not has_article and visit.status != Visit.Status.REQUESTED:
            visit.release()


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _as_sent(text: str, row: Row) -> str:
    """The release as it would have been pasted: dateline before, byline after."""
    sent = f"{row['dateline']} - {text}" if row["dateline"] else text
    return f"{sent}\n\n({row['byline']})" if row["byline"] else sent
