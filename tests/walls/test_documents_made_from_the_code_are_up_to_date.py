"""docs/rechten.md and docs/privacy.md say what the code does, on the day you read them."""

import pytest

from doorzicht.doors.cli.docs import documents, own_models, render_privacy, render_rights
from doorzicht.ground.access.api import RECHTEN


@pytest.mark.parametrize("path", documents(), ids=lambda path: path.name)
def test_the_document_is_what_the_code_makes_of_it_today(path):
    made = documents()[path]()
    if not path.exists() or path.read_text(encoding="utf-8") != made:
        pytest.fail(f"docs/{path.name} is behind the code: run `.venv/bin/doorzicht docs`", pytrace=False)


def test_every_right_and_every_table_is_in_them():
    assert [code for code in RECHTEN if f"`{code}`" not in render_rights()] == []
    assert [m for m in own_models() if f"`{m._meta.db_table}`" not in render_privacy()] == []
