import pytest

from dprd_news.lib.colours import contrast


@pytest.mark.parametrize(
    ("first", "second", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#ffffff", "#ffffff", 1.0), ("#777777", "#ffffff", 4.48)],
)
def test_contrast_follows_the_definition_either_way_round(first, second, ratio):
    measured = (round(contrast(first, second), 2), round(contrast(second, first), 2))

    assert measured == (ratio, ratio)
