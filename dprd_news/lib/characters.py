"""Characters that no one sees and that do harm: they break feeds, or turn the words around them."""

import re

# Word breaks its lines with these.
_LINE_ENDS = re.compile("[\x0b\x0c\x85\u2028\u2029]")
# Control characters but for tab and line ends, and marks that override the direction of what follows. NUL stays:
# forms refuse it in words of their own.
_UNSEEN = re.compile("[\x01-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def seen(text: str) -> str:
    """The text as it is read: without what cannot be seen, its line breaks kept."""
    return _UNSEEN.sub("", _LINE_ENDS.sub("\n", text))
