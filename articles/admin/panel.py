"""What stands above an article's form: its state, what is amiss, and what happened to it."""

from django.urls import reverse

from articles.checks import Check, checks
from articles.models import Article
from dprd_news.lib.account_names import name_of
from dprd_news.lib.verbs import Finding, Panel, State
from people.templatetags.indonesian import moment

BLOCKED_WHILE_SCHEDULED = "Terhalang; tetap terbit pada waktunya bila tidak ditunda"
BLOCKED_WHILE_PUBLIC = "Sudah tampil di situs, tetapi harus dibenahi"


def state_of(article: Article) -> State:
    """Where the article stands, and since or until when."""
    if article.status == Article.Status.WITHDRAWN:
        since = moment(article.withdrawn_at)
        return State("Ditarik", "bad", f"Sejak {since}. Alasan: {article.withdrawal_reason}")
    if article.is_scheduled:
        return _state_of_scheduled(article)
    if article.status == Article.Status.PUBLISHED:
        by = f", diterbitkan oleh {name_of(article.published_by)}" if article.published_by else ""
        return State("Terbit", "good", f"Tampil di situs sejak {moment(article.published_at)}{by}.")
    if article.is_approved:
        since = moment(article.reviewed_at)
        return State(
            "Disetujui",
            "good",
            f"Disetujui {name_of(article.reviewed_by)} pada {since}; menunggu diterbitkan.",
        )
    if article.status == Article.Status.IN_REVIEW:
        return State("Menunggu tinjauan", "waiting", "Menunggu dibaca dan diterbitkan oleh Redaktur.")
    if article.is_returned:
        return State("Dikembalikan", "bad", "Draf yang dikembalikan dengan catatan; benahi, lalu kirim lagi.")
    return State("Draf", "", "Masih draf; hanya redaksi yang melihatnya.")


def word_of(article: Article) -> str:
    """The state in a word or two, from the article's own columns alone."""
    if article.is_scheduled:
        return "Terjadwal"
    if article.is_approved:
        return "Disetujui"
    return "Dikembalikan" if article.is_returned else article.get_status_display()


def _state_of_scheduled(article: Article) -> State:
    at = moment(article.published_at)
    if article.is_blocked:
        return State(
            f"Terjadwal {at}, tetapi terhalang", "bad", f"Terbit sendiri pada {at} bila tidak ditunda."
        )
    if article.is_embargoed:
        return State(
            f"Embargo sampai {at}",
            "waiting",
            f"Terbit sendiri pada {at}; sampai saat itu terbuka bagi orang luar yang memegang tautan pratinjau.",
        )
    return State(f"Terjadwal {at}", "waiting", f"Terbit sendiri pada {at}.")


def panel_of(article: Article) -> Panel:
    found = checks(article)
    accepted = {warning.code: warning for warning in article.accepted_warnings.select_related("by")}
    blocking = [check for check in found if check.is_blocker]
    warnings = [check for check in found if not check.is_blocker]
    article.is_blocked = bool(blocking)
    return Panel(
        state=state_of(article),
        blockers=[_finding(check) for check in blocking],
        blockers_heading=_heading(article),
        warnings=[_finding(check) for check in warnings if check.code not in accepted],
        accepted=[accepted[check.code] for check in warnings if check.code in accepted],
        life=list(article.events.select_related("by")),
        note=article.return_note if article.is_returned else "",
    )


def open_warnings(article: Article) -> list[Check]:
    """Those that nobody has answered for."""
    accepted = set(article.accepted_warnings.values_list("code", flat=True))
    return [check for check in checks(article) if not check.is_blocker and check.code not in accepted]


def _finding(check: Check) -> Finding:
    address = ""
    if check.elsewhere is not None:
        name = f"admin:{check.elsewhere._meta.app_label}_{check.elsewhere._meta.model_name}_change"
        address = f"{reverse(name, args=[check.elsewhere.pk])}#{check.anchor}"
    return Finding(check.text, check.anchor, address, check.code)


def _heading(article: Article) -> str:
    if article.is_scheduled:
        return BLOCKED_WHILE_SCHEDULED
    return BLOCKED_WHILE_PUBLIC if article.is_public else Panel.blockers_heading
