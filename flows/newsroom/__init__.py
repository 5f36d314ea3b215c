"""The sample newsroom: invented outlets served on loopback the way real sites are, for the demo and the tests."""

from flows.newsroom.articles import (
    NewsroomError,
    Outlet,
    SampleArticle,
    SampleSection,
    feeds,
    on_show,
    read_articles,
    read_outlets,
)
from flows.newsroom.press import FEED_LENGTH, Press, Reply, summarise
from flows.newsroom.server import Newsroom, Request

__all__ = [
    "FEED_LENGTH",
    "Newsroom",
    "NewsroomError",
    "Outlet",
    "Press",
    "Reply",
    "Request",
    "SampleArticle",
    "SampleSection",
    "feeds",
    "on_show",
    "read_articles",
    "read_outlets",
    "summarise",
]
