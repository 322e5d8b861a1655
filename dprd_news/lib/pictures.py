"""A model field for pictures, and the files that pages show of them.

What is stored was re-encoded and lies under a name nobody can guess. One JPEG is made at once, so that no
page ever shows a hole; the other sizes and formats are made behind the page.
"""

import logging
import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage
from django.db import models
from django.db.models.fields.files import FieldFile

from dprd_news.lib import images

log = logging.getLogger(__name__)

SHOWN_WIDTH_PX = 1200
# The shape in which messengers and social networks show a page's picture.
SHARE_PX = (1200, 630)
FORMS = ("avif", "webp", "jpeg")
MEDIA = "/media/"
MIME = {".avif": "image/avif", ".webp": "image/webp", ".jpg": "image/jpeg"}
MASTER_SUFFIXES = (".jpg", ".png")
_FILE_NAME = re.compile(r"[\w-]{2}/[\w-]+/\d+(?:x\d+-\d+-\d+)?\.(?:avif|webp|jpg)", re.ASCII)


@dataclass(frozen=True)
class Shown:
    """A file of a picture that is always there."""

    url: str
    width_px: int
    height_px: int


class ReceivedFile(ContentFile):
    """A re-encoded upload; `received` says what the checks found."""

    def __init__(self, received: images.Received) -> None:
        super().__init__(received.content, name=images.unguessable_name(received.extension))
        self.received = received


class PictureFieldFile(FieldFile):
    field: "PictureField"
    name: str
    _committed: bool
    # What a page shown ahead of its time adds to the address of each file, so that it may be fetched.
    permit = ""

    @property
    def is_new(self) -> bool:
        """Whether a file was given that is not stored yet."""
        return bool(self) and not self._committed

    @property
    def received(self) -> images.Received | None:
        """What the checks found in a new file; None for a stored one."""
        return getattr(self.file, "received", None) if self.is_new else None

    def save(self, name: str, content: File, save: bool = True) -> None:
        """Take any picture, re-encoded unless it was already. Raises ValidationError for what is none."""
        received = content if isinstance(content, ReceivedFile) else receive(content, name)
        super().save(str(received.name), received, save=False)
        self.field.describe(self.instance, received.received)
        width_px = self._shown_width(received.received.width_px)
        self._store(width_px, "jpeg", images.rendition(_again(received), width_px, "jpeg"))
        if self.field.is_small:
            self.make_small(received.received.width_px, _again(received))
        if hasattr(self.instance, "jpeg_bytes"):
            self.instance.jpeg_bytes = self.storage.size(images.rendition_name(self.name, width_px, "jpeg"))
        if save:
            self.instance.save()

    def make_renditions(self) -> None:
        """Make every size and format; what is there already is made again in place."""
        with self.storage.open(self.name) as master:
            for width_px, form, content in images.renditions(master):
                self._store(width_px, form, content)

    def make_small(self, width_px: int, master: File) -> None:
        """Make the sizes and better formats of a portrait or an emblem that is so wide."""
        for width in images.small_widths(width_px):
            for form in FORMS[:-1]:
                master.seek(0)
                self._store(width, form, images.rendition(master, width, form))

    def make_share(self, focal_x: int, focal_y: int) -> str:
        """Make the part that is shared, around that point; says its name, to be kept."""
        name = f"{SHARE_PX[0]}x{SHARE_PX[1]}-{focal_x}-{focal_y}"
        with self.storage.open(self.name) as master:
            self._store(name, "jpeg", images.crop(master, *SHARE_PX, focal_x, focal_y, "jpeg"))
        return name

    def forget_files(self) -> None:
        """Remove what save() wrote: the record never came to be."""
        if not self.name:
            return
        folder = str(PurePosixPath(images.rendition_name(self.name, 1, "jpeg")).parent)
        if self.storage.exists(folder):
            for name in self.storage.listdir(folder)[1]:
                self.storage.delete(f"{folder}/{name}")
        self.storage.delete(self.name)

    def shown(self, width_px: int, height_px: int) -> Shown:
        """The JPEG made at once, for a master of that size."""
        width = self._shown_width(width_px)
        return Shown(self._url(width, "jpeg"), width, round(height_px * width / width_px))

    def full(self, width_px: int, height_px: int) -> Shown:
        """The JPEG for print, of a master of that size whose sizes are made."""
        width = images.full_width(width_px)
        return Shown(self._url(width, "jpeg"), width, round(height_px * width / width_px))

    def open_shown(self, shown: Shown) -> File:
        """The file at that address. Raises FileNotFoundError."""
        return self.storage.open(sound_name(images.rendition_name(self.name, shown.width_px, "jpeg")))

    def shown_name(self, width_px: int, form: str = "jpeg") -> str:
        """The stored file made at once, for a master of that width; "" where there is no picture."""
        return images.rendition_name(self.name, self._shown_width(width_px), form) if self else ""

    def share(self, name: str, width_px: int, height_px: int) -> Shown:
        """The part of that name, for a master of that size."""
        return Shown(self._url(name, "jpeg"), *images.cropped_px(width_px, height_px, *SHARE_PX))

    def sources(self, width_px: int) -> list[tuple[str, str]]:
        """MIME type and srcset of each better format, the best first; for a picture whose sizes are made."""
        widths = self._widths(width_px)
        return [
            (MIME[f".{form}"], ", ".join(f"{self._url(width, form)} {width}w" for width in widths))
            for form in ("avif", "webp")
        ]

    def srcset(self, width_px: int) -> str:
        """The JPEG sizes."""
        return ", ".join(f"{self._url(width, 'jpeg')} {width}w" for width in self._widths(width_px))

    def _shown_width(self, width_px: int) -> int:
        return min(images.SMALL_WIDTH_PX if self.field.is_small else SHOWN_WIDTH_PX, width_px)

    def _widths(self, width_px: int) -> list[int]:
        return images.small_widths(width_px) if self.field.is_small else images.widths_of(width_px)

    def _url(self, width_px: int | str, form: str) -> str:
        url = MEDIA + images.rendition_name(self.name, width_px, form).removeprefix("renditions/")
        return f"{url}?izin={self.permit}" if self.permit else url

    def _store(self, width_px: int | str, form: str, content: bytes) -> None:
        name = images.rendition_name(self.name, width_px, form)
        if self.storage.exists(name):
            self.storage.delete(name)
        self.storage.save(name, ContentFile(content))


class PictureFormField(forms.FileField):
    widget = forms.ClearableFileInput

    def clean(self, data: Any, initial: Any = None) -> Any:
        cleaned = super().clean(data, initial)
        return receive(cleaned, cleaned.name) if cleaned and cleaned is not initial else cleaned


class PictureField(models.FileField):
    """A picture file, and the fields of its model that are filled from the upload.

    They are named `width_px`, `height_px`, `sha256`, `taken_on` after a field called `file`, and after
    another `portrait_width_px` and so on; what the model does not have is not kept. A small picture
    (portrait, emblem) has two sizes, made at once.
    """

    attr_class = PictureFieldFile

    if TYPE_CHECKING:

        def __get__(self, instance: Any, owner: Any) -> Any: ...

    facts = ("sha256", "width_px", "height_px", "taken_on")

    def __init__(self, *args: Any, is_small: bool = False, **kwargs: Any) -> None:
        self.is_small = is_small
        kwargs.setdefault("max_length", 120)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("max_length", None)
        return name, path, args, kwargs

    def describe(self, instance: models.Model, received: images.Received) -> None:
        """Copy what the checks found into the fields that the model has for it; a date typed stays."""
        names = {field.name for field in instance._meta.get_fields()}
        for fact in self.facts:
            name = fact if self.name == "file" else f"{self.name}_{fact}"
            if name in names and (fact != "taken_on" or not getattr(instance, name)):
                setattr(instance, name, getattr(received, fact))

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": PictureFormField, **kwargs})


def _again(received: ReceivedFile) -> ContentFile:
    return ContentFile(received.received.content)


def receive(file: File, name: str) -> ReceivedFile:
    """Check and re-encode an upload. Raises ValidationError with the reason and what to do next."""
    try:
        return ReceivedFile(images.receive(file, name))
    except images.UnreadableImage as error:
        raise ValidationError(str(error)) from error


def sha256_of(file: File) -> str:
    """What an upload is known again by. Raises ValidationError for one that is too large."""
    try:
        return images.sha256_of(file)
    except images.UnreadableImage as error:
        raise ValidationError(str(error)) from error


def master_names(name: str) -> list[str]:
    """The masters that the file "ab/<token>/<width>.<form>" can be of; empty for any other name."""
    if not _FILE_NAME.fullmatch(name):
        return []
    folder, token, _ = name.split("/")
    return [f"originals/{folder}/{token}{suffix}" for suffix in MASTER_SUFFIXES]


def stored_name(name: str) -> str:
    return f"renditions/{name}"


def file_of(name: str, masters: list[str]) -> str:
    """The stored file that page shows at that address; where it is gone it is made again from its master.

    Without a sound master any other size of the picture stands in for it; "" where there is none.
    """
    wanted = stored_name(name)
    if default_storage.exists(wanted):
        return wanted
    log.warning("%s is missing", wanted)
    folder = wanted.rpartition("/")[0]
    return wanted if any(_made_again(wanted, master) for master in masters) else _largest(folder)


def sound_name(stored: str) -> str:
    """The name of that stored file or of what `file_of` puts in its place; the same where nothing can."""
    name = stored.removeprefix("renditions/")
    return file_of(name, master_names(name)) or stored


def _made_again(wanted: str, master_name: str) -> bool:
    path = PurePosixPath(wanted)
    form = next(form for form, suffix in images.SUFFIXES.items() if suffix == path.suffix)
    # A part that is shared is around a point which only its record knows: its task makes it.
    if not path.stem.isdecimal() or not default_storage.exists(master_name):
        return False
    try:
        with default_storage.open(master_name) as master:
            if not images.offered(master, int(path.stem), form):
                return False
            content = images.rendition(master, int(path.stem), form)
        default_storage.save(wanted, ContentFile(content))
    except OSError:
        # The master is broken, or the disk is full.
        log.exception("%s cannot be made again", wanted)
        return False
    return True


def _largest(folder: str) -> str:
    """The widest JPEG in it; "" for none."""
    names = default_storage.listdir(folder)[1] if default_storage.exists(folder) else []
    widths = [
        int(stem)
        for stem, _, suffix in (name.partition(".") for name in names)
        if suffix == "jpg" and stem.isdecimal()
    ]
    return f"{folder}/{max(widths)}.jpg" if widths else ""


def mime_of(name: PurePosixPath) -> str:
    return MIME[name.suffix]
