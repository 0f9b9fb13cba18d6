""" "May I?", in both directions; and the private self-check, of which nothing is sent."""

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone

from footprint.guidance.fact import Theme
from footprint.guidance.pack import load_pack
from footprint.policies.asking import STANCES
from footprint.policies.models import PolicyVersion
from footprint.registers.connection_exceptions.answering import exceptions_for
from footprint.registers.connection_exceptions.forms import AskForm
from footprint.registers.connection_exceptions.models import ConnectionException
from footprint.registers.connection_exceptions.privacy import questions_of
from footprint.registers.connection_exceptions.views.showing import policy_at, said_about, school_of
from footprint.rulebook.decisions.connection import rule_on_connection
from footprint.rulebook.terms import ClauseName
from footprint.users.access import SignedInRequest, requires
from footprint.users.permissions import Permission


@requires(Permission.CONNECTIONS_DECLARE)
def ask_connection(request: SignedInRequest) -> HttpResponse:
    """The policy's answer with its sentence. Nothing that is asked is kept."""
    today = timezone.localdate()
    version = PolicyVersion.objects.in_force(school_id=request.school_id, on=today)
    mine = ConnectionException.objects.of_user(request.user).of_school(request.school_id)
    form = AskForm(request.GET or None, own=mine.holding_on(today).for_list())
    ruling, unfit = None, False
    if version and form.is_valid():
        chosen, connection = form.chosen(), form.connection()
        exceptions = exceptions_for(chosen, connection)
        unfit = chosen is not None and not exceptions
        ruling = rule_on_connection(
            policy=version.policy, connection=connection, exceptions=exceptions, on=today
        )
    context = {
        "form": form,
        "version": version,
        "ruling": ruling,
        "answer": STANCES[ruling.stance] if ruling else "",
        "unfit": unfit,
    }
    return TemplateResponse(request, "connection_exceptions/ask_connection.html", context)


@requires(Permission.CONNECTIONS_DECLARE)
def check_privacy(request: SignedInRequest) -> HttpResponse:
    """Plain questions for each platform, to be answered for oneself alone."""
    school = school_of(request)
    today = timezone.localdate()
    facts = load_pack().facts(theme=Theme.PRIVACY, nation=school.nation, on=today)
    context = {
        "platforms": questions_of(facts),
        "said": said_about(
            policy_at(school.pk, today), (ClauseName.STAFF_CONDUCT, "strict_privacy")
        ),
    }
    return TemplateResponse(request, "connection_exceptions/check_privacy.html", context)
