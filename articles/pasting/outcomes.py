"""What an editor answered on the screen, turned into decisions, a draft and a record of both."""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from articles.decisions import (
    BodyDecision,
    Decisions,
    PersonDecision,
    PositionDecision,
    QuoteDecision,
    VisitDecision,
    body_of,
    person_of,
    visit_of,
)
from articles.markup import with_markup_of
from articles.models import Article, ArticleOfficial, Proposal
from articles.pasting.answers import Answers
from articles.pasting.lengths import too_long, too_long_for_offer
from articles.pasting.offers import NEW, NONE, OTHER, Offer
from articles.pasting.on_file import Namesake, bodies_named, people_named
from people.models import Institution, Visit

SIDES = (("guest", "guests"), ("host", "hosts"), ("companion", "companions"))
_YEAR = re.compile(r"(?:19|20)\d\d")
_TEXT_OF_HTML = re.compile(r"(?<=>)[^<]+")


@dataclass(frozen=True)
class Judged:
    """One offer as it was decided, for the record."""

    kind: str
    rule: str
    proposed: Any
    decision: str


@dataclass
class Outcome:
    """All that saving needs; with `errors` (message by field) nothing is saved. `still_open` names offers left open,
    and `namesakes` has those on file, slugs by the offer's key, about whom an error asks."""

    draft: dict[str, Any] = field(default_factory=dict)
    decisions: Decisions = field(default_factory=Decisions)
    judged: list[Judged] = field(default_factory=list)
    errors: dict[str, str] = field(default_factory=dict)
    still_open: list[str] = field(default_factory=list)
    namesakes: dict[str, list[str]] = field(default_factory=dict)


def draft_of(answers: Answers) -> dict[str, Any]:
    """The draft's own fields as saving would leave them."""
    outcome = Outcome()
    _fill_draft(answers, outcome)
    for offer in answers.offers:
        if offer.kind in {"title", "event_date"} and (choice := answers.chosen(offer)):
            _DECIDE[offer.kind](answers, offer, choice, outcome)
    return outcome.draft


def outcome_of(answers: Answers, may_make: Collection[str], may_publish: bool) -> Outcome:
    """What saving would do. `may_make` holds the kinds (official, institution, topic, visit) that may be made."""
    outcome = Outcome()
    _fill_draft(answers, outcome)
    for offer in answers.offers:
        choice = answers.chosen(offer)
        if choice == NEW and offer.kind not in may_make:
            outcome.errors[offer.key] = "Akun ini tidak boleh membuat data baru. Pilih yang ada."
        elif choice == "":
            if offer.kind not in {"title", "position"}:
                outcome.still_open.append(offer.name)
        else:
            _DECIDE[offer.kind](answers, offer, choice, outcome)
    _keep_links(answers, outcome.decisions)
    _decide_visit(answers, outcome, may_publish)
    _judge_fields(answers, outcome)
    outcome.errors |= too_long(answers, outcome.draft)
    return outcome


def _fill_draft(answers: Answers, outcome: Outcome) -> None:
    text = answers.text("body")
    before = answers.article.body if answers.article else ""
    body = _TEXT_OF_HTML.sub(lambda part: answers.mended(part[0]), with_markup_of(before, text))
    outcome.draft = {
        "body": body,
        "byline": answers.text("byline"),
        "place": answers.mended(answers.text("place")),
        "activity": answers.text("activity"),
        "event_end_date": _day(answers.text("event_end_date"), "event_end_date", outcome),
        "event_date": None,
        "title": "",
    }
    if outcome.draft["activity"] not in Article.Activity.values:
        outcome.errors["activity"] = "Pilih salah satu jenis kegiatan."
    if not text:
        outcome.errors["body"] = "Isi berita masih kosong."
    if not answers.chosen(answers.offers[0]):
        outcome.errors["title"] = "Pilih judul yang diusulkan, atau tulis sendiri."


def _decide_title(answers: Answers, offer: Offer, choice: str, outcome: Outcome) -> None:
    title = answers.text("title-other") if choice == OTHER else choice
    outcome.draft["title"] = answers.mended(title)
    if not title:
        outcome.errors["title"] = "Tulis judulnya, atau pilih salah satu usulan."
    elif offer.proposed and (answers.article is None or title != answers.article.title):
        _judge(offer, "accepted" if title in offer.proposed else "changed", outcome)


def _decide_date(answers: Answers, offer: Offer, choice: str, outcome: Outcome) -> None:
    text = answers.text("event_date-other") if choice == OTHER else choice
    day = None if choice == NONE else _day(text, "event_date", outcome)
    if choice == OTHER and not text:
        outcome.errors["event_date"] = "Isi tanggalnya, atau pilih “Belum diketahui”."
    outcome.draft["event_date"] = day
    end = outcome.draft["event_end_date"]
    if end and (day is None or end < day):
        outcome.errors["event_end_date"] = "Tanggal akhir perlu tanggal kegiatan, dan tidak mendahuluinya."
    if offer.proposed and (answers.article is None or day != answers.article.event_date):
        printed = day.isoformat() if day else ""
        decision = "accepted" if printed in offer.proposed else "changed" if printed else "rejected"
        _judge(offer, decision, outcome)


def _decide_person(answers: Answers, offer: Offer, choice: str, outcome: Outcome) -> None:
    read = offer.read
    if choice == NONE:
        _judge(offer, "rejected", outcome)
        return
    key = offer.key
    part = answers.text(f"{key}-part", read["part"])
    person = PersonDecision(
        read_as=read["name"],
        slug=_slug(answers, offer, choice, outcome),
        name=answers.text(f"{key}-name", read["printed"]),
        front_title=answers.text(f"{key}-front", read["front_title"]),
        back_title=answers.text(f"{key}-back", read["back_title"]),
        part=part if part in ArticleOfficial.Part.values else read["part"],
        post_printed=answers.text(f"{key}-post", read["role"]),
    )
    words = {"post": person.post_printed}
    if choice == NEW:
        words |= {"name": person.name, "front": person.front_title, "back": person.back_title}
    outcome.errors |= too_long_for_offer(offer.kind, key, words)
    if choice == NEW and not person.name:
        outcome.errors[key] = f"{offer.name}: nama pejabat baru masih kosong."
    elif choice == NEW:
        slug = _made_meanwhile(answers, offer, people_named(person.name, read), outcome)
        person = replace(person, slug=slug)
    outcome.decisions.people.append(person)
    is_as_read = person == person_of(read, person.slug)
    _judge(offer, "accepted" if is_as_read and _was_offered(offer, choice) else "changed", outcome)


def _decide_position(answers: Answers, offer: Offer, choice: str, outcome: Outcome) -> None:
    """Only a new person is given a post; who is on file has posts of their own."""
    people = outcome.decisions.people
    at = next((n for n, one in enumerate(people) if one.read_as == offer.read["name"] and not one.slug), None)
    if at is None:
        return
    if choice == NONE:
        _judge(offer, "rejected", outcome)
        return
    year = answers.text(f"{offer.key}-year")
    if year and not _YEAR.fullmatch(year):
        outcome.errors[offer.key] = "Tulis tahunnya dengan empat angka, atau kosongkan."
        return
    position = PositionDecision(
        offer.read["post_id"], offer.read["institution"], offer.read["acting"], int(year) if year else None
    )
    people[at] = replace(people[at], position=position)
    _judge(offer, "accepted", outcome)


def _decide_body(answers: Answers, offer: Offer, choice: str, outcome: Outcome) -> None:
    read = offer.read
    if choice == NONE:
        _judge(offer, "rejected", outcome)
        return
    body = BodyDecision(
        read_as=read["name"],
        slug=_slug(answers, offer, choice, outcome),
        name=answers.text(f"{offer.key}-name", read["name"]),
        kind=answers.text(f"{offer.key}-kind", read["kind"]),
        region_code=read["region_code"],
    )
    if choice == NEW and (not body.name or body.kind not in Institution.Kind.values):
        outcome.errors[offer.key] = f"{offer.name}: isi nama dan jenis lembaga baru."
    if choice == NEW:
        outcome.errors |= too_long_for_offer(offer.kind, offer.key, {"name": body.name})
        named = bodies_named(body.name, body.kind, body.region_code)
        body = replace(body, slug=_made_meanwhile(answers, offer, named, outcome))
    outcome.decisions.bodies.append(body)
    is_as_read = body == body_of(read, body.slug)
    _judge(offer, "accepted" if is_as_read and _was_offered(offer, choice) else "changed", outcome)


def _decide_simple(answers: Answers, offer: Offer, choice: str, outcome: Outcome) -> None:
    """A unit, a topic, a spelling: taken as it is or not."""
    if choice != NONE and offer.kind == "unit":
        outcome.decisions.units.append((offer.read["name"], offer.read["institution"] or ""))
    elif choice != NONE and offer.kind == "topic":
        outcome.decisions.topics.append(offer.name)
    _judge(offer, "rejected" if choice == NONE else "accepted", outcome)


def _decide_quote(answers: Answers, offer: Offer, choice: str, outcome: Outcome) -> None:
    speaker = offer.read["speaker"]
    if choice != NONE:
        outcome.decisions.quotes.append(QuoteDecision(answers.mended(offer.read["text"]), choice))
    if offer.proposed is not None or choice != NONE:
        decision = "rejected" if choice == NONE else "accepted" if choice == speaker else "changed"
        _judge(offer, decision, outcome)


def _mark_visit(answers: Answers, offer: Offer, choice: str, outcome: Outcome) -> None:
    """The visit itself is decided last, when everybody is known."""


def _decide_visit(answers: Answers, outcome: Outcome, may_publish: bool) -> None:
    offer = next((offer for offer in answers.offers if offer.kind == "visit"), None)
    plan = visit_of(answers.reading)
    choice = answers.chosen(offer) if offer else ""
    if offer is None or plan is None or choice == "":
        return
    if choice == NONE:
        _judge(offer, "rejected", outcome)
        return
    known = None if choice == NEW else Visit.objects.filter(slug=choice).first()
    if choice != NEW and known is None:
        outcome.errors["visit"] = "Kunjungan itu sudah tidak ada. Pilih yang lain."
        return
    decided = _visit_as_answered(answers, plan, outcome, known)
    if known is not None and not may_publish and known.is_fixed:
        decided = VisitDecision(**{**vars(decided), "is_filled_in": False})
        outcome.decisions.notes.append(
            "Kunjungan itu sudah disetujui atau tampil; hanya Redaktur yang dapat melengkapinya."
        )
    if choice == NEW:
        outcome.errors |= too_long_for_offer(offer.kind, offer.key, {"title": decided.title})
    outcome.decisions.visit = decided
    _judge(offer, "accepted" if _same_parties(decided, plan) else "changed", outcome)


def _visit_as_answered(
    answers: Answers, plan: VisitDecision, outcome: Outcome, known: Visit | None
) -> VisitDecision:
    parties: dict[str, list[str]] = {names: [] for _, names in SIDES}
    for number, (name, side) in enumerate(parties_of(answers.reading)):
        wanted = answers.text(f"visit-side-{number}", side)
        for word, names in SIDES:
            if wanted == word:
                parties[names].append(name)
    count = answers.text("visit-count", str(plan.people_count or ""))
    if count and not (count.isdecimal() and len(count) < 6):
        outcome.errors["visit"] = "Jumlah peserta ditulis dengan angka saja."
    kind = answers.text("visit-kind", plan.kind)
    attending = [p.read_as for p in outcome.decisions.people if p.part == "attendee"]
    return VisitDecision(
        slug=known.slug if known else "",
        title=answers.text("visit-title", plan.title) or plan.title,
        kind=kind if kind in Visit.Kind.values else plan.kind,
        guests=tuple(parties["guests"]),
        hosts=tuple(parties["hosts"]),
        companions=tuple(parties["companions"]),
        head=answers.text("visit-head", plan.head),
        received_by=plan.received_by,
        attending=tuple(name for name in attending if name not in plan.received_by),
        topics=tuple(name for name in plan.topics if name in outcome.decisions.topics),
        building=outcome.draft["place"],
        units=plan.units,
        starts_at=plan.starts_at,
        ends_at=plan.ends_at,
        purpose=answers.mended(answers.text("visit-purpose", plan.purpose)),
        people_count=int(count) if count.isdecimal() and len(count) < 6 else None,
    )


def parties_of(reading: dict[str, Any]) -> list[tuple[str, str]]:
    """Every body of the reading with its side in the visit, "" for none."""
    told = reading["visit"] or {}
    sides = {name: side for side, names in SIDES for name in told.get(names, [])}
    names = dict.fromkeys([*sides, *(body["name"] for body in reading["institutions"])])
    return [(name, sides.get(name, "")) for name in names]


def _same_parties(decided: VisitDecision, plan: VisitDecision) -> bool:
    sides = ("guests", "hosts", "companions")
    return all(set(getattr(decided, side)) == set(getattr(plan, side)) for side in sides)


def _keep_links(answers: Answers, decisions: Decisions) -> None:
    """Who and what the draft is linked to already takes part in its visit too."""
    offered = {offer.read["name"] for offer in answers.offers if offer.kind in {"official", "institution"}}
    for person in answers.reading["officials"]:
        if person["match"] and person["name"] not in offered:
            decisions.people.append(person_of(person, person["match"]))
    for body in answers.reading["institutions"]:
        if body["match"] and body["name"] not in offered:
            decisions.bodies.append(body_of(body, body["match"]))


def _judge_fields(answers: Answers, outcome: Outcome) -> None:
    """Fields that the reading filled in are judged by what stands there when the draft is saved.

    When a draft is read again they hold its own words, which say nothing of the reading.
    """
    if answers.article is not None:
        return
    proposed = {"byline": answers.reading["byline"], "place": answers.reading["venue"]}
    for name, value in proposed.items():
        if value:
            _judge_text(name, value, answers.text(name), outcome)
    _judge_text("activity", answers.reading["activity"], answers.text("activity"), outcome)
    first = answers.pasted.photos.first() if answers.reading["caption"] else None
    if first is not None:
        _judge_text("caption", answers.reading["caption"], answers.photo_words(first, "caption"), outcome)


def _judge_text(kind: str, value: str, now: str, outcome: Outcome) -> None:
    decision = "accepted" if now == value.strip() else "changed" if now else "rejected"
    outcome.judged.append(Judged(kind, "Dibaca dari naskah.", value, decision))


def _judge(offer: Offer, decision: str, outcome: Outcome) -> None:
    if offer.was_refused and decision == "rejected":
        # Nobody decided anything: it was refused before, and counts once.
        return
    outcome.judged.append(Judged(offer.kind, offer.reason[:300], offer.proposed, decision))


def _was_offered(offer: Offer, choice: str) -> bool:
    """Whether the choice is what the reading itself said: one on file or, for an unknown name, a new one."""
    return choice != OTHER and (choice != NEW or offer.is_unknown)


def _slug(answers: Answers, offer: Offer, choice: str, outcome: Outcome) -> str:
    """The slug of the record that was chosen, "" for a new one or, with an error, for none on file."""
    if choice != OTHER:
        return "" if choice == NEW else choice
    found = answers.others(offer)
    if len(found) == 1:
        return found[0]
    text = answers.text(f"{offer.key}-other")
    if text:
        problem = "Ada beberapa bernama" if found else "Tidak ada di data:"
        told = f"{problem} “{text}”. Tulis namanya lengkap, atau pilih dari usulan."
    else:
        whole = "Nama pejabat di data" if offer.kind == "official" else "Nama lembaga di data"
        told = f"Isian “{whole}” masih kosong. Tulis namanya, atau pilih dari usulan."
    outcome.errors[offer.key] = f"{offer.name}: {told}"
    return ""


def _made_meanwhile(answers: Answers, offer: Offer, named: list[Namesake], outcome: Outcome) -> str:
    """The slug of the one that the editor would make twice, "" where a new one is meant or, with an error, asked about.

    Whoever was shown a namesake and makes a new one all the same means another.
    """
    shown = answers.shown(offer)
    unseen = [one for one in named if one.slug not in shown]
    same = [one for one in unseen if one.is_same]
    if len(unseen) == len(same) == 1:
        outcome.decisions.notes.append(
            f"{same[0].name} sudah ada di data, jadi ditautkan dan tidak dibuat lagi."
        )
        return same[0].slug
    if unseen:
        names = "; ".join(one.name for one in unseen)
        outcome.namesakes[offer.key] = [one.slug for one in unseen]
        outcome.errors[offer.key] = (
            f"{offer.name}: sekarang ada yang bernama sama di data ({names}). Pilih yang itu, atau biarkan “Buat baru” "
            "bila memang lain, lalu simpan lagi."
        )
    return ""


def _day(text: str, name: str, outcome: Outcome) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        outcome.errors[name] = "Tulis tanggal seperti 2026-11-24."
        return None


_DECIDE: dict[str, Callable[[Answers, Offer, str, Outcome], None]] = {
    "title": _decide_title,
    "event_date": _decide_date,
    "official": _decide_person,
    "position": _decide_position,
    "institution": _decide_body,
    "unit": _decide_simple,
    "topic": _decide_simple,
    "quote": _decide_quote,
    "spelling": _decide_simple,
    "visit": _mark_visit,
}


def keep_judged(article: Article, judged: list[Judged], editor: Any) -> None:
    """Write down what was proposed for the article and what became of it."""
    Proposal.objects.bulk_create(
        Proposal(
            article=article,
            kind=one.kind,
            rule=one.rule,
            proposed=one.proposed,
            decision=one.decision,
            decided_by=editor,
        )
        for one in judged
    )
