"""Open an incident: evidence first, then the incident, its first line and its audit event."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction

from footprint.evidence.actions import capture
from footprint.evidence.models import Capture
from footprint.incidents.actions.taking import CannotSee, NotTold, write
from footprint.incidents.actions.telling import tell
from footprint.incidents.circle import find, owners_of, shut_out_by
from footprint.incidents.models import Incident
from footprint.listening.actions import seal_mention
from footprint.listening.models import Mention
from footprint.policies.models import PolicyVersion
from footprint.rulebook.facts import Signal
from footprint.rulebook.terms import SEALED_MATTERS, Matter
from footprint.schools.models import School
from footprint.users.models import User
from footprint.vault.keys import make_key

METHOD_LENGTH = 100


@dataclass(frozen=True)
class CaptureFacts:
    """
    What somebody saw or was told, in words; there is no place for a picture.

    Args:
        author: the name as published; "" where it is not known.
        method: how the words came to us, such as "told by a parent, written down by ...".
    """

    url: str
    author: str
    text: str
    posted_at: datetime | None
    method: str


class AlreadyOpen(Exception):
    """
    An incident about this mention was opened before.

    Args:
        incident: it; ask `seen_by` before showing it to anybody.
    """

    def __init__(self, incident: Incident) -> None:
        super().__init__("An incident about this post was opened already.")
        self.incident = incident


@transaction.atomic
def open_incident(
    *,
    school: School,
    matter: Matter,
    title: str,
    policy_version: PolicyVersion | None,
    owner: User,
    next_date: date,
    by: User,
    now: datetime,
    capture_facts: CaptureFacts | None = None,
    mention: Mention | None = None,
    shut_out: Iterable[User] = (),
    signal: Signal | None = None,
    no_pictures: bool = False,
) -> Incident:
    """
    Open an incident about a mention, or about what somebody told.

    Args:
        title: without names: it is read over shoulders.
        capture_facts, mention: exactly one of the two.
        shut_out: people who are named in it; they see nothing of it from the first moment.
        no_pictures: it is about a nude or sexual image of a child: words only, always.
        signal: kind and flags as a person confirmed them; the assessment starts from them.

    Raises:
        AlreadyOpen: there is an incident about this mention.
        CannotSee: the owner may not see matters of this class, or is shut out.
        ValueError: not exactly one of `capture_facts` and `mention`.
    """
    facts = _facts(capture_facts, mention)
    named = list(shut_out_by(school, users=shut_out))
    if not title.strip():
        raise NotTold("Give the incident a title, without names.")
    _check_owner(school, matter, owner, named)
    if mention is not None:
        _check_is_first(mention)
    key = _key(school, matter, mention)
    incident = _create(
        school=school,
        matter=matter.value,
        seal_key=key,
        no_pictures=no_pictures,
        title=title.strip(),
        capture=_capture(school, facts, by, now, key),
        mention=mention,
        policy_version=policy_version,
        owner=owner,
        next_date=next_date,
        opened_at=now,
        opened_by=by,
        kind=signal.kind.value if signal else "",
        flags=sorted(signal.flags) if signal else [],
    )
    incident.shut_out.set(named)
    details = {"matter": matter.value, "shut_out": sorted(each.pk for each in named)}
    text = f"Opened: {incident.title}"
    write(incident, action="opened", text=text, by=by, now=now, details=details)
    if owner != by:
        _tell_owner(incident, now)
    return incident


def _facts(told: CaptureFacts | None, mention: Mention | None) -> CaptureFacts:
    if told is not None and mention is None:
        return told
    if mention is not None and told is None:
        return facts_of(mention)
    raise ValueError("an incident is about a mention or about something told")


def _tell_owner(incident: Incident, now: datetime) -> None:
    tell(
        incident,
        incident.owner,
        about="opened",
        subject=f"Footprint: incident {incident.pk} is yours",
        sentence=f"Incident {incident.pk} was opened and waits for you.",
        now=now,
    )


def facts_of(mention: Mention) -> CaptureFacts:
    """What there is to capture of a mention; feeds often repeat the title in the text."""
    text = mention.text
    if mention.title and not text.startswith(mention.title):
        text = f"{mention.title}\n\n{text}".strip()
    if mention.source:
        method = f"from the source “{mention.source.label}”"
    elif mention.seen_by_user:
        method = f"reported by {mention.seen_by_user.name}"
    else:
        method = "from a list of posts"
    return CaptureFacts(
        mention.url, mention.author, text, mention.published_at, method[:METHOD_LENGTH]
    )


def _check_owner(school: School, matter: Matter, owner: User, named: list[User]) -> None:
    shut_out = {person.pk for person in named}
    possible = owners_of(school_id=school.pk, matter=matter, shut_out=shut_out)
    if find(possible, owner) is None:
        raise CannotSee(f"{owner.name} may not see this matter and cannot look after it.")


def _check_is_first(mention: Mention) -> None:
    earlier = Incident.objects.of_mention(mention).first()
    if earlier is not None:
        raise AlreadyOpen(earlier)


def _key(school: School, matter: Matter, mention: Mention | None) -> str:
    """The key that a sensitive matter is sealed under; its post too, from now on."""
    if matter not in SEALED_MATTERS:
        return ""
    return seal_mention(mention) if mention else make_key(school.pk)


def _capture(school: School, facts: CaptureFacts, by: User, now: datetime, key: str) -> Capture:
    return capture(
        seal_key=key,
        school=school,
        url=facts.url,
        author=facts.author,
        text=facts.text,
        posted_at=facts.posted_at,
        method=facts.method,
        by=by,
        now=now,
    )


def _create(**fields: object) -> Incident:
    try:
        with transaction.atomic():
            return Incident.objects.create(**fields)
    except IntegrityError:
        mention = fields["mention"]
        if isinstance(mention, Mention):  # another request opened it since we looked
            _check_is_first(mention)
        raise
