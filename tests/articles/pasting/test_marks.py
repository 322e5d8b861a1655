from articles.pasting.marks import Piece, pieces
from articles.pasting.offers import Choice, Offer

SOURCE = 'Nilam berkata, "Mari Bakti hadir" hari ini. (Nilam/red)'


def reading(**parts):
    lists = {"officials": [], "institutions": [], "spelling": [], "quotes": []}
    empty = lists | {
        "byline": None,
        "venue": None,
        "event_date": None,
        "event_end_date": None,
        "caption": None,
    }
    return empty | {"source": SOURCE} | parts


def offer(kind, key, name, *spans):
    choices = (Choice("none", ""),)
    return Offer(key, kind, "", name, "", choices, read={"spans": [list(span) for span in spans]})


def test_pieces_make_up_the_whole_source_and_mark_inside_quotes():
    people = [
        offer("official", "official-0", "Nilam", (0, 5)),
        offer("official", "official-1", "Bakti", (21, 26)),
    ]
    told = reading(quotes=[{"span": [16, 32]}], byline="Nilam/red")

    found = pieces(told, people)

    assert "".join(piece.text for piece in found) == SOURCE
    assert [piece for piece in found if piece.kind or piece.around] == [
        Piece("Nilam", "official", "official-0"),
        Piece("Mari ", around="quote"),
        Piece("Bakti", "official", "official-1", "quote"),
        Piece(" hadir", around="quote"),
        Piece("Nilam/red", "byline", "byline"),
    ]


def test_span_over_another_gives_way():
    both = [
        offer("official", "official-0", "Nilam", (0, 5)),
        offer("institution", "institution-0", "x", (3, 9)),
    ]

    marked = [piece.key for piece in pieces(reading(), both) if piece.kind]

    assert marked == ["official-0"]


def test_person_whom_the_draft_is_linked_to_is_marked_without_an_offer():
    told = reading(officials=[{"spans": [[0, 5]]}])

    marked = [piece for piece in pieces(told, []) if piece.kind]

    assert marked == [Piece("Nilam", "official", "")]


def test_writers_code_is_marked_where_it_signs_and_not_inside_a_word():
    told = reading(source='Kredit itu, kata Nilam, disebut "red". (red)', byline="red")

    assert [piece for piece in pieces(told, []) if piece.kind] == [Piece("red", "byline", "byline")]
    assert "".join(piece.text for piece in pieces(told, [])[:1]).endswith('"red". (')


def test_part_of_a_body_is_marked_before_the_body_that_its_post_tells_of():
    parts = [
        offer("institution", "institution-0", "x", (0, 14)),
        offer("unit", "unit-0", "Komisi A", (6, 14)),
    ]

    marked = [piece for piece in pieces(reading(source="Ketua Komisi A hadir."), parts) if piece.kind]

    assert marked == [Piece("Komisi A", "unit", "unit-0")]


def test_range_of_days_is_marked_whole():
    told = reading(source="Rapat 8-10 Maret 2022.", event_date="2022-03-08", event_end_date="2022-03-10")

    assert [piece.text for piece in pieces(told, []) if piece.kind] == ["8-10 Maret 2022"]
