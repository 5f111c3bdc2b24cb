"""Signed in as anybody, every operation keeps to its own description, whatever it is sent.

schemathesis makes the requests up from the OpenAPI document: valid ones and invalid ones, at every
limit that the document names and by chance, each for things that are there. Each happens in a
transaction that is rolled back, so that no request meets what another has left, whether it closes a
need or erases an account. What a visitor is answered, over the network, is asked in
tests/core/test_openapi.py.

`SAMSPIL_CONTRACT_CASES` says how many cases an operation gets at most, of each of the two kinds;
when it is set, those by chance are others each time.
"""

import copy
import os
import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import parse_qsl

import hypothesis
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase
from hypothesis.errors import Unsatisfiable
from schemathesis import Case, GenerationMode
from schemathesis.checks import CheckFunction, load_all_checks
from schemathesis.core.failures import FailureGroup
from schemathesis.core.parameters import ParameterLocation
from schemathesis.generation.drivers import CoverageGenerator
from schemathesis.generation.feedback import NO_FEEDBACK
from schemathesis.generation.overrides import Override
from schemathesis.specs.openapi.checks import ignored_auth, positive_data_acceptance
from schemathesis.specs.openapi.schemas import OpenApiSchema

from factories.pictures import jpeg
from factories.world import World
from reading import API
from stage import Stage, undone
from test_access import EVERYBODY, ROWS, Row
from valid_requests import put_known_right, put_right

WHO = ("volunteer", "manager", "staff")
# Not the document itself, which does not stand in it.
OPERATIONS = [name for name in ROWS if API in name and not name.endswith("/openapi.json")]

ASKED_FOR = os.environ.get("SAMSPIL_CONTRACT_CASES")
# At the document's limits, and by chance: for whom an operation lets in, and for others.
MANY = (int(ASKED_FOR), int(ASKED_FOR)) if ASKED_FOR else (18, 2)
FEW = MANY if ASKED_FOR else (4, 1)

# Things in other states; each third request is about one of them.
ELSEWHERE = {
    "slug": ("beta", "pending", "hidden", "merged"),
    "need_id": ("need", "draft", "hidden_need", "hidden_by_staff", "liked_need"),
    "shift_id": ("shift", "unclaimed"),
    "signup_id": ("signup", "offered"),
}


@pytest.fixture(scope="session")
def schema(lasting_stage: Stage) -> OpenApiSchema:
    """The document, as the application gives it."""
    return schemathesis.openapi.from_wsgi(f"{API}/openapi.json", lasting_stage.app)


def bearer(world: World, who: str, name: str) -> str:
    """Somebody's token, as a program sends it; to refresh takes the other one."""
    refreshes = name.endswith("/auth/refresh")
    cookie, path = ("refresh", "/api/v1/auth") if refreshes else ("access", "/api")
    token = world.clients[who].get_cookie(f"samspil_{cookie}", path=path)
    assert token is not None
    return f"Bearer {token.value}"


class Asked:
    """One operation, asked by one person, and what was wrong with its answers."""

    def __init__(self, stage: Stage, schema: OpenApiSchema, who: str, name: str) -> None:
        self.stage, self.schema, self.who, self.row = stage, schema, who, ROWS[name]
        method, _, rule = name.partition(" ")
        self.operation = schema[re.sub(r"<(?:[^<>]+:)?(\w+)>", r"{\1}", rule)][method]
        self.headers = {
            "Authorization": bearer(stage.world, who, name),
            "Accept-Encoding": "identity",
        }
        path, _, self.query = self.row.path.format_map(stage.world.names).partition("?")
        _, parts = stage.app.url_map.bind("").match(path, method)
        self.parts = {part: str(value) for part, value in parts.items()}
        self.known = known_body(self.row, stage.world)
        self.cases = 0
        self.statuses: set[int] = set()
        self.wrong: list[str] = []

    def rightly(self) -> None:
        """Ask as its row of the table does."""
        body: dict[str, Any] = {}
        if self.known is not None:
            kind = "multipart/form-data" if self.row.form else "application/json"
            kind = "application/x-www-form-urlencoded" if self.row.fields else kind
            body = {"body": self.known, "media_type": kind}
        query = dict(parse_qsl(self.query))
        self.send(self.operation.Case(path_parameters=dict(self.parts), query=query, **body))

    def at_limits(self, most: int) -> None:
        """Ask with what lies on each side of every limit; of many, with as many evenly chosen."""
        config = self.schema.config.generation_for(operation=self.operation, phase="coverage")
        cases = list(
            CoverageGenerator(
                operation=self.operation,
                generation_modes=list(GenerationMode),
                generation_config=config,
                auth_storage=None,
                override=Override(),
                feedback=NO_FEEDBACK,
            )
        )
        step = max(1.0, len(cases) / most)
        for number in range(min(most, len(cases))):
            self.made_up(cases[int(number * step)])

    def by_chance(self, most: int) -> None:
        """Ask with what comes of chance."""
        for mode in GenerationMode:

            @hypothesis.settings(
                max_examples=most,
                derandomize=not ASKED_FOR,
                database=None,
                deadline=None,
                phases=[Phase.generate],
                suppress_health_check=list(HealthCheck),
            )
            @hypothesis.given(case=self.operation.as_strategy(generation_mode=mode))
            def ask(case: Case) -> None:
                self.made_up(case)

            try:
                ask()
            except Unsatisfiable:
                assert mode is GenerationMode.NEGATIVE  # where nothing is sent, nothing is wrong

    def made_up(self, case: Case) -> None:
        """Ask what schemathesis has made up, about things that are there."""
        assert case.meta is not None
        valid = case.meta.generation.mode is GenerationMode.POSITIVE
        path = case.meta.components.get(ParameterLocation.PATH)
        elsewhere = False
        # In place: schemathesis takes a part that was set anew for another kind of part.
        if path is not None and path.mode is GenerationMode.POSITIVE:
            elsewhere = self.cases % 3 == 2 and bool(ELSEWHERE.keys() & self.parts.keys())
            case.path_parameters.update(self.parts | (self.others() if elsewhere else {}))
        if valid and case.query:
            put_right(case.query)
        if valid and isinstance(case.body, dict):
            put_known_right(case.body, copy.deepcopy(self.known or {}))
        # It signs cases in with names and tokens of its own making.
        case.headers.pop("Authorization", None)
        case.cookies.pop("samspil_access", None)
        # A thing in another state may refuse what is valid, and so may one without the row's body,
        # such as who must give their password; somebody does, as the row says.
        bodiless = bool(self.known) and not isinstance(case.body, dict)
        refuses = elsewhere or bodiless or self.row.answer(self.who) == 422
        # That it takes a token is asked once, rightly.
        self.send(case, [ignored_auth, *([positive_data_acceptance] if refuses else [])])

    def others(self) -> dict[str, str]:
        """Things in other states, by turns."""
        names = self.stage.world.names
        return {
            part: names[ELSEWHERE[part][self.cases // 3 % len(ELSEWHERE[part])]]
            for part in ELSEWHERE.keys() & self.parts.keys()
        }

    def send(self, case: Case, but: Sequence[CheckFunction] = ()) -> None:
        """Ask, check the answer in every way, and let nothing of it have happened."""
        self.cases += 1
        with undone(self.stage.connection):
            response = case.call(base_url="http://localhost", headers=self.headers)
            self.statuses.add(response.status_code)
            try:
                case.validate_response(
                    response,
                    excluded_checks=list(but),
                    headers=self.headers,
                    transport_kwargs={"base_url": "http://localhost", "headers": self.headers},
                )
            except FailureGroup as failures:
                self.wrong.append(f"{failures}\n{response.text[:500]}")


def known_body(row: Row, world: World) -> dict[str, Any] | None:
    """The body of a row, with names of things in the world."""
    if row.form is not None:
        return {"file": jpeg(), **row.form}
    body = row.fields if row.fields is not None else row.sent(world.names).get("json")
    return None if body is None else dict(body)


@pytest.mark.parametrize("name", OPERATIONS)
@pytest.mark.parametrize("who", WHO)
def test_an_operation_keeps_to_its_description(
    stage: Stage, schema: OpenApiSchema, who: str, name: str
) -> None:
    load_all_checks()
    row = ROWS[name]
    let_in = row.answer(who) < 400
    limits, chance = MANY if let_in and row.group is not EVERYBODY else FEW
    asked = Asked(stage, schema, who, name)
    asked.rightly()
    assert asked.statuses == {row.answer(who)}, asked.wrong
    asked.at_limits(limits)
    asked.by_chance(chance)
    assert not asked.wrong, "\n\n".join([f"{len(asked.wrong)} of {asked.cases}", *asked.wrong[:5]])
