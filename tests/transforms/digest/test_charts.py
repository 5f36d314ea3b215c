from dataclasses import replace
from xml.etree import ElementTree as ET

from tests.transforms.digest.sunday import SUNDAY
from transforms.digest.charts import draw_bars, draw_spark

SVG = "{http://www.w3.org/2000/svg}"


def parse(chart: str) -> ET.Element:
    return ET.fromstring(str(chart).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))


def test_there_is_a_bar_for_each_day_and_the_last_is_today() -> None:
    bars = parse(draw_bars(SUNDAY.volume, "v")).findall(f"{SVG}rect")
    assert len(bars) == 28
    assert [bar.get("class") for bar in bars].count("today") == 1
    assert bars[-1].get("class") == "today"


def test_a_bar_is_as_high_as_its_share_of_the_highest() -> None:
    bars = parse(draw_bars(SUNDAY.volume, "v")).findall(f"{SVG}rect")
    assert (bars[-1].get("height"), bars[0].get("height")) == ("100", "60")


def test_days_on_which_feeds_failed_are_marked() -> None:
    bars = parse(draw_bars(SUNDAY.volume, "v")).findall(f"{SVG}rect")
    assert [place for place, bar in enumerate(bars) if bar.get("class") == "partial"] == [13]


def test_an_empty_past_draws_nothing() -> None:
    assert draw_bars(replace(SUNDAY.volume, days=()), "v") == ""
    assert draw_spark("Nobody", (3,), "s") == ""


def test_a_past_of_zeros_is_a_flat_line_at_the_bottom() -> None:
    line = parse(draw_spark("Nobody", (0, 0, 0), "s")).find(f"{SVG}polyline")
    assert line is not None and {point.split(",")[1] for point in line.get("points", "").split()} == {"17.5"}


def test_a_hostile_name_cannot_leave_the_title_of_its_chart() -> None:
    title = parse(draw_spark("</title><script>", (1, 2), "s")).find(f"{SVG}title")
    assert title is not None and title.text == "</title><script>: articles a day over 2 days"
