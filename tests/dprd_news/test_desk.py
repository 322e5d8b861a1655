from datetime import timedelta

import pytest
from django.utils import timezone

from dprd_news.desk import cards
from people.models import ProposedChange
from tests.factories import make_article, make_council, make_proposal, make_user

pytestmark = pytest.mark.django_db


def desk_of(rf, user):
    request = rf.get("/admin/")
    request.user = user
    return {
        card.title: [(row.text, row.detail.split(" Sen")[0]) for row in card.rows] for card in cards(request)
    }


@pytest.fixture
def newsroom():
    """A writer and an editor, and an article for every way in which one can wait."""
    make_council()
    writer, other = make_user(group="Penulis", username="sari"), make_user(group="Penulis")
    editor = make_user(group="Redaktur", username="budi")
    for title, by in (("Kembali pada Sari", writer), ("Kembali pada orang lain", other)):
        article = make_article(title, state="draft")
        article.submit(by=by)
        article.return_to_draft("Lengkapi tanggalnya.", by=editor)
    make_article("Belum dibaca", state="in_review")
    make_article("Sudah disetujui", state="in_review").approve(by=editor)
    make_article("Terhalang", state="scheduled", body="")
    return writer, editor


def titles(found):
    return {card: [text for text, _ in rows] for card, rows in found.items()}


def test_desk_of_the_writer_shows_what_came_back(rf, newsroom):
    found = desk_of(rf, newsroom[0])

    assert titles(found) == {
        "Terjadwal, tetapi terhalang": ["Terhalang"],
        "Dikembalikan kepada Anda": ["Kembali pada Sari"],
        "Menunggu tinjauan": ["Belum dibaca"],
        "Segera terbit": ["Terhalang"],
        "Draf": ["Kembali pada orang lain", "Kembali pada Sari"],
    }
    assert found["Dikembalikan kepada Anda"] == [("Kembali pada Sari", "Lengkapi tanggalnya.")]


def test_desk_of_the_editor_shows_what_waits_to_be_published(rf, newsroom):
    assert titles(desk_of(rf, newsroom[1])) == {
        "Terjadwal, tetapi terhalang": ["Terhalang"],
        "Menunggu tinjauan": ["Belum dibaca"],
        "Disetujui, menunggu terbit": ["Sudah disetujui"],
        "Segera terbit": ["Terhalang"],
        "Draf": ["Kembali pada orang lain", "Kembali pada Sari"],
    }


def test_desk_shows_proposals_to_whoever_decides_and_answers_to_whoever_proposed(rf):
    make_council()
    writer, editor = make_user(group="Penulis", username="sari"), make_user(group="Redaktur", username="budi")
    titles_of = ("Masih ditimbang", "Angkanya keliru", "Sudah disetujui", "Ditarik lagi", "Sudah lama")
    waiting, refused, accepted, taken_back, old = (
        make_proposal(make_article(title), writer, note="Lihat halaman dua") for title in titles_of
    )
    refused.refuse(editor, "Angka itu benar.")
    accepted.accept(editor)
    taken_back.take_back(writer)
    old.refuse(editor, "Tidak perlu.")
    ProposedChange.objects.filter(pk=old.pk).update(decided_at=timezone.now() - timedelta(days=15))
    make_proposal(make_article("Milik orang lain"))

    of_writer, of_editor = desk_of(rf, writer), desk_of(rf, editor)

    assert of_writer["Usulan Anda sudah dijawab"] == [
        ("Sudah disetujui", "Diterima"),
        ("Angkanya keliru", "Ditolak: Angka itu benar."),
    ]
    assert titles(of_writer)["Usulan Anda menunggu Redaktur"] == ["Masih ditimbang"]
    assert titles(of_editor)["Usulan perubahan"] == ["Masih ditimbang", "Milik orang lain"]
    assert of_editor["Usulan perubahan"][0][1].startswith("sari, ")
    assert of_editor["Usulan perubahan"][0][1].endswith("WIB: Lihat halaman dua")
    assert "Usulan perubahan" not in of_writer
    assert waiting.is_waiting
