"""Files that come with a paste or to its screen: documents are read, photos staged, and too many told."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from articles.models import PastedRelease, StagedPhoto
from articles.reading.text.documents import MOST_BYTES, Document, read_document
from articles.reading.text.files import UnreadableText
from dprd_news.lib.images import EXTENSIONS

PHOTO_SUFFIXES = {suffix for suffixes in EXTENSIONS.values() for suffix in suffixes}
MOST_FILES = 20


def received(request: HttpRequest) -> tuple[str, list[Any], list[str]]:
    """Text and photos of a paste: what was typed, what documents hold, pictures; and the names of files that are
    too many at once. Raises UnreadableText."""
    texts = [request.POST.get("source_text", "")]
    photos: list[Any] = []
    files, left = within_limit(request.FILES.getlist("files"))
    for file in files:
        name = str(file.name)
        if name.rpartition(".")[2].lower() in PHOTO_SUFFIXES:
            photos.append(file)
            continue
        if (file.size or 0) > MOST_BYTES:
            raise UnreadableText("Berkas ini lebih besar dari 20 MB. Kirim fotonya terpisah, lalu coba lagi.")
        document: Document = read_document(file.read(), name)
        texts.append(document.text)
        photos += document.pictures
    return "\n\n".join(text for text in texts if text.strip()), photos, left


def within_limit(files: list[Any]) -> tuple[list[Any], list[str]]:
    """As many as are taken at once, and the names of the others."""
    return files[:MOST_FILES], [str(file.name) for file in files[MOST_FILES:]]


def stage_all(pasted: PastedRelease, photos: list[Any], left: Sequence[str] = ()) -> list[str]:
    """Keep each photo, an upload or (name, content); says in words which were not taken. `left` are the names of
    those that were too many at once."""
    problems = []
    if left:
        problems.append(
            f"Sekali kirim paling banyak {MOST_FILES} berkas. {len(left)} berkas ini tidak diambil; pilih lagi bila "
            f"perlu: {', '.join(left)}."
        )
    for photo in photos:
        name, content = photo if isinstance(photo, tuple) else (photo.name, photo.read())
        try:
            StagedPhoto.stage(pasted, name, content)
        except ValidationError as error:
            problems.append(f"{name}: {' '.join(error.messages)}")
    return problems


def stage_and_tell(
    request: HttpRequest, pasted: PastedRelease, photos: list[Any], left: Sequence[str] = ()
) -> None:
    """`stage_all`, its words on the next page that is shown."""
    for problem in stage_all(pasted, photos, left):
        messages.error(request, problem)
