"""The limits on guessing live in the cache: each test starts with none used up."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def no_tries_counted() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()
