"""`python -m eyebox_models.engine ROLE`: an engine process."""

import sys

from eyebox_models.engine.main import main

sys.exit(main())
