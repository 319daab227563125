"""`python -m viterm` is the same as `viterm`."""

from viterm.cli import main

raise SystemExit(main())
