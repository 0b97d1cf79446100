"""Runs the commands: «python -m rashomon read pages --case affair»."""

import sys

from rashomon.cli.main import main

sys.exit(main())
