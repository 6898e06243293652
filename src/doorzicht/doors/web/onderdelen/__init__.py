"""The parts a screen is made of: icons, statuses, cards, the weighing, the agenda. Described in docs/vormgeving.md."""
