"""`lending quote` and `lending replay`: what a loan costs, and what becomes of it."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from lending_entrypoints.cli.errors import Refused
from lending_entrypoints.cli.given import Given
from lending_entrypoints.cli.output import Format, emit, grouped, remark, table

if TYPE_CHECKING:
    from lending.kernel.rates import Rate
    from lending.loans.queries import QuoteView

__all__ = ["quote", "replay"]

DEPOSIT_AT_END = {
    "RETURN": "goes back (退还)",
    "SET_OFF": "pays the last rent, the rest goes back (冲抵后退还)",
    "LAST_RENTS": "pays the last rents (冲抵末期租金)",
}

FORMAT = typer.Option(Format.TABLE, "--format", help="How to print it.")
STANDARD_INPUT = "-"


def quote(
    product: str | None = typer.Option(None, help="The product's code, such as small-cash (required)."),
    amount: str | None = typer.Option(None, help="How much is borrowed, such as 12000.00 (required)."),
    instalments: str | None = typer.Option(None, help="In how many instalments (required)."),
    date: str | None = typer.Option(None, help="The day of the payout, such as 2024-01-05; today where not given."),
    currency: str = typer.Option("CNY", help="The currency of the amount."),
    book: Path | None = typer.Option(None, help="A folder with a book; the shipped one where not given."),
    form: Format = FORMAT,
) -> None:
    """Try a loan (还款计划试算): the yearly rate, every cost and the plan.

    Example: lending quote --product small-cash --amount 12000 --instalments 12 --date 2024-01-05
    """
    from lending.application.call import CHINA
    from lending.kernel.outcome import Failure
    from lending.loans.queries import QuoteLoan
    from lending.products.ports import PRODUCTS
    from lending_adapters.memory import memory_platform
    from lending_entrypoints.clock import SystemClock

    given = Given()
    code = given.text("product", product, "a product's code, such as small-cash")
    principal = given.money("amount", amount, currency)
    count = given.whole("instalments", instalments, 1, 360)
    start = given.optional_day("date", date) or SystemClock().now().astimezone(CHINA).date()
    given.check()
    query = given.value("", lambda: QuoteLoan(code, principal, count, start))
    given.check()
    assert query is not None, "checked"
    platform = memory_platform(start, book)
    answer = platform.ask(query)
    if isinstance(answer, Failure):
        raise Refused(answer.failure())
    offered = platform.store.load(PRODUCTS, code)
    assert offered is not None, "it was quoted"
    view, early = answer.unwrap(), offered.value.prepayment.fee_at(0)
    emit(form, _document(view, early), *_tables(view, offered.value.name, early))


def _document(view: "QuoteView", early: "Rate") -> dict[str, Any]:
    return {
        "product": view.product,
        "currency": view.principal.currency.code,
        "principal": view.principal.text,
        "start": view.start.isoformat(),
        "apr": view.apr.text,
        "annual_rate": view.annual_rate.text,
        "floating": _floating(view),
        "next_reset": view.next_reset.isoformat() if view.next_reset else None,
        "instalment": view.instalment.text,
        "total_interest": view.total_interest.text,
        "fees": view.total_fees.text,
        "fee_at_start": view.fee_at_start.text,
        "total_cost": view.total_cost.text,
        "total_to_pay": view.total_to_pay.text,
        "prepayment_fee": early.text,
        "cap": view.cap.text if view.cap is not None else None,
        "lease": _lease(view),
        "instalments": [
            {
                "no": row.no,
                "due": row.due.isoformat(),
                "principal": row.principal.text,
                "interest": row.interest.text,
                "fee": row.fee.text,
                "total": row.total.text,
            }
            for row in view.instalments
        ],
    }


def _floating(view: "QuoteView") -> dict[str, Any] | None:
    """What the rate follows, None where it is fixed."""
    floating = view.floating
    if floating is None:
        return None
    return {"tenor": floating.tenor, "spread_bp": floating.spread_bp, "reset": floating.reset}


def _rate(view: "QuoteView") -> tuple[str, str]:
    """The line that tells the contract rate, and that it floats where it does (R12)."""
    if view.floating is None:
        return "Contract rate a year (合同年利率)", view.annual_rate.percent
    follows = f"LPR {view.floating.tenor} {view.floating.spread_bp:+d} bp"
    heading = f"Floating rate a year, the first (浮动利率): {follows}, fixed anew from {view.next_reset} (重定价)"
    return heading, view.annual_rate.percent


def _lease(view: "QuoteView") -> dict[str, str | None] | None:
    """The lease of a quote: its kind, and the deposit that counts in `apr`."""
    if view.lease is None:
        return None
    deposit = view.lease.deposit
    return {
        "kind": view.lease.kind.value,
        "deposit": deposit.text if deposit else None,
        "deposit_at_end": view.lease.deposit_at_end.value if deposit else None,
    }


def _tables(view: "QuoteView", name: str, early: "Rate") -> list[Any]:
    facts = (
        ("Yearly cost, everything included (年化综合成本 APR)", view.apr.percent),
        (f"Instalment, at most, {len(view.instalments)} of them (每期应还)", grouped(view.instalment)),
        *_lease_facts(view),
        ("You receive (借款金额)" if view.lease is None else "Amount financed (融资金额)", grouped(view.principal)),
        ("Interest (利息)", grouped(view.total_interest)),
        *_fee_lines(view),
        ("It costs in all (总成本)", grouped(view.total_cost)),
        ("You pay in all (还款总额)", grouped(view.total_to_pay)),
        _rate(view),
        ("If you repay early: of the principal repaid (提前还款手续费)", early.percent),
    )
    rows = [
        (str(row.no), row.due.isoformat(), *map(grouped, (row.principal, row.interest, row.fee, row.total)))
        for row in view.instalments
    ]
    if view.fee_at_start:
        rows.insert(
            0, ("start", view.start.isoformat(), "", "", grouped(view.fee_at_start), grouped(view.fee_at_start))
        )
    sums = (view.principal, view.total_interest, view.total_fees, view.total_to_pay)
    total = ("all", "", *map(grouped, sums))
    headings = ("no 期", "due 到期日", "principal 本金", "interest 利息", "fee 费用", "total 应还")
    currency = view.principal.currency
    return [
        table(f"{name} ({view.product}), paid out on {view.start}, amounts in {currency}", ("", ""), facts),
        table("Plan (还款计划)", headings, [*rows, total], left=2),
    ]


def _fee_lines(view: "QuoteView") -> list[tuple[str, str]]:
    """Every fee on a line of its own; where there is none, one line that says so."""
    periodic = view.total_fees - view.fee_at_start
    if not view.total_fees:
        return [("Fees (费用)", grouped(view.total_fees))]
    lines = [("Fee on the day of the payout, beside what you receive (期初费用)", grouped(view.fee_at_start))]
    lines += [("Fees with the instalments (每期费用合计)", grouped(periodic))]
    return [line for line, fee in zip(lines, (view.fee_at_start, periodic), strict=True) if fee]


def _lease_facts(view: "QuoteView") -> list[tuple[str, str]]:
    """The deposit of a direct lease and what becomes of it."""
    deposit = view.lease.deposit if view.lease is not None else None
    if view.lease is None or not deposit:
        return []
    return [
        ("Deposit at the start, in the yearly cost (保证金)", grouped(deposit)),
        ("The deposit in the end", DEPOSIT_AT_END[view.lease.deposit_at_end.value]),
    ]


def replay(
    cases: list[str] = typer.Argument(
        None, metavar="CASE.json…", help="Files with one case each; - reads standard input."
    ),
    lines: bool = typer.Option(False, "--lines", help="One case a line from standard input, one result a line."),
    form: Format = typer.Option(Format.JSON, "--format", help="How to print it."),
) -> None:
    """Replay a loan: terms and actions in, plan, balances and journal out.

    Example: lending replay case.json --format table
    """
    from lending_entrypoints.replay import replay_lines, replay_text, tables_of

    _one_way_in(cases, lines, form)
    if lines:
        # Bytes that are no text become escapes that are no JSON: that line's result says so, and the run goes on.
        given_lines = (line.decode("utf-8", "backslashreplace") for line in sys.stdin.buffer)
        raise typer.Exit(_streamed(replay_lines(given_lines)))
    results = [replay_text(_source(case)) for case in cases]
    documents = [result.document for result in results]
    shown = documents[0] if len(documents) == 1 else documents
    emit(form, shown, *(part for document in documents for part in tables_of(document)))
    for case, result in zip(cases, results, strict=True):
        if result.failed:
            remark(f"error: {_told(result.document, case)}")
    if any(result.unusable for result in results):
        raise typer.Exit(2)
    raise typer.Exit(1 if any(result.failed for result in results) else 0)


def _one_way_in(cases: list[str] | None, lines: bool, form: Format) -> None:
    """Cases come from files or line by line from standard input, and lines go out as lines."""
    given = Given()
    if not cases and not lines:
        given.text("cases", None, "one or more CASE.json, - for standard input, or --lines")
    if cases and lines:
        given.refuse("cases", cases[0], "no file with --lines, which reads standard input: --lines < FILE")
    if lines and form is not Format.JSON:
        given.refuse("format", form.value, "json with --lines, whose results are lines of JSON")
    given.check()


def _source(case: str) -> str:
    """A case's text."""
    from lending.kernel.invalid import InvalidInput, Violation

    read = sys.stdin.buffer.read() if case == STANDARD_INPUT else Path(case).read_bytes()
    try:
        return read.decode("utf-8")
    except UnicodeDecodeError as error:
        byte = f"byte {read[error.start]:#04x} at {error.start}"
        raise InvalidInput([Violation(_place(case), byte, "JSON in UTF-8")]) from error


def _place(case: str) -> str:
    return "standard input" if case == STANDARD_INPUT else case


def _told(document: dict[str, Any], case: str) -> str:
    error = document["error"]
    return f"{document['id'] or _place(case)}: {error['code']}: {error['message']}"


def _streamed(results: Any) -> int:
    from lending_entrypoints.replay import line_of

    status = 0
    for result in results:
        sys.stdout.write(f"{line_of(result.document)}\n")
        sys.stdout.flush()
        status = max(status, int(result.failed))
    return status
