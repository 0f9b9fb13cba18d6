"""What is sealed opens only under its key, in its place, and unchanged."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.vault.sealing import SealBroken, new_key, seal, unseal

KEY = new_key()


@given(data=st.binary(max_size=500), about=st.text(max_size=40))
def test_what_was_sealed_opens_as_it_was(data: bytes, about: str) -> None:
    assert unseal(seal(data, key=KEY, about=about), key=KEY, about=about) == data


def test_the_same_words_look_different_each_time() -> None:
    assert seal(b"words", key=KEY, about="a") != seal(b"words", key=KEY, about="a")


@given(place=st.integers(0, 200), bit=st.integers(0, 7))
def test_one_bit_changed_and_it_does_not_open(place: int, bit: int) -> None:
    sealed = bytearray(seal(b"she told her tutor on Monday", key=KEY, about="entry"))
    sealed[place % len(sealed)] ^= 1 << bit
    with pytest.raises(SealBroken):
        unseal(bytes(sealed), key=KEY, about="entry")


@pytest.mark.parametrize("cut", [0, 1, 5, 13, 20])
def test_a_cut_row_does_not_open(cut: int) -> None:
    with pytest.raises(SealBroken):
        unseal(seal(b"words", key=KEY, about="a")[:cut], key=KEY, about="a")


def test_another_key_or_another_place_does_not_open_it() -> None:
    sealed = seal(b"words", key=KEY, about="incident:7")
    with pytest.raises(SealBroken):
        unseal(sealed, key=new_key(), about="incident:7")
    with pytest.raises(SealBroken):
        unseal(sealed, key=KEY, about="incident:8")
