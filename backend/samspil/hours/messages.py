"""The texts of hours and certificates and the mail they cause, in both languages."""

from __future__ import annotations

from typing import Final

from samspil.core.language import Texts
from samspil.core.mail import Kind, Wording

MAILS: Final = (
    Kind(
        "volunteering.hours-declined",
        da=Wording(
            subject="{association} kan ikke bekræfte dine timer",
            paragraphs=(
                "{association} har sagt nej til dine timer den {day}.",
                "De skriver: {reason}",
            ),
            button="Se mine timer",
            closing="Er det en fejl, så tal med foreningen. De kan stadig bekræfte timerne.",
            why="Du får mailen, fordi du har skrevet timer ind på Samspil.",
        ),
        en=Wording(
            subject="{association} cannot confirm your hours",
            paragraphs=(
                "{association} has said no to your hours on {day}.",
                "They write: {reason}",
            ),
            button="See my hours",
            closing="If it is a mistake, talk to the association. They can still confirm them.",
            why="You get this mail because you have entered hours on Samspil.",
        ),
    ),
)


TEXTS: Final[Texts] = {
    "volunteers.name": {"da": "Navn", "en": "Name"},
    "volunteers.email": {"da": "Mail", "en": "Email"},
    "volunteers.times": {"da": "Gange", "en": "Times"},
    "volunteers.hours": {"da": "Bekræftede timer", "en": "Confirmed hours"},
    "volunteers.last": {"da": "Sidst", "en": "Last"},
    "volunteers.check": {"da": "Børneattest", "en": "Child protection certificate"},
    "volunteers.check.none": {"da": "Ikke bedt om", "en": "Not asked for"},
    "volunteers.check.asked": {"da": "Bedt om", "en": "Asked for"},
    "volunteers.check.in_order": {"da": "I orden", "en": "In order"},
    "hours-entered": {
        "da": "Timerne er allerede skrevet ind",
        "en": "The hours have been entered already",
    },
    "hours-entered.detail": {
        "da": "Ret dem, der står der, i stedet.",
        "en": "Change the ones that stand there instead.",
    },
    "rule.own-hours": {
        "da": "Egne timer skal bekræftes af en anden, der står for foreningen, eller af kommunen.",
        "en": "One's own hours must be confirmed by somebody else who runs the association,"
        " or by the municipality.",
    },
    "rule.no-place": {
        "da": "Kun timer for en, der havde en plads.",
        "en": "Only the hours of somebody who had a place.",
    },
    "field.hours.association": {
        "da": "Skal være en forening, du har hjulpet eller er med i.",
        "en": "Must be an association that you have helped or belong to.",
    },
    "field.hours.need": {
        "da": "Skal være en af foreningens opgaver, som du har haft en plads på.",
        "en": "Must be one of the association's tasks that you have had a place at.",
    },
    "field.hours.signup": {
        "da": "Skal være en tilmelding hos foreningen.",
        "en": "Must be a sign-up at the association.",
    },
    "field.hours.day": {
        "da": "Skal være i dag eller højst et år tilbage.",
        "en": "Must be today, or at most a year ago.",
    },
    "field.hours.shift-day": {
        "da": "Skal være vagtens dag.",
        "en": "Must be the day of the shift.",
    },
    "field.hours.full-day": {
        "da": "Der bliver mere end 24 timer på den dag.",
        "en": "That makes more than 24 hours on that day.",
    },
    # Certificates, on the paper too
    "rule.no-hours": {
        "da": "Du har ingen bekræftede timer i den periode.",
        "en": "You have no confirmed hours in that period.",
    },
    "rule.most-certificates": {
        "da": "Du har mange beviser. Træk et tilbage, før du laver et nyt.",
        "en": "You have many certificates. Withdraw one before you make another.",
    },
    "field.certificate.order": {
        "da": "Skal være samme dag som from eller senere.",
        "en": "Must be the same day as from, or later.",
    },
    "certificate.title": {
        "da": "Bevis for frivilligt arbejde",
        "en": "Certificate of voluntary work",
    },
    "certificate.given": {
        "da": "har givet {hours} som frivillig fra {first} til {last}.",
        "en": "gave {hours} as a volunteer from {first} to {last}.",
    },
    "certificate.association": {"da": "Forening", "en": "Association"},
    "certificate.period": {"da": "Periode", "en": "Period"},
    "certificate.hours": {"da": "Timer", "en": "Hours"},
    "certificate.total": {"da": "I alt", "en": "Total"},
    "certificate.meaning": {
        "da": "Foreningerne har selv bekræftet timerne på Samspil.",
        "en": "The associations themselves have confirmed the hours on Samspil.",
    },
    "certificate.qr": {"da": "QR-kode til {address}", "en": "QR code for {address}"},
    "certificate.check": {"da": "Er beviset ægte?", "en": "Is it genuine?"},
    "certificate.how": {
        "da": "Skan koden, eller skriv den på {page}. Siden skal vise det samme som papiret.",
        "en": "Scan the code, or type it at {page}. The page must show what the paper shows.",
    },
    "certificate.issued": {"da": "Udstedt {day}", "en": "Issued on {day}"},
    "certificate.file": {"da": "bevis-frivilligt-arbejde", "en": "certificate-voluntary-work"},
    "certificate.day": {"da": "{day}. {month} {year}", "en": "{day} {month} {year}"},
    "certificate.one-hour": {"da": "1 time", "en": "1 hour"},
    "certificate.some-hours": {"da": "{hours} timer", "en": "{hours} hours"},
    "certificate.minutes": {"da": "{minutes} minutter", "en": "{minutes} minutes"},
    "certificate.both": {"da": "{hours} og {minutes}", "en": "{hours} and {minutes}"},
    "certificate.h": {"da": "{hours} t", "en": "{hours} h"},
    "certificate.min": {"da": "{minutes} min.", "en": "{minutes} min"},
    "month.1": {"da": "januar", "en": "January"},
    "month.2": {"da": "februar", "en": "February"},
    "month.3": {"da": "marts", "en": "March"},
    "month.4": {"da": "april", "en": "April"},
    "month.5": {"da": "maj", "en": "May"},
    "month.6": {"da": "juni", "en": "June"},
    "month.7": {"da": "juli", "en": "July"},
    "month.8": {"da": "august", "en": "August"},
    "month.9": {"da": "september", "en": "September"},
    "month.10": {"da": "oktober", "en": "October"},
    "month.11": {"da": "november", "en": "November"},
    "month.12": {"da": "december", "en": "December"},
}
