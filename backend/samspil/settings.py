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
    authority: str | None = None
    map_style_url: str | None = None
    accessibility_statement_url: str | None = None
    gsearch_token: str | None = field(default=None, repr=False)
    gsearch_url: str = "https://api.dataforsyningen.dk/rest/gsearch/v2.0"
    rate_limit: str = "1200 per minute"
    limiter_url: str = "local://"
    trusted_proxies: int = 0
    max_body_bytes: int = 1_000_000

    @property
    def production(self) -> bool:
        """Whether citizens use this installation."""
        return self.env == "production"


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
        authority=get("AUTHORITY"),
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


def _secret(name: str, value: str | None) -> str | None:
    if value is not None and len(value) < SHORTEST_SECRET:
        raise SettingsError(f"SAMSPIL_{name} must be at least {SHORTEST_SECRET} characters")
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
