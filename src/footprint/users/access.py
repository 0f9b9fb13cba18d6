"""
The one door to data: which schools, and which matters there, a person may see.

Every `seen_by(user)` of every room is built on these functions and nothing else. They answer with
school ids, because the schools live in a room above this one.
"""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeAlias, TypeVar, cast

from django.contrib.auth.views import redirect_to_login
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from footprint.rulebook.terms import Matter, Role
from footprint.users.models import Membership, User
from footprint.users.permissions import GRANTS, MATTERS, NEEDS_SECOND_FACTOR, Permission

Arguments = ParamSpec("Arguments")
RolesBySchool: TypeAlias = dict[int, frozenset[Role]]


class SignedInRequest(HttpRequest):
    """A request that passed `@requires`: somebody is signed in, at a school."""

    user: User
    school_id: int  # 0 when the person belongs to no school yet
    second_factor: bool  # signed in with one, or the demo, where nothing is real


def roles_of(user: User) -> RolesBySchool:
    """{school id: the person's roles there}; read once for each user object."""
    known: RolesBySchool | None = getattr(user, "_roles_by_school", None)
    if known is None:
        known = _read_roles(user)
        user._roles_by_school = known  # type: ignore[attr-defined]
    return known


def _read_roles(user: User) -> RolesBySchool:
    if not user.is_active:
        return {}
    found: dict[int, set[Role]] = {}
    rows = Membership.objects.filter(user=user).values_list(
        "role", "school_id", "trust__schools__id"
    )
    for role, school_id, trust_school_id in rows:
        if place := school_id or trust_school_id:
            found.setdefault(place, set()).add(Role(role))
    return {place: frozenset(roles) for place, roles in sorted(found.items())}


def schools_where(user: User, permission: Permission) -> set[int]:
    """The ids of the schools at which the person may do this."""
    return {
        place
        for place, roles in roles_of(user).items()
        if any(permission in GRANTS[role] for role in roles)
    }


def may(user: User, permission: Permission, school_id: int) -> bool:
    """May this person do this at this school?"""
    return school_id in schools_where(user, permission)


def matters_at(user: User, school_id: int) -> frozenset[Matter]:
    """The classes of matter that the person may see at this school."""
    roles = roles_of(user).get(school_id, frozenset())
    return frozenset().union(*(MATTERS[role] for role in roles))


def holders(school_id: int, roles: Iterable[Role], *, but: Iterable[User] = ()) -> QuerySet[User]:
    """
    Who holds one of these roles at this school, by themselves or through its trust; by name.

    Args:
        but: people to leave out, such as those who are named in a matter.
    """
    here = Q(memberships__school_id=school_id) | Q(memberships__trust__schools=school_id)
    named = Q(memberships__role__in=[role.value for role in roles])
    found = User.objects.filter(here & named, is_active=True)
    return found.exclude(pk__in=[user.pk for user in but]).distinct().order_by("name", "pk")


MatterRows = TypeVar("MatterRows", bound=QuerySet[Any])


def only_seen_by(
    rows: MatterRows, user: User, permission: Permission, *, also: Q | None = None
) -> MatterRows:
    """
    The rows of a table of matters that this person may see; every `seen_by` ends here.

    A row passes when the person may do `permission` at its school, its class is open to one of
    their roles there, and they are not shut out of it. The table needs the fields `school` and
    `matter` and a relation `shut_out` to users.

    Args:
        also: rows that they may see besides, such as one opened in an emergency; whoever is shut
            out of such a row does not see it either.
    """
    reachable = also or Q(pk__in=[])
    for place in schools_where(user, permission):
        open_classes = [matter.value for matter in matters_at(user, place)]
        reachable |= Q(school_id=place, matter__in=open_classes)
    return rows.filter(reachable).exclude(shut_out=user)


View: TypeAlias = Callable[Concatenate[SignedInRequest, Arguments], HttpResponseBase]
AnyView: TypeAlias = Callable[Concatenate[HttpRequest, Arguments], HttpResponseBase]


def requires(permission: Permission) -> Callable[[View[Arguments]], AnyView[Arguments]]:
    """
    Let through only people who may do this at the school they are working in.

    Nobody signed in: to the sign-in page. Not allowed: the same "not found" as for what does not
    exist, because a refusal would tell that there is something.
    """

    def guard(view: View[Arguments]) -> AnyView[Arguments]:
        @wraps(view)
        def guarded(
            request: HttpRequest, *args: Arguments.args, **kwargs: Arguments.kwargs
        ) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            signed_in = cast(SignedInRequest, request)
            if not may(signed_in.user, permission, signed_in.school_id):
                raise Http404(permission)
            if permission in NEEDS_SECOND_FACTOR and not signed_in.second_factor:
                return redirect("users:need_second_factor")
            return view(signed_in, *args, **kwargs)

        guarded.requires = permission  # type: ignore[attr-defined]
        return cast(AnyView[Arguments], guarded)

    return guard


def public(view: AnyView[Arguments]) -> AnyView[Arguments]:
    """Say that a page is for everybody. The tests accept no page that says neither."""
    view.requires = None  # type: ignore[attr-defined]
    return view
