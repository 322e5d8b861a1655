"""How releases write the parts of a council."""

import re

# A komisi's: "Komisi II", "Komisi 2", "Komisi B"; a small l stands for the I that it looks like: "Komisi lV".
NUMBER = r"(?:[IVXl]{1,4}|\d{1,2}|[A-E])"
KOMISI_NUMBERED = rf"Komisi {NUMBER}\b"
# The standing parts by their short names.
MUSYAWARAH = r"Ba[nm]?mus"
STANDING_SHORT = rf"{MUSYAWARAH}|Banggar|Bapemperda"
# "Wakil" with one letter wrong, lost, doubled or out of its place: without it a deputy would be taken for the head.
DEPUTY_SLIP = (
    r"[Ww](?:[b-z]kil|a[a-jl-z]il|ak[a-hj-z]l|aki[a-km-z]|kil|ail|akl|aki|kail|aikl|akli|aakil|akkil|akiil|akill)"
    r"(?= (?i:ketua|wali ?kota|bupati|gubernur|presiden|menteri)\b)"
)
SLIPPED_DEPUTY = re.compile(rf"\b{DEPUTY_SLIP}")
