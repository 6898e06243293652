"""Product rule 5: no score, ranking or prediction of a person; no machine learning on what people wrote."""

import re
from pathlib import Path

from django.apps import apps

ROOT = Path(__file__).parents[2]
SCORE = re.compile(
    r"score|ranking|rangorde|risico|kans(?!elier)|waarschijnlijk|voorspel|predict|probab|likelihood|punten"
)
LEARNING = re.compile(
    r"^(scikit-learn|sklearn|torch|tensorflow|keras|transformers|spacy|nltk|gensim|xgboost|lightgbm|catboost|openai|"
    r"anthropic|langchain|sentence-transformers|fasttext|flair|huggingface)",
    re.MULTILINE,
)


def test_no_table_keeps_a_score_of_anybody():
    found = {
        f"{m._meta.db_table}.{f.column}"
        for m in apps.get_models()
        if m.__module__.startswith("doorzicht.")
        for f in m._meta.concrete_fields
        if SCORE.search(f.column)
    }
    assert found == set()


def test_no_library_that_learns_from_text_is_installed_with_the_house():
    for name in ("requirements.in", "requirements.txt"):
        path = ROOT / name
        if path.exists():
            assert LEARNING.findall(path.read_text()) == [], name
