from itertools import product

import pytest

from footprint.rulebook.decisions.route import (
    ROUTES_OF_POSTER,
    Modality,
    Route,
    RouteAdvice,
    RouteOption,
    options,
)
from footprint.rulebook.policy import Policy
from footprint.rulebook.terms import ClauseName, Poster, Role
from footprint.rulebook.tests.factories import LARKHILL, OAKFIELD, SILENT, clause, policy, quote_of

MUST, MAY, UNSAID = Modality.MUST, Modality.MAY, Modality.NOT_STATED
DELETION, PLATFORM, HELPLINE = Route.DELETION_REQUEST, Route.PLATFORM_REPORT, Route.HELPLINE


def advice(
    poster: Poster, policy: Policy = OAKFIELD, *, illegal: bool = False, dangerous: bool = False
) -> RouteAdvice:
    return options(policy=policy, poster=poster, potentially_illegal=illegal, dangerous=dangerous)


def option(found: RouteAdvice, route: Route) -> RouteOption:
    return next(each for each in found.options if each.route is route)


@pytest.mark.parametrize(
    ("poster", "routes", "oakfield", "larkhill"),
    [
        (Poster.PUPIL, (Route.BEHAVIOUR_POLICY, DELETION), (MUST, MUST), (UNSAID, MUST)),
        (Poster.STAFF, (Route.CODE_OF_CONDUCT, DELETION), (MUST, MUST), (MUST, MUST)),
        (Poster.PARENT, (DELETION,), (MUST,), (MUST,)),
        (Poster.COMMUNITY, (DELETION,), (MUST,), (MUST,)),
        (Poster.THIRD_PARTY, (PLATFORM, HELPLINE), (MAY, MAY), (MUST, UNSAID)),
        (Poster.NOT_KNOWN, (PLATFORM,), (MAY,), (MAY,)),
    ],
)
def test_who_posted_decides_the_routes_and_the_policy_how_it_puts_them(
    poster: Poster,
    routes: tuple[Route, ...],
    oakfield: tuple[Modality, ...],
    larkhill: tuple[Modality, ...],
) -> None:
    silent = tuple(UNSAID for _ in routes)
    for school, modalities in ((OAKFIELD, oakfield), (LARKHILL, larkhill), (SILENT, silent)):
        found = advice(poster, school).options
        assert tuple(each.route for each in found) == routes
        assert tuple(each.modality for each in found) == modalities


def test_every_poster_has_been_placed() -> None:
    assert set(ROUTES_OF_POSTER) == set(Poster)


@pytest.mark.parametrize("poster", list(Poster))
@pytest.mark.parametrize("school", [OAKFIELD, LARKHILL, SILENT])
@pytest.mark.parametrize(("illegal", "dangerous"), list(product((False, True), repeat=2)))
def test_the_police_only_where_a_post_may_be_illegal_or_dangerous(
    poster: Poster, school: Policy, illegal: bool, dangerous: bool
) -> None:
    found = advice(poster, school, illegal=illegal, dangerous=dangerous)

    routes = [each.route for each in found.options]
    assert (Route.POLICE in routes) == (illegal or dangerous)
    assert Route.PREVENT not in routes


@pytest.mark.parametrize(
    ("school", "illegal", "dangerous", "modality"),
    [
        (OAKFIELD, True, False, MAY),
        (OAKFIELD, False, True, MAY),
        (LARKHILL, False, True, MUST),
        (LARKHILL, True, False, UNSAID),
        (LARKHILL, True, True, MUST),
        (SILENT, True, True, UNSAID),
    ],
)
def test_the_policy_says_where_the_police_come_in(
    school: Policy, illegal: bool, dangerous: bool, modality: Modality
) -> None:
    found = option(
        advice(Poster.PARENT, school, illegal=illegal, dangerous=dangerous), Route.POLICE
    )

    assert found.modality is modality
    if modality is UNSAID:
        assert found.sentence.endswith("Anybody may report a crime.")


@pytest.mark.parametrize("poster", list(Poster))
@pytest.mark.parametrize("school", [OAKFIELD, LARKHILL, SILENT])
def test_a_route_has_a_quote_or_says_that_the_policy_is_silent(
    poster: Poster, school: Policy
) -> None:
    found = options(
        policy=school, poster=poster, potentially_illegal=True, dangerous=True, extremism=True
    )

    for each in found.options:
        assert (each.quote is None) == (each.modality is UNSAID)
        assert each.sentence.startswith("Your policy does not say") == (each.modality is UNSAID)
    sentences = {reason.sentence for reason in found.reasons}
    assert {each.sentence for each in found.options} <= sentences


@pytest.mark.parametrize(
    ("school", "who", "words"),
    [
        (OAKFIELD, (), "the school"),
        (
            LARKHILL,
            (Role.HEADTEACHER, Role.DSL),
            "the headteacher or the designated safeguarding lead",
        ),
    ],
)
def test_the_policy_says_who_asks_for_deletion(
    school: Policy, who: tuple[Role, ...], words: str
) -> None:
    found = option(advice(Poster.PARENT, school), DELETION)

    assert (found.who, found.who_words) == (who, words)
    assert found.quote == quote_of(school, ClauseName.DELETION_REQUEST)


def test_where_the_author_is_not_known_the_first_word_is_to_find_out() -> None:
    assert advice(Poster.NOT_KNOWN).reasons[0].sentence.startswith("Find out first who wrote")
    assert not advice(Poster.PARENT).reasons[0].sentence.startswith("Find out first")


def test_a_worry_of_extremism_adds_prevent_for_the_dsl() -> None:
    found = options(
        policy=OAKFIELD,
        poster=Poster.THIRD_PARTY,
        potentially_illegal=False,
        dangerous=False,
        extremism=True,
    )

    prevent = option(found, Route.PREVENT)
    assert (prevent.modality, prevent.who) == (MAY, (Role.DSL,))


def test_a_policy_that_deals_with_staff_under_another_procedure_is_taken_at_its_word() -> None:
    school = policy(
        clause(
            ClauseName.BREACH_ROUTE,
            "Staff answer to the disciplinary procedure.",
            staff="disciplinary_procedure",
        )
    )

    found = option(advice(Poster.STAFF, school), Route.CODE_OF_CONDUCT)

    assert found.sentence.endswith("is dealt with under the disciplinary procedure.")
