"""What the newsroom's browser tests share: windows of accounts that are logged in."""

import os
import socket
import subprocess
import sys
import time

from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.db import connection
from django.urls import reverse

from tests.factories import PASSWORD, make_user

DESK, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 780}
# Everything in light; in dark only what a colour decides.
WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}


def window(chromium, url, username, group="Redaktur", size=DESK, account=None):
    """A page of that account in a browser of its own. Its console's complaints are in `page.complaints`."""
    if account is None:
        account = make_user(group=group, username=username)
    page = chromium.new_context(locale="id-ID", timezone_id="Asia/Jakarta", viewport=size).new_page()
    page.complaints = []
    page.on("console", lambda said: page.complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    log_in(page, url, username)
    return page


def log_in(page, url, username):
    page.goto(url + reverse("admin:login"))
    page.fill("#id_username", username)
    page.fill("#id_password", PASSWORD)
    page.click("input[type=submit]")
    page.wait_for_url(url + reverse("admin:index"))


def faults(page):
    """What axe finds on the page as it stands."""
    found = []
    for scheme, rules in (("light", WCAG), ("dark", COLOURS)):
        # With motion there would be colours on their way from one to the other.
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        found += [
            (scheme, fault["id"], node["target"], node["html"][:160])
            for fault in Axe().run(page, options=rules).response["violations"]
            for node in fault["nodes"]
        ]
    return found


def start_server(port):
    """A process of its own on the test's database, to be killed. Returns it once it answers."""
    own = {
        "DATABASE_URL": f"sqlite:///{connection.settings_dict['NAME']}",
        "MEDIA_ROOT": str(settings.MEDIA_ROOT),
        "SITE_URL": f"http://localhost:{port}",
        "DEBUG": "true",
    }
    command = [sys.executable, "manage.py", "runserver", f"localhost:{port}", "--noreload"]
    server = subprocess.Popen(
        command,
        cwd=settings.BASE_DIR,
        env=os.environ | own,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    for _ in range(150):
        with socket.socket() as asked:
            if asked.connect_ex(("localhost", port)) == 0:
                return server
        time.sleep(0.2)
    server.kill()
    raise TimeoutError("The server does not answer.")


def free_port():
    with socket.socket() as asked:
        asked.bind(("localhost", 0))
        return asked.getsockname()[1]


def keep_on_server(page):
    """Keeps the working copy now; while the page's own timer is at it, that is not this."""
    page.evaluate(
        "async () => { while (isWaiting) await new Promise((done) => setTimeout(done, 20)); await keepOnServer(); }"
    )
