"""feeds.csv: what is read of it, that nothing is lost in writing it, and what a bad line costs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from flows.errors import FeedListError
from flows.feed_list import COLUMNS, ListedFeed, project_feeds, read_feed_list, sync_seeds, write_feed_list
from flows.project import Project
from flows.run import Run
from flows.settings import Settings
from tests.flows.contents import rows

FULL = ListedFeed(
    "https://news.example.org/rss?a=1&b=2", 'The "News", daily', "example.org", "europe/press", "pt", False,
    "https://news.example.org/", (("category", "/a,b"), ("text", "Sonst„was“")),
)  # fmt: skip


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path, Settings())


def written(project: Project, text: str) -> Path:
    project.feeds_file.write_text(text, encoding="utf-8")
    return project.feeds_file


def test_what_is_written_is_read_again_to_the_last_attribute(project: Project) -> None:
    feeds = [FULL, replace(FULL, url="http://example.net/atom", is_enabled=True, attributes=())]
    write_feed_list(project.feeds_file, feeds)
    assert read_feed_list(project.feeds_file) == (feeds, [])


def test_a_list_of_bare_addresses_will_do(project: Project) -> None:
    feeds, warnings = read_feed_list(written(project, "url\nhttps://www.example.co.uk/feed\n"))
    assert warnings == []
    assert feeds == [ListedFeed("https://www.example.co.uk/feed", "example.co.uk", "example.co.uk")]


def test_a_bad_line_is_named_and_costs_no_other(project: Project) -> None:
    text = "url,title\nhttps://a.example/f,A\nftp://b.example/f,B\n,C\nhttps://d.example/f,D\n"
    feeds, warnings = read_feed_list(written(project, text))
    assert [feed.title for feed in feeds] == ["A", "D"]
    assert [line.partition(": ")[0] for line in warnings] == [f"{project.feeds_file}, line {no}" for no in (3, 4)]


def test_a_feed_that_is_listed_twice_is_one_feed(project: Project) -> None:
    feeds, warnings = read_feed_list(written(project, "url,title\nhttps://a.example/f,A\nhttps://a.example/f,B\n"))
    assert ([feed.title for feed in feeds], warnings) == (["A"], [])


@pytest.mark.parametrize("text", ["", "address,title\nhttps://a.example/f,A\n"])
def test_a_file_without_the_column_url_is_an_error_that_names_it(project: Project, text: str) -> None:
    with pytest.raises(FeedListError, match=r"feeds\.csv.*'url'"):
        read_feed_list(written(project, text))


def test_a_file_that_is_no_text_is_an_error(project: Project) -> None:
    project.feeds_file.write_bytes(b"url\n\xff\xfe\n")
    with pytest.raises(FeedListError, match="cannot be read"):
        read_feed_list(project.feeds_file)


def test_without_feeds_of_its_own_a_project_has_the_default_list(project: Project) -> None:
    defaults, warnings = project_feeds(project)
    assert warnings == []
    assert len(defaults) >= 50
    written(project, ",".join(COLUMNS) + "\n")
    assert project_feeds(project)[0] == defaults


def test_a_list_whose_lines_are_all_bad_is_not_replaced_by_the_default_list(project: Project) -> None:
    feeds, warnings = project_feeds(replace_project(project, "url\nnonsense\n"))
    assert feeds == []
    assert len(warnings) == 1


def replace_project(project: Project, text: str) -> Project:
    written(project, text)
    return project


def test_seeds_follow_the_list_and_a_feed_that_leaves_it_leaves_seeds(project: Project) -> None:
    write_feed_list(project.feeds_file, [FULL, ListedFeed("https://b.example/f", "B", "b.example")])
    sync_seeds(Run(project))
    write_feed_list(project.feeds_file, [FULL])
    sync_seeds(Run(project))
    feeds = "select url, title, folder, language, is_enabled from seeds.feeds"
    assert rows(project.folder, feeds) == [(FULL.url, FULL.title, "europe/press", "pt", False)]
    assert rows(project.folder, "select name from seeds.outlets where domain = 'example.org'") == [(FULL.title,)]
    assert rows(project.folder, "select count(*) from seeds.topics where level = 1") == [(17,)]
