"""The digest of a day as files, and the edition that it is made of."""

from __future__ import annotations

import io
import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import feedparser
import pytest

from flows import digest as digest_stage
from flows import stages
from flows.day_pages import pages_of
from flows.demo import clock_from, late_on
from flows.edition import make_edition
from flows.errors import NothingThere
from flows.project import Project
from flows.run import Run
from tests.flows.contents import rows
from tests.flows.replayed import RUN_DAYS, Replayed
from transforms.digest.as_site import render_thing
from transforms.digest.content import DigestContent
from transforms.digest.story import Movement
from transforms.digest.thing_page import ThingPage
from warehouse.questions import answer

DAY = RUN_DAYS[-1]
FILES = ("index.html", "digest.md", "digest.json", "digest.eml")


@pytest.fixture
def project(newsroom_week: Replayed, tmp_path: Path) -> Project:
    """A copy of the week's project, to be changed."""
    folder = tmp_path / "project"
    shutil.copytree(newsroom_week.project.folder, folder)
    return Project(folder, newsroom_week.project.settings)


@pytest.fixture(scope="module")
def edition(newsroom_week: Replayed) -> DigestContent:
    """The edition of the week's last day."""
    with newsroom_week.project.warehouse.snapshot() as warehouse:
        return make_edition(warehouse, DAY)


@pytest.fixture(scope="module")
def pages(newsroom_week: Replayed, edition: DigestContent) -> list[ThingPage]:
    """The pages beside it."""
    with newsroom_week.project.warehouse.snapshot() as warehouse:
        return list(pages_of(warehouse, edition))


def write(project: Project, moment: datetime, day: date = DAY) -> dict[str, bytes]:
    """The files of a digest that is written at a moment."""
    page = digest_stage.digest(Run(project, now=clock_from(moment)), day)
    return {name: (page.parent / name).read_bytes() for name in FILES}


def queries(value: Any) -> Iterator[str]:
    """Every query that an edition shows."""
    if isinstance(value, tuple):
        for one in value:
            yield from queries(one)
    elif is_dataclass(value):
        for field in fields(value):
            found = getattr(value, field.name)
            if field.name == "query" or field.name.endswith("_query"):
                yield from [found] if found else []
            else:
                yield from queries(found)


def test_the_same_warehouse_gives_the_same_bytes_whenever_it_is_asked(project: Project) -> None:
    assert write(project, late_on(DAY)) == write(project, late_on(date(2027, 1, 1)))
    assert rows(project.folder, f"select edition from daily.digests where day = '{DAY}'") == [(1,)]


def test_a_correction_makes_a_second_edition(project: Project) -> None:
    first = write(project, late_on(DAY))
    with project.warehouse.writing() as connection:
        connection.execute("update facts.revisions set title = 'Corrected: ' || title where seen_to is null")
    second = write(project, late_on(DAY))
    assert second["index.html"] != first["index.html"]
    editions = f"select edition from daily.digests where day = '{DAY}' order by edition"
    assert rows(project.folder, editions) == [(1,), (2,)]
    assert write(project, late_on(DAY)) == second
    assert b"Headline: " in second["digest.md"] and b"What this edition changed" in second["index.html"]
    changes = json.loads(second["digest.json"])["edition_changes"]
    assert {change["after"] for change in changes if change["what"] == "Headline"} == {
        story["headline"]["title"] for story in json.loads(second["digest.json"])["stories"]
    }


def test_the_feeds_hold_each_day_once_by_its_last_edition(project: Project) -> None:
    write(project, late_on(DAY))
    with project.warehouse.writing() as connection:
        connection.execute("update facts.revisions set title = 'Corrected: ' || title where seen_to is null")
    write(project, late_on(DAY))
    feed = feedparser.parse(io.BytesIO((project.digests / "feed.xml").read_bytes()))
    stored = rows(project.folder, "select day::varchar, max(edition) from daily.digests group by day order by day desc")
    assert [entry.link for entry in feed.entries] == [f"{day}/index.html" for day, _ in stored]
    assert [("(edition 2)" in entry.title) for entry in feed.entries] == [edition == 2 for _, edition in stored]
    rss = feedparser.parse(io.BytesIO((project.digests / "rss.xml").read_bytes()))
    assert [entry.title for entry in rss.entries] == [entry.title for entry in feed.entries]
    items = json.loads((project.digests / "feed.json").read_text())["items"]
    assert [item["title"] for item in items] == [entry.title for entry in feed.entries]


def test_an_edition_in_a_format_of_before_is_left_out_of_the_feeds(project: Project) -> None:
    with project.warehouse.writing() as connection:
        connection.execute("update daily.digests set content = '{\"format\": 0}'")
    digest_stage.write_feeds(Run(project, now=clock_from(late_on(DAY))))
    assert not feedparser.parse(io.BytesIO((project.digests / "feed.xml").read_bytes())).entries


def test_every_query_that_the_digest_shows_runs_as_a_users_own(newsroom_week: Replayed, edition: DigestContent) -> None:
    shown = set(queries(edition))
    assert len(shown) >= 8
    for query in shown:
        assert answer(newsroom_week.project.warehouse.published, query).num_columns, query


def test_the_volume_that_is_shown_is_what_its_query_answers(newsroom_week: Replayed, edition: DigestContent) -> None:
    today = answer(newsroom_week.project.warehouse.published, edition.volume.query).to_pylist()[-1]
    counts = edition.volume.counts
    assert (counts.article_count, counts.outlet_count) == (today["article_count"], today["outlet_count"])
    (stored,) = rows(
        newsroom_week.project.folder,
        f"select count(*), count(distinct outlet) from articles where day = '{DAY}' and body is not null",
    )
    assert (counts.article_count, counts.outlet_count) == stored


def movements(edition: DigestContent) -> Iterator[Movement]:
    """Everything that an edition sets beside its usual, watchlists aside."""
    for ranking in (edition.actors, edition.topics, edition.places, edition.pairs):
        yield from (*ranking.rose, *ranking.faded)
    yield from edition.newcomers.names
    for story in edition.stories:
        yield from (*story.context.actors, *story.context.topics)


def test_the_usual_of_a_thing_is_the_same_in_every_section_page_and_macro(
    newsroom_week: Replayed, edition: DigestContent, pages: list[ThingPage]
) -> None:
    asked = answer(newsroom_week.project.warehouse.published, f"from movers(date '{DAY}')").to_pylist()
    known = {f"{row['thing_id']} {row['other_id']}".strip(): (row["usual"], row["ratio"]) for row in asked}
    told = list(movements(edition))
    assert told
    for one in told:
        assert (one.usual_article_count, one.ratio) == known[one.thing_id], one.name
    things = [page for page in pages if page.link.thing_id in known and page.volume]
    assert things
    for page in things:
        assert page.volume
        assert page.volume.usual_article_count == known[page.link.thing_id][0], page.link.name


def test_what_failed_feeds_lack_is_what_they_usually_give(project: Project) -> None:
    with project.warehouse.writing() as connection:
        connection.execute("update daily.coverage set state = 'failed' where day = ? and usual_page_count > 0", [DAY])
    coverage = make_edition(project.warehouse, DAY).coverage
    (usual,) = answer(
        project.warehouse.published, f"select sum(usual_page_count) as lacking from coverage(date '{DAY}')"
    ).to_pylist()
    assert usual["lacking"] > 0
    assert coverage.missing_share == pytest.approx(usual["lacking"] / (usual["lacking"] + coverage.page_count))


def test_sentences_of_the_digest_are_quotations(newsroom_week: Replayed, edition: DigestContent) -> None:
    bodies = dict(rows(newsroom_week.project.folder, "select article_id, body from articles where body is not null"))
    for story in edition.stories:
        for sentence in story.what_happened:
            assert sentence.text in bodies[sentence.source.article_id]
        for quote in story.who_said_what:
            assert quote.text in bodies[quote.source.article_id]


def test_the_digest_is_written_whole_and_holds_no_script(newsroom_week: Replayed) -> None:
    folder = newsroom_week.project.digests / DAY.isoformat()
    page = (folder / "index.html").read_text(encoding="utf-8")
    assert page.rstrip().endswith("</html>")
    assert "<script" not in page
    names = {path.name for path in folder.iterdir()}
    assert names == {*FILES, "articles.html", "actor", "topic", "outlet", "story", *kinds_beside(folder)}


def kinds_beside(folder: Path) -> set[str]:
    """The folders that not every day has: pairs, where some rose."""
    content = json.loads((folder / "digest.json").read_text(encoding="utf-8"))
    return {"pair"} & {page["kind"] for page in content["pages"]}


def links_of(page: Path) -> list[str]:
    """The places below the digests that a page leads to."""
    found = re.findall(r'href="([^"#]+)(?:#[a-z]+)?"', page.read_text(encoding="utf-8"))
    return [link for link in found if not link.startswith("http")]


def test_every_link_between_the_pages_finds_its_page(newsroom_week: Replayed) -> None:
    project = newsroom_week.project
    folder = project.digests / DAY.isoformat()
    pages = [*project.digests.glob("*.html"), *project.digests.glob("archive/*.html"), *folder.rglob("*.html")]
    assert len(pages) > 30
    for page in pages:
        for link in links_of(page):
            there = (page.parent / link).resolve()
            is_other_day = there.parent.parent == project.digests.resolve() and there.parent.name != DAY.isoformat()
            assert there.exists() or is_other_day, (page, link)


def test_a_number_opens_to_as_many_articles_as_it_counts(edition: DigestContent, pages: list[ThingPage]) -> None:
    assert [page.link for page in pages] == list(edition.pages)
    for page in pages:
        shown = {sentence.source.article_id for sentence in page.sentences}
        assert len(shown) == page.link.article_count, page.link
        assert page.volume is None or page.volume.counts.article_count == page.link.article_count
        if page.link.kind == "outlet":
            continue
        assert sum(one.article_count for one in page.printers) == page.link.article_count
        if page.volume:
            counts, owners = page.volume.counts, {one.owner for one in page.printers}
            assert (len(page.printers), len(owners)) == (counts.outlet_count, counts.owner_count), page.link
            assert sum(one.text_count for one in page.printers) == counts.copy_group_count


def test_a_page_asks_by_the_id_of_its_thing_for_the_articles_that_it_counts(
    newsroom_week: Replayed, pages: list[ThingPage]
) -> None:
    by_kind = {page.link.kind: page for page in pages if page.link.article_count}
    assert {"actor", "topic", "outlet"} <= set(by_kind)
    for page in by_kind.values():
        query = page.queries[0].query
        assert all(word in query for word in page.link.thing_id.split())
        found = answer(newsroom_week.project.warehouse.published, query)
        assert len(set(found.column("article_id").to_pylist())) == page.link.article_count, query


def test_sentences_and_quotes_of_the_pages_are_quotations(newsroom_week: Replayed, pages: list[ThingPage]) -> None:
    texts = {
        article: f"{title}\n{url}\n{body}"
        for article, title, url, body in rows(
            newsroom_week.project.folder, "select article_id, title, url, body from articles"
        )
    }
    for page in pages:
        for said in (*page.sentences, *page.quotes):
            assert said.text in texts[said.source.article_id]


def test_pages_of_a_thing_that_a_later_edition_leaves_stay(project: Project) -> None:
    write(project, late_on(DAY))
    old = project.digests / DAY.isoformat() / "actor" / "123456789abc.html"
    old.write_text("an older page", encoding="utf-8")
    write(project, late_on(DAY))
    assert old.read_text(encoding="utf-8") == "an older page"


def test_a_project_can_do_without_pages(project: Project) -> None:
    bare = Project(project.folder, project.settings.model_copy(update={"digest_pages": 0}))
    shutil.rmtree(project.digests / DAY.isoformat())
    written = write(bare, late_on(DAY))
    assert {path.name for path in (project.digests / DAY.isoformat()).iterdir()} == set(FILES)
    assert "#sentences" not in written["index.html"].decode()


def test_the_archive_leads_to_the_days_that_have_a_digest(newsroom_week: Replayed) -> None:
    project = newsroom_week.project
    stored = rows(project.folder, "select distinct day::varchar from daily.digests order by 1 desc")
    links = [link for link in links_of(project.digests / "index.html") if link.startswith("20")]
    assert links == [f"{day}/index.html" for (day,) in stored]
    links = [link for link in links_of(project.digests / "archive" / "2026-03.html") if link.startswith("../20")]
    assert links == [f"../{day}/index.html" for (day,) in stored]


def test_the_page_of_a_month_that_lacks_is_made_and_that_of_another_month_is_left(project: Project) -> None:
    with project.warehouse.writing() as connection:
        connection.execute("update daily.digests set day = day - 60 where day < $day", {"day": DAY})
    run = Run(project, now=clock_from(late_on(DAY)))
    digest_stage.write_archive(run, DAY)
    folder = project.digests / "archive"
    assert sorted(path.name for path in folder.iterdir()) == ["2026-01.html", "2026-03.html"]
    (folder / "2026-01.html").write_text("of before", encoding="utf-8")
    digest_stage.write_archive(run, DAY)
    assert (folder / "2026-01.html").read_text(encoding="utf-8") == "of before"


def test_a_day_without_articles_is_an_error_that_says_which_day_has_some(
    newsroom_week: Replayed, project: Project
) -> None:
    with pytest.raises(NothingThere, match=f"no article .* 2025-01-01; the newest day with articles is {DAY}"):
        make_edition(newsroom_week.project.warehouse, date(2025, 1, 1))
    with pytest.raises(NothingThere):
        write(project, late_on(DAY), date(2025, 1, 1))
    assert not (project.digests / "2025-01-01").exists()


def written_later(project: Project) -> list[Path]:
    """The pages of the digests that a later run finds unwritten."""
    with project.warehouse.writing():
        pass  # as a run begins: what a killed one has left is published
    return digest_stage.write_unwritten(Run(project, now=clock_from(late_on(DAY))))


def test_a_digest_that_a_killed_run_left_half_written_is_written_by_the_next(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.rmtree(project.digests / DAY.isoformat())
    shown: list[ThingPage] = []

    def killed(page: ThingPage) -> str:
        shown.append(page)
        if len(shown) == 3:
            raise KeyboardInterrupt
        return render_thing(page)

    with monkeypatch.context() as patched:
        patched.setattr("flows.digest.render_thing", killed)
        with pytest.raises(KeyboardInterrupt):
            write(project, late_on(DAY))
    assert len([path for path in (project.digests / DAY.isoformat()).rglob("*") if path.is_file()]) == 2
    (page,) = written_later(project)
    assert all((page.parent / link).is_file() for link in links_of(page))
    assert written_later(project) == []


def test_a_scheduled_digest_that_a_killed_run_had_not_begun_is_written_by_the_next(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    shutil.rmtree(project.digests / DAY.isoformat())
    with monkeypatch.context() as patched:
        patched.setattr("flows.analyse.count_days", killed)
        with pytest.raises(KeyboardInterrupt):
            stages.write_digest(Run(project, now=clock_from(late_on(DAY))), DAY)
    (page,) = written_later(project)
    assert page == project.digests / DAY.isoformat() / "index.html"
    assert written_later(project) == []


def test_a_scheduled_digest_of_a_day_without_articles_waits_for_nothing(project: Project) -> None:
    said = stages.write_digest(Run(project, now=clock_from(late_on(DAY))), date(2025, 1, 1))
    assert said.startswith("no article with text on 2025-01-01")
    assert written_later(project) == []
    assert rows(project.folder, "from ops.unwritten_digests") == []


def test_a_run_writes_the_newest_digest_once_also_when_it_was_left_half_written(project: Project) -> None:
    editions = "select day, max(edition) from daily.digests group by day order by day"
    write(project, late_on(DAY), RUN_DAYS[0])
    before = rows(project.folder, editions)
    with project.warehouse.writing() as connection:
        connection.executemany("insert into ops.unwritten_digests values (?)", [[day] for day in RUN_DAYS])
    run = Run(project, now=clock_from(late_on(DAY)))
    assert stages.write_newest(run) == [project.digests / DAY.isoformat() / "index.html"]
    assert run.counts["digests"] == 2
    assert rows(project.folder, editions) == before


def test_a_day_that_was_left_half_written_and_has_no_articles_any_more_waits_no_longer(project: Project) -> None:
    with project.warehouse.writing() as connection:
        connection.execute("insert into ops.unwritten_digests values (date '2025-01-01')")
    assert written_later(project) == []
    assert written_later(project) == []
    assert rows(project.folder, "from ops.unwritten_digests") == []
