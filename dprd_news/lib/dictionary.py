"""The words of the language by how common they are, and what is left of one without its affixes."""

from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"
RARE = 99_999
PREFIXES = (
    "diper", "memper", "meng", "meny", "mem", "men", "me", "peng", "peny", "pem", "pen", "per", "pe", "ber", "ter", "di", "ke", "se",
)  # fmt: skip
# Of learned words: only a whole word of some length stands behind them.
LEARNED = (
    "antar", "pasca", "multi", "inter", "trans", "semi", "infra", "kontra", "mikro", "makro", "non", "pra", "sub", "anti", "swa", "dwi",
    "maha", "purna",
)  # fmt: skip
SUFFIXES = ("nya", "lah", "kah", "pun", "kan", "an", "i")
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
}  # fmt: skip
# A root this short says little: "di" + "ii" would pass anything.
MIN_ROOT = 4


@cache
def dictionary() -> dict[str, int]:
    """Indonesian words with their rank, commonest first; those of councils and towns stand in the middle."""
    words = {word: rank for rank, word in enumerate((DATA / "words.txt").read_text(encoding="utf-8").split())}
    of_councils = (DATA / "council_words.txt").read_text(encoding="utf-8").split()
    return words | {word: min(words.get(word, 10_000), 10_000) for word in of_councils}


def roots(word: str) -> set[str]:
    """What may be left of a word without a particle, a suffix and up to two prefixes, swallowed letters put back."""
    found: set[str] = set()
    ends = {word} | {word[: -len(end)] for end in ("nya", "lah", "kah", "pun") if word.endswith(end)}
    ends |= {
        end[: -len(suffix)] for end in tuple(ends) for suffix in ("kan", "an", "i") if end.endswith(suffix)
    }
    for end in ends:
        found |= {end} | {
            end[len(prefix) :] for prefix in LEARNED if end.startswith(prefix) and len(end) > len(prefix) + 4
        }
        once = _without_prefix(end)
        found |= once
        for rest in once:
            found |= _without_prefix(rest)
    return {root for root in found if len(root) >= MIN_ROOT and root != word}


def _without_prefix(word: str) -> set[str]:
    found: set[str] = set()
    for prefix in PREFIXES:
        rest = word[len(prefix) :]
        if not word.startswith(prefix) or len(rest) < MIN_ROOT - 1 or not _fits(prefix, rest[0]):
            continue
        found.add(rest)
        if prefix in SWALLOWED and rest[0] in "aiueo":
            found.add(SWALLOWED[prefix] + rest)
    return found


def _fits(prefix: str, letter: str) -> bool:
    """The nasal that a root's first letter asks for: mem- before b and p, men- before d and t, and so on."""
    return letter in NASALS.get(prefix, "abcdefghijklmnopqrstuvwyz")
