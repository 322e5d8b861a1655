"""Pictures in templates: every format and size that is made, and always one that is there."""

from typing import Any

from django import template

# Focal points of pictures on pages: there is a class for each of these steps, since no style stands in a page.
FOCUS_STEP = 10

register = template.Library()


@register.inclusion_tag("_picture.html")
def picture(
    photo: Any, alt: str, sizes: str = "100vw", css_class: str = "", is_lazy: bool = True
) -> dict[str, Any]:
    """A photo with `file`, `width_px`, `height_px`, `has_renditions` and a focal point, as <picture>."""
    has_sizes = photo.has_renditions
    return {
        "sources": photo.file.sources(photo.width_px) if has_sizes else [],
        "srcset": photo.file.srcset(photo.width_px) if has_sizes else "",
        "shown": photo.shown,
        "alt": alt,
        "sizes": sizes,
        "css_class": css_class,
        "focus": f"focus-x-{_step(photo.focal_x)} focus-y-{_step(photo.focal_y)}",
        "is_lazy": is_lazy,
    }


def _step(focal: int) -> int:
    return (focal + FOCUS_STEP // 2) // FOCUS_STEP


@register.inclusion_tag("_picture.html")
def small_picture(record: Any, field: str, alt: str, sizes: str, css_class: str = "") -> dict[str, Any]:
    """A portrait or an emblem as <picture>; the caller asks first whether there is one."""
    file = getattr(record, field)
    width_px, height_px = getattr(record, f"{field}_width_px"), getattr(record, f"{field}_height_px")
    return {
        "sources": file.sources(width_px),
        "shown": file.shown(width_px, height_px),
        "alt": alt,
        "sizes": sizes,
        "css_class": css_class,
        "is_lazy": True,
    }
