"""Every address has a guard, and the guard does what the permission table says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.http import HttpResponseBase
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from footprint.rulebook.terms import Role
from footprint.schools.models import School
from footprint.users.models import Membership, User
from footprint.users.permissions import GRANTS, Permission
from tests.cast import NOW, Cast, client_of

# Views that cannot carry our decorators, and what guards each instead.
NOT_OURS = {
    "account_login": "the door itself",
    "account_logout": "ends one's own session only",
    "account_inactive": "a sentence without data",
    "account_reauthenticate": "allauth: only for whoever is signed in",
    "account_change_password": "allauth: only for whoever is signed in, and asks for the old one",
    "account_set_password": "allauth: only for whoever is signed in and has none",
    "account_reset_password": "says the same to everybody",
    "account_reset_password_done": "a sentence without data",
    "account_reset_password_from_key": "opened by the key in the link, once",
    "account_reset_password_from_key_done": "a sentence without data",
    "mfa_index": "allauth: one's own second factor",
    "mfa_authenticate": "allauth: only between password and session",
    "mfa_reauthenticate": "allauth: only for whoever is signed in",
    "mfa_activate_totp": "allauth: one's own, after confirming who it is",
    "mfa_deactivate_totp": "allauth: one's own, after confirming who it is",
    "mfa_view_recovery_codes": "allauth: one's own, after confirming who it is",
    "mfa_generate_recovery_codes": "allauth: one's own, after confirming who it is",
    "mfa_download_recovery_codes": "allauth: one's own, after confirming who it is",
    "design:show_gallery": "invented content only, and not wired in production",
}
NOWHERE = "/there-is-no-such-page/"
NO_KEY = 987_654_321


@dataclass(frozen=True)
class Door:
    """One address: its name, its view, and the arguments that it takes."""

    name: str
    view: Any
    arguments: frozenset[str]

    @property
    def permission(self) -> Permission | None:
        found: Permission | None = self.view.requires
        return found

    def url(self, **arguments: object) -> str:
        return reverse(self.name, kwargs=arguments)


def doors(resolver: URLResolver | None = None, space: str = "") -> Iterator[Door]:
    """Walk the whole map of addresses."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            yield from doors(entry, f"{space}{entry.namespace}:" if entry.namespace else space)
        elif isinstance(entry, URLPattern):
            arguments = frozenset(entry.pattern.regex.groupindex)
            yield Door(f"{space}{entry.name}", entry.callback, arguments)


def guarded_doors() -> list[Door]:
    return [door for door in doors() if getattr(door.view, "requires", None)]


def test_every_address_has_a_name_and_a_guard_or_a_reason() -> None:
    unguarded = {door.name for door in doors() if not hasattr(door.view, "requires")}
    assert unguarded == set(NOT_OURS) & {door.name for door in doors()}
    assert not any(door.name.endswith("None") for door in doors())


def test_every_name_says_verb_and_noun_or_is_known() -> None:
    known = {"home:today", "reports:governors", "reports:audit_trail"}
    ours = {door.name for door in guarded_doors()} - known
    assert {name for name in ours if "_" not in name.partition(":")[2]} == set()


def test_the_walk_finds_the_doors() -> None:
    """A walk that finds nothing would let everything pass."""
    found = {door.name for door in guarded_doors()}
    assert {"home:today", "reports:governors", "users:show_me", "inbox:list_items"} <= found
    assert len(found) > 20


def holder_of(role: Role, school: School) -> User:
    user = User.objects.create_user(
        f"{role.value}@school{school.pk}.example", name="Pat Person", joined_at=NOW
    )
    Membership.objects.create(user=user, role=role.value, school=school)
    return user


def get(client: Client, url: str) -> HttpResponseBase:
    response: HttpResponseBase = client.get(url)
    return response


@pytest.mark.parametrize("role", Role)
def test_each_role_opens_what_the_table_says_and_nothing_else(cast: Cast, role: Role) -> None:
    client = client_of(holder_of(role, cast.oakfield))
    wrong = {}
    for door in guarded_doors():
        if door.arguments:
            continue
        status = get(client, door.url()).status_code
        allowed = door.permission in GRANTS[role]
        if status not in ((200, 302, 405) if allowed else (404, 405)):
            wrong[door.name] = f"{status}, {'allowed' if allowed else 'not allowed'}"
    assert wrong == {}


@pytest.mark.parametrize("role", Role)
def test_a_role_at_another_school_opens_nothing_of_this_one(cast: Cast, role: Role) -> None:
    """Whoever writes the other school's key into the session still works at their own."""
    client = client_of(holder_of(role, cast.riverside))
    session = client.session
    session["school_id"] = cast.oakfield.pk
    session.save()
    leaks = []
    for door in guarded_doors():
        if door.arguments:
            continue
        response = client.get(door.url())
        if response.status_code == 200 and cast.oakfield.name.encode() in response.content:
            leaks.append(door.name)
    assert leaks == []


@pytest.mark.parametrize("role", [Role.HEADTEACHER, Role.TEACHER])
def test_what_does_not_exist_is_not_found_at_every_address_with_a_key(
    cast: Cast, role: Role
) -> None:
    client = client_of(holder_of(role, cast.oakfield))
    wrong = {}
    for door in guarded_doors():
        if not door.arguments:
            continue
        keys = {name: "conduct" if name == "name" else NO_KEY for name in door.arguments}
        status = get(client, door.url(**keys)).status_code
        if status not in (404, 405):
            wrong[door.name] = status
    assert wrong == {}


def _body(response: Any) -> str:
    """The page without what differs each time."""
    text: str = response.content.decode()
    return re.sub(r'(nonce|value)="[^"]{20,}"', "", text)


def test_not_allowed_and_not_existing_answer_alike(cast: Cast) -> None:
    client = client_of(holder_of(Role.TEACHER, cast.oakfield))
    nowhere = client.get(NOWHERE)
    assert nowhere.status_code == 404
    for door in guarded_doors():
        if door.arguments or door.permission in GRANTS[Role.TEACHER]:
            continue
        refused = client.get(door.url())
        if refused.status_code != 405:
            assert _body(refused) == _body(nowhere), door.name
            assert dict(refused.headers).keys() == dict(nowhere.headers).keys(), door.name


def test_nobody_signed_in_is_led_to_the_sign_in_page(db: None) -> None:
    for door in guarded_doors():
        if door.arguments:
            continue
        response = Client().get(door.url())
        if response.status_code != 405:
            assert response.status_code == 302, door.name
            assert response["Location"].startswith(reverse("account_login")), door.name


def test_pages_that_need_a_second_factor_lead_to_setting_one_up(cast: Cast) -> None:
    client = client_of(cast.head, second_factor=False)
    for name in ("inbox:list_items", "incidents:list_incidents", "reports:audit_trail"):
        assert client.get(reverse(name))["Location"] == reverse("users:need_second_factor"), name
