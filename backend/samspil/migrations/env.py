"""How Alembic runs here: on the connection it is given, in one transaction a migration.

Waiting for a lock longer than a few seconds would hold up everybody behind it; better to fail
and try again at a quieter moment.
"""

from alembic import context
from sqlalchemy import text

import samspil.associations.models
import samspil.core.audit
import samspil.core.history
import samspil.core.mail.models
import samspil.following.calendars.models
import samspil.following.favourites.models
import samspil.following.searches.models
import samspil.hours.models
import samspil.hours.proofs.models
import samspil.matching.asking.models
import samspil.needs.models
import samspil.people.models
import samspil.places.models
import samspil.premises.models
import samspil.signups.checks.models
import samspil.signups.crews.models
import samspil.signups.threads.models  # noqa: F401  # the tables register themselves
from samspil.core.db import Base

connection = context.config.attributes["connection"]
connection.execute(text("SET lock_timeout = '5s'"))
connection.execute(text("SET statement_timeout = '5min'"))
connection.commit()
context.configure(
    connection=connection, target_metadata=Base.metadata, transaction_per_migration=True
)
with context.begin_transaction():
    context.run_migrations()
