import re

import pytest
from django.urls import reverse

from articles import sharing
from articles.sharing import hashtags, instagram, lead, whatsapp
from tests.factories import make_article, make_correction, make_photo, make_topic, make_user
from tests.forms import fields_of

pytestmark = pytest.mark.django_db

BODY = (
    "<p>MEKARSARI - Ketua DPRD, Dr. H. Asep S. Contoh, S.H., meninjau taman kota. Warga meminta lampu. "
    "Pekerjaan dimulai besok.</p><p>Alinea kedua.</p>"
)


def test_whatsapp_bears_headline_in_bold_two_sentences_and_the_link():
    article = make_article("Taman *Kota* Dirawat", body=BODY)

    assert whatsapp(article) == (
        "*Taman Kota Dirawat*\n\n"
        "MEKARSARI - Ketua DPRD, Dr. H. Asep S. Contoh, S.H., meninjau taman kota. Warga meminta lampu.\n\n"
        f"http://127.0.0.1{article.get_absolute_url()}"
    )


def test_instagram_bears_no_link_but_where_it_is():
    article = make_article(
        "Taman Dirawat",
        lead="Lihat https://contoh.id/taman atau www.contoh.id sekarang.",
        topics=[make_topic("ruang terbuka"), make_topic("UMKM")],
    )

    caption = instagram(article, "Cipta/Humpro")

    assert caption == (
        "Taman Dirawat\n\nLihat atau sekarang.\n\nBaca selengkapnya lewat tautan di bio.\n\n"
        "Foto: Cipta/Humpro\n\n#RuangTerbuka #UMKM"
    )


def test_caption_is_never_longer_than_instagram_takes():
    article = make_article(
        "T" * 250, topics=[make_topic("topik panjang " + "a" * 80 + str(n)) for n in range(40)]
    )
    correction = make_correction(article, text="kata " * 1000)

    caption = instagram(article, "K" * 200, correction)

    assert (len(caption) <= 2200, len(re.findall("#", caption))) == (True, 6)


@pytest.mark.parametrize(
    ("names", "tags"),
    [
        (["infrastruktur jalan", "Infrastruktur  Jalan", "UMKM"], ["#InfrastrukturJalan", "#UMKM"]),
        (["covid-19", "2025", "a_b", "!!!"], ["#Covid19", "#Ab"]),
        ([f"topik {number}" for number in range(40)], [f"#Topik{number}" for number in range(30)]),
    ],
)
def test_hashtags_are_one_word_each_and_thirty_at_most(names, tags):
    assert hashtags(names) == tags


def test_lead_stands_before_the_text_and_a_long_sentence_is_cut_between_words():
    told = make_article(lead="Satu. Dua. Tiga.", body=BODY)
    long = make_article(body=f"<p>{'kata ' * 200}</p>")
    empty = make_article(body="")

    assert (lead(told), lead(empty)) == ("Satu. Dua.", "")
    assert (len(lead(long)) <= 320, lead(long)[-5:]) == (True, "kata…")


@pytest.mark.parametrize(
    ("kind", "heading"), [("fact", "KOREKSI FAKTA"), ("reply", "HAK JAWAB"), ("other", "KOREKSI")]
)
def test_correction_says_what_was_corrected(kind, heading):
    article = make_article("Taman Dirawat")
    correction = make_correction(article, "Yang benar dua belas pohon.", kind=kind)

    assert whatsapp(article, correction) == (
        f"*{heading}*\n\n*Taman Dirawat*\n\nYang benar dua belas pohon.\n\n"
        f"http://127.0.0.1{article.get_absolute_url()}"
    )


def test_messages_hold_the_last_correction_first():
    article = make_article(photos=[make_photo(credit="Cipta")])
    correction = make_correction(article)

    plain = sharing.messages(article, article.first_photo, None)
    corrected = sharing.messages(article, article.first_photo, correction)

    assert [one.key for one in plain] == ["whatsapp", "instagram"]
    assert [one.key for one in corrected] == [
        "whatsapp-koreksi",
        "instagram-koreksi",
        "whatsapp",
        "instagram",
    ]
    assert ["Foto: Cipta" in one.text for one in plain] == [False, True]


def test_form_of_a_public_article_alone_has_the_texts(client):
    client.force_login(make_user(group="Redaktur"))
    live, draft = make_article(), make_article(state="draft")
    make_correction(live)

    shown = {
        article: [
            name
            for name in ("whatsapp", "instagram", "whatsapp-koreksi", "instagram-koreksi")
            if f'id="siar-{name}"'
            in client.get(reverse(f"admin:articles_article_{page}", args=[article.pk])).content.decode()
        ]
        for article in (live, draft)
        for page in ("change", "review")
    }

    everything = ["whatsapp", "instagram", "whatsapp-koreksi", "instagram-koreksi"]
    assert shown == {live: everything, draft: []}


def test_publishing_and_correcting_lead_to_the_texts(client):
    client.force_login(make_user(group="Redaktur"))
    article = make_article(state="in_review", written_by=make_user(group="Penulis"))
    change = reverse("admin:articles_article_change", args=[article.pk])
    verb = reverse("admin:articles_article_verb", args=[article.pk, "terbitkan"])

    published = client.post(verb, follow=True)
    fields = fields_of(client.get(change)) | {
        "title": "Judul yang benar", "significance": "significant", "correction_kind": "fact",
        "correction_note": "Judulnya keliru.",
    }  # fmt: skip
    corrected = client.post(change, fields, follow=True)

    told = [[str(message) for message in answer.context["messages"]] for answer in (published, corrected)]
    link = f'<a href="{change}#siarkan">Salin untuk WhatsApp atau Instagram</a>'
    assert told[0] == [f"Berita sudah terbit dan tampil di situs. {link}"]
    assert f"Koreksi sudah tampil. {link}" in told[1]
