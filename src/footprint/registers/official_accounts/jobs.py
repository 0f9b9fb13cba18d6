"""What the worker calls about official accounts."""

from django.utils import timezone
from django_tasks import task

from footprint.registers.official_accounts import actions
from footprint.registers.official_accounts.findings import A_YEAR
from footprint.registers.official_accounts.models import OfficialAccount
from footprint.schools.calendars import calendar_of
from footprint.schools.models import School
from footprint.worker.periodic import periodic


@periodic(
    "*/15 * * * *",
    sentence="Ends the duties of leavers for official accounts and opens the list of what to do.",
)
@task()
def notice_leavers() -> int:
    """Returns how many task lists were opened. Run twice, it opens them once."""
    now = timezone.now()
    today = timezone.localdate(now)
    count = 0
    for school in School.objects.all():
        opened = actions.notice_leavers(school_id=school.pk, on=today, now=now)
        actions.tell_of_handovers(school=school, opened=opened, now=now)
        count += len(opened)
    return count


@periodic(
    "20 7 * * *",
    sentence="Reminds once a month, on a school day, of official accounts to be reviewed.",
)
@task()
def remind_of_account_reviews() -> int:
    """Returns how many messages were queued. Run twice, it queues them once."""
    now = timezone.now()
    today = timezone.localdate(now)
    count = 0
    for school in School.objects.all():
        if calendar_of(school, around=today).is_working_day(today):
            accounts = OfficialAccount.objects.of_school(school.pk).to_review(today - A_YEAR)
            count += actions.tell_of_reviews(school=school, due=list(accounts), on=today, now=now)
    return count
