"""Pattern pages: every part of docs/vormgeving.md alive, and sample screens. Invented people only; no database."""
