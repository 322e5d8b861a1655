"""Accounts and log-in tries, in the newsroom's words."""

from typing import Any

from axes.models import AccessAttempt
from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.forms import ReadOnlyPasswordHashWidget, UserChangeForm
from django.contrib.auth.models import Group, User
from django.db.models import Count, QuerySet
from django.http import HttpRequest

from dprd_news.lib.newsroom import badge
from people.templatetags.indonesian import moment

admin.site.unregister([User, Group])


class PasswordKept(ReadOnlyPasswordHashWidget):
    """Says that there is a password, and nothing of how it is kept."""

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["summary"] = [{"label": "Sandi sudah diatur" if value else "Belum ada sandi", "value": ""}]
        return context


class AccountForm(UserChangeForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "password" in self.fields:
            self.fields["password"].widget = PasswordKept()


@admin.register(User)
class AccountAdmin(UserAdmin):
    """Accounts are made and switched off, never deleted: what they published stays theirs."""

    list_display = ("username", "full_name", "email", "groups_shown", "is_active", "last_login")
    list_filter = ("groups", "is_active")
    search_fields = ("username", "first_name", "last_name", "email")

    form = AccountForm
    filter_horizontal = ()
    readonly_fields = ("last_login", "date_joined")
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        ("Data diri", {"fields": ("first_name", "last_name", "email")}),
        (
            "Wewenang",
            {
                "fields": ("is_active", "is_staff", "groups"),
                "description": "Penulis menulis dan mengirim untuk ditinjau. Redaktur menerbitkan, mengoreksi dan "
                "menarik. Administrator juga mengurus akun dan identitas situs. Akun yang tidak dipakai "
                "dinonaktifkan, tidak dihapus.",
            },
        ),
        ("Catatan", {"fields": ("last_login", "date_joined")}),
    )
    add_fieldsets = (
        (None, {"classes": ("wide",), "fields": ("username", "usable_password", "password1", "password2")}),
        ("Data diri", {"fields": ("first_name", "last_name", "email")}),
        ("Wewenang", {"fields": ("is_staff", "groups")}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).prefetch_related("groups")

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "is_staff" and field is not None:
            field.label, field.help_text = (
                "Dapat masuk ruang redaksi",
                "Tanpa centang ini akun tidak dapat masuk.",
            )
        return field

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody takes over an account that may do more than their own."""
        is_above = obj is not None and obj.is_superuser and not request.user.is_superuser
        return not is_above and super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.display(description="nama", ordering="first_name")
    def full_name(self, user: User) -> str:
        return user.get_full_name()

    @admin.display(description="kelompok")
    def groups_shown(self, user: User) -> str:
        return ", ".join(group.name for group in user.groups.all())


@admin.register(Group)
class RolesAdmin(GroupAdmin):
    """The three groups are made by a migration; here they are read."""

    list_display = ("name", "members")
    fields = ("name",)

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).annotate(member_count=Count("user"))

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.display(description="anggota", ordering="member_count")
    def members(self, group: Any) -> int:
        return group.member_count


@admin.register(AccessAttempt)
class AccessAttemptAdmin(admin.ModelAdmin):
    """Failed log-ins of late, as a list alone."""

    list_display = ("attempted_at", "account", "address", "failures", "browser")
    list_display_links = None
    search_fields = ("username", "ip_address")
    date_hierarchy = "attempt_time"
    actions = ("let_try_again",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.display(description="waktu", ordering="attempt_time")
    def attempted_at(self, attempt: AccessAttempt) -> str:
        return moment(attempt.attempt_time)

    @admin.display(description="nama pengguna", ordering="username")
    def account(self, attempt: AccessAttempt) -> str:
        return attempt.username or ""

    @admin.display(description="alamat IP", ordering="ip_address")
    def address(self, attempt: AccessAttempt) -> str:
        return attempt.ip_address or ""

    @admin.display(description="kali gagal", ordering="failures_since_start")
    def failures(self, attempt: AccessAttempt) -> str:
        return badge(str(attempt.failures_since_start), "bad")

    @admin.display(description="peramban")
    def browser(self, attempt: AccessAttempt) -> str:
        return attempt.user_agent

    @admin.action(description="Izinkan mencoba masuk lagi", permissions=["delete"])
    def let_try_again(self, request: HttpRequest, queryset: QuerySet) -> None:
        queryset.delete()
        self.message_user(request, "Percobaan yang gagal dihapus; akun itu dapat mencoba masuk lagi.")
