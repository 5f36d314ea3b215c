"""Alerts: what is new is told once to each target, whatever dies or fails, and no secret of a target gets out."""

from __future__ import annotations

import logging
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from flows.alerts import alert
from flows.project import Project
from flows.run import Run
from flows.settings import Settings
from flows.watchlists import count_watchlists
from tests.flows.contents import rows
from tests.flows.desk import Desk, open_desk, open_mailbox
from tests.warehouse import kept, worlds
from warehouse.publish import publish

ROOT = Path(__file__).parents[2]
SECRET = "hunter2token"
WATCHED = "[[watchlist]]\nname = 'Turing'\nrule = 'turing'\nalert = 'each'\ntargets = ['desk']\n"


@pytest.fixture
def desk() -> Iterator[Desk]:
    with open_desk() as desk:
        yield desk


@pytest.fixture
def project(tmp_path: Path, desk: Desk) -> Project:
    """A project whose two stories, of three articles, came after it began to watch."""
    project = Project(tmp_path, Settings())
    kept.begin(project.warehouse.path, watching_file())
    publish(project.warehouse.path, project.warehouse.published)
    project.watchlists_file.write_text(WATCHED, encoding="utf-8")
    project.targets_file.write_text(f'desk = "json://editor:{SECRET}@127.0.0.1:{desk.port}/{SECRET}?cto=2&rto=2"\n')
    return project


@cache
def watching_file() -> Path:
    """The good world's warehouse in a project that watches since its first day, made once to be copied."""
    project = Project(kept.folder() / "watching", Settings())
    kept.begin(project.warehouse.path, worlds.good_file())
    with project.warehouse.writing():  # published
        pass
    return watching(project, WATCHED).warehouse.path


def watching(project: Project, text: str, since: float = 1) -> Project:
    """The project with these watchlists, since a day."""
    project.watchlists_file.write_text(text, encoding="utf-8")
    count_watchlists(Run(project, now=lambda: worlds.at(since)))
    return project


def told(project: Project, day: float = 2.9) -> Run:
    """Alert at a moment."""
    run = Run(project, now=lambda: worlds.at(day))
    alert(run)
    return run


def states(project: Project) -> list[tuple[str, int]]:
    """The state of every alert with its attempts, in the order of their titles."""
    return rows(project.folder, "select state, attempt_count from alerts order by title")


def test_each_story_is_told_once_with_its_sentences_and_never_again(project: Project, desk: Desk) -> None:
    told(project)
    told(project)
    told(project, 3.5)
    assert len(desk.messages) == 2
    first = next(one for one in desk.messages if "quake" in one["title"])
    assert first["title"] == "Turing: Title of quake, 1"
    assert "Alan Turing met the press and said: “It works.”" in first["message"]
    assert "Also in Mail" in first["message"]
    assert "https://wire.example/quake" in first["message"]
    assert states(project) == [("sent", 1), ("sent", 1)]


def test_a_copy_or_a_further_article_of_a_told_story_is_no_news(project: Project, desk: Desk) -> None:
    told(project)
    with project.warehouse.writing() as connection:
        worlds.load(connection, "polls", worlds.entry("late", "post-top", "post", 2.7, 2.6))
        worlds.load(connection, "extractions", worlds.revision("late", "post", 1, 2.75, first_seen=2.7, published=2.6))
        worlds.load(connection, "analyses", worlds.reading("late/1", 2.8))
        worlds.load(connection, "groups", worlds.groups("quake", "quake", "copy", "late"))
        connection.execute("insert into ops.watched_days values (?)", [worlds.on(2)])
    count_watchlists(Run(project, now=lambda: worlds.at(2.9)))
    assert rows(project.folder, "select count(*) from watch_hits") == [(4,)]
    told(project)
    assert len(desk.messages) == 2


def test_what_was_there_before_the_watchlist_alerts_nobody(project: Project, desk: Desk) -> None:
    watching(project, WATCHED.replace("rule = 'turing'", "rule = 'turing OR hopper'"), since=2.8)
    told(project)
    assert desk.messages == []


def test_old_news_of_a_new_feed_alerts_nobody(project: Project, desk: Desk) -> None:
    told(project, 9)
    assert desk.messages == []


def test_a_run_that_is_killed_while_it_sends_has_sent_it_once(project: Project, desk: Desk) -> None:
    desk.is_silent = True
    program = (
        "import sys; from pathlib import Path; from flows.alerts import alert; from flows.project import Project;"
        "from flows.run import Run; from flows.settings import Settings; from tests.warehouse.worlds import at;"
        "alert(Run(Project(Path(sys.argv[1]), Settings()), now=lambda: at(2.9)))"
    )
    project.targets_file.write_text(f'desk = "json://127.0.0.1:{desk.port}/?rto=600"\n')
    killed = subprocess.Popen([sys.executable, "-c", program, str(project.folder)], cwd=ROOT)
    desk.came.wait()
    killed.kill()
    killed.wait()
    desk.is_silent = False
    told(project)
    told(project)
    assert len(desk.messages) == 2
    assert len({one["message"] for one in desk.messages}) == 2
    assert sorted(states(project)) == [("sent", 1), ("unknown", 1)]


def test_a_message_that_was_written_and_not_sent_when_the_run_was_killed_is_sent_by_the_next(
    project: Project, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("flows.alerts._send_all", killed)
        with pytest.raises(KeyboardInterrupt):
            told(project)
    assert states(project) == [("waiting", 0), ("waiting", 0)]
    told(project)
    assert len(desk.messages) == 2


def test_what_a_service_refuses_is_tried_again_later_and_in_the_end_given_up(project: Project, desk: Desk) -> None:
    desk.status = 500
    for _ in range(3):  # the third finds none that is due
        run = told(project)
        assert all("status 500" in warning for warning in run.warnings)
    assert states(project) == [("waiting", 1), ("waiting", 1)]
    desk.status = 200
    told(project, 2.91)
    assert states(project) == [("sent", 2), ("sent", 2)]


def test_a_target_that_did_not_take_a_message_is_left_alone_until_the_next_run(project: Project, desk: Desk) -> None:
    desk.is_silent = True
    assert len(told(project).warnings) == 1
    assert sorted(states(project)) == [("unknown", 1), ("waiting", 0)]
    desk.is_silent = False
    told(project)
    assert sorted(states(project)) == [("sent", 1), ("unknown", 1)]


def test_what_cannot_be_sent_for_a_day_lapses(project: Project, desk: Desk) -> None:
    desk.status = 500
    told(project)
    told(project, 3.95)
    assert [state for state, _ in states(project)] == ["lapsed", "lapsed"]


def test_a_service_that_does_not_answer_may_have_it_and_is_not_told_again(project: Project, desk: Desk) -> None:
    desk.is_silent = True
    told(project)
    told(project, 2.95)
    assert len(desk.messages) == 2
    assert [state for state, _ in states(project)] == ["unknown", "unknown"]


def test_nothing_is_sent_in_quiet_hours_and_it_goes_when_they_end(project: Project, desk: Desk) -> None:
    watching(project, WATCHED + "quiet = '21:00-07:00'\n")
    told(project, 2.9)  # 21:36
    assert desk.messages == []
    told(project, 3.3)  # 07:12
    assert len(desk.messages) == 2


def test_no_more_than_the_limit_an_hour_goes_to_a_target(project: Project, desk: Desk) -> None:
    limited = Project(project.folder, Settings(alerts_per_hour=1))
    told(limited)
    told(limited, 2.92)
    assert len(desk.messages) == 1
    told(limited, 2.95)
    assert len(desk.messages) == 2


def with_a_burst(project: Project, since: float = 1) -> None:
    """A watchlist, watched since a day, that has a burst on the second."""
    watching(project, WATCHED.replace("'each'", "'burst'").replace("'turing'", f"'turing OR since{since}'"), since)
    with project.warehouse.writing() as connection:
        connection.execute("delete from daily.watchlists")
        connection.execute("update daily.coverage set day = day - 20 where day = ?", [worlds.on(1)])
        (watch_id,) = connection.execute("select watch_id from seeds.watchlists").fetchall()[0]
        connection.execute("insert into daily.watchlists values (?, ?, 9, 7, 4, 3, 0.5)", [worlds.on(2), watch_id])


def test_a_burst_is_told_once_a_day_and_a_single_story_is_none(project: Project, desk: Desk) -> None:
    watching(project, WATCHED.replace("'each'", "'burst'"))
    told(project)
    assert desk.messages == []
    with_a_burst(project)
    told(project)
    told(project, 2.95)
    told(project, 3.1)
    assert [one["title"] for one in desk.messages] == ["Turing: 7 texts today"]
    assert "7 texts of 4 outlets today" in desk.messages[0]["message"]


def test_a_burst_that_shows_after_midnight_is_told_as_yesterdays(project: Project, desk: Desk) -> None:
    with_a_burst(project)
    told(project, 4.1)
    assert desk.messages == []
    told(project, 3.1)
    told(project, 3.2)
    assert [one["title"] for one in desk.messages] == ["Turing: 7 texts yesterday"]
    assert "7 texts of 4 outlets yesterday" in desk.messages[0]["message"]


def test_a_burst_of_the_day_before_the_watchlist_alerts_nobody(project: Project, desk: Desk) -> None:
    with_a_burst(project, since=3.05)
    told(project, 3.1)
    assert desk.messages == []


def test_no_secret_of_a_target_is_logged_kept_or_published(
    project: Project, desk: Desk, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    desk.status = 403
    warnings = told(project).warnings
    dead = f'desk = "json://editor:{SECRET}@127.0.0.1:1/{SECRET}"\n'
    project.targets_file.write_text(dead)
    warnings += told(project, 2.95).warnings
    project.targets_file.write_text(f'desk = "nonsense://{SECRET}"\n')
    warnings += told(project, 2.99).warnings
    assert len(warnings) == 3
    shown = capsys.readouterr()
    said = " ".join([*warnings, caplog.text, shown.out, shown.err])
    kept = b"".join(path.read_bytes() for path in project.folder.rglob("*") if path.suffix in (".duckdb", ".wal"))
    assert SECRET not in said
    assert SECRET.encode() not in kept
    assert rows(project.folder, "select distinct target from alerts") == [("desk",)]


@pytest.mark.parametrize(
    ("targets", "words"),
    [
        (f'desk = "json://${{NO_SUCH_{SECRET}}}"\n'.replace(SECRET, "VARIABLE"), "needs the variable NO_SUCH_VARIABLE"),
        (f"desk = json://{SECRET}\n", "line 1: not TOML"),
        (f'desk = ["{SECRET}"]\n', "the target 'desk' is no address"),
    ],
)
def test_targets_that_cannot_be_read_are_named_without_their_addresses(
    project: Project, desk: Desk, targets: str, words: str
) -> None:
    project.targets_file.write_text(targets)
    (warning,) = told(project).warnings
    assert str(project.targets_file) in warning
    assert words in warning
    assert SECRET not in warning


def test_an_address_takes_its_secrets_from_the_environment(
    project: Project, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DESK_ADDRESS", f"json://127.0.0.1:{desk.port}")
    project.targets_file.write_text('desk = "${DESK_ADDRESS}"\n')
    told(project)
    assert len(desk.messages) == 2


# --- mail ------------------------------------------------------------------------------------------------------------


def test_alerts_go_by_mail(project: Project) -> None:
    with open_mailbox() as mailbox:
        project.targets_file.write_text(
            f'desk = "mailto://127.0.0.1:{mailbox.port}?from=dateline@example.org&to=desk@example.org&mode=insecure"\n'
        )
        told(project)
    mails = [mail.decode() for mail in mailbox.mails]
    assert len(mails) == 2
    assert states(project) == [("sent", 1), ("sent", 1)]
    assert any("Subject: Turing: Title of quake, 1" in mail for mail in mails)
    assert all("To: " in mail and "desk@example.org" in mail for mail in mails)
