import json
import re
from html import unescape

import pytest
from django.urls import reverse

from articles.models import Article, PastedRelease
from articles.pasting.copies import keep
from articles.pasting.tabs import (
    KNOWN,
    MOST_PAGES,
    Overtaken,
    digests,
    last_turn,
    merged,
    overtaken,
    settled,
)
from tests.articles.pasting.pastes import own_copy, paste
from tests.articles.releases import SOURCE, make_world
from tests.factories import make_user


def sent(values, known, screen=""):
    state = {name: [value] for name, value in values.items()}
    return state | {"known": [digests(known)]} | ({"screen": [screen], "turn": ["1"]} if screen else {})


OPENED = {"place": "", "byline": "Nilam", "body": "Satu.\n\nDua."}


def test_field_that_another_page_changed_stays_beside_ones_own():
    stored = merged(sent(OPENED | {"place": "Pendopo"}, OPENED), {}).state

    merge = merged(sent(OPENED | {"byline": "Melati"}, OPENED), stored)

    assert {name: merge.state[name] for name in OPENED} == {
        "place": ["Pendopo"],
        "byline": ["Melati"],
        "body": ["Satu.\n\nDua."],
    }
    assert (merge.elsewhere, merge.clashes, overtaken(merge.state)) == ({"place": "Pendopo"}, [], [])
    assert json.dumps(merge.known, separators=(",", ":")) == digests(
        OPENED | {"place": "Pendopo", "byline": "Melati"}
    )


def test_field_that_both_changed_has_the_later_words_and_keeps_the_others():
    stored = merged(sent(OPENED | {"place": "Pendopo"}, OPENED, "a"), {}).state

    merge = merged(sent(OPENED | {"place": "Balai"}, OPENED, "b"), stored)

    (waits,) = overtaken(merge.state)
    assert (merge.state["place"], merge.clashes, waits) == (
        ["Balai"],
        ["place"],
        Overtaken("place", "Pendopo"),
    )
    assert settled(merge.state, waits.key, is_taken=True)["place"] == ["Pendopo"]
    dropped = settled(merge.state, waits.key, is_taken=False)
    assert (dropped["place"], overtaken(dropped)) == (["Balai"], [])


def test_own_words_that_are_under_way_are_no_others():
    stored = merged(sent(OPENED | {"place": "Pen"}, OPENED, "a"), {}).state

    merge = merged(sent(OPENED | {"place": "Pendopo"}, OPENED, "a"), stored)

    assert (merge.state["place"], merge.clashes) == (["Pendopo"], [])


def test_same_words_from_both_are_no_clash_however_their_lines_break():
    stored = merged(sent(OPENED | {"body": "Satu.\r\n\r\nTiga."}, OPENED, "a"), {}).state

    merge = merged(sent(OPENED | {"body": "Satu.\n\nTiga."}, OPENED, "b"), stored)

    assert (merge.clashes, overtaken(merge.state)) == ([], [])


def test_words_of_a_photo_that_a_page_does_not_show_stay():
    stored = merged(sent(OPENED | {"photo-5-alt": "Kebun"}, OPENED), {}).state

    merge = merged(sent(OPENED | {"place": "Balai"}, OPENED), stored)

    assert merge.state["photo-5-alt"] == ["Kebun"]


def test_answer_of_another_page_comes_with_what_that_page_offered():
    known = OPENED | {"official-0": ""}
    stored = merged(sent(known | {"official-0": "new", "official-0-shown": ""}, known), {}).state

    merge = merged(sent(known | {"official-0-shown": "rangga"}, known), stored)

    assert (merge.state["official-0"], merge.state["official-0-shown"]) == (["new"], [""])


@pytest.mark.parametrize("known", ["", "x", "[1]"])
def test_page_that_says_nothing_of_what_it_knows_is_taken_whole(known):
    merge = merged({"place": ["Balai"], "known": [known]}, {"place": ["Pendopo"], "byline": ["Nilam"]})

    assert (merge.state, merge.known) == ({"place": ["Balai"]}, {})


@pytest.mark.django_db
def test_late_state_of_a_page_is_overtaken_though_another_page_wrote_since():
    (pasted,) = paste(make_user("Penulis"), SOURCE)

    def state(place, screen, turn, byline="Nilam"):
        return sent(OPENED | {"place": place, "byline": byline}, OPENED, screen) | {"turn": [turn]}

    keep(pasted, state("Pendopo", "a", "5"))
    keep(pasted, state("", "b", "1", byline="Melati"))
    keep(pasted, state("Pen", "a", "4"))

    answers = PastedRelease.objects.get().answers
    assert (answers["place"], answers["byline"]) == (["Pendopo"], ["Melati"])


def form_of(page):
    """What a browser without a script would send of that page."""
    page = page.content.decode()
    form = {
        unescape(name): unescape(value)
        for name, value in re.findall(
            r'<input type="(?:text|hidden)"[^>]* name="([^"]+)" value="([^"]*)"', page
        )
    }
    form |= dict(re.findall(r'name="([^"]+)" value="([^"]*)" checked', page))
    form |= {
        name: unescape(value)
        for name, value in re.findall(r'<textarea[^>]* name="([^"]+)"[^>]*>([^<]*)</textarea>', page)
    }
    chosen = r'<select[^>]* name="([^"]+)"[^>]*>(?:(?!</select>).)*<option value="([^"]*)" selected'
    form |= dict(re.findall(chosen, page, re.DOTALL))
    for name in re.findall(r'<select[^>]* name="([^"]+)"', page):
        form.setdefault(name, "")
    return form


@pytest.fixture
def copy(client):
    make_world()
    return own_copy(client, group="Redaktur")


@pytest.mark.django_db
def test_page_knows_each_field_as_a_browser_sends_it(client, copy):
    form = form_of(client.get(reverse("admin:articles_article_pasted", args=[copy.pk])))

    known = json.loads(form.pop("known"))

    ours = {
        name: value for name, value in form.items() if name != "csrfmiddlewaretoken" and "-shown" not in name
    }
    assert set(ours) <= set(known)
    assert json.loads(digests({name: ours.get(name, "") for name in known})) == known


@pytest.mark.django_db
def test_two_pages_without_a_script_keep_what_each_of_them_wrote(client, copy):
    address = reverse("admin:articles_article_pasted", args=[copy.pk])
    one, other = form_of(client.get(address)), form_of(client.get(address))

    client.post(address, one | {"_keep": "1", "byline": "Melati", "official-2": "bagus-santoso"})
    shown = client.post(address, other | {"_keep": "1", "place": "Pendopo"}, follow=True).content.decode()

    answers = PastedRelease.objects.get().answers
    assert [answers[name] for name in ("byline", "place", "official-2")] == [
        ["Melati"],
        ["Pendopo"],
        ["bagus-santoso"],
    ]
    assert "mengikuti tab itu: Kode penulis; Pejabat Bagus Santoso." in shown


@pytest.mark.django_db
def test_field_that_two_pages_changed_is_decided_before_the_draft_is_saved(client, copy):
    address = reverse("admin:articles_article_pasted", args=[copy.pk])
    one, other = form_of(client.get(address)), form_of(client.get(address))
    client.post(address, one | {"_keep": "1", "place": "Pendopo"})

    refused = client.post(address, other | {"_save": "1", "place": "Balai"})
    is_refused = not Article.objects.exists()
    key = re.search(r'name="_take" value="(\w+)"', refused.content.decode())[1]
    client.post(address, form_of(refused) | {"_take": key})
    client.post(address, form_of(client.get(address)) | {"_save": "1"})

    assert "Ada isian yang berbeda di dua tab. Pilih dahulu yang dipakai." in refused.content.decode()
    assert '<p class="overtaken-words">Pendopo</p>' in refused.content.decode()
    assert (is_refused, Article.objects.get().place) == (True, "Pendopo")


def test_page_silent_longest_is_forgotten_first():
    state = {}
    for page, turn in [*((f"p{n}", 9) for n in range(MOST_PAGES)), ("p0", 10), ("new", 1)]:
        sent = {"screen": [page], "turn": [str(turn)], KNOWN: ["{}"]}
        state = merged(sent, state).state

    assert (last_turn(state, ["p0"]), last_turn(state, ["p1"])) == (10, 0)
