"""The settings: read once from the environment, checked at once, never changed."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, get_args
from urllib.parse import urlsplit

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from samspil.formats import mail_address

SHORTEST_SECRET = 32
CHECKOUT = Path(__file__).resolve().parents[2]

Environment = Literal["development", "production"]


class SettingsError(Exception):
    """A setting is missing or wrong; the text names it and says what would be right."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a running Samspil must be told; each field is a variable SAMSPIL_<NAME>."""

    database_url: str
    owner_database_url: str
    # Signs tokens; whoever knows it is whoever they like.
    secret_key: str | None = field(default=None, repr=False)
    env: Environment = "development"
    public_url: str = "http://127.0.0.1:8000"
    frontend_dir: Path = CHECKOUT / "frontend" / "build"
    geodata_dir: Path = CHECKOUT / "geodata"
    files_dir: Path = CHECKOUT / "var" / "files"
    smtp_url: str | None = field(default=None, repr=False)
    mail_from: str = "samspil@demo.example"
    mail_dir: Path = CHECKOUT / "var" / "mail"
    authority: str | None = None
    map_style_url: str | None = None
    accessibility_statement_url: str | None = None
    gsearch_token: str | None = field(default=None, repr=False)
    gsearch_url: str = "https://api.dataforsyningen.dk/rest/gsearch/v2.0"
    rate_limit: str = "1200 per minute"
    limiter_url: str = "local://"
    trusted_proxies: int = 0
    max_body_bytes: int = 1_000_000
    # What unemployment benefit tolerates of unpaid voluntary work that could have been paid for,
    # in hours a month (bekendtgørelse nr. 1261 of 30/10/2023 om udbetaling af dagpenge, §§ 12-14;
    # efterløn tolerates 65). 0: say nothing of it.
    volunteer_hours_a_month: int = 44

    @property
    def production(self) -> bool:
        """Whether citizens use this installation."""
        return self.env == "production"

    @property
    def shows_mails(self) -> bool:
        """Whether the demonstration's mailbox is open to all: where no mail reaches anybody."""
        return self.smtp_url is None and not self.production


def from_environment(environ: Mapping[str, str] = os.environ) -> Settings:
    """Read the settings.

    Raises:
        SettingsError: a value is missing or wrong.
    """

    def get(name: str) -> str | None:
        return environ.get(f"SAMSPIL_{name}", "").strip() or None

    database_url = _database_url("DATABASE_URL", get("DATABASE_URL"))
    env = get("ENV") or "development"
    if env not in get_args(Environment):
        raise SettingsError(f"SAMSPIL_ENV must be development or production, not {env!r}")
    defaults = Settings(database_url, database_url)
    return Settings(
        database_url=database_url,
        owner_database_url=_database_url(
            "OWNER_DATABASE_URL", get("OWNER_DATABASE_URL") or database_url
        ),
        secret_key=_secret("SECRET_KEY", get("SECRET_KEY")),
        env="production" if env == "production" else "development",
        public_url=_web_address("PUBLIC_URL", get("PUBLIC_URL") or defaults.public_url),
        frontend_dir=Path(get("FRONTEND_DIR") or defaults.frontend_dir),
        geodata_dir=Path(get("GEODATA_DIR") or defaults.geodata_dir),
        files_dir=Path(get("FILES_DIR") or defaults.files_dir),
        smtp_url=_mail_server("SMTP_URL", get("SMTP_URL"), get("MAIL_FROM")),
        mail_from=_mail_from("MAIL_FROM", get("MAIL_FROM") or defaults.mail_from),
        mail_dir=Path(get("MAIL_DIR") or defaults.mail_dir),
        authority=_line("AUTHORITY", get("AUTHORITY")),
        map_style_url=_optional_address("MAP_STYLE_URL", get("MAP_STYLE_URL")),
        accessibility_statement_url=_optional_address(
            "ACCESSIBILITY_STATEMENT_URL", get("ACCESSIBILITY_STATEMENT_URL")
        ),
        gsearch_token=_token("GSEARCH_TOKEN", get("GSEARCH_TOKEN")),
        gsearch_url=_web_address("GSEARCH_URL", get("GSEARCH_URL") or defaults.gsearch_url),
        rate_limit=get("RATE_LIMIT") or defaults.rate_limit,
        limiter_url=get("LIMITER_URL") or defaults.limiter_url,
        trusted_proxies=_whole("TRUSTED_PROXIES", get("TRUSTED_PROXIES"), defaults.trusted_proxies),
        max_body_bytes=_whole("MAX_BODY_BYTES", get("MAX_BODY_BYTES"), defaults.max_body_bytes),
        volunteer_hours_a_month=_whole(
            "VOLUNTEER_HOURS_A_MONTH",
            get("VOLUNTEER_HOURS_A_MONTH"),
            defaults.volunteer_hours_a_month,
        ),
    )


def _database_url(name: str, value: str | None) -> str:
    if value is None:
        raise SettingsError(
            f"SAMSPIL_{name} is not set; scripts/start sets it, "
            "or name a server: postgresql://user:password@host/database"
        )
    try:
        url = make_url(value)
    except ArgumentError as error:
        raise SettingsError(f"SAMSPIL_{name} is not a database address") from error
    if url.get_backend_name() != "postgresql":
        raise SettingsError(f"SAMSPIL_{name} must be a postgresql:// address")
    return url.set(drivername="postgresql+psycopg").render_as_string(hide_password=False)


def _web_address(name: str, value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        raise SettingsError(f"SAMSPIL_{name} must be a http(s) address, not {value!r}")
    return value.rstrip("/")


def _mail_from(name: str, value: str) -> str:
    try:
        return mail_address(value)
    except ValueError:
        raise SettingsError(f"SAMSPIL_{name} must be one mail address, not {value!r}") from None


def _mail_server(name: str, value: str | None, mail_from: str | None) -> str | None:
    if value is None:
        return None
    wrong = SettingsError(
        f"SAMSPIL_{name} must be smtp://user:password@host:587 or smtps://…, "
        "with signs such as @ in a password written as %40"
    )
    try:
        parts = urlsplit(value)
        port = parts.port
    except ValueError:
        raise wrong from None
    good = parts.scheme in {"smtp", "smtps"} and parts.hostname and port != 0
    alone = not (parts.path.strip("/") or parts.query or parts.fragment)
    if not (good and alone) or (parts.username is None) != (parts.password is None):
        raise wrong
    if mail_from is None:
        raise SettingsError(f"SAMSPIL_{name} is set, but SAMSPIL_MAIL_FROM is not")
    return value


def _secret(name: str, value: str | None) -> str | None:
    if value is not None and len(value) < SHORTEST_SECRET:
        raise SettingsError(f"SAMSPIL_{name} must be at least {SHORTEST_SECRET} characters")
    return value


def _line(name: str, value: str | None) -> str | None:
    if value is not None and not value.isprintable():
        raise SettingsError(f"SAMSPIL_{name} must be one line of visible characters")
    return value


def _token(name: str, value: str | None) -> str | None:
    if value is not None and not (value.isascii() and value.isprintable() and " " not in value):
        raise SettingsError(f"SAMSPIL_{name} must be a token of visible ASCII characters")
    return value


def _optional_address(name: str, value: str | None) -> str | None:
    return None if value is None else _web_address(name, value)


def _whole(name: str, value: str | None, default: int) -> int:
    if value is None:
        return default
    if not value.isdecimal():
        raise SettingsError(f"SAMSPIL_{name} must be a whole number, not {value!r}")
    return int(value)
