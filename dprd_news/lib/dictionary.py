"""The words of the language by how common they are, and what is left of one without its affixes."""

import re
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"
RARE = 99_999
# Where words stand that the list of frequencies holds too low, or not at all: those of councils and towns, and roots.
MIDDLE_RANK = 10_000
PREFIXES = (
    "diper", "memper", "meng", "meny", "mem", "men", "me", "peng", "peny", "pem", "pen", "per", "pe", "ber", "be", "ter", "te", "di", "ketidak",
    "ke", "se",
)  # fmt: skip
# Of learned words: only a whole word of some length stands behind them.
LEARNED = (
    "antar", "pasca", "multi", "inter", "trans", "semi", "infra", "kontra", "mikro", "makro", "non", "pra", "sub", "anti", "swa", "dwi",
    "maha", "purna",
)  # fmt: skip
PARTICLES, SUFFIXES = ("nya", "lah", "kah", "pun", "ku", "mu"), ("kan", "an", "i")
SWALLOWED = {
    "mem": "p",
    "pem": "p",
    "men": "t",
    "pen": "t",
    "meng": "k",
    "peng": "k",
    "meny": "s",
    "peny": "s",
}
NASALS = {
    "mem": "aiueobpf", "pem": "aiueobpf", "men": "aiueodtcjsz", "pen": "aiueodtcjsz", "meng": "aiueoghk", "peng": "aiueoghk",
    "meny": "aiueo", "peny": "aiueo", "me": "lrmnwy", "pe": "lrmnwytb",
    # One r is lost before another: "berembuk", "terasa".
    "be": "r", "te": "r",
}  # fmt: skip
# A root this short says little: "di" + "ii" would pass anything.
MIN_ROOT = 4
OF_SHORT_ROOT = re.compile(
    r"(?:ber|di|diper|ke|memper|menge|meng|per|penge|peng|se|ter)?([a-z]{3})(?:kan|an|i)?(?:nya|lah|kah)?"
)
# Endings that no word takes together with these beginnings: "menunjukan" is "menunjukkan" that lost a letter.
UNPAIRED = (
    ("an", ("me", "di", "ter")),
    ("kan", ("pem", "pen", "peng", "peny", "ke", "se")),
    ("i", ("pem", "pen", "peng", "peny", "ke", "se", "ber")),
)


@cache
def dictionary() -> dict[str, int]:
    """Indonesian words with their rank, commonest first; those of councils and towns and more roots stand in the
    middle."""
    words = {word: rank for rank, word in enumerate(_listed("words.txt"))}
    for name in ("root_words.txt", "council_words.txt"):
        words |= {word: min(words.get(word, MIDDLE_RANK), MIDDLE_RANK) for word in _listed(name)}
    return words


def roots(word: str) -> set[str]:
    """What may be left of a word without a particle, a suffix and up to two prefixes, swallowed letters put back."""
    return {root for root, _, _ in _taken_apart(word)}


def well_formed_roots(word: str) -> set[str]:
    """The roots of which this word is formed by the rules: no "me-…-an", and no k, p, s or t left behind a nasal."""
    return {
        root
        for root, taken, suffix in _taken_apart(word)
        if not any(suffix == end and taken.startswith(starts) for end, starts in UNPAIRED)
        and not (suffix == "i" and root[-1] == "i")
        and not _is_wrong_nasal(word, taken, root)
        and not (taken.startswith(("me", "di")) and _ends_in_an(root))
        and not (taken == "pe" and (suffix == "kan" or _ends_in_kan(root)))
        and not (not taken and suffix == "kan" and _is_doer(root))
        and not (taken == "mempe" and suffix == "i")
        and not (taken == "pe" and (suffix == "an" or root.endswith("an")) and root[0] in "tb")
    }


def _ends_in_an(root: str) -> bool:
    """True for "pindahan", a noun of "pindah", and for "perpustakaan": there is no "memindahan"."""
    words = dictionary()
    if not root.endswith("an") or len(root) < MIN_ROOT + 2:
        return False
    return (root[:2] in ("pe", "ke") and len(root) > 7) or words.get(root[:-2], RARE) < words.get(root, RARE)


def _ends_in_kan(root: str) -> bool:
    """True for "masukkan": "pemasukan" is made of "masuk", and there is no "pemasukkan"."""
    return root.endswith("kan") and len(root) > MIN_ROOT + 2 and root[:-3] in dictionary()


def _is_doer(root: str) -> bool:
    """True for "pemasuk", one who does or a thing that does: no verb is made of it."""
    words = dictionary()
    if not root.startswith(("pem", "pen")):
        return False
    return any(words.get(inner, RARE) < words.get(root, RARE) for inner, _ in _without_prefix(root))


@cache
def listed_roots() -> frozenset[str]:
    """Words that this project knows to be used, whatever else is as near."""
    return frozenset((*_listed("root_words.txt"), *_listed("council_words.txt")))


def of_short_root(word: str) -> bool:
    """True for "catnya", "pengecatan" and "diuji": roots of three letters count only where they are listed."""
    match = OF_SHORT_ROOT.fullmatch(word)
    return match is not None and match[1] in listed_roots()


def _taken_apart(word: str) -> set[tuple[str, str, str]]:
    """Each root with the word's beginning up to it (as far as that is a prefix) and its suffix."""
    found: set[tuple[str, str, str]] = set()
    ends = {word} | {word[: -len(end)] for end in PARTICLES if word.endswith(end)}
    stems = {(end, "") for end in ends}
    stems |= {(end[: -len(suffix)], suffix) for end in ends for suffix in SUFFIXES if end.endswith(suffix)}
    for stem, suffix in stems:
        found.add((stem, "", suffix))
        if not suffix:
            found |= {(stem[len(prefix) :], prefix, suffix) for prefix in LEARNED if stem.startswith(prefix)}
        for rest, prefix in _without_prefix(stem):
            found.add((rest, prefix, suffix))
            found |= {
                (inner, prefix + second, suffix)
                for inner, second in _without_prefix(rest)
                # Of "peneriman", from "ter" that lost its t: no such word is made.
                if not (second in ("ter", "te") and prefix in ("pen", "men"))
            }
    return {(root, taken, suffix) for root, taken, suffix in found if len(root) >= MIN_ROOT and root != word}


def _without_prefix(word: str) -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for prefix in PREFIXES:
        if not word.startswith(prefix):
            continue
        rest = word[len(prefix) :]
        if len(rest) < MIN_ROOT - 1 or not _fits(prefix, rest[0]):
            continue
        found.add((rest, prefix))
        if prefix in SWALLOWED and rest[0] in "aiueo":
            found.add((SWALLOWED[prefix] + rest, prefix))
    return found


def _fits(prefix: str, letter: str) -> bool:
    """The nasal that a root's first letter asks for: mem- before b and p, men- before d and t, and so on."""
    return letter in NASALS.get(prefix, "abcdefghijklmnopqrstuvwyz")


def _is_wrong_nasal(word: str, taken: str, root: str) -> bool:
    """True for "mengkonsumsi" and "mensosialisasikan", whose k and s the prefix swallows, and for "meningatkan", as
    only meng- stands before a vowel."""
    nasal = next((one for one in ("meng", "peng", *NASALS) if taken.endswith(one) and one[-1] in "mngy"), "")
    if not nasal or root.startswith("per"):
        return False
    if root[0] in "aiueo":
        return nasal not in ("meng", "peng")
    return nasal not in ("meny", "peny") and root[0] in "kpst" and root[1] in "aiueo" and taken + root in word


def _listed(name: str) -> list[str]:
    return (DATA / name).read_text(encoding="utf-8").split()
