"""Servers on this machine that answer with exactly the bytes a test wants, then hang up."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

Answer = Callable[[socket.socket], None]


@dataclass
class RawServer:
    """Where it listens, and the requests it has read."""

    port: int
    requests: list[str] = field(default_factory=list)

    @property
    def place(self) -> str:
        """As the guard's list wants it."""
        return f"localhost:{self.port}"

    def url(self, path: str = "/") -> str:
        """The address of a path on this server."""
        return f"http://{self.place}{path}"


@contextmanager
def raw_server(*answers: Answer) -> Iterator[RawServer]:
    """Serve one answer per connection, in this order; the last one again and again."""
    listener = socket.create_server(("127.0.0.1", 0))
    server = RawServer(listener.getsockname()[1])
    threads = [threading.Thread(target=_serve, args=(listener, server, answers), daemon=True)]
    threads[0].start()
    try:
        yield server
    finally:
        listener.shutdown(socket.SHUT_RDWR)  # wakes `accept`
        listener.close()
        threads[0].join(timeout=10)


def says(*pieces: bytes) -> Answer:
    """Send these bytes and hang up."""

    def answer(connection: socket.socket) -> None:
        for piece in pieces:
            connection.sendall(piece)

    return answer


def drips(first: bytes, drop: bytes) -> Answer:
    """Send a start, then one drop after the other until the other side has gone."""

    def answer(connection: socket.socket) -> None:
        connection.sendall(first)
        connection.settimeout(0.02)
        while True:
            connection.sendall(drop)
            try:
                if connection.recv(1) == b"":
                    return
            except TimeoutError:
                continue

    return answer


def answer_with(body: bytes, *headers: str, status: str = "200 OK") -> Answer:
    """A proper answer with a body and its length."""
    head = "".join(f"{header}\r\n" for header in headers)
    return says(f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n{head}\r\n".encode() + body)


def redirect_to(address: str) -> Answer:
    """A redirect with no body."""
    return answer_with(b"", f"Location: {address}", status="302 Found")


def _serve(listener: socket.socket, server: RawServer, answers: tuple[Answer, ...]) -> None:
    number = 0
    while True:
        try:
            connection, _ = listener.accept()
        except OSError:
            return
        with connection:
            connection.settimeout(10)
            try:
                request = connection.recv(65_536)
                server.requests.append(request.decode("latin-1"))
                answers[min(number, len(answers) - 1)](connection)
            except OSError:
                pass  # the client hung up first: that is what some tests are about
        number += 1
