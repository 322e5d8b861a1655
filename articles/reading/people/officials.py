"""Who is named in a release: each person once, with titles, post, every mention, and the record they fit."""

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date

from rapidfuzz.distance import DamerauLevenshtein

from ..bodies.body import Body
from ..bodies.units import Unit
from ..index import Index, bare
from ..language.lexicon import HONORIFICS, MOST_COMPARED, is_everyday, word_set
from ..language.passages import Span
from ..language.sentences import Sentences
from ..tables import KnownOfficial
from .mentions import Mention, find_mentions
from .namesakes import is_part, known_as
from .posts import Post
from .roles import post_of, role_beside

HONORIFIC = re.compile(rf"(?:{HONORIFICS}) $")
# "Andi, sapaan akrabnya", "yang akrab disapa Andi"
CALLED = re.compile(r"(?:,? |[-–])(?:demikian )?(?:sapaan|panggilan) (?:akrab|karib)")
IS_CALLED = re.compile(rf"\b(?:akrab|karib|biasa|kerap|sering) (?:disapa|dipanggil) (?:(?:{HONORIFICS}) )?$")
# Shorter names differ by two letters by nature: "Ade", "Adi".
MISSPELT_CHARS = 12
# Nearer to each other than so many characters two names may stand in one list.
LONGEST_LIST = 300
SHORT_NAME_CHARS = 8
INITIAL = re.compile(r"\b\w\b")
# A given name alone that is a letter away from that of somebody named in full: "Dewy" for Dewi Lestari.
SLIPPED_WORD = 4
# A second name cut shorter than this may be anybody's.
SHORTEST_CUT = 4
MUHAMMAD = re.compile(r"^(?:m|mo?c?hd?|muh|mo(?:ch|h)am(?:m?ad|ad)|muham(?:m?ad)) ")


@dataclass(frozen=True)
class Person:
    """One person of this release. `known` are the records that fit; one means it is that one."""

    name: str
    front_title: str
    back_title: str
    role: str
    institution: str | None
    unit: str | None
    known: tuple[KnownOfficial, ...]
    confidence: float
    spans: tuple[Span, ...] = field(default=())

    @property
    def match(self) -> str | None:
        return self.known[0].slug if len(self.known) == 1 and self.confidence >= 0.7 else None

    @property
    def candidates(self) -> tuple[str, ...]:
        return tuple(official.slug for official in self.known)


def find_people(
    index: Index,
    text: str,
    bodies: list[Body],
    units: list[Unit],
    posts: list[Post],
    day: date | None,
    title_end: int = 0,
) -> list[Person]:
    """People in order of first mention. `day` is the event's, for who held which post; None: not known."""
    named, everything = find_mentions(index, text, bodies, units, posts, title_end)
    groups = _grouped(index, text, named, everything)
    people = [_with_unit_or_part(_person(index, group, day), text, units) for group in groups]
    return _one_a_record(people)


def _one_a_record(people: list[Person]) -> list[Person]:
    """Two spellings of one name that fit the same record are one person: "Teddy" and "Tedy"."""
    found: dict[str, Person] = {}
    for number, person in enumerate(people):
        key = person.match or f"{number}"
        same = found.get(key)
        found[key] = _joined(same, person) if same else person
    return list(found.values())


def _joined(one: Person, other: Person) -> Person:
    fuller = other if not one.role or (other.institution and not one.institution) else one
    return replace(
        fuller,
        front_title=max(one.front_title, other.front_title, key=_letters),
        back_title=max(one.back_title, other.back_title, key=_letters),
        confidence=max(one.confidence, other.confidence),
        spans=tuple(sorted((*one.spans, *other.spans))),
    )


def _grouped(index: Index, text: str, named: list[Mention], everything: list[Mention]) -> list[list[Mention]]:
    """Mentions of one person together: same name, or a part of exactly one longer name; the same name only where there
    are too many."""
    groups: dict[str, list[Mention]] = {}
    for mention in named:
        groups.setdefault(mention.key, []).append(mention)
    if len(groups) > MOST_COMPARED:
        return sorted(groups.values(), key=lambda group: group[0].printed.start)
    for key in sorted(groups, key=lambda name: name.count(" ")):
        longer = _fullest([other for other in groups if other != key and is_part(key, other)])
        longer = _one_of_alike(longer) or _one_of_alike(
            [other for other in groups if other != key and _is_slip(key, other, groups)]
        )
        longer = longer or [other for other in groups if _is_short_form(key, other)]
        if not longer and (short := _before_place(index, key, groups[key])):
            longer = [other for other in groups if other != key and is_part(short, other)]
        longer = longer or [other for other in groups if _is_misspelt(key, other, groups)]
        longer = longer or [
            o for o in groups if o != key and _is_cut(key, o, groups[key], len(text.rstrip()))
        ]
        if len(longer) == 1 and not _contradict(groups[key], groups[longer[0]]):
            groups[longer[0]] += groups.pop(key)
    for key in [key for key in groups if _is_anybodys(key, groups)]:
        del groups[key]
    known = {mention.printed.start for group in groups.values() for mention in group}
    for mention in everything:
        if mention.printed.start not in known:
            owner = _owner(index, text, mention, groups)
            if owner:
                groups[owner].append(mention)
    _give_nicknames(text, groups, everything)
    ordered = [sorted(group, key=lambda m: m.printed.start) for group in groups.values()]
    return sorted(ordered, key=lambda group: group[0].printed.start)


def _fullest(names: list[str]) -> list[str]:
    """Without those that are part of another: "Salma Azzahra" beside "Salma Azzahra Putri"."""
    return [name for name in names if not any(name != other and is_part(name, other) for other in names)]


def _one_of_alike(names: list[str]) -> list[str]:
    """The first of names that are one name in two spellings, all of them else."""
    first = names[:1]
    alike = all(DamerauLevenshtein.distance(first[0], name, score_cutoff=2) <= 2 for name in names[1:])
    return first if names and alike else names


def _give_nicknames(text: str, groups: dict[str, list[Mention]], everything: list[Mention]) -> None:
    """ "kata Andi, sapaan akrabnya": whoever was spoken of before is called so from there on."""
    called = {
        m.key
        for m in everything
        if CALLED.match(text, m.printed.end)
        or IS_CALLED.search(text[max(0, m.printed.start - 30) : m.printed.start])
    }
    sentences = Sentences(text) if called else None
    for name in called:
        spoken = [replace(m, is_nickname=True) for m in everything if m.key == name]
        if any(m.key == name for other in groups if other != name for m in groups[other]):
            # Somebody's nickname on file.
            continue
        if sum(other != name and is_part(name, other) for other in groups) == 1:
            # "pungkas Wa Dewi, sapaan akrabnya", of Wa Dewi Lestari.
            continue
        namesakes = _named_behind(text, spoken, groups) or [
            key for key in groups if key != name and set(key.split()) & set(name.split())
        ]
        # "Baiq Dewi, sapaan akrab" is Dewi Lestari, whoever was spoken of last.
        owner = (
            namesakes[0]
            if len(namesakes) == 1
            else _told_of(groups, name, spoken[0].printed.start, sentences)
        )
        if owner:
            groups[owner] += spoken
            groups.pop(name, None)


def _named_behind(text: str, spoken: list[Mention], groups: dict[str, list[Mention]]) -> list[str]:
    """ "Kang Asep, panggilan akrab Dewi": the one whose name follows."""
    ends = {called.end() + 1 for m in spoken if (called := CALLED.match(text, m.printed.end))}
    return [key for key, group in groups.items() if any(m.printed.start in ends for m in group)]


def _told_of(
    groups: dict[str, list[Mention]], name: str, end: int, sentences: Sentences | None
) -> str | None:
    """Whom the last sentence before `end` that names somebody names first."""
    before = [
        (m.printed.start, key)
        for key, group in groups.items()
        for m in group
        if key != name and m.printed.start < end
    ]
    if not before or not sentences:
        return None
    begin, _ = sentences.at(max(before)[0])
    return min(place for place in before if place[0] >= begin)[1]


def _is_anybodys(key: str, groups: dict[str, list[Mention]]) -> bool:
    """A given name that several people of this text bear, and nothing before it says whose it is here."""
    if " " in key or sum(other != key and is_part(key, other) for other in groups) < 2:
        return False
    return not any(m.printed.front or (m.post and m.post.start < m.span[0]) for m in groups[key])


def _is_cut(short: str, long: str, group: list[Mention], text_end: int) -> bool:
    """The last words of a text that was copied in part: "Dewi Les" for Dewi Lestari."""
    return " " in short and long.startswith(short) and all(m.printed.end >= text_end - 1 for m in group)


def _before_place(index: Index, key: str, group: list[Mention]) -> str:
    """ "Dewi" of "lanjut Dewi Mekarsari berusaha", a short name and behind it a place without a comma; "" else."""
    short, _, place = key.partition(" ")
    is_plain = place and not any(m.post or m.printed.front or m.printed.back for m in group)
    return short if is_plain and index.is_place(place) else ""


def _is_short_form(short: str, long: str) -> bool:
    """ "Yuli Lestari" for Yulianus Lestari: a given name cut short before the same last one; "Andi Faiz" for Andi
    Faizal Hasdam: the second of more names cut short."""
    one, other = short.split(), long.split()
    if len(one) == 2 < len(other):
        return one[0] == other[0] and len(one[1]) >= SHORTEST_CUT and other[1].startswith(one[1])
    if short == long or len(one) != len(other) or len(one) < 2 or one[-1] != other[-1]:
        return False
    pairs = list(zip(one, other, strict=True))
    return all(word == full or (len(word) > 2 and full.startswith(word)) for word, full in pairs)


def _is_slip(short: str, long: str, groups: dict[str, list[Mention]]) -> bool:
    """A name without a post that differs by one letter from the start of one named earlier, "Nur Agus"; by two behind
    the same first name."""
    start = " ".join(long.split(" ")[: short.count(" ") + 1])
    first_same = len(short) >= MISSPELT_CHARS and short.split(" ")[0] == start.split(" ")[0]
    letters = DamerauLevenshtein.distance(short, start, score_cutoff=2)
    if not 1 <= letters <= 1 + first_same:
        return False
    if letters > 1 and set(short.split()) ^ set(start.split()) <= word_set("given_names.txt"):
        # "Muhammad Yunus", "Muhammad Yusuf"
        return False
    fronts, backs = ({getattr(m.printed, side) for m in groups[long]} for side in ("front", "back"))
    if _sole_posts(groups[short]) & _sole_posts(groups[long]):
        # "Bupati X Dony Ahmad, ... Bupati X Donny"
        return True
    return (" " in short or len(short) >= SLIPPED_WORD) and not any(
        m.post or m.printed.back not in {"", *backs} or m.printed.front not in {"", *fronts}
        for m in groups[short]
    )


def _is_misspelt(key: str, other: str, groups: dict[str, list[Mention]]) -> bool:
    """A name two letters at most from that of somebody named oftener, or with Moh. for his Moch., in one post."""
    if " " not in key or key == other:
        return False
    is_shortened = _shortened(key) == _shortened(other)
    if not is_shortened and DamerauLevenshtein.distance(key, other, score_cutoff=2) > 2:
        return False
    posts = [{(m.post.head, m.post.unit) for m in groups[name] if m.post} for name in (key, other)]
    if not posts[0] & posts[1]:
        return False
    of_one_unit = any(unit for _, unit in posts[0] & posts[1])
    if (of_one_unit or key.count(" ") > 1) and _is_one_letter_off(key, other, groups):
        return groups[other][0].printed.start < groups[key][0].printed.start
    is_sole = _sole_posts(groups[key]) & _sole_posts(groups[other])
    if is_shortened or (is_sole and min(len(key), len(other)) >= SHORT_NAME_CHARS):
        return groups[other][0].printed.start < groups[key][0].printed.start
    return len(groups[other]) > len(groups[key]) and len(key) >= MISSPELT_CHARS


def _is_one_letter_off(key: str, other: str, groups: dict[str, list[Mention]]) -> bool:
    """Members of one komisi, names a letter apart, who never stand side by side: one member, unless both names are
    usual ones, as "Andi" and "Ardi" are."""
    if DamerauLevenshtein.distance(key, other) != 1:
        return False
    starts = [[m.printed.start for m in groups[name]] for name in (key, other)]
    listed = any(abs(one - two) < LONGEST_LIST for one in starts[0] for two in starts[1])
    differing = set(key.split()) ^ set(other.split())
    return not listed and not differing <= word_set("given_names.txt")


def _sole_posts(group: list[Mention]) -> set[tuple[str, str | None, str]]:
    """Posts that one person alone holds: who bears nearly the holder's name is the holder."""
    return {
        (m.post.head, m.post.unit, m.post.institution)
        for m in group
        if m.post and m.post.complete and m.post.institution and not m.post.may_be_shared
    }


def _shortened(key: str) -> str:
    return MUHAMMAD.sub("m ", key)


def _contradict(one: list[Mention], other: list[Mention]) -> bool:
    """Whether the bodies printed with their posts differ; whose a bare "Sekda" is was only thought of."""
    bodies = [
        {m.post.institution for m in group if m.post and m.post.institution and m.post.names_body}
        for group in (one, other)
    ]
    return bool(bodies[0] and bodies[1] and not bodies[0] & bodies[1])


def _owner(index: Index, text: str, mention: Mention, groups: dict[str, list[Mention]]) -> str | None:
    """The one person whose name or nickname this later mention is a part of."""
    fits = [key for key in groups if is_part(mention.key, key)]
    if not fits and HONORIFIC.search(text[max(0, mention.printed.start - 8) : mention.printed.start]):
        fits = [
            key for key in groups
            if any(mention.key == bare(_without_honorific(official.nickname)) for official in index.people.get(key, []) if official.nickname)
        ]  # fmt: skip
    earlier = [key for key in fits if groups[key][0].printed.start < mention.printed.start]
    # A lead may say only "Dewi" of whom the text names in full below.
    below = fits if not earlier and not is_everyday(mention.printed.name) else []
    fits = earlier or below
    return fits[0] if len(fits) == 1 else None


def _without_honorific(nickname: str) -> str:
    first, _, rest = nickname.partition(" ")
    return rest if rest and HONORIFIC.search(f"{first} ") else nickname


def _person(index: Index, group: list[Mention], day: date | None) -> Person:
    often = Counter(m.key for m in group)
    fullest = max(
        [m for m in group if not m.is_nickname] or group,
        key=lambda m: (
            m.key.count(" "),
            -len(INITIAL.findall(m.key)),
            often[m.key],
            bool(m.printed.front) + bool(m.printed.back),
        ),
    )
    post = post_of(group)
    bodies = [m.post.institution for m in group if m.post and m.post.institution]
    name = fullest.printed.name
    known, confidence = known_as(index, name, post, day)
    single = known[0] if len(known) == 1 and confidence >= 0.7 else None
    # The record tells whose a given name is and how a name is spelt, not how much of it is printed.
    is_shorter = single is not None and 1 < len(bare(name).split()) < len(bare(single.name).split())
    return Person(
        name=single.name if single and not is_shorter else name,
        front_title=max((m.printed.front for m in group), key=_letters),
        back_title=max((m.printed.back for m in group), key=_letters),
        role=post.text if post else "",
        institution=post.institution or next(iter(bodies), None) if post else None,
        unit=post.unit if post else None,
        known=known,
        confidence=confidence,
        spans=tuple(m.span for m in group),
    )


def _letters(titles: str) -> int:
    """How much titles say: a slipped space adds nothing."""
    return len(titles.replace(" ", ""))


def _with_unit_or_part(person: Person, text: str, units: list[Unit]) -> Person:
    role = None if person.role else role_beside(text, person.spans, units)
    if role is None:
        return person
    unit = role.unit
    if unit is None:
        return replace(person, role=role.text)
    return replace(person, role=role.text, institution=unit.institution, unit=unit.name)
