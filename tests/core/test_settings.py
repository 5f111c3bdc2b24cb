"""Settings: a wrong value stops the start with one clear line."""

import pytest
from click.testing import CliRunner

from samspil.cli import main
from samspil.settings import SettingsError, from_environment

URL = "postgresql://someone:secret@db.example/samspil"
GOOD = {"SAMSPIL_DATABASE_URL": URL}


def test_one_address_is_enough() -> None:
    settings = from_environment(GOOD)
    assert settings.database_url.startswith("postgresql+psycopg://someone:secret@")
    assert settings.owner_database_url == settings.database_url
    assert settings.env == "development"
    assert not settings.production


def test_two_roles_are_two_addresses() -> None:
    owner = "postgresql://owner@db.example/samspil"
    settings = from_environment(GOOD | {"SAMSPIL_OWNER_DATABASE_URL": owner})
    assert settings.owner_database_url == "postgresql+psycopg://owner@db.example/samspil"


def test_an_empty_value_is_none() -> None:
    assert from_environment(GOOD | {"SAMSPIL_MAP_STYLE_URL": "  "}).map_style_url is None


def test_mail_goes_by_the_server_that_is_named() -> None:
    server = "smtp://someone:p%40ss@mail.example:587"
    named = {"SAMSPIL_SMTP_URL": server, "SAMSPIL_MAIL_FROM": "samspil@kommune.example"}
    settings = from_environment(GOOD | named)
    assert (settings.smtp_url, settings.mail_from) == (server, "samspil@kommune.example")
    assert "p%40ss" not in repr(settings)
    assert not settings.shows_mails


def test_the_demonstration_s_mailbox_is_open_only_where_no_mail_reaches_anybody() -> None:
    assert from_environment(GOOD).shows_mails
    assert not from_environment(GOOD | {"SAMSPIL_ENV": "production"}).shows_mails


def test_a_public_address_ends_without_a_slash() -> None:
    named = from_environment(GOOD | {"SAMSPIL_PUBLIC_URL": "https://samspil.example/"})
    assert named.public_url == "https://samspil.example"


WRONG = {
    "SAMSPIL_DATABASE_URL": ("", "mysql://db.example/samspil", "nonsense"),
    "SAMSPIL_OWNER_DATABASE_URL": ("sqlite:///file.db",),
    "SAMSPIL_ENV": ("prod", "Production"),
    "SAMSPIL_PUBLIC_URL": ("samspil.example", "ftp://samspil.example", "https://"),
    "SAMSPIL_MAP_STYLE_URL": ("javascript:alert(1)", "/style.json"),
    "SAMSPIL_ACCESSIBILITY_STATEMENT_URL": ("was.digst.dk",),
    "SAMSPIL_SECRET_KEY": ("x" * 31,),
    "SAMSPIL_TRUSTED_PROXIES": ("-1", "one", "1.0"),
    "SAMSPIL_MAX_BODY_BYTES": ("1MB", "-5"),
    "SAMSPIL_SMTP_URL": (
        *("mail.example", "http://mail.example", "smtp://", "smtp://mail.example:http"),
        *("smtp://mail.example:99999", "smtp://mail.example/inbox", "smtp://someone@mail.example"),
        "smtp://someone:secret@mail.example#1@mail.example",
        "smtp://someone:secret@mail.example:587",  # and nobody to send it
    ),
    "SAMSPIL_MAIL_FROM": ("samspil", "Samspil <samspil@mail.example>", "a@mail.example, b@x.dk"),
}


@pytest.mark.parametrize(
    ("name", "value"), [(name, value) for name, values in WRONG.items() for value in values]
)
def test_a_wrong_value_is_named(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=name) as refused:
        from_environment(GOOD | {name: value})
    assert "\n" not in str(refused.value)
    assert "secret" not in str(refused.value)


def test_a_command_says_what_is_wrong_in_one_line_and_no_password() -> None:
    said = CliRunner().invoke(main, ["migrate"], env=dict.fromkeys(WRONG, None))
    assert said.exit_code == 1
    assert said.output.startswith("Error: SAMSPIL_DATABASE_URL is not set")
    assert said.output.count("\n") == 1
    silent = "postgresql://someone:secret@127.0.0.1:1/samspil"
    said = CliRunner().invoke(main, ["migrate"], env={"SAMSPIL_DATABASE_URL": silent})
    assert said.exit_code == 1
    assert said.output.startswith("Error: The database does not answer")
    assert "secret" not in said.output
