"""`python -m viterm` is the same as `viterm`."""

from viterm.cli import entry

if __name__ == "__main__":
    entry()
