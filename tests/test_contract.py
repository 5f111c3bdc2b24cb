"""Whoever asks, every operation keeps to its own description, whatever it is sent.

schemathesis makes the requests up from the OpenAPI document: valid ones and invalid ones, at every
limit that the document names and by chance, each for things that are there. Each happens in a
transaction that is rolled back, so that no request meets what another has left, whether it closes a
need or erases an account. What a visitor is answered over the network, by chance alone, is asked
in tests/core/test_openapi.py.

`SAMSPIL_CONTRACT_CASES` says how many cases an operation gets at most, of each of the two kinds;
when it is set, those by chance are others each time.
"""

import copy
import itertools
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
from profiles import tries
from reading import API
from stage import Stage, undone
from test_access import EVERYBODY, ROWS, Row
from valid_requests import put_known_right, put_right

WHO = ("visitor", "volunteer", "manager", "staff")
# Not the document itself, which does not stand in it.
OPERATIONS = [name for name in ROWS if API in name and not name.endswith("/openapi.json")]

ASKED_FOR = os.environ.get("SAMSPIL_CONTRACT_CASES")
# At the document's limits, and by chance: by whom an operation is for, and by others.
MANY = (int(ASKED_FOR), int(ASKED_FOR)) if ASKED_FOR else (tries(12, 18), 2)
FEW = MANY if ASKED_FOR else (tries(3, 4), 1)

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
        token = {} if who == "visitor" else {"Authorization": bearer(stage.world, who, name)}
        self.headers = token | {"Accept-Encoding": "identity"}
        path, _, self.query = self.row.path.format_map(stage.world.names).partition("?")
        _, parts = stage.app.url_map.bind("").match(path, method)
        self.parts = {part: str(value) for part, value in parts.items()}
        self.known = known_body(self.row, stage.world)
        # What is open to all is asked as a visitor, and of the others only whether they may too.
        often = self.row.answer(who) < 400 and (self.row.group is EVERYBODY) == (who == "visitor")
        self.at_limits, self.by_chance = MANY if often else FEW
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


def ask_at_limits(everybody: Sequence[Asked]) -> None:
    """Ask with what lies on each side of every limit; of many, each with as many evenly chosen."""
    schema, operation = everybody[0].schema, everybody[0].operation
    cases = list(
        CoverageGenerator(
            operation=operation,
            generation_modes=list(GenerationMode),
            generation_config=schema.config.generation_for(operation=operation, phase="coverage"),
            auth_storage=None,
            override=Override(),
            feedback=NO_FEEDBACK,
        )
    )
    for number, asked in enumerate(everybody):
        step = max(1.0, len(cases) / asked.at_limits)
        # Where there are more cases than one asks with, each asks with others.
        first = number * step / len(everybody)
        for turn in range(min(asked.at_limits, len(cases))):
            asked.made_up(cases[int(first + turn * step) % len(cases)])


def ask_by_chance(everybody: Sequence[Asked], mode: GenerationMode) -> None:
    """Ask with what comes of chance."""
    turns = itertools.count()

    @hypothesis.settings(
        max_examples=max(asked.by_chance for asked in everybody),
        derandomize=not ASKED_FOR,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @hypothesis.given(case=everybody[0].operation.as_strategy(generation_mode=mode))
    def ask(case: Case) -> None:
        turn = next(turns)
        for asked in everybody:
            if turn < asked.by_chance:
                asked.made_up(case)

    try:
        ask()
    except Unsatisfiable:
        assert mode is GenerationMode.NEGATIVE  # where nothing is sent, nothing is wrong


@pytest.mark.parametrize("name", OPERATIONS)
def test_an_operation_keeps_to_its_description(
    stage: Stage, schema: OpenApiSchema, name: str
) -> None:
    load_all_checks()
    everybody = [Asked(stage, schema, who, name) for who in WHO]
    for asked in everybody:
        asked.rightly()
        assert asked.statuses == {asked.row.answer(asked.who)}, asked.wrong
    # Made up once for all who ask: that takes as long as asking.
    ask_at_limits(everybody)
    for mode in GenerationMode:
        ask_by_chance(everybody, mode)
    for asked in everybody:
        said = f"{asked.who}: {len(asked.wrong)} of {asked.cases}"
        assert not asked.wrong, "\n\n".join([said, *asked.wrong[:5]])
