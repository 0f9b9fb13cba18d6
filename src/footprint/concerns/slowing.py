"""
Slow a flood of reports without losing one and without knowing who sends it.

A file of its own because it keeps a state, in memory only: how much each sender may still send,
under a hash of the address with a salt of the day. Nothing of it is written anywhere, and the salt
is forgotten at midnight. Each web process counts for itself.
"""

import hashlib
import secrets
import threading
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum

from django.utils import timezone


class Pace(Enum):
    """What to do with one more report from the same sender."""

    TAKE = "take"
    KEEP_APART = "keep apart"  # stored, but shown in a list of its own
    WAIT = "wait"  # not stored; the form says so and keeps what was written


@dataclass
class Slowing:
    """
    A bucket for each sender: full at first, a little comes back every few seconds.

    Args:
        most: how many may come at once.
        apart_below: with fewer left than this a report is kept apart, as a flood would be. A whole
            class behind one address stays above it.
        seconds_for_one: until one more may come.
    """

    most: int = 60
    apart_below: int = 25
    seconds_for_one: float = 4.0
    _day: date | None = None
    _salt: bytes = b""
    _left: dict[bytes, tuple[float, datetime]] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def pace(self, address: str, *, now: datetime) -> Pace:
        """Count one more from this address, and say what to do with it."""
        with self._lock:
            self._begin_day(timezone.localdate(now))
            key = hashlib.sha256(self._salt + address.encode()).digest()
            left, at = self._left.get(key, (float(self.most), now))
            back = max((now - at).total_seconds(), 0) / self.seconds_for_one
            left = min(float(self.most), left + back)
            self._left[key] = (max(left - 1, 0) if left >= 1 else left, now)
        if left < 1:
            return Pace.WAIT
        return Pace.KEEP_APART if left < self.apart_below else Pace.TAKE

    def forget(self) -> None:
        """As after a restart."""
        with self._lock:
            self._day = None

    def _begin_day(self, today: date) -> None:
        if today != self._day:
            self._day, self._salt = today, secrets.token_bytes(32)
            self._left.clear()


REPORTS = Slowing()
READING = Slowing(most=30, apart_below=0, seconds_for_one=5.0)  # looking up receipts
