"""Padding gives every plaintext one of few lengths and gives it back unchanged."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorzicht.ground.lib.padding import OngeldigeOpvulling, pad, padded_length, unpad


@given(st.binary(max_size=70_000))
def test_any_bytes_come_back_unchanged(data):
    assert unpad(pad(data)) == data


@given(st.binary(max_size=300), st.integers(0, 300))
def test_bytes_that_end_in_marker_and_zeros_come_back_unchanged(data, zeros):
    tricky = data + b"\x80" + b"\x00" * zeros
    assert unpad(pad(tricky)) == tricky


@given(st.text(max_size=15), st.text(max_size=15))
def test_two_short_fields_cannot_be_told_apart_by_length(one, other):
    assert len(pad(one.encode())) == len(pad(other.encode())) == 64


def test_a_whole_form_of_text_shows_only_a_handful_of_lengths():
    lengths = {padded_length(n) for n in range(20_000)}
    assert lengths == {64, 256, 1024, 4096, 8192, 12288, 16384, 20480}


@given(st.integers(0, 50_000_000))
def test_padding_never_shrinks_and_costs_little(length):
    padded = padded_length(length)
    assert padded > length
    if length < 4096:
        assert padded <= max(64, 4 * (length + 1))
    else:
        assert padded <= length + max(4096, length // 4)


@given(st.integers(0, 5_000_000), st.integers(0, 5_000_000))
def test_a_longer_text_never_gets_a_shorter_bucket(one, other):
    shorter, longer = sorted((one, other))
    assert padded_length(shorter) <= padded_length(longer)


@pytest.mark.parametrize(
    "not_ours",
    [b"", b"\x80", b"naam", b"\x00" * 64, pad(b"x")[:-1], pad(b"x") + b"\x00", pad(b"x")[:-1] + b"\x01"],
)
def test_bytes_that_were_never_padded_are_refused(not_ours):
    with pytest.raises(OngeldigeOpvulling):
        unpad(not_ours)
