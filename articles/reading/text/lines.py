"""The lines of a release, told from what a page or a chat puts around and between them."""

import re
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from ..dates.printed_dates import find_dates
from ..language.lexicon import MONTH, WEEKDAY, any_of, fold, is_everyday, lines_of, word_set
from ..language.passages import Passage
from .cleaning import plain_lines

MIN_RELEASE = 250
HEAD_LINES = 6
# No more than so many letters are a page's name printed again.
NAME_CHARS = 30
IMAGE = re.compile(r"!\[[^\[\]\n]{0,300}\](?:\([^()\n]{0,500}\))?")
CHAT = re.compile(
    r"^\[?(?:\d{1,2}[.:]\d{2}(?:[.:]\d{2})?,? +)?(\d{1,2})/(\d{1,2})/(\d{2,4})(?:,? +\d{1,2}[.:]\d{2}(?:[.:]\d{2})?)?\]?"
    r"(?: -)? +(?!\d{1,2}:)(?P<sender>[^:\n]{1,40}): ?"
)
FURNITURE = re.compile(
    r"^(?:baca (?:juga|selengkapnya)\b|(?-i:(?:Berita|Artikel|Info) Lainnya)(?: ?:)? ? ?(?=(?-i:[A-Z\"“]))|lihat juga\b|artikel terkait|berita terkait|simak juga|bagikan\b|share\b(?! ?\w+ \w+)"
    r"|tags?\b ?:|label\b ?:|topik\b ?:|advertisement|iklan$|scroll (?:ke bawah|untuk|to)\b|sebarkan artikel|[×✕✖]$|bacaan lainnya$|photo author$|.{0,40}\bwhatsapp channel\b|pages ?\(|hide ads$|(?:post a comment|\d+ comments?) ?:?$|baca berita terkait\b|lanjut(?:kan)? (?:membaca|ke konten)"
    r"|(?:halaman|hal\.?|page) ?:? ?\d+(?: ?(?:/|dari|of) ?\d+)?$|(?:siaran pers|press release|rilis(?: humas| berita)?(?: \d{1,2})?)$|nomor ?: ?\S{3,40}$|(?:kontak media|narahubung|contact person)\b.{0,80}$|diteruskan\b.{0,30}$|forwarded\b.{0,30}$|whatsapp$"
    r"|(?:(?:#\w+[ ,]*)+)?(?:image|video|audio|document|sticker|gif|gambar|foto|dokumen|stiker|<?media) (?:omitted|tidak disertakan)>?$|(?:#\w+[ ,]*)+$"
    r"|(?:mohon|minta) (?:bantu\w*|dibantu|izin|kiranya|berkenan|tayang|ditayangkan|dimuat|disebar\w*|sebar\w*|publikasi\w*|dipublikasikan)\b[^.]{0,60}$|selengkapnya ?:? ?https?://\S+$"
    r"|(?:(?:facebook|twitter|whatsapp|telegram|instagram|linkedin|pinterest|tiktok|threads|line|email|copy|link|print|share|icon|x)[ ,|]*){2,}$"
    r"|(?:url|tautan|link) (?:berhasil )?(?:di)?(?:copy|salin)(?:kan)?$|(?:oleh )?-? ?\d+ (?:kali )?(?:dilihat|views?|dibaca)$"
    r"|facebook$|twitter$|x$|telegram$|linkedin$|pinterest$|email$|print$|copy link$|salin tautan$|tulis komentar|advertise here$|baca berita tanpa iklan\b|(?:by|oleh) ?-?$"
    r"|headline$|kumpulan berita (?-i:[A-Z])[^.\n]{1,40}$|(?:[«‹<] ?)?(?:previous|prev)(?: post)?$|next(?: post)?(?: ?[»›>])?$|(?:show|hide|load|view) (?:\w+ )?comments?$|(?:older|newer) posts?$|posting(?:an)? (?:lama|baru|lebih baru)$|load more$"
    r"|close ads$|no result$|view all result$|(?:share on ?\w+(?: |(?<=[a-z])(?=S))?)+$|best viral premium blogger templates$|home(?-i:(?: [A-Z]{3,}){1,4})$"
    r"|[A-Z][\w ,]{2,40}?\d+ (?:kali )?(?:dilihat|dibaca|views?)$|\[?ads?\d*\]?$"
    r"|(?:(?:beranda|home|kontak|contact|rss(?: feed)?|e?mail|login|profil|galeri|unduhan)[ |]{1,5}){2,}\w+$|-{3,} .{3,60} -{3,}$|komentar$|shares?$|(?:copyright\b|©).{0,80}$|all rights? reserved.{0,40}$|.{0,20}\brendering in \d.{0,40}$|share this post\b|standard post with gallery$|ikuti (?:kami|berita)|follow\b|dapatkan (?:update|berita)|google news$|cek (?:berita|artikel)"
    r"|pilihan editor|rekomendasi untuk anda|\d+ (?:views?|komentar|comments?|shares?|kali dibaca)$|oleh-oleh$"
    r"|sumber ?[:;] .{2,60}$|\d+ komentar$|home ?[>»/].{0,200}$|beranda(?: ?[>»/]|(?-i:[A-Z])).{0,200}$|https?://\S+$|[\w-]+\.(?:com|id|net|co\.id)$|tidak ada komentar$|www\.\S+$|\d{1,3}$|[-=_*•·.–—]{4,}$|[-=_•–—]{2,3}$"
    # What a sender of a chat writes above and below.
    r"|(?:ass?ala?m[uo]?'?[ ']?alaikum|selamat (?:pagi|siang|sore|malam)\b|yth\b|(?:mohon )?izin (?:share|berbagi|kirim|meneruskan)\b|bantu share\b|mohon (?:bantuan|dibantu|izin)\b|foto (?:me)?nyusul\b)[^.\n]{0,120}$"
    # What is left of a page's "Published 2 days ago on ..." and of a photo that was not copied.
    r"|(?:on|in|by|di|pada|ago|last updated|(?:\d+|an?) (?:menit|jam|hari|minggu|bulan|minutes?|hours?|days?|weeks?|months?)(?: yang)? (?:lalu|ago))$"
    r"|banner \d{2,4} ?x ?\d{2,4}$|\d+ comments? \d+ minutes? read$|(?:reading time ?:? )?\d+ min(?:ute)?s? read$|(?-i:in [A-Z])(?!.*\b(?:dan|serta)\b)[\w ,&]{2,40}$|A[+-]?(?: A[+-]?){1,2}$|waktu baca \d+ menit$|\d+ menit (?:waktu )?baca$"
    r"|\(?(?:f[ph]?oto|[fp]hoto|gambar|image|img|video)(?: ?\d{1,2})?\)? ?:?$)",
    re.I,
)
# "PARIWARA DPRD KOTA MEKARSARI": space that was paid for, and by whom; no verb fits behind it.
RUBRIC = re.compile(
    r"^(?:pariwara|advertorial|advetorial|infotorial|adv)\b[ .:|/–-]{0,3}(?:(?:humas|humpro|setwan|sekretariat|dprd|dprk|dewan|pemkot|pemkab|pemerintah)\b(?: (?-i:[A-Z])[\w.]+){0,3})?$",
    re.I,
)
# "Rapat komisi Perbesar": what a page writes on its photo.
ZOOM = re.compile(r" Perbesar$")
# "• Olahraga": a page's menu, above all else; "• KOTA MEKARSARI" below the headline too.
MENU = re.compile(r"^[•·] ?[^.,:;\n]{2,30}$")
MENU_IN_CAPITALS = re.compile(r"^[•·] ?[A-Z]{2}[A-Z ]{0,28}$")
# Of each line above a menu so many letters tell whether it is a sentence.
MENU_CHARS = 300
# "ADVERTORIAL: DPRD Sahkan Perda": the label before a headline on its line.
LABELLED = re.compile(
    r"^[(\[]?(?:pariwara|advertorial|advetorial|infotorial|adv|breaking news|headline news|hot news)[)\]]?(?: ?[:|]| [–-]|(?<=[)\]])) *(?=\S+(?: \S+){3})",
    re.I,
)
# "Pemerintahan Jumat 30 Januari 2026 02:04:35 WIBKOTA X – ...": section and stamp that the dateline is glued to.
GLUED_STAMP = re.compile(
    rf"^(?:[A-Z][a-z]+ ){{0,2}}(?i:{WEEKDAY}),? \d{{1,2}} [A-Z][a-z]{{2,8}} \d{{4}} \d{{1,2}}[.:]\d{{2}}(?:[.:]\d{{2}})? ?WI(?:B|TA|T) ?(?=[A-Z])"
)
# "A A A KOTA X - ...": what a page offers to read its letters larger.
FONT_SIZES = re.compile(r"^(?:A[+-]? ){2,3}(?=[A-Z]{2})")
# Below this line a page has nothing of the release any more.
AFTERMATH = re.compile(
    r"^(?:leave a (?:reply|comment)|tinggalkan (?:balasan|komentar)|tidak ada komentar|posting komentar|no comments?|lihat versi web|diberdayakan oleh blogger|check also|related (?:posts|articles)|discussion about this post|you may also like) ?[:.]?$",
    re.I,
)
# Links to other articles stand below it, one a line.
HEADS_LINKS = re.compile(
    r"^(?:berita|artikel|bacaan|baca|lihat) (?:terkait|lainnya|populer|terbaru|terpopuler|pilihan|juga) ?:?$",
    re.I,
)
# A verb as headlines have it, without its prefix too.
HEADLINE_VERB = re.compile(
    rf"^(?!ber(?:sama|ikut|dasarkan)$)(?:me(?:m|n|ng|ny|l|r|w|y)?[a-z]{{3,}}|ber[a-z]{{3,}}|di[a-z]{{4,}}|ter[a-z]{{4,}}|{any_of(word_set('headline_verbs.txt'))})$"
)
# "(Wali Kota X Tinjau Pasar, Pedagang Senang)": another article's headline that a page puts between the paragraphs.
ASIDE = re.compile(r"^\([A-Z][^()\n]{30,160}\)$")
ASIDE_CAPITALS = 0.7
# A line of a text that goes on.
SENTENCE = re.compile(r"[a-z][a-z)]\.\s|[a-z]{3}[.,]?[”\"]|[a-z]{3}\.$")
LINKED = re.compile(r"^(?:[-–•*»>·]|\d{1,2}[.)]) ?[^.\n]{8,160}$")
# "Last Updated 2024-10-15T02:11:09Z"
UPDATED = (
    r"(?:last updated?|updated?|terakhir di(?:perbarui|update)|diperbar(?:u|ha)i|diupdate)(?: pada)? ?:? ?(?:[a-z’']{4,7},? )?"
    r"\d{1,4}[ /-]\w{1,9}[ /-]\d{2,4}(?:[t ,|-]{1,3}(?:pukul )?\d{1,2}[.:]\d{2}[\d.:+]{0,12}z?(?: ?wi(?:b|ta|t))?)?"
)
PUBLISHED = re.compile(
    rf"^{UPDATED}$|^(?:[-–] )?(?:(?:{WEEKDAY}),? "
    r"[a-z]{3,9} \d{1,2}, \d{4}|[\w ]{2,20} [-–] (?:[\w ]{2,20} [-–] )?\d{4}-\d\d-\d\d|\d{1,2} (?:"
    rf"{MONTH}|jan|feb|mar|apr|jun|jul|agu|agt|aug|sep|okt|oct|nov|des|dec) \d{{4}}"
    rf"(?:, \d{{1,2}}/\d{{1,2}}/\d{{4}})?(?:[ ,|-]{{1,4}}\d{{1,2}}[.:]\d{{2}}(?::\d{{2}} [ap]m)?(?: ?wi(?:b|ta|t))?)?(?:[ ,|-]{{1,4}}{UPDATED})?"
    r"|dilihat ?: ?[\d.]+ ?kali\b[^\n]{0,80}"
    r"|(?:diterbitkan|dipublikasikan|posted|published|upload(?:ed)?|terbit|diunggah|tanggal terbit)\b[^\n]{0,80}"
    rf"|(?:oleh|by|penulis|admin)\b[^|•·\n]{{0,40}}[|•·] ?(?:(?:{WEEKDAY}),? )?\d{{1,2}}[ /-]\w{{1,9}}[ /-]\d{{4}}[^\n]{{0,60}}"
    rf"|(?:{WEEKDAY}),? *"
    r"\d{1,2}[ /-](?:\w{3,9}|\d{1,2})[ /-]\d{4}"
    r"[ ,|–—-]*(?:(?:pukul )?\d{1,2}[.:]\d{2}(?::\d{2})?(?: ?wi(?:b|ta|t))?)?(?:[ ,|–—-]+(?:dibaca:? ?|hits:? ?|views:? ?)?\d{1,6}(?: ?(?:kali|x|views?|hits|dibaca|dilihat|pembaca)){0,2})?"
    rf"(?:[ ,|-]{{0,4}}{UPDATED})?"
    # "Rabu, 10 Sep 2025 11:02 6 Dewi Lestari": times read, and who wrote.
    rf"|(?:{WEEKDAY}),? *\d{{1,2}} \w{{3,9}} \d{{4}}[ ,|–—-]+\d{{1,2}}[.:]\d{{2}} \d{{1,5}} [a-z]+(?: [a-z]+){{0,2}})$",
    re.I,
)
# "Senin, 3 Maret 2025 Reporter: X": the stamp and the writer on one line.
SIGNED = re.compile(r"^[^\n|]{6,40}\d{4}[ |]{1,3}(?:reporter|penulis|laporan|editor) ?:", re.I)


@dataclass(frozen=True)
class Line:
    """One line without clutter; an empty one stands for a gap. `in_table`: it ends with a table's bar. `above_stamp`:
    the page's day of publication stood right below it."""

    passage: Passage
    after_image: bool = False
    in_table: bool = False
    above_stamp: bool = False

    @property
    def text(self) -> str:
        return self.passage.text


@dataclass
class _Page:
    """What a page puts around a release, told line by line; `lines` is all of it. `links_below`: the line above heads
    links to other articles; `teased`: it heads what the page tells first of its news of the day, twice."""

    lines: list[Passage]
    links_below: bool = False
    teased: bool = False

    @cached_property
    def last_sentence(self) -> int:
        """The number of the last line that a text goes on with, -1 where none does."""
        numbers = range(len(self.lines) - 1, -1, -1)
        return next((n for n in numbers if SENTENCE.search(self.lines[n].text)), -1)

    def ends(self, number: int, text: str, above: list[Line]) -> bool:
        """True where nothing of the release stands any more, on this line or below."""
        if above and AFTERMATH.match(text[:60]):
            return True
        return _heads_links(text) and _is_told(above) and number > self.last_sentence

    def skips(self, number: int, text: str, above: list[Line]) -> bool:
        """True for a line of the page's own; to be asked of each line in turn."""
        if FURNITURE.match(text[:300]) or _heads_links(text) or _is_label(text, above) or _is_aside(text):
            self.teased = self.teased or text == "Headline"
            self.links_below = _heads_links(text)
            return True
        if self.links_below and LINKED.match(text[:200]):
            return True
        if self.teased and text and _stands_twice(self.lines, number):
            return True
        self.teased = self.teased and not text
        self.links_below = self.links_below and not text
        return False


def read_lines(passage: Passage) -> tuple[list[Line], date | None, date | None]:
    """Lines without clutter, the day that a chat names as that of sending, and the day of the page's stamp."""
    lines: list[Line] = []
    received = stamped = None
    after_image = False
    page = _Page(_without_replies(plain_lines(passage)))
    for number, raw in enumerate(page.lines):
        if chat := CHAT.match(raw.text[:200]):
            received = received or _day(chat)
            raw = raw.cut(chat.end())
        line = raw.without(IMAGE)
        bare = line.without(ZOOM).stripped(" |")
        stamped = stamped or _stamp_of(bare.text)
        if PUBLISHED.match(bare.text[:130]):
            if lines and lines[-1].text:
                lines[-1] = replace(lines[-1], above_stamp=True)
            continue
        if page.ends(number, bare.text, lines):
            break
        if page.skips(number, bare.text, lines):
            continue
        is_image = IMAGE.search(raw.text) is not None
        after_image = after_image or is_image
        if is_image and not bare.text:
            continue
        in_table = line.text.rstrip().endswith("|")
        text = bare.cut(_label_end(bare.text))
        lines.append(Line(text, after_image=after_image and bool(bare.text), in_table=in_table))
        after_image = after_image and not bare.text
    return lines, received, stamped


def _stamp_of(text: str) -> date | None:
    """The day of publication that a page prints on this line, None where it prints none or none of the calendar."""
    if not (PUBLISHED.match(text[:130]) or SIGNED.match(text[:120]) or GLUED_STAMP.match(text[:120])):
        return None
    return next(
        (day for printed in find_dates(text) if printed.year and (day := printed.on(printed.year))), None
    )


def _label_end(text: str) -> int:
    """Where a line begins to speak: behind the page's stamp that its dateline is glued to, behind the label before a
    headline, behind what offers larger letters; 0 where it has none of them."""
    label = GLUED_STAMP.match(text[:120]) or LABELLED.match(text[:60]) or FONT_SIZES.match(text)
    return label.end() if label else 0


def _heads_links(text: str) -> bool:
    return HEADS_LINKS.match(text[:60]) is not None


def _without_replies(lines: list[Passage]) -> list[Passage]:
    """A chat without the short messages of others than who sent the release."""
    senders = {n: chat["sender"] for n, line in enumerate(lines) if (chat := CHAT.match(line.text[:200]))}
    sizes: Counter[int] = Counter()
    starts: list[int] = []
    for number, line in enumerate(lines):
        starts.append(number if number in senders or not starts else starts[-1])
        sizes[starts[-1]] += len(line)
    sent = {start: size for start, size in sizes.items() if start in senders}
    teller = senders[max(sent, key=lambda start: sent[start])] if sent else ""
    replies = {start for start, size in sent.items() if senders[start] != teller and size < MIN_RELEASE}
    return [line for line, start in zip(lines, starts, strict=True) if start not in replies]


def _is_told(lines: list[Line]) -> bool:
    """True once the release has been told: some lines of its text stand above."""
    return sum(len(line.text) for line in lines) >= MIN_RELEASE


def _is_label(text: str, above: list[Line]) -> bool:
    """A line that says that the page is paid for, one of its menu, or one apart in its head that only names the
    page's section; below the head it is what a narrow column wrapped."""
    if len(text) > 80 or not text:
        return False
    if RUBRIC.match(text) or _is_of_menu(text, above):
        return True
    if len(text) < NAME_CHARS and any(line.text == text for line in above[:HEAD_LINES]):
        return len(above) <= 2 * HEAD_LINES
    apart = not above or not above[-1].text or above[-1].in_table
    named = apart and fold(text).strip(" :|»>-") in lines_of("page_labels.txt")
    return named and sum(bool(line.text) for line in above) < HEAD_LINES


def _is_of_menu(text: str, above: list[Line]) -> bool:
    if len(above) >= HEAD_LINES or not MENU.match(text):
        return False
    told = [line.text for line in above if line.text]
    in_head = not any(SENTENCE.search(line[:MENU_CHARS]) or line.endswith(":") for line in told)
    return not told or (in_head and MENU_IN_CAPITALS.match(text) is not None)


def _stands_twice(lines: list[Passage], number: int) -> bool:
    """True for a line that its neighbour repeats."""
    text = lines[number].text.strip()
    beside = lines[max(0, number - 1) : number] + lines[number + 1 : number + 2]
    return any(line.text.strip() == text for line in beside)


def _is_aside(text: str) -> bool:
    if not ASIDE.match(text[:170]) or capitals(text) <= ASIDE_CAPITALS:
        return False
    words = [word.lower() for word in re.findall(r"[A-Z][a-z'-]+", text)]
    return any(HEADLINE_VERB.match(word) and is_everyday(word) for word in words)


def capitals(text: str) -> float:
    """The share of longer words that begin with a capital."""
    words = [word for word in re.findall(r"[A-Za-z][\w'-]+", text) if len(word) > 3]
    return sum(word[0].isupper() for word in words) / max(1, len(words))


def _day(chat: re.Match[str]) -> date | None:
    day, month, year = (int(group) for group in chat.group(1, 2, 3))
    try:
        return date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None
