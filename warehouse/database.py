"""One DuckDB file: opened for writing by one process, briefly; read through its published copy by everyone."""

from __future__ import annotations

import hashlib
import re
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb
from filelock import FileLock, Timeout

from warehouse.article_days import follow_articles
from warehouse.errors import WarehouseBroken, WarehouseBusy
from warehouse.publish import publish
from warehouse.recovery import is_broken_log, set_log_aside
from warehouse.statements import names_in, statement

if TYPE_CHECKING:
    import polars as pl

Parameters = Mapping[str, Any]
Rows = list[dict[str, Any]]

_HOLDER = re.compile(r"\(PID (\d+)\)")
_LOCKED = "Could not set lock on file"  # DuckDB's words; "lock" alone may stand in the path


class Warehouse:
    """A warehouse file and its published copy. Making one touches nothing."""

    def __init__(self, path: Path, published: Path, timezone: str = "UTC", patience_s: float = 30.0) -> None:
        self.path = path
        self.published = published
        self.timezone = timezone
        self.patience_s = patience_s

    @contextmanager
    def writing(self, *, publishing: bool = True) -> Iterator[duckdb.DuckDBPyConnection]:
        """A connection that may write, migrated; closed and published on leaving.

        Raises WarehouseBusy when another process keeps the file longer than `patience_s`, WarehouseBroken when it
        cannot be opened. Only one process writes at a time: the lock is held until the copy is published, because a
        file that is being copied must not change.
        """
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self._lock():
            connection = _connect(self.path, self.patience_s)
            try:
                migrate(connection, self.timezone)
                yield connection
            finally:
                connection.close()
            if publishing:
                publish(self.path, self.published)

    @contextmanager
    def resting(self) -> Iterator[None]:
        """The file whole, closed and without a log beside it, for as long as the block lasts: to be copied.

        Raises as `writing` does.
        """
        with self._lock():
            connection = _connect(self.path, self.patience_s)
            try:
                connection.execute("checkpoint")
            finally:
                connection.close()
            yield

    @contextmanager
    def _lock(self) -> Iterator[None]:
        lock = FileLock(f"{self.path}.lock", timeout=self.patience_s)
        try:
            lock.acquire()
        except Timeout:
            raise WarehouseBusy(_busy(self.path, _refusal(self.path))) from None
        except OSError as error:
            raise WarehouseBroken(f"the folder of {self.path} cannot be written: {error.strerror or error}") from error
        try:
            yield
        finally:
            lock.release()

    def ask(self, name: str, parameters: Parameters | None = None) -> Rows:
        """The rows of sql/questions/NAME.sql over the published copy; [] where nothing is published yet."""
        if not self.published.exists():
            return []
        with self._reading() as connection:
            try:
                return ask(connection, name, parameters)
            except (duckdb.CatalogException, duckdb.BinderException) as error:
                raise WarehouseBroken(
                    f"the published copy {self.published} is of another version of Dateline; `dateline analyse` makes "
                    f"it again ({_first_line(error)})"
                ) from error

    def ask_frame(self, name: str, parameters: Parameters) -> pl.DataFrame:
        """The same rows as a frame. There must be a published copy."""
        with self._reading() as connection:
            return connection.sql(statement("questions", name), params=dict(parameters)).pl()

    @contextmanager
    def snapshot(self) -> Iterator[Warehouse]:
        """What is published at this moment, to ask many questions of one state; itself where nothing is published.

        It is opened once. In this process, what is published later is seen when the block has ended.
        """
        if not self.published.exists():
            yield self
            return
        with self._reading() as connection:
            yield _Snapshot(self, connection)

    @contextmanager
    def _reading(self) -> Iterator[duckdb.DuckDBPyConnection]:
        connection = duckdb.connect(str(self.published), read_only=True)
        try:
            connection.execute("set timezone = 'UTC'")  # else moments would come in the machine's zone
            yield connection
        finally:
            connection.close()


class _Snapshot(Warehouse):
    """A warehouse that is asked over one open connection."""

    def __init__(self, warehouse: Warehouse, connection: duckdb.DuckDBPyConnection) -> None:
        super().__init__(warehouse.path, warehouse.published, warehouse.timezone, warehouse.patience_s)
        self._connection = connection

    @contextmanager
    def _reading(self) -> Iterator[duckdb.DuckDBPyConnection]:
        yield self._connection


def _connect(path: Path, patience_s: float) -> duckdb.DuckDBPyConnection:
    until = time.monotonic() + patience_s
    while True:
        try:
            return _configured(duckdb.connect(str(path)))
        except duckdb.Error as error:
            if is_broken_log(error) and set_log_aside(path, error):
                continue
            if _LOCKED not in str(error):
                raise WarehouseBroken(f"the warehouse {path} cannot be opened: {_first_line(error)}") from error
            if time.monotonic() >= until:
                raise WarehouseBusy(_busy(path, str(error))) from error
            time.sleep(0.1)


def _configured(connection: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    for setting in (
        "set timezone = 'UTC'",
        "set autoinstall_known_extensions = false",
        "set preserve_insertion_order = true",
    ):
        connection.execute(setting)
    return connection


def _busy(path: Path, message: str) -> str:
    """What to tell the user when DuckDB says that another process has the file."""
    holder = _HOLDER.search(message)
    who = f"process {holder.group(1)}" if holder else "another process"
    return f"the warehouse {path} is open in {who}; wait for it or close it (the published copy is always free to read)"


def _refusal(path: Path) -> str:
    """DuckDB's words on who has the file; "" where nobody has it open at this moment."""
    try:
        duckdb.connect(str(path), read_only=True).close()
    except duckdb.Error as error:
        return str(error)
    return ""


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0] if str(error) else type(error).__name__


def ask(connection: duckdb.DuckDBPyConnection, name: str, parameters: Parameters | None = None) -> Rows:
    """The rows of sql/questions/NAME.sql as dictionaries."""
    return rows_of(connection.execute(statement("questions", name), dict(parameters or {})))


def rows_of(answer: duckdb.DuckDBPyConnection) -> Rows:
    """All rows of an executed query as dictionaries by column."""
    columns: Sequence[str] = [column[0] for column in answer.description or ()]
    return [dict(zip(columns, row, strict=True)) for row in answer.fetchall()]


@contextmanager
def transaction(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """All or nothing."""
    connection.execute("begin")
    try:
        yield
    except BaseException:
        connection.execute("rollback")
        raise
    connection.execute("commit")


def migrate(connection: duckdb.DuckDBPyConnection, timezone: str) -> None:
    """Bring the file to this version's schema: pending migrations, then the views, then the zone of its days.

    Each migration is one transaction. A file of a later version is refused with WarehouseBroken.
    """
    done = _applied(connection)
    known = names_in("schema")
    unknown = sorted(done - set(known))
    if unknown:
        raise WarehouseBroken(
            f"the warehouse was made by a later version of Dateline (it has {unknown[0]}); install that version"
        )
    pending = [name for name in known if name not in done]
    for name in pending:
        _apply(connection, name)
    changed = _make_views(connection)
    _set_zone(connection, timezone)
    if pending or changed:
        connection.execute("checkpoint")  # replaying DDL from a write-ahead log has had bugs: keep none there


def _applied(connection: duckdb.DuckDBPyConnection) -> set[str]:
    found = connection.execute(
        "select 1 from duckdb_tables() "
        "where database_name = current_database() and schema_name = 'ops' and table_name = 'migrations'"
    ).fetchall()
    return {row[0] for row in connection.execute("select name from ops.migrations").fetchall()} if found else set()


def _apply(connection: duckdb.DuckDBPyConnection, name: str) -> None:
    with transaction(connection):
        connection.execute(statement("schema", name))
        connection.execute(
            "insert into ops.migrations values (?, ?, ?)",
            [int(name.split("_", maxsplit=1)[0]), name, datetime.now(UTC)],
        )


def _make_views(connection: duckdb.DuckDBPyConnection) -> bool:
    """Make all views and macros again when their texts have changed; says whether they had."""
    digest = _digest_of_views()
    if _setting(connection, "views") == digest:
        return False
    with transaction(connection):
        for text in views_and_macros():
            connection.execute(text)
        save_setting(connection, "views", digest)
    return True


@cache
def _digest_of_views() -> str:
    return hashlib.sha256("\n".join(views_and_macros()).encode()).hexdigest()


def views_and_macros() -> list[str]:
    """The texts of all views and macros, each behind those that it asks: DuckDB looks for these as it makes one."""
    views = [statement("views", name) for name in names_in("views")]
    texts = {name: statement("macros", name) for name in names_in("macros")}
    for_views = [name for name in texts if _names(name, views)]
    for_macros = [name for name in texts if name not in for_views and _names(name, texts.values())]
    others = [name for name in texts if name not in for_views + for_macros]
    return [texts[name] for name in for_views] + views + [texts[name] for name in for_macros + others]


def _names(macro: str, texts: Iterable[str]) -> bool:
    call = f"main.{macro}("
    return any(call in text.replace(f"macro {call}", "") for text in texts)


def _set_zone(connection: duckdb.DuckDBPyConnection, timezone: str) -> None:
    """Days are cut in this zone: when it changes, every article's day is cut again and every day is touched."""
    if _setting(connection, "timezone") == timezone:
        return
    with transaction(connection):
        save_setting(connection, "timezone", timezone)
        connection.execute(statement("maintenance", "cut_days_again"))
        follow_articles(connection)


def _setting(connection: duckdb.DuckDBPyConnection, name: str) -> str | None:
    found = connection.execute("select value from ops.settings where name = ?", [name]).fetchall()
    return str(found[0][0]) if found else None


def save_setting(connection: duckdb.DuckDBPyConnection, name: str, value: str) -> None:
    """Remember a value under a name."""
    connection.execute("delete from ops.settings where name = ?", [name])
    connection.execute("insert into ops.settings values (?, ?)", [name, value])
