"""Windows of the newsroom, closed after each test."""

import pytest


@pytest.fixture(autouse=True)
def closed_windows(chromium):
    yield
    for context in chromium.contexts:
        context.close()


@pytest.fixture
def newsroom(live_server, page):
    """A window of somebody with every right, and what its console complains of."""
    # Imported here: this file is read before Django is set up.
    from tests.browser.newsroom import log_in
    from tests.factories import make_user

    complaints = []
    page.on(
        "console", lambda said: complaints.append(said.text) if said.type in {"error", "warning"} else None
    )
    page.on("pageerror", lambda error: complaints.append(str(error)))
    make_user(is_superuser=True, is_staff=True, username="dina")
    log_in(page, live_server.url, "dina")
    return live_server.url, page, complaints


@pytest.fixture
def editor(live_server, page):
    """Somebody before the box to paste into, in a site that knows some of whom the release names."""
    from tests.articles.releases import make_world
    from tests.browser.tempel import Editor

    make_world()
    editor = Editor(page, live_server.url)
    editor.log_in()
    return editor
