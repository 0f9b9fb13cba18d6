"""What every test can ask for: the cast of people, and a client that inspects each page."""

from collections.abc import Iterator

import pytest
from django.utils import translation
from pytest_socket import socket_allow_hosts

from tests.cast import Cast, make_cast


def pytest_runtest_setup() -> None:
    """A test that reaches beyond this machine fails: no test may need the network."""
    socket_allow_hosts(["127.0.0.1", "localhost", "::1"], allow_unix_socket=True)


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    """A page in Welsh leaves its language with the thread; the next test must not find it."""
    yield
    translation.deactivate()


@pytest.fixture
def cast(db: None) -> Cast:
    """Oakfield Primary's people, the trust's lead, and a stranger."""
    return make_cast()
