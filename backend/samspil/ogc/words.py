"""What open data says of itself to people, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from samspil.core import language
from samspil.core.language import Language

Words = Mapping[Language, str]


def words(da: str, en: str) -> Words:
    """A text in both languages."""
    return {"da": da, "en": en}


def say(said: Words) -> str:
    """The text in the reader's language."""
    return said[language.current.get()]


TEXTS: Final[Mapping[str, Words]] = {
    # Parameters that are wrong
    "bbox.count": words(
        "Skal være fire tal (eller seks med højder) adskilt af komma.",
        "Must be four numbers (or six with heights) separated by commas.",
    ),
    "bbox.order": words(
        "De mindste værdier skal stå først.", "The smallest values must come first."
    ),
    "bbox.degrees": words(
        "Længder går fra -180 til 180 og bredder fra -90 til 90 grader.",
        "Longitudes go from -180 to 180 and latitudes from -90 to 90 degrees.",
    ),
    "bbox.metres": words(
        "Koordinaterne ligger uden for kortgitteret.", "The coordinates are outside the grid."
    ),
    "datetime": words(
        "Skal være et tidspunkt (2026-12-01T18:00:00Z), en dato (2026-12-01) eller to af dem "
        "i rækkefølge med / imellem, hvor den ene kan være ..",
        "Must be a moment (2026-12-01T18:00:00Z), a date (2026-12-01), or two of them in order "
        "with / between, one of which may be ..",
    ),
    "limit": words(
        "Skal være et helt tal fra 1; mere end {most} læses som {most}.",
        "Must be a whole number from 1; more than {most} is read as {most}.",
    ),
    # Links
    "link.json": words("som JSON", "as JSON"),
    "link.html": words("som webside", "as a web page"),
    "link.csv": words("som tabel (CSV)", "as a table (CSV)"),
    "link.self": words("Dette dokument", "This document"),
    "link.conformance": words("Hvad grænsefladen overholder", "What this interface conforms to"),
    "link.data": words("Samlingerne", "The collections"),
    "link.api": words("Beskrivelse af grænsefladen", "Description of the interface"),
    "link.next": words("Næste side", "Next page"),
    "link.collection": words("Samlingen", "The collection"),
    "link.person": words("Siden i Samspil", "The page in Samspil"),
    # Pages
    "title": words("Åbne data", "Open data"),
    "description": words(
        "Opgaver for frivillige, foreninger og kommunale lokaler – det samme, som Samspil viser "
        "på kortet – til kort, regneark og programmer, efter standarden OGC API – Features.",
        "Tasks for volunteers, associations and municipal premises – the same that Samspil shows "
        "on its map – for maps, spreadsheets and programs, by the standard OGC API – Features.",
    ),
    "accessibility": words("Tilgængelighed", "Accessibility"),
    "skip": words("Gå til indholdet", "Skip to content"),
    "home": words("Til forsiden", "To the front page"),
    "breadcrumbs": words("Brødkrumme", "Breadcrumbs"),
    "collections": words("Samlinger", "Collections"),
    "conformance": words("Overholdelse", "Conformance"),
    "conformance.description": words(
        "De dele af standarderne, som denne grænseflade overholder.",
        "The parts of the standards that this interface conforms to.",
    ),
    "api": words("Grænsefladen", "The interface"),
    "api.description": words(
        "Alle adresser ligger under {root} og læses med GET.",
        "All addresses lie under {root} and are read with GET.",
    ),
    "api.machine": words(
        "Beskrivelsen for programmer (OpenAPI 3.0)", "The description for programs (OpenAPI 3.0)"
    ),
    "qgis": words(
        "I QGIS: Lag › Tilføj lag › WFS / OGC API – Features, og denne adresse:",
        "In QGIS: Layer › Add Layer › WFS / OGC API – Features, and this address:",
    ),
    "browse": words("Se indholdet", "See what is in it"),
    "download": words("Hent", "Download"),
    "download.geojson": words("GeoJSON", "GeoJSON"),
    "download.grid": words("GeoJSON i EPSG:25832", "GeoJSON in EPSG:25832"),
    "download.csv": words("CSV", "CSV"),
    "download.excel": words("CSV til dansk Excel", "CSV for Danish Excel"),
    "download.most": words("højst {most} ad gangen", "at most {most} at a time"),
    "extent": words("Område", "Area"),
    "extent.words": words(
        "{west}° til {east}° øst, {south}° til {north}° nord",
        "{west}° to {east}° east, {south}° to {north}° north",
    ),
    "period": words("Tidsrum", "Period"),
    "from": words("fra", "from"),
    "to": words("til", "to"),
    "systems": words("Koordinatsystemer", "Coordinate systems"),
    "filters": words("Sådan kan man vælge", "How to choose among them"),
    "filters.common": words("Andre parametre", "Other parameters"),
    "parameter": words("Parameter", "Parameter"),
    "meaning": words("Betydning", "Meaning"),
    "values": words("Værdier", "Values"),
    "properties": words("Oplysninger", "Properties"),
    "property": words("Navn i data", "Name in the data"),
    "positions": words("Positioner", "Positions"),
    "position": words("Position", "Position"),
    "nowhere": words("Ingen: klares hjemmefra", "None: done from home"),
    "shown": words("{returned} af {matched} vises.", "{returned} of {matched} are shown."),
    "nothing": words("Intet svarer til valget.", "Nothing fits the choice."),
    "table.scrolls": words("Tabel, kan rulles vandret", "Table, scrolls sideways"),
    "first": words("Første side", "First page"),
    "next": words("Næste side", "Next page"),
    "pages": words("Sider", "Pages"),
    "yes": words("ja", "yes"),
    "no": words("nej", "no"),
    # Parameters
    "parameter.f": words(
        "Formatet; ellers afgør Accept-hovedet det.",
        "The format; otherwise the Accept header decides.",
    ),
    "parameter.limit": words("Højst så mange på en side.", "At most this many on a page."),
    "parameter.bbox": words(
        "Kun det, der har en position i kassen: mindste koordinater, så største, i rækkefølgen "
        "fra bbox-crs. Højder læses, men betyder ikke noget. I grader må vest være større end øst: "
        "så krydser kassen datolinjen. Opgaver hjemmefra har ingen position.",
        "Only what has a position in the box: smallest coordinates, then largest, in the order "
        "of bbox-crs. Heights are read but mean nothing. In degrees west may exceed east: the box "
        "then crosses the antimeridian. Tasks done from home have no position.",
    ),
    "parameter.bbox-crs": words("Koordinatsystemet for bbox.", "The coordinate system of bbox."),
    "parameter.crs": words(
        "Koordinatsystemet for svaret, også rækkefølgen: EPSG:4326 har bredden først.",
        "The coordinate system of the answer and its order: EPSG:4326 has latitude first.",
    ),
    "parameter.datetime.needs": words(
        "Kun opgaver, der er i gang på tidspunktet eller i tidsrummet. En opgave, der sker en "
        "enkelt gang, er i gang under sine kommende vagter; andre fra deres startdag (ellers fra "
        "de blev slået op) til deres slutdag, og uden en slutdag fremover. En dato er hele dagen "
        "i Danmark.",
        "Only tasks that are on at the moment or during the interval. A task that happens once is "
        "on during its coming shifts; others from their first day (else from when they were "
        "published) to their last day, and without one from then on. A date is the whole day in "
        "Denmark.",
    ),
    "parameter.datetime.timeless": words(
        "Læses, men vælger intet fra: denne samling har ingen tid.",
        "Read, but excludes nothing: this collection has no time.",
    ),
    "parameter.cursor": words(
        "Fra linket til næste side; lav det ikke selv.",
        "From the link to the next page; do not make one.",
    ),
    "parameter.separator": words(
        "Kun for CSV: comma giver komma og decimalpunktum; semicolon giver semikolon, "
        "decimalkomma og et mærke (BOM), som dansk Excel åbner det.",
        "Only for CSV: comma gives commas and decimal points; semicolon gives semicolons, decimal "
        "commas and a mark (BOM), as Danish Excel opens it.",
    ),
    "parameter.q": words(
        "Ord, som skal findes, også bøjet eller stavet lidt forkert.",
        "Words to be found, also inflected or slightly misspelled.",
    ),
    "parameter.interests": words(
        "Mindst en af interesserne, adskilt af komma.",
        "At least one of the interests, separated by commas.",
    ),
    "several": words("flere med komma imellem", "several, with commas between"),
}

# What codes in the data mean to people; interests and their names stand in the database.
VALUES: Final[Mapping[str, Words]] = {
    "da": words("dansk", "Danish"),
    "en": words("engelsk", "English"),
    "association": words("forening", "association"),
    "network": words("netværk", "network"),
    "initiative": words("initiativ", "initiative"),
    "once": words("en enkelt gang", "once"),
    "recurring": words("fast", "regularly"),
    "ongoing": words("når det passer", "whenever it suits"),
    "mon": words("mandag", "Monday"),
    "tue": words("tirsdag", "Tuesday"),
    "wed": words("onsdag", "Wednesday"),
    "thu": words("torsdag", "Thursday"),
    "fri": words("fredag", "Friday"),
    "sat": words("lørdag", "Saturday"),
    "sun": words("søndag", "Sunday"),
    "morning": words("formiddag", "morning"),
    "afternoon": words("eftermiddag", "afternoon"),
    "evening": words("aften", "evening"),
    "exact": words("præcis", "exact"),
    "town": words("byens midte", "middle of the town"),
    "published": words("åben", "open"),
    "step_free": words("trinfri adgang", "step-free"),
    "accessible_toilet": words("handicaptoilet", "accessible toilet"),
    "hearing_loop": words("teleslynge", "hearing loop"),
    "lift": words("elevator", "lift"),
    "accessible_parking": words("handicapparkering", "accessible parking"),
    "low_vision": words("indrettet for svagtseende", "suited for low vision"),
    "ball_games": words("boldspil", "ball games"),
    "badminton": words("badminton", "badminton"),
    "gymnastics": words("gymnastik", "gymnastics"),
    "dance": words("dans", "dance"),
    "yoga": words("yoga", "yoga"),
    "swimming": words("svømning", "swimming"),
    "meetings": words("møder", "meetings"),
    "lectures": words("foredrag", "lectures"),
    "workshops": words("værksted", "workshops"),
    "music": words("musik", "music"),
    "theatre": words("teater", "theatre"),
    "cooking": words("madlavning", "cooking"),
    "exhibitions": words("udstillinger", "exhibitions"),
    "outdoor": words("udeliv", "outdoor"),
    "children": words("børn", "children"),
    "dining": words("spisning", "dining"),
}


def wording(key: str, **values: object) -> str:
    """The text for `key` in the reader's language."""
    return say(TEXTS[key]).format(**values)
