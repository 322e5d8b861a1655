import pytest
from django.core.management import CommandError, call_command

from articles.models import Proposal
from tests.factories import make_article, make_user

pytestmark = pytest.mark.django_db


def test_used_proposals_give_precision_by_kind(capsys):
    article, editor = make_article(state="draft"), make_user("Penulis")
    for kind, decision in [
        ("official", "accepted"),
        ("official", "accepted"),
        ("official", "changed"),
        ("official", "rejected"),
        ("topic", "rejected"),
    ]:
        Proposal.objects.create(
            article=article, kind=kind, proposed="x", decision=decision, decided_by=editor
        )

    call_command("score_readings", used=True)

    assert [line.split() for line in capsys.readouterr().out.splitlines()] == [
        ["jenis", "presisi", "diterima", "diubah", "ditolak"],
        ["official", "0.500", "2", "1", "1"],
        ["topic", "0.000", "0", "0", "1"],
    ]


def test_folder_of_labelled_texts_is_scored(capsys, tmp_path):
    columns = ["file", "event_date", "event_kind", "officials", "institutions", "host_institution"]
    columns += ["guest_institution", "byline", "caption_present"]
    row = ["satu.txt", "2025-06-23", "other", "", "", "", "", "(Nilam/red)", "n"]
    (tmp_path / "labels.tsv").write_text("\t".join(columns) + "\n" + "\t".join(row) + "\n")
    (tmp_path / "satu.txt").write_text("Taman itu dibuka pada Senin (23/6/2025). (Nilam/red)")

    call_command("score_readings", str(tmp_path))

    lines = {line.split()[0]: line.split()[-5:] for line in capsys.readouterr().out.splitlines()}
    assert lines["byline"] == ["1.000", "1.000", "1.000", "1", "1"]


def test_folder_without_labels_is_told_in_one_line(tmp_path):
    with pytest.raises(CommandError, match="tidak dapat dibaca"):
        call_command("score_readings", str(tmp_path))
