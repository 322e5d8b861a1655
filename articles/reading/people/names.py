"""A person's printed name split into front titles, bare name and back degrees."""

import re
from typing import NamedTuple

from ..language.lexicon import any_of, word_set

FRONT_WORDS = (
    r"Profesor(?= [A-Z])|(?:Kolonel|Letkol|Mayor|Kapten|Mayjen|Brigjen|Letjen|Irjen|Kombes) \(Purn\.?\)|Hon|Datuk(?: (?:Seri|Wira))?|Dato['’]?|Assoc\. ?Prof|Prof\. ?Madya|Gt|Capt|KRAT|KRMT|KRT|KPH|GPH|Hjh|drh|Drh|Drg|Prof|PROF|Dr|DR|DRS|DRA|IR|HJ|drs|dra|drg|dr|Drs|Dra|Ir|Hj|H|KH|K\.H|Rd|Rr|Tb|Ust|Apt|apt|Ns|Pdt|Brigjen|Irjen|Komjen|Kombes|AKBP"
    r"|Kompol|AKP|Iptu|Ipda|Kol|Kolonel|Letkol|Mayor|Kapten|(?<!Direktorat )(?<!Direktur )(?<!Sekretariat )(?<!Sekretaris )(?<!Inspektorat )(?<!Inspektur )(?<!Konsulat )(?<!Konsul )Jenderal|Letjen|Mayjen|Mr|Mrs|Ms"
)
# Told apart from the name behind them in every spelling: "Ustadz", "Tuan Guru Haji".
RELIGIOUS = rf"(?:{any_of(word_set('religious_titles.txt'))}|Tuan Guru)(?: Haji)?"
# "Haji Abdul Karim", but neither "Asrama Haji Pondok X" nor "Ibadah Haji Reguler".
_OF_PILGRIMAGE = (
    "Ibadah",
    "Jemaah",
    "Jamaah",
    "Asrama",
    "Calon",
    "Dana",
    "Kuota",
    "Manasik",
    "Bimbingan",
    "Biaya",
    "Musim",
)
PILGRIM = (
    "".join(f"(?<!{word} )" for word in _OF_PILGRIMAGE)
    + r"(?:Haji|Hajah|Hajjah) (?!Indonesia|Reguler|Khusus|Plus|Mandiri|Umrah|Umroh)(?=[A-Z][a-z]{2,}(?: [A-Z][a-z]+|,? [a-z]{2,}))"
)
# "Dr. (H.C.)": a doctorate of honour.
HONORARY = r"D[Rr]\.? ?\([Hh]\.?[Cc]\.?\)\.? ?"
FRONT = rf"(?:{HONORARY}|{PILGRIM}|{RELIGIOUS}\.? ?(?<=[. ])(?=[A-Z])|(?:{FRONT_WORDS})(?:\. ?| (?=[A-Z]|dr|Pol|Inf))|R\.A\. ?(?=[A-Z][a-z])|R\. ?(?=[A-Z](?!\.)|Hj?\.|A\. [A-Z])|H(?=[A-Z]\.? ?[A-Z][a-z])|(?:Pol\.?|Inf\.?|Arm\.?|Kav\.?|Czi\.?) (?=[A-Z]))"
PLAIN_DEGREES = any_of(word_set("degrees.txt"))
PARTS = r"I(?=\.?,)|Akun|Keb|Kep|Kom|Ak|Gz|Rad|Far|Orto|Pel|Par|Inov|Sos|IP|Hub|Int|Pd|PD|OG|A|B|JP|THT|M|An|Rad|KK|Stat|Log|Han"
# "S. ST.": the space that slipped in makes it look like an initial.
SPACED = r"[SM](?:\. | (?=(?:Pd|Si|Sos|Kom|Ip|Ag|Kes|Hum)\b))(?:(?:Comm|ST|Pd|Si|Sos|Kom|IP|Ip|Ag|AP|Kes|Hum|Psi|Farm|Kep|Ak)\b(?:\.(?:[A-Z]\b\.?)?)?|[HETM]\b\.(?:[A-Z]\b\.?)?)"
# "Dewi K.S": initials behind a name, that no degree begins with.
LAST_INITIALS = r"[CE-KN-RT-Z]\.[A-Z]\b\.?(?![A-Za-z.])"
DEGREE = (
    rf"(?!(?<!,)(?<!, ){LAST_INITIALS}|T\.A\b|R\.I\b|D\.I\b|(?:Drs?|Dra|Ir|Hj?|KH|Prof)\.|M\.[A-Z][a-z]{{3,}} [A-Z][a-z]{{2,}}|M\.(?!Pharm\b)[A-Z][a-z]{{4,}}\b)(?:{SPACED}|Sp\. ?[A-Z][A-Za-z]{{0,5}}\b\.?(?:[A-Z][A-Za-z]{{0,4}}\b\.?)?"
    rf"|(?:[A-Z][A-Za-z]{{0,5}}\.){{2,4}}(?:[A-Z][A-Za-z]{{0,6}}\b\.?|i\b)?(?: (?i:{PARTS})\b(?!\.[A-Z])\.?)?"
    rf"|[A-Z][A-Za-z]{{0,5}}\.[A-Z][A-Za-z]{{0,6}}\b(?:\.i\b)?\.?(?: (?i:{PARTS})\b(?!\.[A-Z])\.?)?"
    # "S,Pd.I.": a comma for the full stop.
    rf"|[SM],(?:Pd|Si|Sos|Kom|Ag|Hum|Kes)\b(?:\.[A-Z][a-z]{{0,2}})?\b\.?"
    rf"|Sp (?:Orto?|OG|PD|PK|PA|A|B|JP|THT|M|An|Rad|KK|KJ|KG|BM|DV|Ort)\b\.?|Ph\.D\.?|(?:{PLAIN_DEGREES})\b\.?)"
)
# Behind a known degree what is built like one is one: "Sp.OG., FISQua", "M.T., ASEAN Eng".
FURTHER_DEGREE = rf"(?:{DEGREE}|[A-Z]{{3,6}}[a-z]{{1,4}}\b\.?|ASEAN Eng\b\.?)"
# "Raka Buana.SH.MH": a full stop for the comma.
BACK = rf"(?:\.?, ?|\. (?=[SM]\.[A-Z])|(?<=[a-z]{{3}})\.(?=[SM]|Ir\b|Drs\b|A\.?Md)|,? ?(?<=[, ])){DEGREE}(?:(?:, ?| |)(?<=[, .]){FURTHER_DEGREE})*"
WORD = (
    # "Hj. ST. Dewi": Siti, and no degree.
    rf"(?:(?<=Hj\. )S[Tt]\.(?= [A-Z])|(?!(?:{PLAIN_DEGREES}|Sp)\b|{SPACED}|(?:Prof|Drs?|Dra|Ir|Hj|KH|{RELIGIOUS})\.)(?:(?:Hi|Dt|Moch|Moh|Muh|Mhd|Abd|IB|IG[A-Z]|AA|Gst|Ngr)\.(?= ?[A-Z])|[A-Z]['’]?[a-zà-ÿ]+(?:['’][A-Za-z]+)?(?:-[A-Z][a-z]+)?(?:[A-Z][a-z]{{2,}})?"
    rf"|(?![SMDRT]\.)[A-Z]\.[A-Z]\.?(?= ?[A-Z][a-z]{{2}})|[A-Z]\.(?= [A-Z]|, ?[A-Z][\w.]*\.)|[A-Z]\.(?=[A-Z][a-z]{{3,}})|(?<=[a-z] ){LAST_INITIALS}|[A-Z](?= [A-Z][a-z])|I(?= G[A-Z]{{1,2}} [A-Z][a-z])|(?<=[a-z] )[A-HJ-UWYZ](?![\w.'’-]|,(?:Pd|Si|Sos|Kom|Ag|Hum|Kes)\b)|[A-Z]{{2,}}(?:['’][A-Z]+)?))"
)
NAME = rf"{WORD}(?: ?(?<=[ .])(?:(?:bin|binti|el|al|[Bb]r\.?|[Bb]oru) )?{WORD}){{0,6}}"
# "L. Indra bangsawan, SH": a slip in the last word, where a degree tells that the name goes on.
SLIPPED = rf"(?: [a-z]{{3,}}(?=,? {DEGREE}))?"
# "danDewi": the space that "dan" lost.
PERSON = re.compile(
    rf"(?:(?<![\w.])|(?<=\bdan))(?P<front>(?:{FRONT}){{0,5}})(?P<name>{NAME}{SLIPPED})(?P<back>{BACK})?"
)


# "..., MM. Rombongan": the full stop is the sentence's, for such degrees have none.
SENTENCE_AFTER = re.compile(r"\s+[A-Z][a-z]+ |\s*$|\n")
PLAIN_END = re.compile(r"[A-Z]{2,}[a-z]{0,4}(?:,? [A-Z]{2,}[a-z]{0,4})*\.")


class PrintedName(NamedTuple):
    """A run of capitalised words that may be a person; offsets are those of the whole and of the bare name."""

    start: int
    end: int
    name_start: int
    name_end: int
    front: str
    name: str
    back: str


def name_of(match: re.Match[str]) -> PrintedName:
    back = (match["back"] or "").lstrip(" ,.").rstrip(" ,")
    if SENTENCE_AFTER.match(match.string, match.end()) and _ends_sentence(back):
        back = back[:-1]
    name_start, name_end = match.span("name")
    return PrintedName(
        match.start(),
        match.end(),
        name_start,
        name_end,
        match["front"].strip(),
        " ".join(match["name"].split()),
        back,
    )


def _ends_sentence(back: str) -> bool:
    """True where the last full stop is the sentence's: "M.Ak, CRMO.", for no other degree has one at its end."""
    *others, last = back.split(", ")
    return bool(PLAIN_END.fullmatch(last)) and not any(degree.endswith(".") for degree in others)


# Lists print names in capitals; what these titles look like in ordinary print.
ORDINARY_FRONT = {
    word.upper(): word
    for word in ("Prof", "Dr", "Drs", "Dra", "Ir", "Hj", "Rd", "Tb", "Ust", "Apt", "Ns", "Pdt")
}
ORDINARY_BACK = {
    degree.replace(".", "").upper(): degree
    for degree in [
        "S.Pd.",
        "S.Pd.I.",
        "S.Ag.",
        "S.Si.",
        "S.Sos.",
        "S.Kom.",
        "S.I.Kom.",
        "S.Kep.",
        "S.Ked.",
        "S.Psi.",
        "S.Pt.",
        "S.Hut.",
        "S.Hum.",
        "S.Farm.",
        "S.Gz.",
        "S.Sn.",
        "S.Tr.",
        "S.Tr.Akun.",
        "S.Tr.Keb.",
        "S.Th.I.",
        "S.Pi.",
        "M.Pd.",
        "M.Pd.I.",
        "M.M.Pd.",
        "M.Ag.",
        "M.Si.",
        "M.Sos.",
        "M.Kom.",
        "M.I.Kom.",
        "M.Kes.",
        "M.H.Kes.",
        "M.Kep.",
        "M.Psi.",
        "M.Kn.",
        "M.Hum.",
        "M.Farm.",
        "M.Sn.",
        "M.Tr.",
        "M.Sc.",
        "M.Eng.",
        "M.Ec.",
        "B.Sc.",
        "Ph.D.",
        "A.Md.",
        "Ak.",
    ]
}
CLOSE_TITLES = re.compile(rf"\b({'|'.join(ORDINARY_FRONT)})\.(?=[^\W\d_])", re.IGNORECASE)
LIST_FRONT = re.compile(rf"(?:{FRONT})+")


def split_listed(printed: str) -> tuple[str, str, str]:
    """Front titles, bare name and back titles of a name that stands alone, as in a list, also all in capitals.

    What no rule knows is parted at the first comma; nothing printed is lost.
    """
    text = re.sub(r"\s*,[\s.,]*", ", ", " ".join(printed.split())).strip(" ,")
    match = PERSON.match(text)
    if match is not None and match.end() == len(text):
        _, _, _, _, front, name, back = name_of(match)
    else:
        before, _, back = text.partition(", ")
        known = LIST_FRONT.match(before)
        front, name = (before[: known.end()].strip(), before[known.end() :]) if known else ("", before)
    front = CLOSE_TITLES.sub(r"\1. ", front)
    is_shouted = not any(letter.islower() for letter in name)
    if is_shouted:
        front, name, back = _ordinary(front, ORDINARY_FRONT), _lowered(name), _ordinary(back, ORDINARY_BACK)
    return front, name, back


def _lowered(name: str) -> str:
    """ "M. YUSUF BIN AL-HAIDAR" as "M. Yusuf bin Al-Haidar"."""
    cased = re.sub(r"[^\W\d_]+(?:['’][^\W\d_]+)*", lambda word: word[0].capitalize(), name)
    return re.sub(r"(?<=\w )(Bin|Binti)(?= \w)", lambda word: word[0].lower(), cased)


def _ordinary(titles: str, known: dict[str, str]) -> str:
    """Each title as it is printed ordinarily, where that is known; its dots stay as printed where it has none."""

    def cased(word: re.Match[str]) -> str:
        ordinary = known.get(word[0].replace(".", ""), "")
        if not ordinary:
            return word[0]
        has_end = word[0].endswith(".")
        if "." not in word[0].rstrip("."):
            ordinary = ordinary.replace(".", "") + "." * has_end
        return ordinary if has_end else ordinary.removesuffix(".")

    return re.sub(r"[A-Z][A-Z.]*", cased, titles)
