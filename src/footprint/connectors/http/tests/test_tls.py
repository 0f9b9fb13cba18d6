"""The certificate is checked against the name that was typed, not the address connected to."""

import ssl
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from pytest_httpserver import HTTPServer

from footprint.connectors.base import ConnectorError
from footprint.connectors.http import Guard, GuardedHttp

NAME = "feeds.oakfield.example"
NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for NAME, signed by itself, with its key, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, NAME)])
    today = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(today - timedelta(days=1))
        .not_valid_after(today + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("tls") / "site.pem"
    secret = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    path.write_bytes(made.public_bytes(serialization.Encoding.PEM) + secret)
    return path


@pytest.fixture
def site(certificate: Path) -> Iterator[HTTPServer]:
    """An https server on this machine."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with HTTPServer(host="127.0.0.1", port=0, ssl_context=context) as server:
        server.expect_request("/feed").respond_with_data("hello")
        yield server


def _door(site: HTTPServer, name: str, tls: ssl.SSLContext) -> GuardedHttp:
    return GuardedHttp(
        now=NOW,
        guard=Guard(frozenset({f"{name}:{site.port}"})),
        resolve=lambda *_: ("127.0.0.1",),
        tls=tls,
    )


def test_a_trusted_certificate_for_the_name_opens_the_door(
    site: HTTPServer, certificate: Path
) -> None:
    tls = ssl.create_default_context(cafile=certificate)

    response = _door(site, NAME, tls).get(f"https://{NAME}:{site.port}/feed")

    assert response.body == b"hello"


def test_a_certificate_for_another_name_keeps_it_shut(site: HTTPServer, certificate: Path) -> None:
    tls = ssl.create_default_context(cafile=certificate)

    with pytest.raises(ConnectorError, match="certificate"):
        _door(site, "other.example", tls).get(f"https://other.example:{site.port}/feed")


def test_a_certificate_nobody_vouches_for_keeps_it_shut(site: HTTPServer) -> None:
    with pytest.raises(ConnectorError, match="certificate"):
        _door(site, NAME, ssl.create_default_context()).get(f"https://{NAME}:{site.port}/feed")
