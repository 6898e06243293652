"""Whatever a parser does over hostile bytes, it does in a child that has little and is gone soon."""

import os
import random
import subprocess
import sys
import time
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.support.bestanden import docx, pdf, photo, png, webp

from doorzicht.engines.cleaning import Onbruikbaar, Schoon, child, clean, run
from doorzicht.engines.cleaning.types import MAX_UIT

MADE = (photo, png, webp, pdf, docx)


def in_a_child(statement: str, **environ: str) -> subprocess.CompletedProcess[str]:
    """Run a statement where the parsers run: after the limits were set."""
    code = f"from doorzicht.engines.cleaning import child; child.set_limits(); {statement}"
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environ, timeout=60
    )


@pytest.mark.parametrize(
    "statement",
    [
        "x = bytearray(2 * 1024 ** 3)",
        "open('/etc/passwd')",
        "open('/tmp/dz-kind-proef', 'w')",
        "import socket; socket.socket()",
        "import os; os.pipe()",
    ],
)
def test_after_its_limits_a_child_can_do_little(statement):
    done = in_a_child(statement)

    assert done.returncode == 1, "the child could do it"
    assert any(word in done.stderr for word in ("MemoryError", "Too many open files", "ImportError"))


def test_a_child_that_keeps_calculating_is_ended():
    begun = time.monotonic()
    done = in_a_child("import resource; resource.setrlimit(resource.RLIMIT_CPU, (1, 1))\nwhile True: pass")

    assert done.returncode < 0
    assert time.monotonic() - begun < 30


def test_a_child_that_only_waits_is_ended(monkeypatch):
    monkeypatch.setattr(run, "CHILD", "http.server")  # serves for ever, and reads nothing

    begun = time.monotonic()
    with pytest.raises(Onbruikbaar, match="te_zwaar"):
        clean(photo(), seconds=1)
    assert time.monotonic() - begun < 10


@pytest.mark.parametrize("module", ["this", "json.tool", "bestaat.niet"])
def test_a_child_that_says_something_else_is_not_believed(monkeypatch, module):
    monkeypatch.setattr(run, "CHILD", module)

    with pytest.raises(Onbruikbaar, match="te_zwaar"):
        clean(photo())


def test_the_child_gets_none_of_our_secrets(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://geheim")
    seen = {}
    real = subprocess.run
    monkeypatch.setattr(subprocess, "run", lambda *a, **k: seen.update(k) or real(*a, **k))

    clean(photo())

    assert seen["env"] == {}
    assert seen["stderr"] == subprocess.DEVNULL


def test_nothing_of_a_file_touches_a_disk(tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    clean(photo())

    assert os.listdir(tmp_path) == []


def test_a_clean_file_is_not_printed():
    assert "inhoud" not in repr(Schoon("jpg", b"geheim"))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(MADE), st.integers(0, 2**32 - 1), st.integers(1, 40))
def test_damaged_files_are_refused_or_clean_and_never_anything_else(make, seed, times):
    """In this process, because a child would hide an error behind "te_zwaar"."""
    data, dice = bytearray(make()), random.Random(seed)
    for _ in range(times):
        data[dice.randrange(8, len(data))] = dice.randrange(256)
    with suppress(Onbruikbaar):
        assert child.clean_here(bytes(data)).inhoud


def test_every_limit_is_set_and_cannot_be_raised_again():
    """Each by itself: the one often hides that the other is gone."""
    program = (
        "import resource as r, signal\n"
        "from doorzicht.engines.cleaning import child\n"
        "child.set_limits()\n"
        "names = ('RLIMIT_AS', 'RLIMIT_FSIZE', 'RLIMIT_CORE', 'RLIMIT_NPROC', 'RLIMIT_NOFILE', 'RLIMIT_CPU')\n"
        "print([r.getrlimit(getattr(r, name))[1] for name in names], signal.alarm(0))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    limits = [child.MEMORY, MAX_UIT + 64, 0, 0, 3, child.CPU_SECONDS + 1]
    assert done.stdout.strip() == f"{limits} {child.WALL_SECONDS}"
