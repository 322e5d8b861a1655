"""The day of the event, told from the day something was said, sent or published."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dprd_news.lib.indonesian import WEEKDAYS as WEEKDAY_NAMES
from dprd_news.lib.indonesian import long_date, month_name

from ..language.lexicon import any_of, fold, word_set
from ..language.marks import VERB_STEMS
from ..language.passages import Span, lies_in
from .printed_dates import WEEKDAY_PATTERN, WEEKDAYS, PrintedDate, find_dates

LONE_WEEKDAY = re.compile(
    rf"\b(?:hari|pada) {WEEKDAY_PATTERN}\b|\b{WEEKDAY_PATTERN.replace('weekday', 'weekday2')}(?= (?:ini|lalu|kemarin|\()|[,.] )",
    re.I,
)
# "ujarnya", "kata Dewi", ",” imbuh Dewi": most stems alone are words of other use but behind a comma or a closing mark.
SAYS = (
    r"(?:ujar|(?<!lah )kata(?! (?:yang|lain|kunci|sambutan)\b)|ucap|tutur|ungkap|jelas|tegas|tandas)(?:nya)?"
    rf"|(?:{VERB_STEMS})nya|(?:(?<=[,”\"])|(?<=[,”\"] ))(?:{VERB_STEMS})(?= (?-i:[A-Z]))"
)
# What stands before a date that is not the event's.
STATEMENT = re.compile(
    r"(?:dikutip|dilansir|(?<!nota )(?<!laporan )keterangan(?:nya)?(?: tertulis| resmi| pers)?|(?:siaran|pres|press) (?:pers|ri?lis(?:nya)?)|kepada (?:wartawan|media|awak media|[a-z]+(?:com|news)\b|\w+\.(?:com|id|net))|(?:menjawab|lewat|melalui|dalam) (?:konfirmasi|pesan|sambungan|telepon|whatsapp)|(?:saat|ketika|kala|usai) (?:dihubungi|ditemui|dikonfirmasi|dimintai|ditanya)"
    rf"|{SAYS})\b(?:[^.]|\.(?=\w)){{0,120}}$",
    re.I,
)
# "Dewi mengatakan hal itu, Senin": the day of the words, or that of the event at which they were said.
TELLS = re.compile(rf"\b(?:{any_of(word_set('telling_verbs.txt'))})\b[^.]{{0,80}}$", re.I)
# Said there and then: the day is the event's too.
_EVENT = r"(?:menghadiri|mengikuti|memimpin|menerima|melakukan|menggelar|meninjau|menjadi narasumber|rapat|audi?ensi|sidak|sidang|RDP|raker|kunjungan|pertemuan|peninjauan|acara|kegiatan)\b"
AT_EVENT = re.compile(
    rf"\b(?:(?:saat|ketika|dalam) (?=(?-i:[A-Z])[a-z]+ (?-i:[A-Z]))|usai|seusai|selepas|sehabis|sesudah|setelah (?={_EVENT})|di sela|di sela-sela|dalam (?:rapat|kegiatan|acara|pertemuan|talk ?show|siaran|program|podcast|dialog|bincang)|(?:saat|ketika|sembari|sambil) (?:menjadi|(?!memberi|menyampaikan|menanggapi|merespons?|menjawab)(?:me|ber)[a-z]{{4,}}))\b",
    re.I,
)
# At the place of the event: "ungkapnya di Gedung X, Senin (3/3/2025)".
SAID_THERE = re.compile(
    r"(?:nya|kata \w+(?: \w+)?|ujar \w+(?: \w+)?),? (?:saat |ketika |usai )?(?:\w+ )?(?:di|bertempat di) (?i:Gedung|Ruang|Aula|Kantor|Balai|Hotel|Pendopo|Kampus|Graha)\b"
)
# Of a visit, to the press at the hosts'.
TOLD_THERE = re.compile(
    r"\bkepada (?:awak )?(?:media|wartawan),? di (?:Gedung|Ruang|Aula|Kantor|Balai|Pendopo)\b", re.I
)
# Said at another event than the visit that the release tells of.
AT_SESSION = re.compile(r"\b(?:rapat|sidang|paripurna|pelantikan|upacara)\b", re.I)
# What a statement may be about: that has a day of its own.
OTHER_EVENT = re.compile(
    r"\b(?:kunjungan kerja|kunker|stud[iy] (?:banding|tiru)|rapat (?:kerja|paripurna|pansus|koordinasi)|audi?ensi|sidak|kunjungan|rombongan|delegasi|dipantau|pemantauan|meninjau|tinjauan|pengecekan)\b",
    re.I,
)
QUOTED_LATER = re.compile(r"\b(?:dikutip|dilansir|ditulis)\b(?:[^.]|\.(?=\w)){0,60}$", re.I)
# A line of its own with day and clock is the page's stamp: it tells the year, never the event's day.
CLOCK = re.compile(r"[ ,|–-]{1,5}\d{1,2}[.:]\d{2}(?::\d{2})? ?(?:WIB|WITA|WIT)\b")
OUTLET = re.compile(r"(?:[\w.]{2,25}(?: [\w.]{2,25})? ?[-–|] ?)?")
BARE_STAMP = re.compile(r"[ ,|–-]{1,5}\d{1,2}[.:]\d{2}(?::\d{2})? *(?:\||\n|$)")
STAMP = re.compile(rf"{CLOCK.pattern}(?: \|[^\n]{{0,60}})?(?=\n|$)")
# "Rabu, 10 Sep 2025 11:02 6 Dewi": the day, the clock and who wrote, alone on the line.
SHORT_STAMP = re.compile(r"[ ,|–-]{1,5}\d{1,2}[.:]\d{2}\b[^\n.]{0,40}(?=\n|$)")
# "KOTA, OUTLET - 22 Juli 2025 - ", "Kota (22/7/2025) - ": the day the text was sent, before its first word.
DATELINE = re.compile(r"(?!(?:Pada|Hari|Sejak|Mulai|Pukul)\b)(?>[A-Z][\w.]*|[|,/()–—-]| )*")
OPENS = re.compile(r"\)? ?(?:[-–—|]{1,2}|:) ?(?=[A-Z\"“‘(])|\. ?\n")
TODAY = re.compile(r"\bhari ini\b", re.I)
# "“Rapat paripurna hari Rabu 9 Februari 2022 digelar ...": the event's own day, told by who was there.
HELD_ON = re.compile(
    r"^[“\"]?(?:rapat|sidang|kegiatan|acara|kunjungan)\b[^.,\n]{0,60} (?:hari|pada)(?: ini)?,? \(?$", re.I
)
YESTERDAY = re.compile(r"\bkemarin\b", re.I)
# Words that were spoken, not sent or asked for on the phone.
SPOKEN = re.compile(
    rf"\b(?:{SAYS})\b(?![^.]{{0,60}}\b(?:dihubungi|telepon|dikonfirmasi|keterangan\w*|ri?lis\w*|dikutip|dilansir)\b)[^.]{{0,100}}$",
    re.I,
)
ELSEWHEN = re.compile(
    r"\b(?:diketahui|habis|jatuh tempo|ke?da?luwarsa|(?:kontrak|izin|sewa|kerja ?sama|masa (?:jabatan|kerja|berlaku))\w*(?: \w+){0,4} berakhir|masa reses|(?<!berangkat )sejak|(?<!dilaksanakan )(?<!berlangsung )(?<!digelar )(?<!dilakukan )mulai|semenjak|lahir|dilantik|sebelumnya|akan (?:digelar|dilaksanakan|berlangsung)"
    rf"|dijadwalkan|direncanakan|(?<!hari )terakhir|paling lambat|tahun lalu|sebelum|(?:setelah|sesudah)(?! {_EVENT})|berlaku|batas waktu|tenggat)\b[^.”\"]{{0,50}}$|\b(?:akan |baru )?(?:kembali|pulang)\b[^.\n]{{0,40}}$|\b(?:hingga|sampai)(?: dengan)?(?: (?:hari|tanggal|pada|akhir))*,? ?\(?$",
    re.I,
)
# "Jumat 7 Agustus 2020 yang lalu": of two days of one text seldom the one that it tells of.
BYGONE = re.compile(r"\)? (?:yang )?(?:lalu|silam)\b")
# "Pada 20 Februari 2025, DPRD X akan menggelar rapat": what is only to come.
OPENS_SENTENCE = re.compile(r"\b(?:Pada|Nanti pada)(?: tanggal| hari)? $")
LATER = re.compile(r"[^.\n]{0,60}\b(?:akan|bakal|dijadwalkan)\b")
# A sentence about what went before.
EARLIER = re.compile(r"\W*(?:Sebelumnya|Pada (?:mulanya|awalnya)|Semula|Mula-mula|Awalnya|Sebelum ini)\b")
# "mula-mula diserahkan pada", "meneruskan hasil rapat X pada tanggal": what led to the event.
BEGAN = re.compile(
    r"(?<!untuk )(?<!yang )\bpertama kali di[a-z]{4,}\b[^.,\n]*$|\b[Ss]esuai kesepakatan\b[^.,\n]*\b(?:rapat|sidang)\b[^.,\n]*$|\b(?:mula-mula|awalnya|semula)\b(?![^\n]*\b(?:akhirnya|kemudian|lalu|baru)\b)[^.,\n]*$"
    r"|\b(?:menindaklanjuti|meneruskan|melanjutkan|berdasarkan|kelanjutan|lanjutan|tindak lanjut)(?: dari)?(?:(?: hasil)? (?:rapat|sidang)| hasil (?:tinjauan|peninjauan|sidak|kunjungan))\b(?![^\n]*\b(?:rapat|sidang|kunjungan)\b)[^.,\n]{0,40}\b(?:pada|tanggal|yang di\w+)[^.,\n]{0,20}$"
)
# "menggelar rapat pertama setelah pergantian komisi, Jumat (23/1)": the comma gives the day back to the rapat.
OF_MAIN_CLAUSE = re.compile(
    r"\b(?:menggelar|melaksanakan|mengadakan|melakukan|menerima|menghadiri|mengikuti|mengunjungi|meninjau)\b[^.\n]{3,90}\b(?:setelah|sebelum)\b[^.,\n]{3,50}, \(?$"
)
# A law or a letter has a date of its own; once its year stands, the next date is another's.
LAW = re.compile(
    r"\b(?:nomor|no\.?|undang-undang|peraturan|(?<!pengambilan )keputusan|surat)\b(?:(?!tahun \d{4})[^.]){0,50}$|\b(?:ber|ter)tanggal $",
    re.I,
)
# What is only to come, of which somebody speaks today.
TO_COME = re.compile(r"\b(?:akan|bakal|rencananya|berencana) [a-z]{4,}\b[^.\n”\"]{0,90}$", re.I)
# "akan menggelar rapat lanjutan pada": after this one.
COMES_AFTER = re.compile(
    r"\b(?:akan|bakal|rencananya|berencana)\b[^.\n”\"]{0,60}\b(?:lanjutan|selanjutnya|berikutnya|kembali|lagi|susulan|kedua)\b[^.\n”\"]{0,50}$",
    re.I,
)
# What had happened before someone spoke of it.
HAPPENED = re.compile(r"\b(?:telah|sudah) (?:di|me|ber|ter)[a-z]{3,}\b[^.\n”\"]*$", re.I)

# A date with neither its weekday nor a place in the first lines is less than this.
SURE = 2.0


@dataclass(frozen=True)
class Setting:
    """What a release's other parts tell of its dates. Its first `head_end` characters are headline, caption and lead.

    `plain_statement`: it tells of words to the press only, so their day is the event's. `caption` is where the caption
    stands: its photo may be of another day. `of_visit`: it tells of a visit, so what was said at a session was said
    later. `of_inspection`: it tells of an inspection, and what somebody said of it was said on the spot unless told
    otherwise. `stamped` is the page's day of publication, from which the year of a date without one is thought of.
    """

    head_end: int
    plain_statement: bool
    caption: Span = (0, 0)
    of_visit: bool = False
    of_inspection: bool = False
    stamped: date | None = None
    # What somebody says may be of any day.
    quoted: Sequence[Span] = ()


@dataclass(frozen=True)
class Dates:
    """`event_date` is None where no day with its year is printed or none is the event's, `event_end_date` where it is a
    single day. `candidates` are days inferred or rival, likeliest first; `warnings` are sentences for the editor.
    `span` is where the event's day is printed, None where it is not."""

    event_date: date | None
    event_end_date: date | None
    candidates: tuple[date, ...]
    warnings: tuple[str, ...]
    span: Span | None = None


def event_dates(text: str, setting: Setting, received: date | None) -> Dates:
    """The event's day. `received` is the day the release came in, for dates printed without a year."""
    printed = find_dates(text)
    if not printed:
        return _without_date(text, received)
    fitness = {p: _fitness(p, text, setting) for p in printed}
    best = max(printed, key=lambda p: (fitness[p], p.weekday is not None, -p.start))
    if fitness[best] < 0:
        asked = received or setting.stamped
        return _of_dateline(text, printed, asked) or _of_something_else(printed)
    is_sure = fitness[best] >= SURE
    year = best.year or _year_elsewhere(best, printed)
    inferred = ("Tahunnya diambil dari tanggal lain di naskah.",) if year and not best.year else ()
    best = replace(best, year=year)
    if best.year is None:
        return _without_year(best, printed, received or setting.stamped)
    day = best.on(best.year)
    if day is None:
        return Dates(None, None, (), (f"Tanggal {best.day}/{best.month}/{best.year} tidak ada di kalender.",))
    warnings, rivals = _weekday_doubts(best, day)
    warnings = (*inferred, *warnings)
    rival = [
        p
        for p in printed
        if fitness[p] >= 3
        or (fitness[p] < 0 and p.start < setting.head_end and p.start < best.start)
        # A day without its weekday may be anybody's.
        or (best.weekday is None and fitness[p] > 0)
        # What a photo shows may have been another day than what the text tells of.
        or (_is_on_photo(best, setting) and not _is_on_photo(p, setting))
    ]
    last = _until(best, day, printed)
    others = _other_days(rival, day, last)
    if others:
        named = " dan ".join(long_date(other) for other in others)
        warnings = (*warnings, f"Naskah juga menyebut {named}; pastikan mana hari kegiatannya.")
        doubted = (weekday_doubt(p, other) for p in rival if p.year and (other := p.on(p.year)) in others)
        warnings = (*warnings, *filter(None, doubted))
        rivals = rivals or (day, *others)
    if _is_doubtful_statement(best, text, setting.plain_statement):
        warnings = (*warnings, "Tanggal ini hari pernyataan; pastikan apakah juga hari kegiatannya.")
    if not is_sure:
        warnings = (*warnings, "Tanggal ini tersebut sambil lalu; pastikan apakah hari kegiatannya.")
    if YESTERDAY.search(text, 0, setting.head_end) and STATEMENT.search(_before(best, text)):
        eve = day - timedelta(days=1)
        warnings = (*warnings, f"Naskah menyebut kemarin; mungkin kegiatannya {long_date(eve)}.")
        rivals = rivals or (day, eve)
    span = (best.start, best.end)
    return Dates(day, last, tuple(dict.fromkeys((*rivals, *others))), warnings, span)


def _year_elsewhere(best: PrintedDate, printed: list[PrintedDate]) -> int | None:
    """ "3 Maret 2025 ... Senin (3/3)": the year stands beside the same day elsewhere in the text."""
    return next((p.year for p in printed if p.year and (p.day, p.month) == (best.day, best.month)), None)


def _other_days(printed: list[PrintedDate], first: date, last: date | None) -> list[date]:
    """Days that might as well be the event's: printed whole with their weekday, outside its own days."""
    days = [day for p in printed if p.year and p.weekday is not None and (day := p.on(p.year))]
    return [day for day in dict.fromkeys(days) if not first <= day <= (last or first)]


def _of_dateline(text: str, printed: list[PrintedDate], received: date | None) -> Dates | None:
    """The day printed before the first word, where no other is the event's: with its weekday it most often is, and is
    taken; without, it is only offered, as is one without its year. All are doubted."""
    sent = next((p for p in printed if _is_of_dateline(text, p)), None)
    if sent and not sent.year:
        return _without_year(sent, printed, received)
    day = sent.on(sent.year) if sent and sent.year else None
    if sent is None or day is None:
        return None
    warning = "Tanggal di awal naskah adalah hari naskah dikirim; pastikan apakah juga hari kegiatannya."
    taken = sent.weekday is not None
    return Dates(day if taken else None, None, (day,), (warning,), (sent.start, sent.end) if taken else None)


def _of_something_else(printed: list[PrintedDate]) -> Dates:
    """Every printed date belongs to a statement, a law or another event: all are offered, none is taken."""
    rivals = tuple(dict.fromkeys(day for p in printed if p.year and (day := p.on(p.year))))
    return Dates(
        None, None, rivals, ("Tanggal kegiatan tidak ditemukan; tanggal yang tercetak menyangkut hal lain.",)
    )


def _before(printed: PrintedDate, text: str) -> str:
    """What the sentence says before its date."""
    before = text[max(0, printed.start - 200) : printed.start]
    return before[max(before.rfind(". "), before.rfind("\n")) + 1 :]


def _is_doubtful_statement(printed: PrintedDate, text: str, plain_statement: bool) -> bool:
    """True for the day of words that may be about an event of another day."""
    before = _before(printed, text)
    told = STATEMENT.search(before) or (TELLS.search(before) and not AT_EVENT.search(before))
    return bool(told) and (not plain_statement or bool(OTHER_EVENT.search(text)))


def _said_at_session(before: str) -> bool:
    """Of a visit somebody may speak at a later session: "usai memimpin rapat paripurna"."""
    at_event = AT_EVENT.search(before)
    return at_event is not None and bool(AT_SESSION.search(before, at_event.start()))


def _fitness(printed: PrintedDate, text: str, setting: Setting) -> float:
    before, plain_statement = _before(printed, text), setting.plain_statement
    on_photo = _is_on_photo(printed, setting)
    score = 2.0 if printed.start < setting.head_end and not on_photo else 0.0
    score += 0.5 if on_photo else 0.0
    said = STATEMENT.search(before)
    score += 1.0 if said and plain_statement else 0.0
    score += 2.0 if printed.weekday is not None else 0.0
    score += 1.0 if printed.year else 0.0
    score -= 1.0 if BYGONE.match(text, printed.end) else 0.0
    # "ungkapnya saat meninjau X, Senin": told with the event itself, its day is as sure as any.
    there = setting.of_inspection and SPOKEN.search(before) and not AT_EVENT.search(before)
    to_come = TO_COME.search(before) is not None
    score -= 1.0 if there or (plain_statement and to_come) else 0.0
    # Named in passing below the head, it may be any later day.
    score -= 1.5 if to_come and not plain_statement and printed.start >= setting.head_end else 0.0
    if (
        _is_stamp(text, printed)
        or _is_of_dateline(text, printed)
        or (not printed.last and ELSEWHEN.search(before) and not OF_MAIN_CLAUSE.search(before))
        or (printed.weekday is None and LAW.search(before))
        or EARLIER.match(before)
        or BEGAN.search(before)
        or COMES_AFTER.search(before)
        or (lies_in(printed.start, setting.quoted) and not (TODAY.search(before) or HELD_ON.search(before)))
        or (OPENS_SENTENCE.search(before) and LATER.match(text, printed.end))
        or QUOTED_LATER.search(before)
        or (setting.of_visit and _said_at_session(before))
        or (plain_statement and printed.weekday is None and to_come)
        or ((plain_statement or printed.weekday is None) and not said and HAPPENED.search(before))
        or (said and not plain_statement and not there and not _is_said_there(before, setting))
    ):
        score -= 8
    return score


def _is_on_photo(printed: PrintedDate, setting: Setting) -> bool:
    return setting.caption[0] <= printed.start < setting.caption[1]


def _is_said_there(before: str, setting: Setting) -> bool:
    """Words spoken at the event or at its place, so that their day is the event's."""
    return bool(
        AT_EVENT.search(before)
        or SAID_THERE.search(before)
        or (setting.of_visit and TOLD_THERE.search(before))
    )


def _is_of_dateline(text: str, printed: PrintedDate) -> bool:
    """The day of sending, unless the paragraph itself says that it tells of this day."""
    begin, end = text.rfind("\n", 0, printed.start) + 1, text.find("\n", printed.end)
    before = text[begin : printed.start]
    return (
        len(before) <= 70
        and DATELINE.fullmatch(before) is not None
        and OPENS.match(text, printed.end) is not None
        and not TODAY.search(text, printed.end, end if end > 0 else len(text))
    )


def _is_stamp(text: str, printed: PrintedDate) -> bool:
    before = text[text.rfind("\n", 0, printed.start) + 1 : printed.start]
    if BARE_STAMP.match(text, printed.end) and OUTLET.fullmatch(before):
        return True
    if not before and SHORT_STAMP.match(text, printed.end):
        return True
    # Behind an outlet the writers' names may follow on the line.
    clock = CLOCK if before else STAMP
    return bool(OUTLET.fullmatch(before) and clock.match(text, printed.end))


def _without_date(text: str, received: date | None) -> Dates:
    warning = "Tanggal kegiatan tidak tercantum di dalam naskah."
    weekday = LONE_WEEKDAY.search(text)
    if weekday and received:
        number = WEEKDAYS[fold(weekday["weekday"] or weekday["weekday2"])]
        day = received - timedelta(days=(received.weekday() - number) % 7)
        return Dates(
            None,
            None,
            (day,),
            (f"Naskah hanya menyebut hari {WEEKDAY_NAMES[number]}; dihitung dari hari diterima.",),
        )
    return Dates(None, None, (), (warning,))


def _without_year(best: PrintedDate, printed: list[PrintedDate], received: date | None) -> Dates:
    years = [p.year for p in printed if p.year]
    if received:
        year = next(
            (
                y
                for y in (received.year, received.year - 1)
                if (d := best.on(y)) and d <= received + timedelta(days=7)
            ),
            received.year,
        )
        years = [year, *years]
    days = tuple(dict.fromkeys(day for year in years if (day := best.on(year))))
    if best.weekday is not None:
        if all(day.weekday() != best.weekday for day in days):
            # "habis pada 29 Desember 2018 ... Kamis (17/1)": the year after, as the weekday tells.
            beside = (best.on(year + step) for year in years for step in (1, -1))
            days = (*days, *(day for day in beside if day and day.weekday() == best.weekday))
        days = tuple(sorted(days, key=lambda day: day.weekday() != best.weekday))
    warnings = [f"Tanggal {best.day} {month_name(best.month)} tercetak tanpa tahun."]
    if days and best.weekday is not None and days[0].weekday() != best.weekday:
        warnings.append(
            f"{long_date(days[0])} tidak cocok dengan hari {WEEKDAY_NAMES[best.weekday]} yang tercetak."
        )
    return Dates(None, None, days, tuple(warnings), (best.start, best.end))


def weekday_doubt(printed: PrintedDate, day: date) -> str:
    """The sentence for an editor when the printed weekday is not that day's; "" when they agree."""
    if printed.weekday is None or day.weekday() == printed.weekday:
        return ""
    return (
        f"Hari dan tanggal tidak cocok: {day.day} {month_name(day.month)} {day.year} adalah hari {WEEKDAY_NAMES[day.weekday()]},"
        f" naskah menulis {WEEKDAY_NAMES[printed.weekday]}."
    )


def _weekday_doubts(printed: PrintedDate, day: date) -> tuple[tuple[str, ...], tuple[date, ...]]:
    """Both readings when weekday and date disagree: the date as printed, and the nearest that fits the weekday."""
    doubt = weekday_doubt(printed, day)
    if printed.weekday is None or not doubt:
        return (), ()
    others = [
        d
        for year in (day.year + 1, day.year - 1)
        if (d := printed.on(year)) and d.weekday() == printed.weekday
    ]
    shift = (printed.weekday - day.weekday()) % 7
    near = day + timedelta(days=shift if shift <= 3 else shift - 7)
    rivals = (day, *others, near)
    return (doubt,), rivals


def _until(best: PrintedDate, day: date, printed: list[PrintedDate]) -> date | None:
    """The event's last day, also where another sentence tells it: "Rapat, Senin (9/11/2026) ... Senin (9/11/2026) hingga
    Selasa (10/11/2026)"; None for a single day."""
    same = (
        p for p in [best, *printed] if (p.day, p.month, p.year or day.year) == (day.day, day.month, day.year)
    )
    return next((last for p in same if (last := _end(p, day))), None)


def _end(printed: PrintedDate, day: date) -> date | None:
    """The last day of a range; None for a single day or a range that runs backwards."""
    if not printed.last:
        return None
    try:
        last = date(day.year, printed.last_month or day.month, printed.last)
    except ValueError:
        return None
    return last if last > day else None
