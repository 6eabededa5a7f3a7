"""The first schema."""

from __future__ import annotations

from alembic import op

from engagedesk.models.migrations import read_sql, statements

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    for statement in statements(read_sql("versions/0001.sql")):
        op.get_bind().exec_driver_sql(statement)
