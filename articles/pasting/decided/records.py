"""People, posts and bodies that the editor links or makes."""

import re
from dataclasses import replace

from articles.decisions import BodyDecision, PersonDecision, PositionDecision, body_of, person_of
from articles.models import ArticleOfficial
from articles.pasting.answers import Answers
from articles.pasting.decided.outcome import Outcome
from articles.pasting.lengths import too_long_for_offer
from articles.pasting.offers import NEW, NONE, OTHER, Offer
from articles.pasting.on_file import Namesake, bodies_named, people_named
from people.models import Institution

_YEAR = re.compile(r"(?:19|20)\d\d")


def decide_person(answers: Answers, offer: Offer, choice: str, outcome: Outcome) -> None:
    read = offer.read
    if choice == NONE:
        outcome.judge(offer, "rejected")
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
    outcome.judge(offer, "accepted" if is_as_read and _was_offered(offer, choice) else "changed")


def decide_position(answers: Answers, offer: Offer, choice: str, outcome: Outcome) -> None:
    """Only a new person is given a post; who is on file has posts of their own."""
    people = outcome.decisions.people
    at = next((n for n, one in enumerate(people) if one.read_as == offer.read["name"] and not one.slug), None)
    if at is None:
        return
    if choice == NONE:
        outcome.judge(offer, "rejected")
        return
    year = answers.text(f"{offer.key}-year")
    if year and not _YEAR.fullmatch(year):
        outcome.errors[offer.key] = "Tulis tahunnya dengan empat angka, atau kosongkan."
        return
    position = PositionDecision(
        offer.read["post_id"], offer.read["institution"], offer.read["acting"], int(year) if year else None
    )
    people[at] = replace(people[at], position=position)
    outcome.judge(offer, "accepted")


def decide_body(answers: Answers, offer: Offer, choice: str, outcome: Outcome) -> None:
    read = offer.read
    if choice == NONE:
        outcome.judge(offer, "rejected")
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
    outcome.judge(offer, "accepted" if is_as_read and _was_offered(offer, choice) else "changed")


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
