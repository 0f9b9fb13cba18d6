"""The cast's own time, and the uses of pictures at Oakfield."""

from collections.abc import Iterator

import pytest
import time_machine

from footprint.people.models import Person
from footprint.people.tests.factories import make_parent, make_person
from footprint.registers.image_permissions.models import ImageUse
from footprint.registers.image_permissions.tests.factories import make_uses
from tests.cast import NOW, Cast


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def uses(cast: Cast) -> dict[str, ImageUse]:
    return make_uses(cast.oakfield, "Instagram: @oakfield")


@pytest.fixture
def pupil(cast: Cast) -> Person:
    return make_person(cast.oakfield, given_name="Tolly", family_name="Applegarth", class_name="4B")


@pytest.fixture
def parent(pupil: Person) -> Person:
    return make_parent(of=pupil, email="marnie@family.example", family_name="Applegarth")
