"""Servers that say https and cannot keep it."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from flows.fetch import FetchRequest, FetchResult, FetchRules, fetch_all

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        yield server


def own_certificate(folder: Path) -> Path:
    """A certificate that nobody but its maker vouches for, with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "news.example")])
    now = datetime.now(UTC)
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    builder = builder.serial_number(1).not_valid_before(now).not_valid_after(now + timedelta(days=1))
    certificate = builder.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)
    unlocked = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file = folder / "own.pem"
    file.write_bytes(certificate + unlocked)
    return file


def fetched(listener: socket.socket, timeout_s: float = 30) -> FetchResult:
    results: list[FetchResult] = []
    place = {"news.example": f"127.0.0.1:{listener.getsockname()[1]}"}
    rules = FetchRules(
        "t", 1_000, timeout_s=timeout_s, host_delay_s=0, allow_networks=("127.0.0.1/32",), connect_to=place
    )
    fetch_all([FetchRequest("k", "https://news.example/")], rules, results.append, lambda: NOW)
    return results[0]


def test_a_certificate_that_nobody_vouches_for_is_not_trusted(listener: socket.socket, tmp_path: Path) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(own_certificate(tmp_path))

    def serve() -> None:
        with suppress(OSError):
            context.wrap_socket(listener.accept()[0], server_side=True)

    threading.Thread(target=serve, daemon=True).start()
    result = fetched(listener)
    assert (result.outcome, result.status) == ("unreachable", None)
    assert str(result.error).startswith("certificate not trusted: ")


def test_a_server_that_speaks_plainly_on_a_secure_port_gives_no_secure_connection(listener: socket.socket) -> None:
    def serve() -> None:
        with suppress(OSError):
            caller, _ = listener.accept()
            caller.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
            caller.recv(1_000)

    threading.Thread(target=serve, daemon=True).start()
    result = fetched(listener)
    assert result.outcome == "unreachable"
    assert str(result.error).startswith("no secure connection: ")


def test_a_server_that_never_shakes_hands_times_out(listener: socket.socket) -> None:
    result = fetched(listener, timeout_s=0.3)
    assert (result.outcome, result.error) == ("unreachable", "timed out after 0.3 s")
