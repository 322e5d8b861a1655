"""Two officials on file who are one person, made one in a real browser."""

import pytest
from django.urls import reverse

from people.models import Official
from tests.browser.newsroom import PHONE
from tests.factories import make_article, make_council, make_official, make_position

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


def test_official_is_found_compared_and_merged(newsroom):
    url, page, complaints = newsroom
    council = make_council()
    kept = make_official("Asep Sunandar", slug="asep-sunandar")
    merged = make_official("Asep Sunandr", slug="asep-sunandr", party="Partai Contoh")
    make_position(merged, institution=council.institution)
    make_article("Asep meninjau pasar", officials=[merged])
    page.set_viewport_size(PHONE)

    page.goto(url + reverse("admin:people_official_change", args=[kept.pk]))
    page.click("text=Gabungkan dengan…")
    page.click(".select2-selection")
    page.keyboard.type("sunandr")
    page.click(".select2-results__option:has-text('Asep Sunandr')")
    page.click("text=Bandingkan keduanya")
    told = page.locator(".merge").inner_text()
    is_too_wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    page.click("button:has-text('Gabungkan')")
    page.wait_for_url(url + reverse("admin:people_official_change", args=[kept.pk]))

    assert "“Asep Sunandr” digabung ke “Asep Sunandar”" in told
    assert "1 pejabat dalam berita pindah." in told
    assert "Alamat /pejabat/asep-sunandr/ mengarah ke /pejabat/asep-sunandar/, begitu pula umpannya." in told
    assert (is_too_wide, complaints, Official.objects.get().party) == (False, [], "Partai Contoh")

    page.goto(f"{url}/pejabat/asep-sunandr/")
    landed, shown = page.url, page.locator("main").inner_text()
    feed = page.request.get(f"{url}/pejabat/asep-sunandr/rss.xml")

    assert (landed, "Asep meninjau pasar" in shown) == (f"{url}/pejabat/asep-sunandar/", True)
    assert (feed.url, "Asep meninjau pasar" in feed.text()) == (f"{url}/pejabat/asep-sunandar/rss.xml", True)
