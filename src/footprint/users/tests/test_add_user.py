"""`footprint add-user`: an account, a role, a link that works."""

from io import StringIO
from urllib.parse import urlsplit

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client
from pytest_django import Settings

from footprint.audit.models import Event
from footprint.rulebook.terms import Role
from footprint.users.access import roles_of
from footprint.users.models import Membership, User
from footprint.users.tests.factories import sign_in, signed_in
from tests.cast import Cast

NEW = "three-unrelated-words"


def add(email: str = "new@oakfield.example", *words: str) -> str:
    out = StringIO()
    call_command("add_user", email, *(words or ("--name=Nia New",)), "--role=dsl", stdout=out)
    return out.getvalue()


def at(cast: Cast) -> str:
    return f"--school={cast.oakfield.name}"


def test_the_printed_link_opens_the_account(cast: Cast) -> None:
    out = add("New@Oakfield.example", "--name=Nia New", at(cast))

    link = next(line for line in out.splitlines() if line.startswith("http"))
    client = Client()
    form = client.get(urlsplit(link).path)["Location"]
    client.post(form, {"password1": NEW, "password2": NEW})
    sign_in(client, "new@oakfield.example", NEW)

    assert signed_in(client)
    user = User.objects.get(email="new@oakfield.example")
    assert roles_of(user) == {cast.oakfield.pk: {Role.DSL}}
    assert Event.objects.filter(action="users.role_given", by="system: add-user").count() == 1


def test_before_the_link_is_used_no_password_opens_the_account(cast: Cast) -> None:
    add("new@oakfield.example", "--name=Nia New", at(cast))
    assert not User.objects.get(email="new@oakfield.example").has_usable_password()


def test_the_link_can_be_sent(cast: Cast) -> None:
    add("new@oakfield.example", "--name=Nia New", at(cast), "--send")

    assert mail.outbox[0].to == ["new@oakfield.example"]
    assert "/account/password/reset/key/" in str(mail.outbox[0].body)


def test_a_mail_server_that_does_not_answer_is_said_and_the_account_is_kept(
    cast: Cast, settings: Settings
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1

    with pytest.raises(CommandError, match="Run this again without --send"):
        add("new@oakfield.example", "--name=Nia New", at(cast), "--send")

    assert User.objects.filter(email="new@oakfield.example").exists()


def test_twice_is_once(cast: Cast) -> None:
    for _ in range(2):
        add("new@oakfield.example", "--name=Nia New", at(cast))
    assert Membership.objects.filter(user__email="new@oakfield.example").count() == 1


def test_somebody_known_gets_another_role_without_a_name(cast: Cast) -> None:
    add(cast.teacher.email, at(cast))
    assert roles_of(User.objects.get(pk=cast.teacher.pk))[cast.oakfield.pk] == {
        Role.DSL,
        Role.TEACHER,
    }


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["not-an-address", "--name=N", "--school=Oakfield Primary School"], "no e-mail address"),
        (["n@o.example", "--school=Oakfield Primary School"], "Give the person's name"),
        (["n@o.example", "--name=N", "--school=Oakfeild"], "There is: Oakfield Primary School"),
        (["n@o.example", "--name=N", "--trust=No Trust"], "Larkhill Learning Trust"),
        (["n@o.example", "--name=N"], "one of the arguments"),
    ],
)
def test_bad_words_are_refused_with_what_to_do(cast: Cast, words: list[str], sentence: str) -> None:
    before = User.objects.count()

    with pytest.raises(CommandError, match=sentence):
        call_command("add_user", *words, "--role=dsl")

    assert User.objects.count() == before
