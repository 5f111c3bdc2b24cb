"""What is said about certificates, on the paper too."""

from __future__ import annotations

from typing import Final

from samspil.core.language import Texts

CERTIFICATE_TEXTS: Final[Texts] = {
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
    "certificate.qr": {
        "da": "QR-kode til {address}",
        "en": "QR code for {address}",
    },
    "certificate.check": {"da": "Er beviset ægte?", "en": "Is it genuine?"},
    "certificate.how": {
        "da": "Skan koden, eller skriv den på {page}. Siden skal vise det samme som papiret.",
        "en": "Scan the code, or type it at {page}. The page must show what the paper shows.",
    },
    "certificate.issued": {"da": "Udstedt {day}", "en": "Issued on {day}"},
    "certificate.file": {
        "da": "bevis-frivilligt-arbejde",
        "en": "certificate-voluntary-work",
    },
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
