"""Associations from a municipality's register."""

from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from databases import NOW
from factories.associations import association
from factories.needs import need
from reading import titles
from register_files import Importing, kinds, reasons
from samspil.associations.contacts import public_contact
from samspil.associations.models import Association, FormerSlug, ImportedAssociation
from samspil.associations.registers import Associations
from samspil.associations.rules import is_cvr

SCOUTS = {
    "Eksternt ID": "F-17",
    "Foreningsnavn": "Hornbæk Spejderne",
    "CVR": "24 25 67 90",
    "Resumé": "Spejdere ved havet",
    "Formål": "Vi er **ude**.",
    "Interesser": "Natur og spejder|sport",
    "By": "hornbaek|3080",
    "Adresse": "Skovvej 7, 3100 Hornbæk",
    "Breddegrad": "56,0812",
    "Længdegrad": "12,4563",
    "Offentligt sted": "ja",
    "Kontakt": "Gruppelederen",
    "E-mail": "hornbaek.spejderne@gmail.com",
    "Hjemmeside": "www.spejderne.example",
    "Sprog": "Dansk, engelsk",
    "Godkendt fra": "01-01-2026",
    "Godkendt til": "31-12-2027",
}


@pytest.fixture
def bring(session: Session, tmp_path: Path) -> Importing:
    return Importing(session, tmp_path, lambda s: Associations(s, "kommunen", NOW))


def kept(session: Session, key: str = "F-17") -> Association:
    return session.scalars(
        select(Association)
        .join(ImportedAssociation, ImportedAssociation.object_id == Association.id)
        .where(ImportedAssociation.external_id == key)
    ).one()


def shown(client: FlaskClient, slug: str = "hornbaek-spejderne") -> dict[str, Any]:
    answer = client.get(f"/api/v1/associations/{slug}")
    assert answer.status_code == 200
    return dict(answer.json)


def test_a_row_becomes_an_association_that_people_find(
    bring: Importing, client: FlaskClient
) -> None:
    assert kinds(bring(SCOUTS)) == ["new"]
    found = shown(client)
    assert found["name"] == "Hornbæk Spejderne"
    assert found["cvr"] == "24256790"
    assert found["interests"] == ["nature", "sport"]
    assert [place["slug"] for place in found["places"]] == ["hornbaek", "tikoeb"]
    assert found["position_accuracy"] == "exact"
    assert found["position"]["coordinates"] == pytest.approx([12.4563, 56.0812], abs=1e-6)
    assert found["address"] == "Skovvej 7, 3100 Hornbæk"
    assert found["website"] == "https://www.spejderne.example"
    assert found["languages"] == ["da", "en"]
    assert found["approved"]
    assert found["contact"] == {
        "name": "Gruppelederen",
        "email": "hornbaek.spejderne@gmail.com",
        "phone": None,
    }
    near = client.get("/api/v1/associations?q=spejdere&place=hornbaek").json
    assert [item["slug"] for item in near["items"]] == ["hornbaek-spejderne"]


def test_a_second_run_changes_nothing(bring: Importing, session: Session) -> None:
    bring(SCOUTS)
    before = kept(session).updated_at, kept(session).slug
    [outcome] = bring(SCOUTS)
    assert (outcome.kind, outcome.changed, outcome.kept) == ("unchanged", (), ())
    session.expire_all()
    assert (kept(session).updated_at, kept(session).slug) == before


def test_the_external_id_keeps_identity_through_a_new_name(
    bring: Importing, session: Session, client: FlaskClient
) -> None:
    row = SCOUTS | {"E-mail": "info@spejderne.example"}
    bring(row)
    identity = kept(session).id
    changed = row | {"Foreningsnavn": "Nordkystens Spejdere", "By": "Ålsgårde"}
    assert bring.one(changed).changed == ("name", "towns")
    assert kept(session).id == identity
    found = shown(client)
    assert found["name"] == "Nordkystens Spejdere"
    assert [place["slug"] for place in found["places"]] == ["aalsgaarde"]
    assert client.get("/api/v1/associations?q=nordkystens").json["items"]


def test_what_people_edited_stays_and_the_rest_follows_the_register(
    bring: Importing, session: Session
) -> None:
    bring(SCOUTS)
    kept(session).summary = "Skrevet af os selv"
    session.flush()
    changed = SCOUTS | {"Resumé": "Registrets nye", "Formål": "Nyt formål"}
    outcome = bring.one(changed)
    assert (outcome.changed, outcome.kept) == (("purpose",), ("summary",))
    assert kept(session).summary == "Skrevet af os selv"
    assert bring.one(changed).kept == ("summary",)

    assert bring.one(changed, force=True).changed == ("summary",)
    assert kept(session).summary == "Registrets nye"
    assert bring.one(changed).kept == ()


def test_towns_and_contact_that_people_changed_stay(bring: Importing, session: Session) -> None:
    bring(SCOUTS)
    row = kept(session)
    row.contact = row.contact | {"email": "ny@spejderne.example"}
    session.flush()
    outcome = bring.one(SCOUTS | {"E-mail": "info@spejderne.example"})
    assert outcome.kept == ("contact_email",)
    assert kept(session).contact["email"] == "ny@spejderne.example"


def test_what_people_removed_does_not_come_back_by_itself(
    bring: Importing, session: Session
) -> None:
    bring(SCOUTS)
    session.execute(delete(Association).where(Association.id == kept(session).id))
    assert bring.one(SCOUTS).kept == ("removed here",)
    assert session.scalar(select(Association.id)) is None
    assert bring.one(SCOUTS, force=True).kind == "new"


def test_a_column_that_the_file_lacks_says_nothing(bring: Importing, session: Session) -> None:
    bring(SCOUTS)
    lean = {name: SCOUTS[name] for name in ("Eksternt ID", "Foreningsnavn", "By")}
    assert bring.one(lean).kind == "unchanged"
    assert kept(session).address == "Skovvej 7, 3100 Hornbæk"
    assert bring.one(lean | {"Hjemmeside": ""}).changed == ("website",)


def test_an_association_with_the_same_cvr_number_is_the_same(
    bring: Importing, session: Session
) -> None:
    ours = association(session, name="Vores eget navn", cvr="24256790", summary="").id
    session.flush()
    outcome = bring.one(SCOUTS)
    assert outcome.kind == "changed"
    assert kept(session).id == ours
    assert "name" in outcome.kept
    assert kept(session).name == "Vores eget navn"
    assert kept(session).summary == "Spejdere ved havet"
    assert bring.one(SCOUTS).kind == "unchanged"


@pytest.mark.parametrize("public", ["", "nej"])
def test_a_home_address_lands_neither_on_the_map_nor_on_the_page(
    bring: Importing, client: FlaskClient, session: Session, public: str
) -> None:
    outcome = bring.one(SCOUTS | {"Offentligt sted": public})
    assert outcome.entry.values.left_out == ("address, position: public_premises is not ja",)
    found = shown(client)
    assert found["address"] is None
    assert found["position_accuracy"] == "town"
    memory = session.scalars(select(ImportedAssociation.written)).one()
    assert "Skovvej" not in str(memory)
    assert "56.08" not in str(memory)


def test_withdrawing_that_a_place_is_public_takes_it_off_the_map(
    bring: Importing, client: FlaskClient
) -> None:
    bring(SCOUTS)
    assert bring.one(SCOUTS | {"Offentligt sted": "nej"}).changed == ("address", "position")
    assert shown(client)["position_accuracy"] == "town"


CONTACTS = [
    ({"contact_name": "Formand og kasserer"}, True),
    ({"contact_name": "Tikøb Læsekreds"}, True),
    ({"contact_name": "Jens Hansen"}, False),
    ({"contact_name": "Formand Jens Hansen"}, False),
    ({"contact_email": "formand@laesekreds.example"}, True),
    ({"contact_email": "info2@laesekreds.example"}, True),
    ({"contact_email": "tikoeb.laesekreds@gmail.com"}, True),
    ({"contact_email": "tikoblaesekreds@gmail.com"}, True),
    ({"contact_email": "jens@laesekreds.example"}, False),
    ({"contact_email": "jens.formand@laesekreds.example"}, False),
    ({"contact_phone": "49 28 00 00"}, False),
]


@pytest.mark.parametrize(("contact", "taken"), CONTACTS)
def test_only_a_contact_that_speaks_of_a_role_is_taken_without_consent(
    contact: dict[str, Any], taken: bool
) -> None:
    [(part, text)] = contact.items()
    values = dict(contact)
    left_out = public_contact(values, "Tikøb Læsekreds")
    assert values[part] == (text if taken else None)
    assert bool(left_out) is not taken

    consented = contact | {"contact_consent": True}
    assert public_contact(consented, "Tikøb Læsekreds") == ()
    assert consented == contact


def test_a_phone_goes_when_its_consent_does(bring: Importing, session: Session) -> None:
    row = SCOUTS | {"Telefon": "49280000", "Samtykke": "ja"}
    bring(row)
    assert kept(session).contact["phone"] == "49 28 00 00"
    assert bring.one(row | {"Samtykke": ""}).changed == ("contact_phone",)
    assert kept(session).contact["phone"] is None


def test_a_faulty_row_is_named_with_all_its_reasons_and_the_others_go_in(
    bring: Importing, session: Session
) -> None:
    faulty = SCOUTS | {
        "Eksternt ID": "F-18",
        "Foreningsnavn": "",
        "CVR": "12345678",
        "Interesser": "natur|golf",
        "By": "Hornbek",
        "Breddegrad": "12,6",
        "Godkendt til": "31-12-2025",
    }
    outcomes = bring(SCOUTS, faulty, SCOUTS | {"Eksternt ID": "F-19", "CVR": ""})
    assert kinds(outcomes) == ["new", "refused", "new"]
    said = reasons(outcomes[1])
    assert "3: name: must be filled" in said
    assert "3: cvr: 12345678 has a wrong check digit" in said
    assert "3: latitude: 12.6 is outside Denmark; are latitude and longitude swapped?" in said
    slugs = set(session.scalars(select(Association.slug)))
    assert slugs == {"hornbaek-spejderne", "hornbaek-spejderne-2"}


def test_what_does_not_fit_together_is_told_at_once(bring: Importing) -> None:
    outcome = bring.one(
        SCOUTS
        | {
            "Interesser": "nature|golf",
            "By": "Hornbek|Tikøb",
            "Længdegrad": "",
            "Godkendt til": "31-12-2025",
        }
    )
    assert reasons(outcome) == (
        "2: interests: there is no interest 'golf'"
        " / 2: towns: there is no place 'Hornbek' here; did you mean Hornbæk?"
        " / 2: latitude, longitude: both or neither"
        " / 2: approved_until: is before approved_from"
    )


def test_a_second_row_with_the_same_id_is_refused(bring: Importing) -> None:
    outcomes = bring(SCOUTS, SCOUTS | {"Foreningsnavn": "En anden"})
    assert kinds(outcomes) == ["new", "refused"]
    assert reasons(outcomes[1]) == "3: external_id: 'F-17' stands in line 2 already"


@pytest.mark.parametrize(
    ("town", "slug"),
    [
        *(("Ålsgårde", "aalsgaarde"), ("aalsgaarde", "aalsgaarde"), ("ALSGARDE", "aalsgaarde")),
        *(("3140", "aalsgaarde"), ("3140 Ålsgårde", "aalsgaarde"), ("Elsinore", "helsingoer")),
    ],
)
def test_a_town_goes_by_every_spelling_and_by_postcode(
    bring: Importing, client: FlaskClient, town: str, slug: str
) -> None:
    assert bring.one(SCOUTS | {"By": town}).kind == "new"
    assert [place["slug"] for place in shown(client)["places"]] == [slug]


def test_formulas_and_markup_are_plain_text(bring: Importing, client: FlaskClient) -> None:
    bring(
        SCOUTS
        | {
            "Foreningsnavn": '=HYPERLINK("x")',
            "Resumé": "<script>alert(1)</script>",
            "Formål": "<img src=x onerror=alert(1)> [her](javascript:alert(1)) **fed**",
        }
    )
    found = shown(client, "hyperlink-x")
    assert found["name"] == '=HYPERLINK("x")'
    assert found["summary"] == "<script>alert(1)</script>"
    assert "<img" not in found["purpose_html"]
    assert 'href="javascript' not in found["purpose_html"]
    assert "<strong>fed</strong>" in found["purpose_html"]


def test_without_a_summary_the_purpose_begins(bring: Importing, session: Session) -> None:
    bring(SCOUTS | {"Resumé": "", "Formål": "ord " * 100})
    assert kept(session).summary.endswith("ord …")
    assert len(kept(session).summary) <= 160
    assert bring.one(SCOUTS | {"Resumé": "", "Formål": "ord " * 100}).kind == "unchanged"


@pytest.mark.parametrize("number", ["13748136", "24256790", "35408002", "30715063", "19319970"])
def test_real_cvr_numbers_keep_to_modulus_11(number: str) -> None:
    assert is_cvr(number)


@given(number=st.sampled_from(["13748136", "24256790"]), at=st.integers(0, 7), by=st.integers(1, 9))
def test_one_wrong_digit_is_always_found(number: str, at: int, by: int) -> None:
    wrong = number[:at] + str((int(number[at]) + by) % 10) + number[at + 1 :]
    assert not is_cvr(wrong)


def test_a_new_name_in_the_register_is_what_its_needs_are_found_by(
    bring: Importing, session: Session, client: FlaskClient
) -> None:
    bring(SCOUTS)
    need(session, of=kept(session), title="Bag kage")
    session.commit()
    bring(SCOUTS | {"Foreningsnavn": "Kvædeløget"})
    session.commit()
    assert titles(client, q="kvædeløg") == {"Bag kage"}
    assert titles(client, q="hornbæk spejderne") == set()


def test_what_was_merged_away_is_not_what_a_register_speaks_of(
    bring: Importing, session: Session
) -> None:
    stays = association(session, slug="rigtig")
    association(session, slug="dobbelt", cvr="24256790", status="merged", merged_into_id=stays.id)
    session.commit()
    assert kinds(bring(SCOUTS)) == ["new"]


def test_an_address_that_leads_elsewhere_is_not_given_to_a_new_one(
    bring: Importing, session: Session
) -> None:
    other = association(session)
    session.add(FormerSlug(slug="hornbaek-spejderne", association_id=other.id))
    session.commit()
    bring(SCOUTS)
    assert kept(session).slug == "hornbaek-spejderne-2"
