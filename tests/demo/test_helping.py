"""The demonstration's volunteers and what they have signed up for."""

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from samspil.demo.helping import TRAINER, VOLUNTEER
from samspil.hours.models import HoursEntry
from samspil.needs.models import Need, Shift
from samspil.people.models import Person
from samspil.signups.models import Signup


def test_every_place_that_is_held_is_somebody_s(demo_session: Session) -> None:
    holding = Signup.status.in_(("accepted", "attended", "absent"))
    of_shift = select(func.count()).where(Signup.shift_id == Shift.id, holding).scalar_subquery()
    assert not demo_session.scalars(select(Shift.id).where(Shift.taken != of_shift)).all()
    whole = and_(Signup.need_id == Need.id, Signup.shift_id.is_(None), holding)
    of_need = select(func.count()).where(whole).scalar_subquery()
    by_shifts = select(Shift.id).where(Shift.need_id == Need.id).exists()
    counts_people = or_(Need.takes_whole, ~by_shifts)
    assert not demo_session.scalars(
        select(Need.title).where(counts_people, Need.taken != of_need)
    ).all()


def test_the_board_has_applicants_and_the_volunteer_something_of_each_kind(
    demo_session: Session,
) -> None:
    applied = select(func.count()).join(Need).where(Need.title == TRAINER)
    applied = applied.where(Signup.status == "applied", Signup.message != "")
    assert demo_session.scalars(applied.select_from(Signup)).one() == 2
    hers = select(Signup.status).join(Person).where(Person.email == VOLUNTEER)
    assert sorted(demo_session.scalars(hers)) == ["accepted", "applied", "attended"]
    her_hours = select(HoursEntry.status).join(Person, Person.id == HoursEntry.person_id)
    given = demo_session.scalars(her_hours.where(Person.email == VOLUNTEER))
    assert sorted(given) == ["confirmed", "waiting"]
