"""Problems told before the application is asked, in the same words and with the same headers."""

from __future__ import annotations

from contextvars import copy_context
from typing import Final

from werkzeug.datastructures import LanguageAccept
from werkzeug.http import parse_accept_header

from samspil.core import language
from samspil.core.errors import Problem
from samspil.core.http.application import Application
from samspil.core.http.serving.wsgi import Answer
from samspil.core.language import Language

RETRY_AFTER: Final = "Retry-After"


class Refusals:
    """The application's answers to errors; those to problems are made once a language."""

    def __init__(self, app: Application) -> None:
        self._app = app
        self._made: dict[tuple[str, Language], Answer] = {}

    def answer(self, error: Exception, accept_language: str) -> Answer:
        """What to send to somebody who reads these languages."""
        accepted = parse_accept_header(accept_language, LanguageAccept)
        chosen: Language = accepted.best_match(language.LANGUAGES, default="da")  # type: ignore[assignment]
        if not isinstance(error, Problem):  # it is logged each time
            return copy_context().run(self._make, error, chosen)
        made = self._made.get((error.name, chosen))
        if made is None:
            # In a context of its own: the language is that of this one answer.
            made = copy_context().run(self._make, error, chosen)
            self._made[error.name, chosen] = made
        if error.retry_after is None:
            return made
        return made._replace(headers=[*made.headers, (RETRY_AFTER, str(error.retry_after))])

    def _make(self, error: Exception, chosen: Language) -> Answer:
        language.current.set(chosen)
        with self._app.test_request_context():
            response = self._app.make_response(self._app.handle_user_exception(error))
            response = self._app.process_response(response)
            headers = [(name, value) for name, value in response.headers if name != RETRY_AFTER]
            return Answer(response.status_code, headers, response.get_data())
