"""
The main job, end to end: a policy goes in, posts come in, one becomes an incident, governors read.

In a real browser, with a feed over HTTP, a database and e-mail over SMTP, all on this machine.
Footprint's own clock is set (a Friday in term time), because the deadline is part of the test.
"""

from collections.abc import Iterator
from datetime import datetime, time, timedelta

import pytest
import time_machine
from django.utils import timezone
from playwright.sync_api import Page
from pytest_django.fixtures import Settings
from pytest_httpserver import HTTPServer

from footprint.audit.verifying import verify
from footprint.inbox import actions as inbox
from footprint.inbox.jobs import receive_waiting
from footprint.inbox.models import Item
from footprint.incidents.jobs import remind_of_dates
from footprint.incidents.models import Incident
from footprint.listening.jobs import fetch_due
from footprint.listening.models import Mention
from footprint.notices.jobs import send_waiting
from footprint.rulebook.terms import SafetyQuestion
from footprint.schools.models import SchoolName
from footprint.users.models import User
from tests.cast import Cast
from tests.journeys import adopting, deciding, finding, pursuing, reporting, town
from tests.journeys.conftest import Mailbox, Sitting
from tests.journeys.documents import EVERY, Document, need


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    """Footprint's clock, which runs on from Friday morning; the browser keeps its own."""
    with time_machine.travel(town.FRIDAY, tick=True) as coordinates:
        yield coordinates


@pytest.fixture
def feed(httpserver: HTTPServer, settings: Settings) -> str:
    """The address of the local paper's feed, on this machine; no other address of it is open."""
    httpserver.expect_request("/feed.xml").respond_with_data(
        town.as_rss(), content_type="application/rss+xml"
    )
    settings.FETCH_ALLOW = frozenset({f"{httpserver.host}:{httpserver.port}"})
    return httpserver.url_for("/feed.xml")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("document", EVERY, ids=str)
def test_from_the_document_to_the_governors_report(
    document: Document,
    cast: Cast,
    sit_down: Sitting,
    clock: time_machine.Traveller,
    feed: str,
    mailbox: Mailbox,
) -> None:
    need(document)
    SchoolName.objects.filter(school=cast.oakfield).delete()  # the head gives them on the page

    head = sit_down(cast.head)
    adopt_policy(head, document)
    set_up_listening(head, feed)
    bring_in_posts(sit_down(cast.teacher, phone=True))
    finding.see_what_was_read(head)

    dsl = sit_down(cast.dsl)
    decide(dsl, document)
    pursuing.assess(dsl)
    pursuing.ask_for_deletion(dsl, document)
    check_request(document)

    remind_in_time(clock, document, mailbox, cast)
    dsl = sit_down(cast.dsl)  # over the weekend she was signed out
    finish(dsl, document)
    answer_more(town.MORE_ENQUIRIES[:6], by=cast.office)
    report(sit_down(cast.head))
    reporting.check_trail(sit_down(cast.head))
    assert verify().problems == ()


def adopt_policy(page: Page, document: Document) -> None:
    adopting.upload(page, document)
    adopting.review(page)
    adopting.adopt(page, document)


def set_up_listening(page: Page, feed: str) -> None:
    finding.watch_names(page)
    finding.refuse_to_watch(page, "Tess Teacher")
    finding.listen(page, feed)
    finding.upload_spreadsheet(page)


def bring_in_posts(phone: Page) -> None:
    """The worker reads the feed; a teacher reports from her phone; all of it is received, once."""
    finding.report_sighting(phone)
    assert fetch_due.call() == 1
    assert Mention.objects.count() == town.ALL_KEPT
    assert receive_waiting.call() == town.ALL_KEPT
    assert receive_waiting.call() == 0


def decide(page: Page, document: Document) -> None:
    deciding.see_sighting(page)
    deciding.answer(page, document)
    deciding.leave(page)
    deciding.pass_on(page)
    deciding.see_no_incident_offered(page)
    deciding.open_incident(page)


def check_request(document: Document) -> None:
    """The date in the database is the one that the page showed; the letter is kept whole."""
    request = Incident.objects.get().deletion_requests.get()
    assert request.due_date == document.deletion_due
    assert request.letter.endswith(pursuing.ADDED)


def remind_in_time(
    clock: time_machine.Traveller, document: Document, mailbox: Mailbox, cast: Cast
) -> None:
    """On the school day before, the owner is reminded by e-mail; run twice, she is told once."""
    the_day_before = document.deletion_due - timedelta(days=1)
    assert the_day_before.isoweekday() < 6
    mailbox.messages.clear()
    clock.move_to(datetime.combine(the_day_before, time(7), timezone.get_current_timezone()))
    assert remind_of_dates.call() == 1
    assert remind_of_dates.call() == 0
    send_waiting.call()
    incident = Incident.objects.get()
    message = next(each for each in mailbox.messages if "due soon" in each["Subject"])
    assert message["To"] == cast.dsl.email
    assert message["Subject"] == f"Footprint: incident {incident.pk} is due soon"
    assert f"{document.deletion_due:%-d %B %Y}" in message.get_content()
    assert "waste of space" not in message.get_content()
    clock.shift(timedelta(hours=2))


def finish(page: Page, document: Document) -> None:
    page.goto(f"/incidents/{Incident.objects.get().pk}/")
    pursuing.record_outcome(page, document.deletion_due)
    pursuing.close(page)


def answer_more(texts: tuple[str, ...], *, by: User) -> None:
    """The office answers some more, by the actions alone: what the pages do was walked above."""
    for text in texts:
        item = Item.objects.get(mention__text=text)
        inbox.answer_safety(
            item=item,
            answers=dict.fromkeys(SafetyQuestion, False),
            subject_is_head=False,
            revision=item.revision,
            by=by,
            now=timezone.now(),
        )
        item.refresh_from_db()
        inbox.record_reply(
            item=item, reply=deciding.REPLY, revision=item.revision, by=by, now=timezone.now()
        )


def report(page: Page) -> None:
    """Counts, small ones hidden; the same in the PDF and in the table."""
    counts = reporting.read_report(page)
    assert counts["Named the school"] == str(town.ALL_KEPT)
    questions = Item.objects.of_kind("enquiry").count()
    assert questions >= town.KEPT_OF_SPREADSHEET  # besides, one in the feed may read as a question
    assert counts["A question"] == str(questions)
    assert counts["Not decided yet"] == str(Item.objects.filter(decided="").count())
    assert counts["Incidents opened"] == counts["The author deleted it in time"] == "fewer than 5"
    assert counts["Incidents not closed"] == "0"
    assert counts["Sources that are listened to"] == "1"
    words = reporting.words_of_pdf(reporting.download(page, "PDF for the minutes"))
    assert "Report to the governors" in words
    assert "Oakfield Primary School" in words
    rows = reporting.rows_of_csv(reporting.download(page, "Table (CSV)"))
    assert any("Named the school" in row and str(town.ALL_KEPT) in row for row in rows)
