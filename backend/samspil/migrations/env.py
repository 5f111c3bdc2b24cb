"""How Alembic runs here: on the connection it is given, in one transaction a migration.

Waiting for a lock longer than a few seconds would hold up everybody behind it; better to fail
and try again at a quieter moment.
"""

from alembic import context
from sqlalchemy import text

from samspil.domains import TABLES

connection = context.config.attributes["connection"]
connection.execute(text("SET lock_timeout = '5s'"))
connection.execute(text("SET statement_timeout = '5min'"))
connection.commit()
context.configure(connection=connection, target_metadata=TABLES, transaction_per_migration=True)
with context.begin_transaction():
    context.run_migrations()
