"""Until somebody presses send, no table has changed: there is no state on the server between the steps."""

from django.db import connection


def rows() -> dict[str, int]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        names = [name for (name,) in cursor.fetchall()]
        counts = {}
        for name in names:
            cursor.execute("SELECT has_table_privilege(%s, 'SELECT')", [name])
            if cursor.fetchone()[0]:
                cursor.execute(f'SELECT count(*) FROM "{name}"')
                counts[name] = cursor.fetchone()[0]
        return counts


def test_filling_in_all_steps_without_sending_changes_no_table(bewoner, acting_as):
    with acting_as("noor.voorbeeld"):
        before = rows()
    bewoner.vul_in()
    bewoner.druk("terug")
    with acting_as("noor.voorbeeld"):
        assert rows() == before

    bewoner.verstuur()
    with acting_as("noor.voorbeeld"):
        assert rows()["signaleren_melding"] == before["signaleren_melding"] + 1
