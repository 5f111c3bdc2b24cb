"""The reader's language, and the catalogue of every text the backend itself says.

Here stand the texts of this floor and of pages; a domain hands over its own in its manifest.

The language is a context variable because validation messages are made deep inside marshmallow,
where no argument of ours can reach; `core.http` sets it once a request.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Final, Literal

Language = Literal["da", "en"]
Texts = Mapping[str, Mapping[Language, str]]

LANGUAGES: Final[tuple[Language, ...]] = ("da", "en")

current: ContextVar[Language] = ContextVar("language", default="da")

TEXTS: Final[dict[str, Mapping[Language, str]]] = {
    # Titles of problems
    "validation": {
        "da": "Noget i forespørgslen er forkert",
        "en": "Something in the request is wrong",
    },
    "not-found": {"da": "Findes ikke", "en": "Not found"},
    "method-not-allowed": {"da": "Det kan man ikke her", "en": "That cannot be done here"},
    "too-large": {"da": "Det er for stort", "en": "That is too large"},
    "too-many-requests": {"da": "For mange forespørgsler", "en": "Too many requests"},
    "unsupported-media-type": {
        "da": "Indholdets type kan ikke læses",
        "en": "The content type cannot be read",
    },
    "bad-request": {"da": "Forespørgslen kan ikke læses", "en": "The request cannot be read"},
    "internal": {"da": "Noget gik galt hos os", "en": "Something went wrong on our side"},
    "unavailable": {"da": "Tjenesten er ikke klar", "en": "The service is not ready"},
    "busy": {"da": "Der er travlt lige nu", "en": "It is busy right now"},
    "request-timeout": {"da": "Det tog for lang tid at sende", "en": "Sending took too long"},
    "not-signed-in": {"da": "Du er ikke logget ind", "en": "You are not signed in"},
    "csrf": {"da": "Siden er forældet", "en": "The page is out of date"},
    "forbidden": {"da": "Det har du ikke adgang til", "en": "You do not have access to that"},
    "email-not-verified": {
        "da": "Din e-mail er ikke bekræftet",
        "en": "Your e-mail address is not confirmed",
    },
    "guardian-missing": {
        "da": "Din forælder eller værge mangler at sige ja",
        "en": "Your parent or guardian has not said yes yet",
    },
    "conflict": {"da": "Det går ikke sammen", "en": "That does not go together"},
    "rule-broken": {"da": "Det går ikke efter reglerne", "en": "The rules do not allow that"},
    "stale": {"da": "Andre har rettet i mellemtiden", "en": "Others have edited meanwhile"},
    # Details of problems
    "validation.detail": {
        "da": "Se under errors, hvilke felter det gælder.",
        "en": "See errors for the fields concerned.",
    },
    "not-found.detail": {
        "da": "Der er ikke noget på denne adresse, eller det er ikke offentligt.",
        "en": "There is nothing at this address, or it is not public.",
    },
    "method-not-allowed.detail": {
        "da": "Adressen findes, men ikke med denne metode.",
        "en": "The address exists, but not with this method.",
    },
    "too-large.detail": {
        "da": "Indholdet er større end det tilladte.",
        "en": "The content is larger than what is allowed.",
    },
    "too-many-requests.detail": {
        "da": "Vent lidt, og prøv igen.",
        "en": "Wait a little, then try again.",
    },
    "unsupported-media-type.detail": {
        "da": "Send indholdet som application/json.",
        "en": "Send the content as application/json.",
    },
    "unsupported-media-type.form": {
        "da": "Send filen i en formular, som multipart/form-data.",
        "en": "Send the file in a form, as multipart/form-data.",
    },
    "bad-request.detail": {
        "da": "Forespørgslen følger ikke HTTP eller JSON.",
        "en": "The request does not follow HTTP or JSON.",
    },
    "internal.detail": {
        "da": "Fejlen er noteret. Prøv igen om lidt.",
        "en": "The error has been noted. Try again in a little while.",
    },
    "unavailable.detail": {
        "da": "Databasen svarer ikke. Prøv igen om lidt.",
        "en": "The database does not answer. Try again in a little while.",
    },
    "busy.detail": {
        "da": "Det tog for længe, og intet er ændret. Prøv igen om lidt.",
        "en": "It took too long, and nothing has changed. Try again in a little while.",
    },
    "request-timeout.detail": {
        "da": "Forbindelsen er langsom, og intet er ændret. Prøv igen, når den er bedre.",
        "en": "The connection is slow, and nothing has changed. Try again when it is better.",
    },
    "not-signed-in.detail": {"da": "Log ind, og prøv igen.", "en": "Sign in, then try again."},
    "csrf.detail": {
        "da": "Genindlæs siden, og prøv igen.",
        "en": "Reload the page, then try again.",
    },
    "forbidden.detail": {
        "da": "Spørg en, der har adgangen, om hjælp.",
        "en": "Ask somebody who has access for help.",
    },
    "email-not-verified.detail": {
        "da": "Tryk på linket i den mail, vi har sendt dig, og prøv igen.",
        "en": "Follow the link in the mail that we sent you, then try again.",
    },
    "guardian-missing.detail": {
        "da": "Vi har sendt dem en mail. Når de har sagt ja, er du klar.",
        "en": "We have sent them a mail. Once they have said yes, you are ready.",
    },
    "conflict.detail": {
        "da": "Nogen har måske været her før dig. Genindlæs siden.",
        "en": "Somebody may have been here before you. Reload the page.",
    },
    "rule-broken.detail": {
        "da": "Se under rule, hvilken regel det gælder.",
        "en": "See rule for the one concerned.",
    },
    "stale.detail": {
        "da": "Hent det igen, og lav din ændring oven på deres.",
        "en": "Fetch it again, and make your change on top of theirs.",
    },
    # Errors of single fields
    "field.retry-key": {
        "da": "Skal være mellem 1 og 200 tegn uden mellemrum og æøå.",
        "en": "Must be between 1 and 200 characters, without spaces and accents.",
    },
    "field.retry-other-body": {
        "da": "Er brugt før, med et andet indhold.",
        "en": "Was used before, with another content.",
    },
    "field.required": {"da": "Skal udfyldes.", "en": "Must be given."},
    "field.null": {"da": "Må ikke være tom.", "en": "Must not be empty."},
    "field.unknown": {"da": "Findes ikke her.", "en": "Is not known here."},
    "field.repeated": {"da": "Må kun stå én gang.", "en": "May be given only once."},
    "field.type": {"da": "Skal være et objekt.", "en": "Must be an object."},
    "field.text": {"da": "Skal være tekst.", "en": "Must be text."},
    "field.characters": {
        "da": "Indeholder tegn, der ikke kan bruges.",
        "en": "Holds characters that cannot be used.",
    },
    "field.length": {"da": "Må højst være {max} tegn.", "en": "Must be at most {max} characters."},
    "field.line": {"da": "Må kun være én linje.", "en": "Must be a single line."},
    "field.email": {
        "da": "Skal være en e-mailadresse, fx navn@eksempel.dk.",
        "en": "Must be an e-mail address, such as name@example.org.",
    },
    "field.password-length": {
        "da": "Skal være fra {min} til {max} tegn.",
        "en": "Must be from {min} to {max} characters.",
    },
    "field.day": {
        "da": "Skal være en dato, fx 2026-12-01.",
        "en": "Must be a date, such as 2026-12-01.",
    },
    "field.whole": {"da": "Skal være et helt tal.", "en": "Must be a whole number."},
    "field.number": {"da": "Skal være et tal.", "en": "Must be a number."},
    "field.range": {"da": "Skal være fra {min} til {max}.", "en": "Must be from {min} to {max}."},
    "field.yes-no": {"da": "Skal være true eller false.", "en": "Must be true or false."},
    "field.moment": {
        "da": "Skal være et tidspunkt med tidszone, fx 2026-12-01T18:00:00+01:00.",
        "en": "Must be a time with its offset, such as 2026-12-01T18:00:00+01:00.",
    },
    "field.moment-range": {
        "da": "Skal ligge mellem år {min} og {max}.",
        "en": "Must be between the years {min} and {max}.",
    },
    "field.clock": {
        "da": "Skal være et klokkeslæt, fx 19:00.",
        "en": "Must be a time of day, such as 19:00.",
    },
    "field.id": {"da": "Skal være en UUID.", "en": "Must be a UUID."},
    "field.slug": {
        "da": "Skal være små bogstaver, tal og bindestreger.",
        "en": "Must be lower-case letters, digits and hyphens.",
    },
    "field.choice": {"da": "Skal være en af: {choices}.", "en": "Must be one of: {choices}."},
    "field.list": {"da": "Skal være en liste.", "en": "Must be a list."},
    "field.count": {"da": "Højst {max} værdier.", "en": "At most {max} values."},
    "field.cursor": {
        "da": "Er ikke en markør fra netop denne søgning; begynd forfra uden cursor.",
        "en": "Is not a cursor of this very search; begin again without cursor.",
    },
    "field.bbox": {
        "da": "Skal være fire tal: vest,syd,øst,nord i grader inden for Danmark.",
        "en": "Must be four numbers: west,south,east,north in degrees within Denmark.",
    },
    "field.outside-denmark": {"da": "Ligger uden for Danmark.", "en": "Is outside Denmark."},
    "field.both-lat-lon": {
        "da": "lat og lon skal gives sammen.",
        "en": "lat and lon must be given together.",
    },
    "field.place-or-position": {
        "da": "Giv enten place eller lat og lon, ikke begge.",
        "en": "Give either place or lat and lon, not both.",
    },
    "field.radius-without-position": {
        "da": "Kræver place eller lat og lon.",
        "en": "Needs place or lat and lon.",
    },
    "field.no-such-place": {
        "da": "Stedet findes ikke; søg det frem i /places?q=.",
        "en": "There is no such place; look it up in /places?q=.",
    },
    "field.period-order": {"da": "Skal være efter starts_at.", "en": "Must be after starts_at."},
    "field.period-both": {
        "da": "starts_at og ends_at skal gives sammen.",
        "en": "starts_at and ends_at must be given together.",
    },
    "field.period-length": {
        "da": "Perioden må højst vare et døgn.",
        "en": "The period must last at most a day.",
    },
    "field.picture.empty": {"da": "Filen er tom.", "en": "The file is empty."},
    "field.picture.bytes": {
        "da": "Billedet må højst fylde {megabytes} MB.",
        "en": "The picture must be at most {megabytes} MB.",
    },
    "field.picture.pixels": {
        "da": "Billedet må højst have {megapixels} megapixel.",
        "en": "The picture must have at most {megapixels} megapixels.",
    },
    "field.picture.kind": {
        "da": "Er ikke et billede, vi kan læse. Brug JPEG, PNG, WebP eller GIF.",
        "en": "Is not a picture we can read. Use JPEG, PNG, WebP or GIF.",
    },
    "field.picture.heic": {
        "da": "Er i formatet HEIC. Gem eller del billedet som JPEG, og prøv igen.",
        "en": "Is in the HEIC format. Save or share the picture as JPEG, then try again.",
    },
    "field.picture.broken": {
        "da": "Billedet er beskadiget og kan ikke læses.",
        "en": "The picture is damaged and cannot be read.",
    },
    "field.picture.missing": {
        "da": "Skal være en fil, ikke tekst.",
        "en": "Must be a file, not text.",
    },
    # Pages, for previews and crawlers
    "page.find.title": {"da": "Bliv frivillig nær dig", "en": "Volunteer near you"},
    "page.find.description": {
        "da": "Find opgaver, foreninger og lokaler, hvor du bor.",
        "en": "Find tasks, associations and premises where you live.",
    },
    "page.associations.title": {"da": "Foreninger og netværk", "en": "Associations and networks"},
    "page.associations.description": {
        "da": "Hvad foreninger og netværk nær dig laver, og hvor de mangler hænder.",
        "en": "What associations and networks near you do, and where they need hands.",
    },
    "page.premises.title": {"da": "Lokaler", "en": "Premises"},
    "page.premises.description": {
        "da": "Haller, sale og mødelokaler med plads, udstyr og tilgængelighed.",
        "en": "Halls, rooms and meeting places with their size, equipment and accessibility.",
    },
    "page.more.title": {"da": "Om Samspil", "en": "About Samspil"},
    "page.more.description": {
        "da": "Sprog, udseende og hvad Samspil er.",
        "en": "Language, appearance and what Samspil is.",
    },
    "page.accessibility.title": {"da": "Tilgængelighed", "en": "Accessibility"},
    "page.accessibility.description": {
        "da": "Hvordan Samspil kan bruges af alle, og hvordan du klager.",
        "en": "How everybody can use Samspil, and how to complain.",
    },
    "page.privacy.title": {"da": "Privatliv", "en": "Privacy"},
    "page.privacy.description": {
        "da": "Hvad der gemmes om dig, og hvorfor.",
        "en": "What is kept about you, and why.",
    },
    "page.sign-in.title": {"da": "Log ind", "en": "Sign in"},
    "page.register.title": {"da": "Opret konto", "en": "Create an account"},
    "page.forgotten.title": {"da": "Glemt adgangskode", "en": "Forgotten password"},
    "page.confirm.title": {"da": "Bekræft", "en": "Confirm"},
    "page.unsubscribe.title": {"da": "Slip for mails", "en": "Stop the mails"},
    "page.me.title": {"da": "Mig", "en": "Me"},
    "page.new-association.title": {
        "da": "Opret forening eller netværk",
        "en": "Register an association or a network",
    },
    "page.desk.title": {"da": "Foreningens bord", "en": "The association's desk"},
    "page.staff.title": {"da": "Kommunens bord", "en": "The municipality's desk"},
    "page.certificate.title": {"da": "Er beviset ægte?", "en": "Is the certificate genuine?"},
    "page.mailbox.title": {"da": "Postkasse", "en": "Mailbox"},
    "page.again": {"da": "Prøv igen", "en": "Try again"},
    "page.missing.title": {"da": "Siden findes ikke", "en": "There is no such page"},
    # Facets
    "weekday.mon": {"da": "mandag", "en": "Monday"},
    "weekday.tue": {"da": "tirsdag", "en": "Tuesday"},
    "weekday.wed": {"da": "onsdag", "en": "Wednesday"},
    "weekday.thu": {"da": "torsdag", "en": "Thursday"},
    "weekday.fri": {"da": "fredag", "en": "Friday"},
    "weekday.sat": {"da": "lørdag", "en": "Saturday"},
    "weekday.sun": {"da": "søndag", "en": "Sunday"},
    "part_of_day.morning": {"da": "formiddag", "en": "morning"},
    "part_of_day.afternoon": {"da": "eftermiddag", "en": "afternoon"},
    "part_of_day.evening": {"da": "aften", "en": "evening"},
    "commitment.once": {"da": "en enkelt gang", "en": "once"},
    "commitment.recurring": {"da": "fast", "en": "regularly"},
    "commitment.ongoing": {"da": "når det passer", "en": "whenever it suits"},
    "remote.true": {"da": "hjemmefra", "en": "from home"},
    "quoted": {"da": "»{words}«", "en": "“{words}”"},
    "remote.false": {"da": "på et sted", "en": "at a place"},
}


def install_texts(texts: Texts) -> None:
    """Add a domain's texts to the catalogue.

    Raises:
        ValueError: another domain has a text of the same key, which would be hidden.
    """
    for key, wordings in texts.items():
        if TEXTS.setdefault(key, wordings) is not wordings:
            raise ValueError(f"there are two texts called {key}")


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Word what is worded in the block in somebody's language, whoever's request it is."""
    before = current.set(language)
    try:
        yield
    finally:
        current.reset(before)


def text(key: str, **values: Any) -> str:
    """The catalogue's text for `key` in the reader's language."""
    return TEXTS[key][current.get()].format(**values)


def quoted(words: str) -> str:
    """Somebody's own words, such as a title, in the quotation marks of the reader's language."""
    return text("quoted", words=words)


class Message(str):
    """A text that is worded when it is used, in the language of that moment.

    marshmallow calls `format` on its error messages: there this one looks itself up.
    """

    __slots__ = ()

    def format(self, *_: Any, **values: Any) -> str:
        """The catalogue's text with `values` filled in."""
        return text(str(self), **values)
