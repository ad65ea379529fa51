"""Sealing, opening, blind indexes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lending_adapters.privacy import BadKeyring, Keyring, Unreadable

KEYS = Keyring.generate()


@given(st.text(), st.text())
def test_what_is_sealed_opens_in_its_place(text: str, place: str) -> None:
    assert KEYS.open(KEYS.seal(text, place), place) == text


def test_sealing_twice_gives_two_texts() -> None:
    assert KEYS.seal("same", "row 1") != KEYS.seal("same", "row 1")


@pytest.mark.parametrize(
    "spoil", [lambda sealed: sealed[:-4], lambda sealed: "k9" + sealed[2:], lambda _: "", lambda s: s + "!"]
)
def test_what_was_changed_does_not_open(spoil: object) -> None:
    with pytest.raises(Unreadable):
        KEYS.open(spoil(KEYS.seal("text", "row 1")), "row 1")  # type: ignore[operator]


def test_blind_indexes_are_equal_in_one_place_only() -> None:
    assert KEYS.blind("110", "customer identity") == KEYS.blind("110", "customer identity")
    assert KEYS.blind("110", "customer identity") != KEYS.blind("110", "dealer identity")
    assert KEYS.blind("110", "p") != Keyring.generate().blind("110", "p")


def test_rotation_keeps_the_blind_index() -> None:
    rotated = KEYS.rotated()
    assert rotated.blind("110", "p") == KEYS.blind("110", "p")
    assert rotated.open(KEYS.seal("old", "p"), "p") == "old"
    with pytest.raises(Unreadable, match="k2"):
        KEYS.open(rotated.seal("new", "p"), "p")


def test_text_and_back() -> None:
    assert Keyring.parse(KEYS.text).open(KEYS.seal("x", "p"), "p") == "x"


def test_keys_are_never_printed() -> None:
    assert repr(KEYS) == "Keyring(current='k1', 1 keys)"


@pytest.mark.parametrize(
    "text",
    [
        '{"current":"k2","keys":{},"index":""}',
        '{"current":"k1","keys":{"k1":"c2hvcnQ="},"index":"c2hvcnQ="}',
        "¤",
        "[1]",
    ],
)
def test_what_is_no_keyring_is_refused(text: str) -> None:
    with pytest.raises(BadKeyring):
        Keyring.parse(text)
