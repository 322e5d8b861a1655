"""The paste screen in a few words: a fresh paste with some choices made, saved as a draft."""

from articles.models import Proposal
from articles.pasting import copies
from articles.pasting.answers import Answers
from articles.pasting.copies import save_draft
from articles.pasting.outcomes import outcome_of
from tests.articles.releases import SOURCE
from tests.factories import make_user

MAKING = {"official", "institution", "topic", "visit", "position"}


def paste(editor, source, article=None, is_one=False):
    """The working copies of a paste."""
    return copies.paste(editor, source, article, is_one).copies


def own_copy(client, source=SOURCE, group="Penulis", **how):
    """A fresh working copy, whose editor this client is."""
    editor = make_user(group)
    client.force_login(editor)
    (pasted,) = paste(editor, source, **how)
    return pasted


def answers_to(source=SOURCE, **chosen):
    """The screen of a fresh paste with these choices made, by the offer's key."""
    (pasted,) = paste(make_user("Penulis"), source)
    answers = Answers(pasted)
    answers.choose(lambda offer: chosen.get(offer.key.replace("-", "_"), ""))
    return answers


def filed(answers, **texts):
    """What saving gave: the article, and what the editor is told."""
    answers.sent |= {name.replace("__", "-"): [text] for name, text in texts.items()}
    outcome = outcome_of(answers, MAKING, may_publish=False)
    assert outcome.errors == {}
    return save_draft(answers, outcome, answers.pasted.editor)


def saved(answers, **texts):
    return filed(answers, **texts).article


def linked(article):
    return sorted(article.officials.values_list("slug", flat=True))


def decided(kind):
    return list(Proposal.objects.filter(kind=kind).values_list("decision", flat=True))
