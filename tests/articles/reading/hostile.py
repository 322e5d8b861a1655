"""Text that no release looks like, by what is wrong with it. How long each takes: make bench."""


def _word(number: int) -> str:
    """A name that no table has."""
    letters = str(number * 7919 % 10**7).translate(str.maketrans("0123456789", "abcdefghij"))
    return f"{letters}ana".title()


HOSTILE = {
    "one megabyte": "Wakil Ketua DPRD Kota Mekarsari, H. Bima Sakti, S.H., hadir. " * 16_000,
    "a journey on and on": "KOTA TIRTASARI - DPRD Kota Mekarsari berkunjung ke Kota Tirtasari dan "
    + "berkunjung Dinas Perhubungan " * 1_300,
    "a menu below a long line": "kata yang " * 3_000 + "\n" + "• KOTA TIRTASARI\n" * 2_900,
    "one line of 500,000 characters": "kata yang " * 50_000,
    "one word of 500,000 letters": "a" * 500_000,
    "10,000 quotation marks": '"' * 10_000,
    "10,000 quotation marks round words": '"kata ini," ujarnya ' * 5_000,
    "empty lines": "\n" * 500_000,
    "a list of names without end": "Asep Sutanto, S.H., " * 5_000,
    "one body again and again": "DPRD Kota Mekarsari " * 5_000,
    "a directorate of many words": "melakukan kunjungan ke Direktorat Jenderal" + " dan" * 20_000,
    "a pansus before many names": "Ketua Pansus 3 DPRD Kota X yang membahas Raperda "
    + "Alun Lama, Rangkai Buana " * 3_000,
    "a sentence that never ends": "menerima kunjungan kerja ke " * 5_000,
    "a journey that never arrives": "kaji banding di " * 10_000,
    "half a date": "hari " * 100_000,
    "tags that never close": "<a" * 200_000,
    "brackets that never close": "[" * 100_000 + "(" * 100_000,
    "stars": "*a" * 100_000,
    "initials": "A." * 100_000,
    "dates": "Kamis (1/2/2024) " * 5_000,
    "entities": "&amp;" * 50_000,
    "nothing": "",
    "markup that means harm": '<script>alert(1)</script><a href="javascript:x" onclick="y"><img src=x onerror=z><svg/onload=q>'
    * 4_000,
    "tables inside tables": "<table><tr><td>" * 20_000 + "rapat" + "</td></tr></table>" * 20_000,
    **{
        f"{words[:30].strip()} that nobody knows": "".join(
            words.format(_word(n), _word(n + 5_000)) for n in range(4_000)
        )
        for words in (
            "DPRD Kota {0} hadir. ",
            "BBWS {0} hadir. ",
            "PT {0} hadir. ",
            "PT {0} (XYZ), ",
            "KPU Kota {0} hadir. ",
            "SMPN 3 {0} hadir. ",
            "Dinas Pendidikan Kota {0} hadir. ",
            "Forum {0} {1} hadir. ",
            "H. {0} {1}, S.H., ",
            "“Kami setuju,” kata {0}. ",
            "Ketua Komisi II sekaligus Kepala Dinas {0}, {1}, ",
            "RSUD dr. {0} {1}, dr. {1}, hadir. ",
            "Fraksi PKS melalui {0} {1}, Komisi II lainnya {1} {0}, ",
            "BPKP Perwakilan {0}, Bulog Cabang {1}, ",
            "Sekolah Dasar (SD) Negeri {0} 601 {1}, ",
            "jajaran Komisi II, {0} {1}, S.T., {1} {0}, ",
            "DPRD Kota {0} bersama Dinas {1} setempat berkunjung ke DPRD Kota {1}. ",
        )
    },
    "travellers of the place": "DPRD Kota Mekarsari bersama Dinas Kesehatan setempat ke DPRD Kota Tirtasari, "
    * 1_500,
    "members without end": "jajaran Komisi II" + ", Alun Lamakarta, S.T." * 6_000,
    "initials before a long line": "A" + ".A" * 70_000 + " " + "x" * 60,
    "hours": "pukul 09.00-" * 20_000,
    "a list that opens and opens": "bersama Kamadatu Zulmi, yakni " * 5_000,
    "parts of nobody": "Komisi II dan Komisi III, Pansus 2 dan 3, " * 3_000,
    "a chat": "[07.45, 24/11/2026] A: halo\n" * 10_000,
    # One letter that fits two ways each time doubles the ways: these are short.
    "a headline in capitals before its date": "RAPAT PARIPURNA DPRD KOTA MEKARSARI pada 3 Maret 2025 ditunda.\n"
    * 20,
    "degrees before a faction": f"Asep Sutanto, {'S.H.' * 30} x hadir dari Fraksi PKS.\n" * 20,
    "degrees before a colon": f'Asep Sutanto, {"S.H." * 30} x: "Kami hadir untuk membahas ini."\n' * 20,
    "degrees before a verb": f'Asep Sutanto{", S.H.M.H." * 9} x. "Kami hadir untuk membahas ini."\n' * 20,
    "a letter that is an apostrophe": "aʼ" * 100 + "1 hadir",
    "capitals without a word": "B" * 500_000,
    "a campus without a name": "De La " * 100_000,
    "districts without end": "Dapil X " + "Mekarsari, " * 30_000,
    "hospitals without end": "RSUD dr. Slamet dan RSUD, " * 6_000,
    "a pansus without its council": "Ketua Pansus " + "Rapareda Haji " * 20_000,
    "deputies without end": "Wakil Ketua I" + ", I" * 100_000,
    "schools without end": "MTs 77. " * 5_000,
    "embassies without end": "Kedutaan Besar (MX) Uw- Iw-w x " * 1_300,
    "short lines": "DPRGE\n" * 160_000,
    "lines of one letter": "x \n" * 300_000,
    "a photo on each line": "![](a)\nG T |\n" * 80_000,
    "a word of a rare root": "Kami menanda. " * 2_500,
    "no words": " ".join(
        f"qx{n:07d}zw".translate(str.maketrans("0123456789", "abcdefghij")) for n in range(5_000)
    ),
}
