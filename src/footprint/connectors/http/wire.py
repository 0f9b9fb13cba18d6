"""
The socket: connects to addresses that were checked, and never outlives the deadline.

The client's own time limits start again with every byte, so a server that sends one header
byte a second holds a worker for hours. Here every single read gets only what is left.
"""

import ssl
import time
from collections.abc import Callable, Iterable
from typing import Any

import httpcore2
import httpx2

_CONNECT_SECONDS = 10.0  # for one of several addresses, so that a dead first leaves time for more

SocketOption = (
    tuple[int, int, int] | tuple[int, int, bytes | bytearray] | tuple[int, int, None, int]
)


class Deadline:
    """So many seconds from now, all told: look-up, connecting, redirects and the body."""

    def __init__(self, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._end = clock() + seconds

    def left(self) -> float:
        """
        Seconds left, more than 0.

        Raises:
            httpcore2.ReadTimeout: none are left.
        """
        left = self._end - self._clock()
        if left <= 0:
            raise httpcore2.ReadTimeout("deadline")
        return left


class _TimedStream(httpcore2.NetworkStream):
    """A stream whose every step is given only the time that is left."""

    def __init__(self, stream: httpcore2.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        secured = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left())
        return _TimedStream(secured, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class _PinnedBackend(httpcore2.NetworkBackend):
    """Connects to the checked addresses whatever name it is given, and looks nothing up."""

    def __init__(self, addresses: tuple[str, ...], deadline: Deadline) -> None:
        self._addresses = addresses
        self._deadline = deadline
        self._sockets = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[SocketOption] | None = None,
    ) -> httpcore2.NetworkStream:
        trouble: Exception = httpcore2.ConnectError("no address")
        for address in self._addresses:
            seconds = min(self._deadline.left(), _CONNECT_SECONDS)
            try:
                stream = self._sockets.connect_tcp(address, port, seconds)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                trouble = error
            else:
                return _TimedStream(stream, self._deadline)
        raise trouble


class PinnedTransport(httpx2.HTTPTransport):
    """
    The client's own transport over our sockets.

    The name still goes into the Host header and the TLS handshake, so the certificate is
    checked against the name and virtual hosts work. One transport serves one hop: a kept
    connection could otherwise serve a name that was never checked.
    """

    def __init__(self, addresses: tuple[str, ...], deadline: Deadline, tls: ssl.SSLContext) -> None:
        super().__init__(verify=tls, trust_env=False)
        self._pool = httpcore2.ConnectionPool(
            ssl_context=tls, network_backend=_PinnedBackend(addresses, deadline)
        )
