"""Several pages open on one working copy: what each of them changed stays beside what the others did.

A page brings along, as `known`, a digest of each field as it last saw it. So what it changed itself is told from what
it merely shows, with a script or without. A field that two pages changed has the words of the later one; those of
the other wait in the state until the editor takes or drops them.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b

State = dict[str, list[str]]
KNOWN = "known"
# The slugs that a page offered (`Answers.shown`) belong to the answer that was given on it.
SHOWN = "-shown"
# What a page says of itself: its name, and the number of this state among its own.
_OF_PAGE = {"screen", "turn"}
MOST_PAGES = 20
# Kept in the state beside the fields; no page can send a name that begins so.
_WRITERS, _OVERTAKEN, _TURNS = "_writers", "_overtaken", "_turns"


@dataclass
class Merged:
    """The state to keep. `elsewhere` has the fields that other pages changed and this one did not; `clashes` names
    those that both did. `known` has the digests that this page is to bring next, none for a page that brought none."""

    state: State
    elsewhere: dict[str, str] = field(default_factory=dict)
    clashes: list[str] = field(default_factory=list)
    known: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Overtaken:
    """Words that another page wrote into a field before the ones that stand there."""

    name: str
    value: str

    @property
    def key(self) -> str:
        return digest(f"{self.name} {self.value}")


def digest(value: str) -> str:
    """Of a field's words; however a browser breaks its lines, they are the same."""
    return blake2b(value.replace("\r\n", "\n").strip().encode(), digest_size=6).hexdigest()


def digests(values: Mapping[str, str]) -> str:
    """What a page with these values is to bring along."""
    return json.dumps({name: digest(value) for name, value in values.items()}, separators=(",", ":"))


def merged(sent: State, stored: State) -> Merged:
    """What a page sent, laid over what is stored field by field."""
    own = {name: values for name, values in stored.items() if name in {_WRITERS, _OVERTAKEN, _TURNS}}
    known = _known(sent)
    state = {name: values for name, values in sent.items() if name != KNOWN}
    if known is None:
        return Merged(state | own)
    # Of what this page does not show at all it can say nothing: photos that another one staged.
    unseen = {name: values for name, values in stored.items() if name not in known}
    merge = Merged(unseen | state | own)
    writers = {name: page for page, name in _pairs(stored, _WRITERS)}
    screen = _first(sent, "screen")
    lost = overtaken(stored)
    for name, base in known.items():
        mine, theirs = _first(sent, name), _stored(stored, name)
        is_mine = digest(mine) != base
        is_own_word = bool(screen) and writers.get(name) == screen
        if theirs is not None and not is_own_word and digest(theirs) not in {base, digest(mine)}:
            if not is_mine:
                merge.elsewhere[name] = theirs
                _take(merge.state, stored, name)
            elif theirs.strip():
                merge.clashes.append(name)
                lost.append(Overtaken(name, theirs))
        if is_mine:
            writers[name] = screen
    _note(merge.state, _WRITERS, (f"{page} {name}" for name, page in writers.items()))
    _keep_overtaken(merge.state, lost)
    if screen:
        # The page that has been silent longest stands first.
        turns = {page: turn for page, turn in _turns(stored).items() if page != screen}
        turns[screen] = str(turn_of(sent))
        _note(merge.state, _TURNS, [f"{page} {turn}" for page, turn in turns.items()][-MOST_PAGES:])
    shown = (name for name in merge.state if name not in _OF_PAGE and not name.startswith("_"))
    merge.known = {
        name: digest(_first(merge.state, name))
        for name in dict.fromkeys([*known, *shown])
        if not name.endswith(SHOWN)
    }
    return merge


def last_turn(stored: State, screen: list[str]) -> int:
    """The number of the last state that came from the page of that name, 0 where none is known."""
    if screen == stored.get("screen"):
        return turn_of(stored)
    return int(_turns(stored).get(next(iter(screen), ""), "0"))


def turn_of(state: State) -> int:
    told = _first(state, "turn")
    return int(told) if told.isascii() and told.isdigit() and len(told) < 10 else 0


def overtaken(state: State) -> list[Overtaken]:
    """What waits to be taken or dropped."""
    told = state.get(_OVERTAKEN, [])
    return [Overtaken(name, value) for name, value in zip(told[::2], told[1::2], strict=True)]


def settled(state: State, key: str, is_taken: bool) -> State:
    """The state after the editor took those words, or dropped them."""
    found = {one.key: one for one in overtaken(state)}
    one = found.pop(key, None)
    if one is None:
        return state
    after = {**state, one.name: [one.value]} if is_taken else dict(state)
    _keep_overtaken(after, found.values())
    return after


def _keep_overtaken(state: State, lost: Iterable[Overtaken]) -> None:
    """Each once, and none whose words stand in the field."""
    kept = [one for one in dict.fromkeys(lost) if digest(one.value) != digest(_first(state, one.name))]
    _note(state, _OVERTAKEN, (part for one in kept for part in (one.name, one.value)))


def _note(state: State, name: str, entries: Iterable[str]) -> None:
    state.pop(name, None)
    if values := list(entries):
        state[name] = values


def _pairs(state: State, name: str) -> list[tuple[str, str]]:
    return [(page, rest) for page, _, rest in (entry.partition(" ") for entry in state.get(name, []))]


def _turns(state: State) -> dict[str, str]:
    return dict(_pairs(state, _TURNS))


def _take(state: State, stored: State, name: str) -> None:
    for one in (name, name + SHOWN):
        if one in stored:
            state[one] = stored[one]
        elif one == name:
            state.pop(one, None)


def _stored(stored: State, name: str) -> str | None:
    """None where nobody has answered that field yet; a tick that is not there was taken away."""
    if name in stored or (stored and name.endswith("-drop")):
        return _first(stored, name)
    return None


def _first(state: State, name: str) -> str:
    return next(iter(state.get(name, [])), "")


def _known(sent: State) -> dict[str, str] | None:
    """None for a page that says nothing of it."""
    try:
        told = json.loads(_first(sent, KNOWN) or "null")
    except ValueError:
        return None
    if not isinstance(told, dict):
        return None
    return {str(name): str(value) for name, value in told.items() if not str(name).startswith("_")}
