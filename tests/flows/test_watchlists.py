"""`dateline find` and `dateline watch`, and watchlists counted where days have changed."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from flows.project import Project
from flows.run import Run
from flows.settings import Settings
from flows.watchlists import count_watchlists, watchlists_of
from tests.flows.command_line import Dateline
from tests.flows.contents import rows
from tests.flows.programs import DATELINE, clean_environment
from tests.warehouse import kept, worlds
from warehouse.daily import refresh_daily


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project with the small world of the warehouse's tests, whose own watchlist no file lists."""
    (tmp_path / "dateline.toml").write_text("")
    monkeypatch.setenv("DATELINE_HOME", str(tmp_path))
    project = Project(tmp_path, Settings())
    kept.begin(project.warehouse.path, worlds.good_file())
    with project.warehouse.writing():  # published
        pass
    return project


def hits(project: Project) -> list[tuple[str, str]]:
    """What each watchlist hits."""
    return rows(project.folder, "select watchlist, article_id from watch_hits order by all")


def watch(project: Project, text: str) -> Run:
    """Write watchlists.toml and count."""
    project.watchlists_file.write_text(text, encoding="utf-8")
    run = Run(project)
    count_watchlists(run)
    return run


ONE = "[[watchlist]]\nname = 'Ada'\nrule = 'lovelace'\n"


def test_a_new_watchlist_is_counted_on_all_days_and_one_that_goes_leaves_nothing(project: Project) -> None:
    watch(project, ONE)
    assert hits(project) == [("Ada", "copy"), ("Ada", "quake")]
    assert rows(project.folder, "select day, article_count, copy_group_count, outlet_count, owner_count "
                "from daily_watchlists") == [(worlds.on(1), 2, 1, 2, 2)]  # fmt: skip
    watch(project, "")
    assert hits(project) == []
    assert rows(project.folder, "from daily.watchlists union all from daily.watchlists") == []


def test_a_changed_rule_is_counted_again_and_watched_since_then(project: Project) -> None:
    watch(project, ONE)
    before = rows(project.folder, "select since_at from watchlists")
    watch(project, ONE + "alert = 'each'\ntargets = ['desk']\n")
    assert rows(project.folder, "select since_at from watchlists") == before
    watch(project, ONE.replace("lovelace", "hopper"))
    assert hits(project) == [("Ada", "own")]
    assert rows(project.folder, "select since_at from watchlists") > before


def test_a_watchlist_follows_the_one_that_it_names(project: Project) -> None:
    two = "[[watchlist]]\nname = 'Both'\nrule = 'watch:Ada OR hopper'\n"
    watch(project, ONE + two)
    watch(project, ONE.replace("lovelace", "nobody") + two)
    assert hits(project) == [("Both", "own")]


def test_a_text_that_changes_is_counted_again_on_its_day_alone(project: Project) -> None:
    watch(project, ONE)
    names = worlds.ACTORS[:1]
    with project.warehouse.writing() as connection:
        worlds.load(connection, "extractions", worlds.revision("own", "post", 3, 2.9, names, published=2.3))
        worlds.load(connection, "analyses", worlds.reading("own/3", 3.0, names))
        refresh_daily(connection)
    assert rows(project.folder, "from ops.watched_days") == [(worlds.on(2),)]
    watch(project, ONE)
    assert hits(project) == [("Ada", "copy"), ("Ada", "own"), ("Ada", "quake")]
    assert rows(project.folder, "from ops.watched_days") == []


def test_a_file_that_cannot_be_read_stops_nothing_and_is_made_up_for(project: Project) -> None:
    run = watch(project, ONE.replace("'lovelace'", "'lovelace AND'"))
    (warning,) = run.warnings
    assert warning.startswith(f"{project.watchlists_file}, line 3: the rule of 'Ada': character 13")
    watch(project, ONE)
    assert len(hits(project)) == 2


def test_nothing_is_written_where_nothing_has_changed(project: Project) -> None:
    watch(project, ONE)
    before = project.warehouse.published.stat().st_mtime_ns
    watch(project, ONE)
    assert project.warehouse.published.stat().st_mtime_ns == before


# --- the commands ----------------------------------------------------------------------------------------------------


def test_find_shows_the_newest_first_with_their_sentences_and_folds_copies(
    project: Project, dateline: Dateline
) -> None:
    said = dateline("find", "turing")
    assert said.code == 0
    assert said.err == "3 articles, 2 different texts\n"
    first, _, sentence, second, *rest = said.out.splitlines()
    assert (first[:16], second[:16]) == ("2026-03-02 07:12", "2026-03-01 09:36")
    assert sentence.strip() == "Alan Turing met the press and said: “It works.”"
    assert rest[-1].strip() == "also in Mail"


def test_find_gives_programs_one_object_an_article_with_the_places(project: Project, dateline: Dateline) -> None:
    (found,) = dateline("find", "lovelace AND quote:works", "--json").objects
    assert (found["article_id"], [copy["outlet"] for copy in found["copies"]]) == ("quake", ["Mail"])
    text = found["sentences"][0]["text"]
    assert [text[one["start"] : one["end"]] for one in found["sentences"][0]["matches"]] == ["Lovelace", "works"]
    assert len(dateline("find", "lovelace", "--format", "json", "--copies").objects) == 2


def test_find_keeps_to_its_days_and_its_limit(project: Project, dateline: Dateline) -> None:
    assert len(dateline("find", "turing", "--json", "--until", "2026-03-01").objects) == 1
    assert len(dateline("find", "turing", "--json", "--since", "2026-03-02").objects) == 1
    assert dateline("find", "turing", "--limit", "1").err == "3 articles, 2 different texts; 1 more: --limit 0\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("find", "wheat AND"), "the rule 'wheat AND': character 10:"),
        (("find", "wheat", "--since", "soon"), "'soon' is no day"),
        (("watch", "add", "Ada", "x ("), "the rule of 'Ada': character 3:"),
        (("watch", "add", "Ada", "x", "--quiet", "never"), "22:00-07:00"),
        (("watch", "add", "Ada", "x", "--alert", "each"), "targets"),
        (("watch", "test", "x ("), "the rule 'x (': character 3:"),
    ],
)
def test_what_cannot_be_used_is_one_line_and_exit_code_2(
    project: Project, dateline: Dateline, words: tuple[str, ...], said: str
) -> None:
    answer = dateline(*words)
    assert answer.code == 2
    assert said in answer.error


def test_watchlists_are_added_listed_tried_and_removed(project: Project, dateline: Dateline) -> None:
    assert dateline("watch", "add", "Grain corridor", 'works AND (Lovelace OR "Hopper")').code == 0
    assert dateline("watch", "add", "Talks", "event:consult", "--alert", "each", "--target", "desk",
                    "--quiet", "22:00-07:00").code == 0  # fmt: skip
    assert "already" in dateline("watch", "add", "grain CORRIDOR", "x").error
    count_watchlists(Run(project))
    grain, talks = dateline("watch", "list", "--json").objects
    assert (grain["name"], grain["article_count"], grain["alert"]) == ("Grain corridor", 3, "digest")
    assert (talks["targets"], talks["quiet"]) == (["desk"], "22:00-07:00")
    tried = dateline("watch", "test", "grain corridor", "--since", "2026-03-01")
    assert tried.out.startswith("3 articles, 2 texts of 3 outlets on 2 of 2 days")
    assert "words: works 2, hopper 1, lovelace 1" in tried.out
    (trial,) = dateline("watch", "test", "lovelace", "--since", "2026-03-01", "--json").objects
    assert (trial["each_alert_count"], trial["days"][0]["articles"], trial["words"]) == (1, 2, {"lovelace": 1})
    assert dateline("watch", "remove", "grain corridor").code == 0
    assert dateline("watch", "remove", "grain corridor").code == 4
    count_watchlists(Run(project))
    assert [one["name"] for one in dateline("watch", "list", "--json").objects] == ["Talks"]
    assert {name for name, _ in hits(project)} == {"Talks"}


def test_of_watchlists_that_are_added_at_once_none_is_lost(project: Project) -> None:
    command = [*DATELINE, "watch", "add"]
    environment = clean_environment(DATELINE_HOME=str(project.folder))
    adding = [subprocess.Popen([*command, f"list {no}", "wheat"], env=environment) for no in range(3)]
    assert [one.wait() for one in adding] == [0, 0, 0]
    assert {one.name for one in watchlists_of(project)} >= {"list 0", "list 1", "list 2"}
