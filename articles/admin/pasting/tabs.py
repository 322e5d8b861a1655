"""What other pages on the same working copy changed, in the words of the screen."""

from collections.abc import Iterable
from dataclasses import dataclass

from articles.admin.pasting.fields import draft_fields
from articles.admin.pasting.form import form_words, shown_offers, shown_photos
from articles.pasting.answers import Answers
from articles.pasting.tabs import Merged, overtaken

_MAY_MAKE = {"official", "institution", "topic", "visit", "position"}


@dataclass(frozen=True)
class ShownOvertaken:
    """Words that wait; `key` takes or drops them."""

    key: str
    label: str
    shown: str


def shown_overtaken(answers: Answers) -> list[ShownOvertaken]:
    waiting = overtaken(answers.sent)
    words = _words(answers) if waiting else {}
    shown = []
    for one in waiting:
        label, values = words.get(one.name, (one.name, {}))
        shown.append(ShownOvertaken(one.key, label, values.get(one.value, one.value)))
    return shown


def told_of_tabs(answers: Answers, merge: Merged) -> str:
    """That fields which this page left alone hold what another one wrote."""
    if not merge.elsewhere:
        return ""
    return (
        "Salinan kerja ini juga diubah di tab lain. Yang tidak Anda ubah di sini mengikuti tab itu: "
        f"{_labels(answers, merge.elsewhere)}."
    )


def _labels(answers: Answers, names: Iterable[str]) -> str:
    words = _words(answers)
    return "; ".join(dict.fromkeys(words[name][0] for name in names if name in words)) or "isian lain"


def _words(answers: Answers) -> dict[str, tuple[str, dict[str, str]]]:
    return form_words(shown_offers(answers, {}, _MAY_MAKE), draft_fields(answers, {}), shown_photos(answers))
