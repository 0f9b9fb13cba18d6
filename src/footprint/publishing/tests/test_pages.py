"""The pages of publishing: what they show, to whom, and that nothing written is lost."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from footprint.people.models import Person
from footprint.people.tests.factories import make_person
from footprint.policies.tests.factories import make_adopted
from footprint.publishing import actions
from footprint.publishing.models import Draft, State
from footprint.publishing.tests.factories import (
    HOUR,
    again,
    answer,
    approved,
    make_desk,
    make_draft,
    put_out,
    submitted,
    with_picture,
)
from footprint.registers.image_permissions.tests.factories import make_protection
from footprint.rulebook.terms import ClauseName
from footprint.rulebook.tests.factories import OAKFIELD, clause, replacing
from footprint.users.models import User
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, parse_page, post_page, text_of

LIST = "/publishing/"
DRAFT_PAGES = ("show_draft", "change_draft", "choose_people", "add_picture", "give_up_draft")


def url(name: str, draft: Draft, *more: object) -> str:
    return reverse(f"publishing:{name}", args=[draft.pk, *more])


def test_an_empty_list_says_what_to_do(cast: Cast) -> None:
    page = fetch_page(client_of(cast.office), LIST)

    assert "No draft yet" in text_of(page)
    assert "Footprint posts nothing" in text_of(page)


def test_a_draft_is_written_and_checked_on_the_next_page(cast: Cast) -> None:
    make_desk(cast)
    client = client_of(cast.office)

    response = client.post(
        reverse("publishing:add_draft"),
        {
            "title": "Fair",
            "text": "Ring 07700 900123",
            "places": ["website"],
            "revision": 1,
        },
        follow=True,
    )

    words = text_of(parse_page(response))
    assert "Not yet" in words
    assert "“07700 900123”: Take the number out, or give the school office's." in words
    assert "Your policy does not say" in words


def test_the_policys_sentence_stands_beside_what_has_to_change(cast: Cast) -> None:
    said = clause(ClauseName.DATA_PROTECTION, "Our data protection policy holds.", refers_to=True)
    make_adopted(cast.oakfield, replacing(OAKFIELD, said), cast.head)
    draft = make_draft(cast, text="Ring 07700 900123", now=timezone.now())

    page = fetch_page(client_of(cast.office), url("show_draft", draft))

    quotes = [node.text() for node in page.css("blockquote.fp-policy__quote")]
    assert "Our data protection policy holds." in quotes


def test_a_place_has_to_be_chosen(cast: Cast) -> None:
    data: dict[str, object] = {"title": "Fair", "text": "x", "revision": 1}
    page = post_page(client_of(cast.office), reverse("publishing:add_draft"), data)

    assert "Choose at least one place" in text_of(page)


@pytest.mark.parametrize("name", DRAFT_PAGES)
def test_a_draft_is_open_to_its_author_and_hidden_from_others(cast: Cast, name: str) -> None:
    draft = make_draft(cast, author=cast.teacher)

    fetch_page(client_of(cast.teacher), url(name, draft))
    may_read = (cast.office, cast.head, cast.dsl, cast.keeper)
    for person in may_read:
        fetch_page(client_of(person), url(name, draft), status=200 if name == "show_draft" else 404)
    for person in (cast.governor, cast.chair, cast.stranger):
        fetch_page(client_of(person), url(name, draft), status=404)


def test_another_teacher_sees_nothing_of_it(cast: Cast) -> None:
    draft = make_draft(cast)
    client = client_of(cast.teacher)

    fetch_page(client, url("show_draft", draft), status=404)
    assert "Sports day" not in text_of(fetch_page(client, LIST))


@pytest.mark.parametrize(
    ("query", "found"),
    [("", 3), ("show=waiting", 1), ("show=out", 0), ("show=all", 3), ("show=nonsense", 3),
     ("words=sports", 3), ("words=website+nobody", 0), ("page=99", 3)],
)  # fmt: skip
def test_the_list_can_be_filtered(cast: Cast, query: str, found: int) -> None:
    make_draft(cast)
    make_draft(cast, author=cast.teacher)
    submitted(make_draft(cast))

    page = fetch_page(client_of(cast.head), f"{LIST}?{query}")

    assert len(page.css("#rows tbody tr")) == found


def test_the_list_asks_the_same_number_of_questions_whatever_its_length(
    cast: Cast, django_assert_max_num_queries: object
) -> None:
    for _ in range(30):
        make_draft(cast)
    client = client_of(cast.office)

    with django_assert_max_num_queries(25):  # type: ignore[operator]
        fetch_page(client, LIST)


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_drafts_and_take_downs_can_be_kept_as_files(cast: Cast, form: str) -> None:
    desk = make_desk(cast)
    put_out(approved(with_picture(make_draft(cast, desk.key), desk.child), cast.head), desk.key)
    make_protection(desk.child, cast.dsl, now=NOW + HOUR)
    actions.make_take_downs(school=cast.oakfield, by="the test", now=NOW + 2 * HOUR)
    client = client_of(cast.office)

    drafts = client.get(reverse("publishing:export_drafts", args=[form]))
    tasks = client.get(reverse("publishing:export_take_downs", args=[form]))

    assert drafts.status_code == tasks.status_code == 200
    if form == "csv":
        assert "https://instagram.example/p/1" in drafts.content.decode()
        assert "Nell Brackwater" in tasks.content.decode()
        assert "looked" not in tasks.content.decode().lower()  # never why somebody is protected


def test_the_way_from_submitting_to_the_record(cast: Cast) -> None:
    desk = make_desk(cast)
    draft = with_picture(make_draft(cast, desk.key), desk.child)
    office, head = client_of(cast.office), client_of(cast.head)
    revision = {"revision": draft.revision}

    office.post(url("submit_draft", draft), revision)
    assert "Your decision" in text_of(fetch_page(head, url("show_draft", draft)))
    assert "Your decision" not in text_of(fetch_page(office, url("show_draft", draft)))
    head.post(url("approve_draft", draft), revision)
    page = fetch_page(office, url("hand_over_draft", draft))
    assert "What a sports day! Thank you all." in text_of(page)
    assert page.css("[data-copy]")
    assert page.css("a[href$='download=1']")

    place = draft.places.get()
    today = timezone.localdate()
    office.post(
        url("record_publication", draft, place.pk),
        {
            **revision,
            "went_out_on_day": today.day,
            "went_out_on_month": today.month,
            "went_out_on_year": today.year,
            "address": "https://instagram.example/p/9",
        },
    )
    assert again(draft).state == State.OUT
    assert "https://instagram.example/p/9" in text_of(fetch_page(office, url("show_draft", draft)))


def test_a_permission_that_went_holds_the_finished_text_back(cast: Cast) -> None:
    desk = make_desk(cast)
    draft = approved(with_picture(make_draft(cast, desk.key), desk.child), cast.head)
    answer(cast, desk.child, desk.parent, desk.key, yes=False, now=NOW + HOUR)

    page = fetch_page(client_of(cast.office), url("hand_over_draft", draft))

    assert "Something has changed since it was approved" in text_of(page)
    assert not page.css("#finished-text")
    assert "Do not publish a picture of this person" in text_of(page)


@pytest.mark.parametrize("name", ["office", "teacher", "governor", "stranger"])
def test_who_may_not_approve_does_not_find_the_button(cast: Cast, name: str) -> None:
    draft = submitted(make_draft(cast))
    person: User = getattr(cast, name)
    client = client_of(person)

    for action in ("approve_draft", "send_back_draft"):
        assert client.post(url(action, draft), {"revision": draft.revision}).status_code == 404
    assert again(draft).state == State.WAITING


def test_a_refusal_is_said_in_words(cast: Cast) -> None:
    draft = make_draft(cast, text="Ring 07700 900123")

    response = client_of(cast.office).post(url("submit_draft", draft), {"revision": 1}, follow=True)

    assert "Something has to change first" in text_of(parse_page(response))


def test_the_second_of_two_keeps_what_was_written(cast: Cast) -> None:
    draft = make_draft(cast)
    with_picture(draft)
    data: dict[str, object] = {
        "title": "x",
        "text": "My long text",
        "places": ["website"],
        "revision": 1,
    }

    page = post_page(client_of(cast.office), url("change_draft", draft), data)

    assert "This was changed while you were working" in text_of(page)
    assert "My long text" in text_of(page)


def test_it_is_sent_back_on_a_page(cast: Cast) -> None:
    draft = submitted(make_draft(cast))

    client_of(cast.head).post(
        url("send_back_draft", draft), {"reason": "Say when", "revision": draft.revision}
    )

    words = text_of(fetch_page(client_of(cast.office), url("show_draft", draft)))
    assert "Sent back by Harriet Head Say when" in words


def test_a_finding_is_kept_with_a_reason(cast: Cast) -> None:
    draft = make_draft(cast, text="Ring 07700 900123")
    client = client_of(cast.office)
    page = fetch_page(client, url("show_draft", draft))
    [link] = page.css("a[href*='/keep/']")
    address = str(link.attributes["href"])

    fetch_page(client, address)
    client.post(address, {"reason": "The hall's number", "revision": 1})

    words = text_of(fetch_page(client, url("show_draft", draft)))
    assert "“07700 900123”: The hall's number" in words
    assert "07700" not in address
    fetch_page(client, address, status=404)


def test_words_can_be_checked_without_a_draft(cast: Cast) -> None:
    make_person(cast.oakfield, given_name="Nell", family_name="Brackwater")
    client, address = client_of(cast.teacher), reverse("publishing:check_words")
    assert "Do not ask staff or governors to write reviews" in text_of(fetch_page(client, address))

    page = post_page(client, address, {"text": "Nell Brackwater won", "with_picture": "on"})
    assert "Write the first name only" in text_of(page)
    assert [mark.text() for mark in page.css("mark")] == ["Nell Brackwater"]

    page = post_page(client, address, {"text": "Staff, please leave a Google review of us"})
    assert "Anybody may review a school; nobody is asked to." in text_of(page)

    page = post_page(client, address, {"text": "What a sports day!"})
    assert "Nothing was found" in text_of(page)
    assert not Draft.objects.exists()
    fetch_page(client_of(cast.governor), address, status=404)


def test_a_school_without_a_register_is_told_that_names_cannot_be_found(cast: Cast) -> None:
    assert not Person.objects.exists()
    draft = make_draft(cast)

    page = fetch_page(client_of(cast.office), url("show_draft", draft))

    assert "names could not be looked for" in text_of(page)


def test_the_list_says_first_what_waits_for_whom(cast: Cast) -> None:
    make_desk(cast)
    submitted(make_draft(cast))
    done = approved(make_draft(cast, now=NOW - timedelta(hours=1)), cast.head)

    assert "read and decide, by Olive Office" in text_of(fetch_page(client_of(cast.dsl), LIST))
    page = fetch_page(client_of(cast.office), LIST)
    assert "approved, put it out and record where" in text_of(page)
    assert page.css(f"a[href='{url('hand_over_draft', done)}']")
