"""WARC files of others: read to the end, whatever is wrong on the way."""

from __future__ import annotations

import gzip
import io
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from warehouse import warc_files
from warehouse.warc_files import Damaged, Other, Stored, read_warc


def record(
    number: int, body: bytes = b"", headers: tuple[tuple[str, str], ...] = (), kind: str = "response", *, packed: bool
) -> bytes:
    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=packed)
    http = StatusAndHeaders("200 OK", [("Content-Type", "text/html"), *headers], protocol="HTTP/1.1")
    writer.write_record(
        writer.create_warc_record(
            f"https://quay.example/{number}", kind, payload=io.BytesIO(body or b"<p>tide %d</p>" % number * 40),
            http_headers=http, warc_headers_dict={"WARC-Date": "2026-03-02T08:00:00Z"},
        )
    )  # fmt: skip
    return stream.getvalue()


@pytest.fixture(params=[True, False], ids=["packed", "plain"])
def packed(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


def found(tmp_path: Path, content: bytes, max_bytes: int = 1_000_000) -> list[Stored | Damaged | Other]:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(content)
    return list(read_warc(path, max_bytes))


def numbers(records: list[Stored | Damaged | Other]) -> list[str]:
    return [one.url.rpartition("/")[2] if isinstance(one, Stored) else type(one).__name__ for one in records]


def test_every_response_is_read_with_its_moment_headers_and_body(tmp_path: Path, packed: bool) -> None:
    (first, other, second) = found(
        tmp_path,
        record(1, packed=packed) + record(2, kind="request", packed=packed) + record(3, packed=packed),
    )
    assert isinstance(first, Stored)
    assert (first.url, first.status, first.reason) == ("https://quay.example/1", 200, "OK")
    assert first.at == datetime(2026, 3, 2, 8, tzinfo=UTC)
    assert first.content == b"<p>tide 1</p>" * 40
    assert ("Content-Type", "text/html") in first.headers
    assert other == Other("request")
    assert isinstance(second, Stored)


@pytest.mark.parametrize("coding", ["gzip", "chunked"])
def test_bodies_are_decoded_as_they_travelled(tmp_path: Path, packed: bool, coding: str) -> None:
    plain = b"<p>high tide</p>" * 100
    sent = gzip.compress(plain) if coding == "gzip" else b"%x\r\n%b\r\n0\r\n\r\n" % (len(plain), plain)
    header = ("Content-Encoding", "gzip") if coding == "gzip" else ("Transfer-Encoding", "chunked")
    (one,) = found(tmp_path, record(1, sent, (header,), packed=packed))
    assert isinstance(one, Stored)
    assert one.content == plain


def test_a_damaged_record_is_named_with_its_place_and_costs_no_other(tmp_path: Path, packed: bool) -> None:
    records = [record(number, packed=packed) for number in range(1, 6)]
    broken = bytearray(records[2])
    broken[:40] = b"x" * 40
    here = len(records[0]) + len(records[1])
    result = found(tmp_path, b"".join([records[0], records[1], bytes(broken), records[3], records[4]]))
    assert [number for number in numbers(result) if number != "Damaged"] == ["1", "2", "4", "5"]
    assert [one.offset for one in result if isinstance(one, Damaged)] == [here]


def test_a_member_that_cannot_be_unpacked_costs_its_own_record_only(tmp_path: Path) -> None:
    records = [record(number, packed=True) for number in range(1, 5)]
    broken = bytearray(records[1])
    broken[60:90] = b"\xff" * 30
    assert numbers(found(tmp_path, records[0] + bytes(broken) + records[2] + records[3])) == ["1", "Damaged", "3", "4"]


def test_a_file_that_is_cut_off_says_so(tmp_path: Path, packed: bool) -> None:
    content = record(1, packed=packed) + record(2, packed=packed)
    result = found(tmp_path, content[:-60])
    assert numbers(result) == ["1", "Damaged"]
    assert isinstance(result[1], Damaged)
    assert "ends inside a record" in result[1].reason


def test_a_file_packed_as_a_whole_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = gzip.compress(b"".join(record(number, packed=False) for number in range(1, 5)))
    assert numbers(found(tmp_path, content)) == ["1", "2", "3", "4"]
    monkeypatch.setattr(warc_files, "_MAX_RECORD", 1_500)
    assert numbers(found(tmp_path, content)) == ["1", "2", "3", "4"]
    assert numbers(found(tmp_path, content[:-100]))[-1] == "Damaged"


def test_what_is_larger_than_agreed_is_passed_over(
    tmp_path: Path, packed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    bomb = record(1, gzip.compress(bytes(3_000_000)), (("Content-Encoding", "gzip"),), packed=packed)
    assert numbers(found(tmp_path, bomb + record(2, packed=packed))) == ["Other", "2"]
    monkeypatch.setattr(warc_files, "_MAX_RECORD", 3_000)
    large = record(1, b"y" * 5_000, packed=False) + record(2, packed=False)
    assert numbers(found(tmp_path, large)) == ["Damaged", "2"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(content=st.binary(max_size=300), place=st.integers(0, 400))
def test_no_bytes_stop_the_reading(tmp_path: Path, packed: bool, content: bytes, place: int) -> None:
    whole = record(1, packed=packed) + record(2, packed=packed)
    for one in found(tmp_path, whole[:place] + content + whole[place:]):
        assert isinstance(one, Stored | Damaged | Other)
