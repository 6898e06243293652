"""`python -m doorzicht.doors.cli`: the same as `doorzicht`."""

from doorzicht.doors.cli.main import main

main()
