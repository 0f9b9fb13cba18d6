"""Links are unwrapped and checked before anybody can click them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.connectors.links import plain_link

_REAL = "https://puddlefordpost.example/news?page=1"
_QUOTED = "https://puddlefordpost.example/news%3Fpage%3D1"


@pytest.mark.parametrize(
    ("link", "plain"),
    [
        (_REAL, _REAL),
        (f"  {_REAL} ", _REAL),
        (f"https://www.google.com/url?rct=j&sa=t&url={_QUOTED}&ct=ga", _REAL),
        (f"https://www.google.co.uk/url?q={_QUOTED}", _REAL),
        (f"http://google.com/url?sa=t&url={_QUOTED}", _REAL),
        (
            "https://www.google.com/url?url=https%3A%2F%2Fwww.google.com%2Furl%3Furl%3D"
            "https%253A%252F%252Fa.example%252F",
            "https://a.example/",
        ),
        ("https://www.google.com/url?url=javascript:alert(1)", ""),
        ("https://www.google.com/search?q=oakfield", "https://www.google.com/search?q=oakfield"),
        ("https://notgoogle.com/url?url=https://a.example/", None),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("/news/1", ""),
        ("", ""),
        ("https://", ""),
        ("https://[::1", ""),
        ("https://a.example/<b>", ""),
        ('https://a.example/"x', ""),
        ("https://a.example/a b", ""),
        ("https://a.example/" + "a" * 2_000, ""),
    ],
)
def test_only_real_web_addresses_stay(link: str, plain: str | None) -> None:
    assert plain_link(link) == (link if plain is None else plain)


@given(st.text(max_size=80))
def test_any_text_gives_a_web_address_or_nothing(text: str) -> None:
    link = plain_link(f"https://www.google.com/url?url={text}")

    assert link == "" or link.startswith(("http://", "https://"))
