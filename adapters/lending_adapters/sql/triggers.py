"""What the databases enforce by triggers, in the words of each.

Migrations of the past call these functions: never change what one does, add another.
"""

__all__ = ["append_only", "balanced_vouchers", "functions", "open_periods", "without_append_only", "without_functions"]

POSTGRES_FUNCTIONS = {
    "forbid_change": """
        CREATE FUNCTION forbid_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION USING MESSAGE = TG_TABLE_NAME || ' is append-only', ERRCODE = 'restrict_violation';
        END $$
    """,
    "check_voucher": """
        CREATE FUNCTION check_voucher(checked text) RETURNS void LANGUAGE plpgsql AS $$
        DECLARE
            lines bigint;
            difference numeric;
        BEGIN
            SELECT count(*), coalesce(sum(CASE side WHEN 'DEBIT' THEN amount ELSE -amount END), 0)
                INTO lines, difference FROM journal_lines WHERE voucher_id = checked;
            IF lines = 0 OR difference <> 0 THEN
                RAISE EXCEPTION USING
                    MESSAGE = 'voucher ' || checked || ' does not balance', ERRCODE = 'check_violation';
            END IF;
        END $$
    """,
    "check_voucher_header": """
        CREATE FUNCTION check_voucher_header() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            PERFORM check_voucher(NEW.id);
            RETURN NEW;
        END $$
    """,
    "check_voucher_line": """
        CREATE FUNCTION check_voucher_line() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            PERFORM check_voucher(NEW.voucher_id);
            RETURN NEW;
        END $$
    """,
    "check_voucher_period": """
        CREATE FUNCTION check_voucher_period() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE
            period text := NEW.book || '/' || to_char(NEW.business_date, 'YYYY-MM');
        BEGIN
            IF EXISTS (SELECT 1 FROM closed_periods WHERE id = period) THEN
                RAISE EXCEPTION USING
                    MESSAGE = 'the period ' || period || ' is closed', ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        END $$
    """,
    "forbid_late_line": """
        CREATE FUNCTION forbid_late_line() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF EXISTS (SELECT 1 FROM vouchers WHERE id = NEW.voucher_id) THEN
                RAISE EXCEPTION USING
                    MESSAGE = 'voucher ' || NEW.voucher_id || ' is closed', ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        END $$
    """,
}


def functions(dialect: str) -> list[str]:
    """What the triggers call, where a database wants it apart."""
    return list(POSTGRES_FUNCTIONS.values()) if dialect == "postgresql" else []


def without_functions(dialect: str) -> list[str]:
    """Undo `functions`."""
    if dialect != "postgresql":
        return []
    return [
        f"DROP FUNCTION {name}{'(text)' if name == 'check_voucher' else '()'}" for name in reversed(POSTGRES_FUNCTIONS)
    ]


def append_only(dialect: str, table: str) -> list[str]:
    """Rows of the table are inserted and never changed."""
    if dialect == "postgresql":
        return [
            (
                f"CREATE TRIGGER {table}_kept BEFORE UPDATE OR DELETE ON {table} "
                "FOR EACH ROW EXECUTE FUNCTION forbid_change()"
            ),
            (
                f"CREATE TRIGGER {table}_not_emptied BEFORE TRUNCATE ON {table} "
                "FOR EACH STATEMENT EXECUTE FUNCTION forbid_change()"
            ),
        ]
    return [
        f"CREATE TRIGGER {table}_not_{act.lower()}d BEFORE {act} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        for act in ("UPDATE", "DELETE")
    ]


def without_append_only(dialect: str, table: str) -> list[str]:
    """Undo `append_only`."""
    if dialect == "postgresql":
        return [f"DROP TRIGGER {table}_kept ON {table}", f"DROP TRIGGER {table}_not_emptied ON {table}"]
    return [f"DROP TRIGGER {table}_not_updated", f"DROP TRIGGER {table}_not_deleted"]


def balanced_vouchers(dialect: str) -> list[str]:
    """A voucher has lines, they add up to nothing, and none comes later."""
    if dialect == "postgresql":
        return [
            (
                "CREATE TRIGGER vouchers_balanced BEFORE INSERT ON vouchers "
                "FOR EACH ROW EXECUTE FUNCTION check_voucher_header()"
            ),
            (
                "CREATE TRIGGER journal_lines_in_time BEFORE INSERT ON journal_lines "
                "FOR EACH ROW EXECUTE FUNCTION forbid_late_line()"
            ),
            # A line written by another transaction while the header was not yet to be seen is found at its commit.
            (
                "CREATE CONSTRAINT TRIGGER journal_lines_balanced AFTER INSERT ON journal_lines "
                "DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_voucher_line()"
            ),
        ]
    return [
        (
            "CREATE TRIGGER vouchers_balanced BEFORE INSERT ON vouchers BEGIN "
            "SELECT RAISE(ABORT, 'the voucher does not balance') WHERE ("
            "SELECT count(*) = 0 OR sum(CASE side WHEN 'DEBIT' THEN amount ELSE -amount END) <> 0 "
            "FROM journal_lines WHERE voucher_id = NEW.id); END"
        ),
        (
            "CREATE TRIGGER journal_lines_in_time BEFORE INSERT ON journal_lines BEGIN "
            "SELECT RAISE(ABORT, 'the voucher is closed') "
            "WHERE EXISTS (SELECT 1 FROM vouchers WHERE id = NEW.voucher_id); END"
        ),
    ]


def open_periods(dialect: str) -> list[str]:
    """No voucher is booked on a day of a period that is closed."""
    if dialect == "postgresql":
        return [
            (
                "CREATE TRIGGER vouchers_in_open_period BEFORE INSERT ON vouchers "
                "FOR EACH ROW EXECUTE FUNCTION check_voucher_period()"
            )
        ]
    return [
        (
            "CREATE TRIGGER vouchers_in_open_period BEFORE INSERT ON vouchers BEGIN "
            "SELECT RAISE(ABORT, 'the period is closed') WHERE EXISTS ("
            "SELECT 1 FROM closed_periods WHERE id = NEW.book || '/' || substr(NEW.business_date, 1, 7)); END"
        )
    ]
