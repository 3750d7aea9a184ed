"""`python -m record_relief`: the door to the command line."""

import sys

from .build.cli import main

sys.exit(main())
