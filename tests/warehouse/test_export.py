"""The public views as files by day: what stands in them, what the descriptor says, and what another export changes."""

from __future__ import annotations

import csv
import hashlib
import json
import re
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as pq
import pytest

from tests.warehouse import worlds
from warehouse.errors import WarehouseBusy
from warehouse.export import DESCRIPTOR, Order, OtherFormat, UnknownTable, export

ALL = Order((), None, None, "parquet")


@pytest.fixture
def published() -> Path:
    return worlds.good_file()


def package(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8"))
    return found


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def test_every_row_of_every_public_view_is_in_one_file(published: Path, tmp_path: Path) -> None:
    export(published, tmp_path, ALL)
    with duckdb.connect(str(published), read_only=True) as connection:
        names = connection.execute(
            "select view_name from duckdb_views() where schema_name = 'main' and not internal"
        ).fetchall()
        counts = {name: connection.execute(f"select count(*) from {name}").fetchall()[0][0] for (name,) in names}
    found = {
        resource["name"]: sum(pq.read_metadata(tmp_path / path).num_rows for path in resource["path"])
        for resource in package(tmp_path)["resources"]
    }
    assert {name: found.get(name, 0) for name in counts} == counts
    assert found.keys() <= counts.keys()


def test_a_day_is_a_file_and_a_view_without_days_is_one(published: Path, tmp_path: Path) -> None:
    export(published, tmp_path, Order(("articles", "actors"), None, None, "parquet"))
    assert set(bytes_of(tmp_path)) == {
        DESCRIPTOR, "actors.parquet", "articles/2026-03-01.parquet", "articles/2026-03-02.parquet",
    }  # fmt: skip
    days = pq.read_table(tmp_path / "articles/2026-03-02.parquet")["day"].to_pylist()
    assert set(days) == {date(2026, 3, 2)}


@pytest.mark.parametrize("form", ["parquet", "csv"])
def test_the_descriptor_is_a_data_package_that_is_true(published: Path, tmp_path: Path, form: str) -> None:
    export(published, tmp_path, Order((), None, None, form))
    said = package(tmp_path)
    assert re.fullmatch(r"[-a-z0-9._/]+", said["name"])
    kinds = {"string", "number", "integer", "boolean", "date", "datetime", "array"}
    for resource in said["resources"]:
        assert re.fullmatch(r"[-a-z0-9._/]+", resource["name"])
        assert resource["path"] == [file["path"] for file in resource["files"]] != []
        assert resource["format"] == form
        assert all(field["type"] in kinds and field["description"] for field in resource["schema"]["fields"])
        columns = [field["name"] for field in resource["schema"]["fields"]]
        for file in resource["files"]:
            content = (tmp_path / file["path"]).read_bytes()
            assert (file["bytes"], file["hash"]) == (len(content), f"sha256:{hashlib.sha256(content).hexdigest()}")
            if form == "csv":
                head, *rows = list(csv.reader(content.decode().splitlines(keepends=True)))
                assert (head, len(rows)) == (columns, file["rows"])
            else:
                assert pq.read_schema(tmp_path / file["path"]).names == columns
    listed = {path for resource in said["resources"] for path in resource["path"]}
    assert listed | {DESCRIPTOR} == set(bytes_of(tmp_path))


def test_the_same_export_twice_changes_no_byte(published: Path, tmp_path: Path) -> None:
    first = export(published, tmp_path, ALL)
    before = bytes_of(tmp_path)
    second = export(published, tmp_path, ALL)
    assert (first.changed_count, second.changed_count) == (first.file_count, 0)
    assert bytes_of(tmp_path) == before


def test_days_outside_of_the_order_stay_as_they_are(published: Path, tmp_path: Path) -> None:
    export(published, tmp_path, Order(("articles",), date(2026, 3, 1), date(2026, 3, 1), "parquet"))
    export(published, tmp_path, Order(("articles", "quotes"), date(2026, 3, 2), None, "parquet"))
    (articles, quotes) = package(tmp_path)["resources"]
    assert articles["path"] == ["articles/2026-03-01.parquet", "articles/2026-03-02.parquet"]
    assert quotes["path"] == ["quotes/2026-03-02.parquet"]


def test_what_is_gone_from_the_warehouse_goes_from_the_folder_and_nothing_else(
    good: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    path = Path(
        good.execute("select path from duckdb_databases() where database_name = current_database()").fetchall()[0][0]
    )
    folder = tmp_path / "out"
    order = Order(("articles",), None, None, "parquet")
    good.close()
    export(path, folder, order)
    (folder / "articles" / "notes.txt").write_text("mine", encoding="utf-8")
    with worlds.opened(path) as connection:
        connection.execute("delete from facts.articles where day = date '2026-03-02'")
    export(path, folder, order)
    assert set(bytes_of(folder)) == {DESCRIPTOR, "articles/2026-03-01.parquet", "articles/notes.txt"}


def test_an_export_that_was_ended_has_no_descriptor_and_goes_on(published: Path, tmp_path: Path) -> None:
    order = Order(("actors", "articles", "quotes"), None, None, "parquet")
    whole = tmp_path / "whole"
    export(published, whole, order)

    def end(name: str) -> None:
        if name == "quotes":
            raise KeyboardInterrupt

    folder = tmp_path / "ended"
    with pytest.raises(KeyboardInterrupt):
        export(published, folder, order, end)
    assert not (folder / DESCRIPTOR).exists()
    names: list[str] = []
    export(published, folder, order, names.append)
    assert names == ["quotes"], "actors and articles were finished"
    assert bytes_of(folder) == bytes_of(whole)


@pytest.mark.parametrize("is_ended", [False, True])
def test_a_folder_with_an_export_in_another_format_is_left_as_it_is(
    published: Path, tmp_path: Path, is_ended: bool
) -> None:
    def end(name: str) -> None:
        if is_ended and name == "articles":
            raise KeyboardInterrupt

    with suppress(KeyboardInterrupt):
        export(published, tmp_path, Order(("actors", "articles"), None, None, "csv"), end)
    before = bytes_of(tmp_path)
    with pytest.raises(OtherFormat, match="holds an export as csv; give another folder for parquet"):
        export(published, tmp_path, Order(("actors",), None, None, "parquet"))
    assert bytes_of(tmp_path) == before


def test_of_two_exports_into_one_folder_the_second_says_that_it_is_busy(published: Path, tmp_path: Path) -> None:
    order = Order(("actors",), None, None, "parquet")

    def another(_: str) -> None:
        with pytest.raises(WarehouseBusy, match="another export is writing into"):
            export(published, tmp_path, order)

    export(published, tmp_path, order, another)
    assert set(bytes_of(tmp_path)) == {DESCRIPTOR, "actors.parquet"}


def test_gdelts_views_are_cut_by_their_own_days(published: Path, tmp_path: Path) -> None:
    names = ("gdelt.events", "gdelt.mentions", "gdelt.gkg")
    export(published, tmp_path, Order(names, date(2026, 3, 1), date(2026, 3, 1), "parquet"))
    files = {path for path in bytes_of(tmp_path) if path != DESCRIPTOR}
    assert files == {f"{name}/2026-03-01.parquet" for name in names}
    assert pq.read_schema(tmp_path / "gdelt.events/2026-03-01.parquet").names[-1] == "SOURCEURL"


def test_csv_bears_what_stands_in_texts(good: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    path = Path(
        good.execute("select path from duckdb_databases() where database_name = current_database()").fetchall()[0][0]
    )
    good.execute("update facts.revisions set title = '=1+1, \"x\"\nline' where article_id = 'quake'")
    good.close()
    export(path, tmp_path / "out", Order(("articles",), None, None, "csv"))
    with (tmp_path / "out" / "articles" / "2026-03-01.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["article_id"]: row for row in csv.DictReader(file)}
    assert rows["quake"]["title"] == '\'=1+1, "x"\nline'
    assert rows["quake"]["first_seen_at"] == "2026-03-01T12:00:00Z"
    assert rows["quiz"]["body"] == ""
    assert rows["quake"]["is_suspect"] == "false"


def test_a_table_that_is_no_public_view_is_named(published: Path, tmp_path: Path) -> None:
    with pytest.raises(UnknownTable, match=r"'facts\.events'"):
        export(published, tmp_path, Order(("facts.events",), None, None, "parquet"))
