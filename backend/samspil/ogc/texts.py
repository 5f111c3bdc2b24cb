"""The texts of open data, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from samspil.core import language
from samspil.core.language import Language

Bilingual = Mapping[Language, str]


def both(da: str, en: str) -> Bilingual:
    """A text in both languages."""
    return {"da": da, "en": en}


def say(text: Bilingual) -> str:
    """The text in the reader's language."""
    return text[language.current.get()]


TEXTS: Final[Mapping[str, Bilingual]] = {
    # Parameters that are wrong
    "bbox.count": both(
        "Skal være fire tal (eller seks med højder) adskilt af komma.",
        "Must be four numbers (or six with heights) separated by commas.",
    ),
    "bbox.order": both(
        "De mindste værdier skal stå først.", "The smallest values must come first."
    ),
    "bbox.degrees": both(
        "Længder går fra -180 til 180 og bredder fra -90 til 90 grader.",
        "Longitudes go from -180 to 180 and latitudes from -90 to 90 degrees.",
    ),
    "bbox.metres": both(
        "Koordinaterne ligger uden for kortgitteret.", "The coordinates are outside the grid."
    ),
    "datetime": both(
        "Skal være et tidspunkt (2026-12-01T18:00:00Z), en dato (2026-12-01) eller to af dem "
        "i rækkefølge med / imellem, hvor den ene kan være ..",
        "Must be a moment (2026-12-01T18:00:00Z), a date (2026-12-01), or two of them in order "
        "with / between, one of which may be ..",
    ),
    "limit": both(
        "Skal være et helt tal fra 1; mere end {most} læses som {most}.",
        "Must be a whole number from 1; more than {most} is read as {most}.",
    ),
    # Links
    "link.json": both("som JSON", "as JSON"),
    "link.html": both("som webside", "as a web page"),
    "link.csv": both("som tabel (CSV)", "as a table (CSV)"),
    "link.self": both("Dette dokument", "This document"),
    "link.conformance": both("Hvad grænsefladen overholder", "What this interface conforms to"),
    "link.data": both("Samlingerne", "The collections"),
    "link.api": both("Beskrivelse af grænsefladen", "Description of the interface"),
    "link.next": both("Næste side", "Next page"),
    "link.collection": both("Samlingen", "The collection"),
    "link.person": both("Siden i Samspil", "The page in Samspil"),
    # Pages
    "title": both("Åbne data", "Open data"),
    "description": both(
        "Opgaver for frivillige, foreninger og kommunale lokaler – det samme, som Samspil viser "
        "på kortet – til kort, regneark og programmer, efter standarden OGC API – Features.",
        "Tasks for volunteers, associations and municipal premises – the same that Samspil shows "
        "on its map – for maps, spreadsheets and programs, by the standard OGC API – Features.",
    ),
    "accessibility": both("Tilgængelighed", "Accessibility"),
    "skip": both("Gå til indholdet", "Skip to content"),
    "home": both("Til forsiden", "To the front page"),
    "breadcrumbs": both("Brødkrumme", "Breadcrumbs"),
    "collections": both("Samlinger", "Collections"),
    "conformance": both("Overholdelse", "Conformance"),
    "conformance.description": both(
        "De dele af standarderne, som denne grænseflade overholder.",
        "The parts of the standards that this interface conforms to.",
    ),
    "api": both("Grænsefladen", "The interface"),
    "api.description": both(
        "Alle adresser ligger under {root} og læses med GET.",
        "All addresses lie under {root} and are read with GET.",
    ),
    "api.machine": both(
        "Beskrivelsen for programmer (OpenAPI 3.0)", "The description for programs (OpenAPI 3.0)"
    ),
    "qgis": both(
        "I QGIS: Lag › Tilføj lag › WFS / OGC API – Features, og denne adresse:",
        "In QGIS: Layer › Add Layer › WFS / OGC API – Features, and this address:",
    ),
    "browse": both("Se indholdet", "See what is in it"),
    "download": both("Hent", "Download"),
    "download.geojson": both("GeoJSON", "GeoJSON"),
    "download.grid": both("GeoJSON i EPSG:25832", "GeoJSON in EPSG:25832"),
    "download.csv": both("CSV", "CSV"),
    "download.excel": both("CSV til dansk Excel", "CSV for Danish Excel"),
    "download.most": both("højst {most} ad gangen", "at most {most} at a time"),
    "extent": both("Område", "Area"),
    "extent.words": both(
        "{west}° til {east}° øst, {south}° til {north}° nord",
        "{west}° to {east}° east, {south}° to {north}° north",
    ),
    "period": both("Tidsrum", "Period"),
    "from": both("fra", "from"),
    "to": both("til", "to"),
    "systems": both("Koordinatsystemer", "Coordinate systems"),
    "filters": both("Sådan kan man vælge", "How to choose among them"),
    "filters.common": both("Andre parametre", "Other parameters"),
    "parameter": both("Parameter", "Parameter"),
    "meaning": both("Betydning", "Meaning"),
    "values": both("Værdier", "Values"),
    "properties": both("Oplysninger", "Properties"),
    "property": both("Navn i data", "Name in the data"),
    "positions": both("Positioner", "Positions"),
    "position": both("Position", "Position"),
    "nowhere": both("Ingen: klares hjemmefra", "None: done from home"),
    "shown": both("{returned} af {matched} vises.", "{returned} of {matched} are shown."),
    "nothing": both("Intet svarer til valget.", "Nothing fits the choice."),
    "table.scrolls": both("Tabel, kan rulles vandret", "Table, scrolls sideways"),
    "first": both("Første side", "First page"),
    "next": both("Næste side", "Next page"),
    "pages": both("Sider", "Pages"),
    "yes": both("ja", "yes"),
    "no": both("nej", "no"),
    # Parameters
    "parameter.f": both(
        "Formatet; ellers afgør Accept-hovedet det.",
        "The format; otherwise the Accept header decides.",
    ),
    "parameter.limit": both("Højst så mange på en side.", "At most this many on a page."),
    "parameter.bbox": both(
        "Kun det, der har en position i kassen: mindste koordinater, så største, i rækkefølgen "
        "fra bbox-crs. Højder læses, men betyder ikke noget. I grader må vest være større end øst: "
        "så krydser kassen datolinjen. Opgaver hjemmefra har ingen position.",
        "Only what has a position in the box: smallest coordinates, then largest, in the order "
        "of bbox-crs. Heights are read but mean nothing. In degrees west may exceed east: the box "
        "then crosses the antimeridian. Tasks done from home have no position.",
    ),
    "parameter.bbox-crs": both("Koordinatsystemet for bbox.", "The coordinate system of bbox."),
    "parameter.crs": both(
        "Koordinatsystemet for svaret, også rækkefølgen: EPSG:4326 har bredden først.",
        "The coordinate system of the answer and its order: EPSG:4326 has latitude first.",
    ),
    "parameter.datetime.needs": both(
        "Kun opgaver, der er i gang på tidspunktet eller i tidsrummet. En opgave, der sker en "
        "enkelt gang, er i gang under sine kommende vagter; andre fra deres startdag (ellers fra "
        "de blev slået op) til deres slutdag, og uden en slutdag fremover. En dato er hele dagen "
        "i Danmark.",
        "Only tasks that are on at the moment or during the interval. A task that happens once is "
        "on during its coming shifts; others from their first day (else from when they were "
        "published) to their last day, and without one from then on. A date is the whole day in "
        "Denmark.",
    ),
    "parameter.datetime.timeless": both(
        "Læses, men vælger intet fra: denne samling har ingen tid.",
        "Read, but excludes nothing: this collection has no time.",
    ),
    "parameter.cursor": both(
        "Fra linket til næste side; lav det ikke selv.",
        "From the link to the next page; do not make one.",
    ),
    "parameter.separator": both(
        "Kun for CSV: comma giver komma og decimalpunktum; semicolon giver semikolon, "
        "decimalkomma og et mærke (BOM), som dansk Excel åbner det.",
        "Only for CSV: comma gives commas and decimal points; semicolon gives semicolons, decimal "
        "commas and a mark (BOM), as Danish Excel opens it.",
    ),
    "parameter.q": both(
        "Ord, som skal findes, også bøjet eller stavet lidt forkert.",
        "Bilingual to be found, also inflected or slightly misspelled.",
    ),
    "parameter.interests": both(
        "Mindst en af interesserne, adskilt af komma.",
        "At least one of the interests, separated by commas.",
    ),
    "several": both("flere med komma imellem", "several, with commas between"),
}

# What codes in the data mean to people; interests and their names stand in the database.
VALUES: Final[Mapping[str, Bilingual]] = {
    "da": both("dansk", "Danish"),
    "en": both("engelsk", "English"),
    "association": both("forening", "association"),
    "network": both("netværk", "network"),
    "initiative": both("initiativ", "initiative"),
    "once": both("en enkelt gang", "once"),
    "recurring": both("fast", "regularly"),
    "ongoing": both("når det passer", "whenever it suits"),
    "mon": both("mandag", "Monday"),
    "tue": both("tirsdag", "Tuesday"),
    "wed": both("onsdag", "Wednesday"),
    "thu": both("torsdag", "Thursday"),
    "fri": both("fredag", "Friday"),
    "sat": both("lørdag", "Saturday"),
    "sun": both("søndag", "Sunday"),
    "morning": both("formiddag", "morning"),
    "afternoon": both("eftermiddag", "afternoon"),
    "evening": both("aften", "evening"),
    "exact": both("præcis", "exact"),
    "town": both("byens midte", "middle of the town"),
    "published": both("åben", "open"),
    "step_free": both("trinfri adgang", "step-free"),
    "accessible_toilet": both("handicaptoilet", "accessible toilet"),
    "hearing_loop": both("teleslynge", "hearing loop"),
    "lift": both("elevator", "lift"),
    "accessible_parking": both("handicapparkering", "accessible parking"),
    "low_vision": both("indrettet for svagtseende", "suited for low vision"),
    "ball_games": both("boldspil", "ball games"),
    "badminton": both("badminton", "badminton"),
    "gymnastics": both("gymnastik", "gymnastics"),
    "dance": both("dans", "dance"),
    "yoga": both("yoga", "yoga"),
    "swimming": both("svømning", "swimming"),
    "meetings": both("møder", "meetings"),
    "lectures": both("foredrag", "lectures"),
    "workshops": both("værksted", "workshops"),
    "music": both("musik", "music"),
    "theatre": both("teater", "theatre"),
    "cooking": both("madlavning", "cooking"),
    "exhibitions": both("udstillinger", "exhibitions"),
    "outdoor": both("udeliv", "outdoor"),
    "children": both("børn", "children"),
    "dining": both("spisning", "dining"),
}


def wording(key: str, **values: object) -> str:
    """The text for `key` in the reader's language."""
    return say(TEXTS[key]).format(**values)
