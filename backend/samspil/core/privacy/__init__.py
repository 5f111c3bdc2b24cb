"""Privacy: what is kept of people, why and how long; its export, its erasing, its end in time."""

from samspil.core.privacy.export import data_of, export_zip
from samspil.core.privacy.registry import (
    KEPT,
    Kept,
    Row,
    Someone,
    Wording,
    both,
    deleting,
    erase,
    is_address,
    older_than,
    register,
    retire,
    rows_where,
    table,
    table_of_keeping,
    unlinking,
)

__all__ = [
    "KEPT",
    "Kept",
    "Row",
    "Someone",
    "Wording",
    "both",
    "data_of",
    "deleting",
    "erase",
    "export_zip",
    "is_address",
    "older_than",
    "register",
    "retire",
    "rows_where",
    "table",
    "table_of_keeping",
    "unlinking",
]
