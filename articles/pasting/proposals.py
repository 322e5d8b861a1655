"""What a reading proposes to the editor: one offer for each thing to decide, with its reason and choices."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from articles.decisions import VisitDecision, visit_kind, visit_of, visits_on_file
from articles.filing import find_units
from articles.models import Article
from articles.pasting.held_posts import HeldPost, contradiction, held_posts
from articles.pasting.refused import Subject, refusals, subject
from articles.plans import Plan, plans_of, reason_for, the_one
from articles.reading.spelling import has_clear_meaning
from dprd_news.lib.indonesian import date_range, full_name
from people.models import Institution, Official, Topic, Visit

SURE = 0.8
# Of visits on file that fit; more would bury the choice.
MOST_RECORDED = 3
RECORDED = "Hari itu sudah tercatat kunjungan dengan tamu dan tuan rumah yang sama; pilih agar tidak tercatat dua kali."
# Of a plenary's forty people those named nearest to the words.
MOST_SPEAKERS = 10
NONE, NEW, OTHER = "none", "new", "other"


@dataclass(frozen=True)
class Choice:
    """One answer to an offer. `value` is a key of the form: a slug, a day, or one of the words above."""

    value: str
    label: str
    detail: str = ""


@dataclass(frozen=True)
class Offer:
    """One thing to decide. `preset` is the choice already made for what is sure, "" where nothing is.

    `proposed` is what is kept of it with the article; `read` is its part of the reading. `contradiction` is
    what a sure match must not hide: the text says something else than the record. What an earlier reading of
    the article was refused is preset to that, and `refusal` tells by whom and when.
    """

    key: str
    kind: str
    word: str
    name: str
    reason: str
    choices: tuple[Choice, ...]
    preset: str = ""
    detail: str = ""
    proposed: Any = None
    read: dict[str, Any] = field(default_factory=dict)
    contradiction: str = ""
    refusal: str = ""
    # Preset to what the draft that is read again says already.
    is_written: bool = False

    @property
    def was_refused(self) -> bool:
        return bool(self.refusal)

    @property
    def why(self) -> str:
        """Who refused it before, if anybody, and what the proposal rests on."""
        return f"{self.refusal} {self.reason}".strip()

    @property
    def is_sure(self) -> bool:
        return bool(self.preset)

    @property
    def is_unknown(self) -> bool:
        """Nobody on file comes near, so that making a new record is all there is to decide."""
        return self.kind in {"official", "institution"} and self.first == NEW

    @property
    def is_one_slip(self) -> bool:
        """A misspelling with one word nearest to it, so that no choice is needed."""
        return self.kind == "spelling" and has_clear_meaning(self.name, self.read["suggestions"])

    @property
    def first(self) -> str:
        return self.choices[0].value


def offers_of(reading: dict[str, Any], article: Article | None = None) -> list[Offer]:
    """Every offer of a reading, in the order of the form. Links that the article has already are not offered again."""
    refused = refusals(article)
    return [_as_refused(offer, refused) for offer in _read_offers(reading, article)]


def _as_refused(offer: Offer, refused: dict[Subject, str]) -> Offer:
    told = refused.get(subject(offer.kind, offer.proposed))
    # A day that the draft has is nobody's to refuse any more.
    is_day_open = offer.kind == "event_date" and (offer.is_written or not offer.preset)
    if told is None or is_day_open or NONE not in {choice.value for choice in offer.choices}:
        return offer
    return replace(offer, preset=NONE, refusal=told, contradiction="")


def _read_offers(reading: dict[str, Any], article: Article | None) -> list[Offer]:
    day = date.fromisoformat(reading["event_date"]) if reading["event_date"] else None
    offers = [_title(reading), _event_date(reading)]
    if article is not None:
        offers[0] = _as_written(offers[0], article.title)
        if article.event_date:
            offers[1] = _as_written(offers[1], article.event_date.isoformat())
    people = list(_people(reading, day, article))
    offers += people
    offers += _positions(people, day)
    offers += _bodies(reading["institutions"], article)
    offers += _units(reading["units"], day)
    if reading["visit"] and (article is None or article.visit_id is None):
        offers.append(_visit(reading, day))
    offers += _topics(reading["topics"], article)
    offers += _quotes(reading, article)
    offers += _spelling(reading["spelling"])
    return offers


def _as_written(offer: Offer, value: str) -> Offer:
    """What the draft says already stands, as one of the choices where it is one."""
    is_choice = value in {choice.value for choice in offer.choices}
    return replace(offer, preset=value if is_choice else OTHER, is_written=True)


def _title(reading: dict[str, Any]) -> Offer:
    printed = reading["title"]
    titles = list(dict.fromkeys(filter(None, [printed, *reading["title_proposals"]])))
    return Offer(
        key="title",
        kind="title",
        word="Judul",
        name="Judul berita",
        reason="Judul tercetak di naskah."
        if printed
        else "Naskah tidak berjudul; judul ini disusun darinya.",
        choices=(*(Choice(title, title) for title in titles), Choice(OTHER, "Tulis sendiri")),
        preset=printed or "",
        proposed=titles,
    )


def _event_date(reading: dict[str, Any]) -> Offer:
    printed, warnings = reading["event_date"], reading["date_warnings"]
    days = list(dict.fromkeys(filter(None, [printed, *reading["date_candidates"]])))
    if warnings:
        reason = " ".join(warnings)
    elif printed:
        reason = "Tanggal lengkap tercetak di naskah."
    else:
        reason = "Tidak ada tanggal kegiatan yang pasti di naskah."
    return Offer(
        key="event_date",
        kind="event_date",
        word="Tanggal",
        name="Tanggal kegiatan",
        reason=reason,
        choices=(
            *(Choice(day, date_range(date.fromisoformat(day), None)) for day in days),
            Choice(OTHER, "Tanggal lain"),
            Choice(NONE, "Belum diketahui"),
        ),
        preset=printed if printed and not warnings else "",
        proposed=days,
    )


def _people(reading: dict[str, Any], day: date | None, article: Article | None) -> Iterable[Offer]:
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


def _positions(people: list[Offer], day: date | None) -> Iterable[Offer]:
    """The post of each person who may turn out to be new, where post and body are on file."""
    unsure = [offer for offer in people if not offer.is_sure]
    known = held_posts((offer.read for offer in unsure), day)
    for offer in unsure:
        held = known.get(offer.read["role"])
        if held is not None:
            yield _position(offer, held)


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
    return f"{reason}. {_confidence(person)}"


def _post(official: Official, day: date | None) -> str:
    if day:
        return official.post_on(day)
    return next((position.label for position in official.positions.all()), "")


def _bodies(read: list[dict[str, Any]], article: Article | None) -> Iterable[Offer]:
    slugs = {slug for body in read for slug in (body["match"], *body["candidates"]) if slug}
    known = {body.slug: body for body in Institution.objects.filter(slug__in=slugs)}
    linked = set(article.institutions.values_list("slug", flat=True)) if article else set()
    for number, body in enumerate(read):
        if body["match"] not in linked:
            yield _body(f"institution-{number}", body, known)


def _body(key: str, read: dict[str, Any], known: dict[str, Institution]) -> Offer:
    match = known.get(read["match"] or "")
    rivals = [known[slug] for slug in read["candidates"] if slug in known]
    kind = Institution.Kind(read["kind"]).label if read["kind"] in Institution.Kind else "Lembaga"
    if match:
        reason = f"Nama atau singkatannya cocok dengan data. {_confidence(read)}"
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


def _units(read: list[dict[str, Any]], day: date | None) -> Iterable[Offer]:
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


def _visit(reading: dict[str, Any], day: date | None) -> Offer:
    told = reading["visit"]
    plan = visit_of(reading)
    plans = plans_of(reading, day)
    meant = the_one(plans)
    planned = [_planned(one, is_alone=len(plans) == 1) for one in plans]
    recorded = [] if meant else _recorded(reading, plan, day)
    reasons = [reason_for(plans)] if plans else []
    if recorded:
        reasons.append(RECORDED)
    return Offer(
        key="visit",
        kind="visit",
        word="Kunjungan",
        name=plan.title if plan else "",
        detail=Visit.Kind(visit_kind(told["kind"])).label,
        reason=" ".join(reasons) or "Naskah menceritakan kunjungan; belum ada rencana yang cocok.",
        choices=(*planned, *recorded, Choice(NEW, "Catat kunjungan baru"), Choice(NONE, "Jangan dicatat")),
        preset=meant.visit.slug if meant else "",
        proposed={name: told[name] for name in ("kind", "hosts", "guests", "match", "candidates")},
        read=told,
    )


def _planned(plan: Plan, is_alone: bool) -> Choice:
    """A plan beside others tells itself what of it agrees; one alone has the reason for that."""
    visit = plan.visit
    detail = (
        visit.dates
        if is_alone
        else f"{visit.dates}. Sama: {plan.same}. Belum pasti: {plan.other or 'tidak ada'}."
    )
    return Choice(visit.slug, f"Kunjungan terencana: {visit.title}", detail)


def _recorded(reading: dict[str, Any], plan: VisitDecision | None, day: date | None) -> list[Choice]:
    """Visits told already, by an article or by hand, that this text may tell again."""
    if plan is None or day is None:
        return []
    known = {body["name"]: body["match"] for body in reading["institutions"] if body["match"]}
    taken_place = (Visit.Status.DONE, Visit.Status.RECEIVED_BY_SECRETARIAT)
    found = visits_on_file(day, plan, known).filter(status__in=taken_place)
    return [Choice(v.slug, f"Kunjungan tercatat: {v.title}", v.dates) for v in found[:MOST_RECORDED]]


def _topics(names: list[str], article: Article | None) -> Iterable[Offer]:
    linked = set(article.topics.values_list("name", flat=True)) if article else set()
    known = {name.casefold() for name in Topic.objects.values_list("name", flat=True)}
    for number, name in enumerate(names):
        if name in linked:
            continue
        is_known = name.casefold() in known
        yield Offer(
            key=f"topic-{number}",
            kind="topic",
            word="Topik",
            name=name,
            reason="Nama topik atau padanannya disebut di naskah."
            if is_known
            else "Dibahas dalam kunjungan ini; belum ada di daftar topik.",
            choices=(
                Choice(name, "Pakai") if is_known else Choice(NEW, "Buat topik baru"),
                Choice(NONE, "Jangan pakai"),
            ),
            preset=name if is_known else "",
            proposed=name,
        )


def _quotes(reading: dict[str, Any], article: Article | None) -> Iterable[Offer]:
    """Who said what: whoever else the text names may be chosen, and words of nobody named are not kept for anybody."""
    kept = _kept_words(article) if article else set()
    for number, quote in enumerate(reading["quotes"]):
        if quote["text"] not in kept:
            yield _quote(f"quote-{number}", quote, _near(quote, reading["officials"]))


def _kept_words(article: Article) -> set[str]:
    """The article's quotations, also as they were read before a misspelling in them was mended."""
    taken = article.proposals.filter(kind="quote").exclude(decision="rejected")
    as_read = {proposed["word"] for proposed in taken.values_list("proposed", flat=True) if proposed}
    return as_read | set(article.quotes.values_list("text", flat=True))


def _near(quote: dict[str, Any], people: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The speaker first, then those who are named nearest to the words."""

    def distance(person: dict[str, Any]) -> tuple[bool, int]:
        spans = person["spans"] or [quote["span"]]
        return person["name"] != quote["speaker"], min(abs(start - quote["span"][1]) for start, _ in spans)

    return sorted(people, key=distance)[:MOST_SPEAKERS]


def _quote(key: str, quote: dict[str, Any], people: list[dict[str, Any]]) -> Offer:
    speaker = quote["speaker"] or ""
    is_official = any(person["name"] == speaker for person in people)
    if is_official and quote["verb"] and not quote["verb"].endswith("nya"):
        reason = f"Nama {speaker} disebut bersama kutipan ini."
    elif is_official:
        reason = (
            f"Nama pembicara tidak tertulis di dekatnya; {speaker} disimpulkan dari kalimat di sekitarnya."
        )
    elif speaker:
        reason = f"Diucapkan {speaker}, yang bukan pejabat di naskah ini."
    else:
        reason = "Pembicaranya tidak disebut dengan nama."
    return Offer(
        key=key,
        kind="quote",
        word="Kutipan",
        name=f"“{quote['text']}”",
        reason=reason,
        choices=(
            *(
                Choice(person["name"], full_name(person["front_title"], person["name"], person["back_title"]))
                for person in people
            ),
            Choice(NONE, "Jangan catat atas nama siapa pun"),
        ),
        preset=speaker if is_official else NONE,
        proposed={"word": quote["text"], "speaker": speaker} if is_official else None,
        read=quote,
    )


def _spelling(read: list[dict[str, Any]]) -> Iterable[Offer]:
    """One offer a word, wherever it stands; nothing is mended before somebody says so."""
    words = {entry["word"]: entry for entry in reversed(read)}
    for number, entry in enumerate(reversed(words.values())):
        yield Offer(
            key=f"spelling-{number}",
            kind="spelling",
            word="Ejaan",
            name=entry["word"],
            reason=entry.get("reason") or "Tidak ada di kamus, dan bukan nama yang dikenal.",
            choices=(*(Choice(word, word) for word in entry["suggestions"]), Choice(NONE, "Biarkan")),
            proposed={"word": entry["word"], "suggestions": entry["suggestions"]},
            read=entry,
        )


def _confidence(read: dict[str, Any]) -> str:
    return f"Keyakinan {round(read['confidence'] * 100)} persen."
