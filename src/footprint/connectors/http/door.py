"""The door: one address in, one bounded answer out, every redirect through the same checks."""

import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

import httpcore2
import httpx2

from footprint.connectors.base import ConnectorError, Response
from footprint.connectors.http.addresses import Guard, Resolver, Target, check, system_resolver
from footprint.connectors.http.unpacking import Damaged, TooLarge, read_body
from footprint.connectors.http.wire import Deadline, PinnedTransport

_MOST_REDIRECTS = 5
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_OURS = {
    "User-Agent": "Footprint (reads public feeds for a school)",
    "Accept": "*/*",
    "Accept-Encoding": "gzip",  # what `unpacking` can bound; nothing else is asked for
}
# Headers that another site may see too. Everything else a caller adds counts as a secret.
_NOT_SECRET = frozenset({"accept", "accept-language", "if-none-match", "if-modified-since"})


def _public_tls() -> ssl.SSLContext:
    return httpx2.create_ssl_context(trust_env=False)


@dataclass(frozen=True)
class GuardedHttp:
    """
    Fetches public addresses only, within a total time and a total size.

    Args:
        now: the time of this run, aware; handed to connectors.
        deadline: seconds for one `get`, all told, redirects included.
        max_bytes: of the unpacked body; a longer one is refused, never cut.
        resolve: looks a name up; tests answer for names that do not exist.
        tls: whom to trust; tests trust a certificate of their own.
    """

    now: datetime
    guard: Guard = field(default_factory=Guard)
    deadline: float = 30.0
    max_bytes: int = 5_000_000
    resolve: Resolver = system_resolver
    tls: ssl.SSLContext = field(default_factory=_public_tls)

    def get(self, address: str, *, headers: Mapping[str, str] | None = None) -> Response:
        """
        Fetch one address.

        Raises:
            ConnectorError: refused, not found, too slow, too large, cut short or redirected in
                circles. Any status but a redirect is an answer and not an error.
        """
        deadline = Deadline(self.deadline)
        wanted = dict(headers or {})
        origin: tuple[str, str, int] | None = None
        for _ in range(_MOST_REDIRECTS + 1):
            with _plain_sentences():
                target = check(
                    address, guard=self.guard, resolve=self.resolve, seconds=deadline.left()
                )
                if origin not in (None, target.origin):
                    wanted = _without_secrets(wanted)
                origin = target.origin
                response = self._one_hop(target, wanted, deadline)
            if response.status not in _REDIRECTS or "location" not in response.headers:
                return response
            address = _next_address(target.url, response.headers["location"])
        raise ConnectorError(
            f"{target.host} sends us from one address to the next without end. Open the address "
            "in a browser and copy the one that it ends on.",
        )

    def _one_hop(self, target: Target, headers: Mapping[str, str], deadline: Deadline) -> Response:
        transport = PinnedTransport(target.addresses, deadline, self.tls)
        with (
            httpx2.Client(transport=transport, trust_env=False, headers=_OURS) as client,
            client.stream("GET", target.url, headers=dict(headers)) as answer,
        ):
            found = {name.lower(): value for name, value in answer.headers.items()}
            body = b""
            if answer.status_code not in _REDIRECTS:
                encoding = found.get("content-encoding", "")
                body = read_body(answer.iter_raw(), encoding=encoding, limit=self.max_bytes)
            return Response(answer.status_code, found, body, str(target.url))


def _without_secrets(headers: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in headers.items() if name.lower() in _NOT_SECRET}


def _next_address(here: httpx2.URL, location: str) -> str:
    try:
        return str(here.join(location))
    except (httpx2.InvalidURL, UnicodeError, ValueError):
        raise ConnectorError(
            f"{here.host} redirects to an address that cannot be read. Open it in a browser and "
            "copy the address that it ends on.",
        ) from None


@contextmanager
def _plain_sentences() -> Iterator[None]:
    """Turn every way a fetch can fail into a sentence; none repeats the address or a header."""
    try:
        yield
    except (httpx2.TimeoutException, httpcore2.TimeoutException):
        raise ConnectorError(
            "The site did not answer in time. Footprint tries again by itself."
        ) from None
    except TooLarge:
        raise ConnectorError(
            "The site sent more than Footprint takes in one go. Look for a feed that lists only "
            "its newest entries.",
        ) from None
    except (Damaged, httpx2.RemoteProtocolError):
        raise ConnectorError(
            "The answer of the site was damaged or cut short, so nothing of it was used. "
            "Footprint tries again by itself."
        ) from None
    except httpx2.ConnectError as error:
        raise ConnectorError(_no_connection(error)) from None
    except (httpx2.HTTPError, httpcore2.NetworkError, UnicodeError, ValueError):
        raise ConnectorError(
            "The connection to the site broke. Footprint tries again by itself."
        ) from None


def _no_connection(error: httpx2.ConnectError) -> str:
    if "certificate" in str(error).lower():
        return (
            "The site's security certificate is not valid for its name, so Footprint does not "
            "trust the answer. Tell whoever runs the site."
        )
    return (
        "No connection to the site could be made. Check the address in a browser; Footprint "
        "tries again by itself."
    )
