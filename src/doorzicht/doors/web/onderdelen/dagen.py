"""Days and moments for templates: what ground.lib.datums writes, with today filled in and both kinds accepted."""

from datetime import date, datetime

from django.utils import timezone

from doorzicht.ground.lib import datums


def _split(when: date | datetime) -> tuple[date, str]:
    """The Dutch calendar day and " 08:12", or "" for a plain day."""
    if isinstance(when, datetime):
        local = datums.to_local(when)
        return local.date(), f" {local:%H:%M}"
    return when, ""


def write_day(when: date | datetime) -> str:
    """ "3 december"; with the year when it is not this year: "3 december 2025"."""
    return datums.format_date(_split(when)[0], vandaag=timezone.localdate())


def write_long_day(when: date | datetime) -> str:
    """ "dinsdag 24 november 2026"."""
    day, _ = _split(when)
    return f"{datums.WEEKDAGEN[day.weekday()]} {datums.format_date(day)}"


def write_moment(when: date | datetime) -> str:
    """ "vandaag 08:12", "gisteren 16:05", "20 november 09:30"; a plain day without a clock time."""
    day, clock = _split(when)
    return datums.format_day(day, vandaag=timezone.localdate()) + clock


def write_age(when: date | datetime, *, vandaag: date | None = None) -> str:
    """How long something has been lying there: "vandaag 08:12", "1 dag", "15 dagen"."""
    day, clock = _split(when)
    today = vandaag or timezone.localdate()
    return datums.format_age(day, vandaag=today) + (clock if day == today else "")


def judge_term(until: date | datetime, *, vandaag: date | None = None) -> tuple[str, str]:
    """Kind and words of the status of a last day in time: ("te-laat", "5 dagen te laat"), ("vandaag", "Vandaag
    12:00"), ("morgen", "Morgen"), ("op-tijd", "3 december"). Days count, as the plan does: a term of noon is
    late the next day."""
    day, clock = _split(until)
    today = vandaag or timezone.localdate()
    words = datums.format_deadline(day, vandaag=today)
    days = (day - today).days
    if days < 0:
        return "te-laat", words
    if days < 2:
        return ("vandaag", "morgen")[days], words.capitalize() + clock
    return "op-tijd", words.capitalize()
