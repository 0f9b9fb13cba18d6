"""Complaints: the school's own stages, school days, a sound panel, and who must not see them."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from footprint.concerns.actions import AlreadyClosed, NotTold, complaining
from footprint.concerns.models import Complaint, ComplaintKind, Concern, How, Procedure, Way
from footprint.concerns.tests.factories import make_concern, told
from footprint.rulebook.decisions.complaint import PanelMember, Stage
from footprint.rulebook.terms import Role
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, post_page, text_of

STAGES = [Stage("A talk with the class teacher", 10), Stage("The headteacher"), Stage("Panel", 20)]
MONDAY = NOW.date()
PANEL = [
    PanelMember("Ida Fenwick", independent=False, involved_before=False),
    PanelMember("Jon Sallow", independent=False, involved_before=False),
    PanelMember("Una Brook", independent=True, involved_before=False),
]


@pytest.fixture(autouse=True)
def procedure(cast: Cast) -> None:
    complaining.set_procedure(
        school=cast.oakfield, stages=STAGES, source="our procedure, page 3", by=cast.head, now=NOW
    )


def make_complaint(
    cast: Cast,
    *,
    kind: ComplaintKind = ComplaintKind.SCHOOL,
    about: Concern | None = None,
) -> Complaint:
    complained = complaining.Complained(
        kind=kind,
        how=How.WRITING,
        by_whom="Greta Otterburn",
        words="Nobody rang us back.",
        received_on=MONDAY,
        about=about,
    )
    return complaining.open_complaint(
        school=cast.oakfield, complained=complained, by=cast.office, now=NOW
    )


def test_each_stage_has_the_schools_own_number_or_none(cast: Cast) -> None:
    complaint = make_complaint(cast)
    due = [complaint.stage_due]

    complaining.go_to_next_stage(complaint=complaint, why="Not content", by=cast.head, now=NOW)
    due.append(complaint.stage_due)

    complaining.go_to_next_stage(
        complaint=complaint, why="Not content", panel=PANEL, by=cast.head, now=NOW
    )
    due.append(complaint.stage_due)
    assert due == [date(2026, 11, 30), None, date(2026, 12, 14)]  # ten school days, none, twenty
    assert "Una Brook (independent)" in "".join(line.text for line in complaint.lines.all())
    with pytest.raises(complaining.LastStage):
        complaining.go_to_next_stage(complaint=complaint, why="More", by=cast.head, now=NOW)


def test_a_panel_that_may_not_sit_is_refused_with_the_reason(cast: Cast) -> None:
    complaint = make_complaint(cast)
    with pytest.raises(NotTold, match="at least three"):
        complaining.go_to_next_stage(
            complaint=complaint, why="Not content", panel=PANEL[:2], by=cast.head, now=NOW
        )
    assert complaint.stage == 0


def test_the_stages_of_an_open_complaint_do_not_change_with_the_procedure(cast: Cast) -> None:
    complaint = make_complaint(cast)
    complaining.set_procedure(
        school=cast.oakfield, stages=[Stage("New", 1)], source="page 9", by=cast.head, now=NOW
    )
    complaint.refresh_from_db()
    assert complaint.as_stages() == STAGES


def test_without_a_procedure_no_complaint_is_opened(cast: Cast) -> None:
    complained = complaining.Complained(ComplaintKind.SCHOOL, How.CALL, "A parent", "Words", MONDAY)
    with pytest.raises(NotTold, match="write down"):
        complaining.open_complaint(
            school=cast.riverside, complained=complained, by=cast.stranger, now=NOW
        )


def test_it_ends_once_with_an_outcome(cast: Cast) -> None:
    complaint = make_complaint(cast)
    with pytest.raises(NotTold):
        complaining.end_complaint(complaint=complaint, outcome="", by=cast.head, now=NOW)
    complaining.acknowledge(complaint=complaint, by=cast.head, now=NOW)
    complaining.end_complaint(complaint=complaint, outcome="Upheld", by=cast.head, now=NOW)
    with pytest.raises(AlreadyClosed):
        complaining.end_complaint(complaint=complaint, outcome="Again", by=cast.head, now=NOW)
    with pytest.raises(AlreadyClosed):
        complaining.acknowledge(complaint=complaint, by=cast.head, now=NOW)


def test_whoever_must_not_see_the_concern_does_not_see_the_complaint(cast: Cast) -> None:
    concern = make_concern(cast.oakfield, told(Way.PARENT, not_to=[Role.HEADTEACHER]))
    complaint = make_complaint(cast, about=concern)
    assert not Complaint.objects.seen_by(cast.head).exists()
    address = reverse("concerns:show_complaint", args=[complaint.pk])
    fetch_page(client_of(cast.head), address, status=404)
    fetch_page(client_of(cast.office), address)


def open_by_page(client: Client, address: str, **data: object) -> object:
    day = {"received_on_day": 16, "received_on_month": 11, "received_on_year": 2026}
    words = {"kind": "school", "by_whom": "Greta Otterburn", "words": "Nobody rang us back."}
    return client.post(address, {**words, **day, **data})


def test_a_post_is_never_the_complaint(cast: Cast) -> None:
    client, address = client_of(cast.office), reverse("concerns:open_complaint")
    fetch_page(client, address)
    response = open_by_page(client, address, how="post")
    assert "A post is never itself the complaint" in response.content.decode()  # type: ignore[attr-defined]
    assert not Complaint.objects.exists()


def test_the_pages_from_a_concern_to_the_end(cast: Cast) -> None:
    concern = make_concern(cast.oakfield, told(Way.PARENT))
    client = client_of(cast.office)
    address = f"{reverse('concerns:open_complaint')}?concern={concern.pk}"
    assert open_by_page(client, address, how="writing").status_code == 302  # type: ignore[attr-defined]
    complaint = Complaint.objects.get()
    assert complaint.concern == concern

    page = fetch_page(client, reverse("concerns:show_complaint", args=[complaint.pk]))
    assert "our procedure, page 3" in text_of(page)
    assert "a panel of three" in text_of(page)  # what law asks, from guidance
    client.post(reverse("concerns:acknowledge_complaint", args=[complaint.pk]))
    on = reverse("concerns:go_to_next_stage", args=[complaint.pk])
    fetch_page(client, on)
    wrong: dict[str, object] = {"why": "Not content", "panel": "Ida Fenwick\nMax Thorne (involved)"}
    assert "was involved before" in text_of(post_page(client, on, wrong))
    assert client.post(on, {"why": "Not content"}).status_code == 302
    end = reverse("concerns:end_complaint", args=[complaint.pk])
    fetch_page(client, end)
    assert client.post(end, {"outcome": "Upheld in part"}).status_code == 302
    shown = text_of(fetch_page(client, reverse("concerns:show_complaint", args=[complaint.pk])))
    assert "Upheld in part" in shown


def test_a_data_protection_complaint_is_acknowledged_in_the_time_of_guidance(cast: Cast) -> None:
    complaint = make_complaint(cast, kind=ComplaintKind.DATA_PROTECTION)
    page = fetch_page(
        client_of(cast.office), reverse("concerns:show_complaint", args=[complaint.pk])
    )
    due = MONDAY + timedelta(days=30)
    assert f"by Wednesday {due.day} December 2026 at the latest" in text_of(page)
    assert due == date(2026, 12, 16)


def test_the_procedure_is_written_a_stage_a_line(cast: Cast) -> None:
    client, address = client_of(cast.head), reverse("concerns:set_procedure")
    page = fetch_page(client, address)
    assert "A talk with the class teacher: 10 school days" in text_of(page)
    data = {"stages": "The office: 5 school days\n\nThe head, 12 days\nPanel", "source": "page 1"}
    assert client.post(address, data).status_code == 302
    found = Procedure.objects.get()
    assert found.as_stages() == [Stage("The office", 5), Stage("The head", 12), Stage("Panel")]
    fetch_page(client, reverse("concerns:list_complaints"))
