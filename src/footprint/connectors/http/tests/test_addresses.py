"""Which addresses the door refuses, and that it looks a name up only once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.connectors.base import ConnectorError
from footprint.connectors.http.addresses import Guard, check, is_public, system_resolver

# Every one of these is refused without a look-up, or by what it resolves to on any machine.
BAD_ADDRESSES = [
    "",
    " ",
    "http",
    "http:",
    "http://",
    "http:///feed",
    "//example.com/feed",
    "example.com/feed",
    "file:///etc/passwd",
    "ftp://example.com/feed",
    "gopher://example.com/",
    "javascript:alert(1)",
    "data:text/xml,<rss/>",
    "jar:http://example.com!/",
    "http:/example.com",
    "http://exa mple.com/",
    "http://example.com/a b",
    "http://example.com/\n",
    "http://example.com/\r\nHost: other",
    "http://example.com\t/",
    "http://example.com\x00/",
    "http://example.com\\@127.0.0.1/",
    "http:\\\\example.com/",
    "http://user@example.com/",
    "http://user:pass@example.com/",
    "http://example.com@127.0.0.1/",
    "http://:pass@example.com/",
    "http://example.com:22/",
    "http://example.com:8080/",
    "https://example.com:8443/",
    "http://example.com:0/",
    "http://example.com:99999/",
    "http://example.com:port/",
    "http://-example.com/",
    "http://example..com/",
    "http://.example.com/",
    "http://example.com./",
    "http://ex%61mple.com/",
    "http://" + "a" * 64 + ".example/",
    "http://" + "a." * 150 + "example/",
    "http://example.com/" + "a" * 2_000,
    "http://①②⑦.⓪.⓪.①/",
    "http://ⓛocalhost/",
    "http://\u00ad/",
    "http://[v1.x]/",
    "http://[::1/",
    "http://localhost/",
    "http://127.0.0.1/",
    "https://127.0.0.1/",
    "http://127.1/",
    "http://127.0.1/",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0x7f.0.0.1/",
    "http://0177.0.0.1/",
    "http://017700000001/",
    "http://0/",
    "http://0.0.0.0/",
    "http://10.0.0.1/",
    "http://172.16.0.1/",
    "http://172.31.255.255/",
    "http://192.168.1.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://100.64.0.1/",
    "http://100.100.100.200/",
    "http://168.63.129.16/",
    "http://192.0.0.192/",
    "http://192.0.2.1/",
    "http://198.18.0.1/",
    "http://198.51.100.7/",
    "http://203.0.113.7/",
    "http://192.88.99.1/",
    "http://224.0.0.1/",
    "http://239.255.255.250/",
    "http://240.0.0.1/",
    "http://255.255.255.255/",
    "http://[::]/",
    "http://[::1]/",
    "http://[::127.0.0.1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:8.8.8.8]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[64:ff9b:1::7f00:1]/",
    "http://[2002:7f00:1::]/",
    "http://[2001::1]/",
    "http://[2001:db8::1]/",
    "http://[3fff::1]/",
    "http://[100::1]/",
    "http://[fc00::1]/",
    "http://[fd00:ec2::254]/",
    "http://[fe80::1]/",
    "http://[fe80::1%25eth0]/",
    "http://[fec0::1]/",
    "http://[ff02::1]/",
    "http://[5f00::1]/",
]

GOOD_ADDRESSES = [
    "http://oakfield.example/feed",
    "https://oakfield.example:443/feed?token=a%20b",
    "HTTP://OAKFIELD.EXAMPLE:80/",
    "https://bücher.example/feed",
    "https://xn--bcher-kva.example/feed#top",
    "https://under_score.oakfield.example/",
]

PUBLIC = ("93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946")


def _public_names(host: str, port: int, seconds: float) -> tuple[str, ...]:
    return PUBLIC


@pytest.mark.parametrize("address", BAD_ADDRESSES)
def test_a_bad_address_is_refused_for_good_with_a_sentence(address: str) -> None:
    def resolve(host: str, port: int, seconds: float) -> tuple[str, ...]:
        if host[0].isdigit() or ":" in host or host == "localhost":
            return system_resolver(host, port, seconds)  # forms of numbers: no network needed
        return PUBLIC

    with pytest.raises(ConnectorError) as caught:
        check(address, guard=Guard(), resolve=resolve, seconds=5)

    assert str(caught.value).endswith(".")
    assert "pass" not in str(caught.value).replace("password", "")


@pytest.mark.parametrize("address", GOOD_ADDRESSES)
def test_a_good_address_is_taken_with_the_addresses_that_were_checked(address: str) -> None:
    target = check(address, guard=Guard(), resolve=_public_names, seconds=5)

    assert target.addresses == PUBLIC


@pytest.mark.parametrize(
    "answer",
    [("93.184.216.34", "10.0.0.1"), ("::1", "93.184.216.34"), ("93.184.216.34", "not a number")],
)
def test_one_private_address_among_public_ones_is_enough_to_refuse(answer: tuple[str, ...]) -> None:
    with pytest.raises(ConnectorError) as caught:
        check("http://a.example/", guard=Guard(), resolve=lambda *_: answer, seconds=5)

    assert caught.value.permanent


def test_a_name_nobody_knows_may_be_known_tomorrow() -> None:
    with pytest.raises(ConnectorError, match=r"a\.example could not be found") as caught:
        check("http://a.example/", guard=Guard(), resolve=lambda *_: (), seconds=5)

    assert not caught.value.permanent


def test_a_name_is_looked_up_once_so_that_it_cannot_change_between_check_and_use() -> None:
    asked: list[str] = []

    def resolve(host: str, port: int, seconds: float) -> tuple[str, ...]:
        asked.append(host)
        return ("93.184.216.34",) if len(asked) == 1 else ("127.0.0.1",)

    target = check("http://a.example/", guard=Guard(), resolve=resolve, seconds=5)

    assert (asked, target.addresses) == (["a.example"], ("93.184.216.34",))


def test_a_place_opened_for_a_test_is_open_under_that_very_name_and_port_only() -> None:
    guard = Guard(frozenset({"localhost:8123"}))

    assert check(
        "http://localhost:8123/", guard=guard, resolve=system_resolver, seconds=5
    ).addresses
    for address in ("http://127.0.0.1:8123/", "http://localhost:8124/", "http://localhost/"):
        with pytest.raises(ConnectorError):
            check(address, guard=guard, resolve=system_resolver, seconds=5)


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "93.184.216.34", "2606:4700::1111", "2a00:1450:4009::200e"]
)
def test_ordinary_addresses_are_public(address: str) -> None:
    assert is_public(address)


@given(st.text(max_size=60) | st.from_regex(r"https?://[^/]{1,40}/?", fullmatch=True))
def test_any_text_is_either_taken_or_refused_with_our_own_error(text: str) -> None:
    try:
        target = check(text, guard=Guard(), resolve=_public_names, seconds=5)
    except ConnectorError:
        return
    assert target.port in (80, 443)
    assert not target.url.userinfo
