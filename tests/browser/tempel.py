"""The paste screen in front of somebody: a window that pastes, answers and saves."""

from django.urls import reverse

from tests.articles.releases import SOURCE
from tests.factories import PASSWORD, jpeg, make_user


class Editor:
    """Somebody at a window, whose clicks are counted from the pasting on."""

    def __init__(self, page, url):
        self.page, self.url, self.clicks = page, url, 0
        self.complaints = []
        page.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def log_in(self):
        # A superuser: what migrations wrote, the groups too, is gone after the first test of this kind.
        make_user(is_superuser=True, is_staff=True, username="dina")
        self.page.goto(self.url + reverse("admin:login"))
        self.page.fill("#id_username", "dina")
        self.page.fill("#id_password", PASSWORD)
        self.page.click("input[type=submit]")
        self.page.wait_for_url(self.url + reverse("admin:index"))
        self.page.click(".desk-actions >> text=Tempel rilis")

    def click(self, what):
        self.clicks += 1
        self.page.click(what)

    def paste(self, source=SOURCE):
        self.page.fill("#id_source_text", source)
        self.click("text=Baca naskah")
        self.page.wait_for_selector("#reading")

    def answer(self, key, value):
        self.click(f'.choice:has(input[name="{key}"][value="{value}"])')

    def decide(self):
        self.answer("official-2", "bagus-santoso")
        self.answer("visit", "new")
        self.answer("topic-0", "none")
        self.answer("spelling-0", "perundingan")

    def save(self):
        self.click('button[name="_save"]')
        self.page.wait_for_url("**/change/")


def photo(name="foto.jpg"):
    return {"name": name, "mimeType": "image/jpeg", "buffer": jpeg()}
