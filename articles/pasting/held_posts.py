"""The words before a person's name against the posts on file: which one they mean, and whether they are true."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from dprd_news.lib.indonesian import date_range
from people.models import Institution, Official, Position, Post


@dataclass(frozen=True)
class HeldPost:
    """A post of a body on file as printed; `holder` is who holds it that day, where only one can."""

    post: Post
    institution: Institution
    acting: str
    label: str
    holder: str = ""


def held_posts(read: Iterable[dict[str, Any]], day: date | None) -> dict[str, HeldPost]:
    """By the printed role, for every person of a reading whose post and body are both on file, and only once."""
    roles = {
        person["role"]: person["institution"] for person in read if person["role"] and person["institution"]
    }
    bodies = _bodies(set(roles.values()))
    posts = list(Post.objects.all())
    found = {}
    for role, whole in roles.items():
        fitting = list(_fitting(role, bodies[whole], posts, day))
        if len(fitting) == 1:
            found[role] = fitting[0]
    return found


def contradiction(role: str, official: Official, day: date | None) -> str:
    """What is printed and what is on file for that day, where neither can be short for the other; else ""."""
    held = official.positions_on(day) if day else list(official.positions.all())
    if not role or not held or any(_agrees(role, position, day) for position in held):
        return ""
    when = f" per {date_range(day, None)}" if day else ""
    on_file = "; ".join(position.label_on(day) if day else position.label for position in held[:3])
    return f"Di naskah: {role}. Di data{when}: {on_file}."


def _agrees(role: str, position: Position, day: date | None) -> bool:
    """Whether the printed words are this post, more or less of it, or say that its holder sits in that council."""
    body, post = position.institution, position.post.name
    labels = [position.label_on(day), position.label]
    if body.short_name:
        labels.append(f"{position.acting} {post} {body.short_name} {body.parent or ''}")
    council = body.parent or body
    if council.kind == Institution.Kind.COUNCIL:
        labels.append(f"Anggota {council.name}")
    printed = _words(role)
    return any(_begins_alike(printed, _words(label)) for label in labels)


def _words(text: str) -> list[str]:
    bare = text.casefold().replace("walikota", "wali kota")
    return [word.strip(".,") for word in bare.split()]


def _begins_alike(one: list[str], other: list[str]) -> bool:
    length = min(len(one), len(other))
    return one[:length] == other[:length]


def _bodies(names: set[str]) -> dict[str, list[Institution]]:
    """Whole bodies of these names with their parts, by the whole body's name."""
    found: dict[str, list[Institution]] = defaultdict(list)
    named = Q(name__in=names) | Q(parent__name__in=names)
    for body in Institution.objects.filter(named).select_related("region", "parent"):
        for name in {body.name, body.parent.name if body.parent else ""} & names:
            found[name].append(body)
    return found


def _fitting(role: str, bodies: list[Institution], posts: list[Post], day: date | None) -> Iterable[HeldPost]:
    acting, bare = _acting(role)
    printed = bare.casefold()
    for post in posts:
        if not printed.startswith(post.name.casefold()):
            continue
        for body in bodies:
            position = Position(post=post, institution=body)
            labels = {position.label_on(day), position.label}
            labels |= {f"{post} {name}" for name in body.short_names_on(day)}
            if body.existed_on(day) and printed in {label.casefold() for label in labels}:
                held = Position(post=post, institution=body, acting=acting)
                yield HeldPost(post, body, acting, held.label_on(day), _holder(post, body, acting, day))


def _acting(role: str) -> tuple[str, str]:
    """The word for somebody who stands in, as we write it, and the rest."""
    for acting in Position.Acting:
        word = acting.value.rstrip(".")
        first, _, rest = role.partition(" ")
        if first.rstrip(".").casefold() == word.casefold():
            return acting.value, rest
    return "", role


def _holder(post: Post, body: Institution, acting: str, day: date | None) -> str:
    if not post.is_single or acting or day is None:
        return ""
    held = Position.objects.held_on(day).filter(post=post, institution=body, acting="")
    first = held.select_related("official").first()
    return str(first.official) if first else ""
