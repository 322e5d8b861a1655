"""Whose a photo is: the credit beside or behind its caption, in all the forms that it is printed and typed."""

import re

from ..language.passages import Passage

CAPTION_LABEL = re.compile(
    r"^\(?(?:ket(?:erangan)?\.? ?(?:foto|gambar)|teks foto|takarir|captions?|[fp]oto(?:-foto)?|doc?k?\.? ?foto) ?[:;] *",
    re.I,
)
CREDIT_BODY = r"(?:humas|humpro|hms|dok(?:umentasi|\.)?|doc\.?|ist(?:imewa)?\b)"
CREDIT_LINE = re.compile(
    rf"^(?:foto ?: ?)?((?:[A-Z][\w.]{{1,20}}(?: [A-Z][\w.]{{1,20}})? ?/ ?)?{CREDIT_BODY}[^\n]{{0,60}}?)\.?$",
    re.I,
)
CREDIT_IN_BRACKETS = re.compile(
    rf" ?[(\[]((?:(?:[fp]h?oto|doc|dok|sumber foto|ist)\b ?[:/.] ?[^()\n]{{1,60}})|[\w-]+\.(?:com|id|net|co)/[^()\n]{{2,60}}|{CREDIT_BODY}[^()\n]{{0,60}}|foto istimewa|antara/[^()\n]{{2,60}}|[\w .]{{3,30}}/(?:dprd|pemkot|pemkab|setwan)\b[^()\n]{{0,40}}|(?-i:[A-Za-z]+(?: [A-Za-z]+)?/[a-z]{{4,20}})(?=\])|net(?=\)))[)\]]\.?$",
    re.I,
)
CREDIT_AT_END = re.compile(
    r"(?<=[.!?”\"])\s*((?:[Ff]oto ?[-–/] ?(?=[A-Z])[^.\n/]{3,60})|(?:[Ff]oto ?: ?)?[A-Z][\w.]{1,20}(?: [A-Z][\w.]{1,20})? ?/ ?(?:Hum|Dok|Hms)[^.\n]{1,60}|[A-Z]{3,}[A-Z.]*/[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}|Foto Istimewa|(?i:istimewa|ist\.?) (?:for|untuk) [\w.]+?)\.?-{0,2}$"
)
# "... di tambah. (Foto: Dewi/Kabar Sari). ***": what closes a text, or stands on a line of its own.
CLOSING_CREDIT = re.compile(r" ?\((?:sumber )?foto ?[:/] ?([^()\n]{2,60})\)[.* ]{0,6}$", re.I)
# "Istimewa", all that a page says of where its photo is from.
ALONE = re.compile(
    r"^\(? ?(?:foto |photo )?(?:istimewa|ist|(?:foto )?ilustrasi|dok(?:umentasi|\.)? (?:humas|istimewa|pribadi))\)?\.?$",
    re.I,
)
PHOTO_BY = re.compile(
    r"^foto ?: ?([A-Z][\w.]+(?: [A-Z][\w.]+){0,3} ?/ ?[A-Z][\w.]+(?: [A-Z][\w.]+){0,3})$", re.I
)
# "KabarKita.id/Dewi Lestari", a line of its own above its caption.
SITE_CREDIT = re.compile(
    r"^[A-Z]{2}[A-Z .]{0,60}/ ?[A-Z][A-Z .]{3,40}$|^[A-Z][\w-]*\.(?:com|id|net|co\.id|co)/[A-Z][\w.]+(?: [A-Z][\w.]+){0,3}$"
)
# "Suasana rapat, Jumat (30/8)/KabarKita": the outlet takes the photographer's place.
OUTLET_CREDIT = re.compile(
    r"(?<=[)\w]) ?/ ?([\w.-]+\.(?:com|id|net|co)/[^/\n]{2,40})/$|(?<=[)\w]) ?/ ?([A-Z]\w*[A-Z][A-Za-z]+|(?:Diskominfo|Kominfo|Prokopim|Humas|Humpro|Setwan|Antara|Dok)\b[^/()\n]{0,40}?|[A-Z][\w.]+(?: [A-Z][\w.]+){0,3}/[A-Z][\w.]+(?: [A-Z][\w.]+){0,2}|[A-Z][\w.]+\.(?:com|id|net|co))\.?$"
)
# "... di aula | Dewi/Humpro X"
BARRED_CREDIT = re.compile(
    r" ?\| ?([A-Z][\w.]{1,20}(?: [A-Z][\w.]{1,20})? ?/ ?(?:Hum|Dok|Hms)[^|\n]{1,60}?)\.?$"
)
# "... di aula.Foto:Dewi/kabarsari.id--", "Syukuran Komisi C/Foto: Dewi"
LABELLED_CREDIT = re.compile(
    r"(?<=[\w)])(?:\. |[./ ] ?)(?:Foto|FOTO|foto) ?: ?((?:[A-Z]|(?:ist|hum|hms|dok)\w*)[^\n:]{0,50}?)[-. ]*$"
)
# "... di gedung dewan, Senin. (Dewi Rengganis)", "(KS/dew)": who took the photo, where the text goes on below.
NAME_CREDIT = re.compile(
    r"(?<=[.!?)]) ?\(([A-Z][a-z]+(?: [A-Z][a-z]+){1,2}|[A-Z][\w .]{1,25}(?:/[A-Za-z][\w .]{1,30}){1,4})\)$"
)
DASHED_CREDIT = re.compile(r" [-–—] ?((?:foto )?istimewa|foto ?: ?[^\n]{2,50})\.?$", re.I)
LABEL_OF_CREDIT = re.compile(r"^(?:sumber foto|[fp]h?oto) ?[:/–-] ?(?=\S)", re.I)
# How people type a credit behind the caption of a photo that they upload, with WhatsApp's bold and italic signs.
TYPED_LABEL = r"(?:(?:sumber |kredit )?[fp]h?oto(?: ?:| (?:oleh|by)\b ?:?)|(?:fotografer|kredit|credit) ?:)"
TYPED_CREDIT = re.compile(
    rf"(?:^|(?P<apart>[.!?)\]|*_–—-])|\s|(?=[(\[]))\s{{0,5}}[(\[]?[\s*_]{{0,5}}{TYPED_LABEL}[\s*_]{{0,5}}(?P<by>[^\n:()\[\]|*_]{{2,90}}?)[\s)\]*_.]{{0,10}}$",
    re.I,
)
TYPED_IN_BRACKETS = re.compile(
    rf"[(\[](?P<by>(?:[^\n()\[\]/]{{2,40}}/ ?)?{CREDIT_BODY}[^\n()\[\]]{{0,60}})[)\]]\.?$", re.I
)
TYPED_ARCHIVE = re.compile(
    r"(?P<apart>[.!?)])\s*(?P<by>dok(?:umentasi|\.)? ?:? ?(?:humas|humpro|hms|setwan|sekretariat|dprd|pribadi)\b[^\n.()]{0,50})\.?$",
    re.I,
)
NEWSROOM = re.compile(rf"\b(?:{CREDIT_BODY}|setwan|sekretariat|(?:dis)?kominfo|prokopim|protokol)", re.I)
PERSONS = re.compile(r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}")
# Where more than one fits, the first here is right.
PRINTED_BEHIND = (
    BARRED_CREDIT,
    CREDIT_IN_BRACKETS,
    CREDIT_AT_END,
    LABELLED_CREDIT,
    DASHED_CREDIT,
    OUTLET_CREDIT,
)


def split_credit(words: str) -> tuple[str, str]:
    """The caption without its label, and the credit that stood in it; "" where there is none."""
    kept: list[str] = []
    credit = ""
    for line in words.splitlines():
        alone = credit_alone(line.strip())
        if alone:
            credit = credit or alone
            continue
        caption, typed = _without_typed_credit(line.strip())
        if typed:
            kept.append(caption)
            credit = credit or typed
            continue
        body = Passage.of(line.strip())
        label = CAPTION_LABEL.match(body.text)
        body, its_credit = without_credit(body.cut(label.end()) if label else body)
        kept.append(body.text.strip())
        credit = credit or its_credit or ""
    return "\n".join(kept).strip(), credit


def _without_typed_credit(line: str) -> tuple[str, str]:
    """The line without its label and the credit at its end, and that credit; "" where none is typed."""
    found = TYPED_IN_BRACKETS.search(line) or TYPED_CREDIT.search(line) or TYPED_ARCHIVE.search(line)
    if found is None:
        return line, ""
    by = LABEL_OF_CREDIT.sub("", found["by"].strip(" .,-"))
    # Else it may be the end of a sentence: "Warga melihat foto: pameran di balai kota".
    is_person = found.groupdict().get("apart") and PERSONS.fullmatch(by)
    if not (NEWSROOM.search(by) or is_person):
        return line, ""
    end = found.start() + (found.groupdict().get("apart") in {".", "!", "?", ")"})
    caption = CAPTION_LABEL.sub("", line[:end]).strip(" *_|–—-,;")
    return caption, re.sub(r" ?/ ?", "/", by)


def credit_line(line: str, number: int) -> tuple[str, bool] | None:
    """The credit, where the line holds nothing else, and whether its caption stands below: one that calls itself a
    credit stands under its photo."""
    if SITE_CREDIT.match(line):
        return line, number < 14
    alone = credit_alone(line)
    return (alone, number < 8 and not line.lower().startswith(("foto", "(foto"))) if alone else None


def credit_alone(line: str) -> str | None:
    """The credit, where the line holds nothing else."""
    if ALONE.match(line):
        return line.strip("() .")
    if closing := CLOSING_CREDIT.fullmatch(line):
        return closing[1].strip()
    found = len(line) < 90 and (CREDIT_LINE.match(line) or PHOTO_BY.match(line))
    if found and ("/" in line or line.lower().startswith(("foto", "dok", "doc"))):
        return found[1]
    return None


def without_credit(body: Passage) -> tuple[Passage, str | None]:
    """The caption without the credit printed behind it, and that credit; None where there is none."""
    for pattern in PRINTED_BEHIND:
        if found := pattern.search(body.text):
            by = next(filter(None, found.groups()))
            return body.cut(0, found.start()).stripped(), LABEL_OF_CREDIT.sub("", by).strip()
    return body, None
