"""Which bodies a reading names, and which of their units."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from articles.filing import find_units
from articles.models import Article
from articles.pasting.offers import NEW, NONE, OTHER, SURE, Choice, Offer, told_confidence
from people.models import Institution


def offered_bodies(read: list[dict[str, Any]], article: Article | None) -> Iterable[Offer]:
    slugs = {slug for body in read for slug in (body["match"], *body["candidates"]) if slug}
    known = {body.slug: body for body in Institution.objects.filter(slug__in=slugs)}
    linked = set(article.institutions.values_list("slug", flat=True)) if article else set()
    for number, body in enumerate(read):
        if body["match"] not in linked:
            yield _body(f"institution-{number}", body, known)


def offered_units(read: list[dict[str, Any]], day: date | None) -> Iterable[Offer]:
    """Units of a body on file; what is no part of it yet cannot be linked, so it is not offered."""
    known = find_units(((unit["name"], unit["institution"] or "") for unit in read), day)
    for number, unit in enumerate(read):
        part = known.get((unit["name"], unit["institution"] or ""))
        if part is not None:
            whole = unit["institution"]
            named = part.name_on(day)
            now = f", kini {part.name}" if named != part.name else ""
            yield Offer(
                key=f"unit-{number}",
                kind="unit",
                word="Unsur",
                name=named,
                detail=str(whole),
                reason=f"Bagian dari {whole} yang tercatat{now}.",
                choices=(Choice(part.slug, "Tautkan"), Choice(NONE, "Jangan tautkan")),
                preset=part.slug,
                proposed=unit["name"],
                read=unit,
            )


def _body(key: str, read: dict[str, Any], known: dict[str, Institution]) -> Offer:
    match = known.get(read["match"] or "")
    rivals = [known[slug] for slug in read["candidates"] if slug in known]
    kind = Institution.Kind(read["kind"]).label if read["kind"] in Institution.Kind else "Lembaga"
    if match:
        reason = f"Nama atau singkatannya cocok dengan data. {told_confidence(read)}"
    elif rivals:
        reason = "Cocok dengan beberapa lembaga di data: pilih yang dimaksud."
    elif read["region_code"]:
        reason = f"Belum ada di data; namanya dari daftar wilayah ({read['region_code']})."
    else:
        reason = "Belum ada di data lembaga."
    return Offer(
        key=key,
        kind="institution",
        word="Lembaga",
        name=read["name"],
        detail=kind,
        reason=reason,
        choices=(
            *(Choice(body.slug, body.name) for body in ([match] if match else rivals)),
            Choice(NEW, f"Buat baru: {read['name']}" if match or rivals else "Buat baru", kind),
            Choice(OTHER, "Lembaga lain di data"),
            Choice(NONE, "Jangan tautkan"),
        ),
        preset=match.slug if match and read["confidence"] >= SURE else "",
        proposed={name: read[name] for name in ("name", "kind", "match", "candidates", "confidence")},
        read=read,
    )
