"""The one kind of error a person who starts Samspil is meant to read."""


class LocalError(Exception):
    """Something on this machine stands in the way.

    Its text is one line for the person at the terminal, who should learn what is
    wrong and what to do about it without reading a traceback.
    """


class AlreadyRunning(LocalError):  # noqa: N818  # a state of affairs
    """Another run has the database of this folder running."""
