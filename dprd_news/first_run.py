"""What an empty site needs before its newsroom can work: regions, the council's own record, an administrator."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from people.imports import load_regions, read_regions
from people.models import Council, Institution, Region

ADMINISTRATORS = "Administrator"

# Central and eastern time by province code (Keppres 41/1987 and the provinces split off since); the rest is western.
CENTRAL = {"51", "52", "53", "63", "64", "65", "71", "72", "73", "74", "75", "76"}
EASTERN = {"81", "82", "91", "92", "93", "94", "95", "96"}


class SiteNotEmpty(Exception):
    """Somebody works here already."""


@transaction.atomic
def start_council(name: str, region_code: str, username: str, password: str) -> Council:
    """Regions, the council's body and record, and the first administrator. Groups come with the migrations.

    Raises SiteNotEmpty, and ValidationError for a region without a council or a password too weak.
    """
    users = get_user_model()
    if Council.objects.exists() or Institution.objects.exists() or users.objects.exists():
        raise SiteNotEmpty("Situs ini sudah berisi; start_council hanya untuk situs yang masih kosong.")
    load_regions(read_regions())
    region = Region.objects.filter(code=region_code).first()
    if region is None:
        raise ValidationError(f"Kode wilayah {region_code} tidak dikenal. Contoh: 32.73 untuk Kota Bandung.")
    if not region.has_council:
        raise ValidationError(f"{region} tidak memiliki dewan perwakilan sendiri.")
    council = create_council(name, region)
    administrator = users(username=username, is_staff=True, is_superuser=True)
    validate_password(password, administrator)
    administrator.set_password(password)
    administrator.full_clean()
    administrator.save()
    administrator.groups.add(Group.objects.get(name=ADMINISTRATORS))
    return council


def create_council(name: str, region: Region) -> Council:
    """The council's body, public from now, and the record that gives the site its identity."""
    institution = Institution(
        name=name, kind=Institution.Kind.COUNCIL, region=region, published_at=timezone.now()
    )
    institution.full_clean()
    institution.save()
    time_zone, label = time_zone_of(region)
    council = Council(
        name=name, institution=institution, region=region, time_zone=time_zone, time_zone_label=label
    )
    council.full_clean()
    council.save()
    return council


def time_zone_of(region: Region) -> tuple[str, str]:
    """Name and label of the region's time: ("Asia/Makassar", "WITA")."""
    province = region.code[:2]
    if province in CENTRAL:
        return "Asia/Makassar", "WITA"
    return ("Asia/Jayapura", "WIT") if province in EASTERN else ("Asia/Jakarta", "WIB")
