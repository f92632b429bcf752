"""Where a frozen engine process begins."""

import sys

from eyebox_models.engine import main

sys.exit(main())
