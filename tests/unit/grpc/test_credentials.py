"""Who asks, as far as headers tell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lending.application.call import Actor, Role
from lending_adapters.grpc.credentials import ACTOR, ROLE, SCOPE, NobodyKnown, TrustedMetadata, headers_of

NAMES = st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=20)


@given(NAMES, st.sampled_from(Role), st.none() | NAMES)
def test_an_actor_arrives_as_sent(name: str, role: Role, scope: str | None) -> None:
    actor = Actor(name, role, scope)
    headers = dict(headers_of(actor))
    assert all(value.isascii() for value in headers.values())
    assert TrustedMetadata().identify(headers) == actor


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {ACTOR: "a"},
        {ROLE: "CUSTOMER"},
        {ACTOR: "a", ROLE: "EMPEROR"},
        {ACTOR: "a", ROLE: "customer"},
        {ACTOR: "", ROLE: "CUSTOMER"},
        {ACTOR: " a", ROLE: "CUSTOMER"},
        {ACTOR: "a" * 65, ROLE: "CUSTOMER"},
        {ACTOR: "a%00b", ROLE: "CUSTOMER"},
        {ACTOR: "a%ffb", ROLE: "CUSTOMER"},
        {ACTOR: "a%0Ab", ROLE: "CUSTOMER"},
        {ACTOR: "a", ROLE: "CUSTOMER", SCOPE: ""},
    ],
)
def test_headers_that_name_nobody(headers: dict[str, str]) -> None:
    assert TrustedMetadata().identify(headers) is None


def test_a_server_that_was_not_told_knows_nobody() -> None:
    assert NobodyKnown().identify(dict(headers_of(Actor("a", Role.SYSTEM)))) is None
