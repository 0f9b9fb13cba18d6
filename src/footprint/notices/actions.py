"""
Queue a message with the change that causes it; lease, send and only then mark it.

Marking before sending loses messages when a process is killed between the two. Leasing repeats
one, at worst, and under the same Message-ID, so that the reader's mail program folds the two.
"""

import hashlib
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import F

from footprint.notices.models import Notice
from footprint.worker.failpoints import failpoint

LEASE = timedelta(minutes=2)
TRIES = 8


def queue(
    *, key: str, to: str, subject: str, body: str, now: datetime, school_id: int | None = None
) -> bool:
    """
    Put a message into the outbox, once for each key.

    Returns:
        False when a message with this key was already there.
    """
    _, made = Notice.objects.get_or_create(
        key=key,
        defaults={
            "to": to,
            "subject": _one_line(subject),
            "body": body,
            "created_at": now,
            "school_id": school_id,
        },
    )
    return made


def _one_line(subject: str) -> str:
    """A line break in a subject would let a text write mail headers of its own."""
    return " ".join(subject.split())[:200]


def send_next(*, now: datetime) -> Notice | None:
    """
    Lease the oldest waiting message, send it, mark it.

    Returns:
        the message that was tried, or None when nothing is waiting. A message that fails waits a
        little longer each time and is parked after `TRIES`; it never holds up the others.
    """
    notice = Notice.objects.waiting(now=now).first()
    if notice is None or not _lease(notice, now=now):
        return None
    failpoint("notices.leased")
    try:
        _email(notice).send()
    except (OSError, ValueError) as error:  # smtplib's errors are OSErrors
        _put_off(notice, error, now=now)
        return notice
    failpoint("notices.sent")
    Notice.objects.filter(pk=notice.pk).update(sent_at=now, lease_until=None, trouble="")
    return notice


def _lease(notice: Notice, *, now: datetime) -> bool:
    """Compare and set: of two workers at once, one gets it."""
    mine = Notice.objects.waiting(now=now).filter(pk=notice.pk)
    return bool(mine.update(lease_until=now + LEASE, tries=F("tries") + 1))


def _email(notice: Notice) -> EmailMessage:
    host = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].rstrip(">")
    name = hashlib.sha256(f"{notice.key}|{notice.to}".encode()).hexdigest()[:32]
    return EmailMessage(
        subject=notice.subject,
        body=notice.body,
        to=[notice.to],
        headers={"Message-ID": f"<{name}@{host}>", "Auto-Submitted": "auto-generated"},
    )


def _put_off(notice: Notice, error: Exception, *, now: datetime) -> None:
    tries = notice.tries + 1
    same = Notice.objects.filter(pk=notice.pk)
    trouble = f"{type(error).__name__}: {error}"[:500]
    if tries >= TRIES:
        same.update(parked_at=now, lease_until=None, trouble=trouble)
    else:
        same.update(lease_until=now + timedelta(minutes=2**tries), trouble=trouble)
