"""`lending db`: the schema, and the proofs over a live database."""

from typing import TYPE_CHECKING, Any

import typer

from lending_entrypoints.cli.given import database_url
from lending_entrypoints.cli.output import Format, emit, table

if TYPE_CHECKING:
    from lending_adapters.proof import Proof

__all__ = ["check", "upgrade"]

DATABASE = typer.Option(None, "--database", help="The database's URL; LENDING_DATABASE_URL where not given.")
FORMAT = typer.Option(Format.TABLE, "--format", help="How to print it.")


def upgrade(database: str | None = DATABASE, form: Format = FORMAT) -> None:
    """Bring the schema up to date.

    Example: lending db upgrade --database sqlite:///lending.db
    """
    from lending_adapters import sql
    from lending_adapters.stores import open_store
    from lending_entrypoints.keys import environment_for

    url, _pool = database_url(database)
    engine = sql.make_engine(url)
    try:
        before = sql.schema_version(engine)
        open_store(url, upgrade=True, environment=environment_for(url)).close()
        after = sql.schema_version(engine)
    finally:
        engine.dispose()
    shown = (("before", before or "empty"), ("now", after or "empty"))
    emit(form, {"before": before, "now": after}, table("Schema", ("", "version"), shown, left=2))


def check(database: str | None = DATABASE, form: Format = FORMAT) -> None:
    """Prove over the live database what must always hold: one line each, exit 1 if one is broken.

    The number is that of the daily proof: 1 debits and credits, 2 principal, 3 interest, 7 channels, 8 the year's end,
    9 leases, deposits and what is kept by subject.

    Example: lending db check --database sqlite:///lending.db
    """
    from lending_adapters.proofs import prove
    from lending_entrypoints.keys import environment_for

    url, _pool = database_url(database)
    proofs = prove(url, environment_for(url))
    broken = [proof for proof in proofs if proof.violated]
    document = {
        "ok": not broken,
        "proofs": {p.name: _proof(p) for p in proofs},
    }
    rows = [
        (
            str(proof.daily or ""),
            proof.name,
            "broken" if proof.violated else "holds",
            ", ".join(proof.first),
            str(proof.checked),
            str(proof.violated),
        )
        for proof in proofs
    ]
    emit(form, document, table("Proofs", ("daily", "proof", "", "first broken", "checked", "violated"), rows, left=4))
    raise typer.Exit(1 if broken else 0)


def _proof(proof: "Proof") -> dict[str, Any]:
    """What a proof found."""
    daily = {"daily": proof.daily} if proof.daily else {}
    return {"checked": proof.checked, "violated": proof.violated, "first": list(proof.first), **daily}
