"""A user's own SQL may ask anything of the published copy, and do nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb
import pyarrow as pa
import pytest

from tests.warehouse import worlds
from warehouse.errors import QueryRefused, WarehouseBroken
from warehouse.outbox import NewAlert, write_alerts
from warehouse.questions import answer


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """A published copy of the good world, beside a file that must stay out of reach."""
    (tmp_path / "secret.csv").write_text("word\nsesame\n")
    target = tmp_path / "published.duckdb"
    shutil.copyfile(worlds.good_file(), target)
    told = NewAlert("alert-1", "machines", "Machines", "each", "desk", worlds.on(2), "News", "A text.", worlds.at(3))
    with duckdb.connect(target) as connection:
        write_alerts(connection, [(told, ["quake"])])
    target.chmod(0o444)
    return target


REFUSED = {
    "read a file": [
        "from '{folder}/secret.csv'", "from read_csv('{folder}/secret.csv')", "from read_text('{folder}/secret.csv')",
        "from read_blob('{folder}/secret.csv')", "from glob('{folder}/*')", "from read_parquet('{folder}/x.parquet')",
        "from sniff_csv('{folder}/secret.csv')", "from read_text('https://x.example/')", "import database '{folder}'",
        "create temp table t (word text); copy t from '{folder}/secret.csv'",
    ],
    "attach": ["attach '{folder}/other.duckdb' as other", "attach ':memory:' as other", "attach 'x' (type sqlite)"],
    "copy to a file": [
        "copy (select 1) to '{folder}/out.csv'", "copy articles to '{folder}/out.parquet'",
        "export database '{folder}/out'",
    ],
    "set": [
        "set enable_external_access = true", "reset enable_external_access", "set lock_configuration = false",
        "set threads = 64", "set timezone = 'Asia/Tokyo'", "pragma memory_limit = '1TB'",
    ],
    "install": ["install httpfs", "force install httpfs", "load httpfs", "load '{folder}/x.duckdb_extension'"],
    "write": [
        "insert into ops.settings values ('a', 'b')", "delete from facts.articles", "drop view articles",
        "update ops.settings set value = 'x'", "create table t (a int)", "truncate facts.articles",
        "create or replace view articles as select 1",
        "alter table facts.articles add column x int", "comment on table facts.articles is 'mine'",
        "merge into ops.settings using (select 1) on false when not matched then insert values ('a', 'b')",
        "begin; delete from facts.articles; commit", "create secret (type s3, key_id 'x', secret 'y')",
    ],
}  # fmt: skip


@pytest.mark.parametrize("deed", REFUSED)
def test_a_users_sql_cannot(deed: str, published: Path) -> None:
    before = published.read_bytes()
    beside = sorted(path.name for path in published.parent.iterdir())
    for sql in REFUSED[deed]:
        with pytest.raises(QueryRefused) as refusal:
            answer(published, sql.format(folder=published.parent))
        assert "sesame" not in str(refusal.value)
    assert published.read_bytes() == before
    assert sorted(path.name for path in published.parent.iterdir()) == beside


def test_a_users_sql_cannot_reach_the_values_of_the_program(published: Path) -> None:
    for name in ("published", "sql", "connection", "_CLOSED"):
        with pytest.raises(QueryRefused, match=name):
            answer(published, f"from {name}")


def test_a_users_sql_may_ask_every_view(published: Path) -> None:
    views = answer(published, "select view_name from duckdb_views() where not internal and schema_name = 'main'")
    assert views.num_rows > 20
    for name in views.column(0).to_pylist():
        assert answer(published, f"from {name}").num_rows > 0, name


def test_of_several_statements_the_last_ones_result_is_given(published: Path) -> None:
    assert answer(published, "select 1 as a; select 2 as b") == pa.table({"b": pa.array([2], pa.int32())})


def test_temporary_tables_are_the_users_own(published: Path) -> None:
    assert answer(published, "create temp table mine as select 1 as a; from mine").to_pylist() == [{"a": 1}]


def test_moments_are_in_utc(published: Path) -> None:
    assert answer(published, "select current_setting('timezone') as zone").to_pylist() == [{"zone": "UTC"}]


@pytest.mark.parametrize("sql", ["", " ; ", "-- only a comment"])
def test_sql_without_a_statement_says_so(published: Path, sql: str) -> None:
    with pytest.raises(QueryRefused, match="no statement"):
        answer(published, sql)


def test_sql_that_does_not_run_gives_duckdbs_words(published: Path) -> None:
    with pytest.raises(QueryRefused, match="frm"):
        answer(published, "frm articles")


def test_a_warehouse_that_is_not_published_yet_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(WarehouseBroken, match="dateline run"):
        answer(tmp_path / "missing.duckdb", "from articles")
