"""What an article's state allows, as buttons."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst

from articles.admin import review
from articles.admin.panel import open_warnings
from articles.models import Article
from articles.models.workflow import LEAD_DAYS
from dprd_news.lib.verbs import ReasonForm, Verb
from people.models import Council
from people.models.publication import Releasable
from people.templatetags.indonesian import moment

MENDED = "Perubahan Anda kecil, jadi naskah ini tetap boleh Anda setujui."
REWRITTEN = "Perubahan Anda sudah lebih dari sedikit: Anda kini ikut menulis naskah ini, jadi perlu disetujui orang lain."


class ScheduleForm(forms.Form):
    at = forms.DateTimeField(
        label="Terbit pada",
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        council = Council.current()
        zone = council.time_zone_label if council else "WIB"
        self.fields["at"].widget.attrs["data-moment-zone"] = zone
        self.fields["at"].help_text = f"Menurut waktu setempat ({zone})."

    def clean_at(self) -> Any:
        at = self.cleaned_data["at"]
        if at <= timezone.now():
            raise ValidationError("Pilih waktu yang akan datang, atau terbitkan sekarang.")
        return at


def _together(article: Article) -> dict[str, forms.Field]:
    """The choice of what is announced with the article; no field when nothing waits for that."""
    choices = {
        _key(record): f"{capfirst(record._meta.verbose_name)}: {record}" for record in article.unannounced()
    }
    if not choices:
        return {}
    return {
        "together": forms.MultipleChoiceField(
            label="Ikut diumumkan",
            choices=list(choices.items()),
            initial=list(choices),
            required=False,
            widget=forms.CheckboxSelectMultiple,
            help_text="Tertaut pada berita ini dan belum tampil untuk umum. Hilangkan centangnya bila belum "
            "boleh tampil.",
        )
    }


def _chosen(article: Article, data: dict[str, Any]) -> list[Releasable]:
    return [record for record in article.unannounced() if _key(record) in data.get("together", [])]


def _key(record: Releasable) -> str:
    return f"{record._meta.model_name}-{record.pk}"


def _second_reader(request: HttpRequest, article: Article) -> dict[str, forms.Field]:
    """A stated reason where nobody but this account has read the text; no field where somebody has."""
    if not article.lacks_second_reader(request.user):
        return {}
    return {
        "reason": forms.CharField(
            label="Alasan terbit tanpa orang kedua",
            widget=forms.Textarea(attrs={"rows": 3}),
            max_length=2000,
            help_text="Anda ikut menulis naskah ini dan belum ada orang lain yang menyetujuinya. "
            "Mintalah persetujuan, atau tulis alasannya; alasan itu tersimpan dalam riwayat berita.",
        )
    }


def _publishing_fields(request: HttpRequest, article: Article) -> dict[str, forms.Field]:
    return _second_reader(request, article) | _together(article)


class NoteForm(forms.Form):
    note = forms.CharField(
        label="Catatan untuk penulis",
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=4000,
        help_text="Apa yang masih harus dibenahi. Tampak pada berita dan di meja redaksi sampai dikirim lagi.",
    )


class OptionalNoteForm(forms.Form):
    note = forms.CharField(
        label="Catatan (boleh kosong)",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        required=False,
        help_text="Tersimpan dalam riwayat berita.",
    )


class RepublishForm(forms.Form):
    reason = forms.CharField(
        label="Alasan",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        help_text="Tersimpan dalam riwayat berita; tidak tampil untuk umum.",
    )


def _open_warnings(request: HttpRequest, article: Article) -> dict[str, forms.Field]:
    choices = [(check.code, check.text) for check in open_warnings(article)]
    return {
        "code": forms.ChoiceField(
            label="Peringatan",
            choices=choices,
            widget=forms.RadioSelect,
            error_messages={
                "invalid_choice": "Peringatan itu sudah tidak ada; muat ulang halaman beritanya."
            },
        ),
        "reason": forms.CharField(
            label="Alasan menerima",
            widget=forms.Textarea(attrs={"rows": 3}),
            max_length=2000,
            help_text="Mengapa tidak perlu diubah. Tersimpan bersama peringatannya.",
        ),
    }


def _submit(request: HttpRequest, article: Article, data: dict[str, Any]) -> str:
    article.submit(by=request.user)
    return review.submitted(request, article)


def _take_back(request: HttpRequest, article: Article, data: dict[str, Any]) -> str:
    article.take_back(by=request.user)
    return "Pengajuan ditarik kembali; naskah menjadi draf lagi dan dapat dilanjutkan."


def _approve(request: HttpRequest, article: Article, data: dict[str, Any]) -> str:
    article.approve(by=request.user)
    return "Naskah disetujui dan menunggu diterbitkan."


def _publish(request: HttpRequest, article: Article, data: dict[str, Any]) -> str:
    article.publish(by=request.user, together=_chosen(article, data), reason=data.get("reason", ""))
    return format_html("Berita sudah terbit dan tampil di situs. {}", sharing_link(article))


def sharing_link(article: Article) -> SafeString:
    """To the texts for WhatsApp and Instagram, on the article's form."""
    address = reverse("admin:articles_article_change", args=[article.pk])
    return format_html('<a href="{}#siarkan">Salin untuk WhatsApp atau Instagram</a>', address)


def _schedule(request: HttpRequest, article: Article, data: dict[str, Any]) -> str:
    together, reason = _chosen(article, data), data.get("reason", "")
    article.publish(at=data["at"], by=request.user, together=together, reason=reason)
    return f"Berita dijadwalkan terbit {moment(article.published_at)}."


def _postpone(request: HttpRequest, article: Article, data: dict[str, Any]) -> str:
    article.postpone(by=request.user, note=data["note"])
    return "Berita keluar dari jadwal dan menunggu di meja redaksi."


def _return_to_draft(request: HttpRequest, article: Article, data: dict[str, Any]) -> str:
    article.return_to_draft(data["note"], by=request.user)
    return "Berita kembali menjadi draf, dengan catatan untuk penulisnya."


def _withdraw(request: HttpRequest, article: Article, data: dict[str, Any]) -> str:
    article.withdraw(data["reason"], by=request.user)
    return "Berita ditarik; alamatnya menampilkan alasan penarikan."


def _republish(request: HttpRequest, article: Article, data: dict[str, Any]) -> str:
    article.republish(data["reason"], by=request.user)
    return format_html("Berita tampil lagi di alamatnya yang semula. {}", sharing_link(article))


def _lead(request: HttpRequest, article: Article, data: dict[str, Any]) -> str:
    article.lead_front(by=request.user)
    return "Berita ini sekarang berita utama di beranda."


def _leave(request: HttpRequest, article: Article, data: dict[str, Any]) -> str:
    article.leave_front(by=request.user)
    return "Berita ini kembali ke urutannya menurut waktu terbit."


def _accept(request: HttpRequest, article: Article, data: dict[str, Any]) -> str:
    check = next(check for check in open_warnings(article) if check.code == data["code"])
    article.accept_warning(check.code, check.text, data["reason"], by=request.user)
    return "Peringatan diterima; alasannya tersimpan pada berita."


def after_saving(admin: Any, request: HttpRequest, form: Any, formsets: Any) -> None:
    """Remember whose text it is now, and say aloud what blocks an article that is scheduled or live."""
    article = form.instance
    if getattr(form, "is_significant", False):
        corrected = format_html("Koreksi sudah tampil. {}", sharing_link(article))
        admin.message_user(request, corrected, messages.SUCCESS)
    if form.has_changed() or any(formset.has_changed() for formset in formsets):
        _mark_written(admin, request, article)
    if article.status == Article.Status.PUBLISHED and (blocking := article.blockers()):
        state = "tampil di situs" if article.is_public else f"terbit sendiri {moment(article.published_at)}"
        told = f"Berita ini {state}, padahal terhalang: {' '.join(blocking)}"
        admin.message_user(request, told, messages.ERROR)


def _mark_written(admin: Any, request: HttpRequest, article: Article) -> None:
    """Who changes another's text in review is told at once whether the approval may still be theirs."""
    is_reader = article.status == Article.Status.IN_REVIEW and not article.is_written_by(request.user)
    article.mark_written(request.user, getattr(article, "held_version", None))
    if is_reader and admin.may_publish(request):
        told = MENDED if not article.is_written_by(request.user) else REWRITTEN
        admin.message_user(request, told, messages.INFO)


def _is_open(article: Article) -> bool:
    return article.status in {Article.Status.DRAFT, Article.Status.IN_REVIEW} or article.is_scheduled


def _is_own_text(request: HttpRequest, article: Article) -> bool:
    return article.is_written_by(request.user)


def _is_not_own_text(request: HttpRequest, article: Article) -> bool:
    return not _is_own_text(request, article)


def _schedule_button(form: forms.BaseForm) -> str:
    """The chosen moment where it is known already; the script keeps it up with the field."""
    try:
        return f"Jadwalkan {moment(form.fields['at'].clean(form['at'].value()))}"
    except ValidationError:
        return "Jadwalkan"


VERBS = (
    Verb(
        name="kirim",
        label="Kirim untuk ditinjau",
        result="Redaktur melihatnya di meja redaksi sebagai berita yang menunggu tinjauan.",
        applies=lambda article: article.status == Article.Status.DRAFT,
        run=_submit,
        is_publishing=False,
        saves_first=True,
    ),
    Verb(
        name="tarik-kembali",
        label="Tarik kembali pengajuan",
        result="Naskah menjadi draf lagi dan hilang dari antrean tinjauan, sampai Anda mengirimnya lagi.",
        applies=lambda article: article.status == Article.Status.IN_REVIEW and not article.is_approved,
        run=_take_back,
        is_open_to=_is_own_text,
        is_publishing=False,
        saves_first=True,
    ),
    Verb(
        name="setujui",
        label="Setujui",
        result="Naskah tercatat sudah dibaca Anda dan menunggu diterbitkan. Perubahan oleh orang lain "
        "menggugurkan persetujuan ini.",
        applies=lambda article: article.status == Article.Status.IN_REVIEW and not article.is_approved,
        run=_approve,
        is_open_to=_is_not_own_text,
        saves_first=True,
        shows_findings=True,
    ),
    Verb(
        name="terbitkan",
        label="Terbitkan sekarang",
        result="Berita langsung tampil di situs dan umpan, bersama kunjungan, pejabat dan lembaga yang dibuat "
        "bersamanya. Jabatan pejabat yang belum ditulis dicatat sebagaimana hari itu.",
        applies=_is_open,
        run=_publish,
        kind="good",
        fields_for=_publishing_fields,
        saves_first=True,
        shows_findings=True,
    ),
    Verb(
        name="jadwalkan",
        label="Jadwalkan",
        result="Berita tampil sendiri pada waktu yang dipilih; sebelum itu hanya redaksi yang melihatnya.",
        applies=_is_open,
        run=_schedule,
        form=ScheduleForm,
        fields_for=_publishing_fields,
        initial_for=lambda article: {"at": article.published_at},
        label_for=lambda article: "Ubah jadwal" if article.is_scheduled else "Jadwalkan",
        button_for=_schedule_button,
        saves_first=True,
        shows_findings=True,
    ),
    Verb(
        name="tunda",
        label="Tunda",
        result="Berita keluar dari jadwal dan tidak tampil sampai ada yang menerbitkan atau menjadwalkannya lagi. "
        "Persetujuannya tetap berlaku.",
        applies=lambda article: article.is_scheduled,
        run=_postpone,
        form=OptionalNoteForm,
        saves_first=True,
    ),
    Verb(
        name="kembalikan",
        label="Kembalikan dengan catatan",
        result="Berita menjadi draf lagi; tinjauan, persetujuan dan jadwalnya batal. Penulisnya melihat catatan Anda.",
        applies=lambda article: article.status == Article.Status.IN_REVIEW or article.is_scheduled,
        run=_return_to_draft,
        form=NoteForm,
        saves_first=True,
    ),
    Verb(
        name="tarik",
        label="Tarik",
        result="Berita hilang dari daftar, pencarian dan umpan. Alamatnya tetap ada dan menampilkan alasan ini.",
        applies=lambda article: article.is_public,
        run=_withdraw,
        form=ReasonForm,
        kind="bad",
    ),
    Verb(
        name="terbitkan-kembali",
        label="Terbitkan kembali",
        result="Berita tampil lagi di alamat dan pada urutannya yang semula; pemberitahuan penarikan hilang.",
        applies=lambda article: article.status == Article.Status.WITHDRAWN,
        run=_republish,
        form=RepublishForm,
        saves_first=True,
        shows_findings=True,
    ),
    Verb(
        name="utamakan",
        label="Jadikan berita utama",
        result=f"Berita berdiri paling atas di beranda selama {LEAD_DAYS} hari, atau sampai berita lain dipilih. "
        "Tanpa pilihan, yang terbaru menjadi berita utama.",
        applies=lambda article: article.is_public and not article.is_leading,
        run=_lead,
    ),
    Verb(
        name="lepas-utama",
        label="Lepas dari berita utama",
        result="Berita kembali ke urutannya menurut waktu terbit.",
        applies=lambda article: article.is_public and article.is_leading,
        run=_leave,
    ),
    Verb(
        name="terima",
        label="Terima peringatan",
        result="Peringatan ini tidak ditanyakan lagi selama yang dimaksudnya tidak berubah.",
        applies=lambda article: article.pk is not None,
        run=_accept,
        fields_for=_open_warnings,
        is_publishing=False,
        is_listed=False,
        saves_first=True,
    ),
)
