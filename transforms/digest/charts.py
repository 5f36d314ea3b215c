"""Charts as inline SVG: no script, no numbers that are not in the table beside them, colours from the page's CSS."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from transforms.digest.content import DayCount, Volume
from transforms.digest.wording import many, number, one_line, short_date

_HEIGHT = 100.0  # of the drawing's own units; the page stretches it to any width
_STEP = 10.0
_GAP = 2.5
_SPARK_WIDTH, _SPARK_HEIGHT, _SPARK_MARGIN = 84.0, 20.0, 2.5

_BARS = Markup(
    '<svg class="bars" viewBox="0 0 {width} {height}" preserveAspectRatio="none" role="img"'
    ' aria-labelledby="{id}-t {id}-d"><title id="{id}-t">{title}</title><desc id="{id}-d">{desc}</desc>'
    "{bars}{usual}</svg>"
)
_BAR = Markup('<rect class="{css}" x="{x}" y="{y}" width="{width}" height="{height}"/>')
_LINE = Markup('<line class="usual" x1="0" x2="{width}" y1="{y}" y2="{y}"/>')
_SPARK = Markup(
    '<svg class="spark" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img"'
    ' aria-labelledby="{id}-t {id}-d"><title id="{id}-t">{title}</title><desc id="{id}-d">{desc}</desc>'
    '<polyline points="{points}"/><circle cx="{x}" cy="{y}" r="2"/></svg>'
)


def draw_bars(volume: Volume, chart_id: str) -> Markup:
    """Articles a day as bars, today's marked, with a line at the usual level; an empty string without days."""
    if not volume.days:
        return Markup("")
    top = max(*(day.article_count for day in volume.days), volume.usual_article_count or 0, 1)
    bars = [_bar(day, place, top, place == len(volume.days) - 1) for place, day in enumerate(volume.days)]
    width = _coordinate(_STEP * len(volume.days) - _GAP)
    usual = volume.usual_article_count
    line = Markup("") if usual is None else _LINE.format(width=width, y=_coordinate(_HEIGHT * (1 - usual / top)))
    return _BARS.format(
        width=width,
        height=_coordinate(_HEIGHT),
        id=chart_id,
        title=f"Articles a day, {short_date(volume.days[0].day)} to {short_date(volume.days[-1].day)}",
        desc=_describe([day.article_count for day in volume.days], usual),
        bars=Markup("").join(bars),
        usual=line,
    )


def _bar(day: DayCount, place: int, top: float, is_today: bool) -> Markup:
    height = _HEIGHT * day.article_count / top
    css = " ".join(name for name, holds in (("today", is_today), ("partial", day.is_partial)) if holds)
    return _BAR.format(
        css=css or "day",
        x=_coordinate(_STEP * place),
        y=_coordinate(_HEIGHT - height),
        width=_coordinate(_STEP - _GAP),
        height=_coordinate(height),
    )


def draw_spark(name: str, past: Sequence[int], chart_id: str) -> Markup:
    """One thing's daily counts as a line the size of a word, after Tufte; an empty string under two days."""
    if len(past) < 2:
        return Markup("")
    points = _points(past)
    return _SPARK.format(
        width=_coordinate(_SPARK_WIDTH),
        height=_coordinate(_SPARK_HEIGHT),
        id=chart_id,
        title=f"{one_line(name)}: articles a day over {len(past)} days",
        desc=_describe(past, None),
        points=" ".join(f"{x},{y}" for x, y in points),
        x=points[-1][0],
        y=points[-1][1],
    )


def _points(past: Sequence[int]) -> list[tuple[str, str]]:
    top = max(*past, 1)
    step = (_SPARK_WIDTH - 2 * _SPARK_MARGIN) / (len(past) - 1)
    room = _SPARK_HEIGHT - 2 * _SPARK_MARGIN
    return [
        (_coordinate(_SPARK_MARGIN + step * place), _coordinate(_SPARK_MARGIN + room * (1 - count / top)))
        for place, count in enumerate(past)
    ]


def _describe(counts: Sequence[int], usual: float | None) -> str:
    told = f"{many(counts[-1], 'article')} on the last day; between {min(counts)} and {max(counts)} a day."
    return told if usual is None else f"{told} The usual is {number(usual)}."


def _coordinate(value: float) -> str:
    """At most one decimal, and the same text on every machine."""
    return f"{value:.1f}".removesuffix(".0")
