"""The command as a user meets it: exit codes, one clear line for each error, data on stdout, talk on stderr."""

from __future__ import annotations

import csv
import errno
import io
import os
import re
import resource
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from flows.demo import late_on
from flows.feed_list import read_feed_list
from flows.project import only_run, open_project
from tests.flows.command_line import Dateline
from tests.flows.contents import rows
from tests.flows.loopback import Loopback, loopback_newsroom
from tests.flows.programs import DATELINE, clean_environment, free_port
from tests.flows.replayed import Replayed
from tests.flows.small_web import Web, response
from transforms.rules.watchlist_file import read_watchlists
from warehouse.statements import macro_calls, names_in

PLAIN = """LISBON, March 2 — The port of Lisbon will reopen on Tuesday, its director, Ana Prazeres, said on Monday.

What Happened: A storm had closed the port since Friday. “We have cleared both channels,” Prazeres told reporters.

Why It Matters: About 200 ships a week call at Lisbon, which handles a third of Portugal's grain imports each year.

The storm, which crossed the country on Friday night, had left sand and two sunken barges in the southern channel, and
the navy needed three days to survey it. Prazeres said that pilots would bring in the largest ships by daylight only
until the end of the week, and that dredging would begin once the swell had fallen below two metres.
"""
PAGE = (
    """<!doctype html><html lang="en"><head><title>Port of Lisbon reopens</title>
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle",
"headline": "Port of Lisbon reopens", "datePublished": "2026-03-02T09:30:00+00:00",
"author": {"@type": "Person", "name": "Rui Lobo"}}</script></head><body><article><h1>Port of Lisbon reopens</h1>
"""
    + "".join(f"<p>{part}</p>\n" for part in PLAIN.strip().split("\n\n"))
    + "</article></body></html>"
)
OPML = """<?xml version="1.0" encoding="utf-8"?>
<opml version="2.0"><head><title>Mine</title></head><body>
<outline text="Europe"><outline text="Press &amp; more">
<outline type="rss" text="A &lt;Daily&gt;" title="A &lt;Daily&gt;" xmlUrl="https://a.example/feed?x=1&amp;y=2" htmlUrl="https://a.example/" language="pt" category="/x,/y" custom="ä"/>
</outline></outline>
<outline type="rss" text="B" xmlUrl="https://b.example/rss"/>
</body></opml>"""  # noqa: E501


@pytest.fixture
def tmp_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that stays when its test ends: the lasting worker processes may have started in it."""
    return tmp_path_factory.mktemp("cli")


@pytest.fixture(autouse=True)
def elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """In an empty folder, and without a project of one's own."""
    monkeypatch.delenv("DATELINE_HOME", raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def week(newsroom_week: Replayed, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample newsroom's project, for reading only."""
    monkeypatch.setenv("DATELINE_HOME", str(newsroom_week.project.folder))
    return newsroom_week.project.folder


@pytest.fixture(scope="module")
def newsroom() -> Iterator[Loopback]:
    with loopback_newsroom(late_on(date(2026, 3, 2))) as served:
        yield served


def write_feeds(home: Path, *addresses: str) -> None:
    (home / "feeds.csv").write_text("\n".join(["url", *addresses]) + "\n")


# --- help ------------------------------------------------------------------------------------------------------------


def test_the_help_of_sql_lists_every_macro_as_it_is_called(dateline: Dateline) -> None:
    shown = " ".join(dateline("sql", "--help").out.split())
    assert [name for name, call in macro_calls().items() if call not in shown] == []
    assert set(macro_calls()) == set(names_in("macros"))


def test_help_is_quick_and_imports_nothing_heavy() -> None:
    heavy = ["prefect", "polars", "trafilatura", "spacy", "duckdb", "pyarrow", "pydantic"]
    code = (
        "import sys; from flows.cli import call; call(['--help'])\n"
        f"sys.exit(str([name for name in {heavy} if name in sys.modules]))"
    )
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    said = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=clean_environment(), check=False
    )
    assert said.stderr.strip() == "[]"
    assert "digest" in said.stdout
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before < 1  # of CPU time: half of it when unhurried


@pytest.mark.parametrize("words", [["nonsense"], ["run", "--bogus"], ["sql"], ["sql", "from x", "--format", "xml"]])
def test_a_wrong_command_line_is_said_in_one_line_with_code_2(dateline: Dateline, words: list[str]) -> None:
    said = dateline(*words)
    assert said.code == 2
    assert said.error


@pytest.mark.usefixtures("week")
def test_what_begins_with_a_hyphen_is_asked_for_behind_two(dateline: Dateline) -> None:
    assert "A name that begins with - stands behind --." in dateline("why", "actor", "-Nonesuch").error
    assert 'counted as "-Nonesuch"' in dateline("why", "actor", "--", "-Nonesuch").error


@pytest.mark.usefixtures("week")
def test_a_rule_may_begin_with_what_it_excludes(dateline: Dateline) -> None:
    assert dateline("find", "-nonesuch the", "--limit", "1").out
    assert dateline("watch", "test", "-nonesuch the", "--since", "1y").out
    assert dateline("find", "wheat", "--bogus").code == 2


# --- what can be wrong -----------------------------------------------------------------------------------------------


def test_no_project_is_code_2_and_says_how_to_make_one(dateline: Dateline) -> None:
    said = dateline("run", "--direct")
    assert said.code == 2
    assert "dateline init" in said.error


def test_a_missing_folder_is_code_2_and_is_not_made(
    dateline: Dateline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_HOME", str(tmp_path / "missing"))
    said = dateline("run", "--direct")
    assert said.code == 2
    assert str(tmp_path / "missing") in said.error
    assert not (tmp_path / "missing").exists()


def test_a_broken_settings_file_is_code_2_and_is_named(dateline: Dateline, home: Path) -> None:
    (home / "dateline.toml").write_text("timezone = \n")
    said = dateline("run", "--direct")
    assert said.code == 2
    assert str(home / "dateline.toml") in said.error


def test_an_unknown_variable_is_code_2_and_is_named(
    dateline: Dateline, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_TIMEZNE", "UTC")
    said = dateline("run", "--direct")
    assert said.code == 2
    assert "DATELINE_TIMEZNE" in said.error


def test_bad_lines_and_bad_feeds_each_have_their_line_and_their_row_and_harm_no_other(
    dateline: Dateline, home: Path, web: Web, newsroom: Loopback
) -> None:
    web.answers("/page", response(body=b"<!doctype html><html><body>no feed</body></html>"))
    web.answers("/empty", response(body=b""))
    web.answers("/binary", response(body=bytes(range(256)) * 20))
    dead = f"http://127.0.0.1:{free_port()}/feed"
    (good, *_) = newsroom.feeds()
    odd = [f"http://{web.address}/{name}" for name in ("page", "empty", "binary", "gone")]
    write_feeds(home, "htp://wrong.example/feed", *odd, dead, good.url)
    said = dateline("collect", "--direct", "--json")
    assert said.code == 3
    assert f"{home / 'feeds.csv'}, line 2: 'htp://wrong.example/feed' is no http or https address" in said.err
    assert said.objects[0]["counts"]["feeds failed"] == 5
    assert said.objects[0]["counts"]["pages fetched"] >= 1
    polls = dateline("sql", "select feed_url, outcome, error from polls order by polled_at", "--format", "json").objects
    outcomes = {
        row["feed_url"].rpartition("/")[2]: row["outcome"] for row in polls if row["feed_url"] not in (dead, good.url)
    }
    assert outcomes == {"page": "not_a_feed", "empty": "not_a_feed", "binary": "not_a_feed", "gone": "http_error"}
    assert {row["feed_url"]: row["outcome"] for row in polls}[dead] == "unreachable"
    assert all(row["error"] for row in polls if row["outcome"] != "ok")


def test_a_feed_list_that_cannot_be_read_is_code_2_and_is_named(dateline: Dateline, home: Path) -> None:
    (home / "feeds.csv").write_bytes(b"url\n\xff\xfe\n")
    said = dateline("run", "--direct")
    assert said.code == 2
    assert str(home / "feeds.csv") in said.error


def test_a_run_while_another_is_at_work_is_code_5_and_names_the_process(dateline: Dateline, home: Path) -> None:
    write_feeds(home, "http://127.0.0.1:9/feed")
    with only_run(open_project()):
        environment = clean_environment(DATELINE_HOME=str(home))
        said = subprocess.run(
            [*DATELINE, "run", "--direct"], capture_output=True, text=True, env=environment, check=False
        )
    assert said.returncode == 5
    assert said.stderr.startswith("dateline: another run (process ")
    assert said.stderr.count("\n") == 1


def test_a_warehouse_that_another_program_has_open_is_code_5_and_names_the_process(
    dateline: Dateline, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("warehouse.database.Warehouse.__init__.__defaults__", ("UTC", 0.5))  # seconds of patience
    (home / "warehouse").mkdir()
    with open_project().warehouse.writing():
        pass
    hold = "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print('held', flush=True); sys.stdin.read()"
    command = [sys.executable, "-c", hold, str(open_project().warehouse.path)]
    other = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        said = dateline("extract", "--direct")
    finally:
        other.communicate(b"")
    assert said.code == 5
    assert f"process {other.pid}" in said.error


def test_a_broken_warehouse_is_code_1_and_is_named(dateline: Dateline, home: Path) -> None:
    (home / "warehouse").mkdir()
    (home / "warehouse" / "dateline.duckdb").write_bytes(b"this is no database" * 100)
    said = dateline("extract", "--direct")
    assert said.code == 1
    assert str(home / "warehouse" / "dateline.duckdb") in said.error


def test_a_digest_of_a_day_without_articles_is_code_4_and_of_no_day_code_2(dateline: Dateline, home: Path) -> None:
    said = dateline("digest", "--date", "2020-01-01")
    assert said.code == 4
    assert "no article with text on 2020-01-01" in said.err
    assert dateline("digest", "--date", "someday").code == 2


# --- sql -------------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("week")
def test_sql_answers_as_table_csv_and_json_on_stdout_alone(dateline: Dateline) -> None:
    query = "select title, published_at from articles where title like '%[%' or title like '%,%' order by title limit 2"
    table, lines, objects = (dateline("sql", query, "--format", name) for name in ("table", "csv", "json"))
    assert [said.code for said in (table, lines, objects)] == [0, 0, 0]
    assert table.err == lines.err == objects.err == ""
    read = list(csv.DictReader(io.StringIO(lines.out)))
    assert [row["title"] for row in read] == [row["title"] for row in objects.objects]
    assert objects.objects[0]["published_at"].endswith("+00:00")
    assert all(row["title"][:20] in table.out for row in read)


@pytest.mark.usefixtures("week")
def test_export_prints_where_the_descriptor_is_and_refuses_what_it_cannot_write(
    dateline: Dateline, tmp_path: Path
) -> None:
    said = dateline(
        "export", "--to", str(tmp_path / "files"), "--tables", "articles", "gdelt.events", "--format", "csv"
    )
    assert (said.code, said.out) == (0, f"{tmp_path / 'files' / 'datapackage.json'}\n")
    assert list((tmp_path / "files" / "gdelt.events").glob("2026-03-0?.csv"))
    assert dateline("export", "--to", str(tmp_path / "files"), "--tables", "nothing").code == 2
    assert dateline("export", "--to", str(tmp_path), "--first", "2026-03-02", "--last", "2026-03-01").code == 2
    (tmp_path / "taken").write_text("", encoding="utf-8")
    assert dateline("export", "--to", str(tmp_path / "taken")).code == 2


@pytest.mark.usefixtures("week")
def test_sql_writes_lines_with_tabs_and_nothing_else_for_tools_that_read_gdelts_files(dateline: Dateline) -> None:
    said = dateline("sql", "select 'a' || chr(9) || 'b' || chr(10) as x, null as y, '=1\"' as z", "--format", "tsv")
    assert (said.code, said.err) == (0, "")
    assert said.out == 'a b \t\t=1"\n'


@pytest.mark.usefixtures("week")
def test_a_file_that_sql_writes_is_whole_or_as_it_was_and_a_pipe_is_written_to(
    dateline: Dateline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "rows.csv"
    query = ("sql", "select 1 as x", "--format", "csv", "--output")
    assert dateline(*query, str(file)).code == 0
    assert file.read_text() == "x\n1\n"
    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_text", _no_space)
        said = dateline(*query, str(file))
    assert (said.code, str(file) in said.error) == (1, True)
    assert file.read_text() == "x\n1\n"
    assert list(tmp_path.iterdir()) == [file]
    assert dateline(*query, "/dev/null").code == 0
    assert Path("/dev/null").is_char_device()


def _no_space(*_: object, **__: object) -> int:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.usefixtures("week")
def test_sql_writes_parquet_to_a_file_and_only_there(dateline: Dateline, tmp_path: Path) -> None:
    assert dateline("sql", "from outlets", "--format", "parquet").code in (1, 2)
    assert dateline("sql", "select 1 as one", "--format", "parquet", "--output", str(tmp_path / "a.parquet")).code == 0
    assert pq.read_table(tmp_path / "a.parquet").to_pylist() == [{"one": 1}]


@pytest.mark.usefixtures("week")
@pytest.mark.parametrize(
    "query", ["from nowhere", "selec 1", "drop view articles", "from read_csv('/etc/passwd')", "-- "]
)
def test_sql_that_does_not_run_or_may_not_is_code_1(dateline: Dateline, query: str) -> None:
    said = dateline("sql", query)
    assert said.code == 1
    assert said.err.startswith("dateline: the SQL ")
    assert said.out == ""


def test_sql_before_the_first_run_says_what_to_do(dateline: Dateline, home: Path) -> None:
    said = dateline("sql", "from articles")
    assert said.code == 1
    assert "dateline run" in said.error


# --- feeds -----------------------------------------------------------------------------------------------------------


def test_feeds_add_looks_at_each_feed_and_adds_it_once(
    dateline: Dateline, home: Path, newsroom: Loopback, web: Web
) -> None:
    (wire, tagus, *_) = newsroom.feeds()
    web.answers("/page", response(body=b"<html><body>hello</body></html>"))
    assert dateline("feeds", "add", wire.url, tagus.url, "--folder", "sample").code == 0
    again = dateline("feeds", "add", wire.url, f"http://{web.address}/page", "nonsense")
    assert again.code == 1
    assert "in the list already" in again.err
    assert "was not added" in again.err
    assert "'nonsense' is no http or https address" in again.err
    feeds, warnings = read_feed_list(home / "feeds.csv")
    assert [(feed.url, feed.folder) for feed in feeds] == [(wire.url, "sample"), (tagus.url, "sample")]
    assert warnings == []
    assert all(feed.title for feed in feeds)


def test_feeds_list_says_how_each_feed_is(dateline: Dateline, home: Path, newsroom: Loopback) -> None:
    dead = f"http://127.0.0.1:{free_port()}/feed"
    (wire, tagus, *_) = newsroom.feeds()
    write_feeds(home, wire.url, dead)
    assert [row["state"] for row in dateline("feeds", "list", "--json").objects] == ["new", "new"]
    assert dateline("collect", "--direct").code == 3
    write_feeds(home, wire.url, dead, tagus.url)
    rows = dateline("feeds", "list", "--json").objects
    assert [row["state"] for row in rows] == ["silent", "failing", "new"]  # the newsroom's week is long past
    assert rows[0]["rhythm"].startswith("every ")
    assert rows[0]["last_success_at"]
    assert (rows[1]["error"], rows[1]["note"]) == ("connection refused", "the last poll failed: connection refused")
    assert len(dateline("feeds", "list").out.splitlines()) == 3


def test_feeds_check_says_what_is_right_and_wrong(dateline: Dateline, home: Path, newsroom: Loopback, web: Web) -> None:
    item = b"<item><title>A</title><link>http://a.example/1</link></item>"
    undated = b"<rss version='2.0'><channel><title>T</title>" + item + b"</channel></rss>"
    web.answers("/undated", response(body=undated))
    good = dateline("feeds", "check", newsroom.feeds()[0].url, "--json")
    assert (good.code, good.objects[0]["is_feed"], good.objects[0]["status"]) == (0, True, 200)
    (poor,) = dateline("feeds", "check", f"http://{web.address}/undated", "--json").objects
    assert "1 of 1 entries lack a time" in poor["wrong"]
    none = dateline("feeds", "check", f"http://{web.address}/missing", "--json")
    assert (none.code, none.objects[0]["is_feed"]) == (1, False)
    assert "404" in none.objects[0]["wrong"][0]
    assert dateline("feeds", "check", "nonsense").code == 2


def test_opml_goes_in_and_out_without_loss(dateline: Dateline, home: Path, tmp_path: Path) -> None:
    (tmp_path / "in.opml").write_text(OPML, encoding="utf-8")
    assert dateline("feeds", "import", "in.opml").code == 0
    first, _ = read_feed_list(home / "feeds.csv")
    found = [(feed.title, feed.folder, feed.language) for feed in first]
    assert found == [("A <Daily>", "Europe/Press & more", "pt"), ("B", "", "")]
    assert dict(first[0].attributes)["custom"] == "ä"
    assert dateline("feeds", "export", "out.opml").code == 0
    (home / "feeds.csv").unlink()
    assert dateline("feeds", "import", "out.opml").code == 0
    assert read_feed_list(home / "feeds.csv")[0] == first
    assert dateline("feeds", "export").out.encode() == (tmp_path / "out.opml").read_bytes()
    assert "0 feeds added" in dateline("feeds", "import", "in.opml").err


def test_what_is_no_opml_is_code_2_and_is_named(dateline: Dateline, home: Path, tmp_path: Path) -> None:
    (tmp_path / "a.opml").write_text("<html></html>")
    said = dateline("feeds", "import", "a.opml")
    assert said.code == 2
    assert "a.opml" in said.error
    assert dateline("feeds", "import", "missing.opml").code == 2


def test_init_makes_a_project_once_and_takes_an_opml_file(dateline: Dateline, tmp_path: Path) -> None:
    (tmp_path / "in.opml").write_text(OPML, encoding="utf-8")
    said = dateline("init", "mine", "--opml", "in.opml")
    assert (said.code, said.out) == (0, f"{tmp_path / 'mine'}\n")
    assert len(read_feed_list(tmp_path / "mine" / "feeds.csv")[0]) == 2
    again = dateline("init", "mine")
    assert again.code == 2
    assert "is there already" in again.error


def test_init_leaves_examples_of_watchlists_that_watch_for_nothing_until_they_are_uncommented(
    dateline: Dateline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dateline("init", "mine")
    file = tmp_path / "mine" / "watchlists.toml"
    written = file.read_text(encoding="utf-8")
    assert read_watchlists(written) == []
    uncommented = re.sub(r"^# ?", "", written[written.index("#\n") :], flags=re.M)
    assert [(one.alert, one.targets) for one in read_watchlists(uncommented)] == [("digest", ()), ("each", ("desk",))]
    monkeypatch.setenv("DATELINE_HOME", str(tmp_path / "mine"))
    assert dateline("watch", "add", "Turing", "turing").code == 0
    assert [one.name for one in read_watchlists(file.read_text(encoding="utf-8"))] == ["Turing"]


def test_init_keeps_secrets_out_of_version_control(dateline: Dateline, tmp_path: Path) -> None:
    dateline("init", "mine")
    subprocess.run(["git", "init", "--quiet", tmp_path / "mine"], check=True)
    (tmp_path / "mine" / "targets.toml").touch()
    (tmp_path / "mine" / "archive").mkdir()
    (tmp_path / "mine" / "archive" / "page").touch()
    shown = subprocess.run(
        ["git", "-C", tmp_path / "mine", "ls-files", "--others", "--exclude-standard"],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    assert shown.stdout.split() == [".gitignore", "dateline.toml", "feeds.csv", "watchlists.toml"]


def test_init_replaces_no_file_that_is_there(dateline: Dateline, tmp_path: Path) -> None:
    kept = {"feeds.csv": "url\nhttps://a.example/feed\n", "watchlists.toml": "# mine\n", ".gitignore": "*.log"}
    for name, text in kept.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "in.opml").write_text(OPML, encoding="utf-8")
    refused = dateline("init", "--opml", "in.opml")
    assert (refused.code, "dateline feeds import" in refused.error) == (2, True)
    assert dateline("init").code == 0
    found = {name: (tmp_path / name).read_text(encoding="utf-8") for name in kept}
    assert found == kept | {".gitignore": "*.log\ntargets.toml\n"}


def test_init_in_a_folder_that_cannot_be_made_is_code_2(dateline: Dateline, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    said = dateline("init", "file/below")
    assert said.code == 2
    assert "file/below" in said.error


# --- doctor ----------------------------------------------------------------------------------------------------------


def test_doctor_says_what_is_wrong_and_the_command_that_mends_it(dateline: Dateline, home: Path) -> None:
    write_feeds(home, f"http://127.0.0.1:{free_port()}/feed", "wrong")
    first = dateline("doctor", "--json")
    assert first.code == 1
    assert {row["mend"] for row in first.objects} == {f"edit {home / 'feeds.csv'}", "dateline run"}
    dateline("collect", "--direct")
    then = dateline("doctor", "--json").objects
    assert any("is failing: the last poll failed: connection refused" in row["what"] for row in then)


def test_doctor_reads_a_project_whose_published_copy_is_broken(dateline: Dateline, home: Path) -> None:
    (home / "published").mkdir()
    (home / "published" / "dateline.duckdb").write_bytes(b"no database")
    said = dateline("doctor")
    assert said.code == 1
    assert "the published copy cannot be read" in said.out


# --- read ------------------------------------------------------------------------------------------------------------


def offsets_hold(found: dict[str, Any]) -> int:
    """How many rows of a page have a text that stands in `body` at their offsets; AssertionError where one does not."""
    body, checked = found["body"], 0
    named = {
        "mentions": "surface",
        "dates": "surface",
        "quantities": "surface",
        "quotes": "text",
        "roles": "text",
        "sentences": "text",
        "sections": "text",
    }
    for name, column in named.items():
        for row in found[name]:
            assert body[row["char_start"] : row["char_end"]] == row[column], (name, row)
            checked += 1
    for part in ("lede", "dateline"):
        assert body[found[part]["char_start"] : found[part]["char_end"]].strip() == found[part]["text"].strip()
    for term in (term for topic in found["topics"] for term in topic["evidence"]):
        assert 0 <= term["char_start"] < term["char_end"] <= len(body)
    return checked


def test_read_gives_one_object_a_page_with_offsets_that_hold(dateline: Dateline, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "b.html").write_text(PAGE.replace("Lisbon", "Porto"), encoding="utf-8")
    (tmp_path / "none.html").write_text("<html><body>nothing</body></html>")
    said = dateline("read", "a.html", "none.html", "b.html", "missing.html", "--json")
    assert said.code == 1
    first, none, second, missing = said.objects
    assert [row["source"] for row in said.objects] == ["a.html", "none.html", "b.html", "missing.html"]
    assert (first["title"], first["authors"]) == ("Port of Lisbon reopens", ["Rui Lobo"])
    assert first["published_at"] == "2026-03-02T09:30:00+00:00"
    assert [part["label"] for part in first["sections"]] == ["What Happened", "Why It Matters"]
    assert [quote["text"] for quote in first["quotes"] if quote["kind"] == "direct"] == [
        "We have cleared both channels,"
    ]
    assert offsets_hold(first) > 10
    assert offsets_hold(second) > 10
    assert none["rejected"]
    assert missing["rejected"]
    assert said.err.count("no article") == 2


def test_read_takes_plain_text_from_stdin_and_prints_an_outline(
    dateline: Dateline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(PLAIN.encode()), encoding="utf-8"))
    said = dateline("read", "-", "--text")
    assert (said.code, said.err) == (0, "")
    assert "Ana Prazeres" in said.out
    assert "What Happened" in said.out
    (tmp_path / "a.txt").write_text(PLAIN, encoding="utf-8")
    (found,) = dateline("read", "a.txt", "--text", "--json").objects
    assert offsets_hold(found) > 10


def test_read_takes_an_address(dateline: Dateline, home: Path, web: Web) -> None:
    web.answers("/a", response(body=PAGE.encode(), headers=("Content-Type: text/html; charset=utf-8",)))
    (found,) = dateline("read", f"http://{web.address}/a", "--json").objects
    assert (found["url"], found["title"]) == (f"http://{web.address}/a", "Port of Lisbon reopens")
    (missing,) = dateline("read", f"http://{web.address}/missing", "--json").objects
    assert missing["detail"].startswith("the server answered 404")


def test_read_of_an_address_that_is_not_public_is_refused(dateline: Dateline, web: Web) -> None:
    said = dateline("read", f"http://{web.address}/a")
    assert said.code == 1
    assert "not a public address" in said.error


# --- run -------------------------------------------------------------------------------------------------------------


def test_a_run_says_the_digests_page_on_stdout_and_the_summary_on_stderr(
    dateline: Dateline, home: Path, newsroom: Loopback
) -> None:
    write_feeds(home, newsroom.feeds()[1].url)
    said = dateline("run", "--direct")
    assert said.code == 0, said.err
    page = home / "digests" / "2026-03-02" / "index.html"
    assert said.out == f"{page}\n"
    assert said.err.startswith("1 feeds polled, 0 failed; ")
    assert rows(home, "from articles")
    assert dateline("digest", "--date", "newest", "--format", "md").out.startswith("# ")
