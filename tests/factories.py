"""Records with dull defaults: a test states every value it relies on.

Whatever has a visibility of its own is public unless `published_at` (for an article `state`) says otherwise.
"""

import io
from datetime import date, datetime, timedelta
from itertools import count
from zoneinfo import ZoneInfo

from django.contrib.auth.models import Group, User
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image

from articles.models import (
    Article,
    ArticleInstitution,
    ArticleOfficial,
    ArticlePhoto,
    Correction,
    ErrorReport,
    Photo,
    PreviewLink,
    Quote,
    Version,
)
from articles.models.version import words_of
from people.models import (
    Council,
    Institution,
    Official,
    Position,
    Post,
    ProposedChange,
    Region,
    Topic,
    Visit,
    VisitOfficial,
    VisitParty,
)

JAKARTA = ZoneInfo("Asia/Jakarta")
LONG_AGO = datetime(2025, 3, 4, 9, 30, tzinfo=JAKARTA)
PASSWORD = "kata-sandi-untuk-uji"

_numbers = count(1)


def tomorrow() -> datetime:
    return timezone.now() + timedelta(days=1)


def make_region(code=None, level=Region.Level.CITY, name=None, **fields):
    number = next(_numbers)
    name = name or f"Kota Contoh {number}"
    proper_name = fields.pop("proper_name", name.split(" ", 1)[-1])
    return Region.objects.create(
        code=code or f"{10 + number // 90 % 89}.{10 + number % 90}",
        level=level,
        name=name,
        proper_name=proper_name,
        **fields,
    )


def make_institution(name=None, kind=Institution.Kind.AGENCY, published_at=LONG_AGO, **fields):
    name = name or f"Lembaga Contoh {next(_numbers)}"
    return Institution.objects.create(name=name, kind=kind, published_at=published_at, **fields)


def make_council(name="DPRD Kota Mekarsari", region=None, institution=None, **fields):
    """The site's identity with its own institution; the zone is Jakarta's."""
    region = region or make_region(code="97.71", name="Kota Mekarsari")
    own = institution or make_institution(name, Institution.Kind.COUNCIL, region=region)
    return Council.objects.create(name=name, institution=own, region=region, **fields)


def make_official(name=None, published_at=LONG_AGO, **fields):
    name = name or f"Pejabat Contoh {next(_numbers)}"
    return Official.objects.create(name=name, published_at=published_at, **fields)


def make_post(name=None, is_single=False, **fields):
    return Post.objects.create(name=name or f"Jabatan {next(_numbers)}", is_single=is_single, **fields)


def make_position(official=None, post=None, institution=None, starts_on=date(2024, 8, 5), **fields):
    return Position.objects.create(
        official=official or make_official(),
        post=post or make_post(),
        institution=institution or make_institution(),
        starts_on=starts_on,
        **fields,
    )


def make_topic(name=None, **fields):
    return Topic.objects.create(name=name or f"Topik {next(_numbers)}", **fields)


def make_visit(
    title=None,
    published_at=LONG_AGO,
    guests=(),
    hosts=(),
    companions=(),
    receivers=(),
    attending=(),
    topics=(),
    **fields,
):
    """A visit with its parties (institutions) and officials; the direction is settled when a council is there."""
    title = title or f"Kunjungan contoh {next(_numbers)}"
    visit = Visit.objects.create(
        title=title, published_at=published_at, **{"status": Visit.Status.DONE, **fields}
    )
    sides, roles = VisitParty.Side, VisitOfficial.Role
    for side, bodies in ((sides.GUEST, guests), (sides.HOST, hosts), (sides.COMPANION, companions)):
        for body in bodies:
            VisitParty.objects.create(visit=visit, institution=body, side=side)
    for role, people in ((roles.RECEIVER, receivers), (roles.ATTENDING, attending)):
        for official in people:
            VisitOfficial.objects.create(visit=visit, official=official, role=role)
    visit.topics.set(topics)
    visit.settle_direction()
    return visit


def jpeg(width_px=64, height_px=48, colour=None):
    """The bytes of a small picture; each call another one unless a colour is given."""
    number = next(_numbers)
    colour = colour or (number * 37 % 256, number // 256 % 256, number % 256)
    out = io.BytesIO()
    Image.new("RGB", (width_px, height_px), colour).save(out, "JPEG", comment=str(number).encode())
    return out.getvalue()


def make_photo(alt="Meja rapat", content=None, **fields):
    photo = Photo(alt=alt, **fields)
    photo.file.save("foto.jpg", ContentFile(content or jpeg()), save=False)
    photo.save()
    return photo


def make_article(
    title=None,
    state="published",
    published_at=None,
    topics=(),
    officials=(),
    institutions=(),
    photos=(),
    **fields,
):
    """An article in the state draft, in_review, scheduled, published or withdrawn, written without the verbs.

    Scheduled means tomorrow unless `published_at` says when.
    """
    article = Article(
        title=title or f"Berita contoh {next(_numbers)}", **{"body": "<p>Isi berita contoh.</p>", **fields}
    )
    if state in {"scheduled", "published", "withdrawn"}:
        article.published_at = published_at or (tomorrow() if state == "scheduled" else LONG_AGO)
    if state == "withdrawn":
        article.withdrawn_at = article.published_at + timedelta(days=1)
        article.withdrawal_reason = "Ditarik untuk contoh."
    article.status = "published" if state == "scheduled" else state
    article.save()
    article.topics.set(topics)
    for official in officials:
        ArticleOfficial.objects.create(article=article, official=official)
    for institution in institutions:
        ArticleInstitution.objects.create(article=article, institution=institution)
    for order, photo in enumerate(photos):
        ArticlePhoto.objects.create(article=article, photo=photo, order=order)
    return article


def make_correction(article=None, text="Angka yang benar ialah dua belas.", visit=None, **fields):
    if visit is None and article is None:
        article = make_article()
    return Correction.objects.create(
        article=article, visit=visit, text=text, **{"corrected_at": LONG_AGO, **fields}
    )


def make_report(article=None, text="Namanya bukan itu.", **fields):
    article = article or make_article()
    return ErrorReport.objects.create(article=article, article_version=article.version, text=text, **fields)


def make_proposal(record, account=None, data=None, **fields):
    """A change that waits; `data` is what the record's form would send."""
    return ProposedChange.objects.create(
        account=account or make_user(group="Penulis"),
        content_type=ContentType.objects.get_for_model(record),
        object_id=str(record.pk),
        data=data or {},
        **fields,
    )


def make_preview_link(article=None, person="Ibu Rina", **fields):
    """A living link unless `expires_at` or `revoked_at` says otherwise, made an hour ago."""
    made_at = fields.pop("made_at", timezone.now() - timedelta(hours=1))
    return PreviewLink.objects.create(
        article=article or make_article(state="in_review"),
        person=person,
        made_by=fields.pop("made_by", None) or make_user(),
        made_at=made_at,
        **{"expires_at": timezone.now() + timedelta(days=3), **fields},
    )


def make_quote(article, official, text):
    """Words of a linked official, settled in the article's text as it is."""
    ArticleOfficial.objects.get_or_create(article=article, official=official)
    quote = Quote.objects.create(article=article, official=official, text=text)
    quote.settle(article.body)
    return quote


def make_version(article, before=None, after=None, **fields):
    """A correction with what it altered: by default the article's words, one of them another before."""
    after = after or words_of(article)
    before = before or {**after, "body": f"Semula {after['body']}"}
    return Version.objects.keep(make_correction(article, **fields), before, after)


def make_user(group="", username=None, **fields):
    """A newsroom account in that group (Penulis, Redaktur, Administrator); without one, a bare account."""
    user = User.objects.create_user(
        username or f"pengguna{next(_numbers)}", password=PASSWORD, **{"is_staff": bool(group), **fields}
    )
    if group:
        user.groups.add(Group.objects.get(name=group))
    return user
