"""Whom a reading names: which person on file each of them is, and the post of one who may be new."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from articles.models import Article
from articles.pasting.held_posts import HeldPost, contradiction, held_posts
from articles.pasting.offers import NEW, NONE, OTHER, SURE, Choice, Offer, told_confidence
from dprd_news.lib.indonesian import date_range, full_name
from people.models import Official


def offered_people(reading: dict[str, Any], day: date | None, article: Article | None) -> Iterable[Offer]:
    read = reading["officials"]
    slugs = {slug for person in read for slug in (person["match"], *person["candidates"]) if slug}
    known = {
        official.slug: official
        for official in Official.objects.filter(slug__in=slugs).with_positions().prefetch_related("names")
    }
    linked = set(article.officials.values_list("slug", flat=True)) if article else set()
    for number, person in enumerate(read):
        if person["match"] not in linked:
            named = {**person, "printed": _as_printed(person, reading["source"])}
            yield _person(f"official-{number}", named, known, day)


def offered_posts(people: list[Offer], day: date | None) -> Iterable[Offer]:
    """The post of each person who may turn out to be new, where post and body are on file."""
    unsure = [offer for offer in people if not offer.is_sure]
    known = held_posts((offer.read for offer in unsure), day)
    for offer in unsure:
        held = known.get(offer.read["role"])
        if held is not None:
            yield _position(offer, held)


def _as_printed(person: dict[str, Any], source: str) -> str:
    """The name of a new record. The reading names whom it knows as the record does: a near name is another's."""
    if not person["match"] or person["confidence"] >= SURE:
        return person["name"]
    return printed_name(source, person["spans"])


def printed_name(source: str, spans: Iterable[Sequence[int]]) -> str:
    """The fullest of what stands at these spans, "" for none."""
    return max((" ".join(source[start:end].split()) for start, end in spans), key=len, default="")


def _person(key: str, person: dict[str, Any], known: dict[str, Official], day: date | None) -> Offer:
    match = known.get(person["match"] or "")
    rivals = [known[slug] for slug in person["candidates"] if slug in known]
    people = [match] if match else rivals
    if match:
        reason = _person_reason(person, match, day)
    elif rivals:
        reason = "Cocok dengan orang di data, tetapi belum pasti: pilih yang dimaksud."
    else:
        reason = "Belum ada di data pejabat."
    printed = full_name(person["front_title"], person["printed"], person["back_title"])
    return Offer(
        key=key,
        kind="official",
        word="Pejabat",
        name=printed,
        detail=person["role"],
        reason=reason,
        choices=(
            *(Choice(o.slug, o.full_name, _post(o, day) or "tanpa jabatan tercatat") for o in people),
            # A card that asks for nothing else bears the name already.
            Choice(NEW, f"Buat baru: {printed}" if people else "Buat baru"),
            Choice(OTHER, "Orang lain di data"),
            Choice(NONE, "Jangan tautkan"),
        ),
        preset=match.slug if match and person["confidence"] >= SURE else "",
        proposed={name: person[name] for name in ("name", "role", "match", "candidates", "confidence")},
        read=person,
        contradiction=contradiction(person["role"], match, day) if match else "",
    )


def _person_reason(person: dict[str, Any], official: Official, day: date | None) -> str:
    spellings = {name.name.casefold() for name in official.names.all()}
    if person["printed"].casefold() == official.name.casefold():
        reason = "Nama lengkap cocok"
    elif person["printed"].casefold() in spellings:
        reason = f"Ejaan lain dari {official.name} yang tercatat"
    else:
        reason = f"Nama mirip {official.name}"
    post = _post(official, day)
    when = f" per {date_range(day, None)}" if day else ""
    if post and post.casefold() == person["role"].casefold():
        reason += f"; jabatan cocok{when}"
    elif post and person["role"]:
        reason += f"; di data: {post}{when}"
    return f"{reason}. {told_confidence(person)}"


def _post(official: Official, day: date | None) -> str:
    if day:
        return official.post_on(day)
    return next((position.label for position in official.positions.all()), "")


def _position(person: Offer, held: HeldPost) -> Offer:
    reason = f"Jabatan dan {held.institution} ada di data; naskah tidak menyebut sejak kapan dijabat."
    if held.holder:
        reason += f" Pada hari itu tercatat dijabat {held.holder}: periksa dahulu."
    return Offer(
        key=person.key.replace("official", "position"),
        kind="position",
        word="Jabatan",
        name=held.label,
        reason=reason,
        choices=(Choice(NEW, "Catat jabatan ini"), Choice(NONE, "Jangan dicatat")),
        proposed={"name": person.read["name"], "post": held.post.name, "institution": held.institution.name},
        read={
            "name": person.read["name"],
            "post_id": held.post.pk,
            "institution": held.institution.slug,
            "acting": held.acting,
        },
    )
