"""Titles and texts from the word banks: plausible Indonesian that nobody said."""

from dataclasses import dataclass
from datetime import date
from random import Random

from dprd_news.lib.indonesian import long_date
from dprd_news.populate import words

PARAGRAPHS = (7, 11)


@dataclass(frozen=True)
class Scene:
    """What one article is about; its sentences are filled with these."""

    unit: str
    body: str
    person: str  # with titles
    speaker: str  # without
    topic: str
    issues: tuple[str, ...]
    day: date


def title(rng: Random, scene: Scene) -> str:
    return rng.choice(words.TITLES).format(**_slots(rng, scene))


def body(rng: Random, scene: Scene) -> str:
    """HTML paragraphs. Nothing in the banks needs escaping."""
    paragraphs = [rng.choice(words.OPENINGS).format(**_slots(rng, scene))]
    for _ in range(rng.randint(*PARAGRAPHS)):
        paragraphs.append(_quote(rng, scene) if rng.random() < 0.3 else _statements(rng, scene))
    paragraphs.append(rng.choice(words.CLOSINGS).format(**_slots(rng, scene)))
    return "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)


def purpose(rng: Random, scene: Scene) -> str:
    return rng.choice(words.PURPOSES).format(issue=rng.choice(scene.issues))


def _statements(rng: Random, scene: Scene) -> str:
    chosen = rng.sample(words.STATEMENTS, rng.randint(2, 3))
    return " ".join(sentence.format(**_slots(rng, scene)) for sentence in chosen)


def _quote(rng: Random, scene: Scene) -> str:
    said = rng.choice(words.QUOTES).format(**_slots(rng, scene))
    return f"“{said},” {rng.choice(words.VERBS)} {scene.speaker}."


def _slots(rng: Random, scene: Scene) -> dict[str, str]:
    return {
        "unit": scene.unit,
        "body": scene.body,
        "person": scene.person,
        "topic": scene.topic,
        "issue": rng.choice(scene.issues),
        "place": rng.choice(words.PLACES),
        "room": rng.choice(words.ROOMS),
        "building": rng.choice(words.BUILDINGS),
        "date": long_date(scene.day),
        "year": str(scene.day.year),
    }
