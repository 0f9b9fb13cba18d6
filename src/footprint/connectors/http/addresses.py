"""
Which addresses may be asked.

An address typed by a person, or sent by a redirect, could point into the school's own network
or at the machine's own services. Python's `is_global` alone lets through multicast, loopback
wrapped in NAT64 or 6to4, and 192.0.0.192, hence our own list: everything not listed as public
is refused.

Source: IANA special-purpose address registries for IPv4 and IPv6.
"""

import queue
import re
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network

import httpx2

from footprint.connectors.base import ConnectorError

Resolver = Callable[[str, int, float], tuple[str, ...]]

_LONGEST = 2_000  # characters of an address; longer ones are attacks or mistakes
_PORTS = {"http": 80, "https": 443}
_ODD = re.compile(r"[\x00-\x20\x7f\\]")  # readers disagree on these; so none may be there
_HOST = re.compile(r"(?=.{1,253}\Z)(?!-)[a-z0-9_-]{1,63}(?:\.(?!-)[a-z0-9_-]{1,63})*\Z")

_NOT_PUBLIC_4 = tuple(
    ip_network(block)
    for block in (
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",  # carrier NAT, and one cloud's metadata service
        "127.0.0.0/8",
        "168.63.129.16/32",  # publicly numbered, yet answers only inside one cloud
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.0.0/24",  # holds another cloud's metadata service
        "192.0.2.0/24",
        "192.31.196.0/24",
        "192.52.193.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "192.175.48.0/24",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",
        "240.0.0.0/4",
    )
)
_PUBLIC_6 = IPv6Network("2000::/3")  # the only part of IPv6 given out to the public so far
_NOT_PUBLIC_6 = tuple(
    ip_network(block)
    for block in (
        "2001::/23",  # Teredo, ORCHID, benchmarking: tunnels and tests
        "2001:db8::/32",
        "2002::/16",  # 6to4 wraps an IPv4 address, 127.0.0.1 too
        "2620:4f:8000::/48",
        "3fff::/20",
    )
)


@dataclass(frozen=True)
class Guard:
    """
    What may be asked besides the public web.

    Args:
        allowed_private: "host:port" as written in the address, for feeds that tests serve on
            this machine. Empty in a school: every entry is a hole in the wall.
    """

    allowed_private: frozenset[str] = frozenset()

    def allows(self, host: str, port: int) -> bool:
        """True for a place that a test opened by name."""
        return f"{host}:{port}" in self.allowed_private


@dataclass(frozen=True)
class Target:
    """An address that was parsed and checked. `addresses` are the only ones to connect to."""

    url: httpx2.URL
    host: str
    port: int
    addresses: tuple[str, ...]

    @property
    def origin(self) -> tuple[str, str, int]:
        """Secrets sent to one origin are never sent to another."""
        return (self.url.scheme, self.host, self.port)


def parse(address: str, *, guard: Guard) -> tuple[httpx2.URL, str, int]:
    """
    Take an address apart with the very parser the client uses, so that both read it alike.

    Raises:
        ConnectorError: permanent, with a sentence on what to write instead.
    """
    if len(address) > _LONGEST or _ODD.search(address):
        raise _refused("holds spaces or odd characters, or is too long. Copy it again")
    try:
        url = httpx2.URL(address)
        host = url.raw_host.decode("ascii")
    except (httpx2.InvalidURL, UnicodeError, ValueError, TypeError):
        raise _refused("cannot be read. Copy it again from the browser") from None

    if url.scheme not in _PORTS:
        raise _refused("must begin with http:// or https://")
    if url.userinfo:
        raise _refused("holds a user name or password. Use one that opens without signing in")
    if ":" not in host and not _HOST.match(host):
        raise _refused("has no proper site name. Copy it again from the browser")

    port = _PORTS[url.scheme] if url.port is None else url.port
    if port not in _PORTS.values() and not guard.allows(host, port):
        raise _refused("uses an unusual port. Only ordinary web addresses can be read")
    return url, host, port


def check(address: str, *, guard: Guard, resolve: Resolver, seconds: float) -> Target:
    """
    Say where an address leads, once, and refuse what is not public.

    The caller must connect to `Target.addresses` and look nothing up again: a second look-up
    may answer differently, and that is how a public name turns into 127.0.0.1.

    Raises:
        ConnectorError: permanent for an address that must not be asked; not permanent when
            the name could not be looked up.
    """
    url, host, port = parse(address, guard=guard)
    addresses = resolve(host, port, seconds)
    if not addresses:
        raise _unknown(host)
    if not guard.allows(host, port) and not all(is_public(each) for each in addresses):
        raise ConnectorError(
            f"{host} is not on the public web, so Footprint does not read it. "
            "Use the public address of the page or feed.",
            permanent=True,
        )
    return Target(url, host, port, addresses)


def is_public(address: str) -> bool:
    """True for an IP address that belongs to the public internet by our own list."""
    try:
        number = ip_address(address)
    except ValueError:
        return False
    if isinstance(number, IPv4Address):
        return number.is_global and not _within(number, _NOT_PUBLIC_4)
    if number.scope_id is not None or number not in _PUBLIC_6:
        return False
    return number.is_global and not _within(number, _NOT_PUBLIC_6)


def system_resolver(host: str, port: int, seconds: float) -> tuple[str, ...]:
    """
    Ask the machine's own resolver, but not for ever: `getaddrinfo` knows no time limit.

    Raises:
        ConnectorError: no such name, or no answer within so many seconds.
    """
    answers: queue.SimpleQueue[tuple[str, ...]] = queue.SimpleQueue()

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError):
            answers.put(())
        else:
            answers.put(tuple(dict.fromkeys(str(entry[4][0]) for entry in found)))

    threading.Thread(target=ask, name="look-up", daemon=True).start()
    try:
        return answers.get(timeout=max(seconds, 0.0))
    except queue.Empty:
        raise _unknown(host) from None


def _within(number: IPv4Address | IPv6Address, blocks: tuple[object, ...]) -> bool:
    return any(number in block for block in blocks)  # type: ignore[operator]


def _refused(reason: str) -> ConnectorError:
    return ConnectorError(f"This address {reason}.", permanent=True)


def _unknown(host: str) -> ConnectorError:
    return ConnectorError(
        f"The site {host} could not be found. Check the spelling of the address; "
        "if it is right, Footprint will try again later."
    )
