from dprd_news.lib.search import question
from dprd_news.lib.search.marks import PASSAGE_CHARS, marked, passage


def asked(text):
    return question.read(text, {})


def written(parts):
    return "".join(f"[{text}]" if is_hit else text for text, is_hit in parts)


def test_words_are_marked_without_what_stands_beside_them():
    title = "Sampah, (sampah)/“sampah”\tpersampahan:\u00a0komisi3  S.Sampah sampah's"

    found = written(marked(title, asked("sampah komisi 3")))

    assert found == ("[Sampah], ([sampah])/“[sampah]”\t[persampahan]:\u00a0[komisi][3]  S.[Sampah] sampah's")


def test_passage_begins_before_the_most_hits_and_ends_between_words():
    text = "Pembukaan rapat. " * 20 + "Lalu sampah\n dan parkir dibahas. " + "Penutup acara. " * 20

    found = written(passage(text, asked("sampah parkir")))

    assert "Lalu [sampah] dan [parkir] dibahas." in found
    assert (found[0], found[-1], found[2:-2].strip()) == ("…", "…", found[2:-2])
    assert len(found) < PASSAGE_CHARS + 20
