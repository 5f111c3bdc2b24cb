"""Every route of the interface, and what it answers each kind of person.

A route that stands in no row fails the first test, so that nobody adds one without saying here who
may use it. Each row belongs to a group, and the group says why its seven answers are as they are.
"""

import dataclasses
import io
import json
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from flask.testing import FlaskClient

from databases import NOW
from factories.pictures import jpeg
from factories.world import NO_ID, PASSWORD
from samspil.core.http import Application
from stage import Stage, undone

WHO = (
    "visitor",
    "unconfirmed",
    "volunteer",
    "member",
    "manager",
    "other",
    "staff",
    "administrator",
)


@dataclasses.dataclass(frozen=True)
class Group:
    """Who gets in, and what the others are told, and why."""

    why: str
    kept_out: Mapping[str, int]


EVERYBODY = Group("It is public.", {})
THE_SIGNED_IN = Group("It is about the one who asks, and a visitor is nobody.", {"visitor": 401})
THE_CONFIRMED = Group(
    "It acts in a person's name, or makes something that lasts: the address must be confirmed.",
    {"visitor": 401, "unconfirmed": 403},
)
THOSE_OF_THE_DESK = Group(
    "A desk is for its members and for staff; others are not told whether there is one.",
    {"visitor": 401, "unconfirmed": 404, "volunteer": 404, "other": 404},
)
THOSE_WHO_RUN_IT = Group(
    "Managers and staff; a member knows of the desk but may not, others are told nothing.",
    {"visitor": 401, "unconfirmed": 404, "volunteer": 404, "member": 403, "other": 404},
)
THOSE_WHO_RUN_IT_CONFIRMED = Group(
    "As those who run it, and it acts in their name.",
    {"visitor": 401, "unconfirmed": 403, "volunteer": 404, "member": 403, "other": 404},
)
WHOSE_IT_IS = Group(
    "It is the volunteer's own; others are not told that there is one.",
    {"visitor": 401, "unconfirmed": 403} | dict.fromkeys(WHO[3:], 404),
)
WHOSE_IT_IS_TO_READ = Group(
    "As whose it is, and it does nothing that an address must be proved for.",
    {"visitor": 401} | dict.fromkeys(("unconfirmed", *WHO[3:]), 404),
)
THOSE_WHO_SPEAK_FOR_IT = Group(
    "Managers: staff neither speak for an association nor need its volunteers' addresses.",
    {"visitor": 401, "unconfirmed": 403, "volunteer": 404, "other": 404}
    | dict.fromkeys(("member", "staff", "administrator"), 403),
)
THE_TWO_SIDES = Group(
    "A volunteer and who manages the association, and not even staff; strangers are told nothing.",
    {"visitor": 401, "unconfirmed": 404, "other": 404}
    | dict.fromkeys(("member", "staff", "administrator"), 403),
)
THE_TWO_SIDES_CONFIRMED = Group(
    "As the two sides, and it acts in their name.",
    dict(THE_TWO_SIDES.kept_out) | {"unconfirmed": 403},
)
EMPLOYEES = Group(
    "It is the municipality's work.",
    {"visitor": 401} | dict.fromkeys(WHO[1:6], 403),
)
ADMINISTRATORS = Group(
    "Few decide who works with what.",
    {"visitor": 401} | dict.fromkeys(WHO[1:7], 403),
)


@dataclasses.dataclass(frozen=True)
class Row:
    """A route, how it is asked, and what those are answered who get in.

    Attributes:
        group: who gets in.
        let_in: the status for them.
        path: the route's, with names of things in the world in braces.
        body: JSON that is right.
        form: a form with a file.
        fields: a form without one.
        but: answers of some that differ within the group, each with its reason.
    """

    group: Group
    let_in: int
    path: str
    body: Any = None
    form: Mapping[str, Any] | None = None
    fields: Mapping[str, str] | None = None
    but: Mapping[str, tuple[int, str]] = dataclasses.field(default_factory=dict)

    def answer(self, who: str) -> int:
        """What this person is answered."""
        if who in self.but:
            return self.but[who][0]
        return self.group.kept_out.get(who, self.let_in)

    def sent(self, names: Mapping[str, str]) -> dict[str, Any]:
        """What a client sends with it, for things of these names."""
        sent: dict[str, Any] = {}
        if self.body is not None:
            filled = json.dumps(self.body)
            for name, value in names.items():
                filled = filled.replace(f"{{{name}}}", value)
            sent["json"] = json.loads(filled)
        if self.form is not None:
            sent["data"] = {"file": (io.BytesIO(jpeg()), "billede.jpg"), **self.form}
        if self.fields is not None:
            sent["data"] = dict(self.fields)
        return sent


A_PROFILE = {"name": "Nyt navn"}
REGISTERED = {
    "kind": "network",
    "name": "Nabohjælp i Ålsgårde",
    "summary": "Vi hjælper hinanden",
    "purpose": "At ingen står alene",
    "interests": [],
    "towns": ["aalsgaarde"],
    "contact": {"name": "Koordinatoren", "email": "nabo@demo.example"},
    "languages": ["da"],
}
A = "/api/v1/associations/{alfa}"
STAFF = "/api/v1/staff"
AN_ADDRESS = {"email": "nogen@demo.example"}
A_TOKEN = {"token": "a" * 43, "password": PASSWORD}
A_REASON = {"reason": "Fordi det skal prøves."}

# Routes that show the same public thing to everybody; what they answer, and at which address.
PUBLIC = {
    "GET /": "/",
    "GET /<page:name>": "/icon.svg",
    "GET /api/docs": "/api/docs",
    "GET /api/ogc/": "/api/ogc/",
    "GET /api/ogc/api": "/api/ogc/api",
    "GET /api/ogc/conformance": "/api/ogc/conformance",
    "GET /api/ogc/collections": "/api/ogc/collections",
    "GET /api/ogc/collections/<collection_id>": "/api/ogc/collections/needs",
    "GET /api/ogc/collections/<collection_id>/items": "/api/ogc/collections/needs/items",
    "GET /api/ogc/collections/<collection_id>/items/<feature_id>": (
        "/api/ogc/collections/needs/items/{need}"
    ),
    "GET /api/v1/addresses": "/api/v1/addresses?q=torvet",
    "GET /api/v1/associations": "/api/v1/associations",
    "GET /api/v1/associations/<slug:slug>": A,
    "GET /api/v1/demo/mails": "/api/v1/demo/mails",
    "GET /api/v1/discover": "/api/v1/discover?place=tikoeb",
    "GET /api/v1/interests": "/api/v1/interests",
    "GET /api/v1/map": "/api/v1/map?bbox=12.4,56.0,12.6,56.1",
    "GET /api/v1/needs": "/api/v1/needs",
    "GET /api/v1/needs/<uuid:need_id>": "/api/v1/needs/{need}",
    "GET /api/v1/needs/facets": "/api/v1/needs/facets",
    "GET /api/v1/openapi.json": "/api/v1/openapi.json",
    "GET /api/v1/outline": "/api/v1/outline",
    "GET /api/v1/pictures/<uuid:picture_id>/<int:width>.webp": (
        "/api/v1/pictures/{picture}/480.webp"
    ),
    "GET /api/v1/places": "/api/v1/places?q=tik",
    "GET /api/v1/places/<slug:slug>": "/api/v1/places/tikoeb",
    "GET /api/v1/privacy": "/api/v1/privacy",
    "GET /api/v1/premises": "/api/v1/premises",
    "GET /api/v1/premises/<slug:slug>": "/api/v1/premises/{premises}",
    "GET /api/v1/site": "/api/v1/site",
    "GET /foreninger": "/foreninger",
    "GET /foreninger/<slug:slug>": "/foreninger/{alfa}",
    "GET /healthz": "/healthz",
    "GET /lokaler": "/lokaler",
    "GET /lokaler/<slug:slug>": "/lokaler/{premises}",
    "GET /mere": "/mere",
    "GET /opgaver/<need_id>": "/opgaver/{need}",
    "GET /opgaver/<need_id>/billede.png": "/opgaver/{need}/billede.png",
    "GET /foreninger/<slug:slug>/billede.png": "/foreninger/{alfa}/billede.png",
    "GET /privatliv": "/privatliv",
    "GET /readyz": "/readyz",
    "GET /tilgaengelighed": "/tilgaengelighed",
    # The shell of pages for one person: what stands in them comes through the interface.
    "GET /log-ind": "/log-ind",
    "GET /opret": "/opret",
    "GET /glemt": "/glemt",
    "GET /bekraeft/<token>": "/bekraeft/secret",
    "GET /bevis": "/bevis",
    "GET /bevis/<code>": "/bevis/{code}",
    "GET /afmeld/<token>": "/afmeld/secret",
    "GET /mig": "/mig",
    "GET /mig/<path:part>": "/mig/profil",
    "GET /opret-forening": "/opret-forening",
    "GET /forening/<slug:slug>": "/forening/{alfa}",
    "GET /forening/<slug:slug>/<path:part>": "/forening/{alfa}/medlemmer",
    "GET /medarbejder": "/medarbejder",
    "GET /medarbejder/<path:part>": "/medarbejder/foreninger",
    "GET /demo/postkasse": "/demo/postkasse",
    "GET /demo/postkasse/<mail_id>": "/demo/postkasse/1",
}

ROWS: dict[str, Row] = {rule: Row(EVERYBODY, 200, path) for rule, path in PUBLIC.items()} | {
    "GET /api/ogc/<path:_rest>": Row(EVERYBODY, 404, "/api/ogc/nothing"),
    "GET /api/v1/demo/mails/<uuid:mail_id>": Row(EVERYBODY, 404, f"/api/v1/demo/mails/{NO_ID}"),
    # An association and its desk
    "POST /api/v1/associations": Row(THE_CONFIRMED, 201, "/api/v1/associations", REGISTERED),
    "GET /api/v1/associations/<slug:slug>/desk": Row(THOSE_OF_THE_DESK, 200, f"{A}/desk"),
    "PATCH /api/v1/associations/<slug:slug>": Row(THOSE_WHO_RUN_IT_CONFIRMED, 200, A, A_PROFILE),
    "GET /api/v1/associations/<slug:slug>/history": Row(THOSE_WHO_RUN_IT, 200, f"{A}/history"),
    "POST /api/v1/associations/<slug:slug>/claims": Row(
        THE_CONFIRMED,
        201,
        f"{A}/claims",
        {"message": "Jeg er formand."},
        but={"manager": (409, "who runs it has nothing to claim")},
    ),
    "POST /api/v1/associations/<slug:slug>/invitations": Row(
        THOSE_WHO_RUN_IT_CONFIRMED,
        201,
        f"{A}/invitations",
        {"email": "ny@demo.example", "role": "member"},
    ),
    "DELETE /api/v1/associations/<slug:slug>/invitations/<uuid:invitation_id>": Row(
        THOSE_WHO_RUN_IT_CONFIRMED, 204, f"{A}/invitations/{{invitation}}"
    ),
    "PATCH /api/v1/associations/<slug:slug>/members/<uuid:person_id>": Row(
        THOSE_WHO_RUN_IT_CONFIRMED, 204, f"{A}/members/{{second}}", {"role": "manager"}
    ),
    "DELETE /api/v1/associations/<slug:slug>/members/<uuid:person_id>": Row(
        THOSE_WHO_RUN_IT, 204, f"{A}/members/{{second}}"
    ),
    "POST /api/v1/associations/<slug:slug>/pictures": Row(
        THOSE_WHO_RUN_IT_CONFIRMED, 201, f"{A}/pictures", form={"alt": "Klubhuset"}
    ),
    "PATCH /api/v1/associations/<slug:slug>/pictures/<uuid:picture_id>": Row(
        THOSE_WHO_RUN_IT_CONFIRMED, 200, f"{A}/pictures/{{picture}}", {"alt": "Klubhuset"}
    ),
    "DELETE /api/v1/associations/<slug:slug>/pictures/<uuid:picture_id>": Row(
        THOSE_WHO_RUN_IT_CONFIRMED, 204, f"{A}/pictures/{{picture}}"
    ),
    # Writing needs
    "GET /api/v1/associations/<slug:slug>/desk/needs": Row(
        THOSE_OF_THE_DESK, 200, f"{A}/desk/needs"
    ),
    "POST /api/v1/associations/<slug:slug>/needs": Row(
        THOSE_WHO_RUN_IT_CONFIRMED,
        201,
        f"{A}/needs",
        {
            "title": "Læs højt for børn",
            "commitment": "recurring",
            "pattern": [{"weekday": "tue", "starts": "17:00", "ends": "18:30"}],
            "positions": [{"lat": 56.09, "lon": 12.46}],
            "contact": {"email": "laes@demo.example"},
        },
    ),
    "GET /api/v1/needs/<uuid:need_id>/desk": Row(
        THOSE_OF_THE_DESK, 200, "/api/v1/needs/{draft}/desk"
    ),
    "PATCH /api/v1/needs/<uuid:need_id>": Row(
        THOSE_WHO_RUN_IT_CONFIRMED, 200, "/api/v1/needs/{draft}", {"wanted": 7}
    ),
    "DELETE /api/v1/needs/<uuid:need_id>": Row(
        THOSE_WHO_RUN_IT_CONFIRMED, 204, "/api/v1/needs/{draft}"
    ),
    "POST /api/v1/needs/<uuid:need_id>/publish": Row(
        THOSE_WHO_RUN_IT_CONFIRMED, 200, "/api/v1/needs/{draft}/publish"
    ),
    "POST /api/v1/needs/<uuid:need_id>/pause": Row(
        THOSE_WHO_RUN_IT_CONFIRMED, 200, "/api/v1/needs/{need}/pause"
    ),
    "POST /api/v1/needs/<uuid:need_id>/close": Row(
        THOSE_WHO_RUN_IT_CONFIRMED, 200, "/api/v1/needs/{need}/close"
    ),
    "POST /api/v1/needs/<uuid:need_id>/duplicate": Row(
        THOSE_WHO_RUN_IT_CONFIRMED, 201, "/api/v1/needs/{need}/duplicate", {}
    ),
    "GET /api/v1/needs/<uuid:need_id>/history": Row(
        THOSE_WHO_RUN_IT, 200, "/api/v1/needs/{need}/history"
    ),
    # Sign-ups
    "POST /api/v1/needs/<uuid:need_id>/signups": Row(
        THE_CONFIRMED, 201, "/api/v1/needs/{need}/signups", {"message": "Jeg vil gerne."}
    ),
    "POST /api/v1/shifts/<uuid:shift_id>/signups": Row(
        THE_CONFIRMED, 201, "/api/v1/shifts/{shift}/signups", {}
    ),
    "POST /api/v1/needs/<uuid:need_id>/signups/guest": Row(
        EVERYBODY,
        202,
        "/api/v1/needs/{need}/signups/guest",
        {"name": "Gæsten", "email": "gaest@demo.example"},
    ),
    "GET /api/v1/me/signups": Row(THE_SIGNED_IN, 200, "/api/v1/me/signups"),
    "GET /api/v1/me/signups/<uuid:signup_id>": Row(
        WHOSE_IT_IS_TO_READ, 200, "/api/v1/me/signups/{signup}"
    ),
    "POST /api/v1/signups/<uuid:signup_id>/withdraw": Row(
        WHOSE_IT_IS, 200, "/api/v1/signups/{signup}/withdraw"
    ),
    "POST /api/v1/signups/<uuid:signup_id>/take": Row(
        WHOSE_IT_IS, 200, "/api/v1/signups/{offered}/take"
    ),
    "POST /api/v1/signups/<uuid:signup_id>/accept": Row(
        THOSE_WHO_RUN_IT_CONFIRMED, 200, "/api/v1/signups/{offered}/accept", {}
    ),
    "POST /api/v1/signups/<uuid:signup_id>/wait": Row(
        THOSE_WHO_RUN_IT_CONFIRMED, 200, "/api/v1/signups/{offered}/wait", {}
    ),
    "POST /api/v1/signups/<uuid:signup_id>/decline": Row(
        THOSE_WHO_RUN_IT_CONFIRMED, 200, "/api/v1/signups/{signup}/decline", {}
    ),
    "POST /api/v1/signups/<uuid:signup_id>/reopen": Row(
        THOSE_WHO_RUN_IT_CONFIRMED, 200, "/api/v1/signups/{signup}/reopen"
    ),
    "POST /api/v1/signups/<uuid:signup_id>/attended": Row(
        THOSE_WHO_RUN_IT_CONFIRMED, 200, "/api/v1/signups/{signup}/attended", {}
    ),
    "POST /api/v1/signups/<uuid:signup_id>/absent": Row(
        THOSE_WHO_RUN_IT_CONFIRMED, 200, "/api/v1/signups/{signup}/absent"
    ),
    "GET /api/v1/associations/<slug:slug>/signups": Row(THOSE_WHO_RUN_IT, 200, f"{A}/signups"),
    "POST /api/v1/associations/<slug:slug>/declaration": Row(
        THOSE_WHO_SPEAK_FOR_IT, 200, f"{A}/declaration", {"year": NOW.year}
    ),
    "POST /api/v1/shifts/<uuid:shift_id>/remind": Row(
        THOSE_WHO_SPEAK_FOR_IT, 200, "/api/v1/shifts/{shift}/remind", {}
    ),
    "GET /api/v1/shifts/<uuid:shift_id>/contacts.csv": Row(
        THOSE_WHO_SPEAK_FOR_IT, 200, "/api/v1/shifts/{shift}/contacts.csv"
    ),
    "GET /api/v1/needs/<uuid:need_id>/contacts.csv": Row(
        THOSE_WHO_SPEAK_FOR_IT, 200, "/api/v1/needs/{need}/contacts.csv"
    ),
    "GET /api/v1/associations/<slug:slug>/volunteers": Row(
        THOSE_WHO_SPEAK_FOR_IT, 200, f"{A}/volunteers"
    ),
    "GET /api/v1/associations/<slug:slug>/volunteers.csv": Row(
        THOSE_WHO_SPEAK_FOR_IT, 200, f"{A}/volunteers.csv"
    ),
    "POST /api/v1/associations/<slug:slug>/signups/answers": Row(
        THOSE_WHO_RUN_IT_CONFIRMED,
        200,
        f"{A}/signups/answers",
        {"act": "decline", "signups": []},
    ),
    "GET /api/v1/signups/<uuid:signup_id>/desk": Row(
        THOSE_WHO_RUN_IT, 200, "/api/v1/signups/{signup}/desk"
    ),
    "PUT /api/v1/signups/<uuid:signup_id>/child-check": Row(
        THOSE_WHO_RUN_IT_CONFIRMED,
        200,
        "/api/v1/signups/{signup}/child-check",
        {"status": "none"},
    ),
    "GET /api/v1/signups/<uuid:signup_id>/messages": Row(
        THE_TWO_SIDES, 200, "/api/v1/signups/{signup}/messages"
    ),
    "POST /api/v1/signups/<uuid:signup_id>/messages": Row(
        THE_TWO_SIDES_CONFIRMED, 201, "/api/v1/signups/{signup}/messages", {"text": "Ved porten."}
    ),
    "POST /api/v1/signups/<uuid:signup_id>/messages/read": Row(
        THE_TWO_SIDES, 204, "/api/v1/signups/{signup}/messages/read", {"last": "{message}"}
    ),
    # Shifts
    "GET /api/v1/needs/<uuid:need_id>/shifts": Row(
        THOSE_WHO_RUN_IT, 200, "/api/v1/needs/{need}/shifts"
    ),
    "POST /api/v1/needs/<uuid:need_id>/shifts": Row(
        THOSE_WHO_RUN_IT_CONFIRMED,
        201,
        "/api/v1/needs/{need}/shifts",
        {
            "starts_at": "2027-03-09T19:00:00+01:00",
            "ends_at": "2027-03-09T21:00:00+01:00",
            "capacity": 2,
        },
    ),
    "GET /api/v1/associations/<slug:slug>/desk/shifts": Row(
        THOSE_WHO_RUN_IT, 200, f"{A}/desk/shifts"
    ),
    "POST /api/v1/associations/<slug:slug>/desk/shifts/copy": Row(
        THOSE_WHO_RUN_IT_CONFIRMED,
        200,
        f"{A}/desk/shifts/copy",
        {"from": "2027-03-08", "to": "2027-03-15"},
    ),
    "POST /api/v1/needs/<uuid:need_id>/shifts/weekly": Row(
        THOSE_WHO_RUN_IT_CONFIRMED,
        200,
        "/api/v1/needs/{need}/shifts/weekly",
        {
            "weekdays": ["tue"],
            "starts": "19:00",
            "ends": "21:00",
            "from": "2027-03-02",
            "until": "2027-04-06",
            "capacity": 2,
        },
    ),
    "PATCH /api/v1/shifts/<uuid:shift_id>": Row(
        THOSE_WHO_RUN_IT_CONFIRMED, 200, "/api/v1/shifts/{shift}", {"capacity": 5}
    ),
    "POST /api/v1/shifts/<uuid:shift_id>/cancel": Row(
        THOSE_WHO_RUN_IT_CONFIRMED, 200, "/api/v1/shifts/{shift}/cancel", {}
    ),
    "DELETE /api/v1/shifts/<uuid:shift_id>": Row(
        THOSE_WHO_RUN_IT_CONFIRMED, 204, "/api/v1/shifts/{unclaimed}"
    ),
    # Staff and what they have hidden
    "POST /api/v1/staff/needs/<uuid:need_id>/show": Row(
        EMPLOYEES, 204, f"{STAFF}/needs/{{hidden_by_staff}}/show"
    ),
    # Calendars
    "GET /api/v1/me/calendar": Row(THE_SIGNED_IN, 200, "/api/v1/me/calendar"),
    "POST /api/v1/me/calendar": Row(THE_CONFIRMED, 201, "/api/v1/me/calendar"),
    "DELETE /api/v1/me/calendar": Row(THE_SIGNED_IN, 204, "/api/v1/me/calendar"),
    "GET /api/v1/calendars/<string(maxlength=100):secret>.ics": Row(
        EVERYBODY, 404, "/api/v1/calendars/secret.ics"
    ),
    "GET /api/v1/shifts/<uuid:shift_id>.ics": Row(EVERYBODY, 200, "/api/v1/shifts/{shift}.ics"),
    # Hours and certificates
    "GET /api/v1/me/hours": Row(THE_SIGNED_IN, 200, "/api/v1/me/hours"),
    "POST /api/v1/me/hours": Row(
        THE_CONFIRMED,
        201,
        "/api/v1/me/hours",
        {"association": "{alfa}", "day": "2027-02-27", "minutes": 90},
        but=dict.fromkeys(
            ("other", "staff", "administrator"), (422, "who has no part in it has not helped")
        ),
    ),
    "PATCH /api/v1/hours/<uuid:entry_id>": Row(
        THOSE_WHO_RUN_IT_CONFIRMED,
        200,
        "/api/v1/hours/{hours}",
        {"minutes": 90},
        but={"volunteer": (200, "it is theirs")},
    ),
    "DELETE /api/v1/hours/<uuid:entry_id>": Row(WHOSE_IT_IS, 204, "/api/v1/hours/{hours}"),
    "POST /api/v1/hours/<uuid:entry_id>/confirm": Row(
        THOSE_WHO_RUN_IT_CONFIRMED, 200, "/api/v1/hours/{hours}/confirm", {}
    ),
    "POST /api/v1/hours/<uuid:entry_id>/decline": Row(
        THOSE_WHO_RUN_IT_CONFIRMED, 200, "/api/v1/hours/{hours}/decline", A_REASON
    ),
    "GET /api/v1/associations/<slug:slug>/hours": Row(THOSE_WHO_RUN_IT, 200, f"{A}/hours"),
    "POST /api/v1/associations/<slug:slug>/hours": Row(
        THOSE_WHO_RUN_IT_CONFIRMED,
        201,
        f"{A}/hours",
        {"signup": "{signup}", "day": "2027-02-27", "minutes": 90},
    ),
    "POST /api/v1/associations/<slug:slug>/hours/confirm": Row(
        THOSE_WHO_RUN_IT_CONFIRMED,
        200,
        f"{A}/hours/confirm",
        {"entries": [{"id": "{hours}", "minutes": 60}]},
    ),
    "GET /api/v1/me/certificates": Row(THE_SIGNED_IN, 200, "/api/v1/me/certificates"),
    "POST /api/v1/me/certificates": Row(
        THE_CONFIRMED,
        201,
        "/api/v1/me/certificates",
        {"from": "2027-01-01", "until": "2027-12-31", "language": "da"},
        but=dict.fromkeys(WHO[3:], (409, "they have no confirmed hours")),
    ),
    "GET /api/v1/me/certificates/<uuid:certificate_id>.pdf": Row(
        WHOSE_IT_IS,
        200,
        "/api/v1/me/certificates/{certificate}.pdf",
        but={"unconfirmed": (404, "as for all others")},
    ),
    "DELETE /api/v1/me/certificates/<uuid:certificate_id>": Row(
        WHOSE_IT_IS,
        204,
        "/api/v1/me/certificates/{certificate}",
        but={"unconfirmed": (404, "as for all others")},
    ),
    "GET /api/v1/certificates/<string(maxlength=60):code>": Row(
        EVERYBODY, 200, "/api/v1/certificates/{code}"
    ),
    # Staff and associations
    "GET /api/v1/staff/associations": Row(EMPLOYEES, 200, f"{STAFF}/associations"),
    "POST /api/v1/staff/associations/<slug:slug>/verify": Row(
        EMPLOYEES, 200, f"{STAFF}/associations/{{pending}}/verify", {}
    ),
    "POST /api/v1/staff/associations/<slug:slug>/decline": Row(
        EMPLOYEES, 200, f"{STAFF}/associations/{{pending}}/decline", A_REASON
    ),
    "POST /api/v1/staff/associations/<slug:slug>/approve": Row(
        EMPLOYEES,
        200,
        f"{STAFF}/associations/{{alfa}}/approve",
        {"from": "2027-03-01", "until": "2029-02-28"},
    ),
    "POST /api/v1/staff/associations/<slug:slug>/hide": Row(
        EMPLOYEES, 200, f"{STAFF}/associations/{{alfa}}/hide", A_REASON
    ),
    "POST /api/v1/staff/associations/<slug:slug>/show": Row(
        EMPLOYEES, 200, f"{STAFF}/associations/{{hidden}}/show", {}
    ),
    "POST /api/v1/staff/associations/<slug:slug>/merge": Row(
        EMPLOYEES, 200, f"{STAFF}/associations/{{alfa}}/merge", {"into": "{beta}"}
    ),
    "POST /api/v1/staff/merges/<uuid:merge_id>/undo": Row(
        EMPLOYEES, 200, f"{STAFF}/merges/{{merge}}/undo"
    ),
    "GET /api/v1/staff/powers": Row(EMPLOYEES, 200, f"{STAFF}/powers"),
    "GET /api/v1/staff/claims": Row(EMPLOYEES, 200, f"{STAFF}/claims"),
    "POST /api/v1/staff/claims/<uuid:claim_id>/accept": Row(
        EMPLOYEES, 204, f"{STAFF}/claims/{{claim}}/accept", {}
    ),
    "POST /api/v1/staff/claims/<uuid:claim_id>/decline": Row(
        EMPLOYEES, 204, f"{STAFF}/claims/{{claim}}/decline", A_REASON
    ),
    "GET /api/v1/needs/<uuid:need_id>/volunteers": Row(
        THOSE_WHO_RUN_IT, 200, "/api/v1/needs/{need}/volunteers"
    ),
    "POST /api/v1/needs/<uuid:need_id>/ask": Row(
        THOSE_WHO_RUN_IT_CONFIRMED,
        200,
        "/api/v1/needs/{need}/ask",
        {"volunteers": [NO_ID], "message": "Har du lyst?"},
    ),
    "GET /api/v1/staff/matching": Row(EMPLOYEES, 200, f"{STAFF}/matching"),
    "GET /api/v1/staff/overview": Row(EMPLOYEES, 200, f"{STAFF}/overview"),
    # Oneself
    "GET /api/v1/me": Row(THE_SIGNED_IN, 200, "/api/v1/me"),
    "PATCH /api/v1/me": Row(THE_SIGNED_IN, 200, "/api/v1/me", {"language": "en"}),
    "GET /api/v1/me/inbox": Row(THE_SIGNED_IN, 200, "/api/v1/me/inbox"),
    "GET /api/v1/me/matches": Row(THE_SIGNED_IN, 200, "/api/v1/me/matches"),
    # What one keeps to find again
    "GET /api/v1/me/searches": Row(THE_SIGNED_IN, 200, "/api/v1/me/searches"),
    "POST /api/v1/me/searches": Row(
        THE_CONFIRMED,
        201,
        "/api/v1/me/searches",
        {"name": "Dyr i Tikøb", "filters": {"place": "tikoeb", "interest": ["dyr"]}},
    ),
    "PATCH /api/v1/me/searches/<uuid:search_id>": Row(
        WHOSE_IT_IS, 200, "/api/v1/me/searches/{search}", {"frequency": "weekly"}
    ),
    "DELETE /api/v1/me/searches/<uuid:search_id>": Row(
        WHOSE_IT_IS_TO_READ, 204, "/api/v1/me/searches/{search}"
    ),
    "GET /api/v1/unsubscribe/<string(maxlength=100):token>": Row(
        EVERYBODY, 303, "/api/v1/unsubscribe/secret"
    ),
    "POST /api/v1/unsubscribe/<string(maxlength=100):token>": Row(
        EVERYBODY, 200, "/api/v1/unsubscribe/secret", fields={"List-Unsubscribe": "One-Click"}
    ),
    "GET /api/v1/me/favourites": Row(THE_SIGNED_IN, 200, "/api/v1/me/favourites"),
    "PUT /api/v1/me/favourites/need/<uuid:need_id>": Row(
        THE_CONFIRMED, 204, "/api/v1/me/favourites/need/{liked_need}"
    ),
    "DELETE /api/v1/me/favourites/need/<uuid:need_id>": Row(
        WHOSE_IT_IS_TO_READ, 204, "/api/v1/me/favourites/need/{liked_need}"
    ),
    "PUT /api/v1/me/favourites/association/<slug:slug>": Row(
        THE_CONFIRMED, 204, "/api/v1/me/favourites/association/{liked}"
    ),
    "DELETE /api/v1/me/favourites/association/<slug:slug>": Row(
        WHOSE_IT_IS_TO_READ, 204, "/api/v1/me/favourites/association/{liked}"
    ),
    "GET /api/v1/me/profile": Row(THE_SIGNED_IN, 200, "/api/v1/me/profile"),
    "DELETE /api/v1/me": Row(THE_SIGNED_IN, 202, "/api/v1/me", {"password": PASSWORD}),
    "GET /api/v1/me/export": Row(THE_SIGNED_IN, 200, "/api/v1/me/export"),
    "PUT /api/v1/me/consents/<string(maxlength=40):purpose>": Row(
        THE_CONFIRMED, 204, "/api/v1/me/consents/news_by_mail"
    ),
    "DELETE /api/v1/me/consents/<string(maxlength=40):purpose>": Row(
        THE_SIGNED_IN, 204, "/api/v1/me/consents/news_by_mail"
    ),
    "PUT /api/v1/me/profile": Row(THE_CONFIRMED, 200, "/api/v1/me/profile", {"about": "Hej"}),
    "PATCH /api/v1/me/password": Row(
        THE_CONFIRMED,
        204,
        "/api/v1/me/password",
        {"current": PASSWORD, "new": "endnu en lang adgangskode"},
    ),
    "POST /api/v1/me/email": Row(
        THE_CONFIRMED,
        202,
        "/api/v1/me/email",
        {"email": "ny@demo.example", "password": PASSWORD},
    ),
    "POST /api/v1/me/verification": Row(THE_SIGNED_IN, 202, "/api/v1/me/verification", {}),
    "POST /api/v1/auth/logout-everywhere": Row(
        THE_SIGNED_IN, 204, "/api/v1/auth/logout-everywhere", {}
    ),
    # Signing in: what is wrong here is wrong for everybody
    "POST /api/v1/auth/register": Row(
        EVERYBODY,
        202,
        "/api/v1/auth/register",
        {"email": "ny@demo.example", "name": "Ny", "password": PASSWORD},
    ),
    "POST /api/v1/auth/login": Row(
        EVERYBODY, 401, "/api/v1/auth/login", {"email": "ny@demo.example", "password": PASSWORD}
    ),
    "POST /api/v1/auth/link": Row(EVERYBODY, 202, "/api/v1/auth/link", AN_ADDRESS),
    "POST /api/v1/auth/forgot": Row(EVERYBODY, 202, "/api/v1/auth/forgot", AN_ADDRESS),
    "POST /api/v1/auth/reset": Row(EVERYBODY, 404, "/api/v1/auth/reset", A_TOKEN),
    "POST /api/v1/links/look": Row(
        EVERYBODY, 404, "/api/v1/links/look", {"token": A_TOKEN["token"]}
    ),
    "POST /api/v1/links/use": Row(EVERYBODY, 404, "/api/v1/links/use", A_TOKEN),
    "POST /api/v1/auth/refresh": Row(THE_SIGNED_IN, 200, "/api/v1/auth/refresh", {}),
    "POST /api/v1/auth/logout": Row(EVERYBODY, 204, "/api/v1/auth/logout", {}),
    # What visitors may send
    "POST /api/v1/matches": Row(EVERYBODY, 200, "/api/v1/matches", {"place": "tikoeb"}),
    "POST /api/v1/reports": Row(
        EVERYBODY,
        202,
        "/api/v1/reports",
        {"kind": "association", "slug": "{beta}", "reason": "Det er reklame."},
    ),
    # Staff and people
    "PUT /api/v1/staff/people/<uuid:person_id>/areas": Row(
        ADMINISTRATORS, 200, f"{STAFF}/people/{{second}}/areas", {"areas": ["premises"]}
    ),
    "GET /api/v1/staff/people": Row(ADMINISTRATORS, 200, f"{STAFF}/people?q=person"),
    "GET /api/v1/staff/reports": Row(EMPLOYEES, 200, f"{STAFF}/reports"),
    "POST /api/v1/staff/reports/<uuid:report_id>/uphold": Row(
        EMPLOYEES, 200, f"{STAFF}/reports/{{report}}/uphold", {"decision": "Det er reklame."}
    ),
    "POST /api/v1/staff/reports/<uuid:report_id>/dismiss": Row(
        EMPLOYEES, 200, f"{STAFF}/reports/{{report}}/dismiss", {"decision": "Det er i orden."}
    ),
    "POST /api/v1/staff/reports/<uuid:report_id>/reopen": Row(
        EMPLOYEES, 200, f"{STAFF}/reports/{{report}}/reopen"
    ),
}


def operations(app: Application) -> Iterator[str]:
    """Each operation as "METHOD rule"."""
    for rule in app.url_map.iter_rules():
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}:
            yield f"{method} {rule.rule}"


def test_every_operation_stands_in_a_row(empty_app: Application) -> None:
    assert set(operations(empty_app)) == set(ROWS)


def ask(client: FlaskClient, method: str, row: Row, names: Mapping[str, str]) -> int:
    """The status that a row's request is answered with."""
    with client.open(row.path.format_map(names), method=method, **row.sent(names)) as answered:
        status: int = answered.status_code
    return status


@pytest.mark.parametrize("operation", ROWS)
def test_an_operation_answers_each_as_its_row_says(operation: str, stage: Stage) -> None:
    row, method, world = ROWS[operation], operation.partition(" ")[0], stage.world
    answered = {}
    for who in WHO:
        # What one has changed is undone before the next one asks.
        with undone(stage.connection):
            answered[who] = ask(world.clients[who], method, row, world.names)
    assert answered == {who: row.answer(who) for who in WHO}, row.group.why
