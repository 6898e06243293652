"""In a subquery a bare column is the nearest table's: `v.id = dossier_id` can compare a table with itself and let
every row through. So a policy that looks in another table names the table it guards."""

from tests.walls.conftest import Huis

LOOKING = "SELECT tablename, policyname, coalesce(qual, '') || coalesce(with_check, '') FROM pg_policies"


def test_every_policy_with_a_subquery_on_a_table_names_the_table_it_guards(house: Huis):
    found = [row for row in house.owner.execute(LOOKING).fetchall() if "EXISTS" in row[2]]

    assert found
    assert [(table, name) for table, name, text in found if f"{table}." not in text] == []
