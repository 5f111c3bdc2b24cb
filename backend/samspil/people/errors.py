"""What can go wrong with accounts."""

from __future__ import annotations

from samspil.core.errors import Problem


class WrongCredentials(Problem):
    """The address and the password do not belong together; not which of them is wrong."""

    status = 401
    name = "wrong-credentials"


class LinkGone(Problem):
    """The link was used, has expired, was replaced by a newer one, or never was."""

    status = 404
    name = "link-gone"
