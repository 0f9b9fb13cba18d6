"""`footprint add-school`: a school that is listened for by its own name."""

import pytest
from django.core.management import CommandError, call_command

from footprint.audit.models import Event
from footprint.schools.models import Nation, School, Trust

pytestmark = pytest.mark.django_db


def add(*words: str) -> None:
    call_command("add_school", *words)


def test_a_school_is_added_with_its_name_and_an_event() -> None:
    add("Elmbank  Primary School", "--nation=wales", "--town=Puddleford")

    school = School.objects.get()
    assert (school.name, school.nation, school.town) == (
        "Elmbank Primary School",
        Nation.WALES,
        "Puddleford",
    )
    assert [name.text for name in school.names.all()] == ["Elmbank Primary School"]
    assert Event.objects.get().school_id == school.pk


def test_schools_of_one_trust_share_it() -> None:
    add("Elmbank Primary School", "--trust=Larkhill Learning Trust")
    add("Ashbank Primary School", "--trust=Larkhill Learning Trust")
    assert Trust.objects.get().schools.count() == 2


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["Elmbank Primary School"], "already"),
        (["  "], "Give the school's name"),
        (["Ashbank Primary School", "--nation=france"], "invalid choice"),
    ],
)
def test_what_cannot_be_a_school_is_refused(words: list[str], sentence: str) -> None:
    add("Elmbank Primary School")

    with pytest.raises(CommandError, match=sentence):
        add(*words)

    assert School.objects.count() == 1
