"""Where the frozen program begins: the window, or the command line."""

import sys

from eyebox.__main__ import main

sys.exit(main())
