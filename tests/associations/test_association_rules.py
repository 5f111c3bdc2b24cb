"""What may be done, by whom, in which state: the rules alone."""

import pytest

from samspil.associations import rules
from samspil.associations.models import STATES, Association
from samspil.associations.rules import Standing
from samspil.core import time

STANDINGS = {
    "stranger": Standing(None, False),
    "member": Standing("member", False),
    "manager": Standing("manager", False),
    "staff": Standing(None, True),
    "staff who is a member": Standing("member", True),
}


def one(status: str, *, verified: bool = True) -> Association:
    return Association(status=status, verified_at=time.now() if verified else None)


@pytest.mark.parametrize("status", STATES)
@pytest.mark.parametrize("who", STANDINGS)
def test_nobody_does_more_than_they_may(who: str, status: str) -> None:
    standing = STANDINGS[who]
    may = rules.may(standing, one(status))
    runs, decides = who == "manager" or standing.staff, standing.staff
    assert may == {
        "edit": runs and status != "merged",
        "invite": runs and status == "public",
        "change_members": runs and status != "merged",
        "see_history": runs,
        "declare": who == "manager" and status != "merged",
        "leave": standing.role is not None,
        "verify": decides and status == "pending",
        "decline": decides and status == "pending",
        "approve": decides and status == "public",
        "hide": decides and status == "public",
        "show": decides and status == "hidden",
        "merge": decides and status != "merged",
    }
    assert rules.may_see_desk(standing) == (who != "stranger")


def test_one_that_a_register_brought_can_still_be_verified() -> None:
    assert rules.may_verify(STANDINGS["staff"], one("public", verified=False))
    assert not rules.may_verify(STANDINGS["manager"], one("public", verified=False))


def test_the_higher_of_two_roles_is_the_one_that_allows_more() -> None:
    assert rules.highest("member", "manager") == "manager"
    assert rules.highest("manager", "member") == "manager"
    assert rules.highest("member", "member") == "member"
