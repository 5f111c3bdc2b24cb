"""Texts of errors about accounts, in both languages."""

from __future__ import annotations

from typing import Final

from samspil.core.language import Texts

TEXTS: Final[Texts] = {
    "wrong-credentials": {
        "da": "E-mail eller adgangskode passer ikke",
        "en": "E-mail address or password does not fit",
    },
    "wrong-credentials.detail": {
        "da": "Prøv igen, eller få et link til at logge ind med.",
        "en": "Try again, or get a link to sign in with.",
    },
    "link-gone": {"da": "Linket virker ikke mere", "en": "The link no longer works"},
    "link-gone.detail": {
        "da": "Det er brugt, for gammelt, eller der er kommet et nyere. Bed om et nyt.",
        "en": "It was used, is too old, or there is a newer one. Ask for a new one.",
    },
    "privacy.processor": {
        "da": "{controller} er dataansvarlig. Driver en leverandør siden for kommunen, er den "
        "databehandler, må kun gøre det, kommunen har bedt om, og har skrevet under på det.",
        "en": "{controller} is the controller. If a supplier runs the site for the "
        "municipality, it is a processor, may only do what the municipality has asked for, "
        "and has signed for it.",
    },
    "password.one-sign": {
        "da": "Brug flere forskellige tegn.",
        "en": "Use more different characters.",
    },
    "password.worn-out": {
        "da": "Den bruger alt for mange. Find på en anden, fx fire ord i træk.",
        "en": "Far too many use it. Think of another, such as four words in a row.",
    },
    "password.known": {
        "da": "Må ikke kun bestå af dit navn, din e-mail eller ord som frivillig og forening.",
        "en": "Must not be made of only your name, your e-mail address or words such as "
        "volunteer and association.",
    },
    "password.wrong": {"da": "Er ikke din adgangskode.", "en": "Is not your password."},
    "password.none": {
        "da": "Du har ingen adgangskode endnu. Få et link til at vælge en.",
        "en": "You have no password yet. Get a link to choose one.",
    },
    "guardian.oneself": {
        "da": "Skal være en andens adresse end din egen.",
        "en": "Must be another address than your own.",
    },
    "guardian.needed": {
        "da": "Er du under 15, skal din forælder eller værge sige ja. Skriv deres e-mail.",
        "en": "Below the age of 15 your parent or guardian must say yes. Give their e-mail.",
    },
    "rule.guardian-needed": {
        "da": "Uden en forælder eller værge skal du være fyldt 15: skriv dit fødselsår i din "
        "profil først.",
        "en": "To be without a parent or guardian you must be 15: give the year of your birth "
        "in your profile first.",
    },
    "rule.address-not-proved": {
        "da": "Personen skal først bekræfte sin mailadresse.",
        "en": "The person must confirm their e-mail address first.",
    },
    "rule.address-just-changed": {
        "da": "Mailadressen er lige ændret, og det kan fortrydes fra den gamle. Kontoen kan "
        "slettes, når de syv dage er gået.",
        "en": "The e-mail address was just changed, which can be undone from the old one. The "
        "account can be deleted once the seven days are over.",
    },
    "power.associations": {"da": "foreninger", "en": "associations"},
    "power.premises": {"da": "lokaler", "en": "premises"},
    "power.volunteering": {"da": "frivillighed", "en": "volunteering"},
    "power.recognition": {"da": "anerkendelse", "en": "recognition"},
    "power.administrator": {
        "da": "alt, som administrator",
        "en": "everything, as an administrator",
    },
    "power.none": {"da": "ingenting", "en": "nothing"},
    "power.by-command": {"da": "En, der driver Samspil,", "en": "Somebody who runs Samspil"},
    "field.name": {
        "da": "Skriv dit navn, uden adresser og tegn som < > @ /.",
        "en": "Write your name, without addresses and characters such as < > @ /.",
    },
    "field.no-such-interest": {
        "da": "Findes ikke; se /interests.",
        "en": "Is not known; see /interests.",
    },
    "field.language": {
        "da": "Skal være en sprogkode på to bogstaver, fx da.",
        "en": "Must be a language's code of two letters, such as da.",
    },
    "field.after-from": {
        "da": "Må ikke være før den første dag.",
        "en": "Must not be before the first day.",
    },
    "field.home": {
        "da": "Giv enten place eller lat og lon.",
        "en": "Give either place or lat and lon.",
    },
    "field.kind-unknown": {
        "da": "Den slags kan ikke anmeldes.",
        "en": "Things of that kind cannot be reported.",
    },
    "field.three-characters": {
        "da": "Skriv mindst tre tegn.",
        "en": "Write at least three characters.",
    },
    "field.id-or-slug": {"da": "Giv enten id eller slug.", "en": "Give either id or slug."},
}
