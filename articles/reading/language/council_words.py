"""How releases write the parts of a council."""

# A komisi's: "Komisi II", "Komisi 2", "Komisi B"; a small l stands for the I that it looks like: "Komisi lV".
NUMBER = r"(?:[IVXl]{1,4}|\d{1,2}|[A-E])"
KOMISI_NUMBERED = rf"Komisi {NUMBER}\b"
# The standing parts by their short names.
MUSYAWARAH = r"Ba[nm]?mus"
STANDING_SHORT = rf"{MUSYAWARAH}|Banggar|Bapemperda"
