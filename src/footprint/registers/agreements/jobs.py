"""What the worker calls about agreements: sends requests, reminds people, notices leavers."""

from django.utils import timezone
from django_tasks import task

from footprint.registers.agreements import actions
from footprint.registers.agreements.models import AgreementText, ReminderPlan, SigningRequest
from footprint.schools.calendars import calendar_of
from footprint.schools.models import School
from footprint.worker.periodic import periodic

BATCH = 500
BY = "system: agreements.end_for_leavers"


@periodic("* * * * *", sentence="Puts the messages that ask people to sign into the outbox.")
@task()
def send_requests() -> int:
    """At most `BATCH` at a time; returns how many messages were queued."""
    now = timezone.now()
    waiting = SigningRequest.objects.to_be_sent()[:BATCH]
    return sum(actions.send_request(request=request, now=now) for request in waiting)


@periodic(
    "30 7 * * *",
    sentence="Reminds people who were asked to sign an agreement, as often as the school chose.",
)
@task()
def remind_people() -> int:
    """On school days only; returns how many are reminded. Run twice, it reminds them once."""
    now = timezone.now()
    today = timezone.localdate(now)
    count = 0
    for plan in ReminderPlan.objects.active():
        calendar = calendar_of(plan.school, around=today)
        if not calendar.is_working_day(today):
            continue
        texts = AgreementText.objects.of_school(plan.school_id).in_use(today)
        for text in texts.values():
            count += actions.remind(text=text, plan=plan, calendar=calendar, now=now)
    return count


@periodic("20 3 * * *", sentence="Ends the agreements of people who have left the school.")
@task()
def end_for_leavers() -> int:
    """Returns how many answers ended. Run twice, it ends them once."""
    now = timezone.now()
    today = timezone.localdate(now)
    return sum(
        actions.end_for_leavers(school_id=school.pk, on=today, by=BY, now=now)
        for school in School.objects.all()
    )
