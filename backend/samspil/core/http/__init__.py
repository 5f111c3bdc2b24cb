"""HTTP, once for all domains: the application class, parsing, answers, errors, guards."""

from samspil.core.http.answers import answer, json_of, must_match, private_answer, version_tag
from samspil.core.http.application import (
    Application,
    Visitor,
    actor,
    actor_or_none,
    session,
    settings,
    visitor,
)
from samspil.core.http.blueprint import Blueprint, Pages
from samspil.core.http.guards import Access, LocalStorage, open_to
from samspil.core.http.parsing import answers_retries

__all__ = [
    "Access",
    "Application",
    "Blueprint",
    "LocalStorage",
    "Pages",
    "Visitor",
    "actor",
    "actor_or_none",
    "answer",
    "answers_retries",
    "json_of",
    "must_match",
    "open_to",
    "private_answer",
    "session",
    "settings",
    "version_tag",
    "visitor",
]
