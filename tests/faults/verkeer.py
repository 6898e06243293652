"""Reports on their way in during the drill, sent as a person does: no receipt means sending the same form again."""

import base64
import http.client
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

SENDERS = 3
PATIENCE = 180.0
"""Seconds that somebody goes on trying to send one report."""


@dataclass
class Verkeer:
    """Sends every form until it is acknowledged, with a few at a time."""

    poort: int
    formulieren: list[dict[str, Any]]
    bevestigd: set[str] = field(default_factory=set)
    antwoorden: Counter[str] = field(default_factory=Counter)
    langste: float = 0.0
    stop: threading.Event = field(default_factory=threading.Event)

    def run(self, *, geduld: float = PATIENCE) -> None:
        """All forms, to their end."""
        with ThreadPoolExecutor(SENDERS) as pool:
            todo = [form for form in self.formulieren if form["merk"] not in self.bevestigd]
            list(pool.map(lambda form: self._persist(form, geduld), todo))

    def _persist(self, form: dict[str, Any], patience: float) -> None:
        begun = time.monotonic()
        while not self.stop.is_set() and time.monotonic() - begun < patience:
            outcome = self._send(form)
            self.antwoorden[outcome] += 1
            if outcome == "bevestigd":
                self.bevestigd.add(form["merk"])
                self.langste = max(self.langste, time.monotonic() - begun)
                return
            time.sleep(0.3)

    def _send(self, form: dict[str, Any]) -> str:
        """Send once; what came back, in a word."""
        link = http.client.HTTPConnection("127.0.0.1", self.poort, timeout=40)
        try:
            link.request("POST", form["pad"], base64.b64decode(form["inhoud"]), form["kop"])
            answer = link.getresponse()
            page = answer.read().decode()
        except (OSError, http.client.HTTPException):
            return "verbinding verbroken"
        finally:
            link.close()
        if answer.status == 302 and "/ontvangen/M-" in answer.headers["Location"]:
            return "bevestigd"
        if answer.status == 200 and 'class="dz-code__groep"' in page:
            return "bevestigd"
        told = answer.status >= 500 and "Er is niets opgeslagen" in page and form["verhaal"] in page
        return f"{answer.status}, met uitleg en tekst" if told else f"{answer.status}, anders"
