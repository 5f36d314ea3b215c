"""A run: its batches, its record, and what killed ones have left."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.errors import Busy
from flows.project import Project, only_run
from flows.run import Run, batches_by_host, batches_of, running
from flows.settings import Settings
from tests.flows.contents import rows
from warehouse.journal import begin_run

ITEMS = st.lists(st.tuples(st.sampled_from("abcdefgh"), st.integers()), max_size=60)
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path, Settings())


@given(ITEMS, st.integers(1, 25))
def test_batches_by_host_lose_nothing_and_never_split_a_host(items: list[tuple[str, int]], size: int) -> None:
    batches = batches_by_host(items, lambda item: item[0], size)
    assert Counter(item for batch in batches for item in batch) == Counter(items)
    homes = Counter(host for batch in batches for host in {host for host, _ in batch})
    assert all(count == 1 for count in homes.values())
    assert all(len(batch) <= size or len({host for host, _ in batch}) == 1 for batch in batches)


@given(ITEMS, st.integers(1, 25))
def test_batches_keep_the_order_and_lose_nothing(items: list[tuple[str, int]], size: int) -> None:
    batches = batches_of(items, size)
    assert [item for batch in batches for item in batch] == items
    assert all(0 < len(batch) <= size for batch in batches)


def test_a_run_is_written_down_with_its_end(project: Project) -> None:
    with running(Run(project, now=lambda: NOON), "collect"):
        pass
    assert rows(project.folder, "select flow, engine, state, started_at, ended_at from ops.runs") == [
        ("collect", "direct", "completed", NOON, NOON)
    ]


def test_a_run_that_fails_is_written_down_with_its_error_and_lets_go(project: Project) -> None:
    with pytest.raises(ValueError, match="no luck"), running(Run(project), "run"):
        raise ValueError("no luck")
    assert rows(project.folder, "select state, error from ops.runs") == [("failed", "ValueError: no luck")]
    with only_run(project):
        pass


def test_a_run_while_another_has_the_project_is_busy_and_leaves_no_trace(project: Project) -> None:
    with only_run(project), pytest.raises(Busy), running(Run(project), "run"):
        pass
    assert not project.warehouse.path.exists()


def test_a_run_that_was_killed_is_marked_as_crashed_by_the_next(project: Project) -> None:
    with project.warehouse.writing() as connection:
        begin_run(connection, "killed", "run", "direct", NOON)
    with running(Run(project), "run"):
        pass
    assert rows(project.folder, "select state from ops.runs order by started_at") == [("crashed",), ("completed",)]


def test_what_killed_runs_left_unfinished_is_gone_when_the_next_run_begins(project: Project) -> None:
    half = project.staging / ".half-a-batch"
    half.mkdir(parents=True)
    part = project.archive / "2026" / "03" / "02" / "pages.warc.gz.part"
    part.parent.mkdir(parents=True)
    part.touch()
    with running(Run(project), "run"):
        assert not half.exists()
        assert not part.exists()


def test_a_run_that_waited_begins_when_it_has_the_project(project: Project) -> None:
    moments = iter([NOON, NOON + timedelta(minutes=5), NOON + timedelta(minutes=6)])
    with running(Run(project, now=lambda: next(moments)), "run") as run:
        assert run.started_at == NOON + timedelta(minutes=5)
