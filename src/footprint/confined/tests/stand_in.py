"""What the tests run apart: it does as its argument says."""

import os
import socket
import sys
import time
from pathlib import Path

from footprint.confined.running import live


def work(arguments: list[str], data: bytes) -> bytes:
    [what] = arguments
    if what == "sleep":
        time.sleep(60)
    if what == "burn":
        while True:
            pass
    if what == "write":
        Path("left-behind").write_bytes(b"x")
    if what == "memory":
        return bytes(2 * 1024**3)
    if what == "secrets":
        return repr(dict(os.environ)).encode()
    if what == "sockets":
        return str(len([socket.socket() for _ in range(200)])).encode()
    print("a library that chats")  # noqa: T201 - it must not spoil the answer
    return what.encode() + b":" + data


if __name__ == "__main__":
    live(work, sys.argv[1:], 10)
