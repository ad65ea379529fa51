"""The program: its verbs.

Verbs import what they need when they run, so that `lending --help` answers at once.
"""

import typer

from lending_entrypoints.cli import (
    account,
    applications,
    balances,
    books,
    cards,
    closing,
    configuration,
    database,
    day,
    deductions,
    funding,
    lines,
    loans,
    picking,
    reconciliation,
    rules,
    ruling,
    scorecards,
    services,
    settling,
    simulation,
    take_on,
    vendors,
    vouchers,
)

__all__ = ["program"]

program = typer.Typer(
    name="lending",
    help="A lending platform for internet consumer finance and car loans (互联网消费金融, 车贷).",
    epilog="Example: lending quote --product small-cash --amount 12000 --instalments 12",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


@program.callback(invoke_without_command=True)
def top(version: bool = typer.Option(False, "--version", help="Print the version and stop.")) -> None:
    """A lending platform for internet consumer finance and car loans (互联网消费金融, 车贷)."""
    if version:
        from lending import __version__

        typer.echo(f"lending {__version__}")
        raise typer.Exit


def group(name: str, help_text: str, example: str) -> typer.Typer:
    """A verb that has verbs of its own."""
    epilog = f"Example: lending {name} {example}"
    made = typer.Typer(name=name, help=help_text, epilog=epilog, no_args_is_help=True, rich_markup_mode=None)
    program.add_typer(made)
    return made


program.command("quote")(loans.quote)
program.command("replay")(loans.replay)
program.command("take-on")(take_on.take_on)
program.command("serve")(services.serve)
program.command("worker")(services.worker)

worlds = typer.Typer(name="simulate", rich_markup_mode=None)
worlds.callback(invoke_without_command=True)(simulation.simulate)
worlds.command("sweep")(simulation.sweep)
program.add_typer(worlds)

BOOK = "Products, chart of accounts, posting rules, rates and calendar as data."
book = group("book", BOOK, "load my-book --database sqlite:///lending.db")
book.command("load")(configuration.load)
book.command("export")(configuration.export)

config = group("config", "The whole configuration.", "check --book my-book")
config.command("check")(configuration.check)

DB = "The database: its schema and the proofs over it."
db = group("db", DB, "upgrade --database sqlite:///lending.db")
db.command("upgrade")(database.upgrade)
db.command("check")(database.check)

eod = group("eod", "The end of day (日终).", "run --through 2024-01-31 --database sqlite:///lending.db")
eod.command("run")(day.run_days)

borrowed = group("loan", "A loan as it stands.", "show loan_01HKX… --database sqlite:///lending.db")
borrowed.command("show")(account.show)

money = group("funding", "Whose money loans are.", "usage BANK_A --database sqlite:///lending.db")
money.command("show")(funding.show)
money.command("usage")(funding.usage)
money.command("parties")(funding.parties)
money.command("settlements")(settling.settlements)
money.command("exchange")(settling.exchange)

bound = group(
    "cards",
    "A customer's cards (绑定卡), which deductions are taken from.",
    "show cust_01HKX… --database sqlite:///lending.db",
)
bound.command("show")(cards.show)
bound.command("bind")(cards.bind)
bound.command("order")(cards.order)
bound.command("unbind")(cards.unbind)

drawn = group("lines", "Credit lines (授信额度), and what is drawn on them.", "list --database sqlite:///lending.db")
drawn.command("show")(lines.show)
drawn.command("list")(lines.listed)

promised = group(
    "payout-vouchers",
    "Payout vouchers (放款凭证): what dealers have our word for, and whether one is good.",
    "list --database sqlite:///lending.db",
)
promised.command("list")(vouchers.listed)
promised.command("verify")(vouchers.verify)

asking = group(
    "applications",
    "Applications (进件): where they stand, and a person's word on those that rules leave to one.",
    "list --status MANUAL_REVIEW --database sqlite:///lending.db",
)
asking.command("list")(applications.listed)
asking.command("show")(applications.show)
asking.command("review")(applications.review)
asking.command("agree")(applications.agree)
asking.command("release")(applications.release)
asking.command("pick-up")(applications.pick_up)

third_parties = group(
    "vendors",
    "Third parties (外部数据): who is asked about applicants, what they find, and what they may bill.",
    "list --database sqlite:///lending.db",
)
third_parties.command("list")(vendors.listed)
third_parties.command("asked")(vendors.asked_about)
third_parties.command("bill")(vendors.bill)

RULES = "The rules of risk (风控中台): from a draft, checked and rehearsed, to live, and back."
ruled = group("rules", RULES, "draft cash-loan.json --scene cash-loan --database sqlite:///lending.db")
ruled.command("draft")(rules.draft)
ruled.command("validate")(rules.validate)
ruled.command("test")(rules.tried)
ruled.command("rehearse")(rules.rehearse)
ruled.command("submit")(rules.submit)
ruled.command("publish")(rules.publish)
ruled.command("gray")(rules.gray)
ruled.command("promote")(rules.promote)
ruled.command("stop")(rules.stop)
ruled.command("rollback")(rules.rollback)
ruled.command("list")(ruling.listed)
ruled.command("show")(ruling.show)
ruled.command("monitor")(ruling.monitor)
ruled.command("explain")(ruling.explain)

DEDUCT = "Deductions by list (批量代扣): in a file, or one by one at the channel's pace."
listed = group("deduct", DEDUCT, "write --channel MAIN --out files --database sqlite:///lending.db")
listed.command("list")(deductions.waiting)
listed.command("write")(deductions.write)
listed.command("send")(deductions.send)
listed.command("read")(deductions.read)
listed.command("explain")(picking.explain)
listed.command("compare")(picking.compare)

points = group("scorecard", "Scorecards (评分卡): points for what is known.", "score applicants.csv --card card.toml")
points.command("score")(scorecards.score)

reconciling = typer.Typer(name="reconcile", rich_markup_mode=None)
reconciling.callback(invoke_without_command=True)(reconciliation.reconcile)
reconciling.command("books")(reconciliation.books)
reconciling.command("ages")(reconciliation.ages)
reconciling.command("parked")(reconciliation.parked)
program.add_typer(reconciling)

ledgers = group("books", "The books: what was posted.", "trial-balance --database sqlite:///lending.db")
ledgers.command("trial-balance")(books.trial_balance)
ledgers.command("balance")(balances.balance)
ledgers.command("ledger")(books.ledger)
ledgers.command("voucher")(books.voucher)
ledgers.command("verify")(books.verify)
ledgers.command("close-period")(closing.close_period)
ledgers.command("close-year")(closing.close_year)
