"""What can go wrong with sign-ups."""

from __future__ import annotations

from samspil.core.errors import Conflict


class AlreadySignedUp(Conflict):
    """The person has an open sign-up here; `signup` is its id."""

    name = "already-signed-up"


class Overlap(Conflict):
    """The shift overlaps others of the person's, listed in `shifts`, and no yes was given."""

    name = "overlap"


class NeedClosed(Conflict):
    """Nobody can sign up for this any more, or not just now."""

    name = "need-closed"


class NoPlaceLeft(Conflict):
    """Every place is held by somebody."""

    name = "no-place-left"


class OfferGone(Conflict):
    """There was no offer of a place, or its time is up."""

    name = "offer-gone"
