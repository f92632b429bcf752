"""Where a frozen engine process begins."""

import sys

from eyebox_models.engine.main import main

sys.exit(main())
