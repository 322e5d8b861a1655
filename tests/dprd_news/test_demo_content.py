import json
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from dprd_news.demo.drawings import SCENES, draw, draw_emblem, draw_portrait

DEMO = Path(__file__).resolve().parents[2] / "dprd_news" / "demo"
DAYS = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]
MONTHS = [
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
]
DAY = "|".join(DAYS)
SHORT_DATE = re.compile(rf"({DAY}) \((\d+)/(\d+)/(\d{{4}})\)")
LONG_DATE = re.compile(rf"(?<![–\w])({DAY}), (\d+) ({'|'.join(MONTHS)}) (\d{{4}})")
RANGE = re.compile(rf"({DAY})–({DAY}), (\d+)–(\d+) ({'|'.join(MONTHS)}) (\d{{4}})")
ANY_DATE = re.compile(rf"\d+ (?:{'|'.join(MONTHS)}) \d{{4}}|\d+/\d+/\d{{4}}")
# Everyone who speaks or acts is named with degrees at the first mention.
WITH_DEGREE = re.compile(r"((?:[A-Z][a-z]+ ){1,4}[A-Z][a-z]+), (?:S|M|Ph)\.")


def read(name):
    return json.loads((DEMO / name).read_text(encoding="utf-8"))


def release(article):
    return (DEMO / "releases" / f"{article['slug']}.txt").read_text(encoding="utf-8")


def articles():
    return read("articles.json")["articles"]


def printed_dates(text):
    """(weekday as printed, date) of every date that carries a weekday."""
    found = [(d, date(int(y), int(m), int(n))) for d, n, m, y in SHORT_DATE.findall(text)]
    found += [(d, date(int(y), MONTHS.index(m) + 1, int(n))) for d, n, m, y in LONG_DATE.findall(text)]
    for first, last, start, end, month, year in RANGE.findall(text):
        number = MONTHS.index(month) + 1
        found += [(first, date(int(year), number, int(start))), (last, date(int(year), number, int(end)))]
    return found


def texts():
    """All that readers may see of an article: the release, its captions."""
    return [(a, release(a) + "\n".join(p["caption"] for p in a["photos"])) for a in articles()]


def test_every_release_belongs_to_one_article():
    files = sorted(path.stem for path in (DEMO / "releases").iterdir())

    slugs = sorted(article["slug"] for article in articles())

    assert files == slugs
    assert len(slugs) >= 26


def test_releases_hold_250_to_450_words():
    counts = {article["slug"]: len(release(article).split()) for article in articles()}

    outside = {slug: count for slug, count in counts.items() if not 250 <= count <= 450}

    assert outside == {}


def test_every_printed_date_names_its_right_weekday():
    wrong = [
        (article["slug"], name, str(day))
        for article, text in texts()
        for name, day in printed_dates(text)
        if name != DAYS[day.weekday()]
    ]

    assert wrong == []


def test_every_printed_date_carries_a_weekday():
    bare = {
        article["slug"]: ANY_DATE.findall(text)
        for article, text in texts()
        if len(ANY_DATE.findall(text)) != len(printed_dates(text)) - len(RANGE.findall(text))
    }

    assert bare == {}


def test_event_dates_stand_in_the_text():
    missing = [
        article["slug"]
        for article in articles()
        if article["event_date"]
        and date.fromisoformat(article["event_date"])
        not in [day for _, day in printed_dates(release(article))]
    ]

    assert missing == []


def test_releases_call_a_commission_what_it_was_called_that_day():
    wrong = [
        (article["slug"], letter_or_number)
        for article in articles()
        for letter_or_number in re.findall(r"Komisi ([A-D]|I{1,3}|IV)\b", release(article))
        if article["event_date"]
        and (letter_or_number in "ABCD") != (article["event_date"] < "2025-01-01")
        and "yang sebelumnya bernama Komisi" not in release(article)
    ]

    assert wrong == []


def test_everybody_is_marked_as_fictional():
    people = read("people.json")

    unmarked = [
        person["name"] for person in people if "Tokoh contoh untuk peragaan" not in person["biography"]
    ]

    assert unmarked == []
    assert len(people) == 14


def test_whoever_acts_is_one_of_the_fictional_people():
    names = {person["name"] for person in read("people.json")}
    visits = read("visits.json")

    linked = {official["name"] for record in [*articles(), *visits] for official in record["officials"]}
    heads = {party["head"] for visit in visits for party in visit["parties"] if party["head"]}
    printed = {name for article in articles() for name in WITH_DEGREE.findall(release(article))}
    strangers = {name for name in printed if not any(name.endswith(known) for known in names)}

    assert linked | heads <= names
    assert strangers == set()
    assert names <= linked | heads


def test_linked_officials_stand_in_the_text_with_their_titles():
    people = {person["name"]: person for person in read("people.json")}

    missing = []
    for article in articles():
        for official in article["officials"]:
            person = people[official["name"]]
            front = f"{person['front_title']} " if person["front_title"] else ""
            if f"{front}{person['name']}, {person['back_title']}" not in release(article):
                missing.append((article["slug"], person["name"]))

    assert missing == []


def test_references_resolve():
    topics = {topic["name"] for topic in read("topics.json")}
    institutions = {
        row["name"] for file in ("institutions.json", "bandung/institutions.json") for row in read(file)
    }
    posts = {row["name"] for file in ("posts.json", "bandung/posts.json") for row in read(file)}
    visits = {visit["key"]: visit for visit in read("visits.json")}
    records = [*articles(), *visits.values()]

    named = {name for article in articles() for name in article["institutions"]}
    named |= {party["institution"] for visit in visits.values() for party in visit["parties"]}
    named |= {party["unit"] for visit in visits.values() for party in visit["parties"] if party["unit"]}
    named |= {post["institution"] for person in read("people.json") for post in person["posts"]}
    named |= {row["parent"] for row in read("institutions.json") if row["parent"]}

    assert {topic for record in records for topic in record["topics"]} <= topics
    assert {article["visit"] for article in articles() if article["visit"]} <= set(visits)
    assert {post["post"] for person in read("people.json") for post in person["posts"]} <= posts
    assert named - institutions == set()


def test_articles_of_a_visit_fall_on_its_days():
    visits = {visit["key"]: visit for visit in read("visits.json")}

    apart = [
        article["slug"]
        for article in articles()
        if article["visit"]
        and visits[article["visit"]]["status"] != "cancelled"
        and article["event_date"] != visits[article["visit"]]["starts_on"]
    ]

    assert apart == []


def test_demo_shows_every_state():
    rows = articles()

    states = Counter(article["state"] for article in rows)
    photos = Counter(len(article["photos"]) for article in rows if article["state"] == "published")

    assert states == {"published": 25, "draft": 2, "in_review": 1, "scheduled": 1, "withdrawn": 1}
    assert [article["scheduled_in_days"] for article in rows if article["state"] == "scheduled"] == [7]
    assert all(article["withdrawal_reason"] for article in rows if article["state"] == "withdrawn")
    assert sum(bool(article["corrections"]) for article in rows) == 2
    assert photos[0] == photos[8] == 1
    assert sum(200 < len(article["title"]) <= 250 for article in rows) == 1


def test_demo_shows_every_kind_of_visit_record():
    visits = read("visits.json")

    statuses = {visit["status"] for visit in visits}
    guests = [sum(party["side"] == "guest" for party in visit["parties"]) for visit in visits]

    assert len(visits) >= 14
    assert statuses == {"requested", "planned", "done", "received_by_secretariat", "postponed", "cancelled"}
    assert max(guests) == 3
    assert sum(visit["starts_on"] is None for visit in visits) == 1
    assert all(visit["ends_on"] is None or visit["starts_on"] < visit["ends_on"] for visit in visits)


def test_pictures_are_told_apart_described_and_credited():
    photos = [photo for article in articles() for photo in article["photos"]]

    drawn = Counter((photo["scene"], photo["seed"], photo["aspect"]) for photo in photos)

    assert {photo["scene"] for photo in photos} == set(SCENES)
    assert [key for key, count in drawn.items() if count > 1] == []
    assert {photo["credit"] for photo in photos} == {"Ilustrasi contoh"}
    assert all(photo["alt"].startswith("Gambar ilustrasi: ") and photo["caption"] for photo in photos)
    assert {photo["aspect"] for photo in photos} == {"3:2", "4:3", "2:3", "16:9"}


@pytest.mark.parametrize("scene", sorted(SCENES))
def test_scene_is_drawn_the_same_each_time_and_varies_by_seed(scene):
    first, again, other = (draw(scene, seed, (240, 160)) for seed in (1, 1, 6))

    assert (first.mode, first.size) == ("RGB", (240, 160))
    assert first.tobytes() == again.tobytes()
    assert first.tobytes() != other.tobytes()


def test_tall_scene_has_the_size_asked_for():
    assert draw("park", 2, (120, 180)).size == (120, 180)


def test_emblem_is_clear_outside_its_shield():
    emblem = draw_emblem((200, 200))

    corner, middle = emblem.getpixel((0, 0)), emblem.getpixel((100, 100))

    assert (emblem.mode, corner[3], middle[3]) == ("RGBA", 0, 255)


def test_portrait_shows_its_initials():
    blank, lettered = draw_portrait(3, (120, 120), ""), draw_portrait(3, (120, 120), "RW")

    assert (lettered.mode, lettered.size) == ("RGB", (120, 120))
    assert blank.tobytes() != lettered.tobytes()
