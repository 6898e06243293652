"""Django's settings, in small files by subject. The environment is read in `conf.omgeving` only."""

from doorzicht.conf.settings.apps import *  # noqa: F403
from doorzicht.conf.settings.basis import *  # noqa: F403
from doorzicht.conf.settings.bestanden import *  # noqa: F403
from doorzicht.conf.settings.database import *  # noqa: F403
from doorzicht.conf.settings.gemeentelogin import *  # noqa: F403
from doorzicht.conf.settings.inloggen import *  # noqa: F403
from doorzicht.conf.settings.logging import *  # noqa: F403
from doorzicht.conf.settings.regio import *  # noqa: F403
from doorzicht.conf.settings.taken import *  # noqa: F403
from doorzicht.conf.settings.veiligheid import *  # noqa: F403
from doorzicht.conf.settings.web import *  # noqa: F403
