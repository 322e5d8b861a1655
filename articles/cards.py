"""What a shared link of an article shows: its headline on its first photo."""

from articles.models import Article
from dprd_news.lib.drawn import Shareable
from people.cards import shareable


def article_card(article: Article) -> Shareable:
    section = section_of(article)
    placed = article.first_photo
    if placed is None:
        return shareable(article, section, article.title)
    photo = placed.photo
    return shareable(
        article,
        section,
        article.title,
        alt=" Foto: ".join(part for part in (f"{article.title}.", placed.shown_alt) if part),
        photo=photo.file.shown_name(photo.width_px),
        focal_x=photo.focal_x,
        focal_y=photo.focal_y,
    )


def section_of(article: Article) -> str:
    """The kind of news it is, in a word or two."""
    is_other = article.activity == Article.Activity.OTHER
    return "Berita" if is_other else article.get_activity_display()
