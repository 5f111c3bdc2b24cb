"""HTTP, once for all domains: the application class, parsing, answers, errors, guards."""

from samspil.core.http.answers import answer, json_of
from samspil.core.http.application import Application, session, settings
from samspil.core.http.blueprint import Blueprint
from samspil.core.http.guards import Access, open_to
from samspil.core.http.limits import LocalStorage

__all__ = [
    "Access",
    "Application",
    "Blueprint",
    "LocalStorage",
    "answer",
    "json_of",
    "open_to",
    "session",
    "settings",
]
