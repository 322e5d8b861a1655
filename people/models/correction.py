"""What a correction can be about. The correction itself is a row of what is published."""

from django.db import models


class CorrectionKind(models.TextChoices):
    FACT = "fact", "Fakta"
    NAME = "name", "Nama atau jabatan"
    QUOTE = "quote", "Kutipan"
    PHOTO = "photo", "Foto"
    REPLY = "reply", "Hak jawab"
    OTHER = "other", "Lain"
